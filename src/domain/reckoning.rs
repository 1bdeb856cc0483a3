//! How the exporter's figures are reckoned: in which currency, over which days, and what a tier goes by.

use super::sales::{Collector, Rates};
use super::suggest::SuggestRules;
use chrono::{Days, NaiveDate};

/// All of it, as the configuration has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reckoning {
    pub rates: Rates,
    /// Scores look at orders of so many days; `None`: all.
    pub rfm_days: Option<u16>,
    pub suggest: SuggestRules,
}

impl Reckoning {
    /// What scores as of a day are reckoned from.
    pub fn rfm(&self, as_of: NaiveDate) -> Collector {
        let from = self.rfm_days.and_then(|days| as_of.checked_sub_days(Days::new(days.into())));
        Collector::new(from.unwrap_or(NaiveDate::MIN), as_of, as_of)
    }

    /// What tiers as of a day are suggested from.
    pub fn tiers(&self, as_of: NaiveDate) -> Collector {
        let (from, late) = self.suggest.days(as_of);
        Collector::new(from, as_of, late)
    }
}
