//! The customer list: what it shows, in which order, and where the cursor is.

use super::{App, Board, Effect, Slot, msg::Before};
use crate::domain::view::{Builtin, Sort, ViewQuery};
use crate::domain::{CustomerId, Say, ViewId};
use crate::search::Ranking;
use chrono::{FixedOffset, NaiveDate};
use std::collections::{BTreeSet, HashSet};
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
    /// Only these customers, where figures asked for them.
    pub among: Option<Among>,
    /// What `rows` were last filled by, where the board filled them.
    filled: Option<Filled>,
}

/// All that a sorted list depends on beside the customers themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filled {
    query: ViewQuery,
    today: NaiveDate,
    offset: FixedOffset,
    /// Where the order goes by the clocks.
    minute: Option<i64>,
}

/// A list of customers that no filter finds: those of a segment, the misfiled.
#[derive(Clone, Debug, PartialEq)]
pub struct Among {
    pub title: Say,
    pub customers: HashSet<CustomerId>,
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

    fn keep_among(&mut self, board: &Board) {
        if let Some(among) = &self.among {
            let is_one = |slot: &Slot| board.at(*slot).is_some_and(|it| among.customers.contains(&it.customer.id));
            self.rows.retain(is_one);
        }
    }

    /// Whether what is shown, or its order, changes by the minute.
    pub fn by_clock(&self) -> bool {
        self.query.builtin == Builtin::Reachable || self.query.sort == Sort::Window
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
        if self.list.query.text.is_empty() {
            self.refill_sorted();
        } else {
            self.refill_ranked();
        }
        let kept = anchor.and_then(|slot| self.list.rows.iter().position(|row| *row == slot));
        self.list.cursor = kept.unwrap_or(self.list.cursor).min(self.list.rows.len().saturating_sub(1));
        self.scroll_list();
    }

    /// Sorts anew when the query or the day is another; else only what changed on the board.
    fn refill_sorted(&mut self) {
        let Self { list, board, now, .. } = self;
        let minute = list.by_clock().then(|| now.instant.timestamp().div_euclid(60));
        let filled = Filled { query: list.query.clone(), today: now.today(), offset: now.offset, minute };
        match board.take_touched().filter(|_| list.filled.as_ref() == Some(&filled)) {
            Some(touched) => board.update_rows(&mut list.rows, &touched, &list.query, now),
            None => list.rows = board.rows(&list.query, now),
        }
        list.keep_among(board);
        list.filled = Some(filled);
    }

    /// Takes over what the search found and the query's filters let through.
    fn refill_ranked(&mut self) {
        let Self { list, board, now, .. } = self;
        list.filled = None;
        list.rows.clear();
        let found = list.ranking.iter().flat_map(|ranking| &ranking.hits).map(|hit| hit.slot);
        if list.query.keeps_all_active() {
            list.rows.extend(found.filter(|slot| board.is_active(*slot)));
        } else {
            list.rows.extend(found.filter(|slot| board.holds(*slot, &list.query, now)));
        }
        list.keep_among(board);
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
        // A search looks among the same customers.
        if query.text.is_empty() && self.list.query.text.is_empty() {
            self.list.among = None;
            self.list.filled = None;
        }
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
