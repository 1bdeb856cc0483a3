//! Rows of the file to types of the domain.

use crate::domain::{
    Amount, CareDate, CareDateId, Channel, ChannelId, ChannelKind, Contact, ContactId, Country, Currency, Customer,
    CustomerFields, CustomerId, Direction, Due, FollowUp, FollowUpId, FollowUpState, Interaction, InteractionId,
    LineStatus, Made, Order, OrderFields, OrderId, OrderLine, OrderStatus, Pause, Ruling, Sale, SavedView, Stage,
    Status, Text, Tier, ViewId,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rusqlite::{
    Error, Result, Row,
    types::{FromSqlError, ToSql, ToSqlOutput, Type, ValueRef},
};

pub(super) const CUSTOMER: &str = "c.id, c.created_at, c.name, c.company, c.country, c.city, c.zone, c.language, c.tier, \
     c.stage, c.favourite, c.status, c.tags, c.source, c.interests, c.requirements, c.notes, c.cadence_days, \
     c.verdict, c.pause_until, c.pause_note, c.lost_reason";
pub(super) const CONTACT: &str = "c.customer_id, c.id, c.name, c.role, c.position";
pub(super) const CHANNEL: &str =
    "c.customer_id, c.id, c.contact_id, c.kind, c.handle, c.norm, c.is_primary, c.is_emergency, c.position";
pub(super) const INTERACTION: &str = "id, contact_id, at, direction, kind, text, outcome, template";
pub(super) const FOLLOW_UP: &str =
    "c.customer_id, c.id, c.due_on, c.due_time, c.due_zone, c.note, c.state, c.closed_at, c.made, c.reason";
pub(super) const BOUGHT: &str = "c.customer_id, c.ordered_on, c.currency, c.amount";
pub(super) const ORDER: &str =
    "c.id, c.number, c.ordered_on, c.currency, c.amount, c.status, c.shipped_on, c.source, c.note";
pub(super) const ORDER_LINE: &str = "c.product, c.quantity, c.amount, c.status";
pub(super) const CARE_DATE: &str = "c.customer_id, c.id, c.kind, c.month, c.day, c.year, c.note";

impl ToSql for Text {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

/// How many.
pub(super) fn count(row: &Row<'_>, column: usize) -> Result<usize> {
    let count = row.get(column)?;
    usize::try_from(count).map_err(|_| Error::IntegralValueOutOfRange(column, count))
}

/// A value that the schema allows and the domain does not know.
fn odd(column: usize, value: &str) -> Error {
    Error::FromSqlConversionFailure(column, Type::Text, Box::new(FromSqlError::Other(format!("`{value}`").into())))
}

pub(super) fn text(row: &Row<'_>, column: usize) -> Result<Text> {
    Ok(str_of(row, column)?.into())
}

pub(super) fn str_of<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).map_err(|error| Error::Utf8Error(column, error)),
        other => Err(Error::InvalidColumnType(column, String::new(), other.data_type())),
    }
}

/// A text column through the domain's own reading of it.
pub(super) fn parsed<T>(row: &Row<'_>, column: usize, parse: impl Fn(&str) -> Option<T>) -> Result<T> {
    let value = str_of(row, column)?;
    parse(value).ok_or_else(|| odd(column, value))
}

pub(super) fn parsed_opt<T>(row: &Row<'_>, column: usize, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => parsed(row, column, parse).map(Some),
    }
}

pub(super) fn str_opt<'r>(row: &'r Row<'_>, column: usize) -> Result<Option<&'r str>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => str_of(row, column).map(Some),
    }
}

pub(super) fn instant(row: &Row<'_>, column: usize) -> Result<DateTime<Utc>> {
    let seconds = row.get(column)?;
    DateTime::from_timestamp(seconds, 0).ok_or(Error::IntegralValueOutOfRange(column, seconds))
}

pub(super) fn instant_opt(row: &Row<'_>, column: usize) -> Result<Option<DateTime<Utc>>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => instant(row, column).map(Some),
    }
}

fn tags(row: &Row<'_>, column: usize) -> Result<Vec<Text>> {
    match str_of(row, column)? {
        "[]" => Ok(Vec::new()),
        json => serde_json::from_str(json).map_err(|_| odd(column, json)),
    }
}

pub(super) fn customer(row: &Row<'_>) -> Result<Customer> {
    Ok(Customer {
        id: CustomerId(row.get(0)?),
        created_at: instant(row, 1)?,
        fields: CustomerFields {
            name: text(row, 2)?,
            company: text(row, 3)?,
            country: parsed_opt(row, 4, Country::new)?,
            city: text(row, 5)?,
            zone: text(row, 6)?,
            language: text(row, 7)?,
            tier: parsed(row, 8, Tier::parse)?,
            stage: parsed_opt(row, 9, Stage::new)?,
            favourite: row.get(10)?,
            status: parsed(row, 11, Status::parse)?,
            tags: tags(row, 12)?,
            source: text(row, 13)?,
            interests: text(row, 14)?,
            requirements: text(row, 15)?,
            notes: text(row, 16)?,
            cadence_days: row.get(17)?,
            verdict: parsed(row, 18, Ruling::parse)?,
            pause: pause(row, 19)?,
            lost_reason: text(row, 21)?,
        },
    })
}

/// From `pause_until, pause_note`.
fn pause(row: &Row<'_>, column: usize) -> Result<Option<Box<Pause>>> {
    let until = parsed_opt(row, column, |on| on.parse().ok())?;
    let Some(until) = until else { return Ok(None) };
    Ok(Some(Box::new(Pause { until, note: text(row, column + 1)? })))
}

