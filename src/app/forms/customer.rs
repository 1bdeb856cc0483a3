//! The form of a customer: every field, every channel, checked where it stands.

use super::super::{
    App, Effect,
    form::{Field, Form, Name, Purpose, Value},
};
use crate::domain::{
    Bundle, CareDate, CareDateId, ChannelDraft, ChannelKind, ContactDraft, Country, CustomerFields, CustomerId,
    Dossier, Edit, Now, Say, Text, Tier, funnel::Stages,
};
use crate::reference::{self, Lang};
use chrono::{Datelike, NaiveDate};

/// The greatest cadence, in days: ten years.
const LONGEST_CADENCE: u16 = 3650;

impl App {
    /// `n` and `E`: a form over a new or an old customer.
    pub(in crate::app) fn open_customer_form(&mut self, id: Option<CustomerId>) -> Vec<Effect> {
        let dossier = id.and_then(|id| self.board.get(id)).map(dossier_of).unwrap_or_default();
        let title = match dossier.id {
            Some(_) => Say::new("form-edit").with("name", &*dossier.fields.name),
            None => Say::new("form-new"),
        };
        let fields = fields_of(&dossier, &self.board.rules().funnel, self.lang);
        self.open_form(Form::new(Purpose::Customer(Box::new(dossier)), title, fields))
    }

    pub(super) fn submit_customer(&mut self) -> Vec<Effect> {
        let Some(form) = self.form() else { return Vec::new() };
        match dossier_from(form, &self.board.rules().funnel, &self.now) {
            Ok(dossier) => {
                self.land_on_new = dossier.id.is_none();
                self.commit_form(Edit::Save(Box::new(dossier)))
            }
            Err((at, say)) => {
                if let Some(form) = self.form_mut() {
                    form.fail(at, say);
                }
                Vec::new()
            }
        }
    }

    /// Another person or channel, below the one with the cursor.
    pub(super) fn add_row(&mut self) -> Vec<Effect> {
        let Some(form) = self.form_mut() else { return Vec::new() };
        if matches!(form.purpose, Purpose::Order { .. }) {
            super::order::add_line(form);
            return Vec::new();
        }
        if !matches!(form.purpose, Purpose::Customer(_)) {
            return Vec::new();
        }
        let person = matches!(form.fields.get(form.focus).map(|field| field.name), Some(Name::Person | Name::Role));
        let last = |name| form.fields.iter().rposition(|field| field.name == name);
        let (at, rows) = if person {
            let person = Value::Person { id: None, input: tui_input::Input::default() };
            (last(Name::Role), vec![(Name::Person, person), (Name::Role, Value::text(""))])
        } else {
            (last(Name::Channel), vec![(Name::Channel, empty_channel())])
        };
        let at = at.map_or(form.fields.len(), |at| at + 1);
        form.focus = at;
        for (offset, (name, value)) in rows.into_iter().enumerate() {
            form.fields.insert(at + offset, Field { name, value, error: None, remark: None });
        }
        Vec::new()
    }

    /// Takes the person or the channel with the cursor away.
    pub(super) fn remove_row(&mut self) -> Vec<Effect> {
        let Some(form) = self.form_mut() else { return Vec::new() };
        let Some(field) = form.fields.get(form.focus) else { return Vec::new() };
        match field.name {
            Name::Channel | Name::Line => {
                form.fields.remove(form.focus);
                form.focus = form.focus.min(form.fields.len().saturating_sub(1));
            }
            Name::Person | Name::Role => {
                let first = if field.name == Name::Person { form.focus } else { form.focus.saturating_sub(1) };
                let gone = form.fields[..first].iter().filter(|field| field.name == Name::Person).count();
                form.fields.drain(first..(first + 2).min(form.fields.len()));
                let gone_first = gone;
                for field in &mut form.fields {
                    if let Value::Channel { contact, .. } = &mut field.value {
                        *contact = match *contact {
                            Some(at) if at == gone_first => None,
                            Some(at) if at > gone_first => Some(at - 1),
                            other => other,
                        };
                    }
                }
            }
            _ => return Vec::new(),
        }
        form.focus = form.focus.min(form.fields.len().saturating_sub(1));
        Vec::new()
    }
}

