//! Dates as people write them: `fri 15:00`, `+2w`, `下周一`. Relative to a given [`Now`]; nothing here asks a clock.

use super::{Due, Now, Say, Text};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use day::{Fault, day};
use scan::Scan;
use time::{hour, time};

mod day;
mod scan;
mod time;

/// A day, or a minute of it, on whichever wall the reader's [`Now`] shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    pub on: NaiveDate,
    pub time: Option<NaiveTime>,
}

impl When {
    /// As a follow-up's date; `zone` is the one whose wall was meant (`None`: the exporter's).
    pub fn due(self, zone: Option<Text>) -> Due {
        Due { on: self.on, time: self.time, zone }
    }
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    #[error("no date given")]
    Empty,
    #[error("`{0}` is not a date")]
    Unknown(String),
    #[error("there is no {0}")]
    NoSuchDay(String),
    #[error("`{0}` is too far away")]
    TooFar(String),
}

impl WhenError {
    /// The sentence, with examples of what is understood.
    pub fn say(&self) -> Say {
        match self {
            Self::Empty => Say::new("when-empty"),
            Self::Unknown(text) => Say::new("when-unknown").with("text", text.as_str()),
            Self::NoSuchDay(text) => Say::new("when-no-such-day").with("text", text.as_str()),
            Self::TooFar(text) => Say::new("when-too-far").with("text", text.as_str()),
        }
    }
}

impl Due {
    /// The promised instant; `None` without a time, or where the zone is unknown. `to_instant` is what knows the zones:
    /// `reference::to_instant`, or a fixed table in a test.
    pub fn instant(
        &self,
        now: &Now,
        to_instant: impl Fn(&str, NaiveDateTime) -> Option<DateTime<Utc>>,
    ) -> Option<DateTime<Utc>> {
        let wall = self.on.and_time(self.time?);
        to_instant(self.zone.as_deref().unwrap_or(&now.zone), wall)
    }

    /// The same moment on the exporter's calendar: 15:00 in Berlin is 22:00 in Shanghai, and 20:00 in New York is
    /// tomorrow. A day without a time stays that day. `local_at` is `reference::local_at`.
    pub fn here(
        &self,
        now: &Now,
        to_instant: impl Fn(&str, NaiveDateTime) -> Option<DateTime<Utc>>,
        local_at: impl Fn(&str, DateTime<Utc>) -> Option<NaiveDateTime>,
    ) -> When {
        let own = When { on: self.on, time: self.time };
        if self.zone.is_none() {
            return own;
        }
        let wall = self.instant(now, to_instant).and_then(|at| local_at(&now.zone, at));
        wall.map_or(own, |wall| When { on: wall.date(), time: Some(wall.time()) })
    }
}

/// Reads a whole text as a date. For a time on a customer's wall, hand in a `now` of that zone.
pub fn parse(text: &str, now: &Now) -> Result<When, WhenError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(WhenError::Empty);
    }
    let Some((found, rest)) = front(text, now) else { return Err(WhenError::Unknown(text.to_owned())) };
    let when = found.map_err(|fault| match fault {
        Fault::NoSuchDay => WhenError::NoSuchDay(text.to_owned()),
        Fault::TooFar => WhenError::TooFar(text.to_owned()),
    })?;
    if rest.is_empty() { Ok(when) } else { Err(WhenError::Unknown(rest.to_owned())) }
}

/// Takes the date off the front of a line: `fri 15:00 send PI` is Friday 15:00 and `send PI`.
pub fn split<'t>(text: &'t str, now: &Now) -> Option<(When, &'t str)> {
    let (found, rest) = front(text, now)?;
    // `25:00` is a slip of the hour and no note.
    if time_like(rest) { None } else { found.ok().map(|when| (when, rest)) }
}

/// Whether a text begins like a time: `25:00`, `15.00`.
fn time_like(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(text);
    let minutes = text.get(hour..).and_then(|rest| rest.strip_prefix([':', '.', '：']));
    (1..=2).contains(&hour) && minutes.is_some_and(|minutes| digits(minutes) == 2)
}

/// A day and perhaps a time, or a time and perhaps a day; and what is left of the line.
fn front<'t>(text: &'t str, now: &Now) -> Option<(Result<When, Fault>, &'t str)> {
    let today = now.today();
    let mut scan = Scan::new(text);
    let found = if let Some(day) = day(&mut scan, today) {
        let time = behind(&mut scan, |ahead| {
            if ahead.before_iso_time() {
                ahead.one_of(&['T', 't']);
            }
            let at = ahead.word_of(&["at"]).is_some();
            ahead.gap();
            time(ahead).or_else(|| at.then(|| hour(ahead)).flatten())
        });
        day.map(|on| When { on, time })
    } else {
        let at = scan.word_of(&["at"]).is_some();
        scan.gap();
        let time = time(&mut scan).or_else(|| at.then(|| hour(&mut scan)).flatten())?;
        let day = behind(&mut scan, |ahead| day(ahead, today)).unwrap_or_else(|| next_time(time, now));
        day.map(|on| When { on, time: Some(time) })
    };
    scan.gap();
    Some((found, scan.rest))
}

/// What `read` finds after a gap; the scan stays where it was if that is nothing.
fn behind<T>(scan: &mut Scan<'_>, read: impl FnOnce(&mut Scan<'_>) -> Option<T>) -> Option<T> {
    let mut ahead = *scan;
    ahead.gap();
    let found = read(&mut ahead)?;
    *scan = ahead;
    Some(found)
}

/// The next day on which this time is still to come.
fn next_time(time: NaiveTime, now: &Now) -> Result<NaiveDate, Fault> {
    let today = now.today();
    if time > now.local().time() { Ok(today) } else { today.succ_opt().ok_or(Fault::TooFar) }
}

#[cfg(test)]
mod tests;
