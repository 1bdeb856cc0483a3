use super::*;
use crate::domain::{InteractionId, Text};

pub(crate) fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + hours * 3_600, 0).unwrap()
}

struct Fixed(Vec<ChannelKind>);

impl Channels for Fixed {
    fn ranking(&self) -> &[ChannelKind] {
        &self.0
    }
    fn successor(&self, kind: ChannelKind) -> Option<&str> {
        (kind == ChannelKind::SKYPE).then_some("Teams")
    }
    fn name(&self, kind: ChannelKind) -> String {
        kind.to_string()
    }
}

fn germany() -> Fixed {
    use ChannelKind as K;
    Fixed(vec![K::WHATSAPP, K::FACEBOOK, K::MESSENGER, K::SKYPE, K::TELEGRAM])
}

/// Hours, direction, kind; the oldest first.
fn timeline(said: &[(i64, Direction, ChannelKind)]) -> Vec<Interaction> {
    let said = said.iter().enumerate().map(|(n, (hours, direction, kind))| Interaction {
        id: InteractionId(n as i64),
        contact: None,
        at: at(*hours),
        direction: *direction,
        kind: Some(*kind),
        text: Text::default(),
        outcome: Text::default(),
        template: Default::default(),
    });
    let mut said: Vec<_> = said.collect();
    said.reverse();
    said
}

fn bundle(kinds: &[ChannelKind]) -> Bundle {
    let mut bundle = Bundle::default();
    for (n, kind) in kinds.iter().enumerate() {
        bundle.channels.push(Channel {
            id: ChannelId(n as i64),
            contact: None,
            kind: *kind,
            handle: "handle".into(),
            norm: "handle".into(),
            primary: false,
            emergency: false,
        });
    }
    bundle
}

fn now() -> Now {
    Now { instant: at(24 * 60), zone: "UTC".into(), offset: chrono::FixedOffset::east_opt(0).unwrap() }
}

fn order(bundle: &Bundle, said: &[(i64, Direction, ChannelKind)]) -> Vec<&'static str> {
    let detail = Detail { timeline: timeline(said), closed: Vec::new(), ..Detail::default() };
    let advice = advise(bundle, &detail, &germany(), &now());
    let names = advice.order.iter().map(|one| one.kind.to_string());
    names.map(|name| &*Box::leak(name.into_boxed_str())).collect()
}

use ChannelKind as K;
use Direction::{In, Out};

#[test]
fn what_they_answer_comes_before_what_their_country_uses() {
    let bundle = bundle(&[K::EMAIL, K::TELEGRAM, K::FACEBOOK, K::WHATSAPP]);
    assert_eq!(order(&bundle, &[]), ["whatsapp", "facebook", "telegram", "email"]);
    let said = [(0, Out, K::EMAIL), (5, In, K::EMAIL)];
    assert_eq!(order(&bundle, &said), ["email", "whatsapp", "facebook", "telegram"]);
}

#[test]
fn the_rate_decides_then_the_delay() {
    let bundle = bundle(&[K::EMAIL, K::WHATSAPP]);
    let mut said = Vec::new();
    for n in 0..4 {
        said.push((n * 100, Out, K::EMAIL));
        if n == 0 {
            said.push((n * 100 + 1, In, K::EMAIL));
        }
        said.push((n * 100 + 50, Out, K::WHATSAPP));
        said.push((n * 100 + 60, In, K::WHATSAPP));
    }
    assert_eq!(order(&bundle, &said), ["whatsapp", "email"]);
    let even = [(0, Out, K::EMAIL), (90, In, K::EMAIL), (100, Out, K::WHATSAPP), (101, In, K::WHATSAPP)];
    assert_eq!(order(&bundle, &even), ["whatsapp", "email"]);
}

#[test]
fn never_answered_after_untried_and_retired_last() {
    let bundle = bundle(&[K::SKYPE, K::FACEBOOK, K::EMAIL, K::TELEGRAM]);
    let said = [(0, Out, K::FACEBOOK), (100, Out, K::FACEBOOK), (200, Out, K::SKYPE), (210, In, K::SKYPE)];
    assert_eq!(order(&bundle, &said), ["telegram", "email", "facebook", "skype"]);
    let detail = Detail { timeline: timeline(&said), closed: Vec::new(), ..Detail::default() };
    let advice = advise(&bundle, &detail, &germany(), &now());
    assert_eq!(advice.order[3].standing, Standing::Retired);
    assert_eq!(advice.order[3].detail.key, "channel-retired");
    assert_eq!(advice.best().map(|best| best.kind), Some(K::TELEGRAM));
    assert_eq!(advice.other_than(Some(K::TELEGRAM)).map(|one| one.kind), Some(K::EMAIL));
    // Worth asking for: what they lack, in their country's order, nothing retired.
    assert_eq!(advice.ask, [K::WHATSAPP, K::MESSENGER]);
}

