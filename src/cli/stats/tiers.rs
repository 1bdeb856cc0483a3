//! `stats tiers`: who is filed under another tier than the orders speak for.

use super::super::{
    Context, Done, Fault, customers,
    table::{Table, Tint},
};
use super::{Args, plain, say_currency};
use crate::app::Board;
use crate::domain::suggest::{self, Drift, Suggestion};
use crate::domain::{Say, Tier};
use crate::store::Store;
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct TiersJson {
    as_of: String,
    by: &'static str,
    window_days: u16,
    currency: String,
    looked_at: usize,
    customers: Vec<SuggestionJson>,
}

#[derive(Serialize)]
struct SuggestionJson {
    customer: i64,
    name: String,
    tier: &'static str,
    suggested: &'static str,
    reason: String,
    orders: u32,
    amount: String,
    currency: String,
    share: String,
    last_order: Option<String>,
}

/// The misfiled customers of a file.
pub fn drift(board: &Board, store: &Store, as_of: NaiveDate, context: &Context) -> Result<Drift, Fault> {
    let reckoning = &context.config.reckoning;
    let mut collector = reckoning.tiers(as_of);
    store.sales(&mut |sale| collector.add(&sale))?;
    let sums = collector.sums(&reckoning.rates);
    Ok(suggest::drift(board.bundles(), &sums, &reckoning.suggest, &context.now()))
}

pub fn run(args: &Args, as_of: NaiveDate, context: &Context) -> Done {
    let store = context.open()?;
    let board = customers::board(&store, context)?;
    let found = drift(&board, &store, as_of, context)?;
    if args.json {
        return context.out.json(&json(&found, &board, as_of, context));
    }
    if found.misfiled.is_empty() {
        return context.say(&Say::new("stats-tiers-none").with("count", found.looked_at));
    }
    context.say(&Say::new("stats-tiers").with("count", found.misfiled.len()).with("of", found.looked_at))?;
    say_currency(found.currency, &found.converted, &found.left_out, context)?;
    let mut table = Table::new().right(&[0]).flexible(4);
    for it in &found.misfiled {
        table.row([
            (plain(&it.customer.to_string()), Tint::Faint),
            (plain(context.config.tier_name(it.tier)), Tint::of_tier(it.tier)),
            (plain(&format!("→ {}", context.config.tier_name(it.suggested))), Tint::of_tier(it.suggested)),
            (plain(name(it, &board)), Tint::Strong),
            (context.words().say(&it.why), Tint::Plain),
        ]);
    }
    context.out.table(&table)
}

fn name<'b>(it: &Suggestion, board: &'b Board) -> &'b str {
    board.get(it.customer).map_or("", |bundle| &bundle.customer.name)
}

fn json(found: &Drift, board: &Board, as_of: NaiveDate, context: &Context) -> TiersJson {
    let rules = &context.config.reckoning.suggest;
    let tier = |tier: Tier| tier.as_str();
    let customers = found.misfiled.iter().map(|it| SuggestionJson {
        customer: it.customer.0,
        name: name(it, board).to_owned(),
        tier: tier(it.tier),
        suggested: tier(it.suggested),
        reason: context.words().say(&it.why).to_string(),
        orders: it.orders,
        amount: it.amount.plain(),
        currency: found.currency.to_string(),
        share: format!("{}.{}", it.share / 10, it.share % 10),
        last_order: it.last.map(|on| on.to_string()),
    });
    TiersJson {
        as_of: as_of.to_string(),
        by: rules.by.as_str(),
        window_days: rules.window_days,
        currency: found.currency.to_string(),
        looked_at: found.looked_at,
        customers: customers.collect(),
    }
}
