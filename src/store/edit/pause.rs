//! Leaving customers in peace until a day.

use super::{CHUNK, Progress, Result, execute, list, tell};
use crate::domain::{CustomerId, Pause};
use crate::store::log::Applied;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

pub(super) fn pause(
    conn: &Connection,
    customers: &[CustomerId],
    pause: Option<&Pause>,
    mut progress: Progress<'_>,
) -> Result<Applied> {
    let sql = "UPDATE customer SET pause_until = ?2, pause_note = ?3
         WHERE id IN (SELECT value FROM json_each(?1)) AND (pause_until, pause_note) IS NOT (?2, ?3)";
    let until = pause.map(|pause| pause.until);
    let note = pause.map_or("", |pause| &*pause.note);
    let (mut count, mut done) = (0, 0);
    for chunk in customers.chunks(CHUNK) {
        count += execute(conn, sql, (list(chunk), until.map(|day| day.to_string()), note))?;
        if let Some(until) = until {
            hold(conn, chunk, until)?;
        }
        done += chunk.len();
        tell(&mut progress, done, customers.len())?;
    }
    let detail = until.map_or_else(String::new, |day| day.to_string());
    Ok(Applied { count, detail, ..Applied::default() })
}

/// Moves what is planned before the day to it; a promised time stays.
pub(super) fn hold(conn: &Connection, customers: &[CustomerId], until: NaiveDate) -> Result<()> {
    execute(
        conn,
        "UPDATE follow_up SET due_on = ?2, due_zone = NULL WHERE customer_id IN (SELECT value FROM json_each(?1))
         AND state = 'open' AND due_time IS NULL AND due_on < ?2",
        (list(customers), until.to_string()),
    )?;
    Ok(())
}

/// The day as the file has it.
pub(super) fn until(conn: &Connection, customer: CustomerId) -> Result<Option<String>> {
    let mut found = conn.prepare_cached("SELECT pause_until FROM customer WHERE id = ?1")?;
    Ok(found.query_row([customer.0], |row| row.get(0)).optional()?.flatten())
}
