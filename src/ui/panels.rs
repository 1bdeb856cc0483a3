//! Layers about the current customer: why it is silent, whether it is real, a message to it.

use super::sheet::Sheet;
use super::text::{self, Pen};
use super::{Screen, dates, frames, told};
use crate::app::insight::Panel;
use crate::app::reply::Reply;
use crate::command::{Command, Keys, Scope};
use crate::domain::Ruling;
use crate::reference::{self, templates};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The key of a command in a layer.
pub fn key(screen: Screen<'_>, command: Command, scope: Scope) -> String {
    let keys = screen.app.settings.keymap.shown(command, &[scope]);
    keys.map_or_else(String::new, Keys::written)
}

pub fn why(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, panel: &Panel) {
    let theme = screen.theme;
    let Some(bundle) = screen.app.current() else { return };
    let width = frames::most(area, 92);
    let mut sheet = Sheet::new(screen, width.saturating_sub(4));
    match screen.app.study() {
        Some(study) => {
            told::silence(&mut sheet, screen, study);
            sheet.heading("told-causes");
            told::causes(&mut sheet, screen, study);
            sheet.heading("told-step");
            told::step(&mut sheet, screen, study);
            if let Some(said) = proposal(screen) {
                sheet.wrapped(Vec::new(), 2, &said, theme.dim);
            }
            sheet.heading("told-channels");
            told::channels(&mut sheet, screen, study);
            if !study.missing.is_empty() {
                sheet.heading("told-missing");
                told::missing(&mut sheet, screen, study);
            }
        }
        None => drop(sheet.line(vec![(screen.get("working"), theme.dim)])),
    }
    let title = [(screen.get("why-title"), theme.title_focus), (bundle.customer.name.to_string(), theme.accent)];
    let height = u16::try_from(sheet.len() + 2).unwrap_or(u16::MAX);
    let inner = frames::layer(buffer, area, screen, (width, height.max(10)), &title);
    sheet.draw(buffer, inner, panel.top);
}

/// What Enter would do.
fn proposal(screen: Screen<'_>) -> Option<String> {
    let step = screen.app.proposal()?;
    let on = match (step.follow_up.due.time, &step.follow_up.due.zone) {
        (Some(time), Some(zone)) => {
            let wall = step.follow_up.due.on.and_time(time);
            let theirs = format!("{} {}", dates::long_day(screen, wall.date()), dates::time(wall));
            let yours = reference::to_instant(zone, wall).map(|at| dates::moment(screen, at)).unwrap_or_default();
            screen.with("told-proposal-theirs", &[("theirs", theirs.into()), ("yours", yours.into())])
        }
        _ => dates::long_day(screen, step.follow_up.due.on),
    };
    let key = key(screen, Command::Proceed, Scope::Why);
    let how = match (step.moved.is_some(), step.primary.is_some()) {
        (true, false) => "told-proposal-move",
        (false, false) => "told-proposal-plan",
        (true, true) => "told-proposal-move-switch",
        (false, true) => "told-proposal-plan-switch",
    };
    let mut said = screen.with(how, &[("key", key.into()), ("on", on.into())]);
    if !step.follow_up.note.is_empty() && step.moved.is_none() {
        said = format!("{said} “{}”", step.follow_up.note);
    }
    Some(said)
}

pub fn evidence(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, panel: &Panel) {
    let theme = screen.theme;
    let Some(bundle) = screen.app.current() else { return };
    let width = frames::most(area, 92);
    let mut sheet = Sheet::new(screen, width.saturating_sub(4));
    let study = screen.app.study();
    sheet.line(told::verdict(screen, bundle, study));
    match study {
        Some(study) => {
            sheet.heading("told-evidence");
            told::evidence(&mut sheet, screen, study);
            sheet.heading("told-fit-title");
            told::fit(&mut sheet, screen, study);
            if !study.twins.is_empty() {
                sheet.heading("told-twins");
                told::twins(&mut sheet, screen, study, "");
            }
            if !study.missing.is_empty() {
                sheet.heading("told-missing");
                told::missing(&mut sheet, screen, study);
            }
        }
        None => drop(sheet.line(vec![(screen.get("working"), theme.dim)])),
    }
    told::online(&mut sheet, screen);
    sheet.blank();
    sheet.line(rulings(screen, bundle.customer.verdict));
    let title = [(screen.get("evidence-title"), theme.title_focus), (bundle.customer.name.to_string(), theme.accent)];
    let height = u16::try_from(sheet.len() + 2).unwrap_or(u16::MAX);
    let inner = frames::layer(buffer, area, screen, (width, height.max(8)), &title);
    sheet.draw(buffer, inner, panel.top);
}

