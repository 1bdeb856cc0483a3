//! Workbooks: XLSX and its macro twin cell by cell, and the old XLS. Numbers come out as a person reads them: a phone
//! without `.0` or an exponent, a date as a date.

use super::{IntakeError, Options, Problem, sheet, table::Grid, table::MAX_CELL, table::MAX_COLUMNS};
use crate::domain::Say;
use calamine::{Data, DataRef, ExcelDateTime, Reader, Xls, XlsError, Xlsx, XlsxError};
use csv::StringRecord;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a workbook may unpack to: a file made to fill the memory is refused before it does.
const MAX_UNPACKED: u64 = 600 * 1024 * 1024;
/// Sheets looked through for a header.
const MAX_SHEETS: usize = 64;
/// An old workbook is held as a whole rectangle.
const MAX_OLD: usize = 32 * 1024 * 1024;

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether the bytes are a workbook's, or another packed file's that is surely no text.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(OLE)
}

/// Reads the sheet that the options name, or the one that looks most like customers.
pub fn read(file: &str, bytes: Vec<u8>, options: &Options) -> Result<Grid, IntakeError> {
    let broken = |reason: String| IntakeError::Workbook { file: file.to_owned(), reason };
    // The reader is not ours; a file that trips it is a bad file, not the end of the program.
    let grid = catch_unwind(AssertUnwindSafe(|| {
        if bytes.starts_with(ZIP) { packed(file, bytes, options) } else { old(file, bytes, options) }
    }));
    grid.unwrap_or_else(|_| Err(broken("its parts contradict each other".to_owned())))
}

fn packed(file: &str, bytes: Vec<u8>, options: &Options) -> Result<Grid, IntakeError> {
    let broken = |reason: String| IntakeError::Workbook { file: file.to_owned(), reason };
    inspect(file, &bytes)?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => IntakeError::Locked { file: file.to_owned() },
        other => broken(other.to_string()),
    })?;
    choose(file, &book.sheet_names(), options, |name| {
        let mut cells = book.worksheet_cells_reader(name).map_err(|error| broken(error.to_string()))?;
        let mut rows = Rows::default();
        while let Some(cell) = cells.next_cell().map_err(|error| broken(error.to_string()))? {
            let (row, column) = cell.get_position();
            rows.put(row, column, &text_of_ref(cell.get_value()));
        }
        Ok(rows.grid(file))
    })
}

fn old(file: &str, bytes: Vec<u8>, options: &Options) -> Result<Grid, IntakeError> {
    let broken = |reason: String| IntakeError::Workbook { file: file.to_owned(), reason };
    if bytes.len() > MAX_OLD {
        return Err(IntakeError::TooBig { file: file.to_owned(), limit: MAX_OLD as u64 });
    }
    // A locked XLSX is an OLE file too.
    if memchr::memmem::find(&bytes, b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e").is_some() {
        return Err(IntakeError::Locked { file: file.to_owned() });
    }
    let mut book: Xls<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => IntakeError::Locked { file: file.to_owned() },
        other => broken(other.to_string()),
    })?;
    choose(file, &book.sheet_names(), options, |name| {
        let range = book.worksheet_range(name).map_err(|error| broken(error.to_string()))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = Rows::default();
        for (row, column, value) in range.used_cells() {
            let at = |offset: usize, start: u32| u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(start);
            rows.put(at(row, top), at(column, left), &text_of(value));
        }
        Ok(rows.grid(file))
    })
}

/// The named sheet, or the one with most words that headers have; of equals the first with anything.
fn choose(
    file: &str,
    names: &[String],
    options: &Options,
    mut read: impl FnMut(&str) -> Result<Grid, IntakeError>,
) -> Result<Grid, IntakeError> {
    if let Some(wanted) = &options.sheet {
        let name = names.iter().find(|name| name.trim().to_lowercase() == wanted.trim().to_lowercase());
        return match name {
            Some(name) => read(name),
            None => {
                Err(IntakeError::NoSuchSheet { file: file.to_owned(), sheet: wanted.clone(), sheets: names.join(", ") })
            }
        };
    }
    let mut best: Option<(usize, Grid)> = None;
    for name in names.iter().take(MAX_SHEETS) {
        let grid = read(name)?;
        let known = sheet::find(&grid.rows).known;
        if !grid.rows.is_empty() && best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, grid));
        }
    }
    Ok(best.map(|(_, grid)| grid).unwrap_or_default())
}

