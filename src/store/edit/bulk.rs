//! Many new rows at once. The log's insert triggers are set aside inside the transaction (nobody else ever sees them
//! gone), and each new row gets the image that they would have made from one statement per table; indexes in whose
//! order the rows do not come are made anew; the rows themselves go in by many per statement. A large import takes a
//! third of the time.

use super::{Result, dossier};
use crate::domain::{CustomerFields, Dossier, FollowUpState, Made, NewFollowUp, cadence::Spot};
use crate::store::schema::{self, Table};
use rusqlite::{
    Connection, params_from_iter,
    types::{ToSqlOutput, Value, ValueRef},
};

/// Fewer are written row by row.
pub(in crate::store) const MANY: usize = 1_000;

/// How many dossiers are gathered before their rows are written.
pub(super) const BLOCK: usize = 512;

/// How many rows one statement writes.
const PER_STATEMENT: usize = 32;

/// Indexes that new rows fall into at random.
const SCATTERED: [&str; 3] = ["customer_name", "customer_count", "channel_norm"];

/// What [`begin`] set aside, for [`Bulk::end`] to bring back.
pub(super) struct Bulk {
    /// Each table, and the highest number a row had before.
    tables: Vec<(Table, i64)>,
    indexes: Vec<String>,
}

/// Makes way for `rows` new customers.
pub(super) fn begin(conn: &Connection, rows: usize) -> Result<Bulk> {
    let mut tables = Vec::new();
    for table in schema::tables(conn)? {
        let highest = format!("SELECT coalesce(max(id), 0) FROM {}", table.name);
        let highest = conn.query_row(&highest, [], |row| row.get(0))?;
        tables.push((table, highest));
    }
    // A trigger that is looked for at every row costs, though it would do nothing.
    schema::drop_triggers(conn)?;
    let mut indexes = Vec::new();
    if rows > crate::store::check::count(conn, "customer")? {
        for name in SCATTERED {
            let sql = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1";
            indexes.push(conn.query_row(sql, [name], |row| row.get(0))?);
            conn.execute_batch(&format!("DROP INDEX {name}"))?;
        }
    }
    Ok(Bulk { tables, indexes })
}

impl Bulk {
    /// Logs every new row; from here on the triggers watch again. The number of the first image.
    pub fn end(self, conn: &Connection) -> Result<i64> {
        let first = conn.query_row("SELECT coalesce(max(seq), 0) + 1 FROM image", [], |row| row.get(0))?;
        for (table, highest) in &self.tables {
            let name = &table.name;
            let sql = format!(
                "INSERT INTO image (op, tbl, pk, customer, old, new)
                 SELECT (SELECT op FROM log_state), '{name}', id, {}, NULL, {} FROM {name} WHERE id > ?1 ORDER BY id",
                table.customer(name),
                table.array(name)
            );
            conn.execute(&sql, [highest])?;
            if name == "customer" {
                let sql = "INSERT INTO op_customer (customer, op)
                     SELECT id, (SELECT op FROM log_state) FROM customer WHERE id > ?1 ORDER BY id";
                conn.execute(sql, [highest])?;
            }
        }
        for sql in self.indexes {
            conn.execute_batch(&sql)?;
        }
        schema::make_triggers(conn)?;
        Ok(first)
    }

    /// The writer of the rows, which numbers them itself.
    pub fn rows(&self, conn: &Connection, created_at: i64) -> Result<Rows> {
        let highest = |name: &str| self.tables.iter().find(|(table, _)| table.name == name).map_or(0, |(_, id)| *id);
        // A number given once is not given again, though its row be gone.
        let given = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'customer'";
        let given: i64 = conn.query_row(given, [], |row| row.get(0))?;
        Ok(Rows { created_at, customer: given.max(highest("customer")), contact: highest("contact") })
    }
}

/// The last numbers given.
pub(super) struct Rows {
    created_at: i64,
    customer: i64,
    contact: i64,
}

const CUSTOMER: &str = "id, created_at, name, company, country, city, zone, language, tier, stage, favourite, status, \
     tags, source, interests, requirements, notes, cadence_days, verdict, pause_until, pause_note, lost_reason";
const CONTACT: &str = "id, customer_id, name, role, position";
const CHANNEL: &str = "customer_id, contact_id, kind, handle, norm, is_primary, is_emergency, position";
const CARE_DATE: &str = "customer_id, kind, month, day, year, note";
const INTERACTION: &str = "customer_id, at, direction, kind, text, outcome, template";
const FOLLOW_UP: &str = "customer_id, due_on, due_time, due_zone, note, state, closed_at, made, reason";

type Cells<'d> = Vec<ToSqlOutput<'d>>;

/// The cells of a block, table by table.
#[derive(Default)]
struct Block<'d> {
    customers: Cells<'d>,
    contacts: Cells<'d>,
    channels: Cells<'d>,
    care_dates: Cells<'d>,
    interactions: Cells<'d>,
    follow_ups: Cells<'d>,
}

