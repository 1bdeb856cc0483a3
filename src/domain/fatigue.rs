//! Contact fatigue (`S3.2`): too many messages drive even friends away.

use super::{Bundle, CustomerId, Direction, Interaction, Now, Say};
use chrono::{DateTime, Utc};

/// How many messages in how many days are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fatigue {
    /// 0: never too many.
    pub most: u16,
    pub days: u16,
}

impl Default for Fatigue {
    fn default() -> Self {
        Self { most: 3, days: 7 }
    }
}

/// Customers who have heard enough, and how many messages they had.
pub type Weary = Vec<(CustomerId, usize)>;

impl Fatigue {
    /// Whether a message of that time still counts.
    pub fn counts(self, at: DateTime<Utc>, now: &Now) -> bool {
        (0..i64::from(self.days)).contains(&now.days_since(at))
    }

    /// Whether so many are enough.
    pub fn is_enough(self, sent: usize) -> bool {
        self.most > 0 && sent >= usize::from(self.most)
    }

    /// Whether the customer may have had enough: nobody to whom we did not write lately has.
    pub fn may_weary(self, bundle: &Bundle, now: &Now) -> bool {
        self.most > 0 && bundle.last_out.is_some_and(|at| self.counts(at, now))
    }
}

/// Our messages of the last days, today included.
pub fn sent(timeline: &[Interaction], fatigue: Fatigue, now: &Now) -> usize {
    let ours = timeline.iter().filter(|said| said.direction == Direction::Out);
    ours.filter(|said| fatigue.counts(said.at, now)).count()
}

/// What to say before one message more, where that is one too many.
pub fn warning(sent: usize, fatigue: Fatigue) -> Option<Say> {
    fatigue.is_enough(sent).then(|| {
        let days = usize::from(fatigue.days);
        Say::new("fatigue-warning").with("count", sent).with("days", days).with("most", usize::from(fatigue.most))
    })
}

#[cfg(test)]
mod tests;
