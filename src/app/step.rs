//! Moving about: what up, down, page, first and last mean where the exporter is.

use super::{App, Effect, Pane, Phase, modal::Modal, paste::Stage as PasteStage};
use crate::command::Command;

/// What a move does to an index: at most `last`.
fn moved(from: usize, last: usize, page: usize, command: Command) -> usize {
    match command {
        Command::Down => (from + 1).min(last),
        Command::Up => from.saturating_sub(1),
        Command::PageDown => (from + page).min(last),
        Command::PageUp => from.saturating_sub(page),
        Command::First => 0,
        Command::Last => last,
        _ => from,
    }
}

/// A country's panel is scrolled at most so far.
const COUNTRY_ROWS: usize = 20;

/// The first row on the screen so that `cursor` is on it.
pub(super) fn scrolled(top: usize, cursor: usize, page: usize) -> usize {
    top.min(cursor).max((cursor + 1).saturating_sub(page.max(1)))
}

/// A sheet of lines is not scrolled further.
const MOST_LINES: usize = 400;

impl App {
    /// Moves the cursor of the layer or pane that has the focus.
    pub(super) fn step(&mut self, command: Command) -> Vec<Effect> {
        if self.modals.is_empty() { self.step_pane(command) } else { self.step_modal(command) }
    }

    fn step_pane(&mut self, command: Command) -> Vec<Effect> {
        if self.phase == Phase::Welcome {
            self.views.cursor = moved(self.views.cursor, 2, 1, command);
            return Vec::new();
        }
        let last = |len: usize| len.saturating_sub(1);
        match self.focus {
            Pane::List => {
                let to = moved(self.list.cursor, last(self.list.rows.len()), self.list_page(), command);
                self.move_list_to(to)
            }
            Pane::Agenda => {
                let to = moved(self.calendar.cursor, last(self.calendar.agenda.len()), self.agenda_page(), command);
                self.move_agenda_to(to)
            }
            Pane::Views => {
                let count = self.view_entries().iter().filter(|entry| entry.chosen()).count();
                self.views.cursor = moved(self.views.cursor, last(count), 10, command);
                Vec::new()
            }
            Pane::Month => match command {
                Command::Down => self.shift_day(7),
                Command::Up => self.shift_day(-7),
                _ => Vec::new(),
            },
            Pane::Card => self.step_card(command),
        }
    }

