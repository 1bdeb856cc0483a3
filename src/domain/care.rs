//! Days to greet on (`S2.6`): birthdays, anniversaries, what else the exporter keeps of a customer, and the great days of
//! the customer's country.

use super::workday::Holiday;
use super::{Bundle, CareDate, Country};
use chrono::{Datelike, NaiveDate};

/// How far ahead a greeting is thought of.
pub const AHEAD: i64 = 14;

/// A day on which a country's people are greeted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feast {
    pub country: Country,
    pub on: NaiveDate,
    pub holiday: &'static Holiday,
}

/// Feasts by country and day, as the reference data has them.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Feasts(pub &'static [Feast]);

/// How many: thousands of them say nothing.
impl std::fmt::Debug for Feasts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Feasts").field(&self.0.len()).finish()
    }
}

impl Feasts {
    /// The next one of a country, where it is near.
    pub fn near(self, country: Option<Country>, today: NaiveDate) -> Option<&'static Feast> {
        let country = country?;
        let at = self.0.partition_point(|feast| (feast.country, feast.on) < (country, today));
        self.0.get(at).filter(|it| it.country == country && (it.on - today).num_days() <= AHEAD)
    }
}

/// What there is to greet on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion<'b> {
    /// The customer's own day.
    Own(&'b CareDate),
    /// Its country's.
    Feast(&'static Feast),
}

/// The next time that the day comes, today included; 29 February is the 28th in other years.
pub fn next_on(date: &CareDate, today: NaiveDate) -> Option<NaiveDate> {
    let (month, day) = (u32::from(date.month), u32::from(date.day));
    let in_year = |year| {
        NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, day.checked_sub(1)?))
    };
    in_year(today.year()).filter(|on| *on >= today).or_else(|| in_year(today.year() + 1))
}

/// The next day to greet the customer on, where it is near; its own before its country's.
pub fn near<'b>(bundle: &'b Bundle, feasts: Feasts, today: NaiveDate) -> Option<(NaiveDate, Occasion<'b>)> {
    let own = bundle.care_dates.iter().filter_map(|date| Some((next_on(date, today)?, Occasion::Own(date))));
    let own = own.filter(|(on, _)| (*on - today).num_days() <= AHEAD);
    let theirs = feasts.near(bundle.customer.country, today).map(|it| (it.on, Occasion::Feast(it)));
    own.chain(theirs).min_by_key(|(on, _)| *on)
}

#[cfg(test)]
mod tests;
