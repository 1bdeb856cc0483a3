//! The JSON of the command line and of `export`. Field names are a contract; adding is fine.
//!
//! Times are RFC 3339 with the offset of the wall that they are read from, dates ISO 8601. What is not known is `null`
//! where it would be a value, and `""` where it would be a text.

use crate::domain::{Bundle, CareDate, Channel, ContactId, Detail, Due, FollowUp, Interaction, Now};
use crate::reference::{Candidates, kind, link, local_at, offset_at, to_instant, zones_of};
use chrono::{DateTime, NaiveDateTime, SecondsFormat, Utc};
use serde::Serialize;
use std::io::{self, Write};

mod due;
mod orders;

pub use due::DueJson;
pub use orders::{BoughtJson, MoneyJson, OrderJson};

/// A customer: `list`, `find`, and with [`ShownJson`] `show` and `export`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustomerJson {
    pub id: i64,
    pub name: String,
    pub company: String,
    pub country: Option<String>,
    pub tier: &'static str,
    pub stage: Option<String>,
    pub tags: Vec<String>,
    pub favourite: bool,
    pub status: &'static str,
    /// The exporter's own word: `real`, `doubtful`, `fake`, `not-target`; `""`: not decided.
    pub ruling: &'static str,
    pub pause: Option<crate::domain::Pause>,
    pub lost_reason: String,
    /// `null` where several are possible; they are in `zones` then.
    pub zone: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<&'static str>,
    pub local_time: Option<String>,
    pub last_contact: Option<String>,
    /// A date, or a time with the offset of the wall it was promised on.
    pub next_follow_up: Option<String>,
    pub contacts: Vec<ContactJson>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub shown: Option<ShownJson>,
}

/// What `show` adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownJson {
    pub city: String,
    pub language: String,
    pub source: String,
    pub interests: String,
    pub requirements: String,
    pub notes: String,
    pub cadence_days: Option<u16>,
    pub created: String,
    pub care_dates: Vec<CareDate>,
    /// The newest first.
    pub timeline: Vec<InteractionJson>,
    /// The newest first.
    pub orders: Vec<OrderJson>,
    /// What those that count come to.
    pub bought: BoughtJson,
    /// Open ones, the earliest first, then closed ones, the newest first.
    pub follow_ups: Vec<FollowUpJson>,
}

