//! Working days: which days are skipped on the way to the next one, and why. Whose days they are is the caller's: each
//! function is handed what says whether a day is off.

use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    pub name_en: &'static str,
    /// The English one where there is none.
    pub name_zh: &'static str,
    /// The moon decides, or the government has not announced it yet: it may move by a day or two.
    pub estimated: bool,
}

/// Why a day is no working day. A holiday that falls on a weekend is the holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skip {
    Weekend,
    Holiday(&'static Holiday),
}

/// The way from a day to the next working day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextWorkday {
    pub wanted: NaiveDate,
    /// The wanted day itself where it is worked.
    pub next: NaiveDate,
    /// What lies between.
    pub skipped: Vec<(NaiveDate, Skip)>,
}

/// Days off in a row with a public holiday among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongHoliday {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// The one that takes the most of these days.
    pub holiday: &'static Holiday,
}

impl LongHoliday {
    /// How many days, weekends included.
    pub fn days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }
}

/// No country is closed for longer: what looks farther is lost.
const FAR: usize = 366;

/// The first working day from `wanted` on; `wanted` where the calendar ends before it.
pub fn first_workday(wanted: NaiveDate, off: impl Fn(NaiveDate) -> Option<Skip>) -> NaiveDate {
    wanted.iter_days().take(FAR).find(|day| off(*day).is_none()).unwrap_or(wanted)
}

/// The first working day from `wanted` on, and what was skipped.
pub fn next_workday(wanted: NaiveDate, off: impl Fn(NaiveDate) -> Option<Skip>) -> NextWorkday {
    let next = first_workday(wanted, &off);
    let between = wanted.iter_days().take_while(|day| *day < next);
    NextWorkday { wanted, next, skipped: between.filter_map(|day| Some((day, off(day)?))).collect() }
}

/// The last public holiday among the days off that `day` begins.
pub fn last_holiday(day: NaiveDate, off: impl Fn(NaiveDate) -> Option<Skip>) -> NaiveDate {
    let run = day.iter_days().take(FAR).map_while(|day| Some((day, off(day)?)));
    run.filter(|(_, skip)| matches!(skip, Skip::Holiday(_))).last().map_or(day, |(day, _)| day)
}

/// The runs of at least `days` days off that touch `span` and hold a public holiday; whole, also where they begin
/// before it or end after.
pub fn long_holidays(
    span: RangeInclusive<NaiveDate>,
    days: i64,
    off: impl Fn(NaiveDate) -> Option<Skip>,
) -> Vec<LongHoliday> {
    let (from, to) = span.into_inner();
    let mut day = back(from, &off);
    let mut found = Vec::new();
    while day <= to {
        let run: Vec<(NaiveDate, Skip)> = day.iter_days().take(FAR).map_while(|day| Some((day, off(day)?))).collect();
        let last = run.last().map_or(day, |(last, _)| *last);
        if let Some(holiday) = principal(&run) {
            found.push(LongHoliday { first: day, last, holiday });
        }
        let Some(next) = last.succ_opt() else { break };
        day = next;
    }
    found.retain(|long| long.days() >= days);
    found
}

/// The first of the days off that lead to `day`.
fn back(day: NaiveDate, off: impl Fn(NaiveDate) -> Option<Skip>) -> NaiveDate {
    let before = std::iter::successors(Some(day), NaiveDate::pred_opt).take(FAR);
    before.take_while(|day| off(*day).is_some()).last().unwrap_or(day)
}

/// The holiday that most of these days are; the earliest of equals.
fn principal(run: &[(NaiveDate, Skip)]) -> Option<&'static Holiday> {
    let holidays = || {
        run.iter().filter_map(|(_, skip)| match skip {
            Skip::Holiday(holiday) => Some(*holiday),
            Skip::Weekend => None,
        })
    };
    let count = |of: &Holiday| holidays().filter(|other| other.name_en == of.name_en).count();
    holidays().rev().max_by_key(|holiday| count(holiday))
}

#[cfg(test)]
mod tests;
