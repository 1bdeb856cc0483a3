//! A few things to choose from.

use super::text::{Pen, width};
use super::{Screen, frames};
use crate::app::modal::Menu;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, menu: &Menu) {
    let theme = screen.theme;
    let title = screen.say(&menu.title);
    let labels: Vec<String> = menu.items.iter().map(|item| screen.say(&item.label)).collect();
    let widest = labels.iter().map(|label| width(label) + 6).chain([width(&title) + 4, 26]).max().unwrap_or(26);
    let size = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let high = size(labels.len() + 4);
    let inner = frames::layer(buffer, area, screen, (size(widest + 6), high), &[(title, theme.title_focus)]);
    let page = usize::from(inner.height.saturating_sub(2)).max(1);
    let top = (menu.cursor + 1).saturating_sub(page);
    let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
    for (row, (item, label)) in (0..rows.height).zip(menu.items.iter().zip(&labels).skip(top)) {
        let chosen = usize::from(row) + top == menu.cursor;
        let ground = if chosen { theme.selected } else { Style::default() };
        buffer.set_style(Rect { y: rows.y + row, height: 1, ..rows }, ground);
        let mut pen = Pen::new(buffer, rows, row);
        pen.put(if chosen { "▌ " } else { "  " }, theme.accent.patch(ground));
        pen.cell(&item.key.to_string(), 3, theme.key.patch(ground)).put(label, theme.text().patch(ground));
    }
}
