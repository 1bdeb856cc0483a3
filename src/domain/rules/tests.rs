use super::*;
use crate::domain::{Due, FollowUp, FollowUpId, Now, Pause, Ruling};
use chrono::NaiveDate;
use chrono::{DateTime, FixedOffset, TimeDelta};

/// Half past ten in Shanghai on a Sunday.
fn now() -> Now {
    let instant: DateTime<chrono::Utc> = "2026-11-22T02:30:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn touched(days: i64, tier: Tier) -> Bundle {
    let mut bundle = Bundle { last_out: Some(now().instant - TimeDelta::days(days)), ..Bundle::default() };
    bundle.customer.fields.tier = tier;
    bundle
}

fn paused(until: &str) -> Option<Box<Pause>> {
    Some(Box::new(Pause { until: day(until), note: "".into() }))
}

fn follow_up(on: &str, time: Option<&str>) -> FollowUp {
    let time = time.map(|time| time.parse().unwrap());
    FollowUp::open(1, Due { time, ..Due::day(day(on)) })
}

#[test]
fn the_open_sea_by_tier_and_by_ever_bought() {
    let rules = Rules::default();
    assert!(!rules.in_open_sea(&touched(30, Tier::A), &now()) && rules.in_open_sea(&touched(31, Tier::A), &now()));
    assert!(!rules.in_open_sea(&touched(31, Tier::C), &now()));
    let bought = Rules { open_sea_bought: 180, ..Rules::default() };
    let mut buyer = touched(150, Tier::C);
    assert!(bought.in_open_sea(&buyer, &now()));
    buyer.bought.count = 1;
    assert!(!bought.in_open_sea(&buyer, &now()) && rules.in_open_sea(&buyer, &now()));
}

#[test]
fn whoever_is_away_or_no_customer_is_not_mined() {
    let rules = Rules::default();
    let mut bundle = touched(500, Tier::A);
    bundle.customer.fields.pause = paused("2026-12-12");
    assert!(!rules.in_open_sea(&bundle, &now()));
    bundle.customer.fields.pause = paused("2026-11-22");
    assert!(rules.in_open_sea(&bundle, &now()), "back today");
    for verdict in [Ruling::Fake, Ruling::NotTarget] {
        bundle.customer.fields.verdict = verdict;
        assert!(!rules.in_open_sea(&bundle, &now()));
    }
}

#[test]
fn a_promised_time_counts_from_its_minute_on() {
    let due = |follow_up: FollowUp, pause: Option<Box<Pause>>| {
        let mut bundle = Bundle { follow_ups: vec![follow_up], ..Bundle::default() };
        bundle.customer.fields.pause = pause;
        bundle.due_by(&now())
    };
    assert!(due(follow_up("2026-11-22", None), None) && due(follow_up("2026-11-20", None), None));
    assert!(!due(follow_up("2026-11-23", None), None));
    assert!(due(follow_up("2026-11-22", Some("10:30:00")), None));
    assert!(!due(follow_up("2026-11-22", Some("10:31:00")), None));
    assert!(due(follow_up("2026-11-21", Some("23:00:00")), None));
    assert!(!due(follow_up("2026-11-22", None), paused("2026-12-12")));
    assert!(due(follow_up("2026-11-22", Some("10:00:00")), paused("2026-12-12")), "promised is promised");
}

#[test]
fn buyers_are_mined_first() {
    let worth = |orders, tier: Tier, answered: bool| {
        let mut bundle = touched(500, tier);
        bundle.bought.count = orders;
        bundle.last_in = answered.then_some(now().instant);
        bundle.worth()
    };
    assert!(worth(2, Tier::None, false) > worth(0, Tier::A, true));
    assert!(worth(0, Tier::None, true) > worth(0, Tier::A, false));
    assert!(worth(0, Tier::A, true) > worth(0, Tier::C, true));
}

#[test]
fn a_contact_closes_what_was_due_by_its_day() {
    let open = [(1, "2026-11-20"), (2, "2026-11-22"), (3, "2026-11-23")].map(|(id, on)| (FollowUpId(id), day(on)));
    let closed = closed_by_contact(open, day("2026-11-22"));
    let expected = [(1, true), (2, false)].map(|(id, late)| Closing { id: FollowUpId(id), late });
    assert_eq!(closed, expected);
    assert_eq!(closed_by_contact(open, day("2026-11-01")), []);
}
