//! A sheet of lines: headings, parts in their styles, text that wraps. What does not fit is scrolled to.

use super::text::{self, Pen};
use super::{Screen, frames};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A part of a line.
pub type Part = (String, Style);

/// Lines from top to bottom, made for a width.
pub struct Sheet<'a> {
    screen: Screen<'a>,
    width: usize,
    rows: Vec<Row>,
}

enum Row {
    Heading(String),
    Parts(Vec<Part>),
}

/// No text takes more lines.
const MOST: usize = 300;

impl<'a> Sheet<'a> {
    pub fn new(screen: Screen<'a>, width: u16) -> Self {
        Self { screen, width: usize::from(width).max(8), rows: Vec::new() }
    }

    pub fn heading(&mut self, key: &str) -> &mut Self {
        self.rows.push(Row::Heading(self.screen.get(key)));
        self
    }

    pub fn blank(&mut self) -> &mut Self {
        self.line(Vec::new())
    }

    /// One line; what is too long is cut.
    pub fn line(&mut self, parts: Vec<Part>) -> &mut Self {
        self.rows.push(Row::Parts(parts));
        self
    }

    /// Text that wraps behind its first parts, which stand in `hang` cells, or in as many as they need.
    pub fn wrapped(&mut self, mut first: Vec<Part>, hang: usize, said: &str, style: Style) -> &mut Self {
        let used: usize = first.iter().map(|(part, _)| text::width(part)).sum();
        let hang = hang.max(used);
        let room = self.width.saturating_sub(hang).max(8);
        let mut lines = text::wrap_lines(said, room, MOST).into_iter();
        first.push((" ".repeat(hang.saturating_sub(used)), style));
        first.push((lines.next().unwrap_or_default(), style));
        self.line(first);
        for line in lines {
            self.line(vec![(" ".repeat(hang), style), (line, style)]);
        }
        self
    }

    /// Draws from line `top` on, or from the last page.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, top: usize) {
        let page = usize::from(area.height);
        let top = top.min(self.rows.len().saturating_sub(page));
        for (row, line) in (0..area.height).zip(&self.rows[top..]) {
            match line {
                Row::Heading(title) => frames::heading(buffer, area, row, self.screen, title),
                Row::Parts(parts) => {
                    let mut pen = Pen::new(buffer, area, row);
                    for (part, style) in parts {
                        pen.put(part, *style);
                    }
                }
            }
        }
        let track = Rect {
            x: area.x.saturating_sub(1),
            y: area.y.saturating_sub(1),
            width: area.width + 2,
            height: area.height + 2,
        };
        frames::scroll(buffer, track, self.screen, top, page, self.rows.len());
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }
}
