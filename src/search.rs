//! Finding customers while typing: folding, prefilter, ranking. Pure.
//!
//! `fold` writes every text in ASCII words once, when a row changes. `index` packs those words by the thousand rows,
//! with a bit mask of letters per row. `query` does the same to what was typed, `grade` decides whether and how well
//! one row answers it, and `rank` runs that over the rows and lets fuzzy-matcher order the ones that reach a screen.
//! `near` forgives a slip of the finger.

pub mod fold;
mod grade;
pub mod highlight;
pub mod index;
mod near;
mod pack;
mod query;
pub mod rank;

pub use fold::{fold, fold_digits, keys_of};
pub use highlight::highlights;
pub use index::Index;
pub use pack::Fields;
pub use rank::{Hit, Ranker, Ranking};
