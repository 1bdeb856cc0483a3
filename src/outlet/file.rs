//! A file is there whole, or as it was before.

use crate::domain::Say;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

/// A file that could not be written; what was there before still is.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct WriteError {
    pub path: PathBuf,
    pub source: io::Error,
}

impl WriteError {
    /// The sentence.
    pub fn say(&self) -> Say {
        Say::new("outlet-write").with("path", self.path.to_string_lossy().into_owned())
    }
}

/// Writes beside `path`, syncs, and renames; `mode` is the file's, from its first byte.
pub fn write_atomically(
    path: &Path,
    _mode: u32,
    _fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), WriteError> {
    Err(WriteError { path: path.to_owned(), source: io::ErrorKind::Unsupported.into() })
}
