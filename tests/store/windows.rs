//! Two windows on one file.

use crate::support::*;
use std::{thread, time::Instant};
use tradewind::{
    domain::*,
    store::{Store, StoreError},
};

#[test]
fn each_window_sees_what_the_other_did() {
    let place = place();
    let mut here = open(&place);
    let mut there = open(&place);
    assert_eq!(there.poll().unwrap(), None);
    let id = save(&mut here, named("Tom"));
    let changes = there.poll().unwrap().unwrap();
    assert_eq!(changes.cause, Cause::Elsewhere);
    assert_eq!(&*changes.op.unwrap().1.key, "op-add");
    assert_eq!(changes.customers, [(id, here.bundle(id).unwrap())]);
    assert_eq!((there.poll().unwrap(), here.poll().unwrap()), (None, None), "each change is told once");

    there.undo(&now()).unwrap();
    let changes = here.poll().unwrap().unwrap();
    assert_eq!((changes.cause, changes.customers), (Cause::UndoneElsewhere, vec![(id, None)]), "one log for both");
    here.redo(&now()).unwrap();
    there.commit(&set_tier(&[id], Tier::A), &now()).unwrap();
    assert_eq!(there.poll().unwrap(), None);
    let edit = Edit::SaveView { id: None, name: "mine".into(), query: Box::default() };
    there.commit(&edit, &now()).unwrap();
    let changes = here.poll().unwrap().unwrap();
    assert_eq!(changes.customers[0].1.as_ref().unwrap().customer.tier, Tier::A);
    assert_eq!(changes.views.unwrap().len(), 1);
}

#[test]
fn a_commit_tells_what_the_other_window_did_before_it() {
    let place = place();
    let mut here = open(&place);
    let mut there = open(&place);
    let tom = save(&mut here, named("Tom"));
    // `there` has not looked yet; what it hears of its own change has Tom in it.
    let edit = Edit::Save(Box::new(named("Ann")));
    let changes = there.commit(&edit, &now()).unwrap();
    assert_eq!(&*changes.op.unwrap().1.name, "Ann");
    let names = changes.customers.iter().map(|(_, b)| &*b.as_ref().unwrap().customer.name).collect::<Vec<_>>();
    assert_eq!(names, ["Tom", "Ann"]);
    assert_eq!(there.poll().unwrap(), None);
    // An edit that changes nothing swallows nothing either.
    here.commit(&set_tier(&[tom], Tier::A), &now()).unwrap();
    assert_eq!(there.commit(&set_tier(&[tom], Tier::A), &now()).unwrap().op, None);
    assert_eq!(there.poll().unwrap().unwrap().customers.len(), 1);
}

#[test]
fn two_busy_windows_lose_nothing() {
    let place = place();
    drop(open(&place));
    let workers = (0..2).map(|window| {
        let file = place.file.clone();
        thread::spawn(move || {
            let mut store = Store::open(&file, &now()).unwrap();
            for n in 0..25 {
                store.commit(&Edit::Save(Box::new(named(&format!("{window}-{n}")))), &now()).unwrap();
            }
        })
    });
    workers.collect::<Vec<_>>().into_iter().for_each(|worker| worker.join().unwrap());
    let store = open(&place);
    assert_eq!(all(&store).len(), 50);
    assert_eq!(store.history(100, None, None).unwrap().len(), 50);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_file_that_stays_in_use_is_named() {
    let place = place();
    let mut store = open(&place);
    save(&mut store, named("Tom"));
    let other = rusqlite::Connection::open(&place.file).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let start = Instant::now();
    let error = store.commit(&Edit::Save(Box::new(named("Ann"))), &now()).unwrap_err();
    assert!(matches!(&error, StoreError::Busy { path } if *path == place.file), "{error}");
    assert!(start.elapsed().as_secs() >= 2, "patient first");
    other.execute_batch("ROLLBACK").unwrap();
    save(&mut store, named("Ann"));
    assert_eq!(all(&store).len(), 2);
}

#[test]
fn a_window_that_slept_through_much_reads_all_again() {
    let place = place();
    let mut here = open(&place);
    let mut there = open(&place);
    let dossiers = (0..20_001).map(|n| named(&n.to_string())).collect();
    let changes = here.commit(&Edit::Import { source: "big.csv".into(), dossiers }, &now()).unwrap();
    assert!(changes.reload && changes.customers.is_empty());
    let changes = there.poll().unwrap().unwrap();
    assert!(changes.reload && changes.customers.is_empty());
    assert!(here.undo(&now()).unwrap().reload);
}

#[test]
fn a_second_connection_reads_while_the_first_works() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    let mut looking = Store::open_read_only(&place.file).unwrap();
    assert!(looking.read_only());
    assert_eq!(all(&looking), all(&store));
    assert!(matches!(looking.commit(&set_tier(&[id], Tier::A), &now()), Err(StoreError::ReadOnly { .. })));
    store.commit(&set_tier(&[id], Tier::A), &now()).unwrap();
    assert_eq!(looking.poll().unwrap().unwrap().customers.len(), 1);
}
