use super::*;
use chrono::{Datelike, Weekday};

static FEAST: Holiday = Holiday { name_en: "Feast", name_zh: "节", estimated: false };
static EVE: Holiday = Holiday { name_en: "Eve", name_zh: "除夕", estimated: false };

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

/// November 2026: weekends, a feast on the 19th and the 20th (Thursday, Friday) with its eve before it.
fn off(date: NaiveDate) -> Option<Skip> {
    match date.day() {
        18 => Some(Skip::Holiday(&EVE)),
        19 | 20 => Some(Skip::Holiday(&FEAST)),
        _ => matches!(date.weekday(), Weekday::Sat | Weekday::Sun).then_some(Skip::Weekend),
    }
}

#[test]
fn a_working_day_is_its_own_next_one() {
    let found = next_workday(day(17), off);
    assert_eq!(found, NextWorkday { wanted: day(17), next: day(17), skipped: Vec::new() });
}

#[test]
fn what_was_skipped_is_told_in_order() {
    let found = next_workday(day(19), off);
    assert_eq!(found.next, day(23));
    let feast = Skip::Holiday(&FEAST);
    let skipped = [(day(19), feast), (day(20), feast), (day(21), Skip::Weekend), (day(22), Skip::Weekend)];
    assert_eq!(found.skipped, skipped);
}

#[test]
fn a_holiday_lasts_to_the_last_one_of_its_run() {
    assert_eq!(last_holiday(day(18), off), day(20));
    assert_eq!(last_holiday(day(17), off), day(17), "no day off");
}

#[test]
fn long_holidays_are_whole_and_named_after_most_of_their_days() {
    let whole = [LongHoliday { first: day(18), last: day(22), holiday: &FEAST }];
    for (from, to) in [(1, 30), (20, 20), (18, 18), (22, 30)] {
        assert_eq!(long_holidays(day(from)..=day(to), 3, off), whole, "{from} to {to}");
    }
    assert_eq!(whole[0].days(), 5);
    assert!(long_holidays(day(1)..=day(30), 6, off).is_empty());
    assert!(long_holidays(day(1)..=day(17), 1, off).is_empty(), "plain weekends are none");
    assert!(long_holidays(day(23)..=day(30), 1, off).is_empty());
}

#[test]
fn the_end_of_the_calendar_does_no_harm() {
    let never = |_| Some(Skip::Weekend);
    assert_eq!(first_workday(NaiveDate::MAX, never), NaiveDate::MAX);
    assert_eq!(first_workday(day(1), never), day(1));
    assert!(next_workday(NaiveDate::MAX, never).skipped.is_empty());
    assert!(long_holidays(NaiveDate::MIN..=NaiveDate::MIN, 1, off).is_empty());
    assert!(long_holidays(NaiveDate::MAX..=NaiveDate::MAX, 1, off).is_empty());
}
