//! The moment a rule is applied at, handed in: no rule asks a clock.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, Utc};

/// A moment, and how the exporter's wall shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    /// The instant.
    pub instant: DateTime<Utc>,
    /// The exporter's own zone, an IANA name.
    pub zone: Box<str>,
    /// That zone's distance from UTC at `instant`.
    pub offset: FixedOffset,
}

impl Now {
    /// What the exporter's clock shows.
    pub fn local(&self) -> NaiveDateTime {
        self.instant.with_timezone(&self.offset).naive_local()
    }

    /// The exporter's date.
    pub fn today(&self) -> NaiveDate {
        self.local().date()
    }

    /// Whole days from `then`'s date to today, both on the exporter's calendar as of now.
    pub fn days_since(&self, then: DateTime<Utc>) -> i64 {
        (self.today() - then.with_timezone(&self.offset).date_naive()).num_days()
    }

    /// The same wall a while later.
    pub fn after(&self, by: Duration) -> Self {
        Self { instant: self.instant + by, ..self.clone() }
    }
}
