//! Orders: a customer's with their lines, and every sale of the file for statistics.

use super::{Result, Store};
use crate::domain::{CustomerId, Order, OrderId, Sale};
use crate::store::row;
use rusqlite::Connection;

impl Store {
    /// Every order that counts, by customer and date; none is kept.
    pub fn sales(&self, each: &mut dyn FnMut(Sale)) -> Result<()> {
        self.every_sale("NOT IN ('cancelled', 'returned')", each)
    }

    fn every_sale(&self, status: &str, each: &mut dyn FnMut(Sale)) -> Result<()> {
        self.looking(|conn| {
            let sql = format!(
                "SELECT {} FROM trade_order c INDEXED BY trade_order_customer
                 WHERE c.status {status} ORDER BY c.customer_id, c.ordered_on",
                row::BOUGHT
            );
            let mut sales = conn.prepare_cached(&sql)?;
            let mut sales = sales.query([])?;
            while let Some(found) = sales.next()? {
                each(row::sale(found)?);
            }
            Ok(())
        })
    }

    /// Every order that is under way, by customer and date; none is kept.
    pub fn open_orders(&self, each: &mut dyn FnMut(Sale)) -> Result<()> {
        self.every_sale("IN ('open', 'shipped')", each)
    }

    /// Every order that came from a list, with whose it is and its [`identity`](crate::domain::NewOrder::identity).
    pub fn known_orders(&self, each: &mut dyn FnMut(OrderId, CustomerId, &str)) -> Result<()> {
        self.looking(|conn| {
            let sql = "SELECT id, customer_id, identity FROM trade_order WHERE identity <> ''";
            let mut orders = conn.prepare_cached(sql)?;
            let mut orders = orders.query([])?;
            while let Some(found) = orders.next()? {
                each(OrderId(found.get(0)?), CustomerId(found.get(1)?), row::str_of(found, 2)?);
            }
            Ok(())
        })
    }

    /// A customer's newest orders with their lines, the newest first.
    pub fn orders_of(&self, id: CustomerId, limit: usize) -> Result<Vec<Order>> {
        self.looking(|conn| of_customer(conn, id, i64::try_from(limit).unwrap_or(i64::MAX)))
    }

    /// One order with its lines.
    pub fn order(&self, id: OrderId) -> Result<Option<Order>> {
        self.looking(|conn| {
            let sql = format!("SELECT {} FROM trade_order c WHERE c.id = ?1", row::ORDER);
            let mut found = conn.prepare_cached(&sql)?;
            let mut found = found.query_map([id.0], row::order)?.collect::<rusqlite::Result<Vec<_>>>()?;
            add_lines(conn, &mut found)?;
            Ok(found.pop())
        })
    }
}

/// A customer's newest orders with their lines.
pub(super) fn of_customer(conn: &Connection, id: CustomerId, limit: i64) -> Result<Vec<Order>> {
    let sql = format!(
        "SELECT {} FROM trade_order c WHERE c.customer_id = ?1 ORDER BY c.ordered_on DESC, c.id DESC LIMIT ?2",
        row::ORDER
    );
    let mut orders = conn.prepare_cached(&sql)?;
    let mut orders = orders.query_map((id.0, limit), row::order)?.collect::<rusqlite::Result<Vec<_>>>()?;
    add_lines(conn, &mut orders)?;
    Ok(orders)
}

fn add_lines(conn: &Connection, orders: &mut [Order]) -> Result<()> {
    let sql = format!("SELECT {} FROM order_line c WHERE c.order_id = ?1 ORDER BY c.position, c.id", row::ORDER_LINE);
    let mut lines = conn.prepare_cached(&sql)?;
    for order in orders {
        order.fields.lines = lines.query_map([order.id.0], row::order_line)?.collect::<rusqlite::Result<_>>()?;
    }
    Ok(())
}
