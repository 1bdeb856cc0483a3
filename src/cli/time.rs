//! Moments as the command line reads and writes them.

use super::Fault;
use crate::domain::{Due, Now, Safe, Say, When, when};
use crate::reference::{Words, local_at, offset_at, to_instant};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta, Utc};

/// How long ago, on the exporter's calendar.
pub fn ago(at: DateTime<Utc>, now: &Now, words: &Words) -> Safe {
    match now.days_since(at) {
        0 => words.get("cli-today"),
        days => words.with("cli-days", &[("days", days.into())]),
    }
}

/// `2026-12-01`, `2026-12-01 15:00 Europe/Berlin`.
pub fn due(due: &Due) -> Safe {
    let time = due.time.map_or_else(String::new, |time| time.format(" %H:%M").to_string());
    let zone = due.zone.as_deref().map_or_else(String::new, |zone| format!(" {zone}"));
    Safe::new(&format!("{}{time}{zone}", due.on))
}

/// A due moment on the exporter's calendar, as the JSON tells it.
pub fn here(due: &Due, now: &Now) -> When {
    due.here(now, to_instant, local_at)
}

/// The day on the exporter's calendar then.
pub fn day(at: DateTime<Utc>, now: &Now) -> NaiveDate {
    at.with_timezone(&offset_at(&now.zone, at).unwrap_or(now.offset)).date_naive()
}

/// What the exporter's wall showed then.
pub fn wall(at: DateTime<Utc>, now: &Now) -> Safe {
    let offset = offset_at(&now.zone, at).unwrap_or(now.offset);
    Safe::new(&at.with_timezone(&offset).format("%Y-%m-%d %H:%M").to_string())
}

/// RFC 3339 with the offset of the exporter's wall then.
pub fn stamp(at: DateTime<Utc>, now: &Now) -> String {
    let offset = offset_at(&now.zone, at).unwrap_or(now.offset);
    at.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// When something was said: RFC 3339, a time (the last such), `yesterday 15:00`, or a date as elsewhere; on the
/// exporter's wall, and not after now.
pub fn past(text: &str, now: &Now) -> Result<DateTime<Utc>, Fault> {
    let at = match DateTime::parse_from_rfc3339(text.trim()) {
        Ok(at) => at.to_utc(),
        Err(_) => {
            let wall = past_wall(text.trim(), now)?;
            to_instant(&now.zone, wall).ok_or_else(|| Fault::Usage(Say::new("when-too-far").with("text", text)))?
        }
    };
    // Clocks differ a little.
    if at > now.instant + TimeDelta::minutes(2) {
        return Err(Fault::Usage(Say::new("cli-log-future").with("text", text)));
    }
    Ok(at)
}

fn past_wall(text: &str, now: &Now) -> Result<NaiveDateTime, Fault> {
    let (today, noon) = (now.today(), NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default());
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    if let Ok(time) = NaiveTime::parse_from_str(text, "%H:%M") {
        let day = if time > now.local().time() { yesterday } else { today };
        return Ok(day.and_time(time));
    }
    if let Some(rest) = ["yesterday", "昨天"].into_iter().find_map(|word| text.strip_prefix(word)) {
        return match rest.trim() {
            "" => Ok(yesterday.and_time(noon)),
            rest => Ok(yesterday.and_time(when::parse(rest, now)?.time.unwrap_or(noon))),
        };
    }
    let when = when::parse(text, now)?;
    let usual = if when.on == today { now.local().time() } else { noon };
    Ok(when.on.and_time(when.time.unwrap_or(usual)))
}
