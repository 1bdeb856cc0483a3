//! A row as the domain sees it.

use super::{Field, Options, Problem, Row, Sheet, SheetNote, dates::Order, map, plan::Ready};
use crate::domain::{Dossier, Now, Say, Text};
use chrono::{DateTime, NaiveDate, Utc};

mod build;
mod channels;
mod parts;

use parts::Parts;
pub use parts::{amount, rfq_identity, rfq_line};

/// What a buyer asked for, in a row of inquiries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inquiry {
    pub id: Text,
    pub title: Text,
    /// Free text: `3000`, `2 Piece/Pieces`.
    pub quantity: Text,
    pub unit: Text,
    pub text: Text,
    pub at: Option<DateTime<Utc>>,
}

/// A row worth keeping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Index into [`Records::sheets`].
    pub sheet: usize,
    pub line: usize,
    /// As a new customer: `id` is `None`, and `notes` is empty ([`Record::notes`]).
    pub dossier: Dossier,
    /// What goes into the notes, each once: what the file calls notes, columns without a field, inquiries.
    pub notes: Vec<Text>,
    /// The row gave no name: a handle or a title stands for it.
    pub nameless: bool,
    /// Whether the name is a company's; otherwise a person's or nobody knows.
    pub is_company: bool,
    /// The row is a person under the company that it names (Odoo).
    pub under_company: bool,
    /// Its line in `notes` is the first.
    pub inquiry: Option<Inquiry>,
    /// The other program's next contact; a plan only for a customer without one.
    pub next_follow_up: Option<NaiveDate>,
    /// The other program's last contact, and what it calls it.
    pub last_contact: Option<(DateTime<Utc>, Text)>,
    /// What the plan needs of it alone.
    pub(super) ready: Option<Ready>,
}

/// The records of one or several files.
#[derive(Clone, Debug, Default)]
pub struct Records {
    pub sheets: Vec<SheetNote>,
    /// Rows looked at: records + skipped + failed.
    pub read: usize,
    pub records: Vec<Record>,
    pub skipped: usize,
    pub failed: usize,
    pub problems: Vec<Problem>,
}

impl Records {
    /// Takes in the records of one more file, for one import of several.
    pub fn append(&mut self, mut other: Self) {
        if self.sheets.is_empty() {
            *self = other;
            return;
        }
        let first = self.sheets.len();
        other.records.iter_mut().for_each(|record| record.sheet += first);
        self.sheets.append(&mut other.sheets);
        self.records.append(&mut other.records);
        self.problems.append(&mut other.problems);
        self.read += other.read;
        self.skipped += other.skipped;
        self.failed += other.failed;
    }
}

/// What reading any row of a sheet needs.
#[derive(Debug)]
struct Columns<'a> {
    sheet: &'a Sheet,
    note: &'a SheetNote,
    options: &'a Options,
    /// By column; only those with dates matter.
    orders: Vec<Order>,
    now: &'a Now,
}

/// Why a row has no record.
enum Left {
    Skipped(Say),
}

/// Rows worth a thread of their own.
const WORTH: usize = 2000;

/// Turns every row of a sheet into a record, or into a problem with its line and reason.
pub fn records(sheet: &Sheet, options: &Options, now: &Now) -> Records {
    let orders = sheet.mapping.iter().enumerate().map(|(at, field)| match field {
        Field::Birthday | Field::LastContact | Field::NextFollowUp | Field::InquiryDate | Field::AsOf => {
            Order::of(sheet.rows.iter().map(|row| row.cell(at)))
        }
        _ => Order::default(),
    });
    let note = SheetNote::of(sheet, options);
    let columns = Columns { sheet, note: &note, options, orders: orders.collect(), now };
    let mut all = Records {
        sheets: vec![note.clone()],
        read: sheet.rows.len() + sheet.failed,
        failed: sheet.failed,
        problems: sheet.problems.clone(),
        ..Records::default()
    };
    // Phone numbers are what takes time; they are independent.
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let share = sheet.rows.len().div_ceil(threads).max(WORTH);
    let parts: Vec<Part> = std::thread::scope(|scope| {
        let columns = &columns;
        let mut chunks = sheet.rows.chunks(share);
        let own = chunks.next();
        let others: Vec<_> = chunks.map(|rows| (rows, scope.spawn(move || part(columns, rows)))).collect();
        let first = own.map(|rows| part(columns, rows));
        // A thread that died left its rows; they are read here, where the panic is the caller's.
        let others = others.into_iter().map(|(rows, thread)| thread.join().unwrap_or_else(|_| part(columns, rows)));
        first.into_iter().chain(others).collect()
    });
    for mut part in parts {
        // The first stay where they are.
        match all.records.is_empty() {
            true => all.records = part.records,
            false => all.records.append(&mut part.records),
        }
        all.skipped += part.skipped;
        all.problems.append(&mut part.problems);
    }
    all.problems.sort_by_key(|problem| problem.line);
    all
}

#[derive(Default)]
struct Part {
    records: Vec<Record>,
    skipped: usize,
    problems: Vec<Problem>,
}

fn part(columns: &Columns<'_>, rows: &[Row]) -> Part {
    let mut part = Part { records: Vec::with_capacity(rows.len()), ..Part::default() };
    let mut parts = Parts::default();
    for row in rows {
        let mut remarks = Vec::new();
        parts.fill(columns, row);
        match build::record(columns, &mut parts, row.line, &mut remarks) {
            Ok(mut record) => {
                let note = std::slice::from_ref(columns.note);
                record.ready = Some(Ready::of(&record, note, columns.options, columns.now));
                part.records.push(record);
            }
            Err(Left::Skipped(reason)) => {
                part.skipped += 1;
                remarks.push(reason);
            }
        }
        let file = || columns.sheet.name.as_str().into();
        part.problems.extend(remarks.into_iter().map(|reason| Problem { file: file(), line: row.line, reason }));
    }
    part
}

/// A cell as it counts: trimmed, unwrapped from a spreadsheet's own guards, empty where it says that there is nothing.
pub(super) fn value(cell: &str) -> &str {
    let trimmed = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    // `="0049"` keeps a zero, and `'=1+1` keeps a spreadsheet from reckoning (our own export writes that).
    let unwrapped = trimmed
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inner| !inner.is_empty() && !inner.contains('"'))
        .or_else(|| trimmed.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])))
        .unwrap_or(trimmed);
    if map::nothing(unwrapped) { "" } else { unwrapped }
}

#[cfg(test)]
mod tests;
