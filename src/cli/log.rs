//! `tradewind log`: what was said or written, in or out.

use super::{Context, Done, Fault, change, filter, propose, time, who};
use crate::domain::{Direction, Edit, NewInteraction, Say, fatigue, rules};

/// More than anybody writes in the days that count.
const RECENT: usize = 200;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "WHO")]
    who: String,
    #[arg(long, value_name = "KIND")]
    via: String,
    /// The customer to us.
    #[arg(long = "in", id = "in", conflicts_with = "out")]
    inward: bool,
    /// We to the customer: what is meant where neither is said.
    #[arg(long)]
    out: bool,
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    #[arg(required = true, value_name = "TEXT")]
    text: Vec<String>,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let now = context.now();
    let kind = filter::kind(&args.via)?;
    let at = args.at.as_deref().map_or(Ok(now.instant), |text| time::past(text, &now))?;
    let text = args.text.join(" ");
    if text.trim().is_empty() {
        return Err(Fault::Usage(Say::new("form-text-needed")));
    }
    let mut store = context.open()?;
    let bundle = who::one(&args.who, &store, context)?;
    let interaction = NewInteraction {
        at,
        direction: if args.inward { Direction::In } else { Direction::Out },
        kind: Some(kind),
        text: text.into(),
        outcome: "".into(),
        template: "".into(),
    };
    let customer = bundle.customer.id;
    if !args.inward {
        let fatigue = context.config.fatigue;
        let sent = fatigue::sent(&store.detail(customer, RECENT)?.timeline, fatigue, &now);
        if let Some(warning) = fatigue::warning(sent, fatigue) {
            context.note(&warning);
        }
    }
    let open = bundle.follow_ups.iter().map(|it| (it.id, time::here(&it.due, &now).on));
    let done = rules::closed_by_contact(open, time::day(at, &now));
    change::commit(&Edit::Log { customer, interaction, done, next: None }, &mut store, context)?;
    propose::next(&store, customer, context)
}
