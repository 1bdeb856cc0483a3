//! The one way to a cell: text from outside is made harmless here, cut and padded by cells, never inside a grapheme.

use crate::domain::safe::cells::{columns, graphemes};
pub use crate::domain::safe::cells::{width, wrap, wrap_lines};
use crate::domain::safe::neutral;
use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::num::NonZeroU16;
use std::ops::Range;
use tui_input::Input;
use unicode_segmentation::UnicodeSegmentation;

/// Marks what was cut off.
const MORE: &str = "…";

/// `n` with its thousands apart.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `text` in exactly `cells`, cut or padded.
pub fn fitted(text: &str, cells: usize) -> String {
    let (mut out, mut used) = (String::new(), 0);
    let safe = neutral(text);
    let whole = graphemes(&safe).map(|(_, width)| width).sum::<usize>() <= cells;
    for (grapheme, width) in graphemes(&safe) {
        if used + width > if whole { cells } else { cells.saturating_sub(1) } {
            out.push_str(MORE);
            used += 1;
            break;
        }
        out.push_str(grapheme);
        used += width;
    }
    out.extend(std::iter::repeat_n(' ', cells.saturating_sub(used)));
    out
}

/// `text` with its start left out where `ranges` would not be seen in `cells`; the ranges move along.
pub fn around(text: &str, ranges: &[Range<usize>], cells: usize) -> (String, Vec<Range<usize>>) {
    let as_it_is = || (text.to_owned(), ranges.to_vec());
    let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else { return as_it_is() };
    let (Some(start), Some(end)) = (text.get(..first.end), text.get(..last.end)) else { return as_it_is() };
    if width(end) <= cells {
        return as_it_is();
    }
    // A few letters before the match say where it is.
    let before = text[..first.start].grapheme_indices(true).rev().take(3).last().map_or(first.start, |(at, _)| at);
    // What is seen of it from its start is not given up for less.
    if width(start) <= cells && text.get(before..last.end).is_none_or(|all| width(all) + 1 > cells) {
        return as_it_is();
    }
    let moved = |at: usize| (at + MORE.len()).saturating_sub(before);
    let ranges = ranges.iter().filter(|range| range.start >= before).map(|range| moved(range.start)..moved(range.end));
    (format!("{MORE}{}", &text[before..]), ranges.collect())
}

/// Writes along one row of cells, never past its end.
pub struct Pen<'b> {
    buffer: &'b mut Buffer,
    x: u16,
    y: u16,
    end: u16,
    /// Where the last grapheme is, and where it ends.
    last: Option<(u16, u16)>,
}

impl<'b> Pen<'b> {
    /// At the start of row `row` of `area`; a row outside has no room.
    pub fn new(buffer: &'b mut Buffer, area: Rect, row: u16) -> Self {
        let area = area.intersection(buffer.area);
        let end = if row < area.height { area.right() } else { area.x };
        Self { buffer, x: area.x, y: area.y.saturating_add(row), end, last: None }
    }

