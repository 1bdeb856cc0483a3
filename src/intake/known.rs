//! The customers there are, as far as telling a newcomer from them needs: hashes, not text.

use super::identity::{fold, fold_person, handle_key, own_domain, without_form};
use super::record::rfq_identity;
use crate::domain::{Bundle, ChannelKind, Country, CustomerId, Dossier};
use foldhash::quality::RandomState;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher};
use std::sync::LazyLock;

/// An index of who is known already. Built by one pass over the file's customers; some twenty bytes for each thing that
/// a customer may be recognised by.
#[derive(Debug, Default)]
pub struct Known {
    found: Table,
    ids: Vec<CustomerId>,
}

impl Known {
    /// Makes one more customer known. Where two could be meant, the one added first is.
    pub fn add(&mut self, bundle: &Bundle) {
        let Ok(at) = u32::try_from(self.ids.len()) else { return };
        self.ids.push(bundle.customer.id);
        let found = &mut self.found;
        KEYS.of_customer(&Likeness::of_bundle(bundle), |key| {
            found.entry(key).or_insert(at);
        });
        for id in bundle.customer.notes.lines().filter_map(foreign_id) {
            found.entry(KEYS.hash(Key::Foreign(id))).or_insert(at);
        }
    }

    /// How many are known.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether nobody is.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub(super) fn get(&self, key: u64) -> Option<CustomerId> {
        self.found.get(&key).and_then(|at| self.ids.get(*at as usize)).copied()
    }

    pub(super) fn keys(&self) -> &'static Keys {
        &KEYS
    }
}

/// Keys are hashes already.
pub(super) type Table = HashMap<u64, u32, BuildHasherDefault<Pass>>;

/// Hands a hash through.
#[derive(Debug, Default)]
pub(super) struct Pass(u64);

