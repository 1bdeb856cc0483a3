//! The working days that a plan keeps to: the customer's and the exporter's.

use super::is_workday;
use crate::domain::{
    Bundle, Country, Now, Status,
    cadence::{self, Case, Days, Load, Spot},
    rules::Rules,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Days that both sides work.
#[derive(Clone, Copy, Debug)]
pub struct Workdays {
    /// Whose holidays the exporter keeps.
    pub home: Option<Country>,
}

impl Days for Workdays {
    fn works(&self, country: Option<Country>, day: NaiveDate) -> bool {
        is_workday(country, day) && (country == self.home || is_workday(self.home, day))
    }
}

/// Where the rhythm puts the next follow-up of a customer who is contacted now, with so many planned by day.
pub fn after_contact(bundle: &Bundle, rules: &Rules, planned: &BTreeMap<NaiveDate, usize>, now: &Now) -> Option<Spot> {
    let customer = &bundle.customer;
    let today = now.today();
    let case = Case {
        customer: customer.id,
        country: customer.country,
        pace: rules.pace_of(bundle),
        active: customer.status == Status::Active,
        by_hand: false,
        pause: customer.pause.as_ref().map(|pause| pause.until),
        touched: today,
        arrived: false,
        current: None,
        fresh: true,
    };
    let load = planned.range(today..).map(|(day, count)| (*day, *count));
    let mut load = Load::new(today, rules.capacity).with(load);
    cadence::plan(&[case], &mut load, &Workdays { home: rules.home }, today).pop().flatten()
}
