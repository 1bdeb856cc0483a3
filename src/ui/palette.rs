//! Every command by name.

use super::text::{self, Pen};
use super::{Screen, frames};
use crate::app::modal::Palette;
use crate::command::Keys;
use crate::command::table::TABLE;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, palette: &Palette) -> Option<Position> {
    let theme = screen.theme;
    let title = [(screen.get("palette-title"), theme.title_focus)];
    let (wide, high) = (area.width.saturating_sub(4).min(92), area.height.saturating_sub(2).min(22));
    let inner = frames::layer(buffer, area, screen, (wide, high), &title);
    let mut pen = Pen::new(buffer, inner, 0);
    pen.put(": ", theme.key);
    let room = pen.room();
    let cursor = text::input(&mut pen, &palette.input, room, theme.field_focus);
    let rows = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    if palette.rows.is_empty() {
        frames::notice(buffer, rows, screen, &[(screen.get("palette-empty"), theme.dim)]);
    }
    let page = usize::from(rows.height).max(1);
    let top = palette.top.max((palette.cursor + 1).saturating_sub(page)).min(palette.cursor);
    for (row, (at, index)) in (0..rows.height).zip(palette.rows.iter().enumerate().skip(top)) {
        let Some(entry) = TABLE.get(*index) else { continue };
        let ground = if at == palette.cursor { theme.selected } else { Style::default() };
        buffer.set_style(Rect { y: rows.y + row, height: 1, ..rows }, ground);
        let keys = screen.app.settings.keymap.keys_of(*index).first().map_or_else(String::new, Keys::written);
        let mut pen = Pen::new(buffer, rows, row);
        pen.put(if at == palette.cursor { "▌ " } else { "  " }, theme.accent.patch(ground));
        let name = (usize::from(rows.width) / 3).clamp(20, 30);
        pen.keep(10);
        pen.cell(&screen.get(&format!("cmd-{}", entry.slug)), name, theme.strong.patch(ground)).skip(1);
        let room = pen.room();
        pen.cell(&screen.get(&format!("cmd-{}-about", entry.slug)), room, theme.dim.patch(ground)).free(10);
        pen.cell_right(&keys, 10, theme.key.patch(ground));
    }
    Some(cursor)
}
