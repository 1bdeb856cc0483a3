//! A table with its header found and its columns mapped: what a preview shows first.

use super::{Delimiter, Detected, Field, Header, IntakeError, Options, Problem, map, table::Grid};
use crate::domain::Say;

mod cells;
mod header;

pub use cells::Cells;
pub(super) use cells::Rows;
pub(super) use header::{Found, find};

/// One row of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the file (row of the sheet), from 1, where it starts.
    pub line: usize,
    /// May be shorter or longer than the header.
    pub cells: Cells,
}

impl Row {
    /// The cell in that column; empty where the row is too short.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }
}

/// A file as a table.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The file's name.
    pub name: String,
    /// `None`: a workbook, which has none to find.
    pub encoding: Option<Detected>,
    pub delimiter: Option<Delimiter>,
    /// By position where the file has none: `1`, `2`. As wide as the widest row.
    pub header: Vec<String>,
    /// What each column of the header is.
    pub mapping: Vec<Field>,
    pub rows: Vec<Row>,
    /// Rows that never became cells; each is among the problems.
    pub failed: usize,
    pub problems: Vec<Problem>,
    /// What its rows are known to come from: `alibaba`.
    pub source: Option<&'static str>,
}

/// Finds the header in `grid` and maps its columns.
pub(super) fn build(
    name: String,
    mut grid: Grid,
    encoding: Option<Detected>,
    delimiter: Option<Delimiter>,
    options: &Options,
) -> Result<Sheet, IntakeError> {
    if grid.rows.is_empty() && grid.failed == 0 {
        return Err(IntakeError::Empty { file: name });
    }
    let found = match options.header {
        Header::Auto => find(&grid.rows),
        Header::None => Found::default(),
    };
    let mut header: Vec<String> = match found.row {
        Some(at) => grid.rows[at].cells.iter().map(|cell| cell.trim().to_owned()).collect(),
        None => Vec::new(),
    };
    grid.rows.drain(..found.row.map_or(0, |at| at + 1));
    let width = grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(header.len());
    header.extend((header.len()..width).map(|at| (at + 1).to_string()));
    let named = found.row.is_some();
    let mapped = map::map(&name, &header, named, &grid.rows, options)?;
    if let Some(detected) = encoding.filter(|detected| detected.unreadable > 0) {
        let reason =
            Say::new("intake-unreadable").with("count", detected.unreadable).with("encoding", detected.encoding);
        grid.problems.insert(0, Problem { file: name.as_str().into(), line: 0, reason });
    }
    Ok(Sheet {
        name,
        encoding,
        delimiter,
        header,
        mapping: mapped.fields,
        rows: grid.rows,
        failed: grid.failed,
        problems: grid.problems,
        source: mapped.source,
    })
}
