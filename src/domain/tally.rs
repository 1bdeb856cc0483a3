//! The board's counts: by view, by tier, and the calendar's load per day.

use super::{
    Bundle, Now, Status,
    rules::Rules,
    view::{Builtin, Views},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Counts over a whole board. A count that a first page cannot know yet is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Customers in the file, archived ones included.
    pub total: usize,
    /// By [`Builtin::index`]; of [`Builtin::Reachable`], which changes by the minute, the board knows the count.
    pub views: [Option<usize>; Builtin::ALL.len()],
    /// Active customers by [`super::Tier::index`].
    pub tiers: [usize; 4],
    /// Open follow-ups of active customers before today.
    pub overdue: usize,
    /// Open follow-ups of active customers today.
    pub today: usize,
    /// Open follow-ups of active customers by date.
    pub load: BTreeMap<NaiveDate, usize>,
}

impl Tally {
    /// The counts of no customers.
    pub fn empty() -> Self {
        let views = Builtin::ALL.map(|view| (view != Builtin::Reachable).then_some(0));
        Self { views, ..Self::default() }
    }

    /// Counts a whole board, as of `now`.
    pub fn of<'a>(bundles: impl Iterator<Item = &'a Bundle>, rules: &Rules, now: &Now) -> Self {
        let mut tally = Self::empty();
        for bundle in bundles {
            tally.add(bundle, Views::of(bundle, rules, now), now);
        }
        tally
    }

    /// Counts one customer more, who is in these views.
    pub fn add(&mut self, bundle: &Bundle, views: Views, now: &Now) {
        self.count(bundle, views, now, 1);
    }

    /// Counts one customer less, that was added with the same views on the same day.
    pub fn remove(&mut self, bundle: &Bundle, views: Views, now: &Now) {
        self.count(bundle, views, now, -1);
    }

    fn count(&mut self, bundle: &Bundle, views: Views, now: &Now, by: isize) {
        let step = |count: &mut usize| *count = count.saturating_add_signed(by);
        step(&mut self.total);
        for view in Builtin::ALL.into_iter().filter(|view| views.has(*view)) {
            if let Some(count) = &mut self.views[view.index()] {
                step(count);
            }
        }
        if bundle.customer.status == Status::Archived {
            return;
        }
        step(&mut self.tiers[bundle.customer.tier.index()]);
        let today = now.today();
        for due in bundle.follow_ups.iter().map(|follow_up| follow_up.here) {
            if due.on < today {
                step(&mut self.overdue);
            } else if due.on == today {
                step(&mut self.today);
            }
            let load = self.load.entry(due.on).or_default();
            step(load);
            if *load == 0 {
                self.load.remove(&due.on);
            }
        }
    }
}
