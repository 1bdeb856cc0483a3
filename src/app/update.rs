//! What happened, taken in: messages from the runtime and keys, in one place each.

use super::{
    App, Effect, Mouse, MouseKind, Msg, Opening, Pane, Phase, Toast,
    card::Line,
    import::Stage,
    modal::{Choice, Item, Menu, Modal},
};
use crate::command::{Chord, Key, Resolved, Scope};
use crate::domain::say::Arg;
use crate::domain::{Cause, Changes, CustomerId, Detail, Now, Say};
use crate::search::Ranking;
use chrono::Duration;
use tui_input::{Input, InputRequest};

/// How long a toast stays where no key takes it away.
const TOAST: Duration = Duration::seconds(8);
/// Bytes of a paste that a field looks at.
const LINE: usize = 40_000;

impl App {
    /// Takes in what happened at `now` and says what to do about it.
    pub fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        self.turn_to(now);
        let mut effects = self.take(msg);
        effects.extend(self.ask_about_shown());
        effects
    }

    fn take(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(chord) => self.key(chord),
            Msg::Paste(text) => self.pasted(text),
            Msg::Mouse(mouse) => self.mouse(mouse),
            Msg::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.scroll_list();
                self.scroll_agenda();
                Vec::new()
            }
            Msg::Tick => Vec::new(),
            Msg::Opened(opening) => self.opened(*opening),
            Msg::Loaded(board) => {
                self.board = *board;
                self.board.turn_to(&self.now);
                self.phase_of_board();
                let mut effects = self.board_changed(&[]);
                effects.push(Effect::TellAll);
                effects
            }
            Msg::Changed(changes) => self.changed(*changes),
            Msg::Refused(say) => self.refused(say),
            Msg::Detail(id, detail) => self.read(id, *detail),
            Msg::Studied { id, study, insight } => self.studied(id, study, insight),
            Msg::Online { id, found } => self.looked_online(id, found),
            Msg::Insights { found, whole } => self.told(found, whole),
            Msg::Ranked { generation, ranking } => self.ranked(generation, ranking),
            Msg::History { customer, ops } => self.history_read(customer, ops),
            Msg::Step { op, rows } => {
                if let Some(Modal::History(history)) = self.modals.last_mut() {
                    history.step = Some((op, rows));
                }
                Vec::new()
            }
            Msg::Previewed(result) => {
                if let Some(Modal::Import(view)) = self.modals.last_mut() {
                    view.stage = result.map_or_else(Stage::Failed, Stage::Preview);
                }
                self.job = None;
                Vec::new()
            }
            Msg::Progress { done, total } => {
                if let Some(job) = &mut self.job {
                    (job.done, job.total) = (done, total);
                }
                Vec::new()
            }
            Msg::Mirrored(found) => self.mirrored(found),
            Msg::PasteRead { generation, reading } => self.paste_read(generation, reading),
            Msg::Alike { generation, alike } => self.alike(generation, &alike),
            Msg::Clipboard(text) => self.clipboard_read(text),
            Msg::Rfm(rfm) => self.rfm_reckoned(rfm),
            Msg::Drift(drift) => self.drift_reckoned(drift),
            Msg::Told { say, good } => {
                self.job = None;
                self.tell(say, good);
                Vec::new()
            }
            Msg::Stop => vec![Effect::Quit],
        }
    }

    fn turn_to(&mut self, now: Now) {
        if self.toast.as_ref().is_some_and(|toast| toast.until <= now.instant) {
            self.toast = None;
        }
        let new_day = self.now.today() != now.today();
        let followed = self.calendar.day == self.now.today();
        self.now = now;
        let new_minute = self.board.turn_to(&self.now);
        if new_day {
            if followed {
                self.calendar.day = self.now.today();
            }
            self.refill();
            self.refill_agenda();
        } else if new_minute && self.list.by_clock() {
            self.refill();
        }
    }

    /// Says something at the foot of the screen.
    pub fn tell(&mut self, say: Say, good: bool) {
        self.toast = Some(Toast { say, good, until: self.now.instant + TOAST });
    }

    fn opened(&mut self, opening: Opening) -> Vec<Effect> {
        self.file = opening.file;
        self.read_only = opening.read_only;
        self.demo = opening.demo;
        self.modals.clear();
        self.online = super::online::Online::default();
        self.list = super::ListPane::default();
        self.current = None;
        let rules = self.settings.rules.clone();
        self.board = super::Board::first_page(opening.bundles, opening.tally, opening.views, rules, &self.now);
        self.phase_of_board();
        // The morning's question is who is due; with nobody due, everybody is shown.
        if self.board.tally().views[crate::domain::view::Builtin::Due.index()].is_some_and(|due| due > 0) {
            self.list.query.builtin = crate::domain::view::Builtin::Due;
        }
        self.show_problems();
        if self.read_only {
            self.tell(Say::new("said-read-only"), false);
        }
        self.refill_agenda();
        self.refill();
        self.place_views_cursor();
        let mut effects = self.follow_list();
        if let Some(text) = self.pasting.early.take() {
            effects.extend(self.offer_paste(text));
        }
        effects
    }

    /// What is wrong in the configuration, all of it; the board below has started.
    fn show_problems(&mut self) {
        let problems = &self.settings.problems;
        if problems.is_empty() {
            return;
        }
        let item = |(key, say): (char, &Say)| Item { key, label: say.clone(), choice: Choice::Nothing };
        let items = ('1'..='9').chain('a'..='z').zip(problems).map(item).collect();
        let title = Say::new("menu-config").with("count", problems.len());
        self.modals.push(Modal::Menu(Menu { title, items, cursor: 0 }));
    }

    fn phase_of_board(&mut self) {
        self.phase = if self.board.tally().total == 0 { Phase::Welcome } else { Phase::Open };
    }

    fn changed(&mut self, changes: Changes) -> Vec<Effect> {
        let own = changes.cause != Cause::Elsewhere;
        if own {
            self.job = None;
        }
        if changes.cause == Cause::Committed && self.modals.last().is_some_and(waiting) {
            self.modals.pop();
        }
        self.tell_of(&changes);
        let touched: Vec<CustomerId> = changes.customers.iter().map(|(id, _)| *id).collect();
        let landing = std::mem::take(&mut self.land_on_new).then(|| touched.last().copied()).flatten();
        let cause = changes.cause;
        let history = own && matches!(self.modals.last(), Some(Modal::History(_)));
        self.board.apply(changes);
        if self.phase == Phase::Welcome && !self.board.is_empty() {
            self.phase = Phase::Open;
        }
        let mut effects = self.board_changed(&touched);
        if let Some(id) = landing {
            effects.extend(self.land_on(id));
        }
        if own {
            self.offer_pause();
        }
        if history && let Some(Modal::History(view)) = self.modals.last() {
            effects.push(Effect::History { customer: view.customer });
        }
        effects.extend(self.settle_triage(cause, &touched));
        effects.extend(self.refill_funnel());
        effects
    }

    fn tell_of(&mut self, changes: &Changes) {
        let key = match changes.cause {
            Cause::Committed => "said-committed",
            Cause::Undone => "said-undone",
            Cause::Redone => "said-redone",
            Cause::Elsewhere => "said-elsewhere",
        };
        match &changes.op {
            Some((_, label)) => self.tell(Say::new(key).with("what", Arg::Label(Box::new(label.clone()))), true),
            None if changes.cause == Cause::Committed => self.tell(Say::new("said-nothing-changed"), true),
            None => {}
        }
    }

    /// Brings list, agenda, marks and card up to the board.
    fn board_changed(&mut self, touched: &[CustomerId]) -> Vec<Effect> {
        let Self { list, board, .. } = self;
        list.marks.retain(|id| board.get(*id).is_some());
        let mut effects = Vec::new();
        if self.list.query.text.is_empty() {
            self.refill();
        } else {
            effects.extend(self.rank_or_refill(false));
        }
        self.refill_agenda();
        if self.current.is_none_or(|id| self.board.get(id).is_none()) {
            self.card.detail = None;
            effects.extend(self.follow_list());
        } else if let Some(id) = self.current.filter(|id| touched.contains(id) || touched.is_empty()) {
            effects.extend([Effect::Load(id), Effect::Study(id)]);
        }
        if !touched.is_empty() && self.board.complete() {
            effects.push(Effect::Tell(touched.to_vec()));
        }
        self.clamp_card();
        effects
    }

    fn clamp_card(&mut self) {
        let chosen = self.card_lines().iter().filter(|line| line.chosen()).count();
        self.card.cursor = self.card.cursor.min(chosen.saturating_sub(1));
    }

    /// Selects a customer, leaving the view when it is not in it.
    pub fn land_on(&mut self, id: CustomerId) -> Vec<Effect> {
        let Some(slot) = self.board.slot_of(id) else { return Vec::new() };
        if !self.list.rows.contains(&slot) {
            self.list.query = crate::domain::view::ViewQuery { sort: self.list.query.sort, ..Default::default() };
            self.list.saved = None;
            self.refill();
            self.place_views_cursor();
        }
        let row = self.list.rows.iter().position(|row| *row == slot).unwrap_or(0);
        self.move_list_to(row)
    }

    fn refused(&mut self, say: Say) -> Vec<Effect> {
        self.job = None;
        self.land_on_new = false;
        self.offer = None;
        match self.modals.last_mut() {
            Some(Modal::Form(form)) if form.waiting => {
                form.waiting = false;
                form.error = Some(say);
            }
            Some(Modal::Merge(merge)) if merge.waiting => {
                merge.waiting = false;
                self.tell(say, false);
            }
            Some(Modal::Import(view)) if matches!(view.stage, Stage::Writing(_)) => view.stage = Stage::Failed(say),
            Some(Modal::Reply(reply)) if reply.waiting => {
                reply.waiting = false;
                self.tell(say, false);
            }
            Some(Modal::Why(panel) | Modal::Evidence(panel)) if panel.waiting => {
                panel.waiting = false;
                self.tell(say, false);
            }
            _ => self.tell(say, false),
        }
        self.refuse_funnel();
        self.refuse_triage()
    }

    fn read(&mut self, id: CustomerId, detail: Detail) -> Vec<Effect> {
        if self.current == Some(id) {
            self.card.detail = Some((id, detail));
            self.clamp_card();
        }
        Vec::new()
    }

    fn ranked(&mut self, generation: u64, ranking: Ranking) -> Vec<Effect> {
        if generation != self.list.generation || self.list.query.text.is_empty() {
            return Vec::new();
        }
        // A new query starts at its best hit; the same query ranked again keeps its customer.
        let same = self.list.ranking.as_ref().is_some_and(|before| before.query == ranking.query);
        self.list.ranking = Some(ranking);
        if !same {
            self.current = None;
            self.list.cursor = 0;
            self.list.top = 0;
        }
        self.refill();
        self.follow_list()
    }

    fn history_read(&mut self, customer: Option<CustomerId>, ops: Vec<crate::domain::Op>) -> Vec<Effect> {
        let Some(Modal::History(history)) = self.modals.last_mut() else { return Vec::new() };
        if history.customer != customer {
            return Vec::new();
        }
        history.ops = ops;
        history.loaded = true;
        history.cursor = history.cursor.min(history.ops.len().saturating_sub(1));
        self.step_at_cursor()
    }

    /// Reads what the history's step under the cursor changed.
    pub fn step_at_cursor(&mut self) -> Vec<Effect> {
        let Some(Modal::History(history)) = self.modals.last_mut() else { return Vec::new() };
        history.step = None;
        history.ops.get(history.cursor).map(|op| Effect::Step(op.id)).into_iter().collect()
    }

    fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.toast = None;
        let scopes = self.scopes();
        let chords: Vec<Chord> = self.prefix.take().into_iter().chain([chord]).collect();
        match self.settings.keymap.resolve(&scopes, &chords) {
            Resolved::Command(command) => self.act(command),
            Resolved::Prefix => {
                self.prefix = Some(chord);
                Vec::new()
            }
            // A second chord that means nothing only takes the first back.
            Resolved::Nothing if chords.len() == 2 => Vec::new(),
            Resolved::Nothing => self.text_key(chord),
        }
    }

    /// A key that no command takes: text for a field, a letter of a menu.
    fn text_key(&mut self, chord: Chord) -> Vec<Effect> {
        if let Some(Modal::Menu(menu)) = self.modals.last() {
            let at = chord.text().and_then(|c| menu.items.iter().position(|item| item.key == c));
            return at.map_or_else(Vec::new, |at| self.choose(at));
        }
        if matches!(self.modals.last(), Some(Modal::Paste(_))) {
            return self.paste_key(chord, request_of(chord));
        }
        if self.turn_by_key(chord) {
            return Vec::new();
        }
        let Some(request) = request_of(chord) else { return Vec::new() };
        self.edit_text(|input| {
            input.handle(request);
        })
    }

    fn edit_text(&mut self, edit: impl FnOnce(&mut Input)) -> Vec<Effect> {
        match self.modals.last_mut() {
            Some(Modal::Form(form)) if form.waiting => Vec::new(),
            Some(Modal::Form(form)) => {
                let at = form.focus;
                if let Some(input) = form.fields.get_mut(at).and_then(|field| field.value.input_mut()) {
                    edit(input);
                    self.field_changed(at);
                }
                Vec::new()
            }
            Some(Modal::Paste(view)) => {
                if let Some(input) = view.line_mut() {
                    edit(input);
                }
                Vec::new()
            }
            Some(Modal::Palette(palette)) => {
                edit(&mut palette.input);
                self.fill_palette();
                Vec::new()
            }
            Some(_) => Vec::new(),
            None => match &mut self.list.search {
                Some(line) => {
                    edit(&mut line.input);
                    self.search_changed()
                }
                None => Vec::new(),
            },
        }
    }

    /// A paste goes into the field that is being written; on the board itself it is taken apart.
    fn pasted(&mut self, text: String) -> Vec<Effect> {
        match self.modals.last() {
            Some(Modal::Paste(_)) => self.paste_into(text),
            Some(_) if !self.typing() => self.keep_paste(text),
            Some(_) => self.paste_line(&text),
            None if self.phase == Phase::Opening => {
                self.pasting.early = Some(text);
                Vec::new()
            }
            None if self.list.search.is_some() => self.paste_line(&text),
            None => self.offer_paste(text),
        }
    }

    pub(super) fn paste_line(&mut self, text: &str) -> Vec<Effect> {
        let text = &text[..text.floor_char_boundary(LINE)];
        // A field is one line; what breaks lines becomes a space, and nothing in a paste is ever a key.
        let line: String = text.split(['\r', '\n', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let clean: String = line.chars().filter(|c| !c.is_control()).take(10_000).collect();
        self.edit_text(|input| {
            for c in clean.chars() {
                input.handle(InputRequest::InsertChar(c));
            }
        })
    }

    /// The search line's text changed: the list narrows at once.
    pub fn search_changed(&mut self) -> Vec<Effect> {
        let Some(line) = &self.list.search else { return Vec::new() };
        let text = line.input.value().trim().to_owned();
        if *text == *self.list.query.text {
            return Vec::new();
        }
        self.list.query.text = text.into();
        self.rank_or_refill(true)
    }

    fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        if !self.modals.is_empty() || self.phase != Phase::Open {
            use crate::command::Command;
            let sheet = matches!(self.modals.last(), Some(Modal::Triage(_)));
            return match (mouse.kind, self.modals.is_empty()) {
                // An inquiry is read with the wheel, and turned with a key.
                (MouseKind::WheelDown, false) if sheet => self.act(Command::PageDown),
                (MouseKind::WheelUp, false) if sheet => self.act(Command::PageUp),
                (MouseKind::WheelDown, false) => self.act(crate::command::Command::Down),
                (MouseKind::WheelUp, false) => self.act(crate::command::Command::Up),
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

    fn click(&mut self, pane: Pane, line: usize, mouse: Mouse, area: super::Area) -> Vec<Effect> {
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
                if !entries.get(line).is_some_and(super::views::Entry::chosen) {
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

fn waiting(modal: &Modal) -> bool {
    match modal {
        Modal::Form(form) => form.waiting,
        Modal::Merge(merge) => merge.waiting,
        Modal::Import(view) => matches!(view.stage, Stage::Writing(_)),
        Modal::Reply(reply) => reply.waiting,
        Modal::Why(panel) | Modal::Evidence(panel) => panel.waiting,
        Modal::Menu(_)
        | Modal::Palette(_)
        | Modal::Help(_)
        | Modal::Country(_)
        | Modal::History(_)
        | Modal::Triage(_)
        | Modal::Funnel(_)
        | Modal::Statistics(_) => false,
        Modal::Paste(view) => view.waiting(),
        Modal::Rfm(_) | Modal::Drift(_) => false,
    }
}

/// The keys of a text field, as shells and desktops have them.
fn request_of(chord: Chord) -> Option<InputRequest> {
    if let Some(c) = chord.text() {
        return Some(InputRequest::InsertChar(c));
    }
    Some(match (chord.ctrl, chord.key) {
        (false, Key::Backspace) if chord.alt => InputRequest::DeletePrevWord,
        (false, Key::Backspace) => InputRequest::DeletePrevChar,
        (false, Key::Delete) => InputRequest::DeleteNextChar,
        (false, Key::Left) => InputRequest::GoToPrevChar,
        (false, Key::Right) => InputRequest::GoToNextChar,
        (true, Key::Left) => InputRequest::GoToPrevWord,
        (true, Key::Right) => InputRequest::GoToNextWord,
        (false, Key::Home) => InputRequest::GoToStart,
        (false, Key::End) | (true, Key::Char('e')) => InputRequest::GoToEnd,
        (true, Key::Char('w')) => InputRequest::DeletePrevWord,
        (true, Key::Char('u')) => InputRequest::DeleteLine,
        (true, Key::Char('k')) => InputRequest::DeleteTillEnd,
        _ => return None,
    })
}

impl App {
    /// Whether letters are text where the exporter is.
    pub fn typing(&self) -> bool {
        matches!(self.scopes().first(), Some(Scope::Form | Scope::Palette | Scope::Search | Scope::Line | Scope::Text))
    }
}
