//! Ranges of new rows: what a large import leaves in the log in place of an image each.
//!
//! A range is one image for the rows `pk` to `last_pk` of a table, all new with its op. Its `seq` is the last of as many
//! numbers as it has rows, so that it can be spelled out, an image each, without moving another. Its `new` has a sum of
//! each row, by which undo and the check know a row that is not as the import left it. What a row was like is in the
//! file all the while: before the first later step that touched it, or in its table. Undo spells a range out before it
//! removes the rows, and from there on its images are like any others.

use super::{Result, StoreError, history, row, schema};
use crate::domain::OpId;
use rusqlite::{Connection, Row};
use schema::Table;
use std::collections::HashMap;

mod sums;

pub(super) use sums::{Sum, Sums};

/// New rows of one table.
#[derive(Debug)]
pub(super) struct Range {
    seq: i64,
    op: i64,
    pub table: String,
    pub pk: i64,
    last: i64,
    sums: String,
}

const COLUMNS: &str = "i.seq, i.op, i.tbl, i.pk, i.last_pk, i.new";

/// Writes the image of the rows from `first` on, as many as there are sums.
pub(super) fn write(conn: &Connection, table: &str, first: i64, sums: &Sums) -> Result<()> {
    let rows = i64::try_from(sums.rows()).unwrap_or(i64::MAX);
    if rows == 0 {
        return Ok(());
    }
    // The first customer stands for the others where one name is enough.
    let customer = (table == "customer").then_some(first);
    conn.prepare_cached(
        "INSERT INTO image (seq, op, tbl, pk, last_pk, customer, new)
         SELECT (SELECT coalesce(max(seq), 0) FROM image) + ?4, op, ?1, ?2, ?2 + ?4 - 1, ?3, ?5 FROM log_state",
    )?
    .execute((table, first, customer, rows, sums.as_str()))?;
    Ok(())
}

/// The ranges of an op, the first written first.
pub(super) fn of_op(conn: &Connection, op: OpId) -> Result<Vec<Range>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM op o CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq
         WHERE o.id = ?1 AND i.last_pk IS NOT NULL ORDER BY i.seq"
    );
    let mut ranges = conn.prepare_cached(&sql)?;
    let ranges = ranges.query_map([op.0], range)?.collect::<rusqlite::Result<_>>()?;
    Ok(ranges)
}

/// The ranges of all ops.
fn all(conn: &Connection) -> Result<Vec<Range>> {
    let sql = format!("SELECT {COLUMNS} FROM image i WHERE i.last_pk IS NOT NULL ORDER BY i.seq");
    let mut ranges = conn.prepare(&sql)?;
    let ranges = ranges.query_map([], range)?.collect::<rusqlite::Result<_>>()?;
    Ok(ranges)
}

fn range(row: &Row<'_>) -> rusqlite::Result<Range> {
    Ok(Range {
        seq: row.get(0)?,
        op: row.get(1)?,
        table: row.get(2)?,
        pk: row.get(3)?,
        last: row.get(4)?,
        sums: row.get(5)?,
    })
}

impl Range {
    /// The number of the first row's image, were it spelled out.
    pub fn first_seq(&self) -> i64 {
        self.seq - (self.last - self.pk)
    }

    fn sum(&self, pk: i64) -> Option<Sum> {
        Sum::read(&self.sums, usize::try_from(pk - self.pk).ok()?)
    }

