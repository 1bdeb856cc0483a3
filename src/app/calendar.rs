//! The follow-up calendar: a month or a week with its load, and the agenda of the chosen day.

mod festive;

pub use festive::{Festive, Head};

use super::{App, Area, Effect, Slot};
use crate::domain::{Bundle, FollowUp};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::HashSet;

/// Overdue customers on the agenda at most: nobody scrolls further, and the view `due` has them all.
const OVERDUE_SHOWN: usize = 500;

/// How the days are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    #[default]
    Month,
    Week,
}

/// State of both panes, month and agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarPane {
    /// The chosen day.
    pub day: NaiveDate,
    pub span: Span,
    /// Index into [`CalendarPane::agenda`].
    pub cursor: usize,
    pub top: usize,
    /// What is due on the chosen day; on today, what is overdue comes first.
    pub agenda: Vec<Item>,
}

/// A follow-up on the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub slot: Slot,
    /// Index into the customer's open follow-ups.
    pub follow_up: usize,
}

impl CalendarPane {
    /// A month around `today`.
    pub const fn new(today: NaiveDate) -> Self {
        Self { day: today, span: Span::Month, cursor: 0, top: 0, agenda: Vec::new() }
    }

    /// The Mondays of the weeks that the month shows: as many as touch it.
    pub fn weeks(&self) -> Vec<NaiveDate> {
        let first = self.day.with_day(1).unwrap_or(self.day);
        let start = monday(first);
        (0..6)
            .filter_map(|week| start.checked_add_days(Days::new(week * 7)))
            .filter(|monday| *monday <= first || (monday.month() == first.month() && monday.year() == first.year()))
            .collect()
    }

    /// The cell of a day in the pane's inner area: below a line of weekday names in its week, of two lines where there
    /// is room; or one of a week's days below the other.
    pub fn cell(&self, inner: Area, day: NaiveDate) -> Option<Area> {
        if self.span == Span::Week {
            let row = u16::try_from(self.week().iter().position(|it| *it == day)?).ok()?;
            let height = if inner.height >= 14 { 2 } else { 1 };
            return Some(Area { y: inner.y + row * height, height, ..inner });
        }
        let weeks = self.weeks();
        let row = u16::try_from(weeks.iter().position(|it| *it == monday(day))?).ok()?;
        let column = u16::try_from(day.weekday().num_days_from_monday()).ok()?;
        let height = if usize::from(inner.height) >= weeks.len() * 2 { 2 } else { 1 };
        let (left, width) = columns(inner);
        let y = inner.y + 1 + row * height;
        let height = height.min((inner.y + inner.height).saturating_sub(y));
        (height > 0).then_some(Area { x: left + column * width, y, width, height })
    }

    /// The day at a cell of the screen.
    pub fn day_at(&self, inner: Area, column: u16, row: u16) -> Option<NaiveDate> {
        let days: Vec<NaiveDate> = match self.span {
            Span::Week => self.week(),
            Span::Month => {
                let weeks = self.weeks();
                weeks
                    .iter()
                    .flat_map(|monday| (0..7).filter_map(|day| monday.checked_add_days(Days::new(day))))
                    .collect()
            }
        };
        days.into_iter().find(|day| self.cell(inner, *day).is_some_and(|cell| cell.holds(column, row)))
    }

    /// The seven days of the chosen week, Monday first.
    pub fn week(&self) -> Vec<NaiveDate> {
        let start = monday(self.day);
        (0..7).filter_map(|day| start.checked_add_days(Days::new(day))).collect()
    }
}

/// Where the first of a month's seven columns begins, and how wide each is.
pub fn columns(inner: Area) -> (u16, u16) {
    let width = (inner.width / 7).clamp(3, 7);
    (inner.x + inner.width.saturating_sub(width * 7) / 2, width)
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
}

