//! Before a long holiday of either side: whom to reach in time (`S4.2`).

use super::workday::LongHoliday;
use super::{Bundle, Country, CustomerId, Now, Status, rules::Rules};
use chrono::{DateTime, Days, NaiveDate, Utc};

/// Days off in a row that make a holiday a long one.
pub const LONG: i64 = 4;
/// Days ahead that a long holiday is looked for.
pub const HORIZON: u64 = 45;
/// What is planned so many days after it is late for want of working days.
pub const RIGHT_AFTER: u64 = 3;

named! {
    /// Why somebody should hear from the exporter before.
    Need {
        /// The next contact is planned for a day off.
        Within = "within",
        /// It is planned for the days right after.
        After = "after",
        /// The rhythm asks for one meanwhile.
        Meanwhile = "meanwhile",
    }
}

/// A long holiday to come, and whom to reach before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Who has it off; empty: the exporter.
    pub countries: Vec<Country>,
    pub long: LongHoliday,
    /// Days that both sides work until then, today included.
    pub workdays: usize,
    /// The dearest first.
    pub reach: Vec<(CustomerId, Need)>,
}

/// Whether the customer should be reached before these days off. Not those whose next contact comes before anyway, those
/// who were promised a time, and those who are away.
pub fn need(bundle: &Bundle, long: &LongHoliday, rules: &Rules, now: &Now) -> Option<Need> {
    let customer = &bundle.customer;
    let away = customer.pause.as_ref().is_some_and(|pause| pause.until > long.first);
    if customer.status == Status::Archived || customer.verdict.is_final() || away {
        return None;
    }
    let next = bundle.next_follow_up().filter(|next| next.due.time.is_none())?.here.on;
    if next < long.first {
        return None;
    }
    let off = |day: NaiveDate| (long.first..=long.last).contains(&day);
    let pace = rules.pace_of(bundle);
    let touched = now.day_of(bundle.last_contact().unwrap_or(customer.created_at));
    let after = |days: u64| touched.checked_add_days(Days::new(days)).unwrap_or(touched);
    match next {
        next if off(next) => Some(Need::Within),
        next if next <= long.last + Days::new(RIGHT_AFTER) => Some(Need::After),
        _ if off(after(pace.ideal.into())) || off(after(pace.latest.into())) => Some(Need::Meanwhile),
        _ => None,
    }
}

impl Now {
    /// The day of a moment on the exporter's calendar.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.offset).date_naive()
    }
}

#[cfg(test)]
mod tests;
