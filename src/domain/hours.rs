//! Contact windows: hours of a day on the customer's wall (`S3.5`), as the exporter writes them in the configuration.

use super::{Bundle, Text};

/// A stretch of a day, in minutes from midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub from: u16,
    /// At most [`Span::DAY`].
    pub until: u16,
}

impl Span {
    /// Minutes of a day.
    pub const DAY: u16 = 24 * 60;

    /// Full hours.
    pub const fn hours(from: u16, until: u16) -> Self {
        Self { from: from * 60, until: until * 60 }
    }

    /// Reads `9-12`, `13:30-18`; from midnight to midnight at most.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, until) = text.split_once(['-', '–'])?;
        let span = Self { from: minute(from)?, until: minute(until)? };
        (span.from < span.until && span.until <= Self::DAY).then_some(span)
    }
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':').unwrap_or((text.trim(), "0"));
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60).then_some(hour * 60 + minute)
}

/// When people are reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Windows {
    /// Of offices, on working days; empty: the hours of the country.
    pub office: Vec<Span>,
    /// Of those who buy for themselves, on any day.
    pub private: Vec<Span>,
    /// The tag that they carry.
    pub private_tag: Text,
}

impl Default for Windows {
    /// `S3.5`: 10 to 12, 20 to 24 and 0 to 3.
    fn default() -> Self {
        let private = vec![Span::hours(0, 3), Span::hours(10, 12), Span::hours(20, 24)];
        Self { office: Vec::new(), private, private_tag: "b2c".into() }
    }
}

impl Windows {
    /// Whether the customer buys for itself.
    pub fn is_private(&self, bundle: &Bundle) -> bool {
        let tag = &self.private_tag;
        !tag.is_empty() && bundle.customer.tags.iter().any(|own| own.to_lowercase() == tag.to_lowercase())
    }
}

#[cfg(test)]
mod tests;
