//! The rows of the file as the program holds them. Text is as it was written; [`crate::domain::safe`] stands
//! between it and a screen. Times are UTC instants, dates are calendar dates, an empty text means "not known".

use super::{
    Bought, CareDateId, ChannelId, ChannelKind, ContactId, Country, CustomerId, FollowUpId, InteractionId, Now, Order,
    Stage, Tier, ViewId, When, view::ViewQuery,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// Text in a row: no spare capacity, nothing allocated when empty.
pub type Text = Box<str>;

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
    /// The same moment on the exporter's calendar, which lists and counts go by; see [`Bundle::settle`].
    pub here: When,
    pub note: Text,
    pub state: FollowUpState,
    pub closed_at: Option<DateTime<Utc>>,
    pub made: Made,
    /// Why it was skipped.
    pub reason: Text,
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

/// A customer with what hangs on it, as the board mirrors it. Closed follow-ups and the timeline are read on demand
/// ([`Detail`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    pub customer: Customer,
    pub contacts: Vec<Contact>,
    /// In the order shown: the exporter's own.
    pub channels: Vec<Channel>,
    /// Open ones, the earliest first.
    pub follow_ups: Vec<FollowUp>,
    pub care_dates: Vec<CareDate>,
    /// The last time that the customer spoke.
    pub last_in: Option<DateTime<Utc>>,
    /// The last time that we did.
    pub last_out: Option<DateTime<Utc>>,
    /// What their orders come to.
    pub bought: Bought,
}

impl Bundle {
    /// The last contact in either direction.
    pub fn last_contact(&self) -> Option<DateTime<Utc>> {
        self.last_in.max(self.last_out)
    }

    /// Puts every follow-up where it stands on the exporter's calendar, the earliest first: 20:00 in New York is
    /// tomorrow in Shanghai (`S1.3`).
    pub fn settle(
        &mut self,
        now: &Now,
        to_instant: impl Fn(&str, NaiveDateTime) -> Option<DateTime<Utc>>,
        local_at: impl Fn(&str, DateTime<Utc>) -> Option<NaiveDateTime>,
    ) {
        for it in self.follow_ups.iter_mut().filter(|it| it.due.zone.is_some()) {
            it.here = it.due.here(now, &to_instant, &local_at);
        }
        self.follow_ups.sort_by_key(|it| (it.here.on, it.here.time.is_none(), it.here.time, it.id));
    }

    /// The pause in force on a day.
    pub fn away(&self, today: NaiveDate) -> Option<&Pause> {
        self.customer.pause.as_deref().filter(|pause| pause.until > today)
    }

    /// Whether something is to be done by now: a promised time counts from its minute on, and alone counts while they
    /// are away.
    pub fn due_by(&self, now: &Now) -> bool {
        let (today, time) = (now.today(), now.local().time());
        let away = self.away(today).is_some();
        let passed = |it: &FollowUp| match it.here.time {
            Some(promised) => it.here.on < today || promised <= time,
            None => !away,
        };
        self.follow_ups.iter().take_while(|it| it.here.on <= today).any(passed)
    }

    /// Whether they ever ordered something that was not cancelled or returned.
    pub const fn ever_bought(&self) -> bool {
        self.bought.count > 0
    }

    /// How much there is to be won from a customer left alone; the greater, the more: who bought, then who answered,
    /// then by tier and by what is known to reach them.
    pub fn worth(&self) -> u32 {
        let customer = &self.customer;
        let tier = [3, 2, 1, 0][customer.tier.index()];
        let bits = [
            u32::from(self.ever_bought()) << 5,
            u32::from(self.last_in.is_some()) << 4,
            tier << 2,
            u32::from(customer.favourite) << 1,
            u32::from(self.channels.iter().any(|channel| !channel.norm.is_empty())),
        ];
        bits.into_iter().sum()
    }

    /// The next thing to do.
    pub fn next_follow_up(&self) -> Option<&FollowUp> {
        self.follow_ups.first()
    }
}

/// What the card of one customer shows beyond its [`Bundle`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// The newest first.
    pub timeline: Vec<Interaction>,
    /// Closed ones, the newest first.
    pub closed: Vec<FollowUp>,
    /// The newest first, with their lines.
    pub orders: Vec<Order>,
}
