//! Orders by hand: written, changed, and taken back by keys.

use super::harness::Desk;
use crate::domain::{Amount, OrderStatus};

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.keys("$").text("PI-7").keys("tab tab").text("1,250.50 EUR").keys("enter");
    desk
}

#[test]
fn an_order_by_hand() {
    let desk = desk();
    let order = &desk.app.detail().unwrap().orders[0].fields;
    assert_eq!((&*order.number, order.amount, order.currency.as_str()), ("PI-7", Amount(1_250_500_000), "EUR"));
    assert_eq!(order.ordered_on, desk.now.today());
    assert_eq!(desk.app.current().unwrap().bought.count, 1);
}

#[test]
fn products_make_the_amount() {
    let mut desk = Desk::new();
    desk.keys("$ tab tab tab tab tab tab")
        .text("UV lamp x 200 @ 12.5")
        .keys("C-a")
        .text("ballast x 10 @ 3")
        .keys("enter");
    let order = &desk.app.detail().unwrap().orders[0].fields;
    assert_eq!((order.amount, order.lines.len()), (Amount::whole(2_530), 2));
}

#[test]
fn an_amount_that_cannot_be_read_is_said() {
    let mut desk = Desk::new();
    desk.keys("$ enter");
    assert!(desk.app.form().unwrap().fields.iter().any(|field| field.error.is_some()));
    desk.keys("tab tab").text("12 abc 34").keys("enter");
    assert!(desk.app.form().is_some());
}

#[test]
fn states_edits_and_removal_on_the_card() {
    let mut desk = desk();
    let chosen = desk.app.card_lines().iter().filter(|line| line.chosen()).count();
    desk.keys("g c");
    for _ in 0..chosen {
        if desk.app.order_at_cursor().is_some() {
            break;
        }
        desk.keys("j");
    }
    desk.keys("% c");
    assert_eq!(desk.app.detail().unwrap().orders[0].fields.status, OrderStatus::Cancelled);
    assert_eq!(desk.app.current().unwrap().bought.count, 0);
    desk.keys("u enter").keys("tab tab").keys("C-u").text("99").keys("enter");
    assert_eq!(desk.app.detail().unwrap().orders[0].fields.amount, Amount::whole(99));
    desk.keys("x");
    assert!(desk.app.detail().unwrap().orders.is_empty());
    desk.keys("u");
    assert_eq!(desk.app.detail().unwrap().orders.len(), 1);
    desk.keys("g g %");
    assert_eq!(desk.app.toast.as_ref().unwrap().say.key, "why-no-order");
}
