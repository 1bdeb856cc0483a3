//! What an empty list says: why, and what to do about it.

use super::super::{Screen, dates, frames};
use super::head;
use crate::command::{Command, Keys};
use crate::domain::view::Builtin;
use ratatui::style::Style;

/// What to do about an empty list.
pub fn nothing(screen: Screen<'_>) -> Vec<frames::Part> {
    let (theme, query) = (screen.theme, &screen.app.list.query);
    let key = |command: Command| {
        let keys =
            screen.app.settings.keymap.shown(command, &[crate::command::Scope::List, crate::command::Scope::Board]);
        keys.map_or_else(String::new, Keys::written)
    };
    let said = if !query.text.is_empty() {
        let args = [("text", query.text.to_string().into()), ("key", key(Command::ClearSearch).into())];
        (screen.with("list-empty-search", &args), "list-empty-search-next")
    } else if !head::filter_words(screen).is_empty() {
        (screen.get("list-empty-filter"), "list-empty-filter-next")
    } else {
        match query.builtin {
            Builtin::All => (screen.get("list-empty"), "list-empty-next"),
            Builtin::Due => (screen.get("list-empty-due"), "list-empty-view-next"),
            Builtin::Reachable => return nobody_reachable(screen, &key(Command::GoView(Builtin::Due))),
            Builtin::OpenSea => (screen.get("list-empty-open-sea"), "list-empty-view-next"),
            Builtin::Inquiries => (screen.get("list-empty-inquiries"), "list-empty-next"),
            Builtin::Waiting => (screen.get("list-empty-waiting"), "list-empty-view-next"),
            _ => (screen.get("list-empty-view"), "list-empty-view-next"),
        }
    };
    let args = [
        ("clear", key(Command::ClearSearch).into()),
        ("new", key(Command::New).into()),
        ("import", key(Command::Import).into()),
        ("all", key(Command::GoView(Builtin::All)).into()),
    ];
    vec![(said.0, Style { bg: None, ..theme.strong }), (screen.with(said.1, &args), theme.dim)]
}

/// Nobody who is due is at a desk: which of them will be first.
fn nobody_reachable(screen: Screen<'_>, due: &str) -> Vec<frames::Part> {
    let next = screen.app.board.opens_next().and_then(|(whereabouts, opens)| {
        let here = dates::here(&screen.app.now, opens);
        let day = dates::long_day(screen, here.date());
        let at = [("time", dates::time(here).into()), ("weekday", day.into())];
        Some((head::country_words(screen, whereabouts.country?), screen.with("date-time", &at)))
    });
    let (key, country, at) = match next {
        Some((country, at)) => ("list-empty-reachable-next", country, at),
        None => ("list-empty-reachable-later", String::new(), String::new()),
    };
    let all = screen
        .app
        .settings
        .keymap
        .shown(Command::GoView(Builtin::All), &[crate::command::Scope::List, crate::command::Scope::Board]);
    let all = all.map_or_else(String::new, Keys::written);
    let args = [("country", country.into()), ("at", at.into()), ("due", due.into()), ("all", all.into())];
    let strong = Style { bg: None, ..screen.theme.strong };
    vec![(screen.get("list-empty-reachable"), strong), (screen.with(key, &args), screen.theme.dim)]
}
