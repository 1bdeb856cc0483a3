//! Undo and redo: the images of an op played back, each only if the row still is as the log left it.

use super::{Result, Store, StoreError, feed, history, log, open::at, range, row, schema};
use crate::domain::{Cause, Changes, Now, Op};
use history::Image;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::collections::HashMap;

mod many;

/// How many differing rows a refusal shows.
const SHOWN: usize = 20;

pub(super) fn undo(store: &mut Store, _now: &Now) -> Result<Changes> {
    play(store, Cause::Undone)
}

pub(super) fn redo(store: &mut Store, _now: &Now) -> Result<Changes> {
    play(store, Cause::Redone)
}

fn play(store: &mut Store, cause: Cause) -> Result<Changes> {
    if store.read_only {
        return Err(StoreError::ReadOnly { path: store.path.clone() });
    }
    let path = store.path.clone();
    at(&path, || {
        let seen = store.seen;
        let tx = store.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let cursor = history::cursor(&tx)?;
        let op = match cause {
            Cause::Redone => cursor.redo.ok_or(StoreError::NothingToRedo)?,
            _ => cursor.undo.ok_or(StoreError::NothingToUndo)?,
        };
        replay(&tx, &op, cause)?;
        let mut changes = feed::since(&tx, seen, cause)?;
        changes.op = Some((op.id, op.label));
        let last = feed::last(&tx)?;
        tx.commit()?;
        store.seen = last;
        Ok(changes)
    })
}

fn replay(conn: &Connection, op: &Op, cause: Cause) -> Result<()> {
    // Rows come back in the order of the log, which need not be that of their references.
    conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    log::set_open(conn, Some(0))?;
    let ranges = range::of_op(conn, op.id)?;
    let mut differing = take_back(conn, &ranges)?;
    if differing.is_empty() && !many::play(conn, op, cause)? {
        differing = apply(conn, op, cause, ranges.first().map_or(i64::MAX, range::Range::first_seq))?;
    }
    if !differing.is_empty() {
        return Err(conflict(conn, op, &differing)?);
    }
    log::set_open(conn, None)?;
    let state = if cause == Cause::Redone { "done" } else { "undone" };
    conn.prepare_cached("UPDATE op SET state = ?2 WHERE id = ?1")?.execute((op.id.0, state))?;
    feed::tell(conn, op.id, cause)
}

/// A row that is not as the log left it.
enum Differing {
    /// Its image, and the picture that the log expects.
    Row { image: Image, expected: Option<String> },
    /// One of a range, of which the log has no picture.
    OfRange { table: String, pk: i64 },
}

/// Removes the rows that an import left in ranges, if they still are as it left them; each has its own image from here
/// on, which brings it back. Only an op in force has ranges.
fn take_back(conn: &Connection, ranges: &[range::Range]) -> Result<Vec<Differing>> {
    if ranges.is_empty() {
        return Ok(Vec::new());
    }
    let tables = schema::tables(conn)?;
    let mut differing = Vec::new();
    for range in ranges {
        let found = range.differing(conn, &tables, SHOWN - differing.len())?;
        differing.extend(found.into_iter().map(|pk| Differing::OfRange { table: range.table.clone(), pk }));
    }
    if differing.is_empty() {
        // Triggers that would say nothing of so many rows, one by one.
        schema::drop_triggers(conn)?;
        ranges.iter().try_for_each(|range| range.spell_out(conn, &tables))?;
        ranges.iter().rev().try_for_each(|range| range.remove(conn))?;
        schema::make_triggers(conn)?;
    }
    Ok(differing)
}

