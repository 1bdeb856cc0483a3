//! A pasted text taken apart, and the customers who could be meant: away from the keys.

use super::Event;
use super::jobs::READING;
use crate::app::Msg;
use crate::app::paste::{Alike, Find, Origin, Part, Raw, Reading};
use crate::domain::{Bundle, ChannelKind, Country, CustomerId, Dossier, Say, Text};
use crate::intake::paste::{self, Found, Likely, Pasted, Signs, Source};
use crate::reference::{self, Lang};
use crate::store::Store;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;

/// Bytes of a text that are kept as a message.
const KEPT: usize = crate::intake::mail::MAX_TEXT;
/// Customers who could be meant that are shown.
const SHOWN: usize = 8;
/// Lines of a timeline in which the message is looked for.
const TIMELINE: usize = 200;
/// Characters that a message alone needs to be worth a look.
const MESSAGE: usize = 40;

/// Takes a text apart and says what is in it.
pub(super) fn read(generation: u64, text: Raw, home: Option<Country>, lang: Lang, events: Sender<Event>) {
    let told = events.clone();
    let work = move || {
        let result = panic::catch_unwind(AssertUnwindSafe(|| reading(&text, home, lang)));
        let reading = result.map_err(|_| Say::new("paste-unreadable"));
        drop(events.send(Msg::PasteRead { generation, reading }.into()));
    };
    if let Err(error) = thread::Builder::new().name(READING.into()).spawn(work) {
        let say = Say::new("said-no-thread").with("reason", error.to_string());
        drop(told.send(Msg::PasteRead { generation, reading: Err(say) }.into()));
    }
}

/// Looks through the file for customers who could be this one. What cannot be read there is said elsewhere: nobody is
/// found.
pub(super) fn alike(generation: u64, dossier: Box<Dossier>, db: PathBuf, events: Sender<Event>) {
    let told = events.clone();
    let work = move || {
        let alike = look(&dossier, &db).unwrap_or_default();
        drop(events.send(Msg::Alike { generation, alike }.into()));
    };
    if thread::Builder::new().name("alike".into()).spawn(work).is_err() {
        drop(told.send(Msg::Alike { generation, alike: Vec::new() }.into()));
    }
}

fn look(dossier: &Dossier, db: &Path) -> Option<Vec<Alike>> {
    Some(alike_in(&Store::open_read_only(db).ok()?, dossier))
}

/// The customers of a file who could be this one, the surest first.
pub fn alike_in(store: &Store, dossier: &Dossier) -> Vec<Alike> {
    let signs = Signs::of(dossier);
    let mut found: Vec<(Likely, CustomerId)> = Vec::new();
    let mut each = |bundle: Bundle| found.extend(signs.likely(&bundle).map(|why| (why, bundle.customer.id)));
    if store.bundles(&mut each).is_err() {
        return Vec::new();
    }
    found.sort();
    found.truncate(SHOWN);
    let message = dossier.interactions.first().map_or("", |said| said.text.trim());
    let said = |id| {
        let timeline = store.detail(id, TIMELINE).map(|detail| detail.timeline).unwrap_or_default();
        !message.is_empty() && timeline.iter().any(|there| there.text.trim() == message)
    };
    found
        .into_iter()
        .map(|(why, id)| Alike { id, why: why.key(), sure: why == Likely::Handle, said: said(id) })
        .collect()
}

/// What a text holds, in the words of the screen.
pub fn reading(raw: &str, home: Option<Country>, lang: Lang) -> Reading {
    let mut left_out = Vec::new();
    let kilo = |bytes: usize| bytes.div_ceil(1024);
    let cut = &raw[..raw.floor_char_boundary(KEPT)];
    if cut.len() < raw.len() {
        let say = Say::new("paste-left-cut").with("cut", kilo(raw.len() - cut.len())).with("kept", kilo(KEPT));
        left_out.push(say);
    }
    let (text, controls) = cleaned(cut);
    if controls > 0 {
        left_out.push(Say::new("paste-left-controls").with("count", controls));
    }
    if text.len() > paste::MAX_BYTES {
        left_out.push(Say::new("paste-left-looked").with("looked", kilo(paste::MAX_BYTES)));
    }
    let pasted = paste::read(&text, home);
    let finds = finds(&pasted, &text, lang);
    let message = pasted.message.as_ref().map_or(0, |message| message.value.trim().chars().count());
    let useful = pasted.is_somebody() || pasted.quantity.is_some() || !pasted.products.is_empty() || message >= MESSAGE;
    Reading { finds, left_out, useful }
}

