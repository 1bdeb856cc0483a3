//! The cells of one row, gathered by field.

use super::{Columns, Inquiry, Row, value};
use crate::domain::{Country, Text};
use crate::intake::Field;

/// A row's cells by field; a field of one value takes the first, and the others become notes.
#[derive(Debug, Default)]
pub struct Parts<'a> {
    single: Vec<(Field, usize, &'a str)>,
    /// Channel columns, services and handles, in the file's order.
    pub channels: Vec<(Field, usize, &'a str)>,
    /// Columns of text that add up: tags, notes, interests, requirements, message.
    pub several: Vec<(Field, &'a str)>,
    /// Header and cell.
    pub extra: Vec<(usize, &'a str)>,
}

impl<'a> Parts<'a> {
    /// Sorts a row's cells, in the place of another's.
    pub fn fill(&mut self, columns: &Columns<'_>, row: &'a Row) {
        self.single.clear();
        self.channels.clear();
        self.several.clear();
        self.extra.clear();
        let parts = self;
        for (at, cell) in row.cells.iter().enumerate() {
            let field = columns.sheet.mapping.get(at).copied().unwrap_or(Field::Extra);
            let raw = cell.trim();
            // In a name a word such as `null` may be one: only the other columns may say that there is nothing.
            let names = matches!(field, Field::Name | Field::FirstName | Field::LastName | Field::Person);
            let text = if names { unguarded(raw) } else { value(cell) };
            if text.is_empty() || field == Field::Ignore {
                continue;
            }
            match field {
                Field::Channel(_) | Field::Service | Field::Handle => parts.channels.push((field, at, text)),
                Field::Tags | Field::Notes | Field::Interests | Field::Requirements | Field::Message => {
                    parts.several.push((field, text));
                }
                Field::Extra | Field::Id => parts.extra.push((at, text)),
                _ => match parts.get(field) {
                    None => parts.single.push((field, at, text)),
                    Some(there) if there == text => {}
                    Some(_) => parts.extra.push((at, text)),
                },
            }
        }
    }

    /// The value of a field that has one.
    pub fn get(&self, field: Field) -> Option<&'a str> {
        self.single.iter().find(|(there, ..)| *there == field).map(|(.., text)| *text)
    }

    /// The value and its column.
    pub fn at(&self, field: Field) -> Option<(usize, &'a str)> {
        self.single.iter().find(|(there, ..)| *there == field).map(|(_, at, text)| (*at, *text))
    }

    /// All texts of a field that adds up, a line each.
    pub fn joined(&self, field: Field, between: &str) -> String {
        let mut out = String::new();
        for (_, text) in self.several.iter().filter(|(there, _)| *there == field) {
            if !out.is_empty() {
                out.push_str(between);
            }
            out.push_str(text);
        }
        out
    }

    /// A value that could not be read goes to the notes under its header.
    pub fn unread(&mut self, field: Field) {
        if let Some((at, text)) = self.at(field) {
            self.extra.push((at, text));
        }
    }
}

/// Our own export's guard taken off.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

/// How the line of an inquiry begins.
pub const RFQ: &str = "RFQ";

/// The line in the notes that stands for an inquiry, and by which it is known again. It holds nothing that changes when
/// the file is made anew (dates in words, quotes left), and without an id of the platform's also who asked.
pub fn rfq_line(inquiry: &Inquiry, name: &str, country: Option<Country>) -> Text {
    let mut line = String::from(RFQ);
    if !inquiry.id.is_empty() {
        line.push(' ');
        line.push_str(&inquiry.id);
    }
    line.push_str(": ");
    let title = if inquiry.title.is_empty() { &inquiry.text } else { &inquiry.title };
    let words: Vec<&str> = title.split_whitespace().collect();
    line.extend(words.join(" ").chars().take(160));
    let amount = amount(inquiry);
    if !amount.is_empty() {
        line.push_str(", ");
        line.push_str(&amount);
    }
    if inquiry.id.is_empty() {
        let words: Vec<&str> = name.split_whitespace().chain(country.as_ref().map(Country::as_str)).collect();
        line.push_str(" — ");
        line.push_str(&words.join(" "));
    }
    line.into()
}

/// What of a line in the notes is an inquiry's identity: `RFQ 1yS_yK`, or the whole line where the platform gave none.
pub fn rfq_identity(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(RFQ)?;
    if let Some(id) = rest.strip_prefix(' ') {
        let end = id.find(": ")?;
        return (!id[..end].contains(' ')).then(|| &line[..RFQ.len() + 1 + end]);
    }
    rest.starts_with(": ").then_some(line)
}

/// `3000 Piece/Pieces`.
pub fn amount(inquiry: &Inquiry) -> String {
    let both = format!("{} {}", inquiry.quantity.trim(), inquiry.unit.trim());
    both.split_whitespace().collect::<Vec<_>>().join(" ")
}
