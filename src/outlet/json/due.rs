//! One line of `due`.

use super::{Place, due_text, stamp_here};
use crate::domain::hours::{Usual, Windows};
use crate::domain::{Bundle, Detail, FollowUp, Now, next_channel};
use crate::reference::{Desk, Lang, State, Whereabouts, local_at, offset_at, to_instant};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::Serialize;

/// A follow-up to do, and whether somebody is at the desk there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueJson {
    pub customer: i64,
    pub name: String,
    pub tier: &'static str,
    pub due: String,
    pub overdue_days: i64,
    pub note: String,
    pub local_time: Option<String>,
    /// `null` where the time there is not known, or some of the zones that are possible are open and some are not.
    pub reachable: Option<bool>,
    /// The window now or next, in every zone that is possible; on the customer's wall where that is known.
    pub window_opens: Option<String>,
    pub window_closes: Option<String>,
    /// They are away, or left in peace, before that day.
    pub away_until: Option<NaiveDate>,
    /// The kind to use: the primary one, else what their country uses most; none that does not work.
    pub channel: Option<String>,
}

impl DueJson {
    /// One open follow-up of a customer; `usual`: when it answers, where that is known.
    pub fn new(bundle: &Bundle, follow_up: &FollowUp, windows: &Windows, usual: Option<Usual>, now: &Now) -> Self {
        let customer = &bundle.customer;
        let place = Place::of(bundle);
        let local = place.local(now);
        let whereabouts = Whereabouts::of(bundle, windows);
        let presence = whereabouts.presence(windows, usual, now.instant);
        let at = |at: DateTime<Utc>| match whereabouts.zones[..] {
            [zone] => stamp_at(zone, at),
            _ => stamp_here(at, now),
        };
        let channels = Desk::of(bundle, windows, Lang::En);
        let advice = next_channel::advise(bundle, &Detail::default(), &channels, now);
        let here = follow_up.due.here(now, to_instant, local_at);
        Self {
            customer: customer.id.0,
            name: customer.name.to_string(),
            tier: customer.tier.as_str(),
            due: due_text(&follow_up.due, now),
            overdue_days: (now.today() - here.on).num_days().max(0),
            note: follow_up.note.to_string(),
            local_time: local.map(|local| place.stamp(local)),
            reachable: match presence.state {
                State::Open => Some(true),
                State::Perhaps | State::Unknown => None,
                State::Soon | State::Closed | State::Holiday { .. } => Some(false),
            },
            window_opens: presence.opens.map(at),
            window_closes: presence.closes.map(at),
            away_until: bundle.away(now.today()).map(|pause| pause.until),
            channel: advice.best().map(|best| best.kind.to_string()),
        }
    }
}

/// RFC 3339 with the offset of that zone's wall.
fn stamp_at(zone: &str, at: DateTime<Utc>) -> String {
    match offset_at(zone, at) {
        Some(offset) => at.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::Secs, true),
        None => at.to_rfc3339_opts(SecondsFormat::Secs, true),
    }
}
