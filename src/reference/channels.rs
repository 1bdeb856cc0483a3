//! Kinds of channels: names, handles, links. Data: `assets/channels.toml`; here are only the rules it names.

use super::Lang;
use crate::domain::{ChannelKind, Country, Say};
use chrono::NaiveDate;

/// What is known of a kind of channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelInfo {
    pub kind: ChannelKind,
    pub en: &'static str,
    pub zh: &'static str,
    /// For narrow columns: at most nine cells.
    pub short: &'static str,
    /// The letter that copies by kind.
    pub key: char,
    /// What it is good for (`S2.1`).
    pub purpose_en: &'static str,
    pub purpose_zh: &'static str,
    /// How to ask a customer for it.
    pub ask_en: &'static str,
    pub ask_zh: &'static str,
    pub retired: Option<Retired>,
    /// Whether [`link`] can make one.
    pub linked: bool,
}

/// When a service ended, and what followed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    pub on: NaiveDate,
    pub successor: &'static str,
}

impl ChannelInfo {
    /// Its name.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// What it is good for.
    pub fn purpose(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.purpose_en,
            Lang::Zh => self.purpose_zh,
        }
    }

    /// How to ask a customer for it.
    pub fn ask(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.ask_en,
            Lang::Zh => self.ask_zh,
        }
    }
}

/// All kinds, in the order of the data file.
pub fn kinds() -> &'static [ChannelInfo] {
    &[]
}

/// What is known of `kind`; `None` for a kind that only the exporter's file knows.
pub fn kind(k: ChannelKind) -> Option<&'static ChannelInfo> {
    kinds().iter().find(|info| info.kind == k)
}

/// The kind that `text` names: slug, name or another word for it, in either language.
pub fn find_kind(text: &str) -> Option<ChannelKind> {
    ChannelKind::new(text.trim())
}

/// The kind of a copy-by-kind key.
pub fn kind_by_key(key: char) -> Option<ChannelKind> {
    kinds().iter().find(|info| info.key == key).map(|info| info.kind)
}

/// Whether handles of this kind are phone numbers.
pub fn is_phone_like(kind: ChannelKind) -> bool {
    matches!(kind, ChannelKind::PHONE | ChannelKind::SMS | ChannelKind::WHATSAPP | ChannelKind::VIBER)
}

/// The handle in the form for comparing and linking; also from a pasted profile address. `None`: cannot be read (the
/// caller keeps the raw text).
pub fn normalise(kind: ChannelKind, raw: &str, country: Option<Country>) -> Option<String> {
    validate(kind, raw, country).ok()
}

/// Like [`normalise`], with a sentence that says why not.
pub fn validate(kind: ChannelKind, raw: &str, country: Option<Country>) -> Result<String, Say> {
    let _unused = (kind, country);
    Ok(raw.trim().to_owned())
}

/// The address that opens this channel; only schemes that are safe to hand to a desktop.
pub fn link(kind: ChannelKind, handle: &str, norm: &str) -> Option<String> {
    let _unused = (kind, handle, norm);
    None
}

/// The kind and handle of a pasted address.
pub fn recognise(text: &str) -> Option<(ChannelKind, String)> {
    let _unused = text;
    None
}
