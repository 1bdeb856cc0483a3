//! Which channel to try next (`S0.7`): the customer's own answers first, then what its country uses; what has been shut
//! down last, with its successor. And which channels are worth asking for.

use super::{Bundle, Channel, ChannelId, ChannelKind, Detail, Direction, Interaction, Now, Say};
use chrono::{DateTime, TimeDelta, Utc};

mod answers;

pub use answers::{Answer, Experience, PATIENCE, answers, experience, is_young, median};

/// What is known of channels where the customer lives.
pub trait Channels {
    /// The messengers of its country, the most used first.
    fn ranking(&self) -> &[ChannelKind];
    /// What followed a service that has been shut down, as text; empty where nothing did. `None`: it still works.
    fn successor(&self, kind: ChannelKind) -> Option<&str>;
    /// The kind's name, in the reader's language.
    fn name(&self, kind: ChannelKind) -> String;
}

/// Why a channel stands where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They answered there, or wrote there themselves.
    Answers(Experience),
    /// Not tried; its place in the country's ranking, from 1.
    Ranked(usize),
    /// Not tried, not ranked.
    Untried,
    /// Tried, never answered.
    Silent(usize),
    /// Mail came back, or the handle could not be read.
    Broken,
    /// The service is gone.
    Retired,
}

/// A channel that the customer has, and what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub kind: ChannelKind,
    pub channel: ChannelId,
    pub standing: Standing,
    pub detail: Say,
}

impl Suggestion {
    /// Whether it can be used at all.
    pub fn works(&self) -> bool {
        !matches!(self.standing, Standing::Retired | Standing::Broken)
    }
}

/// Which channels to use, and which to ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// Those that the customer has, the best first; one of each kind.
    pub order: Vec<Suggestion>,
    /// Kinds worth asking for, the country's favourite first.
    pub ask: Vec<ChannelKind>,
}

impl Advice {
    /// The channel to try.
    pub fn best(&self) -> Option<&Suggestion> {
        self.order.first().filter(|first| first.works())
    }

    /// The best one that is not `kind`.
    pub fn other_than(&self, kind: Option<ChannelKind>) -> Option<&Suggestion> {
        self.order.iter().find(|one| one.works() && Some(one.kind) != kind)
    }
}

/// Nobody is written to there.
const NOT_FOR_TALK: [ChannelKind; 2] = [ChannelKind::WEBSITE, ChannelKind::YOUTUBE];

/// Kinds asked for where nothing is known of the country.
const ASKED: usize = 3;

/// The channels in the order to try them.
pub fn advise(bundle: &Bundle, detail: &Detail, channels: &dyn Channels, now: &Now) -> Advice {
    let known = experience(&detail.timeline, now.instant);
    let mut order: Vec<(Key, Suggestion)> = Vec::with_capacity(bundle.channels.len());
    for channel in bundle.channels.iter().filter(|channel| !NOT_FOR_TALK.contains(&channel.kind)) {
        let standing = standing(channel, &known, &detail.timeline, channels);
        let key = key(&standing, channel.primary);
        let suggestion =
            Suggestion { kind: channel.kind, channel: channel.id, detail: say(channel, &standing, channels), standing };
        match order.iter_mut().find(|(_, other)| other.kind == channel.kind) {
            Some(there) if there.0 <= key => {}
            Some(there) => *there = (key, suggestion),
            None => order.push((key, suggestion)),
        }
    }
    // Stable: what is alike stays in the exporter's own order.
    order.sort_by_key(|(key, _)| *key);
    let order: Vec<Suggestion> = order.into_iter().map(|(_, suggestion)| suggestion).collect();
    let has = |kind: &ChannelKind| order.iter().any(|one| one.kind == *kind && one.works());
    let ask = channels.ranking().iter().filter(|kind| channels.successor(**kind).is_none() && !has(kind));
    Advice { ask: ask.take(ASKED).copied().collect(), order }
}

/// Lowest first: group, then within it.
type Key = (u8, i64, i64);

fn key(standing: &Standing, primary: bool) -> Key {
    match standing {
        Standing::Answers(known) => {
            (0, -known.per_mille(), known.median.map_or(i64::MAX, |delay: TimeDelta| delay.num_minutes()))
        }
        Standing::Ranked(_) | Standing::Untried if primary => (1, 0, 0),
        Standing::Ranked(place) => (2, i64::try_from(*place).unwrap_or(i64::MAX), 0),
        Standing::Untried => (3, 0, 0),
        Standing::Silent(sent) => (4, i64::try_from(*sent).unwrap_or(i64::MAX), 0),
        Standing::Broken => (5, 0, 0),
        Standing::Retired => (6, 0, 0),
    }
}

