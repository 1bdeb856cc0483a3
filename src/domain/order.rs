//! Orders, and what a customer's orders come to.

use super::{Amount, Currency, OrderId, Text};
use chrono::NaiveDate;

mod line;

named! {
    /// How far an order is.
    OrderStatus {
        Open = "open",
        Shipped = "shipped",
        Delivered = "delivered",
        Cancelled = "cancelled",
        Returned = "returned",
    }
}

impl OrderStatus {
    /// In the order of a menu.
    pub const ALL: [Self; 5] = [Self::Open, Self::Shipped, Self::Delivered, Self::Cancelled, Self::Returned];

    /// The inverse of [`OrderStatus::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    /// Whether such an order is business done.
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Cancelled | Self::Returned)
    }
}

named! {
    /// What became of a line.
    LineStatus {
        Sold = "sold",
        Cancelled = "cancelled",
        Returned = "returned",
    }
}

impl LineStatus {
    /// The inverse of [`LineStatus::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Sold, Self::Cancelled, Self::Returned].into_iter().find(|status| status.as_str() == text)
    }
}

/// A product of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    pub product: Text,
    pub quantity: Amount,
    pub amount: Amount,
    pub status: LineStatus,
}

/// Everything about an order that the exporter may write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderFields {
    pub number: Text,
    pub ordered_on: NaiveDate,
    pub currency: Currency,
    /// What the customer pays for the lines, cancelled and returned ones left out; of an order that is cancelled or
    /// returned whole, what it would have come to.
    pub amount: Amount,
    pub status: OrderStatus,
    pub shipped_on: Option<NaiveDate>,
    pub note: Text,
    pub lines: Vec<OrderLine>,
}

/// An order to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrder {
    pub fields: OrderFields,
    /// What makes it the same order when it is read again: its number, or its content and how often that was there.
    pub identity: Text,
}

/// An order as the file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub id: OrderId,
    pub source: Text,
    pub fields: OrderFields,
}

/// An order as statistics need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sale {
    pub customer: super::CustomerId,
    pub on: NaiveDate,
    pub currency: Currency,
    pub amount: Amount,
}

/// What a customer's orders that count come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bought {
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
    pub count: u32,
    totals: Totals,
}

/// Most customers pay in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Totals {
    One(Currency, Money),
    Several(Box<Sums>),
}

/// By currency. Boxed whole: a third of a list's size in every customer.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sums(Vec<(Currency, Amount)>);

/// Eight bytes without the padding that an [`Amount`] beside a [`Currency`] costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Money([u8; 8]);

impl Default for Totals {
    fn default() -> Self {
        Self::One(Currency::NONE, Money::default())
    }
}

impl Bought {
    /// One order more.
    pub fn add(&mut self, on: NaiveDate, currency: Currency, amount: Amount) {
        self.first = Some(self.first.map_or(on, |first| first.min(on)));
        self.last = self.last.max(Some(on));
        let new = self.count == 0;
        self.count = self.count.saturating_add(1);
        match &mut self.totals {
            Totals::One(own, total) if new || *own == currency => {
                *own = currency;
                *total = Money((Amount(i64::from_ne_bytes(total.0)) + amount).0.to_ne_bytes());
            }
            Totals::One(own, total) => {
                let both = vec![(*own, Amount(i64::from_ne_bytes(total.0))), (currency, amount)];
                self.totals = Totals::Several(Box::new(Sums(both)));
            }
            Totals::Several(all) => match all.0.iter_mut().find(|(own, _)| *own == currency) {
                Some((_, total)) => *total = *total + amount,
                None => all.0.push((currency, amount)),
            },
        }
    }

    /// What was bought, by currency, in the order of the first order in each.
    pub fn totals(&self) -> Vec<(Currency, Amount)> {
        match &self.totals {
            _ if self.count == 0 => Vec::new(),
            Totals::One(currency, total) => vec![(*currency, Amount(i64::from_ne_bytes(total.0)))],
            Totals::Several(all) => all.0.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
