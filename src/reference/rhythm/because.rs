//! Why a follow-up of the rhythm stands on its day, in a few words.

use crate::domain::cadence::Why;
use crate::domain::workday::{Holiday, Skip};
use crate::domain::{Bundle, Country, FollowUp, Made, Now, rules::Rules};
use crate::reference::day_off;
use chrono::{Days, NaiveDate};

/// What asked for it, and what moved it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Because {
    /// Days between contacts.
    pub every: u16,
    pub moved: Option<Moved>,
}

/// Why it is not on the day that the rhythm asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// That is a public holiday of either side.
    Off(&'static Holiday),
    /// That is a weekend of either side.
    Weekend,
    /// Before it: the days after are off or full.
    Early,
    /// After the latest: no day until then has room.
    Full,
    /// After the latest: nobody works until then.
    Holidays,
    /// They are away until it.
    Away,
}

/// Of a follow-up that the exporter planned there is nothing to say.
pub fn because(bundle: &Bundle, it: &FollowUp, rules: &Rules, now: &Now) -> Option<Because> {
    if it.made != Made::Cadence {
        return None;
    }
    let pace = rules.pace_of(bundle);
    let customer = &bundle.customer;
    let touched = now.day_of(bundle.last_contact().unwrap_or(customer.created_at));
    let asked = touched.checked_add_days(Days::new(pace.ideal.into())).unwrap_or(touched);
    let moved = match Why::parse(&it.reason) {
        Why::Early => Some(Moved::Early),
        Why::Full => Some(Moved::Full),
        Why::Holidays => Some(Moved::Holidays),
        Why::Asked if customer.pause.as_ref().is_some_and(|pause| pause.until > asked && it.due.on >= pause.until) => {
            Some(Moved::Away)
        }
        Why::Asked => off(customer.country, rules.home, asked, it.due.on),
    };
    Some(Because { every: pace.ideal, moved })
}

/// What is off from the day asked for to the one it was moved to; a holiday before a weekend.
fn off(theirs: Option<Country>, ours: Option<Country>, asked: NaiveDate, on: NaiveDate) -> Option<Moved> {
    let mut weekend = None;
    for day in asked.iter_days().take_while(|day| *day < on) {
        match day_off(theirs, day).into_iter().chain(day_off(ours, day)).max_by_key(|skip| *skip != Skip::Weekend) {
            Some(Skip::Holiday(holiday)) => return Some(Moved::Off(holiday)),
            Some(Skip::Weekend) => weekend = Some(Moved::Weekend),
            // A day that both work lies between: something else moved it.
            None => return None,
        }
    }
    weekend
}

#[cfg(test)]
mod tests;
