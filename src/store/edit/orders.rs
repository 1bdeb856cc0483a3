//! Orders: by hand one at a time, from a file many at once.

use super::{
    Result, StoreError, What,
    bulk::{self, Bulk},
    dossier::{Block, Writer},
    execute, must_be, tell,
};
use crate::domain::rules::Rules;
use crate::domain::{CustomerId, Dossier, NewOrder, Now, OrderFields, OrderId, OrderStatus, Text};
use crate::store::log::{Applied, Progress};
use crate::store::plan;
use chrono::NaiveDate;
use rusqlite::Connection;

/// How many orders are gathered before their rows are written.
const BLOCK: usize = 1_024;

/// All of an import of orders.
pub(super) struct Import<'e> {
    pub source: &'e str,
    pub newcomers: &'e [Dossier],
    pub sales: &'e [(CustomerId, Vec<NewOrder>)],
    pub changed: &'e [(OrderId, NewOrder)],
}

/// How many new buyers are gathered, each with all its orders.
const NEWCOMERS: usize = 128;

/// Known customers whose new orders have one image together find the step in their history.
fn in_history(conn: &Connection, sales: &[(CustomerId, Vec<NewOrder>)]) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO op_customer (customer, op) SELECT ?1, op FROM log_state";
    sales.iter().try_for_each(|(customer, _)| execute(conn, sql, [customer.0]).map(drop))
}

pub(super) fn import(
    conn: &Connection,
    all: &Import<'_>,
    rules: Option<&Rules>,
    now: &Now,
    mut progress: Progress<'_>,
) -> Result<Applied> {
    let new: usize = all.sales.iter().map(|(_, orders)| orders.len()).sum();
    let brought: usize = all.newcomers.iter().map(|dossier| dossier.orders.len()).sum();
    let total = new + brought + all.changed.len();
    let mut done = 0;
    for (id, order) in all.changed {
        rewrite(conn, *id, &order.fields)?;
        execute(conn, "UPDATE trade_order SET identity = ?2 WHERE id = ?1", (id.0, &*order.identity))?;
        done += 1;
    }
    let mut writer = Writer::new(conn, now)?;
    // Fewer are planned with the step itself.
    let spots = match rules.filter(|_| total >= bulk::MANY) {
        Some(rules) => {
            let load = plan::load(conn, rules, now.today())?;
            plan::of_new(load, &all.newcomers.iter().collect::<Vec<_>>(), rules, now)
        }
        None => Vec::new(),
    };
    let expected = bulk::Expected { customers: all.newcomers.len(), orders: new + brought };
    let mut many = if total >= bulk::MANY { Some(Bulk::begin(conn, expected, &writer.rows.last)?) } else { None };
    if let Some(many) = &mut many {
        many.count(all.newcomers, &spots);
    }
    let mut put = |block: &Block<'_>, orders: usize| -> Result<()> {
        match &mut many {
            Some(many) => many.put(block)?,
            None => block.write(conn)?,
        }
        done += orders;
        tell(&mut progress, done, total)
    };
    let (mut block, mut gathered) = (Block::default(), 0);
    for (customer, orders) in all.sales {
        must_be(conn, *customer)?;
        for orders in orders.chunks(BLOCK) {
            writer.rows.add_orders(customer.0, all.source, orders, &mut block);
            gathered += orders.len();
            if gathered >= BLOCK {
                put(&std::mem::take(&mut block), std::mem::take(&mut gathered))?;
            }
        }
    }
    put(&block, gathered)?;
    for (at, dossiers) in all.newcomers.chunks(NEWCOMERS).enumerate() {
        let spots = spots.get(at * NEWCOMERS..).unwrap_or_default();
        let orders = dossiers.iter().map(|dossier| dossier.orders.len()).sum();
        put(&writer.rows.of(&dossiers.iter().collect::<Vec<_>>(), spots)?, orders)?;
    }
    let many = match many {
        Some(bulk) => {
            let first = bulk.end()?;
            in_history(conn, all.sales)?;
            Some(first)
        }
        None => None,
    };
    tell(&mut progress, total, total)?;
    Ok(Applied { count: total, detail: all.source.to_owned(), many, ..Applied::default() })
}

pub(super) fn save(
    conn: &Connection,
    id: Option<OrderId>,
    customer: CustomerId,
    order: &OrderFields,
    now: &Now,
) -> Result<Applied> {
    must_be(conn, customer)?;
    match id {
        Some(id) => rewrite(conn, id, order)?,
        None => {
            let new = NewOrder { fields: order.clone(), identity: Text::default() };
            let mut block = Block::default();
            Writer::new(conn, now)?.rows.add_orders(customer.0, "", std::slice::from_ref(&new), &mut block);
            block.write(conn)?;
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
