//! The funnel: how many came so far, how long they stay, where they are lost, who is stuck.

use super::super::chart::{self, Bar};
use super::super::sheet::{Part, Sheet};
use super::super::text::{fitted, number};
use super::super::{Screen, views};
use crate::domain::funnel::{Funnel, Stuck};
use ratatui::style::Style;

/// Stuck customers and reasons that are listed.
const LISTED: usize = 100;
const REASONS: usize = 8;

pub fn page(sheet: &mut Sheet<'_>, screen: Screen<'_>, found: &Funnel, cells: usize) -> bool {
    if found.is_empty() {
        return false;
    }
    sheet.heading("stats-funnel-title");
    steps(sheet, screen, found, cells);
    if found.lost > 0 {
        lost(sheet, screen, found);
    }
    if found.outside > 0 {
        sheet.line(vec![(screen.count("stats-outside", found.outside), screen.theme.dim)]);
    }
    sheet.heading("stats-stuck-title");
    if found.stuck.is_empty() {
        sheet.line(vec![(screen.get("stats-stuck-none"), screen.theme.dim)]);
    }
    for stuck in found.stuck.iter().take(LISTED) {
        sheet.line(stuck_line(screen, stuck, cells));
    }
    let more = found.stuck.len().saturating_sub(LISTED);
    if more > 0 {
        sheet.line(vec![(screen.count("stats-stuck-more", more), screen.theme.dim)]);
    }
    true
}

fn steps(sheet: &mut Sheet<'_>, screen: Screen<'_>, found: &Funnel, cells: usize) {
    let theme = screen.theme;
    let stages = &screen.app.board.rules().funnel;
    let dash = || ("–".to_owned(), theme.faint);
    let row = |(at, step): (usize, &crate::domain::funnel::Step)| {
        let days = |days: u32| screen.with("stats-days", &[("n", i64::from(days).into())]);
        Bar {
            label: screen.say(&stages.label(Some(step.stage))),
            style: theme.text(),
            n: step.reached,
            columns: vec![
                (number(step.reached), Style { bg: None, ..theme.strong }),
                found.conversion(at).map_or_else(dash, |percent| (format!("{percent} %"), theme.accent)),
                step.days.map_or_else(dash, |found| (days(found), theme.text())),
                (number(step.here), theme.text()),
                (number(step.lost), if step.lost > 0 { theme.warn } else { theme.faint }),
            ],
        }
    };
    let rows: Vec<Bar> = found.steps.iter().enumerate().map(row).collect();
    let heads =
        ["stats-head-reached", "stats-head-conversion", "stats-head-stay", "stats-head-here", "stats-head-lost"];
    let whole = found.steps.iter().map(|step| step.reached).max().unwrap_or(0);
    for line in chart::bars(&rows, whole, cells, &heads.map(|key| screen.get(key)), theme) {
        sheet.line(line);
    }
    if (1..found.steps.len()).any(|at| found.conversion(at).is_none()) || found.steps.iter().any(|it| it.days.is_none())
    {
        sheet.line(vec![(screen.get("stats-handful"), theme.dim)]);
    }
}

/// `Lost 12: price 5 · no answer 3 · no reason written 4`
fn lost(sheet: &mut Sheet<'_>, screen: Screen<'_>, found: &Funnel) {
    let reason = |(reason, count): &(crate::domain::Text, usize)| {
        let said = if reason.is_empty() { screen.get("stats-no-reason") } else { reason.to_string() };
        format!("{said} {}", number(*count))
    };
    let reasons: Vec<String> = found.reasons.iter().take(REASONS).map(reason).collect();
    let said = screen.with("stats-lost", &[("n", number(found.lost).into()), ("reasons", reasons.join(" · ").into())]);
    sheet.wrapped(Vec::new(), 0, &said, screen.theme.text());
}

/// Tier, name, stage, days, what would be usual.
fn stuck_line(screen: Screen<'_>, stuck: &Stuck, cells: usize) -> Vec<Part> {
    let theme = screen.theme;
    let name = screen.app.board.get(stuck.id).map_or_else(|| stuck.id.to_string(), |it| it.customer.name.to_string());
    let stage = screen.say(&screen.app.board.rules().funnel.label(Some(stuck.stage)));
    let args = [("n", i64::from(stuck.days).into()), ("limit", i64::from(stuck.limit).into())];
    let long = screen.with("stats-stuck-days", &args);
    let tier = if stuck.tier == crate::domain::Tier::None { "–" } else { stuck.tier.as_str() };
    let room = cells.saturating_sub(2 + 14 + 1 + 24);
    vec![
        (format!("{tier} "), views::tier_style(screen, stuck.tier)),
        (fitted(&name, room), theme.text()),
        (" ".to_owned(), theme.text()),
        (fitted(&stage, 14), theme.dim),
        (chart::right(&long, 24), theme.warn),
    ]
}
