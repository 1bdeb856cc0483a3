//! `tradewind find`: the search of the board, its best hits first.

use super::{
    Context, Done, Fault, customers, filter, out,
    table::{Table, Tint},
};
use crate::domain::{Bundle, ChannelKind, Safe, Say};

/// Hits where no number is given.
const LIMIT: usize = 20;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "KIND")]
    channel: Option<String>,
    #[arg(long)]
    copy: bool,
    #[arg(long, value_name = "N", default_value_t = LIMIT, value_parser = super::args::at_least_one)]
    limit: usize,
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let kind = args.channel.as_deref().map(filter::kind).transpose()?;
    let query = args.query.join(" ");
    let store = context.open()?;
    let board = customers::board(&store, context)?;
    let hits = customers::search(&board, &query).into_iter().filter_map(|slot| board.at(slot));
    let hits: Vec<&Bundle> =
        hits.filter(|bundle| kind.is_none() || customers::channel(bundle, kind).is_some()).take(args.limit).collect();
    if args.json {
        customers::print_json(hits.iter().copied(), context)?;
    } else if hits.is_empty() && !args.copy {
        context.note(&Say::new("cli-find-nobody").with("query", query.as_str()));
    } else {
        print(&hits, kind, context)?;
    }
    if args.copy { copy(&query, hits.first().copied(), kind, context) } else { Ok(()) }
}

/// Who, and how to reach them.
fn print(hits: &[&Bundle], kind: Option<ChannelKind>, context: &Context) -> Done {
    let mut table = Table::new().right(&[0]).flexible(2);
    for bundle in hits {
        let customer = &bundle.customer;
        let channel = customers::channel(bundle, kind);
        let contact = channel.and_then(|channel| channel.contact);
        let contact = bundle.contacts.iter().find(|person| contact.is_none_or(|id| person.id == id));
        let who = contact.map_or("", |person| &person.name);
        table.row([
            (Safe::new(&customer.id.to_string()), Tint::Faint),
            (Safe::new(context.config.tier_name(customer.tier)), Tint::of_tier(customer.tier)),
            (Safe::new(&customer.name), Tint::Plain),
            (Safe::new(who), Tint::Plain),
            (Safe::new(customer.country.as_ref().map_or("", |code| code.as_str())), Tint::Plain),
            (Safe::new(channel.map_or("", |channel| channel.kind.as_str())), Tint::Faint),
            (Safe::new(channel.map_or("", |channel| &channel.handle)), Tint::Strong),
        ]);
    }
    context.out.table(&table)
}

/// Copies the best hit's handle, and says whose it is.
fn copy(query: &str, best: Option<&Bundle>, kind: Option<ChannelKind>, context: &Context) -> Done {
    let bundle = best.ok_or_else(|| Fault::Failed(Say::new("cli-find-nobody").with("query", query)))?;
    let name = bundle.customer.name.to_string();
    let channel = customers::channel(bundle, kind)
        .ok_or_else(|| Fault::Failed(Say::new("cli-no-channel").with("name", name.as_str())))?;
    let handle = Safe::new(&channel.handle);
    out::copy(&handle).map_err(|_| Fault::failed("cli-no-clipboard"))?;
    context.note(&Say::new("cli-copied").with("handle", handle.to_string()).with("name", name));
    Ok(())
}
