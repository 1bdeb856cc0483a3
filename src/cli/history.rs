//! `tradewind history`: what was done, the newest first.

use super::{
    Context, Done,
    table::{Table, Tint},
    time, who,
};
use crate::domain::{Now, Op, OpState, Safe, Say};
use serde::Serialize;

/// Steps where no number is given.
const LIMIT: usize = 20;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "N", default_value_t = LIMIT, value_parser = super::args::at_least_one)]
    limit: usize,
    #[arg(long, value_name = "WHO")]
    who: Option<String>,
    #[arg(long)]
    json: bool,
}

/// One step.
#[derive(Debug, Serialize)]
struct OpJson {
    op: i64,
    at: String,
    label: String,
    state: &'static str,
    changes: usize,
}

impl OpJson {
    fn new(op: &Op, now: &Now, context: &Context) -> Self {
        Self {
            op: op.id.0,
            at: time::stamp(op.at, now),
            label: context.label(&op.label).to_string(),
            state: state(op.state),
            changes: op.changes,
        }
    }
}

/// What was undone and then built over is undone all the same.
const fn state(state: OpState) -> &'static str {
    match state {
        OpState::Done => "done",
        OpState::Undone | OpState::Dropped => "undone",
    }
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let customer = match &args.who {
        Some(text) => Some(who::one(text, &store, context)?.customer.id),
        None => None,
    };
    let ops = store.history(args.limit, None, customer)?;
    let now = context.now();
    if args.json {
        return context.out.json_list(ops.iter().map(|op| OpJson::new(op, &now, context)));
    }
    if ops.is_empty() {
        context.note(&Say::new("cli-history-none"));
        return Ok(());
    }
    let mut table = Table::new().right(&[0, 3]);
    for op in &ops {
        let (key, tint) = match op.state {
            OpState::Done => ("", Tint::Plain),
            OpState::Undone => ("cli-state-undone", Tint::Warn),
            OpState::Dropped => ("cli-state-dropped", Tint::Faint),
        };
        table.row([
            (Safe::new(&op.id.to_string()), Tint::Faint),
            (time::wall(op.at, &now), Tint::Faint),
            (context.label(&op.label), Tint::Plain),
            (context.words().with("cli-rows", &[("count", op.changes.into())]), Tint::Faint),
            (if key.is_empty() { Safe::default() } else { context.words().get(key) }, tint),
        ]);
    }
    context.out.table(&table)
}
