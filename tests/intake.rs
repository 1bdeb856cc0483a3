//! Real files, from bytes to an edit. The data lie beside the repository and are not part of it; where they are
//! missing the tests say so and pass.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "intake/support.rs"]
mod support;

#[path = "intake/customers.rs"]
mod customers;
#[path = "intake/hostile.rs"]
mod hostile;
#[path = "intake/inquiries.rs"]
mod inquiries;
#[path = "intake/speed.rs"]
mod speed;
#[path = "intake/tables.rs"]
mod tables;
