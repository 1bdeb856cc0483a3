//! The mouse: it points at what keys reach too.

use super::super::{App, Area, Effect, Mouse, MouseKind, Pane, Phase, card::Line, modal::Modal, views::Entry};
use crate::command::Command;

impl App {
    pub(super) fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.untouched = false;
        if !self.modals.is_empty() || self.phase != Phase::Open {
            let sheet = matches!(self.modals.last(), Some(Modal::Triage(_)));
            return match (mouse.kind, self.modals.is_empty()) {
                // An inquiry is read with the wheel, and turned with a key.
                (MouseKind::WheelDown, false) if sheet => self.act(Command::PageDown),
                (MouseKind::WheelUp, false) if sheet => self.act(Command::PageUp),
                (MouseKind::WheelDown, false) => self.act(Command::Down),
                (MouseKind::WheelUp, false) => self.act(Command::Up),
                _ => Vec::new(),
            };
        }
        let Some(regions) = self.regions() else { return Vec::new() };
        let Some(pane) = regions.pane_at(mouse.column, mouse.row) else { return Vec::new() };
        let Some(area) = regions.of_pane(pane) else { return Vec::new() };
        let line = usize::from(mouse.row.saturating_sub(area.y + 1));
        match mouse.kind {
            MouseKind::WheelUp => self.wheel(pane, -3),
            MouseKind::WheelDown => self.wheel(pane, 3),
            MouseKind::Click => self.click(pane, line, mouse, area),
        }
    }

    fn wheel(&mut self, pane: Pane, by: isize) -> Vec<Effect> {
        match pane {
            Pane::List => self.move_list_to(self.list.cursor.saturating_add_signed(by)),
            Pane::Agenda => self.move_agenda_to(self.calendar.cursor.saturating_add_signed(by)),
            Pane::Card => {
                let last = self.card_lines().len().saturating_sub(1);
                self.card.top = self.card.top.saturating_add_signed(by).min(last);
                Vec::new()
            }
            Pane::Month => self.shift_day(if by > 0 { 7 } else { -7 }),
            Pane::Views => Vec::new(),
        }
    }

    fn click(&mut self, pane: Pane, line: usize, mouse: Mouse, area: Area) -> Vec<Effect> {
        self.focus = pane;
        match pane {
            // The column titles are line 0.
            Pane::List => match line.checked_sub(1).map(|row| self.list.top + row) {
                Some(row) if row < self.list.rows.len() => self.move_list_to(row),
                _ => Vec::new(),
            },
            Pane::Agenda => match line.checked_sub(self.agenda_head().len()) {
                Some(row) => self.move_agenda_to(self.calendar.top + row),
                None => Vec::new(),
            },
            Pane::Views => {
                let entries = self.view_entries();
                let line = line + self.views_top(usize::from(area.inner().height));
                if !entries.get(line).is_some_and(Entry::chosen) {
                    return Vec::new();
                }
                self.views.cursor = entries[..line].iter().filter(|entry| entry.chosen()).count();
                self.choose_view()
            }
            Pane::Month => match self.calendar.day_at(area.inner(), mouse.column, mouse.row) {
                Some(day) => self.go_to_day(day),
                None => Vec::new(),
            },
            Pane::Card => {
                let lines = self.card_lines();
                // What was said belongs to the line above it.
                let mut at = self.card.top + line;
                at -= usize::from(matches!(lines.get(at), Some(Line::Said(_))));
                let Some(chosen) = lines.get(at).filter(|line| line.chosen()) else { return Vec::new() };
                self.card.cursor = lines[..at].iter().filter(|line| line.chosen()).count();
                match chosen {
                    Line::Channel(channel) => self.copy_channel(*channel),
                    _ => Vec::new(),
                }
            }
        }
    }
}
