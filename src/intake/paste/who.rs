//! Who writes: names, company, role.

use super::lines::{Kind, Sheet, split};
use super::scan::Marks;
use super::words::{Label, find_word, is_han, lower, words};
use super::{Found, Source};
use crate::domain::Text;
use std::ops::Range;

mod legal;

pub use legal::company_in;

/// Introductions of one kind in a line that are looked at.
const MOST: usize = 20;

fn found(sheet: &Sheet<'_>, range: Range<usize>, source: Source) -> Found<Text> {
    Found { value: sheet.at(&range).into(), source, range }
}

/// The persons named, the surest first: as labelled, the mail's sender, who introduces themselves, who signs, who chats.
pub fn names(sheet: &Sheet<'_>, marks: &Marks) -> Vec<Found<Text>> {
    let mut all: Vec<Found<Text>> = Vec::new();
    for range in sheet.labelled(Label::Name) {
        let range = first_part(sheet, range);
        let range = without_courtesy(sheet.text, &range);
        if !marks.covers(&range) && plausible(sheet.at(&range)) {
            all.push(found(sheet, range, Source::Label));
        }
    }
    all.extend(sender(sheet, marks));
    all.extend(introduced(sheet));
    all.extend(signed(sheet, marks));
    for line in &sheet.lines {
        if let Some(author) = line.author.clone().filter(|author| plausible(sheet.at(author))) {
            all.push(found(sheet, author, Source::Header));
        }
    }
    all.extend(announced(sheet));
    let mut once: Vec<Found<Text>> = Vec::new();
    for one in all {
        let key = crate::intake::identity::fold_person(&one.value);
        if !once.iter().any(|there| crate::intake::identity::fold_person(&there.value) == key) {
            once.push(one);
        }
    }
    once
}

/// Up to the first comma.
fn first_part(sheet: &Sheet<'_>, range: &Range<usize>) -> Range<usize> {
    let slice = sheet.at(range);
    let end = slice.find([',', '，', '،', ';', '(', '（', '<']).unwrap_or(slice.len());
    range.start..range.start + slice[..end].trim_end().len()
}

/// What a label calls a name needs only letters.
fn plausible(text: &str) -> bool {
    let count = text.chars().count();
    (2..=60).contains(&count) && text.chars().filter(|c| c.is_alphabetic()).count() * 2 > count && !text.contains('@')
}

fn without_courtesy(text: &str, range: &Range<usize>) -> Range<usize> {
    let mut start = range.start;
    loop {
        let rest = &text[start..range.end];
        let word = rest.split(' ').next().unwrap_or_default();
        if word.len() == rest.len() || !words().names.courtesy.contains(&lower(word)) {
            return start..range.end;
        }
        start += word.len() + rest[word.len()..].len() - rest[word.len()..].trim_start().len();
    }
}

/// `From: "Müller, Anna" <anna@example.com>`.
fn sender(sheet: &Sheet<'_>, marks: &Marks) -> Option<Found<Text>> {
    let line = sheet.lines.iter().find(|line| line.kind == Kind::From)?;
    let slice = sheet.at(&line.range);
    let colon = slice.find([':', '：'])?;
    let from = colon + slice[colon..].chars().next().map_or(1, char::len_utf8);
    let end = slice[from..].find(['<', '[', '(']).map_or(slice.len(), |end| from + end);
    let name = slice[from..end].trim().trim_matches(['"', '\'', ' ']);
    let start = line.range.start + (name.as_ptr() as usize - slice.as_ptr() as usize);
    let range = without_courtesy(sheet.text, &(start..start + name.len()));
    (plausible(sheet.at(&range)) && !marks.covers(&range)).then(|| found(sheet, range, Source::Header))
}

/// `My name is Anna Müller`, `我叫王建国`, `Anna here`.
fn introduced(sheet: &Sheet<'_>) -> Vec<Found<Text>> {
    let mut out = Vec::new();
    for line in sheet.lines.iter().filter(|line| line.kind == Kind::Body) {
        let low = sheet.low_at(&line.range);
        for word in &words().intro.name {
            let mut from = 0;
            for _ in 0..MOST {
                let Some(at) = find_word(low, word, from) else { break };
                from = at + word.len();
                let start = line.range.start + from;
                let range = name_at(sheet.text, start..line.range.end);
                if let Some(range) = range.filter(|range| is_name(sheet.at(range))) {
                    out.push((line.range.start + at, found(sheet, range, Source::Text)));
                }
            }
        }
        for word in &words().intro.han {
            let slice = sheet.at(&line.range);
            for (at, _) in slice.match_indices(word.as_str()).take(MOST) {
                let start = line.range.start + at + word.len();
                out.extend(han_name(sheet, start..line.range.end).map(|found| (start, found)));
            }
        }
        if let Some(at) = find_word(low, "here from", 0).or_else(|| find_word(low, "here,", 0)) {
            let before = line.range.start..line.range.start + at;
            out.extend(name_before(sheet, &before).map(|found| (before.start, found)));
        }
    }
    out.sort_by_key(|(at, found)| (*at, std::cmp::Reverse(found.range.len())));
    out.into_iter().map(|(_, found)| found).collect()
}

