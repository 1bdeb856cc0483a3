//! Reading: the whole file in one pass, the first page from indexes, one customer, some customers.

use super::{Result, Store, StoreError, open::at, row};
use crate::domain::{Bundle, CustomerId, Detail, Direction, Now, SavedView, Text, tally::Tally};
use alike::Alike;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, Rows};

mod alike;
mod first;
mod mirror;
mod orders;
mod said;
mod then;
mod weary;

pub use mirror::{Counted, Said};
pub use then::Then;

/// What the first frame shows, read from indexes: as quick in a large file as in a small one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstPage {
    /// Active customers, the next due first, then by name.
    pub bundles: Vec<Bundle>,
    /// Counts; `None` where only the whole file tells.
    pub tally: Tally,
    pub views: Vec<SavedView>,
    pub can_undo: bool,
    pub can_redo: bool,
}

impl Store {
    /// The first `limit` customers and what stands around them.
    pub fn first_page(&self, limit: usize, now: &Now) -> Result<FirstPage> {
        self.looking(|conn| first::page(conn, limit, now))
    }

    /// Every customer of the file, by id.
    pub fn bundles(&self, each: &mut dyn FnMut(Bundle)) -> Result<()> {
        self.looking(|conn| {
            // A walk needs no page twice, and those it kept would lie between the rows of the mirror for good.
            conn.execute_batch("PRAGMA cache_size = -1024")?;
            let walked = bundles(conn, Scope::All, each);
            conn.execute_batch("PRAGMA cache_size = -16384; PRAGMA shrink_memory")?;
            walked
        })
    }

    /// One customer.
    pub fn bundle(&self, id: CustomerId) -> Result<Option<Bundle>> {
        self.looking(|conn| Ok(some(conn, &[id])?.pop()))
    }

    /// What the card of one customer shows beyond its bundle: the newest `limit` of each.
    pub fn detail(&self, id: CustomerId, limit: usize) -> Result<Detail> {
        self.looking(|conn| detail(conn, id, limit))
    }

    /// The saved views, in order.
    pub fn views(&self) -> Result<Vec<SavedView>> {
        self.looking(views)
    }

    /// The customers that have a channel of this normalised form.
    pub fn find_norm(&self, norm: &str) -> Result<Vec<CustomerId>> {
        Ok(self.find_norms(&[norm])?.into_iter().map(|(id, _)| id).collect())
    }

    /// The customers that have a channel of one of these normalised forms, and which: one walk over the channels, for
    /// which there is no index (it would make every import pay).
    pub fn find_norms(&self, norms: &[&str]) -> Result<Vec<(CustomerId, Text)>> {
        if norms.iter().all(|norm| norm.is_empty()) {
            return Ok(Vec::new());
        }
        self.looking(|conn| {
            let norms =
                serde_json::to_string(norms).map_err(|error| StoreError::Refused { detail: error.to_string() })?;
            let sql = "SELECT DISTINCT customer_id, norm FROM channel
                 WHERE norm IN (SELECT value FROM json_each(?1)) AND norm <> '' ORDER BY customer_id, norm";
            let mut found = conn.prepare_cached(sql)?;
            let found = found.query_map([norms], |row| Ok((CustomerId(row.get(0)?), row::text(row, 1)?)))?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Reads that belong together see the file at one moment.
    pub(super) fn looking<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        at(&self.path, || {
            let tx = self.conn.unchecked_transaction()?;
            let found = work(&tx)?;
            tx.finish()?;
            Ok(found)
        })
    }
}

/// Which customers to read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    All,
    /// Those in the temporary table `touched`.
    Touched,
}

impl Scope {
    /// The rows of `table`, called `c`, that hang on the customers.
    fn select(self, columns: &str, table: &str, filter: &str, order: &str) -> String {
        match self {
            // These come in order: by rowid, and from indexes that have all they ask.
            Self::All if matches!(table, "customer" | "interaction" | "trade_order") => {
                format!("SELECT {columns} FROM {table} c {filter} ORDER BY {order}")
            }
            Self::All => format!("SELECT {columns} FROM {table} c NOT INDEXED {filter}"),
            Self::Touched => {
                let key = if table == "customer" { "c.id" } else { "c.customer_id" };
                format!(
                    "SELECT {columns} FROM temp.touched t CROSS JOIN {table} c ON {key} = t.id {filter} ORDER BY {order}"
                )
            }
        }
    }
}

impl Scope {
    fn cursor<'s, T>(
        self,
        rows: Rows<'s>,
        place: usize,
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Cursor<'s, T>> {
        match self {
            Self::All => Cursor::sorted(rows, place, read),
            Self::Touched => Cursor::new(rows, read),
        }
    }
}

