//! What the figures cost and how that grows: `cargo bench --bench figures`. `TRADEWIND_BENCH_ONLY` takes some of the
//! parts: `rfm` (scores as of a date), `orders` (the import of an order list), `pages` (the statistics, query and draw),
//! `pipeline` (the funnel board's sums). `TRADEWIND_BENCH_ROWS` is the most rows of each (default: all sizes).

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use ratatui::{Terminal, backend::TestBackend};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tradewind::app::mirror::Page;
use tradewind::app::{App, Effect, Msg, Opening, Settings};
use tradewind::command::{Chord, Key};
use tradewind::domain::funnel::Stages;
use tradewind::domain::reckoning::Reckoning;
use tradewind::domain::rfm::Rfm;
use tradewind::domain::sales::Rates;
use tradewind::domain::*;
use tradewind::intake::orders::KnownOrders;
use tradewind::intake::{Beside, Files, Known, Options, files};
use tradewind::reference::Lang;
use tradewind::runtime::{clock::Clock, mirror};
use tradewind::store::Store;
use tradewind::{demo, ui};

const ORDERS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
const LISTS: [usize; 3] = [10_000, 100_000, 1_000_000];
const CUSTOMERS: [usize; 3] = [1_000, 100_000, 300_000];

fn main() {
    // `cargo test --benches` only asks whether it starts.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let most = std::env::var("TRADEWIND_BENCH_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(usize::MAX);
    let only = std::env::var("TRADEWIND_BENCH_ONLY").ok();
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only.split(',').any(|it| it == part));
    let folder = tempfile::tempdir_in(std::env::var("TRADEWIND_BENCH_DIR").unwrap_or_else(|_| "/tmp".into())).unwrap();
    let now = Clock::new("Asia/Shanghai", Some("2026-11-22T02:14:00Z".parse().unwrap())).now();
    let sizes = |all: &[usize]| all.iter().copied().filter(|size| *size <= most).collect::<Vec<_>>();
    if wanted("rfm") {
        growth("RFM as of a date", "orders", &sizes(&ORDERS), |orders| rfm(folder.path(), orders, &now));
    }
    if wanted("orders") {
        growth("import of an order list", "rows", &sizes(&LISTS), |rows| import(folder.path(), rows, &now));
    }
    if wanted("pages") {
        growth("statistics, count and draw", "customers", &sizes(&CUSTOMERS), |rows| pages(folder.path(), rows, &now));
    }
    if wanted("pipeline") {
        growth("sums of the funnel board", "customers", &sizes(&CUSTOMERS), |rows| pipeline(folder.path(), rows, &now));
    }
}

