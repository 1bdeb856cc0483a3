//! Text to rows of cells. A reader of our own, because a quote that is never closed must cost its own line and not the
//! rest of the file, and every row must know its line.

use super::{IntakeError, Problem, Row};
use crate::domain::Say;
use csv::StringRecord;

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

/// Reads all rows of `text` but blank ones.
pub fn read(file: &str, text: &str, delimiter: Delimiter) -> Result<Grid, IntakeError> {
    let mut reader = Reader::new(text, delimiter);
    let mut grid = Grid::default();
    let mut cells = StringRecord::new();
    while let Some(row) = reader.next_into(&mut cells) {
        if row.too_wide {
            if grid.rows.is_empty() {
                return Err(IntakeError::TooWide { file: file.to_owned(), limit: MAX_COLUMNS });
            }
            grid.fail(file, row.line, Say::new("intake-row-too-wide").with("limit", MAX_COLUMNS));
        } else if row.too_long {
            grid.fail(file, row.line, Say::new("intake-cell-too-long").with("limit", MAX_CELL / 1024));
        } else if cells.len() > 1 || cells.get(0).is_some_and(|cell| !cell.trim().is_empty()) {
            if row.unclosed {
                let reason = Say::new("intake-quote-unclosed");
                grid.problems.push(Problem { file: file.into(), line: row.line, reason });
            }
            grid.rows.push(Row { line: row.line, cells: cells.clone() });
        }
    }
    Ok(grid)
}

#[cfg(test)]
mod tests;