fn standing(channel: &Channel, known: &[Experience], timeline: &[Interaction], channels: &dyn Channels) -> Standing {
    if channels.successor(channel.kind).is_some() {
        return Standing::Retired;
    }
    if broken(channel, timeline) {
        return Standing::Broken;
    }
    let own = known.iter().find(|known| known.kind == channel.kind);
    match own {
        Some(known) if known.answered > 0 || known.heard > 0 => Standing::Answers(known.clone()),
        Some(known) if known.sent > 0 => Standing::Silent(known.sent),
        _ => match channels.ranking().iter().position(|kind| *kind == channel.kind) {
            Some(place) => Standing::Ranked(place + 1),
            None => Standing::Untried,
        },
    }
}

fn broken(channel: &Channel, timeline: &[Interaction]) -> bool {
    if channel.norm.is_empty() {
        return true;
    }
    channel.kind == ChannelKind::EMAIL && bounced(timeline).is_some_and(|bounce| names(bounce, &channel.norm))
}

/// The bounce speaks of this address, or of none in particular.
fn names(bounce: &Interaction, address: &str) -> bool {
    let text = bounce.text.to_lowercase();
    !text.contains('@') || text.contains(&*address.to_lowercase())
}

/// The last notice that mail did not arrive, unless something was heard by mail since.
pub fn bounced(timeline: &[Interaction]) -> Option<&Interaction> {
    const SIGNS: [&str; 12] = [
        "bounced",
        "undeliver",
        "mailer-daemon",
        "delivery status notification",
        "delivery has failed",
        "returned mail",
        "user unknown",
        "550 5.1.1",
        "address not found",
        "mailbox unavailable",
        "退信",
        "无法投递",
    ];
    let by_mail = |said: &&Interaction| said.kind.is_none_or(|kind| kind == ChannelKind::EMAIL);
    let is_bounce = |said: &Interaction| {
        let head = |text: &str| text.chars().take(2_000).collect::<String>().to_lowercase();
        let (text, outcome) = (head(&said.text), head(&said.outcome));
        let in_text = said.direction == Direction::In || text.starts_with("mailer-daemon");
        SIGNS.iter().any(|sign| outcome.contains(sign) || (in_text && text.contains(sign)))
    };
    let newest = timeline.iter().filter(by_mail).find(|said| said.direction == Direction::In || is_bounce(said))?;
    is_bounce(newest).then_some(newest)
}

fn say(channel: &Channel, standing: &Standing, channels: &dyn Channels) -> Say {
    let kind = channels.name(channel.kind);
    match standing {
        Standing::Answers(known) if known.answered > 0 => {
            let hours = known.median.map_or(0, |delay| delay.num_hours());
            Say::new("channel-answers")
                .with("kind", kind)
                .with("answered", known.answered)
                .with("sent", known.sent)
                .with("hours", hours)
                .with("days", hours / 24)
        }
        Standing::Answers(known) => Say::new("channel-heard").with("kind", kind).with("count", known.heard),
        Standing::Ranked(place) => Say::new("channel-ranked").with("kind", kind).with("place", *place),
        Standing::Untried => Say::new("channel-untried").with("kind", kind),
        Standing::Silent(sent) => Say::new("channel-silent").with("kind", kind).with("sent", *sent),
        Standing::Broken => Say::new("channel-broken").with("kind", kind).with("handle", &*channel.handle),
        Standing::Retired => match channels.successor(channel.kind) {
            Some(next) if !next.is_empty() => Say::new("channel-retired").with("kind", kind).with("next", next),
            _ => Say::new("channel-gone").with("kind", kind),
        },
    }
}

/// When we wrote, and they have not said a word since: the first and the last such message.
pub fn unanswered(timeline: &[Interaction]) -> Option<(DateTime<Utc>, &Interaction)> {
    let mut outs = timeline.iter().take_while(|said| said.direction == Direction::Out);
    let last = outs.next()?;
    Some((outs.last().map_or(last.at, |first| first.at), last))
}

#[cfg(test)]
mod tests;
