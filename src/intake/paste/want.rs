//! What is wanted: quantity, product, and the message itself.

use super::lines::{Kind, Line, Sheet};
use super::scan::Marks;
use super::words::{Label, find_word, is_han, lower, words};
use super::{Found, Quantity, Source};
use crate::domain::{ChannelKind, Text};
use crate::reference::phones::digit;
use std::ops::Range;

/// Words of a product at most.
const PRODUCT: usize = 5;
const PRODUCTS: usize = 4;

/// The subject of a mail.
pub fn subject(sheet: &Sheet<'_>) -> Option<Found<Text>> {
    sheet.lines.iter().filter(|line| line.kind == Kind::Head).find_map(|line| {
        let slice = sheet.at(&line.range);
        let (key, value) = slice.split_once([':', '：'])?;
        let value = value.trim();
        let from = value.as_ptr() as usize - sheet.text.as_ptr() as usize;
        let known = words().headers.subject.contains(lower(key).trim());
        (known && !value.is_empty()).then(|| Found {
            value: value.into(),
            source: Source::Header,
            range: from..from + value.len(),
        })
    })
}

/// How much: as labelled, else the first amount with a unit.
pub fn quantity(sheet: &Sheet<'_>, marks: &Marks) -> Option<Found<Quantity>> {
    if let Some(range) = sheet.labelled(Label::Quantity).next() {
        let slice = sheet.at(range);
        let (value, at) = amount_in(slice).map(|(value, _, at)| (value, at)).or_else(|| bare(slice))?;
        let range = range.start + at.start..range.start + at.end;
        return Some(Found { value, source: Source::Label, range });
    }
    sheet.lines.iter().filter(|line| line.kind == Kind::Body).find_map(|line| {
        let (value, _, at) = amount_in(sheet.at(&line.range))?;
        let range = line.range.start + at.start..line.range.start + at.end;
        (!marks.covers(&range)).then_some(Found { value, source: Source::Text, range })
    })
}

/// A number alone.
fn bare(text: &str) -> Option<(Quantity, Range<usize>)> {
    let from = text.find(|c| digit(c).is_some())?;
    let (amount, end) = number(text, from)?;
    Some((Quantity { amount: amount.into(), unit: Text::default() }, from..end))
}

/// The first amount with a unit, and where the number ends.
pub fn amount_in(text: &str) -> Option<(Quantity, usize, Range<usize>)> {
    let mut at = 0;
    while let Some(from) = text.get(at..)?.find(|c| digit(c).is_some()).map(|from| at + from) {
        let glued = text[..from].chars().next_back().is_some_and(|c| {
            c.is_alphanumeric() && !is_han(c) || matches!(c, '.' | '/' | '-' | '_' | '@' | '$' | '€' | '+')
        });
        let (amount, end) = number(text, from)?;
        at = end.max(from + 1);
        if glued || money_before(&text[..from]) {
            at = text[from..]
                .find(|c| digit(c).is_none() && !matches!(c, '.' | ','))
                .map_or(text.len(), |e| from + e)
                .max(from + 1);
            continue;
        }
        if let Some(unit) = unit(text, end) {
            let range = from..unit.end;
            return Some((Quantity { amount: amount.into(), unit: text[unit].into() }, end, range));
        }
    }
    None
}

fn money_before(text: &str) -> bool {
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(12))..];
    let low = lower(near.trim_end());
    ["usd", "eur", "$", "€", "£", "rmb", "us$"].iter().any(|money| low.ends_with(money))
}

/// A number without its separators of thousands, and where it ends.
fn number(text: &str, from: usize) -> Option<(String, usize)> {
    let mut out = String::new();
    let mut end = from;
    for (at, c) in text[from..].char_indices() {
        if let Some(d) = digit(c) {
            out.push(d);
            end = from + at + c.len_utf8();
            continue;
        }
        let rest = &text[from + at + c.len_utf8()..];
        let group = rest.chars().take_while(|c| digit(*c).is_some()).count();
        let thousands = matches!(c, ',' | '.' | ' ' | '\'' | '\u{a0}' | '\u{202f}' | '،' | '٬')
            && group == 3
            && out.len() <= 3 + 4 * (out.len() / 4);
        if thousands && !out.contains('.') {
            continue;
        }
        if matches!(c, '.' | ',') && (1..=2).contains(&group) && !out.contains('.') {
            out.push('.');
            continue;
        }
        break;
    }
    (!out.is_empty() && out.len() <= 12).then_some((out, end))
}

