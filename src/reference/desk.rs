//! One customer's desk: its clock, calendar and messengers, as the rules about silence ask for them.

use super::{Candidates, Lang, country, hours, kind, rankings::ranking, to_instant, zones_of};
use crate::domain::{
    Bundle, ChannelKind, Country,
    next_channel::Channels,
    silence::{Calendar, Holiday},
};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc, Weekday};
use hours::{Reach, reach};

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
        match reach(self.country, self.wall(zone, at)?) {
            Reach::Open { .. } => Some(at),
            Reach::Soon { opens } | Reach::Closed { opens } => to_instant(zone, opens),
        }
    }
}

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
        match self.country.and_then(country) {
            Some(info) => info.weekend.contains(day.weekday()),
            None => matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    fn holiday(&self, _: NaiveDate) -> Option<Holiday> {
        None
    }

    fn is_open(&self, at: DateTime<Utc>) -> Option<bool> {
        let mut states = self
            .zones
            .iter()
            .map(|zone| self.wall(zone, at).map(|wall| matches!(reach(self.country, wall), Reach::Open { .. })));
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
