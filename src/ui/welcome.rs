//! Screens without a board: waiting for the file, an empty file, too small a terminal.

use super::text::{Pen, width};
use super::{Screen, frames};
use crate::app::regions::SMALLEST;
use crate::command::{Command, Keys, Scope};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The terminal has too few cells: says so, and how many it takes.
pub fn too_small(buffer: &mut Buffer, screen: Screen<'_>) {
    let size = |n: u16| usize::from(n).into();
    let (width, height) = screen.app.size;
    let args =
        [("width", size(width)), ("height", size(height)), ("least", size(SMALLEST.0)), ("lines", size(SMALLEST.1))];
    let lines =
        [(screen.with("small", &args), screen.theme.text()), (screen.with("small-next", &args), screen.theme.dim)];
    let area = buffer.area;
    frames::notice(buffer, area, screen, &lines);
}

pub fn opening(buffer: &mut Buffer, screen: Screen<'_>) {
    let args = [("file", screen.app.file.clone().into())];
    let lines = [
        ("Tradewind".to_owned(), screen.theme.accent),
        (" ".to_owned(), screen.theme.text()),
        (screen.with("opening", &args), screen.theme.dim),
    ];
    let area = buffer.area;
    frames::notice(buffer, area, screen, &lines);
}

/// An empty file: three ways to begin.
pub fn draw(buffer: &mut Buffer, screen: Screen<'_>) {
    let theme = screen.theme;
    let area = Rect { height: buffer.area.height - 1, ..buffer.area };
    let wide = area.width.min(72);
    let place = Rect {
        x: area.x + (area.width - wide) / 2,
        y: area.y + area.height.saturating_sub(15) / 3,
        width: wide,
        height: area.height.min(15),
    };
    let strong = Style { bg: None, ..theme.strong };
    centre(buffer, place, 0, "▁▂▃▅▆▇  T R A D E W I N D  ▇▆▅▃▂▁", theme.accent);
    centre(buffer, place, 2, &screen.get("welcome-title"), strong);
    let args = [("file", screen.app.file.clone().into())];
    centre(buffer, place, 3, &screen.with("welcome-file", &args), theme.dim);
    let choices = [
        (Command::Import, "welcome-import", "welcome-import-about"),
        (Command::Demo, "welcome-demo", "welcome-demo-about"),
        (Command::New, "welcome-new", "welcome-new-about"),
    ];
    for (at, (command, title, about)) in (0..).zip(choices) {
        let row = 5 + at * 2 + at;
        let chosen = usize::from(at) == screen.app.views.cursor;
        let ground = if chosen { theme.selected } else { Style::default() };
        let lines = Rect { y: place.y + row, height: 2, ..place }.intersection(buffer.area);
        buffer.set_style(lines, ground);
        let keys = screen.app.settings.keymap.shown(command, &[Scope::Welcome]);
        let keys = keys.map_or_else(String::new, Keys::written);
        let mut pen = Pen::new(buffer, place, row);
        pen.put(if chosen { "▌ " } else { "  " }, theme.accent.patch(ground));
        pen.cell(&keys, 4, theme.key.patch(ground)).put(&screen.get(title), strong.patch(ground));
        let mut pen = Pen::new(buffer, place, row + 1);
        pen.put(if chosen { "▌ " } else { "  " }, theme.accent.patch(ground)).skip(4);
        pen.put(&screen.get(about), theme.dim.patch(ground));
    }
    let key = |command: Command| {
        screen.app.settings.keymap.shown(command, &[Scope::Welcome]).map_or_else(String::new, Keys::written)
    };
    let args = [("quit", key(Command::Quit).into()), ("language", key(Command::Language).into())];
    centre(buffer, place, 14, &screen.with("welcome-foot", &args), theme.dim);
}

fn centre(buffer: &mut Buffer, area: Rect, row: u16, text: &str, style: Style) {
    let mut pen = Pen::new(buffer, area, row);
    let free = pen.room().saturating_sub(width(text));
    pen.skip(free / 2).put(text, style);
}
