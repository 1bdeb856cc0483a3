//! Columns by what is in them, where no header says.

use super::Field;
use crate::domain::ChannelKind;
use crate::intake::Row;
use crate::reference::find_country;

/// Rows looked at.
const LOOK: usize = 200;

/// Maps mail, phone and country columns; in a file without a header also the first column of words, as the name.
pub fn by_content(fields: &mut [Field], rows: &[Row], named: bool) {
    let mut name_wanted = !named;
    for (column, field) in fields.iter_mut().enumerate() {
        if *field != Field::Extra {
            continue;
        }
        let cells: Vec<&str> =
            rows.iter().take(LOOK).map(|row| row.cell(column).trim()).filter(|c| !c.is_empty()).collect();
        if cells.is_empty() {
            continue;
        }
        let most = |is: fn(&str) -> bool| cells.iter().filter(|cell| is(cell)).count() * 10 >= cells.len() * 8;
        if most(is_mail) {
            *field = Field::Channel(ChannelKind::EMAIL);
        } else if most(is_phone) {
            *field = Field::Channel(ChannelKind::PHONE);
        } else if most(is_country) {
            *field = Field::Country;
        } else if name_wanted && (most(is_words) || fields_are_one(rows)) {
            *field = Field::Name;
            name_wanted = false;
        }
    }
}

/// A bare list, one thing a line.
fn fields_are_one(rows: &[Row]) -> bool {
    rows.iter().all(|row| row.cells.len() == 1)
}

fn is_mail(cell: &str) -> bool {
    cell.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.') && !cell.contains(' '))
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (7..=18).contains(&digits)
        && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.' | '/'))
        && (cell.starts_with(['+', '0', '(']) || digits >= 10)
        && !cell.contains("--")
        && cell.matches('-').count() < 5
}

fn is_country(cell: &str) -> bool {
    cell.len() > 3 && find_country(cell).is_some()
}

fn is_words(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && letters * 2 > cell.chars().filter(|c| !c.is_whitespace()).count()
}
