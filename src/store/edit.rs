//! What each [`Edit`] writes. Rows that already are as asked are left alone, so that the log has only what differs.

use super::{
    Result, StoreError, What,
    log::{Applied, Progress},
};
use crate::domain::{
    Closing, CustomerId, Due, Edit, FollowUpId, FollowUpState, NewFollowUp, NewInteraction, Now, Stage, Text, Tier,
    funnel::reason_at, rules::Rules,
};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Params};

mod bulk;
mod cells;
mod dossier;
mod incoming;
mod judge;
mod merge;
mod orders;
mod pause;
mod view;

pub(super) use bulk::MANY;

/// How many marked customers one statement changes; between two, progress is told and may stop it all.
const CHUNK: usize = 2_000;

pub(super) fn apply(
    conn: &Connection,
    edit: &Edit,
    rules: Option<&Rules>,
    now: &Now,
    progress: Progress<'_>,
) -> Result<Applied> {
    match edit {
        Edit::Save(dossier) => dossier::save(conn, dossier, now),
        Edit::Import { source, dossiers } => dossier::import(conn, (source, dossiers), rules, now, progress),
        Edit::Merge { keep, gone, fields } => merge::merge(conn, *keep, *gone, fields),
        Edit::SetTier { customers, tier } => {
            each(conn, SET_TIER, customers, tier.as_str(), progress).map(|applied| applied.with(tier.as_str()))
        }
        Edit::File { tiers } => file(conn, tiers, progress),
        Edit::SetStage { customers, stage, reason } => set_stage(conn, customers, *stage, reason, progress),
        Edit::SetFavourite { customers, favourite } => {
            let sql =
                "UPDATE customer SET favourite = ?2 WHERE id IN (SELECT value FROM json_each(?1)) AND favourite <> ?2";
            each(conn, sql, customers, favourite, progress)
        }
        Edit::SetStatus { customers, status } => {
            let sql = "UPDATE customer SET status = ?2 WHERE id IN (SELECT value FROM json_each(?1)) AND status <> ?2";
            each(conn, sql, customers, status.as_str(), progress)
        }
        Edit::Pause { customers, pause } => pause::pause(conn, customers, pause.as_ref(), progress),
        Edit::Tag { customers, add, remove } => tag(conn, customers, add, remove, progress),
        Edit::Delete { customers } => {
            let sql = "DELETE FROM customer WHERE id IN (SELECT value FROM json_each(?1)) AND ?2";
            each(conn, sql, customers, true, progress)
        }
        Edit::Log { customer, interaction, done, next } => {
            log_contact(conn, *customer, interaction, done, next.as_ref())
        }
        Edit::Plan { customers, follow_up } => plan(conn, customers, follow_up, progress),
        Edit::Move { moves } => move_all(conn, moves, progress),
        Edit::Replan { id, follow_up } => replan(conn, *id, follow_up),
        Edit::Done { follow_ups, at } => {
            let count = close(conn, follow_ups, *at)?;
            Ok(Applied { count, ..Applied::default() })
        }
        Edit::Drop { follow_ups, at, reason } => drop_all(conn, follow_ups, *at, reason),
        // The plan is brought up to date after every edit; this one asks for nothing else.
        Edit::Rhythm => Ok(Applied::default()),
        Edit::SaveOrder { id, customer, order } => orders::save(conn, *id, *customer, order, now),
        Edit::SetOrderStatus { orders, status, on } => orders::set_status(conn, orders, *status, *on),
        Edit::DeleteOrder { orders } => orders::delete(conn, orders),
        Edit::ImportOrders { source, newcomers, sales, changed } => {
            let all = orders::Import { source, newcomers, sales, changed };
            orders::import(conn, &all, rules, now, progress)
        }
        Edit::Accept { customers, tier, stage } => judge::accept(conn, customers, (*tier, *stage), progress),
        Edit::Rule { customers, ruling, note } => judge::rule(conn, customers, *ruling, note, progress),
        Edit::Proceed { customer, moved, follow_up, primary } => {
            judge::proceed(conn, *customer, *moved, follow_up, *primary)
        }
        Edit::SaveView { id, name, query } => view::save(conn, *id, name, query),
        Edit::DeleteView { id } => view::delete(conn, *id),
    }
}

impl Applied {
    fn with(self, detail: &str) -> Self {
        Self { detail: detail.to_owned(), ..self }
    }
}

fn execute(conn: &Connection, sql: &str, params: impl Params) -> Result<usize> {
    Ok(conn.prepare_cached(sql)?.execute(params)?)
}

/// Ids as the list that `json_each` reads.
fn list(ids: &[CustomerId]) -> String {
    let ids = ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>();
    format!("[{}]", ids.join(","))
}

