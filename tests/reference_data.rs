//! What the program knows, held against data that nobody on the team wrote (`../shared/data`, see its README).

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests")]

use chrono::{Weekday, WeekdaySet};
use std::collections::BTreeSet;
use std::path::PathBuf;
use tradewind::domain::Country;
use tradewind::reference::{countries, country, find_country, parse_phone};

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

fn rows(path: PathBuf) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let headers = reader.headers().unwrap().clone();
    std::iter::once(headers).chain(reader.records().map(Result::unwrap)).collect()
}

fn json(path: PathBuf) -> serde_json::Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn dirty_phones_are_read_as_libphonenumber_reads_them() {
    let Some(folder) = data("F07_dirty_phones_northwind") else { return };
    let expected = json(folder.join("expected.json"));
    let rows = rows(folder.join("input/dirty.csv"));
    let (mut with_country, mut possible, mut valid) = (0, 0, 0);
    for row in &rows[1..] {
        let (raw, written, iso, e164) = (&row[2], &row[3], &row[4], &row[5]);
        let country = find_country(written);
        assert_eq!(country.map(|c| c.to_string()).unwrap_or_default(), iso, "{written}");
        let phone = parse_phone(raw, country);
        with_country += usize::from(country.is_some());
        possible += usize::from(phone.possible);
        valid += usize::from(phone.valid);
        assert_eq!(phone.possible, &row[6] == "True", "{raw} {iso}: {phone:?}");
        assert_eq!(phone.valid, &row[7] == "True", "{raw} {iso}: {phone:?}");
        if phone.valid {
            assert_eq!(phone.e164.as_deref(), Some(e164), "{raw} {iso}");
        }
        let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(phone.digits, digits, "every digit written is kept for the search");
    }
    assert_eq!(rows.len() - 1, expected["rows"]);
    assert_eq!(with_country, expected["with_country"]);
    assert_eq!(possible, expected["possible"]);
    assert_eq!(valid, expected["valid"]);
}

#[test]
fn all_countries_and_their_dial_codes() {
    let Some(folder) = data("F11_country") else { return };
    assert_eq!(countries().len(), json(folder.join("expected.json"))["iso3166"]);
    for row in &rows(folder.join("input/dial_codes.csv"))[1..] {
        for region in row[1].split_whitespace().filter_map(Country::new) {
            // `dial_codes.csv` holds places that are no ISO country: Ascension, Kosovo, Tristan da Cunha.
            if let Some(info) = country(region) {
                assert_eq!(info.dial, &row[0], "{region}");
            }
        }
    }
    let tab = std::fs::read_to_string(folder.join("input/iso3166.tab")).unwrap();
    let known: BTreeSet<String> = countries().iter().map(|info| info.code.to_string()).collect();
    let listed: BTreeSet<String> = tab.lines().filter(|l| !l.starts_with('#')).map(|l| l[..2].to_owned()).collect();
    assert_eq!(known, listed);
}

#[test]
fn weekends_as_the_calendars_say() {
    let Some(folder) = data("F11_country") else { return };
    let expected = json(folder.join("expected.json"));
    let usual = WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]);
    let mut other = BTreeSet::new();
    for (codes, days) in expected["weekend_not_sat_sun"].as_object().unwrap() {
        let days: WeekdaySet = days.as_str().unwrap().split('-').map(|day| day.parse::<Weekday>().unwrap()).collect();
        for code in codes.split(' ').filter_map(Country::new) {
            other.insert(code);
            assert_eq!(country(code).unwrap().weekend, days, "{code}");
        }
    }
    for info in countries().iter().filter(|info| !other.contains(&info.code)) {
        assert_eq!(info.weekend, usual, "{}", info.code);
    }
}

#[test]
fn names_in_other_languages_find_their_country() {
    let Some(folder) = data("F11_country") else { return };
    let mut missed = Vec::new();
    let mut wrong = Vec::new();
    for lang in ["ar", "de", "en", "es", "fr", "pt", "ru", "zh", "zh-Hans", "zh-Hant"] {
        let path = folder.join(format!("input/cldr-localenames-full/main/{lang}/territories.json"));
        let names = json(path)["main"][lang]["localeDisplayNames"]["territories"].clone();
        for info in countries() {
            let name = names[info.code.as_str()].as_str().unwrap();
            match find_country(name) {
                Some(found) if found == info.code => {}
                Some(found) => wrong.push(format!("{lang} {name}: {} found {found}", info.code)),
                None => missed.push(format!("{lang} {name}: {}", info.code)),
            }
        }
    }
    println!("missed {missed:#?}\nwrong {wrong:#?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn countries_as_buyers_on_a_platform_are_listed() {
    let Some(folder) = data("F04_alibaba_rfq_world") else { return };
    let expected = json(folder.join("expected.json"));
    let mut written = BTreeSet::new();
    for file in ["world_2025-07-16", "ae_2025-07-14"] {
        let rows = rows(folder.join("input").join(file).join("alibaba_rfqs.csv"));
        let at = rows[0].iter().position(|header| header == "Country").unwrap();
        for row in &rows[1..] {
            assert!(find_country(&row[at]).is_some(), "{}", &row[at]);
            written.insert(row[at].to_owned());
        }
    }
    assert_eq!(written.len(), expected["world"]["countries_as_written"]);
    assert_eq!(find_country("France Metropolitan"), find_country("France"));
}
