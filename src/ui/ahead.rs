//! Before a long holiday: which ones come, and whom to reach before the one under the cursor.

use super::text::{Pen, number, width};
use super::{Screen, card, dates, frames, views};
use crate::app::ahead::AheadView;
use crate::command::{Command, Keys, Scope};
use crate::domain::CustomerId;
use crate::domain::ahead::{Ahead, Need};
use crate::reference;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells of the columns behind the holiday.
const OFF: usize = 20;
const DAYS: usize = 5;
const LEFT: usize = 11;
const REACH: usize = 9;
/// Cells of the columns behind the customer.
const CODE: usize = 4;
const NEXT: usize = 9;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, view: &AheadView) {
    let theme = screen.theme;
    let title = [(screen.get("ahead-title"), theme.title_focus)];
    let inner = frames::layer(buffer, area, screen, (frames::most(area, 110), area.height), &title);
    let Some(here) = view.here() else {
        let lines = [(screen.get("ahead-none"), theme.text()), (screen.get("ahead-none-next"), theme.dim)];
        return frames::notice(buffer, inner, screen, &lines);
    };
    heads(buffer, inner, screen);
    let shown = view.shown(usize::from(inner.height));
    let top = (view.cursor + 1).saturating_sub(shown);
    for (row, (at, it)) in (1..).zip(view.all.iter().enumerate().skip(top).take(shown)) {
        holiday(buffer, inner, row, screen, it, at == view.cursor);
    }
    let used = u16::try_from(shown + 2).unwrap_or(u16::MAX).min(inner.height);
    let args = [("n", here.reach.len().into()), ("date", dates::long_day(screen, here.long.first).into())];
    let below = Rect { y: inner.y + used, height: inner.height - used, ..inner };
    frames::heading(buffer, below, 0, screen, &screen.with("ahead-whom", &args));
    let foot = u16::from(!view.spared.weary().is_empty());
    let body = Rect { y: below.y + 1, height: below.height.saturating_sub(1 + foot), ..below };
    customers(buffer, body, screen, view, here);
    if foot > 0 {
        spared(buffer, below, screen, view);
    }
}

fn heads(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    let style = screen.theme.heading;
    let mut pen = Pen::new(buffer, area, 0);
    let room = pen.room().saturating_sub(1 + OFF + DAYS + LEFT + REACH);
    pen.skip(1).cell(&screen.get("ahead-holiday"), room, style).cell(&screen.get("ahead-off"), OFF, style);
    pen.cell_right(&screen.get("ahead-days"), DAYS, style).cell_right(&screen.get("ahead-left"), LEFT, style);
    pen.cell_right(&screen.get("ahead-reach"), REACH, style);
}

fn holiday(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, it: &Ahead, cursor: bool) {
    let theme = screen.theme;
    let ground = if cursor { theme.selected } else { Style::default() };
    buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
    let on = |style: Style| style.patch(ground);
    let mut pen = Pen::new(buffer, area, row);
    pen.put(if cursor { "▌" } else { " " }, on(theme.accent));
    let behind = OFF + DAYS + LEFT + REACH;
    pen.keep(behind + 1);
    let (sign, style) = if it.countries.is_empty() { ("◆ ", theme.weekend) } else { ("◇ ", theme.warn) };
    let whose = whose(screen, it);
    let room = pen.room().saturating_sub(width(&whose) + 5);
    let name = card::holiday_name(screen, it.long.holiday);
    pen.put(sign, on(style)).cell(&name, width(&name).min(room), on(theme.text()));
    pen.put(" · ", on(theme.faint)).put(&whose, on(theme.dim));
    let rest = pen.room();
    pen.skip(rest).free(behind + 1).skip(1);
    let (first, last) = (it.long.first, it.long.last);
    pen.cell(&format!("{} – {}", dates::day(screen, first), dates::day(screen, last)), OFF, on(theme.text()));
    pen.cell_right(&it.long.days().to_string(), DAYS, on(theme.text()));
    let few = if it.workdays <= 5 { theme.warn } else { theme.text() };
    pen.cell_right(&number(it.workdays), LEFT, on(few));
    let reach = if it.reach.is_empty() { theme.faint } else { theme.strong };
    pen.cell_right(&number(it.reach.len()), REACH, on(Style { bg: None, ..reach }));
}