    fn step_card(&mut self, command: Command) -> Vec<Effect> {
        let lines = self.card_lines();
        let chosen: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].chosen()).collect();
        let page = self.card_page();
        self.card.cursor = moved(self.card.cursor, chosen.len().saturating_sub(1), page / 2, command);
        if let Some(line) = chosen.get(self.card.cursor) {
            // The first line that can be chosen brings the head of the card along.
            let line = if self.card.cursor == 0 { 0 } else { *line };
            // What was said comes into sight with its day.
            let below = usize::from(matches!(lines.get(line + 1), Some(super::card::Line::Said(_))));
            self.card.top = scrolled(scrolled(self.card.top, line + below, page), line, page);
        }
        Vec::new()
    }

    /// Lines of the card on the screen.
    pub fn card_page(&self) -> usize {
        let area = self.regions().and_then(|regions| regions.card);
        area.map_or(1, |area| usize::from(area.height.saturating_sub(2)).max(1))
    }

    /// Rows of a layer's list on the screen: the views of layers keep to this.
    pub fn modal_page(&self) -> usize {
        usize::from(self.size.1.saturating_sub(10)).max(4)
    }

    fn step_modal(&mut self, command: Command) -> Vec<Effect> {
        let page = self.modal_page();
        let (cells, rows) = self.import_page();
        let help_lines = match self.modals.last() {
            Some(Modal::Help(help)) => self.help_page(help).lines.len(),
            _ => 0,
        };
        match self.modals.last_mut() {
            Some(Modal::Menu(menu)) => {
                menu.cursor = moved(menu.cursor, menu.items.len().saturating_sub(1), page, command);
            }
            Some(Modal::Palette(palette)) => {
                palette.cursor = moved(palette.cursor, palette.rows.len().saturating_sub(1), page, command);
                palette.top = scrolled(palette.top, palette.cursor, page);
            }
            Some(Modal::Help(help)) => {
                // The help fills the screen but for its border and the hint bar.
                let page = usize::from(self.size.1.saturating_sub(3)).max(1);
                help.top = moved(help.top, help_lines.saturating_sub(page), page, command);
            }
            Some(Modal::Country(view)) => view.top = moved(view.top, COUNTRY_ROWS, page, command),
            Some(Modal::History(history)) => {
                history.cursor = moved(history.cursor, history.ops.len().saturating_sub(1), page, command);
                history.top = scrolled(history.top, history.cursor, page / 2);
                return self.step_at_cursor();
            }
            Some(Modal::Merge(merge)) => {
                merge.cursor = moved(merge.cursor, merge.rows.len().saturating_sub(1), page, command);
            }
            Some(Modal::Triage(triage)) => {
                if matches!(command, Command::PageDown | Command::PageUp) {
                    let page = usize::from(self.size.1 / 2).max(1);
                    triage.top = moved(triage.top, MOST_LINES, page, command);
                } else {
                    return self.move_triage(|from, last| moved(from, last, 1, command));
                }
            }
            Some(Modal::Why(panel) | Modal::Evidence(panel)) => {
                panel.top = moved(panel.top, MOST_LINES, page, command);
            }
            Some(Modal::Funnel(_)) => return self.move_in_funnel(|from, last| moved(from, last, page, command)),
            Some(Modal::Statistics(open)) => open.top = moved(open.top, MOST_LINES, page, command),
            Some(Modal::Reply(reply)) => {
                let last = crate::reference::templates::all().len().saturating_sub(1);
                reply.template = moved(reply.template, last, page, command);
            }
            Some(Modal::Import(view)) => {
                view.top = moved(view.top, view.lines(cells).saturating_sub(rows), rows, command);
            }
            Some(Modal::Paste(view)) => {
                if let PasteStage::Sorting(sorting) = &mut view.stage {
                    sorting.cursor = moved(sorting.cursor, sorting.shown().len().saturating_sub(1), page, command);
                }
            }
            Some(Modal::Rfm(view)) => {
                view.cursor = moved(view.cursor, view.segments().len().saturating_sub(1), page, command);
            }
            Some(Modal::Ahead(view)) => match command {
                Command::PageDown | Command::PageUp => {
                    let last = view.here().map_or(0, |here| here.reach.len().saturating_sub(1));
                    view.top = moved(view.top, last, page / 2, command);
                }
                _ => {
                    view.cursor = moved(view.cursor, view.all.len().saturating_sub(1), page, command);
                    view.top = 0;
                }
            },
            Some(Modal::Drift(view)) => {
                view.cursor = moved(view.cursor, view.rows().len().saturating_sub(1), page, command);
                view.top = scrolled(view.top, view.cursor, page);
                return self.show_drifting();
            }
            Some(Modal::Form(_)) | None => {}
        }
        Vec::new()
    }

    /// Left and right: days in the calendar, sides in a merge.
    pub(super) fn sideways(&mut self, by: i64) -> Vec<Effect> {
        if let Some(Modal::Merge(merge)) = self.modals.last_mut() {
            use super::modal::Side;
            if let Some(row) = merge.rows.get_mut(merge.cursor) {
                row.take = if by < 0 { Side::Keep } else { Side::Gone };
            }
            return Vec::new();
        }
        if matches!(self.modals.last(), Some(Modal::Funnel(_))) {
            return self.turn_funnel(by);
        }
        if matches!(self.modals.last(), Some(Modal::Reply(_))) {
            return self.turn_reply_channel(by);
        }
        self.shift_day(by)
    }
}
