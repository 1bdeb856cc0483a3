//! The other customers: who else has this handle, and who else sent this text.

use super::{Case, Check, Evidence, Facts, Provider};
use crate::domain::{Bundle, Channel, ChannelKind, CustomerId, Direction, Say, fit::fold, next_channel};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Handles and texts of a board, by hash: 16 bytes each, so that a large board costs a few megabytes. Built by
/// streaming bundles and what customers said, kept up to date by taking out and putting in.
#[derive(Clone, Debug, Default)]
pub struct Index {
    handles: BTreeSet<(u64, CustomerId)>,
    texts: BTreeSet<(u64, CustomerId)>,
    people: BTreeMap<CustomerId, Person>,
}

/// What tells colleagues and doublets from strangers.
#[derive(Clone, Copy, Debug, Default)]
struct Person {
    /// Folded name and company; 0: none.
    names: [u64; 2],
    /// The company's own domain; 0: none known.
    domain: u64,
}

impl Person {
    /// Whether the two are one customer entered twice, or work at one company.
    fn knows(&self, other: &Self) -> bool {
        let names = self.names.iter().any(|name| *name != 0 && other.names.contains(name));
        names || (self.domain != 0 && self.domain == other.domain)
    }
}

/// Shorter texts are alike by chance: `Hello, please send me your price list.`
const SHORTEST: usize = 60;

/// What a text is known by, whatever its spaces, capitals and punctuation. `None`: too short to tell.
pub fn text_key(text: &str) -> Option<u64> {
    let cut: String = text.chars().take(4_000).collect();
    let folded = fold(&cut);
    // A Chinese character says as much as several letters.
    let size: usize = folded.as_str().chars().map(|c| if c >= '\u{2e80}' { 3 } else { 1 }).sum();
    (size >= SHORTEST).then(|| hash(folded.as_str()))
}

fn hash(text: &str) -> u64 {
    // The same in every run: `new` has fixed keys.
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish().max(1)
}

/// What a handle is known by.
pub fn handle_key(norm: &str) -> u64 {
    hash(norm)
}

/// The channels that tell whether two are one: a web site is many people's.
pub fn distinctive(bundle: &Bundle) -> impl Iterator<Item = &Channel> {
    bundle.channels.iter().filter(|channel| !channel.norm.is_empty() && channel.kind != ChannelKind::WEBSITE)
}

fn handle_keys(bundle: &Bundle) -> impl Iterator<Item = u64> + '_ {
    distinctive(bundle).map(|channel| handle_key(&channel.norm))
}

fn person(bundle: &Bundle, facts: &dyn Facts) -> Person {
    let name = |name: &str| match fold(name) {
        folded if folded.as_str().is_empty() => 0,
        folded => hash(folded.as_str()),
    };
    let mails = bundle.channels.iter().filter(|channel| channel.kind == ChannelKind::EMAIL);
    let domains = mails.filter_map(|mail| facts.registrable(mail.norm.rsplit_once('@')?.1));
    let own = domains.into_iter().find(|domain| facts.provider(domain) == Provider::Own);
    let customer = &bundle.customer;
    Person { names: [name(&customer.name), name(&customer.company)], domain: own.map_or(0, |domain| hash(&domain)) }
}

impl Index {
    /// Takes a customer in.
    pub fn put(&mut self, bundle: &Bundle, facts: &dyn Facts) {
        let id = bundle.customer.id;
        self.handles.extend(handle_keys(bundle).map(|key| (key, id)));
        self.people.insert(id, person(bundle, facts));
    }

    /// Takes a customer out again, as it was put in; its texts stay until [`Index::remove_text`].
    pub fn remove(&mut self, bundle: &Bundle) {
        let id = bundle.customer.id;
        for key in handle_keys(bundle) {
            self.handles.remove(&(key, id));
        }
        self.people.remove(&id);
    }

    /// Takes in what a customer said.
    pub fn put_text(&mut self, id: CustomerId, text: &str) {
        self.texts.extend(text_key(text).map(|key| (key, id)));
    }

    /// Takes in what a customer said by its [`text_key`].
    pub fn put_key(&mut self, id: CustomerId, key: u64) {
        self.texts.insert((key, id));
    }

    /// Takes out what a customer said.
    pub fn remove_text(&mut self, id: CustomerId, text: &str) {
        if let Some(key) = text_key(text) {
            self.texts.remove(&(key, id));
        }
    }

    /// The others under a key that are strangers to this customer.
    fn strangers<'a>(
        &'a self,
        set: &'a BTreeSet<(u64, CustomerId)>,
        key: u64,
        own: (CustomerId, Person),
    ) -> impl Iterator<Item = CustomerId> + 'a {
        let (id, person) = own;
        let all = set.range((key, CustomerId(i64::MIN))..=(key, CustomerId(i64::MAX))).map(|(_, other)| *other);
        all.filter(move |other| *other != id && !self.people.get(other).is_some_and(|other| other.knows(&person)))
    }
}

/// A share in another's handle or words; somebody who answers us may be two firms' agent, or use the same form twice.
const KNOWN_TO_US: i32 = -10;

pub(super) fn look(case: &Case<'_>, found: &mut Vec<Evidence>) {
    let own = (case.bundle.customer.id, person(case.bundle, case.facts));
    let known = !next_channel::answers(&case.detail.timeline).is_empty();
    let weigh = |one, more, others: &BTreeSet<CustomerId>| match others.len() {
        _ if known => KNOWN_TO_US,
        1 => one,
        _ => more,
    };
    let handles = handle_keys(case.bundle).flat_map(|key| case.index.strangers(&case.index.handles, key, own));
    let others: BTreeSet<CustomerId> = handles.collect();
    if !others.is_empty() {
        found.push(about(Check::SameHandle, weigh(-20, -35, &others), "verify-same-handle", others));
    }
    // What they wrote before we did: a letter to many comes unasked.
    let unasked = case.detail.timeline.iter().rev().take_while(|said| said.direction == Direction::In);
    let keys: BTreeSet<u64> = unasked.filter_map(|said| text_key(&said.text)).collect();
    let others: BTreeSet<CustomerId> =
        keys.into_iter().flat_map(|key| case.index.strangers(&case.index.texts, key, own)).collect();
    if !others.is_empty() {
        found.push(about(Check::SameText, weigh(-25, -40, &others), "verify-same-text", others));
    }
}

/// Customers named in a sentence.
const NAMED: usize = 5;

fn about(check: Check, weight: i32, key: &'static str, others: BTreeSet<CustomerId>) -> Evidence {
    let named: Vec<String> = others.iter().take(NAMED).map(|id| format!("#{id}")).collect();
    let detail = Say::new(key).with("count", others.len()).with("who", named.join(", "));
    Evidence { check, weight, detail, others: others.into_iter().collect() }
}
