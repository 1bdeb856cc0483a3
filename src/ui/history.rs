//! The log: every step, and what the one under the cursor changed.

use super::text::{Pen, number, width};
use super::{Screen, dates, frames};
use crate::app::modal::HistoryView;
use crate::domain::{ChannelKind, Country, Label, Op, OpState, RowChange, Text};
use crate::reference;
use chrono::DateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, history: &HistoryView) {
    let theme = screen.theme;
    let mut title = vec![(screen.get("history-title"), theme.title_focus)];
    if let Some(bundle) = history.customer.and_then(|id| screen.app.board.get(id)) {
        title.push((bundle.customer.name.to_string(), theme.accent));
    }
    let wide = frames::most(area, 150);
    let inner = frames::layer(buffer, area, screen, (wide, area.height), &title);
    if history.ops.is_empty() {
        let key = if history.loaded { "history-empty" } else { "working" };
        return frames::notice(buffer, inner, screen, &[(screen.get(key), theme.dim)]);
    }
    let (steps, changes) = divide(inner);
    let page = usize::from(steps.height).max(1);
    let top = history.top.max((history.cursor + 1).saturating_sub(page)).min(history.cursor);
    for (row, (at, op)) in (0..steps.height).zip(history.ops.iter().enumerate().skip(top)) {
        step(buffer, steps, row, screen, op, at == history.cursor);
    }
    let Some(op) = history.ops.get(history.cursor) else { return };
    let rows = history.step.as_ref().filter(|(id, _)| *id == op.id).map(|(_, rows)| rows);
    frames::heading(buffer, changes, 0, screen, &screen.get("history-changed"));
    let below = Rect { y: changes.y + 1, height: changes.height.saturating_sub(1), ..changes };
    match rows {
        Some(rows) => step_rows(buffer, below, screen, rows),
        None => drop(Pen::new(buffer, below, 0).put(&screen.get("working"), theme.dim)),
    }
}

/// Steps and what they changed: side by side where there is room.
const fn divide(area: Rect) -> (Rect, Rect) {
    if area.width >= 110 {
        let left = area.width * 11 / 20;
        let right = Rect { x: area.x + left + 2, width: area.width - left - 2, ..area };
        (Rect { width: left, ..area }, right)
    } else {
        let top = area.height * 3 / 5;
        (Rect { height: top, ..area }, Rect { y: area.y + top, height: area.height - top, ..area })
    }
}

/// What an op did, in the reader's words.
pub fn label(screen: Screen<'_>, label: &Label) -> String {
    screen.words.label(&screen.app.board.rules().funnel.said(label)).to_string()
}

fn step(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, op: &Op, cursor: bool) {
    let theme = screen.theme;
    let ground = if cursor { theme.selected } else { Style::default() };
    buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
    let local = dates::here(&screen.app.now, op.at);
    let (sign, state) = match op.state {
        OpState::Done => ("●", theme.good),
        OpState::Undone => ("○", theme.warn),
        OpState::Dropped => ("×", theme.faint),
    };
    let words = if op.state == OpState::Done { theme.text() } else { theme.dim };
    let today = screen.app.now.today();
    let day = if local.date() == today { screen.get("date-today") } else { dates::past(screen, local.date()) };
    let mut pen = Pen::new(buffer, area, row);
    pen.put(if cursor { "▌" } else { " " }, theme.accent.patch(ground));
    pen.put(sign, state.patch(ground)).skip(1);
    pen.cell(&day, 8, theme.dim.patch(ground)).skip(1);
    pen.put(&dates::time(local), theme.dim.patch(ground)).skip(2);
    let mut tail = screen.with("history-rows", &[("n", op.changes.into()), ("count", number(op.changes).into())]);
    if op.state != OpState::Done {
        let key = if op.state == OpState::Undone { "history-undone" } else { "history-dropped" };
        tail = format!("{} · {tail}", screen.get(key));
    }
    let wide = width(&tail) + 1;
    pen.keep(wide);
    let room = pen.room();
    pen.cell(&label(screen, &op.label), room, words.patch(ground)).free(wide);
    pen.cell_right(&tail, wide, theme.dim.patch(ground));
}

