//! The words of two languages: Fluent messages from `assets/locales`, made harmless on the way out.

use crate::domain::say::Arg;
use crate::domain::{Label, Safe, Say, safe};
use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::HashMap;
use std::sync::LazyLock;
use unic_langid::{LanguageIdentifier, langid};

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    En,
    Zh,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The BCP 47 tag, as the configuration writes it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// Reads a tag in any case (`en`, `en-GB`, `zh`, `zh_CN`); `None` for a language that is not here.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(['-', '_']).unwrap_or(text.len());
        match &text[..end] {
            t if t.eq_ignore_ascii_case("en") => Some(Self::En),
            t if t.eq_ignore_ascii_case("zh") => Some(Self::Zh),
            _ => None,
        }
    }

    /// Reads what `LC_ALL` or `LANG` hold: `zh_CN.UTF-8`, `C.UTF-8`; English for all that is not Chinese.
    pub fn from_env_tag(text: &str) -> Self {
        let end = text.find(['.', '@']).unwrap_or(text.len());
        Self::parse(&text[..end]).unwrap_or_default()
    }
}

macro_rules! files {
    ($tag:literal) => {
        &[
            include_str!(concat!("../../assets/locales/", $tag, "/app.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/board.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/command.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/cli.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/domain.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/facts.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/intake.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/rhythm.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/paste.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/orders.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/reach.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/stats.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/store.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/triage.ftl")),
        ]
    };
}

const EN: &[&str] = files!("en");
const ZH: &[&str] = files!("zh-CN");

static WORDS_EN: LazyLock<Words> = LazyLock::new(|| Words::load(langid!("en"), EN));
static WORDS_ZH: LazyLock<Words> = LazyLock::new(|| Words::load(langid!("zh-CN"), ZH));

/// All messages of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Every key; with its text where the message has no arguments.
    plain: HashMap<&'static str, Option<Safe>>,
}

impl Words {
    /// The words of `lang`.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &WORDS_EN,
            Lang::Zh => &WORDS_ZH,
        }
    }

    fn load(lang: LanguageIdentifier, files: &[&'static str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang]);
        // Isolation marks are bidi controls: the screen would show them as escapes.
        bundle.set_use_isolating(false);
        for text in files {
            // A broken message is left out and shows as its key; a test refuses such a file.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        let mut words = Self { bundle, plain: HashMap::new() };
        words.plain = files.iter().flat_map(|text| keys_in(text)).map(|key| (key, words.format(key, None))).collect();
        words
    }

    /// The sentence.
    pub fn say(&self, say: &Say) -> Safe {
        self.with(say.key, &say.args)
    }

    /// What an op did.
    pub fn label(&self, label: &Label) -> Safe {
        let stage = format!("stage-{}", label.detail);
        // A number is one, so that a sentence can do without it where it is 0.
        let number = label.detail.parse().ok().filter(|n: &i64| n.to_string() == *label.detail);
        let detail: Arg = match (&*label.key, number) {
            ("op-stage", _) if self.has(&stage) => self.get(&stage).as_str().to_owned().into(),
            (_, Some(number)) => number.into(),
            _ => label.detail.parse().map_or_else(|_| label.detail.to_string(), |day| self.day(day)).into(),
        };
        let name = label.name.to_string();
        self.with(&label.key, &[("name", name.into()), ("count", label.count.into()), ("detail", detail)])
    }

    /// A day with its year: `1 Dec 2026`, `2026年12月1日`.
    pub fn day(&self, day: NaiveDate) -> String {
        let month = self.get(&format!("month-{}", day.month()));
        let args = [
            ("day", i64::from(day.day()).into()),
            ("month", month.as_str().to_owned().into()),
            ("year", i64::from(day.year()).into()),
        ];
        self.with("date-full", &args).as_str().to_owned()
    }

    /// A message without arguments.
    pub fn get(&self, key: &str) -> Safe {
        self.with(key, &[])
    }

    /// A message with arguments; their text is made harmless. A key that is not there shows itself as `‹key›`.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> Safe {
        if let Some(Some(text)) = self.plain.get(key) {
            return text.clone();
        }
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(safe::neutral(text).into_owned()),
                Arg::Label(label) => FluentValue::from(self.label(label).as_str().to_owned()),
                Arg::Number(n) => FluentValue::from(*n),
            };
            values.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        self.bundle
            .get_message(key)
            .and_then(|message| message.value())
            .map(|pattern| Safe::new(&self.bundle.format_pattern(pattern, Some(&values), &mut errors)))
            .unwrap_or_else(|| Safe::new(&format!("‹{key}›")))
    }

    /// Whether there is such a message.
    pub fn has(&self, key: &str) -> bool {
        self.plain.contains_key(key)
    }

    /// All keys, in no order.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.plain.keys().copied()
    }

    /// The text of a message that is whole with these arguments.
    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Safe> {
        let mut errors = Vec::new();
        let message = self.bundle.get_message(key)?;
        let text = self.bundle.format_pattern(message.value()?, args, &mut errors);
        errors.is_empty().then(|| Safe::new(&text))
    }
}

/// The keys of a Fluent file: messages begin at the first column, all else is indented, a comment or a term.
fn keys_in(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())).filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        Some(key.trim_end())
    })
}

#[cfg(test)]
mod tests;
