//! Any edits at all: undoing all of them leaves the first dump, redoing all of them the last.

use crate::support::*;
use proptest::prelude::*;
use tradewind::{
    domain::{mirror::StageChange, *},
    store::{Store, StoreError},
};

/// A step, in numbers that are made to fit the file when it is taken.
#[derive(Clone, Debug)]
enum Step {
    Add(u8, u8),
    Form { who: usize, swap: bool, lose: bool, name: String },
    Tier(Vec<usize>, u8),
    Tag(Vec<usize>, u8, u8),
    Mark(Vec<usize>, u8),
    Delete(Vec<usize>),
    Merge(usize, usize),
    Log { who: usize, text: String, close: bool, next: bool },
    Plan(Vec<usize>, u8),
    Close(usize, bool),
    Import(Vec<(u8, Option<usize>)>),
    Order(usize, u8),
    Reorder(usize, u8),
    View(Option<usize>, String),
    DeleteView(usize),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    let some = || prop::collection::vec(any::<usize>(), 1..5);
    // Quotes, NUL-less control characters, CJK: whatever a row may hold must survive the log.
    let text = || "[a-z\"'\\\\,\u{0}-\u{1f}é中🚢]{0,8}";
    prop_oneof![
        3 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Step::Add(a, b)),
        3 => (any::<usize>(), any::<bool>(), any::<bool>(), text())
            .prop_map(|(who, swap, lose, name)| Step::Form { who, swap, lose, name }),
        2 => (some(), any::<u8>()).prop_map(|(who, tier)| Step::Tier(who, tier)),
        1 => (some(), any::<u8>(), any::<u8>()).prop_map(|(who, a, b)| Step::Tag(who, a, b)),
        2 => (some(), any::<u8>()).prop_map(|(who, mark)| Step::Mark(who, mark)),
        2 => some().prop_map(Step::Delete),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Step::Merge(a, b)),
        2 => (any::<usize>(), text(), any::<bool>(), any::<bool>())
            .prop_map(|(who, text, close, next)| Step::Log { who, text, close, next }),
        2 => (some(), any::<u8>()).prop_map(|(who, on)| Step::Plan(who, on)),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(at, late)| Step::Close(at, late)),
        1 => prop::collection::vec((any::<u8>(), prop::option::of(any::<usize>())), 1..6).prop_map(Step::Import),
        3 => (any::<usize>(), any::<u8>()).prop_map(|(who, what)| Step::Order(who, what)),
        3 => (any::<usize>(), any::<u8>()).prop_map(|(which, what)| Step::Reorder(which, what)),
        1 => (prop::option::of(any::<usize>()), text()).prop_map(|(at, name)| Step::View(at, name)),
        1 => any::<usize>().prop_map(Step::DeleteView),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn dossier(a: u8, b: u8) -> Dossier {
    let mut dossier = if a.is_multiple_of(2) { muller() } else { named(&format!("customer {a}")) };
    dossier.fields.city = format!("city {b}").into();
    if b.is_multiple_of(5) {
        dossier.fields.status = Status::Archived;
        dossier.fields.stage = Some(Stage::INQUIRY);
    }
    if b.is_multiple_of(3) {
        dossier.channels.push(channel(ChannelKind::SKYPE, &format!("user{}", b % 5)));
    }
    dossier
}

