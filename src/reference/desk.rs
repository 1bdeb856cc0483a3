//! One customer's desk: its clock, calendar and messengers, as the rules about silence ask for them.

use super::{Candidates, Lang, day_off, kind, rankings::ranking, to_instant, window, zones_of};
use crate::domain::{
    Bundle, ChannelKind, Country, Skip,
    next_channel::Channels,
    silence::{Calendar, Holiday},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// The desk of a customer.
#[derive(Clone, Debug)]
pub struct Desk {
    country: Option<Country>,
    /// Those it may be in; one: it is known.
    zones: Vec<&'static str>,
    lang: Lang,
}

impl Desk {
    /// The desk of this customer; names are in `lang`.
    pub fn of(bundle: &Bundle, lang: Lang) -> Self {
        let customer = &bundle.customer;
        let number = |norm: &str| norm.strip_prefix('+').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        let phone = bundle.channels.iter().map(|channel| &*channel.norm).find(|norm| number(norm));
        let zones = match zones_of(customer.country, &customer.city, &customer.zone, phone) {
            Candidates::One(zone) => vec![zone],
            Candidates::Several(zones) => zones,
            Candidates::Unknown => Vec::new(),
        };
        Self { country: customer.country, zones, lang }
    }

    /// The zone, where there is only one.
    pub fn zone(&self) -> Option<&'static str> {
        match self.zones[..] {
            [zone] => Some(zone),
            _ => None,
        }
    }

    fn wall(&self, zone: &str, at: DateTime<Utc>) -> Option<NaiveDateTime> {
        super::local_at(zone, at)
    }

    fn next_open_in(&self, zone: &str, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let wall = self.wall(zone, at)?;
        let office = window(self.country, wall);
        if office.contains(wall) { Some(at) } else { to_instant(zone, office.opens) }
    }
}

/// No country is closed for longer.
const CLOSED: usize = 60;

/// Offices that share no hour within this many openings share none.
const OPENINGS: usize = 12;

impl Calendar for Desk {
    fn local(&self, at: DateTime<Utc>) -> Option<NaiveDateTime> {
        self.wall(self.zone()?, at)
    }

    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        let wall = self.zones.first().and_then(|zone| self.wall(zone, at));
        wall.map_or_else(|| at.date_naive(), |wall| wall.date())
    }

    fn is_weekend(&self, day: NaiveDate) -> bool {
        matches!(day_off(self.country, day), Some(Skip::Weekend))
    }

    fn holiday(&self, day: NaiveDate) -> Option<Holiday> {
        let Some(Skip::Holiday(found)) = day_off(self.country, day) else { return None };
        let off = day.iter_days().take(CLOSED).take_while(|day| day_off(self.country, *day).is_some());
        let (name, estimated) = (found.name(self.lang).to_string(), found.estimated);
        Some(Holiday { name, until: off.last().unwrap_or(day), estimated })
    }

    fn is_open(&self, at: DateTime<Utc>) -> Option<bool> {
        let open = |zone: &&str| self.wall(zone, at).map(|wall| window(self.country, wall).contains(wall));
        let mut states = self.zones.iter().map(open);
        let first = states.next()??;
        states.all(|state| state == Some(first)).then_some(first)
    }

    fn next_open(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let first = self.next_open_in(self.zones.first()?, at)?;
        let mut open = first;
        for _ in 0..OPENINGS {
            let latest = self.zones.iter().filter_map(|zone| self.next_open_in(zone, open)).max()?;
            if latest == open {
                return Some(open);
            }
            open = latest;
        }
        Some(first)
    }

    fn instant(&self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        to_instant(self.zones.first()?, local)
    }
}

impl Channels for Desk {
    fn ranking(&self) -> &[ChannelKind] {
        ranking(self.country)
    }

    fn successor(&self, k: ChannelKind) -> Option<&str> {
        kind(k)?.retired.as_ref().map(|retired| retired.successor)
    }

    fn name(&self, k: ChannelKind) -> String {
        kind(k).map_or_else(|| k.to_string(), |info| info.name(self.lang).to_owned())
    }
}

#[cfg(test)]
mod tests;
