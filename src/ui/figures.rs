//! Scores and segments, and who is filed under the wrong tier.

use super::card::money;
use super::text::{Pen, number, width};
use super::{Screen, dates, frames, views};
use crate::app::figures::{DriftView, RfmView, segment_key};
use crate::domain::rfm::{Group, Rfm, Sum};
use crate::domain::suggest::Suggestion;
use crate::domain::{Currency, Tier};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn rfm(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, view: &RfmView) {
    let theme = screen.theme;
    let mut title = vec![(screen.get("rfm-title"), theme.title_focus)];
    if let Some(rfm) = &view.rfm {
        title.push((screen.with("rfm-as-of", &[("date", rfm.as_of.to_string().into())]), theme.dim));
    }
    let high = area.height.min(29);
    let inner = frames::layer(buffer, area, screen, (frames::most(area, 110), high), &title);
    let Some(rfm) = &view.rfm else {
        return frames::notice(buffer, inner, screen, &[(screen.get("working"), theme.dim)]);
    };
    if rfm.scored.is_empty() {
        let lines = [(screen.get("rfm-empty"), theme.text()), (screen.get("rfm-empty-next"), theme.dim)];
        return frames::notice(buffer, inner, screen, &lines);
    }
    let mut row = currency(buffer, inner, 0, screen, rfm.currency, &rfm.converted, &rfm.left_out);
    row = bins(buffer, inner, row, screen, rfm);
    row += u16::from(inner.height > 22);
    segments(buffer, inner, row, screen, view, rfm);
}

