//! `tradewind why`: why a customer is silent, and what to do next.

use super::{
    Context, Done,
    table::{Table, Tint},
    time, verify, who,
};
use crate::domain::next_channel::{Channels, advise};
use crate::domain::silence::{Action, Calendar, Case, Cause, Step, Why, why};
use crate::domain::{Bundle, Now, Safe};
use crate::reference::{Desk, offset_at};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "WHO")]
    who: String,
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct WhyJson {
    silent_days: i64,
    causes: Vec<CauseJson>,
    next_step: StepJson,
}

#[derive(Serialize)]
struct CauseJson {
    cause: &'static str,
    weight: u8,
    detail: String,
    until: Option<String>,
}

#[derive(Serialize)]
struct StepJson {
    action: &'static str,
    channel: Option<String>,
    at: Option<String>,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let bundle = who::one(&args.who, &store, context)?;
    let detail = store.detail(bundle.customer.id, usize::MAX)?;
    let fit = context.config.fit.judge(&bundle, &detail);
    let verdict = verify::look(&bundle, &detail, &fit, &store)?.verdict;
    let windows = &context.config.windows;
    let desk = Desk::of(&bundle, windows, context.lang).answering(&bundle, &detail, windows);
    let now = context.now();
    let case =
        Case { bundle: &bundle, detail: &detail, calendar: &desk, channels: &desk, verdict: Some(verdict), now: &now };
    let found = why(&case);
    if args.json {
        return context.out.json(&json(&found, &desk, context, &now));
    }
    print(&bundle, &found, &desk, context, &now)?;
    print_channels(&case, context)
}

fn json(found: &Why, desk: &Desk, context: &Context, now: &Now) -> WhyJson {
    let causes = found.causes.iter().map(|cause| CauseJson {
        cause: cause.reason.as_str(),
        weight: cause.weight,
        detail: context.words().say(&cause.detail).to_string(),
        until: cause.until.map(|at| stamp(at, desk, now)),
    });
    let Step { action, channel, at } = found.step;
    WhyJson {
        silent_days: found.silent_days,
        causes: causes.collect(),
        next_step: StepJson {
            action: action.as_str(),
            channel: channel.map(|kind| kind.to_string()),
            at: at.map(|at| stamp(at, desk, now)),
        },
    }
}

/// RFC 3339 with the offset of the customer's wall; of the exporter's where theirs is not known.
fn stamp(at: DateTime<Utc>, desk: &Desk, now: &Now) -> String {
    match desk.zone().and_then(|zone| offset_at(zone, at)) {
        Some(offset) => at.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::Secs, false),
        None => time::stamp(at, now),
    }
}

fn print(bundle: &Bundle, found: &Why, desk: &Desk, context: &Context, now: &Now) -> Done {
    let args = [("name", bundle.customer.name.to_string().into()), ("days", found.silent_days.into())];
    context.out.line(&context.words().with("cli-why-silent", &args))?;
    let mut table = Table::new().right(&[0]);
    for Cause { reason, weight, detail, .. } in &found.causes {
        table.row([
            (Safe::new(&weight.to_string()), if *weight >= 80 { Tint::Strong } else { Tint::Faint }),
            (context.words().get(&format!("reason-{}", reason.as_str())), Tint::Faint),
            (context.words().say(detail), Tint::Plain),
        ]);
    }
    context.out.table(&table)?;
    context.out.line(&step(&found.step, desk, context, now))
}

/// `Next: wait, then write by WhatsApp, Mon 2026-11-23 15:00 your time (09:00 there).`
fn step(step: &Step, desk: &Desk, context: &Context, now: &Now) -> Safe {
    let words = context.words();
    let action = words.get(&format!("action-{}", step.action.as_str())).to_string();
    let channel = step.channel.map_or_else(String::new, |kind| desk.name(kind));
    let named = matches!(step.action, Action::Ask | Action::Switch);
    let at = step.at.map_or_else(String::new, |at| time::wall(at, now).to_string());
    let there = step.at.and_then(|at| desk.local(at)).map_or_else(String::new, |wall| wall.format("%H:%M").to_string());
    let key = match (channel.is_empty(), at.is_empty()) {
        (true, true) => "cli-why-step",
        (false, true) if named => "cli-why-step-for",
        (false, true) => "cli-why-step-by",
        (true, false) => "cli-why-step-at",
        (false, false) if named => "cli-why-step-for-at",
        (false, false) => "cli-why-step-by-at",
    };
    let line = words.with(key, &[("action", action.into()), ("channel", channel.into()), ("at", at.into())]);
    if there.is_empty() {
        return line;
    }
    words.with("cli-why-there", &[("line", line.to_string().into()), ("time", there.into())])
}

fn print_channels(case: &Case<'_>, context: &Context) -> Done {
    let advice = advise(case.bundle, case.detail, case.channels, case.now);
    if !advice.order.is_empty() {
        context.out.line(&Safe::default())?;
        context.out.line(&context.words().get("cli-why-channels"))?;
    }
    for one in &advice.order {
        context.say(&one.detail)?;
    }
    let kinds: Vec<String> = advice.ask.iter().map(|kind| case.channels.name(*kind)).collect();
    if kinds.is_empty() {
        return Ok(());
    }
    context.out.line(&context.words().with("cli-why-ask", &[("kinds", kinds.join(", ").into())]))
}

#[cfg(test)]
mod tests;
