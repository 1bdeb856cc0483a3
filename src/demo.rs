//! A made-up board, from a seed: the same seed makes the same board, on every machine. Nobody in it exists: names are
//! put together from lists, addresses end in `.example`, phone numbers are of ranges for fiction or look made up.

use crate::domain::{Dossier, Edit, Now};
use maker::Maker;

mod chance;
mod history;
mod maker;
mod orders;
mod past;
mod plot;
mod reach;
mod words;

/// Customers of a demo board where no number is given.
pub const CUSTOMERS: usize = 120;

/// The seed where none is given.
pub const SEED: u64 = 1;

/// The whole demo as changes: one import, with the customers' ways through the funnel.
pub fn edits(customers: usize, seed: u64, now: &Now) -> Vec<Edit> {
    let dossiers = makers(customers, seed, now.clone(), move |maker| maker.lived(seed)).collect();
    vec![Edit::Import { source: "demo".into(), dossiers }]
}

/// The made-up customers one by one, for boards of any size; on average two channels and three interactions each.
pub fn dossiers(customers: usize, seed: u64, now: &Now) -> impl Iterator<Item = Dossier> + use<> {
    makers(customers, seed, now.clone(), move |maker| maker.dossier(seed))
}

fn makers(customers: usize, seed: u64, now: Now, make: impl Fn(Maker<'_>) -> Dossier) -> impl Iterator<Item = Dossier> {
    let stride = plot::stride(customers);
    (0..customers).map(move |nth| make(Maker::new(nth, plot::of(nth, customers, stride), seed, &now)))
}

#[cfg(test)]
mod tests;
