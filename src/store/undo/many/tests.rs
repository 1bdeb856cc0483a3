use super::*;
use crate::domain::{CustomerId, Edit, Tier};
use crate::store::{
    Store, log,
    tests::{now, planned},
};

const ROWS: i64 = 1_500;

fn to_a(store: &mut Store) {
    let customers = (1..=ROWS).map(CustomerId).collect();
    store.commit(&Edit::SetTier { customers, tier: Tier::A }, &now()).unwrap();
}

fn dump(store: &Store) -> [Vec<String>; 4] {
    let tables = schema::tables(&store.conn).unwrap();
    let array = |name: &str| tables.iter().find(|table| table.name == name).unwrap().array(name);
    [
        format!("SELECT {} FROM customer ORDER BY id", array("customer")),
        format!("SELECT {} FROM follow_up ORDER BY id", array("follow_up")),
        "SELECT json_array(what, key, n) FROM tally WHERE n <> 0 ORDER BY what, key".to_owned(),
        "SELECT name || sql FROM sqlite_schema WHERE sql <> '' ORDER BY name".to_owned(),
    ]
    .map(|sql| {
        let mut rows = store.conn.prepare(&sql).unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
    })
}

#[test]
fn many_changes_are_taken_back_and_brought_back_whole() {
    let (_folder, mut store) = planned((1..=ROWS).map(|n| format!("Row \"{n}\"")));
    let before = dump(&store);
    to_a(&mut store);
    let after = dump(&store);
    let moved = store.history(1, None, None).unwrap()[0].changes;
    assert!(MANY.contains(&moved), "tiers and follow-ups: {moved}");
    store.undo(&now()).unwrap();
    assert!(dump(&store) == before);
    assert!(store.check().unwrap().is_whole());
    store.redo(&now()).unwrap();
    assert!(dump(&store) == after);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn nothing_is_taken_back_where_one_row_is_another() {
    let (_folder, mut store) = planned((1..=ROWS).map(|n| format!("Row \"{n}\"")));
    to_a(&mut store);
    log::set_open(&store.conn, Some(0)).unwrap();
    store.conn.execute("UPDATE customer SET notes = 'around the log' WHERE id = 700", []).unwrap();
    log::set_open(&store.conn, None).unwrap();
    let before = dump(&store);
    let Err(StoreError::Conflict { differences, .. }) = store.undo(&now()) else { panic!("taken back") };
    assert_eq!(differences.len(), 1);
    assert!(dump(&store) == before);
}
