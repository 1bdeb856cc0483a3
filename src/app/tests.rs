//! Key strings on a board: what was pressed, what came of it. A harness stands in for disk and ranking: commits go
//! to a real store in a temporary folder, so that the reducer meets what it meets in life.

mod figures;
mod forms;
mod funnel;
mod geometry;
mod harness;
mod keys;
mod month;
mod orders;
mod paste;
mod reach;
mod rhythm;
mod stages;
mod triage;
