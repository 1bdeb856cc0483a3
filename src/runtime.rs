//! The terminal, the loop, the threads, the clock, the clipboard, signals.

pub mod clock;

use crate::app::Settings;
use crate::reference::Lang;
use clock::Clock;
use std::path::PathBuf;

/// What the board starts from.
#[derive(Clone, Debug)]
pub struct Start {
    pub db: PathBuf,
    /// A throw-away board of made-up customers (how many, seed) instead of the file.
    pub demo: Option<(usize, u64)>,
    pub settings: Settings,
    pub lang: Lang,
    pub clock: Clock,
}
