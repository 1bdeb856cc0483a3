//! Triage: one inquiry fills the screen, one key decides and goes on to the next.

use super::{
    App, Effect,
    modal::{Choice, Item, Menu, Modal},
};
use crate::domain::view::{Builtin, Sort, ViewQuery};
use crate::domain::workday::first_workday;
use crate::domain::{Bundle, Cause, CustomerId, Due, Edit, Made, NewFollowUp, Pause, Ruling, Say, Text, Tier, inquiry};
use crate::reference;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, VecDeque};

/// What became of an inquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decided {
    Accepted(Tier),
    Fake,
    NotTarget,
    Snoozed,
    Merged,
    Replied,
}

impl Decided {
    /// The name in locale keys (`decided-fake`).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted(_) => "accepted",
            Self::Fake => "fake",
            Self::NotTarget => "not-target",
            Self::Snoozed => "snoozed",
            Self::Merged => "merged",
            Self::Replied => "replied",
        }
    }
}

/// The layer.
#[derive(Debug, Default)]
pub struct Triage {
    /// Those to be decided, in the order of the list; it stays as it was when triage was opened.
    pub queue: Vec<CustomerId>,
    pub cursor: usize,
    pub decided: BTreeMap<CustomerId, Decided>,
    /// On their way to the disk, the oldest first.
    pending: VecDeque<(Vec<CustomerId>, Decided)>,
    /// They were marked: a decision is one for all of them.
    pub together: bool,
    /// The first line on the screen.
    pub top: usize,
}

impl Triage {
    pub fn new(queue: Vec<CustomerId>, cursor: usize, together: bool) -> Self {
        Self { queue, cursor, together, ..Self::default() }
    }

    /// Still to be decided.
    pub fn left(&self) -> usize {
        self.queue.iter().filter(|id| self.is_open(**id)).count()
    }

    fn is_open(&self, id: CustomerId) -> bool {
        !self.decided.contains_key(&id) && !self.pending.iter().any(|(ids, _)| ids.contains(&id))
    }

    /// The one on the screen.
    pub fn here(&self) -> Option<CustomerId> {
        self.queue.get(self.cursor).copied()
    }

    /// How many of each decision.
    pub fn tally(&self) -> BTreeMap<Decided, usize> {
        let mut tally = BTreeMap::new();
        self.decided.values().for_each(|decided| *tally.entry(*decided).or_default() += 1);
        tally
    }

    /// The next one to be decided, from the cursor on and then from the top.
    fn next_open(&self) -> Option<usize> {
        let open = |at: &usize| self.queue.get(*at).is_some_and(|id| self.is_open(*id));
        (self.cursor..self.queue.len()).find(open).or_else(|| (0..self.cursor).find(open))
    }
}

impl App {
    /// The triage that is open, at whatever depth.
    pub fn triage(&self) -> Option<&Triage> {
        self.modals
            .iter()
            .rev()
            .find_map(|modal| if let Modal::Triage(triage) = modal { Some(&**triage) } else { None })
    }

    fn triage_mut(&mut self) -> Option<&mut Triage> {
        let open = self.modals.iter_mut().rev();
        open.into_iter().find_map(|modal| if let Modal::Triage(triage) = modal { Some(&mut **triage) } else { None })
    }

    /// `t`: the marked ones together; else the inquiries of the list, else all, the newest first.
    pub(super) fn open_triage(&mut self) -> Vec<Effect> {
        let marked = self.targets();
        let together = !self.list.marks.is_empty() && marked.len() > 1;
        let here = self.list.query.builtin == Builtin::Inquiries;
        let mut cursor = 0;
        let queue: Vec<CustomerId> = if together {
            marked
        } else {
            let all = ViewQuery { builtin: Builtin::Inquiries, sort: Sort::Created, ..ViewQuery::default() };
            let rows = if here { self.list.rows.clone() } else { self.board.rows(&all, &self.now) };
            let bundles = rows.into_iter().map(|slot| self.board.at(slot)).enumerate();
            let mut open = Vec::new();
            for (row, bundle) in bundles {
                if let Some(bundle) = bundle.filter(|it| inquiry::wants_decision(it, &self.now)) {
                    // From the row under the cursor on, or the next one that is open.
                    cursor += usize::from(here && row < self.list.cursor);
                    open.push(bundle.customer.id);
                }
            }
            open
        };
        if queue.is_empty() {
            let all = self.board.tally().views[Builtin::Inquiries.index()].unwrap_or(0);
            let key = if all > 0 { "why-inquiries-planned" } else { "why-no-inquiries" };
            self.tell(Say::new(key).with("count", all), true);
            return Vec::new();
        }
        let current = queue.iter().position(|id| Some(*id) == self.current);
        let cursor = current.unwrap_or(if cursor < queue.len() { cursor } else { 0 });
        self.modals.push(Modal::Triage(Box::new(Triage::new(queue, cursor, together))));
        self.show_triaged()
    }

