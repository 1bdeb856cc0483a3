//! The causes one by one. Weights: 80 and more explains the silence by itself, 40 to 79 is worth acting on, less is a
//! hint.

use super::{Absence, Answer, Calendar, Cause, Reason, Silence, announced};
use crate::domain::{Direction, Interaction, Say, authenticity::Verdict, hours::Usual, next_channel::bounced};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};

/// Looked at of a long silence: what happened later explains no more.
const DAYS: usize = 60;

/// All that apply, those that pass by themselves first.
pub(super) fn all(silence: &Silence<'_>) -> Vec<Cause> {
    let mut found: Vec<Cause> = [
        absence(silence),
        holiday(silence),
        weekend(silence),
        night(silence),
        early(silence),
        bounce(silence),
        retired(silence),
        unreadable(silence),
        never_answered(silence),
        missed_hours(silence),
        too_many(silence),
        unverified(silence),
    ]
    .into_iter()
    .flatten()
    .collect();
    if found.iter().all(|cause| cause.weight < 40) {
        let days = silence.days();
        found.push(cause(Reason::Unknown, 30, Say::new("why-unknown").with("days", days), None));
    }
    found
}

fn cause(reason: Reason, weight: i64, detail: Say, until: Option<DateTime<Utc>>) -> Cause {
    Cause { reason, weight: u8::try_from(weight.clamp(1, 100)).unwrap_or(1), detail, until }
}

/// Our messages that they left unanswered.
pub(super) fn unanswered_count(timeline: &[Interaction]) -> usize {
    timeline.iter().take_while(|said| said.direction == Direction::Out).count()
}

impl Silence<'_> {
    fn now(&self) -> DateTime<Utc> {
        self.case.now.instant
    }

    pub(super) fn days(&self) -> i64 {
        self.case.now.days_since(self.since).max(0)
    }

    /// The day there, today.
    pub(super) fn today(&self) -> NaiveDate {
        self.case.calendar.day(self.now())
    }

    pub(super) fn is_off(&self, day: NaiveDate) -> bool {
        self.case.calendar.is_weekend(day) || self.case.calendar.holiday(day).is_some()
    }

    /// Days that they worked since our last message, today and that day included where there was time left.
    fn workdays(&self) -> usize {
        let calendar = self.case.calendar;
        let first = calendar.day(self.last.at);
        let days = first.iter_days().take_while(|day| *day <= self.today()).take(DAYS);
        days.filter(|day| !self.is_off(*day) && self.had_time(*day)).count()
    }

    /// Whether an office hour of that day lies between our message and now. Without a certain wall: yes.
    fn had_time(&self, day: NaiveDate) -> bool {
        let calendar = self.case.calendar;
        let (Some(from), Some(to)) = (calendar.local(self.last.at), calendar.local(self.now())) else { return true };
        if from.date() < day && day < to.date() {
            return true;
        }
        let open = |at: DateTime<Utc>| calendar.next_open(at);
        // On the first day: it was open at or after our message; on the last: it had opened before now.
        let start =
            if from.date() == day { Some(self.last.at) } else { calendar.instant(day.and_time(NaiveTime::MIN)) };
        start.and_then(open).is_none_or(|opens| opens < self.now() && calendar.day(opens) == day)
    }
}

/// "Back on the 12th", in their words or as the exporter wrote it down.
fn absence(silence: &Silence<'_>) -> Option<Cause> {
    let case = silence.case;
    let (until, detail) = match case.bundle.away(case.now.today()) {
        Some(pause) if pause.note.is_empty() => {
            (pause.until, Say::new("why-paused").with("date", pause.until.to_string()))
        }
        Some(pause) => {
            let say = Say::new("why-paused-note").with("date", pause.until.to_string());
            (pause.until, say.with("note", &*pause.note))
        }
        None => {
            let Absence { until, said } = announced(&case.detail.timeline, case.now)?;
            (until, Say::new("why-absence").with("date", until.to_string()).with("words", said))
        }
    };
    (until > silence.today()).then(|| {
        let back = case.calendar.instant(until.and_time(NaiveTime::MIN));
        let back = back.and_then(|at| case.calendar.next_open(at));
        cause(Reason::Absence, 96, detail, back)
    })
}

