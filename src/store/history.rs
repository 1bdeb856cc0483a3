//! The log as the history screen shows it.

use super::{Result, Store, range, read, row, schema};
use crate::domain::{CustomerId, Label, Op, OpId, OpState, RowChange, Text};
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::Value;

/// What undo would take back and redo bring back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    pub undo: Option<Op>,
    pub redo: Option<Op>,
}

const OP: &str = "o.id, o.at, o.args, o.state, o.rows";

/// One row of the log.
pub(super) struct Image {
    pub table: String,
    pub pk: i64,
    pub customer: Option<i64>,
    pub old: Option<String>,
    pub new: Option<String>,
}

impl Store {
    /// Ops, the newest first: those before `before`, those that touched `customer`.
    pub fn history(&self, limit: usize, before: Option<OpId>, customer: Option<CustomerId>) -> Result<Vec<Op>> {
        let before = before.map_or(i64::MAX, |op| op.0);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.looking(|conn| {
            let ops = match customer {
                None => {
                    let sql = format!("SELECT {OP} FROM op o WHERE o.id < ?1 ORDER BY o.id DESC LIMIT ?2");
                    conn.prepare_cached(&sql)?.query_map((before, limit), op)?.collect::<rusqlite::Result<_>>()?
                }
                Some(customer) => {
                    let sql = format!(
                        "SELECT {OP} FROM op o WHERE o.id < ?1 AND o.id IN
                         (SELECT op FROM op_customer WHERE customer = ?3
                          UNION ALL SELECT op FROM image
                          WHERE last_pk IS NOT NULL AND tbl = 'customer' AND ?3 BETWEEN pk AND last_pk)
                         ORDER BY o.id DESC LIMIT ?2"
                    );
                    let mut ops = conn.prepare_cached(&sql)?;
                    ops.query_map((before, limit, customer.0), op)?.collect::<rusqlite::Result<_>>()?
                }
            };
            Ok(ops)
        })
    }

    /// What an op changed, row by row, at most `limit` of them.
    pub fn op_changes(&self, op: OpId, limit: usize) -> Result<Vec<RowChange>> {
        self.looking(|conn| {
            let tables = schema::tables(conn)?;
            images(conn, op, &tables, limit)?
                .iter()
                .map(|image| change(conn, &tables, image, image.old.as_deref(), image.new.as_deref()))
                .collect()
        })
    }

    /// What undo and redo would do now.
    pub fn cursor(&self) -> Result<Cursor> {
        self.looking(cursor)
    }
}

/// The first `limit` images of an op, its ranges spelled out.
fn images(conn: &Connection, op: OpId, tables: &[schema::Table], limit: usize) -> Result<Vec<Image>> {
    let mut ranges = range::of_op(conn, op)?.into_iter();
    let mut found = conn.prepare_cached(
        "SELECT i.tbl, i.pk, i.customer, i.old, i.new, i.last_pk FROM op o
         CROSS JOIN image i ON i.seq BETWEEN o.first_seq AND o.last_seq WHERE o.id = ?1 ORDER BY i.seq LIMIT ?2",
    )?;
    let mut found = found.query((op.0, i64::try_from(limit).unwrap_or(i64::MAX)))?;
    let mut images = Vec::new();
    while let Some(row) = found.next()?
        && images.len() < limit
    {
        match row.get::<_, Option<i64>>(5)? {
            None => images.push(image(row)?),
            Some(_) => {
                let range = ranges.next().map(|range| range.images(conn, tables, limit - images.len()));
                images.extend(range.transpose()?.into_iter().flatten());
            }
        }
    }
    Ok(images)
}

pub(super) fn image(row: &Row<'_>) -> rusqlite::Result<Image> {
    Ok(Image { table: row.get(0)?, pk: row.get(1)?, customer: row.get(2)?, old: row.get(3)?, new: row.get(4)? })
}

pub(super) fn cursor(conn: &Connection) -> Result<Cursor> {
    let undo = format!("SELECT {OP} FROM op o WHERE o.state = 'done' ORDER BY o.id DESC LIMIT 1");
    let undo = conn.prepare_cached(&undo)?.query_row([], op).optional()?;
    let after = undo.as_ref().map_or(0, |op| op.id.0);
    let redo = format!("SELECT {OP} FROM op o WHERE o.state = 'undone' AND o.id > ?1 ORDER BY o.id LIMIT 1");
    let redo = conn.prepare_cached(&redo)?.query_row([after], op).optional()?;
    Ok(Cursor { undo, redo })
}

fn op(row: &Row<'_>) -> rusqlite::Result<Op> {
    let label: Label = serde_json::from_str(row::str_of(row, 2)?).unwrap_or_default();
    Ok(Op {
        id: OpId(row.get(0)?),
        at: row::instant(row, 1)?,
        label,
        state: match row::str_of(row, 3)? {
            "done" => OpState::Done,
            "undone" => OpState::Undone,
            _ => OpState::Dropped,
        },
        changes: row::count(row, 4)?,
    })
}

/// The columns that differ between two pictures of a row.
pub(super) fn change(
    conn: &Connection,
    tables: &[schema::Table],
    image: &Image,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<RowChange> {
    let (before, after) = (values(before), values(after));
    let columns = tables.iter().find(|table| table.name == image.table).map_or(&[][..], |table| &table.columns);
    let columns = columns.iter().enumerate().filter_map(|(at, column)| {
        let (old, new) = (before.get(at).cloned().flatten(), after.get(at).cloned().flatten());
        (old != new).then(|| (Text::from(column.as_str()), old, new))
    });
    let customer = match image.customer {
        Some(id) => read::name_of(conn, id)?.map(|name| (CustomerId(id), name.into())),
        None => None,
    };
    Ok(RowChange { table: image.table.as_str().into(), row: image.pk, customer, columns: columns.collect() })
}

/// A picture's values as text; NULL as `None`.
fn values(picture: Option<&str>) -> Vec<Option<Text>> {
    let values: Vec<Value> = picture.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
    let text = |value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.into()),
        other => Some(other.to_string().into()),
    };
    values.into_iter().map(text).collect()
}
