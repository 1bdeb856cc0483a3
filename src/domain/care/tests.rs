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
    assert_eq!(near(&bundle, Feasts::default(), day("2026-11-25")).map(|(on, _)| on), Some(day("2026-12-01")));
    assert_eq!(near(&bundle, Feasts::default(), day("2026-11-10")), None);
}

static CHRISTMAS: Holiday = Holiday { name_en: "Christmas Day", name_zh: "圣诞节", estimated: false };

#[test]
fn a_feast_is_of_the_country_and_ones_own_day_comes_first() {
    let of =
        |country: &str, on: &str| Feast { country: Country::new(country).unwrap(), on: day(on), holiday: &CHRISTMAS };
    let feasts = Feasts(Vec::leak(vec![of("AE", "2026-12-02"), of("DE", "2026-10-03"), of("DE", "2026-12-25")]));
    let mut bundle = Bundle { care_dates: vec![date(12, 25)], ..Bundle::default() };
    let what = |bundle: &Bundle, on: &str| {
        near(bundle, feasts, day(on)).map(|(on, what)| (on, matches!(what, Occasion::Own(_))))
    };
    assert_eq!(what(&bundle, "2026-12-20"), Some((day("2026-12-25"), true)));
    bundle.customer.fields.country = Country::new("DE");
    assert_eq!(what(&bundle, "2026-12-20"), Some((day("2026-12-25"), true)), "on one day the customer's own");
    bundle.care_dates.clear();
    assert_eq!(what(&bundle, "2026-12-20"), Some((day("2026-12-25"), false)));
    assert_eq!((what(&bundle, "2026-12-10"), what(&bundle, "2026-12-26")), (None, None));
    bundle.customer.fields.country = Country::new("FR");
    assert_eq!(what(&bundle, "2026-12-20"), None);
}
