//! Chords, THE command table, keymap.

pub mod chord;
pub mod keymap;
pub mod scope;
pub mod table;
pub mod verb;

mod written;

pub use chord::{Chord, Key, Keys};
pub use keymap::{Keymap, Resolved};
pub use scope::{Group, Scope};
pub use table::Row;
pub use verb::Command;

#[cfg(test)]
mod tests;
