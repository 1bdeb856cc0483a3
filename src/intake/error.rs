//! Why a whole file cannot be read. A bad row is a [`Problem`](super::Problem), not an error.

use crate::domain::Say;

/// Why a file was not read; nothing of it went anywhere.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    #[error("{file}: {source}")]
    Read { file: String, source: std::io::Error },
    #[error("{file} is larger than {limit} bytes")]
    TooBig { file: String, limit: u64 },
    #[error("{file} has more than {limit} columns")]
    TooWide { file: String, limit: usize },
    #[error("{file} is empty")]
    Empty { file: String },
    #[error("no encoding is called {label}")]
    NoSuchEncoding { label: String },
    #[error("{file}: {format} is not a table")]
    NotATable { file: String, format: &'static str },
    #[error("{file} is JSON")]
    Json { file: String },
    #[error("{folder} holds no mail")]
    NoMail { folder: String },
    #[error("mail and tables in one import")]
    Mixed,
    #[error("{file}: {reason}")]
    Workbook { file: String, reason: String },
    #[error("{file} is protected by a password")]
    Locked { file: String },
    #[error("{file} has no sheet {sheet}")]
    NoSuchSheet { file: String, sheet: String, sheets: String },
    #[error("{file} has no column with a date or an order number")]
    NoOrders { file: String, columns: String },
    #[error("{file} has no column {column}")]
    NoSuchColumn { file: String, column: String, columns: String },
}

impl IntakeError {
    /// The sentence for the exporter.
    pub fn say(&self) -> Say {
        match self {
            Self::Read { file, source } => {
                Say::new("intake-error-read").with("file", file.as_str()).with("reason", source.to_string())
            }
            Self::TooBig { file, limit } => Say::new("intake-error-too-big")
                .with("file", file.as_str())
                .with("limit", i64::try_from(limit / (1024 * 1024)).unwrap_or(i64::MAX)),
            Self::TooWide { file, limit } => {
                Say::new("intake-error-too-wide").with("file", file.as_str()).with("limit", *limit)
            }
            Self::Empty { file } => Say::new("intake-error-empty").with("file", file.as_str()),
            Self::NoSuchEncoding { label } => Say::new("intake-error-encoding").with("label", label.as_str()),
            Self::NotATable { file, format } => {
                Say::new("intake-error-not-a-table").with("file", file.as_str()).with("format", *format)
            }
            Self::Json { file } => Say::new("intake-error-json").with("file", file.as_str()),
            Self::NoMail { folder } => Say::new("intake-error-no-mail").with("folder", folder.as_str()),
            Self::Mixed => Say::new("intake-mail-mixed"),
            Self::Workbook { file, reason } => {
                Say::new("intake-error-workbook").with("file", file.as_str()).with("reason", reason.as_str())
            }
            Self::Locked { file } => Say::new("intake-error-locked").with("file", file.as_str()),
            Self::NoSuchSheet { file, sheet, sheets } => Say::new("intake-error-sheet")
                .with("file", file.as_str())
                .with("sheet", sheet.as_str())
                .with("sheets", sheets.as_str()),
            Self::NoOrders { file, columns } => {
                Say::new("intake-error-no-orders").with("file", file.as_str()).with("columns", columns.as_str())
            }
            Self::NoSuchColumn { file, column, columns } => Say::new("intake-error-column")
                .with("file", file.as_str())
                .with("column", column.as_str())
                .with("columns", columns.as_str()),
        }
    }
}