/// Words with capitals from here on, as far as they are a name.
fn name_at(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let slice = &text[range.clone()];
    let lead = slice.len() - slice.trim_start_matches([' ', ':', '：', '"']).len();
    let from = range.start + lead;
    let from = without_courtesy(text, &(from..range.end)).start;
    let rest = &text[from..range.end];
    let mut end = 0;
    let mut at = 0;
    for (count, word) in rest.split_inclusive([' ', '\u{a0}']).enumerate() {
        let bare = word.trim_end().trim_end_matches([',', '.', ';', '!', '?', '،', '，', '。', ')', ':']);
        let low = lower(bare);
        let arabic = bare.starts_with(|c: char| matches!(c, '\u{600}'..='\u{6ff}'));
        let particle = count > 0 && words().names.particles.contains(&low);
        let capital = bare.starts_with(char::is_uppercase);
        let stop = words().names.not.contains(&low)
            || words().product.stop.contains(&low) && !particle && !capital
            || words().intro.company.contains(&low) && !particle;
        let of = particle && words().intro.company.contains(&low);
        if of
            && company_in(rest[at + word.len()..].split('\n').next().unwrap_or_default())
                .is_some_and(|company| company.start == 0)
        {
            break;
        }
        if bare.is_empty() || stop || !(arabic || capital || particle) || count == 4 {
            break;
        }
        if !particle {
            end = at + bare.len();
        }
        at += word.len();
        if word.trim_end().len() > bare.len() {
            break;
        }
    }
    (end > 0).then(|| from..from + end)
}

/// `Daniel Okafor` at the end of a range.
fn name_before(sheet: &Sheet<'_>, range: &Range<usize>) -> Option<Found<Text>> {
    let slice = sheet.at(range).trim_end_matches([' ', ',']);
    let start = slice.rfind([',', '.', '!', ':']).map_or(0, |at| at + 1);
    let part = slice[start..].trim();
    let from = range.start + (part.as_ptr() as usize - slice.as_ptr() as usize);
    is_name(part).then(|| found(sheet, from..from + part.len(), Source::Text))
}

/// A surname and one or two characters; a company and a role may stand before it: `我是某某公司的采购经理王建国`.
fn han_name(sheet: &Sheet<'_>, range: Range<usize>) -> Option<Found<Text>> {
    let mut start = range.start;
    let slice = sheet.at(&range);
    let clause = &slice[..slice.find(['，', ',', '。', '、', '！', '\n', '；']).unwrap_or(slice.len())];
    if let Some(at) = clause.find('的') {
        start += at + '的'.len_utf8();
        let rest = sheet.at(&(start..range.start + clause.len()));
        let role =
            words().roles.han.iter().filter_map(|role| rest.rfind(role.as_str()).map(|at| at + role.len())).max();
        start += role?;
    }
    let rest = sheet.at(&(start..range.start + clause.len()));
    let lead = rest.len() - rest.trim_start_matches([' ', '：', ':']).len();
    let name: String = rest[lead..].chars().take_while(|c| is_han(*c)).collect();
    if name.is_empty() {
        // `联系人 Kelvin Tan`
        let range = name_at(sheet.text, start..range.start + clause.len())?;
        return is_name(sheet.at(&range)).then(|| found(sheet, range, Source::Text));
    }
    is_name(&name).then(|| found(sheet, start + lead..start + lead + name.len(), Source::Text))
}

/// The first name in the signature.
fn signed(sheet: &Sheet<'_>, marks: &Marks) -> Option<Found<Text>> {
    let parts = signature_parts(sheet, marks);
    let whole = parts
        .iter()
        .find(|range| is_name(sheet.at(range)) && sheet.at(range).contains([' ', '·']) || is_han_name(sheet.at(range)));
    let one = || parts.first().filter(|range| is_first_name(sheet.at(range)));
    let range = whole.or_else(one)?;
    Some(found(sheet, range.clone(), Source::Signature))
}

