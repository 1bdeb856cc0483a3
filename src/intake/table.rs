//! Text to rows of cells. A reader of our own, because a quote that is never closed must cost its own line and not the
//! rest of the file, and every row must know its line.

use super::{IntakeError, Problem, Row, sheet::Rows};
use crate::domain::Say;
use csv::StringRecord;
use std::thread;

mod reader;
mod sniff;

pub use reader::Reader;
pub use sniff::sniff;

/// More columns than any export has; a row with more is a mistake or an attack.
pub const MAX_COLUMNS: usize = 4096;
/// Bytes in one cell.
pub const MAX_CELL: usize = 1 << 20;

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    Char(u8),
    /// Runs of spaces.
    Spaces,
}

impl Delimiter {
    /// One ASCII character, `tab` or `spaces`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "tab" | "\\t" => Some(Self::Char(b'\t')),
            "spaces" => Some(Self::Spaces),
            _ => match *text.as_bytes() {
                [b] if b.is_ascii() && !b.is_ascii_alphanumeric() && !matches!(b, b'"' | b'\n' | b'\r' | 0) => {
                    Some(Self::Char(b))
                }
                _ => None,
            },
        }
    }

    /// The inverse of [`Delimiter::parse`], for display.
    pub fn name(self) -> String {
        match self {
            Self::Char(b'\t') => "tab".to_owned(),
            Self::Char(b) => char::from(b).to_string(),
            Self::Spaces => "spaces".to_owned(),
        }
    }
}

/// Rows before anybody knows which is the header.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    pub rows: Vec<Row>,
    pub problems: Vec<Problem>,
    /// Rows that could not be taken in; each has its problem.
    pub failed: usize,
}

impl Grid {
    /// Lists a line as failed.
    pub fn fail(&mut self, file: &str, line: usize, reason: Say) {
        self.failed += 1;
        self.problems.push(Problem { file: file.into(), line, reason });
    }
}

/// Bytes of a table worth a thread of their own.
const WORTH: usize = 1 << 18;

/// Reads all rows of `text` but blank ones.
pub fn read(file: &str, text: &str, delimiter: Delimiter) -> Result<Grid, IntakeError> {
    let parts = parts(text, delimiter);
    thread::scope(|scope| {
        let (first, others) = parts.split_first().unwrap_or((&"", &[]));
        let work = |text: &'_ str| part(file, text, delimiter);
        let others: Vec<_> =
            others.iter().map(|text| (text, scope.spawn(move || part(file, text, delimiter)))).collect();
        let Part { mut grid, mut lines, too_wide } = work(first);
        if too_wide {
            return Err(IntakeError::TooWide { file: file.to_owned(), limit: MAX_COLUMNS });
        }
        for (text, thread) in others {
            // A thread that died left its lines; they are read here, where the panic is the caller's.
            let mut part = thread.join().unwrap_or_else(|_| work(text));
            part.grid.rows.iter_mut().for_each(|row| row.line += lines);
            part.grid.problems.iter_mut().for_each(|problem| problem.line += lines);
            grid.rows.append(&mut part.grid.rows);
            grid.problems.append(&mut part.grid.problems);
            grid.failed += part.grid.failed;
            lines += part.lines;
        }
        Ok(grid)
    })
}

/// Cut at line ends, where a line is a row: as long as nothing is quoted.
fn parts(text: &str, delimiter: Delimiter) -> Vec<&str> {
    let bytes = text.as_bytes();
    if delimiter == Delimiter::Spaces || text.len() < 2 * WORTH || memchr::memchr(b'"', bytes).is_some() {
        return vec![text];
    }
    let threads = thread::available_parallelism().map_or(1, usize::from).min(4);
    let share = text.len().div_ceil(threads).max(WORTH);
    let (mut parts, mut rest) = (Vec::new(), text);
    while rest.len() > share
        && let Some(end) = memchr::memchr(b'\n', &rest.as_bytes()[share..])
    {
        let (part, others) = rest.split_at(share + end + 1);
        parts.push(part);
        rest = others;
    }
    parts.push(rest);
    parts
}

/// The rows of a part of a table.
struct Part {
    grid: Grid,
    /// How many lines it has.
    lines: usize,
    /// Its first row has more columns than there may be.
    too_wide: bool,
}

fn part(file: &str, text: &str, delimiter: Delimiter) -> Part {
    let mut reader = Reader::new(text, delimiter);
    let (mut grid, mut rows) = (Grid::default(), Rows::default());
    let mut cells = StringRecord::new();
    let mut too_wide = false;
    while let Some(row) = reader.next_into(&mut cells) {
        if row.too_wide {
            too_wide |= rows.is_empty();
            grid.fail(file, row.line, Say::new("intake-row-too-wide").with("limit", MAX_COLUMNS));
        } else if row.too_long {
            grid.fail(file, row.line, Say::new("intake-cell-too-long").with("limit", MAX_CELL / 1024));
        } else if cells.len() > 1 || cells.get(0).is_some_and(|cell| !cell.trim().is_empty()) {
            if row.unclosed {
                let reason = Say::new("intake-quote-unclosed");
                grid.problems.push(Problem { file: file.into(), line: row.line, reason });
            }
            rows.push(row.line, &cells);
        }
    }
    grid.rows = rows.finish();
    Part { grid, lines: reader.lines(), too_wide }
}

#[cfg(test)]
mod tests;
