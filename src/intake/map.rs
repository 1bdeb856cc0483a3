//! What a column is: header words to fields.

use crate::domain::ChannelKind;

/// A column, as `--map` names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// Its header, compared without case and punctuation.
    Header(String),
    /// Its position, from 1.
    Position(usize),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// A company's or a person's, whichever the other columns leave.
    Name,
    FirstName,
    MiddleName,
    LastName,
    Company,
    Person,
    Role,
    Country,
    City,
    Zone,
    Language,
    Tier,
    Stage,
    Tags,
    Source,
    Interests,
    Requirements,
    Notes,
    Cadence,
    Birthday,
    Favourite,
    /// What the other program calls the row.
    Id,
    Channel(ChannelKind),
    /// Which messenger the next [`Field::Handle`] belongs to.
    Service,
    /// A handle whose kind its text or its [`Field::Service`] tells.
    Handle,
    LastContact,
    NextFollowUp,
    /// An inquiry: its identity, its title, its text, how much of what, and when.
    RfqId,
    Title,
    Message,
    Quantity,
    Unit,
    InquiryDate,
    /// How long before [`Field::AsOf`], in words: `13 days ago`.
    InquiryAge,
    /// The day the export was made.
    AsOf,
    /// Odoo: whether the row is a company, and which one a person's row hangs on.
    IsCompany,
    Parent,
    /// Left out.
    Ignore,
    /// No field: kept as a `Header: value` line in the notes.
    Extra,
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
