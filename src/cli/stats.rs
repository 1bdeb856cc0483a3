//! `tradewind stats`: what the figures say.

use super::{Context, Done, Fault};
use crate::domain::{Currency, Safe, Say};
use chrono::NaiveDate;

mod answers;
mod follow_ups;
mod funnel;
mod mirrored;
mod rfm;
mod tiers;

pub use tiers::drift;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
    #[arg(long, value_name = "DATE")]
    as_of: Option<NaiveDate>,
    #[arg(long)]
    all: bool,
    #[arg(long)]
    json: bool,
}

/// Which figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Rfm,
    Tiers,
    Funnel,
    FollowUps,
    Answers,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let as_of = args.as_of.unwrap_or_else(|| context.now().today());
    match args.what {
        What::Rfm => rfm::run(args, as_of, context),
        What::Tiers => tiers::run(args, context),
        What::Funnel => funnel::run(args, context),
        What::FollowUps => follow_ups::run(args, context),
        What::Answers => answers::run(args, context),
    }
}

/// Which currency sums are in, what was converted, and what has no rate.
fn say_currency(
    currency: Currency,
    converted: &[(Currency, usize)],
    left_out: &[(Currency, usize)],
    context: &Context,
) -> Result<(), Fault> {
    let rates = &context.config.reckoning.rates.rates;
    if currency.is_known() {
        context.say(&Say::new("stats-currency").with("currency", currency.as_str()))?;
    }
    for (of, orders) in converted {
        let rate = rates.get(of).map_or_else(String::new, |rate| rate.plain());
        let say = Say::new("stats-converted").with("orders", *orders).with("from", of.as_str());
        context.say(&say.with("rate", rate).with("currency", currency.as_str()))?;
    }
    for (of, orders) in left_out {
        let name = if of.is_known() { of.to_string() } else { context.words().get("stats-no-currency").to_string() };
        context.say(&Say::new("stats-left-out").with("orders", *orders).with("from", name))?;
    }
    Ok(())
}

fn plain(text: &str) -> Safe {
    Safe::new(text)
}
