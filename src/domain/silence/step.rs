//! What to do about a silence: the heaviest cause decides, the calendar says when, the advice says by which channel.

use super::{Action, Cause, Reason, Silence, Step, causes};
use crate::domain::{ChannelKind, Status};
use chrono::{DateTime, TimeDelta, Utc};

pub(super) fn of(silence: &Silence<'_>, causes: &[Cause]) -> Step {
    if silence.case.bundle.customer.status == Status::Archived {
        return Step { action: Action::Nothing, channel: None, at: None };
    }
    let Some(first) = causes.first() else { return switch(silence, now(silence)) };
    let until = |fallback: TimeDelta| opening(silence, first.until.unwrap_or(silence.case.now.instant + fallback));
    match first.reason {
        Reason::Absence | Reason::Holiday if first.until.is_some() => wait(silence, first.until),
        Reason::Night | Reason::Weekend => wait(silence, first.until),
        Reason::Early => wait(silence, until(TimeDelta::days(1))),
        Reason::TooMany => wait(silence, until(TimeDelta::days(7))),
        Reason::Unverified if first.weight >= 40 => Step { action: Action::Verify, channel: None, at: None },
        Reason::MissedHours => write(silence, first.until),
        Reason::Bounced | Reason::Retired | Reason::Unreadable | Reason::NeverAnswered => switch(silence, now(silence)),
        _ if silence.messages >= 2 => switch(silence, now(silence)),
        _ => write(silence, now(silence)),
    }
}

/// The channel to go on with: the best of all, else the one last used.
fn best(silence: &Silence<'_>) -> Option<ChannelKind> {
    silence.advice.best().map(|best| best.kind)
}

fn wait(silence: &Silence<'_>, at: Option<DateTime<Utc>>) -> Step {
    Step { action: Action::Wait, channel: best(silence), at }
}

fn write(silence: &Silence<'_>, at: Option<DateTime<Utc>>) -> Step {
    match best(silence) {
        Some(kind) => Step { action: Action::Write, channel: Some(kind), at },
        None => Step { action: Action::Ask, channel: silence.advice.ask.first().copied(), at },
    }
}

/// By another channel than the last; where there is none, one is asked for by the one that is left.
fn switch(silence: &Silence<'_>, at: Option<DateTime<Utc>>) -> Step {
    match silence.advice.other_than(silence.last.kind) {
        Some(other) => Step { action: Action::Switch, channel: Some(other.kind), at },
        None => Step { action: Action::Ask, channel: silence.advice.ask.first().copied(), at },
    }
}

/// When they usually answer, or else when the office is open.
fn now(silence: &Silence<'_>) -> Option<DateTime<Utc>> {
    let usual = causes::usual_hours(silence).and_then(|usual| causes::next_usual(silence, usual));
    usual.or_else(|| opening(silence, silence.case.now.instant))
}

fn opening(silence: &Silence<'_>, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
    silence.case.calendar.next_open(from.max(silence.case.now.instant))
}
