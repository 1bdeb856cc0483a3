//! The schema: migrations, and the triggers of the log, made from whatever tables there are.

use super::{Result, StoreError};
use rusqlite::Connection;
use std::fmt::Write as _;

/// `TrdW`, in the header of every file of ours.
pub(super) const APPLICATION_ID: i64 = 0x5472_6457;

/// One script per version; the file's `user_version` is how many it has seen.
pub(super) const MIGRATIONS: [&str; 1] = [include_str!("../../assets/migrations/0001.sql")];

/// The version that this program writes.
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// Tables that the log itself is made of.
const OURS: [&str; 5] = ["op", "image", "op_customer", "log_state", "feed"];

/// What a program that writes around the log is told.
pub(super) const AROUND: &str = "rows of this file change through tradewind only, which logs them for undo";

/// A table that the log covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub name: String,
    pub columns: Vec<String>,
}

impl Table {
    /// The columns as the log keeps them, read from `row` (`OLD`, `NEW` or a table's name).
    pub fn array(&self, row: &str) -> String {
        let mut sql = String::from("json_array(");
        for (at, column) in self.columns.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            // Writing to a String cannot fail.
            write!(sql, "{comma}{row}.{column}").unwrap_or_default();
        }
        sql.push(')');
        sql
    }

    /// The customer that a row belongs to.
    pub fn customer(&self, row: &str) -> String {
        if self.name == "customer" {
            format!("{row}.id")
        } else if self.columns.iter().any(|column| column == "customer_id") {
            format!("{row}.customer_id")
        } else {
            "NULL".to_owned()
        }
    }

    fn triggers(&self) -> [(String, String); 3] {
        let name = &self.name;
        let differs = self
            .columns
            .iter()
            .map(|column| format!("OLD.{column} IS NOT NEW.{column}"))
            .collect::<Vec<_>>()
            .join(" OR ");
        let (old, new) = (self.array("OLD"), self.array("NEW"));
        let body = |row: &str, old: &str, new: &str| {
            let customer = self.customer(row);
            format!(
                "BEGIN INSERT INTO image (op, tbl, pk, customer, old, new) \
                 SELECT CASE WHEN op IS NULL THEN RAISE(ROLLBACK, '{AROUND}') ELSE op END, \
                 '{name}', {row}.id, {customer}, {old}, {new} FROM log_state WHERE op IS NOT 0; END"
            )
        };
        [
            (format!("log_{name}_insert"), format!("AFTER INSERT ON {name} {}", body("NEW", "NULL", &new))),
            (
                format!("log_{name}_update"),
                format!("AFTER UPDATE ON {name} WHEN {differs} {}", body("NEW", &old, &new)),
            ),
            (format!("log_{name}_delete"), format!("AFTER DELETE ON {name} {}", body("OLD", &old, "NULL"))),
        ]
    }
}

/// The tables that the log covers: all but its own.
pub(super) fn tables(conn: &Connection) -> Result<Vec<Table>> {
    let mut names = conn.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rootpage",
    )?;
    let names = names.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    names.into_iter().filter(|name| !OURS.contains(&name.as_str())).map(|name| table(conn, name)).collect()
}

fn table(conn: &Connection, name: String) -> Result<Table> {
    let mut columns = conn.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let columns = columns.query_map([&name], |row| row.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Table { name, columns })
}

/// The log's triggers as they should be: name and definition.
pub(super) fn triggers(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut all = tables(conn)?.iter().flat_map(Table::triggers).map(sql).collect::<Vec<_>>();
    // The one row that says which op is open stays one.
    for (verb, when) in [("INSERT", ""), ("DELETE", "")] {
        let name = format!("log_state_{}", verb.to_lowercase());
        let body = format!("BEFORE {verb} ON log_state {when}BEGIN SELECT RAISE(ROLLBACK, '{AROUND}'); END");
        all.push(sql((name, body)));
    }
    Ok(all)
}

fn sql((name, body): (String, String)) -> (String, String) {
    let sql = format!("CREATE TRIGGER {name} {body}");
    (name, sql)
}

/// Brings the schema from `version` up to date, inside the caller's transaction.
pub(super) fn migrate(conn: &Connection, version: i64) -> Result<()> {
    // A migration changes rows of its own, which are no step of the exporter's.
    drop_triggers(conn)?;
    for script in MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or(0)) {
        conn.execute_batch(script)?;
    }
    make_triggers(conn)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}

/// Makes the log's triggers anew.
pub(super) fn make_triggers(conn: &Connection) -> Result<()> {
    drop_triggers(conn)?;
    for (_, sql) in triggers(conn)? {
        conn.execute_batch(&sql)?;
    }
    Ok(())
}

fn drop_triggers(conn: &Connection) -> Result<()> {
    let mut names =
        conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log~_%' ESCAPE '~'")?;
    let names = names.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    for name in names {
        conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    Ok(())
}

/// The log's triggers that are not as this program would make them: rows could change unseen.
pub(super) fn wrong_triggers(conn: &Connection) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    let mut have = conn.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1")?;
    for (name, sql) in triggers(conn)? {
        match have.query_row([&name], |row| row.get::<_, String>(0)) {
            Ok(found) if found == sql => {}
            Ok(_) | Err(rusqlite::Error::QueryReturnedNoRows) => wrong.push(name),
            Err(error) => return Err(StoreError::from(error)),
        }
    }
    Ok(wrong)
}
