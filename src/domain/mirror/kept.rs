//! Follow-ups kept, late and missed, by week and by tier; how long nothing was overdue; what became of those done.

use super::{Gathered, Rate, Row};
use crate::domain::next_channel::{Answer, PATIENCE};
use crate::domain::{FollowUpState, Now, Tier};
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};

/// Weeks that are told one by one.
pub const WEEKS: usize = 12;
/// How far back days without anything overdue are counted.
const YEAR: usize = 366;

/// What became of promises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Done by their day.
    pub kept: usize,
    /// Done after it.
    pub late: usize,
    /// Dropped, or open past their day.
    pub missed: usize,
}

impl Tally {
    pub const fn all(&self) -> usize {
        self.kept + self.late + self.missed
    }

    fn add(&mut self, state: FollowUpState) {
        match state {
            FollowUpState::Kept => self.kept += 1,
            FollowUpState::Late => self.late += 1,
            FollowUpState::Dropped | FollowUpState::Open => self.missed += 1,
        }
    }
}

/// One week's promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    pub monday: NaiveDate,
    pub tally: Tally,
}

/// How promises were kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUps {
    /// The last ones, the oldest first; a promise counts in the week of its day, or of the day it was closed before it.
    pub weeks: Vec<Week>,
    /// Before those weeks.
    pub earlier: Tally,
    /// In those weeks, by [`Tier::index`].
    pub tiers: [Tally; 4],
    /// Open past their day, whenever that was.
    pub overdue: usize,
    /// Days up to today with nothing overdue at their end; 0 where something is.
    pub streak: usize,
    /// The longest of the last year.
    pub best: usize,
    /// Of those done: answered, by [`Tier::index`].
    pub answers: [Rate; 4],
}

impl FollowUps {
    /// Whether there is nothing to tell yet.
    pub const fn is_empty(&self) -> bool {
        self.total().all() + self.earlier.all() == 0
    }

    /// Of the weeks that are told one by one.
    pub const fn total(&self) -> Tally {
        let (mut total, mut at) = (Tally { kept: 0, late: 0, missed: 0 }, 0);
        while at < self.tiers.len() {
            let tier = self.tiers[at];
            total = Tally {
                kept: total.kept + tier.kept,
                late: total.late + tier.late,
                missed: total.missed + tier.missed,
            };
            at += 1;
        }
        total
    }
}

/// The count in the making.
pub(super) struct Counting {
    now: Now,
    first: NaiveDate,
    weeks: [Tally; WEEKS],
    earlier: Tally,
    tiers: [Tally; 4],
    overdue: usize,
    /// By day from [`YEAR`] days ago: how many more were overdue at its end than at the end of the day before.
    steps: [i32; YEAR + 1],
    since: Option<NaiveDate>,
    answers: [Gathered; 4],
}

pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
}

impl Counting {
    pub fn new(now: &Now) -> Self {
        let weeks = Days::new(7 * (WEEKS as u64 - 1));
        let this = monday(now.today());
        Self {
            now: now.clone(),
            first: this.checked_sub_days(weeks).unwrap_or(this),
            weeks: [Tally::default(); WEEKS],
            earlier: Tally::default(),
            tiers: [Tally::default(); 4],
            overdue: 0,
            steps: [0; YEAR + 1],
            since: None,
            answers: Default::default(),
        }
    }

    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.now.offset).date_naive()
    }

    pub fn add(&mut self, row: &Row<'_>, drawn: &[Answer]) {
        let today = self.now.today();
        for promise in row.promises {
            // What was closed later was still open then.
            let closed = promise.closed_at.filter(|at| *at <= self.now.instant);
            let state = if closed.is_some() { promise.state } else { FollowUpState::Open };
            let closed_on = closed.map(|at| self.day(at));
            if closed.is_none() && promise.due >= today {
                continue;
            }
            self.overdue += usize::from(closed.is_none());
            let day = closed_on.map_or(promise.due, |closed| closed.min(promise.due));
            self.count(day, state, row.facts.tier);
            self.since = Some(self.since.map_or(day, |since| since.min(day)));
            self.stain(promise.due, closed_on.unwrap_or(today));
            if let (Some(at), FollowUpState::Kept | FollowUpState::Late) = (closed, state) {
                self.answer(row.facts.tier, at, drawn);
            }
        }
    }

    fn count(&mut self, day: NaiveDate, state: FollowUpState, tier: Tier) {
        let week = usize::try_from((day - self.first).num_days().div_euclid(7)).ok();
        match week.and_then(|week| self.weeks.get_mut(week)) {
            Some(week) => {
                week.add(state);
                self.tiers[tier.index()].add(state);
            }
            None => self.earlier.add(state),
        }
    }

    /// It was overdue at the end of these days: from `from` on, until before `to`.
    fn stain(&mut self, from: NaiveDate, to: NaiveDate) {
        let today = self.now.today();
        let place = |day: NaiveDate| {
            let ago = usize::try_from((today - day).num_days().max(0)).unwrap_or(YEAR).min(YEAR);
            YEAR - ago
        };
        if from < to {
            self.steps[place(from)] += 1;
            self.steps[place(to)] -= 1;
        }
    }

    /// It was answered when the message that drew an answer went out on the day that it was done.
    fn answer(&mut self, tier: Tier, at: DateTime<Utc>, drawn: &[Answer]) {
        let day = self.day(at);
        let found = drawn.iter().find(|answer| answer.at > at && self.day(answer.drew) == day);
        if found.is_none() && self.now.instant - at < PATIENCE {
            return;
        }
        let gathered = &mut self.answers[tier.index()];
        gathered.n += 1;
        if let Some(answer) = found {
            gathered.answer(answer.at - answer.drew);
        }
    }

    pub fn finish(self) -> FollowUps {
        let (streak, best) = self.streaks();
        let week =
            |(at, tally)| Week { monday: self.first.checked_add_days(Days::new(7 * at)).unwrap_or(self.first), tally };
        FollowUps {
            weeks: (0_u64..).zip(self.weeks).map(week).collect(),
            earlier: self.earlier,
            tiers: self.tiers,
            overdue: self.overdue,
            streak,
            best,
            answers: self.answers.map(Gathered::rate),
        }
    }

    /// The days up to today with nothing overdue, and the most of them in a row.
    fn streaks(&self) -> (usize, usize) {
        let Some(since) = self.since else { return (0, 0) };
        let age = usize::try_from((self.now.today() - since).num_days()).unwrap_or(0);
        let first = YEAR.saturating_sub(age);
        let (mut overdue, mut run, mut best) = (0, 0, 0);
        for (at, step) in self.steps.iter().enumerate() {
            overdue += step;
            // Today is not over: what is due today is not overdue yet.
            let clean = if at == YEAR { self.overdue == 0 } else { overdue == 0 };
            run = if clean && at >= first { run + 1 } else { 0 };
            best = best.max(run);
        }
        (run, best)
    }
}