    fn show_triaged(&mut self) -> Vec<Effect> {
        let Some(triage) = self.triage_mut() else { return Vec::new() };
        triage.top = 0;
        let here = triage.here();
        match here {
            Some(id) => self.show(Some(id)),
            None => Vec::new(),
        }
    }

    /// Up and down without deciding.
    pub(super) fn move_triage(&mut self, to: impl FnOnce(usize, usize) -> usize) -> Vec<Effect> {
        let Some(triage) = self.triage_mut() else { return Vec::new() };
        triage.cursor = to(triage.cursor, triage.queue.len().saturating_sub(1));
        self.show_triaged()
    }

    /// Whom a decision is about.
    fn triaged(&self) -> Vec<CustomerId> {
        let Some(triage) = self.triage() else { return Vec::new() };
        let mut ids = if triage.together { triage.queue.clone() } else { triage.here().into_iter().collect() };
        ids.retain(|id| self.board.get(*id).is_some());
        ids
    }

    /// `a b c`.
    pub(super) fn take_on(&mut self, tier: Tier) -> Vec<Effect> {
        let first = |id: CustomerId| (id, self.board.get(id).and_then(|bundle| self.first_follow_up(bundle, tier)));
        let customers = self.triaged().into_iter().map(first).collect();
        let stage = self.board.rules().funnel.accepted();
        self.decide(Decided::Accepted(tier), Edit::Accept { customers, tier, stage })
    }

    /// `x`, `z`.
    pub(super) fn turn_away(&mut self, ruling: Ruling) -> Vec<Effect> {
        let decided = if ruling == Ruling::Fake { Decided::Fake } else { Decided::NotTarget };
        let customers = self.triaged();
        let note = self.online_note(&customers, ruling);
        self.decide(decided, Edit::Rule { customers, ruling, note })
    }

    /// The first follow-up by the tier's rhythm, on a day on which they work; none where one is planned, or the rhythm
    /// plans it itself.
    pub(super) fn first_follow_up(&self, bundle: &Bundle, tier: Tier) -> Option<NewFollowUp> {
        let today = self.now.today();
        if self.settings.plans || bundle.follow_ups.iter().any(|it| it.here.on > today) {
            return None;
        }
        let customer = &bundle.customer;
        let pace = self.board.rules().pace(customer.cadence_days, None, tier);
        let wanted = today.checked_add_days(chrono::Days::new(pace.ideal.into())).unwrap_or(today);
        let on = first_workday(wanted, |day| reference::day_off(customer.country, day));
        Some(NewFollowUp { due: Due::day(on), note: Text::default(), made: Made::Cadence })
    }

    /// Sends a decision to the disk and goes on at once: the next key is for the next inquiry.
    fn decide(&mut self, decided: Decided, edit: Edit) -> Vec<Effect> {
        let ids = self.triaged();
        if ids.is_empty() {
            return Vec::new();
        }
        let mut effects = self.commit(edit);
        effects.extend(self.decided(ids, decided));
        effects
    }

    /// Notes a decision that is on its way.
    pub(super) fn decided(&mut self, ids: Vec<CustomerId>, decided: Decided) -> Vec<Effect> {
        let Some(triage) = self.triage_mut() else { return Vec::new() };
        triage.pending.push_back((ids, decided));
        if let Some(next) = triage.next_open() {
            triage.cursor = next;
        }
        self.show_triaged()
    }

