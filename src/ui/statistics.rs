//! The statistics: a page at a time, each a sheet of charts.

use super::chart::{self, Slice};
use super::sheet::{Part, Sheet};
use super::text::{fitted, number, width};
use super::{Screen, frames, views};
use crate::app::mirror::{Count, Page, Statistics};
use crate::domain::Tier;
use crate::domain::mirror::kept::Tally;
use crate::domain::mirror::{FollowUps, Mirror, percent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

mod answered;
mod funnel;

/// Charts do not get wider.
const MOST: u16 = 130;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, open: &Statistics) {
    // A sliver of the board at either side would tell nothing.
    let width = if area.width <= MOST + 4 { area.width } else { MOST };
    let inner = frames::layer(buffer, area, screen, (width, area.height), &tabs(screen, open.page));
    match &open.count {
        Count::Counting => frames::notice(buffer, inner, screen, &[(screen.get("stats-counting"), screen.theme.dim)]),
        Count::Failed(say) => frames::notice(buffer, inner, screen, &[(screen.say(say), screen.theme.bad)]),
        Count::Counted(mirror) => match sheet(screen, mirror, open.page, inner.width) {
            Some(sheet) => sheet.draw(buffer, inner, open.top),
            None => nothing(buffer, inner, screen, open.page),
        },
    }
}

/// The pages' names; the open one is told by more than its colour.
fn tabs(screen: Screen<'_>, open: Page) -> Vec<Part> {
    let tab = |page: Page| {
        let name = screen.get(page.key());
        if page == open { (format!("▸{name}"), screen.theme.title_focus) } else { (name, screen.theme.dim) }
    };
    Page::ALL.into_iter().map(tab).collect()
}

/// What is needed before there is something to show.
fn nothing(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, page: Page) {
    let needed = match page {
        Page::FollowUps => "stats-none-follow-ups",
        Page::Funnel => "stats-none-funnel",
        Page::Answers | Page::Channels | Page::Hours | Page::Places => "stats-none-answers",
    };
    let lines = [
        (screen.get("stats-none"), Style { bg: None, ..screen.theme.strong }),
        (String::new(), screen.theme.dim),
        (screen.get(needed), screen.theme.dim),
    ];
    frames::notice(buffer, area, screen, &lines);
}

/// The page; `None`: nothing to show yet.
fn sheet<'a>(screen: Screen<'a>, mirror: &Mirror, page: Page, width: u16) -> Option<Sheet<'a>> {
    let mut sheet = Sheet::new(screen, width);
    let cells = usize::from(width);
    let told = match page {
        Page::FollowUps => follow_ups(&mut sheet, screen, &mirror.follow_ups, cells),
        Page::Answers => answered::page(&mut sheet, screen, mirror, cells),
        Page::Channels => answered::channels(&mut sheet, screen, &mirror.answered, cells),
        Page::Hours => answered::hours(&mut sheet, screen, &mirror.answered, cells),
        Page::Places => answered::places(&mut sheet, screen, &mirror.answered, cells),
        Page::Funnel => funnel::page(&mut sheet, screen, &mirror.funnel, cells),
    };
    told.then_some(sheet)
}

fn slices(screen: Screen<'_>, tally: Tally) -> [Slice; 3] {
    let theme = screen.theme;
    [
        Slice { n: tally.kept, fill: "█", style: theme.good },
        Slice { n: tally.late, fill: "▒", style: theme.warn },
        Slice { n: tally.missed, fill: "░", style: theme.bad },
    ]
}

fn follow_ups(sheet: &mut Sheet<'_>, screen: Screen<'_>, found: &FollowUps, cells: usize) -> bool {
    if found.is_empty() {
        return false;
    }
    sheet.line(streak(screen, found));
    sheet.line(legend(screen, found.total()));
    let tiers: Vec<(String, Style, Tally)> = Tier::ALL
        .into_iter()
        .map(|tier| (views::tier_entry(screen, tier), views::tier_style(screen, tier), found.tiers[tier.index()]))
        .filter(|(_, _, tally)| tally.all() > 0)
        .collect();
    sheet.heading("stats-by-tier");
    tallies(sheet, screen, &tiers, cells);
    sheet.heading("stats-by-week");
    let weeks: Vec<(String, Style, Tally)> = found
        .weeks
        .iter()
        .map(|week| (week.monday.format("%m-%d").to_string(), screen.theme.dim, week.tally))
        .collect();
    tallies(sheet, screen, &weeks, cells);
    if found.earlier.all() > 0 {
        sheet.line(vec![(screen.with("stats-earlier", &counts(found.earlier)), screen.theme.dim)]);
    }
    true
}

/// Days with nothing overdue; or what is.
fn streak(screen: Screen<'_>, found: &FollowUps) -> Vec<Part> {
    let theme = screen.theme;
    let best = (screen.count("stats-best", found.best), theme.dim);
    if found.overdue > 0 {
        return vec![(format!("{}  ", screen.count("stats-overdue", found.overdue)), theme.bad), best];
    }
    let said = screen.count("stats-streak", found.streak);
    let mut parts = vec![(format!("{said}  "), Style { bg: None, ..theme.strong })];
    if found.best > found.streak {
        parts.push(best);
    }
    parts
}

fn counts(tally: Tally) -> [(&'static str, crate::domain::say::Arg); 3] {
    [("kept", tally.kept.into()), ("late", tally.late.into()), ("missed", tally.missed.into())]
}

/// `█ 34 kept   ▒ 7 late   ░ 3 missed`
fn legend(screen: Screen<'_>, tally: Tally) -> Vec<Part> {
    let mut parts = Vec::new();
    for (slice, key) in slices(screen, tally).into_iter().zip(["stats-kept", "stats-late", "stats-missed"]) {
        parts.push((slice.fill.repeat(2), slice.style));
        parts.push((format!(" {}   ", screen.with(key, &[("n", number(slice.n).into())])), screen.theme.text()));
    }
    parts.push((screen.get("stats-weeks"), screen.theme.dim));
    parts
}

/// Stacked bars, all against the greatest, with the share that was kept and the counts.
fn tallies(sheet: &mut Sheet<'_>, screen: Screen<'_>, rows: &[(String, Style, Tally)], cells: usize) {
    let theme = screen.theme;
    let label = rows.iter().map(|(label, _, _)| width(label)).max().unwrap_or(0).clamp(4, cells / 3);
    let most = rows.iter().map(|(_, _, tally)| tally.all()).max().unwrap_or(0);
    let digits = number(most).len().max(3);
    let behind = 6 + 3 * (digits + 1);
    for (name, style, tally) in rows {
        let mut line = vec![(fitted(name, label), *style), (" ".to_owned(), theme.text())];
        line.extend(chart::stacked(&slices(screen, *tally), most, cells.saturating_sub(label + 1 + behind)));
        let kept = percent(tally.kept, tally.all()).map_or_else(String::new, |percent| format!("{percent} %"));
        line.push((chart::right(&kept, 6), Style { bg: None, ..theme.strong }));
        for slice in slices(screen, *tally) {
            let style = if slice.n == 0 { theme.faint } else { slice.style };
            line.push((chart::right(&number(slice.n), digits + 1), style));
        }
        sheet.line(line);
    }
    let handful = rows.iter().any(|(_, _, tally)| tally.all() > 0 && percent(tally.kept, tally.all()).is_none());
    if handful && rows.len() < crate::domain::mirror::kept::WEEKS {
        sheet.line(vec![(screen.get("stats-handful"), theme.dim)]);
    }
}
