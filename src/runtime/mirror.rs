//! The mirror's figures, counted beside the screen and the disk: a connection of its own, the file read once in pieces,
//! no text kept.

use super::Event;
use crate::app::Msg;
use crate::domain::funnel::pipeline::{Collector, Pipeline};
use crate::domain::funnel::{Passages, Stages};
use crate::domain::mirror::{Facts, Mirror, Promise, Row, StageChange, Watch, stage_at};
use crate::domain::reckoning::Reckoning;
use crate::domain::rfm::{Rfm, Segment};
use crate::domain::sales::Rates;
use crate::domain::{ChannelKind, Country, CustomerId, Direction, Interaction, InteractionId, Now, Text};
use crate::reference::{self, Candidates};
use crate::store::{Counted, Said, Store, StoreError, Then};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

/// Counts, and sends what was found.
pub(super) fn count(db: PathBuf, stages: Stages, reckoning: Reckoning, now: Now, events: Sender<Event>) {
    let told = events.clone();
    let work = move || {
        let store = Store::open_read_only(&db).and_then(|store| store.be_frugal().map(|()| store));
        let found = store.and_then(|store| survey(&store, &stages, &reckoning, &now));
        let found = found.map(Box::new).map_err(|error| error.say());
        drop(events.send(Msg::Mirrored(found).into()));
    };
    if let Err(error) = thread::Builder::new().name("mirror".into()).spawn(work) {
        let say = crate::domain::Say::new("said-no-thread").with("reason", error.to_string());
        drop(told.send(Msg::Mirrored(Err(say)).into()));
    }
}

/// Counts what the funnel's columns come to, and sends it.
pub(super) fn count_pipeline(db: PathBuf, stages: Stages, rates: Rates, now: Now, events: Sender<Event>) {
    let told = events.clone();
    let work = move || {
        let store = Store::open_read_only(&db).and_then(|store| store.be_frugal().map(|()| store));
        let found = store.and_then(|store| pipeline(&store, &stages, &rates, &now));
        drop(events.send(Msg::Pipeline(found.map(Box::new).map_err(|error| error.say())).into()));
    };
    if let Err(error) = thread::Builder::new().name("pipeline".into()).spawn(work) {
        let say = crate::domain::Say::new("said-no-thread").with("reason", error.to_string());
        drop(told.send(Msg::Pipeline(Err(say)).into()));
    }
}

/// Something said, in as few bytes as will do.
#[derive(Clone, Copy)]
struct Line {
    owner: u32,
    at: i64,
    /// Place in [`Read::kinds`].
    kind: u16,
    /// Place in [`Read::templates`].
    template: u16,
    inbound: bool,
}

/// In the place of a place.
const NONE: u16 = u16::MAX;

/// All that is counted, by customer.
#[derive(Default)]
struct Read {
    lines: Vec<Line>,
    kinds: Vec<ChannelKind>,
    templates: Vec<Text>,
    promises: Vec<(u32, Promise)>,
    path: Vec<(u32, StageChange)>,
}

fn short(id: CustomerId) -> u32 {
    u32::try_from(id.0).unwrap_or(u32::MAX)
}

/// The place of what `is` is true of, which is put there if it is new.
fn place<T>(all: &mut Vec<T>, is: impl Fn(&T) -> bool, made: impl FnOnce() -> T) -> u16 {
    let at = all.iter().position(is).unwrap_or_else(|| {
        all.push(made());
        all.len() - 1
    });
    u16::try_from(at).unwrap_or(NONE)
}

impl Read {
    fn of(store: &Store, now: &Now) -> Result<Self, StoreError> {
        let mut read = Self::default();
        store.said(&mut |said| read.hear(&said, now))?;
        store.promises(&mut |owner, due, promise| {
            let on = due.here(now, reference::to_instant, reference::local_at).on;
            read.promises.push((short(owner), Promise { due: on, ..promise }));
        })?;
        store.stage_changes(&mut |owner, change| read.path.push((short(owner), change)))?;
        read.lines.sort_by_key(|line| (line.owner, line.at));
        read.promises.sort_by_key(|(owner, _)| *owner);
        read.path.sort_by_key(|(owner, change)| (*owner, change.at));
        Ok(read)
    }

    fn hear(&mut self, said: &Said<'_>, now: &Now) {
        if said.at > now.instant {
            return;
        }
        let kind = said.kind.map_or(NONE, |kind| place(&mut self.kinds, |known| *known == kind, || kind));
        let template = match said.template {
            "" => NONE,
            slug => place(&mut self.templates, |known| **known == *slug, || slug.into()),
        };
        let inbound = said.direction == Direction::In;
        self.lines.push(Line { owner: short(said.owner), at: said.at.timestamp(), kind, template, inbound });
    }

    /// A line as the rules know it.
    fn interaction(&self, nth: usize, line: &Line) -> Interaction {
        Interaction {
            id: InteractionId(i64::try_from(nth).unwrap_or(i64::MAX)),
            contact: None,
            at: DateTime::<Utc>::from_timestamp(line.at, 0).unwrap_or_default(),
            direction: if line.inbound { Direction::In } else { Direction::Out },
            kind: self.kinds.get(usize::from(line.kind)).copied(),
            text: Text::default(),
            outcome: Text::default(),
            template: self.templates.get(usize::from(line.template)).cloned().unwrap_or_default(),
        }
    }
}

