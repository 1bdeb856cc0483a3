//! The things that a column may hold.

use crate::domain::ChannelKind;
use std::fmt;

/// A column, as `--map` names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// Its header, compared without case and punctuation.
    Header(String),
    /// Its position, from 1.
    Position(usize),
}

impl Column {
    /// `3` is a position, anything else a header.
    pub fn parse(text: &str) -> Self {
        match text.trim().parse() {
            Ok(position) if position > 0 => Self::Position(position),
            _ => Self::Header(text.trim().to_owned()),
        }
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(name) => f.write_str(name),
            Self::Position(at) => at.fmt(f),
        }
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// What a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field {
            $($(#[$doc])* $field,)*
            /// A handle of that kind; several in one cell are several channels.
            Channel(ChannelKind),
        }

        impl Field {
            /// All but the channels.
            pub const PLAIN: &'static [(Self, &'static str)] = &[$((Self::$field, $name),)*];
        }
    };
}

fields! {
    /// A company's or a person's, whichever the other columns leave.
    Name = "name",
    FirstName = "first-name",
    MiddleName = "middle-name",
    LastName = "last-name",
    Company = "company",
    Person = "person",
    Role = "role",
    Country = "country",
    City = "city",
    Zone = "zone",
    Language = "language",
    Tier = "tier",
    Stage = "stage",
    Tags = "tags",
    Source = "source",
    Interests = "interests",
    Requirements = "requirements",
    Notes = "notes",
    Cadence = "cadence",
    /// Whether they are real and worth the work, as the exporter decided.
    Verdict = "verdict",
    PausedUntil = "paused-until",
    PauseNote = "pause-note",
    LostReason = "lost-reason",
    Birthday = "birthday",
    Favourite = "favourite",
    /// What the other program calls the row; kept as a note.
    Id = "id",
    /// Which messenger the next [`Field::Handle`] belongs to.
    Service = "service",
    /// A handle whose kind its text or its [`Field::Service`] tells.
    Handle = "handle",
    LastContact = "last-contact",
    NextFollowUp = "next-follow-up",
    /// An inquiry's identity.
    RfqId = "rfq-id",
    /// What the inquiry is about.
    Title = "title",
    /// What the buyer wrote.
    Message = "message",
    Quantity = "quantity",
    Unit = "unit",
    InquiryDate = "inquiry-date",
    /// How long before [`Field::AsOf`], in words: `13 days ago`.
    InquiryAge = "inquiry-age",
    /// The day the export was made.
    AsOf = "as-of",
    /// Whether the row is a company (Odoo).
    IsCompany = "is-company",
    /// The company that a person's row hangs on (Odoo).
    Parent = "parent",
    /// This board's own number of a customer.
    OwnId = "own-id",
    OrderNumber = "order-number",
    OrderDate = "order-date",
    /// What a row of an order comes to, net.
    Amount = "amount",
    /// What the whole order comes to, on any of its rows.
    OrderTotal = "order-total",
    UnitPrice = "unit-price",
    /// A share (`0.15`) or a percentage.
    Discount = "discount",
    Currency = "currency",
    OrderStatus = "order-status",
    Shipped = "shipped",
    Product = "product",
    /// Left out.
    Ignore = "ignore",
    /// No field: kept as a `Header: value` line in the notes.
    Extra = "extra",
}

/// What people call some of them.
const ALIASES: [(&str, &str); 14] = [
    ("customer", "id"),
    ("customer-id", "id"),
    ("buyer", "name"),
    ("number", "order-number"),
    ("order", "order-number"),
    ("order-id", "order-number"),
    ("date", "order-date"),
    ("ordered", "order-date"),
    ("total", "amount"),
    ("revenue", "amount"),
    ("value", "amount"),
    ("price", "unit-price"),
    ("status", "order-status"),
    ("shipped-date", "shipped"),
];

impl Field {
    /// The field of that name: one of [`Field::PLAIN`], or a channel kind's (`email`, `whatsapp`).
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        let name = ALIASES.iter().find(|(alias, _)| *alias == name).map_or(&*name, |(_, name)| name);
        let plain = Self::PLAIN.iter().find(|(_, plain)| **plain == *name).map(|(field, _)| *field);
        plain.or_else(|| crate::reference::find_kind(name).map(Self::Channel))
    }

    /// The name that [`Field::parse`] reads.
    pub fn name(&self) -> &str {
        match self {
            Self::Channel(kind) => kind.as_str(),
            plain => Self::PLAIN.iter().find(|(field, _)| field == plain).map_or("", |(_, name)| name),
        }
    }

    /// Whether such a column can say who a row is about.
    pub const fn identifies(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::FirstName
                | Self::LastName
                | Self::Company
                | Self::Person
                | Self::Channel(_)
                | Self::Handle
                | Self::RfqId
                | Self::Parent
        )
    }

    /// Whether the column means something only beside an inquiry's title or text.
    pub const fn needs_inquiry(self) -> bool {
        matches!(self, Self::Quantity | Self::Unit | Self::InquiryDate | Self::InquiryAge | Self::AsOf)
    }
}
