//! The tables that a customer is made of: their columns, written down once, and the cells of each row.

use super::{Result, dossier};
use crate::domain::{
    CareDate, ChannelDraft, ContactDraft, CustomerFields, FollowUpState, Made, NewFollowUp, NewInteraction, NewOrder,
    OrderLine, Stage, cadence::Spot, funnel::reason_at, mirror::StageChange,
};
use chrono::{Datelike, NaiveDate};
use rusqlite::{
    Connection, params_from_iter,
    types::{ToSql, ToSqlOutput, ValueRef},
};

/// A table and all its columns, in the file's order: its own number, then whose it is (of a customer: when it was made),
/// then what it says.
#[derive(Debug)]
pub(super) struct Shape {
    pub table: &'static str,
    pub columns: &'static [&'static str],
}

pub(super) const CUSTOMER: Shape = Shape {
    table: "customer",
    columns: &[
        "id",
        "created_at",
        "name",
        "company",
        "country",
        "city",
        "zone",
        "language",
        "tier",
        "stage",
        "favourite",
        "status",
        "tags",
        "source",
        "interests",
        "requirements",
        "notes",
        "cadence_days",
        "verdict",
        "pause_until",
        "pause_note",
        "lost_reason",
    ],
};
pub(super) const CONTACT: Shape =
    Shape { table: "contact", columns: &["id", "customer_id", "name", "role", "position"] };
pub(super) const CHANNEL: Shape = Shape {
    table: "channel",
    columns: &["id", "customer_id", "contact_id", "kind", "handle", "norm", "is_primary", "is_emergency", "position"],
};
pub(super) const INTERACTION: Shape = Shape {
    table: "interaction",
    columns: &["id", "customer_id", "contact_id", "at", "direction", "kind", "text", "outcome", "template"],
};
pub(super) const FOLLOW_UP: Shape = Shape {
    table: "follow_up",
    columns: &["id", "customer_id", "due_on", "due_time", "due_zone", "note", "state", "closed_at", "made", "reason"],
};
pub(super) const CARE_DATE: Shape =
    Shape { table: "care_date", columns: &["id", "customer_id", "kind", "month", "day", "year", "note"] };

pub(super) const ORDER: Shape = Shape {
    table: "trade_order",
    columns: &[
        "id",
        "customer_id",
        "number",
        "ordered_on",
        "currency",
        "amount",
        "status",
        "shipped_on",
        "source",
        "identity",
        "note",
    ],
};
pub(super) const ORDER_LINE: Shape = Shape {
    table: "order_line",
    columns: &["id", "order_id", "customer_id", "product", "quantity", "amount", "status", "position"],
};

pub(super) const STAGE_CHANGE: Shape =
    Shape { table: "stage_change", columns: &["id", "customer_id", "at", "was", "stage"] };

/// All of them, in the order in which rows are written.
pub(super) const SHAPES: [&Shape; 9] =
    [&CUSTOMER, &CONTACT, &CHANNEL, &INTERACTION, &FOLLOW_UP, &CARE_DATE, &ORDER, &ORDER_LINE, &STAGE_CHANGE];

/// How many rows one statement writes.
const PER_STATEMENT: usize = 16;

/// Cells of one or several rows, one after the other.
pub(super) type Cells<'d> = Vec<Cell<'d>>;

/// One value of a row.
#[derive(Debug)]
pub(super) enum Cell<'d> {
    Null,
    Int(i64),
    Text(&'d str),
    Owned(String),
}

impl Cell<'_> {
    /// Whether it is as another: most are the very same.
    pub fn is(&self, other: &Self) -> bool {
        match (self.value(), other.value()) {
            (ValueRef::Text(a), ValueRef::Text(b)) => {
                a.len() == b.len() && (a.is_empty() || std::ptr::eq(a.as_ptr(), b.as_ptr()) || a == b)
            }
            (a, b) => a == b,
        }
    }

    /// With what it borrowed as its own.
    pub fn kept(&self) -> Cell<'static> {
        match self {
            Self::Null => Cell::Null,
            Self::Int(n) => Cell::Int(*n),
            Self::Text(text) => Cell::Owned((*text).to_owned()),
            Self::Owned(text) => Cell::Owned(text.clone()),
        }
    }

    /// As the file has it.
    pub fn value(&self) -> ValueRef<'_> {
        match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Owned(text) => ValueRef::Text(text.as_bytes()),
        }
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.value()))
    }
}

