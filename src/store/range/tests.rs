use super::*;
use crate::domain::{CustomerFields, CustomerId, Dossier, Edit, Label, Now, Tier};
use crate::store::{Store, StoreError};
use chrono::{DateTime, FixedOffset};
use rusqlite::types::ValueRef;

const ROWS: i64 = 1_200;

fn now() -> Now {
    Now {
        instant: DateTime::from_timestamp(1_795_313_640, 0).unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

/// A file with one large import.
fn imported() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("trade.db"), &now()).unwrap();
    let named = |n| Dossier {
        fields: CustomerFields { name: format!("Row {n}").into(), ..CustomerFields::default() },
        ..Dossier::default()
    };
    let edit = Edit::Import { source: "list.csv".into(), dossiers: (1..=ROWS).map(named).collect() };
    store.commit(&edit, &now()).unwrap();
    (folder, store)
}

fn count(conn: &Connection, sql: &str) -> i64 {
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_large_import_is_one_image_until_it_is_undone() {
    let (_folder, mut store) = imported();
    assert_eq!(count(&store.conn, "SELECT count(*) FROM image"), 1);
    let ops = store.history(9, None, Some(CustomerId(700))).unwrap();
    assert_eq!((ops.len(), ops[0].changes), (1, 1_200));
    assert_eq!(store.history(9, None, Some(CustomerId(5_000))).unwrap(), []);
    store.undo(&now()).unwrap();
    assert_eq!(count(&store.conn, "SELECT count(*) FROM image WHERE last_pk IS NULL"), ROWS);
    assert_eq!(store.history(9, None, Some(CustomerId(700))).unwrap().len(), 1);
    store.redo(&now()).unwrap();
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn the_history_shows_each_row_as_the_import_left_it() {
    let (_folder, mut store) = imported();
    let import = store.history(1, None, None).unwrap()[0].id;
    let before = store.op_changes(import, 3).unwrap();
    assert_eq!((before.len(), &before[1].customer), (3, &Some((CustomerId(2), "Row 2".into()))));
    store.commit(&Edit::SetTier { customers: vec![CustomerId(2)], tier: Tier::A }, &now()).unwrap();
    store.commit(&Edit::Delete { customers: vec![CustomerId(3)] }, &now()).unwrap();
    let after = store.op_changes(import, 3).unwrap();
    let columns = |changes: &[crate::domain::RowChange]| changes.iter().map(|c| c.columns.clone()).collect::<Vec<_>>();
    assert_eq!(columns(&after), columns(&before));
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_range_can_be_spelled_out_whatever_came_after_it() {
    let (_folder, mut store) = imported();
    let first = store.dump().unwrap();
    store.commit(&Edit::SetTier { customers: vec![CustomerId(2)], tier: Tier::A }, &now()).unwrap();
    store.commit(&Edit::Delete { customers: vec![CustomerId(3)] }, &now()).unwrap();
    store.commit(&Edit::SetTier { customers: vec![CustomerId(4)], tier: Tier::B }, &now()).unwrap();
    store.undo(&now()).unwrap();
    let last = store.dump().unwrap();
    spell_all_out(&store.conn).unwrap();
    assert_eq!(count(&store.conn, "SELECT count(*) FROM image WHERE last_pk IS NOT NULL"), 0);
    let report = store.check().unwrap();
    assert!(report.is_whole(), "{report:?}");
    for _ in 0..3 {
        store.undo(&now()).unwrap();
    }
    assert_eq!(store.dump().unwrap(), "");
    store.redo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), first);
    store.redo(&now()).unwrap();
    store.redo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), last);
}

#[test]
fn a_row_that_is_not_as_the_import_left_it_stops_undo() {
    for damage in ["UPDATE customer SET city = 'Cork' WHERE id = 7", "DELETE FROM customer WHERE id = 7"] {
        let (_folder, mut store) = imported();
        let sql = format!("BEGIN; UPDATE log_state SET op = 0; {damage}; UPDATE log_state SET op = NULL; COMMIT");
        store.conn.execute_batch(&sql).unwrap();
        let before = store.dump().unwrap();
        let report = store.check().unwrap();
        assert_eq!(report.problems, ["customer: 1 rows are not as the log left them"], "{damage}");
        let error = store.undo(&now()).unwrap_err();
        assert_eq!(error.say().key, "store-conflict-row");
        let StoreError::Conflict { label, differences } = error else { panic!("{damage}") };
        assert_eq!((&*label.key, differences.len(), differences[0].row), ("op-import", 1, 7));
        assert_eq!(store.dump().unwrap(), before, "nothing is half undone");
        assert_eq!(count(&store.conn, "SELECT count(*) FROM image"), 1);
    }
}

#[test]
fn the_name_of_a_large_import_is_its_first_customer() {
    let (_folder, store) = imported();
    let Label { name, count, detail, .. } = store.history(1, None, None).unwrap()[0].label.clone();
    assert_eq!((&*name, count, &*detail), ("Row 1", 1_200, "list.csv"));
}

#[test]
fn rows_that_differ_have_other_sums() {
    let row = [ValueRef::Integer(7), ValueRef::Text(b"Hamburg"), ValueRef::Null, ValueRef::Text(b"")];
    let sum = Sum::of(row.into_iter());
    assert_eq!(Sum::of_picture(r#"[7,"Hamburg",null,""]"#), Some(sum));
    for other in [
        r#"[8,"Hamburg",null,""]"#,
        r#"["7","Hamburg",null,""]"#,
        r#"[7,"Hamburh",null,""]"#,
        r#"[7,"Hambur",null,"g"]"#,
        r#"[7,"Hamburg","",""]"#,
        r#"[7,"Hamburg",null,null]"#,
        r#"[7,"Hamburg",0,""]"#,
        r#"[7,"Hamburg",null]"#,
        r#"[7,"Hamburg",null,"","\u0000"]"#,
    ] {
        assert_ne!(Sum::of_picture(other), Some(sum), "{other}");
    }
    let mut sums = Sums::default();
    sums.add([ValueRef::Null].into_iter());
    sums.add(row.into_iter());
    assert_eq!((sums.rows(), Sum::read(sums.as_str(), 1), Sum::read(sums.as_str(), 2)), (2, Some(sum), None));
}
