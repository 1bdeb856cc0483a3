//! Chords, THE command table, keymap.
