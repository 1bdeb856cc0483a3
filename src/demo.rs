//! A made-up board, from a seed: the same seed makes the same board, on every machine.

use crate::domain::{Dossier, Edit, Now};

/// Customers of a demo board where no number is given.
pub const CUSTOMERS: usize = 120;

/// The whole demo as changes: one import.
pub fn edits(customers: usize, seed: u64, now: &Now) -> Vec<Edit> {
    vec![Edit::Import { source: "demo".into(), dossiers: dossiers(customers, seed, now).collect() }]
}

/// The made-up customers one by one, for boards of any size.
pub fn dossiers(customers: usize, _seed: u64, _now: &Now) -> impl Iterator<Item = Dossier> + use<> {
    (0..customers).map(|_| Dossier::default())
}
