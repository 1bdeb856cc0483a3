//! Whether somebody there is at the desk: office hours, weekends and holidays of the country, on its own wall.

use super::countries::country as info;
use super::holidays::day_off;
use crate::domain::Country;
use crate::domain::hours::Hours;
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

/// How long before it opens a desk is open soon.
pub const SOON: TimeDelta = TimeDelta::hours(2);

/// Hours in a country.
#[derive(Clone, Debug, Default)]
pub struct Timetable {
    country: Option<Country>,
    hours: Hours,
}

impl Timetable {
    /// An office's, by the hours of its country. Without a country: Monday to Friday, 9 to 18.
    pub fn office(country: Option<Country>) -> Self {
        Self::under(country, Hours::default())
    }

    /// By these hours, on the days of that country.
    pub const fn under(country: Option<Country>, hours: Hours) -> Self {
        Self { country, hours }
    }

    /// Why a day is off.
    pub fn day_off(&self, day: NaiveDate) -> Option<Skip> {
        if self.hours.any_day { None } else { day_off(self.country, day) }
    }

    /// Whether somebody is there when the wall there shows `local`.
    pub fn reach(&self, local: NaiveDateTime) -> Reach {
        let Window { opens, closes } = self.window(local);
        if opens <= local && local < closes {
            return Reach::Open { closes };
        }
        match self.day_off(local.date()) {
            Some(Skip::Holiday(name)) => {
                let until = last_holiday(local.date(), |day| self.day_off(day));
                Reach::Holiday { name, until, opens }
            }
            _ if opens.signed_duration_since(local) <= SOON => Reach::Soon { opens },
            _ => Reach::Closed { opens },
        }
    }

    /// The hours there, now or next, when the wall shows `local`.
    pub fn window(&self, local: NaiveDateTime) -> Window {
        let today = local.date();
        let left = |window: &Window| window.closes > local;
        if self.day_off(today).is_none()
            && let Some(window) = self.of(today).into_iter().find(left)
        {
            return window;
        }
        // At the end of the calendar, today stands.
        let tomorrow = today.succ_opt().unwrap_or(today);
        let day = first_workday(tomorrow, |day| self.day_off(day));
        let first = self.of(day).into_iter().next();
        first.unwrap_or(Window { opens: day.and_time(NaiveTime::MIN), closes: day.and_time(NaiveTime::MIN) })
    }

    /// The windows that begin on a day, in their order; one that ends at midnight goes on with the next day's first.
    fn of(&self, day: NaiveDate) -> Vec<Window> {
        let at = |minute: u16| {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0);
            match time {
                Some(time) => day.and_time(time),
                None => day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN),
            }
        };
        let spans = &self.hours.spans;
        if spans.is_empty() {
            let (opens, closes) = hours(self.country);
            return vec![Window { opens: day.and_time(opens), closes: day.and_time(closes) }];
        }
        let mut windows: Vec<Window> =
            spans.iter().map(|span| Window { opens: at(span.from), closes: at(span.until) }).collect();
        if let (Some(first), Some(last)) = (spans.first(), windows.last_mut())
            && first.from == 0
            && last.closes.date() > day
            && self.day_off(last.closes.date()).is_none()
        {
            last.closes += TimeDelta::minutes(i64::from(first.until));
        }
        windows
    }
}

/// Whether an office there is open when its wall shows `local`.
pub fn reach(country: Option<Country>, local: NaiveDateTime) -> Reach {
    Timetable::office(country).reach(local)
}

/// The office hours there, now or next, when its wall shows `local`.
pub fn window(country: Option<Country>, local: NaiveDateTime) -> Window {
    Timetable::office(country).window(local)
}

fn hours(country: Option<Country>) -> (NaiveTime, NaiveTime) {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    country.and_then(info).map_or((hour(9), hour(18)), |info| (info.opens, info.closes))
}

#[cfg(test)]
mod tests;
