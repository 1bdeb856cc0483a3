//! Two hundred pasted texts with their truth beside them: how much of it is found, and that no address and no number is
//! made up.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tradewind::domain::{ChannelKind, Country};
use tradewind::intake::paste::{self, Pasted};

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    truth: Truth,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Truth {
    name: Option<String>,
    company: Option<String>,
    role: Option<String>,
    emails: Vec<String>,
    phones: Vec<String>,
    /// `kind:norm`
    handles: Vec<String>,
    website: Option<String>,
    country: Option<String>,
    city: Option<String>,
    quantity: Option<String>,
    unit: Option<String>,
    product: Option<String>,
    language: Option<String>,
    /// Words that the message holds.
    says: Option<String>,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/paste");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path| toml::from_str::<File>(&std::fs::read_to_string(path).unwrap()).unwrap().case;
    files.into_iter().flat_map(read).collect()
}

/// Field, what it should be, what was found.
fn compare(truth: &Truth, pasted: &Pasted) -> Vec<(&'static str, String, String)> {
    let mut out = Vec::new();
    let mut one = |field, wanted: &Option<String>, found: Option<&str>| {
        if let Some(wanted) = wanted {
            out.push((field, wanted.clone(), found.unwrap_or_default().to_owned()));
        }
    };
    one("name", &truth.name, pasted.names.first().map(|found| &*found.value));
    one("company", &truth.company, pasted.company.as_ref().map(|found| &*found.value));
    one("role", &truth.role, pasted.role.as_ref().map(|found| &*found.value));
    let website = pasted.of_kind(ChannelKind::WEBSITE).next();
    one("website", &truth.website, website.map(|found| &*found.value.norm));
    one("country", &truth.country, pasted.country.as_ref().map(|found| found.value.as_str().to_owned()).as_deref());
    one("city", &truth.city, pasted.city.as_ref().map(|found| &*found.value));
    one("quantity", &truth.quantity, pasted.quantity.as_ref().map(|found| &*found.value.amount));
    one("unit", &truth.unit, pasted.quantity.as_ref().map(|found| &*found.value.unit));
    one("product", &truth.product, pasted.products.first().map(|found| &*found.value));
    let language = pasted.language.as_ref().map(|found| found.value.split('-').next().unwrap_or_default().to_owned());
    one("language", &truth.language, language.as_deref());
    let says =
        truth.says.as_ref().filter(|says| pasted.message.as_ref().is_some_and(|m| m.value.contains(says.as_str())));
    one("says", &truth.says, says.map(String::as_str).or(pasted.message.as_ref().map(|found| &*found.value)));
    let has = |kind: ChannelKind, norm: &str| pasted.of_kind(kind).any(|found| *found.value.norm == *norm);
    let all =
        || pasted.channels.iter().map(|f| format!("{}:{}", f.value.kind, f.value.norm)).collect::<Vec<_>>().join(" ");
    for (kind, field, list) in
        [(ChannelKind::EMAIL, "email", &truth.emails), (ChannelKind::PHONE, "phone", &truth.phones)]
    {
        for wanted in list {
            let found = if has(kind, &wanted.to_lowercase()) { wanted.clone() } else { all() };
            out.push((field, wanted.clone(), found));
        }
    }
    for wanted in &truth.handles {
        let (kind, norm) = wanted.split_once(':').unwrap();
        let norm = if kind == "linkedin" { format!("in/{norm}") } else { norm.to_owned() };
        let found = if has(ChannelKind::new(kind).unwrap(), &norm) { wanted.clone() } else { all() };
        out.push(("handle", wanted.clone(), found));
    }
    out
}

/// Addresses and numbers that are not in the text's truth.
fn made_up(truth: &Truth, pasted: &Pasted) -> Vec<String> {
    let emails: Vec<String> = truth.emails.iter().map(|email| email.to_lowercase()).collect();
    let numbers: Vec<&str> = truth
        .phones
        .iter()
        .map(String::as_str)
        .chain(truth.handles.iter().filter_map(|h| h.split_once(':').map(|h| h.1)))
        .collect();
    let wrong = pasted.channels.iter().filter(|found| {
        let norm = &*found.value.norm;
        (found.value.kind == ChannelKind::EMAIL && !emails.iter().any(|email| email == norm))
            || (norm.starts_with('+') && !numbers.contains(&norm))
    });
    wrong.map(|found| format!("{} {}", found.value.kind, found.value.norm)).collect()
}

#[test]
fn two_hundred_texts_give_up_what_they_hold() {
    let cases = cases();
    assert_eq!(cases.len(), 200);
    assert_eq!(cases.iter().map(|case| &case.text).collect::<BTreeSet<_>>().len(), 200);
    let (mut right, mut total) = (0, 0);
    let mut fields: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in &cases {
        let pasted = paste::read(&case.text, Country::new("CN"));
        wrong.extend(made_up(&case.truth, &pasted).into_iter().map(|what| format!("{}: {what}", case.id)));
        for (field, wanted, found) in compare(&case.truth, &pasted) {
            let plain = |text: &str| text.to_lowercase().trim_end_matches('.').to_owned();
            let good = plain(&wanted) == plain(&found);
            let count = fields.entry(field).or_default();
            count.1 += 1;
            total += 1;
            if good {
                count.0 += 1;
                right += 1;
            } else {
                println!("{} {field}: wanted {wanted:?}, found {found:?}", case.id);
            }
        }
    }
    for (field, (good, all)) in &fields {
        println!("{field}: {good} of {all}");
    }
    println!("{right} of {total} fields right, {} wrong addresses or numbers", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(right * 100 >= total * 95, "{right} of {total}");
}

#[test]
fn every_find_says_where_it_stands() {
    for case in cases() {
        let pasted = paste::read(&case.text, Country::new("CN"));
        for name in &pasted.names {
            let there = &case.text[name.range.clone()];
            assert!(
                there.contains(&*name.value) || case.text.contains("VCARD"),
                "{}: {there:?} {:?}",
                case.id,
                name.value
            );
        }
        for channel in &pasted.channels {
            let there = &case.text[channel.range.clone()];
            assert!(there.contains(&*channel.value.raw), "{}: {there:?} {:?}", case.id, channel.value.raw);
        }
    }
}
