//! New rows as a table that SQLite itself reads: `INSERT INTO … SELECT … FROM incoming`. One statement takes a block of
//! rows, in place of a start, an end and a copy on the heap for each text of every row; what all rows of a block have
//! alike (when they were made, where they come from, what nobody filled in) is bound once.

use super::{
    Result, StoreError,
    cells::{Cell, Shape},
};
use rusqlite::{
    Connection, Statement, ffi, params_from_iter,
    types::{ToSqlOutput, ValueRef},
    vtab::{Context, Filters, IndexInfo, Module, VTab, VTabConnection, VTabCursor},
};
use std::{
    borrow::Cow,
    collections::HashMap,
    ffi::{CStr, c_int},
    sync::{Arc, Mutex, PoisonError},
};

/// Rows of one table that hold what they say: made in one thread, written in another.
#[derive(Debug, Default)]
pub(super) struct Packed {
    rows: usize,
    /// Columns in which the rows differ, a bit each.
    varying: u32,
    /// What the others hold, in every row.
    alike: Vec<Cell<'static>>,
    /// Row after row, the varying columns.
    cells: Vec<Slot>,
    /// All texts, one after the other.
    text: String,
    /// How many columns vary.
    width: usize,
}

#[derive(Clone, Copy, Debug)]
enum Slot {
    Null,
    Int(i64),
    Text { len: u32, from: usize },
}

impl Packed {
    /// Takes over rows that were made for the table.
    pub fn of(shape: &Shape, cells: &[Cell<'_>]) -> Self {
        let width = shape.columns.len();
        let rows = || cells.chunks_exact(width);
        let Some(first) = rows().next() else { return Self::default() };
        let mut packed = Self { rows: rows().len(), ..Self::default() };
        for (at, model) in first.iter().enumerate() {
            if rows().any(|row| !row[at].is(model)) {
                packed.varying |= 1 << at;
                packed.width += 1;
            } else {
                packed.alike.push(model.kept());
            }
        }
        packed.cells.reserve_exact(packed.width * packed.rows);
        for row in rows() {
            for (at, cell) in row.iter().enumerate() {
                if packed.varying & 1 << at != 0 {
                    packed.push(cell);
                }
            }
        }
        packed
    }

    fn push(&mut self, cell: &Cell<'_>) {
        let slot = match cell {
            Cell::Null => Slot::Null,
            Cell::Int(n) => Slot::Int(*n),
            Cell::Text(text) => self.keep(text),
            Cell::Owned(text) => self.keep(text),
        };
        self.cells.push(slot);
    }

    fn keep(&mut self, text: &str) -> Slot {
        let from = self.text.len();
        self.text.push_str(text);
        // SQLite itself takes no text of more than a billion bytes.
        Slot::Text { len: u32::try_from(text.len()).unwrap_or(u32::MAX), from }
    }

    fn value(&self, row: usize, column: usize) -> ValueRef<'_> {
        match self.cells.get(row * self.width + column) {
            Some(Slot::Text { len, from }) => {
                let end = from.saturating_add(*len as usize);
                ValueRef::Text(self.text.as_bytes().get(*from..end).unwrap_or_default())
            }
            Some(Slot::Int(n)) => ValueRef::Integer(*n),
            Some(Slot::Null) | None => ValueRef::Null,
        }
    }

    /// The statement that takes such rows.
    fn insertion(&self, shape: &Shape) -> String {
        let mut varying = 0..;
        let values = (0..shape.columns.len()).map(|at| match self.varying & 1 << at {
            0 => "?".to_owned(),
            _ => format!("c{}", varying.next().unwrap_or(0)),
        });
        let values = values.collect::<Vec<_>>().join(", ");
        let columns = shape.columns.join(", ");
        format!("INSERT OR ROLLBACK INTO {} ({columns}) SELECT {values} FROM incoming", shape.table)
    }
}

/// Where rows are laid down for SQLite to take.
type Shelf = Arc<Mutex<Option<Packed>>>;

