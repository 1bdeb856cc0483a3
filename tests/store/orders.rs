//! Orders in the file: written, read, counted, moved with their customer, undone.

use crate::support::*;
use tradewind::{
    domain::*,
    store::{Store, StoreError, What},
};

fn add(store: &mut Store, customer: CustomerId, order: OrderFields) -> OrderId {
    store.commit(&Edit::SaveOrder { id: None, customer, order: Box::new(order) }, &now()).unwrap();
    store.detail(customer, 1_000).unwrap().orders.iter().map(|order| order.id).max().unwrap()
}

#[test]
fn an_order_comes_back_as_written_and_counts() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    let wanted = order(3 + 60);
    let number = add(&mut store, id, wanted.clone());
    assert_eq!(store.order(number).unwrap().unwrap().fields, wanted);
    let bought = store.bundle(id).unwrap().unwrap().bought;
    assert_eq!(bought.totals(), if wanted.status.counts() { vec![(wanted.currency, wanted.amount)] } else { vec![] });

    let mut other = order(10);
    other.status = OrderStatus::Open;
    let other_id = add(&mut store, id, other.clone());
    let before = store.bundle(id).unwrap().unwrap().bought;
    let cancel = Edit::SetOrderStatus { orders: vec![other_id], status: OrderStatus::Cancelled, on: day("2026-11-22") };
    let changes = store.commit(&cancel, &now()).unwrap();
    assert_eq!(changes.customers[0].1.as_ref().unwrap().bought.count, before.count - 1, "the board is told");
    assert_eq!(store.undo(&now()).unwrap().customers[0].1.as_ref().unwrap().bought, before);

    let gone = store.commit(&Edit::DeleteOrder { orders: vec![OrderId(99)] }, &now());
    assert!(matches!(gone, Err(StoreError::Gone { what: What::Order })));
}

#[test]
fn shipping_notes_the_day_once() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    let order = OrderFields { shipped_on: None, status: OrderStatus::Open, ..order(5) };
    let number = add(&mut store, id, order);
    let mut set = |status, on: &str| {
        store.commit(&Edit::SetOrderStatus { orders: vec![number], status, on: day(on) }, &now()).unwrap();
        store.order(number).unwrap().unwrap().fields.shipped_on
    };
    assert_eq!(set(OrderStatus::Shipped, "2026-11-20"), Some(day("2026-11-20")));
    assert_eq!(set(OrderStatus::Delivered, "2026-11-22"), Some(day("2026-11-20")));
}

#[test]
fn a_changed_order_keeps_the_rows_of_lines_that_stay() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    let number = add(&mut store, id, order(3));
    let first = store.dump().unwrap();
    let changed = OrderFields { lines: order(2).lines, ..order(3) };
    store
        .commit(&Edit::SaveOrder { id: Some(number), customer: id, order: Box::new(changed.clone()) }, &now())
        .unwrap();
    assert_eq!(store.order(number).unwrap().unwrap().fields, changed);
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), first);
}

#[test]
fn orders_and_stages_go_with_their_customer() {
    let place = place();
    let mut store = open(&place);
    let keep = save(&mut store, muller());
    let gone = save(&mut store, named("Mueller"));
    add(&mut store, keep, order(0));
    add(&mut store, gone, order(5));
    let stage = |stage| Edit::SetStage { customers: vec![gone], stage: Some(stage), reason: "".into() };
    store.commit(&stage(Stage::QUOTED), &now()).unwrap();
    store.commit(&stage(Stage::ORDER), &now()).unwrap();
    let before = store.dump().unwrap();
    let fields = Box::new(store.bundle(keep).unwrap().unwrap().customer.fields);
    store.commit(&Edit::Merge { keep, gone, fields }, &now()).unwrap();
    assert_eq!(store.detail(keep, 99).unwrap().orders.len(), 2);
    assert_eq!(store.bundle(keep).unwrap().unwrap().bought.count, 2);
    let moved = store.dump().unwrap();
    assert_eq!(before.matches("stage_change").count(), moved.matches("stage_change").count(), "none is lost");
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn what_the_stage_trigger_writes_is_undone_and_redone() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, named("Lamp Ltd"));
    let first = store.dump().unwrap();
    for stage in [Stage::QUOTED, Stage::ORDER] {
        store.commit(&Edit::SetStage { customers: vec![id], stage: Some(stage), reason: "".into() }, &now()).unwrap();
    }
    let last = store.dump().unwrap();
    assert_ne!(first, last);
    for _ in 0..2 {
        store.undo(&now()).unwrap();
        store.undo(&now()).unwrap();
        assert_eq!(store.dump().unwrap(), first);
        store.redo(&now()).unwrap();
        store.redo(&now()).unwrap();
        assert_eq!(store.dump().unwrap(), last);
    }
}

#[test]
fn many_orders_are_one_step() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    let first = store.dump().unwrap();
    let new = |n: usize| NewOrder { fields: order((n % 200) as u8), identity: format!("{n:032x}").into() };
    let newcomers = vec![Dossier { orders: (0..700).map(new).collect(), ..named("New buyer") }];
    let sales = vec![(id, (700..1_500).map(new).collect())];
    let edit = Edit::ImportOrders { source: "orders.csv".into(), newcomers, sales, changed: vec![] };
    let changes = store.commit(&edit, &now()).unwrap();
    assert_eq!(changes.op.unwrap().1.count, 1_500);
    assert_eq!(changes.customers.len(), 2);
    let mut sales = 0;
    store.sales(&mut |_| sales += 1).unwrap();
    let counted: u32 = all(&store).iter().map(|bundle| bundle.bought.count).sum();
    assert_eq!((sales, counted), (900, 900), "three of five states count");
    assert!(store.check().unwrap().is_whole());
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), first);
    store.redo(&now()).unwrap();
    assert!(store.check().unwrap().is_whole());
}
