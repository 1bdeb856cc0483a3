//! The funnel as columns: as many as fit, scrolled sideways.

use super::card::purse;
use super::text::{Pen, number, width};
use super::{Screen, dates, frames, views};
use crate::app::funnel::{Column, FunnelBoard, Place};
use crate::domain::funnel::pipeline::{Open, Pipeline};
use crate::domain::{Bundle, Tier};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A column is not narrower.
const NARROW: u16 = 24;
/// Name, sum, rule.
const HEAD: u16 = 3;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, open: &FunnelBoard) {
    let theme = screen.theme;
    let title = [(screen.get("funnel-title"), theme.title_focus)];
    let inner = frames::layer(buffer, area, screen, (area.width, area.height), &title);
    if open.columns.iter().all(|column| column.customers.is_empty()) {
        return frames::notice(buffer, inner, screen, &[(screen.get("stats-none-funnel"), theme.dim)]);
    }
    let notes = open.pipeline.as_ref().map_or_else(Vec::new, |pipeline| notes(screen, pipeline));
    let body = Rect { height: inner.height.saturating_sub(u16::from(!notes.is_empty())), ..inner };
    if !notes.is_empty() {
        let mut pen = Pen::new(buffer, inner, inner.height.saturating_sub(1));
        let room = pen.room();
        pen.cell(&notes.join(" · "), room, theme.dim);
    }
    let fit = usize::from(inner.width / NARROW).clamp(1, open.columns.len());
    let left = open.left(fit);
    let wide = inner.width / u16::try_from(fit).unwrap_or(1);
    for (nth, at) in (0..).zip(left..left + fit) {
        let Some(column) = open.columns.get(at) else { break };
        let place = Rect { x: body.x + nth * wide, width: wide.saturating_sub(1), ..body };
        let cursor = (at == open.column).then_some(open.row);
        let mut lane = Lane { buffer, area: place, screen, column, pipeline: open.pipeline.as_deref() };
        lane.head(cursor.is_some());
        lane.cards(cursor);
    }
    let hidden = (left, open.columns.len().saturating_sub(left + fit));
    let mut pen = Pen::new(buffer, Rect { y: area.y, ..inner }, 0);
    let more = format!(
        "{}{}",
        if hidden.0 > 0 { format!(" ◀ {} ", hidden.0) } else { String::new() },
        if hidden.1 > 0 { format!(" {} ▶ ", hidden.1) } else { String::new() }
    );
    if !more.is_empty() {
        pen.end_with(&more, theme.key);
    }
}

/// What the signs mean, where there are any; and at which rates sums were converted.
fn notes(screen: Screen<'_>, pipeline: &Pipeline) -> Vec<String> {
    let Open { currency, converted, apart, .. } = &pipeline.open;
    let mut notes = Vec::new();
    if !pipeline.stuck.is_empty() {
        notes.push(screen.get("funnel-note-stuck"));
    }
    if !converted.is_empty() {
        let rates: Vec<String> = converted.iter().map(|(of, rate)| format!("{of} {}", rate.plain())).collect();
        let args = [("rates", rates.join(", ").into()), ("currency", currency.to_string().into())];
        notes.push(screen.with("funnel-note-converted", &args));
    }
    let apart: Vec<&str> = apart.iter().filter(|of| of.is_known()).map(|of| of.as_str()).collect();
    if !apart.is_empty() {
        notes.push(screen.with("funnel-note-apart", &[("currencies", apart.join(", ").into())]));
    }
    notes
}

/// A column on the screen.
struct Lane<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    screen: Screen<'a>,
    column: &'a Column,
    pipeline: Option<&'a Pipeline>,
}

