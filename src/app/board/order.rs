//! Which customers a view shows, and in what order.

use super::{Board, Slot};
use crate::domain::{
    Bundle, Now,
    view::{Builtin, Sort, ViewQuery},
};
use crate::search;
use std::collections::BTreeSet;

/// The first sixteen bytes of the folded name: sorts a hundred thousand names without touching them.
pub(super) type NameKey = [u64; 2];

/// More than a day has.
const MINUTES: u64 = 2_048;

/// From so many on a second thread is worth its start.
const MANY: Slot = 8_192;

impl Board {
    /// Brings rows that [`Board::rows`] gave for the same query on the same day up to date with the slots that changed
    /// since: sorts them in, instead of sorting all.
    pub fn update_rows(&self, rows: &mut Vec<Slot>, touched: &[Slot], query: &ViewQuery, now: &Now) {
        let touched: BTreeSet<Slot> = touched.iter().copied().collect();
        if touched.is_empty() {
            return;
        }
        rows.retain(|slot| !touched.contains(slot));
        let key = |slot: Slot| self.key(slot, query.sort, now);
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
        let mut keyed = match query.builtin {
            Builtin::Reachable => self.sorted(self.desks.all_due(), query, now),
            _ => self.sorted_halves(query, now),
        };
        if query.reverse {
            keyed.reverse();
        }
        keyed.into_iter().map(|(_, _, slot)| slot).collect()
    }

    /// Of these slots those that the query holds, in its order, but for [`ViewQuery::reverse`].
    fn sorted(&self, slots: impl Iterator<Item = Slot>, query: &ViewQuery, now: &Now) -> Vec<(u64, NameKey, Slot)> {
        let held = slots.filter(|slot| self.holds(*slot, query, now));
        let mut keyed: Vec<_> = held.filter_map(|slot| self.key(slot, query.sort, now)).collect();
        keyed.sort_unstable();
        keyed
    }

    /// The same of all slots, by two threads where there are many: a key waits for this.
    fn sorted_halves(&self, query: &ViewQuery, now: &Now) -> Vec<(u64, NameKey, Slot)> {
        let end = Slot::try_from(self.slots.len()).unwrap_or(Slot::MAX);
        if end < MANY {
            return self.sorted(0..end, query, now);
        }
        let (mut keyed, other) = std::thread::scope(|threads| {
            let other = threads.spawn(|| self.sorted(end / 2..end, query, now));
            let first = self.sorted(0..end / 2, query, now);
            (first, other.join().unwrap_or_else(|_| self.sorted(end / 2..end, query, now)))
        });
        keyed.extend(other);
        // This one sees that each half is in order, and only merges them.
        keyed.sort();
        keyed
    }

    /// Ascending is the order shown.
    fn key(&self, slot: Slot, sort: Sort, now: &Now) -> Option<(u64, NameKey, Slot)> {
        let mark = self.marks.get(slot as usize)?;
        let key = match sort {
            Sort::Name => 0,
            Sort::Next => mark.next,
            // The board alone knows the clocks, the exporter's stages, and what was told.
            // Among those of one desk the dearest, then the most overdue.
            Sort::Window => {
                let day = (mark.next / MINUTES).min((1 << 38) - 1);
                self.desks.rank(&self.presence(slot)) << 40 | (mark.tier as u64) << 38 | day
            }
            Sort::Tier => mark.tier as u64,
            Sort::Stage => self.rules.funnel.place(self.at(slot)?.customer.stage),
            Sort::Silence => u64::from(u32::MAX - mark.insight.worry(self.at(slot)?, now)),
            _ => sort_key(sort, self.at(slot)?),
        };
        Some((key, mark.name, slot))
    }
}

/// The next to do first, any time of a day after its hours; nothing planned last.
pub(super) fn next_key(bundle: &Bundle) -> u64 {
    bundle.next_follow_up().map_or(u64::MAX, |next| {
        let day = (next.here.on.to_epoch_days() + i32::MAX / 2).cast_unsigned();
        let minute = next.here.time.map_or(1440, |time| chrono::Timelike::num_seconds_from_midnight(&time) / 60);
        u64::from(day) * MINUTES + u64::from(minute)
    })
}

/// The part of a key that the customer alone knows.
fn sort_key(sort: Sort, bundle: &Bundle) -> u64 {
    let customer = &bundle.customer;
    let seconds = |at: chrono::DateTime<chrono::Utc>| (at.timestamp().max(0)).cast_unsigned();
    match sort {
        Sort::Next | Sort::Name | Sort::Tier | Sort::Window | Sort::Stage | Sort::Silence => 0,
        // Of equals whom we know best: touched last.
        Sort::Worth => u64::from(u32::MAX - bundle.worth()) << 32 | (u64::from(u32::MAX) - seconds_of(bundle)),
        Sort::Country => customer
            .country
            .map_or(u64::MAX, |country| country.as_str().bytes().fold(0, |key, byte| key << 8 | u64::from(byte))),
        Sort::Last => bundle.last_contact().map_or(0, seconds),
        Sort::Created => u64::MAX - seconds(customer.created_at),
    }
}

/// Since 1970, of the last contact.
fn seconds_of(bundle: &Bundle) -> u64 {
    let at = bundle.last_contact().unwrap_or(bundle.customer.created_at);
    u64::from(u32::try_from(at.timestamp().max(0)).unwrap_or(u32::MAX))
}

pub(super) fn name_key(name: &str) -> NameKey {
    let folded = search::fold(name);
    let mut bytes = folded.bytes().chain(std::iter::repeat(0));
    [0; 2].map(|_: u64| bytes.by_ref().take(8).fold(0, |key, byte| key << 8 | u64::from(byte)))
}
