//! The in-memory mirror of the file: customers in slots, their search keys, their days, their counts. Fed by the log
//! alone.

mod calendar;
mod desks;
mod fields;
mod order;

use crate::domain::{
    Bundle, Changes, Country, CustomerId, Now, SavedView, Status, Tier,
    insight::Insight,
    rules::Rules,
    tally::Tally,
    view::{Builtin, ViewQuery, Views},
};
use crate::reference::{self, Presence, Whereabouts};
use crate::search::Index;
use calendar::{care_of, country_of, days_of};
use chrono::{DateTime, NaiveDate, Utc};
use desks::Desks;
use fields::fields_of;
use order::{NameKey, name_key, next_key};
use std::collections::{BTreeMap, HashMap};

/// Where a customer lives on the board; stable while it lives.
pub type Slot = u32;

/// The mirror.
pub struct Board {
    slots: Vec<Option<Bundle>>,
    /// What a hundred thousand customers are sifted and sorted by without touching them, by slot.
    marks: Vec<Mark>,
    free: Vec<Slot>,
    by_id: HashMap<CustomerId, Slot>,
    index: Index,
    /// Open follow-ups of active customers by date; the customer's slot, once per follow-up.
    days: BTreeMap<NaiveDate, Vec<Slot>>,
    /// Active customers by the month and day that they are greeted on.
    care: BTreeMap<(u8, u8), Vec<Slot>>,
    /// How many active customers each country has.
    countries: HashMap<Country, usize>,
    tally: Tally,
    views: Vec<SavedView>,
    rules: Rules,
    /// The minute that the counts are of.
    as_of: Now,
    /// Whether all of the file is here, or only a first page.
    complete: bool,
    /// A bit per slot: an active customer sits there.
    active: Vec<u64>,
    desks: Desks,
    /// How many are due and can be reached.
    ready: usize,
    /// Slots changed since [`Board::take_touched`]; `None`: any of them.
    touched: Option<Vec<Slot>>,
}

/// More changes than this are cheaper to sort in with all the others.
const FEW: usize = 256;

/// Of an empty slot it is the default: in no view.
#[derive(Clone, Copy, Default)]
struct Mark {
    name: NameKey,
    /// See [`next_key`].
    next: u64,
    insight: Insight,
    tier: Tier,
    /// On the day of [`Board::as_of`].
    views: Views,
}

impl Board {
    /// An empty board, to be filled with [`Board::put`].
    pub fn new(rules: Rules, now: &Now) -> Self {
        Self {
            slots: Vec::new(),
            marks: Vec::new(),
            free: Vec::new(),
            by_id: HashMap::new(),
            index: Index::default(),
            days: BTreeMap::new(),
            care: BTreeMap::new(),
            countries: HashMap::new(),
            tally: Tally::empty(),
            views: Vec::new(),
            rules,
            as_of: now.clone(),
            complete: true,
            active: Vec::new(),
            desks: Desks::new(now.instant),
            ready: 0,
            touched: None,
        }
    }

    /// The first page of a file: what is known so far, with the counts that its indexes gave.
    pub fn first_page(bundles: Vec<Bundle>, tally: Tally, views: Vec<SavedView>, rules: Rules, now: &Now) -> Self {
        let mut board = Self::new(rules, now);
        for bundle in bundles {
            board.put(bundle);
        }
        board.tally = tally;
        board.views = views;
        board.complete = false;
        board
    }

    /// Adds or replaces a customer.
    pub fn put(&mut self, mut bundle: Bundle) {
        bundle.settle(&self.as_of, reference::to_instant, reference::local_at);
        bundle.customer.fields.tags.shrink_to_fit();
        let id = bundle.customer.id;
        // What was told of it stays until it is told anew.
        let mut insight = Insight::default();
        let slot = match self.by_id.get(&id) {
            Some(slot) => {
                let slot = *slot;
                insight = self.insight(slot);
                self.unseat(slot);
                slot
            }
            None => self.free.pop().unwrap_or_else(|| {
                self.slots.push(None);
                self.marks.push(Mark::default());
                Slot::try_from(self.slots.len() - 1).unwrap_or(Slot::MAX)
            }),
        };
        self.index.set(slot, &fields_of(&bundle, &self.as_of));
        let views = Views::of(&bundle, &self.rules, &self.as_of);
        self.tally.add(&bundle, views, &self.as_of);
        for day in care_of(&bundle) {
            self.care.entry(day).or_default().push(slot);
        }
        if let Some(country) = country_of(&bundle) {
            *self.countries.entry(country).or_default() += 1;
        }
        for day in days_of(&bundle) {
            self.days.entry(day).or_default().push(slot);
        }
        self.by_id.insert(id, slot);
        self.touch(slot);
        if bundle.customer.status == Status::Active {
            self.active[slot as usize / 64] |= 1 << (slot % 64);
        }
        self.desks.put(slot, &bundle, &self.rules.windows, views.has(Builtin::Reachable));
        let (name, next, tier) = (name_key(&bundle.customer.name), next_key(&bundle), bundle.customer.tier);
        self.marks[slot as usize] = Mark { name, next, insight, tier, views };
        self.slots[slot as usize] = Some(bundle);
        self.learn_hours(slot);
        self.ready += usize::from(self.is_ready(slot));
    }

