//! Pasted text taken apart: an inquiry, a signature, a contact card, a chat, a whole mail.
//!
//! Nothing is guessed silently: every field says where in the text it stands and why it was taken for what it is. What
//! cannot be told apart from something else is left out. The exporter looks at it, edits and accepts it.

use super::identity::{fold_company, fold_person, own_domain};
use super::known::{Key, Likeness, identifying};
use super::{Known, identity};
use crate::domain::{
    ChannelDraft, ChannelKind, ContactDraft, Country, CustomerId, Direction, Dossier, NewInteraction, Now, Stage, Text,
};
use std::ops::Range;

mod card;
mod lines;
mod place;
mod reach;
mod scan;
mod tongue;
mod want;
mod who;
mod words;

/// Bytes of a text that are looked at; the message keeps the rest.
pub const MAX_BYTES: usize = 16 * 1024;

/// Why a piece of text was taken for what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A word before it says so: `Tel: ...`.
    Label,
    /// It stands below a farewell, or on a card.
    Signature,
    /// The head of a mail, or the author of a chat.
    Header,
    /// An address of the web says so.
    Url,
    /// The dial code says so.
    Number,
    /// The end of a domain says so: `.de`.
    Domain,
    /// It reads like that in the running text.
    Text,
}

impl Source {
    /// The locale key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Label => "paste-source-label",
            Self::Signature => "paste-source-signature",
            Self::Header => "paste-source-header",
            Self::Url => "paste-source-url",
            Self::Number => "paste-source-number",
            Self::Domain => "paste-source-domain",
            Self::Text => "paste-source-text",
        }
    }
}

/// Something found, and where: `range` is in bytes of the pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    pub value: T,
    pub source: Source,
    pub range: Range<usize>,
}

/// An address, a number or a name at a messenger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle {
    pub kind: ChannelKind,
    /// As it was written.
    pub raw: Text,
    /// E.164, lower-cased address, bare user name; empty where it could not be read for certain.
    pub norm: Text,
}

/// How much is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quantity {
    /// Digits without separators of thousands.
    pub amount: Text,
    /// As written; may be empty.
    pub unit: Text,
}

/// What a pasted text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The surest first.
    pub names: Vec<Found<Text>>,
    pub company: Option<Found<Text>>,
    pub role: Option<Found<Text>>,
    /// In the order of the text.
    pub channels: Vec<Found<Handle>>,
    pub country: Option<Found<Country>>,
    pub city: Option<Found<Text>>,
    pub quantity: Option<Found<Quantity>>,
    /// The surest first.
    pub products: Vec<Found<Text>>,
    /// BCP 47.
    pub language: Option<Found<Text>>,
    pub subject: Option<Found<Text>>,
    /// What was written, without head, signature and quotes.
    pub message: Option<Found<Text>>,
}

/// Takes a text apart. `home` is the exporter's own country: it is not taken for the buyer's because the text speaks
/// of it, and a number without a dial code is read as its own only in a text of its language.
pub fn read(text: &str, home: Option<Country>) -> Pasted {
    let looked = &text[..text.floor_char_boundary(MAX_BYTES)];
    if let Some(card) = card::read(looked) {
        return card;
    }
    let sheet = lines::Sheet::of(looked);
    let language = tongue::language(&sheet);
    let marks = scan::marks(&sheet);
    let mut pasted = Pasted { language, subject: want::subject(&sheet), ..Pasted::default() };
    let numbers = reach::numbers(&sheet, &marks);
    pasted.company = who::company(&sheet, &marks);
    pasted.country = place::country(&sheet, &marks, &numbers, home);
    let chinese = pasted.language.as_ref().is_some_and(|language| language.value.starts_with("zh"));
    let fallback = home.filter(|home| home.as_str() == "CN" && chinese);
    let country = pasted.country.as_ref().map(|found| found.value).or(fallback);
    pasted.channels = reach::channels(&sheet, &marks, &numbers, country, fallback);
    if pasted.country.is_none() {
        pasted.country = place::of_channels(&pasted.channels);
    }
    pasted.names = who::names(&sheet, &marks);
    pasted.role = who::role(&sheet, &marks);
    pasted.city = place::city(&sheet, pasted.country.as_ref().map(|found| found.value), home);
    pasted.quantity = want::quantity(&sheet, &marks);
    pasted.products = want::products(&sheet, pasted.quantity.as_ref());
    pasted.message = want::message(&sheet);
    if let Some(message) = pasted.message.as_mut().filter(|_| looked.len() < text.len()) {
        message.value = format!("{}{}", message.value, &text[looked.len()..]).into();
    }
    pasted
}

impl Pasted {
    /// The channels of one kind.
    pub fn of_kind(&self, kind: ChannelKind) -> impl Iterator<Item = &Found<Handle>> {
        self.channels.iter().filter(move |found| found.value.kind == kind)
    }

