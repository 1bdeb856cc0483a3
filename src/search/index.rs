//! The searchable text of all rows, packed by the thousand.

use super::pack::{Ends, Fields, Marks, Packed, pack};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// Rows in a chunk: what one change copies at most while a snapshot is in use.
pub(super) const ROWS: usize = 1024;
/// One bit per row of a chunk.
pub(super) type Bits = [u64; ROWS / 64];

/// Every change of a chunk gives it a new stamp, so that remembered results know whether they still hold.
static STAMP: AtomicU64 = AtomicU64::new(1);

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    at: u32,
    ends: Ends,
    pub rank: u8,
    pub live: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Chunk {
    text: Vec<u8>,
    pub rows: Vec<Row>,
    /// Beside the rows, not in them: most rows are passed over by these alone.
    fuzzy: Vec<u64>,
    strict: Vec<u64>,
    starts: Vec<u32>,
    unused: usize,
    pub stamp: u64,
}

/// The sections of one row's key.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    pub text: &'a [u8],
    pub ends: Ends,
}

impl<'a> Key<'a> {
    fn part(&self, from: u16, to: u16) -> &'a [u8] {
        self.text.get(usize::from(from)..usize::from(to)).unwrap_or_default()
    }

    /// Names and what is matched like them.
    pub fn fuzzy(&self) -> &'a [u8] {
        self.part(0, self.ends.other)
    }

    pub fn strict(&self) -> &'a [u8] {
        self.part(self.ends.other, self.ends.strict)
    }

    pub fn digits(&self) -> &'a [u8] {
        self.part(self.ends.strict, self.ends.digits)
    }

    pub fn raw_name(&self) -> &'a [u8] {
        self.part(self.ends.digits, self.ends.raw_name)
    }

    pub fn raw_other(&self) -> &'a [u8] {
        self.part(self.ends.raw_name, self.ends.raw_other)
    }

    pub fn raw_strict(&self) -> &'a [u8] {
        self.part(self.ends.raw_other, self.ends.raw_strict)
    }
}

impl Chunk {
    pub fn key(&self, row: usize) -> Option<Key<'_>> {
        let row = self.rows.get(row).filter(|row| row.live)?;
        let (at, len) = (row.at as usize, usize::from(row.ends.raw_strict));
        Some(Key { text: self.text.get(at..at + len)?, ends: row.ends })
    }

    pub fn marks(&self, row: usize) -> Option<Marks> {
        let (fuzzy, strict, starts) = (*self.fuzzy.get(row)?, *self.strict.get(row)?, *self.starts.get(row)?);
        Some(Marks { fuzzy, strict, starts })
    }

    fn set(&mut self, row: usize, packed: &Packed, rank: u8) {
        self.grow(row + 1);
        self.drop_text(row);
        if self.unused > self.text.len() / 2 && self.unused > 4096 {
            self.compact();
        }
        let short = packed.text.len() > self.text.capacity() - self.text.len();
        if short {
            // Doubling would waste half of the index.
            self.text.reserve_exact(packed.text.len().max(self.text.len() / 8).max(4096));
        }
        self.rows[row] = Row { at: self.text.len() as u32, ends: packed.ends, rank: rank.min(3), live: true };
        self.text.extend_from_slice(&packed.text);
        self.mark(row, packed.marks);
        if row + 1 == ROWS {
            self.text.shrink_to_fit();
        }
    }

    fn grow(&mut self, rows: usize) {
        if self.rows.len() < rows {
            self.rows.resize(rows, Row::default());
            self.fuzzy.resize(rows, 0);
            self.strict.resize(rows, 0);
            self.starts.resize(rows, 0);
        }
    }

    fn mark(&mut self, row: usize, Marks { fuzzy, strict, starts }: Marks) {
        (self.fuzzy[row], self.strict[row], self.starts[row]) = (fuzzy, strict, starts);
    }

    fn drop_text(&mut self, row: usize) {
        if let Some(old) = self.rows.get_mut(row) {
            self.unused += usize::from(old.ends.raw_strict);
            *old = Row::default();
            self.mark(row, Marks::default());
        }
    }

    fn compact(&mut self) {
        let mut text = Vec::with_capacity(self.text.len() - self.unused + 4096);
        for row in self.rows.iter_mut().filter(|row| row.live) {
            let (at, len) = (row.at as usize, usize::from(row.ends.raw_strict));
            row.at = text.len() as u32;
            text.extend_from_slice(&self.text[at..at + len]);
        }
        self.text = text;
        self.unused = 0;
    }
}

/// Rows by slot. A clone is a snapshot that later changes do not touch.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) chunks: Vec<Arc<Chunk>>,
    live: usize,
}

impl Index {
    /// Adds or replaces the row of a slot.
    pub fn set(&mut self, slot: u32, fields: &Fields) {
        let (chunk, row) = place(slot);
        if self.chunks.len() <= chunk {
            self.chunks.resize_with(chunk + 1, Arc::default);
        }
        let chunk = Arc::make_mut(&mut self.chunks[chunk]);
        if chunk.rows.get(row).is_none_or(|row| !row.live) {
            self.live += 1;
        }
        chunk.set(row, &pack(fields), fields.rank);
        chunk.stamp = STAMP.fetch_add(1, Ordering::Relaxed);
    }

    /// Changes only what breaks ties; much cheaper than [`Index::set`].
    pub fn set_rank(&mut self, slot: u32, rank: u8) {
        let (chunk, row) = place(slot);
        let Some(shared) = self.chunks.get_mut(chunk) else { return };
        if shared.rows.get(row).is_some_and(|row| row.live && row.rank != rank.min(3)) {
            Arc::make_mut(shared).rows[row].rank = rank.min(3);
        }
    }

    /// Takes the row of a slot out.
    pub fn clear(&mut self, slot: u32) {
        let (chunk, row) = place(slot);
        let Some(shared) = self.chunks.get_mut(chunk) else { return };
        if shared.rows.get(row).is_some_and(|row| row.live) {
            self.live -= 1;
            let chunk = Arc::make_mut(shared);
            chunk.drop_text(row);
            chunk.stamp = STAMP.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Rows that are set.
    pub fn len(&self) -> usize {
        self.live
    }

    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Bytes held, spare capacity included.
    pub fn bytes(&self) -> usize {
        let of = |chunk: &Arc<Chunk>| {
            chunk.text.capacity()
                + chunk.rows.capacity() * size_of::<Row>()
                + (chunk.fuzzy.capacity() + chunk.strict.capacity()) * 8
                + chunk.starts.capacity() * 4
        };
        self.chunks.iter().map(of).sum()
    }
}

/// The chunk of a slot, and the row in it.
pub(super) const fn place(slot: u32) -> (usize, usize) {
    (slot as usize / ROWS, slot as usize % ROWS)
}

#[cfg(test)]
mod tests;
