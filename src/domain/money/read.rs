//! Numbers as the world writes them: `1,234.56`, `1.234,56`, `1 234,56`, `1'234.50`, `(99.00)`, `US$ 12`, `12 元`.

use super::{Amount, Currency};

/// What stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Point,
    Comma,
}

impl Mark {
    /// What a whole column says; `None`: nothing in it tells.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Self> {
        let (mut point, mut comma) = (0_usize, 0_usize);
        for cell in cells.take(5_000) {
            let last = cell.rfind(['.', ',']);
            let Some(at) = last else { continue };
            let digits = cell[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
            let sign = cell.as_bytes()[at];
            let both = cell[..at].contains(if sign == b'.' { ',' } else { '.' });
            if both || digits != 3 {
                *(if sign == b'.' { &mut point } else { &mut comma }) += 1;
            }
        }
        match (point, comma) {
            (0, 0) => None,
            (point, comma) if comma > point => Some(Self::Comma),
            _ => Some(Self::Point),
        }
    }
}

/// A number and what stood around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read<'t> {
    pub amount: Amount,
    /// `US$`, `¥`; empty: nothing.
    pub before: &'t str,
    /// `USD`, `pcs`, `%`.
    pub after: &'t str,
}

impl Read<'_> {
    /// The currency written beside the number; an error where something else is.
    pub fn currency(&self) -> Option<Currency> {
        match (self.before, self.after) {
            ("", "") => Some(Currency::NONE),
            (one, "") | ("", one) => Currency::parse(one),
            (before, after) => {
                let (a, b) = (Currency::parse(before)?, Currency::parse(after)?);
                // `$12 CAD`: the code says which dollar.
                Some(if before.chars().all(char::is_alphabetic) { a } else { b })
            }
        }
    }
}

/// Reads the one number in a text; `None`: there is none, or more than one, or it cannot be held.
pub fn read(text: &str, mark: Option<Mark>) -> Option<Read<'_>> {
    let text = text.trim();
    if text.len() > 64 {
        return None;
    }
    let (inner, bracketed) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner.trim(), true),
        None => (text, false),
    };
    let start = inner.find(is_digit)?;
    let start = inner[..start].rfind(|c| !matches!(c, '.' | ',')).map_or(0, |at| next(inner, at)).min(start);
    let tail = inner.rfind(is_digit).map(|at| next(inner, at))?;
    let (mut before, body, mut after) = (inner[..start].trim(), &inner[start..tail], inner[tail..].trim());
    let mut negative = bracketed;
    for sign in ['-', '−', '–'] {
        for part in [&mut before, &mut after] {
            let bare = part.strip_prefix(sign).or_else(|| part.strip_suffix(sign));
            if let Some(bare) = bare {
                *part = bare.trim();
                negative = true;
            }
        }
    }
    before = before.strip_prefix('+').unwrap_or(before).trim();
    let micros = digits(body, mark)?;
    Some(Read { amount: Amount(if negative { -micros } else { micros }), before, after })
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The body: digits, and what stands between them.
fn digits(body: &str, mark: Option<Mark>) -> Option<i64> {
    let mut plain = String::with_capacity(body.len());
    for c in body.chars() {
        match c {
            '0'..='9' | '.' | ',' => plain.push(c),
            '０'..='９' => plain.push(char::from(u8::try_from(u32::from(c) - u32::from('０')).ok()? + b'0')),
            '，' => plain.push(','),
            '．' => plain.push('.'),
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’' => {
                // Only between groups of three: `12 345`, not `12 5`.
                if !plain.ends_with(|c: char| c.is_ascii_digit()) {
                    return None;
                }
                plain.push(' ');
            }
            _ => return None,
        }
    }
    let decimal = decimal_at(&plain, mark)?;
    let (whole, fraction) = match decimal {
        Some(at) => (&plain[..at], &plain[at + 1..]),
        None => (&*plain, ""),
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || !well_grouped(whole) {
        return None;
    }
    let mut value: i128 = 0;
    for digit in whole.bytes().filter(u8::is_ascii_digit) {
        value = value.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    let mut micros = value.checked_mul(1_000_000)?;
    let mut place = 100_000;
    for digit in fraction.bytes() {
        let digit = i128::from(digit - b'0');
        if place == 0 {
            // More decimals than are kept: the first of them rounds.
            micros += i128::from(digit >= 5);
            break;
        }
        micros += digit * place;
        place /= 10;
    }
    i64::try_from(micros).ok()
}

/// Where the decimals begin; `None`: two numbers, or none.
#[allow(clippy::option_option, reason = "no number, or a number without decimals")]
fn decimal_at(plain: &str, mark: Option<Mark>) -> Option<Option<usize>> {
    let count = |sign: char| plain.matches(sign).count();
    let (points, commas) = (count('.'), count(','));
    let found = match (points, commas) {
        (0, 0) => None,
        (_, 0) | (0, _) => {
            let sign = if points > 0 { '.' } else { ',' };
            let at = plain.find(sign)?;
            let behind = plain.len() - at - 1;
            let other = mark == Some(if sign == '.' { Mark::Comma } else { Mark::Point });
            let same = mark == Some(if sign == '.' { Mark::Point } else { Mark::Comma });
            let grouping = behind == 3 && at > 0 && at <= 3 && !plain.starts_with('0') && !plain.contains(' ');
            let groups = points + commas > 1 || (grouping && (other || (!same && sign == ',')));
            if groups { None } else { Some(at) }
        }
        _ => {
            let at = plain.rfind(['.', ','])?;
            if plain[..at].contains(&plain[at..=at]) {
                return None;
            }
            Some(at)
        }
    };
    Some(found)
}

/// Groups of three, or of two and three as in India; the first may be shorter.
fn well_grouped(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split(['.', ',', ' ']).collect();
    let [first, rest @ ..] = &groups[..] else { return false };
    let Some((last, middle)) = rest.split_last() else { return true };
    (1..=3).contains(&first.len()) && last.len() == 3 && middle.iter().all(|group| matches!(group.len(), 2 | 3))
}
