//! Whether somebody sits at a customer's desk: the dot beside the name, and until or from when.

use super::{Screen, dates};
use crate::app::{Slot, help::DOTS};
use crate::domain::{Bundle, Pause};
use crate::reference::{self, Presence, State, Whereabouts};
use chrono::NaiveDateTime;
use ratatui::style::Style;

/// A customer's desk at this minute.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub whereabouts: &'a Whereabouts,
    pub presence: Presence,
    /// They are away, whatever the clock there says.
    pub away: Option<&'a Pause>,
}

impl<'a> Desk<'a> {
    /// The desk of the customer in a slot.
    pub fn of(screen: Screen<'a>, slot: Slot, bundle: &'a Bundle) -> Option<Self> {
        let board = &screen.app.board;
        let away = bundle.away(screen.app.now.today());
        Some(Self { whereabouts: board.whereabouts(slot)?, presence: board.presence(slot), away })
    }

    /// Several zones are possible.
    pub fn several(&self) -> bool {
        self.whereabouts.zones.len() > 1
    }

    /// What the walls show where it may be; the same time once.
    pub fn locals(&self, screen: Screen<'_>) -> Vec<NaiveDateTime> {
        let now = screen.app.now.instant;
        let mut locals: Vec<NaiveDateTime> =
            self.whereabouts.zones.iter().filter_map(|zone| reference::local_at(zone, now)).collect();
        locals.sort_unstable();
        locals.dedup();
        locals
    }
}

/// The marks: every state has a shape of its own, seen without colour. Locale keys are `dot-NAME`.
pub const LEGEND: [(&str, &str); DOTS] =
    [("●", "open"), ("◐", "soon"), ("○", "closed"), ("◇", "holiday"), ("◌", "perhaps"), ("⊖", "away")];

/// The same, in their colours.
pub fn legend(screen: Screen<'_>) -> [(&'static str, Style); DOTS] {
    let theme = screen.theme;
    let styles = [theme.open, theme.soon, theme.closed, theme.weekend, theme.soon, theme.closed];
    std::array::from_fn(|at| (LEGEND[at].0, styles[at]))
}

/// The dot that says whether somebody is there.
pub fn dot(screen: Screen<'_>, presence: &Presence, away: bool) -> (&'static str, Style) {
    let marks = legend(screen);
    match presence.state {
        _ if away => marks[5],
        State::Open => marks[0],
        State::Soon => marks[1],
        State::Closed => marks[2],
        State::Holiday { .. } => marks[3],
        State::Perhaps => marks[4],
        State::Unknown => (" ", screen.theme.faint),
    }
}

/// How long the desk stays open, or when it opens, in at most ten cells: `40m left`, `at 15:00`.
pub fn window(screen: Screen<'_>, desk: &Desk<'_>) -> (String, Style) {
    let (theme, now) = (screen.theme, &screen.app.now);
    let presence = &desk.presence;
    match (presence.state, presence.closes, presence.opens) {
        (State::Open, Some(closes), _) => {
            let minutes = (closes - now.instant).num_minutes();
            let style = if minutes < 60 { theme.warn } else { theme.open };
            (left(screen, minutes), style)
        }
        (State::Perhaps, ..) => (screen.count("window-perhaps", desk.whereabouts.zones.len()), theme.dim),
        (_, _, Some(opens)) => {
            let here = dates::here(now, opens);
            let words = if here.date() == now.today() {
                screen.with("window-at", &[("time", dates::time(here).into())])
            } else {
                let day = dates::weekday(screen, here.date());
                screen.with("date-time", &[("time", dates::time(here).into()), ("weekday", day.into())])
            };
            (words, if presence.state == State::Soon { theme.soon } else { theme.dim })
        }
        _ => (String::new(), theme.faint),
    }
}

/// `40m left`, `3h left`.
pub fn left(screen: Screen<'_>, minutes: i64) -> String {
    if minutes < 100 {
        screen.with("window-minutes", &[("n", minutes.max(1).into())])
    } else {
        screen.with("window-hours", &[("n", ((minutes + 15) / 60).into())])
    }
}
