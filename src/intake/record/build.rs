//! One row to one record.

use super::parts::{Parts, amount, rfq_line};
use super::{Columns, Inquiry, Left, Record, channels::channels};
use crate::domain::{CareDate, ContactDraft, Country, CustomerFields, Pause, Say, Stage, Text, funnel::Stages};
use crate::intake::{Field, dates, identity::same_person, map};
use crate::reference::{find_country, zone_exists};
use std::borrow::Cow;

/// Who a row is about.
#[derive(Debug, Default)]
struct Who<'a> {
    name: Cow<'a, str>,
    company: Cow<'a, str>,
    person: Cow<'a, str>,
    is_company: bool,
    under_company: bool,
}

/// Reads a row; what is odd about it without costing it goes to `remarks`.
pub fn record(
    columns: &Columns<'_>,
    parts: &mut Parts<'_>,
    line: usize,
    remarks: &mut Vec<Say>,
) -> Result<Record, Left> {
    let mut who = who(parts);
    let country = country(parts);
    let channels = channels(parts, country, remarks);
    let inquiry = inquiry(columns, parts);
    if inquiry.is_none() {
        for field in [Field::Quantity, Field::Unit, Field::InquiryDate, Field::InquiryAge] {
            parts.unread(field);
        }
    }
    let nameless = who.name.is_empty();
    if nameless {
        who.name = match (&inquiry, channels.first()) {
            (_, Some(channel)) => channel.handle.to_string().into(),
            (Some(inquiry), None) if !inquiry.title.is_empty() => inquiry.title.to_string().into(),
            (Some(inquiry), None) if !inquiry.id.is_empty() => format!("RFQ {}", inquiry.id).into(),
            _ => return Err(Left::Skipped(Say::new("intake-nobody"))),
        };
    }
    let mut record =
        Record { line, nameless, is_company: who.is_company, under_company: who.under_company, ..Record::default() };
    record.dossier.fields = fields(parts, &who, country, &columns.options.stages);
    record.dossier.contacts = contact(parts, &who).into_iter().collect();
    record.dossier.channels = channels;
    if !record.dossier.contacts.is_empty() {
        record.dossier.channels.iter_mut().for_each(|channel| channel.contact = Some(0));
    }
    dated(columns, parts, &mut record, remarks);
    record.notes = notes(columns, parts, &who);
    if let Some(inquiry) = &inquiry {
        record.notes.insert(0, rfq_line(inquiry, &record.dossier.fields.name, country));
        let fields = &mut record.dossier.fields;
        if fields.interests.is_empty() {
            fields.interests = inquiry.title.clone();
        }
        if fields.requirements.is_empty() {
            let wanted = [amount(inquiry), inquiry.text.to_string()];
            fields.requirements = join(wanted.iter().map(String::as_str), "\n").into();
        }
    }
    record.inquiry = inquiry;
    Ok(record)
}

fn join<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// Names, persons and companies, in whatever columns the file has them.
fn who<'a>(parts: &Parts<'a>) -> Who<'a> {
    let get = |field| Cow::Borrowed(parts.get(field).unwrap_or_default());
    let (name, company) = (get(Field::Name), get(Field::Company));
    let mut person = get(Field::Person);
    if person.is_empty() {
        person = full_name(&get(Field::FirstName), &get(Field::MiddleName), &get(Field::LastName)).into();
    }
    let parent = get(Field::Parent);
    if let Some(yes) = parts.get(Field::IsCompany).map(is_yes) {
        if yes {
            return Who { name, is_company: true, ..Who::default() };
        }
        if parent.is_empty() {
            return Who { name: or(name, &company), ..Who::default() };
        }
    }
    if !parent.is_empty() {
        let person = or(person, &name);
        return Who { name: parent, person, is_company: true, under_company: true, ..Who::default() };
    }
    match (company.is_empty(), person.is_empty()) {
        (true, true) => Who { name, ..Who::default() },
        // `Name` beside a company is whom one talks to.
        (false, true) => {
            let person = if name == company { Cow::default() } else { name };
            Who { name: company, person, is_company: true, ..Who::default() }
        }
        // `Name` beside a person, and not the same again, is the company.
        (true, false) if !name.is_empty() && !same_person(&name, &person) => {
            Who { name, person, is_company: true, ..Who::default() }
        }
        (true, false) => Who { name: person, ..Who::default() },
        (false, false) if name.is_empty() || same_person(&name, &person) || name == company => {
            Who { name: company, person, is_company: true, ..Who::default() }
        }
        (false, false) => Who { name, company, person, is_company: true, ..Who::default() },
    }
}

