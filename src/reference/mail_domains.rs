//! What is known of domains: what somebody can register, free mail and mail thrown away, names that look like others.
//! Data: `assets/mail`, and the public suffix list that `psl` carries.

use crate::domain::authenticity::{Disguise, Lookalike, Provider};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

static FREE: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/mail/free.txt").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// Sorted, and searched as it is: nothing of it is copied.
const DISPOSABLE: &str = include_str!("../../assets/mail/disposable.txt");

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    providers: Vec<String>,
    endings: Vec<String>,
    exempt: Vec<String>,
    brands: Vec<String>,
    platforms: Vec<String>,
    shorteners: Vec<String>,
    confusables: BTreeMap<char, String>,
}

struct Names {
    file: File,
    /// Another alphabet's letter -> the Latin one it looks like.
    plain: HashMap<char, char>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    // The data is part of the program; a test refuses a file that does not read.
    let file: File = toml::from_str(include_str!("../../assets/mail/lookalikes.toml")).unwrap_or_default();
    let pairs = file.confusables.iter().flat_map(|(plain, others)| others.chars().map(|other| (other, *plain)));
    Names { plain: pairs.collect(), file }
});

/// A host in its own letters: small, without a trailing dot, punycode decoded.
fn readable(host: &str) -> String {
    let host = host.trim().trim_end_matches('.').to_lowercase();
    if !host.split('.').any(|label| label.starts_with("xn--")) {
        return host;
    }
    match url::quirks::domain_to_unicode(&host) {
        decoded if decoded.is_empty() => host,
        decoded => decoded,
    }
}

/// What somebody can register of a host: `example.co.uk` of `mail.example.co.uk`. `None` for a public suffix itself, a
/// number, and what is no host.
pub fn registrable(host: &str) -> Option<String> {
    let host = readable(host);
    // No ending is a number: what ends in one is an address of numbers.
    let last = host.rsplit('.').next().unwrap_or_default();
    let number = host.contains([':', '[']) || last.bytes().all(|b| b.is_ascii_digit());
    if number || host.len() > 253 || !host.contains('.') || host.split('.').any(str::is_empty) {
        return None;
    }
    let ascii = url::quirks::domain_to_ascii(&host);
    if ascii.is_empty() {
        // No name that can be looked up, such as one with letters that no domain may have: the last two labels stand
        // for it, so that it can still be named.
        let cut = host.rmatch_indices('.').nth(1).map_or(0, |(at, _)| at + 1);
        return host.get(cut..).map(str::to_owned);
    }
    psl::domain_str(&ascii).map(readable)
}

/// Whether there is such an ending as the host's: `.com`, `.co.uk`; not `.con`. Those reserved for examples and tests
/// pass.
pub fn ending_known(host: &str) -> bool {
    let ascii = url::quirks::domain_to_ascii(&readable(host));
    let last = ascii.rsplit('.').next().unwrap_or_default();
    ["example", "test", "invalid", "localhost"].contains(&last)
        || psl::suffix(ascii.as_bytes()).is_some_and(|suffix| suffix.is_known())
}

/// Whose a domain, or a host below one, is.
pub fn provider(domain: &str) -> Provider {
    let domain = readable(domain);
    let mut rest = domain.as_str();
    // `mail.example.com` is what `example.com` is; a more exact name goes first.
    loop {
        if FREE.contains(rest) {
            return Provider::Free;
        }
        if is_disposable(rest) {
            return Provider::Disposable;
        }
        if NAMES.file.platforms.iter().any(|platform| platform == rest) {
            return Provider::Platform;
        }
        match rest.split_once('.') {
            Some((_, parent)) if parent.contains('.') => rest = parent,
            _ => return Provider::Own,
        }
    }
}

