//! What customers bought, added up in one currency.

use super::{Amount, Currency, CustomerId, Sale};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// In which currency sums are shown, and what the others are worth in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    /// Not known: the one of most orders.
    pub currency: Currency,
    /// What one of each is worth in [`Rates::currency`].
    pub rates: BTreeMap<Currency, Amount>,
}

/// One customer's orders in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    customer: CustomerId,
    currency: Currency,
    total: Total,
}

/// What some orders come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub orders: u32,
    pub amount: Amount,
    /// Of [`Total::amount`], what was ordered from the collector's later day on.
    pub late: Amount,
    pub late_orders: u32,
}

/// Adds sales up as they are read: by customer, one after the other.
#[derive(Clone, Debug)]
pub struct Collector {
    from: NaiveDate,
    to: NaiveDate,
    late: NaiveDate,
    parts: Vec<Part>,
    counts: BTreeMap<Currency, usize>,
}

/// Every buyer's total in one currency, by customer, and what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub currency: Currency,
    pub buyers: Vec<(CustomerId, Total)>,
    /// Orders that were converted, by currency.
    pub converted: Vec<(Currency, usize)>,
    /// Orders without a rate, by currency: they are not in the sums.
    pub left_out: Vec<(Currency, usize)>,
}

impl Collector {
    /// Orders from `from` to `to`, both included; `late` divides them.
    pub const fn new(from: NaiveDate, to: NaiveDate, late: NaiveDate) -> Self {
        Self { from, to, late, parts: Vec::new(), counts: BTreeMap::new() }
    }

    /// Takes in a sale; those of one customer come together.
    pub fn add(&mut self, sale: &Sale) {
        if sale.on < self.from || sale.on > self.to {
            return;
        }
        *self.counts.entry(sale.currency).or_default() += 1;
        let late = sale.on >= self.late;
        let mine = self.parts.iter_mut().rev().take_while(|part| part.customer == sale.customer);
        match { mine }.find(|part| part.currency == sale.currency) {
            Some(part) => {
                let total = &mut part.total;
                total.first = total.first.min(sale.on);
                total.last = total.last.max(sale.on);
                total.orders += 1;
                total.amount = total.amount + sale.amount;
                total.late_orders += u32::from(late);
                total.late = total.late + if late { sale.amount } else { Amount::ZERO };
            }
            None => self.parts.push(Part {
                customer: sale.customer,
                currency: sale.currency,
                total: Total {
                    first: sale.on,
                    last: sale.on,
                    orders: 1,
                    amount: sale.amount,
                    late: if late { sale.amount } else { Amount::ZERO },
                    late_orders: u32::from(late),
                },
            }),
        }
    }

    /// The totals, in one currency.
    pub fn sums(self, rates: &Rates) -> Sums {
        let most = self.counts.iter().max_by_key(|(_, count)| **count).map(|(currency, _)| *currency);
        let currency = if rates.currency.is_known() { rates.currency } else { most.unwrap_or_default() };
        let rate = |of: Currency| if of == currency { Some(Amount::whole(1)) } else { rates.rates.get(&of).copied() };
        let mut sums = Sums { currency, ..Sums::default() };
        for (of, count) in self.counts.iter().filter(|(of, _)| **of != currency) {
            let list = if rate(*of).is_some() { &mut sums.converted } else { &mut sums.left_out };
            list.push((*of, *count));
        }
        sums.buyers.reserve(self.parts.len());
        for part in self.parts {
            let Some(rate) = rate(part.currency) else { continue };
            let mut total = part.total;
            if part.currency != currency {
                total.amount = total.amount.times(rate);
                total.late = total.late.times(rate);
            }
            match sums.buyers.last_mut().filter(|(customer, _)| *customer == part.customer) {
                Some((_, there)) => there.join(&total),
                None => sums.buyers.push((part.customer, total)),
            }
        }
        sums
    }
}

impl Total {
    fn join(&mut self, other: &Self) {
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
        self.orders += other.orders;
        self.amount = self.amount + other.amount;
        self.late = self.late + other.late;
        self.late_orders += other.late_orders;
    }
}
