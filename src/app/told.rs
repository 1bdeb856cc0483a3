//! What the rules tell of customers, taken in: for the current one whole, for the others in short.

use super::{App, Effect, Phase};
use crate::domain::CustomerId;
use crate::domain::authenticity::{self, Evidence};
use crate::domain::insight::{Insight, Study};
use crate::domain::view::Sort;

impl App {
    /// The network is asked about the current customer, because the exporter wants it.
    pub(super) fn check_online(&mut self) -> Vec<Effect> {
        let Some(id) = self.current else { return Vec::new() };
        self.card.online = Some((id, None));
        vec![Effect::Online(id)]
    }

    pub(super) fn looked_online(&mut self, id: CustomerId, found: Vec<Evidence>) -> Vec<Effect> {
        if self.card.online.as_ref().is_none_or(|(of, _)| *of != id) {
            return Vec::new();
        }
        if let Some((_, study)) = self.card.study.as_mut().filter(|(of, _)| *of == id) {
            study.assessment = authenticity::with(&study.assessment, &found);
        }
        self.card.online = Some((id, Some(found)));
        Vec::new()
    }

    /// Whether the network is being asked about the current customer, or has answered.
    pub fn online(&self) -> Option<bool> {
        let (id, found) = self.card.online.as_ref()?;
        (Some(*id) == self.current).then_some(found.is_some())
    }

    pub(super) fn studied(&mut self, id: CustomerId, mut study: Box<Study>, insight: Insight) -> Vec<Effect> {
        if let Some((of, Some(found))) = &self.card.online
            && *of == id
        {
            study.assessment = authenticity::with(&study.assessment, found);
        }
        if self.current == Some(id) {
            self.card.study = Some((id, study));
        }
        self.told(&[(id, insight)], false)
    }

    /// Sorts the list anew where its order hangs on what was told; while a whole board is told of, once at the end.
    pub(super) fn told(&mut self, found: &[(CustomerId, Insight)], whole: bool) -> Vec<Effect> {
        let plain = self.list.query.text.is_empty();
        let sorted = self.list.query.sort == Sort::Silence && plain;
        self.board.take_insights(found, sorted);
        if (sorted || self.list.by_clock() && plain) && (whole || found.len() <= self.list_page() * 2) {
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