/// A customer as a form takes it in.
pub fn dossier_of(bundle: &Bundle) -> Dossier {
    let place = |id| bundle.contacts.iter().position(|contact| contact.id == id);
    Dossier {
        id: Some(bundle.customer.id),
        fields: bundle.customer.fields.clone(),
        contacts: bundle
            .contacts
            .iter()
            .map(|it| ContactDraft { id: Some(it.id), name: it.name.clone(), role: it.role.clone() })
            .collect(),
        channels: bundle
            .channels
            .iter()
            .map(|it| ChannelDraft {
                id: Some(it.id),
                contact: it.contact.and_then(place),
                kind: it.kind,
                handle: it.handle.clone(),
                norm: it.norm.clone(),
                primary: it.primary,
                emergency: it.emergency,
            })
            .collect(),
        care_dates: bundle.care_dates.clone(),
        ..Dossier::default()
    }
}

fn fields_of(dossier: &Dossier, funnel: &Stages, lang: Lang) -> Vec<(Name, Value)> {
    let it = &dossier.fields;
    let country = it.country.map_or("", |code| reference::country_name(code, lang));
    let stages = funnel.choices(it.stage);
    let stage = stages.iter().position(|stage| *stage == it.stage).unwrap_or(0);
    let stages = stages.into_iter().map(|stage| funnel.label(stage)).collect();
    let tiers = ["tier-a", "tier-b", "tier-c", "tier-none"].into_iter().map(Say::new).collect();
    let mut fields = vec![
        (Name::Name, Value::text(&it.name)),
        (Name::Company, Value::text(&it.company)),
        (Name::Country, Value::text(country)),
        (Name::City, Value::text(&it.city)),
    ];
    for contact in &dossier.contacts {
        let input = tui_input::Input::new(contact.name.to_string());
        fields.push((Name::Person, Value::Person { id: contact.id, input }));
        fields.push((Name::Role, Value::text(&contact.role)));
    }
    if dossier.contacts.is_empty() {
        fields.push((Name::Person, Value::Person { id: None, input: tui_input::Input::default() }));
        fields.push((Name::Role, Value::text("")));
    }
    fields.extend(dossier.channels.iter().map(|it| (Name::Channel, channel_value(it))));
    fields.push((Name::Channel, empty_channel()));
    fields.extend([
        (Name::Tier, Value::Choice { at: it.tier.index(), options: tiers }),
        (Name::Stage, Value::Choice { at: stage, options: stages }),
        (Name::Tags, Value::text(&it.tags.join(", "))),
        (Name::Favourite, Value::Toggle(it.favourite)),
        (Name::Interests, Value::text(&it.interests)),
        (Name::Requirements, Value::text(&it.requirements)),
        (Name::Notes, Value::text(&it.notes)),
        (Name::Source, Value::text(&it.source)),
        (Name::Language, Value::text(reference::language_name(&it.language, lang).unwrap_or(&it.language))),
        (Name::Zone, Value::text(&it.zone)),
        (Name::Cadence, Value::text(&it.cadence_days.map_or_else(String::new, |days| days.to_string()))),
        (Name::Away, Value::text(&super::pause::written(it.pause.as_deref()))),
        (Name::Birthday, Value::text(&birthday_of(&dossier.care_dates))),
    ]);
    fields
}

fn channel_value(draft: &ChannelDraft) -> Value {
    Value::Channel {
        id: draft.id,
        kind: draft.kind,
        input: tui_input::Input::new(draft.handle.to_string()),
        contact: draft.contact,
        primary: draft.primary,
        emergency: draft.emergency,
    }
}

fn empty_channel() -> Value {
    let input = tui_input::Input::default();
    Value::Channel { id: None, kind: ChannelKind::EMAIL, input, contact: Some(0), primary: false, emergency: false }
}

fn birthday_of(dates: &[CareDate]) -> String {
    let birthday = dates.iter().find(|date| &*date.kind == "birthday");
    birthday.map_or_else(String::new, |it| match it.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", it.month, it.day),
        None => format!("{:02}-{:02}", it.month, it.day),
    })
}

