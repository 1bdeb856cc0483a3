//! The board's calendar: who is planned for a day, and who is greeted on it.

use super::{Board, Slot};
use crate::domain::{Bundle, Country, Status, care::Feast};
use crate::reference;
use chrono::{Datelike, NaiveDate};

impl Board {
    /// The slots of customers with an open follow-up on `day`, once per follow-up.
    pub fn on_day(&self, day: NaiveDate) -> &[Slot] {
        self.days.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Who is greeted on `day`: birthdays, anniversaries.
    pub fn greeted_on(&self, day: NaiveDate) -> impl Iterator<Item = &Bundle> {
        let leap = day.month() == 2 && day.day() == 28 && !day.leap_year();
        let on = (u8::try_from(day.month()).unwrap_or(0), u8::try_from(day.day()).unwrap_or(0));
        let days = [Some(on), leap.then_some((2, 29))].into_iter().flatten();
        days.filter_map(|on| self.care.get(&on)).flatten().filter_map(|slot| self.at(*slot))
    }

    /// The countries greeted on `day`, and how many customers each has.
    pub fn feasts_on(&self, day: NaiveDate) -> impl Iterator<Item = (&'static Feast, usize)> {
        let kept = reference::feasts_on(day).iter().copied().filter(|_| !self.rules.feasts.0.is_empty());
        kept.filter_map(|feast| Some((feast, self.countries.get(&feast.country).copied().filter(|n| *n > 0)?)))
    }

    /// The slots of customers with an open follow-up before `day`, the earliest first.
    pub fn before_day(&self, day: NaiveDate) -> impl Iterator<Item = (NaiveDate, Slot)> + '_ {
        self.days.range(..day).flat_map(|(day, slots)| slots.iter().map(|slot| (*day, *slot)))
    }
}

/// The country that an active customer counts in.
pub(super) fn country_of(bundle: &Bundle) -> Option<Country> {
    bundle.customer.country.filter(|_| bundle.customer.status == Status::Active)
}

/// The month and day that a customer is greeted on.
pub(super) fn care_of(bundle: &Bundle) -> impl Iterator<Item = (u8, u8)> + '_ {
    let active = bundle.customer.status == Status::Active;
    bundle.care_dates.iter().filter(move |_| active).map(|date| (date.month, date.day))
}

/// The dates that the calendar counts a customer on.
pub(super) fn days_of(bundle: &Bundle) -> impl Iterator<Item = NaiveDate> + '_ {
    let active = bundle.customer.status == Status::Active;
    bundle.follow_ups.iter().filter(move |_| active).map(|follow_up| follow_up.here.on)
}
