//! What a paste says beside what a customer has: nothing of theirs is overwritten without being asked.

use super::{Part, Row, Take, Theirs};
use crate::domain::{Bundle, ChannelKind, CustomerFields, Text};
use crate::reference::{self, Lang, Words};

/// What becomes of every row at a new customer.
pub fn at_new(rows: &[Row]) -> Vec<Take> {
    rows.iter().map(|row| Take { on: row.find.on, theirs: Theirs::Nothing }).collect()
}

/// What becomes of every row at a customer there is; `said`: the message is in the timeline already.
pub fn at_known(rows: &[Row], bundle: &Bundle, said: bool, lang: Lang) -> Vec<Take> {
    let take = |row: &Row| {
        let theirs = theirs(row, rows, bundle, said, lang);
        Take { on: row.find.on && theirs == Theirs::Nothing, theirs }
    };
    rows.iter().map(take).collect()
}

fn theirs(row: &Row, rows: &[Row], bundle: &Bundle, said: bool, lang: Lang) -> Theirs {
    let fields: &CustomerFields = &bundle.customer;
    let value = row.find.value.trim();
    match row.find.part {
        Part::Name => {
            let company = !fields.company.is_empty() && same(&fields.company, value);
            if company { Theirs::Same } else { beside(&fields.name, value) }
        }
        Part::Person => person(bundle, value),
        Part::Role => role(rows, bundle, value),
        Part::Channel(kind) => channel(bundle, kind, value, &row.find.norm, lang),
        Part::Country => match fields.country {
            None => Theirs::Nothing,
            Some(there) if reference::find_country(value) == Some(there) => Theirs::Same,
            Some(there) => Theirs::Other(reference::country_name(there, lang).to_owned()),
        },
        Part::City => beside(&fields.city, value),
        Part::Language => match reference::find_language(value).unwrap_or(value) {
            tag if same(&fields.language, tag) => Theirs::Same,
            _ => {
                let there = reference::language_name(&fields.language, lang).unwrap_or(&fields.language);
                beside(&there.into(), value)
            }
        },
        Part::Interests => beside(&fields.interests, value),
        Part::Source => Theirs::Hidden,
        Part::Via(_) | Part::Message if said => Theirs::Same,
        Part::Via(_) | Part::Message => Theirs::Nothing,
    }
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn beside(there: &Text, here: &str) -> Theirs {
    match &**there {
        "" => Theirs::Nothing,
        there if same(there, here) => Theirs::Same,
        there => Theirs::Other(there.to_owned()),
    }
}

fn person(bundle: &Bundle, name: &str) -> Theirs {
    let known = bundle.contacts.iter().any(|contact| same(&contact.name, name)) || same(&bundle.customer.name, name);
    if known { Theirs::Same } else { Theirs::Nothing }
}

/// A role is that of the first person of the paste.
fn role(rows: &[Row], bundle: &Bundle, value: &str) -> Theirs {
    let person = rows.iter().find(|row| row.find.part == Part::Person).map_or("", |row| row.find.value.trim());
    match bundle.contacts.iter().find(|contact| same(&contact.name, person)) {
        Some(contact) => beside(&contact.role, value),
        None => Theirs::Nothing,
    }
}

/// A number is one number, whichever program rings it.
fn channel(bundle: &Bundle, kind: ChannelKind, value: &str, norm: &str, lang: Lang) -> Theirs {
    let alike = |there: &crate::domain::Channel| {
        let phones = reference::is_phone_like(kind) && reference::is_phone_like(there.kind);
        let equal = match (norm, &*there.norm) {
            ("", _) | (_, "") => same(&there.handle, value),
            (here, there) => here == there,
        };
        equal && (there.kind == kind || phones)
    };
    let found = bundle.channels.iter().filter(|there| alike(there));
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|there| there.kind != kind);
    match found.first() {
        None => Theirs::Nothing,
        Some(there) if there.kind == kind => Theirs::Same,
        Some(there) => {
            let name = reference::kind(there.kind).map_or(there.kind.as_str(), |info| info.name(lang));
            Theirs::Other(format!("{name} {}", there.handle))
        }
    }
}

/// The name of a channel the message came by.
pub fn via_name(kind: Option<ChannelKind>, lang: Lang) -> String {
    match kind {
        Some(kind) => reference::kind(kind).map_or(kind.as_str(), |info| info.name(lang)).to_owned(),
        None => Words::of(lang).get("paste-via-unknown").to_string(),
    }
}
