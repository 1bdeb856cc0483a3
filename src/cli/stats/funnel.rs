//! `tradewind stats funnel`: how far customers come, where they are lost, who is stuck.

use super::mirrored::{mirror, percent};
use super::{Args, Context, Done, Fault, plain};
use crate::cli::table::{Table, Tint};
use crate::domain::Say;
use crate::domain::funnel::{Funnel, Stuck};
use crate::reference::Words;
use crate::store::Store;
use serde::Serialize;

/// Stuck customers that people are shown; a script gets more.
const SHOWN: usize = 20;
const LISTED: usize = 1_000;

#[derive(Serialize)]
struct FunnelJson {
    as_of: String,
    stages: Vec<StageJson>,
    lost: usize,
    lost_reasons: Vec<ReasonJson>,
    outside: usize,
    stuck_count: usize,
    stuck: Vec<StuckJson>,
}

/// `conversion`: of those who reached the stage before, in percent; null of fewer than five, as is `median_days`.
#[derive(Serialize)]
struct StageJson {
    stage: String,
    name: String,
    reached: usize,
    conversion: Option<usize>,
    median_days: Option<u32>,
    stays: usize,
    here: usize,
    lost: usize,
}

#[derive(Serialize)]
struct ReasonJson {
    reason: String,
    count: usize,
}

#[derive(Serialize)]
struct StuckJson {
    customer: i64,
    name: String,
    tier: &'static str,
    stage: String,
    days: u32,
    limit: u32,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let found = mirror(args, &store, context)?;
    let as_of = found.as_of.to_string();
    if args.json {
        return context.out.json(&json(as_of, &found.funnel, &store, context)?);
    }
    print(&found.funnel, &store, context)
}

/// The customers' names, some at a time.
fn named(stuck: &[Stuck], store: &Store) -> Result<Vec<StuckJson>, Fault> {
    let mut all = Vec::with_capacity(stuck.len());
    for it in stuck {
        let name = store.bundle(it.id)?.map_or_else(String::new, |bundle| bundle.customer.name.to_string());
        let Stuck { id, tier, stage, days, limit } = *it;
        all.push(StuckJson { customer: id.0, name, tier: tier.as_str(), stage: stage.to_string(), days, limit });
    }
    Ok(all)
}

fn json(as_of: String, found: &Funnel, store: &Store, context: &Context) -> Result<FunnelJson, Fault> {
    let stages = &context.config.stages;
    let stage = |(at, step): (usize, &crate::domain::funnel::Step)| StageJson {
        stage: step.stage.to_string(),
        name: context.words().say(&stages.label(Some(step.stage))).to_string(),
        reached: step.reached,
        conversion: found.conversion(at),
        median_days: step.days,
        stays: step.stays,
        here: step.here,
        lost: step.lost,
    };
    let reason =
        |(reason, count): &(crate::domain::Text, usize)| ReasonJson { reason: reason.to_string(), count: *count };
    Ok(FunnelJson {
        as_of,
        stages: found.steps.iter().enumerate().map(stage).collect(),
        lost: found.lost,
        lost_reasons: found.reasons.iter().map(reason).collect(),
        outside: found.outside,
        stuck_count: found.stuck.len(),
        stuck: named(&found.stuck[..found.stuck.len().min(LISTED)], store)?,
    })
}

fn print(found: &Funnel, store: &Store, context: &Context) -> Done {
    let words = context.words();
    if found.is_empty() {
        return context.out.line(&words.get("stats-none-funnel"));
    }
    let stages = &context.config.stages;
    let mut table = Table::new().right(&[1, 2, 3, 4, 5]);
    let heads = ["cli-stats-stage", "stats-head-reached", "stats-head-conversion", "stats-head-stay"];
    table.head(heads.into_iter().chain(["stats-head-here", "stats-head-lost"]).map(|key| words.get(key)));
    for (at, step) in found.steps.iter().enumerate() {
        let days = |days: u32| words.with("stats-days", &[("n", i64::from(days).into())]);
        let cells = [
            words.say(&stages.label(Some(step.stage))),
            plain(&step.reached.to_string()),
            percent(found.conversion(at)),
            step.days.map_or_else(|| plain("–"), days),
            plain(&step.here.to_string()),
            plain(&step.lost.to_string()),
        ];
        table.row(cells.map(|cell| (cell, Tint::Plain)));
    }
    context.out.table(&table)?;
    if found.lost > 0 {
        context.out.line(&words.say(&lost(found, words)))?;
    }
    if found.outside > 0 {
        context.out.line(&words.with("stats-outside", &[("n", found.outside.into())]))?;
    }
    if found.stuck.is_empty() {
        return Ok(());
    }
    context.out.line(&crate::domain::Safe::default())?;
    context.out.line(&words.get("stats-stuck-title"))?;
    let mut table = Table::new().right(&[0, 3, 4]);
    for it in named(&found.stuck[..found.stuck.len().min(SHOWN)], store)? {
        let stage = crate::domain::Stage::new(&it.stage);
        let days = words.with("stats-days", &[("n", i64::from(it.days).into())]);
        let cells = [plain(&it.customer.to_string()), plain(&it.name), words.say(&stages.label(stage)), days];
        table.row(cells.map(|cell| (cell, Tint::Plain)));
    }
    context.out.table(&table)?;
    match found.stuck.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => context.say(&Say::new("stats-stuck-more").with("n", more)),
    }
}

/// `Lost 12: price 5 · no answer 3 · no reason written 4`
fn lost(found: &Funnel, words: &Words) -> Say {
    let reason = |(reason, count): &(crate::domain::Text, usize)| {
        let said = if reason.is_empty() { words.get("stats-no-reason").to_string() } else { reason.to_string() };
        format!("{said} {count}")
    };
    let reasons: Vec<String> = found.reasons.iter().map(reason).collect();
    Say::new("stats-lost").with("n", found.lost).with("reasons", reasons.join(" · "))
}