    /// Whether there is anything that a customer could be made of.
    pub fn is_somebody(&self) -> bool {
        !self.names.is_empty() || self.company.is_some() || !self.channels.is_empty()
    }

    /// A new customer of it: an inquiry, with the message in its timeline.
    pub fn dossier(&self, now: &Now) -> Dossier {
        let mut dossier = Dossier::default();
        let fields = &mut dossier.fields;
        let person = self.names.first().map(|found| found.value.clone());
        let company = self.company.as_ref().map(|found| found.value.clone());
        let handle = || self.channels.first().map(|found| found.value.raw.clone());
        fields.name = company.clone().or_else(|| person.clone()).or_else(handle).unwrap_or_default();
        fields.country = self.country.as_ref().map(|found| found.value);
        fields.city = self.city.as_ref().map(|found| found.value.clone()).unwrap_or_default();
        fields.language = self.language.as_ref().map(|found| found.value.clone()).unwrap_or_default();
        fields.stage = Some(Stage::INQUIRY);
        fields.source = "paste".into();
        fields.interests = self.wanted().into();
        let role = self.role.as_ref().map(|found| found.value.clone()).unwrap_or_default();
        if let Some(name) = person.filter(|_| company.is_some() || !role.is_empty()) {
            dossier.contacts.push(ContactDraft { id: None, name, role });
        }
        let contact = (!dossier.contacts.is_empty()).then_some(0);
        for (at, found) in self.channels.iter().enumerate() {
            let Handle { kind, raw, norm } = &found.value;
            dossier.channels.push(ChannelDraft {
                id: None,
                contact: contact.filter(|_| *kind != ChannelKind::WEBSITE),
                kind: *kind,
                handle: raw.clone(),
                norm: norm.clone(),
                primary: at == 0,
                emergency: false,
            });
        }
        if let Some(message) = &self.message {
            let subject = self.subject.as_ref().map_or("", |subject| &*subject.value);
            let text = format!("{subject}\n{}", message.value).trim().into();
            let outcome = Text::default();
            let said = NewInteraction {
                at: now.instant,
                direction: Direction::In,
                kind: None,
                text,
                outcome,
                template: Text::default(),
            };
            dossier.interactions.push(said);
        }
        dossier
    }

    /// `500 pcs UV lamps`.
    fn wanted(&self) -> String {
        let quantity = self.quantity.iter().flat_map(|found| [&found.value.amount, &found.value.unit]);
        let product = self.products.first().map(|found| &found.value);
        quantity.chain(product).filter(|part| !part.is_empty()).map(|part| &**part).collect::<Vec<_>>().join(" ")
    }
}

/// Why a customer there is could be the one pasted. The surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likely {
    /// The same address or number.
    Handle,
    /// The same company and person, or company and mail domain.
    CompanyAndMore,
    Company,
    Person,
}

impl Likely {
    /// The locale key of the reason.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Handle => "paste-likely-handle",
            Self::CompanyAndMore => "paste-likely-company-and-more",
            Self::Company => "paste-likely-company",
            Self::Person => "paste-likely-person",
        }
    }
}

/// The customers who could be meant, the likeliest first, each with its best reason.
pub fn duplicates(dossier: &Dossier, known: &Known) -> Vec<(CustomerId, Likely)> {
    let mut found: Vec<(CustomerId, Likely)> = Vec::new();
    let mut offer = |key: Key<'_>, why: Likely| {
        if let Some(id) = known.get(known.keys().hash(key))
            && !found.iter().any(|(there, _)| *there == id)
        {
            found.push((id, why));
        }
    };
    for channel in &dossier.channels {
        if let Some((class, key)) = identifying(channel.kind, &channel.handle, &channel.norm) {
            offer(Key::Handle(class, &key), Likely::Handle);
        }
    }
    let who = Likeness::of_dossier(dossier);
    let company = fold_company(who.name);
    for person in &who.persons {
        offer(Key::CompanyPerson(&company, &fold_person(person)), Likely::CompanyAndMore);
    }
    for domain in who.channels.iter().filter_map(|(kind, _, norm)| own_domain(*kind, norm)) {
        offer(Key::CompanyDomain(&company, domain), Likely::CompanyAndMore);
    }
    let named = |name: &str| (!name.is_empty()).then(|| identity::fold_company(name));
    let all = |name: &'_ str, offer: &mut dyn FnMut(Key<'_>, Likely), why| {
        if let Some(name) = named(name) {
            offer(Key::Name(super::known::Bare::All, &name, super::known::Where::Anywhere), why);
        }
    };
    let why = if dossier.contacts.is_empty() { Likely::Person } else { Likely::Company };
    all(who.name, &mut offer, why);
    for person in &who.persons {
        all(person, &mut offer, Likely::Person);
    }
    found.sort_by_key(|(_, why)| *why);
    found
}

#[cfg(test)]
mod tests;
