//! An op that only changed rows, but many: all are checked at once, and put back with nothing looking on.

use super::{Cause, Result, StoreError};
use crate::domain::Op;
use crate::store::{aside, row, schema, tally};
use rusqlite::{Connection, Statement, params_from_iter, types::Value};
use schema::Table;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Of fewer the images are played one by one; of more they would take too much memory.
const MANY: std::ops::Range<usize> = 2_000..1_000_000;

/// The columns of a row that another picture of it has otherwise, and how.
struct Change {
    /// Place among the tables.
    table: usize,
    pk: i64,
    to: Vec<(usize, Value)>,
}

/// Plays the op's images, if there are many, each is of another row's change, and every row is as they say; `false`:
/// nothing was done.
pub(super) fn play(conn: &Connection, op: &Op, cause: Cause) -> Result<bool> {
    if !MANY.contains(&op.changes) {
        return Ok(false);
    }
    let tables = schema::tables(conn)?;
    let Some(changes) = changes(conn, op, cause, &tables)? else { return Ok(false) };
    let touched = changing(&changes, &tables);
    for (table, rows, _) in &touched {
        if as_pictured(conn, op, cause, table)? != *rows {
            return Ok(false);
        }
    }
    let columns: Vec<Vec<&str>> = touched.iter().map(|(_, _, columns)| columns.iter().copied().collect()).collect();
    let listed = touched.iter().zip(&columns).map(|((table, rows, _), columns)| (&*table.name, *rows, &columns[..]));
    aside::without(conn, &listed.collect::<Vec<_>>(), || write(conn, &changes, &tables))?;
    tally::recount(conn)?;
    Ok(true)
}

/// What the images say; `None` where one is of a new or a removed row, or of a row that had one before.
fn changes(conn: &Connection, op: &Op, cause: Cause, tables: &[Table]) -> Result<Option<Vec<Change>>> {
    let mut images = conn.prepare(
        "SELECT i.tbl, i.pk, i.old, i.new, i.last_pk FROM op o
         CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq WHERE o.id = ?1 ORDER BY i.seq",
    )?;
    let mut images = images.query([op.id.0])?;
    let (mut changes, mut seen) = (Vec::with_capacity(op.changes), HashSet::with_capacity(op.changes));
    while let Some(image) = images.next()? {
        let (Some(old), Some(new), None) =
            (row::str_opt(image, 2)?, row::str_opt(image, 3)?, image.get::<_, Option<i64>>(4)?)
        else {
            return Ok(None);
        };
        let (name, pk) = (row::str_of(image, 0)?, image.get(1)?);
        let Some(table) = tables.iter().position(|table| table.name == name) else { return Ok(None) };
        if !seen.insert((table, pk)) {
            return Ok(None);
        }
        let (from, to) = if cause == Cause::Redone { (old, new) } else { (new, old) };
        changes.push(Change { table, pk, to: differing(from, to)? });
    }
    Ok(Some(changes))
}

/// The columns that differ, with what they are in `to`.
fn differing(from: &str, to: &str) -> Result<Vec<(usize, Value)>> {
    let read = |picture: &str| -> Result<Vec<serde_json::Value>> {
        serde_json::from_str(picture).map_err(|error| StoreError::Refused { detail: error.to_string() })
    };
    let pairs = read(from)?.into_iter().zip(read(to)?).enumerate();
    Ok(pairs.filter(|(_, (from, to))| from != to).map(|(at, (_, to))| (at, cell(to))).collect())
}

/// A cell as a picture has it: there are no others than numbers, texts and none.
fn cell(value: serde_json::Value) -> Value {
    match value {
        serde_json::Value::String(text) => Value::Text(text),
        serde_json::Value::Number(number) => number.as_i64().map_or(Value::Null, Value::Integer),
        _ => Value::Null,
    }
}

/// By table, how many rows change in which columns.
fn changing<'t>(changes: &[Change], tables: &'t [Table]) -> Vec<(&'t Table, usize, BTreeSet<&'t str>)> {
    let all = tables.iter().enumerate().map(|(at, table)| {
        let mine = changes.iter().filter(|change| change.table == at);
        let columns = mine.clone().flat_map(|change| &change.to).map(|(column, _)| &*table.columns[*column]);
        (table, mine.count(), columns.collect())
    });
    all.filter(|(_, rows, _)| *rows > 0).collect()
}

/// How many rows of the table are as the op left them, or found them.
fn as_pictured(conn: &Connection, op: &Op, cause: Cause, table: &Table) -> Result<usize> {
    let (name, picture) = (&table.name, if cause == Cause::Redone { "old" } else { "new" });
    let sql = format!(
        "SELECT count(*) FROM op o CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq
         CROSS JOIN {name} ON {name}.id = i.pk WHERE o.id = ?1 AND i.tbl = '{name}' AND i.{picture} = {}",
        table.array(name)
    );
    Ok(conn.prepare(&sql)?.query_row([op.id.0], |found| row::count(found, 0))?)
}

fn write(conn: &Connection, changes: &[Change], tables: &[Table]) -> Result<()> {
    let mut statements: HashMap<(usize, Vec<usize>), Statement<'_>> = HashMap::new();
    for Change { table, pk, to } in changes {
        let columns: Vec<usize> = to.iter().map(|(column, _)| *column).collect();
        let statement = match statements.entry((*table, columns)) {
            std::collections::hash_map::Entry::Occupied(there) => there.into_mut(),
            std::collections::hash_map::Entry::Vacant(none) => {
                let (table, columns) = (&tables[none.key().0], &none.key().1);
                let set: Vec<String> = columns.iter().map(|at| format!("{} = ?", table.columns[*at])).collect();
                let sql = format!("UPDATE {} SET {} WHERE id = ?", table.name, set.join(", "));
                none.insert(conn.prepare(&sql)?)
            }
        };
        let pk = Value::Integer(*pk);
        statement.execute(params_from_iter(to.iter().map(|(_, value)| value).chain([&pk])))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
