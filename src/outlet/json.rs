//! The JSON of the command line and of `export`; the field names are a contract.

use crate::domain::{Bundle, CustomerId, Detail, FollowUp, Now};
use serde::Serialize;

/// A customer: `list`, `find`, and with the last three `show`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustomerJson {
    pub id: i64,
    pub name: String,
    pub company: String,
    pub country: Option<String>,
    pub tier: String,
    pub stage: Option<String>,
    pub tags: Vec<String>,
    pub favourite: bool,
    pub zone: Option<String>,
    /// RFC 3339.
    pub local_time: Option<String>,
    pub last_contact: Option<String>,
    pub next_follow_up: Option<String>,
    pub contacts: Vec<ContactJson>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub shown: Option<ShownJson>,
}

/// What `show` adds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ShownJson {
    pub timeline: Vec<InteractionJson>,
    pub orders: Vec<serde_json::Value>,
    pub follow_ups: Vec<FollowUpJson>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContactJson {
    pub name: String,
    pub role: String,
    pub channels: Vec<ChannelJson>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChannelJson {
    pub kind: String,
    pub handle: String,
    pub e164: Option<String>,
    pub url: Option<String>,
    pub primary: bool,
    pub emergency: bool,
    pub retired: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InteractionJson {
    pub id: i64,
    pub at: String,
    pub direction: String,
    pub channel: Option<String>,
    pub text: String,
    pub outcome: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUpJson {
    pub id: i64,
    pub due: String,
    pub zone: Option<String>,
    pub note: String,
    pub state: String,
    pub closed_at: Option<String>,
}

/// One line of `due`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueJson {
    pub customer: i64,
    pub name: String,
    pub tier: String,
    pub due: String,
    pub overdue_days: i64,
    pub note: String,
    pub local_time: Option<String>,
    pub reachable: Option<bool>,
    pub window_opens: Option<String>,
    pub window_closes: Option<String>,
    pub channel: Option<String>,
}

impl CustomerJson {
    /// As `list` and `find` print it.
    pub fn new(bundle: &Bundle, _now: &Now) -> Self {
        let customer = &bundle.customer;
        Self {
            id: customer.id.0,
            name: customer.name.to_string(),
            company: customer.company.to_string(),
            country: customer.country.map(|country| country.to_string()),
            tier: customer.tier.to_string(),
            stage: customer.stage.map(|stage| stage.to_string()),
            tags: customer.tags.iter().map(ToString::to_string).collect(),
            favourite: customer.favourite,
            zone: None,
            local_time: None,
            last_contact: None,
            next_follow_up: None,
            contacts: Vec::new(),
            shown: None,
        }
    }

    /// As `show` prints it.
    pub fn shown(bundle: &Bundle, _detail: &Detail, now: &Now) -> Self {
        Self { shown: Some(ShownJson::default()), ..Self::new(bundle, now) }
    }
}

impl DueJson {
    /// One open follow-up of a customer.
    pub fn new(bundle: &Bundle, follow_up: &FollowUp, now: &Now) -> Self {
        let CustomerId(customer) = bundle.customer.id;
        Self {
            customer,
            name: bundle.customer.name.to_string(),
            tier: bundle.customer.tier.to_string(),
            due: follow_up.due.on.to_string(),
            overdue_days: (now.today() - follow_up.due.on).num_days().max(0),
            note: follow_up.note.to_string(),
            local_time: None,
            reachable: None,
            window_opens: None,
            window_closes: None,
            channel: None,
        }
    }
}