    fn table<'t>(&self, tables: &'t [Table]) -> Result<&'t Table> {
        let table = tables.iter().find(|table| table.name == self.table);
        table.ok_or_else(|| StoreError::Refused { detail: format!("no table {}", self.table) })
    }

    /// The rows up to `last` that later steps in force changed or removed, as they were before.
    fn later(&self, conn: &Connection, last: i64) -> Result<HashMap<i64, String>> {
        let mut later = conn.prepare_cached(
            "SELECT i.pk, i.old, min(i.seq) FROM image i JOIN op o ON o.id = i.op
             WHERE i.seq > ?1 AND i.tbl = ?2 AND i.pk BETWEEN ?3 AND ?4 AND i.last_pk IS NULL AND o.state = 'done'
             GROUP BY i.pk HAVING i.old IS NOT NULL",
        )?;
        let later = later.query_map((self.seq, &self.table, self.pk, last), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(later.collect::<rusqlite::Result<_>>()?)
    }

    /// Hands each row that is there to `see`, with its number.
    fn present(
        &self,
        conn: &Connection,
        table: &Table,
        mut see: impl FnMut(i64, &Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let sql = format!(
            "SELECT id, {} FROM {} WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
            table.columns.join(", "),
            table.name
        );
        let mut rows = conn.prepare_cached(&sql)?;
        let mut rows = rows.query((self.pk, self.last))?;
        while let Some(row) = rows.next()? {
            see(row.get(0)?, row)?;
        }
        Ok(())
    }

    /// The rows that are not as the import left them, at most `limit`; what later steps in force did is no difference.
    pub fn differing(&self, conn: &Connection, tables: &[Table], limit: usize) -> Result<Vec<i64>> {
        let table = self.table(tables)?;
        let later = self.later(conn, self.last)?;
        let (mut differing, mut next) = (Vec::new(), self.pk);
        let as_before = |pk: i64| later.get(&pk).is_some_and(|old| Sum::of_picture(old) == self.sum(pk));
        let missing = |from: i64, to: i64, differing: &mut Vec<i64>| {
            differing.extend((from..to).filter(|pk| !as_before(*pk)).take(limit.saturating_sub(differing.len())));
        };
        self.present(conn, table, |pk, row| {
            missing(next, pk, &mut differing);
            next = pk + 1;
            let same = if later.contains_key(&pk) {
                as_before(pk)
            } else {
                let cells = (1..=table.columns.len()).map(|at| row.get_ref(at)).collect::<Result<Vec<_>, _>>()?;
                Some(Sum::of(cells.into_iter())) == self.sum(pk)
            };
            if !same && differing.len() < limit {
                differing.push(pk);
            }
            Ok(())
        })?;
        missing(next, self.last + 1, &mut differing);
        Ok(differing)
    }

    /// Puts an image of each row in the place of the range.
    pub fn spell_out(&self, conn: &Connection, tables: &[Table]) -> Result<()> {
        let table = self.table(tables)?;
        let later = self.later(conn, self.last)?;
        conn.prepare_cached("DELETE FROM image WHERE seq = ?1")?.execute([self.seq])?;
        let (name, customer) = (&table.name, table.customer(&table.name));
        let sql = format!(
            "INSERT OR ROLLBACK INTO image (seq, op, tbl, pk, customer, new)
             SELECT ?1 + id, ?2, '{name}', id, {customer}, {} FROM {name} WHERE id BETWEEN ?3 AND ?4 ORDER BY id",
            table.array(name)
        );
        conn.prepare_cached(&sql)?.execute((self.seq - self.last, self.op, self.pk, self.last))?;
        let sql = format!(
            "INSERT OR ROLLBACK INTO image (seq, op, tbl, pk, customer, new) VALUES (?1, ?2, ?3, ?4, {}, ?5)
             ON CONFLICT (seq) DO UPDATE SET customer = excluded.customer, new = excluded.new",
            table.customer_in("?5")
        );
        let mut image = conn.prepare_cached(&sql)?;
        for (pk, old) in later {
            image.execute((self.seq - self.last + pk, self.op, &self.table, pk, old))?;
        }
        if self.table == "customer" {
            let sql = "INSERT OR IGNORE INTO op_customer (customer, op) SELECT pk, op FROM image
                 WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq";
            conn.prepare_cached(sql)?.execute((self.first_seq(), self.seq))?;
        }
        Ok(())
    }

    /// Removes the rows.
    pub fn remove(&self, conn: &Connection) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE id BETWEEN ?1 AND ?2", self.table);
        conn.prepare_cached(&sql)?.execute((self.pk, self.last))?;
        Ok(())
    }

    /// The first `limit` rows, an image each.
    pub fn images(&self, conn: &Connection, tables: &[Table], limit: usize) -> Result<Vec<history::Image>> {
        let table = self.table(tables)?;
        let last = self.last.min(self.pk.saturating_add(i64::try_from(limit).unwrap_or(i64::MAX)) - 1);
        let mut pictures = self.later(conn, last)?;
        let sql = format!("SELECT id, {} FROM {} WHERE id BETWEEN ?1 AND ?2", table.array(&table.name), table.name);
        let mut rows = conn.prepare_cached(&sql)?;
        let mut rows = rows.query((self.pk, last))?;
        while let Some(row) = rows.next()? {
            pictures.entry(row.get(0)?).or_insert(row::str_of(row, 1)?.to_owned());
        }
        let image = |pk| {
            let new = pictures.remove(&pk);
            let customer = new.as_deref().and_then(|new| table.customer_of(new));
            history::Image { table: self.table.clone(), pk, customer, old: None, new }
        };
        Ok((self.pk..=last).map(image).collect())
    }
}

/// Spells every range out: a migration changes images, and a sum says nothing of a row with another column.
pub(super) fn spell_all_out(conn: &Connection) -> Result<()> {
    let tables = schema::tables(conn)?;
    all(conn)?.iter().try_for_each(|range| range.spell_out(conn, &tables))
}

/// Tables, and how many of their rows are not as an import left them.
pub(super) fn wrong(conn: &Connection) -> Result<Vec<(String, usize)>> {
    let tables = schema::tables(conn)?;
    let mut wrong = Vec::new();
    for range in all(conn)? {
        let count = range.differing(conn, &tables, usize::MAX)?.len();
        if count > 0 {
            wrong.push((range.table, count));
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests;
