//! Whether somebody there is at the desk: office hours and weekends of the country, on its own wall.

use super::countries::{Weekend, country as info};
use crate::domain::Country;
use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta, Weekday, WeekdaySet};

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
}

const SOON: TimeDelta = TimeDelta::hours(2);

/// Whether an office there is open when its wall shows `local`. Without a country: Monday to Friday, 9 to 18. Public
/// holidays are not looked at.
pub fn reach(country: Option<Country>, local: NaiveDateTime) -> Reach {
    match country.and_then(info) {
        Some(info) => reach_by(info.weekend, info.opens, info.closes, local),
        None => {
            let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap_or_default();
            reach_by(WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]), hour(9), hour(18), local)
        }
    }
}

fn reach_by(weekend: Weekend, opening: NaiveTime, closing: NaiveTime, local: NaiveDateTime) -> Reach {
    let works = |day: NaiveDateTime| !weekend.contains(day.weekday());
    if works(local) && (opening..closing).contains(&local.time()) {
        return Reach::Open { closes: local.date().and_time(closing) };
    }
    let mut opens = local.date().and_time(opening);
    // A week holds a working day; at the end of the calendar, today stands.
    for _ in 0..8 {
        if opens > local && works(opens) {
            break;
        }
        opens = opens.checked_add_signed(TimeDelta::days(1)).unwrap_or(opens);
    }
    if opens.signed_duration_since(local) <= SOON { Reach::Soon { opens } } else { Reach::Closed { opens } }
}

#[cfg(test)]
mod tests;
