//! Orders: by hand one at a time, from a file many at once.

use super::{
    Result, StoreError, What,
    bulk::{self, NULL, int, owned, text},
    dossier, execute, must_be, tell,
};
use crate::domain::{CustomerId, Dossier, NewOrder, Now, OrderFields, OrderId, OrderStatus, Text};
use crate::store::log::{Applied, Progress};
use chrono::NaiveDate;
use rusqlite::{Connection, types::ToSqlOutput};

const ORDER: &str = "id, customer_id, number, ordered_on, currency, amount, status, shipped_on, source, identity, note";
const LINE: &str = "id, order_id, customer_id, product, quantity, amount, status, position";

/// How many orders are gathered before their rows are written.
const BLOCK: usize = 1_024;

/// Writes new rows, numbering them itself.
pub(super) struct Writer<'d> {
    order: i64,
    line: i64,
    source: &'d str,
    gathered: usize,
    orders: Vec<ToSqlOutput<'d>>,
    lines: Vec<ToSqlOutput<'d>>,
}

impl<'d> Writer<'d> {
    pub fn new(conn: &Connection, source: &'d str) -> Result<Self> {
        // A number given once is not given again, though its row be gone.
        let order = "SELECT max(coalesce((SELECT max(id) FROM trade_order), 0),
             coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'trade_order'), 0))";
        let line = "SELECT coalesce(max(id), 0) FROM order_line";
        let highest = |sql: &str| -> Result<i64> { Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?) };
        Ok(Self {
            order: highest(order)?,
            line: highest(line)?,
            source,
            gathered: 0,
            orders: Vec::new(),
            lines: Vec::new(),
        })
    }

    pub fn add(&mut self, conn: &Connection, customer: i64, new: &'d NewOrder) -> Result<()> {
        self.order += 1;
        let order = &new.fields;
        self.orders.extend([
            int(self.order),
            int(customer),
            text(&order.number),
            owned(order.ordered_on.to_string()),
            text(order.currency.as_str()),
            int(order.amount.0),
            text(order.status.as_str()),
            order.shipped_on.map_or(NULL, |on| owned(on.to_string())),
            text(self.source),
            text(&new.identity),
            text(&order.note),
        ]);
        for (position, line) in (0..).zip(&order.lines) {
            self.line += 1;
            self.lines.extend([
                int(self.line),
                int(self.order),
                int(customer),
                text(&line.product),
                int(line.quantity.0),
                int(line.amount.0),
                text(line.status.as_str()),
                int(position),
            ]);
        }
        self.gathered += 1;
        if self.gathered >= BLOCK { self.flush(conn) } else { Ok(()) }
    }

    pub fn flush(&mut self, conn: &Connection) -> Result<()> {
        bulk::insert(conn, "trade_order", ORDER, &self.orders)?;
        bulk::insert(conn, "order_line", LINE, &self.lines)?;
        self.gathered = 0;
        self.orders.clear();
        self.lines.clear();
        Ok(())
    }
}

/// What a dossier brings along.
pub(super) fn add_all(conn: &Connection, customer: i64, dossier: &Dossier) -> Result<()> {
    if dossier.orders.is_empty() {
        return Ok(());
    }
    let mut writer = Writer::new(conn, &dossier.fields.source)?;
    dossier.orders.iter().try_for_each(|order| writer.add(conn, customer, order))?;
    writer.flush(conn)
}

/// All of an import of orders.
pub(super) struct Import<'e> {
    pub source: &'e str,
    pub newcomers: &'e [Dossier],
    pub sales: &'e [(CustomerId, Vec<NewOrder>)],
    pub changed: &'e [(OrderId, NewOrder)],
}

