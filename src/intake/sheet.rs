//! A table with its header found and its columns mapped: what a preview shows first.

use super::{Delimiter, Detected, Field, IntakeError, Options, Problem, table::Grid};

/// One row of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the file (row of the sheet), from 1, where it starts.
    pub line: usize,
    /// May be shorter or longer than the header.
    pub cells: csv::StringRecord,
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
    /// By position where the file has none: `1`, `2`.
    pub header: Vec<String>,
    /// What each column of the header is.
    pub mapping: Vec<Field>,
    pub rows: Vec<Row>,
    /// What could not be read well, beside rows.
    pub problems: Vec<Problem>,
}

/// Finds the header in `grid` and maps its columns.
pub(super) fn build(
    name: String,
    grid: Grid,
    encoding: Option<Detected>,
    delimiter: Option<Delimiter>,
    _options: &Options,
) -> Result<Sheet, IntakeError> {
    Ok(Sheet { name, encoding, delimiter, rows: grid.rows, problems: grid.problems, ..Sheet::default() })
}
