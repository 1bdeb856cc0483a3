//! The insight thread: verdicts, fit and silence of every customer, told beside the screen and the disk. It has a
//! connection of its own for reading; what is asked for is told at once, the whole board in between, piece by piece.

mod met;
mod others;
mod survey;

pub use met::Met;
pub use survey::all;

use super::Event;
use crate::app::Msg;
use crate::domain::fit::FitRules;
use crate::domain::hours::Windows;
use crate::domain::insight::{Insight, Study};
use crate::domain::{Bundle, CustomerId, Detail, Now, Stage, Status, authenticity::Facts, next_channel::unanswered};
use crate::reference::{Glance, Grounds, Known, Lang, Others, phones, study};
use crate::store::{Store, StoreError};
use anyhow::{Context, Result};
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;
use survey::Survey;

/// Lines of a timeline that are looked at.
const LINES: usize = 200;
/// Orders that are looked at, the newest first.
const ORDERS: usize = 200;
/// Insights that one message brings while the whole board is told of.
const BATCH: usize = 4_000;

/// What stays the same from customer to customer.
#[derive(Clone, Debug)]
pub struct Rules {
    pub fit: FitRules,
    pub windows: Windows,
    /// The language of names in sentences.
    pub lang: Lang,
}

impl Rules {
    const fn grounds<'a>(&'a self, now: &'a Now) -> Grounds<'a> {
        Grounds { fit: &self.fit, windows: &self.windows, lang: self.lang, now }
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// The whole board, from the beginning.
    All,
    /// These, in short.
    Some(Vec<CustomerId>),
    /// This one, whole.
    Study(CustomerId),
    /// The same of one that is not looked at: no newer ask makes it idle.
    StudyAside(CustomerId),
}

/// Asked of the thread.
#[derive(Debug)]
pub(super) struct Ask {
    pub(super) what: What,
    pub(super) db: PathBuf,
    pub(super) lang: Lang,
    pub(super) now: Now,
}

/// The thread's letter box.
#[derive(Debug)]
pub(super) struct Insights {
    asks: Sender<Ask>,
}

impl Insights {
    /// Asks; the thread ends only with the program.
    pub(super) fn ask(&self, ask: Ask) {
        drop(self.asks.send(ask));
    }
}

/// Starts the thread. `rest` is called when the whole board was told of.
pub(super) fn spawn(rules: Rules, rest: fn(), events: Sender<Event>) -> Result<Insights> {
    let (asks, inbox) = channel();
    let worker = Worker {
        rules,
        store: None,
        survey: None,
        met: Met::default(),
        fresh: HashSet::new(),
        found: Vec::new(),
        now: None,
        rest,
        events,
    };
    thread::Builder::new().name("insight".into()).spawn(move || worker.work(&inbox)).context("starting a thread")?;
    Ok(Insights { asks })
}

struct Worker {
    rules: Rules,
    store: Option<(PathBuf, Store)>,
    survey: Option<Survey>,
    met: Met,
    /// Told one by one during the survey: what it says of them later is older.
    fresh: HashSet<CustomerId>,
    found: Vec<(CustomerId, Insight)>,
    now: Option<Now>,
    rest: fn(),
    events: Sender<Event>,
}

impl Worker {
    fn work(mut self, inbox: &Receiver<Ask>) {
        loop {
            let first = if self.survey.is_some() {
                match inbox.try_recv() {
                    Ok(ask) => Some(ask),
                    Err(TryRecvError::Empty) => None,
                    Err(TryRecvError::Disconnected) => return,
                }
            } else {
                match inbox.recv() {
                    Ok(ask) => Some(ask),
                    Err(_) => return,
                }
            };
            // The screen is told of nothing it cannot see: an error of reading is the disk thread's to say.
            match first {
                Some(ask) => newest(ask, inbox).into_iter().for_each(|ask| drop(self.serve(ask))),
                None => {
                    if self.go_on().is_err() {
                        self.survey = None;
                    }
                }
            }
        }
    }

    fn send(&self, msg: Msg) {
        drop(self.events.send(msg.into()));
    }

