//! `tradewind list`: the customers of a view, filtered and ordered as on the board.

use super::{Context, Done, Fault, customers, filter};
use crate::domain::{Say, Text, view::Sort, view::ViewQuery};
use crate::store::Store;

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
    let query = query(args, &store)?;
    let mut board = customers::board(&store, context)?;
    if query.sort == Sort::Silence {
        customers::tell_waiting(&mut board, &store, context)?;
    }
    let rows = customers::rows(&board, &query, &context.now());
    if args.json {
        return customers::print_json(rows.iter().copied(), context);
    }
    customers::print(rows.iter().copied(), context)
}

fn query(args: &Args, store: &Store) -> Result<ViewQuery, Fault> {
    let mut query = match &args.view {
        Some(name) => filter::view(name, store)?,
        None => ViewQuery::default(),
    };
    let read = |texts: &[String]| texts.iter().map(|text| text.trim().to_owned()).collect::<Vec<_>>();
    if !args.tier.is_empty() {
        query.tiers = read(&args.tier).iter().map(|text| filter::tier(text)).collect::<Result<_, _>>()?;
    }
    if !args.stage.is_empty() {
        query.stages = read(&args.stage).iter().map(|text| filter::stage(text)).collect::<Result<_, _>>()?;
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
