use super::*;
use crate::domain::{CustomerId, Due, Pause, Tier};
use chrono::FixedOffset;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn of(last: &str, on: &str, reason: &str, pause: Option<&str>) -> Option<Because> {
    let now = Now {
        instant: "2026-06-20T02:00:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    };
    let it = FollowUp { made: Made::Cadence, reason: reason.into(), ..FollowUp::open(1, Due::day(day(on))) };
    let mut bundle = Bundle { last_out: format!("{last}T02:00:00Z").parse().ok(), ..Bundle::default() };
    bundle.customer.id = CustomerId(1);
    (bundle.customer.fields.tier, bundle.customer.fields.country) = (Tier::B, Country::new("US"));
    bundle.customer.fields.pause = pause.map(|until| Box::new(Pause { until: day(until), note: "".into() }));
    because(&bundle, &it, &Rules::default(), &now)
}

#[test]
fn the_day_asked_for_or_what_moved_it() {
    let moved = |last, on, reason, pause| of(last, on, reason, pause).unwrap().moved;
    assert_eq!(of("2026-06-11", "2026-06-25", "", None), Some(Because { every: 14, moved: None }));
    // Friday 3 July is Independence Day observed, then a weekend.
    let Some(Moved::Off(holiday)) = moved("2026-06-19", "2026-07-06", "", None) else { panic!("not moved") };
    assert_eq!(holiday.name_en, "Independence Day (observed)");
    assert_eq!(moved("2026-06-13", "2026-06-29", "", None), Some(Moved::Weekend));
    assert_eq!(moved("2026-06-11", "2026-06-29", "", None), None, "a day to work lies between");
    assert_eq!(moved("2026-06-11", "2026-06-24", "early", None), Some(Moved::Early));
    assert_eq!(moved("2026-06-01", "2026-07-02", "full", None), Some(Moved::Full));
    assert_eq!(moved("2026-06-01", "2026-07-02", "holidays", None), Some(Moved::Holidays));
    assert_eq!(moved("2026-06-11", "2026-07-01", "", Some("2026-07-01")), Some(Moved::Away));
}
