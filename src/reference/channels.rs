//! Kinds of channels: names, handles, links. Data: `assets/channels.toml`; here are only the rules it names.

use super::Lang;
use super::fold::fold;
use crate::domain::{ChannelKind, Country, Say};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::LazyLock;

mod address;
mod handle;
mod links;
mod spec;

use spec::{Rule, Spec};

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

struct Table {
    infos: Vec<ChannelInfo>,
    specs: Vec<Spec>,
    /// Folded slug, name or alias -> position.
    words: HashMap<String, usize>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // The data is part of the program; a test refuses a file that does not read.
    let (infos, specs): (Vec<_>, Vec<_>) = spec::load(include_str!("../../assets/channels.toml")).into_iter().unzip();
    let mut words = HashMap::new();
    for (at, (info, spec)) in infos.iter().zip(&specs).enumerate() {
        let names = [info.kind.as_str(), info.en, info.zh, info.short].map(fold);
        for word in names.into_iter().chain(spec.aliases.iter().map(|alias| fold(alias))) {
            words.entry(word).or_insert(at);
        }
    }
    Table { infos, specs, words }
});

fn position(kind: ChannelKind) -> Option<usize> {
    TABLE.infos.iter().position(|info| info.kind == kind)
}

fn spec(kind: ChannelKind) -> Option<&'static Spec> {
    position(kind).map(|at| &TABLE.specs[at])
}

/// All kinds, in the order of the data file.
pub fn kinds() -> &'static [ChannelInfo] {
    &TABLE.infos
}

/// What is known of `kind`; `None` for a kind that only the exporter's file knows.
pub fn kind(k: ChannelKind) -> Option<&'static ChannelInfo> {
    position(k).map(|at| &TABLE.infos[at])
}

/// The kind that `text` names: slug, name or another word for it, in either language.
pub fn find_kind(text: &str) -> Option<ChannelKind> {
    TABLE.words.get(&fold(text)).map(|at| TABLE.infos[*at].kind)
}

/// The kind of a copy-by-kind key.
pub fn kind_by_key(key: char) -> Option<ChannelKind> {
    kinds().iter().find(|info| info.key == key).map(|info| info.kind)
}

/// Whether handles of this kind are phone numbers.
pub fn is_phone_like(kind: ChannelKind) -> bool {
    spec(kind).is_some_and(|spec| spec.rule == Rule::Phone)
}

/// The handle in the form for comparing and linking; also from a pasted profile address. `None`: cannot be read (the
/// caller keeps the raw text).
pub fn normalise(kind: ChannelKind, raw: &str, country: Option<Country>) -> Option<String> {
    validate(kind, raw, country).ok()
}

/// Like [`normalise`], with a sentence that says why not.
pub fn validate(kind: ChannelKind, raw: &str, country: Option<Country>) -> Result<String, Say> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Err(Say::new("handle-empty"));
    }
    match position(kind) {
        Some(at) => handle::read(&TABLE.infos[at], &TABLE.specs[at], raw, country),
        // A kind of the exporter's own: nothing is known of it but that capitals hardly matter.
        None => Ok(raw.to_lowercase()),
    }
}

/// The address that opens this channel; only schemes that are safe to hand to a desktop.
pub fn link(kind: ChannelKind, handle: &str, norm: &str) -> Option<String> {
    let written = if norm.is_empty() { handle } else { norm };
    // What stands in the file may come from a stranger: only what reads as a handle becomes a link.
    links::link(spec(kind)?, &normalise(kind, written, None)?)
}

/// The kind and handle of a pasted address: an e-mail address, a profile, a link, a `+` number, or `label: handle`.
pub fn recognise(text: &str) -> Option<(ChannelKind, String)> {
    let text = text.trim();
    let read = |kind: ChannelKind, text: &str| normalise(kind, text, None).map(|norm| (kind, norm));
    if let Some(at) = TABLE.specs.iter().position(|spec| address::is_of(spec, text)) {
        return read(TABLE.infos[at].kind, text);
    }
    if let Some((label, handle)) = text.split_once([':', '：'])
        && let Some(kind) = find_kind(label)
    {
        return read(kind, handle);
    }
    if address::is_web(text) {
        return read(ChannelKind::WEBSITE, text);
    }
    if text.contains('@') && !text.starts_with('@') {
        return read(ChannelKind::EMAIL, text);
    }
    let international = text.starts_with(['+', '＋']) || text.starts_with("00");
    read(ChannelKind::PHONE, text).filter(|_| international)
}

#[cfg(test)]
mod tests;