    /// `s`: how long it can wait.
    pub(super) fn snooze_inquiry(&mut self) -> Vec<Effect> {
        let items = self.snooze_days().into_iter().map(|(key, label, on)| Item {
            key,
            label: Say::new(label).with("date", on.format("%Y-%m-%d").to_string()),
            choice: Choice::PutOff(on),
        });
        let menu = Menu { title: Say::new("menu-snooze"), items: items.collect(), cursor: 0 };
        self.open_menu(menu)
    }

    /// Puts the inquiry off until that day.
    pub(super) fn put_off(&mut self, on: NaiveDate) -> Vec<Effect> {
        let pause = Pause { until: on, note: Text::default() };
        self.decide(Decided::Snoozed, Edit::Pause { customers: self.triaged(), pause: Some(pause) })
    }

    /// The one that the inquiry most likely doubles.
    pub(super) fn twin(&self) -> Option<CustomerId> {
        self.study()?.twins.iter().map(|twin| twin.id).find(|id| self.board.get(*id).is_some())
    }

    /// `m`: into the one that it doubles, which is kept.
    pub(super) fn merge_inquiry(&mut self) -> Vec<Effect> {
        let (Some(twin), Some(own)) = (self.twin(), self.current) else { return Vec::new() };
        self.open_merge(twin, own);
        Vec::new()
    }

    /// The disk has a decision, or took one back: the inquiry that was brought back is shown.
    pub(super) fn settle_triage(&mut self, cause: Cause, touched: &[CustomerId]) -> Vec<Effect> {
        let Some(triage) = self.triage_mut() else { return Vec::new() };
        match cause {
            Cause::Committed => {
                if let Some((ids, decided)) = triage.pending.pop_front() {
                    triage.decided.extend(ids.into_iter().map(|id| (id, decided)));
                }
            }
            Cause::Undone => {
                let back = triage.queue.iter().position(|id| touched.contains(id) && triage.decided.contains_key(id));
                triage.decided.retain(|id, _| !touched.contains(id));
                if let Some(back) = back {
                    triage.cursor = back;
                }
            }
            Cause::Redone | Cause::Elsewhere | Cause::UndoneElsewhere | Cause::RestoredElsewhere => {}
        }
        self.show_triaged_again()
    }

    /// The board may have moved its own cursor: the inquiry on the screen stays the current one.
    fn show_triaged_again(&mut self) -> Vec<Effect> {
        let here = self.triage().and_then(Triage::here);
        match here.filter(|id| self.current != Some(*id) && self.board.get(*id).is_some()) {
            Some(id) => self.show(Some(id)),
            None => Vec::new(),
        }
    }

    /// The disk refused a decision: back to that inquiry.
    pub(super) fn refuse_triage(&mut self) -> Vec<Effect> {
        let Some(triage) = self.triage_mut() else { return Vec::new() };
        let Some((ids, _)) = triage.pending.pop_front() else { return Vec::new() };
        triage.cursor = triage.queue.iter().position(|id| ids.contains(id)).unwrap_or(triage.cursor);
        self.show_triaged()
    }

    /// Back on the board: the list's cursor goes where triage was, or stays where it is.
    pub(super) fn leave_triage(&mut self, here: Option<CustomerId>) -> Vec<Effect> {
        let slot = here.and_then(|id| self.board.slot_of(id));
        match slot.and_then(|slot| self.list.rows.iter().position(|row| *row == slot)) {
            Some(row) => self.move_list_to(row),
            None => self.follow_list(),
        }
    }

    /// The days that something can be put off to.
    pub(super) fn snooze_days(&self) -> [(char, &'static str, NaiveDate); 6] {
        let today = self.now.today();
        let later = |days| today + Days::new(days);
        let month = today.checked_add_months(chrono::Months::new(1)).unwrap_or(today);
        [
            ('1', "menu-snooze-tomorrow", later(1)),
            ('2', "menu-snooze-2", later(2)),
            ('3', "menu-snooze-3", later(3)),
            ('m', "menu-snooze-monday", super::calendar::monday(today) + Days::new(7)),
            ('w', "menu-snooze-week", later(7)),
            ('o', "menu-snooze-month", month),
        ]
    }
}
