//! A file is there whole, or as it was before.

use crate::domain::Say;
use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// A file that could not be written; what was there before still is.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct WriteError {
    pub path: PathBuf,
    pub source: io::Error,
}

impl WriteError {
    /// The sentence.
    pub fn say(&self) -> Say {
        Say::new("outlet-write")
            .with("path", self.path.to_string_lossy().into_owned())
            .with("reason", self.source.to_string())
    }
}

/// Writes beside `path`, syncs, and renames; `mode` is the file's, from its first byte (on Unix). A pipe or a terminal
/// (`/dev/stdout`) is written to as it is.
pub fn write_atomically(
    path: &Path,
    mode: u32,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), WriteError> {
    let written = match fs::metadata(path) {
        Ok(there) if !there.is_file() => straight(path, fill),
        // Through a link to what it names: the link stays.
        Ok(_) => fs::canonicalize(path).and_then(|target| beside(&target, mode, fill)),
        Err(_) => beside(path, mode, fill),
    };
    written.map_err(|source| WriteError { path: path.to_owned(), source })
}

fn straight(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(OpenOptions::new().write(true).open(path)?);
    fill(&mut out)?;
    out.flush()
}

fn beside(path: &Path, mode: u32, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(hidden);
    let result = fill_new(&temporary, mode, fill).and_then(|()| fs::rename(&temporary, path));
    if result.is_err() {
        // The first error is the one to tell; the leftover may not even exist.
        fs::remove_file(&temporary).ok();
    }
    result.and_then(|()| sync_folder(path))
}

fn fill_new(path: &Path, mode: u32, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // A leftover of a process that died, under the same number.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut out = BufWriter::with_capacity(1 << 16, create_new(path, mode)?);
    fill(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

#[cfg(unix)]
fn create_new(path: &Path, mode: u32) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

#[cfg(not(unix))]
fn create_new(path: &Path, _mode: u32) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Makes the rename itself durable.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
