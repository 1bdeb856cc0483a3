//! When two rows are the same customer: names as they are compared.

use crate::domain::ChannelKind;
use crate::reference::is_phone_like;
use std::borrow::Cow;

mod suffixes;

/// Pushes `c` lower-cased, without its diacritic, full-width forms as plain ones. Only Latin letters are spelled out:
/// the readings of Chinese characters would make 李 and 里 one name.
pub fn plain_letter(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{fb00}'..='\u{fb06}' => {
            match deunicode::deunicode_char(c) {
                Some(plain) => {
                    out.extend(plain.chars().map(|c| c.to_ascii_lowercase()).filter(char::is_ascii_alphanumeric))
                }
                None => out.extend(c.to_lowercase()),
            }
        }
        '\u{ff01}'..='\u{ff5e}' => {
            if let Some(plain) = char::from_u32(u32::from(c) - 0xfee0) {
                plain_letter(plain, out);
            }
        }
        // Combining marks: the letter below is enough.
        '\u{300}'..='\u{36f}' => {}
        c if c.is_ascii() => out.push(c),
        c => out.extend(c.to_lowercase()),
    }
}

/// Words of letters and digits, lower-cased and plain, one space between.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        for b in text.bytes() {
            match b {
                b'.' | b'\'' | b'`' => {}
                b if b.is_ascii_alphanumeric() => out.push(char::from(b.to_ascii_lowercase())),
                _ => word_break(&mut out),
            }
        }
        if out.ends_with(' ') {
            out.pop();
        }
        return out;
    }
    for c in text.chars() {
        match c {
            // Dots and apostrophes stand inside words: S.A., O'Neill.
            '.' | '\'' | '’' | '`' | '´' => {}
            '\u{300}'..='\u{36f}' => {}
            '&' => word_break(&mut out),
            c if c.is_alphanumeric() || is_mark(c) => plain_letter(c, &mut out),
            _ => word_break(&mut out),
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Vowel signs of the scripts that write them beside the letter; without them words would fall apart.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !c.is_control() && matches!(u32::from(c), 0x900..=0x109f | 0x1780..=0x17ff)
}

fn word_break(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// A company's name as it is compared: without case, punctuation, diacritics and legal form. A name that is nothing
/// but a legal form stays as it is.
pub fn fold_company(name: &str) -> String {
    without_form(&fold(name))
}

/// A folded name without its legal form.
pub fn without_form(folded: &str) -> String {
    let bare = suffixes::strip(folded);
    if bare.is_empty() { folded.to_owned() } else { bare }
}

/// A person's name as it is compared: without case, punctuation, diacritics and the order of its words
/// (`Müller, Anna`).
pub fn fold_person(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !is_courtesy(word)).collect();
    if words.is_empty() {
        return folded;
    }
    words.sort_unstable();
    words.join(" ")
}

/// [`fold_person`] of two names is the same.
pub fn same_person(a: &str, b: &str) -> bool {
    // Names of plain letters and spaces that are not as long are not the same, unless a courtesy makes the difference.
    let plain = |name: &str| {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric).count();
        let only = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b' ');
        let bare = !name.split(' ').any(is_courtesy);
        (only && bare).then_some(letters)
    };
    match (plain(a), plain(b)) {
        (Some(a), Some(b)) if a != b => false,
        _ => fold_person(a) == fold_person(b),
    }
}

fn is_courtesy(word: &str) -> bool {
    const ALL: [&str; 11] = ["mr", "mrs", "ms", "miss", "dr", "herr", "frau", "monsieur", "madame", "sr", "sra"];
    ALL.iter().any(|courtesy| courtesy.eq_ignore_ascii_case(word))
}

/// Kinds that reach the same thing share a class: one number is one phone, whichever program rings it.
pub fn class(kind: ChannelKind) -> ChannelKind {
    if is_phone_like(kind) { ChannelKind::PHONE } else { kind }
}

/// A handle as it is compared: its normal form, or where it has none its letters and digits.
pub fn handle_key<'t>(kind: ChannelKind, handle: &str, norm: &'t str) -> Option<(ChannelKind, Cow<'t, str>)> {
    let class = class(kind);
    if !norm.is_empty() {
        let lower = norm.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        return Some((class, if lower { Cow::Borrowed(norm) } else { norm.to_lowercase().into() }));
    }
    let mut folded = String::new();
    handle
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '@' | '_' | '.'))
        .for_each(|c| plain_letter(c, &mut folded));
    (!folded.is_empty()).then_some((class, folded.into()))
}

/// The domain that is the company's own, of a mail address or a web site.
pub fn own_domain(kind: ChannelKind, norm: &str) -> Option<&str> {
    let domain = if kind == ChannelKind::EMAIL {
        norm.rsplit_once('@')?.1
    } else if kind == ChannelKind::WEBSITE {
        let host = norm.split_once("://").map_or(norm, |(_, rest)| rest).split(['/', '?', '#', ':']).next()?;
        host.strip_prefix("www.").unwrap_or(host)
    } else {
        return None;
    };
    (domain.contains('.') && !super::map::shared_mail(domain)).then_some(domain)
}

#[cfg(test)]
mod tests;
