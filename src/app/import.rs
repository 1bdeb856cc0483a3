//! An import before it is written: what was read, what would happen, and how far it is.

use super::ImportFrom;
use crate::domain::{Direction, Edit, Say};

/// The layer of an import.
#[derive(Debug)]
pub struct ImportView {
    pub from: ImportFrom,
    pub stage: Stage,
    pub top: usize,
}

/// How far an import is.
#[derive(Debug)]
pub enum Stage {
    /// The file is being read and compared.
    Reading,
    Preview(Box<Preview>),
    /// The edit is on its way; the counts are in [`super::App::job`].
    Writing(Box<Preview>),
    Failed(Say),
}

/// A plan, in the words of the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    pub file: String,
    /// Its lines are messages.
    pub mail: bool,
    /// How the file was read: encoding, delimiter; which way messages went.
    pub how: Vec<Say>,
    /// Header and field, in the reader's words, in the file's order.
    pub mapping: Vec<(String, String)>,
    pub read: usize,
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub skipped: usize,
    pub failed: usize,
    pub samples: Vec<Sample>,
    /// Line and reason.
    pub problems: Vec<(usize, Say)>,
    /// Values that differ from the board's.
    pub conflicts: Vec<Say>,
    /// `None`: nothing to write.
    pub edit: Option<Edit>,
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    pub line: usize,
    /// Locale key: `import-create`, `import-update`, `import-unchanged`, `import-skip`, `import-fail`.
    pub action: &'static str,
    pub name: String,
    /// Field, in the reader's words, and value.
    pub changes: Vec<(String, String)>,
    /// Which way a message went; `None`: it is no message.
    pub direction: Option<Direction>,
}

impl Stage {
    /// Whether work is under way that Esc interrupts.
    pub const fn running(&self) -> bool {
        matches!(self, Self::Reading | Self::Writing(_))
    }
}

impl ImportView {
    /// Lines of the preview that can be scrolled through: rows, then conflicts, then problems.
    pub fn lines(&self) -> usize {
        match &self.stage {
            Stage::Preview(it) | Stage::Writing(it) => it.samples.len() + it.conflicts.len() + it.problems.len(),
            Stage::Reading | Stage::Failed(_) => 0,
        }
    }
}
