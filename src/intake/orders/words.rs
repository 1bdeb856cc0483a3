//! `assets/orders.toml`, ready to be asked.

use crate::domain::{ChannelKind, OrderStatus};
use crate::intake::Field;
use crate::intake::map::{self, key};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

#[derive(Debug, Default, Deserialize)]
struct Asset {
    words: BTreeMap<String, Vec<String>>,
    statuses: BTreeMap<String, Vec<String>>,
}

struct Book {
    words: HashMap<String, Field>,
    statuses: HashMap<String, OrderStatus>,
}

pub(super) const ASSET: &str = include_str!("../../../assets/orders.toml");

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    // A test holds the asset well formed.
    let asset: Asset = toml::from_str(ASSET).unwrap_or_default();
    Book { words: values(asset.words, Field::parse), statuses: values(asset.statuses, OrderStatus::parse) }
});

fn values<T: Copy>(words: BTreeMap<String, Vec<String>>, read: impl Fn(&str) -> Option<T>) -> HashMap<String, T> {
    let pairs = words.into_iter().filter_map(|(name, words)| read(&name).map(|value| (value, words)));
    pairs.flat_map(|(value, words)| words.into_iter().map(move |word| (key(&word), value))).collect()
}

/// What a column of that header is in a list of orders.
pub fn field(header: &str) -> Option<Field> {
    if header.len() > 120 {
        return None;
    }
    let look = |header: &str| {
        let full = key(header);
        BOOK.words.get(&full).or_else(|| BOOK.words.get(&full.replace('#', ""))).copied()
    };
    let bare = header.split(['(', '（', '[', '/']).next().filter(|bare| bare.len() < header.len());
    look(header).or_else(|| look(bare?)).or_else(|| map::customer_field(header).filter(|field| tells_who(*field)))
}

/// Whether the column can say who bought.
const fn tells_who(field: Field) -> bool {
    match field {
        Field::Channel(kind) => matches!(kind, ChannelKind::EMAIL | ChannelKind::PHONE | ChannelKind::WHATSAPP),
        Field::Name | Field::FirstName | Field::LastName | Field::Company | Field::Person | Field::Id => true,
        _ => false,
    }
}

/// Whether the headers are an order list's and no customer list's: a day, a sum, and who or which.
pub fn looks_like(header: &[String]) -> bool {
    let fields: Vec<Field> = header.iter().filter_map(|cell| field(cell)).collect();
    let has = |wanted: &[Field]| fields.iter().any(|field| wanted.contains(field));
    let sum = has(&[Field::Amount, Field::OrderTotal, Field::UnitPrice]);
    let said = has(&[Field::OrderDate]) || (has(&[Field::OrderNumber]) && has(&[Field::Quantity]));
    sum && said && (has(&[Field::OrderNumber]) || fields.iter().any(|field| tells_who(*field)))
}

/// Whether a cell says that its row is the sum of those above.
pub fn is_sum(text: &str) -> bool {
    matches!(
        &*key(text),
        "total" | "totals" | "sum" | "subtotal" | "grandtotal" | "合计" | "总计" | "小计" | "共计" | "summe" | "gesamt"
    )
}

/// A state as people write it.
pub fn status(text: &str) -> Option<OrderStatus> {
    BOOK.statuses.get(&key(text)).copied()
}

#[cfg(test)]
mod tests;
