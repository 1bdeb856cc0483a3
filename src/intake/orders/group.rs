//! Items to orders: those of one number and buyer are one; an item without a number is one by itself.

use super::rows::{Item, Items};
use crate::domain::{Amount, Currency, LineStatus, OrderFields, OrderLine, OrderStatus, Say, Text};
use crate::intake::Problem;
use std::collections::HashMap;

/// An order of a list, and which rows it is made of.
pub(super) struct Grouped {
    pub buyer: u32,
    pub order: OrderFields,
    /// How many rows.
    pub rows: usize,
    /// Where it starts.
    pub line: usize,
}

/// Puts items together. What cannot be an order is listed and counted.
pub(super) fn group(all: &mut Items) -> Vec<Grouped> {
    let items = std::mem::take(&mut all.items);
    let heads = heads(&items);
    let mut groups: Vec<Vec<Item>> = Vec::new();
    let mut by_number: HashMap<(u32, Text), usize> = HashMap::new();
    for mut item in items {
        if item.buyer.is_none() {
            item.buyer = heads.get(&item.number).copied();
        }
        let Some(buyer) = item.buyer else {
            fail(all, &item, 1, Say::new("intake-order-no-head").with("number", &*item.number));
            continue;
        };
        if item.number.is_empty() {
            groups.push(vec![item]);
            continue;
        }
        let next = groups.len();
        let at = *by_number.entry((buyer, item.number.clone())).or_insert(next);
        match groups.get_mut(at) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    let mut orders = Vec::with_capacity(groups.len());
    for group in groups {
        match order(&group) {
            Ok(order) => orders.push(order),
            Err(say) => {
                let first = &group[0];
                fail(all, first, group.len(), say);
            }
        }
    }
    orders
}

/// Whose an order is, by its number, for lists that have only the lines.
fn heads(items: &[Item]) -> HashMap<Text, u32> {
    if items.iter().all(|item| item.buyer.is_some()) {
        return HashMap::new();
    }
    let mut heads = HashMap::new();
    for item in items.iter().filter(|item| !item.number.is_empty()) {
        if let Some(buyer) = item.buyer {
            heads.entry(item.number.clone()).or_insert(buyer);
        }
    }
    heads
}

fn fail(all: &mut Items, item: &Item, rows: usize, reason: Say) {
    all.failed += rows;
    let file = all.sheets.get(item.sheet as usize).map(|sheet| sheet.name.clone()).unwrap_or_default();
    all.problems.push(Problem { file, line: item.line, reason });
}

fn order(items: &[Item]) -> Result<Grouped, Say> {
    let first = &items[0];
    let ordered_on = items.iter().find_map(|item| item.on).ok_or_else(|| Say::new("intake-order-no-date"))?;
    let currency = items.iter().map(|item| item.currency).find(|currency| currency.is_known());
    if items.iter().any(|item| item.currency.is_known() && Some(item.currency) != currency) {
        return Err(Say::new("intake-order-currencies").with("number", &*first.number));
    }
    let repeated = total_on_every_row(items);
    let lines: Vec<OrderLine> = items.iter().filter_map(|item| line(item, repeated)).collect();
    let total = items.iter().find_map(|item| item.total);
    let (amount, status) = sum(items, &lines, total);
    Ok(Grouped {
        buyer: first.buyer.unwrap_or_default(),
        rows: items.len(),
        line: first.line,
        order: OrderFields {
            number: first.number.clone(),
            ordered_on,
            currency: currency.unwrap_or(Currency::NONE),
            amount,
            status,
            shipped_on: items.iter().filter_map(|item| item.shipped).max(),
            note: Text::default(),
            lines: lines.into_iter().filter(|line| worth(line, items.len())).collect(),
        },
    })
}

/// A line that says no more than the order itself is left out.
fn worth(line: &OrderLine, rows: usize) -> bool {
    rows > 1 || !line.product.is_empty() || line.quantity != Amount::whole(1)
}

/// Whether the amount is the order's, written on each of its lines: their prices say less.
fn total_on_every_row(items: &[Item]) -> bool {
    let [first, rest @ ..] = items else { return false };
    let reckoned: Option<Amount> = items.iter().map(|item| item.reckoned).sum::<Option<Wide>>().map(|wide| wide.0);
    !rest.is_empty()
        && rest.iter().all(|item| item.amount == first.amount)
        && first.amount.is_some()
        && reckoned.is_some_and(|sum| Some(sum) == first.amount)
}

/// Amounts that are all there, added up.
struct Wide(Amount);

impl std::iter::Sum<Amount> for Wide {
    fn sum<I: Iterator<Item = Amount>>(all: I) -> Self {
        Self(all.sum())
    }
}

/// What a row comes to.
fn net(item: &Item, repeated: bool) -> Option<Amount> {
    if repeated { item.reckoned } else { item.amount.or(item.reckoned) }
}

fn line(item: &Item, repeated: bool) -> Option<OrderLine> {
    let net = net(item, repeated);
    if item.product.is_empty() && item.quantity.is_none() && net.is_none() {
        return None;
    }
    let negative = net.is_some_and(|net| net < Amount::ZERO) || item.quantity.is_some_and(|it| it < Amount::ZERO);
    let status = match item.status {
        Some(OrderStatus::Cancelled) => LineStatus::Cancelled,
        Some(OrderStatus::Returned) => LineStatus::Returned,
        _ if negative => LineStatus::Returned,
        _ => LineStatus::Sold,
    };
    Some(OrderLine {
        product: item.product.clone(),
        quantity: item.quantity.unwrap_or(Amount::whole(1)).abs(),
        amount: net.unwrap_or_default().abs(),
        status,
    })
}

/// What the order comes to and how far it is. One that is cancelled or returned whole keeps what it would have come to.
fn sum(items: &[Item], lines: &[OrderLine], total: Option<Amount>) -> (Amount, OrderStatus) {
    let all: Amount = lines.iter().map(|line| line.amount).sum();
    let sold: Amount = lines.iter().filter(|line| line.status == LineStatus::Sold).map(|line| line.amount).sum();
    let gone = |status| !lines.is_empty() && lines.iter().all(|line| line.status == status);
    let shipped = items.iter().any(|item| item.shipped.is_some());
    let said = items.iter().find_map(|item| item.status.filter(|status| status.counts()));
    // A list of orders without lines says it of the order itself.
    let lost = lines.is_empty().then(|| items.iter().find_map(|item| item.status)).flatten();
    let status = match lost.filter(|status| !status.counts()) {
        Some(status) => status,
        None if gone(LineStatus::Cancelled) => OrderStatus::Cancelled,
        None if lines.iter().all(|line| line.status != LineStatus::Sold) && !lines.is_empty() => OrderStatus::Returned,
        None => said.unwrap_or(if shipped { OrderStatus::Shipped } else { OrderStatus::Open }),
    };
    if let Some(total) = total {
        let negative = total < Amount::ZERO;
        return (total.abs(), if negative { OrderStatus::Returned } else { status });
    }
    (if status.counts() { sold } else { all }, status)
}
