//! Where the buyer is: country and city.

use super::lines::{Kind, Sheet};
use super::reach::Number;
use super::scan::Marks;
use super::words::{Label, is_han, words};
use super::{Found, Handle, Source};
use crate::domain::{ChannelKind, Country, Text};
use crate::reference::find_country;
use std::ops::Range;

/// The buyer's country: as labelled, as in the address, by the dial code, as the text says it, by the domain.
pub fn country(sheet: &Sheet<'_>, marks: &Marks, numbers: &[Number], home: Option<Country>) -> Option<Found<Country>> {
    labelled(sheet)
        .or_else(|| mentioned(sheet, Kind::Sign, None))
        .or_else(|| dialled(numbers))
        .or_else(|| mentioned(sheet, Kind::Body, home))
        .or_else(|| domain(sheet, marks, home))
}

fn labelled(sheet: &Sheet<'_>) -> Option<Found<Country>> {
    let named = sheet.labelled(Label::Country).find_map(|range| {
        find_country(sheet.at(range)).map(|value| Found { value, source: Source::Label, range: range.clone() })
    });
    named.or_else(|| {
        let ranges = sheet.labelled(Label::Address).chain(sheet.labelled(Label::Country));
        let found = ranges.flat_map(|range| within(sheet, range)).last();
        found.map(|(value, range)| Found { value, source: Source::Label, range })
    })
}

/// The number's own country. Two countries are one as long as the first is the sender's.
fn dialled(numbers: &[Number]) -> Option<Found<Country>> {
    numbers.iter().filter(|number| number.is_callable()).find_map(|number| {
        let value = number.abroad.as_ref()?.1?;
        Some(Found { value, source: Source::Number, range: number.range.clone() })
    })
}

/// A country that a profile's number tells.
pub fn of_channels(channels: &[Found<Handle>]) -> Option<Found<Country>> {
    channels.iter().find_map(|found| {
        let value =
            crate::reference::parse_phone(found.value.norm.strip_prefix('+').map(|_| &*found.value.norm)?, None)
                .country?;
        (found.value.kind != ChannelKind::WEBSITE).then(|| Found {
            value,
            source: Source::Number,
            range: found.range.clone(),
        })
    })
}

fn mentioned(sheet: &Sheet<'_>, kind: Kind, home: Option<Country>) -> Option<Found<Country>> {
    let source = if kind == Kind::Sign { Source::Signature } else { Source::Text };
    let lines = sheet.lines.iter().filter(|line| line.kind == kind);
    let mut all = lines.flat_map(|line| within(sheet, &line.range)).filter(|(found, _)| Some(*found) != home);
    // An address ends with its country; a letter says first where it comes from.
    let found = if kind == Kind::Sign { all.next_back() } else { all.next() };
    found.map(|(value, range)| Found { value, source, range })
}

/// The countries named within a line, in order.
fn within(sheet: &Sheet<'_>, range: &Range<usize>) -> std::vec::IntoIter<(Country, Range<usize>)> {
    let mut found: Vec<(Country, Range<usize>)> = Vec::new();
    let words = tokens(sheet.text, range);
    let mut at = 0;
    while at < words.len() {
        let hit = (1..=5.min(words.len() - at)).rev().find_map(|count| {
            let span = words[at].start..words[at + count - 1].end;
            if count > 1 && sheet.at(&span).contains([',', '،', '.', ':', '|', '(', '，']) {
                return None;
            }
            let cued = at > 0 && matches!(sheet.low_at(&words[at - 1]), "in" | "from" | "to");
            named(sheet.at(&span), cued).map(|country| (country, span, count))
        });
        match hit {
            Some((country, span, count)) => {
                found.push((country, span));
                at += count;
            }
            None => at += 1,
        }
    }
    found.extend(han(sheet, range));
    found.sort_by_key(|(_, range)| range.start);
    found.into_iter()
}

