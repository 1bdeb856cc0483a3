//! Time zones: the one place that knows jiff. Its bundled tzdata is used, a machine's own may be older.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Timelike, Utc};
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::collections::HashSet;
use std::sync::LazyLock;

mod city;
mod place;

pub use city::zone_city;
pub use place::{Candidates, zones_of};

static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    // `available` lends names of the database, which is static, but says so of the iterator only.
    let mut names: Vec<&'static str> =
        DATABASE.available().map(|name| &*Box::leak(name.as_str().to_owned().into_boxed_str())).collect();
    names.sort_unstable_by_key(|name| name.to_ascii_lowercase());
    names
});

static EXACT: LazyLock<HashSet<&'static str>> = LazyLock::new(|| NAMES.iter().copied().collect());

/// Every IANA zone name, in alphabetical order.
pub fn zone_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().copied()
}

/// The zone as IANA writes it, from any case.
pub fn zone_name(name: &str) -> Option<&'static str> {
    // Called for rows on the screen, which mostly hold the exact name; compared without a copy.
    if let Some(exact) = EXACT.get(name) {
        return Some(exact);
    }
    let known =
        |known: &&str| known.bytes().map(|b| b.to_ascii_lowercase()).cmp(name.bytes().map(|b| b.to_ascii_lowercase()));
    NAMES.binary_search_by(known).ok().map(|at| NAMES[at])
}

/// Whether `name` is an IANA zone.
pub fn zone_exists(name: &str) -> bool {
    zone_name(name).is_some()
}

fn zone(name: &str) -> Option<TimeZone> {
    DATABASE.get(name).ok()
}

/// The distance from UTC there and then.
pub fn offset_at(name: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    offset_of(&zone(name)?, at)
}

fn offset_of(zone: &TimeZone, at: DateTime<Utc>) -> Option<FixedOffset> {
    let instant = Timestamp::from_second(at.timestamp()).ok()?;
    FixedOffset::east_opt(zone.to_offset(instant).seconds())
}

/// The distances from UTC, in seconds, at the moments given.
fn offsets(name: &str, moments: impl Iterator<Item = DateTime<Utc>>) -> Vec<i32> {
    let zone = zone(name);
    moments.filter_map(|at| offset_of(zone.as_ref()?, at)).map(|offset| offset.local_minus_utc()).collect()
}

/// Loads the tables, so that the first row drawn is as fast as the second. For a thread at the start.
pub fn warm() {
    let zones = zones_of(None, "Berlin", "", None);
    debug_assert!(zones.count() == 1);
}

/// What the wall shows there and then.
pub fn local_at(name: &str, at: DateTime<Utc>) -> Option<NaiveDateTime> {
    at.naive_utc().checked_add_offset(offset_at(name, at)?)
}

/// The instant at which the wall there shows `local`. A time that the clocks skip is moved on by what they skip; of a
/// time that they show twice it is the first.
pub fn to_instant(name: &str, local: NaiveDateTime) -> Option<DateTime<Utc>> {
    let small = |n: u32| i8::try_from(n).ok();
    let wall = jiff::civil::DateTime::new(
        i16::try_from(local.year()).ok()?,
        small(local.month())?,
        small(local.day())?,
        small(local.hour())?,
        small(local.minute())?,
        small(local.second())?,
        0,
    )
    .ok()?;
    let instant = zone(name)?.to_ambiguous_timestamp(wall).compatible().ok()?;
    DateTime::from_timestamp(instant.as_second(), local.nanosecond().min(999_999_999))
}

/// The machine's own zone; `UTC` where it is not known. For the edges only: no rule may depend on it.
pub fn machine_zone() -> Box<str> {
    let own = TimeZone::try_system().ok();
    own.as_ref().and_then(TimeZone::iana_name).and_then(zone_name).unwrap_or("UTC").into()
}

#[cfg(test)]
mod tests;
