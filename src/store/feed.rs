//! What changed, told to the board: from the log alone, whoever changed it.

use super::{Result, Store, log, open::at, read, row};
use crate::domain::{Cause, Changes, CustomerId, Label, OpId};
use rusqlite::{Connection, OptionalExtension};

/// Beyond this the whole file is read again: cheaper than telling of each.
const MANY: i64 = 20_000;

/// How many rows the feed keeps; a window that slept longer reads the whole file again.
const KEEP: i64 = 1_000;

/// Notes where the file stands now.
pub(super) fn start(store: &mut Store) -> Result<()> {
    store.version = version(&store.conn)?;
    store.seen = last(&store.conn)?;
    Ok(())
}

fn version(conn: &Connection) -> Result<i64> {
    Ok(conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
}

pub(super) fn last(conn: &Connection) -> Result<i64> {
    Ok(conn.prepare_cached("SELECT coalesce(max(seq), 0) FROM feed")?.query_row([], |row| row.get(0))?)
}

/// Tells other windows of an op.
pub(super) fn tell(conn: &Connection, op: OpId, cause: Cause) -> Result<()> {
    let cause = match cause {
        Cause::Undone | Cause::UndoneElsewhere => "undone",
        Cause::Redone => "redone",
        Cause::Committed | Cause::Elsewhere | Cause::RestoredElsewhere => "committed",
    };
    conn.prepare_cached("INSERT INTO feed (op, cause) VALUES (?1, ?2)")?.execute((op.0, cause))?;
    let seq = conn.last_insert_rowid();
    if seq % KEEP == 0 {
        conn.prepare_cached("DELETE FROM feed WHERE seq <= ?1")?.execute([seq - KEEP])?;
    }
    Ok(())
}

pub(super) fn poll(store: &mut Store) -> Result<Option<Changes>> {
    let path = store.path.clone();
    at(&path, || {
        let version = version(&store.conn)?;
        if version == store.version {
            return Ok(None);
        }
        let tx = store.conn.unchecked_transaction()?;
        let last = last(&tx)?;
        let changes = if last == store.seen { None } else { Some(since(&tx, store.seen, Cause::Elsewhere)?) };
        tx.finish()?;
        store.version = version;
        store.seen = last;
        Ok(changes)
    })
}

/// Everything that changed after `seen`, as it is now.
pub(super) fn since(conn: &Connection, seen: i64, cause: Cause) -> Result<Changes> {
    let mut changes = log::nothing(cause);
    if let Some((op, undone)) = newest(conn, seen)? {
        changes.op = Some(op);
        if undone && cause == Cause::Elsewhere {
            changes.cause = Cause::UndoneElsewhere;
        }
    }
    if !whole(conn, seen)? || touch(conn, seen)? > MANY {
        changes.reload = true;
        if cause == Cause::Elsewhere && restored(conn, seen)? {
            changes.cause = Cause::RestoredElsewhere;
        }
        changes.views = Some(read::views(conn)?);
        return Ok(changes);
    }
    changes.customers = touched(conn)?;
    let viewed = "SELECT EXISTS (SELECT 1 FROM feed f CROSS JOIN op o ON o.id = f.op
         CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq WHERE f.seq > ?1 AND i.tbl = 'view')";
    if conn.prepare_cached(viewed)?.query_row([seen], |row| row.get(0))? {
        changes.views = Some(read::views(conn)?);
    }
    Ok(changes)
}

/// Whether the feed still has everything after `seen`, and nothing in it says that all may differ.
fn whole(conn: &Connection, seen: i64) -> Result<bool> {
    let sql = "SELECT coalesce(min(seq), ?1 + 1) = ?1 + 1 FROM feed WHERE seq > ?1";
    let complete: bool = conn.prepare_cached(sql)?.query_row([seen], |row| row.get(0))?;
    Ok(complete && !restored(conn, seen)?)
}

/// Whether a backup took the file's place after `seen`.
fn restored(conn: &Connection, seen: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM feed WHERE seq > ?1 AND cause = 'restored')";
    Ok(conn.prepare_cached(sql)?.query_row([seen], |row| row.get(0))?)
}

