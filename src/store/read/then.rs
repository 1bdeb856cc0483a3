//! What customers were like at an earlier moment: the log has every change since.

use super::{Result, Store};
use crate::domain::{CustomerId, Ruling, Text, Tier};
use crate::store::{row, schema};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// What was decided about a customer then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then {
    pub tier: Tier,
    pub active: bool,
    pub ruling: Ruling,
    pub lost_reason: Text,
}

const COLUMNS: [&str; 4] = ["tier", "status", "verdict", "lost_reason"];

impl Store {
    /// The customers who have been changed since `at`, as they were then. What was undone was never done; who was made
    /// later, or not changed since, is not among them.
    pub fn changed_since(&self, at: DateTime<Utc>) -> Result<HashMap<CustomerId, Then>> {
        self.looking(|conn| {
            let tables = schema::tables(conn)?;
            let columns = tables.iter().find(|table| table.name == "customer").map_or(&[][..], |table| &table.columns);
            let place = |name: &str| columns.iter().position(|column| column == name).unwrap_or(0);
            let values =
                COLUMNS.map(|name| format!("coalesce(json_extract(i.old, '$[{}]'), '')", place(name))).join(", ");
            let sql = format!(
                "SELECT i.pk, {values} FROM op o CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq
                 WHERE o.at > ?1 AND o.state = 'done' AND i.tbl = 'customer' AND i.old IS NOT NULL ORDER BY i.seq"
            );
            let mut found = conn.prepare_cached(&sql)?;
            let mut found = found.query([at.timestamp()])?;
            let mut then = HashMap::new();
            while let Some(read) = found.next()? {
                let id = CustomerId(read.get(0)?);
                if then.contains_key(&id) {
                    continue;
                }
                let tier = row::parsed(read, 1, Tier::parse)?;
                let (active, ruling) = (row::str_of(read, 2)? == "active", row::parsed(read, 3, Ruling::parse)?);
                then.insert(id, Then { tier, active, ruling, lost_reason: row::text(read, 4)? });
            }
            Ok(then)
        })
    }
}