fn or<'a>(text: Cow<'a, str>, other: &Cow<'a, str>) -> Cow<'a, str> {
    if text.is_empty() { other.clone() } else { text }
}

/// Chinese, Japanese and Korean names: the family's first and no space.
fn full_name(first: &str, middle: &str, last: &str) -> String {
    let east =
        |text: &str| text.chars().all(|c| matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af));
    if !first.is_empty() && !last.is_empty() && middle.is_empty() && east(first) && east(last) {
        return format!("{last}{first}");
    }
    join([first, middle, last].into_iter(), " ")
}

fn is_yes(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "1" | "true" | "yes" | "y" | "x" | "是" | "ja" | "oui" | "si" | "sí" | "company" | "✓" | "★"
    )
}

fn country(parts: &mut Parts<'_>) -> Option<Country> {
    let found = find_country(parts.get(Field::Country)?);
    if found.is_none() {
        parts.unread(Field::Country);
    }
    found
}

fn fields(parts: &mut Parts<'_>, who: &Who<'_>, country: Option<Country>, stages: &Stages) -> CustomerFields {
    let zone = parts.get(Field::Zone).filter(|zone| zone_exists(zone));
    let tier = parts.get(Field::Tier).and_then(map::tier);
    let stage = parts.get(Field::Stage).and_then(|text| map::stage(text, stages));
    let cadence_days = parts.get(Field::Cadence).and_then(|days| days.parse().ok()).filter(|days| *days > 0);
    let verdict = parts.get(Field::Verdict).and_then(map::verdict);
    // Only what is lost has a reason.
    let lost = stage == Some(Stage::LOST);
    for (field, read) in [
        (Field::Verdict, verdict.is_some()),
        (Field::LostReason, lost),
        (Field::Zone, zone.is_some()),
        (Field::Tier, tier.is_some()),
        (Field::Stage, stage.is_some()),
        (Field::Cadence, cadence_days.is_some()),
    ] {
        if !read {
            parts.unread(field);
        }
    }
    let text = |field| Text::from(parts.get(field).unwrap_or_default());
    CustomerFields {
        name: (*who.name).into(),
        company: if who.company == who.name { Text::default() } else { (*who.company).into() },
        country,
        city: text(Field::City),
        zone: zone.unwrap_or_default().into(),
        language: text(Field::Language),
        tier: tier.unwrap_or_default(),
        stage,
        favourite: parts.get(Field::Favourite).is_some_and(is_yes),
        tags: tags(&parts.joined(Field::Tags, ";")),
        source: text(Field::Source),
        interests: parts.joined(Field::Interests, "\n").into(),
        requirements: parts.joined(Field::Requirements, "\n").into(),
        cadence_days,
        verdict: verdict.unwrap_or_default(),
        lost_reason: if lost { text(Field::LostReason) } else { Text::default() },
        ..CustomerFields::default()
    }
}

fn tags(text: &str) -> Vec<Text> {
    let mut tags: Vec<Text> = Vec::new();
    for part in text.split([';', ',', '，', '；', '、', '|', '\n']).flat_map(|part| part.split(":::")) {
        let tag = part.trim().trim_start_matches("* ").trim();
        // Google marks its own groups with a star.
        let own = part.trim().starts_with("* ");
        if !tag.is_empty() && !own && !tags.iter().any(|there| **there == *tag) {
            tags.push(tag.into());
        }
    }
    tags
}

/// The person at the company. A person who is the customer needs one only for a role.
fn contact(parts: &Parts<'_>, who: &Who<'_>) -> Option<ContactDraft> {
    let role = parts.get(Field::Role).unwrap_or_default();
    let name = match (who.person.is_empty(), role.is_empty()) {
        (false, _) => &who.person,
        (true, false) if !who.is_company => &who.name,
        _ => return None,
    };
    Some(ContactDraft { id: None, name: (**name).into(), role: role.into() })
}

