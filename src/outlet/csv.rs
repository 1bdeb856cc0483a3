//! One row per customer, in columns that `intake` reads back.
//!
//! Safe to open in a spreadsheet: a cell that would start a formula (`=`, `+`, `-`, `@`, tab, carriage return, also
//! behind apostrophes) gets an apostrophe in front, a phone number like `'+49 30 1234567` too; `intake` takes one off
//! again. Nothing else is changed: what was typed comes out as it was typed.

use crate::domain::{Bundle, Channel, ChannelKind, Contact, Now};
use crate::reference::{local_at, to_instant};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Columns before the channels, and after them.
const FRONT: [&str; 12] =
    ["name", "company", "person", "role", "country", "city", "zone", "language", "tier", "stage", "tags", "favourite"];
const BACK: [&str; 12] = [
    "last_contact",
    "next_follow_up",
    "source",
    "interests",
    "requirements",
    "cadence",
    "birthday",
    "verdict",
    "paused_until",
    "pause_note",
    "lost_reason",
    "notes",
];

/// Columns that one kind of channel gets at most; what is more stands in the last, separated by `; `.
const MOST_COLUMNS: usize = 5;

/// Writes the table: UTF-8 with BOM, CRLF. `bundles` is walked twice: once for the channel kinds that get a column.
pub fn write<'a>(out: &mut dyn Write, bundles: impl Iterator<Item = &'a Bundle> + Clone, now: &Now) -> io::Result<()> {
    let columns = columns(bundles.clone());
    out.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    let mut row: Vec<Cow<'_, str>> = FRONT.map(Cow::from).to_vec();
    for (kind, count) in &columns {
        row.extend((1..=*count).map(|n| match n {
            1 => Cow::from(header(kind)),
            n => Cow::from(format!("{} {n}", header(kind))),
        }));
    }
    row.extend(BACK.map(Cow::from));
    table.write_record(row.iter().map(|cell| cell.as_bytes()))?;
    for bundle in bundles {
        let mut row = front(bundle);
        for (kind, count) in &columns {
            channel_cells(bundle, *kind, *count, &mut row);
        }
        row.extend(back(bundle, now));
        table.write_record(row.iter().map(|cell| safe_cell(cell)).map(Cow::into_owned))?;
    }
    table.flush()
}

/// The column's name. A bare `x` says nothing to a reader, `intake` included.
fn header(kind: &ChannelKind) -> &str {
    if *kind == ChannelKind::X { "x twitter" } else { kind.as_str() }
}

/// Kinds in use, and how many columns each needs, in the order of their names: the same board gives the same file.
fn columns<'a>(bundles: impl Iterator<Item = &'a Bundle>) -> BTreeMap<ChannelKind, usize> {
    let mut most = BTreeMap::new();
    for bundle in bundles {
        for (at, channel) in bundle.channels.iter().enumerate() {
            let nth = 1 + bundle.channels[..at].iter().filter(|other| other.kind == channel.kind).count();
            let column = most.entry(channel.kind).or_insert(1);
            *column = nth.min(MOST_COLUMNS).max(*column);
        }
    }
    most
}

fn front(bundle: &Bundle) -> Vec<Cow<'_, str>> {
    let customer = &bundle.customer;
    let person = main_contact(bundle);
    vec![
        Cow::from(&*customer.name),
        (&*customer.company).into(),
        person.map_or("", |person| &person.name).into(),
        person.map_or("", |person| &person.role).into(),
        customer.country.map(|country| country.to_string()).unwrap_or_default().into(),
        (&*customer.city).into(),
        (&*customer.zone).into(),
        (&*customer.language).into(),
        customer.tier.as_str().into(),
        customer.stage.map(|stage| stage.to_string()).unwrap_or_default().into(),
        customer.tags.join(", ").into(),
        if customer.favourite { "yes" } else { "" }.into(),
    ]
}

fn back<'a>(bundle: &'a Bundle, now: &Now) -> [Cow<'a, str>; BACK.len()] {
    let customer = &bundle.customer;
    let last = bundle.last_contact().map(|at| {
        let wall = local_at(&now.zone, at).unwrap_or_else(|| at.with_timezone(&now.offset).naive_local());
        wall.format("%F %H:%M").to_string()
    });
    let next = bundle.next_follow_up().map(|next| next.due.here(now, to_instant, local_at).on.to_string());
    let birthday = bundle.care_dates.iter().find(|date| &*date.kind == "birthday").map(|date| match date.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", date.month, date.day),
        // As vCards write it; a spreadsheet would make this year's day of `03-08`.
        None => format!("--{:02}-{:02}", date.month, date.day),
    });
    let pause = customer.pause.as_deref();
    [
        last.unwrap_or_default().into(),
        next.unwrap_or_default().into(),
        (&*customer.source).into(),
        (&*customer.interests).into(),
        (&*customer.requirements).into(),
        customer.cadence_days.map(|days| days.to_string()).unwrap_or_default().into(),
        birthday.unwrap_or_default().into(),
        customer.verdict.as_str().into(),
        pause.map(|pause| pause.until.to_string()).unwrap_or_default().into(),
        pause.map_or("", |pause| &*pause.note).into(),
        (&*customer.lost_reason).into(),
        (&*customer.notes).into(),
    ]
}

/// The person of the primary channel, else the first.
fn main_contact(bundle: &Bundle) -> Option<&Contact> {
    let primary = bundle.channels.iter().find(|channel| channel.primary).and_then(|channel| channel.contact);
    bundle.contacts.iter().find(|contact| Some(contact.id) == primary).or_else(|| bundle.contacts.first())
}

fn channel_cells<'a>(bundle: &'a Bundle, kind: ChannelKind, count: usize, row: &mut Vec<Cow<'a, str>>) {
    let mut handles: Vec<&Channel> = bundle.channels.iter().filter(|channel| channel.kind == kind).collect();
    handles.sort_by_key(|channel| !channel.primary);
    for nth in 1..=count {
        row.push(match handles.get(nth - 1..) {
            Some(rest) if nth == MOST_COLUMNS && rest.len() > 1 => {
                rest.iter().map(|channel| &*channel.handle).collect::<Vec<_>>().join("; ").into()
            }
            Some([channel, ..]) => (&*channel.handle).into(),
            _ => "".into(),
        });
    }
}

/// A cell that no spreadsheet takes for a formula. A cell that already looks defused gets one more apostrophe, so that
/// taking one off always gives the text back.
pub fn safe_cell(cell: &str) -> Cow<'_, str> {
    match cell.trim_start_matches('\'').chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => Cow::Owned(format!("'{cell}")),
        _ => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests;
