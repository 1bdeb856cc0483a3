//! What a column is: header words to fields. The words are in `assets/headers.toml`.

use super::{IntakeError, Options, Row};
use crate::domain::ChannelKind;

mod field;
mod guess;
mod words;

pub use field::{Column, Field};
pub use words::{key, nothing, shared_mail, stage, tier};

/// What [`map`] found.
#[derive(Debug)]
pub struct Mapped {
    pub fields: Vec<Field>,
    pub source: Option<&'static str>,
}

/// Whether a cell could be a header that some program writes.
pub fn is_header_word(cell: &str) -> bool {
    words::is_known(cell)
}

/// Decides what every column of `header` is: as the options say, else by its header, else (in a file without one, or
/// where no header named anybody) by what its cells look like.
pub fn map(file: &str, header: &[String], named: bool, rows: &[Row], options: &Options) -> Result<Mapped, IntakeError> {
    let layout = if named { words::layout(header) } else { None };
    let mut fields: Vec<Field> = header
        .iter()
        .map(|cell| if named { words::field(cell, layout).unwrap_or(Field::Extra) } else { Field::Extra })
        .collect();
    if !fields.iter().any(|field| field.identifies()) {
        guess::by_content(&mut fields, rows, named);
    }
    for (field, column) in &options.map {
        let at = find(header, column).ok_or_else(|| IntakeError::NoSuchColumn {
            file: file.to_owned(),
            column: column.to_string(),
            columns: header.join(", "),
        })?;
        fields[at] = *field;
    }
    single_message(&mut fields);
    Ok(Mapped { fields, source: layout.and_then(|layout| layout.source()) })
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
