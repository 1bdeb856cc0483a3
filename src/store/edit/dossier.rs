//! Whole customers, from a form or a file.

use super::{Result, StoreError, What, bulk, execute, must_be, tell};
use crate::domain::{
    CareDate, ChannelDraft, ContactDraft, CustomerFields, CustomerId, Dossier, FollowUpState, NewFollowUp, Now,
    rules::Rules,
};
use crate::store::log::{Applied, Progress};
use crate::store::plan;
use rusqlite::{CachedStatement, Connection, params};
use serde::Serialize;

/// How often an import tells how far it is.
const STEP: usize = 500;

pub(super) fn save(conn: &Connection, dossier: &Dossier, now: &Now) -> Result<Applied> {
    Writer::new(conn, now)?.write(dossier)?;
    Ok(Applied { name: Some(dossier.fields.name.to_string()), count: 1, ..Applied::default() })
}

pub(super) fn import(
    conn: &Connection,
    (source, dossiers): (&str, &[Dossier]),
    rules: Option<&Rules>,
    now: &Now,
    mut progress: Progress<'_>,
) -> Result<Applied> {
    let total = dossiers.len();
    let (new, known): (Vec<_>, Vec<_>) = dossiers.iter().partition(|dossier| dossier.id.is_none());
    let (mut done, known_count) = (0, known.len());
    let mut writer = Writer::new(conn, now)?;
    for dossier in known {
        if done % STEP == 0 {
            tell(&mut progress, done, total)?;
        }
        match writer.write(dossier) {
            // Deleted in another window since the plan was made: the file's own words are worth a new customer.
            Err(StoreError::Gone { what: What::Customer }) => writer.insert(dossier)?,
            result => result?,
        }
        done += 1;
    }
    let mut many = None;
    if new.len() < bulk::MANY {
        new.iter().try_for_each(|dossier| writer.insert(dossier))?;
    } else {
        let bulk = bulk::begin(conn, new.len())?;
        let mut rows = bulk.rows(conn, now.instant.timestamp())?;
        let spots = rules.map_or_else(|| Ok(Vec::new()), |rules| plan::of_new(conn, &new, rules, now))?;
        for block in new.chunks(bulk::BLOCK) {
            tell(&mut progress, done, total)?;
            rows.write(conn, block, spots.get(done - known_count..).unwrap_or_default())?;
            done += block.len();
        }
        many = Some(bulk.end(conn)?);
    }
    tell(&mut progress, total, total)?;
    Ok(Applied { count: total, detail: source.to_owned(), many, ..Applied::default() })
}

pub(super) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Refused { detail: error.to_string() })
}

const FIELDS: &str = "name, company, country, city, zone, language, tier, stage, favourite, status, tags, source, \
     interests, requirements, notes, cadence_days, verdict, pause_until, pause_note, lost_reason";

/// The statements that write new rows, prepared once for a whole import.
struct Writer<'c> {
    conn: &'c Connection,
    created_at: i64,
    customer: CachedStatement<'c>,
    contact: CachedStatement<'c>,
    channel: CachedStatement<'c>,
    care_date: CachedStatement<'c>,
    interaction: CachedStatement<'c>,
    follow_up: CachedStatement<'c>,
}