    fn learn_hours(&mut self, slot: Slot) {
        if let Some(usual) = self.insight(slot).hours {
            self.desks.learn(slot, usual, &self.rules.windows);
        }
    }

    /// Removes a customer.
    pub fn remove(&mut self, id: CustomerId) {
        if let Some(slot) = self.by_id.remove(&id) {
            self.unseat(slot);
            self.index.clear(slot);
            self.free.push(slot);
        }
    }

    fn unseat(&mut self, slot: Slot) {
        self.ready -= usize::from(self.is_ready(slot));
        let Some(bundle) = self.slots[slot as usize].take() else { return };
        self.touch(slot);
        self.desks.remove(slot);
        self.active[slot as usize / 64] &= !(1 << (slot % 64));
        let mark = std::mem::take(&mut self.marks[slot as usize]);
        self.tally.remove(&bundle, mark.views, &self.as_of);
        if let Some(count) = country_of(&bundle).and_then(|country| self.countries.get_mut(&country)) {
            *count = count.saturating_sub(1);
        }
        for day in care_of(&bundle) {
            self.care.entry(day).or_default().retain(|other| *other != slot);
        }
        for day in days_of(&bundle) {
            if let Some(slots) = self.days.get_mut(&day) {
                if let Some(at) = slots.iter().position(|other| *other == slot) {
                    slots.swap_remove(at);
                }
                if slots.is_empty() {
                    self.days.remove(&day);
                }
            }
        }
    }

    fn touch(&mut self, slot: Slot) {
        self.active.resize(self.active.len().max(slot as usize / 64 + 1), 0);
        if let Some(touched) = &mut self.touched {
            touched.push(slot);
        }
        if self.touched.as_ref().is_some_and(|touched| touched.len() > FEW) {
            self.touched = None;
        }
    }

    /// The slots that changed since the last time; `None`: too many to name.
    pub fn take_touched(&mut self) -> Option<Vec<Slot>> {
        self.touched.replace(Vec::new())
    }

    /// Takes in what a commit, an undo, a redo or another window changed.
    pub fn apply(&mut self, changes: Changes) {
        for (id, bundle) in changes.customers {
            match bundle {
                Some(bundle) => self.put(bundle),
                None => self.remove(id),
            }
        }
        if let Some(views) = changes.views {
            self.views = views;
        }
    }

    /// What was told of the customer in a slot.
    pub fn insight(&self, slot: Slot) -> Insight {
        self.marks.get(slot as usize).map_or_else(Insight::default, |mark| mark.insight)
    }

    /// Takes in what was told of customers; those that are gone are passed over. `sorted`: the list's order hangs on it.
    pub fn take_insights(&mut self, found: &[(CustomerId, Insight)], sorted: bool) {
        for (id, insight) in found {
            let Some(slot) = self.slot_of(*id) else { continue };
            let before = self.insight(slot);
            if before == *insight {
                continue;
            }
            self.ready -= usize::from(self.is_ready(slot));
            self.marks[slot as usize].insight = *insight;
            self.learn_hours(slot);
            self.ready += usize::from(self.is_ready(slot));
            if sorted {
                self.touch(slot);
            }
        }
    }

    /// Notes that a customer is being told of anew.
    pub fn asked_about(&mut self, slot: Slot, now: &Now) {
        if let Some(mark) = self.marks.get_mut(slot as usize) {
            mark.insight.asked(now);
        }
    }

    /// Counts anew when the day has changed, and reads the clocks anew when the minute has. Says whether either has.
    pub fn turn_to(&mut self, now: &Now) -> bool {
        let day = self.as_of.today() == now.today() && self.as_of.zone == now.zone;
        let minute = |now: &Now| now.instant.timestamp().div_euclid(60);
        if day && minute(&self.as_of) == minute(now) {
            return false;
        }
        self.as_of = now.clone();
        if !day {
            self.touched = None;
            self.count_anew();
        }
        self.turn_desks(!day);
        true
    }

