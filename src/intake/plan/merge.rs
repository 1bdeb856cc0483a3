//! One record into one customer: what is empty is filled, what is new is added, what differs is listed.

use super::{Draft, NEW};
use crate::domain::{
    ChannelDraft, ChannelKind, ContactDraft, Direction, Due, Made, NewFollowUp, NewInteraction, Now, Say, Stage, Text,
};
use crate::intake::identity::{fold, fold_company, fold_person, handle_key};
use crate::intake::record::{amount, rfq_identity};
use crate::intake::{Conflict, Options, Record};
use std::borrow::Cow;

mod judged;

/// Persons or channels of one customer at most: a file that puts everybody under one name is no customer list, and
/// looking through them for every row would take for ever.
pub const MOST: usize = 500;
/// Bytes of notes beyond which nothing is added, for the same reason.
const NOTES: usize = 64 * 1024;

/// A merge under way, and what it did.
pub struct Merge<'a> {
    options: &'a Options,
    now: &'a Now,
    record: &'a Record,
    /// Whether anybody wants to see [`Merge::changes`].
    wanted: bool,
    /// The record's channels that are another customer's.
    pub foreign: Vec<usize>,
    pub remarks: Vec<Say>,
    pub changed: bool,
    pub changes: Vec<(&'static str, Text)>,
    pub conflicts: Vec<Conflict>,
}

impl<'a> Merge<'a> {
    pub fn new(options: &'a Options, now: &'a Now, record: &'a Record, wanted: bool) -> Self {
        Self {
            options,
            now,
            record,
            wanted,
            foreign: Vec::new(),
            remarks: Vec::new(),
            changed: false,
            changes: Vec::new(),
            conflicts: Vec::new(),
        }
    }

    /// Fills a new customer.
    pub fn create(&mut self, draft: &mut Draft, source: Text) {
        draft.dossier.fields.source = source;
        let record = self.record;
        if !record.dossier.fields.source.is_empty() {
            draft.dossier.fields.source = record.dossier.fields.source.clone();
        }
        if record.inquiry.is_some() && record.dossier.fields.stage.is_none() {
            draft.dossier.fields.stage = Some(NEW);
        }
        draft.dossier.fields.favourite = record.dossier.fields.favourite;
        self.apply(draft);
        self.changed = true;
    }

    /// Adds to a customer there is.
    pub fn apply(&mut self, draft: &mut Draft) {
        self.name(draft);
        self.fields(draft);
        self.contacts_and_channels(draft);
        for date in &self.record.dossier.care_dates {
            if !draft.dossier.care_dates.iter().any(|there| there.kind == date.kind) {
                draft.dossier.care_dates.push(date.clone());
                self.note("intake-field-birthday", || format!("{:02}-{:02}", date.month, date.day).into());
            }
        }
        self.inquiry(draft);
        self.notes(draft);
        self.contact_dates(draft);
    }

    /// Remembers that something is new.
    fn note(&mut self, field: &'static str, value: impl FnOnce() -> Text) {
        self.changed = true;
        if self.wanted {
            self.changes.push((field, value()));
        }
    }

    fn conflict(&mut self, draft: &Draft, field: &'static str, there: &str, here: &str) -> bool {
        let replaced = self.options.overwrite;
        self.conflicts.push(Conflict {
            file: Text::default(),
            line: self.record.line,
            customer: draft.dossier.id,
            name: draft.dossier.fields.name.clone(),
            field,
            there: there.into(),
            here: here.into(),
            replaced,
        });
        replaced
    }

    /// The name, unless the row has none of its own or the customer has it in another place.
    fn name(&mut self, draft: &mut Draft) {
        let here = &self.record.dossier.fields.name;
        let there = draft.dossier.fields.name.clone();
        let stand_in = draft.dossier.channels.iter().any(|channel| channel.handle == there);
        if there.is_empty() || (stand_in && !self.record.nameless && *here != there) {
            draft.dossier.fields.name = here.clone();
            self.note("intake-field-name", || here.clone());
            return;
        }
        if self.record.nameless || self.is_named(draft, here) {
            return;
        }
        let fields = &draft.dossier.fields;
        let known_person = self.record.dossier.contacts.iter().any(|c| fold_person(&c.name) == fold_person(&there));
        if self.record.is_company && known_person && fields.company.is_empty() {
            draft.dossier.fields.company = here.clone();
            self.note("intake-field-company", || here.clone());
        } else if !self.record.is_company && (!fields.company.is_empty() || !draft.dossier.contacts.is_empty()) {
            draft.dossier.contacts.push(ContactDraft { id: None, name: here.clone(), role: Text::default() });
            self.note("intake-field-person", || here.clone());
        } else if self.conflict(draft, "intake-field-name", &there, here) {
            draft.dossier.fields.name = here.clone();
            self.changed = true;
        } else {
            // Another name for the same phone or address is worth finding again.
            self.line(draft, &format!("Name: {here}"));
        }
    }

