//! The 249 countries of ISO 3166-1: names, dial codes, zones, weekends. Data: `assets/countries.tsv`.

use super::Lang;
use super::fold::fold;
use crate::domain::Country;
use chrono::{NaiveTime, Weekday, WeekdaySet};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The days off of a week.
pub type Weekend = WeekdaySet;

/// What is known of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryInfo {
    pub code: Country,
    /// The code of three letters.
    pub alpha3: &'static str,
    /// The English name.
    pub en: &'static str,
    /// The Chinese name.
    pub zh: &'static str,
    /// Digits of the dial code without `+`; empty where there is none.
    pub dial: &'static str,
    /// IANA zones, the principal one first.
    pub zones: Vec<&'static str>,
    pub weekend: Weekend,
    /// Office hours on its walls.
    pub opens: NaiveTime,
    pub closes: NaiveTime,
    /// BCP 47 tag of the language that most business is done in; empty where nobody lives.
    pub language: &'static str,
}

static TEXT: &str = include_str!("../../assets/countries.tsv");

struct Table {
    rows: Vec<CountryInfo>,
    /// Folded name or code of three letters -> row.
    names: HashMap<String, usize>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // A line that does not parse is left out; a test counts them.
    let parsed: Vec<(CountryInfo, &str)> = TEXT.lines().skip(1).filter_map(parse).collect();
    let mut names = HashMap::with_capacity(parsed.len() * 12);
    // Own names and codes before other languages': the first to claim a name keeps it.
    for (at, (info, _)) in parsed.iter().enumerate() {
        for name in [info.en, info.zh, info.alpha3] {
            names.entry(fold(name)).or_insert(at);
        }
    }
    for (at, (_, other)) in parsed.iter().enumerate() {
        for name in other.split('|').filter(|name| !name.is_empty()) {
            names.entry(fold(name)).or_insert(at);
        }
    }
    Table { rows: parsed.into_iter().map(|(info, _)| info).collect(), names }
});

fn parse(line: &'static str) -> Option<(CountryInfo, &'static str)> {
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    let info = CountryInfo {
        code: Country::new(next()?)?,
        alpha3: next()?,
        en: next()?,
        zh: next()?,
        dial: next()?,
        zones: next()?.split(',').filter(|zone| !zone.is_empty()).collect(),
        weekend: next()?.split(',').map(|day| day.parse::<Weekday>().ok()).collect::<Option<WeekdaySet>>()?,
        language: next()?,
        opens: next()?.parse().ok()?,
        closes: next()?.parse().ok()?,
    };
    Some((info, next()?))
}

/// All, sorted by code.
pub fn countries() -> &'static [CountryInfo] {
    &TABLE.rows
}

/// What is known of `code`.
pub fn country(code: Country) -> Option<&'static CountryInfo> {
    let rows = countries();
    rows.binary_search_by_key(&code, |info| info.code).ok().map(|at| &rows[at])
}

/// The country that `text` names: a code of two or three letters, a flag, or a name in one of eight languages as
/// people write it.
pub fn find_country(text: &str) -> Option<Country> {
    let text = text.trim();
    if let Some(info) = flag(text).or_else(|| Country::new(text)).and_then(country) {
        return Some(info.code);
    }
    named(text).or_else(|| in_brackets(text)).or_else(|| inverted(text))
}

fn named(text: &str) -> Option<Country> {
    let table = &*TABLE;
    table.names.get(&fold(text)).map(|at| table.rows[*at].code)
}

/// `China (Mainland)`, `Congo (DRC)`, `美国（USA）`: without the brackets, else what they hold.
fn in_brackets(text: &str) -> Option<Country> {
    let open = text.find(['(', '（', '['])?;
    let (before, rest) = text.split_at(open);
    let inside = rest.trim_matches(['(', '（', '[', ')', '）', ']', ' ']);
    named(&format!("{inside} {before}"))
        .or_else(|| find_code(inside))
        .or_else(|| named(before))
        .or_else(|| named(inside))
}

fn find_code(text: &str) -> Option<Country> {
    Country::new(text).and_then(country).map(|info| info.code)
}

/// `Congo, The Republic Of`, and `Atlanta, Georgia, USA`.
fn inverted(text: &str) -> Option<Country> {
    let (head, tail) = text.split_once([',', '，'])?;
    let last = text.rsplit([',', '，']).next().unwrap_or_default().trim();
    named(&format!("{tail} {head}")).or_else(|| find_code(last)).or_else(|| named(last))
}

/// Two regional indicators: 🇩🇪.
fn flag(text: &str) -> Option<Country> {
    let letter = |c: char| u32::from(c).checked_sub(0x1f1e6).filter(|n| *n < 26).and_then(|n| char::from_u32(n + 65));
    let mut chars = text.chars();
    let code: String = [letter(chars.next()?)?, letter(chars.next()?)?].iter().collect();
    chars.next().is_none().then(|| Country::new(&code)).flatten()
}

/// Its name; empty where there is no such country.
pub fn country_name(code: Country, lang: Lang) -> &'static str {
    country(code).map_or("", |info| match lang {
        Lang::En => info.en,
        Lang::Zh => info.zh,
    })
}

#[cfg(test)]
mod tests;
