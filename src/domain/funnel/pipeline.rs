//! What is in the funnel: the customers' open orders, in one currency as far as rates are known, and who is stuck.

use super::Funnel;
use crate::domain::sales::Rates;
use crate::domain::{Amount, Currency, CustomerId, Sale};
use std::collections::{BTreeMap, HashMap};

/// What the columns say beyond who is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pipeline {
    /// Who stays in a stage longer than usual, and how many days it is.
    pub stuck: HashMap<CustomerId, u32>,
    pub open: Open,
}

impl Pipeline {
    pub fn of(funnel: &Funnel, open: Open) -> Self {
        Self { stuck: funnel.stuck.iter().map(|it| (it.id, it.days)).collect(), open }
    }
}

/// Open orders by customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The currency of [`Purse::amount`].
    pub currency: Currency,
    /// What was converted at which rate, and what has none.
    pub converted: Vec<(Currency, Amount)>,
    pub apart: Vec<Currency>,
    by_customer: HashMap<CustomerId, Purse>,
}

impl Open {
    /// What a customer's open orders come to; `None`: there are none.
    pub fn of(&self, id: CustomerId) -> Option<&Purse> {
        self.by_customer.get(&id)
    }
}

/// A sum of money in the exporter's currency, and beside it what cannot be converted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purse {
    pub amount: Amount,
    /// Part of it was in another currency.
    pub converted: bool,
    /// By currency.
    pub apart: BTreeMap<Currency, Amount>,
}

impl Purse {
    /// Both together.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.amount = self.amount + other.amount;
        self.converted |= other.converted;
        for (currency, amount) in &other.apart {
            let there = self.apart.entry(*currency).or_default();
            *there = *there + *amount;
        }
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.amount == Amount::ZERO && self.apart.is_empty()
    }
}

/// Adds open orders up as they are read: by customer, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Collector {
    parts: Vec<(CustomerId, Currency, Amount)>,
    counts: BTreeMap<Currency, usize>,
}

impl Collector {
    /// Takes in an order; those of one customer come together.
    pub fn add(&mut self, sale: &Sale) {
        *self.counts.entry(sale.currency).or_default() += 1;
        let mut own = self.parts.iter_mut().rev().take_while(|part| part.0 == sale.customer);
        match own.find(|part| part.1 == sale.currency) {
            Some(part) => part.2 = part.2 + sale.amount,
            None => self.parts.push((sale.customer, sale.currency, sale.amount)),
        }
    }

    /// The sums, in the exporter's currency; without one in that of most orders.
    pub fn sums(self, rates: &Rates) -> Open {
        let most = self.counts.iter().max_by_key(|(_, count)| **count).map(|(currency, _)| *currency);
        let currency = if rates.currency.is_known() { rates.currency } else { most.unwrap_or_default() };
        let mut open = Open { currency, ..Open::default() };
        for of in self.counts.keys().filter(|of| **of != currency) {
            match rates.rates.get(of) {
                Some(rate) => open.converted.push((*of, *rate)),
                None => open.apart.push(*of),
            }
        }
        for (customer, of, amount) in self.parts {
            let purse = open.by_customer.entry(customer).or_default();
            match rates.rates.get(&of) {
                _ if of == currency => purse.amount = purse.amount + amount,
                Some(rate) => {
                    purse.amount = purse.amount + amount.times(*rate);
                    purse.converted = true;
                }
                None => drop(purse.apart.insert(of, amount)),
            }
        }
        open
    }
}

#[cfg(test)]
mod tests;
