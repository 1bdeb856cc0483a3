//! Tradewind: a full-screen, keyboard-driven customer board for a solo exporter.
//!
//! The map of the house, top to bottom; a room uses only rooms below it (`tests/architecture.rs` holds that wall):
//!
//! | room | what it is |
//! |---|---|
//! | [`cli`], [`runtime`] | the edges: arguments, terminal, threads, clock |
//! | [`ui`] | how the state looks |
//! | [`app`] | state and update, pure |
//! | [`command`] | chords and THE command table |
//! | [`store`], [`intake`], [`outlet`], [`config`], [`demo`] | the file; data coming in and going out |
//! | [`search`], [`reference`](mod@reference) | finding; what `assets/` know |
//! | [`domain`] | types and rules of the trade, pure |

pub mod app;
pub mod cli;
pub mod command;
pub mod config;
pub mod demo;
pub mod domain;
pub mod intake;
pub mod outlet;
pub mod reference;
pub mod runtime;
pub mod search;
pub mod store;
pub mod ui;
