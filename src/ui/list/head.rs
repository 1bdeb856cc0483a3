//! The list's title: which view, how many, and what narrows it.

use super::super::desk::{self, Desk};
use super::super::text::number;
use super::super::{Screen, dates, frames, views};
use crate::app::Pane;
use crate::domain::view::Builtin;
use crate::domain::{Country, Tier};
use crate::reference::{self, State};

/// `Customers ─ 128 of 1,204 ─ A B ─ /mul`
pub fn title(screen: Screen<'_>) -> Vec<frames::Part> {
    let (list, theme) = (&screen.app.list, screen.theme);
    let style = frames::title_style(screen, Pane::List);
    if list.search.is_some() {
        // The search line stands here; see `search_line`.
        return vec![];
    }
    let saved = list.saved.and_then(|id| screen.app.board.views().iter().find(|view| view.id == id));
    let name = match (saved, list.query.builtin) {
        (Some(saved), _) => saved.name.to_string(),
        (None, Builtin::All) => screen.get("list-title"),
        (None, view) => screen.get(views::view_key(view)),
    };
    let name = list.among.as_ref().map_or(name, |among| screen.say(&among.title));
    let mut parts = vec![(name, style), (count_words(screen), theme.dim)];
    if !list.marks.is_empty() {
        parts.push((screen.with("list-marked", &[("n", number(list.marks.len()).into())]), theme.good));
    }
    parts.extend(headline(screen).map(|words| (words, theme.warn)));
    parts.extend(filter_words(screen).into_iter().map(|words| (words, theme.accent)));
    if !list.text().is_empty() {
        parts.push((format!("/{}", list.text()), theme.accent));
    }
    parts
}

/// `Brazil closes in 40 min`: what the first row of those who can be reached is about.
fn headline(screen: Screen<'_>) -> Option<String> {
    let list = &screen.app.list;
    let slot = *list.rows.first().filter(|_| list.query.builtin == Builtin::Reachable && list.query.text.is_empty())?;
    let desk = Desk::of(screen, slot, screen.app.board.at(slot)?)?;
    let country = country_words(screen, desk.whereabouts.country?);
    let now = &screen.app.now;
    // A narrow list has no room for a sentence.
    let wide = screen.app.regions().and_then(|regions| regions.list).is_some_and(|list| list.width >= 60);
    if !wide {
        let (words, _) = desk::window(screen, &desk);
        let args = [("country", country.into()), ("window", words.into())];
        return Some(screen.with("list-window", &args));
    }
    let (key, at) = match desk.presence.state {
        State::Open => ("list-closes", desk.presence.closes?),
        State::Soon => ("list-opens", desk.presence.opens?),
        _ => return None,
    };
    let minutes = (at - now.instant).num_minutes();
    let key = if key == "list-closes" && minutes >= 100 { "list-closes-at" } else { key };
    let time = dates::time(dates::here(now, at));
    Some(screen.with(key, &[("country", country.into()), ("minutes", minutes.max(1).into()), ("time", time.into())]))
}

/// A country's name; its code where it has none here.
pub fn country_words(screen: Screen<'_>, country: Country) -> String {
    match reference::country_name(country, screen.app.lang) {
        "" => country.to_string(),
        name => name.to_owned(),
    }
}

pub fn count_words(screen: Screen<'_>) -> String {
    let list = &screen.app.list;
    let query = &list.query;
    let narrowed = !(query.text.is_empty()
        && query.tiers.is_empty()
        && query.stages.is_empty()
        && query.countries.is_empty()
        && query.tags.is_empty()
        && query.due.is_none());
    let all = screen.app.board.count(query.builtin);
    let shown = if narrowed || screen.app.board.complete() { list.rows.len() } else { all.unwrap_or(list.rows.len()) };
    match all {
        Some(all) if all != shown => {
            screen.with("list-count-of", &[("n", number(shown).into()), ("all", number(all).into())])
        }
        _ => number(shown),
    }
}

pub fn filter_words(screen: Screen<'_>) -> Vec<String> {
    let query = &screen.app.list.query;
    let mut words = Vec::new();
    let tiers: Vec<String> = query.tiers.iter().map(|tier| tier_word(screen, *tier)).collect();
    let stages: Vec<String> = query.stages.iter().map(|stage| super::stage_word(screen, stage.as_str())).collect();
    let countries: Vec<&str> = query.countries.iter().map(|country| country.as_str()).collect();
    let tags: Vec<String> = query.tags.iter().map(|tag| format!("#{tag}")).collect();
    words.extend([tiers.join(" "), stages.join(" "), countries.join(" "), tags.join(" ")]);
    words.extend(query.due.map(|due| screen.get(&format!("due-{}", due.as_str()))));
    words.retain(|word| !word.is_empty());
    words
}

fn tier_word(screen: Screen<'_>, tier: Tier) -> String {
    if tier == Tier::None { screen.get("tier-none") } else { tier.as_str().to_owned() }
}

pub fn sort_words(screen: Screen<'_>) -> String {
    let query = &screen.app.list.query;
    let arrow = if query.reverse { "↑" } else { "↓" };
    if query.text.is_empty() {
        format!("{} {arrow}", screen.get(&format!("sort-{}", query.sort.as_str())))
    } else {
        let near = screen.app.list.ranking.as_ref().is_some_and(|ranking| ranking.near);
        screen.get(if near { "sort-near" } else { "sort-match" })
    }
}
