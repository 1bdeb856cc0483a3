//! Changes asked of the data. One [`Edit`] is one op: committed whole, undone whole.

use super::{
    CareDate, ChannelId, ChannelKind, ContactId, CustomerFields, CustomerId, Direction, Due, FollowUpId, FollowUpState,
    Made, NewOrder, OpId, OrderFields, OrderId, OrderStatus, Pause, Ruling, Stage, Status, Text, Tier, ViewId,
    mirror::StageChange, view::ViewQuery,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A person to be written; `id` is `None` for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactDraft {
    pub id: Option<ContactId>,
    pub name: Text,
    pub role: Text,
}

/// A channel to be written; `id` is `None` for a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelDraft {
    pub id: Option<ChannelId>,
    /// Index into the dossier's `contacts`.
    pub contact: Option<usize>,
    pub kind: ChannelKind,
    pub handle: Text,
    pub norm: Text,
    pub primary: bool,
    pub emergency: bool,
}

/// A customer as a form or a file gives it, whole: rows of the customer that it does not name are removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// `None`: a new customer.
    pub id: Option<CustomerId>,
    pub fields: CustomerFields,
    pub contacts: Vec<ContactDraft>,
    pub channels: Vec<ChannelDraft>,
    pub care_dates: Vec<CareDate>,
    /// New ones, added to those there are: what a file says was said. Nothing here removes a row.
    pub interactions: Vec<NewInteraction>,
    /// New ones, added to those there are.
    pub follow_ups: Vec<NewFollowUp>,
    /// Closed ones, added to those there are: the history that a file or the demo brings along.
    pub closed: Vec<ClosedFollowUp>,
    /// New ones, added to those there are.
    pub orders: Vec<NewOrder>,
    /// How they came through the funnel before they came here, the oldest first; added to what there is.
    pub stage_changes: Vec<StageChange>,
}

/// Something said or written, to be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInteraction {
    pub at: DateTime<Utc>,
    pub direction: Direction,
    pub kind: Option<ChannelKind>,
    pub text: Text,
    pub outcome: Text,
    /// Slug of the template it was written from; empty: none.
    pub template: Text,
}

/// A follow-up to be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFollowUp {
    pub due: Due,
    pub note: Text,
    pub made: Made,
}

/// A follow-up that was planned and closed before it came here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedFollowUp {
    pub follow_up: NewFollowUp,
    /// Not [`FollowUpState::Open`].
    pub state: FollowUpState,
    pub at: DateTime<Utc>,
}

/// A change asked of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Writes a new or a changed customer.
    Save(Box<Dossier>),
    SetTier {
        customers: Vec<CustomerId>,
        tier: Tier,
    },
    /// Each under a tier of its own: suggestions taken together.
    File {
        tiers: Vec<(CustomerId, Tier)>,
    },
    /// `reason`: why they are lost; of any other stage there is none.
    SetStage {
        customers: Vec<CustomerId>,
        stage: Option<Stage>,
        reason: Text,
    },
    SetFavourite {
        customers: Vec<CustomerId>,
        favourite: bool,
    },
    SetStatus {
        customers: Vec<CustomerId>,
        status: Status,
    },
    /// Leaves customers in peace until a day, or ends that. Follow-ups without a promised time that lie before the day
    /// move to it.
    Pause {
        customers: Vec<CustomerId>,
        pause: Option<Pause>,
    },
    /// Adds and removes tags.
    Tag {
        customers: Vec<CustomerId>,
        add: Vec<Text>,
        remove: Vec<Text>,
    },
    Delete {
        customers: Vec<CustomerId>,
    },
    /// `gone`'s contacts, channels (without doubles), interactions, follow-ups and care dates move to `keep`, whose
    /// fields become `fields`; `gone` is deleted.
    Merge {
        keep: CustomerId,
        gone: CustomerId,
        fields: Box<CustomerFields>,
    },
    /// Logs a contact, closes `done` and plans `next`.
    Log {
        customer: CustomerId,
        interaction: NewInteraction,
        done: Vec<Closing>,
        next: Option<NewFollowUp>,
    },
    Plan {
        customers: Vec<CustomerId>,
        follow_up: NewFollowUp,
    },
    /// Moves open follow-ups, each to its own new time.
    Move {
        moves: Vec<(FollowUpId, Due)>,
    },
    /// Changes an open follow-up's time and note.
    Replan {
        id: FollowUpId,
        follow_up: NewFollowUp,
    },
    /// Closes open follow-ups, each kept or late.
    Done {
        follow_ups: Vec<Closing>,
        at: DateTime<Utc>,
    },
    /// Takes open follow-ups off the list undone.
    Drop {
        follow_ups: Vec<FollowUpId>,
        at: DateTime<Utc>,
        /// Why they are skipped; empty: not said.
        reason: Text,
    },
    /// Brings the plan of every customer up to date with the rules: those who have no next follow-up get one, and what
    /// no longer stands where it should moves.
    Rhythm,
    /// Takes inquiries on as customers of a tier: past the inquiry stage, at `stage`, on the to-do lists, each with its
    /// first follow-up.
    Accept {
        customers: Vec<(CustomerId, Option<NewFollowUp>)>,
        tier: Tier,
        stage: Stage,
    },
    /// The exporter's word on whether they are real and worth the work. Fakes and those who are no target leave the to-do
    /// lists; another word brings them back.
    Rule {
        customers: Vec<CustomerId>,
        ruling: Ruling,
        /// A line for the notes: what the word rests on. Empty: none.
        note: Text,
    },
    /// Goes on with a customer as advised: moves an open follow-up or plans one, and makes a channel the primary one.
    Proceed {
        customer: CustomerId,
        moved: Option<FollowUpId>,
        follow_up: NewFollowUp,
        primary: Option<ChannelId>,
    },
    SaveView {
        id: Option<ViewId>,
        name: Text,
        query: Box<ViewQuery>,
    },
    DeleteView {
        id: ViewId,
    },
    /// Writes a new or a changed order, lines and all.
    SaveOrder {
        id: Option<OrderId>,
        customer: CustomerId,
        order: Box<OrderFields>,
    },
    /// What is shipped has left `on` that day, where none is written.
    SetOrderStatus {
        orders: Vec<OrderId>,
        status: OrderStatus,
        on: NaiveDate,
    },
    DeleteOrder {
        orders: Vec<OrderId>,
    },
    /// One import of orders: buyers nobody knew with theirs, known ones' new orders, and orders that read differently now.
    ImportOrders {
        source: Text,
        newcomers: Vec<Dossier>,
        sales: Vec<(CustomerId, Vec<NewOrder>)>,
        changed: Vec<(OrderId, NewOrder)>,
    },
    /// One import: all the dossiers, or none.
    Import {
        source: Text,
        dossiers: Vec<Dossier>,
    },
}

