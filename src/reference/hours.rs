//! Whether somebody there is at the desk: office hours, weekends and holidays of the country, on its own wall.

use super::countries::country as info;
use super::holidays::day_off;
use crate::domain::Country;
use crate::domain::workday::{Holiday, Skip, first_workday, last_holiday};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// Whether a customer can be reached at the office; times are on the customer's wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Open {
        closes: NaiveDateTime,
    },
    /// Opens within two hours.
    Soon {
        opens: NaiveDateTime,
    },
    Closed {
        opens: NaiveDateTime,
    },
    /// A public holiday there today.
    Holiday {
        name: &'static Holiday,
        /// The last of the holidays that follow each other, weekends between them included.
        until: NaiveDate,
        opens: NaiveDateTime,
    },
}

/// Office hours of one day, on the customer's wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub opens: NaiveDateTime,
    pub closes: NaiveDateTime,
}

impl Window {
    /// Whether somebody is at the desk at `local`.
    pub fn contains(&self, local: NaiveDateTime) -> bool {
        (self.opens..self.closes).contains(&local)
    }
}

const SOON: TimeDelta = TimeDelta::hours(2);

/// Whether an office there is open when its wall shows `local`. Without a country: Monday to Friday, 9 to 18.
pub fn reach(country: Option<Country>, local: NaiveDateTime) -> Reach {
    let Window { opens, closes } = window(country, local);
    if opens <= local && local < closes {
        return Reach::Open { closes };
    }
    let off = |day| day_off(country, day);
    match off(local.date()) {
        Some(Skip::Holiday(name)) => Reach::Holiday { name, until: last_holiday(local.date(), off), opens },
        _ if opens.signed_duration_since(local) <= SOON => Reach::Soon { opens },
        _ => Reach::Closed { opens },
    }
}

/// The office hours there, now or next, when its wall shows `local`.
pub fn window(country: Option<Country>, local: NaiveDateTime) -> Window {
    let (opening, closing) = hours(country);
    let today = local.date();
    // At the end of the calendar, today stands.
    let from = if local.time() < closing { today } else { today.succ_opt().unwrap_or(today) };
    let day = first_workday(from, |day| day_off(country, day));
    Window { opens: day.and_time(opening), closes: day.and_time(closing) }
}

fn hours(country: Option<Country>) -> (NaiveTime, NaiveTime) {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    country.and_then(info).map_or((hour(9), hour(18)), |info| (info.opens, info.closes))
}

#[cfg(test)]
mod tests;
