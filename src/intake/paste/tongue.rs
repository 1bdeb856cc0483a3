//! The language of a text: by its script, and among Latin ones by its small words.

use super::lines::{Kind, Sheet};
use super::words::{is_han, words};
use super::{Found, Source};
use crate::domain::Text;

/// Small words that a language must show, and how many more than the next.
const LEAST: usize = 2;

/// The language, where it is clear.
pub fn language(sheet: &Sheet<'_>) -> Option<Found<Text>> {
    let lines: Vec<_> = sheet.lines.iter().filter(|line| matches!(line.kind, Kind::Body | Kind::Sign)).collect();
    let first = lines.first()?.range.start;
    let last = lines.last()?.range.end;
    let tag = scripts(sheet).or_else(|| latin(sheet))?;
    Some(Found { value: tag.into(), source: Source::Text, range: first..last })
}

fn scripts(sheet: &Sheet<'_>) -> Option<&'static str> {
    let (mut han, mut kana, mut hangul, mut arabic, mut cyrillic, mut thai, mut latin) = (0, 0, 0, 0, 0, 0, 0_usize);
    let said = sheet.lines.iter().any(|line| line.kind == Kind::Body);
    let lines = sheet.lines.iter().filter(|line| line.kind == if said { Kind::Body } else { Kind::Sign });
    // Addresses are Latin in any language.
    let own = |word: &&str| !word.contains('@') && !word.contains("www") && !word.contains("://");
    let letters =
        lines.flat_map(|line| sheet.at(&line.range).split([' ', '：', '，']).filter(own)).flat_map(str::chars);
    for c in letters {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => latin += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            '\u{e00}'..='\u{e7f}' => thai += 1,
            // A character says as much as a word of letters.
            c if is_han(c) => han += 2,
            _ => {}
        }
    }
    let most = |count: usize| count > 6 && count * 2 > latin;
    if kana > 4 && most(kana + han) {
        Some("ja")
    } else if most(han) {
        Some(if is_traditional(sheet.text) { "zh-Hant" } else { "zh" })
    } else if most(hangul) {
        Some("ko")
    } else if most(arabic) {
        Some("ar")
    } else if most(cyrillic) {
        Some(if sheet.text.contains(['ї', 'є', 'і', 'Ї', 'Є', 'І']) { "uk" } else { "ru" })
    } else if most(thai) {
        Some("th")
    } else {
        None
    }
}

fn is_traditional(text: &str) -> bool {
    let only = |list: &str| text.chars().filter(|c| list.contains(*c)).count();
    only("們個這請問價貨嗎報單發開與學產電話網") > only("们个这请问价货吗报单发开与学产电话网") * 2
}

fn latin(sheet: &Sheet<'_>) -> Option<&'static str> {
    let mut counts: Vec<(usize, &'static str)> = words().languages.keys().map(|tag| (0, tag.as_str())).collect();
    for line in sheet.lines.iter().filter(|line| line.kind == Kind::Body) {
        for word in sheet.low_at(&line.range).split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            for (at, (_, list)) in words().languages.iter().enumerate() {
                counts[at].0 += usize::from(list.contains(word));
            }
        }
    }
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let (best, tag) = *counts.first()?;
    let next = counts.get(1).map_or(0, |(count, _)| *count);
    (best >= LEAST && best > next).then_some(tag)
}
