//! `tradewind tier`: puts customers into a tier, all as one op.

use super::{Context, Done, change, filter, who};
use crate::domain::Edit;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "A|B|C|none")]
    tier: String,
    #[arg(required = true, value_name = "WHO")]
    who: Vec<String>,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let tier = filter::tier(&args.tier)?;
    let mut store = context.open()?;
    let found = who::all(&args.who, &store, context)?;
    let customers = found.iter().map(|bundle| bundle.customer.id).collect();
    change::commit(&Edit::SetTier { customers, tier }, &mut store, context)
}
