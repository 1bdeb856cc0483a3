//! What is told of a customer by the rules of the trade: whole for the one who is looked at ([`Study`]), a few bytes for
//! each on the board ([`Insight`]).

use super::{
    Bundle, CustomerId, Now, Ruling, Text, Tier,
    authenticity::{Assessment, Verdict},
    completeness::Missing,
    fit::Fit,
    hours::Usual,
    next_channel::Advice,
    silence::{Action, Reason, Why},
};
use chrono::{DateTime, Utc};

/// All that is told of one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    pub assessment: Assessment,
    pub fit: Fit,
    pub advice: Advice,
    pub why: Why,
    pub missing: Vec<Missing>,
    /// Who else has the same handle, text or name, the surest first.
    pub twins: Vec<Twin>,
}

/// Somebody who may be the same customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    pub id: CustomerId,
    pub by: Shared,
}

/// What two customers share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The handle, normalised.
    Handle(Text),
    Name,
    Text,
}

impl Shared {
    /// The name in locale keys (`twin-handle`).
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Handle(_) => "handle",
            Self::Name => "name",
            Self::Text => "text",
        }
    }
}

/// What the board keeps of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Insight {
    /// Minutes since 1970 of our first message that they owe an answer to; 0: they owe none.
    since: u32,
    /// Hours since 1970 when this was told; 0: not yet.
    told: u32,
    /// Hours that they usually take; 0: not known.
    usual: u16,
    /// When they answer; `None`: too few answers are known.
    pub hours: Option<Usual>,
    /// -100 to 100.
    pub score: i8,
    /// -100 to 100.
    pub fit: i8,
    pub verdict: Verdict,
    /// The first cause of their silence.
    pub reason: Reason,
    pub action: Action,
}

impl Default for Insight {
    fn default() -> Self {
        Self {
            since: 0,
            told: 0,
            usual: 0,
            hours: None,
            score: 0,
            fit: 0,
            verdict: Verdict::Unknown,
            reason: Reason::OurTurn,
            action: Action::Nothing,
        }
    }
}

/// Hours that nobody's answer takes, where it is not known how long theirs does.
const PATIENCE: u32 = 72;
/// Beyond so many times the usual delay a silence does not get worse, in hundredths.
const WORST: u32 = 2_000;
/// Set in the worry of a silence that nothing excuses.
const UNEXCUSED: u32 = 1 << 31;

fn hours(at: DateTime<Utc>) -> u32 {
    u32::try_from(at.timestamp() / 3_600).unwrap_or(0)
}

fn small(n: i32) -> i8 {
    i8::try_from(n.clamp(-100, 100)).unwrap_or(0)
}

impl Insight {
    /// In short.
    pub fn of(study: &Study, since: Option<DateTime<Utc>>, now: &Now) -> Self {
        let first = study.why.causes.first().map_or(Reason::Unknown, |cause| cause.reason);
        let usual = study.why.usual.map_or(0, |usual| usual.num_hours().clamp(1, u16::MAX.into()));
        Self {
            since: since.and_then(|at| u32::try_from(at.timestamp() / 60).ok()).unwrap_or(0),
            told: hours(now.instant),
            usual: u16::try_from(usual).unwrap_or(0),
            hours: study.why.hours,
            score: small(study.assessment.score),
            fit: small(study.fit.score),
            verdict: study.assessment.verdict,
            reason: first,
            action: study.why.step.action,
        }
    }

    /// Another verdict, by more evidence than the rules had.
    pub fn judge(&mut self, verdict: Verdict, score: i32) {
        (self.verdict, self.score) = (verdict, small(score));
    }

    /// Whether anything was told yet.
    pub const fn is_told(&self) -> bool {
        self.told > 0
    }

    /// Whether the hour has changed since: it may be night there now.
    pub fn is_old(&self, now: &Now) -> bool {
        self.told < hours(now.instant)
    }

    /// As if told now: it is being told anew.
    pub fn asked(&mut self, now: &Now) {
        self.told = hours(now.instant);
    }

    /// Whether the silence passes by itself, as far as is known.
    pub const fn is_excused(&self) -> bool {
        matches!(
            self.reason,
            Reason::Absence | Reason::Holiday | Reason::Weekend | Reason::Night | Reason::Early | Reason::OurTurn
        )
    }

    /// How bad the silence is: against their own usual delay, weighed by tier; what passes by itself comes after all
    /// else. 0: they owe nothing.
    pub fn worry(&self, bundle: &Bundle, now: &Now) -> u32 {
        let Some(out) = bundle.last_out.filter(|out| Some(*out) > bundle.last_in) else { return 0 };
        let minutes = |at: DateTime<Utc>| u32::try_from(at.timestamp() / 60).unwrap_or(0);
        let since = if self.since > 0 { self.since } else { minutes(out) };
        let silent = minutes(now.instant).saturating_sub(since) / 60;
        let usual = if self.usual > 0 { u32::from(self.usual).max(24) } else { PATIENCE };
        let times = (u64::from(silent) * 100 / u64::from(usual)).min(WORST.into());
        let tier = match bundle.customer.tier {
            Tier::A => 4,
            Tier::B => 3,
            Tier::C => 2,
            Tier::None => 1,
        };
        let weight = tier + u32::from(bundle.customer.favourite);
        let worry = u32::try_from(times).unwrap_or(WORST) * weight + 1;
        if self.is_told() && self.is_excused() { worry } else { worry | UNEXCUSED }
    }
}

/// The exporter's own word, else the advice.
pub const fn held(ruling: Ruling, advice: Verdict) -> Verdict {
    match ruling {
        Ruling::Undecided | Ruling::NotTarget => advice,
        Ruling::Real => Verdict::Real,
        Ruling::Doubtful => Verdict::Doubtful,
        Ruling::Fake => Verdict::Fake,
    }
}

#[cfg(test)]
mod tests;
