//! An honest mirror (`S4.4`): which promises the exporter kept, who answers what, how customers come through the funnel.
//! All of it is counted in one pass over the customers, each with its timeline. A percentage of a handful says nothing:
//! below [`HANDFUL`] the counts are told and nothing else.

use super::funnel::{Funnel, Passages, Stages};
use super::next_channel::answers;
use super::rfm::Segment;
use super::{Country, CustomerId, FollowUpState, Interaction, Now, Say, Stage, Text, Tier};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

pub mod answered;
pub mod kept;

pub use answered::Answered;
pub use kept::FollowUps;

/// Of fewer no percentage is told, and no median.
pub const HANDFUL: usize = 5;

/// What the statistics ask of a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub id: CustomerId,
    pub created_at: DateTime<Utc>,
    pub tier: Tier,
    pub stage: Option<Stage>,
    pub country: Option<Country>,
    /// By what they bought until then; `None`: nothing.
    pub segment: Option<Segment>,
    /// On the to-do lists.
    pub active: bool,
    /// Nobody real, or nobody for what is sold: no part of the funnel.
    pub dismissed: bool,
    pub lost_reason: Text,
}

/// A follow-up, as far as it was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its day on the exporter's calendar.
    pub due: NaiveDate,
    pub state: FollowUpState,
    pub closed_at: Option<DateTime<Utc>>,
}

/// A step through the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageChange {
    pub at: DateTime<Utc>,
    pub was: Option<Stage>,
    pub stage: Option<Stage>,
}

/// Where a customer was at a moment, by the steps taken (the oldest first) and the stage of today.
pub fn stage_at(path: &[StageChange], at: DateTime<Utc>, today: Option<Stage>) -> Option<Stage> {
    let later = path.partition_point(|change| change.at <= at);
    match later.checked_sub(1).and_then(|last| path.get(last)) {
        Some(last) => last.stage,
        None => path.first().map_or(today, |first| first.was),
    }
}

/// A customer with what was said, promised and reached; as of a day, the facts are that day's.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    pub facts: &'a Facts,
    /// The newest first.
    pub timeline: &'a [Interaction],
    pub promises: &'a [Promise],
    /// The oldest first.
    pub path: &'a [StageChange],
    /// The customer's own wall, where it is known.
    pub wall: &'a dyn Fn(DateTime<Utc>) -> Option<NaiveDateTime>,
}

/// How often something was answered, and how soon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    pub n: usize,
    pub answered: usize,
    /// From the message that drew the answer to the answer; `None`: too few to tell.
    pub median: Option<TimeDelta>,
}

impl Rate {
    /// In whole percent; `None`: of a handful.
    pub fn percent(&self) -> Option<usize> {
        percent(self.answered, self.n)
    }
}

/// In whole percent; `None`: of a handful.
pub fn percent(part: usize, whole: usize) -> Option<usize> {
    (whole >= HANDFUL).then(|| (part * 200 + whole) / (whole * 2))
}

/// The middle one; `None`: of a handful.
pub(super) fn median_of(values: &mut [u32]) -> Option<u32> {
    if values.len() < HANDFUL {
        return None;
    }
    values.sort_unstable();
    let (middle, upper) = (values.len() / 2, values.get(values.len() / 2).copied()?);
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = values.get(middle.checked_sub(1)?).copied()?;
    Some(lower + (upper - lower) / 2)
}

/// A time in words, in the unit that tells it best.
pub fn span(time: TimeDelta) -> Say {
    match time {
        short if short < TimeDelta::hours(1) => Say::new("stats-minutes").with("n", short.num_minutes()),
        middle if middle < TimeDelta::hours(48) => {
            Say::new("stats-hours-n").with("n", (middle.num_minutes() + 30) / 60)
        }
        long => Say::new("stats-days").with("n", (long.num_hours() + 12) / 24),
    }
}

/// A [`Rate`] in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    pub n: usize,
    /// In minutes.
    pub delays: Vec<u32>,
}

impl Gathered {
    pub fn answer(&mut self, delay: TimeDelta) {
        self.delays.push(u32::try_from(delay.num_minutes()).unwrap_or(u32::MAX));
    }

    pub fn rate(mut self) -> Rate {
        let median = median_of(&mut self.delays).map(|minutes| TimeDelta::minutes(minutes.into()));
        Rate { n: self.n, answered: self.delays.len(), median }
    }
}

/// All that the mirror shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mirror {
    pub as_of: NaiveDate,
    pub follow_ups: FollowUps,
    pub answered: Answered,
    pub funnel: Funnel,
}

/// The pass: customers are put in one by one.
pub struct Watch<'s> {
    now: Now,
    kept: kept::Counting,
    answered: answered::Counting,
    passages: Passages<'s>,
}

impl<'s> Watch<'s> {
    /// As of `now`.
    pub fn new(stages: &'s Stages, now: &Now) -> Self {
        Self {
            now: now.clone(),
            kept: kept::Counting::new(now),
            answered: answered::Counting::default(),
            passages: Passages::new(stages, now),
        }
    }

    pub fn add(&mut self, row: &Row<'_>) {
        let drawn = answers(row.timeline);
        self.kept.add(row, &drawn);
        self.answered.add(row, &drawn, &self.now);
        self.passages.add(row.facts, row.path);
    }

    pub fn finish(self) -> Mirror {
        let mut answered = self.answered.finish();
        answered.stages.sort_by_key(|(stage, _)| self.passages.stages().place(*stage));
        Mirror { as_of: self.now.today(), follow_ups: self.kept.finish(), answered, funnel: self.passages.finish() }
    }
}

#[cfg(test)]
mod tests;
