//! The store on a real file: undo and redo, two windows, crashes, full disks, backups.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::let_underscore_must_use)]

#[path = "store/backups.rs"]
mod backups;
#[path = "store/crash.rs"]
mod crash;
#[path = "store/edits.rs"]
mod edits;
#[path = "store/judge.rs"]
mod judge;
#[path = "store/log.rs"]
mod log;
#[path = "store/migration.rs"]
mod migration;
#[path = "store/orders.rs"]
mod orders;
#[path = "store/random.rs"]
mod random;
#[path = "store/rhythm.rs"]
mod rhythm;
#[path = "store/support.rs"]
mod support;
#[path = "store/trouble.rs"]
mod trouble;
#[path = "store/windows.rs"]
mod windows;
