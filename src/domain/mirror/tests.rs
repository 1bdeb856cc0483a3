use super::*;
use crate::domain::{ChannelKind, Direction, InteractionId};
use chrono::{Duration, FixedOffset};

/// Sunday 22 November 2026, 10:14 in Shanghai.
fn now() -> Now {
    let instant: DateTime<Utc> = "2026-11-22T02:14:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn ago(hours: i64) -> DateTime<Utc> {
    now().instant - Duration::hours(hours)
}

fn day(days_ago: i64) -> NaiveDate {
    now().today() - Duration::days(days_ago)
}

fn promise(due: i64, state: FollowUpState, closed: Option<i64>) -> Promise {
    Promise { due: day(due), state, closed_at: closed.map(|days| ago(days * 24)) }
}

/// The oldest first, as they are told; handed over the newest first.
fn said(lines: &[(i64, Direction, ChannelKind, &str)]) -> Vec<Interaction> {
    let line = |(id, (hours, direction, kind, template)): (i64, &(i64, Direction, ChannelKind, &str))| Interaction {
        id: InteractionId(id),
        contact: None,
        at: ago(*hours),
        direction: *direction,
        kind: Some(*kind),
        text: "".into(),
        outcome: "".into(),
        template: (*template).into(),
    };
    let mut all: Vec<Interaction> = (1..).zip(lines).map(line).collect();
    all.reverse();
    all
}

fn mirror(rows: &[(Facts, Vec<Interaction>, Vec<Promise>)]) -> Mirror {
    let stages = Stages::default();
    let mut watch = Watch::new(&stages, &now());
    for (facts, timeline, promises) in rows {
        let wall = |at: DateTime<Utc>| Some(at.naive_utc());
        watch.add(&Row { facts, timeline, promises, path: &[], wall: &wall });
    }
    watch.finish()
}

fn of(tier: Tier) -> Facts {
    Facts { tier, active: true, created_at: ago(24 * 400), ..Facts::default() }
}

#[test]
fn kept_late_and_missed_by_tier_and_week_add_up() {
    use FollowUpState::{Dropped, Kept, Late, Open};
    let found = mirror(&[
        (of(Tier::A), vec![], vec![promise(3, Kept, Some(3)), promise(9, Late, Some(8)), promise(-5, Kept, Some(1))]),
        (of(Tier::B), vec![], vec![promise(2, Open, None), promise(0, Open, None), promise(-3, Open, None)]),
        (of(Tier::C), vec![], vec![promise(20, Dropped, Some(19)), promise(200, Kept, Some(200))]),
    ])
    .follow_ups;
    assert_eq!((found.total().kept, found.total().late, found.total().missed), (2, 1, 2));
    assert_eq!(found.tiers[Tier::A.index()], kept::Tally { kept: 2, late: 1, missed: 0 });
    assert_eq!(found.tiers[Tier::B.index()], kept::Tally { kept: 0, late: 0, missed: 1 });
    let weeks: usize = found.weeks.iter().map(|week| week.tally.all()).sum();
    assert_eq!(weeks, found.total().all(), "by tier and by week are the same promises");
    assert_eq!(found.weeks.len(), kept::WEEKS);
    assert_eq!(found.weeks[kept::WEEKS - 1].monday.to_string(), "2026-11-16");
    assert_eq!(found.weeks[kept::WEEKS - 1].tally, kept::Tally { kept: 2, late: 0, missed: 1 }, "closed early: then");
    assert_eq!(found.earlier.kept, 1);
    assert_eq!((found.overdue, found.streak), (1, 0), "what is due today is not overdue");
}

#[test]
fn days_with_nothing_overdue() {
    use FollowUpState::{Kept, Late};
    let found = mirror(&[(of(Tier::A), vec![], vec![promise(30, Kept, Some(30)), promise(12, Late, Some(9))])]);
    assert_eq!(found.follow_ups.streak, 10, "from the day it was closed to today");
    assert_eq!(found.follow_ups.best, 18, "from the first promise to the day that one was due");
    let none = mirror(&[(of(Tier::A), vec![], vec![])]).follow_ups;
    assert!(none.is_empty() && none.streak == 0 && none.best == 0);
}

