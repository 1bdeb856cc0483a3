//! Commands carried out: one arm each, the work in small functions by theme.

mod find;
mod palette;
mod reach;
mod rhythm;
mod work;

use super::{
    App, Effect, Pane, Phase,
    help::Help,
    mirror::Page,
    modal::{Choice, CountryView, HistoryView, Item, Menu, Modal, Palette},
    views::Entry,
};
use crate::command::{Command, table::TABLE};
use crate::domain::funnel::Stages;
use crate::domain::view::Sort;
use crate::domain::{ChannelKind, Edit, Say, Stage};
use crate::reference::Lang;

impl App {
    /// Carries out a command, or says why it cannot be.
    pub fn act(&mut self, command: Command) -> Vec<Effect> {
        if let Err(why) = self.availability(command) {
            self.tell(why, false);
            return Vec::new();
        }
        match command {
            Command::Down | Command::Up | Command::PageDown | Command::PageUp | Command::First | Command::Last => {
                self.step(command)
            }
            Command::Left => self.sideways(-1),
            Command::Right => self.sideways(1),
            Command::Accept => self.accept(),
            Command::Submit => self.submit(),
            Command::Close | Command::Cancel => self.close(),
            Command::FocusNext => self.focus_by(1),
            Command::FocusPrevious => self.focus_by(Pane::ALL.len() - 1),
            Command::FocusViews => self.focus_on(Pane::Views),
            Command::FocusList => self.focus_on(Pane::List),
            Command::FocusCard => self.focus_on(Pane::Card),
            Command::FocusCalendar => self.focus_on(Pane::Month),
            Command::FocusAgenda => self.focus_on(Pane::Agenda),
            Command::GoView(view) => self.go_view(view),
            Command::Search => self.open_search(),
            Command::ClearSearch => self.clear_search(),
            Command::FilterTier(tier) => self.filter_tier(tier),
            Command::SortNext => self.change_query(|query| {
                let at = Sort::ALL.iter().position(|sort| *sort == query.sort).unwrap_or(0);
                query.sort = Sort::ALL[(at + 1) % Sort::ALL.len()];
            }),
            Command::SortReverse => self.change_query(|query| query.reverse = !query.reverse),
            Command::SaveView => self.open_view_form(),
            Command::DeleteView => match self.entry_at_cursor() {
                Some(Entry::Saved(saved)) => {
                    let id = saved.id;
                    self.commit(Edit::DeleteView { id })
                }
                _ => Vec::new(),
            },
            _ => self.act_on_customers(command),
        }
    }

