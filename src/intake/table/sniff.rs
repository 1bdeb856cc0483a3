//! Which delimiter a text uses: the one that cuts most of its first rows into the same number of cells.

use super::{Delimiter, Reader};
use csv::StringRecord;
use std::collections::HashMap;

/// Bytes and rows looked at.
const HEAD: usize = 256 * 1024;
const ROWS: usize = 200;

const CANDIDATES: [u8; 4] = *b",\t;|";

/// The delimiter that `text` seems to use; a comma where nothing tells.
pub fn sniff(text: &str) -> Delimiter {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // A last line cut in the middle would count as a shorter row.
    let cut = if end < text.len() { text[..end].rfind(['\n', '\r']).map_or(end, |at| at + 1) } else { end };
    let head = &text[..cut];
    if let Some(named) = declared(head) {
        return named;
    }
    let best = CANDIDATES.into_iter().map(|d| (score(head, Delimiter::Char(d)), d)).max_by(|a, b| {
        let by_score = a.0.0.total_cmp(&b.0.0);
        // Equal: the wider table, then the order of the candidates.
        by_score.then(a.0.1.cmp(&b.0.1)).then(rank(b.1).cmp(&rank(a.1)))
    });
    match best {
        Some(((score, _), d)) if score > 0.0 => Delimiter::Char(d),
        _ if aligned(head) => Delimiter::Spaces,
        _ => Delimiter::Char(b','),
    }
}

fn rank(delimiter: u8) -> usize {
    CANDIDATES.iter().position(|d| *d == delimiter).unwrap_or(CANDIDATES.len())
}

/// Excel's `sep=;` line.
pub fn declared(text: &str) -> Option<Delimiter> {
    let line = text.lines().next()?.trim().trim_matches('"');
    let (key, value) = line.split_at_checked(4)?;
    (key.eq_ignore_ascii_case("sep=")).then(|| Delimiter::parse(if value.is_empty() { "," } else { value }))?
}

/// How evenly the delimiter cuts the rows (0: not at all), and into how many cells.
fn score(head: &str, delimiter: Delimiter) -> (f64, usize) {
    let mut reader = Reader::new(head, delimiter);
    let mut cells = StringRecord::new();
    let mut widths: HashMap<usize, usize> = HashMap::new();
    let (mut rows, mut cut) = (0_usize, 0_usize);
    while rows < ROWS {
        let Some(read) = reader.next_into(&mut cells) else { break };
        if cells.iter().all(|cell| cell.trim().is_empty()) && cells.len() <= 1 {
            continue;
        }
        rows += 1;
        if cells.len() > 1 && !read.unclosed {
            cut += 1;
            *widths.entry(cells.len()).or_default() += 1;
        }
    }
    let Some((width, same)) = widths.into_iter().max_by_key(|(width, same)| (*same, *width)) else { return (0.0, 0) };
    if rows == 0 || cut == 0 {
        return (0.0, 0);
    }
    // A free-text comma cuts some rows, unevenly; a delimiter cuts all, evenly. A few title lines may stand above.
    let share = |n: usize| n as f64 / rows as f64;
    (share(same) * share(cut), width)
}

/// Whether every line has the same number (two or more) of words with runs of spaces between.
fn aligned(head: &str) -> bool {
    let mut widths = head
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(ROWS)
        .map(|line| line.split("  ").filter(|part| !part.trim().is_empty()).count());
    let Some(first) = widths.next() else { return false };
    let mut more = 0;
    first > 1
        && widths.all(|width| {
            more += 1;
            width == first
        })
        && more > 0
}
