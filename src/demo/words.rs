//! The word lists of `assets/demo`, read once. A list that is broken leaves its part of the demo empty, and a test red.

use crate::domain::{ChannelKind, Country};
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Everything that a made-up customer is made of.
#[derive(Default)]
pub(super) struct Words {
    pub countries: Vec<Home>,
    pub cultures: BTreeMap<String, Culture>,
    pub trade: Trade,
    /// Language to step of the story to sentences; `out` is what we say.
    pub talk: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// The sum of the countries' weights.
    pub weight: usize,
}

/// A text and how an address spells it.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Name {
    pub native: String,
    pub latin: String,
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        let (native, latin) = text.split_once('|').unwrap_or((&text, &text));
        Self { native: native.to_owned(), latin: ascii(latin) }
    }
}

/// In lower-case ASCII letters and digits.
pub(super) fn ascii(text: &str) -> String {
    deunicode::deunicode(text).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[derive(Deserialize)]
pub(super) struct Home {
    pub code: Country,
    pub culture: String,
    pub weight: usize,
    pub cities: Vec<Name>,
    pub legal: Vec<String>,
    /// `#` is any digit.
    pub phone: String,
    /// The messengers used there, most used first.
    pub kinds: Vec<ChannelKind>,
}

#[derive(Deserialize)]
pub(super) struct Culture {
    pub given: Vec<Name>,
    pub family: Vec<Name>,
    #[serde(default)]
    pub order: Order,
    /// Patterns, see the file.
    pub company: Vec<String>,
    pub trade: Vec<Name>,
}

/// Which name stands first.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Order {
    #[default]
    Given,
    Family,
    /// Without a space between.
    FamilyJoined,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Trade {
    pub products: Vec<String>,
    pub tags: Vec<String>,
    pub roles: Vec<String>,
    pub sources: Vec<String>,
    pub requirements: Vec<String>,
    pub notes: Vec<String>,
    pub followups: Vec<String>,
    pub outcomes: Vec<String>,
    /// Why deals are lost.
    pub lost: Vec<String>,
    /// What a step of the story is written from, by template's slug.
    pub templates: BTreeMap<String, Vec<String>>,
    /// Who speaks, and about what.
    pub story: Vec<(String, String)>,
    pub stage: Vec<StageOf>,
}

/// How far the story has come at a stage.
#[derive(Deserialize)]
pub(super) struct StageOf {
    pub name: String,
    pub last: usize,
}

#[derive(Default, Deserialize)]
struct Countries {
    country: Vec<Home>,
}

pub(super) const FILES: [&str; 4] = [
    include_str!("../../assets/demo/countries.toml"),
    include_str!("../../assets/demo/cultures.toml"),
    include_str!("../../assets/demo/trade.toml"),
    include_str!("../../assets/demo/talk.toml"),
];

static WORDS: LazyLock<Words> = LazyLock::new(Words::load);

impl Words {
    /// The lists.
    pub fn get() -> &'static Self {
        &WORDS
    }

    fn load() -> Self {
        let [countries, cultures, trade, talk] = FILES;
        let countries = read::<Countries>(countries).country;
        Self {
            weight: countries.iter().map(|home| home.weight).sum(),
            countries,
            cultures: read(cultures),
            trade: read(trade),
            talk: read(talk),
        }
    }
}

fn read<T: DeserializeOwned + Default>(text: &str) -> T {
    toml::from_str(text).unwrap_or_default()
}
