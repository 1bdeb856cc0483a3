//! `tradewind stats follow-ups`: kept, late, missed.

use super::mirrored::{RateJson, mirror, percent};
use super::{Args, Context, Done, plain};
use crate::cli::table::{Table, Tint};
use crate::domain::mirror::{FollowUps, kept::Tally};
use crate::domain::{Safe, Tier};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct FollowUpsJson {
    as_of: String,
    total: TallyJson,
    tiers: BTreeMap<&'static str, TallyJson>,
    weeks: Vec<WeekJson>,
    earlier: TallyJson,
    overdue: usize,
    streak_days: usize,
    best_streak_days: usize,
    answers: Vec<RateJson>,
}

/// `rate`: kept, in percent; null of fewer than five.
#[derive(Serialize)]
struct TallyJson {
    kept: usize,
    late: usize,
    missed: usize,
    rate: Option<usize>,
}

#[derive(Serialize)]
struct WeekJson {
    week: String,
    #[serde(flatten)]
    tally: TallyJson,
}

impl From<Tally> for TallyJson {
    fn from(tally: Tally) -> Self {
        let Tally { kept, late, missed } = tally;
        Self { kept, late, missed, rate: kept_of(tally) }
    }
}

fn kept_of(tally: Tally) -> Option<usize> {
    crate::domain::mirror::percent(tally.kept, tally.all())
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let found = mirror(args, &store, context)?;
    let as_of = found.as_of.to_string();
    let found = found.follow_ups;
    if args.json {
        return context.out.json(&FollowUpsJson {
            as_of,
            total: found.total().into(),
            tiers: Tier::ALL.into_iter().map(|tier| (tier.as_str(), found.tiers[tier.index()].into())).collect(),
            weeks: found
                .weeks
                .iter()
                .map(|it| WeekJson { week: it.monday.to_string(), tally: it.tally.into() })
                .collect(),
            earlier: found.earlier.into(),
            overdue: found.overdue,
            streak_days: found.streak,
            best_streak_days: found.best,
            answers: Tier::ALL
                .into_iter()
                .map(|tier| RateJson::new(Some(tier.to_string()), &found.answers[tier.index()]))
                .collect(),
        });
    }
    print(&found, context)
}

fn print(found: &FollowUps, context: &Context) -> Done {
    let words = context.words();
    if found.is_empty() {
        return context.out.line(&words.get("stats-none-follow-ups"));
    }
    let (key, n) = if found.overdue > 0 { ("stats-overdue", found.overdue) } else { ("stats-streak", found.streak) };
    context.out.line(&words.with(key, &[("n", n.into())]))?;
    let heads = ["cli-stats-kept", "cli-stats-late", "cli-stats-missed", "cli-stats-rate"];
    let head = |first: &str| [first].into_iter().chain(heads).map(|key| words.get(key)).collect::<Vec<Safe>>();
    let row = |name: &str, tally: Tally| {
        let counts = [tally.kept, tally.late, tally.missed].map(|n| plain(&n.to_string()));
        let cells: Vec<Safe> = [plain(name)].into_iter().chain(counts).chain([percent(kept_of(tally))]).collect();
        cells.into_iter().map(|cell| (cell, Tint::Plain))
    };
    let mut table = Table::new().right(&[1, 2, 3, 4]);
    table.head(head("cli-stats-tier"));
    for tier in Tier::ALL {
        table.row(row(context.config.tier_name(tier), found.tiers[tier.index()]));
    }
    context.out.table(&table)?;
    context.out.line(&Safe::default())?;
    let mut table = Table::new().right(&[1, 2, 3, 4]);
    table.head(head("cli-stats-week"));
    for week in &found.weeks {
        table.row(row(&week.monday.to_string(), week.tally));
    }
    context.out.table(&table)
}
