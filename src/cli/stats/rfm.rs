//! `stats rfm`: bins, segments and groups as of a day.

use super::super::{
    Context, Done, Fault,
    table::{Table, Tint},
};
use super::{Args, plain, say_currency};
use crate::domain::rfm::{Edge, Group, Rfm, Segment, Sum};
use crate::domain::{CustomerId, Say};
use crate::outlet::json::MoneyJson;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Number, Value, json};
use std::collections::{BTreeMap, HashMap};

#[derive(Serialize)]
struct RfmJson {
    as_of: String,
    currency: String,
    customers: usize,
    orders: u64,
    revenue: String,
    bins: BinsJson,
    segments: BTreeMap<&'static str, Value>,
    groups: BTreeMap<&'static str, Value>,
    converted: Vec<MoneyJson>,
    left_out: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<Vec<ScoreJson>>,
}

#[derive(Serialize)]
struct BinsJson {
    r: [Value; 4],
    f: [Value; 4],
    m: [Value; 4],
}

#[derive(Serialize)]
struct ScoreJson {
    customer: i64,
    name: String,
    recency_days: i64,
    orders: u32,
    revenue: String,
    r: u8,
    f: u8,
    m: u8,
    segment: &'static str,
}

pub fn run(args: &Args, as_of: NaiveDate, context: &Context) -> Done {
    let store = context.open()?;
    let reckoning = &context.config.reckoning;
    let mut collector = reckoning.rfm(as_of);
    store.sales(&mut |sale| collector.add(&sale))?;
    let rfm = Rfm::of(collector.sums(&reckoning.rates), as_of);
    let mut names: HashMap<CustomerId, String> = HashMap::new();
    if args.all {
        store.bundles(&mut |bundle| drop(names.insert(bundle.customer.id, bundle.customer.name.to_string())))?;
    }
    if args.json {
        return context.out.json(&json(&rfm, args.all.then_some(&names), context));
    }
    print(&rfm, args.all.then_some(&names), context)
}

/// An edge as a number with all its decimals.
fn number(edge: Edge) -> Value {
    let text = edge.plain();
    let whole = text.parse::<i64>().ok().map(Number::from);
    whole.or_else(|| text.parse().ok().and_then(Number::from_f64)).map_or(Value::String(text), Value::Number)
}

fn sum(sum: &Sum) -> Value {
    json!({"customers": sum.customers, "orders": sum.orders, "revenue": sum.revenue.plain()})
}

fn json(rfm: &Rfm, names: Option<&HashMap<CustomerId, String>>, context: &Context) -> RfmJson {
    let total = rfm.total();
    let bins = rfm.bins.map(|edges| edges.map(number));
    let [r, f, m] = bins;
    let segments = Segment::ALL.into_iter().filter_map(|segment| {
        let own = &rfm.segments[segment.index()];
        let mut json = sum(own);
        json["group"] = segment.group().as_str().into();
        (segment != Segment::Others || own.customers > 0).then_some((segment.as_str(), json))
    });
    let rate = |currency| context.config.reckoning.rates.rates.get(&currency).copied().unwrap_or_default();
    let scores = names.map(|names| {
        let score = |it: &crate::domain::rfm::Scored| ScoreJson {
            customer: it.customer.0,
            name: names.get(&it.customer).cloned().unwrap_or_default(),
            recency_days: it.recency_days,
            orders: it.orders,
            revenue: it.revenue.plain(),
            r: it.score.r,
            f: it.score.f,
            m: it.score.m,
            segment: it.segment.as_str(),
        };
        rfm.scored.iter().map(score).collect()
    });
    RfmJson {
        as_of: rfm.as_of.to_string(),
        currency: rfm.currency.to_string(),
        customers: total.customers,
        orders: total.orders,
        revenue: total.revenue.plain(),
        bins: BinsJson { r, f, m },
        segments: segments.collect(),
        groups: Group::ALL.into_iter().map(|group| (group.as_str(), sum(&rfm.group(group)))).collect(),
        converted: rfm.converted.iter().map(|(currency, _)| MoneyJson::new(*currency, rate(*currency))).collect(),
        left_out: rfm.left_out.iter().map(|(of, n)| json!({"currency": of.as_str(), "orders": n})).collect(),
        scores,
    }
}

fn print(rfm: &Rfm, names: Option<&HashMap<CustomerId, String>>, context: &Context) -> Result<(), Fault> {
    let words = context.words();
    let total = rfm.total();
    if total.customers == 0 {
        return context.say(&Say::new("stats-no-orders").with("date", rfm.as_of.to_string()));
    }
    let head = Say::new("stats-rfm").with("date", rfm.as_of.to_string()).with("customers", total.customers);
    context.say(
        &head.with("orders", i64::try_from(total.orders).unwrap_or(i64::MAX)).with("revenue", total.revenue.grouped()),
    )?;
    say_currency(rfm.currency, &rfm.converted, &rfm.left_out, context)?;
    let mut bins = Table::new().right(&[1, 2, 3, 4]);
    for (key, edges) in ["stats-recency", "stats-frequency", "stats-money"].into_iter().zip(rfm.bins) {
        let cells = edges.map(|edge| (plain(&edge.grouped()), Tint::Plain));
        bins.row([(words.get(key), Tint::Faint)].into_iter().chain(cells));
    }
    context.out.table(&bins)?;
    context.out.line(&plain(""))?;
    let mut table = Table::new().right(&[2, 3, 4]);
    let row = |table: &mut Table, name, group, sum: &Sum, tint| {
        table.row([
            (name, tint),
            (group, Tint::Faint),
            (plain(&sum.customers.to_string()), Tint::Plain),
            (plain(&sum.orders.to_string()), Tint::Plain),
            (plain(&sum.revenue.cents()), Tint::Plain),
        ]);
    };
    let columns = ["stats-segment", "stats-group", "stats-customers", "stats-orders", "stats-revenue"];
    table.head(columns.map(|key| words.get(key)));
    let group_word = |group: Group| words.get(&format!("group-rfm-{}", group.as_str()));
    for segment in Segment::ALL {
        let own = &rfm.segments[segment.index()];
        if own.customers > 0 {
            let name = words.get(&segment_key(segment));
            row(&mut table, name, group_word(segment.group()), own, Tint::Plain);
        }
    }
    for group in Group::ALL {
        row(&mut table, group_word(group), plain(""), &rfm.group(group), Tint::Strong);
    }
    context.out.table(&table)?;
    let Some(names) = names else { return Ok(()) };
    context.out.line(&plain(""))?;
    let mut table = Table::new().right(&[1, 2, 3]).flexible(0);
    for it in &rfm.scored {
        let score = format!("{}{}{}", it.score.r, it.score.f, it.score.m);
        table.row([
            (plain(names.get(&it.customer).map_or("", String::as_str)), Tint::Plain),
            (plain(&it.recency_days.to_string()), Tint::Faint),
            (plain(&it.orders.to_string()), Tint::Faint),
            (plain(&it.revenue.cents()), Tint::Plain),
            (plain(&score), Tint::Strong),
            (words.get(&segment_key(it.segment)), Tint::Plain),
        ]);
    }
    context.out.table(&table)
}

/// The locale key of a segment's name.
fn segment_key(segment: Segment) -> String {
    let slug = segment.as_str().to_lowercase().replace('\'', "").replace(' ', "-");
    format!("segment-{slug}")
}