/// The parts of the signature that are no addresses: between commas too, without courtesy.
fn signature_parts(sheet: &Sheet<'_>, marks: &Marks) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for segment in sheet.segments.iter().filter(|s| s.kind == Kind::Sign && s.label.is_none()) {
        let slice = sheet.at(&segment.value);
        let start = slice.as_ptr() as usize;
        let spaced = slice.contains(is_han);
        for part in slice.split(|c: char| matches!(c, ',' | '，' | '،') || spaced && c == ' ') {
            let part = part.trim().trim_end_matches(['.', ' ']);
            let from = segment.value.start + (part.as_ptr() as usize - start);
            let range = without_courtesy(sheet.text, &(from..from + part.len()));
            if !part.is_empty() && !marks.covers(&range) {
                out.push(cut_number(sheet, range));
            }
        }
    }
    out
}

/// `赵丽 13911112222`: the name alone.
fn cut_number(sheet: &Sheet<'_>, range: Range<usize>) -> Range<usize> {
    let slice = sheet.at(&range);
    let end = slice.find(|c: char| c.is_ascii_digit() || c == '+').unwrap_or(slice.len());
    let cut = slice[..end].trim_end_matches([' ', ':', '：', '(']);
    if cut.chars().count() >= 2 && end > 0 { range.start..range.start + cut.len() } else { range }
}

/// `Anna Müller has sent you an inquiry`, `from Mr. Selim Kaya`.
fn announced(sheet: &Sheet<'_>) -> Option<Found<Text>> {
    let line = sheet.lines.iter().find(|line| line.kind == Kind::Body)?;
    let low = sheet.low_at(&line.range);
    let at = ["has sent you", "sent you a", "hat ihnen", "le ha enviado", "vous a envoyé"]
        .iter()
        .find_map(|word| low.find(word))?;
    name_before(sheet, &(line.range.start..line.range.start + at))
}

/// Whether a text is a person's name and nothing else: two to four words with capitals, or a Chinese or Arabic name.
pub fn is_name(text: &str) -> bool {
    let text = text.trim();
    if is_han_name(text) {
        return true;
    }
    let parts: Vec<&str> = text.split(' ').filter(|part| !part.is_empty()).collect();
    if !(2..=4).contains(&parts.len()) || text.chars().count() > 40 {
        return false;
    }
    let arabic = text.starts_with(|c: char| matches!(c, '\u{600}'..='\u{6ff}'));
    let word = |part: &&str| {
        let low = lower(part.trim_end_matches('.'));
        let letters =
            part.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.' | '\u{300}'..='\u{36f}'));
        let form = arabic || part.starts_with(char::is_uppercase) || words().names.particles.contains(&low);
        let other = words().names.not.contains(&low) || words().roles.words.contains(&low) || is_legal(&low);
        letters && form && !other
    };
    let begins = parts.first().is_some_and(|first| words().legal.begins.contains(&lower(first)));
    let capitals = arabic || parts.iter().filter(|part| part.starts_with(char::is_uppercase)).count() >= 2;
    let place = crate::reference::find_country(text).is_some() || words().cities.contains_key(&lower(text));
    parts.iter().all(word) && capitals && !begins && !place
}

fn is_han_name(text: &str) -> bool {
    let count = text.chars().count();
    let surname = text.chars().next().is_some_and(|c| words().names.surnames.contains(c));
    (2..=3).contains(&count)
        && surname
        && text.chars().all(is_han)
        && !words().roles.han.iter().any(|role| text.contains(role.as_str()))
}

/// One word with a capital: enough below a farewell.
fn is_first_name(text: &str) -> bool {
    let low = lower(text);
    (2..=16).contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphabetic() || c == '-')
        && text.starts_with(char::is_uppercase)
        && !words().names.not.contains(&low)
        && !words().roles.words.contains(&low)
}

fn is_legal(low: &str) -> bool {
    words().legal.ends.iter().any(|end| end == low)
}

