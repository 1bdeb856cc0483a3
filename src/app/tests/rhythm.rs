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

fn form(desk: &Desk) -> &crate::app::form::Form {
    match desk.app.modals.last() {
        Some(Modal::Form(form)) => form,
        _ => panic!("no form: {}", desk.toast()),
    }
}

#[test]
fn the_follow_up_in_hand_is_changed_where_it_stands() {
    let mut desk = Desk::new();
    let before = desk.app.current().unwrap().follow_ups[0].clone();
    desk.keys("F");
    assert_eq!((form(&desk).text(Name::When), form(&desk).text(Name::Note)), ("2026-11-17", "call"));
    desk.keys("C-u").text("fri 15:00").keys("tab").text(" about the samples").keys("enter");
    let bundle = desk.app.current().unwrap();
    assert_eq!(bundle.follow_ups.len(), 1, "changed, not planned beside it");
    let it = &bundle.follow_ups[0];
    assert_eq!((it.id, &*it.note, it.due.on), (before.id, "call about the samples", day("2026-11-27")));
    desk.keys("u");
    assert_eq!(desk.app.current().unwrap().follow_ups[0], before);
}

#[test]
fn a_note_alone_leaves_it_to_the_rhythm() {
    let mut desk = Desk::new();
    desk.keys("enter");
    let own = desk.app.current().unwrap().follow_ups[0].clone();
    assert_eq!(own.made, Made::Cadence);
    desk.keys("F tab").text("ask for the logo").keys("enter");
    let it = desk.app.current().unwrap().follow_ups[0].clone();
    assert_eq!((&*it.note, it.made, it.due.on), ("ask for the logo", Made::Cadence, own.due.on));
    desk.keys("F C-u").text("+3d").keys("enter");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].made, Made::Hand);
}

#[test]
fn what_was_promised_on_their_wall_stays_on_it() {
    let mut desk = Desk::new();
    desk.keys("F C-u").text("fri 15:00").keys("tab tab space enter");
    let promised = desk.app.current().unwrap().follow_ups[0].due.clone();
    assert_eq!(promised.zone.as_deref(), Some("Europe/London"));
    // Moved since: the promise is still of London.
    let mut fields = desk.app.current().unwrap().customer.fields.clone();
    fields.country = crate::domain::Country::new("US");
    let now = desk.now.clone();
    let id = desk.app.current.unwrap();
    let dossier = crate::app::forms::dossier_of(&crate::domain::Bundle {
        customer: crate::domain::Customer { id, created_at: now.instant, fields },
        ..desk.app.current().unwrap().clone()
    });
    desk.store.commit(&crate::domain::Edit::Save(Box::new(dossier)), &now).unwrap();
    desk.reopen();
    desk.app.current = Some(id);
    desk.keys("F");
    assert_eq!(form(&desk).text(Name::When), "2026-11-27 15:00");
    desk.keys("tab").text(", with the price").keys("enter");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].due, promised);
}

#[test]
fn enter_on_the_cards_follow_up_changes_it() {
    let mut desk = Desk::new();
    desk.keys("f").text("3 dec samples").keys("enter g c");
    let lines = desk.app.card_lines();
    let chosen = lines.iter().filter(|line| line.chosen());
    desk.app.card.cursor = chosen.clone().position(|line| matches!(line, crate::app::card::Line::FollowUp(1))).unwrap();
    desk.keys("enter");
    assert_eq!((form(&desk).text(Name::When), form(&desk).text(Name::Note)), ("2026-12-03", "samples"));
    desk.keys("esc >");
    let days: Vec<_> = desk.app.current().unwrap().follow_ups.iter().map(|it| it.due.on).collect();
    assert_eq!(days, [day("2026-11-17"), day("2026-12-10")], "the one under the cursor moves");
}

/// Two of the four have had three messages this week.
fn weary() -> Desk {
    let mut desk = Desk::new();
    for name in ["Mulligan Pumps", "Al-Mulla Trading"] {
        desk.app.current = desk.app.board.bundles().find(|it| &*it.customer.name == name).map(|it| it.customer.id);
        for _ in 0..3 {
            desk.keys("l").text("offer").keys("enter");
        }
    }
    desk.keys("g e *");
    desk
}

fn planned(desk: &Desk, on: &str) -> Vec<String> {
    let there = desk.app.board.on_day(day(on)).iter().filter_map(|slot| desk.app.board.at(*slot));
    let mut names: Vec<String> = there.map(|it| it.customer.name.to_string()).collect();
    names.sort();
    names
}

#[test]
fn a_bulk_plan_leaves_the_weary_out_and_names_them() {
    let mut desk = weary();
    desk.keys("f");
    let remark = form(&desk).field(Name::Weary).unwrap().remark.clone().unwrap();
    let names = remark.args.iter().find(|(name, _)| *name == "names").unwrap().1.clone();
    assert_eq!((remark.key, names), ("weary-left-out", "Al-Mulla Trading, Mulligan Pumps".into()));
    desk.text("4 dec").keys("enter");
    assert_eq!(planned(&desk, "2026-12-04"), ["Müller Wassertechnik", "义乌贸易有限公司"]);
    desk.keys("u f").text("4 dec").keys("C-t enter");
    assert_eq!(planned(&desk, "2026-12-04").len(), 4, "one key takes them in");
    desk.keys("u");
    assert!(planned(&desk, "2026-12-04").is_empty());
}

