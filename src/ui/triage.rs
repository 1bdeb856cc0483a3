//! Triage: one inquiry fills the screen.

use super::sheet::{Part, Sheet};
use super::text::{Pen, number, width};
use super::{Screen, card, dates, frames, panels, told};
use crate::app::triage::{Decided, Triage};
use crate::command::{Command, Scope};
use crate::domain::{Bundle, Direction};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// From here on message and facts stand side by side.
const WIDE: u16 = 100;
/// Messages that are shown, the newest first.
const MESSAGES: usize = 6;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, triage: &Triage) {
    let theme = screen.theme;
    let bundle = triage.here().and_then(|id| screen.app.board.get(id));
    let name = bundle.map_or_else(String::new, |bundle| bundle.customer.name.to_string());
    let mut title = vec![(screen.get("triage-title"), theme.title_focus), (name, theme.accent)];
    if triage.together {
        title.push((screen.count("triage-together", triage.queue.len()), theme.warn));
    } else if let Some(decided) = triage.here().and_then(|id| triage.decided.get(&id)) {
        title.push((decided_words(screen, *decided), theme.good));
    }
    let inner = frames::layer(buffer, area, screen, (area.width, area.height), &title);
    progress(buffer, inner, screen, triage);
    let body = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    if triage.left() == 0 {
        return done(buffer, body, screen, triage);
    }
    let Some(bundle) = bundle else {
        return frames::notice(buffer, body, screen, &[(screen.get("triage-gone"), theme.dim)]);
    };
    if body.width >= WIDE {
        let left = body.width * 11 / 20;
        let (message, facts) =
            (Rect { width: left - 2, ..body }, Rect { x: body.x + left + 1, width: body.width - left - 1, ..body });
        let mut sheet = Sheet::new(screen, message.width);
        messages(&mut sheet, screen, bundle);
        sheet.draw(buffer, message, triage.top);
        let mut sheet = Sheet::new(screen, facts.width);
        head(&mut sheet, screen, bundle);
        evidence(&mut sheet, screen);
        sheet.draw(buffer, facts, triage.top);
        if triage.top == 0 || sheet.len() <= usize::from(facts.height) {
            clock(buffer, facts, screen, bundle);
        }
    } else {
        let mut sheet = Sheet::new(screen, body.width);
        head(&mut sheet, screen, bundle);
        messages(&mut sheet, screen, bundle);
        evidence(&mut sheet, screen);
        sheet.draw(buffer, body, triage.top);
        if triage.top == 0 || sheet.len() <= usize::from(body.height) {
            clock(buffer, body, screen, bundle);
        }
    }
}

/// `12 of 50 left ███░░░`
fn progress(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, triage: &Triage) {
    let theme = screen.theme;
    let (left, all) = (triage.left(), triage.queue.len());
    let mut pen = Pen::new(buffer, area, 0);
    let args = [("left", number(left).into()), ("all", number(all).into())];
    let at = screen.with("triage-at", &[("at", (triage.cursor + 1).into()), ("all", number(all).into())]);
    pen.put(&screen.with("triage-left", &args), Style { bg: None, ..theme.strong }).skip(1);
    let cells = pen.room().saturating_sub(width(&at) + 2).min(40);
    frames::bar(&mut pen, screen, all - left.min(all), all, cells);
    pen.end_with(&at, theme.dim);
}

/// Who it is, what it is held to be, whether it fits, who else it may be, what is missing.
fn head(sheet: &mut Sheet<'_>, screen: Screen<'_>, bundle: &Bundle) {
    let theme = screen.theme;
    sheet.line(told::who(screen, bundle));
    // The clock is drawn over this line.
    sheet.blank();
    let study = screen.app.study();
    let mut verdict = told::verdict(screen, bundle, study);
    let Some(study) = study else {
        verdict.push((format!("  {}", screen.get("working")), theme.dim));
        sheet.line(verdict);
        return;
    };
    sheet.line(verdict);
    told::fit(sheet, screen, study);
    let merge = panels::key(screen, Command::MergeTwin, Scope::Triage);
    told::twins(sheet, screen, study, &merge);
    let channels = bundle.channels.iter().map(|it| format!("{} {}", told::kind_name(screen, it.kind), it.handle));
    let own = channels.collect::<Vec<_>>().join(", ");
    if !own.is_empty() {
        sheet.wrapped(vec![("@".to_owned(), theme.dim)], 2, &own, theme.text());
    }
    let there = crate::reference::ranking(bundle.customer.country).iter().take(5);
    let there = there.map(|kind| told::kind_name(screen, *kind)).collect::<Vec<_>>().join(", ");
    if !there.is_empty() {
        let said = screen.with("triage-there", &[("kinds", there.into())]);
        sheet.wrapped(vec![("⌂".to_owned(), theme.dim)], 2, &said, theme.dim);
    }
    told::missing(sheet, screen, study);
}

