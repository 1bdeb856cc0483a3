//! The one SQLite file: schema, undo log, edits, reads, backups.
