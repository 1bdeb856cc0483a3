//! What watches and sorts rows is set aside while many of them change inside a transaction: nobody else ever sees it
//! gone. Who does so writes the images and the counts itself.

use super::{Result, check, schema};
use rusqlite::Connection;

/// The log's triggers and those of the counts are gone, and what makes the indexes again that are gone too.
pub(super) struct Aside(Vec<String>);

impl Aside {
    /// A trigger that is looked for at every row costs, though it would do nothing.
    pub fn begin(conn: &Connection) -> Result<Self> {
        schema::drop_triggers(conn)?;
        Ok(Self(Vec::new()))
    }

    /// Drops the table's indexes that `doomed` knows by name and statement.
    pub fn drop_indexes(&mut self, conn: &Connection, table: &str, doomed: impl Fn(&str, &str) -> bool) -> Result<()> {
        let mut found =
            conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql <> ''")?;
        let found = found.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found = found.collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        for (name, sql) in found.into_iter().filter(|(name, sql)| doomed(name, sql)) {
            conn.execute_batch(&format!("DROP INDEX {name}"))?;
            self.0.push(sql);
        }
        Ok(())
    }

    /// Makes all of it again.
    pub fn end(self, conn: &Connection) -> Result<()> {
        self.0.iter().try_for_each(|sql| conn.execute_batch(sql))?;
        schema::watch(conn)
    }
}

/// Does `work` with all of it set aside. `changing`: how many rows of which table change in which columns; the indexes
/// that would be sorted anew row by row are made anew.
pub(super) fn without(
    conn: &Connection,
    changing: &[(&str, usize, &[&str])],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let mut aside = Aside::begin(conn)?;
    for (table, rows, columns) in changing {
        if rows.saturating_mul(4) > check::count(conn, table)? {
            // A name within another's finds one index more than need be.
            aside.drop_indexes(conn, table, |_, sql| columns.iter().any(|column| sql.contains(column)))?;
        }
    }
    work()?;
    aside.end(conn)
}
