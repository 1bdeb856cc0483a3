//! Text from outside made harmless: the only way to a cell, a title, a clipboard or stdout.

pub mod cells;

use std::borrow::Cow;
use std::fmt;
use unicode_width::UnicodeWidthChar;

/// Combining marks kept on one base character; more is an attack on the line above.
const MARKS: usize = 4;

/// Text that holds no control, bidi-control, zero-width or tag character: such are shown as escapes (`‹202E›`), line
/// breaks and tabs as a space. Joiners and variation selectors, which only shape their neighbours, are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Safe(Box<str>);

impl Safe {
    /// Neutralises `text`.
    pub fn new(text: &str) -> Self {
        Self(neutral(text).into())
    }

    /// Neutralises `text`, keeping its line breaks: for several lines on stdout or in a text view.
    pub fn lines(text: &str) -> impl Iterator<Item = Self> + '_ {
        text.lines().map(Self::new)
    }

    /// The harmless text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Width in terminal cells.
    pub fn width(&self) -> usize {
        unicode_width::UnicodeWidthStr::width(&*self.0)
    }
}

impl fmt::Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Safe {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// `text` as [`Safe`] holds it, without a copy when there is nothing to neutralise.
pub fn neutral(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        match class(c) {
            Class::Plain => {
                marks = 0;
                out.push(c);
            }
            Class::Mark if marks < MARKS && !out.is_empty() => {
                marks += 1;
                out.push(c);
            }
            Class::Mark | Class::Shaping => {}
            Class::Space => out.push(' '),
            Class::Hostile => {
                marks = 0;
                out.push_str(&format!("‹{:04X}›", u32::from(c)));
            }
        }
    }
    Cow::Owned(out)
}

enum Class {
    Plain,
    /// A combining mark: zero cells, drawn on its base.
    Mark,
    /// Changes only how neighbours are drawn, where the terminal knows how at all.
    Shaping,
    Space,
    Hostile,
}

fn class(c: char) -> Class {
    match c {
        ' '..='~' => Class::Plain,
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Space,
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => Class::Shaping,
        // Hangul fillers and the Braille blank look like nothing and are not spaces; interlinear and private controls.
        '\u{ad}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Class::Hostile,
        c if c.is_control() => Class::Hostile,
        c => match c.width() {
            Some(0) if is_mark(c) => Class::Mark,
            Some(0) | None => Class::Hostile,
            Some(_) => Class::Plain,
        },
    }
}

/// A zero-width character that is drawn on its neighbour. All that is left once the invisible ones are named: nonspacing
/// and enclosing marks, and the vowels and finals of Hangul syllables.
fn is_mark(c: char) -> bool {
    !matches!(c, '\u{34f}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}')
}

#[cfg(test)]
mod tests;
