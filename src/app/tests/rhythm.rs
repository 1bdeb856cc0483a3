use super::harness::{Desk, day};
use crate::app::{form::Name, modal::Modal};
use crate::domain::{FollowUpState, Made, view::Builtin};

#[test]
fn an_overdue_pile_is_spread_in_one_step() {
    let mut desk = Desk::new();
    desk.keys("g p");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Menu(_))), "a sentence before it is done");
    desk.keys("y");
    let planned = &desk.app.board.bundles().find(|it| &*it.customer.name == "Mulligan Pumps").unwrap().follow_ups[0];
    // Today is a Sunday.
    assert_eq!((planned.due.on, planned.made), (day("2026-11-23"), Made::Hand));
    desk.keys("g p");
    assert_eq!(desk.toast(), "why-nothing-overdue");
    desk.keys("u");
    assert_eq!(desk.app.board.tally().overdue, 1);
}

#[test]
fn a_follow_up_is_skipped_with_its_reason_and_the_next_one_planned() {
    let mut desk = Desk::new();
    desk.keys("x a");
    let bundle = desk.app.current().unwrap();
    assert_eq!((bundle.follow_ups.len(), bundle.follow_ups[0].made), (1, Made::Cadence));
    let closed = &desk.app.detail().unwrap().closed[0];
    assert_eq!((closed.state, &*closed.reason), (FollowUpState::Dropped, "they are away"));
}

#[test]
fn one_message_too_many_is_told_in_the_form() {
    let mut desk = Desk::new();
    for _ in 0..3 {
        desk.keys("l").text("offer").keys("enter");
    }
    desk.keys("l");
    let Some(Modal::Form(form)) = desk.app.modals.last() else { panic!("no form") };
    assert_eq!(form.field(Name::Direction).unwrap().remark.as_ref().unwrap().key, "fatigue-warning");
    desk.keys("tab tab space");
    let Some(Modal::Form(form)) = desk.app.modals.last() else { panic!("no form") };
    assert!(form.field(Name::Direction).unwrap().remark.is_none(), "what they say is never too much");
}

#[test]
fn the_plan_is_brought_up_to_date_when_asked() {
    let mut desk = Desk::new();
    desk.keys(":").text("rhythm").keys("enter");
    assert_eq!(desk.toast(), "said-nothing-changed");
    desk.app.settings.plans = false;
    desk.keys(":").text("rhythm").keys("enter");
    assert_eq!(desk.toast(), "why-no-rhythm");
}

#[test]
fn amber_red_and_greetings_are_views() {
    let mut desk = Desk::new();
    for (keys, view) in [("g y", Builtin::Amber), ("g u", Builtin::Red), ("g b", Builtin::Care)] {
        desk.keys(keys);
        assert_eq!(desk.app.list.query.builtin, view);
    }
    desk.now = desk.now.after(chrono::Duration::days(9));
    desk.send(crate::app::Msg::Tick);
    desk.keys("g y");
    assert_eq!(desk.app.board.count(Builtin::Amber), Some(desk.app.list.rows.len()));
}

#[test]
fn whom_to_greet_stands_in_the_calendar() {
    let mut desk = Desk::new();
    let now = desk.now.clone();
    let care = crate::domain::CareDate {
        id: crate::domain::CareDateId(0),
        kind: "birthday".into(),
        month: 2,
        day: 29,
        year: None,
        note: "".into(),
    };
    let fields = crate::domain::CustomerFields { name: "Leap Ltd".into(), ..Default::default() };
    let dossier = crate::domain::Dossier { fields, care_dates: vec![care], ..Default::default() };
    desk.store.commit(&crate::domain::Edit::Save(Box::new(dossier)), &now).unwrap();
    desk.reopen();
    let greeted =
        |on: &str| desk.app.board.greeted_on(day(on)).map(|it| it.customer.name.to_string()).collect::<Vec<_>>();
    assert_eq!(greeted("2027-02-28"), ["Leap Ltd"]);
    assert_eq!(greeted("2028-02-29"), ["Leap Ltd"]);
    assert!(greeted("2028-02-28").is_empty() && greeted("2027-03-01").is_empty());
}