fn take(shelf: &Shelf) -> Option<Packed> {
    shelf.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// The way of packed rows into their tables.
pub(super) struct Incoming<'c> {
    conn: &'c Connection,
    shelf: Shelf,
    /// By table, and the columns that vary. None outlives this: the table that it reads goes with the shelf.
    statements: HashMap<(&'static str, u32), Statement<'c>>,
}

impl<'c> Incoming<'c> {
    pub fn new(conn: &'c Connection) -> Result<Self> {
        const MODULE: Module<'_, Source> = Module::eponymous_only_module();
        let shelf = Shelf::default();
        conn.create_module(c"incoming", &MODULE, Some(Arc::clone(&shelf)))?;
        Ok(Self { conn, shelf, statements: HashMap::new() })
    }

    /// Writes all of the rows.
    pub fn write(&mut self, shape: &'static Shape, mut rows: Packed) -> Result<()> {
        let (count, alike) = (rows.rows, std::mem::take(&mut rows.alike));
        if count == 0 {
            return Ok(());
        }
        let statement = match self.statements.entry((shape.table, rows.varying)) {
            std::collections::hash_map::Entry::Occupied(there) => there.into_mut(),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(self.conn.prepare(&rows.insertion(shape))?)
            }
        };
        *self.shelf.lock().unwrap_or_else(PoisonError::into_inner) = Some(rows);
        let written = statement.execute(params_from_iter(alike))?;
        if written == count {
            return Ok(());
        }
        Err(StoreError::Refused { detail: format!("{}: {written} of {count} rows written", shape.table) })
    }
}

/// The table `incoming`: as many columns as any table has.
#[repr(C)]
struct Source {
    base: ffi::sqlite3_vtab,
    shelf: Shelf,
}

const COLUMNS: &CStr = c"CREATE TABLE incoming (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, \
    c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31)";

// SAFETY: laid out as in C with SQLite's own part first, which rusqlite fills in and looks for there; the rest is Rust's.
#[allow(unsafe_code)]
unsafe impl<'vtab> VTab<'vtab> for Source {
    type Aux = Shelf;
    type Cursor = Walk;

    fn connect(
        _: &mut VTabConnection,
        shelf: Option<&Shelf>,
        _: &[u8],
        _: &[u8],
        _: &[u8],
        _: &[&[u8]],
    ) -> rusqlite::Result<(Cow<'static, CStr>, Self)> {
        let shelf = shelf.map(Arc::clone).unwrap_or_default();
        Ok((Cow::Borrowed(COLUMNS), Self { base: ffi::sqlite3_vtab::default(), shelf }))
    }

    fn best_index(&self, _: &mut IndexInfo) -> rusqlite::Result<bool> {
        Ok(true)
    }

    fn open(&'vtab mut self) -> rusqlite::Result<Walk> {
        let shelf = Arc::clone(&self.shelf);
        Ok(Walk { base: ffi::sqlite3_vtab_cursor::default(), shelf, rows: Packed::default(), at: 0 })
    }
}

/// A walk over the rows on the shelf, which takes them away.
#[repr(C)]
struct Walk {
    base: ffi::sqlite3_vtab_cursor,
    shelf: Shelf,
    rows: Packed,
    at: usize,
}

// SAFETY: as for `Source`.
#[allow(unsafe_code)]
unsafe impl VTabCursor for Walk {
    fn filter(&mut self, _: c_int, _: Option<&str>, _: &Filters<'_>) -> rusqlite::Result<()> {
        self.rows = take(&self.shelf).unwrap_or_default();
        self.at = 0;
        Ok(())
    }

    fn next(&mut self) -> rusqlite::Result<()> {
        self.at += 1;
        Ok(())
    }

    fn eof(&self) -> bool {
        self.at >= self.rows.rows
    }

    fn column(&self, out: &mut Context, column: c_int) -> rusqlite::Result<()> {
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        out.set_result(ToSqlOutput::Borrowed(self.rows.value(self.at, column)))
    }

    fn rowid(&self) -> rusqlite::Result<i64> {
        Ok(i64::try_from(self.at).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests;