    fn act_on_customers(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::SetTier(tier) => self.commit(Edit::SetTier { customers: self.targets(), tier }),
            Command::Mark => self.mark(),
            Command::MarkAll => self.mark_all(),
            Command::CopyNth(nth) => self.copy_channel(usize::from(nth) - 1),
            Command::CopyWhatsApp => self.copy_kind(ChannelKind::WHATSAPP),
            Command::CopySkype => self.copy_kind(ChannelKind::SKYPE),
            Command::CopyEmail => self.copy_kind(ChannelKind::EMAIL),
            Command::Rfm => self.open_rfm(),
            Command::Drift => self.open_drift(),
            Command::Ahead => self.open_ahead(),
            Command::PlanAhead => self.plan_ahead(),
            Command::IncludeWeary => self.include_weary(),
            Command::FileUnder(tier) => self.file_under(tier),
            Command::FileAgain => self.file_again(),
            Command::MarkDrifting => self.mark_drifting(),
            Command::MarkAllDrifting => self.mark_all_drifting(),
            Command::ListDrifting => self.list_drifting(),
            Command::AddOrder => self.open_order_form(),
            Command::OrderStatus => self.order_status_menu(),
            Command::DeleteOrder => match self.order_at_cursor() {
                Some(order) => {
                    let orders = vec![order.id];
                    self.commit(Edit::DeleteOrder { orders })
                }
                None => Vec::new(),
            },
            Command::CopyHere if self.order_at_cursor().is_some() => self.edit_order(),
            Command::CopyHere if self.follow_up_at_cursor().is_some() => self.open_replan_form(),
            Command::CopyHere => match self.channel_at_cursor().and_then(|channel| self.place_of(channel)) {
                Some(at) => self.copy_channel(at),
                None => Vec::new(),
            },
            Command::OpenHere => match self.channel_at_cursor().and_then(|channel| self.place_of(channel)) {
                Some(at) => self.open_channel(at),
                None => self.open_channel(0),
            },
            Command::CopyByKind => self.channel_menu("menu-copy", Choice::Copy),
            Command::OpenByKind => self.channel_menu("menu-open", Choice::Open),
            Command::Log => self.open_log_form(),
            Command::Plan => self.open_plan_form(),
            Command::Replan => self.open_replan_form(),
            Command::New => self.open_customer_form(None),
            Command::Edit => self.open_customer_form(self.current),
            Command::Tags => self.open_tags_form(),
            Command::Pause => self.open_pause_form(),
            Command::Import => self.open_import_form(),
            Command::Paste => self.open_paste(),
            Command::Export => self.open_export_form(),
            Command::SetStage => {
                let menu = stage_menu(&self.board.rules().funnel);
                self.open_menu(menu)
            }
            Command::Favourite => self.toggle_favourite(),
            Command::Archive => self.toggle_archive(),
            Command::Delete => self.delete(),
            Command::Merge => self.merge(),
            _ => self.act_on_inquiries(command),
        }
    }

    fn act_on_inquiries(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Triage => self.open_triage(),
            Command::TakeOn(tier) => self.take_on(tier),
            Command::TurnAway(ruling) => self.turn_away(ruling),
            Command::PutOff => self.snooze_inquiry(),
            Command::MergeTwin => self.merge_inquiry(),
            Command::Reply => self.open_reply(),
            Command::Why => self.open_why(),
            Command::Proceed => self.proceed(),
            Command::Evidence => self.open_evidence(),
            Command::Rule(ruling) => self.rule(ruling),
            Command::CheckOnline => self.check_online(),
            _ => self.act_on_calendar(command),
        }
    }

    fn act_on_calendar(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Done => self.done(),
            Command::DropFollowUp => self.skip_menu(),
            Command::DayLater => self.drag(1),
            Command::DayEarlier => self.drag(-1),
            Command::WeekLater => self.drag(7),
            Command::Snooze => self.snooze_menu(),
            Command::Rhythm => self.commit(Edit::Rhythm),
            Command::Spread => self.spread_menu(),
            Command::Today => {
                let today = self.now.today();
                self.go_to_day(today)
            }
            Command::NextMonth => self.shift_month(1),
            Command::PreviousMonth => self.shift_month(-1),
            Command::WeekMode => {
                use super::calendar::Span;
                let span = &mut self.calendar.span;
                *span = if *span == Span::Month { Span::Week } else { Span::Month };
                Vec::new()
            }
            _ => self.act_on_program(command),
        }
    }

    fn act_on_program(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Undo => vec![Effect::Undo],
            Command::Redo => vec![Effect::Redo],
            Command::History => self.open_history(None),
            Command::CustomerHistory => self.open_history(self.current),
            Command::Funnel => self.open_funnel(),
            Command::StageOn | Command::StageBack => self.shift_stage(command),
            Command::Statistics => self.open_statistics(Page::default()),
            Command::NextPage => self.turn_statistics(1),
            Command::PreviousPage => self.turn_statistics(-1),
            Command::Backup => vec![Effect::Backup],
            Command::Demo => vec![Effect::OpenDemo],
            Command::Palette => {
                self.modals.push(Modal::Palette(Palette::default()));
                self.fill_palette();
                Vec::new()
            }
            Command::Country => {
                if let Some(country) = self.current().and_then(|bundle| bundle.customer.country) {
                    self.modals.push(Modal::Country(CountryView { country, top: 0 }));
                }
                Vec::new()
            }
            Command::Help => {
                let scopes = self.scopes();
                self.modals.push(Modal::Help(Help { scopes, top: 0 }));
                Vec::new()
            }
            Command::Theme => self.open_menu(theme_menu()),
            Command::Language => {
                self.lang = if self.lang == Lang::En { Lang::Zh } else { Lang::En };
                self.current.map(Effect::Study).into_iter().collect()
            }
            Command::Redraw => vec![Effect::Redraw],
            Command::Suspend => vec![Effect::Suspend],
            Command::Quit => vec![Effect::Quit],
            Command::PasteAnew => self.paste_anew(),
            Command::PasteTake => self.paste_toggle(),
            Command::PasteEdit => self.paste_edit(),
            Command::NextBuyer => self.paste_turn(1),
            Command::PreviousBuyer => self.paste_turn(-1),
            _ => self.act_in_form(command),
        }
    }

    /// Sends an edit to the disk; the board shows it once it is there.
    pub fn commit(&mut self, edit: Edit) -> Vec<Effect> {
        vec![Effect::Commit(Box::new(edit))]
    }

    pub(super) fn open_menu(&mut self, menu: Menu) -> Vec<Effect> {
        self.modals.push(Modal::Menu(menu));
        Vec::new()
    }

    /// Chooses an item of the open menu.
    pub(super) fn choose(&mut self, at: usize) -> Vec<Effect> {
        let Some(Modal::Menu(menu)) = self.modals.pop() else { return Vec::new() };
        let Some(item) = menu.items.into_iter().nth(at) else { return Vec::new() };
        match item.choice {
            Choice::Stage(stage) => {
                let customers = self.targets();
                self.set_stage(customers, stage)
            }
            Choice::OrderStatus { id, status } => {
                let on = self.now.today();
                self.commit(Edit::SetOrderStatus { orders: vec![id], status, on })
            }
            Choice::Copy(at) => self.copy_channel(at),
            Choice::Open(at) => self.open_channel(at),
            Choice::Moves(moves) => self.commit(Edit::Move { moves }),
            Choice::Skip(id, reason) => {
                let at = self.now.instant;
                self.commit(Edit::Drop { follow_ups: vec![id], at, reason })
            }
            Choice::Move { id, due } => self.commit(Edit::Move { moves: vec![(id, due)] }),
            Choice::PutOff(on) => self.put_off(on),
            Choice::Delete(customers) => self.commit(Edit::Delete { customers }),
            Choice::Pause(customer, pause) => {
                self.commit(Edit::Pause { customers: vec![customer], pause: Some(*pause) })
            }
            Choice::Theme(name) => {
                self.theme = name.to_owned();
                Vec::new()
            }
            Choice::Nothing => Vec::new(),
        }
    }

    fn close(&mut self) -> Vec<Effect> {
        if matches!(self.modals.last(), Some(Modal::Paste(_))) {
            return self.cancel_paste();
        }
        if let Some(modal) = self.modals.pop() {
            return match modal {
                Modal::Import(view) if view.stage.running() => {
                    self.job = None;
                    vec![Effect::Interrupt]
                }
                // Back to the file's name and encoding, as they were typed.
                Modal::Import(view) => self.import_form(&view.from),
                // Back to the list, where the inquiry on the screen is, if it is still there.
                Modal::Triage(triage) => self.leave_triage(triage.here()),
                Modal::Funnel(open) => self.leave_triage(open.here()),
                _ => Vec::new(),
            };
        }
        match self.list.search.take() {
            Some(line) => {
                let selected = line.before.selected;
                let effects = self.take_query(line.before.query, None);
                let landed = selected.and_then(|id| self.board.slot_of(id));
                match landed.and_then(|slot| self.list.rows.iter().position(|row| *row == slot)) {
                    Some(row) => self.move_list_to(row),
                    None => effects,
                }
            }
            None => Vec::new(),
        }
    }

    fn submit(&mut self) -> Vec<Effect> {
        match self.modals.last() {
            Some(Modal::Form(_)) => self.submit_form(),
            Some(Modal::Menu(menu)) => {
                let at = menu.cursor;
                self.choose(at)
            }
            Some(Modal::Palette(palette)) => {
                let command = palette.rows.get(palette.cursor).map(|row| TABLE[*row].command);
                self.modals.pop();
                command.map_or_else(Vec::new, |command| self.act(command))
            }
            Some(Modal::Merge(_)) => self.submit_merge(),
            Some(Modal::Import(_)) => self.submit_import(),
            Some(Modal::Reply(_)) => self.submit_reply(),
            Some(
                Modal::Help(_)
                | Modal::Country(_)
                | Modal::History(_)
                | Modal::Triage(_)
                | Modal::Why(_)
                | Modal::Evidence(_)
                | Modal::Statistics(_),
            ) => self.close(),
            Some(Modal::Funnel(_)) => self.leave_funnel(),
            Some(Modal::Paste(_)) => self.submit_paste(),
            Some(Modal::Rfm(_)) => self.show_segment(),
            Some(Modal::Drift(_)) => self.file_as_suggested(),
            Some(Modal::Ahead(_)) => self.list_ahead(),
            None if self.phase == Phase::Welcome => self.welcome_choice(),
            // Enter lands on the customer and keeps the narrowed list.
            None => {
                self.list.search = None;
                self.focus = Pane::List;
                self.follow_list()
            }
        }
    }

    fn welcome_choice(&mut self) -> Vec<Effect> {
        match self.views.cursor {
            0 => self.act(Command::Import),
            1 => self.act(Command::Demo),
            _ => self.act(Command::New),
        }
    }

    fn open_history(&mut self, customer: Option<crate::domain::CustomerId>) -> Vec<Effect> {
        self.modals.push(Modal::History(HistoryView { customer, ..HistoryView::default() }));
        vec![Effect::History { customer }]
    }
}

