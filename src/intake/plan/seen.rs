//! Which keys more than one row has. Most have a row to themselves: nobody asks for them, and they need not be kept.

use crate::intake::Record;
use std::thread;

/// A bit for a key that a row has and another for one that several have; two keys may share theirs, which only means
/// that one is kept for nothing.
#[derive(Debug, Default)]
pub(super) struct Seen {
    once: Vec<u64>,
    again: Vec<u64>,
}

/// Bits for each key.
const ROOM: usize = 12;

/// Rows worth a thread of their own.
const WORTH: usize = 10_000;

/// Keys of a row, about.
const EACH: usize = 10;

impl Seen {
    /// Of all rows.
    pub fn of(rows: &[Record]) -> Self {
        let words = (rows.len() * EACH * ROOM / 64).next_power_of_two();
        let part = |rows: &[Record]| {
            let mut seen = Self { once: vec![0; words], again: vec![0; words] };
            for row in rows.iter().filter_map(|row| row.ready.as_ref()) {
                row.keys.iter().for_each(|key| seen.add(*key));
                // What it asks for itself by is no other row's.
                row.signs.iter().filter(|(key, _)| !row.keys.contains(key)).for_each(|(key, _)| seen.add(*key));
            }
            seen
        };
        if rows.len() < WORTH {
            return part(rows);
        }
        let (front, back) = rows.split_at(rows.len() / 2);
        thread::scope(|scope| {
            let thread = scope.spawn(|| part(front));
            let back = part(back);
            // A thread that died left its rows; they are read here, where the panic is the caller's.
            back.with(thread.join().unwrap_or_else(|_| part(front)))
        })
    }

    /// Of the rows of both.
    fn with(mut self, other: Self) -> Self {
        let others = other.once.iter().zip(&other.again);
        for ((once, again), (other_once, other_again)) in self.once.iter_mut().zip(&mut self.again).zip(others) {
            *again |= other_again | (*once & other_once);
            *once |= other_once;
        }
        self
    }

    fn place(&self, key: u64) -> Option<(usize, u64)> {
        let words = self.once.len().checked_sub(1)?;
        Some(((key >> 6) as usize & words, 1 << (key & 63)))
    }

    fn add(&mut self, key: u64) {
        let Some((word, bit)) = self.place(key) else { return };
        self.again[word] |= self.once[word] & bit;
        self.once[word] |= bit;
    }

    /// From here on it counts as one of several.
    pub fn mark(&mut self, key: u64) {
        if let Some((word, bit)) = self.place(key) {
            self.again[word] |= bit;
        }
    }

    /// Whether a row that has the key may not be the only one.
    pub fn by_others(&self, key: u64) -> bool {
        self.place(key).is_none_or(|(word, bit)| self.again[word] & bit != 0)
    }
}
