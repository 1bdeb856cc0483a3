//! A row as the domain sees it.

use super::{Options, Problem, Sheet, SheetNote};
use crate::domain::{Dossier, Now, Text};
use chrono::NaiveDate;

/// What a buyer asked for, in a row of inquiries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inquiry {
    pub id: Text,
    pub title: Text,
    pub quantity: Text,
    pub unit: Text,
    pub text: Text,
}

/// A row worth keeping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Index into [`Records::sheets`].
    pub sheet: usize,
    pub line: usize,
    /// As a new customer; `id` is `None`.
    pub dossier: Dossier,
    /// The company that this person's row hangs on.
    pub parent: Option<Text>,
    pub inquiry: Option<Inquiry>,
    pub next_follow_up: Option<NaiveDate>,
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

/// Turns every row of a sheet into a record, or into a problem with its line and reason.
pub fn records(sheet: &Sheet, _options: &Options, _now: &Now) -> Records {
    Records { sheets: vec![SheetNote::of(sheet)], problems: sheet.problems.clone(), ..Records::default() }
}
