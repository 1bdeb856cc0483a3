//! What of the comparing does not depend on other rows: worked out where records are read, by several threads.

use super::{Draft, Merge, source};
use crate::domain::{Dossier, Now, Ruling, Text};
use crate::intake::identity::same_person;
use crate::intake::known::{Bare, Folded, KEYS, Key, Likeness, Where, exact};
use crate::intake::record::rfq_identity;
use crate::intake::{Options, Record, SheetNote};
use std::borrow::Cow;

/// A record made ready for the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Ready {
    /// By what a customer that it is about would be known, the surest first.
    pub signs: Vec<(u64, Bare)>,
    /// What it is to be known by where it is somebody new.
    pub keys: Vec<u64>,
    /// Whether [`moved`] makes that customer of it: there is nothing to decide, and nothing to say.
    pub plain: bool,
}

impl Ready {
    pub fn of(record: &Record, sheets: &[SheetNote], options: &Options, now: &Now) -> Self {
        let who = Likeness::of_dossier(&record.dossier);
        let folded = Folded::of(&who);
        let signs = signs(record, &folded);
        let mut keys = Vec::with_capacity(12);
        if is_plain(record) {
            debug_assert!(Self::merged(record, sheets, options, now).1, "{record:?}");
            let who = Likeness { notes: record.notes.first().map_or("", |note| note), ..who };
            KEYS.of_folded(&who, &folded, |key| keys.push(key));
            return Self { signs, keys, plain: true };
        }
        let (draft, plain) = Self::merged(record, sheets, options, now);
        KEYS.of_customer(&Likeness::of_dossier(&draft.dossier), |key| keys.push(key));
        Self { signs, keys, plain }
    }

    /// The customer that the merge makes of it, and whether [`moved`] makes the same.
    fn merged(record: &Record, sheets: &[SheetNote], options: &Options, now: &Now) -> (Draft, bool) {
        let source = source(record, sheets);
        let mut draft = Draft::default();
        let mut merge = Merge::new(options, now, record, false);
        merge.create(&mut draft, source.clone());
        let silent = merge.remarks.is_empty() && merge.conflicts.is_empty();
        let plain = silent && is_moved(draft.clone(), record, &source);
        (draft, plain)
    }
}

/// Whether it can be seen without a merge that [`moved`] makes the customer of it: most rows of most files, which have
/// nothing twice and nothing to be said.
fn is_plain(record: &Record) -> bool {
    let Dossier { fields, contacts, channels, care_dates, .. } = &record.dossier;
    let timeless = record.inquiry.is_none() && record.last_contact.is_none() && record.next_follow_up.is_none();
    let once = record.notes.len() <= 1 && fields.tags.len() <= 1 && contacts.len() <= 1 && care_dates.len() <= 1;
    // A person without a role who is the customer is nobody beside it.
    let apart = contacts.iter().all(|contact| !contact.role.is_empty() || !same_person(&contact.name, &fields.name));
    let unjudged = fields.verdict == Ruling::Undecided && fields.pause.is_none() && fields.lost_reason.is_empty();
    let kinds = || channels.iter().map(|channel| channel.kind);
    timeless
        && once
        && unjudged
        && apart
        && kinds().enumerate().all(|(at, kind)| kinds().skip(at + 1).all(|other| other != kind))
}

/// Whether a draft is what [`moved`] would make of its record.
fn is_moved(mut draft: Draft, record: &Record, source: &Text) -> bool {
    let fields = &mut draft.dossier.fields;
    if std::mem::take(&mut fields.notes) != noted(record.notes.clone()) {
        return false;
    }
    if record.dossier.fields.source.is_empty() && std::mem::take(&mut fields.source) != *source {
        return false;
    }
    draft.last_contact.is_none() && !draft.planned && draft.dossier == record.dossier
}

fn noted(mut notes: Vec<Text>) -> Text {
    match notes.len() {
        0 | 1 => notes.pop().unwrap_or_default(),
        _ => notes.join("\n").into(),
    }
}

/// A new customer, of a record that has nothing but what the customer is to have.
pub(super) fn moved(mut dossier: Dossier, notes: Vec<Text>, source: Text) -> Draft {
    dossier.fields.notes = noted(notes);
    if dossier.fields.source.is_empty() {
        dossier.fields.source = source;
    }
    Draft { dossier, ..Draft::default() }
}

/// A record's keys, the surest first: the inquiry, a handle, company and person, company and mail domain, and a name
/// where nothing speaks against it.
fn signs(record: &Record, folded: &Folded<'_>) -> Vec<(u64, Bare)> {
    let dossier = &record.dossier;
    let mut signs = Vec::with_capacity(8);
    let mut sure = |key: Key<'_>| signs.push((KEYS.hash(key), Bare::All));
    if record.inquiry.is_some()
        && let Some(line) = record.notes.first().and_then(|line| rfq_identity(line))
    {
        sure(Key::Rfq(line));
    }
    for (class, key) in &folded.handles {
        sure(Key::Handle(*class, key));
    }
    if record.is_company {
        for name in [&folded.name, &folded.second].into_iter().filter(|name| !name.is_empty()) {
            folded.persons.iter().for_each(|person| sure(Key::CompanyPerson(name, person)));
            folded.domains.iter().for_each(|domain| sure(Key::CompanyDomain(name, domain)));
        }
    }
    // Buyers of a platform share their names with many; the inquiry itself was looked for above.
    if record.inquiry.is_some() && !record.is_company {
        return signs;
    }
    let (lone, bare) = match (record.is_company, dossier.contacts.is_empty(), dossier.channels.is_empty()) {
        (true, true, _) => (false, Bare::All),
        (true, false, _) if record.under_company => (false, Bare::All),
        (true, false, _) => (false, Bare::NoPerson),
        // A handle that stands for a name is the same handle, or no handle at all could be made of it.
        (false, _, empty) => (folded.lone, if empty || record.nameless { Bare::All } else { Bare::NoChannel }),
    };
    let name = if lone { exact(&dossier.fields.name).into() } else { Cow::Borrowed(&*folded.name) };
    if name.is_empty() {
        return signs;
    }
    let places: &[Where] = match dossier.fields.country {
        country @ Some(_) => &[Where::In(country), Where::In(None)],
        None => &[Where::Anywhere],
    };
    signs.extend(places.iter().map(|place| (KEYS.hash(Key::Name(bare, &name, *place)), bare)));
    signs
}