/// Birthday, pause, last and next contact.
fn dated(columns: &Columns<'_>, parts: &mut Parts<'_>, record: &mut Record, remarks: &mut Vec<Say>) {
    let today = columns.now.today();
    let mut unread = |parts: &mut Parts<'_>, field: Field, at: usize, text: &str| {
        // Outlook writes 0/0/00 for none.
        if text.chars().any(|c| c.is_alphanumeric() && c != '0') {
            parts.unread(field);
            let header = columns.sheet.header.get(at).cloned().unwrap_or_default();
            remarks.push(Say::new("intake-no-date").with("text", text).with("column", header));
        }
    };
    if let Some((at, text)) = parts.at(Field::Birthday) {
        match dates::birthday(text, columns.orders[at], today) {
            Some((year, month, day)) => {
                let kind = Text::from("birthday");
                record.dossier.care_dates.push(CareDate { kind, month, day, year, ..empty_care_date() });
            }
            None => unread(parts, Field::Birthday, at, text),
        }
    }
    if let Some((at, text)) = parts.at(Field::LastContact) {
        match dates::moment(text, columns.orders[at], columns.now).filter(|moment| *moment <= columns.now.instant) {
            Some(moment) => record.last_contact = Some((moment, columns.sheet.header[at].as_str().into())),
            None => unread(parts, Field::LastContact, at, text),
        }
    }
    if let Some((at, text)) = parts.at(Field::PausedUntil) {
        match dates::date(text, columns.orders[at], today) {
            Some(until) => {
                let note = parts.get(Field::PauseNote).unwrap_or_default().into();
                record.dossier.fields.pause = Some(Box::new(Pause { until, note }));
            }
            None => unread(parts, Field::PausedUntil, at, text),
        }
    }
    if record.dossier.fields.pause.is_none() {
        parts.unread(Field::PauseNote);
    }
    if let Some((at, text)) = parts.at(Field::NextFollowUp) {
        match dates::date(text, columns.orders[at], today) {
            Some(date) => record.next_follow_up = Some(date),
            None => unread(parts, Field::NextFollowUp, at, text),
        }
    }
}

fn empty_care_date() -> CareDate {
    CareDate {
        id: crate::domain::CareDateId::default(),
        kind: Text::default(),
        month: 1,
        day: 1,
        year: None,
        note: Text::default(),
    }
}

/// An inquiry, where the row has a title or a text of one.
fn inquiry(columns: &Columns<'_>, parts: &Parts<'_>) -> Option<Inquiry> {
    let text = |field| Text::from(parts.get(field).unwrap_or_default());
    let message = parts.joined(Field::Message, "\n");
    let (id, title) = (text(Field::RfqId), text(Field::Title));
    if id.is_empty() && title.is_empty() && message.is_empty() {
        return None;
    }
    let order = |at: usize| columns.orders[at];
    let moment = |field| {
        let (at, text) = parts.at(field)?;
        dates::moment(text, order(at), columns.now)
    };
    let as_of = moment(Field::AsOf).unwrap_or(columns.now.instant);
    let ago = parts.get(Field::InquiryAge).and_then(dates::ago);
    let at = moment(Field::InquiryDate)
        .or_else(|| moment(Field::InquiryAge))
        .or_else(|| as_of.checked_sub_signed(ago?))
        .map(|at| at.min(columns.now.instant));
    Some(Inquiry { id, title, quantity: text(Field::Quantity), unit: text(Field::Unit), text: message.into(), at })
}

/// The file's notes, then a line for every cell that no field took. Under a company each line says whose it is.
fn notes(columns: &Columns<'_>, parts: &Parts<'_>, who: &Who<'_>) -> Vec<Text> {
    let mut notes: Vec<Text> = Vec::new();
    let free = parts.joined(Field::Notes, "\n");
    if !free.is_empty() {
        notes.push(free.into());
    }
    for (at, text) in &parts.extra {
        let header = columns.sheet.header.get(*at).map(String::as_str).unwrap_or_default();
        let line = if who.under_company && !who.person.is_empty() {
            format!("{} · {header}: {text}", who.person)
        } else {
            format!("{header}: {text}")
        };
        notes.push(line.into());
    }
    notes
}
