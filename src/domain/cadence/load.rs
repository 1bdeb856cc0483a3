//! How full the days are.

use chrono::{Days, NaiveDate};

/// Open follow-ups per day from a first day on, against what a day has room for.
#[derive(Clone, Debug)]
pub struct Load {
    first: NaiveDate,
    /// `u32::MAX`: no limit.
    capacity: u32,
    taken: Vec<u32>,
    /// From a full day, a day at or before the next with room. Empty days are not in it.
    skip: Vec<u32>,
}

impl Load {
    /// Nothing planned from `first` on; a capacity of 0 is none.
    pub fn new(first: NaiveDate, capacity: u16) -> Self {
        let capacity = if capacity == 0 { u32::MAX } else { capacity.into() };
        Self { first, capacity, taken: Vec::new(), skip: Vec::new() }
    }

    /// With so many on each of these days; those before the first are not counted.
    #[must_use]
    pub fn with(mut self, days: impl Iterator<Item = (NaiveDate, usize)>) -> Self {
        for (day, count) in days {
            if let Some(at) = self.at(day) {
                self.reach(at);
                self.taken[at] = self.taken[at].saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
            }
        }
        self.settle();
        self
    }

    /// Follow-ups that a day has room for.
    pub const fn capacity(&self) -> u32 {
        self.capacity
    }

    /// How many there are on a day.
    pub fn on(&self, day: NaiveDate) -> u32 {
        self.at(day).and_then(|at| self.taken.get(at)).copied().unwrap_or(0)
    }

    /// Whether one more fits.
    pub fn has_room(&self, day: NaiveDate) -> bool {
        self.on(day) < self.capacity
    }

    /// One more.
    pub fn add(&mut self, day: NaiveDate) {
        if let Some(at) = self.at(day) {
            self.reach(at);
            self.taken[at] = self.taken[at].saturating_add(1);
        }
    }

    /// One less; [`Load::settle`] before days with room are looked for.
    pub fn remove(&mut self, day: NaiveDate) {
        if let Some(taken) = self.at(day).and_then(|at| self.taken.get_mut(at)) {
            *taken = taken.saturating_sub(1);
        }
    }

    /// Forgets which days were full.
    pub fn settle(&mut self) {
        for (at, skip) in (1..).zip(&mut self.skip) {
            *skip = at;
        }
    }

    /// The first day from `day` on with room. A run of full days is walked once.
    pub fn next_room(&mut self, day: NaiveDate) -> NaiveDate {
        let Some(from) = self.at(day) else { return day };
        let mut at = from;
        while self.taken.get(at).is_some_and(|taken| *taken >= self.capacity) {
            at = self.skip[at] as usize;
        }
        let mut behind = from;
        while behind < at {
            let next = self.skip[behind] as usize;
            self.skip[behind] = u32::try_from(at).unwrap_or(u32::MAX);
            behind = next;
        }
        self.first.checked_add_days(Days::new(at as u64)).unwrap_or(day)
    }

    fn at(&self, day: NaiveDate) -> Option<usize> {
        usize::try_from((day - self.first).num_days()).ok()
    }

    fn reach(&mut self, at: usize) {
        while self.taken.len() <= at {
            self.taken.push(0);
            self.skip.push(u32::try_from(self.taken.len()).unwrap_or(u32::MAX));
        }
    }
}