    /// Says who is in which view, and counts them; what a first page cannot know stays.
    fn count_anew(&mut self) {
        let mut tally = Tally::empty();
        for (bundle, mark) in self.slots.iter().zip(&mut self.marks) {
            let Some(bundle) = bundle else { continue };
            mark.views = Views::of(bundle, &self.rules, &self.as_of);
            tally.add(bundle, mark.views, &self.as_of);
        }
        if self.complete {
            self.tally = tally;
        }
    }

    /// Within a day only promised times come due by the minute.
    fn turn_desks(&mut self, new_day: bool) {
        let Self { desks, slots, days, rules, as_of, .. } = self;
        desks.turn_to(as_of.instant, &rules.windows);
        let today = as_of.today();
        let first = if new_day {
            desks.forget_due();
            NaiveDate::MIN
        } else {
            today
        };
        for slot in days.range(first..=today).flat_map(|(_, slots)| slots) {
            let Some(bundle) = slots.get(*slot as usize).and_then(Option::as_ref) else { continue };
            if new_day || bundle.follow_ups.iter().any(|it| it.here.time.is_some()) {
                desks.set_due(*slot, Builtin::Reachable.holds(bundle, rules, as_of));
            }
        }
        self.ready = self.desks.all_due().filter(|slot| self.presence(*slot).reachable()).count();
    }

    /// How the customer's desk stands at this minute, by the hours in which it answers where they are known.
    pub fn presence(&self, slot: Slot) -> Presence {
        self.desks.presence(slot, self.insight(slot).hours)
    }

    /// Whether the customer is due, and can be reached now or soon.
    fn is_ready(&self, slot: Slot) -> bool {
        self.desks.is_due(slot) && self.presence(slot).reachable()
    }

    /// Where the customer sits.
    pub fn whereabouts(&self, slot: Slot) -> Option<&Whereabouts> {
        self.desks.whereabouts(slot)
    }

    /// Of those who are due and cannot be reached now, where it opens next, and when.
    pub fn opens_next(&self) -> Option<(&Whereabouts, DateTime<Utc>)> {
        let shut = self.desks.all_due().map(|slot| (slot, self.presence(slot))).filter(|(_, it)| !it.reachable());
        let (slot, opens) = shut.filter_map(|(slot, it)| Some((slot, it.opens?))).min_by_key(|(_, opens)| *opens)?;
        Some((self.whereabouts(slot)?, opens))
    }

    /// How many customers are in a view; `None`: a first page cannot know.
    pub fn count(&self, view: Builtin) -> Option<usize> {
        match view {
            Builtin::Reachable => self.complete.then_some(self.ready),
            _ => self.tally.views[view.index()],
        }
    }

    /// Whether the customer passes every filter but the text.
    pub fn holds(&self, slot: Slot, query: &ViewQuery, now: &Now) -> bool {
        let held = match query.builtin {
            // By the minute.
            Builtin::Reachable => self.is_ready(slot),
            view if now.today() == self.as_of.today() => {
                self.marks.get(slot as usize).is_some_and(|mark| mark.views.has(view))
            }
            view => self.at(slot).is_some_and(|bundle| view.holds(bundle, &self.rules, now)),
        };
        held && (query.keeps_whole_view() || self.at(slot).is_some_and(|bundle| query.keeps(bundle, now)))
    }

    /// The saved views, in the exporter's order.
    pub fn set_views(&mut self, views: Vec<SavedView>) {
        self.views = views;
    }

    /// The customer in a slot.
    pub fn at(&self, slot: Slot) -> Option<&Bundle> {
        self.slots.get(slot as usize)?.as_ref()
    }

    /// A customer by id.
    pub fn get(&self, id: CustomerId) -> Option<&Bundle> {
        self.at(*self.by_id.get(&id)?)
    }

    /// Where a customer lives.
    pub fn slot_of(&self, id: CustomerId) -> Option<Slot> {
        self.by_id.get(&id).copied()
    }

    /// How many customers are here; on a first page fewer than [`Tally::total`].
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether no customer is here.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Every customer here, in no order that means anything.
    pub fn bundles(&self) -> impl Iterator<Item = &Bundle> {
        self.slots.iter().flatten()
    }

    /// Whether all of the file is here.
    pub fn complete(&self) -> bool {
        self.complete
    }

    /// The counts.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The saved views.
    pub fn views(&self) -> &[SavedView] {
        &self.views
    }

    /// The search keys: a clone is a cheap snapshot.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The exporter's rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Whether an active customer is in the slot.
    pub fn is_active(&self, slot: Slot) -> bool {
        self.active.get(slot as usize / 64).is_some_and(|bits| bits & 1 << (slot % 64) != 0)
    }
}

/// Counts only: a customer's data never gets into a message by way of `{:?}`.
impl std::fmt::Debug for Board {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Board").field("customers", &self.len()).field("complete", &self.complete).finish()
    }
}

#[cfg(test)]
mod tests;
