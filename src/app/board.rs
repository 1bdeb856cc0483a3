//! The in-memory mirror of the file: customers in slots, their search keys, their days, their counts. Fed by the log
//! alone.

mod desks;

use crate::domain::{
    Bundle, Changes, CustomerId, Now, SavedView, Status,
    insight::Insight,
    rules::Rules,
    tally::Tally,
    view::{Builtin, Sort, ViewQuery},
};
use crate::reference::{self, Presence, Whereabouts};
use crate::search::{self, Fields, Index};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use desks::Desks;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Where a customer lives on the board; stable while it lives.
pub type Slot = u32;

/// The mirror.
pub struct Board {
    slots: Vec<Option<Seat>>,
    free: Vec<Slot>,
    by_id: HashMap<CustomerId, Slot>,
    index: Index,
    /// Open follow-ups of active customers by date; the customer's slot, once per follow-up.
    days: BTreeMap<NaiveDate, Vec<Slot>>,
    /// Active customers by the month and day that they are greeted on.
    care: BTreeMap<(u8, u8), Vec<Slot>>,
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
    /// Slots changed since [`Board::take_touched`]; `None`: any of them.
    touched: Option<Vec<Slot>>,
}

/// More changes than this are cheaper to sort in with all the others.
const FEW: usize = 256;

struct Seat {
    bundle: Bundle,
    /// The first sixteen bytes of the folded name: sorts a hundred thousand names without touching them.
    name_key: u128,
    insight: Insight,
}

