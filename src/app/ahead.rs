//! Before a long holiday of either side (`g H`): which, when, and whom to reach in time.

use super::{App, Effect, list::Among, modal::Modal, weary::Spared};
use crate::domain::ahead::Ahead;
use crate::domain::workday::LongHoliday;
use crate::domain::{Bundle, Country, CustomerId, Edit, FollowUp, Say};
use crate::reference::ahead;
use chrono::NaiveDate;

/// A long holiday is announced in the calendar so many days before.
const ANNOUNCED: u64 = 14;

/// The layer.
#[derive(Debug, Default)]
pub struct AheadView {
    /// The earliest first.
    pub all: Vec<Ahead>,
    /// The holiday under the cursor.
    pub cursor: usize,
    /// The first customer on the screen.
    pub top: usize,
    pub spared: Spared,
}

impl AheadView {
    /// The holiday under the cursor.
    pub fn here(&self) -> Option<&Ahead> {
        self.all.get(self.cursor)
    }

    /// How many holidays the upper part shows where there are so many rows.
    pub fn shown(&self, rows: usize) -> usize {
        self.all.len().min((rows / 3).max(3))
    }
}

impl App {
    /// `g H`.
    pub(super) fn open_ahead(&mut self) -> Vec<Effect> {
        self.modals.push(Modal::Ahead(Box::default()));
        self.refill_ahead()
    }

    /// Looks anew: at the start, and after a change of the board.
    pub(super) fn refill_ahead(&mut self) -> Vec<Effect> {
        if !matches!(self.modals.last(), Some(Modal::Ahead(_))) {
            return Vec::new();
        }
        let all = ahead::ahead(self.board.bundles(), self.board.rules(), &self.now);
        let mut customers: Vec<CustomerId> = all.iter().flat_map(|it| &it.reach).map(|(id, _)| *id).collect();
        customers.sort_unstable();
        customers.dedup();
        let (mut spared, effects) = self.spare(&customers);
        let Some(Modal::Ahead(view)) = self.modals.last_mut() else { return Vec::new() };
        spared.include = view.spared.include;
        view.cursor = view.cursor.min(all.len().saturating_sub(1));
        (view.all, view.spared) = (all, spared);
        effects
    }

    fn ahead_here(&self) -> Option<(&Ahead, &Spared)> {
        let Some(Modal::Ahead(view)) = self.modals.last() else { return None };
        Some((view.here()?, &view.spared))
    }

    /// Whether the layer is open and shows nobody.
    pub(super) fn nobody_ahead(&self) -> bool {
        match self.modals.last() {
            Some(Modal::Ahead(view)) => view.here().is_none_or(|here| here.reach.is_empty()),
            _ => false,
        }
    }

    /// Enter: those to reach, in the list.
    pub(super) fn list_ahead(&mut self) -> Vec<Effect> {
        let Some((here, _)) = self.ahead_here() else { return Vec::new() };
        let date = self.day_in_words(here.long.first);
        let customers = here.reach.iter().map(|(id, _)| *id).collect();
        self.modals.pop();
        self.list_among(Among { title: Say::new("ahead-list").with("date", date), customers })
    }

    /// Brings them all before it, in one step; but for those who have heard enough.
    pub(super) fn plan_ahead(&mut self) -> Vec<Effect> {
        let Some((here, spared)) = self.ahead_here() else { return Vec::new() };
        if !spared.known() {
            self.tell(Say::new("working"), false);
            return Vec::new();
        }
        let wanted = here.reach.iter().filter(|(id, _)| !spared.spares(*id));
        let pile: Vec<(&Bundle, &FollowUp)> = wanted
            .filter_map(|(id, _)| {
                let bundle = self.board.get(*id)?;
                Some((bundle, bundle.next_follow_up()?))
            })
            .collect();
        let (rules, load) = (self.board.rules(), &self.board.tally().load);
        let moves = ahead::before(&pile, rules, load, self.now.today(), here.long.first);
        if moves.is_empty() {
            let why = if pile.is_empty() { "why-all-weary" } else { "why-no-day-left" };
            self.tell(Say::new(why), false);
            return Vec::new();
        }
        self.commit(Edit::Move { moves })
    }

    /// Long holidays that begin within a fortnight of a day to come: the exporter's own (`None`), and where the current
    /// customer is; with the days that are left to work from today on.
    pub fn holidays_coming(&self, day: NaiveDate) -> Vec<(Option<Country>, LongHoliday, usize)> {
        let (today, home) = (self.now.today(), self.board.rules().home);
        if day < today {
            return Vec::new();
        }
        let theirs = self.current().and_then(|it| it.customer.country).filter(|country| Some(*country) != home);
        let coming = |country: Country| ahead::coming(country, day, ANNOUNCED).next();
        let told = |of: Option<Country>, long: LongHoliday| (of, long, ahead::workdays(home, of, today, long.first));
        let own = home.and_then(coming).map(|long| told(None, long));
        own.into_iter().chain(theirs.and_then(|country| Some(told(Some(country), coming(country)?)))).collect()
    }
}