impl App {
    /// Fills the agenda anew for the chosen day; the cursor stays on its customer where it can.
    pub fn refill_agenda(&mut self) {
        let day = self.calendar.day;
        let mut items = Vec::new();
        if day == self.now.today() {
            let mut seen = HashSet::new();
            let overdue = self.board.before_day(day).map(|(_, slot)| slot).filter(|slot| seen.insert(*slot));
            items.extend(overdue.take(OVERDUE_SHOWN).flat_map(|slot| self.items_of(slot, |on| on < day)));
        }
        let mut slots = self.board.on_day(day).to_vec();
        slots.sort_unstable();
        slots.dedup();
        let mut todays: Vec<Item> = slots.into_iter().flat_map(|slot| self.items_of(slot, |on| on == day)).collect();
        todays.sort_by_key(|item| {
            let bundle = self.board.at(item.slot);
            let time = bundle.and_then(|bundle| bundle.follow_ups.get(item.follow_up)).and_then(|it| it.here.time);
            (time.is_none(), time, bundle.map(|bundle| bundle.customer.tier), item.slot)
        });
        items.extend(todays);
        self.calendar.agenda = items;
        let last = self.calendar.agenda.len().saturating_sub(1);
        self.calendar.cursor = self.calendar.cursor.min(last);
        self.scroll_agenda();
    }

    fn items_of(&self, slot: Slot, on: impl Fn(NaiveDate) -> bool) -> Vec<Item> {
        let Some(bundle) = self.board.at(slot) else { return Vec::new() };
        let due = bundle.follow_ups.iter().enumerate().filter(|(_, it)| on(it.here.on));
        due.map(|(follow_up, _)| Item { slot, follow_up }).collect()
    }

    /// Rows of the agenda on the screen.
    pub fn agenda_page(&self) -> usize {
        let area = self.regions().and_then(|regions| regions.agenda);
        let head = self.agenda_head().len();
        area.map_or(1, |area| usize::from(area.height.saturating_sub(2)).saturating_sub(head).max(1))
    }

    /// Keeps the agenda's cursor on the screen.
    pub fn scroll_agenda(&mut self) {
        let page = self.agenda_page();
        let pane = &mut self.calendar;
        pane.top = pane.top.min(pane.cursor).max((pane.cursor + 1).saturating_sub(page));
    }

    /// A follow-up of the agenda, with its customer.
    pub fn agenda_item(&self, item: Item) -> Option<(&Bundle, &FollowUp)> {
        let bundle = self.board.at(item.slot)?;
        Some((bundle, bundle.follow_ups.get(item.follow_up)?))
    }

    /// Chooses a day.
    pub fn go_to_day(&mut self, day: NaiveDate) -> Vec<Effect> {
        self.calendar.day = day;
        self.calendar.cursor = 0;
        self.calendar.top = 0;
        self.refill_agenda();
        Vec::new()
    }

    /// Moves the agenda's cursor and shows its customer.
    pub fn move_agenda_to(&mut self, row: usize) -> Vec<Effect> {
        self.calendar.cursor = row.min(self.calendar.agenda.len().saturating_sub(1));
        self.scroll_agenda();
        let item = self.calendar.agenda.get(self.calendar.cursor).copied();
        let id = item.and_then(|item| self.board.at(item.slot)).map(|bundle| bundle.customer.id);
        if id.is_some() { self.show(id) } else { Vec::new() }
    }

    /// The follow-up that calendar keys act on: the agenda's, the one under the card's cursor, or the current customer's
    /// next one.
    pub fn follow_up_in_hand(&self) -> Option<(&Bundle, &FollowUp)> {
        if matches!(self.focus, super::Pane::Agenda | super::Pane::Month) {
            return self.calendar.agenda.get(self.calendar.cursor).and_then(|item| self.agenda_item(*item));
        }
        let bundle = self.current()?;
        Some((bundle, self.follow_up_at_cursor().or_else(|| bundle.next_follow_up())?))
    }
}
