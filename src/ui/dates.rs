//! Dates and times in the reader's words.

use super::Screen;
use crate::domain::{Due, Now};
use crate::reference;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];
const DAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];
const LETTERS: [&str; 7] = [
    "weekday-short-1",
    "weekday-short-2",
    "weekday-short-3",
    "weekday-short-4",
    "weekday-short-5",
    "weekday-short-6",
    "weekday-short-7",
];

/// `14:05`
pub fn time(at: NaiveDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// `Nov`
fn month_name(screen: Screen<'_>, day: NaiveDate) -> String {
    screen.get(MONTHS[day.month0() as usize % 12])
}

/// `Sun`
pub fn weekday(screen: Screen<'_>, day: NaiveDate) -> String {
    screen.get(DAYS[day.weekday().num_days_from_monday() as usize % 7])
}

/// `Su`, by days from Monday.
pub fn weekday_short(screen: Screen<'_>, from_monday: usize) -> String {
    screen.get(LETTERS[from_monday % 7])
}

/// `22 Nov`
pub fn day(screen: Screen<'_>, day: NaiveDate) -> String {
    screen.with("date-day", &[("day", i64::from(day.day()).into()), ("month", month_name(screen, day).into())])
}

/// `Sun 22 Nov`
pub fn long_day(screen: Screen<'_>, on: NaiveDate) -> String {
    screen.with("date-weekday", &[("date", day(screen, on).into()), ("weekday", weekday(screen, on).into())])
}

/// `Nov 2026`
pub fn month(screen: Screen<'_>, day: NaiveDate) -> String {
    let args = [("month", month_name(screen, day).into()), ("year", i64::from(day.year()).into())];
    screen.with("date-month", &args)
}

/// `22 Nov`, or `2025-11-22` where another year is meant.
pub fn past(screen: Screen<'_>, on: NaiveDate) -> String {
    let days = (screen.app.now.today() - on).num_days();
    if (-30..330).contains(&days) { day(screen, on) } else { on.format("%y-%m-%d").to_string() }
}

/// The same in at most eight cells, all years as long as `22 Nov`.
pub fn past_short(screen: Screen<'_>, on: NaiveDate) -> String {
    let days = (screen.app.now.today() - on).num_days();
    if (-30..330).contains(&days) { day(screen, on) } else { on.format("%Y-%m").to_string() }
}

/// How long ago: `6d`, months from a hundred days on, then years.
pub fn ago(screen: Screen<'_>, then: DateTime<Utc>) -> String {
    let days = screen.app.now.days_since(then).max(0);
    match days {
        0 => screen.get("ago-today"),
        1..100 => screen.with("ago-days", &[("n", days.into())]),
        100..730 => screen.with("ago-months", &[("n", (days / 30).into())]),
        _ => screen.with("ago-years", &[("n", (days / 365).into())]),
    }
}

/// How pressing a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    Overdue,
    Today,
    Later,
}

/// The date to come in the shortest words (`today`, `Tue`, `−5d !`, `3 Dec`), and how pressing it is.
pub fn next(screen: Screen<'_>, on: NaiveDate) -> (String, Urgency) {
    let days = (on - screen.app.now.today()).num_days();
    match days {
        ..0 => (format!("−{} !", screen.with("ago-days", &[("n", (-days).into())])), Urgency::Overdue),
        0 => (screen.get("date-today"), Urgency::Today),
        1..7 => (weekday(screen, on), Urgency::Later),
        7..330 => (day(screen, on), Urgency::Later),
        _ => (on.format("%y-%m-%d").to_string(), Urgency::Later),
    }
}

/// The style of an urgency.
pub const fn style(screen: Screen<'_>, urgency: Urgency) -> ratatui::style::Style {
    match urgency {
        Urgency::Overdue => screen.theme.bad,
        Urgency::Today => screen.theme.warn,
        Urgency::Later => screen.theme.text(),
    }
}

/// What the exporter's wall shows at `at`.
pub fn here(now: &Now, at: DateTime<Utc>) -> NaiveDateTime {
    let offset = reference::offset_at(&now.zone, at).unwrap_or(now.offset);
    at.with_timezone(&offset).naive_local()
}

/// `today 15:00`, `Mon 23 Nov 09:00`: on the exporter's wall.
pub fn moment(screen: Screen<'_>, at: DateTime<Utc>) -> String {
    let wall = here(&screen.app.now, at);
    let far = (wall.date() - screen.app.now.today()).num_days().abs() > 300;
    match wall.date() == screen.app.now.today() {
        true => format!("{} {}", screen.get("date-today"), time(wall)),
        false if far => format!("{} {}", wall.date().format("%Y-%m-%d"), time(wall)),
        false => format!("{} {}", long_day(screen, wall.date()), time(wall)),
    }
}

/// When a promised time is on the exporter's wall, and what their wall shows then where it is another.
pub fn promised(screen: Screen<'_>, due: &Due) -> Option<(NaiveDateTime, Option<String>)> {
    let there = due.on.and_time(due.time?);
    let own = &screen.app.now.zone;
    let Some(zone) = due.zone.as_deref().filter(|zone| *zone != &**own) else { return Some((there, None)) };
    let here = here(&screen.app.now, reference::to_instant(zone, there)?);
    Some((here, Some(format!("{} {}", time(there), reference::zone_city(zone, screen.app.lang)))))
}
