//! Orders in JSON. Money is a decimal string beside its currency.

use crate::domain::{Amount, Bundle, Currency, Order, OrderLine};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrderJson {
    pub id: i64,
    pub number: String,
    pub ordered: String,
    pub currency: String,
    pub amount: String,
    pub status: &'static str,
    pub shipped: Option<String>,
    pub source: String,
    pub note: String,
    pub lines: Vec<OrderLineJson>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrderLineJson {
    pub product: String,
    pub quantity: String,
    pub amount: String,
    pub status: &'static str,
}

/// A sum in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MoneyJson {
    pub currency: String,
    pub amount: String,
}

/// What a customer's orders that count come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoughtJson {
    pub orders: u32,
    pub first: Option<String>,
    pub last: Option<String>,
    pub totals: Vec<MoneyJson>,
}

impl MoneyJson {
    pub fn new(currency: Currency, amount: Amount) -> Self {
        Self { currency: currency.to_string(), amount: amount.plain() }
    }
}

impl BoughtJson {
    pub fn new(bundle: &Bundle) -> Self {
        let bought = &bundle.bought;
        Self {
            orders: bought.count,
            first: bought.first.map(|on| on.to_string()),
            last: bought.last.map(|on| on.to_string()),
            totals: bought.totals().into_iter().map(|(currency, amount)| MoneyJson::new(currency, amount)).collect(),
        }
    }
}

impl OrderJson {
    pub fn new(order: &Order) -> Self {
        let fields = &order.fields;
        Self {
            id: order.id.0,
            number: fields.number.to_string(),
            ordered: fields.ordered_on.to_string(),
            currency: fields.currency.to_string(),
            amount: fields.amount.plain(),
            status: fields.status.as_str(),
            shipped: fields.shipped_on.map(|on| on.to_string()),
            source: order.source.to_string(),
            note: fields.note.to_string(),
            lines: fields.lines.iter().map(OrderLineJson::new).collect(),
        }
    }
}

impl OrderLineJson {
    fn new(line: &OrderLine) -> Self {
        Self {
            product: line.product.to_string(),
            quantity: line.quantity.plain(),
            amount: line.amount.plain(),
            status: line.status.as_str(),
        }
    }
}
