//! The exporter's own rules: how often each tier is contacted, and how long it may be left alone.

use super::{Bundle, Tier, funnel::Stages};
use chrono::{Days, NaiveDate};

/// Cadences and limits by tier, in days; the defaults are the articles' (`S4.2`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Days between contacts, by [`Tier::index`]; none: 30, like a C.
    pub cadence: [u16; 4],
    /// Days without a touch after which a customer falls into the open sea (`S0.3`).
    pub open_sea: [u16; 4],
    /// The funnel.
    pub stages: Stages,
}

impl Default for Rules {
    fn default() -> Self {
        Self { cadence: [7, 14, 30, 30], open_sea: [30, 60, 120, 90], stages: Stages::default() }
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

    /// Whether the customer was left alone longer than its tier allows.
    pub fn in_open_sea(&self, bundle: &Bundle, now: &super::Now) -> bool {
        let touched = bundle.last_contact().unwrap_or(bundle.customer.created_at);
        now.days_since(touched) > i64::from(self.open_sea[bundle.customer.tier.index()])
    }
}
