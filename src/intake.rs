//! Files and pasted text become records, records a plan, a plan one edit.
//!
//! One way: bytes -> [`decode`] -> [`table`] or [`workbook`] -> [`Sheet`] -> [`records`] -> [`plan`](plan()) -> one
//! [`Edit::Import`](crate::domain::Edit::Import). Nothing is written here: the caller previews the [`Report`] and
//! commits the edit, or not.
//!
//! What becomes of a column that no field claims: it is not lost, its cells are appended to the notes as
//! `Header: value` lines. `--map ignore=COLUMN` leaves one out.

pub mod dates;
pub mod decode;
pub mod error;
pub mod files;
pub mod identity;
pub mod known;
pub mod mail;
pub mod map;
pub mod orders;
pub mod paste;
pub mod plan;
pub mod record;
pub mod report;
pub mod sheet;
pub mod table;
pub mod workbook;

pub use decode::Detected;
pub use error::IntakeError;
pub use files::{Beside, Files};
pub use identity::fold_company;
pub use known::Known;
pub use map::{Column, Field};
pub use plan::{Plan, plan};
pub use record::{Record, Records, records};
pub use report::{Action, Conflict, Letters, OrderCounts, Problem, Report, Sample, SheetNote};
pub use sheet::{Row, Sheet};
pub use table::Delimiter;

use crate::domain::{Currency, funnel::Stages};
use std::path::Path;

/// The largest file read, in bytes.
pub const MAX_BYTES: u64 = 200 * 1024 * 1024;

/// Where the header row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// Looked for among the first rows: title lines above it are passed over.
    #[default]
    Auto,
    /// There is none: columns are named by position.
    None,
}

/// How a file is to be read where looking at it is not enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// A label such as `gbk` or `windows-1252`; `None`: detected.
    pub encoding: Option<String>,
    /// `None`: detected.
    pub delimiter: Option<Delimiter>,
    pub header: Header,
    /// Stronger than what the headers say; several columns may go to one field.
    pub map: Vec<(Field, Column)>,
    /// The workbook's sheet; `None`: the first with a plausible header.
    pub sheet: Option<String>,
    /// The exporter's language is Chinese: bytes that could be GB18030 are.
    pub chinese_hint: bool,
    /// Values in the file replace those there are; otherwise they are listed as conflicts and left.
    pub overwrite: bool,
    /// What [`CustomerFields::source`](crate::domain::CustomerFields) becomes where the file has no such column;
    /// `None`: `alibaba` for its inquiries, else the file's name.
    pub source: Option<String>,
    /// The exporter's own mail addresses and domains: what is from them went out.
    pub own_addresses: Vec<String>,
    /// The exporter's funnel, whose stages a file may name.
    pub stages: Stages,
    /// The rows are orders.
    pub orders: bool,
    /// What orders are in where the list does not say.
    pub currency: Option<Currency>,
}

/// Reads a file from disk; see [`read_file`].
pub fn load(path: &Path, options: &Options) -> Result<Sheet, IntakeError> {
    let at = |source| IntakeError::Read { file: path.display().to_string(), source };
    let size = std::fs::metadata(path).map_err(at)?.len();
    if size > MAX_BYTES {
        return Err(IntakeError::TooBig { file: path.display().to_string(), limit: MAX_BYTES });
    }
    read_file(path, std::fs::read(path).map_err(at)?, options)
}

/// Reads the bytes of a file into a sheet with its header found and its columns mapped. `path` gives the name and, by
/// its extension, the format.
pub fn read_file(path: &Path, bytes: Vec<u8>, options: &Options) -> Result<Sheet, IntakeError> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    if bytes.len() as u64 > MAX_BYTES {
        return Err(IntakeError::TooBig { file: name, limit: MAX_BYTES });
    }
    let (grid, encoding, delimiter) = if workbook::is_workbook(&bytes) {
        (workbook::read(&name, bytes, options)?, None, None)
    } else {
        let (text, detected) = decode::decode(&name, bytes, options)?;
        if is_json(path, &text) {
            return Err(IntakeError::Json { file: name });
        }
        let delimiter = options.delimiter.unwrap_or_else(|| table::sniff(&text));
        (table::read(&name, &text, delimiter)?, Some(detected), Some(delimiter))
    };
    sheet::build(name, grid, encoding, delimiter, options)
}

/// Whether a text is a JSON document, or calls itself one: its commas and quotes would make a table of sorts.
fn is_json(path: &Path, text: &str) -> bool {
    let named = path
        .extension()
        .is_some_and(|extension| ["json", "jsonl", "ndjson"].iter().any(|json| extension.eq_ignore_ascii_case(json)));
    let opens = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with(['{', '[']);
    let first = || serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>().next();
    opens && (named || matches!(first(), Some(Ok(_))))
}