impl Shape {
    /// Writes new rows.
    pub fn insert(&self, conn: &Connection, cells: &[Cell<'_>]) -> Result<()> {
        let full = cells.chunks_exact(self.columns.len() * PER_STATEMENT);
        let rest = full.remainder();
        if full.len() > 0 {
            let mut statement = conn.prepare_cached(&self.insertion(PER_STATEMENT))?;
            for cells in full {
                statement.execute(params_from_iter(cells))?;
            }
        }
        if !rest.is_empty() {
            let sql = self.insertion(rest.len() / self.columns.len());
            conn.prepare_cached(&sql)?.execute(params_from_iter(rest))?;
        }
        Ok(())
    }

    /// The statement that writes so many rows.
    fn insertion(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; self.columns.len()].join(","));
        let rows = vec![row; rows].join(",");
        format!("INSERT OR ROLLBACK INTO {} ({}) VALUES {rows}", self.table, self.columns.join(", "))
    }

    /// Writes what a row says; whether it was there, and its owner's.
    pub fn update(&self, conn: &Connection, cells: &[Cell<'_>]) -> Result<bool> {
        let (heads, own) = self.columns.split_at(2);
        let values = (0..own.len()).map(|at| format!("?{}", at + 3)).collect::<Vec<_>>().join(", ");
        let owned = if heads.contains(&"customer_id") { " AND customer_id = ?2" } else { "" };
        let sql =
            format!("UPDATE OR ROLLBACK {} SET ({}) = ({values}) WHERE id = ?1{owned}", self.table, own.join(", "));
        Ok(conn.prepare_cached(&sql)?.execute(params_from_iter(cells))? > 0)
    }
}

const NULL: Cell<'static> = Cell::Null;

fn int<'d>(n: impl Into<i64>) -> Cell<'d> {
    Cell::Int(n.into())
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(text)
}

fn owned<'d>(text: String) -> Cell<'d> {
    Cell::Owned(text)
}

/// A date as the file writes it.
fn date<'d>(on: NaiveDate) -> Cell<'d> {
    let Some(year @ 0..=9999) = u32::try_from(on.year()).ok() else { return owned(on.to_string()) };
    let digit = |n: u32| char::from_digit(n % 10, 10).unwrap_or('0');
    let (month, day) = (on.month(), on.day());
    let text = [
        digit(year / 1000),
        digit(year / 100),
        digit(year / 10),
        digit(year),
        '-',
        digit(month / 10),
        digit(month),
        '-',
        digit(day / 10),
        digit(day),
    ];
    owned(text.into_iter().collect())
}

pub(super) fn customer<'d>(id: i64, created_at: i64, f: &'d CustomerFields, out: &mut Cells<'d>) -> Result<()> {
    out.extend([
        int(id),
        int(created_at),
        text(&f.name),
        text(&f.company),
        f.country.as_ref().map_or(NULL, |country| text(country.as_str())),
        text(&f.city),
        text(&f.zone),
        text(&f.language),
        text(f.tier.as_str()),
        f.stage.as_ref().map_or(NULL, |stage| text(stage.as_str())),
        int(f.favourite),
        text(f.status.as_str()),
        if f.tags.is_empty() { text("[]") } else { owned(dossier::json(&f.tags)?) },
        text(&f.source),
        text(&f.interests),
        text(&f.requirements),
        text(&f.notes),
        f.cadence_days.map_or(NULL, int),
        text(f.verdict.as_str()),
        f.pause.as_ref().map_or(NULL, |pause| owned(pause.until.to_string())),
        f.pause.as_ref().map_or_else(|| text(""), |pause| text(&pause.note)),
        text(reason_at(f.stage, &f.lost_reason)),
    ]);
    Ok(())
}