/// Tells how far the work is; stops it when asked to.
fn tell(progress: &mut Progress<'_>, done: usize, total: usize) -> Result<()> {
    if progress(done, total).is_break() { Err(StoreError::Interrupted) } else { Ok(()) }
}

/// Runs one statement (`?1` the customers, `?2` the value) over all, chunk by chunk.
fn each(
    conn: &Connection,
    sql: &str,
    customers: &[CustomerId],
    value: impl rusqlite::ToSql,
    mut progress: Progress<'_>,
) -> Result<Applied> {
    let (mut count, mut done) = (0, 0);
    for chunk in customers.chunks(CHUNK) {
        count += execute(conn, sql, (list(chunk), &value))?;
        done += chunk.len();
        tell(&mut progress, done, customers.len())?;
    }
    Ok(Applied { count, ..Applied::default() })
}

const SET_TIER: &str = "UPDATE customer SET tier = ?2 WHERE id IN (SELECT value FROM json_each(?1)) AND tier <> ?2";

fn file(conn: &Connection, tiers: &[(CustomerId, Tier)], progress: Progress<'_>) -> Result<Applied> {
    let mut count = 0;
    for tier in Tier::ALL {
        let under: Vec<CustomerId> = tiers.iter().filter(|(_, to)| *to == tier).map(|(id, _)| *id).collect();
        count += each(conn, SET_TIER, &under, tier.as_str(), &mut *progress)?.count;
    }
    Ok(Applied { count, ..Applied::default() })
}

fn set_stage(
    conn: &Connection,
    customers: &[CustomerId],
    stage: Option<Stage>,
    reason: &str,
    mut progress: Progress<'_>,
) -> Result<Applied> {
    let reason = reason_at(stage, reason);
    let stage = stage.as_ref().map(|stage| stage.as_str());
    let sql = "UPDATE customer SET stage = ?2, lost_reason = ?3
         WHERE id IN (SELECT value FROM json_each(?1)) AND (stage, lost_reason) IS NOT (?2, ?3)";
    let (mut count, mut done) = (0, 0);
    for chunk in customers.chunks(CHUNK) {
        count += execute(conn, sql, (list(chunk), stage, reason))?;
        done += chunk.len();
        tell(&mut progress, done, customers.len())?;
    }
    Ok(Applied { count, detail: stage.unwrap_or_default().to_owned(), ..Applied::default() })
}

fn tag(
    conn: &Connection,
    customers: &[CustomerId],
    add: &[Text],
    remove: &[Text],
    mut progress: Progress<'_>,
) -> Result<Applied> {
    let mut count = 0;
    for (at, customer) in customers.iter().enumerate() {
        if at % CHUNK == 0 {
            tell(&mut progress, at, customers.len())?;
        }
        let mut tags = conn.prepare_cached("SELECT tags FROM customer WHERE id = ?1")?;
        let Some(before) = tags.query_row([customer.0], |row| row.get::<_, String>(0)).optional()? else { continue };
        let mut tags: Vec<Text> = serde_json::from_str(&before).unwrap_or_default();
        tags.retain(|tag| !remove.contains(tag));
        for tag in add {
            if !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
        let after = dossier::json(&tags)?;
        if after != before {
            count += execute(conn, "UPDATE customer SET tags = ?2 WHERE id = ?1", (customer.0, after))?;
        }
    }
    let signed = add.iter().map(|tag| format!("+{tag}")).chain(remove.iter().map(|tag| format!("-{tag}")));
    Ok(Applied { count, detail: signed.collect::<Vec<_>>().join(" "), ..Applied::default() })
}

fn log_contact(
    conn: &Connection,
    customer: CustomerId,
    interaction: &NewInteraction,
    done: &[Closing],
    next: Option<&NewFollowUp>,
) -> Result<Applied> {
    must_be(conn, customer)?;
    let kind = interaction.kind.as_ref().map(|kind| kind.as_str());
    execute(
        conn,
        "INSERT INTO interaction (customer_id, at, direction, kind, text, outcome, template)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            customer.0,
            interaction.at.timestamp(),
            interaction.direction.as_str(),
            kind,
            &*interaction.text,
            &*interaction.outcome,
            &*interaction.template,
        ),
    )?;
    close(conn, done, interaction.at)?;
    if let Some(next) = next {
        add_follow_up(conn, &[customer], next)?;
    }
    Ok(Applied { count: 1, detail: kind.unwrap_or_default().to_owned(), ..Applied::default() })
}