/// A person; the company's own channels stand under one without a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContactJson {
    pub name: String,
    pub role: String,
    pub channels: Vec<ChannelJson>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChannelJson {
    pub kind: String,
    pub handle: String,
    pub e164: Option<String>,
    pub url: Option<String>,
    pub primary: bool,
    pub emergency: bool,
    pub retired: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InteractionJson {
    pub id: i64,
    pub at: String,
    pub direction: &'static str,
    pub channel: Option<String>,
    pub contact: Option<String>,
    pub text: String,
    pub outcome: String,
    /// Slug of the template it was written from.
    pub template: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUpJson {
    pub id: i64,
    pub due: String,
    pub note: String,
    pub state: &'static str,
    pub closed: Option<String>,
}

/// Writes a list, one entry after the other: the whole is never in memory.
pub fn write_list<T: Serialize>(out: &mut dyn Write, entries: impl Iterator<Item = T>) -> io::Result<()> {
    let mut between = "[\n";
    for entry in entries {
        out.write_all(between.as_bytes())?;
        serde_json::to_writer(&mut *out, &entry)?;
        between = ",\n";
    }
    out.write_all(if between == ",\n" { b"\n]\n" } else { b"[]\n" })
}

impl CustomerJson {
    /// As `list` and `find` print it.
    pub fn new(bundle: &Bundle, now: &Now) -> Self {
        let customer = &bundle.customer;
        let place = Place::of(bundle);
        Self {
            id: customer.id.0,
            name: customer.name.to_string(),
            company: customer.company.to_string(),
            country: customer.country.map(|country| country.to_string()),
            tier: customer.tier.as_str(),
            stage: customer.stage.map(|stage| stage.to_string()),
            tags: customer.tags.iter().map(ToString::to_string).collect(),
            favourite: customer.favourite,
            status: customer.status.as_str(),
            ruling: customer.verdict.as_str(),
            pause: customer.pause.as_deref().cloned(),
            lost_reason: customer.lost_reason.to_string(),
            zone: place.zone.map(str::to_owned),
            local_time: place.local(now).map(|wall| place.stamp(wall)),
            zones: place.several,
            last_contact: bundle.last_contact().map(|at| stamp_here(at, now)),
            next_follow_up: bundle.next_follow_up().map(|next| due_text(&next.due, now)),
            contacts: contacts(bundle),
            shown: None,
        }
    }

    /// As `show` prints it.
    pub fn shown(bundle: &Bundle, detail: &Detail, now: &Now) -> Self {
        let customer = &bundle.customer;
        let shown = ShownJson {
            city: customer.city.to_string(),
            language: customer.language.to_string(),
            source: customer.source.to_string(),
            interests: customer.interests.to_string(),
            requirements: customer.requirements.to_string(),
            notes: customer.notes.to_string(),
            cadence_days: customer.cadence_days,
            created: stamp_here(customer.created_at, now),
            care_dates: bundle.care_dates.clone(),
            timeline: detail.timeline.iter().map(|said| InteractionJson::new(said, bundle, now)).collect(),
            orders: detail.orders.iter().map(OrderJson::new).collect(),
            bought: BoughtJson::new(bundle),
            follow_ups: bundle.follow_ups.iter().chain(&detail.closed).map(|f| FollowUpJson::new(f, now)).collect(),
        };
        Self { shown: Some(shown), ..Self::new(bundle, now) }
    }
}

impl InteractionJson {
    fn new(said: &Interaction, bundle: &Bundle, now: &Now) -> Self {
        let contact = bundle.contacts.iter().find(|contact| Some(contact.id) == said.contact);
        Self {
            id: said.id.0,
            at: stamp_here(said.at, now),
            direction: said.direction.as_str(),
            channel: said.kind.map(|kind| kind.to_string()),
            contact: contact.map(|contact| contact.name.to_string()),
            text: said.text.to_string(),
            outcome: said.outcome.to_string(),
            template: said.template.to_string(),
        }
    }
}

impl FollowUpJson {
    fn new(follow_up: &FollowUp, now: &Now) -> Self {
        Self {
            id: follow_up.id.0,
            due: due_text(&follow_up.due, now),
            note: follow_up.note.to_string(),
            state: follow_up.state.as_str(),
            closed: follow_up.closed_at.map(|at| stamp_here(at, now)),
        }
    }
}

impl ChannelJson {
    fn new(channel: &Channel) -> Self {
        Self {
            kind: channel.kind.to_string(),
            handle: channel.handle.to_string(),
            e164: e164(channel).map(str::to_owned),
            url: link(channel.kind, &channel.handle, &channel.norm),
            primary: channel.primary,
            emergency: channel.emergency,
            retired: retired(channel),
        }
    }
}

/// Where a customer is, as far as one can tell.
struct Place {
    zone: Option<&'static str>,
    several: Vec<&'static str>,
}

impl Place {
    fn of(bundle: &Bundle) -> Self {
        let customer = &bundle.customer;
        let phone = bundle.channels.iter().find_map(e164);
        let (zone, several) = match zones_of(customer.country, &customer.city, &customer.zone, phone) {
            Candidates::One(zone) => (Some(zone), Vec::new()),
            Candidates::Several(zones) => (None, zones.to_vec()),
            Candidates::Unknown => (None, Vec::new()),
        };
        Self { zone, several }
    }

    /// What the wall there shows.
    fn local(&self, now: &Now) -> Option<NaiveDateTime> {
        local_at(self.zone?, now.instant)
    }

    /// A time on the wall there, with its offset.
    fn stamp(&self, wall: NaiveDateTime) -> String {
        self.zone.and_then(|zone| stamp_wall(zone, wall)).unwrap_or_else(|| wall.format("%FT%T").to_string())
    }
}

/// The number that the channel is, in E.164.
fn e164(channel: &Channel) -> Option<&str> {
    let norm = &*channel.norm;
    norm.strip_prefix('+').filter(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())).map(|_| norm)
}

fn retired(channel: &Channel) -> bool {
    kind(channel.kind).is_some_and(|info| info.retired.is_some())
}

/// The company's channels first, then each person's; people without a channel too.
fn contacts(bundle: &Bundle) -> Vec<ContactJson> {
    let of = |contact: Option<ContactId>| {
        let mine = bundle.channels.iter().filter(|channel| channel.contact == contact);
        mine.map(ChannelJson::new).collect::<Vec<_>>()
    };
    let companys = ContactJson { name: String::new(), role: String::new(), channels: of(None) };
    let people = bundle.contacts.iter().map(|contact| ContactJson {
        name: contact.name.to_string(),
        role: contact.role.to_string(),
        channels: of(Some(contact.id)),
    });
    Some(companys).filter(|companys| !companys.channels.is_empty()).into_iter().chain(people).collect()
}

/// An instant on the exporter's wall of that day.
fn stamp_here(at: DateTime<Utc>, now: &Now) -> String {
    let offset = offset_at(&now.zone, at).unwrap_or(now.offset);
    at.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A time on a wall, with that wall's offset.
fn stamp_wall(zone: &str, wall: NaiveDateTime) -> Option<String> {
    let at = to_instant(zone, wall)?;
    Some(at.with_timezone(&offset_at(zone, at)?).to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// A date, or a time with the offset of the wall it was promised on.
fn due_text(due: &Due, now: &Now) -> String {
    let Some(time) = due.time else { return due.on.to_string() };
    let wall = due.on.and_time(time);
    let zone = due.zone.as_deref().unwrap_or(&now.zone);
    stamp_wall(zone, wall).unwrap_or_else(|| wall.format("%FT%T").to_string())
}

#[cfg(test)]
mod tests;
