//! A paste: written, being read, and line by line beside who could be meant.

use super::text::{self, Pen, number, width};
use super::{Screen, frames};
use crate::app::paste::{Editing, Part, PasteView, Row, Sorting, Stage, Take, Theirs, via_name};
use crate::app::textbox::TextBox;
use crate::reference;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// Characters of a text that a line, and a paragraph, look at.
const LINE: usize = 400;
const PARAGRAPH: usize = 4_000;
/// Lines at the foot: where the row comes from, and the message; more where there is room.
const BELOW: u16 = 6;
/// Cells of a column that says only in which line something stands.
const SHORT: usize = 10;
const LABEL: usize = 14;

/// Says where the terminal's cursor belongs.
pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, view: &PasteView) -> Option<Position> {
    let title = [(screen.get("paste-title"), screen.theme.title_focus)];
    match &view.stage {
        Stage::Box(text) => {
            let inner = frames::layer(buffer, area, screen, (frames::most(area, 100), 18), &title);
            let about = text::wrap(&screen.get("paste-box-about"), usize::from(inner.width), 2);
            for (row, line) in (0..).zip(&about) {
                Pen::new(buffer, inner, row).put(line, screen.theme.dim);
            }
            let body = Rect { y: inner.y + 3, height: inner.height.saturating_sub(6), ..inner };
            if let Some(note) = &view.note {
                let lines = text::wrap(&screen.say(note), usize::from(inner.width).saturating_sub(2), 2);
                for (row, line) in (inner.height.saturating_sub(2)..).zip(&lines) {
                    let sign = if row + 2 == inner.height { "! " } else { "  " };
                    Pen::new(buffer, inner, row).put(sign, screen.theme.warn).put(line, screen.theme.text());
                }
            }
            Some(text_box(buffer, body, screen, text))
        }
        Stage::Reading => {
            let inner = frames::layer(buffer, area, screen, (56, 5), &title);
            Pen::new(buffer, inner, 1).put(&screen.get("paste-reading"), screen.theme.dim);
            None
        }
        Stage::Sorting(sorting) => {
            let inner = frames::layer(buffer, area, screen, (frames::most(area, 150), area.height), &title);
            sorted(buffer, inner, screen, sorting)
        }
    }
}

/// Lines being written.
fn text_box(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, text: &TextBox) -> Position {
    let page = usize::from(area.height).max(1);
    let top = (text.row + 1).saturating_sub(page);
    let mut cursor = Position { x: area.x, y: area.y };
    for row in 0..area.height {
        let mut pen = Pen::new(buffer, area, row);
        let at = top + usize::from(row);
        let room = pen.room();
        match text.lines.get(at) {
            Some(line) if at == text.row => cursor = text::input(&mut pen, line, room, screen.theme.field_focus),
            Some(line) => {
                pen.cell(&start(line.value(), LINE), room, screen.theme.field);
            }
            None => {
                pen.clear(room, screen.theme.field);
            }
        }
    }
    cursor
}

