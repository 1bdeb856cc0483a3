//! Paste to buyer: from a stranger's text to one step that can be undone.

use super::harness::{Desk, now};
use crate::app::modal::Modal;
use crate::app::paste::{Part, Sorting, Stage, Theirs};
use crate::app::{Msg, Phase};
use crate::domain::{Bundle, ChannelKind, Country, Direction, Stage as Funnel};

const LETTER: &str = "Dear Sir,\r\nWe need 500 pcs of UV lamps for water treatment.\r\n\r\nBest regards\r\nOmar Haddad\r\n\
    Purchasing Manager\r\nNile Filters Ltd\r\nTel: +20 100 123 4567\r\nomar@nilefilters.example\r\nCairo, Egypt\r\n";

fn paste(desk: &mut Desk, text: &str) {
    desk.send(Msg::Paste(text.to_owned()));
}

fn sorting(desk: &Desk) -> &Sorting {
    match desk.app.modals.last() {
        Some(Modal::Paste(view)) => match &view.stage {
            Stage::Sorting(sorting) => sorting,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn row(desk: &Desk, part: Part) -> usize {
    sorting(desk).rows.iter().position(|row| row.find.part == part).unwrap()
}

/// Puts the cursor on a part.
fn go(desk: &mut Desk, part: Part) {
    let to = row(desk, part);
    let shown = sorting(desk).shown();
    let to = shown.iter().position(|at| *at == to).unwrap();
    for _ in 0..shown.len() {
        desk.keys("up");
    }
    for _ in 0..to {
        desk.keys("down");
    }
}

fn theirs(desk: &Desk, part: Part) -> (bool, &Theirs) {
    let take = &sorting(desk).target().unwrap().takes[row(desk, part)];
    (take.on, &take.theirs)
}

fn named(desk: &Desk, name: &str) -> Bundle {
    desk.app.board.bundles().find(|bundle| &*bundle.customer.name == name).cloned().unwrap()
}

#[test]
fn a_paste_becomes_an_inquiry_and_one_undo_takes_it_back() {
    let mut desk = Desk::new();
    paste(&mut desk, LETTER);
    let origin = &sorting(&desk).rows[row(&desk, Part::Channel(ChannelKind::PHONE))].find.from;
    assert_eq!((origin.line, origin.snippet.as_str()), (8, "Tel: +20 100 123 4567"));
    assert!(sorting(&desk).targets.iter().all(|target| target.id.is_none() || target.why == "paste-likely-current"));
    go(&mut desk, Part::City);
    desk.keys("e C-u").text("Giza").keys("enter");
    go(&mut desk, Part::Language);
    desk.keys("space enter");
    assert!(desk.app.modals.is_empty());
    let bundle = named(&desk, "Nile Filters Ltd");
    let fields = &bundle.customer.fields;
    assert_eq!((fields.country, &*fields.city, &*fields.language), (Country::new("EG"), "Giza", ""));
    assert_eq!((fields.stage, &*fields.source), (Some(Funnel::INQUIRY), "paste"));
    assert_eq!((&*bundle.contacts[0].name, &*bundle.contacts[0].role), ("Omar Haddad", "Purchasing Manager"));
    assert!(bundle.channels.iter().all(|channel| channel.contact == Some(bundle.contacts[0].id)));
    assert_eq!(
        bundle.channels.iter().map(|it| &*it.norm).collect::<Vec<_>>(),
        ["+201001234567", "omar@nilefilters.example"]
    );
    assert_eq!(desk.current(), "Nile Filters Ltd");
    let said = &desk.store.detail(bundle.customer.id, 9).unwrap().timeline;
    assert_eq!((said.len(), said[0].direction, said[0].kind), (1, Direction::In, None));
    assert!(said[0].text.contains("500 pcs"));
    desk.keys("u");
    assert!(!desk.app.board.bundles().any(|bundle| &*bundle.customer.name == "Nile Filters Ltd"));
    desk.keys("C-r");
    named(&desk, "Nile Filters Ltd");
}

const ANNA: &str = "Hello, please quote 200 pcs of UV lamps, 40W.\n\nRegards\nAnna Schmidt\nMüller Wassertechnik GmbH\n\
    anna@mueller.example\nTel: +49 30 9018200\nHamburg, Austria\n";

#[test]
fn a_known_customer_is_filled_in_and_never_overwritten_unasked() {
    let mut desk = Desk::new();
    paste(&mut desk, ANNA);
    // The same address: the likeliest is turned to.
    assert_eq!(sorting(&desk).target().unwrap().name, "Müller Wassertechnik");
    assert_eq!(theirs(&desk, Part::Channel(ChannelKind::EMAIL)), (false, &Theirs::Same));
    assert_eq!(theirs(&desk, Part::Channel(ChannelKind::PHONE)), (true, &Theirs::Nothing));
    assert_eq!(theirs(&desk, Part::City), (true, &Theirs::Nothing));
    assert_eq!(theirs(&desk, Part::Country), (false, &Theirs::Other("Germany".into())));
    assert_eq!(theirs(&desk, Part::Name), (false, &Theirs::Other("Müller Wassertechnik".into())));
    desk.keys("enter");
    let bundle = named(&desk, "Müller Wassertechnik");
    assert_eq!((bundle.customer.country, &*bundle.customer.city), (Country::new("DE"), "Hamburg"));
    assert_eq!(bundle.channels.len(), 3);
    assert_eq!(bundle.contacts.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["Anna", "Anna Schmidt"]);
    assert_eq!(desk.store.detail(bundle.customer.id, 9).unwrap().timeline.len(), 1);
    assert_eq!(desk.current(), "Müller Wassertechnik");
    // The same paste again: all is there, and that is said.
    paste(&mut desk, ANNA);
    assert_eq!(theirs(&desk, Part::Message), (false, &Theirs::Same));
    desk.keys("esc u");
    assert_eq!(named(&desk, "Müller Wassertechnik").channels.len(), 2);
}

#[test]
fn what_differs_is_taken_when_it_is_chosen() {
    let mut desk = Desk::new();
    paste(&mut desk, ANNA);
    go(&mut desk, Part::Country);
    desk.keys("space enter");
    assert_eq!(named(&desk, "Müller Wassertechnik").customer.country, Country::new("AT"));
}

#[test]
fn tab_turns_to_the_new_customer_all_the_same() {
    let mut desk = Desk::new();
    let before = desk.app.board.len();
    paste(&mut desk, ANNA);
    desk.keys("backtab");
    assert_eq!(sorting(&desk).target().unwrap().id, None);
    desk.keys("enter");
    assert_eq!(desk.app.board.len(), before + 1);
    assert_eq!(desk.current(), "Müller Wassertechnik GmbH");
}

#[test]
fn esc_puts_aside_and_p_brings_back_with_every_change() {
    let mut desk = Desk::new();
    paste(&mut desk, LETTER);
    go(&mut desk, Part::Name);
    desk.keys("e C-u").text("Nile Ltd").keys("enter esc");
    assert!(desk.app.modals.is_empty());
    assert_eq!(desk.toast(), "paste-kept");
    desk.keys("p");
    assert_eq!(sorting(&desk).rows[row(&desk, Part::Name)].find.value, "Nile Ltd");
    desk.keys("enter");
    named(&desk, "Nile Ltd");
    // What was accepted is gone from there.
    desk.keys("p");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Paste(view)) if matches!(view.stage, Stage::Box(_))));
}

