//! Follow-ups moved by the thousand: what the triggers of the log and of the counts would do for each is done for all.

use super::{Move, Result};
use crate::store::{aside, schema};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Fewer are moved one by one.
pub(super) const MANY: usize = 1_000;

/// Moves follow-ups of active customers, each at most once.
pub(super) fn move_all(conn: &Connection, mut moves: Vec<Move>) -> Result<()> {
    moves.sort_unstable_by_key(|it| it.id);
    note(conn, &moves)?;
    log(conn)?;
    aside::without(conn, &[("follow_up", moves.len(), &["due_on", "reason"])], || {
        let mut row = conn.prepare(super::MOVE)?;
        moves.iter().try_for_each(|it| it.write(&mut row))
    })?;
    count(conn, &moves)
}

/// Where each goes, in a temporary table.
fn note(conn: &Connection, moves: &[Move]) -> Result<()> {
    conn.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS moved (id INTEGER PRIMARY KEY, due_on TEXT NOT NULL, reason TEXT NOT NULL);
         DELETE FROM temp.moved",
    )?;
    let mut row = conn.prepare_cached("INSERT INTO temp.moved (id, due_on, reason) VALUES (?1, ?2, ?3)")?;
    moves.iter().try_for_each(|it| it.write(&mut row))
}

/// The images, as the trigger writes them.
fn log(conn: &Connection) -> Result<()> {
    let tables = schema::tables(conn)?;
    let Some(table) = tables.iter().find(|table| table.name == "follow_up") else { return Ok(()) };
    let moved = |column: &String| match column.as_str() {
        "due_on" | "reason" => format!("m.{column}"),
        _ => format!("f.{column}"),
    };
    let new = table.columns.iter().map(moved).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "INSERT INTO image (op, tbl, pk, customer, old, new)
         SELECT s.op, 'follow_up', f.id, f.customer_id, {}, json_array({new})
         FROM log_state s CROSS JOIN temp.moved m CROSS JOIN follow_up f ON f.id = m.id",
        table.array("f")
    );
    conn.prepare_cached(&sql)?.execute([])?;
    Ok(())
}

/// The counts of the days.
fn count(conn: &Connection, moves: &[Move]) -> Result<()> {
    let mut days: BTreeMap<_, i64> = BTreeMap::new();
    for it in moves {
        *days.entry(it.from).or_default() -= 1;
        *days.entry(it.to.on).or_default() += 1;
    }
    let sql = "INSERT INTO tally (what, key, n) VALUES ('due', ?1, ?2)
         ON CONFLICT (what, key) DO UPDATE SET n = n + excluded.n";
    let mut row = conn.prepare_cached(sql)?;
    for (day, by) in days {
        row.execute((day.to_string(), by))?;
    }
    conn.execute_batch("DELETE FROM temp.moved")?;
    Ok(())
}

#[cfg(test)]
mod tests;
