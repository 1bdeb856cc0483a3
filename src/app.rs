//! State and update. No ratatui, no I/O, no clock: [`App::update`] takes what happened and returns what to do.

pub mod ahead;
pub mod board;
pub mod calendar;
pub mod card;
pub mod figures;
pub mod form;
pub mod funnel;
pub mod help;
pub mod import;
pub mod insight;
pub mod list;
pub mod mirror;
pub mod modal;
pub mod msg;
pub mod online;
pub mod paste;
pub mod regions;
pub mod reply;
pub mod textbox;
pub mod triage;
pub mod views;
pub mod weary;

mod act;
mod availability;
mod forms;
mod merge;
mod step;
mod told;
mod tongue;
mod update;

#[cfg(test)]
mod tests;

pub use board::{Board, Slot};
pub use msg::{Effect, ImportFrom, ImportRows, Mouse, MouseKind, Msg, Opening};
pub use regions::{Area, Regions};

use crate::command::{Chord, Keymap, Scope};
use crate::domain::{
    Bundle, Country, CustomerId, Now, Say, fit::FitRules, reckoning::Reckoning, rules::Rules, view::Builtin,
};
use crate::reference::Lang;
use calendar::CalendarPane;
use card::CardPane;
use chrono::{DateTime, Utc};
use list::ListPane;
use modal::Modal;
use tongue::Tongue;
use views::ViewsPane;

/// A region of the screen that can have the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    Views,
    #[default]
    List,
    Card,
    Month,
    Agenda,
}

impl Pane {
    /// In the order of Tab.
    pub const ALL: [Self; 5] = [Self::List, Self::Card, Self::Month, Self::Agenda, Self::Views];

    /// The scope of its keys.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Views => Scope::Views,
            Self::List => Scope::List,
            Self::Card => Scope::Card,
            Self::Month => Scope::Month,
            Self::Agenda => Scope::Agenda,
        }
    }
}

/// What the exporter set, as far as the screen needs it.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub lang: Option<Lang>,
    pub theme: String,
    pub rules: Rules,
    /// Whether the rhythm gives every customer a next follow-up.
    pub plans: bool,
    pub keymap: Keymap,
    /// Tier names in the exporter's words, by [`crate::domain::Tier::index`]; empty: the letter alone.
    pub tier_names: [String; 4],
    /// How each tier is served, in the exporter's words (`S2.5`), by tier; shown on the card.
    pub policies: [String; 4],
    /// The country whose public holidays the exporter keeps.
    pub holidays: Option<Country>,
    /// What speaks for a customer.
    pub fit: FitRules,
    /// How figures are reckoned.
    pub reckoning: Reckoning,
    /// Who writes: for templates.
    pub me: Me,
    /// What was wrong in the configuration, said at the start.
    pub problems: Vec<Say>,
}

/// The exporter, as messages name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Me {
    pub name: String,
    pub company: String,
    pub signature: String,
}

/// How far the program is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The file is being opened: nothing to see yet.
    #[default]
    Opening,
    /// An empty file: what to begin with.
    Welcome,
    Open,
}

/// A line that says what happened, until the next key or a while later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub say: Say,
    pub good: bool,
    pub until: DateTime<Utc>,
}

/// Slow work in progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// Locale key of what it is: `job-import`.
    pub key: &'static str,
    pub done: usize,
    pub total: usize,
}

/// All that the screen shows.
#[derive(Debug)]
pub struct App {
    pub board: Board,
    /// As of the last message; what is drawn is drawn as of this.
    pub now: Now,
    pub settings: Settings,
    pub lang: Lang,
    /// Name of the theme in force.
    pub theme: String,
    pub file: String,
    pub read_only: bool,
    pub demo: bool,
    pub phase: Phase,
    /// Columns, rows.
    pub size: (u16, u16),
    pub focus: Pane,
    pub views: ViewsPane,
    pub list: ListPane,
    pub card: CardPane,
    pub calendar: CalendarPane,
    /// The customer that the card shows and that keys act on.
    pub current: Option<CustomerId>,
    /// The innermost is last.
    pub modals: Vec<Modal>,
    /// The first of two chords.
    pub prefix: Option<Chord>,
    pub pasting: paste::Pasting,
    /// What the network said of customers.
    pub online: online::Online,
    pub toast: Option<Toast>,
    pub job: Option<Job>,
    /// An absence announced in what is being logged, to be offered as a pause.
    pub offer: Option<(CustomerId, crate::domain::silence::Absence)>,
    /// No key and no click has come since the file was opened.
    pub untouched: bool,
    /// Where the cursor goes once a new customer is on the board.
    pub land_on_new: bool,
}

impl App {
    /// A program that waits for its file.
    pub fn new(settings: Settings, lang: Lang, size: (u16, u16), now: Now) -> Self {
        let theme = settings.theme.clone();
        Self {
            board: Board::new(settings.rules.clone(), &now),
            calendar: CalendarPane::new(now.today()),
            lang: settings.lang.unwrap_or(lang),
            settings,
            theme,
            now,
            file: String::new(),
            read_only: false,
            demo: false,
            phase: Phase::default(),
            size,
            focus: Pane::default(),
            views: ViewsPane::default(),
            list: ListPane::default(),
            card: CardPane::default(),
            current: None,
            modals: Vec::new(),
            prefix: None,
            pasting: paste::Pasting::default(),
            online: online::Online::default(),
            toast: None,
            job: None,
            offer: None,
            untouched: false,
            land_on_new: false,
        }
    }

    /// The screen's division; `None`: the terminal is too small.
    pub fn regions(&self) -> Option<Regions> {
        Regions::of(self.size, self.focus)
    }

    /// The customer that keys act on.
    pub fn current(&self) -> Option<&Bundle> {
        self.board.get(self.current?)
    }

    /// The customers that a bulk key acts on: the marked ones that are shown, or the current one. What cannot be seen
    /// is never changed.
    pub fn targets(&self) -> Vec<CustomerId> {
        if let Some(open) = self.funnel() {
            return open.here().into_iter().collect();
        }
        let marks = &self.list.marks;
        let shown = self.list.rows.iter().filter_map(|slot| self.board.at(*slot)).map(|bundle| bundle.customer.id);
        let marked: Vec<CustomerId> =
            if marks.is_empty() { Vec::new() } else { shown.filter(|id| marks.contains(id)).collect() };
        if marked.is_empty() { self.current.into_iter().collect() } else { marked }
    }

    /// Whose keys answer, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        if let Some(modal) = self.modals.last() {
            return vec![modal.scope()];
        }
        match self.phase {
            Phase::Opening => vec![],
            Phase::Welcome => vec![Scope::Welcome],
            Phase::Open if self.list.search.is_some() => vec![Scope::Search],
            Phase::Open => {
                let view = match self.list.query.builtin {
                    Builtin::Inquiries => Some(Scope::Inquiries),
                    Builtin::Waiting => Some(Scope::Waiting),
                    _ => None,
                };
                let own = view.filter(|_| self.focus == Pane::List);
                own.into_iter().chain([self.focus.scope(), Scope::Board]).collect()
            }
        }
    }

    /// When something on the screen changes by itself: the next minute, or a toast that fades.
    pub fn deadline(&self) -> DateTime<Utc> {
        let seconds = 60 - self.now.instant.timestamp().rem_euclid(60);
        let minute = self.now.instant + chrono::Duration::seconds(seconds);
        self.toast.as_ref().map_or(minute, |toast| minute.min(toast.until))
    }
}
