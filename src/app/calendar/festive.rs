//! Holidays of both sides on a day: the exporter's own, and those of the current customer and of whoever is due.

use super::super::App;
use crate::domain::care::Feast;
use crate::domain::workday::LongHoliday;
use crate::domain::{Country, Holiday};
use crate::reference;
use chrono::NaiveDate;

/// Customers of a day that are looked at for their holidays: more would not fit any line.
const LOOKED_AT: usize = 64;

/// A day that is not as others, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Festive {
    /// `None`: the exporter.
    pub country: Option<Country>,
    /// `None`: a day of a weekend that is worked in exchange for another.
    pub holiday: Option<&'static Holiday>,
}

/// A line of the agenda's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// Who has the day off.
    Off(Vec<Festive>),
    /// Countries to greet, and how many customers each has.
    Greet(Vec<(&'static Feast, usize)>),
    /// A long holiday that comes: whose (`None`: the exporter's), and the days that are left to work.
    Coming { country: Option<Country>, long: LongHoliday, workdays: usize },
}

impl App {
    /// What the day is to the exporter.
    pub fn own_festive(&self, day: NaiveDate) -> Option<Festive> {
        let home = self.settings.holidays?;
        let holiday = reference::holiday(home, day);
        let worked = || reference::worked_in_exchange(home, day);
        (holiday.is_some() || worked()).then_some(Festive { country: None, holiday })
    }

    /// What the day is to the current customer, and to those who are due on it.
    pub fn their_festive(&self, day: NaiveDate) -> Vec<Festive> {
        let due = self.board.on_day(day).iter().take(LOOKED_AT).filter_map(|slot| self.board.at(*slot));
        let mut found: Vec<Festive> = Vec::new();
        for bundle in self.current().into_iter().chain(due) {
            let Some(country) = bundle.customer.country.filter(|country| Some(*country) != self.settings.holidays)
            else {
                continue;
            };
            if found.iter().any(|known| known.country == Some(country)) {
                continue;
            }
            let holiday = reference::holiday(country, day);
            if holiday.is_some() {
                found.push(Festive { country: Some(country), holiday });
            }
        }
        found
    }

    /// What the agenda's head says of its day: a line for the exporter, a line for the others, and one for each long
    /// holiday that comes.
    pub fn agenda_head(&self) -> Vec<Head> {
        let day = self.calendar.day;
        let lines = [self.own_festive(day).into_iter().collect(), self.their_festive(day)];
        let lines = lines.into_iter().filter(|line: &Vec<Festive>| !line.is_empty()).map(Head::Off);
        let greeted: Vec<_> = self.board.feasts_on(day).collect();
        let greeted = (!greeted.is_empty()).then_some(Head::Greet(greeted));
        let coming = self.holidays_coming(day).into_iter();
        lines
            .chain(greeted)
            .chain(coming.map(|(country, long, workdays)| Head::Coming { country, long, workdays }))
            .collect()
    }
}
