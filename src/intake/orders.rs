//! Lists of orders: one line per order or per item, in one file or in two (orders, and their lines by order number).
//!
//! Rows become items, items orders, orders one [`Edit::ImportOrders`](crate::domain::Edit::ImportOrders). An order is
//! known again by its number, or where it has none by its content and how often that was there before: the same file
//! read again adds nothing, and true repeats inside one file stay.

mod buyers;
mod group;
mod identity;
mod plan;
mod rows;
pub(super) mod words;

pub use identity::KnownOrders;
pub use plan::plan;
pub use rows::{Items, items};
pub use words::looks_like;