/// Words with what may stand inside the name of a country.
fn tokens(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let slice = &text[range.clone()];
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in slice.char_indices().chain([(slice.len(), ' ')]) {
        let inside = c.is_alphanumeric() && !is_han(c) || matches!(c, '-' | '\'' | '’');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(range.start + from..range.start + at);
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// A country's name as it stands in a text: with a capital, or behind a word that a place follows.
fn named(text: &str, cued: bool) -> Option<Country> {
    let count = text.chars().count();
    if matches!(text, "USA" | "UAE" | "UK" | "KSA" | "U.S.A.") {
        return find_country(if text == "KSA" { "Saudi Arabia" } else { text });
    }
    let first = text.chars().next()?;
    let capital = first.is_uppercase() || !first.is_lowercase();
    if count < 3 || first.is_ascii() && count < 4 || !(capital || cued && count >= 4) || first.is_numeric() {
        return None;
    }
    find_country(text).or_else(|| {
        // `بالعراق`, `والمغرب`: the preposition is written together.
        let bare = text.strip_prefix(['ب', 'ل', 'و']).or_else(|| text.strip_prefix("في"))?;
        (bare.chars().count() >= 3).then(|| find_country(bare)).flatten()
    })
}

/// Chinese names of countries stand among other characters without a gap.
fn han(sheet: &Sheet<'_>, range: &Range<usize>) -> Vec<(Country, Range<usize>)> {
    let slice = sheet.at(range);
    let chars: Vec<(usize, char)> = slice.char_indices().filter(|(_, c)| is_han(*c)).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at + 1 < chars.len() {
        let hit = (2..=6.min(chars.len() - at)).rev().find_map(|count| {
            let (from, _) = chars[at];
            let (last, c) = chars[at + count - 1];
            let span = from..last + c.len_utf8();
            (span.len() == chars[at..at + count].iter().map(|(_, c)| c.len_utf8()).sum::<usize>()).then_some(())?;
            find_country(&slice[span.clone()]).map(|country| (country, span, count))
        });
        match hit {
            Some((country, span, count)) => {
                out.push((country, range.start + span.start..range.start + span.end));
                at += count;
            }
            None => at += 1,
        }
    }
    out
}

/// The ends of domains that stand for a country, and not for whoever likes the letters.
fn domain(sheet: &Sheet<'_>, marks: &Marks, home: Option<Country>) -> Option<Found<Country>> {
    const ANYBODYS: [&str; 14] = ["co", "io", "ai", "me", "tv", "cc", "ws", "fm", "to", "ly", "eu", "gg", "sh", "vip"];
    marks.emails.iter().chain(&marks.urls).find_map(|(range, _)| {
        let low = sheet.low_at(range);
        let host = low.rsplit('@').next()?;
        let host = host.split_once("://").map_or(host, |(_, rest)| rest).split(['/', '?', ':']).next()?;
        let top = host.rsplit('.').next()?;
        let value = match top {
            "uk" => Country::new("GB"),
            _ if top.len() == 2 && !ANYBODYS.contains(&top) => Country::new(&top.to_uppercase()),
            _ => None,
        }?;
        let known = crate::reference::country(value).is_some() && Some(value) != home;
        known.then(|| Found { value, source: Source::Domain, range: range.clone() })
    })
}

/// The buyer's city: as labelled, as in the address, as the text says it. One in another country is not the buyer's.
pub fn city(sheet: &Sheet<'_>, country: Option<Country>, home: Option<Country>) -> Option<Found<Text>> {
    let label = sheet.labelled(Label::City).next();
    if let Some(range) = label {
        return Some(Found { value: sheet.at(range).into(), source: Source::Label, range: range.clone() });
    }
    let fits = |there: Country| country.map_or(Some(there) != home, |country| country == there);
    for kind in [Kind::Sign, Kind::Body] {
        let source = if kind == Kind::Sign { Source::Signature } else { Source::Text };
        for line in sheet.lines.iter().filter(|line| line.kind == kind) {
            let known = gazetteer(sheet, &line.range, kind).into_iter().find(|(there, _)| fits(*there));
            let range = known
                .map(|(_, range)| range)
                .or_else(|| (kind == Kind::Sign).then(|| beside(sheet, &line.range)).flatten());
            if let Some(range) = range {
                return Some(Found { value: sheet.at(&range).into(), source, range });
            }
        }
    }
    None
}

/// Cities of the list. In a letter only behind a word that a place follows, or before a country.
fn gazetteer(sheet: &Sheet<'_>, range: &Range<usize>, kind: Kind) -> Vec<(Country, Range<usize>)> {
    let words_here = tokens(sheet.text, range);
    let mut out = Vec::new();
    for at in 0..words_here.len() {
        for count in (1..=3.min(words_here.len() - at)).rev() {
            let span = words_here[at].start..words_here[at + count - 1].end;
            let Some(country) = words().cities.get(sheet.low_at(&span)) else { continue };
            // A company may be called after a city.
            let company = super::who::company_in(sheet.at(range)).map(|c| range.start + c.start..range.start + c.end);
            let named_so = company.is_some_and(|company| company.start <= span.start && span.end <= company.end);
            if named_so || sheet.at(&span).starts_with(char::is_lowercase) {
                continue;
            }
            let cued = at > 0 && words().intro.city.contains(sheet.low_at(&words_here[at - 1]));
            let rest = sheet.at(&(span.end..range.end)).trim_start_matches([',', '،', ' ', '(']);
            let before_country =
                named(rest.split([',', '.', '،', ')', '!', '?']).next().unwrap_or_default().trim(), false);
            if kind == Kind::Sign || cued || before_country.is_some() {
                out.push((*country, span));
                break;
            }
        }
    }
    let slice = sheet.at(range);
    if slice.contains(is_han) {
        let hits = words().cities.iter().filter(|(name, _)| name.starts_with(is_han));
        out.extend(hits.filter_map(|(name, country)| {
            let at = slice.find(name.as_str())?;
            Some((*country, range.start + at..range.start + at + name.len()))
        }));
        out.sort_by_key(|(_, range)| range.start);
    }
    out
}

/// `40212 Düsseldorf`, and what stands before the country in an address.
fn beside(sheet: &Sheet<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let slice = sheet.at(line);
    let start = slice.as_ptr() as usize;
    let parts: Vec<&str> =
        slice.split([',', '،', '·', '|', '，']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let place = |part: &str| {
        let from = line.start + (part.as_ptr() as usize - start);
        from..from + part.len()
    };
    let capital = |part: &str| {
        part.split(' ').count() <= 3
            && !part.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | ':' | '/' | '+'))
            && part.starts_with(char::is_uppercase)
    };
    for (at, part) in parts.iter().enumerate() {
        if let Some((code, name)) = part.split_once(' ')
            && (4..=6).contains(&code.len())
            && code.chars().all(|c| c.is_ascii_digit())
            && capital(name.trim())
        {
            return Some(place(name.trim()));
        }
        let country = at > 0 && named(part, false).is_some();
        if country {
            let before = parts[at - 1].trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == ' ');
            if capital(before) && super::who::company_in(before).is_none() {
                return Some(place(before));
            }
        }
    }
    None
}
