//! `tradewind due`: whom to contact, the most overdue first.

use super::{
    Context, Done, customers,
    table::{Table, Tint},
    time,
};
use crate::domain::{Bundle, FollowUp, Now, Safe, Say, Status, when};
use crate::outlet::json::DueJson;
use chrono::NaiveDate;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let now = context.now();
    let on = args.on.as_deref().map(|text| when::parse(text, &now)).transpose()?.map(|when| when.on);
    let store = context.open()?;
    let mut due = Vec::new();
    store.bundles(&mut |bundle| {
        if bundle.customer.status == Status::Active {
            let fitting = bundle.follow_ups.iter().filter(|follow_up| falls(follow_up, on, &now)).cloned();
            let fitting: Vec<FollowUp> = fitting.collect();
            due.extend(fitting.into_iter().map(|follow_up| (bundle.clone(), follow_up)));
        }
    })?;
    due.sort_by(|(a, x), (b, y)| order(a, x).cmp(&order(b, y)));
    if args.json {
        return context.out.json_list(due.iter().map(|(bundle, follow_up)| DueJson::new(bundle, follow_up, &now)));
    }
    print(&due, on, context, &now)
}

/// On that day; without one, today or overdue.
fn falls(follow_up: &FollowUp, on: Option<NaiveDate>, now: &Now) -> bool {
    on.map_or(follow_up.due.on <= now.today(), |on| follow_up.due.on == on)
}

fn order<'a>(bundle: &'a Bundle, follow_up: &FollowUp) -> impl Ord + use<'a> {
    let time = follow_up.due.time;
    (follow_up.due.on, time.is_none(), time, bundle.customer.tier, bundle.customer.name.as_ref(), bundle.customer.id)
}

fn print(due: &[(Bundle, FollowUp)], on: Option<NaiveDate>, context: &Context, now: &Now) -> Done {
    if due.is_empty() {
        let say = match on {
            Some(on) => Say::new("cli-due-none-on").with("date", on.to_string()),
            None => Say::new("cli-due-none"),
        };
        context.note(&say);
        return Ok(());
    }
    let mut table = Table::new().right(&[0]).flexible(2);
    for (bundle, follow_up) in due {
        let customer = &bundle.customer;
        let overdue = (now.today() - follow_up.due.on).num_days();
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