/// The rows of one customer, taken off the front of what is left.
fn taken<'r, T>(rest: &mut &'r [T], owner: u32, of: impl Fn(&T) -> u32) -> &'r [T] {
    let from = rest.partition_point(|it| of(it) < owner);
    let to = rest[from..].partition_point(|it| of(it) == owner) + from;
    let found = &rest[from..to];
    *rest = &rest[to..];
    found
}

/// Where customers' walls are; most share a place with others.
#[derive(Default)]
struct Walls(HashMap<(Option<Country>, Text, Text), Option<&'static str>>);

impl Walls {
    fn of(&mut self, customer: &Counted) -> Option<&'static str> {
        let Counted { facts, city, zone, phone } = customer;
        let only = |phone: Option<&str>| match reference::zones_of(facts.country, city, zone, phone) {
            Candidates::One(zone) => Some(zone),
            Candidates::Several(_) | Candidates::Unknown => None,
        };
        let key = (facts.country, city.clone(), zone.clone());
        let without = *self.0.entry(key).or_insert_with(|| only(None));
        if phone.is_empty() { without } else { without.or_else(|| only(Some(phone))) }
    }
}

/// Who is stuck in the funnel, and what its customers' open orders come to.
///
/// # Errors
/// When it cannot be read.
pub fn pipeline(store: &Store, stages: &Stages, rates: &Rates, now: &Now) -> Result<Pipeline, StoreError> {
    let mut path: Vec<(u32, StageChange)> = Vec::new();
    store.stage_changes(&mut |owner, change| path.push((short(owner), change)))?;
    path.sort_by_key(|(owner, change)| (*owner, change.at));
    let (mut path, mut steps) = (&path[..], Vec::new());
    let mut passages = Passages::new(stages, now);
    store.counted(&mut |customer| {
        steps.clear();
        steps.extend(taken(&mut path, short(customer.facts.id), |(owner, _)| *owner).iter().map(|(_, change)| *change));
        passages.add(&customer.facts, &steps);
    })?;
    let mut open = Collector::default();
    store.open_orders(&mut |sale| open.add(&sale))?;
    Ok(Pipeline::of(&passages.finish(), open.sums(rates)))
}

/// What a customer was at `now`, which may lie back.
fn as_of(facts: &mut Facts, then: Option<&Then>, path: &[StageChange], now: &Now) {
    facts.stage = stage_at(path, now.instant, facts.stage);
    if let Some(then) = then {
        facts.tier = then.tier;
        facts.active = then.active;
        facts.dismissed = then.ruling.is_final();
        facts.lost_reason.clone_from(&then.lost_reason);
    }
}

/// The segment of everybody who had bought by that day.
fn segments(store: &Store, reckoning: &Reckoning, now: &Now) -> Result<HashMap<CustomerId, Segment>, StoreError> {
    let mut sales = reckoning.rfm(now.today());
    store.sales(&mut |sale| sales.add(&sale))?;
    let rfm = Rfm::of(sales.sums(&reckoning.rates), now.today());
    Ok(rfm.scored.iter().map(|it| (it.customer, it.segment)).collect())
}

/// Counts the whole file as of `now`: with the tiers and stages of that moment.
///
/// # Errors
/// When it cannot be read.
pub fn survey(store: &Store, stages: &Stages, reckoning: &Reckoning, now: &Now) -> Result<Mirror, StoreError> {
    let segments = segments(store, reckoning, now)?;
    let read = Read::of(store, now)?;
    let (mut lines, mut promises, mut path) = (&read.lines[..], &read.promises[..], &read.path[..]);
    let mut watch = Watch::new(stages, now);
    let mut walls = Walls::default();
    let mut timeline: Vec<Interaction> = Vec::new();
    let (mut kept, mut steps): (Vec<Promise>, Vec<StageChange>) = (Vec::new(), Vec::new());
    let then = store.changed_since(now.instant)?;
    store.counted(&mut |mut customer| {
        let owner = short(customer.facts.id);
        timeline.clear();
        let own = taken(&mut lines, owner, |line| line.owner);
        timeline.extend(own.iter().enumerate().map(|(nth, line)| read.interaction(nth, line)).rev());
        kept.clear();
        kept.extend(taken(&mut promises, owner, |(owner, _)| *owner).iter().map(|(_, promise)| *promise));
        steps.clear();
        steps.extend(taken(&mut path, owner, |(owner, _)| *owner).iter().map(|(_, change)| *change));
        let id = customer.facts.id;
        as_of(&mut customer.facts, then.get(&id), &steps, now);
        customer.facts.segment = segments.get(&id).copied();
        let zone = if timeline.is_empty() { None } else { walls.of(&customer) };
        let wall = |at| reference::local_at(zone?, at);
        let facts = &customer.facts;
        watch.add(&Row { facts, timeline: &timeline, promises: &kept, path: &steps, wall: &wall });
    })?;
    Ok(watch.finish())
}

#[cfg(test)]
mod tests;
