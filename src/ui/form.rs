//! A form: labels, fields, what the program makes of the text, and what is wrong with it.

use super::text::{self, Pen, width};
use super::{Screen, frames};
use crate::app::form::{Field, Form, Value};
use crate::reference;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::Input;

/// Says where the terminal's cursor belongs.
pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, form: &Form) -> Option<Position> {
    let theme = screen.theme;
    let labels: Vec<String> = form.fields.iter().map(|field| screen.get(field.name.key())).collect();
    let column = labels.iter().map(|label| width(label)).max().unwrap_or(0).min(20);
    let wide = frames::most(area, 90);
    let room = usize::from(wide).saturating_sub(column + 9).max(1);
    let below: Vec<Below> = form.fields.iter().map(|field| below(screen, field, room)).collect();
    let lines: Vec<u16> = below.iter().map(|below| 1 + u16::try_from(below.lines.len()).unwrap_or(0)).collect();
    let high = (lines.iter().sum::<u16>() + 5).min(area.height);
    let title = [(screen.say(&form.title), theme.title_focus)];
    let inner = frames::layer(buffer, area, screen, (wide, high), &title);
    let body = Rect { y: inner.y + 1, height: inner.height.saturating_sub(3), ..inner };
    foot(buffer, inner, screen, form);
    let top = first_shown(&lines, form.focus, body.height);
    let (mut row, mut cursor, mut shown) = (0, None, 0);
    for (at, field) in form.fields.iter().enumerate().skip(top) {
        if row >= body.height {
            break;
        }
        let focus = at == form.focus;
        let mut pen = Pen::new(buffer, body, row);
        let style = if focus { theme.accent } else { theme.dim };
        pen.put(if focus { "▌" } else { " " }, theme.accent).cell_right(&labels[at], column, style).skip(2);
        let position = value(&mut pen, screen, field, focus);
        cursor = cursor.or(position.filter(|_| focus));
        let Below { sign, lines: said, style } = &below[at];
        for (n, line) in (1..).zip(said) {
            let sign = if n == 1 { *sign } else { "  " };
            Pen::new(buffer, body, row + n).skip(column + 3).put(sign, *style).put(line, *style);
        }
        row += lines[at];
        shown += 1;
    }
    let place = Rect { x: inner.x - 2, y: inner.y - 1, width: inner.width + 4, height: inner.height + 2 };
    frames::scroll(buffer, place, screen, top, shown, lines.len());
    cursor
}

/// The first field on the screen: as many before the focus as fit.
fn first_shown(lines: &[u16], focus: usize, height: u16) -> usize {
    if lines.iter().sum::<u16>() <= height {
        return 0;
    }
    // One line more keeps the next field in sight.
    let mut used = lines.get(focus).copied().unwrap_or(1) + lines.get(focus + 1).copied().unwrap_or(0);
    let mut top = focus;
    while let Some(before) = top.checked_sub(1) {
        used += lines[before];
        if used > height {
            break;
        }
        top = before;
    }
    top
}

/// What stands below a field.
struct Below {
    sign: &'static str,
    lines: Vec<String>,
    style: Style,
}

/// What is wrong with a field, or what the program makes of it, on as many lines as it takes.
fn below(screen: Screen<'_>, field: &Field, room: usize) -> Below {
    let (sign, said, style) = match (&field.error, &field.remark) {
        (Some(error), _) => ("✗ ", screen.say(error), screen.theme.bad),
        (None, Some(remark)) => ("→ ", screen.say(remark), screen.theme.dim),
        (None, None) => ("", String::new(), screen.theme.dim),
    };
    Below { sign, lines: text::wrap(&said, room, 4), style }
}

fn value(pen: &mut Pen<'_>, screen: Screen<'_>, field: &Field, focus: bool) -> Option<Position> {
    let theme = screen.theme;
    let ground = if focus { theme.field_focus } else { theme.field };
    match &field.value {
        Value::Text(input) | Value::Person { input, .. } => {
            let room = pen.room();
            Some(typed(pen, input, room, focus, ground))
        }
        Value::Choice { at, options } => {
            let here = pen.position();
            let chosen = options.get(*at).map_or_else(String::new, |say| screen.say(say));
            let (open, close) = if focus { ("‹ ", " ›") } else { ("", "") };
            pen.put(open, theme.key).put(&chosen, if focus { ground } else { theme.text() }).put(close, theme.key);
            if focus && options.len() > 1 {
                pen.put("  ", theme.dim).put(&format!("{}/{}", at + 1, options.len()), theme.faint);
            }
            Some(Position { x: here.x + 2, ..here })
        }
        Value::Toggle(on) => {
            let here = pen.position();
            let (sign, key) = if *on { ("[✓] ", "yes") } else { ("[ ] ", "no") };
            let style = if focus { ground } else { theme.text() };
            pen.put(sign, style).put(&screen.get(key), style);
            Some(Position { x: here.x + 1, ..here })
        }
        Value::Channel { kind, input, primary, emergency, .. } => {
            let name =
                reference::kind(*kind).map_or_else(|| kind.to_string(), |it| it.name(screen.app.lang).to_owned());
            let style = if focus { theme.key } else { theme.dim };
            let (open, close) = if focus { ("‹", "› ") } else { ("", "   ") };
            pen.put(open, style).cell(&name, 12, style).put(close, style);
            let flags = format!("{}{}", if *primary { " ✓" } else { "" }, if *emergency { " ⚑" } else { "" });
            let room = pen.room().saturating_sub(width(&flags));
            let cursor = typed(pen, input, room, focus, ground);
            pen.put(&flags, theme.good);
            Some(cursor)
        }
    }
}

/// A line being written is scrolled to its cursor; any other is read from its start.
fn typed(pen: &mut Pen<'_>, input: &Input, room: usize, focus: bool, ground: Style) -> Position {
    if focus {
        return text::input(pen, input, room, ground);
    }
    let here = pen.position();
    pen.cell(input.value(), room, ground);
    here
}

/// The last line inside: what is wrong with the whole, or that it is on its way.
fn foot(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, form: &Form) {
    let last = area.height.saturating_sub(1);
    let mut pen = Pen::new(buffer, area, last);
    if let Some(error) = &form.error {
        let lines = text::wrap(&screen.say(error), usize::from(area.width).saturating_sub(2), 2);
        let first = (last + 1).saturating_sub(u16::try_from(lines.len()).unwrap_or(1));
        for (row, line) in (first..).zip(&lines) {
            let sign = if row == first { "✗ " } else { "  " };
            Pen::new(buffer, area, row).put(sign, screen.theme.bad).put(line, screen.theme.bad);
        }
    } else if form.waiting {
        pen.put("… ", screen.theme.warn).put(&screen.get("working"), screen.theme.dim);
    }
}