impl Rows {
    /// Writes new customers, at most [`BLOCK`] at once.
    /// With the rhythm's own follow-ups, by dossier.
    pub fn write(&mut self, conn: &Connection, dossiers: &[&Dossier], spots: &[Option<Spot>]) -> Result<()> {
        let mut block = Block::default();
        for (at, dossier) in dossiers.iter().enumerate() {
            self.customer += 1;
            block.customers.extend([int(self.customer), int(self.created_at)]);
            block.customers.extend(fields(&dossier.fields)?);
            block.add_people(self.customer, self.contact, dossier);
            block.add_history(self.customer, dossier);
            if let Some(spot) = spots.get(at).copied().flatten() {
                block.add_spot(self.customer, spot);
            }
            self.contact += i64::try_from(dossier.contacts.len()).unwrap_or(0);
        }
        insert(conn, "customer", CUSTOMER, &block.customers)?;
        insert(conn, "contact", CONTACT, &block.contacts)?;
        insert(conn, "channel", CHANNEL, &block.channels)?;
        insert(conn, "care_date", CARE_DATE, &block.care_dates)?;
        insert(conn, "interaction", INTERACTION, &block.interactions)?;
        insert(conn, "follow_up", FOLLOW_UP, &block.follow_ups)
    }
}

impl<'d> Block<'d> {
    /// People, channels and care dates of a customer; its first contact's number follows `contact`.
    fn add_people(&mut self, customer: i64, contact: i64, dossier: &'d Dossier) {
        for (position, draft) in (0..).zip(&dossier.contacts) {
            let id = contact + 1 + position;
            self.contacts.extend([int(id), int(customer), text(&draft.name), text(&draft.role), int(position)]);
        }
        for (position, draft) in (0..).zip(&dossier.channels) {
            let person = draft.contact.filter(|at| *at < dossier.contacts.len());
            let person = person.and_then(|at| i64::try_from(at).ok()).map(|at| contact + 1 + at);
            self.channels.extend([
                int(customer),
                person.map_or(NULL, int),
                text(draft.kind.as_str()),
                text(&draft.handle),
                text(&draft.norm),
                int(draft.primary.into()),
                int(draft.emergency.into()),
                int(position),
            ]);
        }
        for date in &dossier.care_dates {
            let year = date.year.map_or(NULL, |year| int(year.into()));
            let (month, day) = (int(date.month.into()), int(date.day.into()));
            self.care_dates.extend([int(customer), text(&date.kind), month, day, year, text(&date.note)]);
        }
    }

    /// What was said to a customer, is planned and was done.
    fn add_history(&mut self, customer: i64, dossier: &'d Dossier) {
        for said in &dossier.interactions {
            self.interactions.extend([
                int(customer),
                int(said.at.timestamp()),
                text(said.direction.as_str()),
                said.kind.as_ref().map_or(NULL, |kind| text(kind.as_str())),
                text(&said.text),
                text(&said.outcome),
                text(&said.template),
            ]);
        }
        for planned in &dossier.follow_ups {
            self.add_follow_up(customer, planned, FollowUpState::Open, NULL);
        }
        for closed in &dossier.closed {
            self.add_follow_up(customer, &closed.follow_up, closed.state, int(closed.at.timestamp()));
        }
    }

    fn add_follow_up(&mut self, customer: i64, new: &'d NewFollowUp, state: FollowUpState, closed: ToSqlOutput<'d>) {
        let (on, time, zone) = super::due(&new.due);
        self.follow_ups.extend([
            int(customer),
            owned(on),
            time.map_or(NULL, owned),
            zone.map_or(NULL, text),
            text(&new.note),
            text(state.as_str()),
            closed,
            text(new.made.as_str()),
            text(""),
        ]);
    }

    /// A follow-up of the rhythm.
    fn add_spot(&mut self, customer: i64, spot: Spot) {
        self.follow_ups.extend([
            int(customer),
            owned(spot.on.to_string()),
            NULL,
            NULL,
            text(""),
            text(FollowUpState::Open.as_str()),
            NULL,
            text(Made::Cadence.as_str()),
            text(spot.why.as_str()),
        ]);
    }
}

const NULL: ToSqlOutput<'static> = ToSqlOutput::Borrowed(ValueRef::Null);

fn int<'d>(n: i64) -> ToSqlOutput<'d> {
    ToSqlOutput::Borrowed(ValueRef::Integer(n))
}

fn text(text: &str) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes()))
}

fn owned<'d>(text: String) -> ToSqlOutput<'d> {
    ToSqlOutput::Owned(Value::Text(text))
}

/// The cells of `CUSTOMER` from `name` on.
fn fields(f: &CustomerFields) -> Result<[ToSqlOutput<'_>; 20]> {
    Ok([
        text(&f.name),
        text(&f.company),
        f.country.as_ref().map_or(NULL, |country| text(country.as_str())),
        text(&f.city),
        text(&f.zone),
        text(&f.language),
        text(f.tier.as_str()),
        f.stage.as_ref().map_or(NULL, |stage| text(stage.as_str())),
        int(f.favourite.into()),
        text(f.status.as_str()),
        if f.tags.is_empty() { text("[]") } else { owned(dossier::json(&f.tags)?) },
        text(&f.source),
        text(&f.interests),
        text(&f.requirements),
        text(&f.notes),
        f.cadence_days.map_or(NULL, |days| int(days.into())),
        text(f.verdict.as_str()),
        dossier::pause_until(f).map_or(NULL, owned),
        text(dossier::pause_note(f)),
        text(&f.lost_reason),
    ])
}

fn insert(conn: &Connection, table: &str, columns: &str, cells: &[ToSqlOutput<'_>]) -> Result<()> {
    let width = columns.split(',').count();
    let row = format!("({})", vec!["?"; width].join(","));
    for cells in cells.chunks(width * PER_STATEMENT) {
        let rows = vec![row.as_str(); cells.len() / width].join(",");
        let sql = format!("INSERT OR ROLLBACK INTO {table} ({columns}) VALUES {rows}");
        conn.prepare_cached(&sql)?.execute(params_from_iter(cells))?;
    }
    Ok(())
}
