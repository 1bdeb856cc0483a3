//! `tradewind show`: one customer whole.

use super::{
    Context, Done, customers,
    table::{Table, Tint},
    time, who,
};
use crate::domain::{Bundle, Detail, Direction, Now, Safe, funnel::reason_at};
use crate::outlet::json::CustomerJson;
use crate::reference::{country_name, kind, local_at};

/// Contacts and closed follow-ups shown to people; JSON has them all.
const SHOWN: usize = 20;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "WHO")]
    who: String,
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let bundle = who::one(&args.who, &store, context)?;
    let detail = store.detail(bundle.customer.id, if args.json { usize::MAX } else { SHOWN })?;
    let now = context.now();
    if args.json {
        return context.out.json(&CustomerJson::shown(&bundle, &detail, &now));
    }
    head(&bundle, context, &now)?;
    channels(&bundle, context)?;
    follow_ups(&bundle, context)?;
    timeline(&detail, context, &now)
}

fn head(bundle: &Bundle, context: &Context, now: &Now) -> Done {
    let (customer, words) = (&bundle.customer, context.words());
    context.out.line(&Safe::new(&customer.name))?;
    let stage = customer.stage.map(|stage| {
        let label = words.say(&context.config.stages.label(Some(stage))).to_string();
        match reason_at(Some(stage), &customer.lost_reason) {
            "" => label,
            reason => format!("{label} ({reason})"),
        }
    });
    let country = customer.country.map_or("", |code| country_name(code, context.lang));
    let zone = customers::zones(bundle).first();
    let there = zone.and_then(|zone| local_at(zone, now.instant)).map(|at| at.format("%Y-%m-%d %H:%M").to_string());
    let facts = [
        ("cli-fact-id", customer.id.to_string()),
        ("cli-fact-company", customer.company.to_string()),
        ("cli-fact-tier", context.config.tier_name(customer.tier).to_owned()),
        ("cli-fact-stage", stage.unwrap_or_default()),
        ("cli-fact-country", country.to_owned()),
        ("cli-fact-city", customer.city.to_string()),
        ("cli-fact-local", there.unwrap_or_default()),
        ("cli-fact-tags", customer.tags.join(", ")),
        ("cli-fact-interests", customer.interests.to_string()),
        ("cli-fact-requirements", customer.requirements.to_string()),
        ("cli-fact-last", bundle.last_contact().map_or_else(String::new, |at| time::ago(at, now, words).to_string())),
        ("cli-fact-notes", customer.notes.to_string()),
    ];
    let mut table = Table::new();
    for (key, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        for (at, line) in Safe::lines(value).enumerate() {
            let name = if at == 0 { words.get(key) } else { Safe::default() };
            table.row([(name, Tint::Faint), (line, Tint::Plain)]);
        }
    }
    context.out.table(&table)
}

fn channels(bundle: &Bundle, context: &Context) -> Done {
    let mut table = Table::new();
    for (at, channel) in bundle.channels.iter().enumerate() {
        let info = kind(channel.kind);
        let name = info.map_or_else(|| channel.kind.to_string(), |info| info.name(context.lang).to_owned());
        let person = bundle.contacts.iter().find(|contact| Some(contact.id) == channel.contact);
        let marks = [
            (channel.primary, "cli-mark-primary"),
            (channel.emergency, "cli-mark-emergency"),
            (info.is_some_and(|info| info.retired.is_some()), "cli-mark-retired"),
        ];
        let marks: Vec<String> =
            marks.iter().filter(|(on, _)| *on).map(|(_, key)| context.words().get(key).to_string()).collect();
        table.row([
            (Safe::new(&(at + 1).to_string()), Tint::Faint),
            (Safe::new(&name), Tint::Plain),
            (Safe::new(&channel.handle), Tint::Strong),
            (Safe::new(person.map_or("", |person| &person.name)), Tint::Plain),
            (Safe::new(&marks.join(", ")), Tint::Faint),
        ]);
    }
    section("cli-section-channels", &table, context)
}

fn follow_ups(bundle: &Bundle, context: &Context) -> Done {
    let mut table = Table::new();
    for follow_up in &bundle.follow_ups {
        table.row([(time::due(&follow_up.due), Tint::Strong), (Safe::new(&follow_up.note), Tint::Plain)]);
    }
    section("cli-section-follow-ups", &table, context)
}

fn timeline(detail: &Detail, context: &Context, now: &Now) -> Done {
    let mut table = Table::new();
    for said in &detail.timeline {
        let arrow = if said.direction == Direction::In { "←" } else { "→" };
        table.row([
            (time::wall(said.at, now), Tint::Faint),
            (Safe::new(arrow), Tint::Plain),
            (Safe::new(said.kind.as_ref().map_or("", |kind| kind.as_str())), Tint::Faint),
            (Safe::new(&said.text), Tint::Plain),
            (Safe::new(&said.outcome), Tint::Faint),
        ]);
    }
    section("cli-section-timeline", &table, context)
}

/// A heading and its rows, where there are any.
fn section(key: &str, table: &Table, context: &Context) -> Done {
    if table.is_empty() {
        return Ok(());
    }
    context.out.line(&Safe::default())?;
    context.out.line(&context.words().get(key))?;
    context.out.table(table)
}
