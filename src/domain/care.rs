//! Days to greet on (`S2.6`): birthdays, anniversaries, and what else the exporter keeps of a customer.

use super::{Bundle, CareDate};
use chrono::{Datelike, NaiveDate};

/// How far ahead a greeting is thought of.
pub const AHEAD: i64 = 14;

/// The next time that the day comes, today included; 29 February is the 28th in other years.
pub fn next_on(date: &CareDate, today: NaiveDate) -> Option<NaiveDate> {
    let (month, day) = (u32::from(date.month), u32::from(date.day));
    let in_year = |year| {
        NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, day.checked_sub(1)?))
    };
    in_year(today.year()).filter(|on| *on >= today).or_else(|| in_year(today.year() + 1))
}

/// The next day to greet the customer on, where it is near.
pub fn near(bundle: &Bundle, today: NaiveDate) -> Option<(NaiveDate, &CareDate)> {
    let all = bundle.care_dates.iter().filter_map(|date| Some((next_on(date, today)?, date)));
    all.min_by_key(|(on, _)| *on).filter(|(on, _)| (*on - today).num_days() <= AHEAD)
}

#[cfg(test)]
mod tests;