#[test]
fn a_text_without_anybody_says_so_and_does_nothing() {
    let mut desk = Desk::new();
    for (text, said) in [("", "paste-empty"), (" \n ", "paste-empty"), ("q\rD\r", "paste-nobody")] {
        paste(&mut desk, text);
        assert!(desk.app.modals.is_empty(), "{text:?}");
        assert_eq!(desk.toast(), said, "{text:?}");
    }
    assert!(!desk.quit);
    // A request without a name is a message of the customer under the cursor.
    let name = desk.current().to_owned();
    paste(&mut desk, "Hello, can you please quote 300 pcs of the same lamps again?");
    desk.keys("enter");
    assert_eq!(sorting(&desk).error.as_ref().map(|say| say.key), Some("form-name-needed"));
    desk.keys("tab enter");
    assert!(desk.app.modals.is_empty());
    assert_eq!(desk.store.detail(named(&desk, &name).customer.id, 9).unwrap().timeline.len(), 1);
}

#[test]
fn p_reads_the_clipboard_or_opens_a_box_to_write_in() {
    let mut desk = Desk::new();
    desk.clipboard = Some(LETTER.to_owned());
    desk.keys("p");
    assert_eq!(sorting(&desk).rows[row(&desk, Part::Name)].find.value, "Nile Filters Ltd");
    desk.clipboard = None;
    desk.keys("p");
    let note = |desk: &Desk| match desk.app.modals.last() {
        Some(Modal::Paste(view)) => view.note.as_ref().map(|say| say.key),
        _ => None,
    };
    assert_eq!(note(&desk), Some("paste-clipboard-none"));
    desk.keys("C-s");
    assert_eq!(note(&desk), Some("paste-empty"));
    desk.text("Omar Haddad").keys("enter").text("omar@nile.example").keys("C-s");
    assert_eq!(sorting(&desk).rows[row(&desk, Part::Channel(ChannelKind::EMAIL))].find.value, "omar@nile.example");
}

