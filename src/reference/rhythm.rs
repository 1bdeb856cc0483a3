//! The working days that a plan keeps to: the customer's and the exporter's.

mod because;

pub use because::{Because, Moved, because};

use super::is_workday;
use crate::domain::{
    Bundle, Country, Due, FollowUpId, Now, Status,
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

/// A follow-up that is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    pub id: FollowUpId,
    pub country: Option<Country>,
}

/// An overdue pile spread over the coming days, evenly and as far as these have room; the first of the pile come first.
pub fn spread(
    pile: &[Late],
    rules: &Rules,
    planned: &BTreeMap<NaiveDate, usize>,
    today: NaiveDate,
    over: u16,
) -> Vec<(FollowUpId, Due)> {
    let days = Workdays { home: rules.home };
    let span = || today.iter_days().take(over.into());
    let open = span().filter(|day| is_workday(rules.home, *day)).count().max(1);
    let share = pile.len().div_ceil(open);
    let load = planned.range(today..).map(|(day, count)| (*day, *count));
    let mut load = Load::new(today, rules.capacity).with(load);
    let mut taken: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    let mut moves = Vec::with_capacity(pile.len());
    for late in pile {
        let fits = |day: &NaiveDate| {
            days.works(late.country, *day) && load.has_room(*day) && taken.get(day).copied().unwrap_or(0) < share
        };
        // Where two weeks have no such day, the days after them do.
        let on = today.iter_days().take(FAR).find(fits).unwrap_or(today);
        *taken.entry(on).or_default() += 1;
        load.add(on);
        moves.push((late.id, Due::day(on)));
    }
    moves
}

/// Nobody's pile reaches farther.
const FAR: usize = 3_660;

#[cfg(test)]
mod tests;
