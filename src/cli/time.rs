//! Moments as the command line writes them.

use crate::domain::{Due, Now, Safe};
use crate::reference::Words;
use chrono::{DateTime, Utc};

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
