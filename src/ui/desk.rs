//! What time it is at a customer's desk, and whether somebody sits there.

use super::Screen;
use crate::domain::{Bundle, Country};
use crate::reference::{self, Candidates, Reach};
use chrono::NaiveDateTime;
use ratatui::style::Style;

/// A wall clock at a customer's.
pub struct Desk {
    pub zone: &'static str,
    pub local: NaiveDateTime,
    pub reach: Reach,
}

/// The desks that a customer may sit at, the likeliest first; empty where nothing is known.
pub fn desks(screen: Screen<'_>, bundle: &Bundle) -> Vec<Desk> {
    let zones = match zones_of(bundle) {
        Candidates::One(zone) => vec![zone],
        Candidates::Several(zones) => zones,
        Candidates::Unknown => Vec::new(),
    };
    zones.into_iter().filter_map(|zone| desk(screen, bundle.customer.country, zone)).collect()
}

/// The likeliest desk, and whether there are others.
pub fn first(screen: Screen<'_>, bundle: &Bundle) -> Option<(Desk, bool)> {
    let (zone, others) = match zones_of(bundle) {
        Candidates::One(zone) => (zone, false),
        Candidates::Several(zones) => (*zones.first()?, zones.len() > 1),
        Candidates::Unknown => return None,
    };
    Some((desk(screen, bundle.customer.country, zone)?, others))
}

fn zones_of(bundle: &Bundle) -> Candidates {
    let customer = &bundle.customer;
    let phone = bundle.channels.iter().find(|channel| channel.norm.starts_with('+')).map(|channel| &*channel.norm);
    reference::zones_of(customer.country, &customer.city, &customer.zone, phone)
}

fn desk(screen: Screen<'_>, country: Option<Country>, zone: &'static str) -> Option<Desk> {
    let local = reference::local_at(zone, screen.app.now.instant)?;
    Some(Desk { zone, local, reach: reference::reach(country, local) })
}

/// The dot that says whether somebody is there: full, half, empty.
pub const fn dot(screen: Screen<'_>, reach: Reach) -> (&'static str, Style) {
    match reach {
        Reach::Open { .. } => ("●", screen.theme.open),
        Reach::Soon { .. } => ("◐", screen.theme.soon),
        Reach::Closed { .. } | Reach::Holiday { .. } => ("○", screen.theme.closed),
    }
}
