//! The command line as a script meets it: the built program, an empty environment, a fixed moment.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "support/bombs.rs"]
mod bombs;
#[path = "cli/support.rs"]
mod support;

#[path = "cli/changes.rs"]
mod changes;
#[path = "cli/customers.rs"]
mod customers;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/mirror.rs"]
mod mirror;
#[path = "cli/orders.rs"]
mod orders;
#[path = "cli/program.rs"]
mod program;
#[path = "cli/stats.rs"]
mod stats;
#[path = "cli/triage.rs"]
mod triage;
#[path = "cli/who.rs"]
mod who;
