//! Borders, titles and the ground of layers.

use super::Screen;
use super::text::{self, Pen};
use crate::app::{Area, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

/// Corners and sides: top left, top, top right, side, bottom left, bottom right.
type Lines = [&'static str; 6];

const CALM: Lines = ["╭", "─", "╮", "│", "╰", "╯"];
/// The focus is seen without colour, too.
const HEAVY: Lines = ["┏", "━", "┓", "┃", "┗", "┛"];

/// A region as ratatui names it.
pub const fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}

/// Inside of a border.
pub const fn inner(area: Rect) -> Rect {
    area.inner(Margin { horizontal: 1, vertical: 1 })
}

/// A part of a title, and its style.
pub type Part = (String, Style);

/// A pane's border with its title; says what is inside.
pub fn pane(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, pane: Pane, left: &[Part], right: &[Part]) -> Rect {
    let focus = focused(screen, pane);
    let (lines, style) = if focus { (HEAVY, screen.theme.border_focus) } else { (CALM, screen.theme.border) };
    border(buffer, area, lines, style);
    titles(buffer, area, lines[1], style, left, right);
    inner(area)
}

/// Whether a pane has the keys.
pub fn focused(screen: Screen<'_>, pane: Pane) -> bool {
    screen.app.focus == pane && screen.app.modals.is_empty()
}

/// The style of a pane's title.
pub fn title_style(screen: Screen<'_>, pane: Pane) -> Style {
    if focused(screen, pane) { screen.theme.title_focus } else { screen.theme.title }
}

/// A layer in the middle of `area`, at most so large, with its title; says what is inside, a cell off the border.
pub fn layer(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, (width, height): (u16, u16), title: &[Part]) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    let place = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    ground(buffer, place, screen);
    border(buffer, place, HEAVY, screen.theme.border_focus);
    titles(buffer, place, HEAVY[1], screen.theme.border_focus, title, &[]);
    place.inner(Margin { horizontal: 2, vertical: 1 })
}

/// How wide a layer is that wants `most`: a narrow terminal gives it all.
pub fn most(area: Rect, most: u16) -> u16 {
    if area.width < 100 { area.width } else { (area.width - 2).min(most) }
}

/// Wipes what lies below a layer.
pub fn ground(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    for row in 0..area.height {
        // A wide character must not be cut in half by the border.
        if let Some(x) = area.x.checked_sub(1) {
            let cell = Rect { x, y: area.y + row, width: 1, height: 1 };
            if text::width(buffer[(x, cell.y)].symbol()) > 1 {
                let style = buffer[(x, cell.y)].style();
                Pen::new(buffer, cell, 0).put(" ", style);
            }
        }
        for column in 0..area.width {
            buffer[(area.x + column, area.y + row)].reset();
        }
    }
    buffer.set_style(area, screen.theme.base);
    buffer.set_style(area, screen.theme.layer);
}

fn border(buffer: &mut Buffer, area: Rect, lines: Lines, style: Style) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let last = area.height - 1;
    Pen::new(buffer, area, 0).put(lines[0], style).keep(1).fill(lines[1], style).free(1).put(lines[2], style);
    for row in 1..last {
        Pen::new(buffer, area, row).put(lines[3], style);
        Pen::new(buffer, area, row).end_with(lines[3], style);
    }
    Pen::new(buffer, area, last).put(lines[4], style).keep(1).fill(lines[1], style).free(1).put(lines[5], style);
}

fn titles(buffer: &mut Buffer, area: Rect, rule: &str, style: Style, left: &[Part], right: &[Part]) {
    let wide = |parts: &[Part]| parts.iter().map(|(part, _)| text::width(part) + 3).sum::<usize>();
    let mut pen = Pen::new(buffer, area, 0);
    pen.skip(1).keep(2);
    let room = pen.room();
    write(&mut pen, rule, style, left);
    let left = wide(left).min(room);
    if !right.is_empty() && left + wide(right) < room {
        let mut pen = Pen::new(buffer, area, 0);
        pen.skip(1 + room - wide(right) + 1);
        write(&mut pen, rule, style, right);
    }
}

fn write(pen: &mut Pen<'_>, rule: &str, style: Style, parts: &[Part]) {
    for (at, (part, own)) in parts.iter().enumerate() {
        // Only the first part is cut; a later one is there whole or not at all.
        if at > 0 && text::width(part) + 3 > pen.room() {
            return;
        }
        if at > 0 {
            pen.put(rule, style);
        }
        if pen.room() > 2 {
            pen.put(" ", *own).keep(1).put(part, *own).free(1).put(" ", *own);
        }
    }
}

/// A heading with a rule to the end of the row.
pub fn heading(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, title: &str) {
    let mut pen = Pen::new(buffer, area, row);
    pen.put("─ ", screen.theme.border).put(title, screen.theme.heading).put(" ", screen.theme.border);
    pen.fill("─", screen.theme.border);
}

/// Lines of text in the middle of an empty place.
pub fn notice(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, lines: &[Part]) {
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let wrapped: Vec<(String, Style)> = lines
        .iter()
        .flat_map(|(line, style)| text::wrap(line, width, 4).into_iter().map(|line| (line, *style)))
        .collect();
    let rows = u16::try_from(wrapped.len()).unwrap_or(u16::MAX);
    let top = area.height.saturating_sub(rows) / 3;
    for (row, (line, style)) in (top..).zip(wrapped) {
        let mut pen = Pen::new(buffer, area, row);
        let free = pen.room().saturating_sub(text::width(&line));
        pen.skip(free / 2).put(&line, style);
    }
    let _unused = screen;
}

/// A bar of `cells`, filled by `part` of `whole`; eighths show what is between two cells.
pub fn bar(pen: &mut Pen<'_>, screen: Screen<'_>, part: usize, whole: usize, cells: usize) {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let filled = (part.min(whole) * cells * 8).checked_div(whole).unwrap_or(0);
    for _ in 0..filled / 8 {
        pen.put("█", screen.theme.bar);
    }
    pen.put(EIGHTHS[filled % 8], screen.theme.bar);
    for _ in filled.div_ceil(8)..cells {
        pen.put("░", screen.theme.bar_rest);
    }
}

/// A scroll mark on the right border: where `page` of `total` rows from `top` are.
pub fn scroll(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, top: usize, page: usize, total: usize) {
    let rows = usize::from(area.height.saturating_sub(2));
    if total <= page || rows == 0 {
        return;
    }
    let long = (rows * page / total).clamp(1, rows);
    let at = (top * (rows - long)).checked_div(total - page).unwrap_or(0).min(rows - long);
    for row in at..at + long {
        let row = u16::try_from(row + 1).unwrap_or(u16::MAX);
        Pen::new(buffer, area, row).end_with("▐", screen.theme.dim);
    }
}
