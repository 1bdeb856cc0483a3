//! Planned contacts: when they are due, who planned them, what became of them.

use super::{FollowUpId, Text, When};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// When a follow-up is due: a day, or a minute on somebody's wall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The date in `zone`.
    pub on: NaiveDate,
    /// A promised time; `None`: any time that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// IANA zone whose wall `on` and `time` are read from; `None`: the exporter's (`S1.3`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Text>,
}

impl Due {
    /// As it is written, wherever that wall is.
    pub const fn written(&self) -> When {
        When { on: self.on, time: self.time }
    }

    /// Any time on that day of the exporter's.
    pub const fn day(on: NaiveDate) -> Self {
        Self { on, time: None, zone: None }
    }
}

/// What became of a follow-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FollowUpState {
    /// Still to do.
    #[default]
    Open,
    /// Done by its day.
    Kept,
    /// Done after its day.
    Late,
    /// Taken off the list undone.
    Dropped,
}

impl FollowUpState {
    /// As the file writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Late => "late",
            Self::Dropped => "dropped",
        }
    }

    /// The inverse of [`FollowUpState::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "open" => Some(Self::Open),
            "kept" => Some(Self::Kept),
            "late" => Some(Self::Late),
            "dropped" => Some(Self::Dropped),
            _ => None,
        }
    }
}

/// Who planned a follow-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Made {
    /// The exporter: it stays where it is.
    #[default]
    Hand,
    /// The rhythm, which may move it.
    Cadence,
}

impl Made {
    /// As the file writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Cadence => "cadence",
        }
    }

    /// The inverse of [`Made::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "hand" => Some(Self::Hand),
            "cadence" => Some(Self::Cadence),
            _ => None,
        }
    }
}

/// A planned contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    pub id: FollowUpId,
    pub due: Due,
    /// The same moment on the exporter's calendar, which lists and counts go by; see [`super::Bundle::settle`].
    pub here: When,
    pub note: Text,
    pub state: FollowUpState,
    pub closed_at: Option<DateTime<Utc>>,
    pub made: Made,
    /// Why it was skipped.
    pub reason: Text,
}

#[cfg(test)]
impl FollowUp {
    /// An open one, planned by hand with nothing to be said, on the exporter's own clock.
    pub fn open(id: i64, due: Due) -> Self {
        Self {
            id: FollowUpId(id),
            here: due.written(),
            due,
            note: Text::default(),
            state: FollowUpState::Open,
            closed_at: None,
            made: Made::default(),
            reason: Text::default(),
        }
    }
}
