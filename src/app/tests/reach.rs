use super::harness::{Desk, day};
use crate::domain::view::{Builtin, Sort};
use crate::domain::{Direction, Edit, NewInteraction};
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

/// What is planned for the current customer.
fn planned(desk: &Desk) -> Vec<String> {
    desk.app.current().unwrap().follow_ups.iter().map(|it| it.due.on.to_string()).collect()
}

#[test]
fn a_pause_moves_what_is_planned_and_undo_brings_it_back() {
    let mut desk = Desk::new();
    assert_eq!((desk.current(), planned(&desk)), ("Mulligan Pumps", vec!["2026-11-17".to_owned()]));
    desk.keys("P").text("2026-12-12 at the fair").keys("enter");
    let pause = desk.app.current().unwrap().customer.pause.clone().unwrap();
    assert_eq!((pause.until, &*pause.note), (day("2026-12-12"), "at the fair"));
    assert_eq!(planned(&desk), ["2026-12-12"]);
    desk.at(AFTERNOON).keys("g r");
    assert!(!desk.shown().contains(&"Mulligan Pumps"));
    desk.keys("g d");
    assert!(!desk.shown().contains(&"Mulligan Pumps"));
    desk.keys("u g e");
    assert_eq!((desk.current(), planned(&desk)), ("Mulligan Pumps", vec!["2026-11-17".to_owned()]));
    assert_eq!(desk.app.current().unwrap().customer.pause, None);
}

#[test]
fn a_promised_time_stays_through_a_pause() {
    let mut desk = Desk::new();
    desk.keys("x x f").text("2026-11-25 15:00 call").keys("enter").keys("P").text("12 dec").keys("enter");
    assert_eq!(planned(&desk), ["2026-11-25"]);
}

#[test]
fn an_empty_line_ends_a_pause_and_a_day_that_has_come_is_none() {
    let mut desk = Desk::new();
    desk.keys("P").text("12 dec fair").keys("enter P");
    let line = desk.app.modals.last().and_then(|modal| match modal {
        crate::app::modal::Modal::Form(form) => Some(form.text(crate::app::form::Name::Away).to_owned()),
        _ => None,
    });
    assert_eq!(line.as_deref(), Some("2026-12-12 fair"));
    desk.keys("C-u").text("today").keys("enter");
    assert_eq!(desk.app.modals.len(), 1, "refused");
    desk.keys("C-u enter");
    assert_eq!(desk.app.current().unwrap().customer.pause, None);
    assert_eq!(planned(&desk), ["2026-12-12"], "what was planned stays where it is");
}

#[test]
fn the_customers_form_pauses_as_well() {
    let mut desk = Desk::new();
    desk.keys("E");
    let at = desk.app.modals.last().and_then(|modal| match modal {
        crate::app::modal::Modal::Form(form) => {
            form.fields.iter().position(|field| field.name == crate::app::form::Name::Away)
        }
        _ => None,
    });
    for _ in 0..at.unwrap() {
        desk.keys("tab");
    }
    desk.text("12 dec").keys("C-s");
    assert!(desk.app.current().unwrap().customer.pause.is_some());
    assert_eq!(planned(&desk), ["2026-12-12"]);
}

#[test]
fn what_they_announce_is_offered_with_one_key() {
    let mut desk = Desk::new();
    desk.keys("l").text("Thanks! I am travelling, back on 12 december").keys("tab tab right").keys("enter");
    assert_eq!(desk.app.modals.len(), 1, "the offer");
    desk.keys("y");
    let pause = desk.app.current().unwrap().customer.pause.clone().unwrap();
    assert_eq!(pause.until, day("2026-12-12"));
    assert!(desk.app.current().unwrap().follow_ups.iter().all(|it| it.due.on >= pause.until));
    // Known now: the same words are not asked about again.
    desk.keys("l").text("as I said: back on 12 december").keys("tab tab right").keys("enter");
    assert!(desk.app.modals.is_empty());
}

#[test]
fn the_calendar_knows_the_holidays_of_both_sides() {
    let mut desk = Desk::new();
    desk.app.settings.holidays = crate::domain::Country::new("CN");
    let own = |desk: &Desk, on: &str| desk.app.own_festive(day(on)).map(|it| it.holiday.map(|holiday| holiday.name_en));
    assert_eq!(own(&desk, "2026-10-01"), Some(Some("National Day")));
    assert_eq!(own(&desk, "2026-10-10"), Some(None), "a Saturday worked in exchange");
    assert_eq!(own(&desk, "2026-10-12"), None);
    let theirs = |desk: &Desk, on: &str| {
        let found = desk.app.their_festive(day(on));
        found.iter().map(|it| it.country.unwrap().to_string()).collect::<Vec<_>>()
    };
    // The current customer is in Britain; a German is due on the 25th of December.
    assert_eq!((desk.current(), theirs(&desk, "2026-12-25")), ("Mulligan Pumps", vec!["GB".to_owned()]));
    desk.keys("j f").text("2026-12-25").keys("enter k");
    assert_eq!(theirs(&desk, "2026-12-25"), ["GB", "DE"]);
    desk.app.go_to_day(day("2026-12-25"));
    assert_eq!(desk.app.agenda_head().len(), 1, "no holiday of ours: a line for theirs");
    desk.app.go_to_day(day("2026-10-01"));
    assert_eq!(desk.app.agenda_head().len(), 1);
}