impl Lane<'_> {
    /// Name and count, what the open orders come to and how many are stuck, a rule.
    fn head(&mut self, focus: bool) {
        let (screen, theme) = (self.screen, self.screen.theme);
        let name = match self.column.place {
            Place::Stage(stage) => screen.say(&screen.app.board.rules().funnel.label(Some(stage))),
            Place::Other => screen.get("funnel-other"),
            Place::Nowhere => screen.get("funnel-nowhere"),
        };
        let count = number(self.column.customers.len());
        let style = if focus { theme.title_focus } else { theme.heading };
        let mut pen = Pen::new(self.buffer, self.area, 0);
        pen.keep(width(&count) + 1).put(&name, style).free(width(&count) + 1).end_with(&count, theme.dim);
        if let Some(pipeline) = self.pipeline {
            let stuck = self.column.stuck(pipeline);
            let stuck = if stuck > 0 { format!("!{}", number(stuck)) } else { String::new() };
            let worth = purse(&self.column.worth(pipeline), pipeline.open.currency);
            let mut pen = Pen::new(self.buffer, self.area, 1);
            let behind = if stuck.is_empty() { 0 } else { width(&stuck) + 1 };
            let room = pen.room().saturating_sub(behind);
            pen.cell(&worth, room, theme.accent).end_with(&stuck, theme.warn);
        }
        Pen::new(self.buffer, self.area, 2).fill(if focus { "━" } else { "─" }, theme.border);
    }

    /// The customers, from wherever the cursor is seen whole.
    fn cards(&mut self, cursor: Option<usize>) {
        let (ids, end) = (&self.column.customers, self.area.height);
        let rows = end.saturating_sub(HEAD).max(1);
        let mut top = cursor.unwrap_or(0);
        let mut taken = 0;
        for at in (0..=top).rev() {
            taken += ids.get(at).and_then(|id| self.screen.app.board.get(*id)).map_or(1, |it| self.height(it));
            if taken > rows && at < cursor.unwrap_or(0) {
                break;
            }
            top = at;
        }
        let mut row = HEAD;
        for (at, id) in ids.iter().enumerate().skip(top) {
            if row >= end {
                break;
            }
            let Some(bundle) = self.screen.app.board.get(*id) else { continue };
            row += self.card(row, bundle, cursor == Some(at));
        }
    }

    fn height(&self, bundle: &Bundle) -> u16 {
        1 + u16::from(!self.below(bundle).is_empty())
    }

    /// What their open orders come to; of those beside the funnel, where they are instead.
    fn below(&self, bundle: &Bundle) -> String {
        let stage = (self.column.place == Place::Other)
            .then(|| self.screen.say(&self.screen.app.board.rules().funnel.label(bundle.customer.stage)));
        let worth = self.pipeline.and_then(|it| Some(purse(it.open.of(bundle.customer.id)?, it.open.currency)));
        stage.into_iter().chain(worth).collect::<Vec<_>>().join(" · ")
    }

    /// Tier, name, how long ago; of who is stuck, how many days in the stage. The rows it took.
    fn card(&mut self, row: u16, bundle: &Bundle, chosen: bool) -> u16 {
        let theme = self.screen.theme;
        let (below, height) = (self.below(bundle), self.height(bundle));
        let ground = if chosen { theme.selected } else { Style::default() };
        let shown = height.min(self.area.height.saturating_sub(row));
        self.buffer.set_style(Rect { y: self.area.y + row, height: shown, ..self.area }, ground);
        let on = |style: Style| style.patch(ground);
        let tier = bundle.customer.tier;
        let mark = if tier == Tier::None { "·" } else { tier.as_str() };
        let days = self.pipeline.and_then(|it| it.stuck.get(&bundle.customer.id));
        let (last, tint) = match days {
            Some(days) => (format!("!{}", self.screen.count("ago-days", *days as usize)), theme.warn),
            None => (bundle.last_contact().map_or_else(String::new, |at| dates::ago(self.screen, at)), theme.dim),
        };
        let edge = if chosen { "▌" } else { " " };
        let mut pen = Pen::new(self.buffer, self.area, row);
        pen.put(edge, on(theme.accent)).put(mark, on(views::tier_style(self.screen, tier)));
        pen.put(" ", on(theme.text()));
        let behind = width(&last) + 1;
        let room = pen.room().saturating_sub(behind);
        pen.cell(&bundle.customer.name, room, on(theme.text())).end_with(&last, on(tint));
        if shown > 1 {
            let mut pen = Pen::new(self.buffer, self.area, row + 1);
            pen.put(edge, on(theme.accent)).put("  ", on(theme.text()));
            let room = pen.room();
            pen.cell(&below, room, on(theme.accent));
        }
        height
    }
}