/// The edit that a step is on this file; `None` where it needs a row that is not there.
fn edit(store: &Store, step: &Step) -> Option<Edit> {
    let board = all(store);
    let pick = |at: usize| (!board.is_empty()).then(|| &board[at % board.len()]);
    let ids = |who: &[usize]| who.iter().filter_map(|at| Some(pick(*at)?.customer.id)).collect::<Vec<_>>();
    let views = store.views().unwrap();
    let on = |days: u8| Due::day(day("2026-11-22") + chrono::Days::new(days.into()));
    Some(match step {
        Step::Add(a, b) => Edit::Save(Box::new(dossier(*a, *b))),
        Step::Form { who, swap, lose, name } => {
            let mut dossier = form(pick(*who)?);
            dossier.fields.name = name.as_str().into();
            if *swap {
                dossier.channels.reverse();
                dossier.contacts.push(contact(name));
            }
            if *lose && !dossier.contacts.is_empty() {
                dossier.contacts.remove(0);
                dossier.care_dates.clear();
                dossier.channels.iter_mut().for_each(|c| c.contact = c.contact.and_then(|at| at.checked_sub(1)));
            }
            Edit::Save(Box::new(dossier))
        }
        Step::Tier(who, tier) => set_tier(&ids(who), Tier::ALL[usize::from(tier % 4)]),
        Step::Tag(who, a, b) => Edit::Tag {
            customers: ids(who),
            add: vec![format!("t{}", a % 4).into()],
            remove: vec![format!("t{}", b % 4).into()],
        },
        Step::Mark(who, mark) => mark_all(ids(who), *mark),
        Step::Delete(who) => Edit::Delete { customers: ids(who) },
        Step::Merge(a, b) => {
            let (keep, gone) = (pick(*a)?, pick(*b)?);
            Edit::Merge {
                keep: keep.customer.id,
                gone: gone.customer.id,
                fields: Box::new(keep.customer.fields.clone()),
            }
        }
        Step::Log { who, text, close, next } => {
            let bundle = pick(*who)?;
            let closing = |f: &FollowUp| Closing { id: f.id, late: text.is_empty() };
            Edit::Log {
                customer: bundle.customer.id,
                interaction: heard(text, text.len() as i64, if *close { Direction::In } else { Direction::Out }),
                done: bundle.follow_ups.iter().filter(|_| *close).map(closing).collect(),
                next: next.then(|| NewFollowUp { due: on(9), note: text.as_str().into(), made: Default::default() }),
            }
        }
        Step::Plan(who, days) if !board.is_empty() => {
            let follow_up = NewFollowUp { due: on(*days), note: "".into(), made: Default::default() };
            Edit::Plan { customers: ids(who), follow_up }
        }
        Step::Plan(..) => return None,
        Step::Close(at, late) => {
            let open = board.iter().flat_map(|bundle| &bundle.follow_ups).collect::<Vec<_>>();
            let id = open.get(at % open.len().max(1))?.id;
            if *late {
                Edit::Move { moves: vec![(id, on(30))] }
            } else {
                Edit::Done { follow_ups: vec![Closing { id, late: *late }], at: now().instant }
            }
        }
        Step::Import(rows) => {
            let row = |(a, existing): &(u8, Option<usize>)| match existing.and_then(pick) {
                Some(bundle) => {
                    let mut dossier = form(bundle);
                    dossier.fields.notes = format!("row {a}").into();
                    dossier.channels.push(channel(ChannelKind::LINE, "line"));
                    dossier
                }
                None => {
                    let step = StageChange { at: now().instant, was: None, stage: Some(Stage::QUOTED) };
                    Dossier { stage_changes: vec![step; usize::from(*a % 3)], ..dossier(*a, *a) }
                }
            };
            Edit::Import { source: "list.csv".into(), dossiers: rows.iter().map(row).collect() }
        }
        Step::Order(who, what) => ordered(pick(*who)?.customer.id, *what),
        Step::Reorder(which, what) => {
            let orders = |bundle: &Bundle| store.detail(bundle.customer.id, 99).unwrap().orders;
            let (customer, all) =
                board.iter().map(|it| (it.customer.id, orders(it))).find(|(_, all)| !all.is_empty())?;
            reordered(customer, all[which % all.len()].id, *what)
        }
        Step::View(at, name) => {
            let id = at.and_then(|at| views.get(at)).map(|view| view.id);
            Edit::SaveView { id, name: name.as_str().into(), query: Box::default() }
        }
        Step::DeleteView(at) => Edit::DeleteView { id: views.get(at % views.len().max(1))?.id },
        Step::Undo | Step::Redo => return None,
    })
}

fn ordered(customer: CustomerId, what: u8) -> Edit {
    let new = |nth: u8| NewOrder { fields: order(what.wrapping_add(nth)), identity: format!("{what}-{nth}").into() };
    match what % 3 {
        0 => Edit::SaveOrder { id: None, customer, order: Box::new(order(what)) },
        _ => Edit::ImportOrders {
            source: "orders.csv".into(),
            newcomers: vec![Dossier { orders: vec![new(7)], ..named(&format!("buyer {what}")) }],
            sales: vec![(customer, vec![new(0), new(1)])],
            changed: vec![],
        },
    }
}

fn reordered(customer: CustomerId, id: OrderId, what: u8) -> Edit {
    match what % 4 {
        0 => Edit::SaveOrder { id: Some(id), customer, order: Box::new(order(what)) },
        1 => Edit::DeleteOrder { orders: vec![id] },
        2 => Edit::SetOrderStatus {
            orders: vec![id],
            status: OrderStatus::ALL[usize::from(what % 5)],
            on: day("2026-11-20"),
        },
        _ => {
            let new = NewOrder { fields: order(what), identity: "again".into() };
            Edit::ImportOrders { source: "again".into(), newcomers: vec![], sales: vec![], changed: vec![(id, new)] }
        }
    }
}