impl<'c> Writer<'c> {
    fn new(conn: &'c Connection, now: &Now) -> Result<Self> {
        let customer = format!(
            "INSERT OR ROLLBACK INTO customer ({FIELDS}, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
             ?18, ?19, ?20, ?21)"
        );
        Ok(Self {
            conn,
            created_at: now.instant.timestamp(),
            customer: conn.prepare_cached(&customer)?,
            contact: conn
                .prepare_cached("INSERT OR ROLLBACK INTO contact (customer_id, name, role, position) VALUES (?1, ?2, ?3, ?4)")?,
            channel: conn.prepare_cached(
                "INSERT OR ROLLBACK INTO channel (customer_id, contact_id, kind, handle, norm, is_primary, is_emergency, position)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?,
            care_date: conn.prepare_cached(
                "INSERT OR ROLLBACK INTO care_date (customer_id, kind, month, day, year, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?,
            interaction: conn.prepare_cached(
                "INSERT OR ROLLBACK INTO interaction (customer_id, at, direction, kind, text, outcome, template)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?,
            follow_up: conn.prepare_cached(
                "INSERT OR ROLLBACK INTO follow_up (customer_id, due_on, due_time, due_zone, note, state, closed_at, made)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?,
        })
    }

    fn write(&mut self, dossier: &Dossier) -> Result<()> {
        match dossier.id {
            None => self.insert(dossier),
            Some(id) => self.update(id, dossier),
        }
    }

    fn insert(&mut self, dossier: &Dossier) -> Result<()> {
        let f = &dossier.fields;
        self.customer.execute(params![
            &*f.name,
            &*f.company,
            f.country.as_ref().map(|country| country.as_str()),
            &*f.city,
            &*f.zone,
            &*f.language,
            f.tier.as_str(),
            f.stage.as_ref().map(|stage| stage.as_str()),
            f.favourite,
            f.status.as_str(),
            tags(f)?,
            &*f.source,
            &*f.interests,
            &*f.requirements,
            &*f.notes,
            f.cadence_days,
            f.verdict.as_str(),
            pause_until(f),
            pause_note(f),
            &*f.lost_reason,
            self.created_at,
        ])?;
        let customer = self.conn.last_insert_rowid();
        let mut contacts = Vec::with_capacity(dossier.contacts.len());
        for (position, contact) in (0..).zip(&dossier.contacts) {
            contacts.push(self.add_contact(customer, contact, position)?);
        }
        for (position, channel) in (0..).zip(&dossier.channels) {
            self.add_channel(customer, channel, &contacts, position)?;
        }
        for care_date in &dossier.care_dates {
            self.add_care_date(customer, care_date)?;
        }
        self.add_history(customer, dossier)
    }

    /// What the dossier brings along: it is added to what there is.
    fn add_history(&mut self, customer: i64, dossier: &Dossier) -> Result<()> {
        for said in &dossier.interactions {
            let kind = said.kind.as_ref().map(|kind| kind.as_str());
            let at = said.at.timestamp();
            self.interaction.execute((
                customer,
                at,
                said.direction.as_str(),
                kind,
                &*said.text,
                &*said.outcome,
                &*said.template,
            ))?;
        }
        for planned in &dossier.follow_ups {
            self.add_follow_up(customer, planned, FollowUpState::Open, None)?;
        }
        for closed in &dossier.closed {
            self.add_follow_up(customer, &closed.follow_up, closed.state, Some(closed.at.timestamp()))?;
        }
        Ok(())
    }

    fn add_follow_up(
        &mut self,
        customer: i64,
        new: &NewFollowUp,
        state: FollowUpState,
        closed: Option<i64>,
    ) -> Result<()> {
        let (on, time, zone) = super::due(&new.due);
        self.follow_up.execute((customer, on, time, zone, &*new.note, state.as_str(), closed, new.made.as_str()))?;
        Ok(())
    }

    fn add_contact(&mut self, customer: i64, contact: &ContactDraft, position: i64) -> Result<i64> {
        Ok(self.contact.insert((customer, &*contact.name, &*contact.role, position))?)
    }

    fn add_channel(&mut self, customer: i64, draft: &ChannelDraft, contacts: &[i64], position: i64) -> Result<i64> {
        Ok(self.channel.insert((
            customer,
            contact_of(draft, contacts),
            draft.kind.as_str(),
            &*draft.handle,
            &*draft.norm,
            draft.primary,
            draft.emergency,
            position,
        ))?)
    }

    fn add_care_date(&mut self, customer: i64, date: &CareDate) -> Result<i64> {
        Ok(self.care_date.insert((customer, &*date.kind, date.month, date.day, date.year, &*date.note))?)
    }

    /// Writes what differs, and removes what the dossier does not name.
    fn update(&mut self, id: CustomerId, dossier: &Dossier) -> Result<()> {
        must_be(self.conn, id)?;
        write_fields(self.conn, id, &dossier.fields)?;
        let contacts = self.update_contacts(id.0, &dossier.contacts)?;
        self.update_channels(id.0, &dossier.channels, &contacts)?;
        self.update_care_dates(id.0, &dossier.care_dates)?;
        // Last, so that the channels that stay have been handed on first.
        remove_others(self.conn, "contact", id.0, &contacts)?;
        self.add_history(id.0, dossier)
    }

    /// The contacts' ids, in the dossier's order.
    fn update_contacts(&mut self, customer: i64, contacts: &[ContactDraft]) -> Result<Vec<i64>> {
        let sql =
            "UPDATE OR ROLLBACK contact SET name = ?3, role = ?4, position = ?5 WHERE id = ?1 AND customer_id = ?2";
        let mut ids = Vec::with_capacity(contacts.len());
        for (position, draft) in (0_i64..).zip(contacts) {
            let kept = match draft.id {
                Some(id) => {
                    let changed = execute(self.conn, sql, (id.0, customer, &*draft.name, &*draft.role, position))?;
                    (changed > 0).then_some(id.0)
                }
                None => None,
            };
            ids.push(match kept {
                Some(id) => id,
                None => self.add_contact(customer, draft, position)?,
            });
        }
        Ok(ids)
    }

    fn update_channels(&mut self, customer: i64, channels: &[ChannelDraft], contacts: &[i64]) -> Result<()> {
        let sql = "UPDATE OR ROLLBACK channel SET contact_id = ?3, kind = ?4, handle = ?5, norm = ?6, is_primary = ?7,
             is_emergency = ?8, position = ?9 WHERE id = ?1 AND customer_id = ?2";
        let mut ids = Vec::with_capacity(channels.len());
        for (position, draft) in (0_i64..).zip(channels) {
            let kept = match draft.id {
                Some(id) => {
                    let contact = contact_of(draft, contacts);
                    let params = params![
                        id.0,
                        customer,
                        contact,
                        draft.kind.as_str(),
                        &*draft.handle,
                        &*draft.norm,
                        draft.primary,
                        draft.emergency,
                        position
                    ];
                    (execute(self.conn, sql, params)? > 0).then_some(id.0)
                }
                None => None,
            };
            ids.push(match kept {
                Some(id) => id,
                None => self.add_channel(customer, draft, contacts, position)?,
            });
        }
        remove_others(self.conn, "channel", customer, &ids)
    }

    fn update_care_dates(&mut self, customer: i64, dates: &[CareDate]) -> Result<()> {
        let sql = "UPDATE OR ROLLBACK care_date SET kind = ?3, month = ?4, day = ?5, year = ?6, note = ?7
             WHERE id = ?1 AND customer_id = ?2";
        let mut ids = Vec::with_capacity(dates.len());
        for date in dates {
            let params = params![date.id.0, customer, &*date.kind, date.month, date.day, date.year, &*date.note];
            // A new one has the number 0, which no row has.
            ids.push(match execute(self.conn, sql, params)? {
                0 => self.add_care_date(customer, date)?,
                _ => date.id.0,
            });
        }
        remove_others(self.conn, "care_date", customer, &ids)
    }
}

fn contact_of(draft: &ChannelDraft, contacts: &[i64]) -> Option<i64> {
    draft.contact.and_then(|at| contacts.get(at)).copied()
}

fn tags(fields: &CustomerFields) -> Result<String> {
    if fields.tags.is_empty() { Ok("[]".to_owned()) } else { json(&fields.tags) }
}

/// As the file writes the day until which nothing is planned.
pub(super) fn pause_until(fields: &CustomerFields) -> Option<String> {
    fields.pause.as_ref().map(|pause| pause.until.to_string())
}

pub(super) fn pause_note(fields: &CustomerFields) -> &str {
    fields.pause.as_ref().map_or("", |pause| &*pause.note)
}

/// Writes a customer's own columns.
pub(super) fn write_fields(conn: &Connection, id: CustomerId, f: &CustomerFields) -> Result<()> {
    let sql = format!(
        "UPDATE OR ROLLBACK customer SET ({FIELDS}) =
         (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21) WHERE id = ?1"
    );
    execute(
        conn,
        &sql,
        params![
            id.0,
            &*f.name,
            &*f.company,
            f.country.as_ref().map(|country| country.as_str()),
            &*f.city,
            &*f.zone,
            &*f.language,
            f.tier.as_str(),
            f.stage.as_ref().map(|stage| stage.as_str()),
            f.favourite,
            f.status.as_str(),
            tags(f)?,
            &*f.source,
            &*f.interests,
            &*f.requirements,
            &*f.notes,
            f.cadence_days,
            f.verdict.as_str(),
            pause_until(f),
            pause_note(f),
            &*f.lost_reason,
        ],
    )?;
    Ok(())
}

/// Removes a customer's rows that are not among `ids`.
fn remove_others(conn: &Connection, table: &str, customer: i64, ids: &[i64]) -> Result<()> {
    let sql = format!("DELETE FROM {table} WHERE customer_id = ?1 AND id NOT IN (SELECT value FROM json_each(?2))");
    execute(conn, &sql, (customer, json(&ids)?))?;
    Ok(())
}