fn start(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

fn sorted(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, sorting: &Sorting) -> Option<Position> {
    targets(buffer, area, screen, sorting);
    let notes = u16::try_from(sorting.left_out.len()).unwrap_or(0);
    let used = 4 + BELOW + notes + 1;
    let shown = sorting.shown();
    let free = area.height.saturating_sub(used);
    let rows = free.min(u16::try_from(shown.len()).unwrap_or(u16::MAX));
    let body = Rect { y: area.y + 4, height: rows, ..area };
    let below = Rect { y: body.bottom(), height: BELOW + free - rows, ..area };
    for (row, say) in (0..notes).zip(&sorting.left_out) {
        Pen::new(buffer, area, area.height.saturating_sub(1 + notes) + row)
            .put("! ", screen.theme.warn)
            .put(&screen.say(say), screen.theme.dim);
    }
    foot(buffer, area, screen, sorting);
    if let Some(Editing::Text(text)) = &sorting.editing {
        let whole = Rect { height: body.height + below.height - 1, ..body };
        return Some(text_box(buffer, whole, screen, text));
    }
    let columns = Columns::of(area.width, sorting);
    columns.heading(buffer, area, screen);
    let page = usize::from(body.height).max(1);
    let top = (sorting.cursor + 1).saturating_sub(page);
    let mut cursor = None;
    for (row, index) in (0..body.height).zip(shown.iter().skip(top)) {
        let position = columns.row(buffer, body, row, screen, sorting, *index);
        cursor = cursor.or(position);
    }
    let place = Rect { x: body.x - 2, y: body.y - 1, width: body.width + 4, height: body.height + 2 };
    frames::scroll(buffer, place, screen, top, page, shown.len());
    detail(buffer, below, screen, sorting);
    cursor
}

/// The new customer and those who could be meant; what choosing the one that is chosen does.
fn targets(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, sorting: &Sorting) {
    let theme = screen.theme;
    let mut pen = Pen::new(buffer, area, 0);
    let name = |target: &crate::app::paste::Target| match target.id {
        None => screen.get("paste-new"),
        Some(_) => target.name.clone(),
    };
    // The chosen one is always seen.
    let first = if sorting.at > 2 { sorting.at - 1 } else { 0 };
    for (at, target) in sorting.targets.iter().enumerate().skip(first) {
        let chosen = at == sorting.at;
        let (sign, style) = if chosen { ("● ", theme.strong) } else { ("○ ", theme.dim) };
        if pen.room() < 12 {
            let more = number(sorting.targets.len() - at);
            pen.put(&screen.with("paste-count-left", &[("n", more.into())]), theme.faint);
            break;
        }
        let cells = width(&name(target)).min(32).min(pen.room().saturating_sub(4));
        pen.put(sign, if chosen { theme.good } else { theme.faint }).cell(&name(target), cells, style).skip(3);
    }
    let known = sorting.target().filter(|target| target.id.is_some());
    let words = match known {
        Some(target) => format!("{} · {}", screen.get(target.why), screen.get("paste-known-about")),
        None if sorting.looking => sentences(screen, "paste-looking"),
        None if sorting.targets.iter().all(|target| target.id.is_none() || target.why == "paste-likely-current") => {
            sentences(screen, "paste-new-alone")
        }
        None => screen.get("paste-new-about"),
    };
    for (row, line) in (1..3).zip(text::wrap(&words, usize::from(area.width), 2)) {
        Pen::new(buffer, area, row).put(&line, theme.dim);
    }
}

/// What is wrong, or what Enter does.
fn foot(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, sorting: &Sorting) {
    let mut pen = Pen::new(buffer, area, area.height.saturating_sub(1));
    if let Some(error) = &sorting.error {
        pen.put("✗ ", screen.theme.bad).put(&screen.say(error), screen.theme.bad);
        return;
    }
    let key = match &sorting.editing {
        _ if sorting.waiting => "working",
        Some(Editing::Line(_)) => "paste-writing-line",
        Some(Editing::Text(_)) => "paste-writing-text",
        None if sorting.target().is_some_and(|target| target.takes.iter().any(|take| take.on)) => "paste-next",
        None => "paste-nothing",
    };
    pen.put(&screen.get(key), screen.theme.strong);
}

/// Where the row under the cursor comes from, and the message.
fn detail(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, sorting: &Sorting) {
    let theme = screen.theme;
    let Some(row) = sorting.row().map(|at| &sorting.rows[at]) else { return };
    let mut pen = Pen::new(buffer, area, 0);
    pen.put("↳ ", theme.faint).put(&origin(screen, row), theme.dim);
    if !row.edited && row.find.from.line > 0 && row.find.part != Part::Message {
        pen.put("  ", theme.faint).put(&row.find.from.snippet, theme.text());
    }
    if matches!(row.find.part, Part::Channel(_) | Part::Via(_)) {
        let words = screen.get("paste-kind-about");
        if pen.room() > width(&words) + 2 {
            pen.skip(2).end_with(&words, theme.faint);
        }
    }
    frames::heading(buffer, area, 1, screen, &screen.get("paste-field-message"));
    let message = sorting.rows.iter().find(|row| row.find.part == Part::Message);
    let message = message.map_or("", |row| row.find.value.as_str());
    let wide = usize::from(area.width);
    let short = start(message, PARAGRAPH);
    let lines = short.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| text::wrap(line, wide, 4));
    for (row, line) in (2..area.height).zip(lines) {
        Pen::new(buffer, area, row).put(&line, theme.text());
    }
}

/// `line 7, from the signature`.
fn origin(screen: Screen<'_>, row: &Row) -> String {
    let from = &row.find.from;
    match from.line {
        _ if row.edited => screen.get("paste-edited"),
        0 if from.why.is_empty() && matches!(row.find.part, Part::Via(_)) => screen.get("paste-via-unknown"),
        0 if from.why.is_empty() => screen.get("paste-empty-value"),
        0 => screen.get(from.why),
        line => screen.with("paste-where", &[("line", number(line).into()), ("why", screen.get(from.why).into())]),
    }
}

/// How wide the columns are.
struct Columns {
    /// 0: a new customer has nothing to compare with.
    theirs: usize,
    value: usize,
    from: usize,
}

