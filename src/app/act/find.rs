//! Which customers are shown, and which pane has the focus.

use crate::app::{App, Effect, Pane, list::SearchLine, msg::Before, views::Entry};
use crate::domain::Tier;
use crate::domain::view::{Builtin, ViewQuery};

impl App {
    /// Takes what is under the cursor of the views pane into force.
    pub(in crate::app) fn choose_view(&mut self) -> Vec<Effect> {
        match self.entry_at_cursor() {
            Some(Entry::Builtin(view)) => self.go_view(view),
            Some(Entry::Tier(tier)) => self.filter_tier(tier),
            Some(Entry::Saved(saved)) => {
                let (query, id) = (saved.query.clone(), saved.id);
                self.list.search = None;
                self.take_query(query, Some(id))
            }
            Some(Entry::Heading(_)) | None => Vec::new(),
        }
    }

    pub(in crate::app) fn go_view(&mut self, builtin: Builtin) -> Vec<Effect> {
        let sort = builtin.sort_after(self.list.query.sort);
        let effects = self.take_query(ViewQuery { builtin, sort, ..ViewQuery::default() }, None);
        self.place_views_cursor();
        effects
    }

    /// Puts the cursor of the views pane on what is in force.
    pub(in crate::app) fn place_views_cursor(&mut self) {
        let at = self
            .view_entries()
            .iter()
            .filter(|entry| entry.chosen())
            .position(|entry| self.entry_active(entry) && !matches!(entry, Entry::Tier(_)));
        self.views.cursor = at.unwrap_or(self.views.cursor);
    }

    pub(in crate::app) fn filter_tier(&mut self, tier: Tier) -> Vec<Effect> {
        self.change_query(|query| match query.tiers.iter().position(|other| *other == tier) {
            Some(at) => {
                query.tiers.remove(at);
            }
            None => {
                query.tiers.push(tier);
                query.tiers.sort_unstable();
            }
        })
    }

    /// Changes filter or order; the cursor stays on its customer where that is still shown.
    pub(in crate::app) fn change_query(&mut self, change: impl FnOnce(&mut ViewQuery)) -> Vec<Effect> {
        change(&mut self.list.query);
        self.refill();
        self.follow_list()
    }

    pub(in crate::app) fn open_search(&mut self) -> Vec<Effect> {
        let query = self.list.query.clone();
        let input = tui_input::Input::new(query.text.to_string());
        // A search looks everywhere; the tiers chosen stay chosen.
        self.list.query.builtin = if query.text.is_empty() { Builtin::All } else { query.builtin };
        let before = Before { query: ViewQuery { text: "".into(), ..query }, selected: self.current };
        self.list.search = Some(SearchLine { input, before });
        self.focus = Pane::List;
        self.list.saved = None;
        self.refill();
        Vec::new()
    }

    pub(in crate::app) fn clear_search(&mut self) -> Vec<Effect> {
        if !self.list.query.text.is_empty() {
            let kept = self.current;
            let query = ViewQuery { text: "".into(), ..self.list.query.clone() };
            let effects = self.take_query(query, None);
            return kept.map_or(effects, |id| self.land_on(id));
        }
        if !self.list.marks.is_empty() {
            self.list.marks.clear();
            return Vec::new();
        }
        if !self.list.query.tiers.is_empty() || self.list.saved.is_some() {
            return self.go_view(Builtin::All);
        }
        self.focus_on(Pane::List)
    }

    pub(in crate::app) fn focus_on(&mut self, pane: Pane) -> Vec<Effect> {
        self.focus = pane;
        self.scroll_list();
        self.scroll_agenda();
        match pane {
            Pane::Agenda => self.move_agenda_to(self.calendar.cursor),
            Pane::List => self.follow_list(),
            Pane::Views | Pane::Card | Pane::Month => Vec::new(),
        }
    }

    pub(in crate::app) fn focus_by(&mut self, by: usize) -> Vec<Effect> {
        let at = Pane::ALL.iter().position(|pane| *pane == self.focus).unwrap_or(0);
        self.focus_on(Pane::ALL[(at + by) % Pane::ALL.len()])
    }

    pub(in crate::app) fn accept(&mut self) -> Vec<Effect> {
        match self.focus {
            Pane::Views => self.choose_view(),
            Pane::Month => {
                let effects = self.focus_on(Pane::Agenda);
                self.refill_agenda();
                effects
            }
            Pane::List | Pane::Card | Pane::Agenda => Vec::new(),
        }
    }
}
