//! What the network said of customers, asked because the exporter wanted it: kept while the program runs, and written
//! into a customer's notes when the exporter decides what it is.

use super::{App, Effect};
use crate::domain::authenticity::{self, Assessment, Evidence, Verdict};
use crate::domain::insight::{Insight, Study};
use crate::domain::{CustomerId, Ruling, Say, Text};
use crate::reference::Words;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// The answers, by customer.
#[derive(Clone, Debug, Default)]
pub struct Online {
    asked: BTreeMap<CustomerId, Asked>,
}

/// A question to the network.
#[derive(Clone, Debug)]
struct Asked {
    at: DateTime<Utc>,
    /// `None` while it is asked.
    found: Option<Vec<Evidence>>,
    /// What it made of what was known before.
    told: Option<(Verdict, i32)>,
}

/// How far a question to the network is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Asking,
    /// When it was asked.
    At(DateTime<Utc>),
}

impl Online {
    /// Weighs what the network said beside what is known without it.
    fn weigh(&mut self, id: CustomerId, assessment: &mut Assessment) {
        let Some(asked) = self.asked.get_mut(&id) else { return };
        if let Some(found) = &asked.found {
            *assessment = authenticity::with(assessment, found);
            asked.told = Some((assessment.verdict, assessment.score));
        }
    }

    /// The same in short, where it was weighed before.
    pub(super) fn patch(&self, id: CustomerId, insight: &mut Insight) {
        if let Some((verdict, score)) = self.asked.get(&id).and_then(|asked| asked.told) {
            insight.judge(verdict, score);
        }
    }
}

impl App {
    /// The network is asked about the current customer.
    pub(super) fn check_online(&mut self) -> Vec<Effect> {
        let Some(id) = self.current else { return Vec::new() };
        let told = self.online.asked.get(&id).and_then(|asked| asked.told);
        self.online.asked.insert(id, Asked { at: self.now.instant, found: None, told });
        vec![Effect::Online(id)]
    }

    /// The answer: all of the customer is told anew with it.
    pub(super) fn looked_online(&mut self, id: CustomerId, found: Vec<Evidence>) -> Vec<Effect> {
        let Some(asked) = self.online.asked.get_mut(&id) else { return Vec::new() };
        asked.found = Some(found);
        vec![Effect::StudyAside(id)]
    }

    /// Takes what the network said of the customer into what is told of it.
    pub(super) fn with_online(&mut self, id: CustomerId, study: &mut Study, insight: &mut Insight) {
        self.online.weigh(id, &mut study.assessment);
        self.online.patch(id, insight);
    }

    /// Whether the network was asked about the current customer, and when.
    pub fn online(&self) -> Option<Answer> {
        let asked = self.online.asked.get(&self.current?)?;
        Some(if asked.found.is_some() { Answer::At(asked.at) } else { Answer::Asking })
    }

    /// What the network said of a customer as a line for its notes, where the exporter now decides what it is: after a
    /// restart nobody would know what that rests on. Empty: nothing was asked.
    pub(super) fn online_note(&self, customers: &[CustomerId], ruling: Ruling) -> Text {
        let &[id] = customers else { return Text::default() };
        let asked = self.online.asked.get(&id).filter(|_| ruling != Ruling::Undecided);
        let Some((asked, found)) = asked.and_then(|asked| Some((asked, asked.found.as_ref()?))) else {
            return Text::default();
        };
        let words = Words::of(self.lang);
        let said: Vec<String> = found.iter().map(|one| words.say(&one.detail).to_string()).collect();
        let on = asked.at.with_timezone(&self.now.offset).date_naive();
        let say = Say::new("note-online").with("date", on.to_string()).with("found", said.join(" "));
        words.say(&say).as_str().into()
    }
}