fn holiday(silence: &Silence<'_>) -> Option<Cause> {
    let calendar = silence.case.calendar;
    let worked = silence.workdays();
    let today = silence.today();
    let said = |key: &'static str, name: &str, until: NaiveDate| {
        Say::new(key).with("name", name).with("date", until.to_string())
    };
    if let Some(now) = calendar.holiday(today) {
        let weight = if worked <= 2 { 92 } else { 55 };
        return Some(cause(
            Reason::Holiday,
            weight,
            said(if now.estimated { "why-holiday-estimated" } else { "why-holiday" }, &now.name, now.until),
            ends(silence, now.until),
        ));
    }
    // One that just ended, and took most of the time they had.
    let first = calendar.day(silence.last.at);
    let mut days = first.iter_days().take_while(|day| *day < today).take(DAYS);
    let past = days.find_map(|day| calendar.holiday(day))?;
    (worked <= 2).then(|| cause(Reason::Holiday, 60, said("why-holiday-past", &past.name, past.until), None))
}

/// The first office hour after that day.
fn ends(silence: &Silence<'_>, day: NaiveDate) -> Option<DateTime<Utc>> {
    let calendar = silence.case.calendar;
    let next = calendar.instant(day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN))?;
    calendar.next_open(next.max(silence.now()))
}

fn weekend(silence: &Silence<'_>) -> Option<Cause> {
    let calendar = silence.case.calendar;
    if !calendar.is_weekend(silence.today()) || calendar.holiday(silence.today()).is_some() {
        return None;
    }
    let weight = match silence.workdays() {
        0 => 90,
        1 | 2 => 60,
        3..=5 => 25,
        _ => 10,
    };
    let until = calendar.next_open(silence.now());
    let detail = match until.and_then(|at| calendar.local(at)) {
        Some(opens) => Say::new("why-weekend").with("day", opens.format("%Y-%m-%d %H:%M").to_string()),
        None => Say::new("why-weekend-there"),
    };
    Some(cause(Reason::Weekend, weight, detail, until))
}

/// Outside office hours on a working day.
fn night(silence: &Silence<'_>) -> Option<Cause> {
    let calendar = silence.case.calendar;
    if silence.is_off(silence.today()) || calendar.is_open(silence.now()) != Some(false) {
        return None;
    }
    let weight = match silence.workdays() {
        0 => 88,
        1 => 50,
        2 | 3 => 20,
        _ => 8,
    };
    let local = calendar.local(silence.now())?;
    let detail = Say::new("why-night").with("time", local.format("%H:%M").to_string());
    Some(cause(Reason::Night, weight, detail, calendar.next_open(silence.now())))
}

/// Answers wanted before half of a habit says anything.
const HABIT: usize = 2;

/// Not later than they usually are; without a habit, one working day is no silence.
fn early(silence: &Silence<'_>) -> Option<Cause> {
    let passed = silence.now() - silence.since;
    match silence.usual.filter(|_| silence.answers.len() >= HABIT) {
        Some(usual) => {
            let limit = usual + usual / 2;
            let days = |delay: TimeDelta| (delay.num_hours() + 12) / 24;
            (passed <= limit && usual >= TimeDelta::hours(1)).then(|| {
                let detail = Say::new("why-early").with("usual", days(usual)).with("hours", usual.num_hours());
                cause(Reason::Early, 75, detail.with("days", silence.days()), Some(silence.since + limit))
            })
        }
        None => (passed < TimeDelta::days(1))
            .then(|| cause(Reason::Early, 70, Say::new("why-just-sent"), Some(silence.since + TimeDelta::days(1)))),
    }
}

fn bounce(silence: &Silence<'_>) -> Option<Cause> {
    let notice = bounced(&silence.case.detail.timeline)?;
    let date = notice.at.with_timezone(&silence.case.now.offset).date_naive();
    Some(cause(Reason::Bounced, 95, Say::new("why-bounced").with("date", date.to_string()), None))
}

fn retired(silence: &Silence<'_>) -> Option<Cause> {
    let kind = silence.last.kind?;
    let next = silence.case.channels.successor(kind)?;
    let detail = Say::new("why-retired").with("kind", silence.case.channels.name(kind)).with("next", next);
    Some(cause(Reason::Retired, 94, detail, None))
}

fn unreadable(silence: &Silence<'_>) -> Option<Cause> {
    let kind = silence.last.kind?;
    let own = || silence.case.bundle.channels.iter().filter(|channel| channel.kind == kind);
    let first = own().next()?;
    own().all(|channel| channel.norm.is_empty()).then(|| {
        let detail = Say::new("why-unreadable").with("kind", silence.case.channels.name(kind));
        cause(Reason::Unreadable, 82, detail.with("handle", &*first.handle), None)
    })
}

