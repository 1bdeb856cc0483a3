//! How business is done in a country, in a few respectful words, and its money. Data: `assets/etiquette.tsv`.

use super::Lang;
use crate::domain::Country;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What is good to know of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Etiquette {
    /// ISO 4217.
    pub currency: &'static str,
    en: &'static str,
    zh: &'static str,
}

static TABLE: LazyLock<HashMap<Country, Etiquette>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/etiquette.tsv").lines().filter(|line| !line.starts_with('#'));
    // A line that does not parse is left out; a test counts them.
    lines.filter_map(parse).collect()
});

fn parse(line: &'static str) -> Option<(Country, Etiquette)> {
    let mut cells = line.split('\t');
    let country = Country::new(cells.next()?)?;
    let found = Etiquette { currency: cells.next()?, en: cells.next()?, zh: cells.next()? };
    cells.next().is_none().then_some((country, found))
}

impl Etiquette {
    /// The notes, the most telling first.
    pub fn notes(&self, lang: Lang) -> impl Iterator<Item = &'static str> {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
        .split('|')
    }
}

/// What is good to know of a country that is traded with much.
pub fn etiquette(country: Country) -> Option<&'static Etiquette> {
    TABLE.get(&country)
}

#[cfg(test)]
mod tests;