/// The customer is there, or there is nothing to write to.
fn must_be(conn: &Connection, customer: CustomerId) -> Result<()> {
    let there = conn.prepare_cached("SELECT 1 FROM customer WHERE id = ?1")?.exists([customer.0])?;
    if there { Ok(()) } else { Err(StoreError::Gone { what: What::Customer }) }
}

fn plan(conn: &Connection, customers: &[CustomerId], new: &NewFollowUp, mut progress: Progress<'_>) -> Result<Applied> {
    let (mut count, mut done) = (0, 0);
    for chunk in customers.chunks(CHUNK) {
        count += add_follow_up(conn, chunk, new)?;
        done += chunk.len();
        tell(&mut progress, done, customers.len())?;
    }
    if count == 0 && !customers.is_empty() {
        return Err(StoreError::Gone { what: What::Customer });
    }
    Ok(Applied { count, detail: new.due.on.to_string(), ..Applied::default() })
}

fn add_follow_up(conn: &Connection, customers: &[CustomerId], new: &NewFollowUp) -> Result<usize> {
    let (on, time, zone) = due(&new.due);
    execute(
        conn,
        "INSERT INTO follow_up (customer_id, due_on, due_time, due_zone, note, made)
         SELECT id, ?2, ?3, ?4, ?5, ?6 FROM customer WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id",
        (list(customers), on, time, zone, &*new.note, new.made.as_str()),
    )
}

/// As the file writes a due time.
fn due(due: &Due) -> (String, Option<String>, Option<&str>) {
    (due.on.to_string(), due.time.map(|time| time.format("%H:%M").to_string()), due.zone.as_deref())
}

fn move_all(conn: &Connection, moves: &[(FollowUpId, Due)], mut progress: Progress<'_>) -> Result<Applied> {
    let mut count = 0;
    for (at, (id, to)) in moves.iter().enumerate() {
        if at % CHUNK == 0 {
            tell(&mut progress, at, moves.len())?;
        }
        let (on, time, zone) = due(to);
        count += execute(
            conn,
            // Who moves it has planned it: the rhythm leaves it there.
            "UPDATE follow_up SET due_on = ?2, due_time = ?3, due_zone = ?4, made = 'hand', reason = ''
             WHERE id = ?1 AND state = 'open' AND (due_on, due_time, due_zone) IS NOT (?2, ?3, ?4)",
            (id.0, on, time, zone),
        )?;
    }
    // One date to say, or none.
    let first = moves.first().map(|(_, to)| to.on);
    let same = first.filter(|on| moves.iter().all(|(_, to)| to.on == *on));
    Ok(Applied { count, detail: same.map_or_else(|| "none".to_owned(), |on| on.to_string()), ..Applied::default() })
}

fn replan(conn: &Connection, id: FollowUpId, new: &NewFollowUp) -> Result<Applied> {
    let (on, time, zone) = due(&new.due);
    let detail = on.clone();
    let count = execute(
        conn,
        // Who moves it has planned it; a note alone leaves it to the rhythm.
        "UPDATE follow_up SET due_on = ?2, due_time = ?3, due_zone = ?4, note = ?5,
           made = iif((due_on, due_time, due_zone) IS (?2, ?3, ?4), made, 'hand'),
           reason = iif((due_on, due_time, due_zone) IS (?2, ?3, ?4), reason, '')
         WHERE id = ?1 AND state = 'open'",
        (id.0, on, time, zone, &*new.note),
    )?;
    if count == 0 {
        return Err(StoreError::Gone { what: What::FollowUp });
    }
    Ok(Applied { count, detail, ..Applied::default() })
}

fn close(conn: &Connection, closings: &[Closing], at: DateTime<Utc>) -> Result<usize> {
    let mut count = 0;
    for closing in closings {
        let state = if closing.late { FollowUpState::Late } else { FollowUpState::Kept };
        count += close_one(conn, closing.id, state, at)?;
    }
    Ok(count)
}

/// One that another window closed already stays as that window left it.
fn close_one(conn: &Connection, id: FollowUpId, state: FollowUpState, at: DateTime<Utc>) -> Result<usize> {
    let sql = "UPDATE follow_up SET state = ?2, closed_at = ?3 WHERE id = ?1 AND state = 'open'";
    execute(conn, sql, (id.0, state.as_str(), at.timestamp()))
}

fn drop_all(conn: &Connection, ids: &[FollowUpId], at: DateTime<Utc>, reason: &str) -> Result<Applied> {
    let sql = "UPDATE follow_up SET state = 'dropped', closed_at = ?2, reason = ?3 WHERE id = ?1 AND state = 'open'";
    let mut count = 0;
    for id in ids {
        count += execute(conn, sql, (id.0, at.timestamp(), reason))?;
    }
    Ok(Applied { count, detail: reason.to_owned(), ..Applied::default() })
}
