//! Phone numbers as people write them, and E.164 beside them.

use super::countries::country as info;
use crate::domain::Country;
use phonenumber::metadata::{DATABASE, Descriptor};
use phonenumber::{Metadata, Mode, PhoneNumber, country::Id};
use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

mod quick;

/// What could be read of a written number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phone {
    /// `+` and digits; `None` where no country could be found.
    pub e164: Option<String>,
    pub country: Option<Country>,
    /// The length fits, be it only for a call within the area.
    pub possible: bool,
    /// The length fits from abroad: worth dialling and linking.
    pub dialable: bool,
    /// Such numbers are given out.
    pub valid: bool,
    /// All digits as written, folded to ASCII.
    pub digits: String,
}

/// Longer text is no phone number; the library is not asked.
const LONGEST: usize = 80;

/// Reads `raw`; a number without a country prefix is read as one of `country`.
pub fn parse_phone(raw: &str, country: Option<Country>) -> Phone {
    let plain = Phone { digits: digits(raw), ..Phone::default() };
    if raw.len() > LONGEST * 3 || !(3..=LONGEST).contains(&plain.digits.len()) {
        return plain;
    }
    let text = tidy(raw);
    let national = country.and_then(|code| {
        let phone = read(&text, Some(code))?;
        // What begins with the digits of the own dial code is cut; where nothing useful is left, it was no dial code.
        let whole = || read(&format!("+{}{}", info(code)?.dial, plain.digits), None).filter(|whole| whole.possible);
        Some(if phone.possible { phone } else { whole().unwrap_or(phone) })
    });
    if let Some(phone) = national.as_ref().filter(|phone| phone.valid) {
        return Phone { digits: plain.digits, ..phone.clone() };
    }
    // `0049 ...` is written everywhere, whatever the country dials; and a bare `86138...` has lost its plus.
    let international = match text.strip_prefix("00") {
        Some(rest) => read(&format!("+{rest}"), None),
        None if text.starts_with('+') => read(&text, None),
        None => read(&format!("+{text}"), None).filter(|phone| phone.valid && plain.digits.len() > 10),
    };
    let best = match (international, national) {
        (Some(abroad), Some(home)) if !abroad.valid && home.possible => Some(home),
        (Some(abroad), _) => Some(abroad),
        (None, home) => home,
    };
    best.map_or(plain.clone(), |phone| Phone { digits: plain.digits, ..phone })
}

/// The number as E.164 where it is worth dialling and linking: what [`parse_phone`] says of it, and quicker.
pub fn e164(raw: &str, country: Option<Country>) -> Option<String> {
    quick::e164(raw.trim(), country).or_else(|| {
        let phone = parse_phone(raw, country);
        phone.e164.filter(|_| phone.dialable)
    })
}

/// Folded digits; the trunk zero that must not be dialled from abroad (`+44 (0)20`) and the scheme left out.
fn tidy(raw: &str) -> String {
    let text: String = raw.trim().chars().map(plain_char).collect();
    let text = text.strip_prefix("tel:").unwrap_or(&text).trim();
    let text =
        text.strip_prefix("(+").map_or(Cow::Borrowed(text), |rest| format!("+{}", rest.replacen(')', " ", 1)).into());
    if text.starts_with('+') || text.starts_with("00") { text.replacen("(0)", " ", 1) } else { text.into_owned() }
}

fn plain_char(c: char) -> char {
    match c {
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '－' | '–' | '—' | '‑' | '−' => '-',
        '\u{a0}' | '\u{3000}' | '\u{202f}' => ' ',
        _ => digit(c).unwrap_or(c),
    }
}

fn read(text: &str, country: Option<Country>) -> Option<Phone> {
    let id: Option<Id> = country.and_then(|code| code.as_str().parse().ok());
    if country.is_some() && id.is_none() {
        return None;
    }
    let number = phonenumber::parse(id, text).ok()?;
    // The library's own E.164 looks for a format first, and then uses none.
    let e164 = format!("+{}{}", number.code().value(), number.national());
    let valid = number.is_valid() && !trunk_zero(&number);
    Some(Phone {
        country: region(&number, country, valid),
        possible: valid
            || fits(&number, Descriptor::possible_length)
            || fits(&number, Descriptor::possible_local_length),
        dialable: valid || fits(&number, Descriptor::possible_length),
        valid,
        e164: Some(e164),
        digits: String::new(),
    })
}

