//! The board's counts: by view, by tier, and the calendar's load per day.

use super::{Bundle, Now, Status, rules::Rules, view::Builtin};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Counts over a whole board. A count that a first page cannot know yet is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Customers in the file, archived ones included.
    pub total: usize,
    /// By [`Builtin::index`].
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
    /// Counts a whole board, as of `now`.
    pub fn of<'a>(bundles: impl Iterator<Item = &'a Bundle>, rules: &Rules, now: &Now) -> Self {
        let mut tally = Self { views: [Some(0); Builtin::ALL.len()], ..Self::default() };
        for bundle in bundles {
            tally.add(bundle, rules, now);
        }
        tally
    }

    fn add(&mut self, bundle: &Bundle, rules: &Rules, now: &Now) {
        self.total += 1;
        for view in Builtin::ALL {
            if let Some(count) = &mut self.views[view.index()] {
                *count += usize::from(view.holds(bundle, rules, now));
            }
        }
        if bundle.customer.status == Status::Archived {
            return;
        }
        self.tiers[bundle.customer.tier.index()] += 1;
        let today = now.today();
        for due in bundle.follow_ups.iter().map(|follow_up| &follow_up.due) {
            self.overdue += usize::from(due.on < today);
            self.today += usize::from(due.on == today);
            *self.load.entry(due.on).or_default() += 1;
        }
    }
}
