use super::*;
use crate::reference::countries;
use std::collections::BTreeSet;

fn code(text: &str) -> Country {
    Country::new(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn named(country: &str, date: &str) -> Option<(&'static str, &'static str, bool)> {
    holiday(code(country), day(date)).map(|found| (found.name_en, found.name_zh, found.estimated))
}

#[test]
fn holidays_have_two_names() {
    assert_eq!(named("DE", "2026-10-03"), Some(("German Unity Day", "德国统一日", false)));
    assert_eq!(named("CN", "2026-02-17").map(|found| found.1), Some("春节"));
    assert_eq!(named("CN", "2026-10-07").map(|found| found.1), Some("国庆节（调休）"));
    assert_eq!(named("BR", "2026-09-07").map(|found| found.1), Some("独立日"));
    assert_eq!(named("US", "2026-11-26").map(|found| found.0), Some("Thanksgiving Day"));
    assert_eq!(named("DE", "2026-10-05"), None);
    assert_eq!(holiday(code("DE"), day("2026-12-25")).unwrap().name(Lang::Zh).as_str(), "圣诞节");
}

#[test]
fn what_the_moon_decides_is_estimated() {
    assert_eq!(named("SA", "2027-03-09").map(|found| found.2), Some(true));
    assert_eq!(named("AE", "2025-03-30").map(|found| found.2), Some(false), "past, and known");
    assert_eq!(named("CN", "2027-10-04").map(|found| found.2), Some(true), "not announced yet");
    assert_eq!(named("CN", "2027-10-01").map(|found| found.2), Some(false));
}

#[test]
fn a_weekend_worked_in_exchange_is_worked() {
    assert!(is_workday(Some(code("CN")), day("2026-02-14")), "a Saturday before Chinese New Year");
    assert!(is_workday(Some(code("CN")), day("2026-10-10")));
    assert!(!is_workday(Some(code("CN")), day("2026-10-11")));
    assert!(is_workday(Some(code("HU")), day("2026-01-10")));
    assert!(!is_workday(None, day("2026-10-10")));
    assert!(is_workday(None, day("2026-10-01")));
}

#[test]
fn the_exporters_own_long_holidays() {
    let found = long_holidays(code("CN"), day("2026-01-01"), day("2026-12-31"), 7);
    let told: Vec<_> = found.iter().map(|long| (long.first, long.last, long.holiday.name_zh, long.days())).collect();
    assert_eq!(
        told,
        [(day("2026-02-15"), day("2026-02-23"), "春节", 9), (day("2026-10-01"), day("2026-10-07"), "国庆节", 7)]
    );
}

#[test]
fn every_day_of_the_table_was_read_once() {
    let mut days = 0;
    let mut names = BTreeSet::new();
    let (first, last) = (day("2024-01-01"), day("2032-12-31"));
    for info in countries() {
        let found: Vec<_> = holidays_between(info.code, first, last).collect();
        assert!(found.windows(2).all(|pair| pair[0].0 < pair[1].0), "{}", info.code);
        assert!(found.iter().all(|(date, each)| holiday(info.code, *date) == Some(*each)), "{}", info.code);
        names.extend(found.iter().map(|(_, each)| each.name_en));
        days += found.len();
    }
    let kosovo = holidays_between(code("XK"), first, last).count();
    assert_eq!(days + kosovo, 30_746, "as many as the package knows");
    assert!(names.len() > 1_000);
}

#[test]
fn all_but_empty_islands_have_holidays_through_2030() {
    let without: Vec<_> = countries()
        .iter()
        .filter(|info| (2024..=2030).any(|year| !holidays_known(info.code, year)))
        .map(|info| info.code.to_string())
        .collect();
    // Nobody lives in three of them, Ukraine has suspended its holidays, Sri Lanka names its own year by year.
    assert_eq!(without, ["BV", "HM", "IO", "LK", "UA"]);
    assert!(!holidays_known(code("DE"), 2033));
    assert!(!holidays_known(code("ZZ"), 2026));
}

#[test]
fn names_are_plain_text() {
    for info in countries() {
        for (_, found) in holidays_between(info.code, day("2024-01-01"), day("2032-12-31")) {
            for lang in [Lang::En, Lang::Zh] {
                let name = found.name(lang);
                assert_eq!(name.as_str(), if lang == Lang::En { found.name_en } else { found.name_zh });
                assert!(!name.as_str().trim().is_empty());
            }
            assert!(!found.name_en.contains("estimated") && !found.name_en.contains("substituted"), "{found:?}");
        }
    }
}

#[test]
fn far_days_do_no_harm() {
    for date in [NaiveDate::MIN, NaiveDate::MAX, day("2023-12-31"), day("2033-01-01")] {
        assert_eq!(holiday(code("DE"), date), None);
        next_workday(Some(code("DE")), date);
    }
    assert_eq!(holidays_between(code("DE"), NaiveDate::MIN, NaiveDate::MAX).count(), 81);
    assert_eq!(holidays_between(code("DE"), NaiveDate::MAX, NaiveDate::MIN).count(), 0);
}

#[test]
fn the_next_working_day_is_near_and_worked() {
    for info in countries() {
        let mut day = day("2024-01-01");
        while day.year() < 2033 {
            let found = next_workday(Some(info.code), day);
            assert!(is_workday(Some(info.code), found.next), "{} {day}", info.code);
            assert_eq!((found.next - day).num_days(), found.skipped.len() as i64, "{} {day}", info.code);
            assert!(found.skipped.len() < 17, "{} {day}: {}", info.code, found.next);
            day = found.next + chrono::Days::new(1);
        }
    }
}
