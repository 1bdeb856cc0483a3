//! A made-up month at the desk: follow-ups come, are done, late, put off, skipped, moved; nobody is forgotten and no day
//! overflows.

use super::harness::Desk;
use crate::app::Msg;
use crate::demo;
use crate::domain::view::{Builtin, ViewQuery};
use crate::domain::{Bundle, CustomerId, Edit, Made, Status, cadence::Why, rules::Rules};
use crate::reference::{Workdays, is_workday};
use chrono::Duration;
use std::collections::{BTreeMap, BTreeSet};

const CAPACITY: u16 = 6;

fn start() -> Desk {
    let mut desk = Desk::with(Rules { capacity: CAPACITY, ..Rules::default() });
    let now = desk.now.clone();
    for edit in demo::edits(40, 1, &now) {
        desk.store.commit(&edit, &now).unwrap();
    }
    desk.store.commit(&Edit::Rhythm, &now).unwrap();
    desk.reopen();
    desk
}

/// The file as it stands, by customer.
fn file(desk: &Desk) -> BTreeMap<CustomerId, Bundle> {
    let mut all = BTreeMap::new();
    desk.store.bundles(&mut |bundle| drop(all.insert(bundle.customer.id, bundle))).unwrap();
    all
}

/// What the exporter does about somebody who is due: mostly a word, now and then something else, sometimes nothing.
fn serve(desk: &mut Desk, id: CustomerId, day: i64) {
    desk.keys("g e");
    let effects = desk.app.land_on(id);
    assert!(effects.len() < 9 && desk.app.current == Some(id));
    match (id.0 * 7 + day * 13) % 11 {
        0..=3 => desk.keys("l").text("sent the new price list").keys("enter"),
        4 => desk.keys("l").text("they asked for a sample").keys("tab tab space enter"),
        5 => desk.keys("enter"),
        6 => desk.keys("z enter"),
        7 => desk.keys("x n"),
        8 => desk.keys(">"),
        9 => desk.keys("F C-u").text("+2d").keys("enter"),
        // Left undone: it is late tomorrow.
        _ => desk,
    };
    assert!(desk.app.modals.is_empty(), "{:?}", desk.app.modals);
}

/// Nobody is forgotten, nothing due is out of sight, no day overflows.
fn check(desk: &Desk, day: i64) {
    let (today, board) = (desk.now.today(), &desk.app.board);
    let due: BTreeSet<CustomerId> = board
        .rows(&ViewQuery::of(Builtin::Due), &desk.now)
        .into_iter()
        .filter_map(|slot| board.at(slot))
        .map(|it| it.customer.id)
        .collect();
    let mut load: BTreeMap<_, (u16, u16)> = BTreeMap::new();
    for bundle in board.bundles().filter(|it| it.customer.status == Status::Active) {
        let (id, next) = (bundle.customer.id, bundle.next_follow_up());
        let next = next.unwrap_or_else(|| panic!("day {day}: {id} has nothing planned"));
        let own = bundle.follow_ups.iter().filter(|it| it.made == Made::Cadence).count();
        let hand = bundle.follow_ups.len() - own;
        assert!(own <= 1 && (own == 0 || hand == 0), "day {day}: {id} has {own} of the rhythm's and {hand} by hand");
        assert!(next.here.on > today || due.contains(&id), "day {day}: {id} is due and not shown");
        // A promised time of theirs can be another day here; the plan goes by the day as it is written.
        for it in bundle.follow_ups.iter().filter(|it| it.due.on >= today) {
            let rhythms = it.made == Made::Cadence;
            let (all, own) = load.entry(it.due.on).or_default();
            (*all, *own) = (*all + 1, *own + u16::from(rhythms && !Why::parse(&it.reason).forced()));
            let days = Workdays { home: board.rules().home };
            let works = crate::domain::cadence::Days::works(&days, bundle.customer.country, it.due.on);
            assert!(works || !rhythms, "day {day}: {id} is planned for {} when one side is off", it.due.on);
        }
    }
    for (on, (all, own)) in load {
        assert!(all <= CAPACITY || own == 0, "day {day}: {all} on {on}, {own} of them the rhythm's");
    }
}

#[test]
fn nobody_is_forgotten_and_no_day_overflows() {
    let mut desk = start();
    let before = file(&desk);
    let ops = desk.store.history(10_000, None, None).unwrap().len();
    check(&desk, 0);
    let mut served = 0;
    for day in 1..=30 {
        desk.now = desk.now.after(Duration::days(1));
        // As on every start of the program.
        let now = desk.now.clone();
        desk.send(Msg::Tick);
        if let Ok(changes) = desk.store.commit(&Edit::Rhythm, &now) {
            desk.send(Msg::Changed(Box::new(changes)));
        }
        check(&desk, day);
        if !is_workday(desk.app.board.rules().home, desk.now.today()) {
            continue;
        }
        let due = desk.app.board.rows(&ViewQuery::of(Builtin::Due), &desk.now);
        let due: Vec<CustomerId> =
            due.into_iter().filter_map(|slot| desk.app.board.at(slot)).map(|it| it.customer.id).collect();
        for id in due.into_iter().take(8) {
            serve(&mut desk, id, day);
            served += 1;
        }
        match day % 10 {
            2 => drop(desk.keys("g e j j P").text("+12d").keys("enter")),
            5 => drop(desk.keys("g e G a")),
            8 => drop(desk.keys("g p y")),
            _ => {}
        }
        desk.app.modals.clear();
        check(&desk, day);
    }
    assert!(served > 60, "{served} served");
    let after = file(&desk);
    let done = desk.store.history(10_000, None, None).unwrap().len() - ops;
    let now = desk.now.clone();
    for _ in 0..done {
        desk.store.undo(&now).unwrap();
    }
    assert_eq!(file(&desk), before, "undo brings back all of it");
    for _ in 0..done {
        desk.store.redo(&now).unwrap();
    }
    assert_eq!(file(&desk), after);
}