#[test]
fn an_address_that_cannot_be_one_is_said_where_it_stands() {
    let mut desk = Desk::new();
    paste(&mut desk, LETTER);
    let email = Part::Channel(ChannelKind::EMAIL);
    go(&mut desk, email);
    desk.keys("e C-u").text("omar@@nile").keys("enter enter");
    assert!(sorting(&desk).error.is_some());
    assert_eq!(sorting(&desk).row(), Some(row(&desk, email)));
    // One that is somebody's is looked for anew.
    desk.keys("e C-u").text("anna@mueller.example").keys("enter");
    assert!(sorting(&desk).targets.iter().any(|target| target.name == "Müller Wassertechnik"));
    assert_eq!(sorting(&desk).rows[row(&desk, email)].find.norm.to_string(), "anna@mueller.example");
}

#[test]
fn kinds_are_turned_and_messages_are_written() {
    let mut desk = Desk::new();
    paste(&mut desk, LETTER);
    go(&mut desk, Part::Channel(ChannelKind::PHONE));
    while !sorting(&desk).rows.iter().any(|row| row.find.part == Part::Channel(ChannelKind::WHATSAPP)) {
        desk.keys("C-n");
    }
    go(&mut desk, Part::Via(None));
    desk.keys("e");
    assert!(sorting(&desk).rows.iter().any(|row| matches!(row.find.part, Part::Via(Some(_)))));
    go(&mut desk, Part::Message);
    desk.keys("e");
    desk.send(Msg::Paste("\nAnd spare parts.\r\nThanks".into()));
    desk.keys("enter").text("Omar").keys("C-s enter");
    let bundle = named(&desk, "Nile Filters Ltd");
    assert_eq!((bundle.channels[0].kind, &*bundle.channels[0].norm), (ChannelKind::WHATSAPP, "+201001234567"));
    let said = desk.store.detail(bundle.customer.id, 9).unwrap().timeline.remove(0);
    assert!(said.kind.is_some());
    assert!(said.text.ends_with("\nAnd spare parts.\nThanks\nOmar"), "{}", said.text);
}

#[test]
fn a_paste_is_not_taken_where_nothing_can_be_written() {
    let mut desk = Desk::new();
    desk.app.read_only = true;
    paste(&mut desk, LETTER);
    assert!(desk.app.modals.is_empty());
    assert_eq!(desk.toast(), "why-read-only");
}

#[test]
fn the_first_customer_can_be_pasted() {
    let mut desk = Desk::empty();
    assert_eq!(desk.app.phase, Phase::Welcome);
    paste(&mut desk, LETTER);
    desk.keys("enter");
    assert_eq!((desk.app.phase, desk.current()), (Phase::Open, "Nile Filters Ltd"));
    assert_eq!(named(&desk, "Nile Filters Ltd").customer.created_at, now().instant);
}

#[test]
fn a_flood_and_a_text_of_escapes_do_no_harm_and_say_so() {
    let mut desk = Desk::new();
    let flood = format!("{LETTER}{}", "All work and no play. ".repeat(30 * 1024 * 1024 / 22));
    paste(&mut desk, &flood);
    let keys: Vec<&str> = sorting(&desk).left_out.iter().map(|say| say.key).collect();
    assert_eq!(keys, ["paste-left-cut", "paste-left-looked"]);
    desk.keys("enter");
    let bundle = named(&desk, "Nile Filters Ltd");
    assert!(desk.store.detail(bundle.customer.id, 9).unwrap().timeline[0].text.len() <= 256 * 1024);
    let escapes = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{202e}Eve Evil\u{1b}[31m\neve@evil.example\nWe need 5 pcs\n".repeat(3);
    paste(&mut desk, &escapes);
    assert_eq!(sorting(&desk).left_out[0].key, "paste-left-controls");
    assert!(sorting(&desk).rows.iter().all(|row| !row.find.value.contains('\u{1b}')));
    // A paste into a field is cut, too, and is never a key.
    desk.keys("esc /");
    paste(&mut desk, &"x\r".repeat(20_000_000));
    assert!(desk.app.list.query.text.len() <= 40_000);
}

#[test]
fn a_paste_while_the_file_is_opened_waits_for_it() {
    let mut desk = Desk::new();
    desk.app.phase = Phase::Opening;
    paste(&mut desk, LETTER);
    assert!(desk.app.modals.is_empty());
    desk.reopen();
    assert_eq!(sorting(&desk).rows[row(&desk, Part::Name)].find.value, "Nile Filters Ltd");
}

#[test]
fn a_paste_over_a_layer_is_kept_for_p() {
    let mut desk = Desk::new();
    desk.keys("?");
    paste(&mut desk, LETTER);
    assert_eq!(desk.toast(), "paste-later");
    desk.keys("esc p");
    assert_eq!(sorting(&desk).rows[row(&desk, Part::Name)].find.value, "Nile Filters Ltd");
    // In a form it is text.
    desk.keys("esc n");
    paste(&mut desk, "Nile\nLtd");
    assert_eq!(desk.app.modals.len(), 1);
    let named = |form: &crate::app::form::Form| form.text(crate::app::form::Name::Name) == "Nile Ltd";
    assert!(matches!(desk.app.modals.last(), Some(Modal::Form(form)) if named(form)));
}
