//! The exporter's own rules: how often each tier is contacted, and how long it may be left alone.

use super::care::Feasts;
use super::{Bundle, Closing, Country, FollowUpId, Stage, Tier, fatigue::Fatigue, funnel::Stages, hours::Windows};
use chrono::NaiveDate;

/// Cadences and limits by tier, in days; the defaults are the articles' (`S4.2`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Days between contacts, by [`Tier::index`]; none: 30, like a C.
    pub cadence: [u16; 4],
    /// Days after which a contact is late, by tier.
    pub latest: [u16; 4],
    /// Days between contacts at a stage that has a rhythm of its own: a sent quote is not left for a month (`S4.5`).
    pub stages: Vec<(Stage, u16)>,
    /// Follow-ups that a day has room for; 0: any number.
    pub capacity: u16,
    /// Whose holidays the exporter keeps; `None`: weekends only.
    pub home: Option<Country>,
    /// When it is too many messages.
    pub fatigue: Fatigue,
    /// Days without a touch after which a customer falls into the open sea (`S0.3`).
    pub open_sea: [u16; 4],
    /// The funnel.
    pub funnel: Stages,
    /// The same for those who have bought, whatever their tier; 0: as the tier says.
    pub open_sea_bought: u16,
    /// When people are reached.
    pub windows: Windows,
    /// The days on which countries are greeted, by country and day.
    pub feasts: Feasts,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            cadence: [7, 14, 30, 30],
            latest: [10, 21, 45, 45],
            stages: Stage::DEFAULT.into_iter().filter_map(|stage| Some((stage, own_rhythm(stage)?))).collect(),
            capacity: 25,
            home: Country::new("CN"),
            fatigue: Fatigue::default(),
            open_sea: [30, 60, 120, 90],
            funnel: Stages::default(),
            open_sea_bought: 0,
            windows: Windows::default(),
            feasts: Feasts::default(),
        }
    }
}

/// The days of a stage where the exporter says nothing else.
fn own_rhythm(stage: Stage) -> Option<u16> {
    match stage {
        Stage::INQUIRY | Stage::QUOTED => Some(3),
        Stage::SAMPLE => Some(7),
        Stage::ORDER => Some(10),
        Stage::LOST => Some(90),
        _ => None,
    }
}

/// How long after a contact the next is due, and how long at most, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pace {
    pub ideal: u16,
    /// Not less than `ideal`.
    pub latest: u16,
}

impl Rules {
    /// The rhythm of a customer: the shorter of its own and its stage's, or else its tier's.
    pub fn pace(&self, own: Option<u16>, stage: Option<Stage>, tier: Tier) -> Pace {
        let of_stage = stage.and_then(|stage| self.stages.iter().find(|(known, _)| *known == stage)).map(|(_, d)| *d);
        let special = match (own, of_stage) {
            (Some(own), Some(stage)) => Some(own.min(stage)),
            (own, stage) => own.or(stage),
        };
        let (ideal, latest) = match special {
            // Late by half as much again, as it is with the tiers.
            Some(days) => (days.max(1), days.max(1).saturating_add(days.max(1).div_ceil(2))),
            None => (self.cadence[tier.index()].max(1), self.latest[tier.index()]),
        };
        Pace { ideal, latest: latest.max(ideal) }
    }

    /// The rhythm of this customer.
    pub fn pace_of(&self, bundle: &Bundle) -> Pace {
        let customer = &bundle.customer;
        self.pace(customer.cadence_days, customer.stage, customer.tier)
    }

    /// How many days the customer may be left alone.
    pub fn limit_of(&self, bundle: &Bundle) -> u16 {
        match self.open_sea_bought {
            days if days > 0 && bundle.ever_bought() => days,
            _ => self.open_sea[bundle.customer.tier.index()],
        }
    }

    /// Whether the customer was left alone longer than that. Nobody mines those who are away, or who are none.
    pub fn in_open_sea(&self, bundle: &Bundle, now: &super::Now) -> bool {
        let touched = bundle.last_contact().unwrap_or(bundle.customer.created_at);
        now.days_since(touched) > i64::from(self.limit_of(bundle))
            && !bundle.customer.verdict.is_final()
            && bundle.away(now.today()).is_none()
    }
}

/// What a contact on a day does: the open follow-ups (with their days) that were due by then.
pub fn closed_by_contact(open: impl IntoIterator<Item = (FollowUpId, NaiveDate)>, contact: NaiveDate) -> Vec<Closing> {
    let due = open.into_iter().filter(|(_, day)| *day <= contact);
    due.map(|(id, day)| Closing { id, late: day < contact }).collect()
}

#[cfg(test)]
mod tests;
