//! Two customers that are one, field by field.

use super::text::{Pen, wrap};
use super::{Screen, frames};
use crate::app::modal::{Merge, MergeRow, Side};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, merge: &Merge) {
    let theme = screen.theme;
    let title = [(screen.get("merge-title"), theme.title_focus)];
    let wide = area.width.saturating_sub(4).min(120);
    let column = 16;
    let side = usize::from(wide).saturating_sub(4 + column) / 2;
    let about = screen.get(if merge.waiting { "working" } else { "merge-about" });
    let about = wrap(&about, usize::from(wide).saturating_sub(4).max(1), 3);
    let lines = |entry: &MergeRow| said(entry, side).map(|text| text.len()).into_iter().max().unwrap_or(1);
    // As high as it gets, so that it stays where it is while the cursor goes through the rows.
    let longest = merge.rows.iter().map(lines).max().unwrap_or(1);
    let high = size(merge.rows.len() + longest + 6 + about.len());
    let inner = frames::layer(buffer, area, screen, (wide, high), &title);
    let mut pen = Pen::new(buffer, inner, 1);
    pen.skip(column).cell(&merge.names.0, side - 1, theme.strong).skip(1).cell(&merge.names.1, side, theme.strong);
    let mut pen = Pen::new(buffer, inner, 2);
    pen.skip(column).cell(&screen.get("merge-keep"), side - 1, theme.good);
    pen.skip(1).cell(&screen.get("merge-gone"), side, theme.dim);
    let rows = Rect { y: inner.y + 3, height: inner.height.saturating_sub(4 + size(about.len())), ..inner };
    if merge.rows.is_empty() {
        Pen::new(buffer, rows, 0).put(&screen.get("merge-same"), theme.dim);
    }
    let page = usize::from(rows.height).saturating_sub(merge.rows.get(merge.cursor).map_or(1, lines) - 1).max(1);
    let top = (merge.cursor + 1).saturating_sub(page);
    let mut row = 0;
    for (at, entry) in merge.rows.iter().enumerate().skip(top) {
        if row >= rows.height {
            break;
        }
        let cursor = at == merge.cursor;
        line(buffer, rows, row, screen, entry, cursor, (column, side));
        row += if cursor { size(lines(entry)) } else { 1 };
    }
    let foot = inner.height.saturating_sub(size(about.len()));
    for (row, line) in (foot..).zip(&about) {
        Pen::new(buffer, inner, row).put(line, theme.dim);
    }
}

fn size(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// Both values of a row in full, as the row under the cursor shows them.
fn said(entry: &MergeRow, side: usize) -> [Vec<String>; 2] {
    [&entry.keep, &entry.gone].map(|text| match &text[..] {
        "" => vec!["∅".to_owned()],
        text => wrap(text, side.saturating_sub(3).max(1), 6),
    })
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
    let both = if cursor {
        said(entry, side)
    } else {
        [&entry.keep, &entry.gone].map(|text| vec![if text.is_empty() { "∅".to_owned() } else { text.clone() }])
    };
    let lines = both[0].len().max(both[1].len());
    for n in (0..lines).take(usize::from(area.height.saturating_sub(row))) {
        let row = row + size(n);
        buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
        let mut pen = Pen::new(buffer, area, row);
        pen.put(if cursor { "▌" } else { " " }, theme.accent.patch(ground));
        let field = if n == 0 { screen.get(entry.field) } else { String::new() };
        pen.cell(&field, column - 2, theme.dim.patch(ground)).skip(1);
        for (this, text) in [Side::Keep, Side::Gone].into_iter().zip(&both) {
            let taken = entry.take == this;
            let (sign, style) = if taken { ("● ", Style { bg: None, ..theme.strong }) } else { ("○ ", theme.dim) };
            let sign = if n == 0 { sign } else { "  " };
            pen.put(sign, if taken { theme.good } else { theme.faint }.patch(ground));
            let text = text.get(n).map_or("", String::as_str);
            pen.cell(text, side.saturating_sub(3), style.patch(ground)).skip(1);
        }
    }
}