/// The kind that a pasted address or number gives away, while the handle of a new channel is typed.
pub fn recognised(field: &Field, country: Option<Country>) -> Option<ChannelKind> {
    let Value::Channel { id: None, kind, input, .. } = &field.value else { return None };
    let text = input.value().trim();
    if let Some((found, _)) = reference::recognise(text) {
        // A phone number may be WhatsApp's as well: what the exporter chose stands.
        let phones = reference::is_phone_like(found) && reference::is_phone_like(*kind);
        return (found != *kind && !phones).then_some(found);
    }
    let number = *kind == ChannelKind::EMAIL && text.len() > 6 && reference::parse_phone(text, country).possible;
    number.then_some(ChannelKind::PHONE)
}

/// What a handle is in full, or which kind it was taken for.
pub fn remark_on_channel(form: &Form, field: &Field, lang: Lang) -> Option<Say> {
    let Value::Channel { kind, input, .. } = &field.value else { return None };
    let info = reference::kind(*kind)?;
    let text = input.value().trim();
    if let Some(retired) = &info.retired {
        return Some(Say::new("form-retired").with("kind", info.name(lang)).with("successor", retired.successor));
    }
    let norm = reference::normalise(*kind, text, form.country()).filter(|norm| norm != text)?;
    let shown = reference::format_international(&norm).unwrap_or(norm);
    Some(Say::new("form-reads-as").with("handle", shown))
}

/// Parts of a list written with commas, in either script.
pub fn split_list(text: &str) -> Vec<Text> {
    let mut parts: Vec<Text> = Vec::new();
    for part in text.split([',', '，', '、', ';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|other| **other == *part) {
            parts.push(part.into());
        }
    }
    parts
}

/// The form as a dossier; or which field is wrong, and how.
fn dossier_from(form: &Form, funnel: &Stages, now: &Now) -> Result<Dossier, (usize, Say)> {
    let Purpose::Customer(before) = &form.purpose else { return Err((0, Say::new("form-text-needed"))) };
    let at = |name| form.fields.iter().position(|field| field.name == name).unwrap_or(0);
    let wrong = |name, say| (at(name), say);
    let country = match form.text(Name::Country) {
        "" => None,
        text => match reference::find_country(text) {
            Some(country) => Some(country),
            None => return Err(wrong(Name::Country, Say::new("form-no-such-country").with("text", text))),
        },
    };
    let zone = form.text(Name::Zone);
    if !zone.is_empty() && !reference::zone_exists(zone) {
        return Err(wrong(Name::Zone, Say::new("form-no-such-zone").with("text", zone)));
    }
    let cadence_days = match form.text(Name::Cadence) {
        "" => None,
        text => match text.parse::<u16>() {
            Ok(days) if (1..=LONGEST_CADENCE).contains(&days) => Some(days),
            _ => return Err(wrong(Name::Cadence, Say::new("form-bad-cadence").with("text", text))),
        },
    };
    let pause = super::pause::read(form.text(Name::Away), before.fields.pause.as_deref(), now)
        .map_err(|say| wrong(Name::Away, say))?;
    let care_dates = care_dates_from(form, before).map_err(|say| wrong(Name::Birthday, say))?;
    let (contacts, places) = contacts_from(form);
    let channels = channels_from(form, country, &places, contacts.len())?;
    let name = first_of([form.text(Name::Name), form.text(Name::Company)], &contacts, &channels);
    let Some(name) = name else { return Err(wrong(Name::Name, Say::new("form-name-needed"))) };
    let fields = CustomerFields {
        name,
        company: form.text(Name::Company).into(),
        country,
        city: form.text(Name::City).into(),
        zone: zone.into(),
        language: language_from(form, &before.fields.language),
        tier: Tier::ALL.get(form.choice(Name::Tier)).copied().unwrap_or_default(),
        stage: funnel.choices(before.fields.stage).get(form.choice(Name::Stage)).copied().flatten(),
        favourite: form.toggle(Name::Favourite),
        tags: split_list(form.text(Name::Tags)),
        source: form.text(Name::Source).into(),
        interests: form.text(Name::Interests).into(),
        requirements: form.text(Name::Requirements).into(),
        notes: notes_from(form, &before.fields.notes),
        cadence_days,
        status: before.fields.status,
        verdict: before.fields.verdict,
        pause,
        lost_reason: before.fields.lost_reason.clone(),
    };
    Ok(Dossier { id: before.id, fields, contacts, channels, care_dates, ..Dossier::default() })
}

