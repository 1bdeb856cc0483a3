//! Which customers are shown, and in what order: the filter behind the views, the tier keys and saved views.

use super::{Bundle, Country, Now, Stage, Status, Text, Tier, cadence::Tone, care, rules::Rules};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The views that every board has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Builtin {
    /// Every active customer.
    #[default]
    All,
    /// A follow-up is due today or overdue.
    Due,
    /// At the stage `inquiry`.
    Inquiries,
    /// Due, and somebody is at the desk there, or will be soon.
    Reachable,
    /// We spoke last, and the customer owes an answer.
    Waiting,
    Favourites,
    /// The ideal day of the rhythm is here.
    Amber,
    /// The latest day of the rhythm is past.
    Red,
    /// A birthday or another day to greet on is near.
    Care,
    /// Left alone longer than the tier allows (`S0.3`).
    OpenSea,
    /// Off the to-do lists.
    Archived,
}

impl Builtin {
    /// In the order shown.
    pub const ALL: [Self; 11] = [
        Self::All,
        Self::Due,
        Self::Inquiries,
        Self::Reachable,
        Self::Waiting,
        Self::Favourites,
        Self::Amber,
        Self::Red,
        Self::Care,
        Self::OpenSea,
        Self::Archived,
    ];

    /// The name on the command line and in locale keys (`view-due`).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Due => "due",
            Self::Inquiries => "inquiries",
            Self::Reachable => "reachable",
            Self::Waiting => "waiting",
            Self::Favourites => "favourites",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::Care => "care",
            Self::OpenSea => "open-sea",
            Self::Archived => "archived",
        }
    }

    /// The inverse of [`Builtin::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.as_str() == text)
    }

    /// Position in [`Builtin::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The order that the view is for; `None`: any.
    pub const fn own_sort(self) -> Option<Sort> {
        match self {
            Self::Inquiries => Some(Sort::Created),
            Self::Waiting => Some(Sort::Silence),
            Self::Reachable => Some(Sort::Window),
            Self::OpenSea => Some(Sort::Worth),
            _ => None,
        }
    }

    /// The order to show the view in, coming from one that was shown in the order `before`.
    pub fn sort_after(self, before: Sort) -> Sort {
        let borrowed = Self::ALL.into_iter().any(|view| view.own_sort() == Some(before));
        self.own_sort().unwrap_or(if borrowed { Sort::default() } else { before })
    }

    /// Whether the customer is in the view. Whether somebody is at a desk is the board's to say: of
    /// [`Builtin::Reachable`] this is only who is due.
    pub fn holds(self, bundle: &Bundle, rules: &Rules, now: &Now) -> bool {
        let customer = &bundle.customer;
        if (customer.status == Status::Archived) != (self == Self::Archived) {
            return false;
        }
        match self {
            Self::All | Self::Archived => true,
            Self::Due => bundle.next_follow_up().is_some_and(|next| next.here.on <= now.today()),
            Self::Inquiries => customer.stage == Some(Stage::INQUIRY),
            Self::Reachable => !customer.verdict.is_final() && bundle.due_by(now),
            Self::Waiting => bundle.last_out.is_some() && bundle.last_out > bundle.last_in,
            Self::Favourites => customer.favourite,
            Self::Amber => Tone::of(bundle, rules, now) == Tone::Amber,
            Self::Red => Tone::of(bundle, rules, now) == Tone::Red,
            Self::Care => care::near(bundle, rules.feasts, now.today()).is_some(),
            Self::OpenSea => rules.in_open_sea(bundle, now),
        }
    }
}

/// The views that a customer is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Views(u16);

impl Views {
    /// Those that hold the customer on the day of `now`; of [`Builtin::Reachable`], who is due at its minute.
    pub fn of(bundle: &Bundle, rules: &Rules, now: &Now) -> Self {
        let held = Builtin::ALL.into_iter().filter(|view| view.holds(bundle, rules, now));
        Self(held.fold(0, |views, view| views | 1 << view.index()))
    }

    /// Whether that view is one of them.
    pub const fn has(self, view: Builtin) -> bool {
        self.0 & 1 << view.index() != 0
    }
}

