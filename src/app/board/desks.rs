//! Who can be reached at this minute. Customers who sit in the same country and zones are one class; a board has a few
//! hundred of them, so that the clock of a hundred thousand customers is read a few hundred times a minute. Those
//! of a class who answer in the same hours stand alike, too: each such pair is reckoned once a minute.

use super::Slot;
use crate::domain::{
    Bundle,
    hours::{Usual, Windows},
};
use crate::reference::{Presence, State, Whereabouts};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// The classes, and which customer is in which.
#[derive(Default)]
pub(super) struct Desks {
    classes: Vec<Class>,
    ids: HashMap<Whereabouts, u16>,
    /// How those of a class stand who answer in these hours.
    own: HashMap<(u16, Usual), Presence>,
    /// By slot.
    of: Vec<u16>,
    /// A bit per slot: due.
    due: Vec<u64>,
    at: DateTime<Utc>,
}

struct Class {
    whereabouts: Whereabouts,
    presence: Presence,
}

/// What a customer without a class is in: nothing is known.
const NOWHERE: Presence = Presence { state: State::Unknown, local: None, opens: None, closes: None };

impl Desks {
    pub fn new(at: DateTime<Utc>) -> Self {
        Self { at, ..Self::default() }
    }

    /// Takes a customer's place in.
    pub fn put(&mut self, slot: Slot, bundle: &Bundle, windows: &Windows, due: bool) {
        let whereabouts = Whereabouts::of(bundle, windows);
        let class = match self.ids.get(&whereabouts) {
            Some(class) => *class,
            None => self.add(whereabouts, windows),
        };
        let at = slot as usize;
        self.of.resize(self.of.len().max(at + 1), 0);
        self.due.resize(self.due.len().max(at / 64 + 1), 0);
        self.of[at] = class;
        self.set_due(slot, due);
    }

    /// Takes in when a customer answers.
    pub fn learn(&mut self, slot: Slot, usual: Usual, windows: &Windows) {
        let Some(id) = self.of.get(slot as usize).copied() else { return };
        let Some(class) = self.classes.get(usize::from(id)) else { return };
        let presence = || class.whereabouts.presence(windows, Some(usual), self.at);
        self.own.entry((id, usual)).or_insert_with(presence);
    }

    /// A class more; there are more than can be numbered only where nothing is alike, and those stand by the first.
    fn add(&mut self, whereabouts: Whereabouts, windows: &Windows) -> u16 {
        let Ok(id) = u16::try_from(self.classes.len()) else { return 0 };
        let presence = whereabouts.presence(windows, None, self.at);
        self.ids.insert(whereabouts.clone(), id);
        self.classes.push(Class { whereabouts, presence });
        id
    }

    /// Takes a customer out of the counts.
    pub fn remove(&mut self, slot: Slot) {
        self.set_due(slot, false);
    }

    /// Says whether the customer is due.
    pub fn set_due(&mut self, slot: Slot, due: bool) {
        let at = slot as usize;
        let Some(bits) = self.due.get_mut(at / 64) else { return };
        let bit = 1 << (at % 64);
        *bits = if due { *bits | bit } else { *bits & !bit };
    }

    /// Reads every class's clock anew.
    pub fn turn_to(&mut self, at: DateTime<Utc>, windows: &Windows) {
        self.at = at;
        for class in &mut self.classes {
            class.presence = class.whereabouts.presence(windows, None, at);
        }
        for ((id, usual), presence) in &mut self.own {
            if let Some(class) = self.classes.get(usize::from(*id)) {
                *presence = class.whereabouts.presence(windows, Some(*usual), at);
            }
        }
    }

    /// Nobody is due until it is said again.
    pub fn forget_due(&mut self) {
        self.due.fill(0);
    }

    fn class(&self, slot: Slot) -> Option<&Class> {
        self.classes.get(usize::from(*self.of.get(slot as usize)?))
    }

    /// How the customer's desk stands; `usual`: when it answers, as it was learnt.
    pub fn presence(&self, slot: Slot, usual: Option<Usual>) -> Presence {
        let Some(id) = self.of.get(slot as usize).copied() else { return NOWHERE };
        let own = usual.and_then(|usual| self.own.get(&(id, usual)).copied());
        own.or_else(|| self.classes.get(usize::from(id)).map(|class| class.presence)).unwrap_or(NOWHERE)
    }

    pub fn whereabouts(&self, slot: Slot) -> Option<&Whereabouts> {
        self.class(slot).map(|class| &class.whereabouts)
    }

    /// Whether the customer is due.
    pub fn is_due(&self, slot: Slot) -> bool {
        let at = slot as usize;
        self.due.get(at / 64).is_some_and(|bits| bits & 1 << (at % 64) != 0)
    }

    /// All who are due.
    pub fn all_due(&self) -> impl Iterator<Item = Slot> + '_ {
        let words = (0..).zip(&self.due).filter(|(_, bits)| **bits != 0);
        words.flat_map(|(word, bits)| (0..64).filter(move |bit| bits & 1 << bit != 0).map(move |bit| word * 64 + bit))
    }

    /// Ascending is the order of [`crate::domain::view::Sort::Window`]: the first to close, the first to open, those
    /// that are perhaps open, and then by when they open. Below 2^24.
    pub fn rank(&self, presence: &Presence) -> u64 {
        let (group, turn) = match presence.state {
            State::Open => (0, presence.closes),
            State::Soon => (1, presence.opens),
            State::Perhaps => (2, presence.opens),
            State::Closed | State::Holiday { .. } => (3, presence.opens),
            State::Unknown => (4, None),
        };
        const MOST: i64 = (1 << 20) - 1;
        let minutes = turn.map_or(MOST, |turn| (turn - self.at).num_minutes().clamp(0, MOST));
        group << 20 | minutes.cast_unsigned()
    }
}
