//! What can happen ([`Msg`]) and what the runtime is asked to do ([`Effect`]). Both are data.

use super::{
    Board,
    import::Preview,
    paste::{Alike, Raw, Reading},
};
use crate::command::Chord;
use crate::domain::authenticity::Evidence;
use crate::domain::fatigue::Weary;
use crate::domain::funnel::pipeline::Pipeline;
use crate::domain::insight::{Insight, Study};
use crate::domain::mirror::Mirror;
use crate::domain::rfm::Rfm;
use crate::domain::suggest::Drift;
use crate::domain::view::ViewQuery;
use crate::domain::{
    Bundle, Changes, CustomerId, Detail, Dossier, Edit, Op, OpId, RowChange, SavedView, Say, tally::Tally,
};
use crate::search::Ranking;
use std::path::PathBuf;

/// Anything that happened.
#[derive(Debug)]
pub enum Msg {
    Key(Chord),
    /// Pasted text: text only, never keys.
    Paste(String),
    Mouse(Mouse),
    /// Columns, rows.
    Resize(u16, u16),
    /// The wall clock went on; nothing else happened.
    Tick,
    /// The file is open: what a first screen shows.
    Opened(Box<Opening>),
    /// The whole board, mirrored.
    Loaded(Box<Board>),
    /// An edit, an undo or a redo was committed, or another window's was seen.
    Changed(Box<Changes>),
    /// An edit, an undo or a redo failed; the file is as it was.
    Refused(Say),
    Detail(CustomerId, Box<Detail>),
    /// What was told of the customer that was asked about.
    Studied {
        id: CustomerId,
        study: Box<Study>,
        insight: Insight,
    },
    /// What the network says of a customer.
    Online {
        id: CustomerId,
        found: Vec<Evidence>,
    },
    /// What was told of customers, in short; `whole`: of the last ones of the board.
    Insights {
        found: Vec<(CustomerId, Insight)>,
        whole: bool,
    },
    Ranked {
        generation: u64,
        ranking: Ranking,
    },
    History {
        customer: Option<CustomerId>,
        ops: Vec<Op>,
    },
    Step {
        op: OpId,
        rows: Vec<RowChange>,
    },
    /// A file was read for import, or why not.
    Previewed(Result<Box<Preview>, Say>),
    Progress {
        done: usize,
        total: usize,
    },
    /// A pasted text was taken apart, or why not.
    PasteRead {
        generation: u64,
        reading: Result<Reading, Say>,
    },
    /// Who of those there are could be meant by a paste.
    Alike {
        generation: u64,
        alike: Vec<Alike>,
    },
    /// What the desktop's clipboard holds, or why it could not be asked.
    Clipboard(Result<String, Say>),
    /// The mirror was counted, or why not.
    Mirrored(Result<Box<Mirror>, Say>),
    /// Who of those asked about has heard enough from us.
    Weary {
        asked: Vec<CustomerId>,
        weary: Weary,
    },
    /// Scores, and the misfiled, were reckoned.
    Rfm(Box<Rfm>),
    /// What the funnel's columns come to.
    Pipeline(Result<Box<Pipeline>, Say>),
    Drift(Box<Drift>),
    /// Something to tell, good or bad.
    Told {
        say: Say,
        good: bool,
    },
    /// The program is asked to end (a signal).
    Stop,
}

/// What the first screen is made from.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The file's name, for the header.
    pub file: String,
    pub read_only: bool,
    /// A throw-away board of made-up customers.
    pub demo: bool,
    /// The first customers of the default view.
    pub bundles: Vec<Bundle>,
    pub tally: Tally,
    pub views: Vec<SavedView>,
}

/// A mouse event at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    pub column: u16,
    pub row: u16,
    pub kind: MouseKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    Click,
    WheelUp,
    WheelDown,
}

/// Work for the runtime.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Commit(Box<Edit>),
    Undo,
    Redo,
    /// Reads a customer's timeline.
    Load(CustomerId),
    /// Counts who of these has heard enough from us.
    Weary(Vec<CustomerId>),
    /// Tells all of a customer: verdict, fit, silence, next step.
    Study(CustomerId),
    /// The same of one that need not be the one that is looked at.
    StudyAside(CustomerId),
    /// Asks the network about a customer.
    Online(CustomerId),
    /// Tells of customers in short.
    Tell(Vec<CustomerId>),
    /// Tells of the whole board in short.
    TellAll,
    /// Ranks the board by a query; only the newest generation's answer counts.
    Rank {
        generation: u64,
        query: String,
    },
    /// To the clipboard.
    Copy(String),
    /// From the desktop's clipboard, where a tool can be asked.
    ReadClipboard,
    /// Takes a pasted text apart.
    ReadPaste {
        generation: u64,
        text: Raw,
    },
    /// Looks for customers who could be this one.
    Alike {
        generation: u64,
        dossier: Box<Dossier>,
    },
    /// To the desktop's opener.
    Open(String),
    History {
        customer: Option<CustomerId>,
    },
    Step(OpId),
    /// Reads files and plans their import.
    Preview(ImportFrom),
    /// Stops the running job; nothing of it stays.
    Interrupt,
    /// Reckons scores and segments as of today.
    ReckonRfm,
    /// Counts what the funnel's columns come to, and who is stuck.
    CountPipeline,
    /// Reckons who is filed under the wrong tier.
    ReckonDrift,
    Export {
        path: PathBuf,
        customers: Vec<CustomerId>,
    },
    Backup,
    OpenDemo,
    /// Counts the mirror.
    Mirror,
    Redraw,
    Suspend,
    Quit,
}

/// Files to import together, and how to read them where the exporter knows better.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportFrom {
    /// Several are one list: orders and, in another file, their lines.
    pub paths: Vec<PathBuf>,
    pub encoding: Option<String>,
    /// Differing values of the file replace what is on the board.
    pub overwrite: bool,
    pub rows: ImportRows,
    /// Field and column, as the exporter wrote them.
    pub map: Vec<(String, String)>,
    pub no_header: bool,
}

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportRows {
    /// Found out.
    #[default]
    Auto,
    Customers,
    Orders,
    Mail,
}

impl ImportRows {
    /// In the order of a choice.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Customers, Self::Orders, Self::Mail];

    /// Locale key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "rows-auto",
            Self::Customers => "rows-customers",
            Self::Orders => "rows-orders",
            Self::Mail => "rows-mail",
        }
    }
}

/// The query a search line starts from, kept so that Esc can bring it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    pub query: ViewQuery,
    pub selected: Option<CustomerId>,
}
