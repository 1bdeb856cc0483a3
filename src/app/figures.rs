//! Figures over the board: scores and segments (`g S`), and who is filed under the wrong tier (`g D`).

use super::{App, Effect, Pane, list::Among, modal::Modal};
use crate::domain::rfm::{Rfm, Segment};
use crate::domain::suggest::{Drift, Suggestion};
use crate::domain::view::ViewQuery;
use crate::domain::{CustomerId, Edit, Say, Tier};
use std::collections::{BTreeSet, HashMap};

/// The layer of scores and segments.
#[derive(Debug, Default)]
pub struct RfmView {
    /// `None`: being reckoned.
    pub rfm: Option<Box<Rfm>>,
    /// Index into [`RfmView::segments`].
    pub cursor: usize,
}

impl RfmView {
    /// The segments that have customers.
    pub fn segments(&self) -> Vec<Segment> {
        let Some(rfm) = &self.rfm else { return Vec::new() };
        Segment::ALL.into_iter().filter(|segment| rfm.segments[segment.index()].customers > 0).collect()
    }
}

/// The layer of the misfiled.
#[derive(Debug, Default)]
pub struct DriftView {
    /// `None`: being reckoned.
    pub drift: Option<Box<Drift>>,
    pub cursor: usize,
    pub top: usize,
    pub marks: BTreeSet<CustomerId>,
    /// What was decided here, by customer.
    pub decided: HashMap<CustomerId, Tier>,
    /// What `.` repeats.
    pub last: Option<Tier>,
}

impl DriftView {
    /// The misfiled, those with most at stake first.
    pub fn rows(&self) -> &[Suggestion] {
        self.drift.as_ref().map_or(&[], |drift| &drift.misfiled)
    }

    /// The one under the cursor.
    pub fn here(&self) -> Option<&Suggestion> {
        self.rows().get(self.cursor)
    }

    /// How many wait for a decision.
    pub fn left(&self) -> usize {
        self.rows().iter().filter(|it| !self.decided.contains_key(&it.customer)).count()
    }

    /// The marked ones; without a mark the one under the cursor.
    fn targets(&self) -> Vec<&Suggestion> {
        if self.marks.is_empty() {
            return self.here().into_iter().collect();
        }
        self.rows().iter().filter(|it| self.marks.contains(&it.customer)).collect()
    }
}

impl App {
    /// `g S`.
    pub(super) fn open_rfm(&mut self) -> Vec<Effect> {
        self.modals.push(Modal::Rfm(RfmView::default()));
        vec![Effect::ReckonRfm]
    }

    /// `g D`.
    pub(super) fn open_drift(&mut self) -> Vec<Effect> {
        self.modals.push(Modal::Drift(Box::default()));
        vec![Effect::ReckonDrift]
    }

    pub(super) fn rfm_reckoned(&mut self, rfm: Box<Rfm>) -> Vec<Effect> {
        if let Some(Modal::Rfm(view)) = self.modals.last_mut() {
            view.rfm = Some(rfm);
            view.cursor = view.cursor.min(view.segments().len().saturating_sub(1));
        }
        Vec::new()
    }

    pub(super) fn drift_reckoned(&mut self, drift: Box<Drift>) -> Vec<Effect> {
        let Some(Modal::Drift(view)) = self.modals.last_mut() else { return Vec::new() };
        view.drift = Some(drift);
        self.show_drifting()
    }

    /// Enter on a segment: its customers in the list.
    pub(super) fn show_segment(&mut self) -> Vec<Effect> {
        let Some(Modal::Rfm(view)) = self.modals.last() else { return Vec::new() };
        let Some((segment, rfm)) = view.segments().get(view.cursor).copied().zip(view.rfm.as_ref()) else {
            return Vec::new();
        };
        let own = rfm.scored.iter().filter(|it| it.segment == segment);
        let customers = own.map(|it| it.customer).collect();
        self.modals.pop();
        self.list_among(Among { title: Say::new(segment_key(segment)), customers })
    }

    /// `l` on the misfiled: all of them in the list.
    pub(super) fn list_drifting(&mut self) -> Vec<Effect> {
        let Some(Modal::Drift(view)) = self.modals.last() else { return Vec::new() };
        let customers = view.rows().iter().map(|it| it.customer).collect();
        self.modals.pop();
        self.list_among(Among { title: Say::new("drift-title"), customers })
    }

    pub(super) fn list_among(&mut self, among: Among) -> Vec<Effect> {
        self.focus = Pane::List;
        let effects = self.take_query(ViewQuery { sort: self.list.query.sort, ..ViewQuery::default() }, None);
        self.list.among = Some(among);
        self.refill();
        self.current = None;
        let mut all = effects;
        all.extend(self.move_list_to(0));
        self.place_views_cursor();
        all
    }

    fn drift_view(&mut self) -> Option<&mut DriftView> {
        match self.modals.last_mut() {
            Some(Modal::Drift(view)) => Some(view),
            _ => None,
        }
    }

    /// The customer under the cursor is the current one: the card behind shows them.
    pub(super) fn show_drifting(&mut self) -> Vec<Effect> {
        let here = self.drift_view().and_then(|view| view.here()).map(|it| it.customer);
        match here {
            Some(id) => self.show(Some(id)),
            None => Vec::new(),
        }
    }

