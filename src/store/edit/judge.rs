//! Decisions: inquiries taken on, what customers are held to be, the next step that was advised.

use super::{Applied, Result, add_follow_up, each, execute, move_all, must_be, tell};
use crate::domain::{ChannelId, CustomerId, FollowUpId, NewFollowUp, Ruling, Stage, Tier};
use crate::store::log::Progress;
use rusqlite::Connection;
use std::ops::ControlFlow;

/// Of the last rulings nothing is asked any more; who is taken on after all is undecided again.
const ACCEPT: &str = "UPDATE customer SET tier = ?2, status = 'active',
    stage = iif(coalesce(stage, 'inquiry') = 'inquiry', ?3, stage),
    verdict = iif(verdict IN ('fake', 'not-target'), '', verdict)
    WHERE id = ?1 AND (tier <> ?2 OR status <> 'active' OR coalesce(stage, 'inquiry') = 'inquiry'
      OR verdict IN ('fake', 'not-target'))";

pub(super) fn accept(
    conn: &Connection,
    customers: &[(CustomerId, Option<NewFollowUp>)],
    (tier, stage): (Tier, Stage),
    mut progress: Progress<'_>,
) -> Result<Applied> {
    let mut count = 0;
    for (at, (id, follow_up)) in customers.iter().enumerate() {
        if at % super::CHUNK == 0 {
            tell(&mut progress, at, customers.len())?;
        }
        let changed = execute(conn, ACCEPT, (id.0, tier.as_str(), stage.as_str()))?;
        let planned = match follow_up {
            Some(follow_up) => add_follow_up(conn, &[*id], follow_up)?,
            None => 0,
        };
        count += usize::from(changed + planned > 0);
    }
    Ok(Applied { count, detail: tier.as_str().to_owned(), ..Applied::default() })
}

pub(super) fn rule(
    conn: &Connection,
    customers: &[CustomerId],
    ruling: Ruling,
    note: &str,
    progress: Progress<'_>,
) -> Result<Applied> {
    // One who was archived for another reason stays archived.
    let status =
        if ruling.is_final() { "'archived'" } else { "iif(verdict IN ('fake', 'not-target'), 'active', status)" };
    let sql = format!(
        "UPDATE customer SET verdict = ?2, status = {status}
         WHERE id IN (SELECT value FROM json_each(?1)) AND (verdict <> ?2 OR status <> {status})"
    );
    let applied = each(conn, &sql, customers, ruling.as_str(), progress)?.with(ruling.as_str());
    // Said once: deciding the same again adds nothing.
    if !note.is_empty() && applied.count > 0 {
        let sql = "UPDATE customer SET notes = ltrim(notes || char(10) || ?2, char(10)) WHERE id = ?1";
        for id in customers {
            execute(conn, sql, (id.0, note))?;
        }
    }
    Ok(applied)
}

pub(super) fn proceed(
    conn: &Connection,
    customer: CustomerId,
    moved: Option<FollowUpId>,
    follow_up: &NewFollowUp,
    primary: Option<ChannelId>,
) -> Result<Applied> {
    must_be(conn, customer)?;
    // Closed in another window meanwhile: it is planned anew.
    let open = match moved {
        Some(id) => conn
            .prepare_cached("SELECT 1 FROM follow_up WHERE id = ?1 AND customer_id = ?2 AND state = 'open'")?
            .exists((id.0, customer.0))?,
        None => false,
    };
    match moved.filter(|_| open) {
        Some(id) => {
            move_all(conn, &[(id, follow_up.due.clone())], &mut |_, _| ControlFlow::Continue(()))?;
            let sql = "UPDATE follow_up SET note = ?2 WHERE id = ?1 AND note = '' AND note <> ?2";
            execute(conn, sql, (id.0, &*follow_up.note))?;
        }
        None => drop(add_follow_up(conn, &[customer], follow_up)?),
    }
    if let Some(primary) = primary {
        let sql = "UPDATE channel SET is_primary = (id = ?2) WHERE customer_id = ?1 AND is_primary <> (id = ?2)
             AND EXISTS (SELECT 1 FROM channel WHERE id = ?2 AND customer_id = ?1)";
        execute(conn, sql, (customer.0, primary.0))?;
    }
    Ok(Applied { count: 1, detail: follow_up.due.on.to_string(), ..Applied::default() })
}
