//! Public holidays and working days of every country. Data: `assets/holidays.tsv`.

mod table;

use super::{Lang, country as info};
use crate::domain::workday::{self, Holiday, LongHoliday, NextWorkday, Skip};
use crate::domain::{Country, Safe};
use chrono::{Datelike, NaiveDate, Weekday, WeekdaySet};
use std::ops::RangeInclusive;

const USUAL_WEEKEND: WeekdaySet = WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]);

impl Holiday {
    /// The name in the reader's language.
    pub fn name(&self, lang: Lang) -> Safe {
        Safe::new(match lang {
            Lang::En => self.name_en,
            Lang::Zh => self.name_zh,
        })
    }
}

/// The years that the table speaks of.
pub const fn known_years() -> RangeInclusive<i32> {
    table::YEARS
}

/// Whether anything is known of a country's holidays in a year; where not, its weekends alone count.
pub fn holidays_known(country: Country, year: i32) -> bool {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (Some(first), Some(last)) = (day(1, 1), day(12, 31)) else { return false };
    holidays_between(country, first, last).next().is_some()
}

/// The public holiday on that day.
pub fn holiday(country: Country, date: NaiveDate) -> Option<&'static Holiday> {
    table::calendar(country)?.holiday(date)
}

/// The public holidays from one day to another, both included, in their order.
pub fn holidays_between(
    country: Country,
    from: NaiveDate,
    to: NaiveDate,
) -> impl Iterator<Item = (NaiveDate, &'static Holiday)> {
    table::calendar(country).into_iter().flat_map(move |calendar| calendar.between(from, to))
}

/// Whether a day of a weekend is worked there in exchange for another.
pub fn worked_in_exchange(country: Country, date: NaiveDate) -> bool {
    table::calendar(country).is_some_and(|calendar| calendar.is_worked(date))
}

/// Why a day is off there; `None` on a working day, also on a weekend day that is worked in exchange for another.
/// Without a country, Saturday and Sunday are off.
pub fn day_off(country: Option<Country>, date: NaiveDate) -> Option<Skip> {
    let calendar = country.and_then(table::calendar);
    if let Some(holiday) = calendar.and_then(|calendar| calendar.holiday(date)) {
        return Some(Skip::Holiday(holiday));
    }
    let weekend = country.and_then(info).map_or(USUAL_WEEKEND, |info| info.weekend);
    let off = weekend.contains(date.weekday()) && !calendar.is_some_and(|calendar| calendar.is_worked(date));
    off.then_some(Skip::Weekend)
}

/// Whether people work there on that day.
pub fn is_workday(country: Option<Country>, date: NaiveDate) -> bool {
    day_off(country, date).is_none()
}

/// The first working day from `date` on, and what lies between.
pub fn next_workday(country: Option<Country>, date: NaiveDate) -> NextWorkday {
    workday::next_workday(date, |day| day_off(country, day))
}

/// At least `days` days off in a row with a public holiday among them: Chinese New Year, Golden Week, Easter.
pub fn long_holidays(country: Country, from: NaiveDate, to: NaiveDate, days: i64) -> Vec<LongHoliday> {
    workday::long_holidays(from..=to, days, |day| day_off(Some(country), day))
}

#[cfg(test)]
mod tests;
