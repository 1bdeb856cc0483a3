//! Customers marked, sorted away and brought back; follow-ups done, dragged and snoozed.

use crate::app::{
    App, Effect, calendar,
    modal::{Choice, Item, Menu},
};
use crate::domain::{Closing, Due, Edit, Say, Status};
use chrono::Months;

impl App {
    pub(in crate::app) fn mark(&mut self) -> Vec<Effect> {
        let Some(slot) = self.list.rows.get(self.list.cursor) else { return Vec::new() };
        if let Some(id) = self.board.at(*slot).map(|bundle| bundle.customer.id)
            && !self.list.marks.remove(&id)
        {
            self.list.marks.insert(id);
        }
        self.move_list_to(self.list.cursor + 1)
    }

    pub(in crate::app) fn mark_all(&mut self) -> Vec<Effect> {
        let shown: Vec<_> =
            self.list.rows.iter().filter_map(|slot| self.board.at(*slot)).map(|it| it.customer.id).collect();
        if shown.iter().all(|id| self.list.marks.contains(id)) {
            self.list.marks.clear();
        } else {
            self.list.marks.extend(shown);
        }
        Vec::new()
    }

    pub(in crate::app) fn toggle_favourite(&mut self) -> Vec<Effect> {
        let customers = self.targets();
        let favourite = !customers.iter().all(|id| self.board.get(*id).is_some_and(|bundle| bundle.customer.favourite));
        self.commit(Edit::SetFavourite { customers, favourite })
    }

    pub(in crate::app) fn toggle_archive(&mut self) -> Vec<Effect> {
        let customers = self.targets();
        let archived = |id| self.board.get(id).is_some_and(|bundle| bundle.customer.status == Status::Archived);
        let status = if customers.iter().all(|id| archived(*id)) { Status::Active } else { Status::Archived };
        self.commit(Edit::SetStatus { customers, status })
    }

    pub(in crate::app) fn delete(&mut self) -> Vec<Effect> {
        let customers = self.targets();
        if customers.len() == 1 {
            return self.commit(Edit::Delete { customers });
        }
        let count = customers.len();
        self.open_menu(Menu {
            title: Say::new("menu-delete").with("count", count),
            items: vec![
                Item { key: 'y', label: Say::new("menu-delete-yes"), choice: Choice::Delete(customers) },
                Item { key: 'n', label: Say::new("menu-delete-no"), choice: Choice::Nothing },
            ],
            cursor: 1,
        })
    }

    pub(in crate::app) fn done(&mut self) -> Vec<Effect> {
        let Some((bundle, follow_up)) = self.follow_up_in_hand() else { return Vec::new() };
        let closing = Closing { id: follow_up.id, late: follow_up.here.on < self.now.today() };
        let (customer, last) = (bundle.customer.id, bundle.follow_ups.len() == 1);
        let effects = self.commit(Edit::Done { follow_ups: vec![closing], at: self.now.instant });
        // The rhythm plans the next itself.
        if last
            && !self.settings.plans
            && self.board.get(customer).is_some_and(|bundle| bundle.customer.status == Status::Active)
        {
            self.propose_next(customer);
        }
        effects
    }

    /// Moves the follow-up in hand by days; an overdue one is moved from today.
    pub(in crate::app) fn drag(&mut self, days: i64) -> Vec<Effect> {
        let today = self.now.today();
        let Some((_, follow_up)) = self.follow_up_in_hand() else { return Vec::new() };
        let base = follow_up.due.on.max(today);
        let on = (base + chrono::Duration::days(days)).max(today);
        let due = Due { on, ..follow_up.due.clone() };
        let id = follow_up.id;
        if due == follow_up.due {
            return Vec::new();
        }
        self.commit(Edit::Move { moves: vec![(id, due)] })
    }

    pub(in crate::app) fn snooze_menu(&mut self) -> Vec<Effect> {
        let Some((_, follow_up)) = self.follow_up_in_hand() else { return Vec::new() };
        let choices = self.snooze_days();
        let items = choices
            .into_iter()
            .map(|(key, label, on)| Item {
                key,
                label: Say::new(label).with("date", on.format("%Y-%m-%d").to_string()),
                choice: Choice::Move { id: follow_up.id, due: Due { on, ..follow_up.due.clone() } },
            })
            .collect();
        self.open_menu(Menu { title: Say::new("menu-snooze"), items, cursor: 0 })
    }

    /// Moves the chosen day.
    pub fn shift_day(&mut self, days: i64) -> Vec<Effect> {
        let day = self.calendar.day + chrono::Duration::days(days);
        self.go_to_day(day)
    }

    pub(in crate::app) fn shift_month(&mut self, by: i32) -> Vec<Effect> {
        if self.calendar.span == calendar::Span::Week {
            return self.shift_day(7 * i64::from(by));
        }
        let day = self.calendar.day;
        let months = Months::new(1);
        let there = if by > 0 { day.checked_add_months(months) } else { day.checked_sub_months(months) };
        self.go_to_day(there.unwrap_or(day))
    }
}