    /// Cells left.
    pub fn room(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// Where the next cell goes.
    pub const fn position(&self) -> Position {
        Position { x: self.x, y: self.y }
    }

    /// Leaves `cells` as they are.
    pub fn skip(&mut self, cells: usize) -> &mut Self {
        self.x = self.x.saturating_add(u16::try_from(cells).unwrap_or(u16::MAX)).min(self.end);
        self
    }

    /// Writes `text`, cut at the end of the row; after a cut there is no room left.
    pub fn put(&mut self, text: &str, style: Style) -> &mut Self {
        let room = self.room();
        if room == 0 && !text.trim().is_empty() {
            self.cut_last();
        }
        if !self.write(text, room, style, &[], style).1 {
            self.x = self.end;
        }
        self
    }

    /// What was written ends with the row, and there is more to say: its last grapheme makes room for the mark.
    fn cut_last(&mut self) {
        let Some((x, _)) = self.last.filter(|(_, end)| *end == self.end) else { return };
        self.buffer[(x, self.y)].set_symbol(MORE);
        for x in x + 1..self.end {
            self.buffer[(x, self.y)].set_symbol(" ");
        }
    }

    /// Empties the next `cells`, without moving.
    pub fn clear(&mut self, cells: usize, style: Style) -> &mut Self {
        let (start, cells) = (self.x, cells.min(self.room()));
        self.write(&" ".repeat(cells), cells, style, &[], style);
        self.x = start;
        self
    }

    /// Writes `text` in exactly `cells`, cut or padded.
    pub fn cell(&mut self, text: &str, cells: usize, style: Style) -> &mut Self {
        self.marked(text, &[], cells, style, style)
    }

    /// The same, at the right of its cells.
    pub fn cell_right(&mut self, text: &str, cells: usize, style: Style) -> &mut Self {
        let cells = cells.min(self.room());
        let used = width(text).min(cells);
        self.skip(cells - used);
        self.write(text, used, style, &[], style);
        self
    }

    /// Like [`Pen::cell`], with the bytes of `ranges` in another style.
    pub fn marked(
        &mut self,
        text: &str,
        ranges: &[Range<usize>],
        cells: usize,
        style: Style,
        mark: Style,
    ) -> &mut Self {
        let cells = cells.min(self.room());
        let (used, _) = self.write(text, cells, style, ranges, mark);
        self.skip(cells.saturating_sub(used))
    }

    /// Writes `text` so that it ends at the end of the row, where it fits.
    pub fn end_with(&mut self, text: &str, style: Style) -> &mut Self {
        let cells = width(text);
        if cells <= self.room() {
            let room = self.room();
            self.skip(room - cells);
            self.put(text, style);
        }
        self
    }

    /// Fills the rest of the row.
    pub fn fill(&mut self, text: &str, style: Style) -> &mut Self {
        let cells = width(text);
        while cells > 0 && self.room() >= cells {
            self.put(text, style);
        }
        self
    }

    /// Keeps `cells` free at the end of the row.
    pub fn keep(&mut self, cells: usize) -> &mut Self {
        let end = usize::from(self.end).saturating_sub(cells).max(usize::from(self.x));
        self.end = u16::try_from(end).unwrap_or(self.end);
        self
    }

    /// Gives back what [`Pen::keep`] took.
    pub fn free(&mut self, cells: usize) -> &mut Self {
        self.end = self.end.saturating_add(u16::try_from(cells).unwrap_or(0)).min(self.buffer.area.right());
        self
    }

    /// Cells used, and whether that was all of it.
    fn write(&mut self, text: &str, room: usize, style: Style, ranges: &[Range<usize>], mark: Style) -> (usize, bool) {
        let pieces: Vec<_> = pieces(text, ranges).into_iter().map(|(piece, styled)| (neutral(piece), styled)).collect();
        let mut parts: Vec<(&str, usize, bool)> = Vec::with_capacity(room.min(text.len()));
        let mut wide = 0;
        for (grapheme, cells, styled) in pieces
            .iter()
            .flat_map(|(piece, styled)| graphemes(piece).map(|(grapheme, cells)| (grapheme, cells, *styled)))
        {
            wide += cells;
            parts.push((grapheme, cells, styled));
            // What follows cannot be seen.
            if wide > room {
                break;
            }
        }
        let whole = wide <= room;
        let limit = if whole { room } else { room.saturating_sub(1) };
        let mut used = 0;
        for (grapheme, cells, styled) in parts {
            let style = if styled { mark } else { style };
            if used + cells > limit {
                if !whole && used < room {
                    self.set(MORE, 1, style);
                    used += 1;
                }
                break;
            }
            self.set(grapheme, cells, style);
            used += cells;
        }
        (used, whole)
    }

    fn set(&mut self, grapheme: &str, cells: usize, style: Style) {
        let cells = u16::try_from(cells).unwrap_or(1);
        if self.x + cells > self.end {
            return;
        }
        self.last = Some((self.x, self.x + cells));
        match columns(grapheme, cells.into()) {
            // ratatui takes what is right of a wide one for covered, and leaves it there when something narrower comes.
            Some(parts) => parts.into_iter().for_each(|part| self.set_part(part, 1, style)),
            None => self.set_part(grapheme, cells, style),
        }
    }

    fn set_part(&mut self, part: &str, cells: u16, style: Style) {
        // A halfwidth mark of sound is wider to ratatui than to terminals, and it would skip what follows.
        let forced = NonZeroU16::new(cells).filter(|cells| !part.is_ascii() && part.cell_width() != cells.get());
        let option = forced.map_or(CellDiffOption::None, CellDiffOption::ForcedWidth);
        self.buffer[(self.x, self.y)].set_symbol(part).set_style(style).set_diff_option(option);
        for x in self.x + 1..self.x + cells {
            let under = self.buffer[(x, self.y)].style();
            self.buffer[(x, self.y)].reset();
            self.buffer[(x, self.y)].set_style(under.patch(style));
        }
        self.x += cells;
    }
}

/// `text` in pieces that are inside or outside of `ranges`; ranges that do not fit it are passed over.
fn pieces<'t>(text: &'t str, ranges: &[Range<usize>]) -> Vec<(&'t str, bool)> {
    let mut out = Vec::with_capacity(1 + 2 * ranges.len());
    let mut at = 0;
    for range in ranges {
        if range.start < at {
            continue;
        }
        if let (Some(before), Some(inside)) = (text.get(at..range.start), text.get(range.clone())) {
            out.push((before, false));
            out.push((inside, true));
            at = range.end;
        }
    }
    out.push((&text[at..], false));
    out
}

/// A line being typed, scrolled so that its cursor shows; says where that is.
pub fn input(pen: &mut Pen<'_>, input: &Input, cells: usize, style: Style) -> Position {
    let cells = cells.min(pen.room()).max(1);
    let value = input.value();
    let split = value.char_indices().nth(input.cursor()).map_or(value.len(), |(at, _)| at);
    let before = neutral(&value[..split]).into_owned();
    let mut hidden = 0;
    let mut ahead = width(&before);
    let mut parts = graphemes(&before);
    while ahead >= cells {
        let Some((grapheme, cells)) = parts.next() else { break };
        hidden += grapheme.len();
        ahead -= cells;
    }
    let start = pen.position();
    let shown = format!("{}{}", &before[hidden.min(before.len())..], &value[split..]);
    pen.clear(cells, style).cell(&shown, cells, style);
    Position { x: start.x + u16::try_from(ahead).unwrap_or(0), y: start.y }
}

#[cfg(test)]
mod tests;