    fn serve(&mut self, ask: Ask) -> Result<(), StoreError> {
        let Ask { what, db, lang, now } = ask;
        self.rules.lang = lang;
        if self.store.as_ref().is_none_or(|(path, _)| *path != db) {
            let store = Store::open_read_only(&db)?;
            store.be_frugal()?;
            self.store = Some((db, store));
            (self.survey, self.met) = (None, Met::default());
        }
        let Some((_, store)) = &self.store else { return Ok(()) };
        match what {
            What::All => {
                self.survey = Some(Survey::new());
                self.fresh.clear();
                self.found.clear();
            }
            What::Some(ids) => {
                let found = some(store, &ids, &self.rules, &mut self.met, &now)?;
                if self.survey.is_some() {
                    self.fresh.extend(found.iter().map(|(id, _)| *id));
                }
                self.send(Msg::Insights { found, whole: false });
            }
            What::Study(id) | What::StudyAside(id) => {
                if let Some((study, insight)) = one(store, id, &self.rules, &self.met, &now)? {
                    self.send(Msg::Studied { id, study: Box::new(study), insight });
                }
            }
        }
        self.now = Some(now);
        Ok(())
    }

    fn go_on(&mut self) -> Result<(), StoreError> {
        let (Some((_, store)), Some(survey), Some(now)) = (&self.store, &mut self.survey, &self.now) else {
            return Ok(());
        };
        let told = survey.step(store, &self.rules, now)?;
        self.found.extend(told.into_iter().filter(|(id, _)| !self.fresh.contains(id)));
        let done = survey.done();
        if done {
            self.met = std::mem::take(&mut survey.met);
            let fresh: Vec<CustomerId> = self.fresh.iter().copied().collect();
            for (bundle, detail) in store.dossiers(&fresh, LINES)? {
                self.met.meet(&bundle, &detail);
            }
            store.be_frugal()?;
        }
        if done || self.found.len() >= BATCH {
            let found = std::mem::take(&mut self.found);
            self.send(Msg::Insights { found, whole: done });
        }
        if done {
            self.survey = None;
            self.fresh = HashSet::new();
            phones::rest();
            (self.rest)();
        }
        Ok(())
    }
}

/// What waits, without what a newer ask makes idle: only the last customer that was looked at is.
fn newest(first: Ask, inbox: &Receiver<Ask>) -> Vec<Ask> {
    let mut asks = vec![first];
    asks.extend(std::iter::from_fn(|| inbox.try_recv().ok()));
    let last = asks.iter().rposition(|ask| matches!(ask.what, What::Study(_)));
    let mut at = 0;
    asks.retain(|ask| {
        at += 1;
        !matches!(ask.what, What::Study(_)) || Some(at - 1) == last
    });
    // Who is looked at comes first.
    asks.sort_by_key(|ask| !matches!(ask.what, What::Study(_)));
    asks
}

/// In short: an inquiry as exactly as where it is looked at, because its sign in the list decides what becomes of it;
/// the others at a glance, until somebody looks at the customer itself.
fn short_of(bundle: &Bundle, detail: &Detail, rules: &Rules, others: &Others, now: &Now) -> (CustomerId, Insight) {
    let inquiry = bundle.customer.stage == Some(Stage::INQUIRY) && bundle.customer.status == Status::Active;
    let facts: &dyn Facts = if inquiry { &Known } else { &Glance };
    let study = study((bundle, detail), &rules.grounds(now), others, facts);
    (bundle.customer.id, short(&study, detail, now))
}

fn short(study: &Study, detail: &Detail, now: &Now) -> Insight {
    Insight::of(study, unanswered(&detail.timeline).map(|(since, _)| since), now)
}

/// Some customers, and those who share something with them.
pub fn some(
    store: &Store,
    ids: &[CustomerId],
    rules: &Rules,
    met: &mut Met,
    now: &Now,
) -> Result<Vec<(CustomerId, Insight)>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for piece in ids.chunks(100) {
        for (bundle, detail) in store.dossiers(piece, LINES)? {
            met.meet(&bundle, &detail);
            let others = others::others(&bundle, &detail, store, met)?;
            found.push(short_of(&bundle, &detail, rules, &others, now));
        }
    }
    Ok(found)
}

/// One customer, whole.
pub fn one(
    store: &Store,
    id: CustomerId,
    rules: &Rules,
    met: &Met,
    now: &Now,
) -> Result<Option<(Study, Insight)>, StoreError> {
    let Some((bundle, mut detail)) = store.dossiers(&[id], LINES)?.pop() else { return Ok(None) };
    detail.orders = store.orders_of(id, ORDERS)?;
    let others = others::others(&bundle, &detail, store, met)?;
    let study = study((&bundle, &detail), &rules.grounds(now), &others, &Known);
    let insight = short(&study, &detail, now);
    Ok(Some((study, insight)))
}

#[cfg(test)]
mod tests;
