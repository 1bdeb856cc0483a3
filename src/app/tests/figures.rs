//! Segments and tier drift by keys.

use super::harness::Desk;
use crate::app::modal::Modal;
use crate::domain::{Amount, Currency, CustomerId, Edit, OrderFields, OrderStatus, Tier};
use chrono::Days;

fn desk() -> Desk {
    let mut desk = Desk::new();
    let ids: Vec<CustomerId> = desk.app.board.bundles().map(|bundle| bundle.customer.id).collect();
    for (nth, customer) in ids.iter().enumerate() {
        for order in 0..=nth as u64 {
            let order = OrderFields {
                number: "".into(),
                ordered_on: desk.now.today() - Days::new(20 + order * 40),
                currency: Currency::parse("USD").unwrap(),
                amount: Amount::whole(100 * (nth as i64 * 10 + 1)),
                status: OrderStatus::Delivered,
                shipped_on: None,
                note: "".into(),
                lines: vec![],
            };
            let edit = Edit::SaveOrder { id: None, customer: *customer, order: Box::new(order) };
            let changes = desk.store.commit(&edit, &desk.now.clone()).unwrap();
            desk.send(crate::app::Msg::Changed(Box::new(changes)));
        }
    }
    desk
}

fn tier(desk: &Desk, id: i64) -> Tier {
    desk.app.board.get(CustomerId(id)).unwrap().customer.tier
}

#[test]
fn a_segments_customers_are_listed() {
    let mut desk = desk();
    desk.keys("g S");
    let Some(Modal::Rfm(view)) = desk.app.modals.last() else { panic!("no segments") };
    let sum = view.rfm.as_ref().unwrap().segments[view.segments()[0].index()].customers;
    desk.keys("enter");
    assert!(desk.app.modals.is_empty());
    assert_eq!(desk.app.list.rows.len(), sum);
    assert!(desk.app.list.among.is_some());
    desk.keys("/").text("mu").keys("esc g e");
    assert_eq!((desk.app.list.rows.len(), desk.app.list.among.is_none()), (4, true));
}

#[test]
fn tiers_are_decided_one_by_one_again_and_together() {
    let mut desk = desk();
    desk.keys("g D");
    let Some(Modal::Drift(view)) = desk.app.modals.last() else { panic!("no drift") };
    let wanted: Vec<(i64, Tier)> = view.rows().iter().map(|it| (it.customer.0, it.suggested)).collect();
    assert!(wanted.len() >= 3, "{wanted:?}");
    let before: Vec<Tier> = wanted.iter().map(|(id, _)| tier(&desk, *id)).collect();
    desk.keys("enter");
    assert_eq!(tier(&desk, wanted[0].0), wanted[0].1);
    desk.keys("b .");
    assert_eq!((tier(&desk, wanted[1].0), tier(&desk, wanted[2].0)), (Tier::B, Tier::B));
    desk.keys("u u u");
    for ((id, _), before) in wanted.iter().zip(&before) {
        assert_eq!(tier(&desk, *id), *before);
    }
    desk.keys("esc g D space space c");
    assert_eq!((tier(&desk, wanted[0].0), tier(&desk, wanted[1].0)), (Tier::C, Tier::C));
    desk.keys("u");
    assert_eq!((tier(&desk, wanted[0].0), tier(&desk, wanted[1].0)), (before[0], before[1]), "one step");
    desk.keys("l");
    assert_eq!(desk.app.list.rows.len(), wanted.len());
}

#[test]
fn without_orders_it_is_said() {
    let mut desk = Desk::new();
    desk.keys("g D .");
    assert_eq!(desk.app.toast.as_ref().unwrap().say.key, "why-nothing-to-repeat");
    desk.keys("esc g S enter");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Rfm(_))), "nothing to list");
}

#[test]
fn each_suggestion_is_taken_together_and_taken_back_in_one_step() {
    let mut desk = desk();
    let decided = |desk: &Desk| match desk.app.modals.last() {
        Some(Modal::Drift(view)) => view.decided.len(),
        _ => panic!("no drift"),
    };
    desk.keys("g D");
    let Some(Modal::Drift(view)) = desk.app.modals.last() else { panic!("no drift") };
    let wanted: Vec<(i64, Tier)> = view.rows().iter().map(|it| (it.customer.0, it.suggested)).collect();
    assert!(wanted.iter().any(|(_, tier)| *tier != wanted[0].1), "of more than one kind: {wanted:?}");
    let before: Vec<(i64, Tier)> = wanted.iter().map(|(id, _)| (*id, tier(&desk, *id))).collect();
    let now = |desk: &Desk| wanted.iter().map(|(id, _)| (*id, tier(desk, *id))).collect::<Vec<_>>();
    desk.keys("* enter");
    assert_eq!((now(&desk), decided(&desk)), (wanted.clone(), wanted.len()));
    desk.keys("u");
    assert_eq!((now(&desk), decided(&desk)), (before.clone(), 0), "one step, and to be decided again");
    desk.keys("C-r");
    assert_eq!((now(&desk), decided(&desk)), (wanted.clone(), wanted.len()));
    desk.keys("u * * a");
    assert_eq!(decided(&desk), 1, "marked and unmarked again: the one under the cursor");
}

#[test]
fn a_growing_c_is_pointed_out_on_its_card() {
    let mut desk = desk();
    let grows = |desk: &Desk| desk.app.card_lines().contains(&crate::app::card::Line::Growing);
    // The third is a C with three orders, two of them of the last quarter.
    let id = desk.app.board.bundles().find(|it| it.customer.tier == Tier::C).unwrap().customer.id;
    desk.keys("g e");
    let effects = desk.app.land_on(id);
    assert_eq!(effects.len(), 2);
    let detail = desk.store.detail(id, 50).unwrap();
    desk.send(crate::app::Msg::Detail(id, Box::new(detail)));
    assert!(grows(&desk));
    desk.keys("b");
    assert!(!grows(&desk), "filed higher, it needs no pointing out");
    desk.keys("u");
    assert!(grows(&desk));
}
