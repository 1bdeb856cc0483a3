//! The exporter's own stages: their order, their names, which of them are offered. Nobody else decides any of it.

use crate::domain::{Label, Say, Stage, Text};
use std::collections::BTreeMap;

/// The exporter's funnel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stages {
    /// First to last; [`Stage::LOST`] wherever it stands is no step.
    pub order: Vec<Stage>,
    /// Names that take the place of the program's.
    pub names: BTreeMap<Stage, Text>,
    /// In use, but not offered, and without a column of their own: their customers stand beside the funnel.
    pub hidden: Vec<Stage>,
    /// Longer in a stage is stuck, whatever is usual there.
    pub stuck_days: u16,
}

impl Default for Stages {
    fn default() -> Self {
        Self { order: Stage::DEFAULT.to_vec(), names: BTreeMap::new(), hidden: Vec::new(), stuck_days: 60 }
    }
}

/// Locale keys, in the order of [`Stage::DEFAULT`].
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

impl Stages {
    /// Those that are offered, in order.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = Stage> + '_ {
        self.order.iter().copied().filter(|stage| !self.hidden.contains(stage))
    }

    /// Those that narrow the funnel, in order.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = Stage> + '_ {
        self.order.iter().copied().filter(|stage| *stage != Stage::LOST)
    }

    /// Where an inquiry comes to that is taken on: qualified, or in a funnel without that the step after the inquiry.
    pub fn accepted(&self) -> Stage {
        let mut later = self.steps().skip_while(|stage| *stage != Stage::INQUIRY).skip(1);
        let qualified = self.order.contains(&Stage::QUALIFIED).then_some(Stage::QUALIFIED);
        let next = || later.find(|stage| !self.hidden.contains(stage));
        let first = || self.steps().find(|stage| *stage != Stage::INQUIRY);
        qualified.or_else(next).or_else(first).unwrap_or(Stage::QUALIFIED)
    }

    /// All that the exporter speaks of: in order, then those that are only hidden or named.
    pub fn known(&self) -> Vec<Stage> {
        let mut known = self.order.clone();
        let others = self.hidden.iter().chain(self.names.keys());
        for stage in others {
            if !known.contains(stage) {
                known.push(*stage);
            }
        }
        known
    }

    /// What a form offers a customer who is at `now`: no stage, then those that are shown; `now` itself is never taken
    /// away.
    pub fn choices(&self, now: Option<Stage>) -> Vec<Option<Stage>> {
        let mut choices: Vec<Option<Stage>> = std::iter::once(None).chain(self.shown().map(Some)).collect();
        if !choices.contains(&now) {
            choices.push(now);
        }
        choices
    }

    /// What lists are put in order by: the funnel's order, then stages that nobody speaks of any more by their names, then
    /// customers without one.
    pub fn place(&self, stage: Option<Stage>) -> u64 {
        let Some(stage) = stage else { return u64::MAX };
        match self.order.iter().position(|known| *known == stage) {
            Some(at) => at as u64,
            None => {
                stage.as_str().bytes().take(6).chain([0; 6]).take(6).fold(1, |place, byte| place << 8 | u64::from(byte))
            }
        }
    }

    /// What a stage is called: in the exporter's word, else in the program's, else as it is written.
    pub fn label(&self, stage: Option<Stage>) -> Say {
        let Some(stage) = stage else { return Say::new("stage-none") };
        if let Some(name) = self.names.get(&stage) {
            return Say::new("stage-own").with("name", &**name);
        }
        match Stage::DEFAULT.iter().position(|known| *known == stage) {
            Some(at) => Say::new(LABELS[at]),
            None => Say::new("stage-own").with("name", stage.as_str()),
        }
    }

    /// An op's name, with the stage in it in the exporter's word.
    pub fn said(&self, label: &Label) -> Label {
        let stage = Some(&label.detail).filter(|_| &*label.key == "op-stage").and_then(|slug| Stage::new(slug));
        match stage.and_then(|stage| self.names.get(&stage)) {
            Some(name) => Label { key: "op-stage-own".into(), detail: name.clone(), ..label.clone() },
            None => label.clone(),
        }
    }
}

/// Why somebody is lost; the reason goes with the stage: of any other there is none.
pub fn reason_at(stage: Option<Stage>, reason: &str) -> &str {
    if stage == Some(Stage::LOST) { reason } else { "" }
}
