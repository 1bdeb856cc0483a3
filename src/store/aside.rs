//! What watches and sorts rows is set aside while many of them change inside a transaction: nobody else ever sees it
//! gone. Who does so writes the images and the counts itself.

use super::{Result, check, schema};
use rusqlite::Connection;

/// Does `work` without the log's triggers and those of the counts, which are made again after it. `changing`: how many
/// rows of which table change in which columns; the indexes that would be sorted anew row by row are made anew.
pub(super) fn without(
    conn: &Connection,
    changing: &[(&str, usize, &[&str])],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    schema::drop_triggers(conn)?;
    let mut indexes = Vec::new();
    for (table, rows, columns) in changing {
        if rows.saturating_mul(4) > check::count(conn, table)? {
            indexes.extend(drop_indexes(conn, table, columns)?);
        }
    }
    work()?;
    indexes.iter().try_for_each(|sql| conn.execute_batch(sql))?;
    schema::watch(conn)
}

/// Drops the indexes of a table that look at any of these columns; what makes them again.
fn drop_indexes(conn: &Connection, table: &str, columns: &[&str]) -> Result<Vec<String>> {
    let mut found =
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql <> ''")?;
    let found = found.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut found = found.collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    // A name within another's finds one index more than need be.
    found.retain(|(_, sql)| columns.iter().any(|column| sql.contains(column)));
    for (name, _) in &found {
        conn.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    Ok(found.into_iter().map(|(_, sql)| sql).collect())
}
