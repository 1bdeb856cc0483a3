//! A pasted text on its way to a buyer: what was found in it and where, whom it could be about, and what of it is taken.

use super::textbox::TextBox;
use crate::command::Scope;
use crate::domain::{ChannelKind, CustomerId, Say, Text};
use std::sync::Arc;
use tui_input::Input;

mod act;
mod difference;
mod edit;
mod write;

pub use difference::via_name;

/// The pasted text that is at hand, when its layer is closed, and what answers are waited for.
#[derive(Debug, Default)]
pub struct Pasting {
    /// What Esc put aside: `p` brings it back as it was.
    pub kept: Option<Box<PasteView>>,
    /// Pasted where it could not be taken: offered once the file is open, or by `p`.
    pub early: Option<String>,
    /// Only the newest question's answer counts.
    pub generation: u64,
}

/// The layer of a pasted text.
#[derive(Clone, Debug)]
pub struct PasteView {
    pub stage: Stage,
    /// What to know about the paste as a whole: nothing in the clipboard, nobody in the text.
    pub note: Option<Say>,
}

/// How far a paste is.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Nothing there yet: a box that takes a paste or typing.
    Box(TextBox),
    /// It is being taken apart.
    Reading,
    Sorting(Box<Sorting>),
}

/// A text taken apart, as the runtime hands it over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub finds: Vec<Find>,
    /// What was left out, and why.
    pub left_out: Vec<Say>,
    /// Whether anything in it is worth a layer of its own.
    pub useful: bool,
}

/// Something found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    pub part: Part,
    pub value: String,
    /// How it is compared; empty: as it is written.
    pub norm: Text,
    pub from: Origin,
    /// Whether it is taken unless the exporter says otherwise.
    pub on: bool,
}

/// Where in the text something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Locale key of the reason: `paste-source-label`.
    pub why: &'static str,
    /// From 1; 0: nowhere in the text.
    pub line: usize,
    /// The line.
    pub snippet: String,
}

/// Which part of a customer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Name,
    Person,
    Role,
    Channel(ChannelKind),
    Country,
    City,
    Language,
    Interests,
    Source,
    /// The kind of channel the message came by; `None`: the text does not say.
    Via(Option<ChannelKind>),
    Message,
}

impl Part {
    /// Locale key of its label.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "field-name",
            Self::Person => "field-person",
            Self::Role => "field-role",
            Self::Channel(_) => "field-channel",
            Self::Country => "field-country",
            Self::City => "field-city",
            Self::Language => "field-language",
            Self::Interests => "field-interests",
            Self::Source => "field-source",
            Self::Via(_) => "paste-field-via",
            Self::Message => "paste-field-message",
        }
    }
}

/// Somebody there is who could be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    pub id: CustomerId,
    /// Locale key of the reason: `paste-likely-handle`.
    pub why: &'static str,
    /// One and the same address or number.
    pub sure: bool,
    /// The message stands in the timeline already.
    pub said: bool,
}

/// The fields of a paste, and for whom they are.
#[derive(Clone, Debug, Default)]
pub struct Sorting {
    pub rows: Vec<Row>,
    pub cursor: usize,
    /// The first is the new customer.
    pub targets: Vec<Target>,
    /// Which of them is chosen.
    pub at: usize,
    /// The exporter turned to it; else the likeliest is.
    pub chosen: bool,
    pub left_out: Vec<Say>,
    /// The customers there are, are being looked through.
    pub looking: bool,
    pub editing: Option<Editing>,
    pub error: Option<Say>,
    /// The edit is on its way to the disk.
    pub waiting: bool,
}

/// A field being written.
#[derive(Clone, Debug)]
pub enum Editing {
    Line(Input),
    Text(TextBox),
}

/// One line of the layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub find: Find,
    /// The exporter wrote it: the reader's norm no longer counts.
    pub edited: bool,
}

/// A new customer, or one there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// `None`: a new customer.
    pub id: Option<CustomerId>,
    pub name: String,
    /// Locale key of why it could be this one.
    pub why: &'static str,
    pub said: bool,
    /// By row.
    pub takes: Vec<Take>,
}

/// What becomes of a row at a target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Take {
    pub on: bool,
    pub theirs: Theirs,
}

/// What the customer has where the row would go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Theirs {
    /// Nothing: the row fills a gap or adds to a list.
    #[default]
    Nothing,
    /// The same already.
    Same,
    /// Something else: taken only when the exporter says so.
    Other(String),
    /// Not asked of this customer.
    Hidden,
}

impl Sorting {
    /// The chosen target.
    pub fn target(&self) -> Option<&Target> {
        self.targets.get(self.at)
    }

    /// The rows that the chosen target shows.
    pub fn shown(&self) -> Vec<usize> {
        let hidden = |at: &usize| {
            self.target().and_then(|target| target.takes.get(*at)).is_some_and(|take| take.theirs == Theirs::Hidden)
        };
        (0..self.rows.len()).filter(|at| !hidden(at)).collect()
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<usize> {
        self.shown().get(self.cursor).copied()
    }
}

impl PasteView {
    /// An empty box.
    pub fn empty() -> Self {
        Self { stage: Stage::Box(TextBox::default()), note: None }
    }

    /// Whether an edit is on its way.
    pub fn waiting(&self) -> bool {
        matches!(&self.stage, Stage::Sorting(sorting) if sorting.waiting)
    }

    /// The field of one line that is being written.
    pub const fn line_mut(&mut self) -> Option<&mut Input> {
        match &mut self.stage {
            Stage::Sorting(sorting) => match &mut sorting.editing {
                Some(Editing::Line(input)) => Some(input),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whose keys answer: letters are text where some is being written.
    pub const fn scope(&self) -> Scope {
        match &self.stage {
            Stage::Box(_) => Scope::Text,
            Stage::Reading => Scope::Paste,
            Stage::Sorting(sorting) => match sorting.editing {
                Some(Editing::Line(_)) => Scope::Line,
                Some(Editing::Text(_)) => Scope::Text,
                None => Scope::Paste,
            },
        }
    }
}

/// The whole of a paste as it came: shared, because a large one is not copied on the way to its reader.
pub type Raw = Arc<String>;