/// Rows in the order of their customers, taken customer by customer.
struct Cursor<'s, T> {
    source: Source<'s, T>,
    next: Option<(i64, T)>,
}

enum Source<'s, T> {
    /// They come in order.
    Rows(Rows<'s>, fn(&Row<'_>) -> rusqlite::Result<T>),
    /// They were put in order.
    Sorted(std::vec::IntoIter<(i64, i64, T)>),
}

impl<'s, T> Cursor<'s, T> {
    fn new(rows: Rows<'s>, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Self> {
        Self { source: Source::Rows(rows, read), next: None }.started()
    }

    /// For a whole table: read as it lies on the disk and sorted here, which an index with a seek for each row is three
    /// times slower than. Column `place` orders the rows of one customer.
    fn sorted(mut rows: Rows<'_>, place: usize, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Self> {
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push((row.get(0)?, row.get(place)?, read(row)?));
        }
        all.sort_by_key(|(owner, place, _): &(i64, i64, T)| (*owner, *place));
        Self { source: Source::Sorted(all.into_iter()), next: None }.started()
    }

    fn started(mut self) -> Result<Self> {
        self.step()?;
        Ok(self)
    }

    fn step(&mut self) -> Result<()> {
        self.next = match &mut self.source {
            Source::Rows(rows, read) => match rows.next()? {
                Some(row) => Some((row.get(0)?, read(row)?)),
                None => None,
            },
            Source::Sorted(rows) => rows.next().map(|(owner, _, item)| (owner, item)),
        };
        Ok(())
    }

    /// Hands every row of this customer to `each`.
    fn take(&mut self, customer: i64, mut each: impl FnMut(T)) -> Result<()> {
        while let Some((owner, _)) = self.next
            && owner <= customer
        {
            if let Some((owner, item)) = self.next.take()
                && owner == customer
            {
                each(item);
            }
            self.step()?;
        }
        Ok(())
    }
}

impl<T> Cursor<'_, T> {
    /// Every row of this customer, with room for no more: a hundred thousand lists that were cut to size would leave as
    /// many holes.
    fn all(&mut self, customer: i64) -> Result<Vec<T>> {
        let first = usize::from(self.next.as_ref().is_some_and(|(owner, _)| *owner == customer));
        let others = match &self.source {
            Source::Sorted(rows) => rows.as_slice().iter().take_while(|(owner, ..)| *owner == customer).count(),
            Source::Rows(..) => 0,
        };
        let mut found = Vec::with_capacity(first + others);
        self.take(customer, |item| found.push(item))?;
        found.shrink_to_fit();
        Ok(found)
    }
}

