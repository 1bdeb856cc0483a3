//! Whether somebody can be reached at this moment, and until or from when: for a whole class of customers, those who
//! sit in the same country and zones.

use super::hours::{SOON, Timetable, Window};
use super::{Candidates, is_phone_like, local_at, to_instant, zones_of};
use crate::domain::hours::{Usual, Windows};
use crate::domain::workday::{Holiday, Skip, last_holiday};
use crate::domain::{Bundle, Country};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// What decides when a customer can be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Whereabouts {
    pub country: Option<Country>,
    /// Those it may be in, the likeliest first; one: it is known.
    pub zones: Box<[&'static str]>,
    /// Buys for itself: other windows than an office's.
    pub private: bool,
}

/// How a desk stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Somebody is there.
    Open,
    /// Within two hours.
    Soon,
    /// Asleep, at home, on a weekend.
    Closed,
    /// A public holiday there today.
    Holiday {
        name: &'static Holiday,
        /// The last of the holidays in a row, weekends between them included.
        until: NaiveDate,
    },
    /// Several zones, and only some of them are open.
    Perhaps,
    /// No zone is known.
    #[default]
    Unknown,
}

/// How a class of desks stands at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    pub state: State,
    /// What the likeliest wall shows.
    pub local: Option<NaiveDateTime>,
    /// When the window begins that is open now, or opens next, in every zone that it may be.
    pub opens: Option<DateTime<Utc>>,
    /// When that window ends.
    pub closes: Option<DateTime<Utc>>,
}

impl Presence {
    /// Whether now is, or shortly will be, the time to write or to call.
    pub const fn reachable(&self) -> bool {
        matches!(self.state, State::Open | State::Soon | State::Perhaps)
    }
}

/// Offices that share no hour within this many openings share none.
const OPENINGS: usize = 12;

impl Whereabouts {
    /// Where a customer sits: the zone written, the city, the area code of a phone, the country.
    pub fn of(bundle: &Bundle, windows: &Windows) -> Self {
        let zones = match candidates(bundle) {
            Candidates::One(zone) => Box::new([zone]),
            Candidates::Several(zones) => zones.into_boxed_slice(),
            Candidates::Unknown => Box::default(),
        };
        Self { country: bundle.customer.country, zones, private: windows.is_private(bundle) }
    }

    /// How it stands there. Where the clock there is not known, neither are their own hours.
    pub fn presence(&self, windows: &Windows, usual: Option<Usual>, now: DateTime<Utc>) -> Presence {
        let Some(local) = self.zones.first().and_then(|zone| local_at(zone, now)) else { return Presence::default() };
        let usual = usual.filter(|_| self.zones.len() == 1);
        let hours = Timetable::under(self.country, windows.hours(self.private, usual));
        let shared = self.shared(&hours, now);
        let state = match shared {
            Some((opens, _)) if opens <= now => State::Open,
            _ if self.zones.len() > 1 && self.zones.iter().any(|zone| is_open(&hours, zone, now)) => State::Perhaps,
            _ => match (hours.day_off(local.date()), shared) {
                (Some(Skip::Holiday(name)), _) => {
                    State::Holiday { name, until: last_holiday(local.date(), |day| hours.day_off(day)) }
                }
                (_, Some((opens, _))) if opens - now <= SOON => State::Soon,
                _ => State::Closed,
            },
        };
        let (opens, closes) = shared.unzip();
        Presence { state, local: Some(local), opens, closes }
    }

    /// The window, now or next, that is open in all zones.
    fn shared(&self, hours: &Timetable, now: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let mut from = now;
        for _ in 0..OPENINGS {
            let windows = self.zones.iter().map(|zone| window(hours, zone, from)).collect::<Option<Vec<_>>>()?;
            let opens = windows.iter().map(|(opens, _)| *opens).max()?;
            let closes = windows.iter().map(|(_, closes)| *closes).min()?;
            if opens < closes {
                return Some((opens, closes));
            }
            from = opens;
        }
        None
    }
}

/// The zones that a customer may live in.
pub fn candidates(bundle: &Bundle) -> Candidates {
    let customer = &bundle.customer;
    let phone = bundle.channels.iter().find(|it| is_phone_like(it.kind) && it.norm.starts_with('+'));
    zones_of(customer.country, &customer.city, &customer.zone, phone.map(|channel| &*channel.norm))
}

fn window(hours: &Timetable, zone: &str, at: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let Window { opens, closes } = hours.window(local_at(zone, at)?);
    Some((to_instant(zone, opens)?, to_instant(zone, closes)?))
}

fn is_open(hours: &Timetable, zone: &str, at: DateTime<Utc>) -> bool {
    local_at(zone, at).is_some_and(|local| hours.window(local).contains(local))
}

#[cfg(test)]
mod tests;
