//! A company in a piece of text, by what its name ends or begins with.

use super::super::words::{find_word, is_han, lower, words};
use std::ops::Range;

/// A company in a piece of text, by what its name ends or begins with.
pub fn company_in(text: &str) -> Option<Range<usize>> {
    han_company(text).or_else(|| begun(text)).or_else(|| ended(text))
}

fn han_company(text: &str) -> Option<Range<usize>> {
    let (at, end) = words().legal.han.iter().find_map(|end| text.find(end.as_str()).map(|at| (at, at + end.len())))?;
    let from = text[..at]
        .rfind(|c: char| !is_han(c))
        .map_or(0, |from| from + text[from..].chars().next().map_or(1, char::len_utf8));
    // `我们是上海的某某公司`: words before the name.
    let mut start = from;
    for word in ["我们是", "我是", "来自", "的", "是"] {
        if let Some(found) = text[start..at].rfind(word) {
            start += found + word.len();
        }
    }
    (text[start..end].chars().count() >= 5).then_some(start..end)
}

/// `ООО «Чистая Вода»`, `شركة النور للتجارة`.
fn begun(text: &str) -> Option<Range<usize>> {
    let low = lower(text);
    let (at, word) = words()
        .legal
        .begins
        .iter()
        .filter(|word| !word.is_ascii())
        .find_map(|word| find_word(&low, word, 0).map(|at| (at, word)))?;
    let rest = &text[at + word.len()..];
    let quoted = rest.trim_start().starts_with(['«', '"', '“']);
    if quoted {
        let close = rest.find(['»', '”']).or_else(|| rest.rfind('"'))?;
        let close = close + rest[close..].chars().next().map_or(1, char::len_utf8);
        return Some(at..at + word.len() + close);
    }
    let end = rest.find([',', '،', '.', '\n', '(', '|', ':', '؟']).unwrap_or(rest.len());
    let arabic = word.starts_with(|c: char| matches!(c, '\u{600}'..='\u{6ff}'));
    let taken: Vec<&str> = rest[..end].split(' ').filter(|part| !part.is_empty()).take(4).collect();
    // `شركة تعمل في ...`: a company, but not its name.
    let named = taken.first().is_some_and(|first| {
        !arabic
            || first.starts_with("ال")
            || text.trim_start().starts_with(word.as_str()) && taken.len() > 1
            || first.chars().count() > 3 && !first.starts_with(['ت', 'ن', 'ي', 'م'])
    });
    let last = taken.iter().take_while(|part| !matches!(**part, "في" | "من" | "و" | "عن")).last()?;
    let close = (last.as_ptr() as usize - text.as_ptr() as usize) + last.len();
    named.then_some(at..close)
}

/// `Hoffmann Wassertechnik GmbH`, back to the first word without a capital.
fn ended(text: &str) -> Option<Range<usize>> {
    let low = lower(text);
    let weak = |end: &&String| matches!(end.as_str(), "trading" | "enterprises");
    let ends = &words().legal.ends;
    for end in ends.iter().filter(|end| !weak(end)).chain(ends.iter().filter(weak)) {
        let mut from = 0;
        while let Some(at) = find_word(&low, end, from) {
            from = at + end.len();
            let written = &text[at..from];
            // `sa`, `as` and `est` are words too.
            let short = end.len() <= 3;
            let capital = written.starts_with(char::is_uppercase)
                || matches!(end.as_str(), "e.u." | "e.k." | "d.o.o." | "s.r.o." | "inc." | "inc" | "a/s");
            if short && !capital || !capital && end.len() < 5 && !end.contains('.') {
                continue;
            }
            if let Some(start) = back(text, at) {
                return Some(start..from);
            }
        }
    }
    None
}

/// Where the words with capitals before `at` begin.
fn back(text: &str, at: usize) -> Option<usize> {
    let mut start = at;
    let mut count = 0;
    while count < 6 {
        let before = text[..start].trim_end_matches([' ', '\u{a0}']);
        if start < at && before.len() == start
            || before.ends_with([',', '.', ':', ';', '!', '?', '(', '，', '|']) && !before.ends_with("Co.")
        {
            break;
        }
        let from = before.rfind([' ', '\u{a0}']).map_or(0, |from| from + 1);
        let word = &before[from..];
        let low = lower(word);
        let joins = matches!(
            word,
            "&" | "+" | "y" | "et" | "und" | "and" | "del" | "de" | "of" | "do" | "da" | "dos" | "du" | "des"
        ) && count > 0;
        let capital = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let other = words().names.not.contains(&low)
            || words().intro.company.contains(&low) && !joins
            || words().roles.words.contains(&low)
            || low == "company";
        if word.is_empty() || !(capital || joins) || other {
            break;
        }
        start = from;
        count += 1;
    }
    // A word that only joins does not begin a name.
    while let Some((word, _)) = text[start..at].split_once(' ') {
        if word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            break;
        }
        start += word.len() + 1;
    }
    (start < at && count > 0).then_some(start)
}
