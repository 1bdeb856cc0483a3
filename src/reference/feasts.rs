//! The few public holidays on which a country's people are greeted (`S2.6`): its great feast and its national day. Data:
//! `assets/feasts.tsv`, `assets/holidays.tsv`. What a country keeps, nobody is taken to believe.

use super::holidays::{holidays_between, known_years};
use crate::domain::Country;
use crate::domain::care::{Feast, Feasts};
use chrono::NaiveDate;
use std::sync::LazyLock;

static TEXT: &str = include_str!("../../assets/feasts.tsv");

/// Days of one feast that follow each other: the first is greeted on.
const RUN: i64 = 5;

static FEASTS: LazyLock<Vec<Feast>> = LazyLock::new(|| {
    let mut all: Vec<Feast> = TEXT.lines().filter_map(line).flat_map(|(country, name)| days(country, name)).collect();
    all.sort_by_key(|feast| (feast.country, feast.on));
    all
});

static BY_DAY: LazyLock<Vec<&'static Feast>> = LazyLock::new(|| {
    let mut all: Vec<&Feast> = FEASTS.iter().collect();
    all.sort_by_key(|feast| (feast.on, feast.country));
    all
});

fn line(line: &'static str) -> Option<(Country, &'static str)> {
    let (country, name) = line.split_once('\t')?;
    Some((Country::new(country)?, name))
}

fn days(country: Country, name: &str) -> Vec<Feast> {
    let end = |year: i32, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let (from, to) = (end(*known_years().start(), 1, 1), end(*known_years().end(), 12, 31));
    let mut found: Vec<Feast> = Vec::new();
    for (on, holiday) in holidays_between(country, from, to) {
        let is_it = holiday.name_en.split("; ").any(|part| part == name);
        if is_it && found.last().is_none_or(|last| (on - last.on).num_days() > RUN) {
            found.push(Feast { country, on, holiday });
        }
    }
    found
}

/// Every one of the known years, by country and day.
pub fn feasts() -> Feasts {
    Feasts(&FEASTS)
}

/// Those of a day, by country.
pub fn feasts_on(day: NaiveDate) -> &'static [&'static Feast] {
    let from = BY_DAY.partition_point(|feast| feast.on < day);
    let to = BY_DAY.partition_point(|feast| feast.on <= day);
    &BY_DAY[from..to]
}

#[cfg(test)]
mod tests;