pub(super) fn contact(row: &Row<'_>) -> Result<Contact> {
    Ok(Contact { id: ContactId(row.get(1)?), name: text(row, 2)?, role: text(row, 3)? })
}

pub(super) fn channel(row: &Row<'_>) -> Result<Channel> {
    let (handle, norm) = (text(row, 4)?, str_of(row, 5)?);
    Ok(Channel {
        id: ChannelId(row.get(1)?),
        contact: row.get::<_, Option<i64>>(2)?.map(ContactId),
        kind: parsed(row, 3, ChannelKind::new)?,
        // Most addresses and names are written as they are compared: one text for both.
        norm: if *handle == *norm { handle.clone() } else { norm.into() },
        handle,
        primary: row.get(6)?,
        emergency: row.get(7)?,
    })
}

pub(super) fn interaction(row: &Row<'_>) -> Result<Interaction> {
    Ok(Interaction {
        id: InteractionId(row.get(0)?),
        contact: row.get::<_, Option<i64>>(1)?.map(ContactId),
        at: instant(row, 2)?,
        direction: parsed(row, 3, Direction::parse)?,
        kind: parsed_opt(row, 4, ChannelKind::new)?,
        text: text(row, 5)?,
        outcome: text(row, 6)?,
        template: text(row, 7)?,
    })
}

/// From `due_on, due_time, due_zone`.
pub(super) fn due(row: &Row<'_>, column: usize) -> Result<Due> {
    Ok(Due {
        on: day(row, column)?,
        time: parsed_opt(row, column + 1, |time| NaiveTime::parse_from_str(time, "%H:%M").ok())?,
        zone: parsed_opt(row, column + 2, |zone| Some(zone.into()))?,
    })
}

pub(super) fn state(row: &Row<'_>, column: usize) -> Result<FollowUpState> {
    parsed(row, column, FollowUpState::parse)
}

pub(super) fn stage(row: &Row<'_>, column: usize) -> Result<Option<Stage>> {
    parsed_opt(row, column, Stage::new)
}

pub(super) fn follow_up(row: &Row<'_>) -> Result<FollowUp> {
    let due = due(row, 2)?;
    Ok(FollowUp {
        id: FollowUpId(row.get(1)?),
        here: due.written(),
        due,
        note: text(row, 5)?,
        state: state(row, 6)?,
        closed_at: instant_opt(row, 7)?,
        made: parsed(row, 8, Made::parse)?,
        reason: text(row, 9)?,
    })
}

pub(super) fn care_date(row: &Row<'_>) -> Result<CareDate> {
    Ok(CareDate {
        id: CareDateId(row.get(1)?),
        kind: text(row, 2)?,
        month: row.get(3)?,
        day: row.get(4)?,
        year: row.get(5)?,
        note: text(row, 6)?,
    })
}

/// From `id, name, query`.
pub(super) fn view(row: &Row<'_>) -> Result<SavedView> {
    // A query written by a later version may have words we do not know: the view stays, filtering less.
    let query = serde_json::from_str(str_of(row, 2)?).unwrap_or_default();
    Ok(SavedView { id: ViewId(row.get(0)?), name: text(row, 1)?, query })
}

pub(super) fn date(row: &Row<'_>, column: usize) -> Result<NaiveDate> {
    parsed(row, column, |on| on.parse().ok())
}

/// A date as the schema holds it: `2026-11-25`, read without the detours of a parser.
pub(super) fn day(row: &Row<'_>, column: usize) -> Result<NaiveDate> {
    let text = str_of(row, column)?;
    let number = |from: usize, to: usize| {
        let digits = text.as_bytes().get(from..to)?.iter();
        digits
            .map(|byte| byte.is_ascii_digit().then(|| u32::from(byte - b'0')))
            .try_fold(0, |n, digit| Some(n * 10 + digit?))
    };
    let (year, month, last) = (number(0, 4), number(5, 7), number(8, 10));
    let found = year
        .zip(month)
        .zip(last)
        .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day));
    found.ok_or_else(|| odd(column, text))
}

fn currency(row: &Row<'_>, column: usize) -> Result<Currency> {
    match str_of(row, column)? {
        "" => Ok(Currency::NONE),
        code => Currency::parse(code).ok_or_else(|| odd(column, code)),
    }
}

/// From [`BOUGHT`].
pub(super) fn bought(row: &Row<'_>) -> Result<(NaiveDate, Currency, Amount)> {
    Ok((day(row, 1)?, currency(row, 2)?, Amount(row.get(3)?)))
}

/// From [`BOUGHT`].
pub(super) fn sale(row: &Row<'_>) -> Result<Sale> {
    let (on, currency, amount) = bought(row)?;
    Ok(Sale { customer: CustomerId(row.get(0)?), on, currency, amount })
}

/// From [`ORDER`], without its lines.
pub(super) fn order(row: &Row<'_>) -> Result<Order> {
    Ok(Order {
        id: OrderId(row.get(0)?),
        source: text(row, 7)?,
        fields: OrderFields {
            number: text(row, 1)?,
            ordered_on: day(row, 2)?,
            currency: currency(row, 3)?,
            amount: Amount(row.get(4)?),
            status: parsed(row, 5, OrderStatus::parse)?,
            shipped_on: parsed_opt(row, 6, |on| on.parse().ok())?,
            note: text(row, 8)?,
            lines: Vec::new(),
        },
    })
}

/// From [`ORDER_LINE`].
pub(super) fn order_line(row: &Row<'_>) -> Result<OrderLine> {
    Ok(OrderLine {
        product: text(row, 0)?,
        quantity: Amount(row.get(1)?),
        amount: Amount(row.get(2)?),
        status: parsed(row, 3, LineStatus::parse)?,
    })
}
