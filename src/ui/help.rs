//! The keys of where the exporter was, by group.

use super::text::Pen;
use super::{Screen, desk, frames};
use crate::app::help::{Help, HelpLine, WIDEST};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, help: &Help) {
    let theme = screen.theme;
    let name = [(screen.get("help-title"), theme.title_focus)];
    let (wide, high) = (frames::most(area, WIDEST), area.height);
    let inner = frames::layer(buffer, area, screen, (wide, high), &name);
    let laid = screen.app.help_page(help);
    let page = usize::from(inner.height);
    let top = help.top.min(laid.lines.len().saturating_sub(page));
    for (row, line) in (0..inner.height).zip(laid.lines.iter().skip(top)) {
        let mut pen = Pen::new(buffer, inner, row);
        match line {
            HelpLine::Blank => {}
            HelpLine::Group(key) => frames::heading(buffer, inner, row, screen, &screen.get(key)),
            HelpLine::Dot(at) => {
                let (mark, name) = desk::LEGEND[*at];
                let (_, style) = desk::legend(screen)[*at];
                pen.cell_right(mark, laid.keys, style).skip(2);
                pen.put(&screen.get(&format!("dot-{name}")), theme.text());
            }
            HelpLine::Row { keys, title, about } => {
                pen.cell_right(keys, laid.keys, theme.key).skip(2);
                pen.cell(title, laid.title, theme.strong).skip(1).put(about, theme.dim);
            }
            HelpLine::More(about) => drop(pen.skip(laid.keys + 2 + laid.title + 1).put(about, theme.dim)),
        }
    }
    let place = Rect {
        x: inner.x.saturating_sub(2),
        y: inner.y.saturating_sub(1),
        width: inner.width + 4,
        height: inner.height + 2,
    };
    frames::scroll(buffer, place, screen, top, page, laid.lines.len());
}
