//! One line of `due`.

use super::{Place, due_text, retired};
use crate::domain::{Bundle, Channel, FollowUp, Now};
use crate::reference::{local_at, to_instant, window};
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
    /// `null` where the time there is not known.
    pub reachable: Option<bool>,
    /// The office hours now or next, on the customer's wall.
    pub window_opens: Option<String>,
    pub window_closes: Option<String>,
    /// The kind to use: the primary one, else the first that still works.
    pub channel: Option<String>,
}

impl DueJson {
    /// One open follow-up of a customer.
    pub fn new(bundle: &Bundle, follow_up: &FollowUp, now: &Now) -> Self {
        let customer = &bundle.customer;
        let place = Place::of(bundle);
        let local = place.local(now);
        let window = local.map(|local| (local, window(place.country, local)));
        let here = follow_up.due.here(now, to_instant, local_at);
        Self {
            customer: customer.id.0,
            name: customer.name.to_string(),
            tier: customer.tier.as_str(),
            due: due_text(&follow_up.due, now),
            overdue_days: (now.today() - here.on).num_days().max(0),
            note: follow_up.note.to_string(),
            local_time: local.map(|local| place.stamp(local)),
            reachable: window.map(|(local, window)| window.contains(local)),
            window_opens: window.map(|(_, window)| place.stamp(window.opens)),
            window_closes: window.map(|(_, window)| place.stamp(window.closes)),
            channel: best_channel(bundle).map(|channel| channel.kind.to_string()),
        }
    }
}

fn best_channel(bundle: &Bundle) -> Option<&Channel> {
    let working = || bundle.channels.iter().filter(|channel| !retired(channel));
    working().find(|channel| channel.primary).or_else(|| working().next())
}
