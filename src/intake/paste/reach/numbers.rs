//! Numbers long enough to be a phone's, and what the words before them say they are.

use super::users::aliases;
use super::{handle, source};
use crate::domain::{ChannelKind, Country};
use crate::intake::paste::lines::{Kind, Segment, Sheet};
use crate::intake::paste::scan::Marks;
use crate::intake::paste::words::{self, Label, find_word, is_han};
use crate::intake::paste::{Found, Handle, Source};
use crate::reference::phones::digit;
use crate::reference::{is_phone_like, parse_phone};
use std::ops::Range;

/// A number as it stands in the text, and what stands before it.
#[derive(Debug)]
pub struct Number {
    pub range: Range<usize>,
    pub line: Kind,
    /// With its dial code: it can be read without knowing where it is from.
    pub abroad: Option<(String, Option<Country>)>,
    said: Said,
    /// Nothing else stands in its part of the line.
    alone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Phone,
    Kind(ChannelKind),
    /// A fax, an invoice, an account.
    Other,
}

impl Number {
    /// A fax may stand in another country than its owner, and an account is no number to call.
    pub fn is_callable(&self) -> bool {
        self.said != Said::Other
    }
}

/// Every number long enough to be a phone's.
pub fn numbers(sheet: &Sheet<'_>, marks: &Marks) -> Vec<Number> {
    let mut numbers = Vec::new();
    for line in &sheet.lines {
        if let Some(author) = &line.author {
            numbers.extend(number(sheet, author.clone(), Kind::From, Said::Kind(ChannelKind::WHATSAPP), true));
        }
    }
    for segment in &sheet.segments {
        let line = &sheet.lines[segment.line];
        let mut context = segment.value.start;
        for range in runs(sheet.text, &segment.value) {
            if marks.covers(&range) {
                continue;
            }
            let before = context..range.start;
            let said = said(sheet, segment, &before, range.start == segment.value.start || numbers_label(segment));
            let alone = sheet.at(&segment.value).trim() == sheet.at(&range);
            context = range.end;
            numbers.extend(number(sheet, range, line.kind, said, alone));
        }
    }
    numbers
}

/// A label speaks for every number behind it.
fn numbers_label(segment: &Segment) -> bool {
    matches!(segment.label, Some(Label::Fax | Label::Other | Label::Phone | Label::WhatsApp))
}

fn number(sheet: &Sheet<'_>, range: Range<usize>, line: Kind, said: Said, alone: bool) -> Option<Number> {
    let (range, abroad) = read_abroad(sheet.text, range);
    let raw = sheet.at(&range);
    let count = raw.chars().filter_map(digit).count();
    // Fewer digits are a price, more an account.
    (7..=16).contains(&count).then_some(Number { range, line, abroad, said, alone })
}

/// Reads a number with its dial code; groups behind it that do not belong are cut.
fn read_abroad(text: &str, range: Range<usize>) -> (Range<usize>, Option<(String, Option<Country>)>) {
    let mut end = range.end;
    for _ in 0..3 {
        let raw = &text[range.start..end];
        let plain: String =
            raw.chars().filter_map(|c| if matches!(c, '+' | '＋') { Some('+') } else { digit(c) }).collect();
        if !plain.starts_with('+') && !plain.starts_with("00") {
            return (range, None);
        }
        let phone = parse_phone(raw, None);
        if let Some(e164) = phone.e164.filter(|_| phone.dialable) {
            return (range.start..end, Some((e164, phone.country)));
        }
        let Some(cut) = raw.rfind([' ', '-', '/']) else { break };
        end = range.start + raw[..cut].trim_end().len();
    }
    (range, None)
}

/// Runs of digits with what people put between them.
fn runs(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let slice = &text[range.clone()];
    let mut out = Vec::new();
    let mut chars = slice.char_indices().peekable();
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let begins = digit(c).is_some() || matches!(c, '+' | '＋' | '(' | '（');
        let glued = before.is_some_and(|b: char| {
            b.is_alphanumeric() && !is_han(b) || matches!(b, '@' | '_' | '/' | '.' | '=' | '-' | '#' | '$' | '€')
        });
        before = Some(c);
        if !begins || (glued && !matches!(c, '+' | '＋')) {
            continue;
        }
        let mut end = at + c.len_utf8();
        let mut gap = 0;
        while let Some((next, c)) = chars.peek().copied() {
            if digit(c).is_some() {
                end = next + c.len_utf8();
                gap = 0;
            } else if matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}' | '–' | '‑' | '（' | '）')
                && gap < 2
            {
                gap += 1;
            } else if c == '+' && gap == 0 && matches!(before, Some('(')) {
                gap = 0;
            } else {
                break;
            }
            before = Some(c);
            chars.next();
        }
        let tail = slice[end..].chars().next();
        let unit = tail.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '%' | '€' | '$' | ':'));
        if !unit && slice[at..end].chars().filter_map(digit).count() >= 7 && !is_date(&slice[at..end]) {
            out.push(range.start + at..range.start + end);
        }
    }
    out
}

