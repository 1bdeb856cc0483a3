//! The exporter's own rules: how often each tier is contacted, and how long it may be left alone.

use super::{Bundle, Closing, FollowUpId, Tier, hours::Windows};
use chrono::{Days, NaiveDate};

/// Cadences and limits by tier, in days; the defaults are the articles' (`S4.2`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Days between contacts, by [`Tier::index`]; none: 30, like a C.
    pub cadence: [u16; 4],
    /// Days without a touch after which a customer falls into the open sea (`S0.3`).
    pub open_sea: [u16; 4],
    /// The same for those who have bought, whatever their tier; 0: as the tier says.
    pub open_sea_bought: u16,
    /// When people are reached.
    pub windows: Windows,
}

impl Default for Rules {
    fn default() -> Self {
        Self { cadence: [7, 14, 30, 30], open_sea: [30, 60, 120, 90], open_sea_bought: 0, windows: Windows::default() }
    }
}

impl Rules {
    /// Days between contacts for this customer: its own, or its tier's.
    pub fn cadence_of(&self, own: Option<u16>, tier: Tier) -> u16 {
        own.unwrap_or(self.cadence[tier.index()]).max(1)
    }

    /// The next follow-up's date that the cadence asks for after a contact on `contact`.
    pub fn next_after(&self, contact: NaiveDate, own: Option<u16>, tier: Tier) -> NaiveDate {
        let days = Days::new(self.cadence_of(own, tier).into());
        contact.checked_add_days(days).unwrap_or(contact)
    }

    /// The date of the next follow-up after a contact today: by the cadence, and not before a pause ends.
    pub fn next_for(&self, bundle: &Bundle, today: NaiveDate) -> NaiveDate {
        let customer = &bundle.customer;
        let next = self.next_after(today, customer.cadence_days, customer.tier);
        bundle.away(today).map_or(next, |pause| next.max(pause.until))
    }

    /// How many days the customer may be left alone.
    pub fn limit_of(&self, bundle: &Bundle) -> u16 {
        match self.open_sea_bought {
            days if days > 0 && bundle.ever_bought() => days,
            _ => self.open_sea[bundle.customer.tier.index()],
        }
    }

    /// Whether the customer was left alone longer than that. Nobody mines those who are away, or who are none.
    pub fn in_open_sea(&self, bundle: &Bundle, now: &super::Now) -> bool {
        let touched = bundle.last_contact().unwrap_or(bundle.customer.created_at);
        now.days_since(touched) > i64::from(self.limit_of(bundle))
            && !bundle.customer.verdict.is_final()
            && bundle.away(now.today()).is_none()
    }
}

/// What a contact on a day does: the open follow-ups (with their days) that were due by then.
pub fn closed_by_contact(open: impl IntoIterator<Item = (FollowUpId, NaiveDate)>, contact: NaiveDate) -> Vec<Closing> {
    let due = open.into_iter().filter(|(_, day)| *day <= contact);
    due.map(|(id, day)| Closing { id, late: day < contact }).collect()
}

#[cfg(test)]
mod tests;