/// A leading zero where numbers have none. The library matches beginnings and takes `0798 92 35` for Norway's `07989`.
fn trunk_zero(number: &PhoneNumber) -> bool {
    // Italy and the Vatican, San Marino, Ivory Coast, Gabon, Congo: there it is part of the number.
    const WITH_ZERO: [u16; 5] = [39, 378, 225, 241, 242];
    let short = number.national().to_string().len() <= 5;
    number.national().zeros() > 0 && !short && !WITH_ZERO.contains(&number.code().value())
}

/// The number's own country; where its plan is shared and it does not say, the one it was read for.
fn region(number: &PhoneNumber, asked: Option<Country>, valid: bool) -> Option<Country> {
    let found = number.country().id().and_then(|id| Country::new(id.as_ref()));
    let code = number.code().value().to_string();
    let fits = |country: &Country| info(*country).is_some_and(|info| info.dial == code);
    let asked = asked.filter(fits);
    let best = if valid { found.or(asked) } else { asked.or(found) };
    best.or_else(|| {
        let main = DATABASE.by_code(&number.code().value())?.first().map(|meta| meta.id().to_owned())?;
        Country::new(&main)
    })
}

/// Whether the number's length is among the `lengths` given out under its dial code.
fn fits(number: &PhoneNumber, lengths: fn(&Descriptor) -> &[u16]) -> bool {
    let Some(plan) = DATABASE.by_code(&number.code().value()).and_then(|plans| plans.first().copied()) else {
        return false;
    };
    let Ok(length) = u16::try_from(number.national().to_string().len()) else { return false };
    // The library leaves the general lengths empty: they are those of all types together.
    types(plan).any(|kind| lengths(kind).contains(&length))
}

/// The types of numbers that count towards lengths.
fn types(plan: &Metadata) -> impl Iterator<Item = &Descriptor> {
    let all = plan.descriptors();
    let types = [
        all.fixed_line(),
        all.mobile(),
        all.toll_free(),
        all.premium_rate(),
        all.shared_cost(),
        all.personal_number(),
        all.voip(),
        all.pager(),
        all.uan(),
        all.voicemail(),
    ];
    types.into_iter().flatten()
}

/// `+49 151 23456789` from E.164.
pub fn format_international(e164: &str) -> Option<String> {
    let number = phonenumber::parse(None, e164).ok()?;
    Some(number.format().mode(Mode::International).to_string())
}

/// The digits of `text` in any writing (full-width, Arabic-Indic, ...), as ASCII.
pub fn digits(text: &str) -> String {
    text.chars().filter_map(digit).collect()
}

/// A decimal digit of the scripts that buyers write in, as ASCII.
pub fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 10] = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x17e0, 0x1040, 0xff10];
    let point = u32::from(c);
    let value = ZEROS.iter().find_map(|zero| point.checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// Loads the library's tables, so that the first number is as fast as the second. For a thread at the start.
pub fn warm() {
    let warmed = parse_phone("+86 138 1234 5678", None);
    debug_assert!(warmed.valid);
    WARM.store(true, Ordering::Release);
}

/// Forgets the patterns that the library has compiled, a hundred that take ten megabytes, until a number needs them again:
/// for a program that has looked at many numbers, and now waits.
pub fn rest() {
    if let Ok(mut patterns) = DATABASE.cache().lock() {
        patterns.clear();
    }
}

/// [`format_international`] for a screen, which never waits for the tables: plain E.164 until [`warm`] is through.
pub fn shown(e164: &str) -> Option<String> {
    if WARM.load(Ordering::Acquire) { format_international(e164) } else { Some(e164.to_owned()) }
}

/// Whether the library's tables are loaded.
static WARM: AtomicBool = AtomicBool::new(false);

#[cfg(test)]
mod tests;
