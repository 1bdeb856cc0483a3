//! Contact windows: hours of a day on the customer's wall (`S3.5`), as the exporter writes them in the configuration or
//! as the customer's answers show them. [`Windows::hours`] alone says whose count.

use super::{Bundle, Text};
use std::num::NonZeroU8;

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

/// The hours on their wall in which somebody usually answers. One byte: the board keeps it of every customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Usual(NonZeroU8);

impl Usual {
    /// Somebody who always answered between nine and ten is not gone at ten.
    const SHORTEST: u32 = 2;
    /// Half a day says nothing.
    const LONGEST: u32 = 11;
    const LENGTHS: u32 = Self::LONGEST - Self::SHORTEST + 1;

    /// From a full hour, for so many hours; `None`: that is no habit.
    pub fn new(from: u32, hours: u32) -> Option<Self> {
        let hours = hours.max(Self::SHORTEST);
        if from >= 24 || hours > Self::LONGEST {
            return None;
        }
        u8::try_from(1 + from * Self::LENGTHS + hours - Self::SHORTEST).ok().and_then(NonZeroU8::new).map(Self)
    }

    fn code(self) -> u32 {
        u32::from(self.0.get()) - 1
    }

    /// The hour they begin.
    pub fn from(self) -> u32 {
        self.code() / Self::LENGTHS
    }

    /// The hour they end, perhaps of the next day.
    pub fn until(self) -> u32 {
        (self.from() + self.code() % Self::LENGTHS + Self::SHORTEST) % 24
    }

    /// Whether that hour is one of them.
    pub fn contains(self, hour: u32) -> bool {
        (hour + 24 - self.from()) % 24 < (self.until() + 24 - self.from()) % 24
    }

    /// As stretches of a day.
    fn spans(self) -> Vec<Span> {
        let minute = |hour: u32| u16::try_from(hour * 60).unwrap_or(Span::DAY);
        let (from, until) = (minute(self.from()), minute(self.until()));
        match until {
            0 => vec![Span { from, until: Span::DAY }],
            _ if from < until => vec![Span { from, until }],
            _ => vec![Span { from: 0, until }, Span { from, until: Span::DAY }],
        }
    }
}

/// When somebody is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// In their order; empty: the office hours of the country.
    pub spans: Vec<Span>,
    /// Weekends and holidays are days like any other.
    pub any_day: bool,
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
    /// Whose hours count: their own where they are known (`S0.5`), else those of people who buy for themselves, in the
    /// evening and at weekends too (`S3.5`), else an office's.
    pub fn hours(&self, private: bool, usual: Option<Usual>) -> Hours {
        // Without windows of their own, those who buy for themselves are reached as offices are.
        let private = private && !self.private.is_empty();
        let mut spans = match usual {
            Some(usual) => usual.spans(),
            None if private => self.private.clone(),
            None => self.office.clone(),
        };
        spans.sort_unstable();
        Hours { spans, any_day: private }
    }

    /// Whether the customer buys for itself.
    pub fn is_private(&self, bundle: &Bundle) -> bool {
        let tag = &self.private_tag;
        !tag.is_empty() && bundle.customer.tags.iter().any(|own| own.to_lowercase() == tag.to_lowercase())
    }
}

#[cfg(test)]
mod tests;
