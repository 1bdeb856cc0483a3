//! What the runtime brings: the file opened, changes of the board, answers to what was asked.

use super::super::{
    App, Board, Effect, ListPane, Opening, Pane, Phase,
    import::Stage,
    modal::{Choice, Item, Menu, Modal},
    online,
};
use crate::domain::say::Arg;
use crate::domain::view::{Builtin, ViewQuery};
use crate::domain::{Cause, Changes, CustomerId, Detail, Op, Say};
use crate::search::Ranking;

impl App {
    pub(super) fn opened(&mut self, opening: Opening) -> Vec<Effect> {
        self.file = opening.file;
        self.read_only = opening.read_only;
        self.demo = opening.demo;
        self.modals.clear();
        self.online = online::Online::default();
        self.list = ListPane::default();
        self.current = None;
        self.untouched = true;
        let rules = self.settings.rules.clone();
        self.board = Board::first_page(opening.bundles, opening.tally, opening.views, rules, &self.now);
        self.phase_of_board();
        // The morning's question is who is due; with nobody due, everybody is shown.
        if self.board.tally().views[Builtin::Due.index()].is_some_and(|due| due > 0) {
            self.list.query.builtin = Builtin::Due;
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

    pub(super) fn phase_of_board(&mut self) {
        self.phase = if self.board.tally().total == 0 { Phase::Welcome } else { Phase::Open };
    }

    pub(super) fn changed(&mut self, changes: Changes) -> Vec<Effect> {
        let own = changes.cause.is_own();
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
        let saved = changes.cause == Cause::Committed && changes.views.is_some();
        self.board.apply(changes);
        if saved {
            self.name_view();
        }
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
        self.settle_drift(&touched);
        effects.extend(self.refill_funnel());
        effects.extend(self.refill_ahead());
        effects
    }

    /// A view that was kept goes by its name from then on.
    fn name_view(&mut self) {
        let views = self.board.views();
        if !views.iter().any(|view| Some(view.id) == self.list.saved) {
            self.list.saved = views.iter().find(|view| view.query == self.list.query).map(|view| view.id);
        }
        if self.focus != Pane::Views {
            self.place_views_cursor();
        }
    }

    fn tell_of(&mut self, changes: &Changes) {
        let key = match changes.cause {
            Cause::Committed => "said-committed",
            Cause::Undone => "said-undone",
            Cause::Redone => "said-redone",
            Cause::Elsewhere => "said-elsewhere",
            Cause::UndoneElsewhere => "said-undone-elsewhere",
            Cause::RestoredElsewhere => return self.tell(Say::new("said-restored-elsewhere"), true),
        };
        match &changes.op {
            Some((_, label)) => {
                let label = self.board.rules().funnel.said(label);
                self.tell(Say::new(key).with("what", Arg::Label(Box::new(label))), true);
            }
            None if changes.cause == Cause::Committed => self.tell(Say::new("said-nothing-changed"), true),
            None => {}
        }
    }

    /// Brings list, agenda, marks and card up to the board.
    pub(super) fn board_changed(&mut self, touched: &[CustomerId]) -> Vec<Effect> {
        let Self { list, board, .. } = self;
        list.marks.retain(|id| board.get(*id).is_some());
        let mut effects = Vec::new();
        if self.list.query.text.is_empty() {
            self.refill();
        } else {
            effects.extend(self.rank_or_refill(false));
        }
        // The board opens on its first row, also where the plan is brought up to date meanwhile.
        if self.untouched && self.list.cursor > 0 {
            effects.extend(self.move_list_to(0));
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
            self.list.query = ViewQuery { sort: self.list.query.sort, ..Default::default() };
            self.list.saved = None;
            self.refill();
            self.place_views_cursor();
        }
        let row = self.list.rows.iter().position(|row| *row == slot).unwrap_or(0);
        self.move_list_to(row)
    }

    pub(super) fn refused(&mut self, say: Say) -> Vec<Effect> {
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
        self.refuse_drift();
        self.refuse_triage()
    }

    pub(super) fn read(&mut self, id: CustomerId, detail: Detail) -> Vec<Effect> {
        if self.current == Some(id) {
            self.card.detail = Some((id, detail));
            self.clamp_card();
        }
        Vec::new()
    }

    pub(super) fn ranked(&mut self, generation: u64, ranking: Ranking) -> Vec<Effect> {
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

    pub(super) fn history_read(&mut self, customer: Option<CustomerId>, ops: Vec<Op>) -> Vec<Effect> {
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
        Modal::Rfm(_) | Modal::Drift(_) | Modal::Ahead(_) => false,
    }
}
