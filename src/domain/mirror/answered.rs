//! Who answers: by channel, country, tier, stage, template and the hour on the customer's wall. What an answer is says
//! [`answers`](crate::domain::next_channel::answers), and nobody else.

use super::{Gathered, Rate, Row};
use crate::domain::next_channel::{Answer, is_young};
use crate::domain::rfm::Segment;
use crate::domain::{ChannelKind, Country, Direction, Interaction, Now, Stage, Text, Tier};
use chrono::{Datelike, Timelike};
use std::collections::BTreeMap;

/// Hours of a week, Monday first.
pub type Heat = [[usize; 24]; 7];

/// A key and its rate, the most messages first.
pub type Rates<K> = Vec<(K, Rate)>;

/// What became of our messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    pub all: Rate,
    /// `None`: a meeting, a note.
    pub channels: Rates<Option<ChannelKind>>,
    pub countries: Rates<Option<Country>>,
    /// In the order of importance.
    pub tiers: Rates<Tier>,
    /// In the order of the funnel.
    pub stages: Rates<Option<Stage>>,
    /// The best first (`S3.1`); `None`, who never bought, last.
    pub segments: Rates<Option<Segment>>,
    /// By slug; empty: written by hand.
    pub templates: Rates<Text>,
    /// By the customer's own hour when we wrote.
    pub hours: [Rate; 24],
    /// When they answered, on their own wall.
    pub heat: Heat,
    /// Answers of customers whose wall is not known: not in [`Answered::heat`].
    pub homeless: usize,
}

#[derive(Default)]
pub(super) struct Counting {
    all: Gathered,
    channels: BTreeMap<Option<ChannelKind>, Gathered>,
    countries: BTreeMap<Option<Country>, Gathered>,
    tiers: BTreeMap<Tier, Gathered>,
    stages: BTreeMap<Option<Stage>, Gathered>,
    segments: BTreeMap<Option<Segment>, Gathered>,
    templates: BTreeMap<Text, Gathered>,
    hours: [Gathered; 24],
    heat: Heat,
    homeless: usize,
}

impl Counting {
    pub fn add(&mut self, row: &Row<'_>, drawn: &[Answer], now: &Now) {
        let ours = row.timeline.iter().filter(|said| said.direction == Direction::Out);
        for said in ours.filter(|said| !is_young(row.timeline, said, now.instant)) {
            self.each(row, said, |gathered| gathered.n += 1);
        }
        for answer in drawn {
            // The newest of that moment, as the rule takes it.
            let from = row.timeline.partition_point(|said| said.at > answer.drew);
            let drew = row.timeline[from..].iter().find(|said| said.direction == Direction::Out);
            let Some(drew) = drew.filter(|said| said.at == answer.drew) else { continue };
            self.each(row, drew, |gathered| gathered.answer(answer.at - answer.drew));
            match (row.wall)(answer.at) {
                Some(wall) => self.heat[wall.weekday().num_days_from_monday() as usize][wall.hour() as usize] += 1,
                None => self.homeless += 1,
            }
        }
    }

    /// Everything that a message of ours counts in.
    fn each(&mut self, row: &Row<'_>, said: &Interaction, count: impl Fn(&mut Gathered)) {
        count(&mut self.all);
        count(self.channels.entry(said.kind).or_default());
        count(self.countries.entry(row.facts.country).or_default());
        count(self.tiers.entry(row.facts.tier).or_default());
        count(self.stages.entry(row.facts.stage).or_default());
        count(self.segments.entry(row.facts.segment).or_default());
        match self.templates.get_mut(&said.template) {
            Some(template) => count(template),
            None => count(self.templates.entry(said.template.clone()).or_default()),
        }
        if let Some(wall) = (row.wall)(said.at) {
            count(&mut self.hours[wall.hour() as usize]);
        }
    }

    pub fn finish(self) -> Answered {
        let mut tiers: Rates<Tier> = rates(self.tiers);
        tiers.sort_by_key(|(tier, _)| *tier);
        let mut segments: Rates<Option<Segment>> = rates(self.segments);
        segments.sort_by_key(|(segment, _)| (segment.is_none(), *segment));
        Answered {
            all: self.all.rate(),
            channels: rates(self.channels),
            countries: rates(self.countries),
            tiers,
            stages: rates(self.stages),
            segments,
            templates: rates(self.templates),
            hours: self.hours.map(Gathered::rate),
            heat: self.heat,
            homeless: self.homeless,
        }
    }
}

fn rates<K: Ord>(gathered: BTreeMap<K, Gathered>) -> Rates<K> {
    let mut rates: Rates<K> = gathered.into_iter().map(|(key, gathered)| (key, gathered.rate())).collect();
    rates.sort_by_key(|(_, rate)| std::cmp::Reverse(rate.n));
    rates
}