/// Plays the images before `end`.
fn apply(conn: &Connection, op: &Op, cause: Cause, end: i64) -> Result<Vec<Differing>> {
    let backwards = cause != Cause::Redone;
    let statements = schema::tables(conn)?.into_iter().map(|table| (table.name.clone(), Statements::of(&table)));
    let statements = statements.collect::<HashMap<_, _>>();
    let mut images = conn.prepare(&format!(
        "SELECT i.tbl, i.pk, i.customer, i.old, i.new FROM op o
         CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq WHERE o.id = ?1 AND i.seq < ?2 ORDER BY i.seq {}",
        if backwards { "DESC" } else { "ASC" }
    ))?;
    let mut rows = images.query((op.id.0, end))?;
    let mut differing = Vec::new();
    while let Some(row) = rows.next()? {
        let (from, to) = if backwards { (4, 3) } else { (3, 4) };
        let from = row::str_opt(row, from)?;
        let to = row::str_opt(row, to)?;
        let pk: i64 = row.get(1)?;
        let changed = match statements.get(row::str_of(row, 0)?) {
            Some(statements) => statements.play(conn, pk, from, to)?,
            None => 0,
        };
        if changed != 1 {
            differing.push(Differing::Row { expected: from.map(str::to_owned), image: history::image(row)? });
            if differing.len() == SHOWN {
                break;
            }
        }
    }
    Ok(differing)
}

/// How rows of one table are put from one picture to another, if they are as the first says.
struct Statements {
    insert: String,
    update: String,
    delete: String,
}

impl Statements {
    fn of(table: &schema::Table) -> Self {
        let (name, now) = (&table.name, table.array(&table.name));
        let columns = table.columns.join(", ");
        let values = |from: &str| {
            let values = (0..table.columns.len()).map(|at| format!("json_extract({from}, '$[{at}]')"));
            values.collect::<Vec<_>>().join(", ")
        };
        Self {
            insert: format!(
                "INSERT OR ROLLBACK INTO {name} ({columns}) SELECT {} WHERE NOT EXISTS (SELECT 1 FROM {name} WHERE id = ?1)",
                values("?2")
            ),
            update: format!(
                "UPDATE OR ROLLBACK {name} SET ({columns}) = ({}) WHERE id = ?1 AND {now} = ?3",
                values("?2")
            ),
            delete: format!("DELETE FROM {name} WHERE id = ?1 AND {now} = ?2"),
        }
    }

    /// How many rows that changed: one, or the row is not as `from` says.
    fn play(&self, conn: &Connection, pk: i64, from: Option<&str>, to: Option<&str>) -> Result<usize> {
        Ok(match (from, to) {
            (None, Some(to)) => conn.prepare_cached(&self.insert)?.execute((pk, to))?,
            (Some(from), Some(to)) => conn.prepare_cached(&self.update)?.execute((pk, to, from))?,
            (Some(from), None) => conn.prepare_cached(&self.delete)?.execute((pk, from))?,
            (None, None) => 0,
        })
    }
}

fn conflict(conn: &Connection, op: &Op, differing: &[Differing]) -> Result<StoreError> {
    let tables = schema::tables(conn)?;
    let found = |name: &str, pk: i64| -> Result<Option<String>> {
        let Some(table) = tables.iter().find(|table| table.name == name) else { return Ok(None) };
        let sql = format!("SELECT {} FROM {name} WHERE id = ?1", table.array(name));
        Ok(conn.query_row(&sql, [pk], |row| row.get(0)).optional()?)
    };
    let difference = |differing: &Differing| match differing {
        Differing::Row { image, expected } => {
            let found = found(&image.table, image.pk)?;
            history::change(conn, &tables, image, expected.as_deref(), found.as_deref())
        }
        Differing::OfRange { table, pk } => {
            let picture = found(table, *pk)?;
            let owner = tables.iter().find(|there| there.name == *table).zip(picture.as_deref());
            let customer = owner.and_then(|(table, picture)| table.customer_of(picture));
            let image = Image { table: table.clone(), pk: *pk, customer, old: None, new: None };
            history::change(conn, &tables, &image, None, None)
        }
    };
    let differences = differing.iter().map(difference).collect::<Result<_>>()?;
    Ok(StoreError::Conflict { label: Box::new(op.label.clone()), differences })
}
