//! What a column is: header words to fields. The words are in `assets/headers.toml`.

use super::{IntakeError, Options, Row, orders};
use crate::domain::ChannelKind;

mod field;
mod guess;
mod words;

pub use field::{Column, Field};
pub use words::{key, nothing, shared_mail, stage, tier, verdict};

/// What a column of that header is in a list of customers.
pub fn customer_field(header: &str) -> Option<Field> {
    words::field(header, None)
}

/// What [`map`] found.
#[derive(Debug)]
pub struct Mapped {
    pub fields: Vec<Field>,
    pub source: Option<&'static str>,
}

/// Whether a cell could be a header that some program writes.
pub fn is_header_word(cell: &str) -> bool {
    words::is_known(cell) || orders::words::field(cell).is_some()
}

/// Decides what every column of `header` is: as the options say, else by its header, else (in a file without one, or
/// where no header named anybody) by what its cells look like.
pub fn map(file: &str, header: &[String], named: bool, rows: &[Row], options: &Options) -> Result<Mapped, IntakeError> {
    if options.orders {
        return order_columns(file, header, named, options);
    }
    let layout = if named { words::layout(header) } else { None };
    let mut fields: Vec<Field> = header
        .iter()
        .map(|cell| if named { words::field(cell, layout).unwrap_or(Field::Extra) } else { Field::Extra })
        .collect();
    if !fields.iter().any(|field| field.identifies()) {
        guess::by_content(&mut fields, rows, named);
    }
    as_told(file, header, options, &mut fields)?;
    single_message(&mut fields);
    Ok(Mapped { fields, source: layout.and_then(|layout| layout.source()) })
}

/// The columns of a list of orders: as the options say, else by their headers; the others are left out.
fn order_columns(file: &str, header: &[String], named: bool, options: &Options) -> Result<Mapped, IntakeError> {
    let of = |cell: &String| if named { orders::words::field(cell) } else { None };
    let mut fields: Vec<Field> = header.iter().map(|cell| of(cell).unwrap_or(Field::Ignore)).collect();
    as_told(file, header, options, &mut fields)?;
    let has = |wanted: &[Field]| fields.iter().any(|field| wanted.contains(field));
    let who = fields.iter().any(|field| field.identifies() || matches!(field, Field::Id | Field::OwnId));
    let enough = has(&[Field::OrderNumber]) || (who && has(&[Field::OrderDate]));
    if !enough {
        return Err(IntakeError::NoOrders { file: file.to_owned(), columns: header.join(", ") });
    }
    Ok(Mapped { fields, source: None })
}

/// Maps the columns that the caller names. A field told of another column is taken from where it was found.
fn as_told(file: &str, header: &[String], options: &Options, fields: &mut [Field]) -> Result<(), IntakeError> {
    let mut told = Vec::new();
    for (field, column) in &options.map {
        let at = find(header, column).ok_or_else(|| IntakeError::NoSuchColumn {
            file: file.to_owned(),
            column: column.to_string(),
            columns: header.join(", "),
        })?;
        told.push((at, *field));
    }
    for (at, field) in told {
        if options.orders {
            let other = fields.iter().position(|there| *there == field);
            if let Some(other) = other {
                fields[other] = Field::Ignore;
            }
        }
        fields[at] = field;
    }
    Ok(())
}

fn find(header: &[String], column: &Column) -> Option<usize> {
    match column {
        Column::Position(at) => at.checked_sub(1).filter(|at| *at < header.len()),
        Column::Header(name) => header.iter().position(|cell| cell.trim() == name.trim()).or_else(|| {
            let wanted = key(name);
            header.iter().position(|cell| key(cell) == wanted)
        }),
    }
}

/// An inquiry has a title or a text; a quantity alone belongs to something else and stays a note.
fn single_message(fields: &mut [Field]) {
    let inquiry = fields.iter().any(|field| matches!(field, Field::RfqId | Field::Title | Field::Message));
    if !inquiry {
        for field in fields.iter_mut().filter(|field| field.needs_inquiry()) {
            *field = Field::Extra;
        }
    }
}

/// The kinds of channel that a column may be of, by their names in `headers.toml`.
fn channel(name: &str) -> Option<Field> {
    ChannelKind::new(name).map(Field::Channel)
}

#[cfg(test)]
mod tests;