/// Looks into the archive before anybody trusts it: that it is an XLSX, that it unpacks to a bearable size whatever it
/// claims, and that its counts are honest.
fn inspect(file: &str, bytes: &[u8]) -> Result<(), IntakeError> {
    let broken = |reason: String| IntakeError::Workbook { file: file.to_owned(), reason };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let has = |name: &str| archive.file_names().any(|there| there.eq_ignore_ascii_case(name));
    if !has("xl/workbook.xml") {
        let format = if has("content.xml") {
            "ODS"
        } else if has("xl/workbook.bin") {
            "XLSB"
        } else {
            "ZIP"
        };
        return Err(IntakeError::NotATable { file: file.to_owned(), format });
    }
    let mut unpacked = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|error| broken(error.to_string()))?;
        let strings = part.name().to_ascii_lowercase().ends_with("sharedstrings.xml");
        let mut head = Vec::new();
        let mut left = part.by_ref().take(MAX_UNPACKED - unpacked + 1);
        left.by_ref().take(4096).read_to_end(&mut head).map_err(|error| broken(error.to_string()))?;
        let rest = std::io::copy(&mut left, &mut std::io::sink()).map_err(|error| broken(error.to_string()))?;
        let size = head.len() as u64 + rest;
        unpacked += size;
        if unpacked > MAX_UNPACKED {
            return Err(IntakeError::TooBig { file: file.to_owned(), limit: MAX_UNPACKED });
        }
        // The reader makes room for as many strings as the file claims to have.
        if strings && claimed(&head) > size {
            return Err(broken("it claims more texts than it has room for".to_owned()));
        }
    }
    Ok(())
}

/// The largest `uniqueCount="..."` in the head of the shared strings.
fn claimed(head: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(head);
    let counts = text.match_indices("uniqueCount").filter_map(|(at, word)| {
        let digits: String = text[at + word.len()..]
            .chars()
            .skip_while(|c| matches!(c, '=' | '"' | '\'' | ' '))
            .take_while(char::is_ascii_digit)
            .collect();
        (!digits.is_empty()).then(|| digits.parse().unwrap_or(u64::MAX))
    });
    counts.max().unwrap_or(0)
}

/// Cells on their way to rows. Gaps are filled; a cell far to the right makes its row too wide, not the memory full.
#[derive(Debug, Default)]
struct Rows {
    rows: sheet::Rows,
    cells: StringRecord,
    row: u32,
    bad: Vec<(usize, Say)>,
    filled: bool,
}

impl Rows {
    fn put(&mut self, row: u32, column: u32, text: &str) {
        if text.is_empty() {
            return;
        }
        if row != self.row {
            self.close();
            self.row = row;
        }
        let column = column as usize;
        if column >= MAX_COLUMNS {
            self.spoil(Say::new("intake-row-too-wide").with("limit", MAX_COLUMNS));
        } else if text.len() > MAX_CELL {
            self.spoil(Say::new("intake-cell-too-long").with("limit", MAX_CELL / 1024));
        } else if column < self.cells.len() {
            // A cell written twice: the first stays.
            return;
        } else {
            for _ in self.cells.len()..column {
                self.cells.push_field("");
            }
            self.cells.push_field(text);
        }
        self.filled = true;
    }

    fn line(&self) -> usize {
        self.row as usize + 1
    }

    fn spoil(&mut self, reason: Say) {
        if self.bad.last().is_none_or(|(line, _)| *line != self.line()) {
            self.bad.push((self.line(), reason));
        }
    }

    fn close(&mut self) {
        let spoilt = self.bad.last().is_some_and(|(line, _)| *line == self.line());
        if self.filled && !spoilt && self.cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.rows.push(self.row as usize + 1, &self.cells);
        }
        self.cells.clear();
        self.filled = false;
    }

    fn grid(mut self, file: &str) -> Grid {
        self.close();
        let mut rows = self.rows.finish();
        rows.sort_by_key(|row| row.line);
        let problems = self.bad.into_iter().map(|(line, reason)| Problem { file: file.into(), line, reason });
        let problems: Vec<Problem> = problems.collect();
        Grid { rows, failed: problems.len(), problems }
    }
}

fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => clean(text),
        other => text_of(&Data::from(other.clone())),
    }
}

/// A cell as a person reads it. A cell with an error is an empty one.
fn text_of(value: &Data) -> String {
    match value {
        Data::Int(n) => n.to_string(),
        Data::Float(n) => number(*n),
        Data::String(text) => clean(text),
        Data::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(at) => moment(at),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(_) | Data::Empty => String::new(),
    }
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| *c != '\0').collect()
}

/// Whole numbers without a point, others without noise: 8613800138000, 0.1.
fn number(n: f64) -> String {
    if n.fract() == 0.0 && n.abs() < 1e18 { format!("{n:.0}") } else { n.to_string() }
}

fn moment(at: &ExcelDateTime) -> String {
    if at.is_duration() || !(0.0..2_958_466.0).contains(&at.as_f64()) {
        return number(at.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    if at.as_f64() < 1.0 {
        format!("{hour:02}:{minute:02}")
    } else if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests;
