//! What the mirror counts, walked piece by piece in the order in which it lies in the file: each piece is a read of its
//! own, so that nobody who writes waits for the whole walk. No text of a conversation is read.

use super::{Result, Store};
use crate::domain::mirror::{Facts, Promise, StageChange};
use crate::domain::{ChannelKind, CustomerId, Direction, Due, Ruling, Stage, Text};
use crate::store::row;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

/// Rows of a piece.
const PIECE: usize = 20_000;

/// A customer, and what says where its wall is.
#[derive(Clone, Debug)]
pub struct Counted {
    pub facts: Facts,
    pub city: Text,
    pub zone: Text,
    /// The first number in E.164; empty: there is none.
    pub phone: Text,
}

/// Something said, without its words.
#[derive(Clone, Copy, Debug)]
pub struct Said<'r> {
    pub owner: CustomerId,
    pub at: DateTime<Utc>,
    pub direction: Direction,
    pub kind: Option<ChannelKind>,
    /// Slug of the template.
    pub template: &'r str,
}

/// Hands over the rows of a table, by their number, the first column.
fn walk(store: &Store, sql: &str, each: &mut dyn FnMut(&Row<'_>) -> rusqlite::Result<()>) -> Result<()> {
    let mut after = Some(0);
    while let Some(from) = after {
        after = store.looking(|conn| piece(conn, sql, from, each))?;
    }
    Ok(())
}

fn piece(
    conn: &Connection,
    sql: &str,
    after: i64,
    each: &mut dyn FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> Result<Option<i64>> {
    let mut found = conn.prepare_cached(sql)?;
    let mut found = found.query((after, i64::try_from(PIECE).unwrap_or(i64::MAX)))?;
    let (mut last, mut count) = (after, 0);
    while let Some(row) = found.next()? {
        (last, count) = (row.get(0)?, count + 1);
        each(row)?;
    }
    Ok((count == PIECE).then_some(last))
}

impl Store {
    /// Every customer, by number.
    pub fn counted(&self, each: &mut dyn FnMut(Counted)) -> Result<()> {
        let sql = "SELECT id, created_at, tier, stage, country, status, verdict, iif(stage = 'lost', lost_reason, ''),
                city, zone, coalesce((SELECT norm FROM channel h WHERE h.customer_id = c.id AND norm GLOB '+[0-9]*'
                  ORDER BY position LIMIT 1), '')
             FROM customer c WHERE id > ?1 ORDER BY id LIMIT ?2";
        walk(self, sql, &mut |row| {
            each(counted(row)?);
            Ok(())
        })
    }

    /// Everything that was said, by the number of its row.
    pub fn said(&self, each: &mut dyn FnMut(Said<'_>)) -> Result<()> {
        let sql = "SELECT id, customer_id, at, direction, kind, template FROM interaction
             WHERE id > ?1 ORDER BY id LIMIT ?2";
        walk(self, sql, &mut |row| {
            each(Said {
                owner: CustomerId(row.get(1)?),
                at: row::instant(row, 2)?,
                direction: row::parsed(row, 3, Direction::parse)?,
                kind: row::parsed_opt(row, 4, ChannelKind::new)?,
                template: row::str_of(row, 5)?,
            });
            Ok(())
        })
    }

    /// Every follow-up: whose, when it is due as written, and what became of it.
    pub fn promises(&self, each: &mut dyn FnMut(CustomerId, &Due, Promise)) -> Result<()> {
        let sql = "SELECT id, customer_id, due_on, due_time, due_zone, state, closed_at FROM follow_up
             WHERE id > ?1 ORDER BY id LIMIT ?2";
        walk(self, sql, &mut |row| {
            let due = row::due(row, 2)?;
            let promise = Promise { due: due.on, state: row::state(row, 5)?, closed_at: row::instant_opt(row, 6)? };
            each(CustomerId(row.get(1)?), &due, promise);
            Ok(())
        })
    }

    /// The stages that customers are at, by name.
    pub fn stages_in_use(&self) -> Result<Vec<Stage>> {
        self.looking(|conn| {
            let sql = "SELECT DISTINCT stage FROM customer WHERE stage IS NOT NULL ORDER BY stage";
            let mut found = conn.prepare_cached(sql)?;
            let found = found.query_map([], |read| row::stage(read, 0))?.collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(found.into_iter().flatten().collect())
        })
    }

    /// Every step through the funnel.
    pub fn stage_changes(&self, each: &mut dyn FnMut(CustomerId, StageChange)) -> Result<()> {
        let sql = "SELECT id, customer_id, at, was, stage FROM stage_change WHERE id > ?1 ORDER BY id LIMIT ?2";
        walk(self, sql, &mut |row| {
            let change =
                StageChange { at: row::instant(row, 2)?, was: row::stage(row, 3)?, stage: row::stage(row, 4)? };
            each(CustomerId(row.get(1)?), change);
            Ok(())
        })
    }
}

fn counted(row: &Row<'_>) -> rusqlite::Result<Counted> {
    let ruling = row::parsed(row, 6, Ruling::parse)?;
    let facts = Facts {
        id: CustomerId(row.get(0)?),
        created_at: row::instant(row, 1)?,
        tier: row::parsed(row, 2, crate::domain::Tier::parse)?,
        stage: row::stage(row, 3)?,
        country: row::parsed_opt(row, 4, crate::domain::Country::new)?,
        // What they bought is read apart.
        segment: None,
        active: row::str_of(row, 5)? == "active",
        dismissed: ruling.is_final(),
        lost_reason: row::text(row, 7)?,
    };
    Ok(Counted { facts, city: row::text(row, 8)?, zone: row::text(row, 9)?, phone: row::text(row, 10)? })
}
