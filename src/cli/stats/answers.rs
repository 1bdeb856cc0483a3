//! `tradewind stats answers`: who answers, where and when.

use super::mirrored::{RateJson, mirror, percent};
use super::{Args, Context, Done, plain};
use crate::app::figures::segment_key;
use crate::cli::table::{Table, Tint};
use crate::domain::Safe;
use crate::domain::mirror::{Answered, Mirror, Rate, span};
use crate::domain::rfm::Segment;
use crate::reference::{country_name, kind};
use serde::Serialize;

#[derive(Serialize)]
struct AnswersJson {
    as_of: String,
    #[serde(flatten)]
    all: RateJson,
    by: ByJson,
    /// Answers by the customer's own weekday (Monday first) and hour.
    heat: Vec<Vec<usize>>,
    heat_unknown: usize,
}

#[derive(Serialize)]
struct ByJson {
    channel: Vec<RateJson>,
    country: Vec<RateJson>,
    tier: Vec<RateJson>,
    stage: Vec<RateJson>,
    /// As `stats rfm` has them; null: never bought.
    segment: Vec<RateJson>,
    template: Vec<RateJson>,
    hour: Vec<RateJson>,
}

fn json(found: &Mirror) -> AnswersJson {
    fn rates<K>(rates: &[(K, Rate)], key: impl Fn(&K) -> Option<String>) -> Vec<RateJson> {
        rates.iter().map(|(it, rate)| RateJson::new(key(it), rate)).collect()
    }
    let answered = &found.answered;
    let hours = answered.hours.iter().enumerate();
    AnswersJson {
        as_of: found.as_of.to_string(),
        all: RateJson::new(None, &answered.all),
        by: ByJson {
            channel: rates(&answered.channels, |kind| kind.map(|kind| kind.to_string())),
            country: rates(&answered.countries, |country| country.map(|country| country.to_string())),
            tier: rates(&answered.tiers, |tier| Some(tier.to_string())),
            stage: rates(&answered.stages, |stage| stage.map(|stage| stage.to_string())),
            segment: rates(&answered.segments, |segment| segment.map(|segment| segment.as_str().to_owned())),
            template: rates(&answered.templates, |slug| Some(slug.to_string()).filter(|slug| !slug.is_empty())),
            hour: hours.map(|(hour, rate)| RateJson::new(Some(format!("{hour:02}")), rate)).collect(),
        },
        heat: answered.heat.iter().map(|hours| hours.to_vec()).collect(),
        heat_unknown: answered.homeless,
    }
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let found = mirror(args, &store, context)?;
    if args.json {
        return context.out.json(&json(&found));
    }
    print(&found.answered, context)
}

fn print(found: &Answered, context: &Context) -> Done {
    let words = context.words();
    if found.all.n == 0 {
        return context.out.line(&words.get("stats-none-answers"));
    }
    let args = [("sent", found.all.n.to_string().into()), ("answered", found.all.answered.to_string().into())];
    context.out.line(&words.with("stats-answered", &args))?;
    let lang = context.lang;
    let channel = |it: Option<crate::domain::ChannelKind>| {
        it.map_or_else(
            || words.get("stats-no-channel"),
            |it| plain(kind(it).map_or(it.as_str(), |info| info.name(lang))),
        )
    };
    table("cli-stats-channel", found.channels.iter().map(|(it, rate)| (channel(*it), rate)), context)?;
    let country = |it: Option<crate::domain::Country>| {
        it.map_or_else(|| words.get("stats-no-country"), |it| plain(country_name(it, lang)))
    };
    table("cli-stats-country", found.countries.iter().map(|(it, rate)| (country(*it), rate)), context)?;
    let tiers = found.tiers.iter().map(|(it, rate)| (plain(context.config.tier_name(*it)), rate));
    table("cli-stats-tier", tiers, context)?;
    let stages = &context.config.stages;
    table("cli-stats-stage", found.stages.iter().map(|(it, rate)| (words.say(&stages.label(*it)), rate)), context)?;
    let segment =
        |it: Option<Segment>| it.map_or_else(|| words.get("stats-never-bought"), |it| words.get(segment_key(it)));
    table("cli-stats-segment", found.segments.iter().map(|(it, rate)| (segment(*it), rate)), context)?;
    let template = |slug: &str| if slug.is_empty() { words.get("stats-by-hand") } else { plain(slug) };
    table("cli-stats-template", found.templates.iter().map(|(it, rate)| (template(it), rate)), context)?;
    let hours = found.hours.iter().enumerate().filter(|(_, rate)| rate.n > 0);
    table("cli-stats-hour", hours.map(|(hour, rate)| (plain(&format!("{hour:02}:00")), rate)), context)
}

fn table<'r>(head: &str, rows: impl Iterator<Item = (Safe, &'r Rate)>, context: &Context) -> Done {
    let words = context.words();
    let mut table = Table::new().right(&[1, 2, 3]);
    table.head([head, "stats-head-rate", "stats-head-n", "stats-head-median"].map(|key| words.get(key)));
    for (name, rate) in rows {
        let median = rate.median.map_or_else(|| plain("–"), |time| words.say(&span(time)));
        let counts = plain(&format!("{}/{}", rate.answered, rate.n));
        table.row([name, percent(rate.percent()), counts, median].map(|cell| (cell, Tint::Plain)));
    }
    context.out.line(&Safe::default())?;
    context.out.table(&table)
}