#[test]
fn a_bulk_plan_waits_until_it_is_known_whom_to_leave_out() {
    let mut desk = weary();
    let now = desk.now.clone();
    let press = |desk: &mut Desk, key: &str| {
        let crate::command::Keys(chords) = key.parse().unwrap();
        chords
            .into_iter()
            .flat_map(|chord| desk.app.update(crate::app::Msg::Key(chord), now.clone()))
            .collect::<Vec<_>>()
    };
    let asked = press(&mut desk, "f");
    desk.text("4 dec");
    assert_eq!(press(&mut desk, "enter"), [], "nothing is written yet");
    for effect in asked {
        if let crate::app::Effect::Weary(asked) = effect {
            desk.send(crate::app::Msg::Weary { asked: vec![], weary: vec![] });
            assert!(form(&desk).field(Name::Weary).is_none(), "an answer to another question");
            let weary = vec![(asked[0], 3)];
            desk.send(crate::app::Msg::Weary { asked, weary });
        }
    }
    assert!(!form(&desk).waiting && form(&desk).field(Name::Weary).is_some(), "they are shown first");
    desk.keys("enter");
    assert_eq!(planned(&desk, "2026-12-04").len(), 3);
}

#[test]
fn only_one_is_never_left_out() {
    let mut desk = weary();
    desk.keys("esc g e");
    desk.app.current =
        desk.app.board.bundles().find(|it| &*it.customer.name == "Mulligan Pumps").map(|it| it.customer.id);
    desk.keys("f").text("4 dec").keys("enter");
    assert_eq!(planned(&desk, "2026-12-04"), ["Mulligan Pumps"]);
}

#[test]
fn whom_to_reach_before_a_long_holiday_is_listed_and_planned_before_it() {
    let mut desk = Desk::new();
    // A month before the Spring Festival of 2027, which begins on 5 February.
    desk.at("2027-01-20T02:00:00Z");
    let ids: Vec<_> = desk.app.board.bundles().map(|it| it.customer.id).collect();
    for (id, on) in ids.iter().zip(["2027-02-08", "2027-02-12", "2027-02-03"]) {
        let moves =
            desk.app.board.get(*id).unwrap().follow_ups.iter().map(|it| (it.id, crate::domain::Due::day(day(on))));
        let now = desk.now.clone();
        let moved = desk.store.commit(&crate::domain::Edit::Move { moves: moves.collect() }, &now).unwrap();
        desk.send(crate::app::Msg::Changed(Box::new(moved)));
    }
    desk.keys("g H");
    let reach = |desk: &Desk| match desk.app.modals.last() {
        Some(Modal::Ahead(view)) => {
            let own = view.all.iter().find(|it| it.countries.is_empty() && it.long.first == day("2027-02-05"));
            own.unwrap().reach.iter().map(|(id, _)| *id).collect::<Vec<_>>()
        }
        _ => panic!("no layer"),
    };
    let wanted = reach(&desk);
    assert!(wanted.starts_with(&ids[..2]) && !wanted.contains(&ids[2]), "{wanted:?}");
    while !matches!(desk.app.modals.last(), Some(Modal::Ahead(view)) if view.here().unwrap().countries.is_empty()) {
        desk.keys("j");
    }
    desk.keys("f");
    assert!(reach(&desk).is_empty(), "{}", desk.toast());
    for id in &ids[..2] {
        let next = desk.app.board.get(*id).unwrap().next_follow_up().unwrap();
        assert!((day("2027-01-22")..day("2027-02-05")).contains(&next.due.on), "{next:?}");
    }
    desk.keys("u");
    assert_eq!(reach(&desk), wanted, "one step");
    desk.keys("enter");
    assert_eq!((desk.app.modals.len(), desk.app.list.rows.len()), (0, wanted.len()));
}

#[test]
fn a_feast_of_their_country_is_a_day_to_greet_on_with_its_own_template() {
    let mut desk = Desk::with(crate::domain::rules::Rules { feasts: crate::reference::feasts(), ..Default::default() });
    let now = desk.now.clone();
    for (name, country) in [("Kunde", "DE"), ("Souk", "AE"), ("Nobody", "")] {
        let fields = crate::domain::CustomerFields {
            name: name.into(),
            country: crate::domain::Country::new(country),
            ..Default::default()
        };
        let dossier = crate::domain::Dossier { fields, ..Default::default() };
        desk.store.commit(&crate::domain::Edit::Save(Box::new(dossier)), &now).unwrap();
    }
    desk.reopen();
    // The Emirates' national day is in ten days, Christmas in a month.
    desk.keys("g b");
    assert_eq!((desk.shown(), desk.app.board.count(Builtin::Care)), (vec!["Souk"], Some(1)));
    assert!(desk.app.card_lines().contains(&crate::app::card::Line::Feast));
    desk.keys("M");
    let Some(Modal::Reply(reply)) = desk.app.modals.last() else { panic!("no message") };
    assert_eq!(crate::reference::templates::all()[reply.template].slug, "greeting-holiday");
    desk.keys("esc").at("2026-12-20T02:00:00Z");
    assert_eq!(desk.keys("g b").shown(), ["Kunde"]);
    let countries = |desk: &Desk, on: &str| {
        desk.app.board.feasts_on(day(on)).map(|(it, n)| (it.country.to_string(), n)).collect::<Vec<_>>()
    };
    assert_eq!(countries(&desk, "2026-12-25"), [("DE".to_owned(), 1)]);
    assert!(countries(&desk, "2026-12-26").is_empty());
    desk.keys("Z");
    assert!(countries(&desk, "2026-12-25").is_empty(), "who is archived is not greeted");
}
