//! The first page: nothing here walks the customer table.

use super::{FirstPage, Result, some, views};
use crate::domain::{Bundle, CustomerId, Now, tally::Tally, view::Builtin};
use crate::store::{history, row, tally as counts};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

pub(super) fn page(conn: &Connection, limit: usize, now: &Now) -> Result<FirstPage> {
    let ids = order(conn, limit)?;
    let place = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect::<HashMap<_, _>>();
    let mut bundles: Vec<Bundle> = some(conn, &ids)?;
    bundles.sort_by_key(|bundle| place.get(&bundle.customer.id).copied());
    let cursor = history::cursor(conn)?;
    Ok(FirstPage {
        bundles,
        tally: tally(conn, now)?,
        views: views(conn)?,
        can_undo: cursor.undo.is_some(),
        can_redo: cursor.redo.is_some(),
    })
}

/// Active customers: those with something planned, the next due first; then the others by name.
fn order(conn: &Connection, limit: usize) -> Result<Vec<CustomerId>> {
    let mut found = planned(conn, limit)?;
    let mut seen = found.iter().copied().collect::<HashSet<_>>();
    let others = "SELECT c.id FROM customer c INDEXED BY customer_name WHERE c.status = 'active' AND NOT EXISTS
           (SELECT 1 FROM follow_up f WHERE f.customer_id = c.id AND f.state = 'open')
         ORDER BY c.name COLLATE NOCASE, c.id";
    let mut ids = conn.prepare_cached(others)?;
    let mut ids = ids.query([])?;
    while found.len() < limit
        && let Some(row) = ids.next()?
    {
        let id = CustomerId(row.get(0)?);
        if seen.insert(id) {
            found.push(id);
        }
    }
    Ok(found)
}

/// Those with something planned. A day of thousands is not read to its end: some of that day, by name among themselves.
fn planned(conn: &Connection, limit: usize) -> Result<Vec<CustomerId>> {
    let sql = "SELECT f.customer_id, c.status FROM
         (SELECT due_on, customer_id FROM follow_up INDEXED BY follow_up_due WHERE state = 'open'
          ORDER BY due_on, customer_id LIMIT ?1) f
         CROSS JOIN customer c ON c.id = f.customer_id ORDER BY f.due_on, c.name COLLATE NOCASE, c.id";
    let mut reach = limit.saturating_mul(2);
    loop {
        let (mut found, mut seen, mut read) = (Vec::with_capacity(limit), HashSet::new(), 0);
        let mut rows = conn.prepare_cached(sql)?;
        let mut rows = rows.query([i64::try_from(reach).unwrap_or(i64::MAX)])?;
        while let Some(row) = rows.next()? {
            read += 1;
            let id = CustomerId(row.get(0)?);
            if found.len() < limit && row::str_of(row, 1)? == "active" && seen.insert(id) {
                found.push(id);
            }
        }
        if found.len() >= limit || read < reach {
            return Ok(found);
        }
        reach = reach.saturating_mul(4);
    }
}

/// How many overdue follow-ups are looked through for their customers; beyond, the whole board counts them.
const LOOKED_THROUGH: usize = 1_000;

fn tally(conn: &Connection, now: &Now) -> Result<Tally> {
    let mut tally = counts::read(conn, now.today())?;
    if tally.overdue + tally.today <= LOOKED_THROUGH {
        tally.views[Builtin::Due.index()] = due(conn, now)?;
    }
    Ok(tally)
}

/// Active customers with something due, where these are few enough to be counted one by one.
fn due(conn: &Connection, now: &Now) -> Result<Option<usize>> {
    let sql = "SELECT customer_id, (SELECT status FROM customer c WHERE c.id = customer_id)
         FROM follow_up INDEXED BY follow_up_due WHERE state = 'open' AND due_on <= ?1 LIMIT ?2";
    let mut rows = conn.prepare_cached(sql)?;
    let mut rows = rows.query((now.today().to_string(), i64::try_from(LOOKED_THROUGH + 1).unwrap_or(i64::MAX)))?;
    let (mut read, mut customers) = (0, HashSet::new());
    while let Some(row) = rows.next()? {
        read += 1;
        if row::str_opt(row, 1)? == Some("active") {
            customers.insert(row.get::<_, i64>(0)?);
        }
    }
    Ok((read <= LOOKED_THROUGH).then_some(customers.len()))
}
