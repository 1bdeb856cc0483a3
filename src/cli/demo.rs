//! `tradewind demo`: a throw-away board; nothing of the exporter's is touched.

use super::{Context, Fault, board};
use crate::demo::CUSTOMERS;
use std::path::PathBuf;

/// Boards of the same seed are alike.
const SEED: u64 = 1;

/// More would take minutes to make up.
const MOST: u64 = 1_000_000;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MOST))]
    customers: Option<u64>,
    #[arg(long, value_name = "S", default_value_t = SEED)]
    seed: u64,
}

pub fn run(args: &Args, context: &Context) -> Result<(), Fault> {
    let customers = args.customers.and_then(|n| usize::try_from(n).ok()).unwrap_or(CUSTOMERS);
    board::start(context, PathBuf::new(), Some((customers, args.seed)))
}
