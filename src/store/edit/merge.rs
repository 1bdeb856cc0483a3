//! Two customers that are one.

use super::{Result, dossier, execute, must_be};
use crate::domain::{CustomerFields, CustomerId};
use crate::store::{log::Applied, read};
use rusqlite::Connection;

/// What hangs on `gone` moves to `keep` behind what is there. A channel or a care date that `keep` has already goes; so
/// does a contact of the same name, whose channels and interactions go to the one that stays.
const STEPS: [&str; 14] = [
    // Doubles among the people: what is known of the one that goes fills in what is not known of the other.
    "UPDATE contact AS k SET role = g.role FROM contact g WHERE k.customer_id = ?1 AND g.customer_id = ?2
     AND k.name <> '' AND lower(trim(k.name)) = lower(trim(g.name)) AND k.role = '' AND g.role <> ''",
    "UPDATE channel SET contact_id = k.id FROM contact g, contact k WHERE channel.contact_id = g.id
     AND g.customer_id = ?2 AND k.customer_id = ?1 AND k.name <> '' AND lower(trim(k.name)) = lower(trim(g.name))",
    "UPDATE interaction SET contact_id = k.id FROM contact g, contact k WHERE interaction.contact_id = g.id
     AND g.customer_id = ?2 AND k.customer_id = ?1 AND k.name <> '' AND lower(trim(k.name)) = lower(trim(g.name))",
    "DELETE FROM contact WHERE customer_id = ?2 AND name <> '' AND lower(trim(name)) IN
     (SELECT lower(trim(name)) FROM contact WHERE customer_id = ?1)",
    // Doubles among the channels: an emergency mark is not lost.
    "UPDATE channel AS k SET is_emergency = 1 FROM channel g WHERE k.customer_id = ?1 AND g.customer_id = ?2
     AND g.is_emergency AND NOT k.is_emergency AND k.kind = g.kind
     AND iif(k.norm <> '', k.norm, k.handle) = iif(g.norm <> '', g.norm, g.handle)",
    "DELETE FROM channel AS g WHERE g.customer_id = ?2 AND EXISTS (SELECT 1 FROM channel k WHERE k.customer_id = ?1
     AND k.kind = g.kind AND iif(k.norm <> '', k.norm, k.handle) = iif(g.norm <> '', g.norm, g.handle))",
    "DELETE FROM care_date AS g WHERE g.customer_id = ?2 AND EXISTS (SELECT 1 FROM care_date k
     WHERE k.customer_id = ?1 AND k.kind = g.kind AND k.month = g.month AND k.day = g.day)",
    "UPDATE contact SET customer_id = ?1, position = position + 1 +
     (SELECT coalesce(max(position), -1) FROM contact WHERE customer_id = ?1) WHERE customer_id = ?2",
    "UPDATE channel SET customer_id = ?1,
     is_primary = is_primary AND NOT EXISTS (SELECT 1 FROM channel WHERE customer_id = ?1 AND is_primary), position = position + 1 +
     (SELECT coalesce(max(position), -1) FROM channel WHERE customer_id = ?1) WHERE customer_id = ?2",
    "UPDATE care_date SET customer_id = ?1 WHERE customer_id = ?2",
    "UPDATE follow_up SET customer_id = ?1 WHERE customer_id = ?2",
    "UPDATE trade_order SET customer_id = ?1 WHERE customer_id = ?2",
    "UPDATE order_line SET customer_id = ?1 WHERE customer_id = ?2",
    "UPDATE stage_change SET customer_id = ?1 WHERE customer_id = ?2",
];

pub(super) fn merge(conn: &Connection, keep: CustomerId, gone: CustomerId, fields: &CustomerFields) -> Result<Applied> {
    must_be(conn, keep)?;
    must_be(conn, gone)?;
    if keep == gone {
        return Ok(Applied::default());
    }
    let detail = read::name_of(conn, gone.0)?.unwrap_or_default();
    dossier::write_fields(conn, keep, fields)?;
    for sql in STEPS {
        execute(conn, sql, (keep.0, gone.0))?;
    }
    execute(conn, "UPDATE interaction SET customer_id = ?1 WHERE customer_id = ?2", (keep.0, gone.0))?;
    execute(conn, "DELETE FROM customer WHERE id = ?1", [gone.0])?;
    Ok(Applied { name: Some(fields.name.to_string()), count: 1, detail, ..Applied::default() })
}
