//! Chords, THE command table, keymap.

pub mod chord;
pub mod keymap;
pub mod table;

mod written;

pub use chord::{Chord, Key, Keys};
pub use keymap::{Keymap, Resolved};
pub use table::{Command, Group, Row, Scope};

#[cfg(test)]
mod tests;
