//! `assets/phone-plans.tsv` is what the library's data says; `TRADEWIND_BLESS=1` writes it anew after an update.

use super::*;
use crate::reference::phones::types;
use phonenumber::Metadata;
use phonenumber::metadata::{DATABASE, Descriptor};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const HEAD: &str = "# What the phone-number library's data says of countries and dial codes (src/reference/phones/quick.rs), written by\n\
# TRADEWIND_BLESS=1 cargo test phone_plans. Sets of digits and of lengths are hexadecimal, a bit each; - leaves it to\n\
# the library.\n\
# country, its code, how a call abroad begins, first digits that may be a prefix, lengths at which a number might be\n\
# completed, whether a zero in front is cut, lengths long enough to be cut; code, digits, lengths, lengths given out\n";

#[test]
fn phone_plans_are_what_the_library_says() {
    let mut text = HEAD.to_owned();
    let cells = |strip: Option<Strip>| match strip {
        Some(Strip { digits, lengths }) => format!("{digits:x}\t{lengths:x}"),
        None => "-\t-".to_owned(),
    };
    let homes: BTreeMap<String, Home> = DATABASE.iter().map(|meta| (meta.id().to_owned(), home(meta))).collect();
    for (id, home) in homes.iter().filter(|(id, _)| Country::new(id).is_some()) {
        let abroad = match &home.abroad {
            Abroad::With(prefix) => format!("={prefix}"),
            Abroad::Zero => "0".to_owned(),
            Abroad::Unclear => "-".to_owned(),
        };
        let (trunk, strip) = (u8::from(home.trunk), cells(home.strip));
        writeln!(text, "country\t{id}\t{}\t{abroad}\t{strip}\t{trunk}\t{:x}", home.code, home.uncut).unwrap();
    }
    let codes: BTreeMap<u16, Plan> =
        DATABASE.iter().map(|meta| (meta.country_code(), plan(meta.country_code()))).collect();
    for (code, plan) in &codes {
        writeln!(text, "code\t{code}\t{}\t{:x}", cells(plan.strip), plan.lengths).unwrap();
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/phone-plans.tsv");
    if std::env::var_os("TRADEWIND_BLESS").is_some() {
        std::fs::write(file, &text).unwrap();
    }
    assert!(std::fs::read_to_string(file).unwrap() == text, "run this test with TRADEWIND_BLESS=1");
    let read = read(&text);
    for (id, home) in homes.iter().filter_map(|(id, home)| Some((Country::new(id)?, home))) {
        assert_eq!(read.homes.get(&id), Some(home), "{id}");
    }
    for (code, plan) in &codes {
        assert_eq!(read.code(*code), Some(plan), "{code}");
    }
    assert_eq!(read.codes.iter().flatten().count(), codes.len());
}

fn home(meta: &Metadata) -> Home {
    // `0|180020`: of what begins with a zero, the zero.
    let zero = |pattern: &str| {
        pattern.split('|').enumerate().all(|(at, prefix)| {
            is_digits(prefix) && (prefix == "0") == (at == 0) && (at == 0 || !prefix.starts_with('0'))
        })
    };
    let simple = meta.national_prefix_for_parsing().is_none_or(|pattern| zero(pattern.as_str().trim()));
    let general = meta.descriptors().general().possible_length();
    Home {
        code: meta.country_code(),
        abroad: abroad(meta),
        strip: strip_of(meta),
        trunk: simple && meta.national_prefix() == Some("0") && meta.national_prefix_transform_rule().is_none(),
        uncut: if general.is_empty() { u32::MAX } else { mask(general) },
    }
}

fn abroad(meta: &Metadata) -> Abroad {
    let Some(pattern) = meta.international_prefix() else { return Abroad::Unclear };
    let pattern = pattern.as_str().trim();
    if is_digits(pattern) {
        Abroad::With(pattern.to_owned())
    } else if pattern.starts_with('0') && !top_level_choice(pattern) {
        Abroad::Zero
    } else {
        Abroad::Unclear
    }
}

/// Whether a pattern is several, of which only one is looked at.
fn top_level_choice(pattern: &str) -> bool {
    let mut depth = 0;
    pattern.chars().any(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        c == '|' && depth == 0
    })
}

fn strip_of(meta: &Metadata) -> Option<Strip> {
    let mut strip = Strip { digits: 0, lengths: 0 };
    match meta.national_prefix() {
        None | Some("") => {}
        Some(prefix) => strip.digits |= bit(prefix.bytes().next()?)?,
    }
    let Some(pattern) = meta.national_prefix_for_parsing() else { return Some(strip) };
    let pattern = pattern.as_str().trim();
    let prefixes = match pattern.strip_prefix('(').and_then(|rest| rest.split_once("\\d{")) {
        // `([2-9]\d{6})$|1`: a local number is completed, a one is cut.
        Some((set, rest)) => {
            let (count, prefixes) = rest.split_once("})$|")?;
            let count: u32 = count.parse().ok()?;
            // One digit, or a set of them.
            let set = set.strip_prefix('[').and_then(|set| set.strip_suffix(']')).unwrap_or(set);
            if !set.bytes().all(|b| b.is_ascii_digit() || b == b'-') || count > 14 {
                return None;
            }
            strip.lengths |= 1 << (count + 1);
            prefixes
        }
        None => pattern,
    };
    for prefix in prefixes.split('|') {
        strip.digits |= bit(*prefix.as_bytes().first().filter(|_| is_digits(prefix))?)?;
    }
    Some(strip)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn plan(code: u16) -> Plan {
    let metas = DATABASE.by_code(&code).unwrap_or_default();
    let all = metas.iter().map(|meta| strip_of(meta)).collect::<Option<Vec<_>>>();
    let strip = all.map(|all| {
        let none = Strip { digits: 0, lengths: 0 };
        all.into_iter().fold(none, |a, b| Strip { digits: a.digits | b.digits, lengths: a.lengths | b.lengths })
    });
    let lengths = metas
        .first()
        .map_or(0, |meta| types(meta).map(Descriptor::possible_length).fold(0, |all, lengths| all | mask(lengths)));
    Plan { strip, lengths }
}

fn mask(lengths: &[u16]) -> u32 {
    lengths.iter().filter(|length| usize::from(**length) <= LONGEST).fold(0, |all, length| all | 1 << *length)
}
