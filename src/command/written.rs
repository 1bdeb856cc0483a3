//! Keys as they are written on the keyboard, for people: `Ctrl-r`, `PgDn`, `g d`.

use super::{Chord, Key, Keys};

impl Chord {
    /// As it is written on the keyboard.
    pub fn written(self) -> String {
        let mut words = String::new();
        if self.ctrl {
            words.push_str("Ctrl-");
        }
        if self.alt {
            words.push_str("Alt-");
        }
        match self.key {
            Key::Char(' ') => words.push_str("Space"),
            Key::Char(c) => words.push(c),
            Key::Enter => words.push_str("Enter"),
            Key::Esc => words.push_str("Esc"),
            Key::Tab => words.push_str("Tab"),
            Key::BackTab => words.push_str("Shift-Tab"),
            Key::Backspace => words.push_str("Backspace"),
            Key::Delete => words.push_str("Del"),
            Key::Insert => words.push_str("Ins"),
            Key::Up => words.push('↑'),
            Key::Down => words.push('↓'),
            Key::Left => words.push('←'),
            Key::Right => words.push('→'),
            Key::Home => words.push_str("Home"),
            Key::End => words.push_str("End"),
            Key::PageUp => words.push_str("PgUp"),
            Key::PageDown => words.push_str("PgDn"),
            Key::F(n) => words.push_str(&format!("F{n}")),
        }
        words
    }
}

impl Keys {
    /// One key or two in a row, as they are written on the keyboard.
    pub fn written(&self) -> String {
        let words: Vec<String> = self.0.iter().map(|chord| chord.written()).collect();
        words.join(" ")
    }
}
