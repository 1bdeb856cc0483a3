//! `stats tiers`: who is filed under another tier than the orders speak for.

use super::super::{
    Context, Done, Fault, customers,
    table::{Table, Tint},
};
use super::mirrored::moment;
use super::{Args, plain, say_currency};
use crate::app::Board;
use crate::domain::suggest::{self, Drift, Suggestion};
use crate::domain::{CustomerId, Direction, Now, Say, Status, Tier};
use crate::store::Store;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use std::collections::HashMap;

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
pub fn drift(board: &Board, store: &Store, now: &Now, context: &Context) -> Result<Drift, Fault> {
    let reckoning = &context.config.reckoning;
    let mut collector = reckoning.tiers(now.today());
    store.sales(&mut |sale| collector.add(&sale))?;
    let sums = collector.sums(&reckoning.rates);
    Ok(suggest::drift(board.bundles(), &sums, &reckoning.suggest, now))
}

/// The customers there were at a moment that is past, as they were filed, and when they had spoken last.
fn board_then(store: &Store, now: &Now, context: &Context) -> Result<Board, Fault> {
    let then = store.changed_since(now.instant)?;
    let mut heard: HashMap<CustomerId, DateTime<Utc>> = HashMap::new();
    store.said(&mut |said| {
        if said.direction == Direction::In && said.at <= now.instant {
            heard.entry(said.owner).and_modify(|at| *at = (*at).max(said.at)).or_insert(said.at);
        }
    })?;
    let mut board = Board::new(context.config.rules(), now);
    store.bundles(&mut |mut bundle| {
        let customer = &mut bundle.customer;
        let spoken = heard.get(&customer.id).copied();
        let bought = bundle.bought.first.is_some_and(|first| first <= now.today());
        // What a file brought along is older than the row it made.
        if customer.created_at > now.instant && spoken.is_none() && !bought {
            return;
        }
        if let Some(then) = then.get(&customer.id) {
            customer.fields.tier = then.tier;
            customer.fields.status = if then.active { Status::Active } else { Status::Archived };
            customer.fields.verdict = then.ruling;
        }
        bundle.last_in = spoken;
        board.put(bundle);
    })?;
    Ok(board)
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let now = moment(args, context);
    let past = now.instant < context.now().instant;
    let board = if past { board_then(&store, &now, context)? } else { customers::board(&store, context)? };
    let found = drift(&board, &store, &now, context)?;
    if args.json {
        return context.out.json(&json(&found, &board, now.today(), context));
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
