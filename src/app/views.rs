//! The pane of views and tiers, with live counts.

use super::App;
use crate::domain::{SavedView, Tier, view::Builtin};

/// The pane's own state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ViewsPane {
    /// Index into the entries that can be chosen.
    pub cursor: usize,
}

/// A line of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'a> {
    /// A locale key.
    Heading(&'static str),
    Builtin(Builtin),
    Tier(Tier),
    Saved(&'a SavedView),
}

impl Entry<'_> {
    /// Whether the cursor stops here.
    pub const fn chosen(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

impl App {
    /// The pane's lines, top to bottom.
    pub fn view_entries(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = Builtin::ALL.into_iter().map(Entry::Builtin).collect();
        entries.push(Entry::Heading("views-tier"));
        entries.extend(Tier::ALL.into_iter().map(Entry::Tier));
        if !self.board.views().is_empty() {
            entries.push(Entry::Heading("views-saved"));
            entries.extend(self.board.views().iter().map(Entry::Saved));
        }
        entries
    }

    /// The first line that `height` of them show, so that the cursor is among them.
    pub fn views_top(&self, height: usize) -> usize {
        let entries = self.view_entries();
        let mut chosen = (0..entries.len()).filter(|at| entries[*at].chosen());
        let at = chosen.nth(self.views.cursor).unwrap_or(0);
        (at + 1).saturating_sub(height).min(entries.len().saturating_sub(height))
    }

    /// Whether an entry is in force.
    pub fn entry_active(&self, entry: &Entry<'_>) -> bool {
        match entry {
            Entry::Heading(_) => false,
            Entry::Builtin(view) => self.list.saved.is_none() && self.list.query.builtin == *view,
            Entry::Tier(tier) => self.list.query.tiers.contains(tier),
            Entry::Saved(saved) => self.list.saved == Some(saved.id),
        }
    }

    /// The entry under the pane's cursor.
    pub fn entry_at_cursor(&self) -> Option<Entry<'_>> {
        self.view_entries().into_iter().filter(Entry::chosen).nth(self.views.cursor)
    }
}
