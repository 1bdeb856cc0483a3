//! Working days held against an independent computation from data that nobody on the team wrote (`../shared/data`, see
//! its README): the list of public holidays and CLDR's weekends.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests")]

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tradewind::domain::{Country, Skip};
use tradewind::reference::{country, day_off, holiday, next_workday};

/// The folder of a set of data; without it the test says so and passes.
fn data(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TRADEWIND_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let found = Some(root.join(folder)).filter(|folder| folder.is_dir());
    if found.is_none() {
        println!("no {folder} in {}: passed over", root.display());
    }
    found
}

fn json(path: PathBuf) -> serde_json::Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// `iso2,date,name_en` by country and date.
type Listed = BTreeMap<String, BTreeMap<NaiveDate, String>>;

fn listed(folder: &Path) -> Listed {
    let mut listed = Listed::new();
    let mut reader = csv::Reader::from_path(folder.join("input/holidays_public_2025_2027.csv")).unwrap();
    for row in reader.records().map(Result::unwrap) {
        let date = row[1].parse().unwrap();
        let names = listed.entry(row[0].to_owned()).or_default().entry(date).or_default();
        names.push_str(&row[2]);
    }
    listed
}

/// The weekend days that a list says are worked: `Day off (substituted from 02/14/2026)`.
fn worked(holidays: &BTreeMap<NaiveDate, String>) -> BTreeSet<NaiveDate> {
    let given = holidays.values().filter_map(|name| name.split_once("substituted from ")?.1.get(..10));
    let days = given.map(|day| NaiveDate::parse_from_str(day, "%m/%d/%Y").unwrap());
    days.filter(|day| !holidays.contains_key(day)).collect()
}

/// CLDR's weekend: the days from its start to its end.
struct Weekends(serde_json::Value);

impl Weekends {
    fn has(&self, country: &str, day: Weekday) -> bool {
        let bound = |which: &str| {
            let by = &self.0["supplemental"]["weekData"][which];
            let text = by.get(country).unwrap_or(&by["001"]).as_str().unwrap();
            text.parse::<Weekday>().unwrap()
        };
        let mut at = bound("weekendStart");
        loop {
            if at == day {
                return true;
            }
            if at == bound("weekendEnd") {
                return false;
            }
            at = at.succ();
        }
    }
}

#[test]
fn weekends_as_listed() {
    let Some(folder) = data("F11_country") else { return };
    let expected = json(folder.join("expected.json"));
    // A week without holidays in the countries listed.
    for (codes, days) in expected["weekend_not_sat_sun"].as_object().unwrap() {
        let off: Vec<Weekday> = days.as_str().unwrap().split('-').map(|day| day.parse().unwrap()).collect();
        for code in codes.split(' ').filter_map(Country::new) {
            for day in NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().iter_days().take(365) {
                let weekend = off.contains(&day.weekday());
                match day_off(Some(code), day) {
                    Some(Skip::Weekend) => assert!(weekend, "{code} {day}"),
                    Some(Skip::Holiday(_)) => {}
                    None => assert!(!weekend, "{code} {day}"),
                }
            }
        }
    }
}

#[test]
fn every_holiday_listed_and_no_other() {
    let Some(folder) = data("F11_country") else { return };
    let listed = listed(&folder);
    let count: usize = listed.values().map(BTreeMap::len).sum();
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    for (code, theirs) in &listed {
        let country = Country::new(code).unwrap();
        for day in first.iter_days().take_while(|day| day.year() <= 2027) {
            let ours = holiday(country, day);
            assert_eq!(ours.is_some(), theirs.contains_key(&day), "{code} {day}: {ours:?}");
            if let (Some(ours), Some(theirs)) = (ours, theirs.get(&day)) {
                let sure = theirs.split("; ").any(|name| !name.contains("estimated"));
                assert!(ours.estimated || sure, "{code} {day} {theirs}");
            }
        }
    }
    println!("{count} days of {} countries", listed.len());
}

#[test]
fn next_workday_of_every_country_on_every_day_of_2026() {
    let Some(folder) = data("F11_country") else { return };
    let weekends = Weekends(json(folder.join("input/weekData.json")));
    let listed = listed(&folder);
    let tab = std::fs::read_to_string(folder.join("input/iso3166.tab")).unwrap();
    let codes = tab.lines().filter(|line| !line.starts_with('#')).map(|line| line[..2].to_owned());
    let codes: BTreeSet<String> = codes.chain(listed.keys().cloned()).collect();
    let mut days = 0;
    for code in &codes {
        let none = BTreeMap::new();
        let holidays = listed.get(code).unwrap_or(&none);
        let worked = worked(holidays);
        let works = |day: &NaiveDate| {
            !holidays.contains_key(day) && (!weekends.has(code, day.weekday()) || worked.contains(day))
        };
        for wanted in NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().iter_days().take(365) {
            let next = wanted.iter_days().find(works).unwrap();
            let found = next_workday(Country::new(code), wanted);
            assert_eq!((found.wanted, found.next), (wanted, next), "{code}");
            let skipped: Vec<NaiveDate> = found.skipped.iter().map(|(day, _)| *day).collect();
            assert_eq!(skipped, wanted.iter_days().take_while(|day| *day < next).collect::<Vec<_>>(), "{code}");
            for (day, skip) in found.skipped {
                assert_eq!(matches!(skip, Skip::Holiday(_)), holidays.contains_key(&day), "{code} {day}");
            }
            days += 1;
        }
    }
    assert_eq!(codes.iter().filter(|code| Country::new(code).and_then(country).is_none()).count(), 1, "Kosovo");
    println!("{days} days of {} countries", codes.len());
}
