//! `assets/paste.toml`: the words by which a text is taken apart.

use crate::domain::Country;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

/// What a label says its value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    Name,
    Company,
    Role,
    Email,
    Phone,
    Fax,
    WhatsApp,
    Website,
    Country,
    City,
    Address,
    Quantity,
    Product,
    Message,
    Other,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct List {
    pub words: HashSet<String>,
    pub han: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Legal {
    pub ends: Vec<String>,
    pub begins: Vec<String>,
    pub han: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Intro {
    pub name: Vec<String>,
    pub han: Vec<String>,
    pub company: Vec<String>,
    pub city: HashSet<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Product {
    pub before: Vec<String>,
    pub before_han: Vec<String>,
    pub after_han: Vec<String>,
    pub of: HashSet<String>,
    pub stop: HashSet<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Names {
    pub not: HashSet<String>,
    pub courtesy: HashSet<String>,
    pub particles: HashSet<String>,
    pub surnames: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Headers {
    pub from: HashSet<String>,
    pub other: HashSet<String>,
    pub subject: HashSet<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Farewell {
    inline: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Noise {
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asset {
    labels: BTreeMap<Label, Vec<String>>,
    headers: Headers,
    roles: List,
    legal: Legal,
    units: List,
    intro: Intro,
    product: Product,
    farewell: Farewell,
    noise: Noise,
    names: Names,
    languages: BTreeMap<String, HashSet<String>>,
    cities: BTreeMap<String, Vec<String>>,
}

pub struct Words {
    pub labels: HashMap<String, Label>,
    pub headers: Headers,
    pub roles: List,
    pub legal: Legal,
    pub units: List,
    pub intro: Intro,
    pub product: Product,
    pub farewell: Vec<String>,
    pub noise: Vec<String>,
    pub names: Names,
    pub languages: BTreeMap<String, HashSet<String>>,
    /// Lower case.
    pub cities: HashMap<String, Country>,
}

/// Longest first: what begins with another comes before it.
fn longest_first(mut list: Vec<String>) -> Vec<String> {
    list.sort_by_key(|word| std::cmp::Reverse(word.len()));
    list
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The asset is part of the program; a test refuses one that does not read.
    let asset: Asset = toml::from_str(include_str!("../../../assets/paste.toml")).unwrap_or_default();
    let labels = asset.labels.into_iter().flat_map(|(label, words)| words.into_iter().map(move |word| (word, label)));
    let cities = asset.cities.into_iter().filter_map(|(code, names)| Some((Country::new(&code)?, names)));
    let Intro { name, han, company, city } = asset.intro;
    let Product { before, before_han, after_han, of, stop } = asset.product;
    Words {
        labels: labels.collect(),
        headers: asset.headers,
        roles: asset.roles,
        legal: Legal { ends: longest_first(asset.legal.ends), han: longest_first(asset.legal.han), ..asset.legal },
        units: asset.units,
        intro: Intro { name: longest_first(name), han, company: longest_first(company), city },
        product: Product {
            before: longest_first(before),
            before_han: longest_first(before_han),
            after_han: longest_first(after_han),
            of,
            stop,
        },
        farewell: longest_first(asset.farewell.inline),
        noise: asset.noise.words,
        names: asset.names,
        languages: asset.languages,
        cities: cities
            .flat_map(|(code, names)| names.into_iter().map(move |name| (name.to_lowercase(), code)))
            .collect(),
    }
});

/// The words.
pub fn words() -> &'static Words {
    &WORDS
}

/// Lower case in as many bytes, so that a place in one is a place in the other.
pub fn lower(text: &str) -> String {
    let one = |c: char| {
        let mut lower = c.to_lowercase();
        lower.next().filter(|l| l.len_utf8() == c.len_utf8() && lower.next().is_none()).unwrap_or(c)
    };
    text.chars().map(one).collect()
}

/// Characters that are written without spaces between words.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Where `word` stands in `text` as a word of its own; both lower case.
pub fn find_word(text: &str, word: &str, from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(found) = text.get(at..)?.find(word).map(|found| at + found) {
        let before = text[..found].chars().next_back().is_none_or(|c| !c.is_alphanumeric() || is_han(c));
        let after = text[found + word.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric() || is_han(c));
        let open = word.ends_with(['\'', '’']);
        if before && (after || open) {
            return Some(found);
        }
        at = found + word.chars().next().map_or(1, char::len_utf8);
    }
    None
}
