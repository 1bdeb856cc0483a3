//! What the screen pays for another view, another order, a chart: one key, one frame.

use super::{Desk, Took, ms, report};
use std::path::Path;
use std::time::{Duration, Instant};
use tradewind::app::{Msg, mirror::Page};
use tradewind::command::{Chord, Key};
use tradewind::domain::Now;
use tradewind::domain::view::{Builtin, Sort, ViewQuery};
use tradewind::reference;
use tradewind::runtime::mirror;
use tradewind::store::Store;

/// Every view in its order, and every order of all customers.
pub fn views(file: &Path, now: &Now) {
    reference::zones::warm();
    let mut desk = Desk::open(file, now);
    let orders = Sort::ALL.map(|sort| (sort.as_str(), ViewQuery { sort, ..ViewQuery::default() }));
    let views = Builtin::ALL.map(|view| (view.as_str(), ViewQuery::of(view)));
    for (name, query) in views.into_iter().chain(orders) {
        let took: Vec<Took> = (0..30).map(|_| desk.show(&query)).collect();
        report(&format!("{name}, {} rows, and draw", desk.app.list.rows.len()), &took);
    }
}

/// Every chart: opened, counted beside the screen, shown.
pub fn charts(file: &Path, rows: usize, now: &Now) {
    let mut desk = Desk::open(file, now);
    let store = Store::open_read_only(file).unwrap();
    let begun = Instant::now();
    let counted = mirror::survey(&store, &desk.app.settings.rules.funnel, &desk.app.settings.reckoning, now).unwrap();
    println!("charts at {rows}: counted in {:.0} ms beside the screen", ms(begun.elapsed()));
    let mut opened = Vec::new();
    let mut shown: Vec<Vec<Took>> = vec![Vec::new(); Page::ALL.len()];
    for _ in 0..30 {
        desk.key(Chord::char('g'));
        opened.push(desk.key(Chord::char('s')));
        let begun = Instant::now();
        desk.send(Msg::Mirrored(Ok(Box::new(counted.clone()))));
        desk.draw();
        shown[0].push(Took {
            all: begun.elapsed(),
            disk: Duration::ZERO,
            ranking: Duration::ZERO,
            draw: Duration::ZERO,
        });
        for page in &mut shown[1..] {
            page.push(desk.key(Chord::plain(Key::Tab)));
        }
        desk.key(Chord::plain(Key::Esc));
    }
    report("a chart opened", &opened);
    for (page, took) in Page::ALL.iter().zip(&shown) {
        report(&format!("{} shown", page.key()), took);
    }
    let funnel = (0..30).map(|_| {
        desk.key(Chord::char('g'));
        let took = desk.key(Chord::char('k'));
        desk.key(Chord::plain(Key::Esc));
        took
    });
    report("the funnel's columns shown", &funnel.collect::<Vec<_>>());
}
