//! A private folder for a throw-away board, gone when the program ends.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

/// The folder; dropped, it is removed.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Makes a folder that nobody else can look into.
    pub fn new(nth: u128) -> io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("tradewind-demo-{}-{nth:x}", std::process::id()));
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        Ok(Self { folder })
    }

    /// Where the board's file goes.
    pub fn file(&self) -> PathBuf {
        self.path().join("demo.db")
    }

    fn path(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is the system's to clean: it is made-up data in a temporary folder.
        drop(fs::remove_dir_all(&self.folder));
    }
}