fn never_answered(silence: &Silence<'_>) -> Option<Cause> {
    let kind = silence.last.kind?;
    let timeline = &silence.case.detail.timeline;
    if timeline.iter().any(|said| said.direction == Direction::In && said.kind == Some(kind))
        || silence.answers.iter().any(|answer| answer.by == Some(kind))
    {
        return None;
    }
    let sent = timeline.iter().filter(|said| said.direction == Direction::Out && said.kind == Some(kind)).count();
    let heard = silence
        .advice
        .order
        .iter()
        .any(|one| one.kind != kind && matches!(one.standing, crate::domain::next_channel::Standing::Answers(_)));
    // One message says little, unless they are known to answer elsewhere.
    let weight = match (sent, heard) {
        (0, _) | (1, false) => return None,
        (1, true) => 45,
        (2, false) => 50,
        (2, true) => 65,
        (_, false) => 60,
        (_, true) => 78,
    };
    let detail = Say::new("why-never-answered").with("kind", silence.case.channels.name(kind)).with("count", sent);
    Some(cause(Reason::NeverAnswered, weight, detail, None))
}

/// Answers that make a habit of hours.
const CLOCKED: usize = 4;

/// They answer at certain hours, and our last message came far from them.
fn missed_hours(silence: &Silence<'_>) -> Option<Cause> {
    let usual = usual_hours(silence)?;
    let sent = silence.case.calendar.local(silence.last.at)?.hour();
    // Written up to three hours before, it lies on top of the pile.
    let near = (0..=3).any(|ahead| usual.contains((sent + ahead) % 24));
    (!near).then(|| {
        let (from, to) = (format!("{:02}:00", usual.from()), format!("{:02}:00", usual.until()));
        let detail = Say::new("why-missed-hours").with("from", from).with("to", to);
        let at = next_usual(silence, usual);
        cause(Reason::MissedHours, 42, detail.with("sent", format!("{sent:02}:00")), at)
    })
}

/// The hours on their wall between which they usually answer: the shortest span with three quarters of the answers,
/// from a full hour to the end of another. `None` where there are too few, or the span is half a day.
pub fn answering_hours(answers: &[Answer], calendar: &dyn Calendar) -> Option<Usual> {
    let hours: Vec<u32> = answers.iter().filter_map(|answer| Some(calendar.local(answer.at)?.hour())).collect();
    if hours.len() < CLOCKED {
        return None;
    }
    let wanted = hours.len().div_ceil(4) * 3;
    let wanted = wanted.min(hours.len());
    (1..12_u32)
        .find_map(|span| {
            let held = |from: &u32| hours.iter().filter(|hour| (**hour + 24 - from) % 24 < span).count();
            let best = (0..24_u32).max_by_key(|from| (held(from), std::cmp::Reverse(*from)))?;
            (held(&best) >= wanted).then_some((best, span))
        })
        .and_then(|(from, hours)| Usual::new(from, hours))
}

pub(super) fn usual_hours(silence: &Silence<'_>) -> Option<Usual> {
    answering_hours(&silence.answers, silence.case.calendar)
}

/// The next time that the usual hours begin on a working day.
pub(super) fn next_usual(silence: &Silence<'_>, usual: Usual) -> Option<DateTime<Utc>> {
    let start = NaiveTime::from_hms_opt(usual.from(), 0, 0)?;
    let days = silence.today().iter_days().take(30).filter(|day| !silence.is_off(*day));
    days.filter_map(|day| silence.case.calendar.instant(day.and_time(start))).find(|at| *at >= silence.now())
}

/// Messages without an answer, the last of them lately: more of them will not help.
fn too_many(silence: &Silence<'_>) -> Option<Cause> {
    let lately = silence.now() - silence.last.at <= TimeDelta::days(14);
    let fortnight = silence.case.detail.timeline.iter().take(silence.messages);
    let count = fortnight.filter(|said| silence.last.at - said.at <= TimeDelta::days(14)).count();
    (lately && count >= 3).then(|| {
        let weight = 50 + 10 * i64::try_from(count.min(6)).unwrap_or(6) - 20;
        cause(
            Reason::TooMany,
            weight,
            Say::new("why-too-many").with("count", count),
            Some(silence.last.at + TimeDelta::days(14)),
        )
    })
}

/// They never answered, and nobody knows that they are real.
fn unverified(silence: &Silence<'_>) -> Option<Cause> {
    let (weight, key) = match silence.case.verdict {
        Some(Verdict::Fake) => (85, "why-fake"),
        Some(Verdict::Doubtful) => (48, "why-doubtful"),
        Some(Verdict::Unknown) | None if silence.answers.is_empty() => (35, "why-unverified"),
        _ => return None,
    };
    Some(cause(Reason::Unverified, weight, Say::new(key), None))
}
