//! One commit: open an op, let the triggers keep what changes, close it. All in one transaction.

use super::{Result, Store, StoreError, backup, edit, feed, open::at, plan};
use crate::domain::{Cause, Changes, Edit, Label, Now, OpId, rules::Rules};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::ops::ControlFlow;
use ulid::Ulid;

pub(super) type Progress<'p> = &'p mut dyn FnMut(usize, usize) -> ControlFlow<()>;

/// What an edit did, for the op's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Applied {
    /// `None`: the name of the first customer touched.
    pub name: Option<String>,
    pub count: usize,
    pub detail: String,
    /// The first image of those whose customers are in the history already.
    pub many: Option<i64>,
}

pub(super) fn commit(store: &mut Store, edit: &Edit, now: &Now, progress: Progress<'_>) -> Result<Changes> {
    if store.read_only {
        return Err(StoreError::ReadOnly { path: store.path.clone() });
    }
    if let Some(reason) = backup::needed_for(edit) {
        backup::before(store, reason, now)?;
    }
    let path = store.path.clone();
    at(&path, || {
        let many = match edit {
            Edit::Import { dossiers, .. } => dossiers.len() >= edit::MANY,
            Edit::ImportOrders { .. } | Edit::Rhythm => true,
            _ => false,
        };
        if many {
            store.conn.execute_batch(FOR_MANY)?;
        }
        let changes = transact(store, edit, now, progress);
        if many {
            store.conn.execute_batch(AS_EVER)?;
        }
        changes
    })
}

/// A large import falls into its indexes at random: room for them, for as long as it takes. Its rows come with whose
/// they are, and each cell from a type that has no other values than the table's: that is not asked again of each row.
const FOR_MANY: &str = "PRAGMA cache_size = -98304; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON";

const AS_EVER: &str = "PRAGMA ignore_check_constraints = OFF; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384;
     PRAGMA shrink_memory";

fn transact(store: &mut Store, edit: &Edit, now: &Now, progress: Progress<'_>) -> Result<Changes> {
    let (seen, mirrored) = (store.seen, store.mirrored);
    let tx = store.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some((op, label)) = record(&tx, edit, store.rules.as_ref(), now, progress)? else {
        return Ok(nothing(Cause::Committed));
    };
    let mut changes = if mirrored { feed::since(&tx, seen, Cause::Committed)? } else { nothing(Cause::Committed) };
    changes.op = Some((op, label));
    let last = feed::last(&tx)?;
    tx.commit()?;
    store.seen = last;
    Ok(changes)
}

pub(super) fn nothing(cause: Cause) -> Changes {
    Changes { cause, op: None, customers: Vec::new(), views: None, reload: false }
}

/// Applies the edit under a new op; `None` (and nothing to keep) when no row differs.
fn record(
    conn: &Connection,
    edit: &Edit,
    rules: Option<&Rules>,
    now: &Now,
    progress: Progress<'_>,
) -> Result<Option<(OpId, Label)>> {
    let first = last_image(conn)? + 1;
    let op = OpId(begin(conn, now, first)?);
    let mut applied = edit::apply(conn, edit, rules, now, progress)?;
    if let Some(rules) = rules {
        plan::keep(conn, edit, rules, (first, applied.many), now)?.told(&mut applied, edit);
    }
    let last = last_image(conn)?;
    if last < first {
        return Ok(None);
    }
    let name = match applied.name {
        Some(name) => name,
        None => name_of_first(conn, first, last)?.unwrap_or_default(),
    };
    let label =
        Label { key: edit.label_key().into(), name: name.into(), count: applied.count, detail: applied.detail.into() };
    end(conn, op, &label, last, applied.many)?;
    Ok(Some((op, label)))
}

fn begin(conn: &Connection, now: &Now, first: i64) -> Result<i64> {
    let ulid = ulid(conn, now)?;
    conn.prepare_cached(
        "INSERT INTO op (ulid, at, label, args, first_seq, last_seq, rows) VALUES (?1, ?2, '', '{}', ?3, ?3 - 1, 0)",
    )?
    .execute((ulid, now.instant.timestamp(), first))?;
    let op = conn.last_insert_rowid();
    set_open(conn, Some(op))?;
    Ok(op)
}

fn end(conn: &Connection, op: OpId, label: &Label, last: i64, many: Option<i64>) -> Result<()> {
    set_open(conn, None)?;
    let args = serde_json::to_string(label).map_err(|error| StoreError::Refused { detail: error.to_string() })?;
    conn.prepare_cached("UPDATE op SET label = ?2, args = ?3, last_seq = ?4, rows = ?4 - first_seq + 1 WHERE id = ?1")?
        .execute((op.0, &*label.key, args, last))?;
    conn.prepare_cached(
        "INSERT OR IGNORE INTO op_customer (customer, op) SELECT i.customer, o.id FROM op o
         CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND ?2 WHERE o.id = ?1 AND i.customer IS NOT NULL",
    )?
    .execute((op.0, many.map_or(last, |first| first - 1)))?;
    // What was undone before this can no longer be redone; it stays in the history.
    conn.prepare_cached(
        "UPDATE op SET state = 'dropped' WHERE state = 'undone'
         AND id > (SELECT coalesce(max(id), 0) FROM op WHERE state = 'done' AND id < ?1)",
    )?
    .execute([op.0])?;
    feed::tell(conn, op, Cause::Committed)
}

/// Says which op is open: `None` none, 0 a replay.
pub(super) fn set_open(conn: &Connection, op: Option<i64>) -> Result<()> {
    conn.prepare_cached("UPDATE log_state SET op = ?1")?.execute([op])?;
    Ok(())
}

fn last_image(conn: &Connection) -> Result<i64> {
    Ok(conn.prepare_cached("SELECT coalesce(max(seq), 0) FROM image")?.query_row([], |row| row.get(0))?)
}

/// Sorts by time and meets no other, whatever machine it was made on.
pub(super) fn ulid(conn: &Connection, now: &Now) -> Result<String> {
    let (high, low): (i64, i64) =
        conn.prepare_cached("SELECT random(), random()")?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let random = u128::from(high.cast_unsigned()) << 64 | u128::from(low.cast_unsigned());
    let millis = u64::try_from(now.instant.timestamp_millis()).unwrap_or(0);
    Ok(Ulid::from_parts(millis, random).to_string())
}

/// The name of the first customer that these images touch, as it is or as it was.
fn name_of_first(conn: &Connection, first: i64, last: i64) -> Result<Option<String>> {
    let sql = "SELECT coalesce((SELECT iif(name <> '', name, company) FROM customer WHERE id = i.customer),
           (SELECT json_extract(g.old, '$[2]') FROM image g
            WHERE g.seq BETWEEN ?1 AND ?2 AND g.tbl = 'customer' AND g.pk = i.customer))
         FROM image i WHERE i.seq BETWEEN ?1 AND ?2 AND i.customer IS NOT NULL LIMIT 1";
    let name = conn.prepare_cached(sql)?.query_row((first, last), |row| row.get::<_, Option<String>>(0)).optional()?;
    Ok(name.flatten())
}
