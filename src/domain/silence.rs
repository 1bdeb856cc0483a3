//! Why does the customer not answer, and what to do? (`S0.5`) Causes ranked by weight, 1 to 100; the first one decides
//! the next step. Nothing is guessed: what is not known (a zone, a habit) makes no cause.

use super::{
    Bundle, ChannelKind, Detail, Interaction, Now, Say, Status,
    authenticity::Verdict,
    hours::Usual,
    next_channel::{self, Advice, Answer, Channels},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

mod absence;
mod causes;
mod step;

pub use absence::{Absence, announced, announced_in};
pub use causes::answering_hours;

/// The customer's clock and calendar. A day is one on its wall.
pub trait Calendar {
    /// What the wall there shows; `None` unless there is one zone only.
    fn local(&self, at: DateTime<Utc>) -> Option<NaiveDateTime>;
    /// The date there, on the likeliest wall.
    fn day(&self, at: DateTime<Utc>) -> NaiveDate;
    /// Whether nobody works there that day, weekends included.
    fn is_weekend(&self, day: NaiveDate) -> bool;
    /// The public holiday of that day, with the last day off in a row with it.
    fn holiday(&self, day: NaiveDate) -> Option<Holiday>;
    /// Whether somebody there is reached, by their hours; `None` where several zones disagree.
    fn is_open(&self, at: DateTime<Utc>) -> Option<bool>;
    /// The next moment at which it is: `at` itself while it is open.
    fn next_open(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>>;
    /// The instant at which the wall there shows `local`, on the likeliest wall.
    fn instant(&self, local: NaiveDateTime) -> Option<DateTime<Utc>>;
}

/// A public holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// In the reader's language where it is known.
    pub name: String,
    /// The last day off.
    pub until: NaiveDate,
    /// It may move by a day or two.
    pub estimated: bool,
}

named! {
    /// What keeps an answer away.
    Reason {
        /// They spoke last, or nothing is owed.
        OurTurn = "our-turn",
        /// We never wrote.
        NeverWritten = "never-written",
        /// They said that they are away.
        Absence = "absence",
        /// Mail came back.
        Bounced = "bounced",
        Holiday = "holiday",
        Weekend = "weekend",
        Night = "night",
        /// No office hour has passed since, or not more than they usually take.
        Early = "early",
        /// The service was shut down.
        Retired = "channel-retired",
        /// The handle cannot be read.
        Unreadable = "address-doubtful",
        /// They never answered there.
        NeverAnswered = "channel-never-answered",
        /// We write when they do not.
        MissedHours = "missed-hours",
        /// Too many messages (`S3.2`).
        TooMany = "too-many",
        /// The first message was never checked, or looks false.
        Unverified = "unverified",
        /// Nothing explains it.
        Unknown = "unknown",
    }
}

named! {
    /// What to do next.
    Action {
        /// It is ours to answer.
        Answer = "answer",
        /// Write for the first time, or again.
        Write = "write",
        /// Leave them in peace until then, and write then.
        Wait = "wait",
        /// Write by that channel.
        Switch = "switch-channel",
        /// Ask for that channel.
        Ask = "ask-channel",
        /// Find out first whether they are real.
        Verify = "verify",
        /// Nothing: they are off the lists.
        Nothing = "nothing",
    }
}

/// One cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    pub reason: Reason,
    /// 1 to 100.
    pub weight: u8,
    pub detail: Say,
    /// When it ends, where that is known.
    pub until: Option<DateTime<Utc>>,
}

/// What to do, by which channel, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub action: Action,
    pub channel: Option<ChannelKind>,
    pub at: Option<DateTime<Utc>>,
}

/// The answer to "why?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Days since our first unanswered message, on the exporter's calendar; 0 where they owe nothing.
    pub silent_days: i64,
    /// The median time that they take, where they answered before.
    pub usual: Option<TimeDelta>,
    /// When they answer, where they did often enough.
    pub hours: Option<Usual>,
    /// The heaviest first; never empty.
    pub causes: Vec<Cause>,
    pub step: Step,
}

/// What is asked about.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub bundle: &'a Bundle,
    pub detail: &'a Detail,
    pub calendar: &'a dyn Calendar,
    pub channels: &'a dyn Channels,
    /// What the authenticity check says; `None`: not checked.
    pub verdict: Option<Verdict>,
    pub now: &'a Now,
}

/// What the causes are told from.
struct Silence<'a> {
    case: &'a Case<'a>,
    advice: Advice,
    answers: Vec<Answer>,
    usual: Option<TimeDelta>,
    /// Our first message that they left unanswered.
    since: DateTime<Utc>,
    /// Our last one.
    last: &'a Interaction,
    /// How many.
    messages: usize,
}

/// Why they are silent.
pub fn why(case: &Case<'_>) -> Why {
    let advice = next_channel::advise(case.bundle, case.detail, case.channels, case.now);
    let answers = next_channel::answers(&case.detail.timeline);
    let usual = next_channel::median(&mut answers.iter().map(Answer::delay).collect::<Vec<_>>());
    let hours = causes::answering_hours(&answers, case.calendar);
    let Some((since, last)) = next_channel::unanswered(&case.detail.timeline) else {
        return Why { hours, ..nothing_owed(case, &advice, usual) };
    };
    let messages = causes::unanswered_count(&case.detail.timeline);
    let silence = Silence { case, advice, answers, usual, since, last, messages };
    let mut causes = causes::all(&silence);
    // Stable: of equal weights the one that passes by itself comes first.
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.weight));
    let step = step::of(&silence, &causes);
    Why { silent_days: case.now.days_since(since).max(0), usual, hours, causes, step }
}

fn nothing_owed(case: &Case<'_>, advice: &Advice, usual: Option<TimeDelta>) -> Why {
    let heard = case.detail.timeline.first();
    let (reason, key) = match heard {
        Some(_) => (Reason::OurTurn, "why-our-turn"),
        None => (Reason::NeverWritten, "why-never-written"),
    };
    let days = heard.map_or(0, |said| case.now.days_since(said.at));
    let cause = Cause { reason, weight: 100, detail: Say::new(key).with("days", days), until: None };
    // Whoever wrote gets the answer where they wrote, unless that is known not to work.
    let works = |kind: &ChannelKind| {
        let known = advice.order.iter().find(|one| one.kind == *kind);
        known.map_or(case.channels.successor(*kind).is_none(), next_channel::Suggestion::works)
    };
    let same = heard.and_then(|said| said.kind).filter(works);
    let channel = same.or_else(|| advice.best().map(|best| best.kind));
    let at = case.calendar.next_open(case.now.instant);
    let action = match (case.bundle.customer.status, heard, channel) {
        (Status::Archived, ..) => Action::Nothing,
        (_, Some(_), _) => Action::Answer,
        (_, None, Some(_)) => Action::Write,
        (_, None, None) => Action::Ask,
    };
    let at = if action == Action::Nothing { None } else { at };
    let channel = if action == Action::Ask { advice.ask.first().copied() } else { channel };
    Why { silent_days: 0, usual, hours: None, causes: vec![cause], step: Step { action, channel, at } }
}

#[cfg(test)]
mod tests;
