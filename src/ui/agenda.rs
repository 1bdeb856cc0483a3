//! What is due on the chosen day.

use super::text::{Pen, number, width};
use super::{Screen, dates, festive, frames, views};
use crate::app::Pane;
use crate::app::calendar::{Head, Item};
use crate::command::{Command, Keys, Scope};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    let calendar = &screen.app.calendar;
    let style = frames::title_style(screen, Pane::Agenda);
    let mut title = vec![(dates::long_day(screen, calendar.day), style)];
    let is_late = |item: &Item| {
        let follow_up = screen.app.agenda_item(*item);
        follow_up.is_some_and(|(_, it)| it.here.on < calendar.day && it.here.on < screen.app.now.today())
    };
    // Overdue ones come first, so that counting them stops at the first of the day.
    let late = calendar.agenda.iter().take_while(|item| is_late(item)).count();
    if late > 0 {
        title.push((screen.with("header-overdue", &[("n", number(late).into())]), screen.theme.bad));
    }
    if calendar.agenda.len() > late {
        title.push((screen.count("month-due", calendar.agenda.len() - late), screen.theme.dim));
    }
    let greeted: Vec<&str> =
        screen.app.board.greeted_on(calendar.day).take(3).map(|bundle| &*bundle.customer.name).collect();
    if !greeted.is_empty() {
        title.push((format!("♥ {}", greeted.join(", ")), screen.theme.accent));
    }
    let inner = frames::pane(buffer, area, screen, Pane::Agenda, &title, &[]);
    let inner = head(buffer, inner, screen);
    if calendar.agenda.is_empty() {
        frames::notice(buffer, inner, screen, &nothing(screen));
        return;
    }
    for (row, at) in (0..inner.height).zip(calendar.top..calendar.agenda.len()) {
        line(buffer, inner, row, screen, calendar.agenda[at], at == calendar.cursor);
    }
    frames::scroll(buffer, area, screen, calendar.top, usize::from(inner.height), calendar.agenda.len());
}

/// The holidays of the day, ours and theirs; says what is left below.
fn head(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) -> Rect {
    let lines = screen.app.agenda_head();
    for (row, line) in (0..area.height).zip(&lines) {
        let (words, style) = match line {
            Head::Off(festive) => (festive::head(screen, festive), screen.theme.weekend),
            Head::Greet(feasts) => (festive::greet(screen, feasts), screen.theme.accent),
            Head::Coming { country, long, workdays } => {
                (festive::coming(screen, *country, long, *workdays), screen.theme.warn)
            }
        };
        Pen::new(buffer, area, row).put(" ", screen.theme.text()).put(&words, style);
    }
    let used = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

fn line(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, item: Item, cursor: bool) {
    let Some((bundle, follow_up)) = screen.app.agenda_item(item) else { return };
    let theme = screen.theme;
    let focus = frames::focused(screen, Pane::Agenda);
    let ground = if cursor && focus { theme.selected } else { Style::default() };
    buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
    let on = |style: Style| style.patch(ground);
    let late = (screen.app.now.today() - follow_up.here.on).num_days();
    let promised = dates::promised(screen, &follow_up.due);
    let mut pen = Pen::new(buffer, area, row);
    pen.put(if cursor && focus { "▌" } else { " " }, on(theme.accent));
    if late > 0 {
        let days = screen.with("ago-days", &[("n", late.into())]);
        pen.put("!", on(theme.bad)).cell_right(&format!("−{days}"), 6, on(theme.bad));
    } else {
        let time = promised.as_ref().map_or_else(String::new, |(here, _)| dates::time(*here));
        pen.put(" ", on(theme.text())).cell_right(&time, 6, on(theme.warn));
    }
    pen.put(" ", on(theme.text()));
    let tier = bundle.customer.tier;
    pen.put(views::letter(tier), on(views::tier_style(screen, tier))).skip(1);
    let theirs = promised.and_then(|(_, theirs)| theirs);
    let note = match theirs {
        Some(theirs) if follow_up.note.is_empty() => theirs,
        Some(theirs) => format!("{theirs} · {}", follow_up.note),
        None => follow_up.note.to_string(),
    };
    let room = pen.room();
    let name = if note.is_empty() || room < 30 { room } else { (room * 9 / 20).max(18) };
    pen.cell(&bundle.customer.name, width(&bundle.customer.name).clamp(1, name).max(name.min(room)), on(theme.text()));
    if name < room {
        pen.skip(2).put(&note, on(theme.dim));
    }
}

fn nothing(screen: Screen<'_>) -> Vec<frames::Part> {
    let key = |command: Command| {
        let keys = screen.app.settings.keymap.shown(command, &[Scope::List, Scope::Board]);
        keys.map_or_else(String::new, Keys::written)
    };
    let args = [("plan", key(Command::Plan).into()), ("today", key(Command::Today).into())];
    let next =
        if screen.app.calendar.day == screen.app.now.today() { "agenda-empty-today" } else { "agenda-empty-day" };
    vec![(screen.get("agenda-empty"), screen.theme.text()), (screen.with(next, &args), screen.theme.dim)]
}
