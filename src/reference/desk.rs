//! One customer's desk: its clock, calendar and messengers, as the rules about silence ask for them.

use super::{Candidates, Lang, Timetable, kind, rankings::ranking, to_instant, zones_of};
use crate::domain::{
    Bundle, ChannelKind, Country, Detail, Skip,
    hours::Windows,
    next_channel::{Channels, answers},
    silence::{Calendar, Holiday, answering_hours},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// The desk of a customer.
#[derive(Clone, Debug)]
pub struct Desk {
    country: Option<Country>,
    /// Those it may be in; one: it is known.
    zones: Vec<&'static str>,
    hours: Timetable,
    lang: Lang,
}

impl Desk {
    /// The desk of this customer; names are in `lang`.
    pub fn of(bundle: &Bundle, windows: &Windows, lang: Lang) -> Self {
        let customer = &bundle.customer;
        let number = |norm: &str| norm.strip_prefix('+').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        let phone = bundle.channels.iter().map(|channel| &*channel.norm).find(|norm| number(norm));
        let zones = match zones_of(customer.country, &customer.city, &customer.zone, phone) {
            Candidates::One(zone) => vec![zone],
            Candidates::Several(zones) => zones,
            Candidates::Unknown => Vec::new(),
        };
        let hours = Timetable::under(customer.country, windows.hours(windows.is_private(bundle), None));
        Self { country: customer.country, zones, hours, lang }
    }

    /// With the hours in which they answer, where their timeline shows some.
    pub fn answering(self, bundle: &Bundle, detail: &Detail, windows: &Windows) -> Self {
        let Some(usual) = answering_hours(&answers(&detail.timeline), &self) else { return self };
        let hours = Timetable::under(self.country, windows.hours(windows.is_private(bundle), Some(usual)));
        Self { hours, ..self }
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
        let office = self.hours.window(wall);
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
        matches!(self.hours.day_off(day), Some(Skip::Weekend))
    }

    fn holiday(&self, day: NaiveDate) -> Option<Holiday> {
        let Some(Skip::Holiday(found)) = self.hours.day_off(day) else { return None };
        let off = day.iter_days().take(CLOSED).take_while(|day| self.hours.day_off(*day).is_some());
        let (name, estimated) = (found.name(self.lang).to_string(), found.estimated);
        Some(Holiday { name, until: off.last().unwrap_or(day), estimated })
    }

    fn is_open(&self, at: DateTime<Utc>) -> Option<bool> {
        let open = |zone: &&str| self.wall(zone, at).map(|wall| self.hours.window(wall).contains(wall));
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