/// `r real  d doubtful  x fake  z not a target  0 not decided`
fn rulings(screen: Screen<'_>, now: Ruling) -> Vec<super::sheet::Part> {
    let theme = screen.theme;
    let order = [Ruling::Real, Ruling::Doubtful, Ruling::Fake, Ruling::NotTarget, Ruling::Undecided];
    let mut parts = Vec::new();
    for ruling in order {
        let words = screen.get(&format!("ruling-{}", ruling.slug()));
        let style = if ruling == now { theme.accent } else { theme.dim };
        parts.push((key(screen, Command::Rule(ruling), Scope::Evidence), theme.key));
        parts.push((format!(" {words}   "), style));
    }
    parts
}

pub fn reply(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, reply: &Reply) {
    let theme = screen.theme;
    let Some(bundle) = screen.app.board.get(reply.customer) else { return };
    let title = [(screen.get("reply-title"), theme.title_focus), (bundle.customer.name.to_string(), theme.accent)];
    let text = screen.app.reply_text(reply);
    let width = frames::most(area, 100);
    let all = templates::all();
    let lines = text::wrap_lines(&text, usize::from(width.saturating_sub(4)), 60);
    let height = u16::try_from(all.len() + lines.len() + 8).unwrap_or(u16::MAX);
    let inner = frames::layer(buffer, area, screen, (width, height), &title);
    for (row, (at, template)) in (0..inner.height).zip(all.iter().enumerate()) {
        let chosen = at == reply.template;
        let ground = if chosen { theme.selected } else { Style::default() };
        buffer.set_style(Rect { y: inner.y + row, height: 1, ..inner }, ground);
        let mut pen = Pen::new(buffer, inner, row);
        pen.put(if chosen { "▌ " } else { "  " }, theme.accent.patch(ground));
        pen.put(template.name(screen.app.lang), theme.text().patch(ground));
    }
    let row = u16::try_from(all.len()).unwrap_or(0) + 1;
    let mut pen = Pen::new(buffer, inner, row);
    let channel = reply.channels.get(reply.channel).and_then(|at| bundle.channels.get(*at));
    let several = reply.channels.len() > 1;
    pen.put(if several { "◀ " } else { "" }, theme.key);
    match channel {
        Some(channel) => {
            pen.put(&told::kind_name(screen, channel.kind), Style { bg: None, ..theme.strong }).put(" ", theme.text());
            pen.put(&channel.handle, theme.text());
        }
        None => drop(pen.put(&screen.get("reply-no-channel"), theme.warn)),
    }
    pen.put(if several { " ▶" } else { "" }, theme.key);
    let language = templates::LANGUAGES.get(reply.language).map_or("", |it| it.name);
    pen.put("   ", theme.text()).put(&key(screen, Command::Toggle, Scope::Reply), theme.key).put(" ", theme.text());
    pen.put(language, theme.text());
    frames::heading(buffer, inner, row + 1, screen, &screen.get("reply-text"));
    let below = Rect { y: inner.y + row + 2, height: inner.height.saturating_sub(row + 3), ..inner };
    for (row, line) in (0..below.height).zip(&lines) {
        Pen::new(buffer, below, row).put(line, theme.text());
    }
    let said = if reply.waiting {
        screen.get("working")
    } else if screen.app.settings.me.name.is_empty() {
        screen.get("reply-no-me")
    } else {
        screen.with("reply-about", &[("key", key(screen, Command::Submit, Scope::Reply).into())])
    };
    Pen::new(buffer, inner, inner.height.saturating_sub(1)).put(&said, theme.dim);
}
