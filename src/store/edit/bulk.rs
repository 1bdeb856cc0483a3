//! Many new rows at once. The log's insert triggers are set aside inside the transaction (nobody else ever sees them
//! gone), and each new row gets the image that they would have made from one statement per table; indexes in whose
//! order the rows do not come are made anew. A large import takes a third of the time.

use super::Result;
use crate::store::schema::{self, Table};
use rusqlite::Connection;

/// Fewer are written row by row.
pub(super) const MANY: usize = 1_000;

/// Indexes that new rows fall into at random.
const SCATTERED: [&str; 3] = ["customer_name", "customer_count", "channel_norm"];

/// What [`begin`] set aside, for [`Bulk::end`] to bring back.
pub(super) struct Bulk {
    /// Each table, and the highest number a row had before.
    tables: Vec<(Table, i64)>,
    indexes: Vec<String>,
}

/// Makes way for `rows` new customers.
pub(super) fn begin(conn: &Connection, rows: usize) -> Result<Bulk> {
    let mut tables = Vec::new();
    for table in schema::tables(conn)? {
        let highest = format!("SELECT coalesce(max(id), 0) FROM {}", table.name);
        let highest = conn.query_row(&highest, [], |row| row.get(0))?;
        conn.execute_batch(&format!("DROP TRIGGER log_{}_insert", table.name))?;
        tables.push((table, highest));
    }
    let mut indexes = Vec::new();
    if rows > crate::store::check::count(conn, "customer")? {
        for name in SCATTERED {
            let sql = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1";
            indexes.push(conn.query_row(sql, [name], |row| row.get(0))?);
            conn.execute_batch(&format!("DROP INDEX {name}"))?;
        }
    }
    Ok(Bulk { tables, indexes })
}

impl Bulk {
    /// Logs every new row; from here on the triggers watch again.
    pub fn end(self, conn: &Connection) -> Result<()> {
        for (table, highest) in &self.tables {
            let name = &table.name;
            let sql = format!(
                "INSERT INTO image (op, tbl, pk, customer, old, new)
                 SELECT (SELECT op FROM log_state), '{name}', id, {}, NULL, {} FROM {name} WHERE id > ?1 ORDER BY id",
                table.customer(name),
                table.array(name)
            );
            conn.execute(&sql, [highest])?;
        }
        for sql in self.indexes {
            conn.execute_batch(&sql)?;
        }
        schema::make_triggers(conn)
    }
}
