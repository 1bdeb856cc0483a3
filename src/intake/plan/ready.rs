//! What of the comparing does not depend on other rows: worked out where records are read, by several threads.

use super::{Draft, Merge, source};
use crate::domain::{Dossier, Now, Text};
use crate::intake::identity::{fold_company, fold_person, own_domain};
use crate::intake::known::{Bare, KEYS, Key, Likeness, Where, exact, identifying, lone};
use crate::intake::record::rfq_identity;
use crate::intake::{Options, Record, SheetNote};

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
        let source = source(record, sheets);
        let mut draft = Draft::default();
        let mut merge = Merge::new(options, now, record, false);
        merge.create(&mut draft, source.clone());
        let silent = merge.remarks.is_empty() && merge.conflicts.is_empty();
        let mut keys = Vec::with_capacity(12);
        KEYS.of_customer(&Likeness::of_dossier(&draft.dossier), |key| keys.push(key));
        Self { signs: signs(record), keys, plain: silent && is_moved(draft, record, &source) }
    }
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
fn signs(record: &Record) -> Vec<(u64, Bare)> {
    let dossier = &record.dossier;
    let mut signs = Vec::new();
    let mut sure = |key: Key<'_>| signs.push((KEYS.hash(key), Bare::All));
    if record.inquiry.is_some()
        && let Some(line) = record.notes.first().and_then(|line| rfq_identity(line))
    {
        sure(Key::Rfq(line));
    }
    for channel in &dossier.channels {
        if let Some((class, key)) = identifying(channel.kind, &channel.handle, &channel.norm) {
            sure(Key::Handle(class, &key));
        }
    }
    let folded = fold_company(&dossier.fields.name);
    if record.is_company {
        let second = fold_company(&dossier.fields.company);
        for name in [&folded, &second].into_iter().filter(|name| !name.is_empty()) {
            dossier.contacts.iter().for_each(|contact| sure(Key::CompanyPerson(name, &fold_person(&contact.name))));
            let domains = dossier.channels.iter().filter_map(|channel| own_domain(channel.kind, &channel.norm));
            domains.for_each(|domain| sure(Key::CompanyDomain(name, domain)));
        }
    }
    // Buyers of a platform share their names with many; the inquiry itself was looked for above.
    if record.inquiry.is_some() && !record.is_company {
        return signs;
    }
    let (name, bare) = match (record.is_company, dossier.contacts.is_empty(), dossier.channels.is_empty()) {
        (true, true, _) => (folded, Bare::All),
        (true, false, _) if record.under_company => (folded, Bare::All),
        (true, false, _) => (folded, Bare::NoPerson),
        (false, _, empty) => {
            let name = &dossier.fields.name;
            // A handle that stands for a name is the same handle, or no handle at all could be made of it.
            let bare = if empty || record.nameless { Bare::All } else { Bare::NoChannel };
            (if lone(name) { exact(name) } else { folded }, bare)
        }
    };
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
