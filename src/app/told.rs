//! What the rules tell of customers, taken in: for the current one whole, for the others in short.

use super::{App, Effect, Phase};
use crate::domain::CustomerId;
use crate::domain::insight::{Insight, Study};
use crate::domain::view::Sort;

impl App {
    pub(super) fn studied(&mut self, id: CustomerId, mut study: Box<Study>, mut insight: Insight) -> Vec<Effect> {
        self.with_online(id, &mut study, &mut insight);
        if self.current == Some(id) {
            self.card.study = Some((id, study));
        }
        self.told(vec![(id, insight)], false)
    }

    /// Sorts the list anew where its order hangs on what was told; while a whole board is told of, once at the end.
    pub(super) fn told(&mut self, mut found: Vec<(CustomerId, Insight)>, whole: bool) -> Vec<Effect> {
        found.iter_mut().for_each(|(id, insight)| self.online.patch(*id, insight));
        // The clocks' order hangs on the hours in which they answer.
        let hangs = self.list.query.sort == Sort::Silence || self.list.by_clock();
        let sorted = hangs && self.list.query.text.is_empty();
        self.board.take_insights(&found, sorted);
        if sorted && (whole || found.len() <= self.list_page() * 2) {
            self.refill();
        }
        Vec::new()
    }

    /// Asks about the rows on the screen of which nothing is told yet, or not in this hour: it may be night there now.
    pub(super) fn ask_about_shown(&mut self) -> Vec<Effect> {
        if self.phase != Phase::Open || !self.board.complete() {
            return Vec::new();
        }
        let page = self.list.top..(self.list.top + self.list_page()).min(self.list.rows.len());
        let mut ids = Vec::new();
        for slot in self.list.rows.get(page).unwrap_or_default() {
            if self.board.insight(*slot).is_old(&self.now) {
                self.board.asked_about(*slot, &self.now);
                ids.extend(self.board.at(*slot).map(|bundle| bundle.customer.id));
            }
        }
        if ids.is_empty() { Vec::new() } else { vec![Effect::Tell(ids)] }
    }
}
