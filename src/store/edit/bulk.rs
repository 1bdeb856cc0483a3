//! Many new rows at once. The log's triggers are set aside inside the transaction (nobody else ever sees them gone), and
//! the new rows of a table get one image together ([`range`]); indexes in whose order the rows do not come are made
//! anew.

use super::{
    Result,
    cells::{Cell, SHAPES, Shape},
    dossier::{Block, Last, Rows},
};
use crate::domain::{Dossier, cadence::Spot};
use crate::store::{range, schema};
use rusqlite::Connection;
use std::{
    panic::resume_unwind,
    sync::mpsc::{self, SyncSender},
    thread,
};

/// Fewer are written row by row.
pub(in crate::store) const MANY: usize = 1_000;

/// How many dossiers are gathered before their rows are written.
const BLOCK: usize = 512;

/// Blocks made ahead of the writing.
const AHEAD: usize = 4;

/// Indexes that new rows fall into at random.
const SCATTERED: [&str; 4] = ["customer_name", "customer_count", "channel_norm", "trade_order_identity"];

/// What [`begin`] set aside, for [`Bulk::end`] to bring back, and the new rows so far.
pub(super) struct Bulk {
    tables: Vec<New>,
    indexes: Vec<String>,
}

/// New rows of a table.
struct New {
    shape: &'static Shape,
    first: i64,
    sums: range::Sums,
}

/// Makes way for `rows` new customers, whose rows follow those that are numbered `last`.
pub(super) fn begin(conn: &Connection, rows: usize, last: &Last) -> Result<Bulk> {
    // A trigger that is looked for at every row costs, though it would do nothing.
    schema::drop_triggers(conn)?;
    let mut indexes = Vec::new();
    if rows > crate::store::check::count(conn, "customer")? {
        for name in SCATTERED {
            let sql = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1";
            indexes.push(conn.query_row(sql, [name], |row| row.get(0))?);
            conn.execute_batch(&format!("DROP INDEX {name}"))?;
        }
    }
    let tables =
        SHAPES.iter().zip(last.0).map(|(shape, last)| New { shape, first: last + 1, sums: range::Sums::default() });
    Ok(Bulk { tables: tables.collect(), indexes })
}

impl Bulk {
    /// Writes the rows of new customers, with the rhythm's own follow-ups, by dossier. They are made, and summed up, in a thread beside the one that writes.
    pub fn fill(
        self,
        conn: &Connection,
        new: (&[&Dossier], &[Option<Spot>]),
        rows: Rows,
        tell: &mut dyn FnMut(usize) -> Result<()>,
    ) -> Result<Self> {
        thread::scope(|scope| {
            let (send, blocks) = mpsc::sync_channel(AHEAD);
            let maker = scope.spawn(move || self.make(new, rows, &send));
            let mut written = 0;
            for block in blocks {
                tell(written)?;
                block.write(conn)?;
                written += BLOCK;
            }
            maker.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    }

    /// Makes block after block until nobody takes one.
    fn make<'d>(
        mut self,
        (dossiers, spots): (&[&'d Dossier], &[Option<Spot>]),
        mut rows: Rows,
        send: &SyncSender<Block<'d>>,
    ) -> Result<Self> {
        for (at, dossiers) in dossiers.chunks(BLOCK).enumerate() {
            let block = rows.of(dossiers, spots.get(at * BLOCK..).unwrap_or_default())?;
            self.note(&block);
            if send.send(block).is_err() {
                break;
            }
        }
        Ok(self)
    }

    /// Takes down what is written.
    pub fn note(&mut self, block: &Block<'_>) {
        for (new, cells) in self.tables.iter_mut().zip(&block.0) {
            for row in cells.chunks(new.shape.columns.len()) {
                new.sums.add(row.iter().map(Cell::value));
            }
        }
    }

    /// Logs the new rows; from here on the triggers watch again. The number of the first image.
    pub fn end(self, conn: &Connection) -> Result<i64> {
        let first = conn.query_row("SELECT coalesce(max(seq), 0) + 1 FROM image", [], |row| row.get(0))?;
        for New { shape, first, sums } in &self.tables {
            range::write(conn, shape.table, *first, sums)?;
        }
        for sql in self.indexes {
            conn.execute_batch(&sql)?;
        }
        schema::make_triggers(conn)?;
        Ok(first)
    }
}
