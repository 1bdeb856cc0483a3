//! The funnel as columns: as many as fit, scrolled sideways.

use super::text::{Pen, number, width};
use super::{Screen, dates, frames, views};
use crate::app::funnel::{Column, FunnelBoard};
use crate::domain::{Bundle, Tier};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A column is not narrower.
const NARROW: u16 = 24;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, open: &FunnelBoard) {
    let theme = screen.theme;
    let title = [(screen.get("funnel-title"), theme.title_focus)];
    let inner = frames::layer(buffer, area, screen, (area.width, area.height), &title);
    if open.columns.iter().all(|column| column.customers.is_empty()) {
        return frames::notice(buffer, inner, screen, &[(screen.get("stats-none-funnel"), theme.dim)]);
    }
    let fit = usize::from(inner.width / NARROW).clamp(1, open.columns.len());
    let left = open.left(fit);
    let wide = inner.width / u16::try_from(fit).unwrap_or(1);
    for (nth, at) in (0..).zip(left..left + fit) {
        let Some(column) = open.columns.get(at) else { break };
        let place = Rect { x: inner.x + nth * wide, width: wide.saturating_sub(1), ..inner };
        let cursor = (at == open.column).then_some(open.row);
        draw_column(buffer, place, screen, column, cursor);
    }
    let hidden = (left, open.columns.len().saturating_sub(left + fit));
    let mut pen = Pen::new(buffer, Rect { y: area.y, ..inner }, 0);
    let more = format!(
        "{}{}",
        if hidden.0 > 0 { format!(" ◀ {} ", hidden.0) } else { String::new() },
        if hidden.1 > 0 { format!(" {} ▶ ", hidden.1) } else { String::new() }
    );
    if !more.is_empty() {
        pen.end_with(&more, theme.key);
    }
}

/// A head with its count, a rule, the customers from wherever the cursor is seen.
fn draw_column(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, column: &Column, cursor: Option<usize>) {
    let theme = screen.theme;
    let name = screen.say(&screen.app.board.rules().funnel.label(Some(column.stage)));
    let count = number(column.customers.len());
    let style = if cursor.is_some() { theme.title_focus } else { theme.heading };
    let mut pen = Pen::new(buffer, area, 0);
    pen.keep(width(&count) + 1).put(&name, style).free(width(&count) + 1).end_with(&count, theme.dim);
    Pen::new(buffer, area, 1).fill(if cursor.is_some() { "━" } else { "─" }, theme.border);
    let rows = usize::from(area.height.saturating_sub(2)).max(1);
    let top = cursor.map_or(0, |row| (row + 1).saturating_sub(rows));
    for (row, (at, id)) in (2..area.height).zip(column.customers.iter().enumerate().skip(top)) {
        let Some(bundle) = screen.app.board.get(*id) else { continue };
        customer(buffer, area, row, screen, bundle, cursor == Some(at));
    }
}

/// Tier, name, how long ago.
fn customer(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, bundle: &Bundle, chosen: bool) {
    let theme = screen.theme;
    let ground = if chosen { theme.selected } else { Style::default() };
    buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
    let on = |style: Style| style.patch(ground);
    let tier = bundle.customer.tier;
    let mark = if tier == Tier::None { "·" } else { tier.as_str() };
    let last = bundle.last_contact().map_or_else(String::new, |at| dates::ago(screen, at));
    let mut pen = Pen::new(buffer, area, row);
    pen.put(if chosen { "▌" } else { " " }, on(theme.accent)).put(mark, on(views::tier_style(screen, tier)));
    pen.put(" ", on(theme.text()));
    let behind = width(&last) + 1;
    let room = pen.room().saturating_sub(behind);
    pen.cell(&bundle.customer.name, room, on(theme.text())).end_with(&last, on(theme.dim));
}
