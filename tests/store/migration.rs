//! Files that the programs of earlier schemas wrote, opened by this one.

use crate::support::*;
use rusqlite::Connection;
use std::fs;
use tradewind::{
    domain::*,
    store::{Store, backup},
};

const FIRST: &str = include_str!("../fixtures/schema-1.sql");

const SECOND: &str = include_str!("../fixtures/schema-2.sql");

/// The file as its program left it.
fn written(script: &str) -> Place {
    let place = place();
    fs::create_dir_all(place.file.parent().unwrap()).unwrap();
    Connection::open(&place.file).unwrap().execute_batch(script).unwrap();
    place
}

fn written_by_the_first_schema() -> Place {
    written(FIRST)
}

/// All rows of a table, as text.
fn rows(conn: &Connection, table: &str) -> Vec<String> {
    let mut rows = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let width = rows.column_count();
    let row = |row: &rusqlite::Row<'_>| (0..width).map(|at| Ok(format!("{:?}", row.get_ref(at)?))).collect();
    let rows = rows.query_map([], row).unwrap();
    rows.map(|row: rusqlite::Result<Vec<_>>| row.unwrap().join(" ")).collect()
}

fn play(store: &mut Store, step: fn(&mut Store, &Now) -> Result<Changes, tradewind::store::StoreError>) -> usize {
    (0..).find(|_| step(store, &now()).is_err()).unwrap()
}

#[test]
fn a_verified_backup_of_the_old_file_comes_first() {
    let place = written_by_the_first_schema();
    let before = Connection::open(&place.file).unwrap();
    let before = ["customer", "channel", "image", "op"].map(|table| rows(&before, table));
    open(&place);
    let backups = backup::list(&place.file);
    assert_eq!(backups.iter().map(|info| info.reason).collect::<Vec<_>>(), [backup::Reason::BeforeMigration]);
    let old = Connection::open(&backups[0].path).unwrap();
    assert_eq!(old.query_row("PRAGMA user_version", [], |row| row.get(0)), Ok(1));
    assert_eq!(old.query_row("PRAGMA integrity_check", [], |row| row.get(0)), Ok("ok".to_owned()));
    assert_eq!(["customer", "channel", "image", "op"].map(|table| rows(&old, table)), before);
}

#[test]
fn what_it_holds_is_what_it_held() {
    let place = written_by_the_first_schema();
    let store = open(&place);
    let conn = Connection::open(&place.file).unwrap();
    assert!(conn.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)).unwrap() > 1);
    let report = store.check().unwrap();
    assert!(report.is_whole(), "{report:?}");
    let bundles = all(&store);
    let names = bundles.iter().map(|bundle| &*bundle.customer.name).collect::<Vec<_>>();
    assert_eq!(names, ["Müller Wassertechnik GmbH", "Mulligan Pumps Ltd", "穆勒贸易有限公司", "Al-Mulla Trading"]);
    assert_eq!(bundles[0].channels[1].norm, "+4915123456789".into());
    assert_eq!((bundles[1].customer.tier, bundles[3].follow_ups[0].made), (Tier::C, Made::Hand));
    use OpState::{Done, Dropped, Undone};
    let states = store.history(20, None, None).unwrap().into_iter().map(|op| op.state).collect::<Vec<_>>();
    assert_eq!(states, [Undone, Undone, Dropped, Done, Done, Done, Done, Done, Done]);
}

#[test]
fn undo_and_redo_go_over_the_migration() {
    let place = written_by_the_first_schema();
    let mut store = open(&place);
    let opened = store.dump().unwrap();
    // Two steps had been undone before; they come back as the old program took them.
    assert_eq!(play(&mut store, Store::redo), 2);
    let last = store.dump().unwrap();
    let wang = store.bundle(CustomerId(3)).unwrap().unwrap();
    assert_eq!((wang.customer.tier, wang.last_in.is_some()), (Tier::B, true));
    store.undo(&now()).unwrap();
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), opened);
    assert_eq!(play(&mut store, Store::undo), 6);
    assert_eq!(store.dump().unwrap(), "");
    assert_eq!(play(&mut store, Store::redo), 8);
    assert_eq!(store.dump().unwrap(), last);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_file_of_the_second_schema_keeps_its_steps_and_its_range() {
    let place = written(SECOND);
    let mut store = open(&place);
    let conn = Connection::open(&place.file).unwrap();
    let count = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("PRAGMA user_version"), 3);
    assert_eq!(count("SELECT count(*) FROM sqlite_schema WHERE name IN ('customer_count', 'channel_norm')"), 0);
    // No column came: a thousand names are one image still.
    assert_eq!(count("SELECT last_pk - pk + 1 FROM image WHERE last_pk IS NOT NULL"), 1_000);
    assert!(store.check().unwrap().is_whole());
    assert_eq!(store.find_norm("+971501234567").unwrap(), [CustomerId(4)]);
    let opened = store.dump().unwrap();
    assert_eq!(play(&mut store, Store::redo), 1);
    let last = store.dump().unwrap();
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), opened);
    assert_eq!(play(&mut store, Store::undo), 9);
    assert_eq!(store.dump().unwrap(), "");
    assert_eq!(play(&mut store, Store::redo), 10);
    assert_eq!(store.dump().unwrap(), last);
    assert!(store.check().unwrap().is_whole());
}