    fn is_named(&self, draft: &Draft, name: &str) -> bool {
        let (company, person) = (fold_company(name), fold_person(name));
        let fields = &draft.dossier.fields;
        [&fields.name, &fields.company]
            .into_iter()
            .any(|there| *there.trim() == *name.trim() || fold_company(there) == company)
            || fold_person(&fields.name) == person
            || draft.dossier.contacts.iter().any(|contact| fold_person(&contact.name) == person)
    }

    fn fields(&mut self, draft: &mut Draft) {
        let from = &self.record.dossier.fields;
        macro_rules! text {
            ($($field:ident $key:literal),*) => {$(
                if !from.$field.is_empty() {
                    let there = draft.dossier.fields.$field.clone();
                    if there.is_empty() {
                        draft.dossier.fields.$field = from.$field.clone();
                        self.note($key, || from.$field.clone());
                    } else if self.differs(&there, &from.$field, $key) && self.conflict(draft, $key, &there, &from.$field) {
                        draft.dossier.fields.$field = from.$field.clone();
                        self.changed = true;
                    }
                }
            )*};
        }
        macro_rules! value {
            ($($field:ident $key:literal),*) => {$(
                if let Some(here) = from.$field {
                    match draft.dossier.fields.$field {
                        None => {
                            draft.dossier.fields.$field = Some(here);
                            self.note($key, || here.to_string().into());
                        }
                        Some(there) if there != here && !self.record.under_company => {
                            if self.conflict(draft, $key, &there.to_string(), &here.to_string()) {
                                draft.dossier.fields.$field = Some(here);
                                self.changed = true;
                            }
                        }
                        Some(_) => {}
                    }
                }
            )*};
        }
        text!(company "intake-field-company");
        value!(country "intake-field-country", stage "intake-field-stage", cadence_days "intake-field-cadence");
        text!(city "intake-field-city", zone "intake-field-zone", language "intake-field-language", source "intake-field-source");
        text!(interests "intake-field-interests", requirements "intake-field-requirements");
        self.tier(draft);
        self.verdict(draft);
        self.pause(draft);
        // Only what is lost has a reason.
        if draft.dossier.fields.stage == Some(Stage::LOST) {
            text!(lost_reason "intake-field-lost-reason");
        }
        for tag in &from.tags {
            if !draft.dossier.fields.tags.iter().any(|there| there.to_lowercase() == tag.to_lowercase()) {
                draft.dossier.fields.tags.push(tag.clone());
                self.note("intake-field-tags", || tag.clone());
            }
        }
    }

    /// Whether two texts say different things. An inquiry's wishes are its own and stay in its line; a person's
    /// address is not the company's.
    fn differs(&self, there: &str, here: &str, key: &str) -> bool {
        let inquiry =
            self.record.inquiry.is_some() && matches!(key, "intake-field-interests" | "intake-field-requirements");
        !inquiry && !self.record.under_company && there.trim() != here.trim() && fold(there) != fold(here)
    }

    fn tier(&mut self, draft: &mut Draft) {
        let (here, there) = (self.record.dossier.fields.tier, draft.dossier.fields.tier);
        if here == there || here == crate::domain::Tier::None {
            return;
        }
        if there == crate::domain::Tier::None {
            draft.dossier.fields.tier = here;
            self.note("intake-field-tier", || here.as_str().into());
        } else if self.conflict(draft, "intake-field-tier", there.as_str(), here.as_str()) {
            draft.dossier.fields.tier = here;
            self.changed = true;
        }
    }

    fn contacts_and_channels(&mut self, draft: &mut Draft) {
        let record = self.record;
        let places: Vec<Option<usize>> =
            record.dossier.contacts.iter().map(|contact| self.person(draft, contact)).collect();
        for (at, channel) in record.dossier.channels.iter().enumerate() {
            let same = |there: &ChannelDraft| there.kind == channel.kind && same_handle(there, channel);
            if draft.dossier.channels.iter().any(same) {
                continue;
            }
            if self.foreign.contains(&at) || draft.dossier.channels.len() >= MOST {
                self.remarks.push(Say::new("intake-handle-elsewhere").with("handle", &*channel.handle));
                self.line(draft, &format!("{}: {}", channel.kind, channel.handle));
                continue;
            }
            let contact = channel.contact.and_then(|at| places.get(at).copied().flatten());
            let primary = channel.primary && !draft.dossier.channels.iter().any(|there| there.primary);
            draft.dossier.channels.push(ChannelDraft { contact, primary, ..channel.clone() });
            self.note("intake-field-channel", || format!("{} {}", channel.kind, channel.handle).into());
        }
    }

