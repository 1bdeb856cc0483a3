//! What can go wrong with the file, and how to say it.

use crate::domain::{Label, RowChange, Say};
use rusqlite::{ErrorCode, ffi};
use std::{
    io,
    path::{Path, PathBuf},
};

/// What can go wrong with the file. Whatever it is, the file is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("there is no file {}", path.display())]
    Missing { path: PathBuf },
    #[error("{} cannot be used: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },
    #[error("{} is a folder", path.display())]
    Folder { path: PathBuf },
    #[error("{} is not a Tradewind file", path.display())]
    Foreign { path: PathBuf },
    #[error("{} does not begin as a Tradewind file", path.display())]
    Unreadable { path: PathBuf },
    #[error("{} is damaged: {detail}", path.display())]
    Damaged { path: PathBuf, detail: String },
    #[error("{} is of version {version}, this program knows {known}", path.display())]
    Newer { path: PathBuf, version: i64, known: i64 },
    #[error("SQLite {found} is too old, {needed} is needed")]
    OldSqlite { found: String, needed: String },
    #[error("{} can only be read", path.display())]
    ReadOnly { path: PathBuf },
    #[error("no room to write {}", path.display())]
    Full { path: PathBuf },
    #[error("{} is in use by another window", path.display())]
    Busy { path: PathBuf },
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    #[error("{} rows are not as the log left them", differences.len())]
    Conflict { label: Box<Label>, differences: Vec<Difference> },
    #[error("interrupted, nothing was changed")]
    Interrupted,
    #[error("{what} is no longer there")]
    Gone { what: What },
    #[error("the file refuses this: {detail}")]
    Refused { detail: String },
    #[error("no backup could be made, so nothing was changed: {source}")]
    NoBackup { source: Box<StoreError> },
    #[error("{} is no whole backup: {source}", path.display())]
    BadBackup { path: PathBuf, source: Box<StoreError> },
    #[error("{}: {source}", path.display())]
    Sql { path: PathBuf, source: rusqlite::Error },
}

/// A row that is not as the log left it: what the log expects (before), what is there (after).
pub type Difference = RowChange;

/// What a change was asked for and is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Customer,
    FollowUp,
    View,
    Order,
}

impl std::fmt::Display for What {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Customer => "the customer",
            Self::FollowUp => "the follow-up",
            Self::View => "the view",
            Self::Order => "the order",
        })
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(source: rusqlite::Error) -> Self {
        Self::Sql { path: PathBuf::new(), source }
    }
}

impl StoreError {
    /// Names the file, and tells SQLite's many errors apart.
    pub(super) fn at(self, path: &Path) -> Self {
        let Self::Sql { source, .. } = self else { return self };
        let path = path.to_owned();
        let rusqlite::Error::SqliteFailure(error, ref text) = source else {
            return match source {
                // A value that the schema cannot hold: the file was written by something else.
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..) => Self::Damaged { path, detail: source.to_string() },
                _ => Self::Sql { path, source },
            };
        };
        let detail = text.clone().unwrap_or_else(|| error.to_string());
        match error.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy { path },
            ErrorCode::DiskFull => Self::Full { path },
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly { path },
            // A write that stops short is how a file-size limit and some full disks show.
            ErrorCode::SystemIoFailure if error.extended_code == ffi::SQLITE_IOERR_WRITE => Self::Full { path },
            ErrorCode::NotADatabase => Self::Unreadable { path },
            ErrorCode::DatabaseCorrupt => Self::Damaged { path, detail },
            ErrorCode::ConstraintViolation => Self::Refused { detail },
            ErrorCode::OperationInterrupted => Self::Interrupted,
            ErrorCode::CannotOpen => Self::Io { path, source: io::Error::other(detail) },
            _ => Self::Sql { path, source },
        }
    }

    /// The sentence.
    pub fn say(&self) -> Say {
        let file = |key, path: &Path| Say::new(key).with("file", path.display().to_string());
        match self {
            Self::Missing { path } => file("store-missing", path),
            Self::Io { path, source } => file("store-io", path).with("reason", source.to_string()),
            Self::Folder { path } => file("store-folder", path),
            Self::Foreign { path } => file("store-foreign", path),
            Self::Unreadable { path } => file("store-unreadable", path),
            Self::Damaged { path, detail } => file("store-damaged", path).with("detail", detail.as_str()),
            Self::Newer { path, version, known } => {
                file("store-newer", path).with("version", *version).with("known", *known)
            }
            Self::OldSqlite { found, needed } => {
                Say::new("store-old-sqlite").with("found", found.as_str()).with("needed", needed.as_str())
            }
            Self::ReadOnly { path } => file("store-read-only", path),
            Self::Full { path } => file("store-full", path),
            Self::Busy { path } => file("store-busy", path),
            Self::NothingToUndo => Say::new("store-nothing-to-undo"),
            Self::NothingToRedo => Say::new("store-nothing-to-redo"),
            Self::Conflict { differences, .. } => say_conflict(differences),
            Self::Interrupted => Say::new("store-interrupted"),
            Self::Gone { what } => Say::new(match what {
                What::Customer => "store-gone-customer",
                What::FollowUp => "store-gone-follow-up",
                What::View => "store-gone-view",
                What::Order => "store-gone-order",
            }),
            Self::Refused { detail } => Say::new("store-refused").with("detail", detail.as_str()),
            Self::NoBackup { source } => Say::new("store-no-backup").with("reason", source.to_string()),
            Self::BadBackup { path, source } => file("store-bad-backup", path).with("reason", source.to_string()),
            Self::Sql { path, source } => file("store-sql", path).with("reason", source.to_string()),
        }
    }
}

fn say_conflict(differences: &[Difference]) -> Say {
    let first = differences.first();
    let name = first.and_then(|d| d.customer.as_ref()).map_or_else(String::new, |(_, name)| name.to_string());
    let text = |value: &Option<crate::domain::Text>| value.as_deref().unwrap_or_default().to_owned();
    let column = first.and_then(|d| d.columns.first());
    let (field, wanted, found) =
        column.map_or_else(Default::default, |(field, wanted, found)| (field.to_string(), text(wanted), text(found)));
    // Of a range of new rows the log knows which differ, and not how.
    let key = if column.is_some() { "store-conflict" } else { "store-conflict-row" };
    Say::new(key)
        .with("count", differences.len())
        .with("name", name)
        .with("field", field)
        .with("wanted", wanted)
        .with("found", found)
}
