//! The one place that reads the clock.

use crate::domain::Now;
use crate::reference;
use chrono::{DateTime, FixedOffset, Offset, Utc};

/// A clock in the exporter's zone, running or stopped.
#[derive(Clone, Debug)]
pub struct Clock {
    zone: Box<str>,
    fixed: Option<DateTime<Utc>>,
}

impl Clock {
    /// `zone` is an IANA name; a clock with `fixed` always shows that instant (`--now`).
    pub fn new(zone: &str, fixed: Option<DateTime<Utc>>) -> Self {
        Self { zone: zone.into(), fixed }
    }

    /// The present moment.
    #[allow(clippy::disallowed_methods)]
    pub fn now(&self) -> Now {
        self.at(self.fixed.unwrap_or_else(|| DateTime::<Utc>::from(std::time::SystemTime::now())))
    }

    /// Another moment in the exporter's zone.
    pub fn at(&self, instant: DateTime<Utc>) -> Now {
        let utc: FixedOffset = Utc.fix();
        Now { instant, zone: self.zone.clone(), offset: reference::offset_at(&self.zone, instant).unwrap_or(utc) }
    }

    /// Whether the clock stands still.
    pub fn stopped(&self) -> bool {
        self.fixed.is_some()
    }
}
