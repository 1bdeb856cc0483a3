//! State and update. No ratatui, no I/O.