pub(super) fn contact<'d>(id: i64, customer: i64, draft: &'d ContactDraft, position: i64, out: &mut Cells<'d>) {
    out.extend([int(id), int(customer), text(&draft.name), text(&draft.role), int(position)]);
}

pub(super) fn channel<'d>(
    id: i64,
    customer: i64,
    contact: Option<i64>,
    draft: &'d ChannelDraft,
    position: i64,
    out: &mut Cells<'d>,
) {
    out.extend([
        int(id),
        int(customer),
        contact.map_or(NULL, int),
        text(draft.kind.as_str()),
        text(&draft.handle),
        text(&draft.norm),
        int(draft.primary),
        int(draft.emergency),
        int(position),
    ]);
}

pub(super) fn interaction<'d>(id: i64, customer: i64, said: &'d NewInteraction, out: &mut Cells<'d>) {
    out.extend([
        int(id),
        int(customer),
        NULL,
        int(said.at.timestamp()),
        text(said.direction.as_str()),
        said.kind.as_ref().map_or(NULL, |kind| text(kind.as_str())),
        text(&said.text),
        text(&said.outcome),
        text(&said.template),
    ]);
}

pub(super) fn follow_up<'d>(
    id: i64,
    customer: i64,
    new: &'d NewFollowUp,
    state: FollowUpState,
    closed_at: Option<i64>,
    out: &mut Cells<'d>,
) {
    let (on, time, zone) = super::due(&new.due);
    out.extend([
        int(id),
        int(customer),
        owned(on),
        time.map_or(NULL, owned),
        zone.map_or(NULL, text),
        text(&new.note),
        text(state.as_str()),
        closed_at.map_or(NULL, int),
        text(new.made.as_str()),
        text(""),
    ]);
}

/// A follow-up of the rhythm.
pub(super) fn spot(id: i64, customer: i64, spot: Spot, out: &mut Cells<'_>) {
    out.extend([
        int(id),
        int(customer),
        date(spot.on),
        NULL,
        NULL,
        text(""),
        text(FollowUpState::Open.as_str()),
        NULL,
        text(Made::Cadence.as_str()),
        text(spot.why.as_str()),
    ]);
}

pub(super) fn care_date<'d>(id: i64, customer: i64, date: &'d CareDate, out: &mut Cells<'d>) {
    out.extend([
        int(id),
        int(customer),
        text(&date.kind),
        int(date.month),
        int(date.day),
        date.year.map_or(NULL, int),
        text(&date.note),
    ]);
}

pub(super) fn order<'d>(id: i64, customer: i64, source: &'d str, new: &'d NewOrder, out: &mut Cells<'d>) {
    let order = &new.fields;
    out.extend([
        int(id),
        int(customer),
        text(&order.number),
        date(order.ordered_on),
        text(order.currency.as_str()),
        int(order.amount.0),
        text(order.status.as_str()),
        order.shipped_on.map_or(NULL, date),
        text(source),
        text(&new.identity),
        text(&order.note),
    ]);
}

pub(super) fn order_line<'d>(
    id: i64,
    order: i64,
    customer: i64,
    line: &'d OrderLine,
    position: i64,
    out: &mut Cells<'d>,
) {
    out.extend([
        int(id),
        int(order),
        int(customer),
        text(&line.product),
        int(line.quantity.0),
        int(line.amount.0),
        text(line.status.as_str()),
        int(position),
    ]);
}

pub(super) fn stage_change<'d>(id: i64, customer: i64, change: &'d StageChange, out: &mut Cells<'d>) {
    let stage = |stage: &'d Option<Stage>| stage.as_ref().map_or(NULL, |stage| text(stage.as_str()));
    out.extend([int(id), int(customer), int(change.at.timestamp()), stage(&change.was), stage(&change.stage)]);
}

#[cfg(test)]
mod tests;
