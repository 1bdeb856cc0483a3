//! `tradewind list`: the customers of a view, filtered and ordered as on the board.

use super::{Context, Done, Fault, customers, filter, stats};
use crate::app::Board;
use crate::domain::{CustomerId, Say, Text, view::Sort, view::ViewQuery};
use crate::reference::ahead;
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

/// Views that are more than a filter: something is reckoned first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reckoned {
    /// Filed under the wrong tier: every sale of the file says who.
    Drift,
    /// To be reached before a long holiday of either side.
    Holidays,
}

impl Reckoned {
    fn named(name: &str) -> Option<Self> {
        match name.trim().to_ascii_lowercase().as_str() {
            "drift" => Some(Self::Drift),
            "holidays" => Some(Self::Holidays),
            _ => None,
        }
    }

    /// The customers, in the order of the view.
    fn customers(self, board: &Board, store: &Store, context: &Context) -> Result<Vec<CustomerId>, Fault> {
        let now = context.now();
        match self {
            Self::Drift => {
                let found = stats::drift(board, store, &now, context)?;
                Ok(found.misfiled.iter().map(|it| it.customer).collect())
            }
            Self::Holidays => {
                let found = ahead::ahead(board.bundles(), board.rules(), &now);
                Ok(found.iter().flat_map(|it| &it.reach).map(|(id, _)| *id).collect())
            }
        }
    }
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let reckoned = args.view.as_deref().and_then(Reckoned::named);
    let query = query(args, &store, reckoned.is_some(), context)?;
    let mut board = customers::board(&store, context)?;
    customers::tell(&mut board, query.sort, &store, context)?;
    let mut rows = customers::rows(&board, &query, &context.now());
    if let Some(reckoned) = reckoned {
        let mut place: HashMap<CustomerId, usize> = HashMap::new();
        for (at, id) in reckoned.customers(&board, &store, context)?.into_iter().enumerate() {
            place.entry(id).or_insert(at);
        }
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

fn query(args: &Args, store: &Store, reckoned: bool, context: &Context) -> Result<ViewQuery, Fault> {
    let mut query = match &args.view {
        Some(name) if !reckoned => filter::view(name, store)?,
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
