//! Many new rows at once. The log's triggers are set aside inside the transaction (nobody else ever sees them gone), the
//! new rows of a table get one image together ([`range`]), and the first page's counts are added up on the way; indexes
//! in whose order the rows do not come are made anew.

use super::{
    Result,
    cells::{Cell, SHAPES, Shape},
    dossier::{Block, Last, Rows},
    incoming::{Incoming, Packed},
};
use crate::domain::{Dossier, cadence::Spot};
use crate::store::{aside::Aside, check, range, tally};
use rusqlite::Connection;
use std::{
    panic::resume_unwind,
    sync::mpsc::{self, SyncSender},
    thread,
};

/// Fewer are written row by row.
pub(in crate::store) const MANY: usize = 1_000;

/// How many dossiers are gathered before their rows are written.
const BLOCK: usize = 1_024;

/// Blocks made ahead of the writing.
const AHEAD: usize = 4;

/// Indexes that new rows fall into at random, and whose.
const SCATTERED: [(&str, &str); 2] = [("customer", "customer_name"), ("trade_order", "trade_order_identity")];

/// How many new rows there will be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    pub customers: usize,
    pub orders: usize,
}

impl Expected {
    fn of(self, table: &str) -> usize {
        if table == "trade_order" { self.orders } else { self.customers }
    }
}

/// What [`Bulk::begin`] set aside, for [`Bulk::end`] to bring back, and the way of the new rows.
pub(super) struct Bulk<'c> {
    conn: &'c Connection,
    aside: Aside,
    incoming: Incoming<'c>,
    ledger: Ledger,
}

/// What is to be known of the new rows when they are written.
#[derive(Debug)]
struct Ledger {
    tables: Vec<New>,
    counts: tally::Added,
}

/// New rows of a table.
#[derive(Debug)]
struct New {
    shape: &'static Shape,
    first: i64,
    sums: range::Sums,
}

/// The rows of some dossiers, table by table.
type Tables = Vec<Packed>;

impl<'c> Bulk<'c> {
    /// Makes way for new rows, which follow those that are numbered `last`.
    pub fn begin(conn: &'c Connection, expected: Expected, last: &Last) -> Result<Self> {
        let mut aside = Aside::begin(conn)?;
        for (table, scattered) in SCATTERED {
            if expected.of(table) > check::count(conn, table)? {
                aside.drop_indexes(conn, table, |name, _| name == scattered)?;
            }
        }
        let tables =
            SHAPES.iter().zip(last.0).map(|(shape, last)| New { shape, first: last + 1, sums: range::Sums::default() });
        let ledger = Ledger { tables: tables.collect(), counts: tally::Added::default() };
        Ok(Self { conn, aside, incoming: Incoming::new(conn)?, ledger })
    }

    /// Writes the rows of new customers, and then the follow-ups that the rhythm has for them, by dossier. They are
    /// made, and summed up, in a thread beside the one that writes.
    pub fn fill(
        &mut self,
        new: &[&Dossier],
        spots: impl FnOnce() -> Vec<Option<Spot>> + Send,
        rows: Rows,
        tell: &mut dyn FnMut(usize) -> Result<()>,
    ) -> Result<()> {
        let Self { incoming, ledger, .. } = self;
        thread::scope(|scope| {
            let (send, blocks) = mpsc::sync_channel(AHEAD);
            let maker = scope.spawn(move || ledger.make(new, spots, rows, &send));
            let mut written = 0;
            for block in blocks {
                tell(written)?;
                write(incoming, block)?;
                written = new.len().min(written + BLOCK);
            }
            maker.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    }

    /// Writes the rows of a block.
    pub fn put(&mut self, block: &Block<'_>) -> Result<()> {
        let made = self.ledger.enter(block);
        write(&mut self.incoming, made)
    }

    /// Counts new customers in whose rows are [`put`](Self::put).
    pub fn count(&mut self, dossiers: &[Dossier], spots: &[Option<Spot>]) {
        dossiers.iter().for_each(|dossier| self.ledger.counts.customer(dossier));
        spots.iter().flatten().for_each(|spot| self.ledger.counts.due(spot.on));
    }

    /// Logs the new rows; from here on the triggers watch again. The number of the first image.
    pub fn end(self) -> Result<i64> {
        let Self { conn, aside, incoming, ledger } = self;
        drop(incoming);
        let first = conn.query_row("SELECT coalesce(max(seq), 0) + 1 FROM image", [], |row| row.get(0))?;
        for New { shape, first, sums } in &ledger.tables {
            range::write(conn, shape.table, *first, sums)?;
        }
        ledger.counts.write(conn)?;
        aside.end(conn)?;
        Ok(first)
    }
}

fn write(incoming: &mut Incoming<'_>, made: Tables) -> Result<()> {
    SHAPES.iter().zip(made).try_for_each(|(shape, rows)| incoming.write(shape, rows))
}

impl Ledger {
    /// Makes block after block until nobody takes one.
    fn make(
        &mut self,
        dossiers: &[&Dossier],
        spots: impl FnOnce() -> Vec<Option<Spot>>,
        mut rows: Rows,
        send: &SyncSender<Tables>,
    ) -> Result<()> {
        let first = rows.first_customer();
        for dossiers in dossiers.chunks(BLOCK) {
            dossiers.iter().for_each(|dossier| self.counts.customer(dossier));
            if send.send(self.enter(&rows.of(dossiers, &[])?)).is_err() {
                return Ok(());
            }
        }
        let spots = spots();
        for (at, spots) in (0_i64..).zip(spots.chunks(BLOCK)) {
            spots.iter().flatten().for_each(|spot| self.counts.due(spot.on));
            let customer = first + at * i64::try_from(BLOCK).unwrap_or(0);
            if send.send(self.enter(&rows.of_rhythm(customer, spots))).is_err() {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Takes down what is about to be written.
    fn enter(&mut self, block: &Block<'_>) -> Tables {
        let tables = self.tables.iter_mut().zip(&block.0);
        let packed = tables.map(|(new, cells)| {
            for row in cells.chunks_exact(new.shape.columns.len()) {
                new.sums.add(row.iter().map(Cell::value));
            }
            Packed::of(new.shape, cells)
        });
        packed.collect()
    }
}

#[cfg(test)]
mod tests;
