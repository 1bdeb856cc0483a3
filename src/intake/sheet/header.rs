//! Which row is the header: the first with words that headers have, else the first that looks like one.

use super::Row;
use crate::intake::map;
use crate::reference::find_country;

/// Rows looked at: titles and notes stand above a header, not a page of them.
const LOOK: usize = 30;

/// Where the header is, and how many of its words are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Index of the row; `None`: there is none.
    pub row: Option<usize>,
    pub known: usize,
}

/// Finds the header among the first rows.
pub fn find(rows: &[Row]) -> Found {
    let known = |row: &Row| row.cells.iter().filter(|cell| map::is_header_word(cell)).count();
    let best = rows.iter().take(LOOK).enumerate().map(|(at, row)| (at, known(row), filled(row)));
    // One known word in a row of several is chance (a title says `Customers`); in a one-column file it is the header.
    let enough = |known: usize, filled: usize| known >= 2 || (known == 1 && filled <= 3);
    if let Some((at, known, _)) = best.clone().filter(|(_, known, filled)| enough(*known, *filled)).max_by(|a, b| {
        // The richer row; of equals the first.
        a.1.cmp(&b.1).then(b.0.cmp(&a.0))
    }) {
        return Found { row: Some(at), known };
    }
    let width = usual_width(rows);
    if width < 2 {
        // A bare list: its first line is as good a name as the others.
        return Found::default();
    }
    let row = rows.iter().take(LOOK).position(|row| filled(row) * 10 >= width * 6 && filled(row) > 0);
    Found { row: row.filter(|at| looks_like_words(&rows[*at]) && rows.len() > at + 1), known: 0 }
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn usual_width(rows: &[Row]) -> usize {
    let mut widths: Vec<usize> = rows.iter().take(200).map(filled).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

/// Whether the cells could be names of columns: short, distinct, and nothing that only data is.
fn looks_like_words(row: &Row) -> bool {
    let mut seen = std::collections::HashSet::new();
    row.cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).all(|cell| {
        let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
        let country = cell.len() > 3 && find_country(cell).is_some();
        let data = country
            || cell.contains('@')
            || cell.contains("://")
            || cell.starts_with('+')
            || (letters == 0 && !is_year(cell));
        !data && cell.chars().count() <= 60 && seen.insert(cell) && !matches!(cell, "null" | "NULL" | "true" | "false")
    })
}

/// Tables of figures have years for headers.
fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}