#[test]
fn a_country_is_told_of_by_one_key() {
    let mut desk = Desk::new();
    desk.keys("K");
    assert!(matches!(
        desk.app.modals.last(),
        Some(crate::app::modal::Modal::Country(view)) if view.country.as_str() == "GB"
    ));
    desk.keys("j k esc");
    assert!(desk.app.modals.is_empty());
    desk.keys("E tab tab C-u C-s K");
    assert_eq!((desk.toast(), desk.app.modals.len()), ("why-no-country", 0));
}

/// Our letters to the customer and its answers, so many days ago, at that hour of UTC.
fn answered_at(desk: &mut Desk, name: &str, hour: u32) {
    let id = desk.app.board.bundles().find(|it| &*it.customer.name == name).unwrap().customer.id;
    let now = desk.now.clone();
    for days in 2..8 {
        for (direction, minute) in [(Direction::Out, 0), (Direction::In, 40)] {
            let on = now.instant.date_naive() - chrono::Duration::days(days);
            let at = on.and_hms_opt(hour, minute, 0).unwrap().and_utc();
            let kind = Some(crate::domain::ChannelKind::EMAIL);
            let (text, none) = ("well?".into(), crate::domain::Text::default());
            let interaction = NewInteraction { at, direction, kind, text, outcome: none.clone(), template: none };
            desk.store.commit(&Edit::Log { customer: id, interaction, done: vec![], next: None }, &now).unwrap();
        }
    }
    desk.reopen();
}

#[test]
fn their_own_hours_decide_where_they_are_known() {
    let mut desk = Desk::new();
    desk.app.settings.plans = false;
    // London answers between seven and eight in the evening.
    answered_at(&mut desk, "Mulligan Pumps", 19);
    let id = desk.app.board.bundles().find(|it| &*it.customer.name == "Mulligan Pumps").unwrap().customer.id;
    let slot = desk.app.board.slot_of(id).unwrap();
    let usual = desk.app.board.insight(slot).hours.unwrap();
    assert_eq!((usual.from(), usual.until()), (19, 21), "told by the survey, without opening it");
    desk.at("2026-11-23T08:30:00Z").keys("g r");
    assert_eq!(
        desk.shown(),
        ["义乌贸易有限公司", "Müller Wassertechnik"],
        "the office in London is open; they are not there"
    );
    assert_eq!(desk.app.board.count(Builtin::Reachable), Some(2));
    assert_eq!(desk.app.board.presence(slot).state, State::Closed);
    desk.at("2026-11-23T16:30:00Z");
    assert_eq!(desk.shown(), ["Müller Wassertechnik"]);
    desk.at("2026-11-23T18:00:00Z");
    assert_eq!((desk.shown(), desk.app.board.count(Builtin::Reachable)), (vec!["Mulligan Pumps"], Some(1)), "soon");
    desk.at("2026-11-23T22:00:00Z");
    assert!(desk.shown().is_empty());
    // The card, the dot and the step that is advised agree.
    desk.keys("g e");
    while desk.current() != "Mulligan Pumps" {
        desk.keys("j");
    }
    let opens = desk.app.board.presence(slot).opens.unwrap();
    assert_eq!(opens.to_string(), "2026-11-24 19:00:00 UTC");
    assert_eq!(desk.app.study().unwrap().why.step.at, Some(opens));
}

#[test]
fn who_buys_for_itself_is_reached_in_the_evening_and_at_weekends() {
    let mut desk = Desk::new();
    desk.keys("g e");
    let id = desk.app.board.bundles().find(|it| &*it.customer.name == "Mulligan Pumps").unwrap().customer.id;
    let now = desk.now.clone();
    desk.store.commit(&Edit::Tag { customers: vec![id], add: vec!["b2c".into()], remove: vec![] }, &now).unwrap();
    // A Sunday, half past eight in the evening.
    desk.at("2026-11-22T20:30:00Z").reopen();
    desk.keys("g e");
    while desk.current() != "Mulligan Pumps" {
        desk.keys("j");
    }
    let slot = desk.app.board.slot_of(id).unwrap();
    assert_eq!(desk.app.board.presence(slot).state, State::Open);
    assert_eq!(desk.app.study().unwrap().why.step.at, Some(desk.now.instant), "why says so, too");
}
