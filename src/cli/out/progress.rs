//! How far slow work is: one line on stderr, drawn over itself, where a person looks at it.

use crate::domain::Safe;
use std::io::{self, IsTerminal, Write};

/// Cells of the bar.
const BAR: usize = 30;

/// A bar; cleared when it goes.
#[derive(Debug)]
pub struct Progress {
    what: Safe,
    terminal: bool,
    /// Per mille, as last drawn.
    drawn: Option<usize>,
}

impl Progress {
    pub fn new(what: Safe) -> Self {
        Self { what, terminal: io::stderr().is_terminal(), drawn: None }
    }

    /// Draws anew where that shows a difference.
    pub fn at(&mut self, done: usize, total: usize) {
        if !self.terminal || total == 0 {
            return;
        }
        let part = done.min(total) * 1000 / total;
        if self.drawn == Some(part) {
            return;
        }
        self.drawn = Some(part);
        let full = part * BAR / 1000;
        let bar = "█".repeat(full) + &"░".repeat(BAR - full);
        put(&format!("\r{} {bar} {:>3} %", self.what, part / 10));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn.is_some() {
            put("\r\u{1b}[K");
        }
    }
}

/// A bar that cannot be drawn is not missed.
fn put(text: &str) {
    let mut err = io::stderr().lock();
    err.write_all(text.as_bytes()).and_then(|()| err.flush()).unwrap_or_default();
}