/// A text with plain line breaks and without control characters, and how many of those there were. What a terminal
/// sends for a line break is one.
fn cleaned(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut controls = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\t' => out.push(c),
            c if c.is_control() => controls += 1,
            c => out.push(c),
        }
    }
    (out, controls)
}

/// Where something stands, in the words of the screen.
fn origin(text: &str, source: Source, range: &Range<usize>) -> Origin {
    let at = range.start.min(text.len());
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    let line: String = line.trim().chars().take(300).collect();
    Origin { why: source.key(), line: 1 + before.matches('\n').count(), snippet: line }
}

fn finds(pasted: &Pasted, text: &str, lang: Lang) -> Vec<Find> {
    let mut list = List { text, finds: Vec::new() };
    let mut names = pasted.names.iter();
    match &pasted.company {
        Some(company) => list.text(Part::Name, company),
        None => names.next().into_iter().for_each(|name| list.text(Part::Name, name)),
    }
    let named = list.finds.len();
    names.for_each(|name| list.text(Part::Person, name));
    // The first is meant; the others are there to be taken.
    list.finds.iter_mut().skip(named + usize::from(pasted.company.is_some())).for_each(|find| find.on = false);
    pasted.role.iter().for_each(|role| list.text(Part::Role, role));
    for found in &pasted.channels {
        let norm = found.value.norm.clone();
        list.put(Part::Channel(found.value.kind), &found.value.raw, norm, found.source, &found.range);
    }
    if let Some(found) = &pasted.country {
        let name = reference::country_name(found.value, lang);
        list.put(Part::Country, name, Text::default(), found.source, &found.range);
    }
    pasted.city.iter().for_each(|city| list.text(Part::City, city));
    if let Some(found) = &pasted.language {
        let name = reference::language_name(&found.value, lang).unwrap_or(&found.value);
        list.put(Part::Language, name, Text::default(), found.source, &found.range);
    }
    let wanted = pasted.wanted();
    let quantity = pasted.quantity.as_ref().map(|found| (found.source, &found.range));
    let product = pasted.products.first().map(|found| (found.source, &found.range));
    if let Some((source, range)) = quantity.or(product).filter(|_| !wanted.is_empty()) {
        list.put(Part::Interests, &wanted, Text::default(), source, range);
    }
    let from = Origin { why: "paste-source-program", ..Origin::default() };
    let source = Find { part: Part::Source, value: "paste".into(), norm: Text::default(), from, on: true };
    list.finds.push(source);
    list.message(pasted);
    list.finds
}

struct List<'t> {
    text: &'t str,
    finds: Vec<Find>,
}

impl List<'_> {
    fn put(&mut self, part: Part, value: &str, norm: Text, source: Source, range: &Range<usize>) {
        let from = origin(self.text, source, range);
        self.finds.push(Find { part, value: value.to_owned(), norm, from, on: true });
    }

    fn text(&mut self, part: Part, found: &Found<Text>) {
        self.put(part, &found.value, Text::default(), found.source, &found.range);
    }

    /// The message with its subject, and what it came by.
    fn message(&mut self, pasted: &Pasted) {
        let Some(message) = &pasted.message else { return };
        let via = pasted.via.as_ref();
        match via {
            Some(via) => self.via(Some(via.value), origin(self.text, via.source, &via.range)),
            None => self.via(None, Origin::default()),
        }
        let subject = pasted.subject.as_ref().map_or("", |subject| &*subject.value);
        let value = format!("{subject}\n{}", message.value);
        self.put(Part::Message, value.trim(), Text::default(), message.source, &message.range);
    }

    fn via(&mut self, kind: Option<ChannelKind>, from: Origin) {
        self.finds.push(Find { part: Part::Via(kind), value: String::new(), norm: Text::default(), from, on: true });
    }
}

#[cfg(test)]
mod tests;