fn stage_menu(funnel: &Stages) -> Menu {
    const KEYS: [(Stage, char); 8] = [
        (Stage::INQUIRY, 'i'),
        (Stage::QUALIFIED, 'k'),
        (Stage::QUOTED, 'q'),
        (Stage::SAMPLE, 's'),
        (Stage::NEGOTIATION, 'n'),
        (Stage::ORDER, 'o'),
        (Stage::REPEAT, 'r'),
        (Stage::LOST, 'l'),
    ];
    let own = |stage| KEYS.iter().find(|(known, _)| *known == stage).map(|(_, key)| *key);
    // More stages than keys: nobody has so many, and they are in the form of the customer all the same.
    let mut others = ('1'..='9').chain(('a'..='z').filter(|key| KEYS.iter().all(|(_, taken)| taken != key)));
    let items = funnel.shown().filter_map(|stage| {
        let key = own(stage).or_else(|| others.next())?;
        Some(Item { key, label: funnel.label(Some(stage)), choice: Choice::Stage(Some(stage)) })
    });
    let mut items: Vec<Item> = items.collect();
    items.push(Item { key: '-', label: funnel.label(None), choice: Choice::Stage(None) });
    Menu { title: Say::new("menu-stage"), items, cursor: 0 }
}

fn theme_menu() -> Menu {
    let items = [
        ('d', "theme-dark", "dark"),
        ('l', "theme-light", "light"),
        ('h', "theme-contrast", "contrast"),
        ('n', "theme-none", "none"),
    ];
    let items =
        items.into_iter().map(|(key, label, name)| Item { key, label: Say::new(label), choice: Choice::Theme(name) });
    Menu { title: Say::new("menu-theme"), items: items.collect(), cursor: 0 }
}
