//! The statistics: what the mirror shows, page by page.

use super::{App, Effect, modal::Modal};
use crate::domain::Say;
use crate::domain::mirror::Mirror;

/// A page of the statistics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    FollowUps,
    Answers,
    Channels,
    Hours,
    Places,
    Funnel,
}

impl Page {
    /// In the order of Tab.
    pub const ALL: [Self; 6] =
        [Self::FollowUps, Self::Answers, Self::Channels, Self::Hours, Self::Places, Self::Funnel];

    /// Locale key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FollowUps => "stats-follow-ups",
            Self::Answers => "stats-answers",
            Self::Channels => "stats-channels",
            Self::Hours => "stats-hours",
            Self::Places => "stats-places",
            Self::Funnel => "stats-funnel",
        }
    }
}

/// How far the count is.
#[derive(Debug, Default)]
pub enum Count {
    #[default]
    Counting,
    Counted(Box<Mirror>),
    Failed(Say),
}

/// The layer.
#[derive(Debug, Default)]
pub struct Statistics {
    pub page: Page,
    /// The first line on the screen.
    pub top: usize,
    pub count: Count,
}

impl App {
    pub(super) fn open_statistics(&mut self, page: Page) -> Vec<Effect> {
        self.modals.push(Modal::Statistics(Box::new(Statistics { page, ..Statistics::default() })));
        vec![Effect::Mirror]
    }

    /// The next page, or the one before.
    pub(super) fn turn_statistics(&mut self, by: isize) -> Vec<Effect> {
        if let Some(Modal::Statistics(open)) = self.modals.last_mut() {
            let at = Page::ALL.iter().position(|page| *page == open.page).unwrap_or(0);
            open.page = Page::ALL[(at + Page::ALL.len()).saturating_add_signed(by) % Page::ALL.len()];
            open.top = 0;
        }
        Vec::new()
    }

    /// The count is there.
    pub(super) fn mirrored(&mut self, found: Result<Box<Mirror>, Say>) -> Vec<Effect> {
        let open = self.modals.iter_mut().rev();
        let open = open.filter_map(|modal| if let Modal::Statistics(open) = modal { Some(open) } else { None }).next();
        if let Some(open) = open {
            open.count = found.map_or_else(Count::Failed, Count::Counted);
        }
        Vec::new()
    }
}
