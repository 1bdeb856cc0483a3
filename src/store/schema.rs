//! The schema: migrations, and the triggers of the log, made from whatever tables there are.

use super::{Result, range, tally};
use rusqlite::Connection;
use serde_json::Value;
use std::{collections::HashMap, fmt::Write as _};

/// `TrdW`, in the header of every file of ours.
pub(super) const APPLICATION_ID: i64 = 0x5472_6457;

/// One script per version; the file's `user_version` is how many it has seen.
pub(super) const MIGRATIONS: [&str; 3] = [
    include_str!("../../assets/migrations/0001.sql"),
    include_str!("../../assets/migrations/0002.sql"),
    include_str!("../../assets/migrations/0003.sql"),
];

/// The version that this program writes.
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// Older files have no image of more than one row.
const FIRST_WITH_RANGES: i64 = 2;

/// Tables that the log itself is made of, and the counts.
const OURS: [&str; 6] = ["op", "image", "op_customer", "log_state", "feed", "tally"];

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

    /// Whose a row is, by its picture.
    pub fn customer_of(&self, picture: &str) -> Option<i64> {
        let values: Vec<Value> = serde_json::from_str(picture).ok()?;
        values.get(self.owner()?)?.as_i64()
    }

    /// Where a row says whose it is.
    fn owner(&self) -> Option<usize> {
        let owner = if self.name == "customer" { "id" } else { "customer_id" };
        self.columns.iter().position(|column| column == owner)
    }

    /// The customer that a row belongs to, from its picture.
    pub fn customer_in(&self, picture: &str) -> String {
        self.owner().map_or_else(|| "NULL".to_owned(), |at| format!("json_extract({picture}, '$[{at}]')"))
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

/// The triggers as they should be, the log's and those of the counts: name and definition.
pub(super) fn triggers(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut all = tables(conn)?.iter().flat_map(Table::triggers).map(sql).collect::<Vec<_>>();
    // The one row that says which op is open stays one.
    for (verb, when) in [("INSERT", ""), ("DELETE", "")] {
        let name = format!("log_state_{}", verb.to_lowercase());
        let body = format!("BEFORE {verb} ON log_state {when}BEGIN SELECT RAISE(ROLLBACK, '{AROUND}'); END");
        all.push(sql((name, body)));
    }
    all.extend(tally::triggers().into_iter().map(sql));
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
    let scripts = MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or(0));
    // Sums hold as long as rows have the columns that they were made of.
    if version >= FIRST_WITH_RANGES && scripts.clone().any(|script| script.contains("ALTER TABLE")) {
        range::spell_all_out(conn)?;
    }
    for script in scripts {
        conn.execute_batch(script)?;
    }
    make_triggers(conn)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}

/// Makes the triggers anew, and the counts, which nobody kept meanwhile.
pub(super) fn make_triggers(conn: &Connection) -> Result<()> {
    drop_triggers(conn)?;
    tally::recount(conn)?;
    watch(conn)
}

/// Makes the triggers again that [`drop_triggers`] dropped, where the counts were kept meanwhile.
pub(super) fn watch(conn: &Connection) -> Result<()> {
    for (_, sql) in triggers(conn)? {
        conn.execute_batch(&sql)?;
    }
    Ok(())
}

/// Drops the triggers that are made here.
pub(super) fn drop_triggers(conn: &Connection) -> Result<()> {
    for name in made(conn)?.into_keys() {
        conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    Ok(())
}

/// The triggers of ours that the file has.
fn made(conn: &Connection) -> Result<HashMap<String, String>> {
    let mut made = conn.prepare(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'
         AND (name LIKE 'log~_%' ESCAPE '~' OR name LIKE 'tally~_%' ESCAPE '~')",
    )?;
    let made = made.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(made.collect::<rusqlite::Result<_>>()?)
}

/// The triggers that are not as this program would make them: rows could change unseen.
pub(super) fn wrong_triggers(conn: &Connection) -> Result<Vec<String>> {
    let made = made(conn)?;
    let mut wrong = triggers(conn)?;
    wrong.retain(|(name, sql)| made.get(name) != Some(sql));
    Ok(wrong.into_iter().map(|(name, _)| name).collect())
}
