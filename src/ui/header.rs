//! The first line: the file, the clock, what waits.

use super::text::{Pen, number, width};
use super::{Screen, dates};
use crate::domain::view::Builtin;
use crate::reference;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    let theme = screen.theme;
    buffer.set_style(area, theme.header);
    let counts = counts(screen);
    let long: usize = counts.iter().map(|(text, _)| width(text) + 3).sum::<usize>().saturating_sub(2);
    let mut pen = Pen::new(buffer, area, 0);
    pen.keep(long + 2);
    pen.put(" Tradewind", theme.accent).put(" · ", theme.dim);
    let flags = flags(screen);
    let flagged: usize = flags.iter().map(|(text, _)| width(text) + 2).sum();
    let file = if screen.app.demo { screen.get("header-demo") } else { screen.app.file.clone() };
    let clock = clock(screen, pen.room().saturating_sub(flagged + width(&file).min(16) + 4));
    let name = pen.room().saturating_sub(flagged + width(&clock) + 3).max(8);
    pen.cell(&file, width(&file).min(name), theme.strong);
    for (flag, style) in flags {
        pen.put("  ", style).put(&flag, style);
    }
    let free = pen.room().saturating_sub(width(&clock));
    if free >= 2 {
        let before = usize::from(area.width).saturating_sub(width(&clock)) / 2;
        let at = usize::from(pen.position().x.saturating_sub(area.x));
        pen.skip(before.saturating_sub(at).clamp(2, free)).put(&clock, theme.header);
    }
    let mut pen = Pen::new(buffer, area, 0);
    pen.skip(usize::from(area.width).saturating_sub(long));
    for (at, (count, style)) in counts.iter().enumerate() {
        if at > 0 {
            pen.put(" · ", theme.dim);
        }
        pen.put(count, *style);
    }
}

fn flags(screen: Screen<'_>) -> Vec<(String, Style)> {
    let mut flags = Vec::new();
    if screen.app.read_only {
        flags.push((screen.get("header-read-only"), screen.theme.bad));
    }
    flags
}

/// `Sun 22 Nov 10:14 Shanghai`, shorter where there is less room.
fn clock(screen: Screen<'_>, room: usize) -> String {
    let local = screen.app.now.local();
    let time = dates::time(local);
    let day = dates::long_day(screen, local.date());
    let place = reference::zone_city(&screen.app.now.zone, screen.app.lang);
    let candidates = [format!("{day} {time} {place}"), format!("{day} {time}")];
    candidates.into_iter().find(|words| width(words) <= room).unwrap_or(time)
}

fn counts(screen: Screen<'_>) -> Vec<(String, Style)> {
    let tally = screen.app.board.tally();
    let quiet = screen.theme.dim;
    let count = |key: &str, n: usize, style: Style| {
        let text = screen.with(key, &[("n", number(n).into()), ("count", n.into())]);
        (text, if n == 0 { quiet } else { style })
    };
    let mut counts = vec![
        count("header-overdue", tally.overdue, screen.theme.bad),
        count("header-today", tally.today, screen.theme.warn),
    ];
    if let Some(n) = tally.views[Builtin::Inquiries.index()] {
        counts.push(count("header-inquiries", n, screen.theme.accent));
    }
    counts
}
