//! Contact fatigue (`S3.2`): too many messages drive even friends away.

use super::{Direction, Interaction, Now, Say};

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

/// Our messages of the last days, today included.
pub fn sent(timeline: &[Interaction], fatigue: Fatigue, now: &Now) -> usize {
    let ours = timeline.iter().filter(|said| said.direction == Direction::Out);
    ours.filter(|said| (0..i64::from(fatigue.days)).contains(&now.days_since(said.at))).count()
}

/// What to say before one message more, where that is one too many.
pub fn warning(sent: usize, fatigue: Fatigue) -> Option<Say> {
    let enough = fatigue.most > 0 && sent >= usize::from(fatigue.most);
    enough.then(|| {
        let days = usize::from(fatigue.days);
        Say::new("fatigue-warning").with("count", sent).with("days", days).with("most", usize::from(fatigue.most))
    })
}

#[cfg(test)]
mod tests;
