//! Units of taking a text apart; the 200 texts are in `tests/paste.rs`.