/// The unit right behind a number.
fn unit(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = &text[from..];
    let start = from + rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let rest = &text[start..];
    if rest.starts_with(is_han) {
        let unit = words().units.han.iter().find(|unit| rest.starts_with(unit.as_str()))?;
        return Some(start..start + unit.len());
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() && !is_han(c) || c == '.')).unwrap_or(rest.len());
    let word = &rest[..end];
    let known = |word: &str| words().units.words.contains(word);
    let bare = word.trim_end_matches('.');
    known(lower(bare).as_str()).then_some(start..start + bare.len())
}

/// What is asked for: as labelled, behind the amount, behind words such as `looking for`.
pub fn products(sheet: &Sheet<'_>, quantity: Option<&Found<Quantity>>) -> Vec<Found<Text>> {
    let mut all: Vec<Found<Text>> = Vec::new();
    for range in sheet.labelled(Label::Product) {
        let range = amount_in(sheet.at(range)).map_or(range.clone(), |(_, _, at)| {
            let rest = phrase(sheet, range.start + at.end..range.end);
            rest.unwrap_or_else(|| range.clone())
        });
        all.push(Found { value: sheet.at(&range).into(), source: Source::Label, range });
    }
    let line_end =
        |at: usize| sheet.lines.iter().find(|line| line.range.contains(&at)).map_or(at, |line| line.range.end);
    if let Some(quantity) = quantity.filter(|quantity| quantity.source == Source::Text) {
        let end = line_end(quantity.range.start);
        let range = quantity.range.end..end.max(quantity.range.end);
        all.extend(phrase(sheet, range).map(|range| Found {
            value: sheet.at(&range).into(),
            source: Source::Text,
            range,
        }));
    }
    for line in sheet.lines.iter().filter(|line| line.kind == Kind::Body) {
        all.extend(cued(sheet, &line.range));
        all.extend(cued_han(sheet, &line.range));
    }
    let mut once: Vec<Found<Text>> = Vec::new();
    for one in all {
        let same = |there: &Found<Text>| lower(&there.value) == lower(&one.value);
        if one.value.chars().count() >= 2 && once.len() < PRODUCTS && !once.iter().any(same) {
            once.push(one);
        }
    }
    once
}

fn cued(sheet: &Sheet<'_>, range: &Range<usize>) -> Vec<Found<Text>> {
    let low = sheet.low_at(range);
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut out = Vec::new();
    for word in &words().product.before {
        let mut from = 0;
        while let Some(at) = find_word(low, word, from) {
            from = at + word.len();
            if taken.iter().any(|t| t.start < from && at < t.end) {
                continue;
            }
            taken.push(at..from);
            let start = range.start + from;
            let slice = sheet.at(&(start..range.end));
            let lead = slice.trim_start();
            if lead.starts_with(|c| digit(c).is_some()) {
                continue;
            }
            let cue =
                |at: usize| words().product.before.iter().any(|cue| low[at - range.start..].starts_with(cue.as_str()));
            // `we look for a supplier of ...`: the next cue knows better.
            if let Some(range) = phrase(sheet, start..range.end).filter(|range| !cue(range.start)) {
                out.push(Found { value: sheet.at(&range).into(), source: Source::Text, range });
            }
        }
    }
    out.sort_by_key(|found| found.range.start);
    out
}

/// The words from here to the next that ends a product.
fn phrase(sheet: &Sheet<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let slice = sheet.at(&range);
    if slice.trim_start().starts_with(is_han) {
        return han_phrase(sheet, range);
    }
    if slice.trim_start().starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '«' | '“')) {
        return None;
    }
    let mut start = None;
    let mut end = 0;
    let mut count = 0;
    let mut at = 0;
    for word in slice.split_inclusive([' ', '\u{a0}']) {
        let written = word.trim_end();
        let bare = written.trim_end_matches([',', '.', ';', '!', '?', ':', '،', '؟', ')', '，', '。', '？']);
        let low = lower(bare);
        let place = at;
        at += word.len();
        if bare.is_empty() {
            if written.is_empty() && start.is_none() {
                continue;
            }
            break;
        }
        let skip = start.is_none()
            && (words().product.of.contains(low.as_str())
                || matches!(
                    low.as_str(),
                    "a" | "an" | "the" | "some" | "your" | "ein" | "eine" | "einen" | "unos" | "unas"
                ));
        if skip && written.len() == bare.len() {
            continue;
        }
        let joined = start.is_none().then(|| low.find(['\'', '’']).filter(|at| *at <= 2)).flatten();
        let place = place + joined.map_or(0, |at| at + bare[at..].chars().next().map_or(1, char::len_utf8));
        // `filtres à eau` is one thing, `filtres à Lyon` are two.
        let within = low == "à" && start.is_some() && slice[at..].starts_with(char::is_lowercase);
        if words().product.stop.contains(&low) && !within
            || bare.starts_with(['(', '/', '-', ':', '@', '+', '>', '<'])
            || bare.contains('@')
            || count == PRODUCT
        {
            break;
        }
        let model = bare.chars().next().is_some_and(|c| digit(c).is_some());
        if model && start.is_some() && bare.chars().all(|c| digit(c).is_some()) {
            break;
        }
        start = start.or(Some(place));
        end = place.max(at - word.len()) + bare.len() - (place - (at - word.len()));
        count += 1;
        if written.len() > bare.len() {
            break;
        }
    }
    let start = start?;
    (end > start).then(|| range.start + start..range.start + end)
}

