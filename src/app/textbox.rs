//! A few lines of text being written: a paste goes in with its lines.

use crate::command::{Chord, Key};
use tui_input::{Input, InputRequest};

/// Lines and a cursor; there is always one line.
#[derive(Clone, Debug)]
pub struct TextBox {
    pub lines: Vec<Input>,
    pub row: usize,
}

impl Default for TextBox {
    fn default() -> Self {
        Self { lines: vec![Input::default()], row: 0 }
    }
}

impl TextBox {
    /// The cursor is at the end.
    pub fn new(text: &str) -> Self {
        let mut lines: Vec<Input> = text.lines().map(|line| Input::new(line.to_owned())).collect();
        if lines.is_empty() {
            lines.push(Input::default());
        }
        Self { row: lines.len() - 1, lines }
    }

    /// All of it.
    pub fn text(&self) -> String {
        self.lines.iter().map(Input::value).collect::<Vec<_>>().join("\n")
    }

    /// Whether nothing is written.
    pub fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| line.value().trim().is_empty())
    }

    /// Writes `text` at the cursor.
    pub fn insert(&mut self, text: &str) {
        let (before, after) = self.halves();
        let mut new = Self::new(&format!("{before}{text}"));
        // A line break at the end of what is written begins a line.
        if text.ends_with('\n') {
            new.lines.push(Input::default());
            new.row += 1;
        }
        let last = new.lines.len() - 1;
        let at = new.lines[last].value().chars().count();
        new.lines[last] = Input::new(format!("{}{after}", new.lines[last].value())).with_cursor(at);
        let row = self.row;
        self.lines.splice(row..=row, new.lines);
        self.row = row + last;
    }

    /// The cursor's line before and after the cursor.
    fn halves(&self) -> (String, String) {
        let line = &self.lines[self.row];
        let chars = || line.value().chars();
        (chars().take(line.cursor()).collect(), chars().skip(line.cursor()).collect())
    }

    /// A key that no command takes; `request` is what it means in one line.
    pub fn key(&mut self, chord: Chord, request: Option<InputRequest>) {
        let line = &self.lines[self.row];
        let (start, end) = (line.cursor() == 0, line.cursor() == line.value().chars().count());
        match chord.key {
            Key::Enter => self.insert("\n"),
            Key::Up => self.go_to(self.row.saturating_sub(1)),
            Key::Down => self.go_to(self.row + 1),
            Key::PageUp => self.go_to(self.row.saturating_sub(10)),
            Key::PageDown => self.go_to(self.row + 10),
            Key::Backspace if start && self.row > 0 => self.join(self.row - 1),
            Key::Delete if end && self.row + 1 < self.lines.len() => self.join(self.row),
            _ => {
                if let Some(request) = request {
                    self.lines[self.row].handle(request);
                }
            }
        }
    }

    fn go_to(&mut self, row: usize) {
        let column = self.lines[self.row].cursor();
        self.row = row.min(self.lines.len() - 1);
        self.lines[self.row].handle(InputRequest::SetCursor(column));
    }

    /// Makes one line of line `at` and the one below; the cursor stands between them.
    fn join(&mut self, at: usize) {
        let below = self.lines.remove(at + 1);
        let cursor = self.lines[at].value().chars().count();
        self.lines[at] = Input::new(format!("{}{}", self.lines[at].value(), below.value())).with_cursor(cursor);
        self.row = at;
    }
}

#[cfg(test)]
mod tests;
