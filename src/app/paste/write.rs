//! From the rows that are taken to the one edit they become.

use super::{Part, Row, Sorting};
use crate::domain::{
    ChannelDraft, ChannelKind, ContactDraft, Country, Direction, Dossier, Edit, NewInteraction, Now, Say, Stage, Text,
};
use crate::reference;

/// The rows as a customer of their own: also what the customers there are, are compared with.
pub fn newcomer(rows: &[&Row], now: &Now) -> Dossier {
    let mut dossier = Dossier::default();
    dossier.fields.stage = Some(Stage::INQUIRY);
    write(&mut dossier, rows, now);
    let name = || dossier.contacts.first().map(|contact| contact.name.clone());
    let handle = || dossier.channels.first().map(|channel| channel.handle.clone());
    if dossier.fields.name.is_empty() {
        dossier.fields.name = name().or_else(handle).unwrap_or_default();
    }
    dossier
}

/// The edit of what is taken at the chosen target; or which row is wrong, and how. `there`: the customer as it is now.
pub fn edit(sorting: &Sorting, there: Option<Dossier>, now: &Now) -> Result<Edit, (usize, Say)> {
    let takes = sorting.target().map_or(&[][..], |target| &target.takes);
    let taken = |at: &usize| takes.get(*at).is_some_and(|take| take.on);
    let taken: Vec<usize> = sorting.shown().into_iter().filter(taken).collect();
    let rows: Vec<&Row> = taken.iter().map(|at| &sorting.rows[*at]).collect();
    let country = country_of(&rows).or_else(|| there.as_ref().and_then(|there| there.fields.country));
    for (at, row) in taken.iter().zip(&rows) {
        check(row, country).map_err(|say| (*at, say))?;
    }
    let dossier = match there {
        None => newcomer(&rows, now),
        Some(mut dossier) => {
            write(&mut dossier, &rows, now);
            dossier
        }
    };
    if dossier.fields.name.is_empty() {
        return Err((0, Say::new("form-name-needed")));
    }
    Ok(Edit::Save(Box::new(dossier)))
}

fn country_of(rows: &[&Row]) -> Option<Country> {
    let row = rows.iter().find(|row| row.find.part == Part::Country)?;
    reference::find_country(row.find.value.trim())
}

/// What the exporter wrote has to be readable; what the text said is kept as it is.
fn check(row: &Row, country: Option<Country>) -> Result<(), Say> {
    let value = row.find.value.trim();
    match row.find.part {
        Part::Country if reference::find_country(value).is_none() => {
            Err(Say::new("form-no-such-country").with("text", value))
        }
        Part::Channel(kind) if row.edited => reference::validate(kind, value, country).map(drop),
        _ => Ok(()),
    }
}

fn write(dossier: &mut Dossier, rows: &[&Row], now: &Now) {
    let country = country_of(rows).or(dossier.fields.country);
    let mut via = None;
    let mut message: Option<Text> = None;
    for row in rows.iter().filter(|row| !row.find.value.trim().is_empty() || matches!(row.find.part, Part::Via(_))) {
        let text: Text = row.find.value.trim().into();
        let fields = &mut dossier.fields;
        match row.find.part {
            Part::Name => fields.name = text,
            Part::Person => add_person(dossier, &text),
            Part::Role => set_role(dossier, rows, text),
            Part::Channel(kind) => add_channel(dossier, rows, row, kind, country),
            Part::Country => fields.country = country,
            Part::City => fields.city = text,
            Part::Language => fields.language = reference::find_language(&text).map_or(text, Text::from),
            Part::Interests => fields.interests = text,
            Part::Source => fields.source = text,
            Part::Via(kind) => via = kind,
            Part::Message => message = Some(text),
        }
    }
    dossier.interactions.extend(message.map(|text| NewInteraction {
        at: now.instant,
        direction: Direction::In,
        kind: via,
        text,
        outcome: Text::default(),
        template: Text::default(),
    }));
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn add_person(dossier: &mut Dossier, name: &Text) {
    if !dossier.contacts.iter().any(|contact| same(&contact.name, name)) {
        dossier.contacts.push(ContactDraft { id: None, name: name.clone(), role: Text::default() });
    }
}

/// Which of the customer's people the paste is about: the first it names.
fn person_of(dossier: &Dossier, rows: &[&Row]) -> Option<usize> {
    let name = rows.iter().find(|row| row.find.part == Part::Person).map(|row| row.find.value.trim())?;
    dossier.contacts.iter().position(|contact| same(&contact.name, name))
}

fn set_role(dossier: &mut Dossier, rows: &[&Row], role: Text) {
    match person_of(dossier, rows) {
        Some(at) => dossier.contacts[at].role = role,
        // Somebody who is the customer: the name is the person's.
        None if dossier.contacts.is_empty() => {
            let name = dossier.fields.name.clone();
            dossier.contacts.push(ContactDraft { id: None, name, role });
        }
        None => dossier.contacts[0].role = role,
    }
}

fn add_channel(dossier: &mut Dossier, rows: &[&Row], row: &Row, kind: ChannelKind, country: Option<Country>) {
    let handle: Text = row.find.value.trim().into();
    let norm = match row.edited {
        true => reference::normalise(kind, &handle, country).unwrap_or_default().into(),
        false => row.find.norm.clone(),
    };
    let there = |other: &ChannelDraft| {
        other.kind == kind && if norm.is_empty() { same(&other.handle, &handle) } else { other.norm == norm }
    };
    if dossier.channels.iter().any(there) {
        return;
    }
    let contact = person_of(dossier, rows).filter(|_| kind != ChannelKind::WEBSITE);
    let primary = dossier.channels.is_empty();
    dossier.channels.push(ChannelDraft { id: None, contact, kind, handle, norm, primary, emergency: false });
}