/// A follow-up to close, and whether that is after its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    pub id: FollowUpId,
    pub late: bool,
}

/// What an op did, to be said in either language: a locale key and its arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// `op-set-tier` and so on, see [`Edit::label_key`].
    pub key: Text,
    /// The customer (or view) when there is one; the first of several.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub name: Text,
    /// How many customers or follow-ups.
    #[serde(default)]
    pub count: usize,
    /// The tier, the stage, the date, the file.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub detail: Text,
}

impl Edit {
    /// The locale key of this change's name.
    pub const fn label_key(&self) -> &'static str {
        match self {
            Self::Save(dossier) => match dossier.id {
                None => "op-add",
                Some(_) => "op-edit",
            },
            Self::SetTier { .. } => "op-tier",
            Self::File { .. } => "op-file",
            Self::SetStage { .. } => "op-stage",
            Self::SetFavourite { favourite: true, .. } => "op-favourite",
            Self::SetFavourite { .. } => "op-unfavourite",
            Self::SetStatus { status: Status::Active, .. } => "op-activate",
            Self::SetStatus { .. } => "op-archive",
            Self::Pause { pause: Some(_), .. } => "op-pause",
            Self::Pause { .. } => "op-unpause",
            Self::Tag { .. } => "op-tag",
            Self::Delete { .. } => "op-delete",
            Self::Merge { .. } => "op-merge",
            Self::Log { .. } => "op-log",
            Self::Plan { .. } => "op-plan",
            Self::Move { .. } => "op-move",
            Self::Replan { .. } => "op-replan",
            Self::Done { .. } => "op-done",
            Self::Drop { .. } => "op-drop",
            Self::Rhythm => "op-rhythm",
            Self::Accept { .. } => "op-accept",
            Self::Rule { ruling, .. } => match ruling {
                Ruling::Undecided => "op-rule-undecided",
                Ruling::Real => "op-rule-real",
                Ruling::Doubtful => "op-rule-doubtful",
                Ruling::Fake => "op-rule-fake",
                Ruling::NotTarget => "op-rule-not-target",
            },
            Self::Proceed { .. } => "op-proceed",
            Self::SaveView { .. } => "op-save-view",
            Self::DeleteView { .. } => "op-delete-view",
            Self::SaveOrder { id: None, .. } => "op-order-add",
            Self::SaveOrder { .. } => "op-order-edit",
            Self::SetOrderStatus { .. } => "op-order-status",
            Self::DeleteOrder { .. } => "op-order-delete",
            Self::ImportOrders { .. } => "op-import-orders",
            Self::Import { .. } => "op-import",
        }
    }
}

/// Where an op stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OpState {
    /// In force.
    Done,
    /// Undone, and `redo` brings it back.
    Undone,
    /// Undone, and something else was done since.
    Dropped,
}

/// One step of the log, for the history screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Op {
    pub id: OpId,
    pub at: DateTime<Utc>,
    pub label: Label,
    pub state: OpState,
    /// Rows changed.
    pub changes: usize,
}

/// One row before and after, as the history screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// Table name.
    pub table: Text,
    pub row: i64,
    /// The customer it belongs to, and its name where it still (or again) exists.
    pub customer: Option<(CustomerId, Text)>,
    /// Column, before, after; only columns that differ. `None`: the row was not there.
    pub columns: Vec<(Text, Option<Text>, Option<Text>)>,
}

/// How a change came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Committed,
    Undone,
    Redone,
    /// Another window on the same file.
    Elsewhere,
    /// Another window, which took a step back.
    UndoneElsewhere,
    /// A backup was put in the place of the file.
    RestoredElsewhere,
}

impl Cause {
    /// Whether this window did it.
    pub const fn is_own(self) -> bool {
        !matches!(self, Self::Elsewhere | Self::UndoneElsewhere | Self::RestoredElsewhere)
    }
}

/// What a commit, an undo, a redo or another window changed: the feed of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    pub cause: Cause,
    /// The last op behind it, and its name.
    pub op: Option<(OpId, Label)>,
    /// The customers touched, as they are now; `None`: gone.
    pub customers: Vec<(CustomerId, Option<super::Bundle>)>,
    /// Every saved view, when one was touched.
    pub views: Option<Vec<super::SavedView>>,
    /// Too much changed to list: read the whole file again.
    pub reload: bool,
}