/// Who has it off.
fn whose(screen: Screen<'_>, it: &Ahead) -> String {
    match &it.countries[..] {
        [] => screen.get("ahead-yours"),
        [only] => match reference::country_name(*only, screen.app.lang) {
            "" => only.to_string(),
            name => name.to_owned(),
        },
        several => {
            let mut codes: Vec<String> = several.iter().take(3).map(ToString::to_string).collect();
            if several.len() > 3 {
                codes.push(format!("+{}", several.len() - 3));
            }
            codes.join(" ")
        }
    }
}

fn customers(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, view: &AheadView, here: &Ahead) {
    if here.reach.is_empty() {
        return frames::notice(buffer, area, screen, &[(screen.get("ahead-all-reached"), screen.theme.dim)]);
    }
    let page = usize::from(area.height);
    let top = view.top.min(here.reach.len().saturating_sub(page));
    for (row, (id, need)) in (0..area.height).zip(here.reach.iter().skip(top)) {
        customer(buffer, area, row, screen, view, *id, *need);
    }
    let place = Rect { x: area.x - 2, y: area.y - 1, width: area.width + 4, height: area.height + 2 };
    frames::scroll(buffer, place, screen, top, page, here.reach.len());
}

fn customer(
    buffer: &mut Buffer,
    area: Rect,
    row: u16,
    screen: Screen<'_>,
    view: &AheadView,
    id: CustomerId,
    need: Need,
) {
    let theme = screen.theme;
    let Some(bundle) = screen.app.board.get(id) else { return };
    let out = view.spared.spares(id);
    let text = if out { theme.faint } else { theme.text() };
    let said = match view.spared.of(id) {
        Some(sent) => screen.with("ahead-weary", &[("n", sent.into())]),
        None => screen.get(&format!("ahead-{}", need.as_str())),
    };
    let heard = screen.with("ahead-weary", &[("n", 10_usize.into())]);
    let needs =
        [Need::Within, Need::After, Need::Meanwhile].map(|need| screen.get(&format!("ahead-{}", need.as_str())));
    let last = needs.iter().chain([&heard]).map(|words| width(words)).max().unwrap_or(0) + 1;
    let mut pen = Pen::new(buffer, area, row);
    pen.put(if out { "– " } else { "  " }, theme.warn);
    let tier = bundle.customer.tier;
    pen.put(views::letter(tier), views::tier_style(screen, tier)).skip(2).keep(CODE + NEXT + last);
    let room = pen.room();
    pen.cell(&bundle.customer.name, room, text).free(CODE + NEXT + last);
    let code = bundle.customer.country.as_ref().map_or("", |country| country.as_str());
    pen.skip(1).cell(code, CODE - 1, theme.dim);
    let next = bundle.next_follow_up().map_or_else(String::new, |next| dates::next(screen, next.here.on).0);
    pen.cell(&next, NEXT, text).cell(&said, last, if out { theme.warn } else { theme.dim });
}

/// Who is left out, and the key that takes them in.
fn spared(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, view: &AheadView) {
    let theme = screen.theme;
    let Some(said) = screen.app.remark_on_weary(&view.spared, view.spared.include) else { return };
    let key = screen.app.settings.keymap.shown(Command::IncludeWeary, &[Scope::Ahead]);
    let mut pen = Pen::new(buffer, area, area.height.saturating_sub(1));
    pen.put(&key.map_or_else(String::new, Keys::written), theme.key).skip(1).put(&screen.say(&said), theme.warn);
}