fn han_phrase(sheet: &Sheet<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let slice = sheet.at(&range);
    let lead = slice.len() - slice.trim_start().len();
    let rest = &slice[lead..];
    let stop = rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
    let cut =
        words().product.after_han.iter().filter_map(|word| rest[..stop].find(word.as_str())).min().unwrap_or(stop);
    let text = &rest[..cut];
    let count = text.chars().count();
    ((2..=12).contains(&count)).then(|| range.start + lead..range.start + lead + cut)
}

/// `想采购紫外线灯管，`, `紫外线灯管有现货吗`.
fn cued_han(sheet: &Sheet<'_>, range: &Range<usize>) -> Vec<Found<Text>> {
    let slice = sheet.at(range);
    let mut out = Vec::new();
    for word in &words().product.before_han {
        if let Some(at) = slice.find(word.as_str()) {
            let start = range.start + at + word.len();
            let next = &sheet.text[start..range.end];
            if !next.trim_start().starts_with(|c| digit(c).is_some()) {
                out.extend(han_phrase(sheet, start..range.end));
            }
        }
    }
    for word in &words().product.after_han[..] {
        if let Some(at) = slice.find(word.as_str()) {
            let from = slice[..at]
                .rfind(|c: char| !(is_han(c) || c.is_ascii_alphabetic()))
                .map_or(0, |from| from + slice[from..].chars().next().map_or(1, char::len_utf8));
            let text = &slice[from..at];
            if (2..=10).contains(&text.chars().count())
                && words().product.before_han.iter().all(|word| !text.contains(word.as_str()))
            {
                out.push(range.start + from..range.start + at);
            }
        }
    }
    out.into_iter().map(|range| Found { value: sheet.at(&range).into(), source: Source::Text, range }).collect()
}

/// What was written: the labelled message and what follows it, or all lines of the letter.
pub fn message(sheet: &Sheet<'_>) -> Option<Found<Text>> {
    let label = sheet.segments.iter().find(|segment| segment.label == Some(Label::Message));
    let (from, source) = match label {
        Some(segment) => (segment.value.start, Source::Label),
        None => (0, Source::Text),
    };
    let labels =
        |at: usize| sheet.segments.iter().any(|s| s.line == at && s.label.is_some_and(|l| l != Label::Message));
    let form = sheet.segments.iter().filter(|s| s.kind == Kind::Body && s.label.is_some()).count() >= 3;
    let mut range: Option<Range<usize>> = None;
    let mut out = String::new();
    for (at, line) in sheet.lines.iter().enumerate() {
        if line.range.end < from || line.kind == Kind::Blank && out.is_empty() {
            continue;
        }
        match line.kind {
            Kind::Blank => out.push('\n'),
            Kind::Body if label.is_none() && form && labels(at) => {}
            Kind::Body => {
                let start = line.range.start.max(from);
                out.push_str(sheet.at(&(start..line.range.end.max(start))));
                out.push('\n');
                range = Some(range.map_or(start, |range| range.start)..line.range.end);
            }
            _ => {}
        }
    }
    let text = out.trim();
    range.filter(|_| !text.is_empty()).map(|range| Found { value: text.into(), source, range })
}

/// How the message came, where the text shows it: a mail has a head, a chat has authors.
pub fn via(sheet: &Sheet<'_>) -> Option<Found<ChannelKind>> {
    let head = sheet.lines.iter().find(|line| matches!(line.kind, Kind::From | Kind::Head));
    let chat = || sheet.lines.iter().find(|line| line.author.is_some());
    let found = |line: &Line, value, source| Found { value, source, range: line.range.clone() };
    head.map(|line| found(line, ChannelKind::EMAIL, Source::Header))
        .or_else(|| chat().map(|line| found(line, ChannelKind::WHATSAPP, Source::Text)))
}