impl Board {
    /// An empty board, to be filled with [`Board::put`].
    pub fn new(rules: Rules, now: &Now) -> Self {
        Self {
            slots: Vec::new(),
            free: Vec::new(),
            by_id: HashMap::new(),
            index: Index::default(),
            days: BTreeMap::new(),
            care: BTreeMap::new(),
            tally: Tally::empty(),
            views: Vec::new(),
            rules,
            as_of: now.clone(),
            complete: true,
            active: Vec::new(),
            desks: Desks::new(now.instant),
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
                Slot::try_from(self.slots.len() - 1).unwrap_or(Slot::MAX)
            }),
        };
        self.index.set(slot, &fields_of(&bundle, &self.as_of));
        self.tally.add(&bundle, &self.rules, &self.as_of);
        for day in care_of(&bundle) {
            self.care.entry(day).or_default().push(slot);
        }
        for day in days_of(&bundle) {
            self.days.entry(day).or_default().push(slot);
        }
        self.by_id.insert(id, slot);
        self.touch(slot);
        if bundle.customer.status == Status::Active {
            self.active[slot as usize / 64] |= 1 << (slot % 64);
        }
        let due = Builtin::Reachable.holds(&bundle, &self.rules, &self.as_of);
        self.desks.put(slot, &bundle, &self.rules.windows, due);
        let name_key = name_key(&bundle.customer.name);
        self.slots[slot as usize] = Some(Seat { bundle, name_key, insight });
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
        let Some(seat) = self.slots[slot as usize].take() else { return };
        self.touch(slot);
        self.desks.remove(slot);
        self.active[slot as usize / 64] &= !(1 << (slot % 64));
        self.tally.remove(&seat.bundle, &self.rules, &self.as_of);
        for day in care_of(&seat.bundle) {
            self.care.entry(day).or_default().retain(|other| *other != slot);
        }
        for day in days_of(&seat.bundle) {
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
        self.slots.get(slot as usize).and_then(Option::as_ref).map_or_else(Insight::default, |seat| seat.insight)
    }

    /// Takes in what was told of customers; those that are gone are passed over. `sorted`: the list's order hangs on it.
    pub fn take_insights(&mut self, found: &[(CustomerId, Insight)], sorted: bool) {
        for (id, insight) in found {
            let Some(slot) = self.slot_of(*id) else { continue };
            if let Some(seat) = self.slots[slot as usize].as_mut()
                && seat.insight != *insight
            {
                seat.insight = *insight;
                if sorted {
                    self.touch(slot);
                }
            }
        }
    }

    /// Notes that a customer is being told of anew.
    pub fn asked_about(&mut self, slot: Slot, now: &Now) {
        if let Some(seat) = self.slots.get_mut(slot as usize).and_then(Option::as_mut) {
            seat.insight.asked(now);
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
            if self.complete {
                self.tally = Tally::of(self.slots.iter().flatten().map(|seat| &seat.bundle), &self.rules, now);
            }
        }
        self.turn_desks(!day);
        true
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
            let Some(seat) = slots.get(*slot as usize).and_then(Option::as_ref) else { continue };
            if new_day || seat.bundle.follow_ups.iter().any(|it| it.here.time.is_some()) {
                desks.set_due(*slot, Builtin::Reachable.holds(&seat.bundle, rules, as_of));
            }
        }
    }

    /// How the customer's desk stands at this minute.
    pub fn presence(&self, slot: Slot) -> &Presence {
        self.desks.presence(slot)
    }

    /// Where the customer sits.
    pub fn whereabouts(&self, slot: Slot) -> Option<&Whereabouts> {
        self.desks.whereabouts(slot)
    }

    /// Of those who are due and cannot be reached now, where it opens next, and when.
    pub fn opens_next(&self) -> Option<(&Whereabouts, DateTime<Utc>)> {
        self.desks.opens_next()
    }

    /// How many customers are in a view; `None`: a first page cannot know.
    pub fn count(&self, view: Builtin) -> Option<usize> {
        match view {
            Builtin::Reachable => self.complete.then(|| self.desks.count_ready()),
            _ => self.tally.views[view.index()],
        }
    }

    /// Whether the customer passes every filter but the text.
    pub fn holds(&self, slot: Slot, query: &ViewQuery, now: &Now) -> bool {
        let ready = query.builtin != Builtin::Reachable || self.desks.ready(slot);
        ready && self.at(slot).is_some_and(|bundle| query.holds(bundle, &self.rules, now))
    }

    /// The saved views, in the exporter's order.
    pub fn set_views(&mut self, views: Vec<SavedView>) {
        self.views = views;
    }

    /// The customer in a slot.
    pub fn at(&self, slot: Slot) -> Option<&Bundle> {
        self.slots.get(slot as usize)?.as_ref().map(|seat| &seat.bundle)
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
        self.slots.iter().flatten().map(|seat| &seat.bundle)
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

    /// The slots of customers with an open follow-up on `day`, once per follow-up.
    pub fn on_day(&self, day: NaiveDate) -> &[Slot] {
        self.days.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Who is greeted on `day`: birthdays, anniversaries.
    pub fn greeted_on(&self, day: NaiveDate) -> impl Iterator<Item = &Bundle> {
        let leap = day.month() == 2 && day.day() == 28 && !day.leap_year();
        let on = (u8::try_from(day.month()).unwrap_or(0), u8::try_from(day.day()).unwrap_or(0));
        let days = [Some(on), leap.then_some((2, 29))].into_iter().flatten();
        days.filter_map(|on| self.care.get(&on)).flatten().filter_map(|slot| self.at(*slot))
    }

    /// The slots of customers with an open follow-up before `day`, the earliest first.
    pub fn before_day(&self, day: NaiveDate) -> impl Iterator<Item = (NaiveDate, Slot)> + '_ {
        self.days.range(..day).flat_map(|(day, slots)| slots.iter().map(|slot| (*day, *slot)))
    }

    /// Whether an active customer is in the slot.
    pub fn is_active(&self, slot: Slot) -> bool {
        self.active.get(slot as usize / 64).is_some_and(|bits| bits & 1 << (slot % 64) != 0)
    }

    /// Brings rows that [`Board::rows`] gave for the same query on the same day up to date with the slots that changed
    /// since: sorts them in, instead of sorting all.
    pub fn update_rows(&self, rows: &mut Vec<Slot>, touched: &[Slot], query: &ViewQuery, now: &Now) {
        let touched: BTreeSet<Slot> = touched.iter().copied().collect();
        if touched.is_empty() {
            return;
        }
        rows.retain(|slot| !touched.contains(slot));
        let key = |slot: Slot| {
            let seat = self.slots.get(slot as usize)?.as_ref()?;
            Some((self.sort_key(query.sort, slot, seat, now), seat.name_key, slot))
        };
        for slot in touched {
            if !self.holds(slot, query, now) {
                continue;
            }
            let own = key(slot);
            let before = |other: &Slot| if query.reverse { key(*other) > own } else { key(*other) < own };
            rows.insert(rows.partition_point(before), slot);
        }
    }

    /// The slots that a view shows, in its order. Its text is not looked at: the search decides that.
    pub fn rows(&self, query: &ViewQuery, now: &Now) -> Vec<Slot> {
        let key = |(slot, seat): (Slot, &Seat)| {
            query
                .holds(&seat.bundle, &self.rules, now)
                .then(|| (self.sort_key(query.sort, slot, seat, now), seat.name_key, slot))
        };
        let mut keyed: Vec<(u64, u128, Slot)> = match query.builtin {
            Builtin::Reachable => {
                let seats = self.desks.all_ready().filter_map(|slot| Some((slot, self.slots[slot as usize].as_ref()?)));
                seats.filter_map(key).collect()
            }
            _ => self.seats().filter_map(key).collect(),
        };
        keyed.sort_unstable();
        if query.reverse {
            keyed.reverse();
        }
        keyed.into_iter().map(|(_, _, slot)| slot).collect()
    }

    /// Ascending is the order shown.
    fn sort_key(&self, sort: Sort, slot: Slot, seat: &Seat, now: &Now) -> u64 {
        match sort {
            Sort::Stage => return self.rules.funnel.place(seat.bundle.customer.stage),
            Sort::Window => {}
            _ => return sort_key(sort, seat, now),
        }
        let bundle = &seat.bundle;
        // Among those of one desk the dearest, then the most overdue.
        let day = bundle.next_follow_up().map_or(i32::MAX, |next| next.here.on.to_epoch_days());
        let day = u64::from((i64::from(day) + (1 << 24)).clamp(0, (1 << 25) - 1).cast_unsigned() as u32);
        self.desks.rank(slot) << 40 | (bundle.customer.tier.index() as u64) << 25 | day
    }

    fn seats(&self) -> impl Iterator<Item = (Slot, &Seat)> {
        (0..).zip(&self.slots).filter_map(|(slot, seat)| Some((slot, seat.as_ref()?)))
    }
}

