//! Time zones: the one place that knows jiff. Its bundled tzdata is used, a machine's own may be older.

use crate::domain::Country;
use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};

/// The zones that a customer may live in. Never a guess: several stay several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidates {
    One(&'static str),
    /// The likeliest first.
    Several(Vec<&'static str>),
    Unknown,
}

/// Whether `name` is an IANA zone.
pub fn zone_exists(name: &str) -> bool {
    jiff::tz::TimeZoneDatabase::bundled().get(name).is_ok()
}

/// The distance from UTC there and then.
pub fn offset_at(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    let _unused = (zone, at);
    None
}

/// What the wall shows there and then.
pub fn local_at(zone: &str, at: DateTime<Utc>) -> Option<NaiveDateTime> {
    Some(at.with_timezone(&offset_at(zone, at)?).naive_local())
}

/// The instant at which the wall there shows `local`. A time that the clocks skip is moved on by what they skip; of a
/// time that they show twice it is the first.
pub fn to_instant(zone: &str, local: NaiveDateTime) -> Option<DateTime<Utc>> {
    let _unused = (zone, local);
    None
}

/// The zones of a customer. An explicit zone wins, then the city, then the area code of a phone, then the country.
pub fn zones_of(country: Option<Country>, city: &str, zone: &str, e164: Option<&str>) -> Candidates {
    let _unused = (country, city, zone, e164);
    Candidates::Unknown
}

/// Every IANA zone name.
pub fn zone_names() -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}

/// The machine's own zone; `UTC` where it is not known. For the edges only: no rule may depend on it.
pub fn machine_zone() -> Box<str> {
    "UTC".into()
}
