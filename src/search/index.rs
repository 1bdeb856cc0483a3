//! The searchable text of all rows, packed.

use std::{collections::BTreeMap, sync::Arc};

/// What of one customer is searched.
#[derive(Clone, Debug, Default)]
pub struct Fields<'a> {
    pub name: &'a str,
    pub company: &'a str,
    pub people: Vec<&'a str>,
    /// As written.
    pub handles: Vec<&'a str>,
    /// E.164 or digits of the phones.
    pub digits: Vec<&'a str>,
    /// Code and names of the country.
    pub country: Vec<&'a str>,
    pub city: &'a str,
    pub tags: Vec<&'a str>,
    pub notes: &'a str,
    /// Breaks ties: 0 (tier A, or due) to 3.
    pub rank: u8,
}

/// Rows by slot. A clone is a snapshot that later changes do not touch.
#[derive(Clone, Default)]
pub struct Index {
    pub(super) rows: Arc<BTreeMap<u32, String>>,
}

impl Index {
    pub fn set(&mut self, slot: u32, fields: &Fields) {
        Arc::make_mut(&mut self.rows).insert(slot, super::fold(fields.name));
    }

    pub fn clear(&mut self, slot: u32) {
        Arc::make_mut(&mut self.rows).remove(&slot);
    }

    /// Rows that are set.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.rows.values().map(String::capacity).sum()
    }
}
