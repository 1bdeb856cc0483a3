//! What customers said and by what they are reached, walked piece by piece: who else has the same? Each piece is a read
//! of its own, so that nobody who writes waits for the whole walk.

use super::{Result, Scope, Store, bundles, clear_touched};
use crate::domain::{Bundle, CustomerId, Detail, Interaction};
use crate::store::row;
use rusqlite::Connection;

/// Rows of a piece when nothing waits for the file.
const PIECE: usize = 20_000;

impl Store {
    /// Hands over every text that a customer sent, in no order; none is kept.
    pub fn said_to_us(&self, each: &mut dyn FnMut(CustomerId, &str)) -> Result<()> {
        let mut after = Some(0);
        while let Some(from) = after {
            after = self.said_after(from, PIECE, each)?;
        }
        Ok(())
    }

    /// Texts that customers sent, from the next `rows` rows after `after`; where to go on, if there is more.
    pub fn said_after(&self, after: i64, rows: usize, each: &mut dyn FnMut(CustomerId, &str)) -> Result<Option<i64>> {
        let sql = "SELECT id, customer_id, iif(direction = 'in', text, '') FROM interaction
             WHERE id > ?1 ORDER BY id LIMIT ?2";
        self.looking(|conn| walk(conn, sql, after, rows, each))
    }

    /// Handles, normalised, from the next `rows` rows after `after`; where to go on, if there is more.
    pub fn handles_after(
        &self,
        after: i64,
        rows: usize,
        each: &mut dyn FnMut(CustomerId, &str),
    ) -> Result<Option<i64>> {
        let sql = "SELECT id, customer_id, iif(kind = 'website', '', norm) FROM channel
             WHERE id > ?1 ORDER BY id LIMIT ?2";
        self.looking(|conn| walk(conn, sql, after, rows, each))
    }

    /// Every customer, country by country: what is known of a country is looked up once for all of them.
    pub fn ids_by_country(&self) -> Result<Vec<CustomerId>> {
        self.looking(|conn| {
            let mut ids = conn.prepare_cached("SELECT id FROM customer ORDER BY country, id")?;
            let ids = ids.query_map([], |row| row.get(0).map(CustomerId))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Those of these customers that there are, by id, each with the newest `lines` of its timeline.
    pub fn dossiers(&self, ids: &[CustomerId], lines: usize) -> Result<Vec<(Bundle, Detail)>> {
        self.looking(|conn| {
            clear_touched(conn)?;
            let mut insert = conn.prepare_cached("INSERT OR IGNORE INTO temp.touched (id) VALUES (?1)")?;
            for id in ids {
                insert.execute([id.0])?;
            }
            touched(conn, lines)
        })
    }

    /// Customers of that name, whatever its capitals.
    pub fn find_name(&self, name: &str) -> Result<Vec<CustomerId>> {
        self.looking(|conn| {
            let sql = "SELECT id FROM customer WHERE name = ?1 COLLATE NOCASE AND name <> '' ORDER BY id LIMIT 20";
            let mut found = conn.prepare_cached(sql)?;
            let found = found.query_map([name], |row| row.get(0).map(CustomerId))?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Keeps few pages in memory from now on, and none of those that are: for a connection that walks or waits.
    pub fn be_frugal(&self) -> Result<()> {
        self.looking(|conn| Ok(conn.execute_batch("PRAGMA cache_size = -1024; PRAGMA shrink_memory")?))
    }
}

fn walk(
    conn: &Connection,
    sql: &str,
    after: i64,
    rows: usize,
    each: &mut dyn FnMut(CustomerId, &str),
) -> Result<Option<i64>> {
    let mut found = conn.prepare_cached(sql)?;
    let mut found = found.query((after, i64::try_from(rows).unwrap_or(i64::MAX)))?;
    let (mut last, mut count) = (after, 0);
    while let Some(row) = found.next()? {
        (last, count) = (row.get(0)?, count + 1);
        let text = row::str_of(row, 2)?;
        if !text.is_empty() {
            each(CustomerId(row.get(1)?), text);
        }
    }
    Ok((count == rows).then_some(last))
}

/// The customers in `touched` with their timelines.
fn touched(conn: &Connection, lines: usize) -> Result<Vec<(Bundle, Detail)>> {
    let mut all = Vec::new();
    bundles(conn, Scope::Touched, &mut |bundle| all.push((bundle, Detail::default())))?;
    let sql = format!(
        "SELECT {}, c.customer_id FROM temp.touched t CROSS JOIN interaction c ON c.customer_id = t.id
         ORDER BY t.id, c.at DESC, c.id DESC",
        row::INTERACTION.split(", ").map(|column| format!("c.{column}")).collect::<Vec<_>>().join(", ")
    );
    let width = row::INTERACTION.split(',').count();
    let mut said = conn.prepare_cached(&sql)?;
    let mut said = said.query([])?;
    let mut at = 0;
    while let Some(row) = said.next()? {
        let owner: i64 = row.get(width)?;
        while all.get(at).is_some_and(|(bundle, _): &(Bundle, Detail)| bundle.customer.id.0 < owner) {
            at += 1;
        }
        let Some((bundle, detail)) = all.get_mut(at) else { break };
        if bundle.customer.id.0 == owner && detail.timeline.len() < lines {
            let line: Interaction = row::interaction(row)?;
            detail.timeline.push(line);
        }
    }
    Ok(all)
}
