//! Numbers about which the library's rules leave nothing to decide. It needs a dozen regular expressions for each, some
//! microseconds and, in a file of many countries, some milliseconds; a large import has hundreds of thousands.
//!
//! The rules are read off the library's own data once: where no national prefix can be meant (or exactly one zero) and
//! the length is one that is given out, the answer is the digits themselves. Anything else is the library's to read,
//! and a property test holds both to one answer.

use crate::domain::Country;
use phonenumber::Metadata;
use phonenumber::metadata::{DATABASE, Descriptor};
use std::collections::HashMap;
use std::sync::LazyLock;

/// More digits than these are the library's.
const MOST: usize = 16;

/// The longest national number that is looked at.
const LONGEST: usize = 15;

/// What is known of a country's numbers.
struct Home {
    code: u16,
    abroad: Abroad,
    strip: Option<Strip>,
    /// A zero in front is cut, and nothing else.
    trunk: bool,
    /// Lengths that are not too short to be cut.
    uncut: u32,
}

/// How a call abroad begins.
enum Abroad {
    /// With these digits.
    With(String),
    /// With a zero and more.
    Zero,
    Unclear,
}

/// Where a national number cannot have a prefix that would be cut.
#[derive(Clone, Copy)]
struct Strip {
    /// First digits that may be one.
    digits: u16,
    /// Lengths at which it might be completed.
    lengths: u32,
}

/// Numbers under one dial code.
struct Plan {
    strip: Option<Strip>,
    /// Lengths given out.
    lengths: u32,
}

struct Plans {
    homes: HashMap<Country, Home>,
    /// By dial code.
    codes: HashMap<u16, Plan>,
}

static PLANS: LazyLock<Plans> = LazyLock::new(|| {
    let homes = DATABASE.iter().filter_map(|meta| Some((Country::new(meta.id())?, home(meta)))).collect();
    let mut codes = HashMap::new();
    for meta in DATABASE.iter() {
        codes.entry(meta.country_code()).or_insert_with(|| plan(meta.country_code()));
    }
    Plans { homes, codes }
});

fn home(meta: &Metadata) -> Home {
    // `0|180020`: of what begins with a zero, the zero.
    let zero = |pattern: &str| {
        pattern.split('|').enumerate().all(|(at, prefix)| {
            is_digits(prefix) && (prefix == "0") == (at == 0) && (at == 0 || !prefix.starts_with('0'))
        })
    };
    let simple = meta.national_prefix_for_parsing().is_none_or(|pattern| zero(pattern.as_str().trim()));
    let general = meta.descriptors().general().possible_length();
    Home {
        code: meta.country_code(),
        abroad: abroad(meta),
        strip: strip(meta),
        trunk: simple && meta.national_prefix() == Some("0") && meta.national_prefix_transform_rule().is_none(),
        uncut: if general.is_empty() { u32::MAX } else { mask(general) },
    }
}

fn abroad(meta: &Metadata) -> Abroad {
    let Some(pattern) = meta.international_prefix() else { return Abroad::Unclear };
    let pattern = pattern.as_str().trim();
    if is_digits(pattern) {
        Abroad::With(pattern.to_owned())
    } else if pattern.starts_with('0') && !top_level_choice(pattern) {
        Abroad::Zero
    } else {
        Abroad::Unclear
    }
}

/// Whether a pattern is several, of which only one is looked at.
fn top_level_choice(pattern: &str) -> bool {
    let mut depth = 0;
    pattern.chars().any(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        c == '|' && depth == 0
    })
}

