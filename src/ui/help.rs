//! The keys of where the exporter was, by group.

use super::text::{Pen, width};
use super::{Screen, frames, hints};
use crate::app::modal::Help;
use crate::command::table::TABLE;
use crate::command::{Command, Group, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

enum Line {
    Group(&'static str),
    Row(usize, &'static Row),
    Blank,
}

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, help: &Help) {
    let theme = screen.theme;
    let title = [(screen.get("help-title"), theme.title_focus)];
    let (wide, high) = (frames::most(area, 110), area.height);
    let inner = frames::layer(buffer, area, screen, (wide, high), &title);
    let lines = lines(help);
    let keys: Vec<String> = TABLE.iter().enumerate().map(|(at, _)| keys(screen, at)).collect();
    let column = lines
        .iter()
        .filter_map(|line| if let Line::Row(at, _) = line { Some(width(&keys[*at])) } else { None })
        .max()
        .unwrap_or(0)
        .clamp(6, 16);
    let page = usize::from(inner.height);
    let top = help.top.min(lines.len().saturating_sub(page));
    for (row, line) in (0..inner.height).zip(lines.iter().skip(top)) {
        match line {
            Line::Blank => {}
            Line::Group(key) => frames::heading(buffer, inner, row, screen, &screen.get(key)),
            Line::Row(at, entry) => {
                let title = (usize::from(inner.width) / 4).clamp(18, 26);
                let mut pen = Pen::new(buffer, inner, row);
                pen.cell_right(&keys[*at], column, theme.key).skip(2);
                let slug = if entry.command == Command::CopyNth(1) { "copy-nth" } else { entry.slug };
                pen.cell(&screen.get(&format!("cmd-{slug}")), title, theme.strong).skip(1);
                pen.put(&screen.get(&format!("cmd-{slug}-about")), theme.dim);
            }
        }
    }
    let place = Rect {
        x: inner.x.saturating_sub(2),
        y: inner.y.saturating_sub(1),
        width: inner.width + 4,
        height: inner.height + 2,
    };
    frames::scroll(buffer, place, screen, top, page, lines.len());
}

fn lines(help: &Help) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        // One line stands for the nine keys of one family.
        let others = |row: &Row| matches!(row.command, Command::CopyNth(2..));
        let here = |row: &Row| {
            row.group == group && !others(row) && row.scopes.iter().any(|scope| help.scopes.contains(scope))
        };
        let rows: Vec<Line> =
            TABLE.iter().enumerate().filter(|(_, row)| here(row)).map(|(at, row)| Line::Row(at, row)).collect();
        if rows.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Group(group.key()));
        lines.extend(rows);
    }
    lines
}

/// The keys of a row; the nine that copy a channel are said by the first.
fn keys(screen: Screen<'_>, row: usize) -> String {
    if TABLE[row].command == Command::CopyNth(1) {
        let nth = |row: &Row| matches!(row.command, Command::CopyNth(_));
        let keys: Vec<String> = (0..)
            .zip(TABLE)
            .filter(|(_, row)| nth(row))
            .filter_map(|(at, _)| screen.app.settings.keymap.keys_of(at).first().map(hints::keys_words))
            .collect();
        return match &keys[..] {
            [first, .., last] => format!("{first} … {last}"),
            _ => keys.concat(),
        };
    }
    let words: Vec<String> = screen.app.settings.keymap.keys_of(row).iter().take(2).map(hints::keys_words).collect();
    words.join(", ")
}
