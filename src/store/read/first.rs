//! The first page: nothing here walks the customer table.

use super::{FirstPage, Result, some, views};
use crate::domain::{Bundle, CustomerId, Now, Tier, tally::Tally, view::Builtin};
use crate::store::{history, row};
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
    let mut found = Vec::with_capacity(limit);
    let mut seen = HashSet::new();
    let queries = [
        "SELECT f.customer_id FROM follow_up f INDEXED BY follow_up_due CROSS JOIN customer c ON c.id = f.customer_id
         WHERE f.state = 'open' AND c.status = 'active' ORDER BY f.due_on, c.name COLLATE NOCASE, c.id",
        "SELECT c.id FROM customer c INDEXED BY customer_name WHERE c.status = 'active' AND NOT EXISTS
           (SELECT 1 FROM follow_up f WHERE f.customer_id = c.id AND f.state = 'open')
         ORDER BY c.name COLLATE NOCASE, c.id",
    ];
    for sql in queries {
        let mut ids = conn.prepare_cached(sql)?;
        let mut ids = ids.query([])?;
        while found.len() < limit
            && let Some(row) = ids.next()?
        {
            let id = CustomerId(row.get(0)?);
            if seen.insert(id) {
                found.push(id);
            }
        }
    }
    Ok(found)
}

fn tally(conn: &Connection, now: &Now) -> Result<Tally> {
    let mut tally = Tally::default();
    count_customers(conn, &mut tally)?;
    count_follow_ups(conn, &mut tally, now)?;
    Ok(tally)
}

/// Each count is a stretch of an index, which is three times faster than grouping it.
fn count_customers(conn: &Connection, tally: &mut Tally) -> Result<()> {
    let count = |sql: &str, value: &str| -> Result<usize> {
        Ok(conn.prepare_cached(sql)?.query_row([value], |row| row::count(row, 0))?)
    };
    let active = "SELECT count(*) FROM customer INDEXED BY customer_count WHERE status = 'active' AND tier = ?1";
    for tier in Tier::ALL {
        tally.tiers[tier.index()] = count(active, tier.as_str())?;
    }
    let active = tally.tiers.iter().sum();
    let archived = count("SELECT count(*) FROM customer INDEXED BY customer_count WHERE status = ?1", "archived")?;
    let favourite = "SELECT count(*) FROM customer INDEXED BY customer_favourite WHERE favourite = 1 AND status = ?1";
    let inquiry = "SELECT count(*) FROM customer INDEXED BY customer_inquiry WHERE stage = 'inquiry' AND status = ?1";
    tally.total = active + archived;
    tally.views[Builtin::All.index()] = Some(active);
    tally.views[Builtin::Archived.index()] = Some(archived);
    tally.views[Builtin::Favourites.index()] = Some(count(favourite, "active")?);
    tally.views[Builtin::Inquiries.index()] = Some(count(inquiry, "active")?);
    Ok(())
}

/// Counted over all by the index of open ones, then without those of archived customers.
fn count_follow_ups(conn: &Connection, tally: &mut Tally, now: &Now) -> Result<()> {
    let today = now.today();
    // From day to day by the index, then each day's stretch.
    let all = "WITH RECURSIVE day(due) AS (SELECT min(due_on) FROM follow_up WHERE state = 'open' UNION ALL
           SELECT (SELECT min(due_on) FROM follow_up WHERE state = 'open' AND due_on > due) FROM day WHERE due NOT NULL)
         SELECT due, (SELECT count(*) FROM follow_up INDEXED BY follow_up_due WHERE state = 'open' AND due_on = due)
         FROM day WHERE due NOT NULL";
    let archived = "SELECT f.due_on, count(*) FROM customer c INDEXED BY customer_count
         CROSS JOIN follow_up f ON f.customer_id = c.id AND f.state = 'open' WHERE c.status = 'archived' GROUP BY f.due_on";
    for (sql, sign) in [(all, true), (archived, false)] {
        let mut counts = conn.prepare_cached(sql)?;
        let mut counts = counts.query([])?;
        while let Some(row) = counts.next()? {
            let load = tally.load.entry(row::date(row, 0)?).or_default();
            let count = row::count(row, 1)?;
            *load = if sign { *load + count } else { load.saturating_sub(count) };
        }
    }
    tally.load.retain(|_, count| *count > 0);
    tally.overdue = tally.load.range(..today).map(|(_, count)| count).sum();
    tally.today = tally.load.get(&today).copied().unwrap_or(0);
    let due = "SELECT (SELECT count(DISTINCT customer_id) FROM follow_up INDEXED BY follow_up_due
           WHERE state = 'open' AND due_on <= ?1)
         - (SELECT count(*) FROM customer c INDEXED BY customer_count WHERE c.status = 'archived' AND EXISTS
           (SELECT 1 FROM follow_up f WHERE f.customer_id = c.id AND f.state = 'open' AND f.due_on <= ?1))";
    let due = conn.prepare_cached(due)?.query_row([today.to_string()], |row| row::count(row, 0))?;
    tally.views[Builtin::Due.index()] = Some(due);
    Ok(())
}