/// `2026-11-18`, `18.11.2026`, `18/11/2026 09`.
fn is_date(run: &str) -> bool {
    let parts: Vec<&str> = run.split(['-', '.', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let (a, b, c) = (number(0), number(1), number(2));
    let year = |n: u32| (1990..=2099).contains(&n);
    parts.len() >= 3
        && ((year(a) && (1..=12).contains(&b) && (1..=31).contains(&c))
            || (year(c) && (1..=31).contains(&a) && (1..=31).contains(&b)))
}

/// What the words before a number say it is.
fn said(sheet: &Sheet<'_>, segment: &Segment, before: &Range<usize>, labelled: bool) -> Said {
    let low = sheet.low_at(before);
    let near = &low[low.ceil_char_boundary(low.len().saturating_sub(36))..];
    if labelled {
        match segment.label {
            Some(Label::Fax | Label::Other | Label::Quantity | Label::Product) => return Said::Other,
            Some(Label::WhatsApp) => return Said::Kind(ChannelKind::WHATSAPP),
            Some(Label::Phone) => return Said::Phone,
            _ => {}
        }
    }
    const OTHER: [&str; 22] = [
        "fax",
        "telefax",
        "传真",
        "فاكس",
        "order",
        "invoice",
        "container",
        "iban",
        "hs code",
        "vat",
        "org. nr",
        "ust-id",
        "hrb",
        "dhl",
        "no. of",
        "sample no",
        "account",
        "tracking",
        "siret",
        "订单",
        "nif",
        "tax",
    ];
    if OTHER.iter().any(|word| near.contains(word)) {
        return Said::Other;
    }
    const SAME: [&str; 3] = ["同号", "手机/微信", "电话/微信"];
    if SAME.iter().any(|word| near.contains(word)) {
        return Said::Phone;
    }
    // The word nearest to the number counts.
    let last = |word: &str| {
        let mut found = None;
        while let Some(at) = find_word(near, word, found.map_or(0, |at: usize| at + word.len())) {
            found = Some(at);
        }
        found
    };
    let reaches =
        |kind: ChannelKind| is_phone_like(kind) || matches!(kind.as_str(), "telegram" | "wechat" | "zalo" | "line");
    let kinds = aliases().iter().filter(|(_, kind)| reaches(*kind));
    let kind = kinds.filter_map(|(word, kind)| Some((last(word)?, *kind))).max_by_key(|(at, _)| *at);
    let labels = &words::words().labels;
    let phones = labels.iter().filter(|(word, label)| **label == Label::Phone && word.chars().count() > 1);
    let phone = phones
        .filter(|(word, _)| word.chars().count() > 2 || word.starts_with(is_han))
        .filter_map(|(word, _)| last(word))
        .max();
    if let Some((_, kind)) = kind.filter(|(at, _)| phone.is_none_or(|phone| phone < *at)) {
        return Said::Kind(kind);
    }
    // A single letter counts only with its colon, right before the number.
    let letter =
        near.trim_end().strip_suffix([':', '.']).and_then(|rest| rest.rsplit(|c: char| !c.is_alphanumeric()).next());
    let letter = letter.is_some_and(|word| labels.get(word) == Some(&Label::Phone));
    // `T +49 ...` on a card.
    let short = segment.kind == Kind::Sign && labels.get(low.trim()) == Some(&Label::Phone);
    if phone.is_some() || letter || short { Said::Phone } else { Said::Nothing }
}

/// A number with its dial code stands for itself. Another needs a word that says it is a phone's, or a signature around
/// it, and the country.
pub(super) fn phone(
    sheet: &Sheet<'_>,
    number: &Number,
    country: Option<Country>,
    own: Option<Country>,
) -> Option<Found<Handle>> {
    let kind = match number.said {
        Said::Other => return None,
        Said::Kind(kind) => kind,
        Said::Phone | Said::Nothing => ChannelKind::PHONE,
    };
    let told = number.said != Said::Nothing;
    let from = if number.line == Kind::From { Source::Header } else { source(number.line, told) };
    let raw = sheet.at(&number.range);
    if let Some((e164, _)) = &number.abroad {
        return Some(handle(sheet, kind, &number.range, e164.clone(), from));
    }
    let digits: String = raw.chars().filter_map(digit).collect();
    // A mobile number of China is like no other.
    let cell = own.filter(|c| c.as_str() == "CN" && digits.len() == 11 && digits.starts_with('1'));
    let country = cell.or(country);
    let cell = cell.is_some();
    let read = parse_phone(raw, country);
    if !(told || number.alone && number.line == Kind::Sign || cell) {
        return None;
    }
    // Without a country the reader takes the first digits for a dial code: that would be a guess.
    let dial = country.and_then(crate::reference::country).map(|info| format!("+{}", info.dial));
    match read.e164.filter(|e164| {
        (read.valid || told && read.dialable && digits.starts_with('0'))
            && dial.is_some_and(|dial| e164.starts_with(&dial))
    }) {
        Some(e164) => Some(handle(sheet, kind, &number.range, e164, from)),
        // Kept as it is: the exporter knows the country, or asks.
        None => (told && !raw.contains('/')).then(|| handle(sheet, kind, &number.range, String::new(), from)),
    }
}
