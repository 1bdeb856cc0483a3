//! Views: how the state looks. Drawing changes nothing, and touches only what is on the screen.

mod agenda;
mod ahead;
mod card;
mod chart;
mod country;
mod dates;
mod desk;
mod festive;
mod figures;
mod form;
mod frames;
mod funnel;
mod header;
mod help;
mod hints;
mod history;
mod import;
mod list;
mod menu;
mod merge;
mod month;
mod palette;
mod panels;
mod paste;
mod sheet;
mod statistics;
mod text;
pub mod theme;
mod told;
mod triage;
mod views;
mod welcome;

use crate::app::{App, Phase, modal::Modal};
use crate::domain::Say;
use crate::domain::say::Arg;
use crate::reference::Words;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use theme::Theme;

/// Draws the screen.
pub fn draw(frame: &mut Frame<'_>, app: &App) {
    if let Some(cursor) = paint(frame.buffer_mut(), app) {
        frame.set_cursor_position(cursor);
    }
}

/// What every view is handed: the state, the words and the colours.
#[derive(Clone, Copy)]
struct Screen<'a> {
    app: &'a App,
    words: &'static Words,
    theme: &'static Theme,
}

impl Screen<'_> {
    fn get(&self, key: &str) -> String {
        self.words.get(key).to_string()
    }

    fn say(&self, say: &Say) -> String {
        self.words.say(say).to_string()
    }

    fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.words.with(key, args).to_string()
    }

    fn count(&self, key: &str, n: usize) -> String {
        self.with(key, &[("n", n.into())])
    }
}

/// Draws into a buffer; says where the terminal's cursor belongs.
fn paint(buffer: &mut Buffer, app: &App) -> Option<Position> {
    let screen = Screen { app, words: Words::of(app.lang), theme: theme::get(&app.theme) };
    buffer.set_style(buffer.area, screen.theme.base);
    let Some(regions) = Some(buffer.area).filter(|area| area.width > 0).and_then(|_| app.regions()) else {
        welcome::too_small(buffer, screen);
        return None;
    };
    let cursor = match app.phase {
        Phase::Opening => {
            welcome::opening(buffer, screen);
            None
        }
        Phase::Welcome => {
            welcome::draw(buffer, screen);
            None
        }
        Phase::Open => board(buffer, screen, &regions),
    };
    if !app.modals.is_empty() {
        buffer.set_style(buffer.area, screen.theme.shade);
    }
    hints::draw(buffer, frames::rect(regions.hints), screen);
    let over = app.modals.iter().fold(None, |_, modal| Some(layer(buffer, screen, modal)));
    over.unwrap_or(cursor)
}

fn board(buffer: &mut Buffer, screen: Screen<'_>, regions: &crate::app::Regions) -> Option<Position> {
    header::draw(buffer, frames::rect(regions.header), screen);
    let mut cursor = None;
    if let Some(area) = regions.list {
        cursor = list::draw(buffer, frames::rect(area), screen);
    }
    if let Some(area) = regions.views {
        views::draw(buffer, frames::rect(area), screen);
    }
    if let Some(area) = regions.card {
        card::draw(buffer, frames::rect(area), screen);
    }
    if let Some(area) = regions.month {
        month::draw(buffer, frames::rect(area), screen);
    }
    if let Some(area) = regions.agenda {
        agenda::draw(buffer, frames::rect(area), screen);
    }
    if screen.app.prefix.is_some() {
        hints::continuations(buffer, screen);
    }
    cursor
}

/// One layer over the board.
fn layer(buffer: &mut Buffer, screen: Screen<'_>, modal: &Modal) -> Option<Position> {
    // The last line stays: it shows the layer's keys.
    let area = Rect { height: buffer.area.height.saturating_sub(1), ..buffer.area };
    match modal {
        Modal::Form(form) => return form::draw(buffer, area, screen, form),
        Modal::Palette(palette) => return palette::draw(buffer, area, screen, palette),
        Modal::Paste(view) => return paste::draw(buffer, area, screen, view),
        Modal::Menu(menu) => menu::draw(buffer, area, screen, menu),
        Modal::Rfm(view) => figures::rfm(buffer, area, screen, view),
        Modal::Drift(view) => figures::drift(buffer, area, screen, view),
        Modal::Ahead(view) => ahead::draw(buffer, area, screen, view),
        Modal::Country(view) => country::draw(buffer, area, screen, view),
        Modal::Help(help) => help::draw(buffer, area, screen, help),
        Modal::History(history) => history::draw(buffer, area, screen, history),
        Modal::Merge(merge) => merge::draw(buffer, area, screen, merge),
        Modal::Import(import) => import::draw(buffer, area, screen, import),
        Modal::Triage(open) => triage::draw(buffer, area, screen, open),
        Modal::Reply(reply) => panels::reply(buffer, area, screen, reply),
        Modal::Why(panel) => panels::why(buffer, area, screen, panel),
        Modal::Funnel(open) => funnel::draw(buffer, area, screen, open),
        Modal::Statistics(open) => statistics::draw(buffer, area, screen, open),
        Modal::Evidence(panel) => panels::evidence(buffer, area, screen, panel),
    }
    None
}

#[cfg(test)]
mod tests;
