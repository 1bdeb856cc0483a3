use super::*;
use crate::domain::CareDateId;

fn date(month: u8, day: u8) -> CareDate {
    CareDate { id: CareDateId(1), kind: "birthday".into(), month, day, year: None, note: "".into() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_day_comes_every_year() {
    assert_eq!(next_on(&date(11, 25), day("2026-11-25")), Some(day("2026-11-25")));
    assert_eq!(next_on(&date(11, 24), day("2026-11-25")), Some(day("2027-11-24")));
    assert_eq!(next_on(&date(2, 29), day("2026-11-25")), Some(day("2027-02-28")));
    assert_eq!(next_on(&date(2, 29), day("2027-12-01")), Some(day("2028-02-29")));
}

#[test]
fn the_nearest_within_a_fortnight_is_told() {
    let bundle = Bundle { care_dates: vec![date(12, 20), date(12, 9), date(12, 1)], ..Bundle::default() };
    assert_eq!(near(&bundle, day("2026-11-25")).map(|(on, _)| on), Some(day("2026-12-01")));
    assert_eq!(near(&bundle, day("2026-11-10")), None);
}
