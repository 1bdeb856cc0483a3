//! Finding customers while typing: folding, prefilter, ranking. Pure.

pub mod fold;
pub mod index;
pub mod rank;

pub use fold::{fold, fold_digits, keys_of};
pub use index::{Fields, Index};
pub use rank::{Hit, Ranker, Ranking, highlights};
