//! Whole customers, from a form or a file.

use super::{
    Result, StoreError, What,
    bulk::{self, Bulk},
    cells, execute, must_be, pause, tell,
};
use crate::domain::{
    CareDate, ChannelDraft, ContactDraft, CustomerFields, CustomerId, Dossier, FollowUpState, NewOrder, Now,
    cadence::Spot, rules::Rules,
};
use crate::store::log::{Applied, Progress};
use crate::store::plan;
use cells::Cells;
use rusqlite::Connection;
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
    let mut done = 0;
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
    // Who came to another stage has been given a row by the file itself.
    writer.rows.last.read(conn, STAGE_CHANGE)?;
    let mut many = None;
    if new.len() < bulk::MANY {
        new.iter().try_for_each(|dossier| writer.insert(dossier))?;
    } else {
        // The log's triggers numbered rows of their own.
        writer.rows.last.read(conn, STAGE_CHANGE)?;
        let load = rules.map(|rules| plan::load(conn, rules, now.today())).transpose()?;
        let spots = || rules.zip(load).map(|(rules, load)| plan::of_new(load, &new, rules, now)).unwrap_or_default();
        let expected = bulk::Expected { customers: new.len(), orders: new.iter().map(|new| new.orders.len()).sum() };
        let mut bulk = Bulk::begin(conn, expected, &writer.rows.last)?;
        bulk.fill(&new, spots, writer.rows, &mut |written| tell(&mut progress, done + written, total))?;
        many = Some(bulk.end()?);
    }
    tell(&mut progress, total, total)?;
    Ok(Applied { count: total, detail: source.to_owned(), many, ..Applied::default() })
}

pub(super) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Refused { detail: error.to_string() })
}

/// The last number given in each of [`cells::SHAPES`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Last(pub [i64; cells::SHAPES.len()]);

const CUSTOMER: usize = 0;
const CONTACT: usize = 1;
const CHANNEL: usize = 2;
const INTERACTION: usize = 3;
const FOLLOW_UP: usize = 4;
const CARE_DATE: usize = 5;
const ORDER: usize = 6;
const ORDER_LINE: usize = 7;
const STAGE_CHANGE: usize = 8;

impl Last {
    fn of(conn: &Connection) -> Result<Self> {
        let mut last = Self([0; cells::SHAPES.len()]);
        (0..cells::SHAPES.len()).try_for_each(|table| last.read(conn, table))?;
        // A number given once is not given again, though its row be gone.
        let given = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?1";
        for table in [CUSTOMER, ORDER] {
            let name = cells::SHAPES[table].table;
            let given = conn.prepare_cached(given)?.query_row([name], |row| row.get(0))?;
            last.0[table] = last.0[table].max(given);
        }
        Ok(last)
    }

    fn read(&mut self, conn: &Connection, table: usize) -> Result<()> {
        let sql = format!("SELECT coalesce(max(id), 0) FROM {}", cells::SHAPES[table].table);
        self.0[table] = conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        Ok(())
    }

    fn next(&mut self, table: usize) -> i64 {
        self.0[table] += 1;
        self.0[table]
    }
}

/// The cells of new rows, table by table.
#[derive(Debug, Default)]
pub(super) struct Block<'d>(pub [Cells<'d>; cells::SHAPES.len()]);

impl Block<'_> {
    pub fn write(&self, conn: &Connection) -> Result<()> {
        cells::SHAPES.iter().zip(&self.0).try_for_each(|(shape, cells)| shape.insert(conn, cells))
    }
}

/// Makes the rows of customers, and numbers them.
#[derive(Debug)]
pub(super) struct Rows {
    created_at: i64,
    pub last: Last,
}

impl Rows {
    /// The number that the next new customer gets.
    pub fn first_customer(&self) -> i64 {
        self.last.0[CUSTOMER] + 1
    }

