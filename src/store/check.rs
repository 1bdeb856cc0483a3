//! Whether the file is whole: SQLite's own checks, the log's, and a canonical text of all rows.

use super::{Result, Store, range, row, schema, tally};
use rusqlite::{Connection, types::ValueRef};
use std::fmt::Write as _;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// What is wrong, in SQLite's or the log's words; empty: nothing.
    pub problems: Vec<String>,
    /// Table and rows.
    pub rows: Vec<(String, usize)>,
    /// Ops in the log.
    pub ops: usize,
    /// Bytes of the file.
    pub bytes: u64,
}

impl CheckReport {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }
}

impl Store {
    /// Checks the file: pages, references, triggers, and that each step of the log can be taken back.
    pub fn check(&self) -> Result<CheckReport> {
        let bytes = std::fs::metadata(&self.path).map_or(0, |meta| meta.len());
        self.looking(|conn| Ok(CheckReport { bytes, ..check(conn)? }))
    }

    /// All rows of all tables but the log's, as text: two files with the same dump hold the same.
    pub fn dump(&self) -> Result<String> {
        self.looking(dump)
    }
}

/// Rows that must not be there, and what their being there means.
const LOG_CHECKS: [(&str, &str); 6] = [
    ("SELECT count(*) FROM log_state WHERE op IS NOT NULL", "an op was left open"),
    (
        "SELECT count(*) FROM channel c WHERE contact_id IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM contact p WHERE p.id = c.contact_id AND p.customer_id = c.customer_id)",
        "channels belong to nobody",
    ),
    (
        "SELECT count(*) FROM interaction i WHERE contact_id IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM contact p WHERE p.id = i.contact_id AND p.customer_id = i.customer_id)",
        "interactions belong to nobody",
    ),
    ("SELECT abs(count(*) - 1) FROM log_state", "the log does not say whether an op is open"),
    (
        "SELECT count(*) FROM op o WHERE o.rows <> o.last_seq - o.first_seq + 1
         OR o.rows <> (SELECT coalesce(sum(coalesce(i.last_pk, i.pk) - i.pk + 1), 0) FROM image i
                       WHERE i.seq BETWEEN o.first_seq AND o.last_seq AND i.op = o.id)",
        "ops miss some of their images",
    ),
    (
        "SELECT count(*) FROM op u JOIN op d ON d.id > u.id WHERE u.state = 'undone' AND d.state = 'done'",
        "ops stand undone below one that is done",
    ),
];

pub(super) fn check(conn: &Connection) -> Result<CheckReport> {
    let mut problems = integrity(conn)?;
    let mut broken = conn.prepare("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1")?;
    let broken = broken.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    for found in broken {
        let (table, count) = found?;
        problems.push(format!("{table}: {count} rows belong to nothing"));
    }
    problems
        .extend(schema::wrong_triggers(conn)?.into_iter().map(|name| format!("trigger {name} is not as it should be")));
    for (sql, meaning) in LOG_CHECKS {
        let count: i64 = conn.query_row(sql, [], |row| row.get(0))?;
        if count > 0 {
            problems.push(format!("{meaning} ({count})"));
        }
    }
    match tally::wrong(conn)? {
        0 => {}
        count => problems.push(format!("counts are not as the rows say ({count})")),
    }
    if problems.is_empty() {
        problems.extend(newest_images(conn)?);
        problems.extend(range::wrong(conn)?.into_iter().map(not_as_left));
    }
    let mut rows = Vec::new();
    for table in schema::tables(conn)? {
        rows.push((table.name.clone(), count(conn, &table.name)?));
    }
    Ok(CheckReport { problems, rows, ops: count(conn, "op")?, bytes: 0 })
}

fn integrity(conn: &Connection) -> Result<Vec<String>> {
    let mut found = conn.prepare("PRAGMA integrity_check(20)")?;
    let found = found.query_map([], |row| row.get::<_, String>(0))?;
    let mut problems = found.collect::<rusqlite::Result<Vec<_>>>()?;
    problems.retain(|line| line != "ok");
    Ok(problems)
}

pub(super) fn count(conn: &Connection, table: &str) -> Result<usize> {
    Ok(conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row::count(row, 0))?)
}

/// Each row must be as the last image of an op in force left it (or, undone since, as it found it).
fn newest_images(conn: &Connection) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for table in schema::tables(conn)? {
        let (name, now) = (&table.name, table.array(&table.name));
        let sql = format!(
            "WITH last AS (SELECT i.pk, max(i.seq) AS seq FROM image i JOIN op o ON o.id = i.op
               WHERE i.tbl = '{name}' AND i.last_pk IS NULL AND o.state = 'done' GROUP BY i.pk)
             SELECT count(*) FROM last JOIN image i ON i.seq = last.seq LEFT JOIN {name} ON {name}.id = last.pk
             WHERE i.new IS NOT iif({name}.id IS NULL, NULL, {now})"
        );
        let count = conn.query_row(&sql, [], |found| row::count(found, 0))?;
        if count > 0 {
            problems.push(not_as_left((name.clone(), count)));
        }
    }
    Ok(problems)
}

fn not_as_left((table, count): (String, usize)) -> String {
    format!("{table}: {count} rows are not as the log left them")
}

fn dump(conn: &Connection) -> Result<String> {
    let mut text = String::new();
    for table in schema::tables(conn)? {
        let mut rows = conn.prepare(&format!("SELECT {} FROM {} ORDER BY id", table.columns.join(", "), table.name))?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            text.push_str(&table.name);
            for at in 0..table.columns.len() {
                text.push('\t');
                write_value(&mut text, row.get_ref(at)?);
            }
            text.push('\n');
        }
    }
    Ok(text)
}

fn write_value(text: &mut String, value: ValueRef<'_>) {
    // Writing to a String cannot fail.
    match value {
        ValueRef::Null => text.push_str("NULL"),
        ValueRef::Integer(n) => write!(text, "{n}").unwrap_or_default(),
        ValueRef::Real(n) => write!(text, "{n}").unwrap_or_default(),
        ValueRef::Text(bytes) => write!(text, "{:?}", String::from_utf8_lossy(bytes)).unwrap_or_default(),
        ValueRef::Blob(bytes) => write!(text, "x{bytes:?}").unwrap_or_default(),
    }
}
