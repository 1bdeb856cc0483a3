//! What became of our messages: which were answered, where, and after how long.

use crate::domain::{ChannelKind, Direction, Interaction};
use chrono::{DateTime, TimeDelta, Utc};

/// They spoke after we did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The first message that they had not answered yet.
    pub asked: DateTime<Utc>,
    /// The last one before the answer: the one that drew it.
    pub drew: DateTime<Utc>,
    /// By which channel that one went.
    pub by: Option<ChannelKind>,
    /// When and where the answer came.
    pub at: DateTime<Utc>,
    pub on: Option<ChannelKind>,
}

impl Answer {
    /// How long they took.
    pub fn delay(&self) -> TimeDelta {
        self.at - self.asked
    }
}

/// The answers of a timeline (the newest first), the oldest first. What they say unasked is no answer.
pub fn answers(timeline: &[Interaction]) -> Vec<Answer> {
    let mut found = Vec::new();
    let mut asked: Option<DateTime<Utc>> = None;
    let mut last: Option<&Interaction> = None;
    for said in timeline.iter().rev() {
        match said.direction {
            Direction::Out => {
                asked = asked.or(Some(said.at));
                last = Some(said);
            }
            Direction::In => {
                if let (Some(asked), Some(last)) = (asked.take(), last.take()) {
                    found.push(Answer { asked, drew: last.at, by: last.kind, at: said.at, on: said.kind });
                }
            }
        }
    }
    found
}

/// How a customer dealt with one kind of channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Experience {
    pub kind: ChannelKind,
    /// Our messages there; the newest does not count until there was time to answer.
    pub sent: usize,
    /// Those that drew an answer, wherever it came.
    pub answered: usize,
    /// What they said there.
    pub heard: usize,
    /// From the message that drew it to the answer.
    pub median: Option<TimeDelta>,
}

impl Experience {
    /// Answers per thousand messages, cautious where there are few: one of one weighs less than nine of ten. Whoever
    /// writes there unasked would answer there.
    pub fn per_mille(&self) -> i64 {
        let count = |n: usize| i64::try_from(n.min(1_000_000)).unwrap_or_default();
        let unasked = count(usize::from(self.heard > 0));
        (count(self.answered) + unasked) * 1000 / (count(self.sent.max(self.answered)) + 1 + unasked)
    }
}

/// Too young to count as unanswered.
pub const PATIENCE: TimeDelta = TimeDelta::days(3);

/// Whether it is the last that was said, and there was no time yet to answer it.
pub fn is_young(timeline: &[Interaction], said: &Interaction, now: DateTime<Utc>) -> bool {
    timeline.first().is_some_and(|newest| newest.id == said.id) && now - said.at < PATIENCE
}

/// What was learnt of each kind, in the order first used.
pub fn experience(timeline: &[Interaction], now: DateTime<Utc>) -> Vec<Experience> {
    let mut all: Vec<Experience> = Vec::new();
    fn of(all: &mut Vec<Experience>, kind: ChannelKind) -> &mut Experience {
        let at = all.iter().position(|known| known.kind == kind).unwrap_or(all.len());
        if at == all.len() {
            all.push(Experience { kind, sent: 0, answered: 0, heard: 0, median: None });
        }
        &mut all[at]
    }
    for said in timeline.iter().rev() {
        let Some(kind) = said.kind else { continue };
        match said.direction {
            Direction::Out if is_young(timeline, said, now) => {}
            Direction::Out => of(&mut all, kind).sent += 1,
            Direction::In => of(&mut all, kind).heard += 1,
        }
    }
    let answers = answers(timeline);
    for known in &mut all {
        let mut delays: Vec<TimeDelta> = answers
            .iter()
            .filter(|answer| answer.by == Some(known.kind))
            .map(|answer| answer.at - answer.drew)
            .collect();
        known.answered = delays.len();
        known.median = median(&mut delays);
    }
    all
}

/// The middle one; of an even number the mean of the two.
pub fn median(delays: &mut [TimeDelta]) -> Option<TimeDelta> {
    delays.sort_unstable();
    let middle = delays.len() / 2;
    let upper = *delays.get(middle)?;
    if delays.len() % 2 == 1 {
        return Some(upper);
    }
    delays.get(middle.checked_sub(1)?).map(|lower| *lower + (upper - *lower) / 2)
}