    /// The rhythm's own follow-ups of customers numbered from `customer` on.
    pub fn of_rhythm(&mut self, customer: i64, spots: &[Option<Spot>]) -> Block<'static> {
        let mut block = Block::default();
        for (customer, spot) in (customer..).zip(spots) {
            if let Some(spot) = spot {
                cells::spot(self.last.next(FOLLOW_UP), customer, *spot, &mut block.0[FOLLOW_UP]);
            }
        }
        block
    }

    /// The rows of new customers; with the rhythm's own follow-ups, by dossier.
    pub fn of<'d>(&mut self, dossiers: &[&'d Dossier], spots: &[Option<Spot>]) -> Result<Block<'d>> {
        let mut block = Block::default();
        for (at, dossier) in dossiers.iter().enumerate() {
            let customer = self.last.next(CUSTOMER);
            cells::customer(customer, self.created_at, &dossier.fields, &mut block.0[CUSTOMER])?;
            let mut contacts = Vec::with_capacity(dossier.contacts.len());
            for (position, draft) in (0..).zip(&dossier.contacts) {
                contacts.push(self.add_contact(customer, draft, position, &mut block));
            }
            for (position, draft) in (0..).zip(&dossier.channels) {
                self.add_channel(customer, draft, &contacts, position, &mut block);
            }
            for date in &dossier.care_dates {
                self.add_care_date(customer, date, &mut block);
            }
            self.add_history(customer, dossier, &mut block);
            if let Some(spot) = spots.get(at).copied().flatten() {
                cells::spot(self.last.next(FOLLOW_UP), customer, spot, &mut block.0[FOLLOW_UP]);
            }
        }
        Ok(block)
    }

    fn add_contact<'d>(&mut self, customer: i64, draft: &'d ContactDraft, at: i64, block: &mut Block<'d>) -> i64 {
        let id = self.last.next(CONTACT);
        cells::contact(id, customer, draft, at, &mut block.0[CONTACT]);
        id
    }

    fn add_channel<'d>(
        &mut self,
        customer: i64,
        draft: &'d ChannelDraft,
        contacts: &[i64],
        at: i64,
        block: &mut Block<'d>,
    ) -> i64 {
        let id = self.last.next(CHANNEL);
        cells::channel(id, customer, contact_of(draft, contacts), draft, at, &mut block.0[CHANNEL]);
        id
    }

    fn add_care_date<'d>(&mut self, customer: i64, date: &'d CareDate, block: &mut Block<'d>) -> i64 {
        let id = self.last.next(CARE_DATE);
        cells::care_date(id, customer, date, &mut block.0[CARE_DATE]);
        id
    }

    /// What the dossier brings along: it is added to what there is.
    fn add_history<'d>(&mut self, customer: i64, dossier: &'d Dossier, block: &mut Block<'d>) {
        for said in &dossier.interactions {
            cells::interaction(self.last.next(INTERACTION), customer, said, &mut block.0[INTERACTION]);
        }
        for planned in &dossier.follow_ups {
            let id = self.last.next(FOLLOW_UP);
            cells::follow_up(id, customer, planned, FollowUpState::Open, None, &mut block.0[FOLLOW_UP]);
        }
        for closed in &dossier.closed {
            let (id, at) = (self.last.next(FOLLOW_UP), Some(closed.at.timestamp()));
            cells::follow_up(id, customer, &closed.follow_up, closed.state, at, &mut block.0[FOLLOW_UP]);
        }
        for change in &dossier.stage_changes {
            cells::stage_change(self.last.next(STAGE_CHANGE), customer, change, &mut block.0[STAGE_CHANGE]);
        }
        self.add_orders(customer, &dossier.fields.source, &dossier.orders, block);
    }

    /// Orders and their lines, behind those that there are.
    pub fn add_orders<'d>(&mut self, customer: i64, source: &'d str, orders: &'d [NewOrder], block: &mut Block<'d>) {
        for new in orders {
            let id = self.last.next(ORDER);
            cells::order(id, customer, source, new, &mut block.0[ORDER]);
            for (position, line) in (0..).zip(&new.fields.lines) {
                let line_id = self.last.next(ORDER_LINE);
                cells::order_line(line_id, id, customer, line, position, &mut block.0[ORDER_LINE]);
            }
        }
    }
}

/// Writes customers.
pub(super) struct Writer<'c> {
    conn: &'c Connection,
    pub rows: Rows,
}

impl<'c> Writer<'c> {
    pub fn new(conn: &'c Connection, now: &Now) -> Result<Self> {
        Ok(Self { conn, rows: Rows { created_at: now.instant.timestamp(), last: Last::of(conn)? } })
    }

    fn write(&mut self, dossier: &Dossier) -> Result<()> {
        match dossier.id {
            None => self.insert(dossier),
            Some(id) => self.update(id, dossier),
        }
    }

    fn insert(&mut self, dossier: &Dossier) -> Result<()> {
        self.rows.of(&[dossier], &[])?.write(self.conn)
    }

