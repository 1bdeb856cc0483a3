use super::*;
use crate::domain::{rules::Rules, *};
use crate::store::{Store, StoreError};
use chrono::{DateTime, FixedOffset};
use std::ops::ControlFlow;

fn now() -> Now {
    Now {
        instant: DateTime::from_timestamp(1_795_313_640, 0).unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("trade.db"), &now()).unwrap().planning(Rules::default());
    (folder, store)
}

/// A customer with something in every table, other things from one to the next.
fn dossier(n: usize) -> Dossier {
    let each = |nth: usize| n.is_multiple_of(nth);
    let day = now().today() - chrono::Days::new(n as u64 % 40);
    let at = now().instant - chrono::Duration::days(n as i64 % 300);
    let channel = |kind, handle: String| ChannelDraft {
        id: None,
        contact: (!each(3)).then_some(0),
        kind,
        handle: handle.as_str().into(),
        norm: handle.into(),
        primary: each(2),
        emergency: false,
    };
    let planned = NewFollowUp { due: Due::day(day), note: "call".into(), made: Made::Hand };
    Dossier {
        fields: CustomerFields {
            name: format!("Kunde {n} 穆勒").into(),
            country: if each(7) { None } else { Country::new("DE") },
            tier: Tier::ALL[n % 4],
            stage: Some(Stage::DEFAULT[n % 8]).filter(|_| !each(5)),
            favourite: each(11),
            status: if each(13) { Status::Archived } else { Status::Active },
            tags: if each(9) { vec!["fair".into(), "2026".into()] } else { Vec::new() },
            notes: "x".repeat(n % 50).into(),
            cadence_days: each(17).then_some(5),
            ..CustomerFields::default()
        },
        contacts: (0..n % 3)
            .map(|at| ContactDraft { id: None, name: format!("Anna {at}").into(), role: "".into() })
            .collect(),
        channels: vec![
            channel(ChannelKind::EMAIL, format!("a{n}@b.example")),
            channel(ChannelKind::WECHAT, format!("w{n}")),
        ],
        interactions: each(4)
            .then(|| NewInteraction {
                at,
                direction: Direction::In,
                kind: Some(ChannelKind::EMAIL),
                text: "Price?".into(),
                outcome: Text::default(),
                template: Text::default(),
            })
            .into_iter()
            .collect(),
        follow_ups: each(6).then(|| planned.clone()).into_iter().collect(),
        closed: each(10)
            .then(|| ClosedFollowUp { follow_up: planned.clone(), state: FollowUpState::Kept, at })
            .into_iter()
            .collect(),
        ..Dossier::default()
    }
}

fn import(numbers: std::ops::Range<usize>) -> Edit {
    Edit::Import { source: "list.csv".into(), dossiers: numbers.map(dossier).collect() }
}

fn number(store: &Store, sql: &str) -> i64 {
    store.conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn assert_as_ever(store: &Store) {
    assert_eq!((number(store, "PRAGMA foreign_keys"), number(store, "PRAGMA ignore_check_constraints")), (1, 0));
}

#[test]
fn rows_of_every_kind_are_what_the_file_asks_of_its_rows() {
    let (_folder, mut store) = store();
    store.commit(&import(0..MANY + 300), &now()).unwrap();
    // Checks of each row, references, counts and the sums of the log.
    let report = store.check().unwrap();
    assert!(report.is_whole(), "{report:?}");
    assert_as_ever(&store);
    assert_eq!(number(&store, "SELECT count(*) FROM customer"), 1_300);
    assert!(number(&store, "SELECT count(*) FROM follow_up WHERE made = 'cadence' AND state = 'open'") > 900);
    // Behind those there are, and into indexes that stay.
    store.commit(&import(5_000..6_000), &now()).unwrap();
    assert!(store.check().unwrap().is_whole());
    let whole = store.dump().unwrap();
    store.undo(&now()).unwrap();
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), "");
    store.redo(&now()).unwrap();
    store.redo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), whole);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn many_at_once_are_what_few_by_few_are() {
    let rows = |import: &dyn Fn(&mut Store)| {
        let (_folder, mut store) = store();
        store.rules = None;
        import(&mut store);
        store.dump().unwrap()
    };
    let many = rows(&|store| drop(store.commit(&import(0..1_200), &now()).unwrap()));
    let few = rows(&|store| {
        for from in (0..1_200).step_by(400) {
            store.commit(&import(from..from + 400), &now()).unwrap();
        }
    });
    assert_eq!(many, few);
}

#[test]
fn an_import_broken_off_leaves_nothing_and_the_file_as_strict_as_before() {
    let (_folder, mut store) = store();
    for stop in [0, 1_024, 2_500] {
        let mut tell = |done, _| if done >= stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let result = store.commit_with(&import(0..2_500), &now(), &mut tell);
        assert!(matches!(result, Err(StoreError::Interrupted)), "{stop}");
        assert_as_ever(&store);
        assert_eq!(store.dump().unwrap(), "");
        assert!(store.check().unwrap().is_whole());
    }
    store.commit(&import(0..1_100), &now()).unwrap();
    assert!(store.check().unwrap().is_whole());
}
