//! Where a command answers, and how help and palette group commands.

/// Where a command answers. A modal's scope hides those below it; a pane's scope comes before the board's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere on the board, no modal open.
    Board,
    Views,
    List,
    Card,
    Month,
    Agenda,
    /// The search line is open.
    Search,
    /// A form, a prompt: letters are text.
    Form,
    /// A list to choose from by letter or arrow.
    Menu,
    Palette,
    Help,
    History,
    Merge,
    Import,
    /// What was found in a paste.
    Paste,
    /// A line of it is being written.
    Line,
    /// Several lines are being written.
    Text,
    Welcome,
    /// The list, while it shows inquiries.
    Inquiries,
    /// The list, while it shows who owes an answer.
    Waiting,
    Triage,
    Reply,
    Why,
    Evidence,
    /// Scores and segments.
    Rfm,
    /// Who is filed under the wrong tier.
    Drift,
    /// Whom to reach before a long holiday.
    Ahead,
    /// The mirror's pages.
    Statistics,
    /// The columns of the funnel.
    Funnel,
}

impl Scope {
    /// The panes of the board.
    pub const PANES: [Self; 5] = [Self::Views, Self::List, Self::Card, Self::Month, Self::Agenda];

    /// Whether a chord can mean two things when both scopes have it.
    pub fn overlaps(self, other: Self) -> bool {
        self == other
            || (self == Self::Board && Self::PANES.contains(&other))
            || (other == Self::Board && Self::PANES.contains(&self))
    }
}

/// How help and palette group commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    Move,
    Find,
    Reach,
    Work,
    Decide,
    Edit,
    Calendar,
    Program,
    Window,
}

impl Group {
    /// In the order shown.
    pub const ALL: [Self; 9] = [
        Self::Find,
        Self::Reach,
        Self::Work,
        Self::Decide,
        Self::Edit,
        Self::Calendar,
        Self::Move,
        Self::Program,
        Self::Window,
    ];

    /// Locale key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Move => "group-move",
            Self::Find => "group-find",
            Self::Reach => "group-reach",
            Self::Work => "group-work",
            Self::Decide => "group-decide",
            Self::Edit => "group-edit",
            Self::Calendar => "group-calendar",
            Self::Program => "group-program",
            Self::Window => "group-window",
        }
    }
}