/// Looks a line up in the sorted text.
fn is_disposable(domain: &str) -> bool {
    let bytes = DISPOSABLE.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let end = bytes[middle..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |at| middle + at);
        match bytes[start..end].cmp(domain.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

/// Whether the host only forwards to others.
pub fn shortener(host: &str) -> bool {
    let host = host.strip_prefix("www.").unwrap_or(host);
    NAMES.file.shorteners.iter().any(|known| known == host)
}

/// What a registrable domain is made, or mistyped, to look like.
pub fn lookalike(domain: &str) -> Option<Lookalike> {
    let domain = readable(domain);
    let (label, ending) = domain.split_once('.')?;
    if FREE.contains(&*domain) || NAMES.file.brands.iter().any(|brand| brand == label) || label.len() > 63 {
        return None;
    }
    if label.is_ascii() { mistyped(label, ending).or_else(|| near(label)) } else { foreign(label) }
}

/// A name in other letters than it seems.
fn foreign(label: &str) -> Option<Lookalike> {
    let latin = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}');
    let other = |c: char| matches!(c, '\u{370}'..='\u{58f}' | '\u{13a0}'..='\u{13ff}');
    let mixed = label.chars().any(latin) && label.chars().any(other);
    let plain: String = label.chars().map(|c| NAMES.plain.get(&c).copied().unwrap_or(c)).collect();
    // Accents alone make another name of a short one: Bösch is a family, not Bosch.
    let of = known(&plain).filter(|_| label.chars().any(other) || plain.len() >= 6);
    // A whole name in Cyrillic, or a German one with its umlaut, is a name like any other.
    (mixed || of.is_some()).then(|| Lookalike { of: of.unwrap_or_default(), how: Disguise::Script })
}

/// The well-known domain of this name.
fn known(label: &str) -> Option<String> {
    let file = &NAMES.file;
    file.brands.iter().chain(&file.providers).find(|name| *name == label).map(|name| format!("{name}.com"))
}

/// A mail provider, mistyped.
fn mistyped(label: &str, ending: &str) -> Option<Lookalike> {
    let file = &NAMES.file;
    let slipped = file.endings.iter().any(|typo| typo == ending);
    let typo = |name: &str, ending: &str| Some(Lookalike { of: format!("{name}.{ending}"), how: Disguise::Typo });
    for name in &file.providers {
        if label == name {
            return if slipped { typo(name, "com") } else { None };
        }
        let whole = format!("{name}.{ending}");
        let offered = ending == "com" || slipped || FREE.contains(&*whole);
        if offered && !file.exempt.iter().any(|real| real == label) && one_slip(label, name) {
            return typo(name, if slipped { "com" } else { ending });
        }
    }
    None
}

/// The shortest name that one letter more or less is not simply another name.
const LONG: usize = 7;

/// A well-known name with a letter changed, digits for letters, or something added.
fn near(label: &str) -> Option<Lookalike> {
    let of = |name: &str, how| Some(Lookalike { of: format!("{name}.com"), how });
    let letters = label.replace("rn", "m").replace("vv", "w").replace('0', "o").replace('3', "e").replace('5', "s");
    let guises = [letters.replace('1', "l"), letters.replace('1', "i")];
    let file = &NAMES.file;
    for name in file.brands.iter().chain(&file.providers).filter(|name| name.len() >= 5) {
        if guises.iter().any(|guise| guise == name && guise != label) {
            return of(name, Disguise::Near);
        }
    }
    for name in file.brands.iter().filter(|name| name.len() >= LONG) {
        if one_slip(label, name) {
            return of(name, Disguise::Near);
        }
    }
    let added = file.brands.iter().filter(|name| name.len() >= 6 && !name.contains('-'));
    added.into_iter().find(|name| label.split('-').any(|part| part == *name)).and_then(|name| of(name, Disguise::Added))
}

/// Whether two ASCII names differ by one letter changed, left out, put in, or by two neighbours swapped.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 => match (short, long) {
            ([], []) => false,
            ([a, b, x @ ..], [c, d, y @ ..]) if a == d && b == c && x == y => true,
            ([_, x @ ..], [_, y @ ..]) => x == y,
            _ => false,
        },
        1 => short == &long[1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests;
