//! `tradewind`: the board.

use super::{Context, Fault};
use crate::app::{Me, Settings};
use crate::domain::Tier;
use crate::runtime::{self, Start};
use std::path::PathBuf;

pub fn run(context: &Context) -> Result<(), Fault> {
    start(context, context.db.clone(), None)
}

/// Starts the board on a file, or on made-up customers (how many, seed).
pub fn start(context: &Context, db: PathBuf, demo: Option<(usize, u64)>) -> Result<(), Fault> {
    if !context.out.is_terminal() {
        return Err(Fault::failed("cli-no-terminal"));
    }
    super::process::keep_little_memory();
    let start = Start {
        db,
        demo,
        settings: settings(context),
        lang: context.lang,
        clock: context.clock.clone(),
        keep: context.keep(),
        own_addresses: context.own_addresses(),
        home: context.config.holidays,
        give_back_memory: super::process::give_back_memory,
    };
    runtime::run(start).map_err(Fault::board)
}

/// What of the configuration the screen needs.
fn settings(context: &Context) -> Settings {
    let config = &context.config;
    let (keymap, wrong_keys) = context.keymap();
    let theme = if context.out.colour_wanted() { config.theme.to_string() } else { "none".to_owned() };
    Settings {
        lang: Some(context.lang),
        theme,
        rules: config.rules(),
        plans: config.cadence.on,
        keymap,
        tier_names: Tier::ALL.map(|tier| config.tiers[tier.index()].name.to_string()),
        policies: Tier::ALL.map(|tier| config.tiers[tier.index()].policy.to_string()),
        holidays: config.holidays,
        fit: config.fit.clone(),
        reckoning: config.reckoning.clone(),
        me: Me {
            name: config.me.name.to_string(),
            company: config.me.company.to_string(),
            signature: config.me.signature.to_string(),
        },
        problems: context.config_problems().chain(wrong_keys).collect(),
    }
}