/// Reads customers with what hangs on them: seven ordered cursors, merged.
pub(super) fn bundles(conn: &Connection, scope: Scope, each: &mut dyn FnMut(Bundle)) -> Result<()> {
    let prepare = |columns, table, filter, order| conn.prepare_cached(&scope.select(columns, table, filter, order));
    let mut customers = prepare(row::CUSTOMER, "customer", "", "c.id")?;
    let mut contacts = prepare(row::CONTACT, "contact", "", "c.customer_id, c.position, c.id")?;
    let mut channels = prepare(row::CHANNEL, "channel", "", "c.customer_id, c.position, c.id")?;
    let open = "WHERE c.state = 'open'";
    let mut follow_ups = prepare(row::FOLLOW_UP, "follow_up", open, "c.customer_id, c.due_on, c.id")?;
    let mut care_dates = prepare(row::CARE_DATE, "care_date", "", "c.customer_id, c.id")?;
    let last = "c.customer_id, c.direction, max(c.at)";
    let mut last = prepare(last, "interaction", "GROUP BY c.customer_id, c.direction", "c.customer_id")?;
    let counted = "WHERE c.status NOT IN ('cancelled', 'returned')";
    let order = "c.customer_id, c.ordered_on, c.status, c.currency, c.amount";
    let mut bought = prepare(row::BOUGHT, "trade_order", counted, order)?;

    let mut contacts = scope.cursor(contacts.query([])?, 4, row::contact)?;
    let mut channels = scope.cursor(channels.query([])?, 8, row::channel)?;
    let mut follow_ups = scope.cursor(follow_ups.query([])?, 1, row::follow_up)?;
    let mut care_dates = scope.cursor(care_dates.query([])?, 1, row::care_date)?;
    let mut last = Cursor::new(last.query([])?, last_contact)?;
    let mut bought = Cursor::new(bought.query([])?, row::bought)?;
    let mut customers = customers.query([])?;
    let mut alike = Alike::default();
    while let Some(row) = customers.next()? {
        let customer = row::customer(row)?;
        let id = customer.id.0;
        let mut bundle = Bundle {
            customer,
            contacts: contacts.all(id)?,
            channels: channels.all(id)?,
            follow_ups: follow_ups.all(id)?,
            care_dates: care_dates.all(id)?,
            ..Bundle::default()
        };
        last.take(id, |(direction, at)| match direction {
            Direction::In => bundle.last_in = Some(at),
            Direction::Out => bundle.last_out = Some(at),
        })?;
        bought.take(id, |(on, currency, amount)| bundle.bought.add(on, currency, amount))?;
        // A promised minute comes before any time that day.
        bundle.follow_ups.sort_by_key(|f| (f.due.on, f.due.time.is_none(), f.due.time, f.id));
        alike.share(&mut bundle);
        each(bundle);
    }
    Ok(())
}

fn last_contact(row: &Row<'_>) -> rusqlite::Result<(Direction, DateTime<Utc>)> {
    let direction = if row.get_ref(1)?.as_str()? == "in" { Direction::In } else { Direction::Out };
    Ok((direction, row::instant(row, 2)?))
}

/// Empties the temporary table `touched`, making it where there is none.
pub(super) fn clear_touched(conn: &Connection) -> Result<()> {
    conn.prepare_cached("CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY)")?.execute([])?;
    conn.prepare_cached("DELETE FROM temp.touched")?.execute([])?;
    Ok(())
}

/// Those of these customers that there are, by id.
pub(super) fn some(conn: &Connection, ids: &[CustomerId]) -> Result<Vec<Bundle>> {
    clear_touched(conn)?;
    let mut insert = conn.prepare_cached("INSERT OR IGNORE INTO temp.touched (id) VALUES (?1)")?;
    for id in ids {
        insert.execute([id.0])?;
    }
    let mut found = Vec::with_capacity(ids.len());
    bundles(conn, Scope::Touched, &mut |bundle| found.push(bundle))?;
    Ok(found)
}

pub(super) fn views(conn: &Connection) -> Result<Vec<SavedView>> {
    let mut views = conn.prepare_cached("SELECT id, name, query FROM view ORDER BY position, id")?;
    let views = views.query_map([], row::view)?;
    Ok(views.collect::<rusqlite::Result<_>>()?)
}

fn detail(conn: &Connection, id: CustomerId, limit: usize) -> Result<Detail> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let sql = format!(
        "SELECT {} FROM interaction WHERE customer_id = ?1 ORDER BY at DESC, id DESC LIMIT ?2",
        row::INTERACTION
    );
    let mut timeline = conn.prepare_cached(&sql)?;
    let timeline = timeline.query_map((id.0, limit), row::interaction)?.collect::<rusqlite::Result<_>>()?;
    let sql = format!(
        "SELECT {} FROM follow_up c WHERE customer_id = ?1 AND state <> 'open' \
         ORDER BY closed_at DESC, id DESC LIMIT ?2",
        row::FOLLOW_UP
    );
    let mut closed = conn.prepare_cached(&sql)?;
    let closed = closed.query_map((id.0, limit), row::follow_up)?.collect::<rusqlite::Result<_>>()?;
    Ok(Detail { timeline, closed, orders: orders::of_customer(conn, id, limit)? })
}

/// A customer's name, where it is there.
pub(super) fn name_of(conn: &Connection, id: i64) -> Result<Option<String>> {
    let mut name = conn.prepare_cached("SELECT name FROM customer WHERE id = ?1")?;
    Ok(name.query_row([id], |row| row.get(0)).optional()?)
}
