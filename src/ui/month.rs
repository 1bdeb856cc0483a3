//! The calendar's days: a month with its load, or a week with bars and names.

use super::text::{Pen, width};
use super::{Screen, dates, festive, frames};
use crate::app::calendar::{self, Span};
use crate::app::{Area, Pane};
use chrono::{Datelike, Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Small figures, so that a day and its load fit in three cells.
const RAISED: [&str; 10] = ["", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    let calendar = &screen.app.calendar;
    let style = frames::title_style(screen, Pane::Month);
    let (title, due) = match calendar.span {
        Span::Month => {
            let first = calendar.day.with_day(1).unwrap_or(calendar.day);
            let next = first.checked_add_months(chrono::Months::new(1)).unwrap_or(first);
            (dates::month(screen, calendar.day), load_between(screen, first, next))
        }
        Span::Week => {
            let week = calendar.week();
            let first = week.first().copied().unwrap_or(calendar.day);
            let next = first.checked_add_days(Days::new(7)).unwrap_or(first);
            let title = screen.with("month-week", &[("date", dates::day(screen, first).into())]);
            (title, load_between(screen, first, next))
        }
    };
    let parts = [(title, style), (screen.count("month-due", due), screen.theme.dim)];
    let inner = frames::pane(buffer, area, screen, Pane::Month, &parts, &[]);
    match calendar.span {
        Span::Month => month(buffer, inner, screen),
        Span::Week => week(buffer, inner, screen),
    }
}

fn load(screen: Screen<'_>, day: NaiveDate) -> usize {
    screen.app.board.tally().load.get(&day).copied().unwrap_or(0)
}

/// How many follow-ups a day has room for.
fn room(screen: Screen<'_>) -> usize {
    match screen.app.board.rules().capacity {
        0 => usize::MAX,
        capacity => capacity.into(),
    }
}

fn load_between(screen: Screen<'_>, from: NaiveDate, to: NaiveDate) -> usize {
    screen.app.board.tally().load.range(from..to).map(|(_, load)| load).sum()
}

fn month(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    let weeks = screen.app.calendar.weeks();
    let inner = Area { x: area.x, y: area.y, width: area.width, height: area.height };
    let (left, cells) = calendar::columns(inner);
    let mut pen = Pen::new(buffer, area, 0);
    pen.skip(usize::from(left - area.x));
    for day in 0..7 {
        let style = if day > 4 { screen.theme.weekend } else { screen.theme.heading };
        pen.cell_right(&dates::weekday_short(screen, day), usize::from(cells) - 1, style).skip(1);
    }
    for date in weeks.iter().flat_map(|monday| monday.iter_days().take(7)) {
        if let Some(cell) = screen.app.calendar.cell(inner, date) {
            let place = Rect { x: cell.x, y: cell.y, width: cell.width, height: cell.height };
            one_day(buffer, place, screen, date);
        }
    }
}

/// A day of the month: its number, and its load raised beside it or on a line below.
fn one_day(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, day: NaiveDate) {
    let (theme, calendar) = (screen.theme, &screen.app.calendar);
    let today = screen.app.now.today();
    let load = load(screen, day);
    let own = screen.app.own_festive(day);
    // A day of ours is off by its holiday, and worked where that was exchanged.
    let off = own.map_or(day.weekday().num_days_from_monday() > 4, |own| own.holiday.is_some());
    let mut style = if off { theme.weekend } else { theme.text() };
    if day.month() != calendar.day.month() {
        style = theme.faint;
    }
    if day == today {
        style = style.patch(theme.today);
    }
    if day == calendar.day {
        style = theme.chosen;
    }
    let number = usize::from(area.width).min(4) - 2;
    let before = usize::from(area.width) - 1 - number.max(2);
    let mut pen = Pen::new(buffer, area, 0);
    let board = &screen.app.board;
    let greeted = board.greeted_on(day).next().is_some() || board.feasts_on(day).next().is_some();
    match festive::mark(screen, day) {
        Some((mark, of)) if before > 0 => {
            let of = if day.month() == calendar.day.month() { of } else { theme.faint };
            pen.skip(before - 1).put(mark, of);
        }
        // No room for a mark: the number is underlined.
        Some(_) => style = style.add_modifier(Modifier::UNDERLINED),
        None if before > 0 && greeted => {
            pen.skip(before - 1).put("♥", theme.accent);
        }
        None => drop(pen.skip(before)),
    }
    pen.cell_right(&day.day().to_string(), number.max(2), style);
    if load == 0 {
        return;
    }
    let busy = match day {
        _ if day < today => theme.bad,
        _ if load >= room(screen) => theme.warn,
        _ => theme.accent,
    };
    if area.height > 1 {
        let mut pen = Pen::new(buffer, area, 1);
        let text = if day < today { format!("{load}!") } else { load.to_string() };
        let used = width(&text);
        let bars = usize::from(area.width).saturating_sub(used + 2).min(load.div_ceil(3)).min(2);
        pen.skip(usize::from(area.width).saturating_sub(1 + used + bars + usize::from(bars > 0)));
        pen.put(&"▪".repeat(bars), busy).skip(usize::from(bars > 0)).put(&text, busy);
    } else {
        pen.put(RAISED.get(load).copied().unwrap_or("⁺"), busy);
    }
}

fn week(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    let (theme, calendar, today) = (screen.theme, &screen.app.calendar, screen.app.now.today());
    let week = calendar.week();
    let most = week.iter().map(|day| load(screen, *day)).max().unwrap_or(0).max(1);
    let lines = if area.height >= 14 { 2 } else { 1 };
    for (row, day) in (0..).zip(week) {
        let load = load(screen, day);
        let own = screen.app.own_festive(day);
        let off = own.map_or(day.weekday().num_days_from_monday() > 4, |own| own.holiday.is_some());
        let mut style = if off { theme.weekend } else { theme.text() };
        if day == today {
            style = style.patch(theme.today);
        }
        if day == calendar.day {
            style = theme.chosen;
        }
        let mut pen = Pen::new(buffer, area, row * lines);
        pen.put(&dates::weekday(screen, day), style)
            .put(&format!("{:>3}", day.day()), style)
            .put(" ", Style::default());
        let festive = festive::line(screen, day);
        if load == 0 {
            if let Some(words) = festive {
                pen.put(&words, theme.weekend);
            }
            continue;
        }
        let busy = if day < today { theme.bad } else { theme.bar };
        let cells = usize::from(area.width / 6).clamp(3, 8);
        pen.cell(&"█".repeat((load * cells).div_ceil(most)), cells, busy);
        let mark = if day < today { "!" } else { " " };
        pen.cell_right(&load.to_string(), 3, theme.dim).put(mark, theme.bad).skip(1);
        let names = names(screen, day);
        match festive {
            Some(words) if lines == 1 => {
                pen.put(&words, theme.weekend).put("  ", theme.dim).put(&names, theme.dim);
            }
            Some(words) => {
                pen.put(&names, theme.dim);
                Pen::new(buffer, area, row * lines + 1).skip(7).put(&words, theme.weekend);
            }
            None => drop(pen.put(&names, theme.dim)),
        }
    }
}

fn names(screen: Screen<'_>, day: NaiveDate) -> String {
    let slots = screen.app.board.on_day(day).iter().take(4);
    let names: Vec<&str> = slots.filter_map(|slot| screen.app.board.at(*slot)).map(|it| &*it.customer.name).collect();
    names.join(", ")
}