    /// Writes what differs, and removes what the dossier does not name.
    fn update(&mut self, id: CustomerId, dossier: &Dossier) -> Result<()> {
        must_be(self.conn, id)?;
        let paused = pause::until(self.conn, id)?;
        write_fields(self.conn, id, &dossier.fields)?;
        if !dossier.stage_changes.is_empty() {
            self.rows.last.read(self.conn, STAGE_CHANGE)?;
        }
        if let Some(pause) = dossier.fields.pause.as_ref().filter(|pause| Some(pause.until.to_string()) != paused) {
            pause::hold(self.conn, &[id], pause.until)?;
        }
        let mut new = Block::default();
        let contacts = self.update_contacts(id.0, &dossier.contacts, &mut new)?;
        let channels = self.update_channels(id.0, &dossier.channels, &contacts, &mut new)?;
        let care_dates = self.update_care_dates(id.0, &dossier.care_dates, &mut new)?;
        self.rows.add_history(id.0, dossier, &mut new);
        new.write(self.conn)?;
        remove_others(self.conn, &cells::CHANNEL, id.0, &channels)?;
        remove_others(self.conn, &cells::CARE_DATE, id.0, &care_dates)?;
        // Last, so that the channels that stay have been handed on first.
        remove_others(self.conn, &cells::CONTACT, id.0, &contacts)
    }

    /// The contacts' numbers, in the dossier's order.
    fn update_contacts<'d>(
        &mut self,
        customer: i64,
        contacts: &'d [ContactDraft],
        new: &mut Block<'d>,
    ) -> Result<Vec<i64>> {
        let mut ids = Vec::with_capacity(contacts.len());
        for (position, draft) in (0..).zip(contacts) {
            let kept = draft.id.map(|id| id.0);
            ids.push(match kept {
                Some(id)
                    if self.is_kept(&cells::CONTACT, |out| cells::contact(id, customer, draft, position, out))? =>
                {
                    id
                }
                _ => self.rows.add_contact(customer, draft, position, new),
            });
        }
        Ok(ids)
    }

    fn update_channels<'d>(
        &mut self,
        customer: i64,
        channels: &'d [ChannelDraft],
        contacts: &[i64],
        new: &mut Block<'d>,
    ) -> Result<Vec<i64>> {
        let mut ids = Vec::with_capacity(channels.len());
        for (position, draft) in (0..).zip(channels) {
            let contact = contact_of(draft, contacts);
            let cells = |id| move |out: &mut Cells<'d>| cells::channel(id, customer, contact, draft, position, out);
            ids.push(match draft.id {
                Some(id) if self.is_kept(&cells::CHANNEL, cells(id.0))? => id.0,
                _ => self.rows.add_channel(customer, draft, contacts, position, new),
            });
        }
        Ok(ids)
    }

    fn update_care_dates<'d>(&mut self, customer: i64, dates: &'d [CareDate], new: &mut Block<'d>) -> Result<Vec<i64>> {
        let mut ids = Vec::with_capacity(dates.len());
        for date in dates {
            // A new one has the number 0, which no row has.
            let kept = self.is_kept(&cells::CARE_DATE, |out| cells::care_date(date.id.0, customer, date, out))?;
            ids.push(if kept { date.id.0 } else { self.rows.add_care_date(customer, date, new) });
        }
        Ok(ids)
    }

    /// Writes a row that should be there; whether it is.
    fn is_kept<'d>(&self, shape: &cells::Shape, row: impl FnOnce(&mut Cells<'d>)) -> Result<bool> {
        let mut cells = Cells::new();
        row(&mut cells);
        shape.update(self.conn, &cells)
    }
}

fn contact_of(draft: &ChannelDraft, contacts: &[i64]) -> Option<i64> {
    draft.contact.and_then(|at| contacts.get(at)).copied()
}

/// Writes a customer's own columns.
pub(super) fn write_fields(conn: &Connection, id: CustomerId, fields: &CustomerFields) -> Result<()> {
    let mut cells = Cells::new();
    cells::customer(id.0, 0, fields, &mut cells)?;
    cells::CUSTOMER.update(conn, &cells).map(drop)
}

/// Removes a customer's rows that are not among `ids`.
fn remove_others(conn: &Connection, shape: &cells::Shape, customer: i64, ids: &[i64]) -> Result<()> {
    let table = shape.table;
    let sql = format!("DELETE FROM {table} WHERE customer_id = ?1 AND id NOT IN (SELECT value FROM json_each(?2))");
    execute(conn, &sql, (customer, json(&ids)?)).map(drop)
}
