//! Where a customer is in its life with us (`S2.10`), and what is next.

use super::{Bundle, Now, Stage};

named! {
    /// Derived from orders and talk, never written.
    LifeStage {
        Potential = "potential",
        FirstPurchase = "first-purchase",
        Repeat = "repeat",
        Loyal = "loyal",
        Dormant = "dormant",
        Lost = "lost",
    }
}

/// Orders that make a loyal customer.
const LOYAL: u32 = 4;
/// Without an order for so many of their own intervals a buyer sleeps, and is lost.
const SLEEPS: i64 = 2;
const LOST: i64 = 4;
/// Days between orders that count as an interval where theirs is shorter, or not known.
const LEAST_DAYS: i64 = 90;
const USUAL_DAYS: i64 = 180;
/// Nobody is given up sooner, nor called a sleeper later.
const LOST_DAYS: i64 = 365;
const MOST_DAYS: i64 = 365;

impl LifeStage {
    /// In the order of a life.
    pub const ALL: [Self; 6] =
        [Self::Potential, Self::FirstPurchase, Self::Repeat, Self::Loyal, Self::Dormant, Self::Lost];

    pub fn of(bundle: &Bundle, now: &Now) -> Self {
        let bought = &bundle.bought;
        if bundle.customer.stage == Some(Stage::LOST) {
            return Self::Lost;
        }
        let Some((first, last)) = bought.first.zip(bought.last) else { return Self::Potential };
        let rested = (now.today() - last).num_days();
        let between = i64::from(bought.count.saturating_sub(1));
        let usual = (last - first).num_days().checked_div(between).unwrap_or(USUAL_DAYS).clamp(LEAST_DAYS, MOST_DAYS);
        if rested > (usual * LOST).max(LOST_DAYS) {
            Self::Lost
        } else if rested > usual * SLEEPS {
            Self::Dormant
        } else {
            match bought.count {
                1 => Self::FirstPurchase,
                LOYAL.. => Self::Loyal,
                _ => Self::Repeat,
            }
        }
    }
}

#[cfg(test)]
mod tests;
