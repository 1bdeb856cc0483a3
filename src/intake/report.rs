//! What an import will do, or did: counts that add up, and every row that did not go in with its reason.

use super::{Delimiter, Detected, Field, Options, Sheet};
use crate::domain::{CustomerId, Direction, OpId, Say, Text};
use serde_json::{Value, json};

/// Something about a line that the exporter should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: Text,
    /// From 1; 0: the whole file.
    pub line: usize,
    pub reason: Say,
}

/// What happens with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Create,
    Update,
    Unchanged,
    Skip,
    Fail,
}

/// A value of the file that differs from the exporter's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub file: Text,
    pub line: usize,
    /// `None`: the customer is new in this import (a second row of the file).
    pub customer: Option<CustomerId>,
    pub name: Text,
    /// Its name in locale keys: `field-city`.
    pub field: &'static str,
    pub there: Text,
    pub here: Text,
    /// Whether `here` replaces `there`.
    pub replaced: bool,
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    pub line: usize,
    pub action: Action,
    pub name: Text,
    /// What is new, field key and value: `field-city`, `Berlin`.
    pub changes: Vec<(&'static str, Text)>,
    /// Which way a message went; `None`: it is no message.
    pub direction: Option<Direction>,
}

/// Messages by the way they went, and the customers they belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    pub received: usize,
    pub sent: usize,
    /// Customers that were known, and senders who become inquiries.
    pub known: usize,
    pub inquiries: usize,
}

/// How one file was read, for display.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetNote {
    pub name: Text,
    pub encoding: Option<Detected>,
    pub delimiter: Option<Delimiter>,
    /// Header and field, in the file's order.
    pub mapping: Vec<(Text, Field)>,
    /// The source of customers that come from it new.
    pub source: Text,
}

impl SheetNote {
    /// The note on `sheet`.
    pub fn of(sheet: &Sheet, options: &Options) -> Self {
        let mapping = sheet.header.iter().zip(&sheet.mapping);
        Self {
            name: sheet.name.as_str().into(),
            encoding: sheet.encoding,
            delimiter: sheet.delimiter,
            mapping: mapping.map(|(header, field)| (header.as_str().into(), *field)).collect(),
            source: options.source.as_deref().or(sheet.source).unwrap_or(&sheet.name).into(),
        }
    }
}

/// What became of the orders of a list, and how many buyers nobody knew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderCounts {
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub customers: usize,
}

impl OrderCounts {
    /// The sentence for the exporter.
    pub fn say(self) -> Say {
        Say::new("import-orders")
            .with("created", self.created)
            .with("updated", self.updated)
            .with("unchanged", self.unchanged)
            .with("customers", self.customers)
    }
}

impl Letters {
    /// The sentence for the exporter.
    pub fn say(self) -> Say {
        Say::new("import-letters")
            .with("received", self.received)
            .with("sent", self.sent)
            .with("known", self.known)
            .with("inquiries", self.inquiries)
    }
}

/// The whole import in numbers and samples. `read` is always the sum of the next five.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub read: usize,
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub skipped: usize,
    pub failed: usize,
    /// The first [`Report::LISTED`].
    pub problems: Vec<Problem>,
    /// How many more there were.
    pub more_problems: usize,
    /// The first [`Report::LISTED`].
    pub conflicts: Vec<Conflict>,
    pub more_conflicts: usize,
    /// The first [`Report::SAMPLES`] rows, in order.
    pub samples: Vec<Sample>,
    pub sheets: Vec<SheetNote>,
    /// Of lists of orders.
    pub orders: Option<OrderCounts>,
    /// Of mail.
    pub letters: Option<Letters>,
    /// The caller broke off: there is no edit.
    pub interrupted: bool,
}

impl Report {
    /// Problems and conflicts listed; the rest is counted.
    pub const LISTED: usize = 1000;
    /// Rows shown in a preview.
    pub const SAMPLES: usize = 50;

    /// The document of `tradewind import --json`; `words` puts a reason into the exporter's language.
    pub fn json(&self, op: Option<OpId>, words: &dyn Fn(&Say) -> String) -> Value {
        let problems: Vec<Value> = self
            .problems
            .iter()
            .map(|problem| json!({"file": problem.file, "line": problem.line, "reason": words(&problem.reason)}))
            .collect();
        let mut json = json!({
            "read": self.read, "created": self.created, "updated": self.updated, "unchanged": self.unchanged,
            "skipped": self.skipped, "failed": self.failed, "problems": problems, "op": op,
        });
        if let Some(orders) = self.orders {
            json["orders"] = json!({
                "created": orders.created, "updated": orders.updated, "unchanged": orders.unchanged,
                "customers_created": orders.customers,
            });
        }
        json
    }
}
