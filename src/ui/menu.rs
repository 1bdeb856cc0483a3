//! A few things to choose from; a long one goes on below.

use super::text::{Pen, width, wrap};
use super::{Screen, frames};
use crate::app::modal::Menu;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells before a label: the mark of the cursor, the key.
const BEFORE: usize = 5;
/// Lines that one item may take.
const MOST: usize = 5;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, menu: &Menu) {
    let theme = screen.theme;
    let title = screen.say(&menu.title);
    let labels: Vec<String> = menu.items.iter().map(|item| screen.say(&item.label)).collect();
    let widest = labels.iter().map(|label| width(label) + 6).chain([width(&title) + 4, 26]).max().unwrap_or(26);
    let size = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let wide = size(widest + 6).min(area.width);
    let room = usize::from(wide).saturating_sub(4 + BEFORE).max(1);
    let labels: Vec<Vec<String>> = labels.iter().map(|label| wrap(label, room, MOST)).collect();
    let high = size(labels.iter().map(Vec::len).sum::<usize>() + 4);
    let inner = frames::layer(buffer, area, screen, (wide, high), &[(title, theme.title_focus)]);
    let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
    let top = top(&labels, menu.cursor, usize::from(rows.height).max(1));
    let lines = menu.items.iter().zip(&labels).enumerate().skip(top);
    let lines =
        lines.flat_map(|(at, (item, label))| label.iter().enumerate().map(move |(n, line)| (at, item, n, line)));
    for (row, (at, item, n, line)) in (0..rows.height).zip(lines) {
        let chosen = at == menu.cursor;
        let ground = if chosen { theme.selected } else { Style::default() };
        buffer.set_style(Rect { y: rows.y + row, height: 1, ..rows }, ground);
        let mut pen = Pen::new(buffer, rows, row);
        pen.put(if chosen { "▌ " } else { "  " }, theme.accent.patch(ground));
        let key = if n == 0 { item.key.to_string() } else { String::new() };
        pen.cell(&key, BEFORE - 2, theme.key.patch(ground)).put(line, theme.text().patch(ground));
    }
}

/// The first item on the screen, so that the one under the cursor is seen whole.
fn top(labels: &[Vec<String>], cursor: usize, page: usize) -> usize {
    let mut used = 0;
    let above = labels.iter().take(cursor + 1).rev().take_while(|label| {
        used += label.len();
        used <= page
    });
    (cursor + 1).saturating_sub(above.count().max(1))
}
