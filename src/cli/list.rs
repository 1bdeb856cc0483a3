//! `tradewind list`: the customers of a view, filtered and ordered as on the board.

use super::{Context, Done, Fault, customers, filter, stats};
use crate::domain::{CustomerId, Say, Text, view::Sort, view::ViewQuery};
use crate::store::Store;
use std::collections::HashMap;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    tier: Vec<String>,
    #[arg(long, value_name = "S", value_delimiter = ',')]
    stage: Vec<String>,
    #[arg(long, value_name = "CC", value_delimiter = ',')]
    country: Vec<String>,
    #[arg(long, value_name = "T")]
    tag: Vec<String>,
    #[arg(long, value_name = "KEY")]
    sort: Option<String>,
    #[arg(long)]
    reverse: bool,
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let drifting = args.view.as_deref().is_some_and(|name| name.trim().eq_ignore_ascii_case("drift"));
    let query = query(args, &store, drifting, context)?;
    let mut board = customers::board(&store, context)?;
    customers::tell(&mut board, query.sort, &store, context)?;
    let mut rows = customers::rows(&board, &query, &context.now());
    if drifting {
        let found = stats::drift(&board, &store, &context.now(), context)?;
        let place: HashMap<CustomerId, usize> =
            found.misfiled.iter().enumerate().map(|(at, it)| (it.customer, at)).collect();
        rows.retain(|bundle| place.contains_key(&bundle.customer.id));
        if args.sort.is_none() {
            rows.sort_by_key(|bundle| place.get(&bundle.customer.id));
        }
    }
    if args.json {
        return customers::print_json(rows.iter().copied(), context);
    }
    customers::print(rows.iter().copied(), context)
}

/// The misfiled are no view of the list alone: every sale of the file says who they are.
fn query(args: &Args, store: &Store, drifting: bool, context: &Context) -> Result<ViewQuery, Fault> {
    let mut query = match &args.view {
        Some(name) if !drifting => filter::view(name, store)?,
        _ => ViewQuery::default(),
    };
    let read = |texts: &[String]| texts.iter().map(|text| text.trim().to_owned()).collect::<Vec<_>>();
    if !args.tier.is_empty() {
        query.tiers = read(&args.tier).iter().map(|text| filter::tier(text)).collect::<Result<_, _>>()?;
    }
    if !args.stage.is_empty() {
        let stages = &context.config.stages;
        query.stages =
            read(&args.stage).iter().map(|text| filter::stage(text, stages, store)).collect::<Result<_, _>>()?;
    }
    if !args.country.is_empty() {
        query.countries = read(&args.country).iter().map(|text| filter::country(text)).collect::<Result<_, _>>()?;
    }
    query.tags.extend(args.tag.iter().map(|tag| Text::from(tag.trim())));
    if let Some(key) = &args.sort {
        query.sort = Sort::parse(key).ok_or_else(|| {
            let keys = Sort::ALL.map(Sort::as_str).join(", ");
            Fault::Usage(Say::new("cli-no-such-sort").with("sort", key.as_str()).with("sorts", keys))
        })?;
    }
    query.reverse ^= args.reverse;
    Ok(query)
}
