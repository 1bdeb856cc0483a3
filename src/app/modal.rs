//! Layers over the board: menus, palette, help, history, merge. Forms have a file of their own.

use super::ahead::AheadView;
use super::figures::{DriftView, RfmView};
use super::{
    App, form::Form, funnel::FunnelBoard, help::Help, import::ImportView, insight::Panel, mirror::Statistics,
    paste::PasteView, reply::Reply, triage::Triage,
};
use crate::command::{Chord, Scope};
use crate::domain::{
    Country, CustomerFields, CustomerId, Due, FollowUpId, Op, OpId, OrderId, OrderStatus, Pause, RowChange, Say, Stage,
    Text,
};
use chrono::NaiveDate;
use tui_input::Input;

/// A layer over the board.
#[derive(Debug)]
pub enum Modal {
    Form(Box<Form>),
    Menu(Menu),
    Palette(Palette),
    Help(Help),
    /// What is good to know of a country.
    Country(CountryView),
    History(HistoryView),
    Merge(Box<Merge>),
    Import(Box<ImportView>),
    Triage(Box<Triage>),
    Reply(Box<Reply>),
    /// Why the current customer is silent.
    Why(Panel),
    /// Whether the current customer is real.
    Evidence(Panel),
    Paste(Box<PasteView>),
    Rfm(RfmView),
    Drift(Box<DriftView>),
    /// Whom to reach before a long holiday.
    Ahead(Box<AheadView>),
    Statistics(Box<Statistics>),
    Funnel(Box<FunnelBoard>),
}

impl Modal {
    /// Whose keys answer.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Form(_) => Scope::Form,
            Self::Menu(_) => Scope::Menu,
            Self::Palette(_) => Scope::Palette,
            Self::Help(_) | Self::Country(_) => Scope::Help,
            Self::History(_) => Scope::History,
            Self::Merge(_) => Scope::Merge,
            Self::Import(_) => Scope::Import,
            Self::Triage(_) => Scope::Triage,
            Self::Reply(_) => Scope::Reply,
            Self::Why(_) => Scope::Why,
            Self::Evidence(_) => Scope::Evidence,
            Self::Paste(view) => view.scope(),
            Self::Rfm(_) => Scope::Rfm,
            Self::Drift(_) => Scope::Drift,
            Self::Ahead(_) => Scope::Ahead,
            Self::Statistics(_) => Scope::Statistics,
            Self::Funnel(_) => Scope::Funnel,
        }
    }
}

/// A few things to choose from, by letter or by arrow and Enter.
#[derive(Clone, Debug, PartialEq)]
pub struct Menu {
    pub title: Say,
    pub items: Vec<Item>,
    pub cursor: usize,
}

/// One of a menu's things.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub key: char,
    pub label: Say,
    pub choice: Choice,
}

/// What choosing an item does.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    Stage(Option<Stage>),
    OrderStatus {
        id: OrderId,
        status: OrderStatus,
    },
    /// Copies, or opens, the channel at that place of the current customer.
    Copy(usize),
    Open(usize),
    Move {
        id: FollowUpId,
        due: Due,
    },
    /// Many at once, each to its own day.
    Moves(Vec<(FollowUpId, Due)>),
    /// Takes it off the list, and why.
    Skip(FollowUpId, Text),
    /// Puts the inquiry in triage off.
    PutOff(NaiveDate),
    Delete(Vec<CustomerId>),
    Pause(CustomerId, Box<Pause>),
    Theme(&'static str),
    Nothing,
}

/// Every command by name.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    pub input: Input,
    /// Rows of [`crate::command::table::TABLE`], the best first.
    pub rows: Vec<usize>,
    pub cursor: usize,
    pub top: usize,
}

/// A country, and how far its panel is scrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountryView {
    pub country: Country,
    pub top: usize,
}

/// The log, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryView {
    /// `None`: every step of the file.
    pub customer: Option<CustomerId>,
    pub ops: Vec<Op>,
    pub loaded: bool,
    pub cursor: usize,
    pub top: usize,
    /// What the step under the cursor changed, once it was read.
    pub step: Option<(OpId, Vec<RowChange>)>,
}

/// Whose value a merge keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Keep,
    Gone,
}

/// Two customers that are one: field by field.
#[derive(Clone, Debug)]
pub struct Merge {
    pub keep: CustomerId,
    pub gone: CustomerId,
    pub names: (String, String),
    pub rows: Vec<MergeRow>,
    pub cursor: usize,
    pub fields: (CustomerFields, CustomerFields),
    pub waiting: bool,
}

/// A field on which the two differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeRow {
    /// Locale key of the field: `field-city`.
    pub field: &'static str,
    pub keep: String,
    pub gone: String,
    pub take: Side,
}

impl App {
    /// The keys that may follow the first of two, and what they do.
    pub fn continuations(&self) -> Vec<(Chord, usize)> {
        self.prefix.map_or_else(Vec::new, |prefix| self.settings.keymap.continuations(&self.scopes(), prefix))
    }
}