fn step_rows(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, rows: &[RowChange]) {
    let theme = screen.theme;
    let mut row = 0;
    for change in rows {
        if row >= area.height {
            return;
        }
        let table = known(screen, "table", &change.table);
        let mut pen = Pen::new(buffer, area, row);
        pen.put(&table, theme.accent);
        if let Some((_, name)) = change.customer.as_ref().filter(|(_, name)| !name.is_empty()) {
            pen.put("  ", theme.dim).put(name, theme.strong);
        }
        row += 1;
        for (column, old, new) in change.columns.iter().filter(|it| telling(it)) {
            if row >= area.height {
                return;
            }
            let mut pen = Pen::new(buffer, area, row);
            pen.skip(2).cell(&known(screen, "column", column), 14, theme.dim).skip(1);
            if let Some(old) = old {
                pen.put(&shown(screen, column, old), theme.dim).put(" ", theme.dim);
            }
            pen.put("→ ", theme.faint);
            match new {
                Some(new) => pen.put(&shown(screen, column, new), theme.text()),
                None => pen.put(&screen.get("history-gone"), theme.warn),
            };
            row += 1;
        }
    }
}

/// Whether a column says something to a person: no row numbers, and of a row that came or went nothing empty.
fn telling((column, old, new): &(Text, Option<Text>, Option<Text>)) -> bool {
    const INNER: [&str; 9] =
        ["id", "customer_id", "contact_id", "order_id", "position", "created_at", "closed_at", "norm", "identity"];
    let empty = |value: &Option<Text>| matches!(value.as_deref(), Some("" | "0" | "[]") | None);
    !INNER.contains(&&**column) && (old.is_some() && new.is_some() || !(empty(old) && empty(new)))
}

/// An empty value must be seen.
fn shown(screen: Screen<'_>, column: &str, value: &str) -> String {
    let lang = screen.app.lang;
    let words = match (column, value) {
        (_, "") => "∅".to_owned(),
        ("favourite" | "is_primary" | "is_emergency", "1") => "✓".to_owned(),
        ("favourite" | "is_primary" | "is_emergency", "0") => "–".to_owned(),
        ("at", seconds) => {
            let at = seconds.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
            at.map_or_else(
                || value.to_owned(),
                |at| dates::here(&screen.app.now, at).format("%Y-%m-%d %H:%M").to_string(),
            )
        }
        ("country", code) => Country::new(code).map_or("", |code| reference::country_name(code, lang)).to_owned(),
        ("kind", kind) => ChannelKind::new(kind)
            .and_then(reference::kind)
            .map_or_else(|| in_words(screen, column, kind), |it| it.name(lang).to_owned()),
        ("tags", list) => list.trim_matches(['[', ']', '"']).replace("\",\"", ", "),
        ("stage" | "was", stage) => super::list::stage_word(screen, stage),
        ("language", tag) => reference::language_name(tag, lang).unwrap_or_default().to_owned(),
        _ => value.parse().map_or_else(|_| in_words(screen, column, value), |day| screen.words.day(day)),
    };
    if words.is_empty() { value.to_owned() } else { words }
}

/// One of a few fixed values, as the file keeps them, in words where there are some.
fn in_words(screen: Screen<'_>, column: &str, value: &str) -> String {
    let keys = [format!("value-{}-{value}", column.replace('_', "-")), format!("value-{value}")];
    keys.into_iter().find(|key| screen.words.has(key)).map_or_else(|| value.to_owned(), |key| screen.get(&key))
}

/// A table's or column's name in words, where there are some.
fn known(screen: Screen<'_>, what: &str, name: &str) -> String {
    let key = format!("{what}-{}", name.replace('_', "-"));
    let field = format!("field-{}", name.replace('_', "-"));
    match [field, key].into_iter().find(|key| screen.words.has(key)) {
        Some(key) => screen.get(&key),
        None => name.to_owned(),
    }
}
