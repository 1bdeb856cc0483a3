//! Customers read, searched and printed: what `list`, `find` and `show` share.

use super::{
    Context, Done, Fault,
    table::{Table, Tint},
    time,
};
use crate::app::Board;
use crate::domain::insight::Insight;
use crate::domain::view::{Builtin, Sort, ViewQuery};
use crate::domain::{Bundle, Channel, ChannelKind, CustomerId, Now, Safe, Say};
use crate::outlet::json::CustomerJson;
use crate::reference::{Candidates, is_phone_like, zones_of};
use crate::runtime::insight;
use crate::search::Ranker;
use crate::store::Store;
use std::{collections::HashSet, sync::atomic::AtomicBool};

/// The whole file, as the screen would hold it.
pub fn board(store: &Store, context: &Context) -> Result<Board, Fault> {
    let mut board = Board::new(context.config.rules(), &context.now());
    store.bundles(&mut |bundle| board.put(bundle))?;
    Ok(board)
}

/// Tells the board what an order hangs on: why those who owe an answer are silent, when those who are due answer.
pub fn tell(board: &mut Board, sort: Sort, store: &Store, context: &Context) -> Result<(), Fault> {
    let now = context.now();
    let wanted = |bundle: &&Bundle| match sort {
        Sort::Silence => Builtin::Waiting.holds(bundle, board.rules(), &now),
        Sort::Window => Builtin::Reachable.holds(bundle, board.rules(), &now),
        _ => false,
    };
    let ids: Vec<CustomerId> = board.bundles().filter(wanted).map(|bundle| bundle.customer.id).collect();
    let told = insights(&ids, store, context)?;
    board.take_insights(&told, false);
    Ok(())
}

/// What is told of these customers, in short.
pub fn insights(ids: &[CustomerId], store: &Store, context: &Context) -> Result<Vec<(CustomerId, Insight)>, Fault> {
    Ok(insight::some(store, ids, &insight_rules(context), &mut insight::Met::default(), &context.now())?)
}

/// What insights are told by.
fn insight_rules(context: &Context) -> insight::Rules {
    let config = &context.config;
    insight::Rules { fit: config.fit.clone(), windows: config.windows.clone(), lang: context.lang }
}

/// The customers of a view in its order; its text, where it has one, as the search sees it.
pub fn rows<'b>(board: &'b Board, query: &ViewQuery, now: &Now) -> Vec<&'b Bundle> {
    let mut slots = board.rows(query, now);
    if !query.text.is_empty() {
        let found: HashSet<u32> = search(board, &query.text).into_iter().collect();
        slots.retain(|slot| found.contains(slot));
    }
    slots.into_iter().filter_map(|slot| board.at(slot)).collect()
}

/// Slots, the best first.
pub fn search(board: &Board, text: &str) -> Vec<u32> {
    let ranking = Ranker::new().rank_or_near(board.index(), text, &AtomicBool::new(false));
    ranking.unwrap_or_default().hits.into_iter().map(|hit| hit.slot).collect()
}

pub fn print_json<'b>(bundles: impl Iterator<Item = &'b Bundle>, context: &Context) -> Done {
    let now = context.now();
    context.out.json_list(bundles.map(|bundle| CustomerJson::new(bundle, &now)))
}

/// The customers as a table.
pub fn print<'b>(bundles: impl Iterator<Item = &'b Bundle>, context: &Context) -> Done {
    let now = context.now();
    let mut table = Table::new().right(&[0]).flexible(2);
    let head = [
        "cli-col-id",
        "cli-col-tier",
        "cli-col-name",
        "cli-col-who",
        "cli-col-country",
        "cli-col-last",
        "cli-col-next",
    ];
    table.head(head.map(|key| context.words().get(key)));
    let mut count = 0_usize;
    for bundle in bundles {
        table.row(cells(bundle, context, &now));
        count += 1;
    }
    if count > 0 {
        context.out.table(&table)?;
    }
    if count == 0 || context.out.is_terminal() {
        context.note(&Say::new("cli-customers").with("count", count));
    }
    Ok(())
}

fn cells(bundle: &Bundle, context: &Context, now: &Now) -> [(Safe, Tint); 7] {
    let customer = &bundle.customer;
    let who = bundle.contacts.iter().map(|contact| &*contact.name).find(|name| !name.is_empty()).unwrap_or_default();
    let last = bundle.last_contact().map_or_else(Safe::default, |at| time::ago(at, now, context.words()));
    let next = bundle.next_follow_up();
    let due = next.is_some_and(|next| next.here.on <= now.today());
    [
        (Safe::new(&customer.id.to_string()), Tint::Faint),
        (Safe::new(context.config.tier_name(customer.tier)), Tint::of_tier(customer.tier)),
        (Safe::new(&customer.name), Tint::Plain),
        (Safe::new(who), Tint::Plain),
        (Safe::new(customer.country.as_ref().map_or("", |country| country.as_str())), Tint::Plain),
        (last, Tint::Faint),
        (next.map_or_else(Safe::default, |next| time::due(&next.due)), if due { Tint::Bad } else { Tint::Plain }),
    ]
}

/// The channel to use: of `kind`, or the primary one, or the first that still works.
pub fn channel(bundle: &Bundle, kind: Option<ChannelKind>) -> Option<&Channel> {
    let mut fitting: Vec<&Channel> =
        bundle.channels.iter().filter(|channel| kind.is_none_or(|kind| channel.kind == kind)).collect();
    fitting.sort_by_key(|channel| !channel.primary);
    fitting.first().copied()
}

/// The zones that the customer may live in.
pub fn zones(bundle: &Bundle) -> Candidates {
    let customer = &bundle.customer;
    let mut phones = bundle.channels.iter().filter(|channel| is_phone_like(channel.kind));
    let phone = phones.find(|channel| channel.norm.starts_with('+'));
    zones_of(customer.country, &customer.city, &customer.zone, phone.map(|channel| &*channel.norm))
}
