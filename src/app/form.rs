//! Forms: fields, their checks, and the edit they become. Logging, planning, searching for a file and changing a
//! customer are all forms, so that they feel the same.

use super::weary::Spared;
use crate::domain::{
    ChannelId, ChannelKind, ContactId, Country, CustomerId, Dossier, FollowUpId, OrderId, Say, ViewId,
};
use tui_input::Input;

/// A form over the board.
#[derive(Clone, Debug)]
pub struct Form {
    pub purpose: Purpose,
    pub title: Say,
    pub fields: Vec<Field>,
    /// Index of the field with the cursor.
    pub focus: usize,
    /// What is wrong with the whole, or what the disk said.
    pub error: Option<Say>,
    /// The edit is on its way to the disk; the text stays until it is there.
    pub waiting: bool,
}

/// What a form is for.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// A new or a changed customer; the dossier is what was there before.
    Customer(Box<Dossier>),
    /// A contact in one line.
    Log {
        customer: CustomerId,
    },
    /// A follow-up; `id`: an open one to change.
    Plan {
        customers: Vec<CustomerId>,
        id: Option<FollowUpId>,
        spared: Spared,
    },
    /// Until when customers are left in peace.
    Pause {
        customers: Vec<CustomerId>,
    },
    Tags {
        customers: Vec<CustomerId>,
    },
    View {
        id: Option<ViewId>,
    },
    /// They are lost: why?
    Lost {
        customers: Vec<CustomerId>,
    },
    /// An order; `id`: one to change.
    Order {
        customer: CustomerId,
        id: Option<OrderId>,
    },
    Import,
    Export,
}

/// One line of a form.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: Name,
    pub value: Value,
    pub error: Option<Say>,
    /// What the program makes of the text: the date it means, the number in full.
    pub remark: Option<Say>,
}

/// Which field it is. Its locale key is [`Name::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    Name,
    Company,
    Country,
    City,
    Zone,
    Language,
    Tier,
    Stage,
    Tags,
    Favourite,
    Source,
    Person,
    Role,
    Channel,
    Interests,
    Requirements,
    Notes,
    Birthday,
    Cadence,
    /// Until when they are away, and why.
    Away,
    Direction,
    Via,
    Text,
    Outcome,
    When,
    Next,
    Theirs,
    /// Those who have heard enough are in all the same.
    Weary,
    Note,
    ViewName,
    Search,
    Tiers,
    Stages,
    Countries,
    Due,
    Sort,
    Reverse,
    Path,
    Encoding,
    Overwrite,
    Rows,
    Columns,
    NoHeader,
    LostReason,
    Number,
    OrderedOn,
    Amount,
    Currency,
    OrderStatus,
    ShippedOn,
    Line,
}

impl Name {
    /// Locale key of its label.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "field-name",
            Self::Company => "field-company",
            Self::Country => "field-country",
            Self::City => "field-city",
            Self::Zone => "field-zone",
            Self::Language => "field-language",
            Self::Tier => "field-tier",
            Self::Stage => "field-stage",
            Self::Tags => "field-tags",
            Self::Favourite => "field-favourite",
            Self::Source => "field-source",
            Self::Person => "field-person",
            Self::Role => "field-role",
            Self::Channel => "field-channel",
            Self::Interests => "field-interests",
            Self::Requirements => "field-requirements",
            Self::Notes => "field-notes",
            Self::Birthday => "field-birthday",
            Self::Cadence => "field-cadence",
            Self::Away => "field-away",
            Self::Direction => "field-direction",
            Self::Via => "field-via",
            Self::Text => "field-text",
            Self::Outcome => "field-outcome",
            Self::When => "field-when",
            Self::Next => "field-next",
            Self::Theirs => "field-theirs",
            Self::Weary => "field-weary",
            Self::Note => "field-note",
            Self::ViewName => "field-view-name",
            Self::Search => "field-search",
            Self::Tiers => "field-tiers",
            Self::Stages => "field-stages",
            Self::Countries => "field-countries",
            Self::Due => "field-due",
            Self::Sort => "field-sort",
            Self::Reverse => "field-reverse",
            Self::Path => "field-path",
            Self::Encoding => "field-encoding",
            Self::Overwrite => "field-overwrite",
            Self::Rows => "field-rows",
            Self::Columns => "field-columns",
            Self::NoHeader => "field-no-header",
            Self::LostReason => "field-lost-reason",
            Self::Number => "field-number",
            Self::OrderedOn => "field-ordered-on",
            Self::Amount => "field-amount",
            Self::Currency => "field-currency",
            Self::OrderStatus => "field-order-status",
            Self::ShippedOn => "field-shipped-on",
            Self::Line => "field-order-line",
        }
    }
}

/// What a field holds.
#[derive(Clone, Debug)]
pub enum Value {
    Text(Input),
    /// One of several, in the order of their labels.
    Choice {
        at: usize,
        options: Vec<Say>,
    },
    Toggle(bool),
    /// A person at the customer.
    Person {
        id: Option<ContactId>,
        input: Input,
    },
    /// A channel: its kind, turned by key or found from what is pasted, and the handle.
    Channel {
        id: Option<ChannelId>,
        kind: ChannelKind,
        input: Input,
        contact: Option<usize>,
        primary: bool,
        emergency: bool,
    },
}

impl Value {
    /// An empty or filled line of text.
    pub fn text(text: &str) -> Self {
        Self::Text(Input::new(text.to_owned()))
    }

    /// The line being typed, where there is one.
    pub const fn input(&self) -> Option<&Input> {
        match self {
            Self::Text(input) | Self::Person { input, .. } | Self::Channel { input, .. } => Some(input),
            Self::Choice { .. } | Self::Toggle(_) => None,
        }
    }

    /// The same, to be typed into.
    pub const fn input_mut(&mut self) -> Option<&mut Input> {
        match self {
            Self::Text(input) | Self::Person { input, .. } | Self::Channel { input, .. } => Some(input),
            Self::Choice { .. } | Self::Toggle(_) => None,
        }
    }
}

impl Form {
    /// A form with the cursor on its first field.
    pub fn new(purpose: Purpose, title: Say, fields: Vec<(Name, Value)>) -> Self {
        let fields = fields.into_iter().map(|(name, value)| Field { name, value, error: None, remark: None }).collect();
        Self { purpose, title, fields, focus: 0, error: None, waiting: false }
    }

    /// One field more, at the end.
    pub fn add(&mut self, name: Name, value: Value) {
        self.fields.push(Field { name, value, error: None, remark: None });
    }

    /// The first field of that name.
    pub fn field(&self, name: Name) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The same, to be changed.
    pub fn field_mut(&mut self, name: Name) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// The trimmed text of a field; empty where there is none.
    pub fn text(&self, name: Name) -> &str {
        self.field(name).and_then(|field| field.value.input()).map_or("", |input| input.value().trim())
    }

    /// The chosen option of a field.
    pub fn choice(&self, name: Name) -> usize {
        match self.field(name).map(|field| &field.value) {
            Some(Value::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    /// Whether a field is switched on.
    pub fn toggle(&self, name: Name) -> bool {
        matches!(self.field(name).map(|field| &field.value), Some(Value::Toggle(true)))
    }

    /// The country that the form says, for reading phone numbers.
    pub fn country(&self) -> Option<Country> {
        crate::reference::find_country(self.text(Name::Country))
    }

    /// Says what is wrong with a field and puts the cursor there.
    pub fn fail(&mut self, at: usize, say: Say) {
        if let Some(field) = self.fields.get_mut(at) {
            field.error = Some(say);
            self.focus = at;
        }
    }
}
