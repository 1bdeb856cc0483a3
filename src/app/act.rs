//! Commands carried out: one arm each, the work in small functions by theme.

use super::{
    App, Effect, Pane, Phase,
    modal::{Choice, Help, HistoryView, Item, Menu, Modal, Palette},
    views::Entry,
};
use crate::command::{Command, Scope, table::TABLE};
use crate::domain::view::{Builtin, Sort, ViewQuery};
use crate::domain::{Channel, ChannelKind, Closing, Due, Edit, Say, Stage, Status, Tier};
use crate::reference::{self, Lang};
use chrono::{Days, Months, NaiveDate};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

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
            Command::New => self.open_customer_form(None),
            Command::Edit => self.open_customer_form(self.current),
            Command::Tags => self.open_tags_form(),
            Command::Import => self.open_import_form(),
            Command::Export => self.open_export_form(),
            Command::SetStage => self.open_menu(stage_menu()),
            Command::Favourite => self.toggle_favourite(),
            Command::Archive => self.toggle_archive(),
            Command::Delete => self.delete(),
            Command::Merge => self.merge(),
            _ => self.act_on_calendar(command),
        }
    }

    fn act_on_calendar(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Done => self.done(),
            Command::DropFollowUp => match self.follow_up_in_hand() {
                Some((_, it)) => {
                    let follow_ups = vec![it.id];
                    self.commit(Edit::Drop { follow_ups, at: self.now.instant })
                }
                None => Vec::new(),
            },
            Command::DayLater => self.drag(1),
            Command::DayEarlier => self.drag(-1),
            Command::WeekLater => self.drag(7),
            Command::Snooze => self.snooze_menu(),
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
            Command::Undo => self.send(Effect::Undo),
            Command::Redo => self.send(Effect::Redo),
            Command::History => self.open_history(None),
            Command::CustomerHistory => self.open_history(self.current),
            Command::Backup => vec![Effect::Backup],
            Command::Demo => vec![Effect::OpenDemo],
            Command::Palette => {
                self.modals.push(Modal::Palette(Palette::default()));
                self.fill_palette();
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
                Vec::new()
            }
            Command::Redraw => vec![Effect::Redraw],
            Command::Suspend => vec![Effect::Suspend],
            Command::Quit => vec![Effect::Quit],
            _ => self.act_in_form(command),
        }
    }

    /// Sends an edit to the disk; the board shows it once it is there.
    pub fn commit(&mut self, edit: Edit) -> Vec<Effect> {
        self.send(Effect::Commit(Box::new(edit)))
    }

    fn send(&mut self, effect: Effect) -> Vec<Effect> {
        self.in_flight += 1;
        vec![effect]
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
            Choice::Stage(stage) => self.commit(Edit::SetStage { customers: self.targets(), stage }),
            Choice::Copy(at) => self.copy_channel(at),
            Choice::Open(at) => self.open_channel(at),
            Choice::Move { id, due } => self.commit(Edit::Move { moves: vec![(id, due)] }),
            Choice::Delete(customers) => self.commit(Edit::Delete { customers }),
            Choice::Theme(name) => {
                self.theme = name.to_owned();
                Vec::new()
            }
            Choice::Command(command) => self.act(command),
            Choice::Nothing => Vec::new(),
        }
    }

    fn close(&mut self) -> Vec<Effect> {
        if let Some(modal) = self.modals.pop() {
            return match modal {
                Modal::Import(view) if view.stage.running() => vec![Effect::Interrupt],
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
            Some(Modal::Help(_) | Modal::History(_)) => self.close(),
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

    fn accept(&mut self) -> Vec<Effect> {
        match self.focus {
            Pane::Views => self.choose_view(),
            Pane::Month => {
                let effects = self.focus_on(Pane::Agenda);
                self.refill_agenda();
                effects
            }
            Pane::List | Pane::Card | Pane::Agenda => Vec::new(),
        }
    }

    /// Takes what is under the cursor of the views pane into force.
    pub(super) fn choose_view(&mut self) -> Vec<Effect> {
        match self.entry_at_cursor() {
            Some(Entry::Builtin(view)) => self.go_view(view),
            Some(Entry::Tier(tier)) => self.filter_tier(tier),
            Some(Entry::Saved(saved)) => {
                let (query, id) = (saved.query.clone(), saved.id);
                self.list.search = None;
                self.take_query(query, Some(id))
            }
            Some(Entry::Heading(_)) | None => Vec::new(),
        }
    }

    fn go_view(&mut self, builtin: Builtin) -> Vec<Effect> {
        let sort = self.list.query.sort;
        let effects = self.take_query(ViewQuery { builtin, sort, ..ViewQuery::default() }, None);
        self.place_views_cursor();
        effects
    }

    /// Puts the cursor of the views pane on what is in force.
    pub(super) fn place_views_cursor(&mut self) {
        let at = self
            .view_entries()
            .iter()
            .filter(|entry| entry.chosen())
            .position(|entry| self.entry_active(entry) && !matches!(entry, Entry::Tier(_)));
        self.views.cursor = at.unwrap_or(self.views.cursor);
    }

    fn filter_tier(&mut self, tier: Tier) -> Vec<Effect> {
        self.change_query(|query| match query.tiers.iter().position(|other| *other == tier) {
            Some(at) => {
                query.tiers.remove(at);
            }
            None => {
                query.tiers.push(tier);
                query.tiers.sort_unstable();
            }
        })
    }

    /// Changes filter or order; the cursor stays on its customer where that is still shown.
    fn change_query(&mut self, change: impl FnOnce(&mut ViewQuery)) -> Vec<Effect> {
        change(&mut self.list.query);
        self.refill();
        self.follow_list()
    }

    fn open_search(&mut self) -> Vec<Effect> {
        let query = self.list.query.clone();
        let input = tui_input::Input::new(query.text.to_string());
        // A search looks everywhere; the tiers chosen stay chosen.
        self.list.query.builtin = if query.text.is_empty() { Builtin::All } else { query.builtin };
        let before = super::msg::Before { query: ViewQuery { text: "".into(), ..query }, selected: self.current };
        self.list.search = Some(super::list::SearchLine { input, before });
        self.focus = Pane::List;
        self.list.saved = None;
        self.refill();
        Vec::new()
    }

    fn clear_search(&mut self) -> Vec<Effect> {
        if !self.list.query.text.is_empty() {
            let kept = self.current;
            let query = ViewQuery { text: "".into(), ..self.list.query.clone() };
            let effects = self.take_query(query, None);
            return kept.map_or(effects, |id| self.land_on(id));
        }
        if !self.list.marks.is_empty() {
            self.list.marks.clear();
            return Vec::new();
        }
        if !self.list.query.tiers.is_empty() || self.list.saved.is_some() {
            return self.go_view(Builtin::All);
        }
        self.focus_on(Pane::List)
    }

    fn focus_on(&mut self, pane: Pane) -> Vec<Effect> {
        self.focus = pane;
        self.scroll_list();
        self.scroll_agenda();
        match pane {
            Pane::Agenda => self.move_agenda_to(self.calendar.cursor),
            Pane::List => self.follow_list(),
            Pane::Views | Pane::Card | Pane::Month => Vec::new(),
        }
    }

    fn focus_by(&mut self, by: usize) -> Vec<Effect> {
        let at = Pane::ALL.iter().position(|pane| *pane == self.focus).unwrap_or(0);
        self.focus_on(Pane::ALL[(at + by) % Pane::ALL.len()])
    }

    fn mark(&mut self) -> Vec<Effect> {
        let Some(slot) = self.list.rows.get(self.list.cursor) else { return Vec::new() };
        if let Some(id) = self.board.at(*slot).map(|bundle| bundle.customer.id)
            && !self.list.marks.remove(&id)
        {
            self.list.marks.insert(id);
        }
        self.move_list_to(self.list.cursor + 1)
    }

    fn mark_all(&mut self) -> Vec<Effect> {
        let shown: Vec<_> =
            self.list.rows.iter().filter_map(|slot| self.board.at(*slot)).map(|it| it.customer.id).collect();
        if shown.iter().all(|id| self.list.marks.contains(id)) {
            self.list.marks.clear();
        } else {
            self.list.marks.extend(shown);
        }
        Vec::new()
    }

    fn place_of(&self, channel: &Channel) -> Option<usize> {
        self.current()?.channels.iter().position(|other| other.id == channel.id)
    }

    /// Copies the channel at that place of the current customer.
    pub fn copy_channel(&mut self, at: usize) -> Vec<Effect> {
        let Some(channel) = self.current().and_then(|bundle| bundle.channels.get(at)) else {
            self.tell(Say::new("why-no-such-channel").with("number", at + 1), false);
            return Vec::new();
        };
        let phone = reference::is_phone_like(channel.kind) && !channel.norm.is_empty();
        let text = if phone { channel.norm.to_string() } else { channel.handle.trim().to_owned() };
        let info = reference::kind(channel.kind);
        let kind = info.map_or(channel.kind.as_str(), |info| info.name(self.lang)).to_owned();
        let retired = info.and_then(|info| info.retired.as_ref());
        let say = match retired {
            Some(retired) => Say::new("said-copied-retired").with("successor", retired.successor),
            None => Say::new("said-copied"),
        };
        let say = say.with("kind", kind).with("handle", text.as_str());
        self.tell(say, true);
        vec![Effect::Copy(text)]
    }

    fn copy_kind(&mut self, kind: ChannelKind) -> Vec<Effect> {
        let channels = self.current().map_or(&[][..], |bundle| &bundle.channels);
        match channels.iter().position(|channel| channel.kind == kind) {
            Some(at) => self.copy_channel(at),
            None => {
                let name = reference::kind(kind).map_or(kind.as_str(), |info| info.name(self.lang)).to_owned();
                self.tell(Say::new("why-no-channel-of-kind").with("kind", name), false);
                Vec::new()
            }
        }
    }

    fn open_channel(&mut self, at: usize) -> Vec<Effect> {
        let Some(channel) = self.current().and_then(|bundle| bundle.channels.get(at)) else {
            self.tell(Say::new("why-no-such-channel").with("number", at + 1), false);
            return Vec::new();
        };
        match reference::link(channel.kind, &channel.handle, &channel.norm) {
            Some(link) => {
                self.tell(Say::new("said-opening").with("link", link.as_str()), true);
                vec![Effect::Open(link)]
            }
            None => {
                let name = reference::kind(channel.kind).map_or("", |info| info.name(self.lang)).to_owned();
                self.tell(Say::new("why-no-link").with("kind", name), false);
                Vec::new()
            }
        }
    }

    /// The current customer's channels by the letter of their kind; a kind's second one goes by its number.
    fn channel_menu(&mut self, title: &'static str, choice: fn(usize) -> Choice) -> Vec<Effect> {
        let Some(bundle) = self.current() else { return Vec::new() };
        let mut items: Vec<Item> = Vec::new();
        for (at, channel) in bundle.channels.iter().enumerate() {
            let info = reference::kind(channel.kind);
            let letter = info.map(|info| info.key).filter(|key| items.iter().all(|item| item.key != *key));
            let digit = char::from_digit(u32::try_from(at + 1).unwrap_or(0) % 10, 10).unwrap_or('0');
            let kind = info.map_or(channel.kind.as_str(), |info| info.name(self.lang)).to_owned();
            let label = Say::new("menu-channel").with("kind", kind).with("handle", &*channel.handle);
            items.push(Item { key: letter.unwrap_or(digit), label, choice: choice(at) });
        }
        if items.is_empty() {
            self.tell(Say::new("why-no-channels"), false);
            return Vec::new();
        }
        self.open_menu(Menu { title: Say::new(title), items, cursor: 0 })
    }

    fn toggle_favourite(&mut self) -> Vec<Effect> {
        let customers = self.targets();
        let favourite = !customers.iter().all(|id| self.board.get(*id).is_some_and(|bundle| bundle.customer.favourite));
        self.commit(Edit::SetFavourite { customers, favourite })
    }

    fn toggle_archive(&mut self) -> Vec<Effect> {
        let customers = self.targets();
        let archived = |id| self.board.get(id).is_some_and(|bundle| bundle.customer.status == Status::Archived);
        let status = if customers.iter().all(|id| archived(*id)) { Status::Active } else { Status::Archived };
        self.commit(Edit::SetStatus { customers, status })
    }

    fn delete(&mut self) -> Vec<Effect> {
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

    fn done(&mut self) -> Vec<Effect> {
        let Some((bundle, follow_up)) = self.follow_up_in_hand() else { return Vec::new() };
        let closing = Closing { id: follow_up.id, late: follow_up.here.on < self.now.today() };
        let (customer, last) = (bundle.customer.id, bundle.follow_ups.len() == 1);
        let effects = self.commit(Edit::Done { follow_ups: vec![closing], at: self.now.instant });
        if last && self.board.get(customer).is_some_and(|bundle| bundle.customer.status == Status::Active) {
            self.propose_next(customer);
        }
        effects
    }

    /// Moves the follow-up in hand by days; an overdue one is moved from today.
    fn drag(&mut self, days: i64) -> Vec<Effect> {
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

    fn snooze_menu(&mut self) -> Vec<Effect> {
        let today = self.now.today();
        let Some((_, follow_up)) = self.follow_up_in_hand() else { return Vec::new() };
        let monday = super::calendar::monday(today) + Days::new(7);
        let choices: [(char, &'static str, NaiveDate); 6] = [
            ('1', "menu-snooze-tomorrow", today + Days::new(1)),
            ('2', "menu-snooze-2", today + Days::new(2)),
            ('3', "menu-snooze-3", today + Days::new(3)),
            ('m', "menu-snooze-monday", monday),
            ('w', "menu-snooze-week", today + Days::new(7)),
            ('o', "menu-snooze-month", today.checked_add_months(Months::new(1)).unwrap_or(today)),
        ];
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

    fn shift_month(&mut self, by: i32) -> Vec<Effect> {
        let day = self.calendar.day;
        let months = Months::new(1);
        let there = if by > 0 { day.checked_add_months(months) } else { day.checked_sub_months(months) };
        self.go_to_day(there.unwrap_or(day))
    }

    fn open_history(&mut self, customer: Option<crate::domain::CustomerId>) -> Vec<Effect> {
        self.modals.push(Modal::History(HistoryView { customer, ..HistoryView::default() }));
        vec![Effect::History { customer }]
    }

    /// Fills the palette for its text: every command by name, those that can be used first.
    pub fn fill_palette(&mut self) {
        let words = reference::Words::of(self.lang);
        let Some(Modal::Palette(palette)) = self.modals.last() else { return };
        let text = palette.input.value().trim().to_lowercase();
        let matcher = SkimMatcherV2::default();
        let mut scored: Vec<(i64, usize)> = Vec::new();
        for (at, row) in TABLE.iter().enumerate() {
            let window = row.scopes.iter().all(|scope| *scope != Scope::Board && !Scope::PANES.contains(scope));
            if window || moves(row.command) {
                continue;
            }
            let title = words.get(&format!("cmd-{}", row.slug));
            let score = if text.is_empty() {
                Some(0)
            } else {
                let named = matcher.fuzzy_match(title.as_str(), &text);
                named.map(|score| score * 2).max(matcher.fuzzy_match(row.slug, &text))
            };
            if let Some(score) = score {
                scored.push((score, at));
            }
        }
        scored.sort_by_key(|(score, at)| {
            (std::cmp::Reverse(*score), self.availability(TABLE[*at].command).is_err(), *at)
        });
        let rows = scored.into_iter().map(|(_, at)| at).collect();
        if let Some(Modal::Palette(palette)) = self.modals.last_mut() {
            palette.rows = rows;
            palette.cursor = 0;
            palette.top = 0;
        }
    }
}

/// Commands that mean nothing by name.
const fn moves(command: Command) -> bool {
    matches!(
        command,
        Command::Down
            | Command::Up
            | Command::Left
            | Command::Right
            | Command::PageDown
            | Command::PageUp
            | Command::First
            | Command::Last
            | Command::Accept
            | Command::Palette
    )
}

fn stage_menu() -> Menu {
    const KEYS: [char; 8] = ['i', 'k', 'q', 's', 'n', 'o', 'r', 'l'];
    const LABELS: [&str; 8] = [
        "stage-inquiry",
        "stage-qualified",
        "stage-quoted",
        "stage-sample",
        "stage-negotiation",
        "stage-order",
        "stage-repeat",
        "stage-lost",
    ];
    let known = Stage::DEFAULT.into_iter().zip(KEYS).zip(LABELS);
    let mut items: Vec<Item> = known
        .map(|((stage, key), label)| Item { key, label: Say::new(label), choice: Choice::Stage(Some(stage)) })
        .collect();
    items.push(Item { key: '-', label: Say::new("stage-none"), choice: Choice::Stage(None) });
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
