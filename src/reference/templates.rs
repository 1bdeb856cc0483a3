//! Messages to begin from: one file per template, each in several languages, with places to fill in.
//!
//! `{name}` is the person written to, `{product}` what they want, `{me}` and `{company}` the exporter, `{signature}` what
//! ends the message.

use super::Lang;
use crate::domain::Country;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A message to begin from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub slug: String,
    /// By language of the screen.
    name: BTreeMap<String, String>,
    /// By language of [`LANGUAGES`].
    text: BTreeMap<String, String>,
}

/// What is filled in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filling<'a> {
    pub name: &'a str,
    pub product: &'a str,
    pub me: &'a str,
    pub company: &'a str,
    /// Empty: name and company.
    pub signature: &'a str,
}

/// A language of messages.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    pub tag: &'static str,
    /// In itself.
    pub name: &'static str,
    /// What the product is called where none is named.
    product: &'static str,
    /// Where it is written to strangers.
    countries: &'static str,
}

/// Languages of messages; the first is for everywhere else.
pub const LANGUAGES: [Language; 8] = [
    Language { tag: "en", name: "English", product: "our products", countries: "" },
    Language { tag: "zh-CN", name: "中文", product: "我们的产品", countries: "CN TW HK MO" },
    Language {
        tag: "es",
        name: "Español",
        product: "nuestros productos",
        countries: "ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR GQ",
    },
    Language {
        tag: "fr",
        name: "Français",
        product: "nos produits",
        countries: "FR MC LU SN CI CM ML BF NE TG BJ GA CG CD MG DZ MA TN HT",
    },
    Language { tag: "de", name: "Deutsch", product: "unsere Produkte", countries: "DE AT CH LI" },
    Language { tag: "pt", name: "Português", product: "nossos produtos", countries: "BR PT AO MZ CV GW TL" },
    Language { tag: "ru", name: "Русский", product: "наша продукция", countries: "RU BY KZ KG" },
    Language {
        tag: "ar",
        name: "العربية",
        product: "منتجاتنا",
        countries: "SA AE EG IQ JO KW LB LY OM QA SD SY YE BH PS",
    },
];

macro_rules! files {
    ($($name:literal),*) => {
        [$(include_str!(concat!("../../assets/templates/", $name, ".toml"))),*]
    };
}

const FILES: &[&str] = &files!(
    "first-reply",
    "second-message",
    "ask-details",
    "ask-company",
    "ask-channel",
    "offer-call",
    "decline",
    "greeting",
    "greeting-holiday"
);

static ALL: LazyLock<Vec<Template>> =
    LazyLock::new(|| FILES.iter().filter_map(|text| toml::from_str(text).ok()).collect());

/// All templates, in the order shown.
pub fn all() -> &'static [Template] {
    &ALL
}

/// The place in [`LANGUAGES`] of a customer's own language, else of its country's.
pub fn language_of(tag: &str, country: Option<Country>) -> usize {
    let stem = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let own = LANGUAGES.iter().position(|it| !tag.is_empty() && stem(it.tag) == stem(tag));
    let there = || {
        let code = country?;
        LANGUAGES.iter().position(|it| it.countries.split(' ').any(|there| there == code.as_str()))
    };
    own.or_else(there).unwrap_or(0)
}

impl Template {
    /// What it is for.
    pub fn name(&self, lang: Lang) -> &str {
        self.name.get(lang.tag()).map_or(&self.slug, String::as_str)
    }

    /// The message in the language at that place of [`LANGUAGES`].
    pub fn fill(&self, language: usize, with: &Filling<'_>) -> String {
        let language = LANGUAGES.get(language).unwrap_or(&LANGUAGES[0]);
        let Some(text) = self.text.get(language.tag).or_else(|| self.text.get(LANGUAGES[0].tag)) else {
            return String::new();
        };
        let product = if with.product.is_empty() { language.product } else { with.product };
        let own = [with.me, with.company].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        let signature = if with.signature.is_empty() { &own } else { with.signature };
        let parts = [
            ("name", with.name),
            ("product", product),
            ("me", with.me),
            ("company", with.company),
            ("signature", signature),
        ];
        // A line about somebody who is not named in the configuration is left out.
        let unnamed = |line: &str| {
            (with.me.is_empty() && line.contains("{me}")) || (with.company.is_empty() && line.contains("{company}"))
        };
        let lines = text.trim().lines().filter(|line| !unnamed(line)).collect::<Vec<_>>().join("\n");
        filled(&lines, &parts).trim_end().to_owned()
    }
}

/// Each `{place}` once: what is filled in is not looked into again.
fn filled(text: &str, parts: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let place = parts.iter().find_map(|(name, value)| {
            let tail = after.strip_prefix(name)?.strip_prefix('}')?;
            Some((*value, tail))
        });
        rest = match place {
            Some((value, tail)) => {
                out.push_str(value);
                tail
            }
            None => {
                out.push('{');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
