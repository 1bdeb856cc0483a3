//! Evidence and cause on the screen: what is held against a customer, why it is silent, and the step that is advised.

use super::{App, Effect, modal::Modal, triage::Decided};
use crate::domain::silence::Action;
use crate::domain::{ChannelId, ChannelKind, Due, Edit, FollowUpId, Made, NewFollowUp, Now, Ruling, Say, Text};
use crate::reference::{self, Desk};
use chrono::{DateTime, NaiveTime, Timelike, Utc};

/// A layer of lines about the current customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// The first line on the screen.
    pub top: usize,
    /// The edit is on its way.
    pub waiting: bool,
}

/// The advised step as one edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub moved: Option<FollowUpId>,
    pub follow_up: NewFollowUp,
    pub primary: Option<ChannelId>,
}

impl App {
    pub(super) fn open_why(&mut self) -> Vec<Effect> {
        self.modals.push(Modal::Why(Panel::default()));
        self.current.map(Effect::Study).into_iter().collect()
    }

    pub(super) fn open_evidence(&mut self) -> Vec<Effect> {
        self.modals.push(Modal::Evidence(Panel::default()));
        self.current.map(Effect::Study).into_iter().collect()
    }

    /// The exporter's own word on the current customer, from the evidence.
    pub(super) fn rule(&mut self, ruling: Ruling) -> Vec<Effect> {
        let Some(id) = self.current else { return Vec::new() };
        if let Some(Modal::Evidence(panel)) = self.modals.last_mut()
            && std::mem::replace(&mut panel.waiting, true)
        {
            return Vec::new();
        }
        let mut effects =
            self.commit(Edit::Rule { customers: vec![id], ruling, note: self.online_note(&[id], ruling) });
        if ruling.is_final() && self.triage().is_some_and(|triage| triage.here() == Some(id)) {
            let decided = if ruling == Ruling::Fake { Decided::Fake } else { Decided::NotTarget };
            effects.extend(self.decided(vec![id], decided));
        }
        effects
    }

    /// `Enter` in the why panel: the step that is advised, as one op.
    pub(super) fn proceed(&mut self) -> Vec<Effect> {
        let (Some(customer), Some(study)) = (self.current, self.study()) else { return Vec::new() };
        if study.why.step.action == Action::Verify {
            self.modals.pop();
            return self.open_evidence();
        }
        let Some(Proposal { moved, follow_up, primary }) = self.proposal() else {
            self.tell(Say::new("why-no-step"), false);
            return Vec::new();
        };
        if let Some(Modal::Why(panel)) = self.modals.last_mut()
            && std::mem::replace(&mut panel.waiting, true)
        {
            return Vec::new();
        }
        self.commit(Edit::Proceed { customer, moved, follow_up, primary })
    }

    /// What applying the step would do; `None`: there is nothing to do.
    pub fn proposal(&self) -> Option<Proposal> {
        let (bundle, step) = (self.current()?, &self.study()?.why.step);
        if matches!(step.action, Action::Nothing | Action::Verify) {
            return None;
        }
        let desk = Desk::of(bundle, &self.board.rules().windows, self.lang);
        let name =
            |kind: ChannelKind| reference::kind(kind).map_or(kind.as_str(), |info| info.name(self.lang)).to_owned();
        let note = match (step.action, step.channel) {
            (Action::Ask, Some(kind)) => Some(Say::new("note-ask").with("kind", name(kind))),
            (Action::Ask, None) => Some(Say::new("note-ask-any")),
            (Action::Switch, Some(kind)) => Some(Say::new("note-switch").with("kind", name(kind))),
            _ => None,
        };
        let note = note.map_or_else(Text::default, |say| reference::Words::of(self.lang).say(&say).as_str().into());
        let due = due_at(step.at.unwrap_or(self.now.instant), desk.zone(), &self.now);
        let primary = match (step.action, step.channel) {
            (Action::Switch, Some(kind)) => bundle.channels.iter().find(|it| it.kind == kind).map(|it| it.id),
            _ => None,
        };
        let moved = bundle.follow_ups.first().map(|it| it.id);
        Some(Proposal { moved, follow_up: NewFollowUp { due, note, made: Made::Hand }, primary })
    }
}

/// A moment as a follow-up has it: on their wall where that is known, to the quarter of an hour; today without a time
/// where it is now.
fn due_at(at: DateTime<Utc>, zone: Option<&'static str>, now: &Now) -> Due {
    let soon = at <= now.instant;
    let wall = zone.and_then(|zone| reference::local_at(zone, at)).filter(|_| !soon);
    match wall {
        Some(wall) => {
            let time = NaiveTime::from_hms_opt(wall.hour(), wall.minute() / 15 * 15, 0);
            Due { on: wall.date(), time, zone: zone.map(Into::into) }
        }
        None => Due::day(at.max(now.instant).with_timezone(&now.offset).date_naive()),
    }
}
