//! The keys of where the exporter was, by group.

use super::text::{Pen, width};
use super::{Screen, desk, frames, hints};
use crate::app::modal::{Help, HelpLine};
use crate::command::table::TABLE;
use crate::command::{Command, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, help: &Help) {
    let theme = screen.theme;
    let title = [(screen.get("help-title"), theme.title_focus)];
    let (wide, high) = (frames::most(area, 110), area.height);
    let inner = frames::layer(buffer, area, screen, (wide, high), &title);
    let lines = help.lines();
    let keys: Vec<String> = TABLE.iter().enumerate().map(|(at, _)| keys(screen, at)).collect();
    let column = lines
        .iter()
        .filter_map(|line| if let HelpLine::Row(at) = line { Some(width(&keys[*at])) } else { None })
        .max()
        .unwrap_or(0)
        .clamp(6, 16);
    let page = usize::from(inner.height);
    let top = help.top.min(lines.len().saturating_sub(page));
    for (row, line) in (0..inner.height).zip(lines.iter().skip(top)) {
        match line {
            HelpLine::Blank => {}
            HelpLine::Group(key) => frames::heading(buffer, inner, row, screen, &screen.get(key)),
            HelpLine::Dot(at) => {
                let (mark, name) = desk::LEGEND[*at];
                let (_, style) = desk::legend(screen)[*at];
                let mut pen = Pen::new(buffer, inner, row);
                pen.cell_right(mark, column, style).skip(2);
                pen.put(&screen.get(&format!("dot-{name}")), theme.text());
            }
            HelpLine::Row(at) => {
                let entry = &TABLE[*at];
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
