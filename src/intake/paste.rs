//! Pasted text taken apart: an inquiry, a signature, a contact card, a chat, a whole mail.
//!
//! Nothing is guessed silently: every field says where in the text it stands and why it was taken for what it is. What
//! cannot be told apart from something else is left out. The exporter looks at it, edits and accepts it.

use crate::domain::{ChannelKind, Country, Text};
use std::ops::Range;

mod alike;
mod card;
mod lines;
mod place;
mod reach;
mod scan;
mod tongue;
mod want;
mod who;
mod words;

pub use alike::{Likely, Signs};

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
    /// The kind of channel the message came by.
    pub via: Option<Found<ChannelKind>>,
}

/// Takes a text apart. `home` is the exporter's own country: it is not taken for the buyer's because the text speaks
/// of it, and a number without a dial code is read as its own only in a text of its language.
pub fn read(text: &str, home: Option<Country>) -> Pasted {
    let looked = beginning(text);
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
    pasted.via = want::via(&sheet);
    if let Some(message) = pasted.message.as_mut().filter(|_| looked.len() < text.len()) {
        message.value = format!("{}\n{}", message.value, text[looked.len()..].trim_start_matches('\n')).into();
    }
    pasted
}

/// What is looked at of a long text: whole lines, where it has some.
fn beginning(text: &str) -> &str {
    let most = &text[..text.floor_char_boundary(MAX_BYTES)];
    match most.rfind('\n').filter(|_| most.len() < text.len()) {
        Some(end) if end > 0 => &most[..end],
        _ => most,
    }
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

    /// `500 pcs UV lamps`.
    pub fn wanted(&self) -> String {
        let quantity = self.quantity.iter().flat_map(|found| [&found.value.amount, &found.value.unit]);
        let product = self.products.first().map(|found| &found.value);
        quantity.chain(product).filter(|part| !part.is_empty()).map(|part| &**part).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests;
