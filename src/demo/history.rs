//! What was said, and what is to do.

use super::maker::{Draft, Maker};
use super::plot::Plot;
use crate::domain::{
    ChannelKind, ClosedFollowUp, Direction, Due, FollowUpState, Made, NewFollowUp, NewInteraction, Stage, Text,
};
use crate::reference::{Candidates, country, zones_of};
use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};

/// What is asked for at a time.
const PIECES: [&str; 6] = ["20", "50", "100", "200", "500", "1000"];

impl Maker<'_> {
    pub(super) fn history(&mut self, draft: &mut Draft) {
        let end = self.last_step(draft);
        let count = (1 + self.chance.below(6)).min(end + 1);
        self.interactions(draft, end, count);
        self.closed(draft);
        self.open(draft);
    }

    /// How far the story has come; who spoke last is the plot's to say.
    fn last_step(&mut self, draft: &Draft) -> usize {
        let stage = draft.dossier.fields.stage.unwrap_or(Stage::REPEAT);
        let stages = &self.words.trade.stage;
        let last = stages.iter().find(|known| known.name == stage.as_str()).map_or(0, |known| known.last);
        let we_spoke = match self.plot {
            Plot::Inquiry => false,
            Plot::Waiting => true,
            Plot::Archived | Plot::OpenSea => self.chance.percent(20),
            _ => self.chance.percent(3),
        };
        // In the story they speak at even steps, we at odd ones.
        if we_spoke { last.max(1) - usize::from(last > 0 && last % 2 == 0) } else { last - last % 2 }
    }

    fn interactions(&mut self, draft: &mut Draft, end: usize, count: usize) {
        let mut days = self.silence(draft);
        let mut before = self.now.instant;
        let story = &self.words.trade.story;
        let mut said = Vec::with_capacity(count);
        for step in (end + 1 - count..=end).rev() {
            let Some((who, about)) = story.get(step) else { continue };
            let direction = Direction::parse(who).unwrap_or(Direction::Out);
            let at = self.moment(days, before);
            said.push(NewInteraction {
                at,
                direction,
                kind: self.via(draft, step),
                text: self.sentence(draft, direction, about),
                outcome: match direction {
                    Direction::Out => self.chance.word(&self.words.trade.outcomes).into(),
                    Direction::In => Text::default(),
                },
                template: self.template(direction, about),
            });
            before = at;
            days += self.chance.between(0, 7);
        }
        said.reverse();
        draft.dossier.interactions = said;
    }

    /// What it was written from; half of it by hand.
    fn template(&mut self, direction: Direction, about: &str) -> Text {
        let templates = self.words.trade.templates.get(about).filter(|_| direction == Direction::Out);
        let slug = self.aside.word(templates.map_or(&[][..], Vec::as_slice));
        if self.aside.percent(55) { slug.into() } else { Text::default() }
    }

    /// Days since the last contact.
    fn silence(&mut self, draft: &Draft) -> i64 {
        let fields = &draft.dossier.fields;
        let cadence = i64::from(self.rules.pace(fields.cadence_days, None, fields.tier).ideal);
        let limit = i64::from(self.rules.open_sea[fields.tier.index()]);
        match self.plot {
            Plot::Inquiry => self.chance.between(0, 2),
            Plot::Today | Plot::Promised => self.chance.between(1, cadence),
            Plot::Overdue => self.chance.between(5, cadence.max(6)),
            Plot::Waiting => self.chance.between(2, 12),
            Plot::Archived => self.chance.between(120, 500),
            Plot::OpenSea => self.chance.between(limit + 4, limit + 160),
            Plot::Planned => self.chance.between(0, cadence - 1),
            Plot::Quiet => self.chance.between(3, limit - 3),
        }
    }

    /// Some time of that day, before what came after it.
    fn moment(&mut self, days: i64, before: DateTime<Utc>) -> DateTime<Utc> {
        let minutes = self.chance.between(8 * 60, 22 * 60);
        let wall = self.now.today().and_time(NaiveTime::MIN) - Duration::days(days) + Duration::minutes(minutes);
        let at = self.now.offset.from_local_datetime(&wall).single().map_or(before, |at| at.to_utc());
        let latest = before - Duration::minutes(self.chance.between(7, 90));
        at.min(latest)
    }

    /// The first word often comes by the platform; after that by what the customer uses.
    fn via(&mut self, draft: &Draft, step: usize) -> Option<ChannelKind> {
        if step == 0 && &*draft.dossier.fields.source == "alibaba" {
            return Some(ChannelKind::ALIBABA);
        }
        let mut talking = draft.dossier.channels.iter().map(|channel| channel.kind);
        let talking: Vec<ChannelKind> = talking.by_ref().filter(|kind| *kind != ChannelKind::WEBSITE).collect();
        if self.chance.percent(3) { None } else { self.chance.pick(&talking).copied() }
    }

    fn sentence(&mut self, draft: &Draft, direction: Direction, about: &str) -> Text {
        let language = match direction {
            Direction::Out => "out",
            // Half of them write English to us.
            Direction::In if self.chance.percent(40) => "en",
            Direction::In => {
                country(draft.home.code).map_or("en", |info| info.language.split('-').next().unwrap_or("en"))
            }
        };
        let talk = &self.words.talk;
        let sentences = talk.get(language).or_else(|| talk.get("en")).and_then(|language| language.get(about));
        let sentence = self.chance.word(sentences.map_or(&[][..], Vec::as_slice));
        sentence.replace("{p}", draft.product).replace("{n}", self.chance.word(&PIECES)).into()
    }

    /// Earlier follow-ups: most kept, some late, a few given up.
    fn closed(&mut self, draft: &mut Draft) {
        let ours = draft.dossier.interactions.iter().filter(|said| said.direction == Direction::Out);
        let contacts: Vec<DateTime<Utc>> = ours.map(|said| said.at).collect();
        for at in contacts.into_iter().rev().take(2) {
            let day = at.with_timezone(&self.now.offset).date_naive();
            let (state, late) = match self.chance.below(20) {
                0..14 => (FollowUpState::Kept, 0),
                14..19 => (FollowUpState::Late, self.chance.between(1, 5)),
                _ => (FollowUpState::Dropped, 2),
            };
            let follow_up = self.follow_up(Due::day(day - Duration::days(late)));
            draft.dossier.closed.push(ClosedFollowUp { follow_up, state, at });
        }
    }

    fn open(&mut self, draft: &mut Draft) {
        let fields = &draft.dossier.fields;
        let cadence = i64::from(self.rules.pace(fields.cadence_days, None, fields.tier).ideal);
        let today = self.now.today();
        let due = match self.plot {
            Plot::Inquiry => Due::day(self.ahead(1)),
            Plot::Today => Due::day(today),
            Plot::Promised => self.promise(draft, today),
            Plot::Overdue => Due::day(today - Duration::days(self.chance.between(1, 11))),
            Plot::Waiting if self.chance.percent(60) => Due::day(self.weekday_within(5)),
            Plot::Planned => Due::day(self.weekday_within(cadence)),
            Plot::Waiting | Plot::Archived | Plot::OpenSea | Plot::Quiet => return,
        };
        let second = due.on > today && self.chance.percent(8);
        let follow_up = self.follow_up(due);
        draft.dossier.follow_ups.push(follow_up);
        if second {
            let later = Due::day(self.ahead(cadence + 10));
            let follow_up = self.follow_up(later);
            draft.dossier.follow_ups.push(follow_up);
        }
    }

    fn follow_up(&mut self, due: Due) -> NewFollowUp {
        NewFollowUp { due, note: self.chance.word(&self.words.trade.followups).into(), made: Made::Hand }
    }

    /// A time of today on the customer's wall; a day where nobody knows which wall that is.
    fn promise(&mut self, draft: &Draft, today: NaiveDate) -> Due {
        let zone = match zones_of(Some(draft.home.code), &draft.city.native, "", None) {
            Candidates::One(zone) => zone,
            Candidates::Several(zones) => zones.first().copied().unwrap_or_default(),
            Candidates::Unknown => "",
        };
        let half_hours = self.chance.below(16) as u32;
        let time = NaiveTime::from_hms_opt(9 + half_hours / 2, half_hours % 2 * 30, 0);
        Due { on: today, time: time.filter(|_| !zone.is_empty()), zone: Some(zone.into()).filter(|_| !zone.is_empty()) }
    }

    fn ahead(&self, days: i64) -> NaiveDate {
        self.now.today().checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(self.now.today())
    }

    /// A working day after today, at most about that many days away.
    fn weekday_within(&mut self, days: i64) -> NaiveDate {
        let days = self.chance.between(1, days.max(1));
        let day = self.ahead(days);
        match day.weekday() {
            Weekday::Sat => self.ahead(days + 2),
            Weekday::Sun => self.ahead(days + 1),
            _ => day,
        }
    }
}
