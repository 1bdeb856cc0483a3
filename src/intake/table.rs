//! Text to rows of cells.

use super::{IntakeError, Problem, Row};

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    Char(u8),
    /// Runs of spaces.
    Spaces,
}

/// Rows before anybody knows which is the header.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    pub rows: Vec<Row>,
    pub problems: Vec<Problem>,
}

impl Delimiter {
    /// One ASCII character, `tab` or `spaces`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "tab" | "\\t" => Some(Self::Char(b'\t')),
            "spaces" => Some(Self::Spaces),
            _ => match *text.as_bytes() {
                [b] if b.is_ascii() && !b.is_ascii_alphanumeric() && !matches!(b, b'"' | b'\n' | b'\r') => {
                    Some(Self::Char(b))
                }
                _ => None,
            },
        }
    }
}

/// The delimiter that the text seems to use.
pub fn sniff(_text: &str) -> Delimiter {
    Delimiter::Char(b',')
}

/// Reads all rows of `text`.
pub fn read(_file: &str, _text: &str, _delimiter: Delimiter) -> Result<Grid, IntakeError> {
    Ok(Grid::default())
}
