//! From chords to commands: the table's defaults, with the config's changes on top.

use super::{Chord, Command, Keys, Scope, table::TABLE};
use crate::domain::Say;
use std::collections::HashMap;

/// What a key press means in a scope stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// A command, and the row it came from.
    Command(Command),
    /// The first of two chords.
    Prefix,
    Nothing,
}

/// Which keys mean what, per row of the table.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// By row of [`TABLE`].
    keys: Vec<Vec<Keys>>,
    bound: HashMap<(Scope, Vec<Chord>), Bound>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Row(usize),
    Prefix,
}

impl Default for Keymap {
    fn default() -> Self {
        let keys = TABLE.iter().map(|row| row.keys.iter().filter_map(|keys| keys.parse().ok()).collect()).collect();
        Self { keys, bound: HashMap::new() }.bind().0
    }
}

impl Keymap {
    /// The defaults with `changes` (slug, keys) laid over; what could not be taken is said and left at its default.
    pub fn with<'a>(changes: impl IntoIterator<Item = (&'a str, &'a [String])>) -> (Self, Vec<Say>) {
        let mut map = Self::default();
        let mut problems = Vec::new();
        for (slug, texts) in changes {
            let Some(row) = TABLE.iter().position(|row| row.slug == slug) else {
                problems.push(Say::new("config-unknown-command").with("command", slug));
                continue;
            };
            let parsed: Result<Vec<Keys>, &String> =
                texts.iter().map(|text| text.parse::<Keys>().map_err(|()| text)).collect();
            match parsed {
                Ok(keys) => map.keys[row] = keys,
                Err(text) => {
                    problems.push(Say::new("config-bad-key").with("command", slug).with("key", text.as_str()));
                }
            }
        }
        let (map, clashes) = map.bind();
        problems.extend(clashes);
        (map, problems)
    }

    /// Two rows on one chord in overlapping scopes: the first in the table keeps it.
    fn bind(mut self) -> (Self, Vec<Say>) {
        let mut bound: HashMap<(Scope, Vec<Chord>), Bound> = HashMap::new();
        let mut problems = Vec::new();
        for (at, row) in TABLE.iter().enumerate() {
            for keys in &self.keys[at] {
                if let Some(other) = clash(&bound, row.scopes, &keys.0, at) {
                    problems.push(
                        Say::new("config-key-clash")
                            .with("key", keys.to_string())
                            .with("command", row.slug)
                            .with("other", TABLE[other].slug),
                    );
                    continue;
                }
                for scope in row.scopes {
                    if keys.0.len() == 2 {
                        bound.insert((*scope, keys.0[..1].to_vec()), Bound::Prefix);
                    }
                    bound.insert((*scope, keys.0.clone()), Bound::Row(at));
                }
            }
        }
        self.bound = bound;
        (self, problems)
    }

    /// The command of `chords` (one, or a prefix and one), innermost scope first.
    pub fn resolve(&self, scopes: &[Scope], chords: &[Chord]) -> Resolved {
        for scope in scopes {
            match self.bound.get(&(*scope, chords.to_vec())) {
                Some(Bound::Row(row)) => return Resolved::Command(TABLE[*row].command),
                Some(Bound::Prefix) => return Resolved::Prefix,
                None => {}
            }
        }
        Resolved::Nothing
    }

    /// The keys of a row of the table, the first the one to show.
    pub fn keys_of(&self, row: usize) -> &[Keys] {
        &self.keys[row]
    }

    /// What may follow `prefix` in these scopes: keys and row, in the table's order.
    pub fn continuations(&self, scopes: &[Scope], prefix: Chord) -> Vec<(Chord, usize)> {
        let mut found = Vec::new();
        for (at, row) in TABLE.iter().enumerate() {
            if !row.scopes.iter().any(|scope| scopes.contains(scope)) {
                continue;
            }
            for keys in &self.keys[at] {
                if let [first, second] = keys.0[..]
                    && first == prefix
                {
                    found.push((second, at));
                }
            }
        }
        found
    }

    /// The key to show for a command where `scopes` are in force.
    pub fn shown(&self, command: Command, scopes: &[Scope]) -> Option<&Keys> {
        TABLE
            .iter()
            .enumerate()
            .filter(|(_, row)| row.command == command && row.scopes.iter().any(|scope| scopes.contains(scope)))
            .find_map(|(at, _)| self.keys[at].first())
    }
}

fn clash(bound: &HashMap<(Scope, Vec<Chord>), Bound>, scopes: &[Scope], chords: &[Chord], row: usize) -> Option<usize> {
    bound.iter().find_map(|((scope, taken), bound)| {
        let Bound::Row(other) = *bound else { return None };
        let meets = taken.starts_with(chords) || chords.starts_with(taken);
        let same = other != row && scopes.iter().any(|mine| mine.overlaps(*scope));
        (meets && same).then_some(other)
    })
}
