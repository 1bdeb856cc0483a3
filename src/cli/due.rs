//! `tradewind due`: whom to contact, the most overdue first.

use super::{
    Context, Done, customers,
    table::{Table, Tint},
    time,
};
use crate::domain::{Bundle, CustomerId, FollowUp, Now, Safe, Say, Status, When, insight::Insight, when};
use crate::outlet::json::DueJson;
use chrono::NaiveDate;
use std::collections::HashMap;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long)]
    json: bool,
}

/// A follow-up, and when it falls on the exporter's calendar.
struct Line {
    bundle: Bundle,
    follow_up: FollowUp,
    here: When,
}

impl Line {
    /// The earliest first; a promised time before any time that day; then as dear as the customer is.
    fn order(&self) -> impl Ord + '_ {
        let When { on, time } = self.here;
        let customer = &self.bundle.customer;
        (on, time.is_none(), time, customer.tier, &customer.name, customer.id)
    }
}

pub fn run(args: &Args, context: &Context) -> Done {
    let now = context.now();
    let on = args.on.as_deref().map(|text| when::parse(text, &now)).transpose()?.map(|when| when.on);
    let store = context.open()?;
    let mut due = Vec::new();
    store.bundles(&mut |bundle| {
        if bundle.customer.status == Status::Active {
            for follow_up in &bundle.follow_ups {
                let here = time::here(&follow_up.due, &now);
                if falls(here.on, on, &now) {
                    due.push(Line { bundle: bundle.clone(), follow_up: follow_up.clone(), here });
                }
            }
        }
    })?;
    due.sort_by(|a, b| a.order().cmp(&b.order()));
    if args.json {
        let ids: Vec<CustomerId> = due.iter().map(|line| line.bundle.customer.id).collect();
        let told: HashMap<CustomerId, Insight> = customers::insights(&ids, &store, context)?.into_iter().collect();
        return context.out.json_list(due.iter().map(|Line { bundle, follow_up, .. }| {
            let usual = told.get(&bundle.customer.id).and_then(|told| told.hours);
            DueJson::new(bundle, follow_up, &context.config.windows, usual, &now)
        }));
    }
    print(&due, on, context, &now)
}

/// On that day; without one, today or overdue.
fn falls(day: NaiveDate, on: Option<NaiveDate>, now: &Now) -> bool {
    on.map_or(day <= now.today(), |on| day == on)
}

fn print(due: &[Line], on: Option<NaiveDate>, context: &Context, now: &Now) -> Done {
    if due.is_empty() {
        let say = match on {
            Some(on) => Say::new("cli-due-none-on").with("date", on.to_string()),
            None => Say::new("cli-due-none"),
        };
        context.note(&say);
        return Ok(());
    }
    let mut table = Table::new().right(&[0]).flexible(2);
    for Line { bundle, follow_up, here } in due {
        let customer = &bundle.customer;
        let overdue = (now.today() - here.on).num_days();
        let late = match overdue {
            1.. => context.words().with("cli-overdue", &[("days", overdue.into())]),
            _ => Safe::default(),
        };
        let channel = customers::channel(bundle, None);
        let handle = channel.map_or_else(String::new, |channel| format!("{} {}", channel.kind, channel.handle));
        table.row([
            (Safe::new(&customer.id.to_string()), Tint::Faint),
            (Safe::new(context.config.tier_name(customer.tier)), Tint::of_tier(customer.tier)),
            (Safe::new(&customer.name), Tint::Plain),
            (time::due(&follow_up.due), Tint::Plain),
            (late, Tint::Bad),
            (Safe::new(&handle), Tint::Faint),
            (Safe::new(&follow_up.note), Tint::Plain),
        ]);
    }
    context.out.table(&table)
}