impl Hasher for Pass {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

/// What a customer is recognised by.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) enum Key<'a> {
    Handle(ChannelKind, &'a str),
    CompanyPerson(&'a str, &'a str),
    CompanyDomain(&'a str, &'a str),
    Name(Bare, &'a str, Where),
    Rfq(&'a str),
    /// What another program calls it.
    Foreign(&'a str),
}

/// Another program's id in a line of the notes: `CustomerID: ALFKI`.
fn foreign_id(line: &str) -> Option<&str> {
    let (header, id) = line.split_once(": ")?;
    let short = header.len() <= 40 && !id.is_empty() && id.len() <= 80;
    (short && super::map::customer_field(header) == Some(super::Field::Id)).then_some(id.trim())
}

/// Which customers of a name are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Bare {
    All,
    /// Those that name no person: a person may join them.
    NoPerson,
    /// Those without a channel: nothing tells them from a namesake.
    NoChannel,
}

#[derive(Clone, Copy, Debug, Hash)]
pub(super) enum Where {
    Anywhere,
    In(Option<Country>),
}

/// A customer as far as its likeness to another goes.
pub(super) struct Likeness<'a> {
    pub name: &'a str,
    pub company: &'a str,
    pub country: Option<Country>,
    pub persons: Vec<&'a str>,
    pub channels: Vec<(ChannelKind, &'a str, &'a str)>,
    pub notes: &'a str,
}

impl<'a> Likeness<'a> {
    pub fn of_bundle(bundle: &'a Bundle) -> Self {
        Self {
            name: &bundle.customer.name,
            company: &bundle.customer.company,
            country: bundle.customer.country,
            persons: bundle.contacts.iter().map(|contact| &*contact.name).collect(),
            channels: bundle.channels.iter().map(|channel| (channel.kind, &*channel.handle, &*channel.norm)).collect(),
            notes: &bundle.customer.notes,
        }
    }

    /// The likeness of a customer about to be written.
    pub fn of_dossier(dossier: &'a Dossier) -> Self {
        Self {
            name: &dossier.fields.name,
            company: &dossier.fields.company,
            country: dossier.fields.country,
            persons: dossier.contacts.iter().map(|contact| &*contact.name).collect(),
            channels: dossier.channels.iter().map(|channel| (channel.kind, &*channel.handle, &*channel.norm)).collect(),
            notes: &dossier.fields.notes,
        }
    }
}

/// One for the whole run, so that records can be hashed where they are read.
pub(super) static KEYS: LazyLock<Keys> = LazyLock::new(Keys::default);

/// The hashes, keyed anew in every run so that no file can be made to collide.
#[derive(Debug, Default)]
pub(super) struct Keys {
    state: RandomState,
}

impl Keys {
    pub fn hash(&self, key: Key<'_>) -> u64 {
        self.state.hash_one(key)
    }

    /// Every key by which a customer is to be found.
    pub fn of_customer(&self, who: &Likeness<'_>, emit: impl FnMut(u64)) {
        self.of_folded(who, &Folded::of(who), emit);
    }

    /// [`Keys::of_customer`] of one that is folded already.
    pub fn of_folded(&self, who: &Likeness<'_>, folded: &Folded<'_>, mut emit: impl FnMut(u64)) {
        let mut put = |key: Key<'_>| emit(self.hash(key));
        for (class, key) in &folded.handles {
            put(Key::Handle(*class, key));
        }
        let no_person = folded.persons.is_empty();
        let no_channel = who.channels.is_empty();
        let second = Some(&*folded.second).filter(|second| *second != folded.name);
        let exact = folded.lone.then(|| exact(who.name));
        let names =
            [Some((&*folded.name, true)), second.map(|name| (name, true)), exact.as_deref().map(|it| (it, false))];
        for (name, company) in names.into_iter().flatten().filter(|(name, _)| !name.is_empty()) {
            for place in [Where::Anywhere, Where::In(who.country)] {
                put(Key::Name(Bare::All, name, place));
                if no_person {
                    put(Key::Name(Bare::NoPerson, name, place));
                }
                if no_channel {
                    put(Key::Name(Bare::NoChannel, name, place));
                }
            }
            if company {
                folded.persons.iter().for_each(|person| put(Key::CompanyPerson(name, person)));
                folded.domains.iter().for_each(|domain| put(Key::CompanyDomain(name, domain)));
            }
        }
        who.notes.lines().filter_map(rfq_identity).for_each(|line| put(Key::Rfq(line)));
    }
}

/// What of a customer is compared, as it is compared.
pub(super) struct Folded<'a> {
    /// Handles that say who somebody is.
    pub handles: Vec<(ChannelKind, Cow<'a, str>)>,
    /// Domains that are the company's own.
    pub domains: Vec<&'a str>,
    pub persons: Vec<String>,
    /// The name, and the company where it differs, without their legal forms.
    pub name: String,
    pub second: String,
    /// Whether the name alone is too little to be folded.
    pub lone: bool,
}

impl<'a> Folded<'a> {
    pub fn of(who: &Likeness<'a>) -> Self {
        let channels = || who.channels.iter();
        let plain = fold(who.name);
        let name = without_form(&plain);
        Self {
            handles: channels().filter_map(|(kind, handle, norm)| identifying(*kind, handle, norm)).collect(),
            domains: channels().filter_map(|(kind, _, norm)| own_domain(*kind, norm)).collect(),
            persons: who.persons.iter().map(|name| fold_person(name)).collect(),
            lone: is_lone(who.name, &plain, &name),
            second: if who.company.is_empty() { String::new() } else { without_form(&fold(who.company)) },
            name,
        }
    }
}

/// A handle as far as it says who somebody is. A web site is a company's, or a platform's: it only supports a name.
pub(super) fn identifying<'t>(kind: ChannelKind, handle: &str, norm: &'t str) -> Option<(ChannelKind, Cow<'t, str>)> {
    if kind == ChannelKind::WEBSITE { None } else { handle_key(kind, handle, norm) }
}

/// Characters that no name has.
const ODD: [char; 24] = [
    '<', '>', '＜', '＞', '{', '}', '[', ']', '$', '%', '=', '\\', ';', '|', '^', '*', '#', '?', '!', '~', '`', '"',
    '_', '\n',
];

/// Whether a name alone is too little to be folded.
pub(super) fn lone(name: &str) -> bool {
    let folded = fold(name);
    is_lone(name, &folded, &without_form(&folded))
}

/// Whether a name alone is too little to be folded: one word (`null` and `NULL` may be two), or none, or characters
/// that no name has. It comes with its folded form, and without its legal form.
fn is_lone(name: &str, folded: &str, bare: &str) -> bool {
    let letters = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '-' | '&');
    if !name.chars().all(letters) && name.contains(ODD) {
        return true;
    }
    let words = folded.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count();
    words < 2 && bare == folded
}

/// A name compared to the letter. The mark keeps it apart from folded ones.
pub(super) fn exact(name: &str) -> String {
    format!("={}", name.trim())
}

#[cfg(test)]
mod tests;
