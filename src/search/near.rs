//! A slip of the finger: a query that finds nobody is tried once more with one of its letters left out. That finds
//! what was typed with a letter too many, with a wrong one, and with two that changed places.

use super::{Hit, Index, Ranker, Ranking};
use std::collections::HashMap;
use std::sync::atomic::AtomicBool;

/// Shorter words say too little without a letter.
const SHORTEST: usize = 5;
/// Ways to leave one out that are tried: a longer query is no slip.
const TRIES: usize = 24;
/// Rows of each that are looked at.
const ROWS: usize = 20;

impl Ranker {
    /// Like [`Ranker::rank`] over all rows; where nobody is found, those with a similar name ([`Ranking::near`]).
    pub fn rank_or_near(&mut self, index: &Index, text: &str, stop: &AtomicBool) -> Option<Ranking> {
        let found = self.rank(index, text, None, stop)?;
        if found.total > 0 {
            return Some(found);
        }
        let mut best: HashMap<u32, i32> = HashMap::new();
        for slip in slips(text) {
            for hit in Self::new().rank(index, &slip, None, stop)?.hits.into_iter().take(ROWS) {
                let score = best.entry(hit.slot).or_insert(hit.score);
                *score = hit.score.max(*score);
            }
        }
        // Letters strewn over a long text are found by chance: they score far below a name.
        let least = best.values().max().map_or(0, |top| top / 2);
        let mut hits: Vec<Hit> =
            best.into_iter().filter(|it| it.1 >= least).map(|(slot, score)| Hit { slot, score }).collect();
        hits.sort_unstable_by_key(|hit| (std::cmp::Reverse(hit.score), hit.slot));
        Some(Ranking { near: !hits.is_empty(), total: hits.len(), hits, ..found })
    }
}

/// `text` with one letter of its longer words left out, in each way.
fn slips(text: &str) -> Vec<String> {
    let mut slips: Vec<String> = Vec::new();
    for (from, word) in words(text) {
        if word.chars().count() < SHORTEST || !word.chars().all(char::is_alphabetic) {
            continue;
        }
        for (at, letter) in word.char_indices() {
            let (before, after) = (&text[..from + at], &text[from + at + letter.len_utf8()..]);
            slips.push(format!("{before}{after}"));
        }
    }
    slips.dedup();
    slips.truncate(TRIES);
    slips
}

/// Words and where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - start, word))
}

#[cfg(test)]
mod tests;