/// The last op told of, and whether it was taken back.
fn newest(conn: &Connection, seen: i64) -> Result<Option<((OpId, Label), bool)>> {
    let sql = "SELECT o.id, o.args, f.cause = 'undone' FROM feed f CROSS JOIN op o ON o.id = f.op WHERE f.seq > ?1
         ORDER BY f.seq DESC LIMIT 1";
    let newest = conn.prepare_cached(sql)?.query_row([seen], |row| {
        let label = serde_json::from_str(row::str_of(row, 1)?).unwrap_or_default();
        Ok(((OpId(row.get(0)?), label), row.get(2)?))
    });
    Ok(newest.optional()?)
}

/// Puts the customers touched after `seen` into `touched`; how many these are.
fn touch(conn: &Connection, seen: i64) -> Result<i64> {
    read::clear_touched(conn)?;
    let rows = "SELECT total(last_seq - first_seq + 1) > ?2 FROM op WHERE id IN (SELECT op FROM feed WHERE seq > ?1)";
    if conn.prepare_cached(rows)?.query_row((seen, MANY * 20), |row| row.get(0))? {
        // Whose these rows are takes longer to find than to read them all.
        return Ok(i64::MAX);
    }
    // One more than the many is enough to know of.
    let sql = "INSERT OR IGNORE INTO temp.touched (id) SELECT DISTINCT i.customer
         FROM (SELECT DISTINCT o.first_seq, o.last_seq FROM feed f CROSS JOIN op o ON o.id = f.op WHERE f.seq > ?1) o
         CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq
         WHERE i.customer IS NOT NULL LIMIT ?2";
    conn.prepare_cached(sql)?.execute((seen, MANY + 1))?;
    // A large import's new customers have one image together.
    let sql = "INSERT OR IGNORE INTO temp.touched (id) SELECT c.id
         FROM (SELECT DISTINCT o.first_seq, o.last_seq FROM feed f CROSS JOIN op o ON o.id = f.op WHERE f.seq > ?1) o
         CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq AND i.tbl = 'customer' AND i.last_pk IS NOT NULL
         CROSS JOIN customer c ON c.id BETWEEN i.pk AND i.last_pk LIMIT ?2";
    conn.prepare_cached(sql)?.execute((seen, MANY + 1))?;
    // So have new orders of customers known before.
    let sql = "INSERT OR IGNORE INTO temp.touched (id) SELECT c.customer_id
         FROM (SELECT DISTINCT o.first_seq, o.last_seq FROM feed f CROSS JOIN op o ON o.id = f.op WHERE f.seq > ?1) o
         CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq AND i.tbl = 'trade_order'
           AND i.last_pk IS NOT NULL
         CROSS JOIN trade_order c ON c.id BETWEEN i.pk AND i.last_pk";
    conn.prepare_cached(sql)?.execute([seen])?;
    Ok(conn.prepare_cached("SELECT count(*) FROM temp.touched")?.query_row([], |row| row.get(0))?)
}

/// The customers in `touched` as they are now; `None`: gone.
fn touched(conn: &Connection) -> Result<Vec<(CustomerId, Option<crate::domain::Bundle>)>> {
    let mut ids = conn.prepare_cached("SELECT id FROM temp.touched ORDER BY id")?;
    let ids = ids.query_map([], |row| row.get(0).map(CustomerId))?;
    let mut all = ids.map(|id| Ok((id?, None))).collect::<rusqlite::Result<Vec<_>>>()?;
    let mut at = 0;
    read::bundles(conn, read::Scope::Touched, &mut |bundle| {
        // Both come by id, and every bundle's id is in the list.
        while all.get(at).is_some_and(|(id, _)| *id < bundle.customer.id) {
            at += 1;
        }
        if let Some((_, place)) = all.get_mut(at) {
            *place = Some(bundle);
        }
    })?;
    Ok(all)
}

/// Tells every window of the file that `new` is about to replace that all may differ.
pub(super) fn tell_restored(new: &mut Store, present: &Store) -> Result<()> {
    let path = new.path.clone();
    let before = at(&present.path, || last(&present.conn))?;
    at(&path, || {
        // Beyond what any window of the present file has seen.
        let seq = before.max(last(&new.conn)?) + 1;
        new.conn.execute("INSERT INTO feed (seq, op, cause) VALUES (?1, NULL, 'restored')", [seq])?;
        Ok(())
    })
}
