//! The statistics over the fixed board.

use super::fixture::{bundles, now};
use crate::app::App;
use crate::app::funnel::{Column, FunnelBoard, Place};
use crate::app::mirror::{Count, Page, Statistics};
use crate::app::modal::Modal;
use crate::domain::funnel::Stages;
use crate::domain::funnel::pipeline::{Collector, Pipeline};
use crate::domain::mirror::{Facts, Mirror, Promise, Row, StageChange, Watch};
use crate::domain::rfm::Segment;
use crate::domain::sales::Rates;
use crate::domain::{Amount, ChannelKind, Currency, Direction, FollowUpState, Interaction, InteractionId, Sale, Stage};
use chrono::Duration;

/// Every page, counted; one that counts, and one with nothing to count.
pub fn layers(app: &App) -> Vec<(&'static str, Modal)> {
    let open = |page, count| Modal::Statistics(Box::new(Statistics { page, count, ..Statistics::default() }));
    let mut all: Vec<(&'static str, Modal)> =
        Page::ALL.into_iter().map(|page| (page.key(), open(page, Count::Counted(Box::new(mirror()))))).collect();
    all.push(("stats-counting", open(Page::FollowUps, Count::Counting)));
    all.push(("stats-empty", open(Page::Answers, Count::Counted(Box::new(empty())))));
    all.push(("funnel", Modal::Funnel(Box::new(columns(app)))));
    all
}

fn columns(app: &App) -> FunnelBoard {
    let customers = |stage| {
        let there = app.board.bundles().filter(|bundle| bundle.customer.stage == Some(stage));
        there.map(|bundle| bundle.customer.id).collect()
    };
    let mut columns =
        Stage::DEFAULT.map(|stage| Column { place: Place::Stage(stage), customers: customers(stage) }).to_vec();
    // Two are beside the funnel: at a stage that is not shown, and at none.
    for place in [Place::Nowhere, Place::Other] {
        let customers = columns.last_mut().and_then(|column| column.customers.pop()).into_iter().collect();
        columns.insert(0, Column { place, customers });
    }
    let mut open = FunnelBoard::default();
    (open.columns, open.column) = (columns, 4);
    open.pipeline = Some(Box::new(pipeline()));
    open
}

/// Some are stuck, some have orders under way, in a currency without a rate too.
fn pipeline() -> Pipeline {
    let mut orders = Collector::default();
    for bundle in bundles() {
        let id = bundle.customer.id;
        let order = |code: &str, amount| Sale {
            customer: id,
            on: now().today(),
            currency: Currency::parse(code).unwrap(),
            amount: Amount::whole(amount),
        };
        match id.0 % 4 {
            0 => orders.add(&order("USD", 12_340 * id.0)),
            1 => orders.add(&order("EUR", 4_500 + id.0)),
            2 => [order("USD", 800), order("CNY", 64_000)].iter().for_each(|sale| orders.add(sale)),
            _ => {}
        }
    }
    let usd = Currency::parse("USD").unwrap();
    let rates = [(Currency::parse("EUR").unwrap(), Amount(1_085_000))].into_iter().collect();
    let stuck = bundles().into_iter().map(|bundle| bundle.customer.id).filter(|id| id.0 % 3 == 0);
    Pipeline {
        stuck: stuck.map(|id| (id, 60 + u32::try_from(id.0).unwrap())).collect(),
        open: orders.sums(&Rates { currency: usd, rates }),
    }
}

fn empty() -> Mirror {
    Watch::new(&Stages::default(), &now()).finish()
}

/// A year of a busy desk, made from counting.
pub fn mirror() -> Mirror {
    let stages = Stages::default();
    let mut watch = Watch::new(&stages, &now());
    for bundle in bundles() {
        let customer = &bundle.customer;
        let n = customer.id.0;
        let facts = Facts {
            id: customer.id,
            created_at: customer.created_at,
            tier: customer.tier,
            stage: customer.stage,
            country: customer.country,
            segment: [Some(Segment::Champions), Some(Segment::AtRisk), None][n as usize % 3],
            active: true,
            dismissed: false,
            lost_reason: if n % 2 == 1 { "price too high".into() } else { "".into() },
        };
        let (timeline, promises, path) = (timeline(n), promises(n), path(n, customer.stage));
        let wall = |at: chrono::DateTime<chrono::Utc>| (n != 9).then(|| at.naive_utc() + Duration::hours(n - 6));
        watch.add(&Row { facts: &facts, timeline: &timeline, promises: &promises, path: &path, wall: &wall });
    }
    watch.finish()
}

/// The newest first: we write every few days, by turns, and are answered now and then.
fn timeline(n: i64) -> Vec<Interaction> {
    let kinds = [ChannelKind::WHATSAPP, ChannelKind::EMAIL, ChannelKind::WECHAT, ChannelKind::EMAIL];
    let templates = ["", "first-reply", "", "offer-call"];
    let mut said = Vec::new();
    for turn in 0..(4 + n % 5) {
        let at = now().instant - Duration::hours(80 + turn * 97 + n * 5);
        let kind = Some(kinds[((turn + n) % 4) as usize]);
        let line = |direction, at, template: &str| Interaction {
            id: InteractionId(0),
            contact: None,
            at,
            direction,
            kind,
            text: "".into(),
            outcome: "".into(),
            template: template.into(),
        };
        if (turn * n) % 3 != 1 {
            said.push(line(Direction::In, at + Duration::hours(1 + (n * 7 + turn * 11) % 60), ""));
        }
        said.push(line(Direction::Out, at, templates[((turn + n * 3) % 4) as usize]));
    }
    for (id, line) in (1..).zip(said.iter_mut().rev()) {
        line.id = InteractionId(id);
    }
    said
}

fn promises(n: i64) -> Vec<Promise> {
    let promise = |turn: i64| {
        let due = now().today() - Duration::days(turn * 6 + n);
        let (state, late) = match (turn * 5 + n) % 7 {
            0 => (FollowUpState::Late, 2),
            3 => (FollowUpState::Dropped, 0),
            _ => (FollowUpState::Kept, 0),
        };
        Promise { due, state, closed_at: Some(now().instant - Duration::days(turn * 6 + n - late)) }
    };
    (1..=14).map(promise).collect()
}

/// Through the stages, a few days in each, to where the customer is.
fn path(n: i64, stage: Option<Stage>) -> Vec<StageChange> {
    let last = Stage::DEFAULT.iter().position(|known| Some(*known) == stage).unwrap_or(0);
    let steps: Vec<Stage> = if stage == Some(Stage::LOST) {
        vec![Stage::INQUIRY, Stage::QUALIFIED, Stage::QUOTED, Stage::LOST]
    } else {
        Stage::DEFAULT[..=last].to_vec()
    };
    let count = i64::try_from(steps.len()).unwrap_or(0);
    let at = |step: i64| now().instant - Duration::days((count - step) * (5 + n % 6) + n);
    steps
        .windows(2)
        .zip(1..)
        .map(|(pair, step)| StageChange { at: at(step), was: Some(pair[0]), stage: Some(pair[1]) })
        .collect()
}