/// Counts only: a customer's data never gets into a message by way of `{:?}`.
impl std::fmt::Debug for Board {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Board").field("customers", &self.len()).field("complete", &self.complete).finish()
    }
}

/// The month and day that a customer is greeted on.
fn care_of(bundle: &Bundle) -> impl Iterator<Item = (u8, u8)> + '_ {
    let active = bundle.customer.status == Status::Active;
    bundle.care_dates.iter().filter(move |_| active).map(|date| (date.month, date.day))
}

/// The dates that the calendar counts a customer on.
fn days_of(bundle: &Bundle) -> impl Iterator<Item = NaiveDate> + '_ {
    let active = bundle.customer.status == Status::Active;
    bundle.follow_ups.iter().filter(move |_| active).map(|follow_up| follow_up.here.on)
}

/// Ascending is the order shown.
fn sort_key(sort: Sort, seat: &Seat, now: &Now) -> u64 {
    let bundle = &seat.bundle;
    let customer = &bundle.customer;
    let seconds = |at: chrono::DateTime<chrono::Utc>| (at.timestamp().max(0)).cast_unsigned();
    match sort {
        Sort::Next => bundle.next_follow_up().map_or(u64::MAX, |next| {
            let day = (next.here.on.to_epoch_days() + i32::MAX / 2).cast_unsigned();
            let minute = next.here.time.map_or(1440, |time| chrono::Timelike::num_seconds_from_midnight(&time) / 60);
            u64::from(day) * 2048 + u64::from(minute)
        }),
        // The board alone knows the clocks, and the exporter's stages.
        Sort::Name | Sort::Window | Sort::Stage => 0,
        // Of equals whom we know best: touched last.
        Sort::Worth => u64::from(u32::MAX - bundle.worth()) << 32 | (u64::from(u32::MAX) - seconds_of(bundle)),
        Sort::Tier => customer.tier.index() as u64,
        Sort::Country => customer
            .country
            .map_or(u64::MAX, |country| country.as_str().bytes().fold(0, |key, byte| key << 8 | u64::from(byte))),
        Sort::Last => bundle.last_contact().map_or(0, seconds),
        Sort::Created => u64::MAX - seconds(customer.created_at),
        Sort::Silence => u64::from(u32::MAX - seat.insight.worry(bundle, now)),
    }
}

/// Since 1970, of the last contact.
fn seconds_of(bundle: &Bundle) -> u64 {
    let at = bundle.last_contact().unwrap_or(bundle.customer.created_at);
    u64::from(u32::try_from(at.timestamp().max(0)).unwrap_or(u32::MAX))
}

fn name_key(name: &str) -> u128 {
    let folded = search::fold(name);
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(folded.bytes()) {
        *to = from;
    }
    u128::from_be_bytes(bytes)
}

fn fields_of<'a>(bundle: &'a Bundle, as_of: &Now) -> Fields<'a> {
    let customer = &bundle.customer;
    let due = bundle.next_follow_up().is_some_and(|next| next.here.on <= as_of.today());
    let country = customer.country.and_then(reference::country);
    Fields {
        name: &customer.name,
        company: &customer.company,
        people: bundle.contacts.iter().map(|contact| &*contact.name).collect(),
        handles: bundle.channels.iter().map(|channel| &*channel.handle).collect(),
        digits: bundle
            .channels
            .iter()
            .filter(|channel| reference::is_phone_like(channel.kind))
            .map(|channel| if channel.norm.is_empty() { &*channel.handle } else { &*channel.norm })
            .collect(),
        country: country.map_or_else(Vec::new, |country| vec![country.code.as_str(), country.en, country.zh]),
        city: &customer.city,
        tags: customer.tags.iter().map(|tag| &**tag).collect(),
        notes: &customer.notes,
        rank: if due { 0 } else { customer.tier.index() as u8 },
    }
}

#[cfg(test)]
mod tests;
