//! The cells of rows: texts that lie one after the other in a page that many rows share.

use super::Row;
use std::{fmt, sync::Arc};

/// Bytes of a page, about: a row ends where it ends.
const PAGE: usize = 64 * 1024;

#[derive(Debug, Default)]
struct Page {
    text: String,
    /// Where each cell ends.
    ends: Vec<u32>,
}

/// The cells of a row.
#[derive(Clone)]
pub struct Cells {
    page: Arc<Page>,
    first: u32,
    count: u32,
}

impl Cells {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.count as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn get(&self, at: usize) -> Option<&str> {
        let at = (at < self.len()).then(|| self.first as usize + at)?;
        let end = |at: usize| self.page.ends.get(at).map(|end| *end as usize);
        let start = at.checked_sub(1).and_then(end).unwrap_or(0);
        self.page.text.get(start..end(at)?)
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        (0..self.len()).filter_map(|at| self.get(at))
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Cells {}

/// Rows on their way to their pages.
#[derive(Debug, Default)]
pub struct Rows {
    done: Vec<Row>,
    page: Page,
    /// Of the page: line, first cell, number of cells.
    lines: Vec<(usize, u32, u32)>,
}

impl Rows {
    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.lines.is_empty()
    }

    /// Adds a row.
    pub fn push(&mut self, line: usize, cells: &csv::StringRecord) {
        // A page never grows beyond what its numbers count: a row is bounded by its columns and cells.
        if !self.page.text.is_empty() && self.page.text.len() + cells.as_slice().len() > PAGE {
            self.turn();
        }
        let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (first, start) = (short(self.page.ends.len()), self.page.text.len());
        self.page.text.push_str(cells.as_slice());
        let ends = (0..cells.len()).filter_map(|at| cells.range(at)).map(|range| short(start + range.end));
        self.page.ends.extend(ends);
        self.lines.push((line, first, short(cells.len())));
    }

    /// Begins a new page.
    fn turn(&mut self) {
        let page = Arc::new(std::mem::take(&mut self.page));
        let cells = |first, count| Cells { page: Arc::clone(&page), first, count };
        self.done.extend(self.lines.drain(..).map(|(line, first, count)| Row { line, cells: cells(first, count) }));
    }

    /// All rows.
    pub fn finish(mut self) -> Vec<Row> {
        self.turn();
        self.done
    }
}

#[cfg(test)]
mod tests;
