use super::harness::Desk;
use crate::domain::view::{Builtin, Sort};
use crate::reference::State;

/// Monday 23 November, in Shanghai.
const MORNING: &str = "2026-11-23T01:30:00Z";
const AFTERNOON: &str = "2026-11-23T08:30:00Z";

#[test]
fn who_is_due_and_reachable_is_ordered_by_the_clock() {
    let mut desk = Desk::new();
    desk.at(MORNING).keys("g r");
    assert_eq!(desk.app.list.query.sort, Sort::Window);
    assert_eq!(desk.shown(), ["义乌贸易有限公司"], "half past nine in Yiwu; Europe sleeps");
    desk.at("2026-11-23T07:00:00Z");
    assert_eq!(desk.shown(), ["义乌贸易有限公司", "Müller Wassertechnik", "Mulligan Pumps"], "both open soon");
    assert_eq!(desk.app.board.count(Builtin::Reachable), Some(3));
    desk.at(AFTERNOON);
    assert_eq!(desk.shown(), ["义乌贸易有限公司", "Müller Wassertechnik", "Mulligan Pumps"]);
    desk.at("2026-11-23T10:01:00Z");
    assert_eq!(desk.shown(), ["Müller Wassertechnik", "Mulligan Pumps"], "Yiwu has gone home");
    desk.at("2026-11-23T20:00:00Z");
    assert!(desk.shown().is_empty());
    assert_eq!(desk.app.board.opens_next().unwrap().0.country.unwrap().as_str(), "CN");
    desk.keys("g d");
    assert_eq!(desk.app.list.query.sort, Sort::Next, "the order was the view's own");
}

#[test]
fn what_was_done_leaves_the_view_at_once() {
    let mut desk = Desk::new();
    desk.at(AFTERNOON).keys("g r").keys("j");
    assert_eq!(desk.current(), "Müller Wassertechnik");
    desk.keys("enter esc");
    assert_eq!(desk.shown(), ["义乌贸易有限公司", "Mulligan Pumps"]);
    desk.keys("u");
    assert_eq!(desk.shown().len(), 3);
    assert_eq!(desk.app.board.count(Builtin::Reachable), Some(3));
}

#[test]
fn the_cursor_stays_with_its_customer_while_the_clock_goes_on() {
    let mut desk = Desk::new();
    desk.at("2026-11-23T09:59:00Z").keys("g r G");
    assert_eq!((desk.current(), desk.app.list.cursor), ("Mulligan Pumps", 2));
    desk.at("2026-11-23T10:00:00Z");
    assert_eq!((desk.current(), desk.app.list.cursor), ("Mulligan Pumps", 1));
}

#[test]
fn a_country_changed_is_another_desk() {
    let mut desk = Desk::new();
    desk.at(MORNING).keys("g e");
    let slot = desk.app.board.slot_of(desk.app.current.unwrap()).unwrap();
    assert_eq!(desk.app.board.presence(slot).state, State::Closed);
    desk.keys("E tab tab C-u").text("CN").keys("C-s");
    assert_eq!(desk.app.board.presence(slot).state, State::Open);
}
