//! The rows of the file as the program holds them. Text is as it was written; [`crate::domain::safe`] stands
//! between it and a screen. Times are UTC instants, dates are calendar dates, an empty text means "not known".

use super::{
    CareDateId, ChannelId, ChannelKind, ContactId, Country, CustomerId, InteractionId, Stage, Text, Tier, ViewId,
    view::ViewQuery,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// Whether a customer is worked at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// On the to-do lists.
    #[default]
    Active,
    /// Found by search, on no to-do list.
    Archived,
}

impl Status {
    /// As the file writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Archived => "archived",
        }
    }

    /// The inverse of [`Status::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "active" => Some(Self::Active),
            "archived" => Some(Self::Archived),
            _ => None,
        }
    }
}

/// What the exporter decided about a customer. Of the last two nothing is asked any more: they are archived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    #[default]
    #[serde(rename = "")]
    Undecided,
    Real,
    Doubtful,
    Fake,
    NotTarget,
}

impl Ruling {
    /// In the order of a menu.
    pub const ALL: [Self; 5] = [Self::Undecided, Self::Real, Self::Doubtful, Self::Fake, Self::NotTarget];

    /// As the file writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Undecided => "",
            Self::Real => "real",
            Self::Doubtful => "doubtful",
            Self::Fake => "fake",
            Self::NotTarget => "not-target",
        }
    }

    /// The name in locale keys (`ruling-not-target`).
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            decided => decided.as_str(),
        }
    }

    /// Whether nothing is asked of them any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Fake | Self::NotTarget)
    }

    /// The inverse of [`Ruling::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ruling| ruling.as_str() == text)
    }
}

/// Nothing is planned before a day: they are away, or left in peace. What was planned for earlier moves to that day
/// when the pause is made; a promised time stays, and what is planned afterwards stands where it was put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The first day on which they can be written to again, on the exporter's calendar.
    pub until: NaiveDate,
    /// Why: "back on the 12th".
    #[serde(default)]
    pub note: Text,
}

/// Everything about a customer that the exporter may write.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerFields {
    /// The name the exporter looks for: the company's, or the person's where there is none.
    pub name: Text,
    /// The company where it differs from the name.
    pub company: Text,
    pub country: Option<Country>,
    pub city: Text,
    /// IANA zone, when known better than the country's.
    pub zone: Text,
    /// BCP 47 tag.
    pub language: Text,
    pub tier: Tier,
    /// `None` is [`Stage::INQUIRY`]'s twin for rows that never were one (an imported customer list).
    pub stage: Option<Stage>,
    pub favourite: bool,
    pub status: Status,
    /// Without duplicates, in the order written.
    pub tags: Vec<Text>,
    /// Where the customer came from: `alibaba`, `made-in-china`, a file's name.
    pub source: Text,
    /// Product interests.
    pub interests: Text,
    /// Special requirements: packaging, labels, specifications (`S2.4`).
    pub requirements: Text,
    pub notes: Text,
    /// Days between contacts where the tier's cadence does not fit (`S4.2`).
    pub cadence_days: Option<u16>,
    /// The exporter's own word on whether they are real and worth the work (`S0.1`, `S0.2`).
    pub verdict: Ruling,
    pub pause: Option<Box<Pause>>,
    /// Why the deal was lost, at stage [`Stage::LOST`].
    pub lost_reason: Text,
}

/// A customer as the file holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    pub id: CustomerId,
    pub created_at: DateTime<Utc>,
    pub fields: CustomerFields,
}

impl Deref for Customer {
    type Target = CustomerFields;
    fn deref(&self) -> &CustomerFields {
        &self.fields
    }
}

/// A person at a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    pub name: Text,
    pub role: Text,
}

/// A way to reach a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    pub id: ChannelId,
    /// The person it belongs to; `None`: the company's.
    pub contact: Option<ContactId>,
    pub kind: ChannelKind,
    /// As it was written; never lost.
    pub handle: Text,
    /// Normalised for comparing and linking: E.164, lower-cased address, bare user name. Empty: could not be read.
    pub norm: Text,
    pub primary: bool,
    /// For goods in port waiting for somebody (`S0.6`).
    pub emergency: bool,
}

/// Who spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// The customer to us.
    In,
    /// We to the customer.
    Out,
}

impl Direction {
    /// As the file writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }

    /// The inverse of [`Direction::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "in" => Some(Self::In),
            "out" => Some(Self::Out),
            _ => None,
        }
    }
}

/// One thing said or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interaction {
    pub id: InteractionId,
    pub contact: Option<ContactId>,
    pub at: DateTime<Utc>,
    pub direction: Direction,
    /// `None`: a meeting, a fair, a note.
    pub kind: Option<ChannelKind>,
    pub text: Text,
    pub outcome: Text,
    /// Slug of the template it was written from; empty: none.
    pub template: Text,
}

/// A day to greet on (`S2.6`), every year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareDate {
    #[serde(skip)]
    pub id: CareDateId,
    /// `birthday`, `anniversary`, or what the exporter calls it.
    pub kind: Text,
    pub month: u8,
    pub day: u8,
    /// The first year, where known.
    pub year: Option<i32>,
    pub note: Text,
}

/// A saved view: a name for a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    pub id: ViewId,
    pub name: Text,
    pub query: ViewQuery,
}
