//! The log: nothing is written around it, nothing is taken back that is not as it says.

use crate::support::*;
use rusqlite::Connection;
use tradewind::{domain::*, store::StoreError};

#[test]
fn writing_around_the_log_is_refused() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    store.commit(&plan(id, "2026-11-23"), &now()).unwrap();
    let before = store.dump().unwrap();
    let conn = Connection::open(&place.file).unwrap();
    for sql in [
        "INSERT INTO customer (created_at, name) VALUES (0, 'x')",
        "UPDATE customer SET tier = 'C'",
        "DELETE FROM customer",
        "UPDATE contact SET role = 'x'",
        "DELETE FROM channel",
        "INSERT INTO interaction (customer_id, at, direction) VALUES (1, 0, 'in')",
        "UPDATE follow_up SET note = 'x'",
        "DELETE FROM care_date",
        "INSERT INTO view (name, query) VALUES ('x', '{}')",
        "INSERT OR REPLACE INTO contact (id, customer_id, name) VALUES (1, 1, 'x')",
        "DELETE FROM log_state",
        "INSERT INTO log_state (id, op) VALUES (1, 5)",
    ] {
        let error = conn.execute(sql, []).unwrap_err().to_string();
        assert!(error.contains("through tradewind only"), "{sql}: {error}");
    }
    assert_eq!(store.dump().unwrap(), before);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn every_table_has_its_triggers_and_a_missing_one_is_noticed() {
    let place = place();
    let store = open(&place);
    assert!(store.check().unwrap().is_whole());
    let conn = Connection::open(&place.file).unwrap();
    conn.execute_batch("DROP TRIGGER log_channel_update").unwrap();
    let report = store.check().unwrap();
    assert!(report.problems.iter().any(|line| line.contains("log_channel_update")), "{report:?}");
}

#[test]
fn a_row_that_is_not_as_the_log_left_it_stops_undo() {
    let place = place();
    let mut store = open(&place);
    let (id, other) = (save(&mut store, named("Tom")), save(&mut store, named("Ann")));
    store.commit(&set_tier(&[id, other], Tier::A), &now()).unwrap();
    let conn = Connection::open(&place.file).unwrap();
    conn.execute_batch(
        "BEGIN; UPDATE log_state SET op = 0; UPDATE customer SET city = 'Cork' WHERE id = 1;
         UPDATE log_state SET op = NULL; COMMIT",
    )
    .unwrap();
    let before = store.dump().unwrap();
    let error = store.undo(&now()).unwrap_err();
    let StoreError::Conflict { label, differences } = &error else { panic!("{error}") };
    assert_eq!((&*label.key, differences.len()), ("op-tier", 1));
    let difference = &differences[0];
    assert_eq!(difference.customer, Some((id, "Tom".into())));
    assert_eq!(difference.columns, [("city".into(), Some("".into()), Some("Cork".into()))]);
    assert_eq!(error.say().key, "store-conflict");
    assert_eq!(store.dump().unwrap(), before, "nothing is half undone");
    assert!(!store.check().unwrap().is_whole());
}

#[test]
fn the_cursor_outlives_a_restart_and_a_new_step_clears_redo() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, named("Tom"));
    for tier in [Tier::A, Tier::B, Tier::C] {
        store.commit(&set_tier(&[id], tier), &now()).unwrap();
    }
    store.undo(&now()).unwrap();
    store.undo(&now()).unwrap();
    drop(store);

    let mut store = open(&place);
    let cursor = store.cursor().unwrap();
    assert_eq!(&*cursor.undo.unwrap().label.detail, "A");
    assert_eq!(&*cursor.redo.unwrap().label.detail, "B");
    let changes = store.redo(&now()).unwrap();
    assert_eq!((changes.cause, &*changes.op.unwrap().1.detail), (Cause::Redone, "B"));
    store.undo(&now()).unwrap();
    store.commit(&Edit::SetFavourite { customers: vec![id], favourite: true }, &now()).unwrap();
    assert!(matches!(store.redo(&now()), Err(StoreError::NothingToRedo)));
    let states = store.history(10, None, None).unwrap().into_iter().map(|op| op.state).collect::<Vec<_>>();
    use OpState::{Done, Dropped};
    assert_eq!(states, [Done, Dropped, Dropped, Done, Done], "undone steps stay in the history");
    for _ in 0..3 {
        store.undo(&now()).unwrap();
    }
    assert!(matches!(store.undo(&now()), Err(StoreError::NothingToUndo)));
    assert_eq!(store.dump().unwrap(), "");
}

#[test]
fn the_history_says_what_each_step_changed() {
    let place = place();
    let mut store = open(&place);
    let (tom, ann) = (save(&mut store, named("Tom")), save(&mut store, named("Ann")));
    store.commit(&set_tier(&[tom], Tier::A), &now()).unwrap();
    store.commit(&Edit::SetFavourite { customers: vec![tom, ann], favourite: true }, &now()).unwrap();
    let of_ann = store.history(10, None, Some(ann)).unwrap();
    assert_eq!(of_ann.iter().map(|op| &*op.label.key).collect::<Vec<_>>(), ["op-favourite", "op-add"]);
    let ops = store.history(10, None, None).unwrap();
    assert_eq!((ops.len(), ops[0].changes), (4, 2));
    assert_eq!(store.history(10, Some(ops[1].id), None).unwrap(), ops[2..]);
    let changes = store.op_changes(ops[1].id, 10).unwrap();
    assert_eq!(changes[0].columns, [("tier".into(), Some("none".into()), Some("A".into()))]);
    assert_eq!(changes[0].customer, Some((tom, "Tom".into())));
    assert_eq!(store.op_changes(ops[0].id, 1).unwrap().len(), 1);
}
