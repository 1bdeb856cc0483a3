//! Records become files: CSV for spreadsheets, JSON for programs, written whole or not at all.

pub mod csv;
pub mod file;
pub mod json;
