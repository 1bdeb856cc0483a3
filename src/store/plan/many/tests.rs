use super::*;
use crate::domain::cadence::{Spot, Why};
use crate::store::{log, tally, tests::planned};
use chrono::{Days, NaiveDate};

fn lines(conn: &Connection, sql: &str) -> Vec<String> {
    conn.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Every second follow-up moved by a few days, or left there, for another reason.
fn moves(conn: &Connection) -> Vec<Move> {
    let rows =
        lines(conn, "SELECT id || ' ' || due_on || ' ' || reason FROM follow_up WHERE id % 2 = 0 ORDER BY id DESC");
    let moved = rows.iter().map(|row| {
        let (id, rest) = row.split_once(' ').unwrap();
        let (from, reason) = rest.split_once(' ').unwrap();
        let (id, from): (i64, NaiveDate) = (id.parse().unwrap(), from.parse().unwrap());
        let why = if reason.is_empty() { Why::Full } else { Why::Asked };
        Move { id, from, to: Spot { on: from + Days::new(id.unsigned_abs() % 5), why } }
    });
    moved.collect()
}

#[test]
fn many_moved_at_once_leave_in_file_log_and_counts_what_each_moved_alone_leaves() {
    let left_by = |move_all: &dyn Fn(&Connection, Vec<Move>)| {
        let (_folder, store) = planned((0..1_200).map(|n| format!("Row {n}")));
        let tx = store.conn.unchecked_transaction().unwrap();
        log::set_open(&tx, Some(77)).unwrap();
        let moves = moves(&tx);
        assert!(moves.len() > 500);
        move_all(&tx, moves);
        log::set_open(&tx, None).unwrap();
        assert_eq!(schema::wrong_triggers(&tx).unwrap(), Vec::<String>::new());
        assert_eq!(tally::wrong(&tx).unwrap(), 0);
        [
            "SELECT json_array(id, customer_id, due_on, due_time, note, state, made, reason) FROM follow_up ORDER BY id",
            "SELECT json_array(op, tbl, pk, customer, old, new) FROM image WHERE last_pk IS NULL ORDER BY pk",
            "SELECT json_array(what, key, n) FROM tally WHERE n <> 0 ORDER BY what, key",
            "SELECT name || sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql <> '' ORDER BY name",
        ]
        .map(|sql| lines(&tx, sql))
    };
    let at_once = left_by(&|conn, moves| move_all(conn, moves).unwrap());
    let alone = left_by(&|conn, moves| {
        let mut row = conn.prepare(super::super::MOVE).unwrap();
        moves.iter().for_each(|it| it.write(&mut row).unwrap());
    });
    assert_eq!(at_once, alone);
}
