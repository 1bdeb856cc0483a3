use super::*;
use chrono::{Duration, FixedOffset};

fn now() -> Now {
    let instant = "2026-11-22T02:14:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn silent(days: i64, tier: Tier) -> Bundle {
    let mut bundle = Bundle { last_out: Some(now().instant - Duration::days(days)), ..Bundle::default() };
    bundle.customer.fields.tier = tier;
    bundle
}

fn told(reason: Reason, usual: u16) -> Insight {
    Insight { told: hours(now().instant), reason, usual, ..Insight::default() }
}

#[test]
fn it_is_a_few_bytes() {
    assert!(size_of::<Insight>() <= 16);
}

#[test]
fn worse_is_longer_against_their_own_delay() {
    let worry = |insight: Insight, bundle: &Bundle| insight.worry(bundle, &now());
    let (ten, three) = (silent(10, Tier::B), silent(3, Tier::B));
    assert!(worry(told(Reason::Unknown, 48), &ten) > worry(told(Reason::Unknown, 48), &three));
    assert!(worry(told(Reason::Unknown, 24), &three) > worry(told(Reason::Unknown, 240), &ten), "slow as ever");
    assert!(worry(told(Reason::Unknown, 48), &silent(10, Tier::A)) > worry(told(Reason::Unknown, 48), &ten));
}

#[test]
fn what_passes_by_itself_comes_last() {
    let away = told(Reason::Holiday, 24).worry(&silent(30, Tier::A), &now());
    let owed = told(Reason::Unknown, 0).worry(&silent(2, Tier::None), &now());
    assert!(0 < away && away < owed);
}

#[test]
fn who_spoke_last_owes_nothing() {
    let mut bundle = silent(10, Tier::A);
    bundle.last_in = Some(now().instant);
    assert_eq!(told(Reason::OurTurn, 0).worry(&bundle, &now()), 0);
}

#[test]
fn the_exporters_word_comes_before_the_advice() {
    assert_eq!(held(Ruling::Undecided, Verdict::Fake), Verdict::Fake);
    assert_eq!(held(Ruling::Real, Verdict::Fake), Verdict::Real);
}