#[test]
fn nothing_but_retired_is_no_advice() {
    let bundle = bundle(&[K::SKYPE]);
    let advice = advise(&bundle, &Detail::default(), &germany(), &now());
    assert_eq!((advice.order.len(), advice.best()), (1, None));
    assert_eq!(advice.ask, [K::WHATSAPP, K::FACEBOOK, K::MESSENGER]);
}

#[test]
fn the_primary_channel_goes_first_while_nothing_is_known() {
    let mut bundle = bundle(&[K::WHATSAPP, K::EMAIL, K::WEBSITE]);
    bundle.channels[1].primary = true;
    assert_eq!(order(&bundle, &[]), ["email", "whatsapp"]);
}

#[test]
fn a_message_just_sent_is_not_unanswered_yet() {
    let bundle = bundle(&[K::WHATSAPP]);
    let just = [(24 * 60 - 1, Out, K::WHATSAPP)];
    let detail = Detail { timeline: timeline(&just), closed: Vec::new(), ..Detail::default() };
    let advice = advise(&bundle, &detail, &germany(), &now());
    assert_eq!(advice.order[0].standing, Standing::Ranked(1));
    let long_ago = [(0, Out, K::WHATSAPP)];
    let detail = Detail { timeline: timeline(&long_ago), closed: Vec::new(), ..Detail::default() };
    let advice = advise(&bundle, &detail, &germany(), &now());
    assert_eq!(advice.order[0].standing, Standing::Silent(1));
}

#[test]
fn answers_and_their_delays() {
    let said = timeline(&[
        (0, In, K::EMAIL),
        (10, Out, K::EMAIL),
        (20, Out, K::WHATSAPP),
        (24, In, K::EMAIL),
        (25, In, K::EMAIL),
        (30, Out, K::EMAIL),
    ]);
    let found = answers(&said);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].delay(), found[0].by, found[0].on), (TimeDelta::hours(14), Some(K::WHATSAPP), Some(K::EMAIL)));
    let known = experience(&said, at(2000));
    let of = |kind| known.iter().find(|known| known.kind == kind).unwrap();
    assert_eq!((of(K::WHATSAPP).answered, of(K::WHATSAPP).median), (1, Some(TimeDelta::hours(4))));
    assert_eq!((of(K::EMAIL).sent, of(K::EMAIL).answered, of(K::EMAIL).heard), (2, 0, 3));
    assert_eq!(unanswered(&said).map(|(since, last)| (since, last.at)), Some((at(30), at(30))));
}

#[test]
fn medians() {
    let hours = |list: &[i64]| median(&mut list.iter().map(|h| TimeDelta::hours(*h)).collect::<Vec<_>>());
    assert_eq!(hours(&[]), None);
    assert_eq!(hours(&[5]), Some(TimeDelta::hours(5)));
    assert_eq!(hours(&[9, 1, 3]), Some(TimeDelta::hours(3)));
    assert_eq!(hours(&[1, 3, 5, 100]), Some(TimeDelta::hours(4)));
}

#[test]
fn nine_of_ten_weigh_more_than_one_of_one() {
    let of = |answered, sent| Experience { kind: K::EMAIL, sent, answered, heard: answered, median: None }.per_mille();
    assert!(of(9, 10) > of(1, 1) && of(1, 1) > of(1, 3) && of(1, 3) > of(0, 3));
}

#[test]
fn mail_that_came_back() {
    let mut said = timeline(&[(0, Out, K::EMAIL), (1, In, K::EMAIL)]);
    assert_eq!(bounced(&said), None);
    said[0].text = "Mail Delivery Subsystem: Undeliverable: 550 5.1.1 user unknown".into();
    assert!(bounced(&said).is_some());
    let bundle = bundle(&[K::EMAIL, K::PHONE]);
    let detail = Detail { timeline: said.clone(), closed: Vec::new(), ..Detail::default() };
    let advice = advise(&bundle, &detail, &germany(), &now());
    assert_eq!(advice.order.iter().map(|one| one.kind).collect::<Vec<_>>(), [K::PHONE, K::EMAIL]);
    // Heard by mail since: it arrives again.
    let mut later = timeline(&[(9, In, K::EMAIL)]);
    later.extend(said);
    assert_eq!(bounced(&later), None);
    // The exporter noted it as the outcome of the message.
    let mut noted = timeline(&[(0, Out, K::EMAIL)]);
    noted[0].outcome = "bounced".into();
    assert!(bounced(&noted).is_some());
}

#[test]
fn a_handle_that_cannot_be_read_is_not_recommended() {
    let mut bundle = bundle(&[K::WHATSAPP, K::EMAIL]);
    bundle.channels[0].norm = "".into();
    assert_eq!(order(&bundle, &[]), ["email", "whatsapp"]);
}