fn mark_all(customers: Vec<CustomerId>, mark: u8) -> Edit {
    match mark % 6 {
        0 => Edit::SetStatus { customers, status: Status::Archived },
        1 => Edit::SetStatus { customers, status: Status::Active },
        2 => Edit::SetFavourite { customers, favourite: mark > 99 },
        3 => Edit::SetStage { customers, stage: (mark > 99).then_some(Stage::INQUIRY), reason: "".into() },
        4 => Edit::Rule { customers, ruling: Ruling::ALL[usize::from(mark % 5)], note: "seen".into() },
        _ => {
            let due = Due::day(day("2026-11-22"));
            let follow_up = NewFollowUp { due, note: "".into(), made: Made::Cadence };
            let customers = customers.into_iter().map(|id| (id, (mark > 99).then(|| follow_up.clone()))).collect();
            Edit::Accept { customers, tier: Tier::ALL[usize::from(mark % 4)], stage: Stage::QUALIFIED }
        }
    }
}

/// A board that is only ever told of changes.
fn apply(board: &mut Vec<Bundle>, changes: &Changes) {
    assert!(!changes.reload);
    for (id, bundle) in &changes.customers {
        board.retain(|old| old.customer.id != *id);
        board.extend(bundle.clone());
    }
    board.sort_by_key(|bundle| bundle.customer.id);
}

/// Every active customer has one next follow-up of the rhythm, where the exporter has planned none.
fn in_rhythm(board: &[Bundle], step: &Step) {
    for bundle in board {
        let own = bundle.follow_ups.iter().filter(|it| it.made == Made::Cadence);
        let by_hand = bundle.follow_ups.iter().any(|it| it.made == Made::Hand);
        let wanted = usize::from(bundle.customer.status == Status::Active && !by_hand);
        assert_eq!(own.clone().count(), wanted, "{step:?}: {bundle:?}");
        assert!(own.into_iter().all(|it| it.due.on >= now().today()));
    }
}

fn take(store: &mut Store, step: &Step, board: &mut Vec<Bundle>) {
    let changes = match step {
        Step::Undo => store.undo(&now()),
        Step::Redo => store.redo(&now()),
        _ => match edit(store, step) {
            Some(edit) => store.commit(&edit, &now()),
            None => return,
        },
    };
    match changes {
        Ok(changes) => apply(board, &changes),
        Err(StoreError::NothingToUndo | StoreError::NothingToRedo) => {}
        Err(error) => panic!("{step:?}: {error}"),
    }
    assert_eq!(*board, all(store), "the board is the file, after {step:?}");
    counts_agree(store, board, step);
    in_rhythm(board, step);
}

/// The counts that the file keeps are those of its rows.
fn counts_agree(store: &Store, board: &[Bundle], step: &Step) {
    let kept = store.first_page(3, &now()).unwrap().tally;
    let mut counted = tally::Tally::of(board.iter(), &rules::Rules::default(), &now());
    for (view, kept) in counted.views.iter_mut().zip(kept.views) {
        *view = kept.and(*view);
    }
    assert_eq!(kept, counted, "after {step:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn undo_all_is_the_first_dump_and_redo_all_the_last(
        steps in prop::collection::vec(step(), 1..25),
        capacity in 0_u16..5,
    ) {
        let place = place();
        let mut store = open(&place).planning(rules::Rules { capacity, ..rules::Rules::default() });
        let first = store.dump().unwrap();
        let mut board = Vec::new();
        for step in &steps {
            take(&mut store, step, &mut board);
        }
        while store.redo(&now()).is_ok() {}
        store.commit(&Edit::Rhythm, &now()).unwrap();
        let last = store.dump().unwrap();
        prop_assert_eq!(store.commit(&Edit::Rhythm, &now()).unwrap().op, None, "planning twice changes nothing");
        prop_assert!(store.check().unwrap().is_whole());
        for _ in 0..2 {
            while store.undo(&now()).is_ok() {}
            prop_assert_eq!(&store.dump().unwrap(), &first);
            while store.redo(&now()).is_ok() {}
            prop_assert_eq!(&store.dump().unwrap(), &last);
        }
        let report = store.check().unwrap();
        prop_assert!(report.is_whole(), "{:?}", report);
    }
}