impl Columns {
    fn of(area: u16, sorting: &Sorting) -> Self {
        let room = usize::from(area).saturating_sub(LABEL + 7);
        let known = sorting.target().is_some_and(|target| target.id.is_some());
        let from = match (known, room) {
            (_, 91..) => 34,
            (false, 70..) => 28,
            (false, 45..) => SHORT,
            _ => 0,
        };
        let rest = room - from;
        let theirs = if known { rest * 2 / 5 } else { 0 };
        Self { theirs, value: rest - theirs, from }
    }

    fn heading(&self, buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
        let mut pen = Pen::new(buffer, area, 3);
        let style = screen.theme.dim;
        pen.skip(5).cell(&screen.get("paste-column-field"), LABEL, style).skip(1);
        if self.theirs > 0 {
            pen.cell(&screen.get("paste-column-theirs"), self.theirs.saturating_sub(1), style).skip(1);
        }
        pen.cell(&screen.get("paste-column-paste"), self.value.saturating_sub(1), style).skip(1);
        match self.from {
            0 => {}
            SHORT => {
                pen.put(&screen.get("paste-column-line"), style);
            }
            _ => {
                pen.put(&screen.get("paste-column-from"), style);
            }
        }
    }

    /// Says where the cursor belongs when the row is being written.
    fn row(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        line: u16,
        screen: Screen<'_>,
        sorting: &Sorting,
        at: usize,
    ) -> Option<Position> {
        let theme = screen.theme;
        let (row, none) = (&sorting.rows[at], Take::default());
        let here = sorting.row() == Some(at);
        let take = sorting.target().and_then(|target| target.takes.get(at)).unwrap_or(&none);
        let ground = if here { theme.selected } else { Style::default() };
        buffer.set_style(Rect { y: area.y + line, height: 1, ..area }, ground);
        let mut pen = Pen::new(buffer, area, line);
        pen.put(if here { "▌" } else { " " }, theme.accent.patch(ground));
        let (sign, style) = match (take.on, &take.theirs) {
            (_, Theirs::Same) => (" = ", theme.dim),
            (true, _) => ("[✓]", theme.good),
            (false, _) => ("[ ]", theme.faint),
        };
        pen.put(sign, style.patch(ground)).skip(1);
        pen.cell(&label(screen, row), LABEL, theme.dim.patch(ground)).skip(1);
        if self.theirs > 0 {
            let (words, style) = match &take.theirs {
                Theirs::Other(words) => (format!("≠ {words}"), theme.warn),
                Theirs::Same => (format!("= {}", screen.get("paste-same")), theme.dim),
                Theirs::Nothing | Theirs::Hidden => ("—".to_owned(), theme.faint),
            };
            pen.cell(&words, self.theirs.saturating_sub(1), style.patch(ground)).skip(1);
        }
        let cells = self.value.saturating_sub(1);
        if let (true, Some(Editing::Line(input))) = (here, &sorting.editing) {
            return Some(text::input(&mut pen, input, cells, theme.field_focus));
        }
        let words = value(screen, row);
        let style = match (words.is_empty(), take.on) {
            (true, _) => theme.faint,
            (false, true) => Style { bg: None, ..theme.strong },
            (false, false) => theme.dim,
        };
        let words = if words.is_empty() { screen.get("paste-empty-value") } else { words };
        pen.cell(&words, cells, style.patch(ground)).skip(1);
        match row.find.from.line {
            _ if self.from == 0 => {}
            0 if self.from == SHORT => {}
            line if self.from == SHORT && !row.edited => {
                let words = screen.with("paste-line", &[("line", number(line).into())]);
                pen.put(&words, theme.dim.patch(ground));
            }
            _ => {
                pen.put(&origin(screen, row), theme.dim.patch(ground));
            }
        }
        None
    }
}

fn label(screen: Screen<'_>, row: &Row) -> String {
    match row.find.part {
        Part::Channel(kind) => {
            reference::kind(kind).map_or(kind.as_str(), |info| info.name(screen.app.lang)).to_owned()
        }
        part => screen.get(part.key()),
    }
}

fn value(screen: Screen<'_>, row: &Row) -> String {
    match row.find.part {
        Part::Via(kind) => via_name(kind, screen.app.lang),
        Part::Channel(kind) if reference::is_phone_like(kind) && !row.find.norm.is_empty() => {
            let shown = reference::format_international(&row.find.norm).unwrap_or_else(|| row.find.norm.to_string());
            let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric() || *c == '+').collect::<String>();
            // What the number was read as stands beside what was written.
            if plain(&shown) == plain(&row.find.value) { shown } else { format!("{shown}  ({})", row.find.value) }
        }
        _ => start(&row.find.value, LINE),
    }
}

/// That it becomes an inquiry, and a second sentence.
fn sentences(screen: Screen<'_>, second: &str) -> String {
    screen.with("paste-new-and", &[("second", screen.get(second).into())])
}