#[test]
fn what_was_closed_later_was_open_then() {
    let facts = of(Tier::A);
    let promises = [promise(9, FollowUpState::Late, Some(2))];
    let stages = Stages::default();
    let then = Now { instant: ago(5 * 24), ..now() };
    let mut watch = Watch::new(&stages, &then);
    watch.add(&Row { facts: &facts, timeline: &[], promises: &promises, path: &[], wall: &|_| None });
    let found = watch.finish().follow_ups;
    assert_eq!((found.overdue, found.total().missed, found.total().late), (1, 1, 0));
}

#[test]
fn answers_by_everything_and_no_percentage_of_a_handful() {
    use Direction::{In, Out};
    let (mail, chat) = (ChannelKind::EMAIL, ChannelKind::WHATSAPP);
    let mut rows = Vec::new();
    for _ in 0..5 {
        let timeline =
            said(&[(200, Out, mail, ""), (150, Out, chat, "offer"), (148, In, chat, ""), (100, In, chat, "")]);
        let facts = Facts { country: Country::new("DE"), ..of(Tier::A) };
        rows.push((facts, timeline, vec![promise(6, FollowUpState::Kept, Some(6))]));
    }
    rows.push((of(Tier::B), said(&[(90, Out, mail, ""), (10, Out, mail, "")]), vec![]));
    let found = mirror(&rows).answered;
    assert_eq!((found.all.n, found.all.answered, found.all.percent()), (11, 5, Some(45)), "the newest is too young");
    assert_eq!(found.all.median, Some(TimeDelta::hours(2)));
    let of = |kind| found.channels.iter().find(|(it, _)| *it == Some(kind)).unwrap().1;
    assert_eq!((of(chat).n, of(chat).answered, of(chat).percent()), (5, 5, Some(100)));
    assert_eq!((of(mail).n, of(mail).answered, of(mail).percent(), of(mail).median), (6, 0, Some(0), None));
    let b = found.tiers.iter().find(|(tier, _)| *tier == Tier::B).unwrap().1;
    assert_eq!((b.n, b.percent(), b.median), (1, None, None), "a handful");
    assert_eq!(found.templates[0].1.n + found.templates[1].1.n, 11);
    assert_eq!(found.countries.iter().map(|(_, rate)| rate.n).sum::<usize>(), 11);
    assert_eq!(found.hours.iter().map(|rate| rate.n).sum::<usize>(), 11);
    assert_eq!(found.heat.iter().flatten().sum::<usize>(), 5, "what they say unasked is no answer");
}

#[test]
fn a_follow_up_is_answered_by_what_went_out_that_day() {
    use Direction::{In, Out};
    let mail = ChannelKind::EMAIL;
    let timeline = said(&[(240, Out, mail, ""), (120, Out, mail, ""), (100, In, mail, "")]);
    let promises = vec![promise(10, FollowUpState::Kept, Some(10)), promise(5, FollowUpState::Late, Some(5))];
    let found = mirror(&[(of(Tier::C), timeline, promises)]).follow_ups.answers[Tier::C.index()];
    assert_eq!((found.n, found.answered), (2, 1));
}

#[test]
fn a_stage_is_that_of_the_moment() {
    let change = |hours, was, stage| StageChange { at: ago(hours), was, stage };
    let path = [
        change(90, Some(Stage::INQUIRY), Some(Stage::QUOTED)),
        change(50, Some(Stage::QUOTED), None),
        change(50, None, Some(Stage::ORDER)),
    ];
    let at = |hours| stage_at(&path, ago(hours), Some(Stage::REPEAT));
    assert_eq!([at(100), at(90), at(51)], [Some(Stage::INQUIRY), Some(Stage::QUOTED), Some(Stage::QUOTED)]);
    assert_eq!([at(50), at(0)], [Some(Stage::ORDER); 2], "of two at once the last");
    assert_eq!(stage_at(&[], ago(5), Some(Stage::REPEAT)), Some(Stage::REPEAT));
}
