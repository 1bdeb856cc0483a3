use super::*;
use crate::domain::workday::Holiday;
use crate::domain::{Due, FollowUp, Made, Pause, Ruling, Tier};
use chrono::FixedOffset;

static NATIONAL: Holiday = Holiday { name_en: "National Day", name_zh: "国庆节", estimated: false };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn now() -> Now {
    let instant = "2026-09-21T02:00:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn golden() -> LongHoliday {
    LongHoliday { first: day("2026-10-01"), last: day("2026-10-07"), holiday: &NATIONAL }
}

/// Of tier B, last spoken to and next planned on these days.
fn bundle(last: &str, next: &str) -> Bundle {
    let follow_up = FollowUp { made: Made::Cadence, ..FollowUp::open(1, Due::day(day(next))) };
    let mut bundle = Bundle { follow_ups: vec![follow_up], ..Bundle::default() };
    bundle.last_out = Some(format!("{last}T02:00:00Z").parse().unwrap());
    bundle.customer.fields.tier = Tier::B;
    bundle
}

fn of(bundle: &Bundle) -> Option<Need> {
    need(bundle, &golden(), &Rules::default(), &now())
}

#[test]
fn who_is_planned_for_it_right_after_it_or_due_meanwhile() {
    assert_eq!(of(&bundle("2026-09-19", "2026-10-03")), Some(Need::Within));
    assert_eq!(of(&bundle("2026-09-19", "2026-10-08")), Some(Need::After));
    assert_eq!(of(&bundle("2026-09-19", "2026-10-12")), Some(Need::Meanwhile), "asked for on the 3rd");
    assert_eq!(of(&bundle("2026-09-12", "2026-10-12")), Some(Need::Meanwhile), "at the latest on the 3rd");
    assert_eq!(of(&bundle("2026-09-28", "2026-10-12")), None);
}

#[test]
fn not_who_is_reached_before_was_promised_a_time_or_is_away() {
    assert_eq!(of(&bundle("2026-09-19", "2026-09-30")), None);
    let mut promised = bundle("2026-09-19", "2026-10-03");
    promised.follow_ups[0].due.time = chrono::NaiveTime::from_hms_opt(15, 0, 0);
    assert_eq!(of(&promised), None);
    let mut away = bundle("2026-09-19", "2026-10-08");
    away.customer.fields.pause = Some(Box::new(Pause { until: day("2026-10-08"), note: "".into() }));
    assert_eq!(of(&away), None);
    away.customer.fields.pause = Some(Box::new(Pause { until: day("2026-09-29"), note: "".into() }));
    assert_eq!(of(&away), Some(Need::After), "back before it begins");
    let mut fake = bundle("2026-09-19", "2026-10-08");
    fake.customer.fields.verdict = Ruling::Fake;
    assert_eq!(of(&fake), None);
    fake.customer.fields.verdict = Ruling::Real;
    fake.customer.fields.status = Status::Archived;
    assert_eq!(of(&fake), None);
    let mut nothing = bundle("2026-09-19", "2026-10-08");
    nothing.follow_ups.clear();
    assert_eq!(of(&nothing), None);
}
