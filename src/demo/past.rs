//! How a made-up customer came to its stage, over months: from a stream of chance of its own, so that the rest of the
//! board stays as it is.

use super::chance::Chance;
use super::maker::{Draft, Maker};
use crate::domain::mirror::StageChange;
use crate::domain::{Stage, Text};
use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};

/// How many days a stage takes.
const STAYS: [(Stage, i64, i64); 6] = [
    (Stage::INQUIRY, 1, 6),
    (Stage::QUALIFIED, 3, 16),
    (Stage::QUOTED, 6, 30),
    (Stage::SAMPLE, 12, 40),
    (Stage::NEGOTIATION, 5, 24),
    (Stage::ORDER, 20, 80),
];

/// Stages that not everybody comes through, and how many of a hundred do without.
const SKIPPED: [(Stage, usize); 3] = [(Stage::QUALIFIED, 15), (Stage::SAMPLE, 35), (Stage::NEGOTIATION, 25)];

impl Maker<'_> {
    /// The way to the stage where the customer is; why, where that is the end.
    pub(super) fn past(&mut self, draft: &mut Draft, seed: u64) {
        let Some(stage) = draft.dossier.fields.stage else { return };
        let mut chance = Chance::of(seed ^ 0x57a6_e000, self.nth);
        let bought = draft.dossier.orders.iter().map(|order| order.fields.ordered_on).collect::<Vec<_>>();
        let way = way(&mut chance, stage, !bought.is_empty());
        let Some(mut at) = self.entered(&mut chance, draft, stage) else { return };
        let mut changes = Vec::with_capacity(way.len());
        for (nth, stage) in way.iter().enumerate().rev() {
            let again = way[nth + 1..].contains(stage);
            if let Some(day) = ordered(*stage, way.contains(&Stage::REPEAT), &bought).filter(|_| !again) {
                at = at.min(self.by_day(&mut chance, day).unwrap_or(at));
            }
            let was = nth.checked_sub(1).and_then(|before| way.get(before)).copied();
            changes.push(StageChange { at, was, stage: Some(*stage) });
            at -=
                Duration::days(was.map_or(0, |was| stay(&mut chance, was))) + Duration::minutes(chance.between(5, 300));
        }
        changes.reverse();
        draft.dossier.stage_changes = changes;
        if stage == Stage::LOST && chance.percent(85) {
            draft.dossier.fields.lost_reason = Text::from(chance.word(&self.words.trade.lost));
        }
    }

    /// When the customer came to its stage: with a contact, or some time before the last one.
    fn entered(&self, chance: &mut Chance, draft: &Draft, stage: Stage) -> Option<DateTime<Utc>> {
        let said = &draft.dossier.interactions;
        if stage == Stage::INQUIRY {
            return said.first().map(|said| said.at);
        }
        let most = STAYS.iter().find(|(known, ..)| *known == stage).map_or(20, |(.., most)| *most);
        Some(said.last()?.at - Duration::days(chance.between(0, most / 2)))
    }

    /// Some time of an order's day.
    fn by_day(&self, chance: &mut Chance, day: NaiveDate) -> Option<DateTime<Utc>> {
        let wall = day.and_hms_opt(9, 0, 0)? + Duration::minutes(chance.between(0, 9 * 60));
        let at = self.now.offset.from_local_datetime(&wall).single()?.to_utc();
        Some(at.min(self.now.instant - Duration::minutes(30)))
    }
}

/// The stages one after the other; now and then one step back.
fn way(chance: &mut Chance, stage: Stage, bought: bool) -> Vec<Stage> {
    let end = match stage {
        // Most are lost over the price; who has bought was further.
        Stage::LOST if bought => Stage::ORDER,
        Stage::LOST => {
            *chance.pick(&[Stage::QUALIFIED, Stage::QUOTED, Stage::QUOTED, Stage::SAMPLE]).unwrap_or(&Stage::QUOTED)
        }
        other => other,
    };
    let last = Stage::DEFAULT.iter().position(|known| *known == end).unwrap_or(0);
    let mut way = Vec::new();
    for known in &Stage::DEFAULT[..=last] {
        let skipped =
            SKIPPED.iter().find(|(skipped, _)| skipped == known).is_some_and(|(_, share)| chance.percent(*share));
        if *known == end || !skipped {
            way.push(*known);
        }
    }
    let open = way.iter().position(|stage| *stage == Stage::ORDER).unwrap_or(way.len());
    if open >= 3 && chance.percent(14) {
        let at = chance.between(2, i64::try_from(open).unwrap_or(2) - 1);
        let at = usize::try_from(at).unwrap_or(2);
        let back = [way[at - 1], way[at]];
        way.splice(at + 1..at + 1, back);
    }
    if stage == Stage::LOST {
        way.push(Stage::LOST);
    }
    way
}

fn stay(chance: &mut Chance, stage: Stage) -> i64 {
    let days = STAYS.iter().find(|(known, ..)| *known == stage);
    days.map_or(7, |(_, least, most)| chance.between(*least, *most))
}

/// The day of the order that brought a customer to a stage.
fn ordered(stage: Stage, again: bool, bought: &[NaiveDate]) -> Option<NaiveDate> {
    match stage {
        Stage::ORDER if again => bought.first().copied(),
        Stage::ORDER => bought.last().copied(),
        Stage::REPEAT => bought.get(1).copied(),
        _ => None,
    }
}
