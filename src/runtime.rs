//! The terminal, the loop, the threads, the clock, the clipboard, signals.

pub mod clock;
