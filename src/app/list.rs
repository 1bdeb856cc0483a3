//! The customer list: what it shows, in which order, and where the cursor is.

use super::{App, Effect, Slot, msg::Before};
use crate::domain::{CustomerId, ViewId, view::ViewQuery};
use crate::search::Ranking;
use std::collections::BTreeSet;
use tui_input::Input;

/// The pane's own state.
#[derive(Debug, Default)]
pub struct ListPane {
    pub query: ViewQuery,
    /// The saved view that `query` came from.
    pub saved: Option<ViewId>,
    /// The slots shown, in order.
    pub rows: Vec<Slot>,
    pub cursor: usize,
    /// The first row on the screen.
    pub top: usize,
    pub marks: BTreeSet<CustomerId>,
    /// The open search line.
    pub search: Option<SearchLine>,
    /// The newest ranking asked for.
    pub generation: u64,
    /// The newest ranking that came, for the highlights and for filters that change meanwhile.
    pub ranking: Option<Ranking>,
}

/// A search line being typed.
#[derive(Clone, Debug, Default)]
pub struct SearchLine {
    pub input: Input,
    /// What Esc brings back.
    pub before: Before,
}

impl ListPane {
    /// The text that is searched for; empty: no search.
    pub fn text(&self) -> &str {
        &self.query.text
    }
}

impl App {
    /// Rows of the list on the screen.
    pub fn list_page(&self) -> usize {
        // Border and column titles.
        self.regions()
            .and_then(|regions| regions.list)
            .map_or(1, |area| usize::from(area.height.saturating_sub(3)).max(1))
    }

    /// Fills the list anew; the cursor stays on its customer, or else on its row.
    pub fn refill(&mut self) {
        let anchor = self.current.and_then(|id| self.board.slot_of(id));
        self.list.rows = if self.list.query.text.is_empty() {
            self.board.rows(&self.list.query, &self.now)
        } else {
            let query = &self.list.query;
            let ranked = self.list.ranking.as_ref().map_or(&[][..], |ranking| &ranking.hits);
            let holds = |slot: &Slot| {
                self.board.at(*slot).is_some_and(|bundle| query.holds(bundle, self.board.rules(), &self.now))
            };
            ranked.iter().map(|hit| hit.slot).filter(holds).collect()
        };
        let kept = anchor.and_then(|slot| self.list.rows.iter().position(|row| *row == slot));
        self.list.cursor = kept.unwrap_or(self.list.cursor).min(self.list.rows.len().saturating_sub(1));
        self.scroll_list();
    }

    /// Moves the cursor to a row, scrolls to it, and shows its customer.
    pub fn move_list_to(&mut self, row: usize) -> Vec<Effect> {
        self.list.cursor = row.min(self.list.rows.len().saturating_sub(1));
        self.scroll_list();
        self.follow_list()
    }

    /// Shows the customer under the list's cursor.
    pub fn follow_list(&mut self) -> Vec<Effect> {
        let id = self.list.rows.get(self.list.cursor).and_then(|slot| self.board.at(*slot)).map(|it| it.customer.id);
        self.show(id)
    }

    /// Keeps the cursor on the screen with as little movement as can be.
    pub fn scroll_list(&mut self) {
        let page = self.list_page();
        let list = &mut self.list;
        list.top = list.top.min(list.cursor).max((list.cursor + 1).saturating_sub(page));
        list.top = list.top.min(list.rows.len().saturating_sub(page));
    }

    /// Takes over a query: ranks when it has text, fills otherwise. The cursor goes to the first row.
    pub fn take_query(&mut self, query: ViewQuery, saved: Option<ViewId>) -> Vec<Effect> {
        self.list.saved = saved;
        self.list.query = query;
        self.list.top = 0;
        self.rank_or_refill(true)
    }

    /// Ranks when there is a text to search for, fills otherwise.
    pub fn rank_or_refill(&mut self, to_top: bool) -> Vec<Effect> {
        if !self.list.query.text.is_empty() {
            self.list.generation += 1;
            let query = self.list.query.text.to_string();
            return vec![Effect::Rank { generation: self.list.generation, query }];
        }
        self.list.ranking = None;
        if to_top {
            self.current = None;
            self.list.cursor = 0;
            self.list.top = 0;
        }
        self.refill();
        self.follow_list()
    }
}
