//! Two customers that are one, field by field.

use super::text::Pen;
use super::{Screen, frames};
use crate::app::modal::{Merge, MergeRow, Side};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, merge: &Merge) {
    let theme = screen.theme;
    let title = [(screen.get("merge-title"), theme.title_focus)];
    let high = u16::try_from(merge.rows.len()).unwrap_or(u16::MAX).saturating_add(8);
    let inner = frames::layer(buffer, area, screen, (area.width.saturating_sub(4).min(120), high), &title);
    let column = 16;
    let side = usize::from(inner.width).saturating_sub(column) / 2;
    let mut pen = Pen::new(buffer, inner, 1);
    pen.skip(column).cell(&merge.names.0, side - 1, theme.strong).skip(1).cell(&merge.names.1, side, theme.strong);
    let mut pen = Pen::new(buffer, inner, 2);
    pen.skip(column).cell(&screen.get("merge-keep"), side - 1, theme.good);
    pen.skip(1).cell(&screen.get("merge-gone"), side, theme.dim);
    let rows = Rect { y: inner.y + 3, height: inner.height.saturating_sub(5), ..inner };
    if merge.rows.is_empty() {
        Pen::new(buffer, rows, 0).put(&screen.get("merge-same"), theme.dim);
    }
    let page = usize::from(rows.height).max(1);
    let top = (merge.cursor + 1).saturating_sub(page);
    for (row, (at, entry)) in (0..rows.height).zip(merge.rows.iter().enumerate().skip(top)) {
        line(buffer, rows, row, screen, entry, at == merge.cursor, (column, side));
    }
    let key = if merge.waiting { "working" } else { "merge-about" };
    Pen::new(buffer, inner, inner.height.saturating_sub(1)).put(&screen.get(key), theme.dim);
}

fn line(
    buffer: &mut Buffer,
    area: Rect,
    row: u16,
    screen: Screen<'_>,
    entry: &MergeRow,
    cursor: bool,
    (column, side): (usize, usize),
) {
    let theme = screen.theme;
    let ground = if cursor { theme.selected } else { Style::default() };
    buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
    let mut pen = Pen::new(buffer, area, row);
    pen.put(if cursor { "▌" } else { " " }, theme.accent.patch(ground));
    pen.cell(&screen.get(entry.field), column - 2, theme.dim.patch(ground)).skip(1);
    for (this, text) in [(Side::Keep, &entry.keep), (Side::Gone, &entry.gone)] {
        let taken = entry.take == this;
        let (sign, style) = if taken { ("● ", Style { bg: None, ..theme.strong }) } else { ("○ ", theme.dim) };
        let text = if text.is_empty() { "∅" } else { text };
        pen.put(sign, if taken { theme.good } else { theme.faint }.patch(ground));
        pen.cell(text, side.saturating_sub(3), style.patch(ground)).skip(1);
    }
}