fn clock(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, bundle: &Bundle) {
    card::clock_line(buffer, area, 1, screen, bundle);
}

fn evidence(sheet: &mut Sheet<'_>, screen: Screen<'_>) {
    if let Some(study) = screen.app.study() {
        sheet.heading("told-evidence");
        told::evidence(sheet, screen, study);
        told::online(sheet, screen);
    }
}

/// What they wrote, the newest first; what the file says they want.
fn messages(sheet: &mut Sheet<'_>, screen: Screen<'_>, bundle: &Bundle) {
    let (theme, customer) = (screen.theme, &bundle.customer);
    sheet.heading("triage-message");
    let Some(detail) = screen.app.detail() else {
        sheet.line(vec![(screen.get("working"), theme.dim)]);
        return;
    };
    // What was taken from the message is not said twice.
    let first = |text: &str| text.lines().next().unwrap_or_default().trim().to_owned();
    let new = |text: &str| !text.is_empty() && !detail.timeline.iter().any(|said| said.text.contains(&first(text)));
    for (key, said) in [("field-interests", &customer.interests), ("field-requirements", &customer.requirements)] {
        if new(said) {
            sheet.wrapped(vec![(format!("{}: ", screen.get(key)), theme.dim)], 0, said, theme.text());
        }
    }
    for (at, said) in detail.timeline.iter().take(MESSAGES).enumerate() {
        if at > 0 {
            sheet.blank();
        }
        let kind = said.kind.map_or_else(String::new, |kind| told::kind_name(screen, kind));
        let (arrow, style) = if said.direction == Direction::In { ("←", theme.accent) } else { ("→", theme.dim) };
        let head: Vec<Part> = vec![
            (format!("{arrow} "), style),
            (dates::moment(screen, said.at), theme.dim),
            (format!("  {kind}"), theme.dim),
        ];
        sheet.line(head);
        sheet.wrapped(Vec::new(), 0, &said.text, theme.text());
    }
    if !customer.notes.is_empty() {
        sheet.blank();
        sheet.wrapped(
            Vec::new(),
            0,
            &customer.notes,
            if detail.timeline.is_empty() { theme.text() } else { theme.dim },
        );
    } else if detail.timeline.is_empty() && customer.interests.is_empty() && customer.requirements.is_empty() {
        sheet.line(vec![(screen.get("triage-no-message"), theme.dim)]);
    }
}

fn decided_words(screen: Screen<'_>, decided: Decided) -> String {
    let tier = if let Decided::Accepted(tier) = decided { tier.as_str() } else { "" };
    screen.with(&format!("decided-{}", decided.as_str()), &[("tier", tier.to_owned().into())])
}

/// All is decided: what came of it, and where to go.
fn done(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, triage: &Triage) {
    let theme = screen.theme;
    let mut lines = vec![(screen.count("triage-done", triage.queue.len()), Style { bg: None, ..theme.strong })];
    for (decided, count) in triage.tally() {
        lines.push((format!("{} {}", number(count), decided_words(screen, decided)), theme.text()));
    }
    let keys = [
        ("undo", panels::key(screen, Command::Undo, Scope::Triage).into()),
        ("close", panels::key(screen, Command::Close, Scope::Triage).into()),
    ];
    lines.push((String::new(), theme.dim));
    lines.push((screen.with("triage-done-next", &keys), theme.dim));
    frames::notice(buffer, area, screen, &lines);
}
