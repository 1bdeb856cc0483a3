//! The whole board told of, piece by piece: first who shares what, then customer by customer. Between two pieces others
//! are served, and nobody who writes waits for more than one.

use super::{LINES, Rules, met::Met, short_of};
use crate::domain::authenticity::{handle_key, text_key};
use crate::domain::insight::Insight;
use crate::domain::{CustomerId, Now};
use crate::reference::{Known, Others};
use crate::store::{Store, StoreError};
use std::collections::HashSet;

/// Rows that one piece reads while looking for what is shared.
const ROWS: usize = 4_000;
/// Customers of a piece.
const CUSTOMERS: usize = 100;
/// Of more than this with one text or handle no others are looked at: it is a form letter or a switchboard.
const CROWD: usize = 50;

/// What somebody is known by: a hash, and who.
type Keyed = Vec<(u64, u32)>;

/// How far the survey is.
pub struct Survey {
    stage: Stage,
    handles: Keyed,
    texts: Keyed,
    others: Others,
    /// Whole once what everybody shares is known.
    pub met: Met,
}

enum Stage {
    Handles(i64),
    Texts(i64),
    Sharing(Vec<CustomerId>),
    /// All of them, and how many are told of.
    Customers(Vec<CustomerId>, usize),
    Done,
}

impl Survey {
    pub fn new() -> Self {
        Self {
            stage: Stage::Handles(0),
            handles: Vec::new(),
            texts: Vec::new(),
            others: Others::default(),
            met: Met::default(),
        }
    }

    /// Whether all was told.
    pub const fn done(&self) -> bool {
        matches!(self.stage, Stage::Done)
    }

    /// Does one piece more.
    pub fn step(&mut self, store: &Store, rules: &Rules, now: &Now) -> Result<Vec<(CustomerId, Insight)>, StoreError> {
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Handles(after) => {
                let all = &mut self.handles;
                let next = store.handles_after(after, ROWS, &mut |id, norm| all.extend(keyed(handle_key(norm), id)))?;
                self.stage = next.map_or(Stage::Texts(0), Stage::Handles);
            }
            Stage::Texts(after) => {
                let all = &mut self.texts;
                let next = store.said_after(after, ROWS, &mut |id, text| {
                    all.extend(text_key(text).and_then(|key| keyed(key, id)));
                })?;
                self.stage = next.map_or_else(|| self.sharing(), Stage::Texts);
            }
            Stage::Sharing(mut ids) => {
                let rest = ids.split_off(ids.len().min(CUSTOMERS));
                for (bundle, _) in store.dossiers(&ids, 0)? {
                    self.others.index.put(&bundle, &Known);
                }
                self.stage = if rest.is_empty() { Stage::Customers(Vec::new(), 0) } else { Stage::Sharing(rest) };
            }
            Stage::Customers(mut ids, from) => {
                if ids.is_empty() {
                    ids = store.ids_by_country()?;
                }
                let to = ids.len().min(from + CUSTOMERS);
                let found = store.dossiers(&ids[from..to], LINES)?;
                let tell = |(bundle, detail)| short_of(&bundle, &detail, rules, &self.others, now);
                let told = found.into_iter().map(tell).collect();
                if to < ids.len() {
                    self.stage = Stage::Customers(ids, to);
                } else {
                    self.others = Others::default();
                }
                return Ok(told);
            }
            Stage::Done => {}
        }
        Ok(Vec::new())
    }

    /// Only who shares something is kept in mind.
    fn sharing(&mut self) -> Stage {
        self.met = Met::of(&self.handles, &self.texts);
        let mut ids: HashSet<u32> = HashSet::new();
        for (key, id) in shared(std::mem::take(&mut self.texts)) {
            self.others.index.put_key(CustomerId(id.into()), key);
            ids.insert(id);
        }
        ids.extend(shared(std::mem::take(&mut self.handles)).into_iter().map(|(_, id)| id));
        if ids.is_empty() {
            return Stage::Customers(Vec::new(), 0);
        }
        let mut ids: Vec<CustomerId> = ids.into_iter().map(|id| CustomerId(id.into())).collect();
        ids.sort_unstable();
        Stage::Sharing(ids)
    }
}

fn keyed(key: u64, id: CustomerId) -> Option<(u64, u32)> {
    u32::try_from(id.0).ok().map(|id| (key, id))
}

/// Those keys that several have, each with the first few of them.
fn shared(mut all: Keyed) -> Keyed {
    all.sort_unstable();
    all.dedup();
    let groups = all.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);
    groups.flat_map(|group| &group[..group.len().min(CROWD)]).copied().collect()
}

/// Tells of every customer of the file, at once; returns what is kept of them.
pub fn all(
    store: &Store,
    rules: &Rules,
    now: &Now,
    each: &mut dyn FnMut(CustomerId, Insight),
) -> Result<Met, StoreError> {
    let mut survey = Survey::new();
    while !survey.done() {
        for (id, insight) in survey.step(store, rules, now)? {
            each(id, insight);
        }
    }
    Ok(survey.met)
}