/// The tag of what is written; a tag that was only shown by its name stays as it was.
fn language_from(form: &Form, before: &str) -> Text {
    let text = form.text(Name::Language);
    if [Lang::En, Lang::Zh].into_iter().any(|lang| reference::language_name(before, lang) == Some(text)) {
        return before.into();
    }
    reference::find_language(text).unwrap_or(text).into()
}

/// Notes of several lines are shown on one; unless they were changed there, their lines stay.
fn notes_from(form: &Form, before: &str) -> Text {
    let shown = tui_input::Input::new(before.to_owned());
    let typed = form.field(Name::Notes).and_then(|field| field.value.input()).map_or("", |input| input.value());
    if typed == shown.value() { before.into() } else { typed.trim().into() }
}

fn first_of(texts: [&str; 2], contacts: &[ContactDraft], channels: &[ChannelDraft]) -> Option<Text> {
    let texts = texts.into_iter().filter(|text| !text.is_empty()).map(Text::from);
    let people = contacts.iter().map(|contact| contact.name.clone());
    let handles = channels.iter().map(|channel| channel.handle.clone());
    texts.chain(people).chain(handles).next()
}

/// The people of the form, and where each of the form's rows went (an empty row went nowhere).
fn contacts_from(form: &Form) -> (Vec<ContactDraft>, Vec<Option<usize>>) {
    let mut contacts: Vec<ContactDraft> = Vec::new();
    let mut places = Vec::new();
    for pair in form.fields.windows(2) {
        let [Field { value: Value::Person { id, input }, .. }, role] = pair else { continue };
        let name = input.value().trim();
        let role = role.value.input().map_or("", |input| input.value().trim());
        if name.is_empty() && role.is_empty() {
            places.push(None);
        } else {
            places.push(Some(contacts.len()));
            contacts.push(ContactDraft { id: *id, name: name.into(), role: role.into() });
        }
    }
    (contacts, places)
}

fn channels_from(
    form: &Form,
    country: Option<Country>,
    places: &[Option<usize>],
    people: usize,
) -> Result<Vec<ChannelDraft>, (usize, Say)> {
    let mut channels: Vec<ChannelDraft> = Vec::new();
    for (at, field) in form.fields.iter().enumerate() {
        let Value::Channel { id, kind, input, contact, primary, emergency } = &field.value else { continue };
        let handle = input.value().trim();
        if handle.is_empty() {
            continue;
        }
        let norm = match (reference::validate(*kind, handle, country), id) {
            (Ok(norm), _) => norm,
            // What came in by file as it was is not made better by refusing to save the rest.
            (Err(_), Some(_)) => String::new(),
            (Err(say), None) => return Err((at, say)),
        };
        if channels.iter().any(|other| other.kind == *kind && !norm.is_empty() && *other.norm == *norm) {
            return Err((at, Say::new("form-channel-twice").with("handle", handle)));
        }
        let contact = contact.and_then(|row| places.get(row).copied().flatten()).filter(|at| *at < people);
        channels.push(ChannelDraft {
            id: *id,
            contact,
            kind: *kind,
            handle: handle.into(),
            norm: norm.into(),
            primary: *primary,
            emergency: *emergency,
        });
    }
    Ok(channels)
}

fn care_dates_from(form: &Form, before: &Dossier) -> Result<Vec<CareDate>, Say> {
    let text = form.text(Name::Birthday);
    let mut dates = before.care_dates.clone();
    if text == birthday_of(&dates) {
        return Ok(dates);
    }
    let old = dates.iter().position(|date| &*date.kind == "birthday");
    if text.is_empty() {
        if let Some(at) = old {
            dates.remove(at);
        }
        return Ok(dates);
    }
    let bad = || Say::new("form-bad-birthday").with("text", text);
    let full = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    // A leap year lets 29 February through.
    let (date, year) = match full {
        Some(date) => (date, Some(date.year())),
        None => (NaiveDate::parse_from_str(&format!("2000-{text}"), "%Y-%m-%d").map_err(|_| bad())?, None),
    };
    let (month, day) = (u8::try_from(date.month()).unwrap_or(1), u8::try_from(date.day()).unwrap_or(1));
    match old.and_then(|at| dates.get_mut(at)) {
        Some(it) => (it.month, it.day, it.year) = (month, day, year),
        None => dates.push(CareDate {
            id: CareDateId::default(),
            kind: "birthday".into(),
            month,
            day,
            year,
            note: "".into(),
        }),
    }
    Ok(dates)
}
