use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn of(country: &str, year: &str) -> Vec<String> {
    let own = feasts().0.iter().filter(|it| it.country.as_str() == country && it.on.to_string().starts_with(year));
    own.map(|it| format!("{} {}", &it.on.to_string()[5..], it.holiday.name_en)).collect()
}

#[test]
fn every_line_is_a_holiday_of_its_country_and_few_are() {
    let mut count = std::collections::BTreeMap::new();
    for (country, name) in TEXT.lines().filter(|line| !line.starts_with('#')).map(|it| line(it).unwrap()) {
        assert!(!days(country, name).is_empty(), "{country} {name}");
        *count.entry(country).or_insert(0) += 1;
    }
    assert!(count.len() > 200 && count.values().all(|n| *n <= 3), "{count:?}");
}

#[test]
fn the_great_feast_and_the_national_day_and_no_bank_holiday() {
    assert_eq!(of("DE", "2026"), ["10-03 German Unity Day", "12-25 Christmas Day"]);
    assert_eq!(of("CN", "2026"), ["02-17 Chinese New Year (Spring Festival)", "10-01 National Day"]);
    assert_eq!(of("AE", "2026"), ["03-20 Eid al-Fitr", "12-02 National Day"]);
    assert_eq!(of("SA", "2026"), ["03-19 Eid al-Fitr Holiday", "09-23 National Day Holiday"]);
    assert_eq!(of("IN", "2026"), ["08-15 Independence Day", "11-08 Diwali"]);
    assert_eq!(of("IR", "2026"), ["03-21 Eid al-Fitr; Nowruz"]);
    // Several faiths side by side: none is chosen.
    assert_eq!(of("NG", "2026"), ["01-01 New Year's Day", "10-01 National Day"]);
    assert_eq!(of("LB", "2026"), ["01-01 New Year's Day", "11-22 Independence Day"]);
}

#[test]
fn the_next_one_is_told_when_it_is_near() {
    let next = |on| feasts().near(Country::new("DE"), day(on)).map(|it| it.holiday.name_en);
    assert_eq!(next("2026-12-11"), Some("Christmas Day"));
    assert_eq!((next("2026-12-10"), next("2026-12-26")), (None, None));
    assert_eq!(feasts().near(None, day("2026-12-20")), None);
    assert!(feasts_on(day("2026-12-25")).iter().any(|it| it.country.as_str() == "DE"));
    assert!(feasts_on(day("2026-12-24")).iter().all(|it| it.country.as_str() != "DE"));
}
