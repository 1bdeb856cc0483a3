//! Columns that stay straight whatever is in the cells: widths are counted in terminal cells.

use crate::domain::{Safe, Tier};
use std::io::{self, Write};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What a cell is coloured by; it says the same without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tint {
    #[default]
    Plain,
    Strong,
    Faint,
    Good,
    Warn,
    Bad,
}

impl Tint {
    /// The tier's colour.
    pub const fn of_tier(tier: Tier) -> Self {
        match tier {
            Tier::A => Self::Bad,
            Tier::B => Self::Warn,
            Tier::C => Self::Good,
            Tier::None => Self::Faint,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\u{1b}[1m",
            Self::Faint => "\u{1b}[2m",
            Self::Good => "\u{1b}[32m",
            Self::Warn => "\u{1b}[33m",
            Self::Bad => "\u{1b}[31m",
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Cell {
    text: Safe,
    tint: Tint,
}

/// Rows of cells.
#[derive(Clone, Debug, Default)]
pub struct Table {
    rows: Vec<Vec<Cell>>,
    /// Columns whose cells stand at the right.
    right: Vec<usize>,
    /// The column that gives way where the terminal is narrow.
    flexible: Option<usize>,
}

impl Table {
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts these columns' cells at the right: numbers.
    #[must_use]
    pub fn right(mut self, columns: &[usize]) -> Self {
        self.right = columns.to_vec();
        self
    }

    /// Lets that column give way where the terminal is narrow.
    #[must_use]
    pub fn flexible(mut self, column: usize) -> Self {
        self.flexible = Some(column);
        self
    }

    /// The names of the columns.
    pub fn head(&mut self, cells: impl IntoIterator<Item = Safe>) {
        self.rows.push(cells.into_iter().map(|text| Cell { text, tint: Tint::Strong }).collect());
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = (Safe, Tint)>) {
        self.rows.push(cells.into_iter().map(|(text, tint)| Cell { text, tint }).collect());
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes all rows, two spaces between columns, nothing behind the last.
    pub fn write(&self, out: &mut impl Write, colour: bool, width: Option<usize>) -> io::Result<()> {
        let widths = self.widths(width);
        for row in &self.rows {
            let mut gap = 0;
            for (column, cell) in row.iter().enumerate() {
                let room = widths.get(column).copied().unwrap_or_default();
                let text = cut(cell.text.as_str(), room);
                let rest = room.saturating_sub(text.width());
                let before = if self.right.contains(&column) { rest } else { 0 };
                if !text.is_empty() {
                    write!(out, "{:gap$}{:before$}", "", "")?;
                    paint(out, &text, if colour { cell.tint } else { Tint::Plain })?;
                    gap = 0;
                } else {
                    gap += before;
                }
                gap += rest - before + 2;
            }
            out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn widths(&self, terminal: Option<usize>) -> Vec<usize> {
        let mut widths = Vec::new();
        for row in &self.rows {
            widths.resize(widths.len().max(row.len()), 0);
            for (column, cell) in row.iter().enumerate() {
                widths[column] = widths[column].max(cell.text.width());
            }
        }
        let total = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
        if let (Some(terminal), Some(column)) = (terminal, self.flexible)
            && let Some(room) = widths.get_mut(column)
        {
            // Narrower than this nothing is told: rather let the terminal wrap.
            *room = room.saturating_sub(total.saturating_sub(terminal)).max(16.min(*room));
        }
        widths
    }
}

fn paint(out: &mut impl Write, text: &str, tint: Tint) -> io::Result<()> {
    match tint.code() {
        "" => out.write_all(text.as_bytes()),
        code => write!(out, "{code}{text}\u{1b}[0m"),
    }
}

/// As much of `text` as fits in `room` cells, with `…` where something is left out.
fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used + 1 > room {
            break;
        }
        kept.push_str(grapheme);
    }
    kept + "…"
}

#[cfg(test)]
mod tests;
