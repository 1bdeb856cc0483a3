//! `tradewind plan`: a follow-up, on the exporter's calendar or on the customer's wall.

use super::{Context, Done, Fault, customers, time, who};
use crate::domain::{
    Bundle, Due, Edit, Made, NewFollowUp, Now, Say, Text,
    when::{self, WhenError},
};
use crate::reference::Candidates;
use crate::runtime::clock::Clock;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "WHO")]
    who: String,
    /// `fri 15:00 send PI`, quoted or not, as on the board.
    #[arg(required = true, value_name = "WHEN [TEXT]")]
    when: Vec<String>,
    #[arg(long)]
    theirs: bool,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let mut store = context.open()?;
    let bundle = who::one(&args.who, &store, context)?;
    let (wall, zone) = wall(args.theirs, &bundle, context)?;
    let line = args.when.join(" ");
    let Some((when, note)) = when::split(&line, &wall) else { return Err(not_a_date(&line, &args.when, &wall)) };
    // A day without a time is a day everywhere.
    let zone = zone.filter(|_| when.time.is_some());
    let follow_up = NewFollowUp { due: when.due(zone), note: note.into(), made: Made::Hand };
    let due = follow_up.due.clone();
    if let Some(pause) = bundle.away(context.now().today()).filter(|pause| due.on < pause.until) {
        let say = Say::new("cli-planned-away").with("name", &*bundle.customer.name);
        context.note(&say.with("until", pause.until.to_string()));
    }
    store.commit(&Edit::Plan { customers: vec![bundle.customer.id], follow_up }, &context.now())?;
    context.changed(&store);
    said(&bundle, &due, context)
}

/// What was planned; a time on another wall on the exporter's, too.
fn said(bundle: &Bundle, due: &Due, context: &Context) -> Done {
    let now = context.now();
    let here = time::here(due, &now).due(None);
    let key = if due.zone.is_none() { "cli-planned" } else { "cli-planned-theirs" };
    let say = Say::new(key)
        .with("name", &*bundle.customer.name)
        .with("due", time::due(due).to_string())
        .with("here", time::due(&here).to_string());
    context.say(&say)
}

/// The wall that the date is read on; its zone where it is not the exporter's.
fn wall(theirs: bool, bundle: &Bundle, context: &Context) -> Result<(Now, Option<Text>), Fault> {
    let now = context.now();
    if !theirs {
        return Ok((now, None));
    }
    let name = || bundle.customer.name.to_string();
    match customers::zones(bundle) {
        Candidates::One(zone) => Ok((Clock::new(zone, None).at(now.instant), Some(zone.into()))),
        Candidates::Several(zones) => {
            let zones = zones.join(", ");
            Err(Fault::Failed(Say::new("cli-zone-several").with("name", name()).with("zones", zones)))
        }
        Candidates::Unknown => Err(Fault::Failed(Say::new("cli-zone-unknown").with("name", name()))),
    }
}

/// Why the line does not begin with a date: of its first word, which is what was meant as one.
fn not_a_date(line: &str, words: &[String], wall: &Now) -> Fault {
    let first = words.first().map_or(line, String::as_str);
    match when::parse(line, wall).err() {
        Some(error @ (WhenError::NoSuchDay(_) | WhenError::TooFar(_))) => error.into(),
        _ => WhenError::Unknown(first.to_owned()).into(),
    }
}