/// Measures each size and says what ten times as much costs: 10 is linear.
fn growth(what: &str, of: &str, sizes: &[usize], mut measure: impl FnMut(usize) -> Duration) {
    let mut before: Option<(usize, Duration)> = None;
    for size in sizes {
        let took = measure(*size);
        let each = took.as_secs_f64() * 1e6 / *size as f64;
        let ratio = before.map_or_else(String::new, |(small, quick)| {
            let times = *size as f64 / small as f64;
            let grown = took.as_secs_f64() / quick.as_secs_f64();
            format!("  {grown:.1} x for {times:.0} x the {of}, {:.2} of linear", grown / times)
        });
        println!("{what:<28} {size:>9} {of:<9} {:>9.1} ms  {each:>7.2} us each{ratio}", ms(took));
        before = Some((*size, took));
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn middle(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let made = run();
    (begun.elapsed(), made)
}

/// A customer with ten orders over four years; one in nine pays in euro.
fn buyer(nth: usize) -> Dossier {
    let order = |at: usize| {
        let spread = (nth * 10 + at).wrapping_mul(2_654_435_761) % 1_460;
        let on = chrono::NaiveDate::from_ymd_opt(2022, 12, 1).unwrap() + chrono::Days::new(spread as u64);
        NewOrder {
            fields: OrderFields {
                number: format!("PI-{nth}-{at}").into(),
                ordered_on: on,
                currency: Currency::parse(if nth.is_multiple_of(9) { "EUR" } else { "USD" }).unwrap(),
                amount: Amount::whole((spread as i64 * 37) % 9_000 + 100),
                status: OrderStatus::ALL[at % 3],
                shipped_on: None,
                note: "".into(),
                lines: vec![],
            },
            identity: format!("PI-{nth}-{at}").into(),
        }
    };
    let fields = CustomerFields { name: format!("Buyer {nth} Ltd").into(), ..CustomerFields::default() };
    Dossier { fields, orders: (0..10).map(order).collect(), ..Dossier::default() }
}

fn rfm(folder: &Path, orders: usize, now: &Now) -> Duration {
    let file = folder.join(format!("orders-{orders}.db"));
    let mut store = Store::open(&file, now).unwrap();
    let dossiers = (0..orders / 10).map(buyer).collect();
    store.commit(&Edit::Import { source: "made".into(), dossiers }, now).unwrap();
    let rates = Rates {
        currency: Currency::parse("USD").unwrap(),
        rates: [(Currency::parse("EUR").unwrap(), Amount(1_085_000))].into_iter().collect(),
    };
    let rules = Reckoning { rates, ..Reckoning::default() };
    let as_of = chrono::NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();
    middle((0..7).map(|_| {
        timed(|| {
            let store = Store::open_read_only(&file).unwrap();
            let mut collector = rules.rfm(as_of);
            store.sales(&mut |sale| collector.add(&sale)).unwrap();
            let found = Rfm::of(collector.sums(&rules.rates), as_of);
            assert!(!found.scored.is_empty());
        })
        .0
    }))
}

/// The whole way: reading the file, matching buyers, one op. A tenth of the buyers is known already.
fn import(folder: &Path, rows: usize, now: &Now) -> Duration {
    let list = folder.join(format!("list-{rows}.csv"));
    let mut text = String::from("Customer,Order No,Date,Product,Quantity,Amount,Currency\n");
    for nth in 0..rows {
        let (who, day) = (nth % (rows / 10), nth.wrapping_mul(2_654_435_761) % 28 + 1);
        let amount = nth % 9_000 + 100;
        text.push_str(&format!("Buyer {who} Ltd,PO-{nth},2026-{:02}-{day:02},UV lamp,20,{amount},USD\n", nth % 11 + 1));
    }
    std::fs::write(&list, text).unwrap();
    let mut store = Store::open(&folder.join(format!("import-{rows}.db")), now).unwrap();
    let known = (0..rows / 100).map(|nth| Dossier { orders: vec![], ..buyer(nth) }).collect();
    store.commit(&Edit::Import { source: "made".into(), dossiers: known }, now).unwrap();
    let (took, created) = timed(|| {
        let options = Options { orders: true, ..Options::default() };
        let read = Files::read(&[&list], files::Kind::Orders, &options, now, &mut |_, _| {}).unwrap();
        let mut known = Known::default();
        store.bundles(&mut |bundle| known.add(&bundle)).unwrap();
        let lookup = |id| store.bundle(id).unwrap();
        let orders = || {
            let mut known = KnownOrders::default();
            store.known_orders(&mut |id, customer, identity| known.add(id, customer, identity)).unwrap();
            known
        };
        let beside = Beside { known: &known, lookup: &lookup, timeline: &|_| Vec::new(), orders: &orders };
        let plan = read.plan(&beside, &options, now, &mut |_, _| ControlFlow::Continue(()));
        let edit = plan.edit.unwrap();
        store.commit(&edit, now).unwrap();
        plan.report.created
    });
    assert_eq!(created, rows);
    took
}

fn board(folder: &Path, rows: usize, now: &Now) -> PathBuf {
    let file = folder.join(format!("board-{rows}.db"));
    if !file.exists() {
        let mut store = Store::open(&file, now).unwrap();
        demo::edits(rows, 1, now).iter().for_each(|edit| drop(store.commit(edit, now).unwrap()));
    }
    file
}

/// One count of the file, and every page drawn from it at 120 × 40; a frame has 16 ms.
fn pages(folder: &Path, rows: usize, now: &Now) -> Duration {
    let file = board(folder, rows, now);
    let store = Store::open_read_only(&file).unwrap();
    let stages = Stages::default();
    let mut found = None;
    let counted = middle((0..3).map(|_| {
        let (took, mirror) = timed(|| mirror::survey(&store, &stages, &Default::default(), now).unwrap());
        found = Some(mirror);
        took
    }));
    let mut app = App::new(Settings { theme: "dark".into(), ..Settings::default() }, Lang::En, (120, 40), now.clone());
    let page = store.first_page(100, now).unwrap();
    let opening = Opening { bundles: page.bundles, tally: page.tally, views: page.views, ..Opening::default() };
    app.update(Msg::Opened(Box::new(opening)), now.clone());
    for chord in [Chord::char('g'), Chord::char('s')] {
        let effects = app.update(Msg::Key(chord), now.clone());
        if effects.contains(&Effect::Mirror) {
            app.update(Msg::Mirrored(Ok(Box::new(found.take().unwrap()))), now.clone());
        }
    }
    let mut screen = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut slowest = Duration::ZERO;
    for page in Page::ALL {
        let drawn = middle((0..9).map(|_| timed(|| screen.draw(|frame| ui::draw(frame, &app)).map(drop).unwrap()).0));
        println!("    {:<18} count {:>8.1} ms, draw {:>6.2} ms", page.key(), ms(counted), ms(drawn));
        slowest = slowest.max(drawn);
        app.update(Msg::Key(Chord::plain(Key::Tab)), now.clone());
    }
    assert!(found.is_none(), "the pages showed what was counted");
    counted + slowest
}

fn pipeline(folder: &Path, rows: usize, now: &Now) -> Duration {
    let store = Store::open_read_only(&board(folder, rows, now)).unwrap();
    let (stages, rates) = (Stages::default(), Rates::default());
    middle((0..3).map(|_| timed(|| mirror::pipeline(&store, &stages, &rates, now).unwrap()).0))
}