/// What the list is ordered by. Ties fall to the name, then the id, so that the order never jumps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The most overdue first; customers with nothing planned last.
    #[default]
    Next,
    Name,
    Tier,
    Country,
    /// The longest silent first.
    Last,
    /// The newest customer first.
    Created,
    Stage,
    /// The worst silence first.
    Silence,
    /// The desk that closes first, then the one that opens first.
    Window,
    /// The most worth mining first (`S0.3`).
    Worth,
}

impl Sort {
    /// In the order that the sort key steps through.
    pub const ALL: [Self; 10] = [
        Self::Next,
        Self::Name,
        Self::Tier,
        Self::Country,
        Self::Last,
        Self::Created,
        Self::Stage,
        Self::Silence,
        Self::Window,
        Self::Worth,
    ];

    /// The name on the command line and in locale keys (`sort-next`).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Name => "name",
            Self::Tier => "tier",
            Self::Country => "country",
            Self::Last => "last",
            Self::Created => "created",
            Self::Stage => "stage",
            Self::Silence => "silence",
            Self::Window => "window",
            Self::Worth => "worth",
        }
    }

    /// The inverse of [`Sort::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == text)
    }
}

/// A due state to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueState {
    Overdue,
    Today,
    /// Within seven days, today included.
    Week,
    /// Nothing planned.
    Nothing,
}

impl DueState {
    /// In the order shown.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::Week, Self::Nothing];

    /// The name in locale keys (`due-overdue`).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Week => "week",
            Self::Nothing => "nothing",
        }
    }

    /// Whether a next follow-up on `on` is in this state.
    pub fn holds(self, on: Option<NaiveDate>, today: NaiveDate) -> bool {
        match (self, on) {
            (Self::Nothing, on) => on.is_none(),
            (_, None) => false,
            (Self::Overdue, Some(on)) => on < today,
            (Self::Today, Some(on)) => on == today,
            (Self::Week, Some(on)) => on >= today && (on - today).num_days() < 7,
        }
    }
}

/// What a view shows. Empty lists filter nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewQuery {
    pub builtin: Builtin,
    /// Fuzzy search text.
    pub text: Text,
    pub tiers: Vec<Tier>,
    pub stages: Vec<Stage>,
    pub countries: Vec<Country>,
    pub tags: Vec<Text>,
    pub due: Option<DueState>,
    pub sort: Sort,
    pub reverse: bool,
}

impl ViewQuery {
    /// A view as it is made for, nothing filtered.
    pub fn of(builtin: Builtin) -> Self {
        Self { builtin, sort: builtin.own_sort().unwrap_or_default(), ..Self::default() }
    }

    /// Whether every active customer passes, whatever `text` finds.
    pub fn keeps_all_active(&self) -> bool {
        self.builtin == Builtin::All && self.keeps_whole_view()
    }

    /// Whether everybody in the view passes, whatever `text` finds.
    pub fn keeps_whole_view(&self) -> bool {
        self.tiers.is_empty()
            && self.stages.is_empty()
            && self.countries.is_empty()
            && self.tags.is_empty()
            && self.due.is_none()
    }

    /// Whether the customer passes every filter but `text`, which the search decides.
    pub fn holds(&self, bundle: &Bundle, rules: &Rules, now: &Now) -> bool {
        self.builtin.holds(bundle, rules, now) && self.keeps(bundle, now)
    }

    /// Whether somebody in the view passes the filters besides, but for `text`.
    pub fn keeps(&self, bundle: &Bundle, now: &Now) -> bool {
        let customer = &bundle.customer;
        (self.tiers.is_empty() || self.tiers.contains(&customer.tier))
            && (self.stages.is_empty() || customer.stage.is_some_and(|stage| self.stages.contains(&stage)))
            && (self.countries.is_empty() || customer.country.is_some_and(|country| self.countries.contains(&country)))
            && self.tags.iter().all(|tag| customer.tags.contains(tag))
            && self.due.is_none_or(|due| due.holds(bundle.next_follow_up().map(|next| next.here.on), now.today()))
    }
}
