use super::harness::{Desk, day};
use crate::app::{form::Name, modal::Modal};
use crate::domain::{ChannelKind, Country, Direction, FollowUpState, Made, view::DueState};

fn form(desk: &Desk) -> &crate::app::form::Form {
    match desk.app.modals.last() {
        Some(Modal::Form(form)) => form,
        _ => panic!("no form is open"),
    }
}

#[test]
fn a_contact_is_logged_in_one_line_and_the_next_follow_up_proposed() {
    let mut desk = Desk::new();
    desk.keys("l");
    assert_eq!(form(&desk).text(Name::Next), "2026-11-30", "an A hears from us in seven days, which is a Sunday");
    desk.text("sent PI 2026-117").keys("enter");
    assert!(desk.app.modals.is_empty());
    let bundle = desk.app.current().unwrap();
    assert_eq!(bundle.follow_ups.len(), 1);
    assert_eq!((bundle.follow_ups[0].due.on, bundle.follow_ups[0].made), (day("2026-11-30"), Made::Cadence));
    let detail = desk.app.detail().unwrap();
    assert_eq!(&*detail.timeline[0].text, "sent PI 2026-117");
    assert_eq!(detail.timeline[0].kind, Some(ChannelKind::WHATSAPP));
    assert_eq!(detail.timeline[0].direction, Direction::Out);
    assert_eq!(detail.closed[0].state, FollowUpState::Late);
    desk.keys("u");
    assert_eq!(desk.app.current().unwrap().follow_ups[0].due.on, day("2026-11-17"));
}

#[test]
fn channel_and_direction_are_turned_by_key() {
    let mut desk = Desk::new();
    desk.keys("l").text("price?").keys("tab right tab space enter");
    let entry = &desk.app.detail().unwrap().timeline[0];
    assert_eq!(entry.kind, Some(ChannelKind::EMAIL));
    assert_eq!(entry.direction, Direction::In);
}

#[test]
fn a_follow_up_is_planned_in_words_and_in_their_time() {
    let mut desk = Desk::new();
    desk.keys("j f").text("fri 15:00 send PI").keys("tab tab space");
    assert!(form(&desk).field(Name::When).unwrap().remark.is_some());
    desk.keys("enter");
    let follow_ups = &desk.app.current().unwrap().follow_ups;
    let planned = follow_ups.iter().find(|it| &*it.note == "send PI").unwrap();
    assert_eq!(planned.due.on, day("2026-11-27"));
    assert_eq!(planned.due.zone.as_deref(), Some("Europe/Berlin"));
}

#[test]
fn a_promise_on_their_wall_is_counted_on_ours() {
    let mut desk = Desk::new();
    // 22:00 on Sunday in the Emirates is two in the morning of Monday in Shanghai.
    desk.keys("G f").text("today 22:00 call back").keys("tab tab space enter");
    let promised = &desk.app.current().unwrap().follow_ups[0];
    assert_eq!(promised.due.on, day("2026-11-22"));
    assert_eq!(promised.here.on, day("2026-11-23"));
    assert_eq!(desk.app.board.tally().today, 1);
    assert_eq!(desk.app.board.on_day(day("2026-11-23")).len(), 2);
    desk.reopen();
    assert_eq!(desk.app.board.tally().today, 1);
}

#[test]
fn a_date_that_is_none_is_said_on_its_field_and_nothing_is_lost() {
    let mut desk = Desk::new();
    for text in ["someday", "fri 25:00 call", "3 dec 15.70"] {
        desk.keys("f").text(text).keys("enter");
        assert!(form(&desk).field(Name::When).unwrap().error.is_some(), "{text}");
        assert_eq!(form(&desk).text(Name::When), text);
        desk.keys("esc");
    }
    assert!(desk.app.modals.is_empty());
}

#[test]
fn a_customer_is_made_with_a_pasted_profile() {
    let mut desk = Desk::new();
    desk.keys("n").text("Nile Filters").keys("tab tab").text("Egypt").keys("tab tab").text("Mona Said").keys("tab tab");
    assert_eq!(form(&desk).fields[form(&desk).focus].name, Name::Channel);
    desk.text("https://wa.me/201001234567").keys("enter");
    assert_eq!(desk.current(), "Nile Filters");
    let bundle = desk.app.current().unwrap();
    assert_eq!(bundle.customer.country, Country::new("EG"));
    assert_eq!(&*bundle.contacts[0].name, "Mona Said");
    assert_eq!(bundle.channels[0].kind, ChannelKind::WHATSAPP);
    assert_eq!(&*bundle.channels[0].norm, "+201001234567");
    assert_eq!(bundle.channels[0].contact, Some(bundle.contacts[0].id));
}

#[test]
fn a_wrong_field_is_named_and_keeps_its_text() {
    let mut desk = Desk::new();
    desk.keys("E tab tab C-u").text("Atlantis").keys("enter");
    let field = form(&desk).field(Name::Country).unwrap();
    assert!(field.error.is_some());
    assert_eq!(form(&desk).text(Name::Country), "Atlantis");
}

#[test]
fn an_edit_changes_only_what_was_changed() {
    let mut desk = Desk::new();
    desk.keys("E").text(" Ltd").keys("enter H");
    let Some(Modal::History(history)) = desk.app.modals.last() else { panic!("no history") };
    assert_eq!(history.ops[0].changes, 1);
}

#[test]
fn a_language_is_shown_and_written_by_its_name() {
    let mut desk = Desk::new();
    let language = |desk: &Desk| desk.app.current().unwrap().customer.language.to_string();
    let to_language = |desk: &mut Desk| {
        desk.keys("E");
        while form(desk).fields[form(desk).focus].name != Name::Language {
            desk.keys("backtab");
        }
        desk.keys("C-u");
    };
    to_language(&mut desk);
    desk.text("German").keys("enter");
    assert_eq!(language(&desk), "de");
    desk.keys("E");
    assert_eq!(form(&desk).text(Name::Language), "German");
    desk.keys("esc");
    to_language(&mut desk);
    desk.text("de-CH").keys("enter E");
    assert_eq!(form(&desk).text(Name::Language), "German");
    desk.text(" AG").keys("enter");
    assert_eq!(language(&desk), "de-CH", "a tag that is only shown by its name stays");
    to_language(&mut desk);
    desk.text("Plattdütsch un Hoch").keys("enter");
    assert_eq!(language(&desk), "Plattdütsch un Hoch");
}

#[test]
fn tags_are_added_and_taken_away() {
    let mut desk = Desk::new();
    desk.keys("T").text("uv，fair").keys("enter");
    assert_eq!(desk.app.current().unwrap().customer.tags, ["uv".into(), "fair".into()]);
    desk.keys("T C-u").text("uv").keys("enter");
    assert_eq!(desk.app.current().unwrap().customer.tags, ["uv".into()]);
}

#[test]
fn a_view_is_saved_chosen_and_deleted() {
    let mut desk = Desk::new();
    desk.keys("v").text("Overdue As").keys("tab tab").text("A").keys("tab tab tab tab right enter");
    assert!(desk.app.modals.is_empty());
    assert_eq!(desk.app.board.views().len(), 1);
    assert_eq!(desk.app.board.views()[0].query.due, Some(DueState::Overdue));
    assert_eq!(desk.shown(), ["Mulligan Pumps"]);
    desk.keys("g e");
    assert_eq!(desk.shown().len(), 4);
    desk.keys("g v G enter");
    assert_eq!(desk.shown(), ["Mulligan Pumps"]);
    desk.keys("x");
    assert_eq!(desk.app.board.views().len(), 0);
}
