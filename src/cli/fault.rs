//! How a command ends when it does not end well.

use crate::domain::{CustomerId, Safe, Say, when::WhenError};
use crate::intake::IntakeError;
use crate::outlet::file::WriteError;
use crate::store::StoreError;
use std::io;

/// Why a command ended.
#[derive(Debug)]
pub enum Fault {
    /// Failed: one sentence, exit 1.
    Failed(Say),
    /// Asked wrongly: one sentence, exit 2.
    Usage(Say),
    /// Asked wrongly, in clap's words, exit 2.
    Arguments(String),
    /// Several customers match: they are listed, exit 1.
    Several { say: Say, listed: Vec<Candidate>, more: usize },
    /// Whoever read our output went away: a quiet end.
    Closed,
    /// The board failed.
    Board(anyhow::Error),
}

/// One of several customers that match.
#[derive(Debug)]
pub struct Candidate {
    pub id: CustomerId,
    /// Name, person, country.
    pub cells: [Safe; 3],
}

impl Fault {
    /// The board's error, in its sentence where it has one.
    pub fn board(error: anyhow::Error) -> Self {
        match error.downcast_ref::<StoreError>() {
            Some(store) => Self::Failed(store.say()),
            None => Self::Board(error),
        }
    }

    /// A failure without arguments.
    pub const fn failed(key: &'static str) -> Self {
        Self::Failed(Say::new(key))
    }
}

/// Only our own output makes plain I/O errors; files name themselves in theirs.
impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(Say::new("cli-output").with("reason", error.to_string())),
        }
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.say())
    }
}

impl From<IntakeError> for Fault {
    fn from(error: IntakeError) -> Self {
        match error {
            IntakeError::Mixed => Self::Usage(error.say()),
            error => Self::Failed(error.say()),
        }
    }
}

impl From<WriteError> for Fault {
    fn from(error: WriteError) -> Self {
        match error.source.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(error.say()),
        }
    }
}

impl From<WhenError> for Fault {
    fn from(error: WhenError) -> Self {
        Self::Usage(error.say())
    }
}
