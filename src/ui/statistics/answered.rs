//! Pages about answers: overall and by tier, stage and template; by channel; by hour; by country.

use super::super::chart::{self, Bar};
use super::super::sheet::{Part, Sheet};
use super::super::text::number;
use super::super::{Screen, dates, told, views};
use crate::app::figures::segment_key;
use crate::domain::mirror::{Answered, HANDFUL, Mirror, Rate, span};
use crate::domain::rfm::Segment;
use crate::domain::{ChannelKind, Tier};
use crate::reference::{self, templates};
use ratatui::style::Style;

/// Share, counts, median: `62 %  210/340  9 h`; of a handful the counts alone.
fn columns(screen: Screen<'_>, rate: &Rate) -> Vec<Part> {
    let theme = screen.theme;
    let none = || ("–".to_owned(), theme.faint);
    let share = rate.percent().map(|percent| (format!("{percent} %"), Style { bg: None, ..theme.strong }));
    let median = rate.median.map(|median| (screen.say(&span(median)), theme.text()));
    vec![
        share.unwrap_or_else(none),
        (format!("{}/{}", number(rate.answered), number(rate.n)), theme.dim),
        median.unwrap_or_else(none),
    ]
}

fn heads(screen: Screen<'_>) -> Vec<String> {
    ["stats-head-rate", "stats-head-n", "stats-head-median"].map(|key| screen.get(key)).to_vec()
}

/// A section of rates; the bar is the share.
fn rates(sheet: &mut Sheet<'_>, screen: Screen<'_>, rows: Vec<(String, Style, Rate)>, cells: usize) {
    let handful = rows.iter().any(|(_, _, rate)| rate.n < HANDFUL);
    let bar = |(label, style, rate): (String, Style, Rate)| Bar {
        label,
        style,
        n: rate.percent().unwrap_or(0),
        columns: columns(screen, &rate),
    };
    let rows: Vec<Bar> = rows.into_iter().map(bar).collect();
    for line in chart::bars(&rows, 100, cells, &heads(screen), screen.theme) {
        sheet.line(line);
    }
    if handful {
        sheet.line(vec![(screen.get("stats-handful"), screen.theme.dim)]);
    }
}

/// Of so many messages so many were answered, half of them within so long.
fn all(sheet: &mut Sheet<'_>, screen: Screen<'_>, rate: &Rate) {
    let args = [("sent", number(rate.n).into()), ("answered", number(rate.answered).into())];
    let mut said = screen.with("stats-answered", &args);
    if let Some(percent) = rate.percent() {
        said = format!("{said} ({percent} %)");
    }
    let mut parts = vec![(said, Style { bg: None, ..screen.theme.strong })];
    if let Some(median) = rate.median {
        let half = screen.with("stats-half", &[("time", screen.say(&span(median)).into())]);
        parts.push((format!("  {half}"), screen.theme.dim));
    }
    sheet.line(parts);
}

/// Answers per follow-up, and by tier, stage and template.
pub fn page(sheet: &mut Sheet<'_>, screen: Screen<'_>, mirror: &Mirror, cells: usize) -> bool {
    let found = &mirror.answered;
    if found.all.n == 0 {
        return false;
    }
    let tier = |tier: Tier, rate: Rate| (views::tier_entry(screen, tier), views::tier_style(screen, tier), rate);
    all(sheet, screen, &found.all);
    let done: Vec<_> = Tier::ALL
        .into_iter()
        .map(|it| tier(it, mirror.follow_ups.answers[it.index()]))
        .filter(|(_, _, rate)| rate.n > 0)
        .collect();
    if !done.is_empty() {
        sheet.heading("stats-per-follow-up");
        rates(sheet, screen, done, cells);
    }
    sheet.heading("stats-answers-by-tier");
    rates(sheet, screen, found.tiers.iter().map(|(it, rate)| tier(*it, *rate)).collect(), cells);
    sheet.heading("stats-by-stage");
    let stages = &screen.app.board.rules().funnel;
    let stage = |(stage, rate): &(Option<_>, Rate)| (screen.say(&stages.label(*stage)), screen.theme.text(), *rate);
    rates(sheet, screen, found.stages.iter().map(stage).collect(), cells);
    if found.segments.iter().any(|(segment, _)| segment.is_some()) {
        sheet.heading("stats-by-segment");
        let name = |segment: &Option<Segment>| match segment {
            Some(segment) => screen.get(segment_key(*segment)),
            None => screen.get("stats-never-bought"),
        };
        let row = |(segment, rate): &(Option<Segment>, Rate)| (name(segment), screen.theme.text(), *rate);
        rates(sheet, screen, found.segments.iter().map(row).collect(), cells);
    }
    sheet.heading("stats-by-template");
    let template = |slug: &str| match templates::all().iter().find(|known| known.slug == slug) {
        _ if slug.is_empty() => screen.get("stats-by-hand"),
        Some(known) => known.name(screen.app.lang).to_owned(),
        None => slug.to_owned(),
    };
    let rows = found.templates.iter().map(|(slug, rate)| (template(slug), screen.theme.text(), *rate));
    rates(sheet, screen, rows.collect(), cells);
    true
}

pub fn channels(sheet: &mut Sheet<'_>, screen: Screen<'_>, found: &Answered, cells: usize) -> bool {
    if found.all.n == 0 {
        return false;
    }
    all(sheet, screen, &found.all);
    sheet.heading("stats-by-channel");
    let name = |kind: Option<ChannelKind>| {
        kind.map_or_else(|| screen.get("stats-no-channel"), |kind| told::kind_name(screen, kind))
    };
    let rows = found.channels.iter().map(|(kind, rate)| (name(*kind), screen.theme.text(), *rate));
    rates(sheet, screen, rows.collect(), cells);
    true
}

pub fn places(sheet: &mut Sheet<'_>, screen: Screen<'_>, found: &Answered, cells: usize) -> bool {
    if found.all.n == 0 {
        return false;
    }
    sheet.heading("stats-by-country");
    let name = |country: Option<crate::domain::Country>| match country {
        Some(country) => reference::country_name(country, screen.app.lang).to_owned(),
        None => screen.get("stats-no-country"),
    };
    let rows = found.countries.iter().map(|(country, rate)| (name(*country), screen.theme.text(), *rate));
    rates(sheet, screen, rows.collect(), cells);
    true
}

/// When they answer, as a map; how messages of each hour on their wall fare.
pub fn hours(sheet: &mut Sheet<'_>, screen: Screen<'_>, found: &Answered, cells: usize) -> bool {
    if found.all.n == 0 {
        return false;
    }
    sheet.heading("stats-heat");
    let days = [0, 1, 2, 3, 4, 5, 6].map(|day| dates::weekday_short(screen, day));
    for line in chart::heat(&found.heat, &days, cells, screen.theme) {
        sheet.line(line);
    }
    if found.homeless > 0 {
        sheet.line(vec![(screen.count("stats-homeless", found.homeless), screen.theme.dim)]);
    }
    let sent = found.hours.map(|rate| rate.n);
    sheet.heading("stats-by-hour");
    sheet.line(vec![
        (format!("{}  00 ", screen.get("stats-sent")), screen.theme.dim),
        (chart::sparkline(&sent), screen.theme.bar),
        (" 23".to_owned(), screen.theme.dim),
    ]);
    let hour = |(hour, rate): (usize, &Rate)| (format!("{hour:02}:00"), screen.theme.text(), *rate);
    let rows = found.hours.iter().enumerate().filter(|(_, rate)| rate.n > 0).map(hour);
    rates(sheet, screen, rows.collect(), cells);
    true
}