    /// Space.
    pub(super) fn mark_drifting(&mut self) -> Vec<Effect> {
        let page = self.modal_page();
        let Some(view) = self.drift_view() else { return Vec::new() };
        if let Some(id) = view.here().map(|it| it.customer)
            && !view.marks.remove(&id)
        {
            view.marks.insert(id);
        }
        view.cursor = (view.cursor + 1).min(view.rows().len().saturating_sub(1));
        view.top = super::step::scrolled(view.top, view.cursor, page);
        self.show_drifting()
    }

    /// `*`: all that are not decided, or none.
    pub(super) fn mark_all_drifting(&mut self) -> Vec<Effect> {
        let Some(view) = self.drift_view() else { return Vec::new() };
        let open = view.rows().iter().map(|it| it.customer).filter(|id| !view.decided.contains_key(id));
        let open: BTreeSet<CustomerId> = open.collect();
        view.marks = if view.marks == open { BTreeSet::new() } else { open };
        Vec::new()
    }

    /// `a b c`, and `.` for the same again: decides and goes on at once. Marked together it is one step.
    pub(super) fn file_under(&mut self, tier: Tier) -> Vec<Effect> {
        let Some(view) = self.drift_view() else { return Vec::new() };
        view.last = Some(tier);
        let tiers: Vec<(CustomerId, Tier)> = view.targets().iter().map(|it| (it.customer, tier)).collect();
        self.file(tiers)
    }

    /// Enter: as suggested, those that are marked each as is suggested of it; one step.
    pub(super) fn file_as_suggested(&mut self) -> Vec<Effect> {
        let Some(view) = self.drift_view() else { return Vec::new() };
        let tiers: Vec<(CustomerId, Tier)> = view.targets().iter().map(|it| (it.customer, it.suggested)).collect();
        if let [(_, tier)] = tiers[..] {
            view.last = Some(tier);
        }
        self.file(tiers)
    }

    /// Decides, and goes on to the next that is not decided.
    fn file(&mut self, tiers: Vec<(CustomerId, Tier)>) -> Vec<Effect> {
        let page = self.modal_page();
        let Some(view) = self.drift_view() else { return Vec::new() };
        let Some((_, first)) = tiers.first().copied() else { return Vec::new() };
        view.decided.extend(tiers.iter().copied());
        view.marks.clear();
        let open = |at: &usize| view.rows().get(*at).is_some_and(|it| !view.decided.contains_key(&it.customer));
        let count = view.rows().len();
        let next = (view.cursor..count).chain(0..view.cursor).find(open);
        view.cursor = next.unwrap_or(view.cursor);
        view.top = super::step::scrolled(view.top, view.cursor, page);
        let edit = if tiers.iter().all(|(_, tier)| *tier == first) {
            Edit::SetTier { customers: tiers.into_iter().map(|(id, _)| id).collect(), tier: first }
        } else {
            Edit::File { tiers }
        };
        let mut effects = self.commit(edit);
        effects.extend(self.show_drifting());
        effects
    }

    /// What was decided goes by what is on the board: undo brings a customer back among those to decide.
    pub(super) fn settle_drift(&mut self, touched: &[CustomerId]) {
        let Self { board, modals, .. } = self;
        let Some(Modal::Drift(view)) = modals.last_mut() else { return };
        for it in view.drift.iter().flat_map(|drift| &drift.misfiled).filter(|it| touched.contains(&it.customer)) {
            match board.get(it.customer).map(|bundle| bundle.customer.tier).filter(|tier| *tier != it.tier) {
                Some(tier) => drop(view.decided.insert(it.customer, tier)),
                None => drop(view.decided.remove(&it.customer)),
            }
        }
    }

    /// A decision that the disk refused is none.
    pub(super) fn refuse_drift(&mut self) {
        let Self { board, modals, .. } = self;
        if let Some(Modal::Drift(view)) = modals.last_mut() {
            view.decided.retain(|id, tier| board.get(*id).is_some_and(|bundle| bundle.customer.tier == *tier));
        }
    }

    /// `.`.
    pub(super) fn file_again(&mut self) -> Vec<Effect> {
        match self.drift_view().and_then(|view| view.last) {
            Some(tier) => self.file_under(tier),
            None => {
                self.tell(Say::new("why-nothing-to-repeat"), false);
                Vec::new()
            }
        }
    }
}

/// Locale key of a segment's name.
pub const fn segment_key(segment: Segment) -> &'static str {
    match segment {
        Segment::Champions => "segment-champions",
        Segment::PotentialLoyalist => "segment-potential-loyalist",
        Segment::LoyalCustomers => "segment-loyal-customers",
        Segment::Promising => "segment-promising",
        Segment::NewCustomers => "segment-new-customers",
        Segment::CantLoseThem => "segment-cant-lose-them",
        Segment::AtRisk => "segment-at-risk",
        Segment::NeedAttention => "segment-need-attention",
        Segment::AboutToSleep => "segment-about-to-sleep",
        Segment::Lost => "segment-lost",
        Segment::Others => "segment-others",
    }
}