pub(super) fn import(conn: &Connection, all: &Import<'_>, now: &Now, mut progress: Progress<'_>) -> Result<Applied> {
    let new: usize = all.sales.iter().map(|(_, orders)| orders.len()).sum();
    let brought: usize = all.newcomers.iter().map(|dossier| dossier.orders.len()).sum();
    let total = new + brought + all.changed.len();
    let mut done = 0;
    for (id, order) in all.changed {
        rewrite(conn, *id, &order.fields)?;
        execute(conn, "UPDATE trade_order SET identity = ?2 WHERE id = ?1", (id.0, &*order.identity))?;
        done += 1;
    }
    let many = if total >= bulk::MANY { Some(bulk::begin(conn, all.newcomers.len())?) } else { None };
    let mut writer = Writer::new(conn, all.source)?;
    let mut newcomers = dossier::Newcomers::new(conn, now)?;
    for (customer, orders) in all.sales {
        must_be(conn, *customer)?;
        for order in orders {
            writer.add(conn, customer.0, order)?;
            done += 1;
            if done % BLOCK == 0 {
                tell(&mut progress, done, total)?;
            }
        }
    }
    for dossier in all.newcomers {
        let customer = newcomers.insert(dossier)?;
        for order in &dossier.orders {
            writer.add(conn, customer, order)?;
            done += 1;
            if done % BLOCK == 0 {
                tell(&mut progress, done, total)?;
            }
        }
    }
    writer.flush(conn)?;
    let many = many.map(|bulk| bulk.end(conn)).transpose()?;
    tell(&mut progress, total, total)?;
    Ok(Applied { count: total, detail: all.source.to_owned(), many, ..Applied::default() })
}

pub(super) fn save(
    conn: &Connection,
    id: Option<OrderId>,
    customer: CustomerId,
    order: &OrderFields,
) -> Result<Applied> {
    must_be(conn, customer)?;
    match id {
        Some(id) => rewrite(conn, id, order)?,
        None => {
            let new = NewOrder { fields: order.clone(), identity: Text::default() };
            let mut writer = Writer::new(conn, "")?;
            writer.add(conn, customer.0, &new)?;
            writer.flush(conn)?;
        }
    }
    Ok(Applied { count: 1, detail: order.number.to_string(), ..Applied::default() })
}

/// An order as it is now; lines that stay as they are keep their rows.
fn rewrite(conn: &Connection, id: OrderId, order: &OrderFields) -> Result<()> {
    let changed = execute(
        conn,
        "UPDATE trade_order SET number = ?2, ordered_on = ?3, currency = ?4, amount = ?5, status = ?6, shipped_on = ?7,
         note = ?8 WHERE id = ?1",
        (
            id.0,
            &*order.number,
            order.ordered_on.to_string(),
            order.currency.as_str(),
            order.amount.0,
            order.status.as_str(),
            order.shipped_on.map(|on| on.to_string()),
            &*order.note,
        ),
    )?;
    if changed == 0 {
        return Err(StoreError::Gone { what: What::Order });
    }
    for (position, line) in (0_i64..).zip(&order.lines) {
        let params = (id.0, position, &*line.product, line.quantity.0, line.amount.0, line.status.as_str());
        let update = "UPDATE order_line SET product = ?3, quantity = ?4, amount = ?5, status = ?6
             WHERE order_id = ?1 AND position = ?2";
        if execute(conn, update, params)? == 0 {
            let insert = "INSERT INTO order_line (order_id, position, product, quantity, amount, status, customer_id)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT customer_id FROM trade_order WHERE id = ?1))";
            execute(conn, insert, params)?;
        }
    }
    let kept = i64::try_from(order.lines.len()).unwrap_or(i64::MAX);
    execute(conn, "DELETE FROM order_line WHERE order_id = ?1 AND position >= ?2", (id.0, kept))?;
    Ok(())
}

pub(super) fn set_status(conn: &Connection, orders: &[OrderId], status: OrderStatus, on: NaiveDate) -> Result<Applied> {
    let mut count = 0;
    let sent = matches!(status, OrderStatus::Shipped | OrderStatus::Delivered).then(|| on.to_string());
    for id in orders {
        let sql = "UPDATE trade_order SET status = ?2, shipped_on = coalesce(shipped_on, ?3)
             WHERE id = ?1 AND status <> ?2";
        count += execute(conn, sql, (id.0, status.as_str(), &sent))?;
    }
    Ok(Applied { count, detail: status.as_str().to_owned(), ..Applied::default() })
}

pub(super) fn delete(conn: &Connection, orders: &[OrderId]) -> Result<Applied> {
    let mut count = 0;
    for id in orders {
        count += execute(conn, "DELETE FROM trade_order WHERE id = ?1", [id.0])?;
    }
    if count == 0 {
        return Err(StoreError::Gone { what: What::Order });
    }
    Ok(Applied { count, ..Applied::default() })
}
