//! What they write.

use super::{Case, Check, Evidence, Tell, mail, web};
use crate::domain::{
    Direction, Say,
    fit::{Folded, fold},
};

/// Messages looked at: the first ones, where strangers show, and the newest.
const FIRST: usize = 10;
const NEWEST: usize = 10;
/// More than this of one is not looked at.
const LONGEST: usize = 12_000;

/// A message of theirs, cut and folded.
struct Message<'a> {
    raw: &'a str,
    folded: Folded,
}

pub(super) fn look(case: &Case<'_>, found: &mut Vec<Evidence>) {
    let messages = messages(case);
    let specific = messages.iter().any(|message| has_quantity(message.raw));
    let product = !case.bundle.customer.interests.is_empty() || case.fit.matched.iter().any(|one| one.weight > 0);
    if let Some(first) = messages.first() {
        found.push(asked(first, product, specific, case));
        found.extend(messages.iter().flat_map(|message| requests(message, product && specific, case)));
        found.extend(messages.iter().flat_map(|message| linked(message, case)));
    }
}

/// The oldest first.
fn messages<'a>(case: &Case<'a>) -> Vec<Message<'a>> {
    let texts: Vec<&str> = case
        .detail
        .timeline
        .iter()
        .rev()
        .filter(|said| said.direction == Direction::In && !said.text.trim().is_empty())
        .map(|said| &*said.text)
        .collect();
    let skipped = texts.len().saturating_sub(NEWEST).max(FIRST.min(texts.len()));
    let first = &texts[..FIRST.min(texts.len())];
    let cut = |raw: &'a str| raw.char_indices().nth(LONGEST).map_or(raw, |(end, _)| &raw[..end]);
    let read = |raw: &&'a str| Message { raw: cut(raw), folded: fold(cut(raw)) };
    first.iter().chain(&texts[skipped..]).map(read).collect()
}

/// Whether it says what is wanted and how much of it.
fn asked(first: &Message<'_>, product: bool, specific: bool, case: &Case<'_>) -> Evidence {
    let start: String = first.folded.as_str().chars().take(60).collect();
    let generic = case.facts.greetings().iter().any(|greeting| starts(&start, greeting));
    match (product, specific) {
        (true, true) => Evidence::new(Check::Product, 10, Say::new("verify-specific")),
        (true, false) => Evidence::new(Check::Product, 5, Say::new("verify-product")),
        (false, true) => Evidence::new(Check::Product, 3, Say::new("verify-quantity")),
        (false, false) if generic => Evidence::new(Check::Greeting, -10, Say::new("verify-generic")),
        (false, false) => Evidence::new(Check::Product, 0, Say::new("verify-no-product")),
    }
}

/// Whether the text begins with the greeting, or has it right after a `hello`.
fn starts(text: &str, greeting: &str) -> bool {
    text.strip_prefix("hello ").or_else(|| text.strip_prefix("hi ")).unwrap_or(text).starts_with(greeting)
        || text.starts_with(greeting)
}

/// Counted things: `500 pcs`, `2 x 40HQ`, `3吨`.
pub fn has_quantity(text: &str) -> bool {
    const UNITS: [&str; 44] = [
        "pcs",
        "pc",
        "pieces",
        "piece",
        "units",
        "unit",
        "sets",
        "set",
        "pairs",
        "boxes",
        "cartons",
        "ctns",
        "kg",
        "kgs",
        "tons",
        "ton",
        "tonnes",
        "mt",
        "meters",
        "metres",
        "m2",
        "sqm",
        "liters",
        "litres",
        "containers",
        "container",
        "fcl",
        "hq",
        "gp",
        "rolls",
        "bags",
        "lamps",
        "watts",
        "watt",
        "piezas",
        "unidades",
        "pieces",
        "pecas",
        "stuck",
        "bottles",
        "pallets",
        "samples",
        "sheets",
        "machines",
    ];
    const MEASURES: [char; 22] = [
        '件', '套', '台', '个', '個', '吨', '噸', '只', '支', '箱', '柜', '张', '条', '双', '米', '公', '千', '根',
        '盒', '包', '片', '瓶',
    ];
    let text: String = text.chars().take(LONGEST).collect::<String>().to_lowercase().replace(['é', 'è'], "e");
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        at += found;
        let end =
            bytes[at..].iter().position(|b| !(b.is_ascii_digit() || b",.".contains(b))).map_or(text.len(), |n| at + n);
        let rest = text.get(end..).unwrap_or_default().trim_start_matches([' ', '-', '\u{a0}', 'x', '×', '*']);
        let word = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if rest.starts_with(MEASURES) || (UNITS.contains(&word) && !text[at..end].starts_with('0')) {
            return true;
        }
        at = end;
    }
    false
}

/// The plagues that the message looks like.
fn requests<'a>(message: &'a Message<'_>, specific: bool, case: &'a Case<'_>) -> impl Iterator<Item = Evidence> + 'a {
    let hit = |tell: &&Tell| tell.all.iter().all(|group| group.iter().any(|phrase| message.folded.has(phrase)));
    case.facts.tells().iter().filter(hit).filter_map(move |tell| {
        let weight = if specific { tell.specific } else { tell.weight };
        (weight != 0).then(|| Evidence::new(Check::Request, weight, Say::new(tell.key)))
    })
}

/// Files that do something when opened.
const PROGRAMS: [&str; 12] =
    [".exe", ".scr", ".js", ".vbs", ".bat", ".cmd", ".jar", ".iso", ".img", ".lnk", ".apk", ".msi"];

/// Where its links lead.
fn linked(message: &Message<'_>, case: &Case<'_>) -> Vec<Evidence> {
    let links = web::links(message.raw);
    let mut found = Vec::new();
    for link in &links {
        let host = link.host.as_str();
        let said = |weight, key: &'static str| Evidence::new(Check::Links, weight, Say::new(key).with("host", host));
        let file = link.path.split(['?', '#']).next().unwrap_or_default();
        if PROGRAMS.iter().any(|ending| file.ends_with(ending)) {
            found.push(said(-45, "verify-link-program"));
        } else if link.disguised || web::is_number(host) {
            found.push(said(-35, "verify-link-disguised"));
        } else if case.facts.shortener(host) {
            found.push(said(-18, "verify-link-short"));
        }
        let domain = case.facts.registrable(host);
        if let Some((domain, like)) = domain.and_then(|domain| case.facts.lookalike(&domain).map(|like| (domain, like)))
        {
            found.push(mail::disguised(&domain, &like));
        }
    }
    if links.len() > 8 {
        found.push(Evidence::new(Check::Links, -8, Say::new("verify-link-many").with("count", links.len())));
    }
    found
}
