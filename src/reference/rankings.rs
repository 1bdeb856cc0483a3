//! Which messengers a country uses, the most used first. Data: `assets/rankings.tsv`.

use crate::domain::{ChannelKind, Country};
use std::collections::HashMap;
use std::sync::LazyLock;

struct Table {
    countries: HashMap<Country, Ranking>,
    general: Vec<ChannelKind>,
}

/// A country's messengers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// All that is known there, then what is used everywhere.
    pub kinds: Vec<ChannelKind>,
    /// How many of them are the country's own.
    pub own: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows =
        include_str!("../../assets/rankings.tsv").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let mut cells = line.split('\t');
            let (code, alone) = cells.next().map(|code| (code.trim_end_matches('!'), code.ends_with('!')))?;
            let kinds: Vec<ChannelKind> = cells.next()?.split(',').filter_map(ChannelKind::new).collect();
            Some((code, alone, kinds))
        });
    let rows: Vec<_> = rows.collect();
    let general = rows.iter().find(|(code, ..)| *code == "*").map(|(.., kinds)| kinds.clone()).unwrap_or_default();
    let countries = rows.into_iter().filter_map(|(code, alone, mut kinds)| {
        let country = Country::new(code)?;
        let own = kinds.len();
        let more: Vec<ChannelKind> = general.iter().filter(|kind| !alone && !kinds.contains(kind)).copied().collect();
        kinds.extend(more);
        Some((country, Ranking { kinds, own }))
    });
    Table { countries: countries.collect(), general }
});

/// The messengers of a country; where it is not known, those used everywhere.
pub fn ranking(country: Option<Country>) -> &'static [ChannelKind] {
    match country.and_then(|country| TABLE.countries.get(&country)) {
        Some(ranking) => &ranking.kinds,
        None => &TABLE.general,
    }
}

/// The ranking of a country that has one.
pub fn ranking_of(country: Country) -> Option<&'static Ranking> {
    TABLE.countries.get(&country)
}

#[cfg(test)]
mod tests;
