//! The one SQLite file: schema, undo log, edits, reads, backups.
//!
//! Every change is one op: one IMMEDIATE transaction in which triggers, made from the schema, keep an image of each row
//! before and after. Undo and redo play these images back; what a commit, an undo, a redo or another window changed
//! reaches the board as [`Changes`], read from the same log.

mod aside;
pub mod backup;
mod check;
mod edit;
mod error;
mod feed;
mod history;
mod log;
mod open;
mod plan;
mod range;
mod read;
mod row;
mod schema;
mod tally;
#[cfg(test)]
mod tests;
mod undo;

pub use check::CheckReport;
pub use error::{Difference, StoreError, What};
pub use history::Cursor;
pub use read::{Counted, FirstPage, Said, Then};

use crate::domain::{Changes, Edit, Now, rules::Rules};
use rusqlite::Connection;
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

type Result<T, E = StoreError> = std::result::Result<T, E>;

/// The file, open. One thread owns it; a second connection ([`Store::open_read_only`]) serves slow reads.
pub struct Store {
    conn: Connection,
    path: PathBuf,
    read_only: bool,
    /// The last row of the feed that this window has told of.
    seen: i64,
    /// SQLite's `data_version` then.
    version: i64,
    /// How many backups stay when one is made.
    keep: backup::Keep,
    /// What the plan keeps to; `None`: nothing is planned but by hand.
    rules: Option<Rules>,
    /// Whether a board mirrors the file, and is told of each row that changes.
    mirrored: bool,
}

impl Store {
    /// Opens the file, makes it where there is none, and brings an older one up to date after a verified backup.
    pub fn open(path: &Path, now: &Now) -> Result<Self> {
        open::open(path, now, open::Want::Create)
    }

    /// Like [`Store::open`], but a file that is not there is an error.
    pub fn open_existing(path: &Path, now: &Now) -> Result<Self> {
        open::open(path, now, open::Want::Existing)
    }

    /// Opens the file for looking only: a second connection for slow reads.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        open::open_for_looking(path)
    }

    /// With the exporter's own counts of backups to keep.
    #[must_use]
    pub fn keeping(self, keep: backup::Keep) -> Self {
        Self { keep, ..self }
    }

    /// With a next follow-up for every customer, kept by these rules with each change.
    #[must_use]
    pub fn planning(self, rules: Rules) -> Self {
        Self { rules: Some(rules), ..self }
    }

    /// With nobody who mirrors the file: [`Changes`] name the step alone, and no row is read for them.
    #[must_use]
    pub fn unmirrored(self) -> Self {
        Self { mirrored: false, ..self }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nothing can be changed, because the file or this connection is for looking only.
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// Writes one change as one op: whole or not at all.
    pub fn commit(&mut self, edit: &Edit, now: &Now) -> Result<Changes> {
        self.commit_with(edit, now, &mut |_, _| ControlFlow::Continue(()))
    }

    /// [`Store::commit`], telling how far it is; `Break` takes everything back.
    pub fn commit_with(
        &mut self,
        edit: &Edit,
        now: &Now,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Changes> {
        log::commit(self, edit, now, progress)
    }

    /// Takes the last op back.
    pub fn undo(&mut self, now: &Now) -> Result<Changes> {
        undo::undo(self, now)
    }

    /// Brings the op back that was undone last.
    pub fn redo(&mut self, now: &Now) -> Result<Changes> {
        undo::redo(self, now)
    }

    /// What other windows changed since this one last looked.
    pub fn poll(&mut self) -> Result<Option<Changes>> {
        feed::poll(self)
    }
}