/// `None`: the library's own pattern has to say.
fn strip(meta: &Metadata) -> Option<Strip> {
    let mut strip = Strip { digits: 0, lengths: 0 };
    match meta.national_prefix() {
        None | Some("") => {}
        Some(prefix) => strip.digits |= bit(prefix.bytes().next()?)?,
    }
    let Some(pattern) = meta.national_prefix_for_parsing() else { return Some(strip) };
    let pattern = pattern.as_str().trim();
    let prefixes = match pattern.strip_prefix('(').and_then(|rest| rest.split_once("\\d{")) {
        // `([2-9]\d{6})$|1`: a local number is completed, a one is cut.
        Some((set, rest)) => {
            let (count, prefixes) = rest.split_once("})$|")?;
            let count: u32 = count.parse().ok()?;
            // One digit, or a set of them.
            let set = set.strip_prefix('[').and_then(|set| set.strip_suffix(']')).unwrap_or(set);
            if !set.bytes().all(|b| b.is_ascii_digit() || b == b'-') || count > 14 {
                return None;
            }
            strip.lengths |= 1 << (count + 1);
            prefixes
        }
        None => pattern,
    };
    for prefix in prefixes.split('|') {
        strip.digits |= bit(*prefix.as_bytes().first().filter(|_| is_digits(prefix))?)?;
    }
    Some(strip)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn bit(digit: u8) -> Option<u16> {
    digit.is_ascii_digit().then(|| 1 << (digit - b'0'))
}

impl Strip {
    fn spares(self, national: &[u8]) -> bool {
        let first = national.first().and_then(|digit| bit(*digit));
        first.is_some_and(|first| self.digits & first == 0) && self.lengths & 1 << national.len() == 0
    }
}

impl Plan {
    /// Whether such numbers are given out. Of zeros alone the library makes nothing.
    fn fits(&self, national: &[u8]) -> bool {
        let length = national.len();
        length <= LONGEST && self.lengths & 1 << length != 0 && national.iter().any(|digit| *digit != b'0')
    }
}

fn plan(code: u16) -> Plan {
    let metas = DATABASE.by_code(&code).unwrap_or_default();
    let all = metas.iter().map(|meta| strip(meta)).collect::<Option<Vec<_>>>();
    let strip = all.map(|all| {
        let none = Strip { digits: 0, lengths: 0 };
        all.into_iter().fold(none, |a, b| Strip { digits: a.digits | b.digits, lengths: a.lengths | b.lengths })
    });
    let lengths = metas.first().map_or(0, |meta| {
        super::types(meta).map(Descriptor::possible_length).fold(0, |all, lengths| all | mask(lengths))
    });
    Plan { strip, lengths }
}

fn mask(lengths: &[u16]) -> u32 {
    lengths.iter().filter(|length| usize::from(**length) <= LONGEST).fold(0, |all, length| all | 1 << *length)
}

/// E.164 of `text`, where nothing has to be decided; else `None`.
pub(super) fn e164(text: &str, country: Option<Country>) -> Option<String> {
    let plus = text.starts_with('+');
    let Digits { all, count, head } = Digits::of(&text[usize::from(plus)..], plus)?;
    let digits = &all[..count];
    let home = match country {
        Some(country) => Some(PLANS.homes.get(&country)?),
        None => None,
    };
    if let Some(home) = home {
        match &home.abroad {
            Abroad::With(prefix) if digits.starts_with(prefix.as_bytes()) => return None,
            Abroad::Zero if digits.first() == Some(&b'0') => return None,
            Abroad::Unclear => return None,
            Abroad::With(_) | Abroad::Zero => {}
        }
    }
    if plus { international(digits, head, home) } else { national(digits, home?) }
}

/// The digits of a number, and how many stand before the first dash or dot where nothing is spaced.
struct Digits {
    all: [u8; MOST],
    count: usize,
    head: Option<usize>,
}

impl Digits {
    /// `None` where there is anything but digits and what commonly stands between.
    fn of(text: &str, plus: bool) -> Option<Self> {
        let mut digits = Self { all: [0; MOST], count: 0, head: None };
        let mut spaced = false;
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    *digits.all.get_mut(digits.count)? = byte;
                    digits.count += 1;
                }
                b' ' => spaced = true,
                b'-' | b'.' => digits.head = digits.head.or(Some(digits.count)),
                b'(' | b')' if !plus => {}
                _ => return None,
            }
        }
        if spaced {
            digits.head = None;
        }
        let ends = text.as_bytes().last().is_some_and(u8::is_ascii_digit);
        (ends && digits.count >= 6).then_some(digits)
    }
}

/// `+` and these. In `+1-212...` the library takes what stands before the first dash for the dial code.
fn international(digits: &[u8], head: Option<usize>, home: Option<&Home>) -> Option<String> {
    if digits[0] == b'0' {
        return None;
    }
    let mut code = 0;
    for (at, digit) in digits[..3].iter().enumerate() {
        code = code * 10 + u16::from(digit - b'0');
        let Some(plan) = PLANS.codes.get(&code) else { continue };
        if head.is_some_and(|head| head != at + 1) {
            return None;
        }
        let national = &digits[at + 1..];
        let spared =
            plan.strip?.spares(national) && home.is_none_or(|home| home.strip.is_some_and(|s| s.spares(national)));
        return (plan.fits(national) && spared).then(|| written(code, national));
    }
    None
}

/// As somebody in the country dials it.
fn national(digits: &[u8], home: &Home) -> Option<String> {
    let zero = digits[0] == b'0';
    // The dial code without its plus, or a number that may be one of another country: two readings.
    let code = home.code.to_string();
    if digits.starts_with(b"00") || digits.starts_with(code.as_bytes()) || (!zero && digits.len() > 10) {
        return None;
    }
    let national = if zero && home.trunk {
        let cut = &digits[1..];
        if cut.len() > LONGEST || home.uncut & 1 << cut.len() == 0 {
            return None;
        }
        cut
    } else {
        if !home.strip?.spares(digits) {
            return None;
        }
        digits
    };
    let plan = PLANS.codes.get(&home.code)?;
    plan.fits(national).then(|| written(home.code, national))
}

fn written(code: u16, national: &[u8]) -> String {
    let mut e164 = format!("+{code}");
    e164.extend(national.iter().map(|digit| char::from(*digit)));
    e164
}
