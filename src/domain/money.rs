//! Money and quantities: whole millionths, never floats. Read as the world writes them, reckoned exactly.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg};

mod read;

pub use read::{Mark, Read, read};

/// A sum or a quantity in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub i64);

/// Millionths in a whole.
pub const ONE: i64 = 1_000_000;

impl Amount {
    pub const ZERO: Self = Self(0);

    /// So many wholes.
    pub const fn whole(n: i64) -> Self {
        Self(n.saturating_mul(ONE))
    }

    /// The nearest that can be held.
    pub fn of_wide(micros: i128) -> Self {
        Self(i64::try_from(micros).unwrap_or(if micros < 0 { i64::MIN } else { i64::MAX }))
    }

    /// Exact where the result has at most six decimals, else rounded to the nearest millionth, halves away from zero.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        Self::of_wide(divided(i128::from(self.0) * i128::from(other.0), i128::from(ONE)))
    }

    /// `price` for `quantity` pieces, less a share of it; rounded once, at the end.
    pub fn price_of(price: Self, quantity: Self, discount: Self) -> Self {
        let left = i128::from(ONE) - i128::from(discount.0);
        let gross = i128::from(price.0) * i128::from(quantity.0);
        let Some(net) = gross.checked_mul(left) else { return price.times(quantity) };
        Self::of_wide(divided(net, i128::from(ONE) * i128::from(ONE)))
    }

    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// As a program reads it: `-1234.5`.
    pub fn plain(self) -> String {
        self.written("")
    }

    /// As people read it: `1,234.50`.
    pub fn grouped(self) -> String {
        self.written(",")
    }

    /// At most two decimals, for a column of figures: `1,234.5` is `1,234.50`, a whole is `1,234`.
    pub fn rounded(self) -> String {
        Self(Self::of_wide(divided(i128::from(self.0), 10_000)).0.saturating_mul(10_000)).grouped()
    }

    /// Always with two decimals, so that a column of sums stands straight: `317,875.00`.
    pub fn cents(self) -> String {
        let rounded = self.rounded();
        if rounded.contains('.') { rounded } else { format!("{rounded}.00") }
    }

    /// The nearest whole, for where a rough figure will do: `1,235`.
    pub fn wholes(self) -> String {
        Self::whole(Self::of_wide(divided(i128::from(self.0), i128::from(ONE))).0).grouped()
    }

    fn written(self, between: &str) -> String {
        let micros = self.0.unsigned_abs();
        let (whole, rest) = (micros / ONE.unsigned_abs(), micros % ONE.unsigned_abs());
        let mut text = whole.to_string();
        if !between.is_empty() {
            let mut at = text.len();
            while at > 3 {
                at -= 3;
                text.insert_str(at, between);
            }
        }
        if self.0 < 0 {
            text.insert(0, '-');
        }
        if rest > 0 {
            let decimals = format!("{rest:06}");
            let kept = decimals.trim_end_matches('0').len().max(2);
            text.push('.');
            text.push_str(&decimals[..kept]);
        }
        text
    }
}

/// A division rounded to the nearest, halves away from zero.
pub const fn divided(a: i128, b: i128) -> i128 {
    let half = b / 2;
    if a < 0 { (a - half) / b } else { (a + half) / b }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Neg for Amount {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self::of_wide(all.map(|it| i128::from(it.0)).sum())
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.plain())
    }
}

/// An ISO 4217 code, or that nobody said which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// What people write for a currency, the longer first.
const SIGNS: [(&str, &str); 31] = [
    ("US$", "USD"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("AU$", "AUD"),
    ("CA$", "CAD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("S$", "SGD"),
    ("R$", "BRL"),
    ("U$", "USD"),
    ("$", "USD"),
    ("＄", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("￥", "CNY"),
    ("¥", "CNY"),
    ("RMB", "CNY"),
    ("人民币", "CNY"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("英镑", "GBP"),
    ("日元", "JPY"),
    ("港币", "HKD"),
    ("元", "CNY"),
    ("円", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("EURO", "EUR"),
];

/// Currencies that exporters are paid in.
const COMMON: &str = "USD EUR CNY GBP JPY HKD AUD CAD CHF SGD TWD KRW INR RUB BRL TRY MXN ZAR AED SAR THB VND IDR MYR PHP \
     PLN SEK NOK DKK CZK HUF ILS EGP NGN KES PKR BDT CLP COP PEN ARS NZD QAR KWD UAH KZT";

impl Currency {
    /// Not known.
    pub const NONE: Self = Self([0; 3]);

    /// A code, a sign or a word for one: `usd`, `US$`, `美元`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let upper = text.to_uppercase();
        if let Some((_, code)) = SIGNS.iter().find(|(sign, _)| *sign == upper) {
            return Self::code(code);
        }
        Self::code(&upper)
    }

    /// Like [`Currency::parse`], where other three letters may stand, too: `NET` is none.
    pub fn common(text: &str) -> Option<Self> {
        Self::parse(text).filter(|found| COMMON.split(' ').any(|code| code == found.as_str()))
    }

    fn code(text: &str) -> Option<Self> {
        match *text.as_bytes() {
            [a, b, c] if text.bytes().all(|byte| byte.is_ascii_uppercase()) => Some(Self([a, b, c])),
            _ => None,
        }
    }

    /// The code; empty where it is not known.
    pub fn as_str(&self) -> &str {
        if self.0[0] == 0 { "" } else { std::str::from_utf8(&self.0).unwrap_or_default() }
    }

    pub fn is_known(self) -> bool {
        self != Self::NONE
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests;
