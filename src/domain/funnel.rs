//! The sales funnel (`S1.2`): its stages in the exporter's order and words, how customers come through it, where they
//! are lost, and who is stuck.

use super::mirror::{Facts, StageChange, median_of, percent};
use super::{CustomerId, Now, Stage, Text, Tier};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

pub mod pipeline;
mod stages;

pub use stages::{Stages, reason_at};

/// One stage of the funnel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub stage: Stage,
    /// Active customers who are there now.
    pub here: usize,
    /// Who came so far, or further.
    pub reached: usize,
    /// Who was lost without coming further.
    pub lost: usize,
    /// How long they usually stay, in days; `None`: too few have left to tell.
    pub days: Option<u32>,
    /// Stays that ended, of which [`Step::days`] is the median.
    pub stays: usize,
}

/// Somebody who does not get on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stuck {
    pub id: CustomerId,
    pub tier: Tier,
    pub stage: Stage,
    pub days: u32,
    /// More than this is stuck.
    pub limit: u32,
}

/// How customers come through the funnel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    pub steps: Vec<Step>,
    /// Customers who are lost, and why, most often first; an empty reason: none was written.
    pub lost: usize,
    pub reasons: Vec<(Text, usize)>,
    /// Customers who never were in the funnel.
    pub outside: usize,
    /// The best tier first, then who is there longest.
    pub stuck: Vec<Stuck>,
}

impl Funnel {
    /// Whether nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.lost == 0 && self.steps.iter().all(|step| step.reached == 0)
    }

    /// Of those who reached the step before, how many reached this one, in percent.
    pub fn conversion(&self, at: usize) -> Option<usize> {
        let before = self.steps.get(at.checked_sub(1)?)?;
        percent(self.steps.get(at)?.reached, before.reached)
    }
}

/// Passed through so quickly, a stage was not stayed in: the exporter put down what had happened before.
const PASSING: TimeDelta = TimeDelta::hours(1);
/// Who stays this many times longer than usual is stuck.
const TIMES: u32 = 2;

#[derive(Clone, Debug, Default)]
struct Passing {
    here: usize,
    reached: usize,
    lost: usize,
    /// In hours.
    stays: Vec<u32>,
}

/// The funnel in the making.
pub struct Passages<'s> {
    stages: &'s Stages,
    order: Vec<Stage>,
    now: Now,
    steps: Vec<Passing>,
    lost: usize,
    reasons: BTreeMap<Text, usize>,
    outside: usize,
    /// Who is where since when.
    waiting: Vec<(CustomerId, Tier, usize, DateTime<Utc>)>,
}

impl<'s> Passages<'s> {
    pub fn new(stages: &'s Stages, now: &Now) -> Self {
        let order: Vec<Stage> = stages.steps().collect();
        Self {
            stages,
            steps: vec![Passing::default(); order.len()],
            order,
            now: now.clone(),
            lost: 0,
            reasons: BTreeMap::new(),
            outside: 0,
            waiting: Vec::new(),
        }
    }

    pub(super) const fn stages(&self) -> &'s Stages {
        self.stages
    }

    fn place(&self, stage: Option<Stage>) -> Option<usize> {
        self.order.iter().position(|step| Some(*step) == stage)
    }

    /// `path`: the oldest first.
    pub fn add(&mut self, facts: &Facts, path: &[StageChange]) {
        if facts.dismissed {
            return;
        }
        let later = path.iter().position(|change| change.at > self.now.instant).unwrap_or(path.len());
        let (path, ahead) = path.split_at(later);
        // Nobody knew them yet.
        if facts.created_at > self.now.instant && path.is_empty() {
            return;
        }
        let first = path.first().or(ahead.first()).map_or(facts.stage, |change| change.was);
        // What a file brings along is older than the row that it made.
        let made = Some(facts.created_at).filter(|made| path.first().is_none_or(|change| *made <= change.at));
        let (mut stage, mut since) = (first, made);
        let mut furthest = self.place(stage);
        for change in path {
            self.stay(stage, since, change.at);
            (stage, since) = (change.stage, Some(change.at));
            furthest = furthest.max(self.place(stage));
        }
        self.count(facts, stage, since, furthest);
    }

    fn stay(&mut self, stage: Option<Stage>, since: Option<DateTime<Utc>>, until: DateTime<Utc>) {
        let Some((at, since)) = self.place(stage).zip(since) else { return };
        let stay = until - since;
        if stay >= PASSING {
            self.steps[at].stays.push(u32::try_from(stay.num_hours()).unwrap_or(u32::MAX));
        }
    }

    fn count(&mut self, facts: &Facts, stage: Option<Stage>, since: Option<DateTime<Utc>>, furthest: Option<usize>) {
        let lost = stage == Some(Stage::LOST);
        if furthest.is_none() && !lost {
            self.outside += 1;
        }
        for step in self.steps.iter_mut().take(furthest.map_or(0, |at| at + 1)) {
            step.reached += 1;
        }
        if lost {
            self.lost += 1;
            *self.reasons.entry(facts.lost_reason.clone()).or_default() += 1;
            if let Some(at) = furthest {
                self.steps[at].lost += 1;
            }
            return;
        }
        if let (Some(at), true) = (self.place(stage), facts.active) {
            self.steps[at].here += 1;
            // At the end of the funnel nobody is stuck.
            if at + 1 < self.order.len() {
                self.waiting.push((facts.id, facts.tier, at, since.unwrap_or(facts.created_at)));
            }
        }
    }

    pub fn finish(self) -> Funnel {
        let step = |(stage, mut passing): (Stage, Passing)| Step {
            stage,
            here: passing.here,
            reached: passing.reached,
            lost: passing.lost,
            days: median_of(&mut passing.stays).map(|hours| hours.saturating_add(12) / 24),
            stays: passing.stays.len(),
        };
        let steps: Vec<Step> = self.order.iter().copied().zip(self.steps).map(step).collect();
        let most = u32::from(self.stages.stuck_days);
        let stuck = |(id, tier, at, since): (CustomerId, Tier, usize, DateTime<Utc>)| {
            let days = u32::try_from((self.now.instant - since).num_days()).unwrap_or(0);
            let step = steps.get(at)?;
            let limit = step.days.map_or(most, |days| (days * TIMES).max(1).min(most));
            (days > limit).then_some(Stuck { id, tier, stage: step.stage, days, limit })
        };
        let mut stuck: Vec<Stuck> = self.waiting.into_iter().filter_map(stuck).collect();
        stuck.sort_by_key(|it| (it.tier, std::cmp::Reverse(it.days), it.id));
        let mut reasons: Vec<(Text, usize)> = self.reasons.into_iter().collect();
        reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Funnel { steps, lost: self.lost, reasons, outside: self.outside, stuck }
    }
}

#[cfg(test)]
mod tests;
