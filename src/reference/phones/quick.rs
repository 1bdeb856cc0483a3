//! Numbers about which the library's rules leave nothing to decide. It needs a dozen regular expressions for each, some
//! microseconds and, in a file of many countries, some milliseconds; a large import has hundreds of thousands.
//!
//! The rules are read off the library's own data, once and for all (`assets/phone-plans.tsv`): loading that data takes a
//! twentieth of a second, longer than a small file does. Where no national prefix can be meant (or exactly one zero) and
//! the length is one that is given out, the answer is the digits themselves. Anything else is the library's to read,
//! and a property test holds both to one answer.

use crate::domain::Country;
use foldhash::HashMap;
use std::sync::LazyLock;

/// More digits than these are the library's.
const MOST: usize = 16;

/// The longest national number that is looked at.
const LONGEST: usize = 15;

/// What is known of a country's numbers.
#[derive(Debug, PartialEq)]
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
#[derive(Debug, PartialEq)]
enum Abroad {
    /// With these digits.
    With(String),
    /// With a zero and more.
    Zero,
    Unclear,
}

/// Where a national number cannot have a prefix that would be cut.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Strip {
    /// First digits that may be one.
    digits: u16,
    /// Lengths at which it might be completed.
    lengths: u32,
}

/// Numbers under one dial code.
#[derive(Debug, PartialEq)]
struct Plan {
    strip: Option<Strip>,
    /// Lengths given out.
    lengths: u32,
}

struct Plans {
    homes: HashMap<Country, Home>,
    /// By dial code, of which the longest has three digits.
    codes: Vec<Option<Plan>>,
}

impl Plans {
    fn code(&self, code: u16) -> Option<&Plan> {
        self.codes.get(usize::from(code))?.as_ref()
    }
}

static PLANS: LazyLock<Plans> = LazyLock::new(|| read(include_str!("../../../assets/phone-plans.tsv")));

/// A line that does not read is left out; a test holds the whole to what the library says.
fn read(text: &str) -> Plans {
    let mut plans = Plans { homes: HashMap::default(), codes: (0..1000).map(|_| None).collect() };
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        match cells[..] {
            ["country", country, code, abroad, digits, lengths, trunk, uncut] => {
                if let (Some(country), Ok(code)) = (Country::new(country), code.parse()) {
                    let abroad = match abroad.strip_prefix('=') {
                        Some(prefix) => Abroad::With(prefix.to_owned()),
                        None if abroad == "0" => Abroad::Zero,
                        None => Abroad::Unclear,
                    };
                    let (trunk, uncut) = (trunk == "1", hex(uncut));
                    plans.homes.insert(country, Home { code, abroad, strip: strip(digits, lengths), trunk, uncut });
                }
            }
            ["code", code, digits, lengths, given] => {
                if let Some(place) = code.parse().ok().and_then(|code: usize| plans.codes.get_mut(code)) {
                    *place = Some(Plan { strip: strip(digits, lengths), lengths: hex(given) });
                }
            }
            _ => {}
        }
    }
    plans
}

fn hex(text: &str) -> u32 {
    u32::from_str_radix(text, 16).unwrap_or(0)
}

/// `-`: the library's own pattern has to say.
fn strip(digits: &str, lengths: &str) -> Option<Strip> {
    let digits = u16::from_str_radix(digits, 16).ok()?;
    Some(Strip { digits, lengths: hex(lengths) })
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
        let Some(plan) = PLANS.code(code) else { continue };
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
    let plan = PLANS.code(home.code)?;
    plan.fits(national).then(|| written(home.code, national))
}

fn written(code: u16, national: &[u8]) -> String {
    let mut e164 = format!("+{code}");
    e164.extend(national.iter().map(|digit| char::from(*digit)));
    e164
}

#[cfg(test)]
mod tests;
