//! Whether a customer is in rhythm.

use crate::domain::{Bundle, Made, Now, Status, rules::Rules};
use chrono::Days;

named! {
    /// How a customer stands to its rhythm.
    Tone {
        /// In rhythm, promised for a day to come, or paused.
        Calm = "calm",
        /// The ideal day is here.
        Amber = "amber",
        /// The latest day is past.
        Red = "red",
    }
}

impl Tone {
    /// Of this customer today.
    pub fn of(bundle: &Bundle, rules: &Rules, now: &Now) -> Self {
        let customer = &bundle.customer;
        let today = now.today();
        let paused = customer.pause.as_ref().is_some_and(|pause| pause.until > today);
        if customer.status == Status::Archived || paused {
            return Self::Calm;
        }
        let pace = rules.pace_of(bundle);
        let touched = bundle.last_contact().unwrap_or(customer.created_at);
        let silent = now.days_since(touched);
        let (ideal, latest) = (i64::from(pace.ideal), i64::from(pace.latest));
        match bundle.next_follow_up() {
            Some(next) if next.made == Made::Hand && next.here.on >= today => Self::Calm,
            // Where it stands is in order until its own day comes: skipped, or brought forward.
            Some(next) if next.made == Made::Cadence && next.reason.is_empty() => {
                let grace = Days::new(u64::from(pace.latest - pace.ideal));
                let late = next.here.on.checked_add_days(grace).is_some_and(|until| today > until);
                match () {
                    () if today < next.here.on => Self::Calm,
                    () if late && silent > latest => Self::Red,
                    () => Self::Amber,
                }
            }
            _ if silent > latest => Self::Red,
            Some(next) if next.here.on <= today && next.made == Made::Cadence => Self::Amber,
            _ if silent >= ideal => Self::Amber,
            _ => Self::Calm,
        }
    }
}