    /// The place of a person among the customer's; `None` where the customer is that person.
    fn person(&mut self, draft: &mut Draft, person: &ContactDraft) -> Option<usize> {
        let folded = fold_person(&person.name);
        if let Some(at) = draft.dossier.contacts.iter().position(|there| fold_person(&there.name) == folded) {
            let there = draft.dossier.contacts[at].role.clone();
            if there.is_empty() && !person.role.is_empty() {
                draft.dossier.contacts[at].role = person.role.clone();
                self.note("intake-field-role", || person.role.clone());
            } else if !person.role.is_empty()
                && fold(&there) != fold(&person.role)
                && self.conflict(draft, "intake-field-role", &there, &person.role)
            {
                draft.dossier.contacts[at].role = person.role.clone();
                self.changed = true;
            }
            return Some(at);
        }
        if person.role.is_empty()
            && draft.dossier.contacts.is_empty()
            && fold_person(&draft.dossier.fields.name) == folded
        {
            return None;
        }
        if draft.dossier.contacts.len() >= MOST {
            self.line(draft, &format!("{} {}", person.name, person.role));
            return None;
        }
        draft.dossier.contacts.push(ContactDraft { id: None, ..person.clone() });
        self.note("intake-field-person", || person.name.clone());
        Some(draft.dossier.contacts.len() - 1)
    }

    /// An inquiry that is not among the customer's yet was said by the customer.
    fn inquiry(&mut self, draft: &mut Draft) {
        let Some(inquiry) = &self.record.inquiry else { return };
        let identity = self.record.notes.first().and_then(|line| rfq_identity(line));
        let notes = &draft.dossier.fields.notes;
        if notes.len() > NOTES || notes.lines().filter_map(rfq_identity).any(|there| Some(there) == identity) {
            return;
        }
        let lines = [&*inquiry.title, &amount(inquiry), &*inquiry.text];
        let text = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let alibaba = *draft.dossier.fields.source == *ChannelKind::ALIBABA.as_str();
        draft.dossier.interactions.push(NewInteraction {
            at: inquiry.at.unwrap_or(self.now.instant),
            direction: Direction::In,
            kind: alibaba.then_some(ChannelKind::ALIBABA),
            text: text.into(),
            outcome: Text::default(),
            template: Text::default(),
        });
        draft.last_contact = draft.last_contact.max(inquiry.at);
        self.note("intake-field-message", || inquiry.title.clone());
    }

    /// Adds what is not there yet.
    fn notes(&mut self, draft: &mut Draft) {
        for block in &self.record.notes {
            self.line(draft, block);
        }
    }

    /// Adds a block of text to the notes. An inquiry's own line is known by its identity.
    fn line(&mut self, draft: &mut Draft, block: &str) {
        let there = &draft.dossier.fields.notes;
        if there.len() > NOTES {
            self.remarks.push(Say::new("intake-notes-full").with("name", &*draft.dossier.fields.name));
            return;
        }
        let identity = rfq_identity(block);
        let known = match identity {
            Some(_) => there.lines().any(|line| rfq_identity(line) == identity),
            None if block.contains(['\n', '\r']) => there.contains(block),
            None => there.lines().any(|line| line.trim() == block.trim()),
        };
        if !known {
            let mut notes = there.to_string();
            if !notes.is_empty() {
                notes.push('\n');
            }
            notes.push_str(block);
            draft.dossier.fields.notes = notes.into();
            self.note("intake-field-notes", || block.into());
        }
    }

    /// The other program's last and next contact, where the customer has none later and none planned.
    fn contact_dates(&mut self, draft: &mut Draft) {
        if let Some((at, text)) = &self.record.last_contact
            && draft.last_contact.is_none_or(|last| last < *at)
        {
            draft.last_contact = Some(*at);
            draft.dossier.interactions.push(NewInteraction {
                at: *at,
                direction: Direction::Out,
                kind: None,
                text: text.clone(),
                outcome: Text::default(),
                template: Text::default(),
            });
            self.note("intake-field-last-contact", || at.date_naive().to_string().into());
        }
        let new = draft.dossier.id.is_none();
        if let Some(on) = self.record.next_follow_up.filter(|on| !draft.planned && (new || *on > self.now.today())) {
            draft.planned = true;
            draft.dossier.follow_ups.push(NewFollowUp { due: Due::day(on), note: Text::default(), made: Made::Hand });
            self.note("intake-field-next-follow-up", || on.to_string().into());
        }
    }
}

fn same_handle(a: &ChannelDraft, b: &ChannelDraft) -> bool {
    fn key(channel: &ChannelDraft) -> Option<(ChannelKind, Cow<'_, str>)> {
        handle_key(channel.kind, &channel.handle, &channel.norm)
    }
    a.handle == b.handle || (key(a).is_some() && key(a) == key(b))
}