/// The company: as labelled, by its legal form, as introduced.
pub fn company(sheet: &Sheet<'_>, marks: &Marks) -> Option<Found<Text>> {
    if let Some(range) = sheet.labelled(Label::Company).find(|range| plausible(sheet.at(range))) {
        return Some(found(sheet, range.clone(), Source::Label));
    }
    let persons = introduced(sheet);
    let named = |kind: Kind, source: Source| {
        sheet.lines.iter().filter(|line| line.kind == kind).find_map(|line| {
            split(sheet.text, &line.range, kind == Kind::Sign).into_iter().find_map(|part| {
                let range = company_in(sheet.at(&part))?;
                let mut range = part.start + range.start..part.start + range.end;
                // `soy Lucía Restrepo de Hidro Andina S.A.S.`: the name is not the company's.
                for name in &persons {
                    if name.range.end <= range.start || name.range.end >= range.end {
                        continue;
                    }
                    let rest = &sheet.text[name.range.end..range.end];
                    let word = rest.find(|c: char| c.is_uppercase() || is_han(c)).unwrap_or(0);
                    range.start = name.range.end + word;
                }
                (!marks.covers(&range)).then(|| found(sheet, range, source))
            })
        })
    };
    named(Kind::Sign, Source::Signature).or_else(|| named(Kind::Body, Source::Text)).or_else(|| from_company(sheet))
}

/// `this is Ahmed Farouk from Cairo Medical Supplies.`
fn from_company(sheet: &Sheet<'_>) -> Option<Found<Text>> {
    let name = introduced(sheet).into_iter().next()?;
    let rest = &sheet.text[name.range.end..];
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let low = lower(line);
    let word = words().intro.company.iter().find(|word| low.trim_start().starts_with(&format!("{word} ")))?;
    let lead = line.len() - line.trim_start().len() + word.len();
    let range = name_at(sheet.text, name.range.end + lead..name.range.end + line.len())?;
    let text = sheet.at(&range);
    let place = crate::reference::find_country(text).is_some() || words().cities.contains_key(&lower(text));
    let before_country = sheet.text[range.end..].trim_start().starts_with([',', '،']) && text.split(' ').count() < 3;
    (text.split(' ').count() >= 2 && !place && !before_country).then(|| found(sheet, range, Source::Text))
}

/// The role: as labelled, in the signature, as introduced.
pub fn role(sheet: &Sheet<'_>, marks: &Marks) -> Option<Found<Text>> {
    if let Some(range) = sheet.labelled(Label::Role).next() {
        return Some(found(sheet, range.clone(), Source::Label));
    }
    if let Some(range) = signature_parts(sheet, marks).into_iter().find(|range| is_role(sheet.at(range))) {
        let range = after_name(sheet, range);
        return Some(found(sheet, range, Source::Signature));
    }
    for name in introduced(sheet) {
        let rest = &sheet.text[name.range.end..];
        let Some(rest) = rest.strip_prefix([',', '،']) else { continue };
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let low = lower(line);
        let end = [" at ", " of ", " chez ", " bei ", " von ", " de la ", " en ", " da ", ",", ".", " from "]
            .iter()
            .filter_map(|word| low.find(word))
            .min();
        let part = line[..end.unwrap_or(line.len())].trim();
        let part = part.strip_prefix("the ").or_else(|| part.strip_prefix("a ")).unwrap_or(part);
        if is_role(part) {
            let from = part.as_ptr() as usize - sheet.text.as_ptr() as usize;
            return Some(found(sheet, from..from + part.len(), Source::Text));
        }
    }
    han_role(sheet)
}

/// `张伟 销售总监`: the role alone.
fn after_name(sheet: &Sheet<'_>, range: Range<usize>) -> Range<usize> {
    let slice = sheet.at(&range);
    match slice.split_once(' ') {
        Some((name, rest)) if is_han_name(name) => range.end - rest.trim_start().len()..range.end,
        _ => range,
    }
}

fn is_role(text: &str) -> bool {
    let parts: Vec<String> = text.split([' ', '-', '/']).map(|part| lower(part.trim_matches(['.', ',']))).collect();
    let latin = parts.len() <= 5 && parts.iter().any(|part| words().roles.words.contains(part));
    let han = text.chars().count() <= 12 && words().roles.han.iter().any(|role| text.ends_with(role.as_str()));
    (latin || han) && company_in(text).is_none() && !text.contains(['@', '?'])
}

/// `我是某某公司的采购经理王建国`.
fn han_role(sheet: &Sheet<'_>) -> Option<Found<Text>> {
    let name = introduced(sheet).into_iter().find(|name| is_han_name(&name.value))?;
    let before = &sheet.text[..name.range.start];
    let from = before.rfind('的').map(|at| at + '的'.len_utf8())?;
    let role = &before[from..];
    (!role.is_empty() && is_role(role)).then(|| found(sheet, from..name.range.start, Source::Text))
}
