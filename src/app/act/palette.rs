//! The palette: every command by name.

use crate::app::{App, modal::Modal};
use crate::command::{Command, Scope, table::TABLE};
use crate::reference;
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

impl App {
    /// Fills the palette for its text: every command by name, those that can be used first.
    pub fn fill_palette(&mut self) {
        let words = reference::Words::of(self.lang);
        let Some(Modal::Palette(palette)) = self.modals.last() else { return };
        let text = palette.input.value().trim().to_lowercase();
        let matcher = SkimMatcherV2::default();
        let mut scored: Vec<(i64, usize)> = Vec::new();
        for (at, row) in TABLE.iter().enumerate() {
            let window = row.scopes.iter().all(|scope| *scope != Scope::Board && !Scope::PANES.contains(scope));
            if window || moves(row.command) {
                continue;
            }
            let title = words.get(&format!("cmd-{}", row.slug));
            let score = if text.is_empty() {
                Some(0)
            } else {
                let named = matcher.fuzzy_match(title.as_str(), &text);
                named.map(|score| score * 2).max(matcher.fuzzy_match(row.slug, &text))
            };
            if let Some(score) = score {
                scored.push((score, at));
            }
        }
        scored.sort_by_key(|(score, at)| {
            (std::cmp::Reverse(*score), self.availability(TABLE[*at].command).is_err(), *at)
        });
        let rows = scored.into_iter().map(|(_, at)| at).collect();
        if let Some(Modal::Palette(palette)) = self.modals.last_mut() {
            palette.rows = rows;
            palette.cursor = 0;
            palette.top = 0;
        }
    }
}

/// Commands that mean nothing by name.
const fn moves(command: Command) -> bool {
    matches!(
        command,
        Command::Down
            | Command::Up
            | Command::Left
            | Command::Right
            | Command::PageDown
            | Command::PageUp
            | Command::First
            | Command::Last
            | Command::Accept
            | Command::Palette
    )
}