/// Which currency sums are in, and what is not in them.
fn currency(
    buffer: &mut Buffer,
    area: Rect,
    row: u16,
    screen: Screen<'_>,
    currency: Currency,
    converted: &[(Currency, usize)],
    left_out: &[(Currency, usize)],
) -> u16 {
    let theme = screen.theme;
    let list = |all: &[(Currency, usize)]| {
        let none = screen.get("stats-no-currency");
        let one =
            |(of, n): &(Currency, usize)| format!("{} {}", number(*n), if of.is_known() { of.as_str() } else { &none });
        all.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let mut pen = Pen::new(buffer, area, row);
    if currency.is_known() {
        pen.put(&screen.with("rfm-currency", &[("currency", currency.as_str().into())]), theme.dim);
    }
    if !converted.is_empty() {
        pen.put(" · ", theme.faint);
        pen.put(&screen.with("rfm-converted", &[("what", list(converted).into())]), theme.dim);
    }
    if !left_out.is_empty() {
        pen.put(" · ", theme.faint);
        pen.put(&screen.with("rfm-left-out", &[("what", list(left_out).into())]), theme.warn);
    }
    row + 1
}

fn bins(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, rfm: &Rfm) -> u16 {
    let theme = screen.theme;
    let names = ["stats-recency", "stats-frequency", "stats-money"].map(|key| screen.get(key));
    let wide = names.iter().map(|name| width(name)).max().unwrap_or(0);
    for (at, (name, edges)) in (0..).zip(names.iter().zip(rfm.bins)) {
        let mut pen = Pen::new(buffer, area, row + at);
        pen.cell(name, wide, theme.dim);
        let ends = if at == 0 { [5, 4, 3, 2, 1] } else { [1, 2, 3, 4, 5] };
        pen.skip(1);
        for (score, edge) in ends.iter().zip(edges) {
            let edge = edge.grouped();
            pen.skip(1).put(&score.to_string(), theme.accent).put(" │ ", theme.faint);
            pen.put(&edge, theme.text()).put(" │", theme.faint);
        }
        pen.skip(1).put(&ends[4].to_string(), theme.accent);
    }
    row + 3
}

/// Cells of the columns behind the bar.
const COUNT: usize = 9;
const MONEY: usize = 15;

fn segments(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, view: &RfmView, rfm: &Rfm) {
    let theme = screen.theme;
    let names: Vec<String> = view.segments().iter().map(|segment| screen.get(segment_key(*segment))).collect();
    let wide = names.iter().map(|name| width(name)).max().unwrap_or(0).max(12);
    let group = Group::ALL.iter().map(|group| width(&group_word(screen, *group))).max().unwrap_or(0);
    let mut pen = Pen::new(buffer, area, row);
    pen.skip(2).cell(&screen.get("stats-segment"), wide, theme.heading).skip(1);
    pen.cell(&screen.get("stats-group"), group, theme.heading);
    for (key, cells) in [("stats-customers", COUNT), ("stats-orders", COUNT), ("stats-revenue", MONEY)] {
        pen.skip(1).cell_right(&screen.get(key), cells, theme.heading);
    }
    let most = rfm.segments.iter().map(|sum| sum.customers).max().unwrap_or(1);
    let mut row = row + 1;
    for (at, (segment, name)) in view.segments().into_iter().zip(&names).enumerate() {
        let cursor = at == view.cursor;
        let ground = if cursor { theme.selected } else { Style::default() };
        buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
        let mut pen = Pen::new(buffer, area, row);
        pen.put(if cursor { "▌" } else { " " }, theme.accent.patch(ground)).skip(1);
        pen.cell(name, wide, theme.text().patch(ground)).skip(1);
        pen.cell(&group_word(screen, segment.group()), group, group_style(screen, segment.group()).patch(ground));
        let sum = &rfm.segments[segment.index()];
        figures(&mut pen, screen, sum, ground);
        let room = pen.skip(2).room();
        if room >= 6 {
            frames::bar(&mut pen, screen, sum.customers, most, room.min(30));
        }
        row += 1;
    }
    row += 1;
    for group_of in Group::ALL {
        if row >= area.height {
            return;
        }
        let mut pen = Pen::new(buffer, area, row);
        pen.skip(2).cell("", wide, theme.text()).skip(1);
        pen.cell(&group_word(screen, group_of), group, group_style(screen, group_of));
        figures(&mut pen, screen, &rfm.group(group_of), Style::default());
        row += 1;
    }
}

fn figures(pen: &mut Pen<'_>, screen: Screen<'_>, sum: &Sum, ground: Style) {
    let text = screen.theme.text().patch(ground);
    let orders = usize::try_from(sum.orders).unwrap_or(usize::MAX);
    pen.skip(1).cell_right(&number(sum.customers), COUNT, text).skip(1).cell_right(&number(orders), COUNT, text);
    pen.skip(1).cell_right(&sum.revenue.cents(), MONEY, text);
}

fn group_word(screen: Screen<'_>, group: Group) -> String {
    screen.get(&format!("group-rfm-{}", group.as_str()))
}

fn group_style(screen: Screen<'_>, group: Group) -> Style {
    match group {
        Group::Loyal => screen.theme.good,
        Group::Active => screen.theme.accent,
        Group::Dormant => screen.theme.warn,
        Group::Lost => screen.theme.faint,
    }
}

pub fn drift(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, view: &DriftView) {
    let theme = screen.theme;
    let mut title = vec![(screen.get("drift-title"), theme.title_focus)];
    if let Some(drift) = &view.drift {
        let args = [("left", number(view.left()).into()), ("of", number(drift.looked_at).into())];
        title.push((screen.with("drift-left", &args), theme.dim));
    }
    if !view.marks.is_empty() {
        title.push((screen.with("list-marked", &[("n", number(view.marks.len()).into())]), theme.good));
    }
    let inner = frames::layer(buffer, area, screen, (frames::most(area, 140), area.height), &title);
    let Some(drift) = &view.drift else {
        return frames::notice(buffer, inner, screen, &[(screen.get("working"), theme.dim)]);
    };
    if drift.misfiled.is_empty() {
        let key = if drift.looked_at == 0 { "rfm-empty" } else { "drift-none" };
        let lines = [(screen.get(key), theme.text()), (screen.get("rfm-empty-next"), theme.dim)];
        return frames::notice(buffer, inner, screen, &lines[..if drift.looked_at == 0 { 2 } else { 1 }]);
    }
    currency(buffer, inner, 0, screen, drift.currency, &drift.converted, &drift.left_out);
    heads(buffer, inner, 1, screen);
    let body = Rect { y: inner.y + 2, height: inner.height.saturating_sub(5), ..inner };
    let page = usize::from(body.height).max(1);
    let top = view.top.min(view.cursor).max((view.cursor + 1).saturating_sub(page));
    for (row, (at, it)) in (0..body.height).zip(drift.misfiled.iter().enumerate().skip(top)) {
        misfiled(buffer, body, row, screen, view, it, at == view.cursor, drift.currency);
    }
    let why = Rect { y: body.bottom() + 1, height: 2, ..inner };
    frames::heading(buffer, Rect { y: body.bottom(), height: 1, ..inner }, 0, screen, &screen.get("drift-why"));
    if let Some(it) = view.here() {
        let lines = super::text::wrap(&screen.say(&it.why), usize::from(why.width), 2);
        for (row, line) in (0..).zip(&lines) {
            Pen::new(buffer, why, row).put(line, theme.text());
        }
    }
    let place = Rect { x: inner.x - 2, y: body.y - 1, width: inner.width + 4, height: body.height + 2 };
    frames::scroll(buffer, place, screen, top, page, drift.misfiled.len());
}

/// Cells behind the name: amount, orders, share; then the last order, where there is room for it.
const TAIL: usize = 16 + 11 + 8;
const LAST: usize = 14;

/// Whether the last order has room.
const fn shows_last(room: usize) -> bool {
    room >= TAIL + LAST + 24
}

fn heads(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>) {
    let style = screen.theme.heading;
    let mut pen = Pen::new(buffer, area, row);
    pen.skip(2).cell(&screen.get("drift-tier"), 8, style);
    let last = shows_last(pen.room());
    let room = pen.room().saturating_sub(TAIL + if last { LAST } else { 0 });
    pen.cell(&screen.get("column-name"), room, style);
    pen.cell_right(&screen.get("drift-amount"), 16, style).cell_right(&screen.get("stats-orders"), 11, style);
    pen.cell_right(&screen.get("drift-share"), 8, style);
    if last {
        pen.cell_right(&screen.get("drift-last"), LAST, style);
    }
}

#[allow(clippy::too_many_arguments, reason = "a row of the table")]
fn misfiled(
    buffer: &mut Buffer,
    area: Rect,
    row: u16,
    screen: Screen<'_>,
    view: &DriftView,
    it: &Suggestion,
    cursor: bool,
    currency: Currency,
) {
    let theme = screen.theme;
    let ground = if cursor { theme.selected } else { Style::default() };
    buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
    let decided = view.decided.get(&it.customer).copied();
    let letter = |tier: Tier| if tier == Tier::None { "–".to_owned() } else { tier.as_str().to_owned() };
    let mut pen = Pen::new(buffer, area, row);
    let mark = if view.marks.contains(&it.customer) { "●" } else { " " };
    pen.put(if cursor { "▌" } else { " " }, theme.accent.patch(ground)).put(mark, theme.good.patch(ground));
    pen.cell(&letter(it.tier), 2, views::tier_style(screen, it.tier).patch(ground));
    pen.put("→ ", theme.faint.patch(ground));
    pen.cell(
        &letter(decided.unwrap_or(it.suggested)),
        2,
        views::tier_style(screen, decided.unwrap_or(it.suggested)).patch(ground),
    );
    let sign = if decided.is_some() { "✓" } else { " " };
    pen.put(sign, theme.good.patch(ground)).skip(1);
    let last = shows_last(pen.room());
    let keep = TAIL + if last { LAST } else { 0 };
    pen.keep(keep);
    let name = screen.app.board.get(it.customer).map_or("", |bundle| &*bundle.customer.name);
    let style = if decided.is_some() { theme.dim } else { theme.text() };
    let room = pen.room();
    pen.cell(name, room, style.patch(ground)).free(keep);
    pen.cell_right(&money(it.amount, currency), 16, style.patch(ground));
    pen.cell_right(
        &screen.count("card-orders-count", usize::try_from(it.orders).unwrap_or(0)),
        11,
        theme.dim.patch(ground),
    );
    pen.cell_right(&format!("{}.{}%", it.share / 10, it.share % 10), 8, theme.dim.patch(ground));
    if last {
        let day = it.last.map_or_else(String::new, |on| dates::past_short(screen, on));
        pen.cell_right(&day, LAST, theme.dim.patch(ground));
    }
}
