use super::harness::{Desk, day, now};
use crate::app::{App, Msg, modal::Modal, online::Answer, triage::Decided};
use crate::command::Command;
use crate::domain::authenticity::{Check, Evidence, Verdict};
use crate::domain::view::{Builtin, Sort};
use crate::domain::{
    ChannelDraft, ChannelKind, ContactDraft, Country, CustomerFields, Direction, Dossier, Edit, Made, NewInteraction,
    Ruling, Say, Stage, Status, Tier, inquiry as inquiries,
};
use crate::reference::normalise;
use chrono::Duration;

fn inquiry(name: &str, country: &str, email: &str, text: &str, days: i64) -> Dossier {
    let country = Country::new(country);
    let norm = normalise(ChannelKind::EMAIL, email, country).unwrap_or_default().into();
    Dossier {
        fields: CustomerFields {
            name: name.into(),
            country,
            stage: Some(Stage::INQUIRY),
            interests: "UV lamps, ballasts".into(),
            ..CustomerFields::default()
        },
        contacts: vec![ContactDraft { name: "Ana Ruiz".into(), ..ContactDraft::default() }],
        channels: vec![ChannelDraft {
            id: None,
            contact: Some(0),
            kind: ChannelKind::EMAIL,
            handle: email.into(),
            norm,
            primary: true,
            emergency: false,
        }],
        interactions: vec![said(text, Direction::In, days)],
        ..Dossier::default()
    }
}

fn said(text: &str, direction: Direction, days: i64) -> NewInteraction {
    NewInteraction {
        at: now().instant - Duration::days(days),
        direction,
        kind: Some(ChannelKind::EMAIL),
        text: text.into(),
        outcome: "".into(),
        template: "".into(),
    }
}

/// The usual board without its inquiry.
fn calm() -> Desk {
    let mut desk = Desk::new();
    let now = desk.now.clone();
    let customers = desk.app.board.bundles().map(|it| it.customer.id).collect();
    desk.store.commit(&Edit::SetStage { customers, stage: Stage::new("qualified"), reason: "".into() }, &now).unwrap();
    desk.reopen();
    desk
}

/// Three inquiries on the usual board, shown.
fn desk() -> Desk {
    let mut desk = calm();
    let dossiers = vec![
        inquiry("Agua Limpia", "ES", "ana@agualimpia.example", "We need 500 UV lamps for water treatment.", 1),
        inquiry("Visa Hopeful", "NG", "hope@example.net", "Please send an invitation letter for my visa.", 2),
        inquiry("Müller Wassertechnik", "DE", "anna@mueller.example", "Second message of the same house.", 3),
    ];
    let now = desk.now.clone();
    desk.store.commit(&Edit::Import { source: "test".into(), dossiers }, &now).unwrap();
    desk.reopen();
    desk.keys("g i");
    desk
}

fn status(desk: &Desk, name: &str) -> (Ruling, Status) {
    let bundle = desk.app.board.bundles().find(|it| &*it.customer.name == name).unwrap();
    (bundle.customer.verdict, bundle.customer.status)
}

fn name_of(desk: &Desk, id: crate::domain::CustomerId) -> String {
    desk.app.board.get(id).unwrap().customer.name.to_string()
}

fn steps(desk: &Desk) -> usize {
    desk.store.history(1000, None, None).unwrap().len()
}

fn left(app: &App) -> usize {
    app.triage().unwrap().left()
}

#[test]
fn one_key_decides_and_goes_on() {
    let mut desk = desk();
    desk.keys("enter");
    let ids = desk.app.triage().unwrap().queue.clone();
    assert_eq!(left(&desk.app), 3);
    desk.keys("b x z");
    assert_eq!(left(&desk.app), 0);
    let first = desk.app.board.get(ids[0]).unwrap();
    assert_eq!((first.customer.tier, first.customer.stage), (Tier::B, Stage::new("qualified")));
    assert_eq!(first.follow_ups[0].made, Made::Cadence);
    assert!(first.follow_ups[0].due.on >= day("2026-12-03"), "a fortnight after they wrote");
    let held = |desk: &Desk, at: usize| {
        let customer = &desk.app.board.get(ids[at]).unwrap().customer;
        (customer.verdict, customer.status)
    };
    assert_eq!(held(&desk, 1), (Ruling::Fake, Status::Archived));
    assert_eq!(held(&desk, 2), (Ruling::NotTarget, Status::Archived));
    assert!(desk.app.list.rows.is_empty(), "nobody is left among the inquiries");
    desk.keys("u");
    assert_eq!((left(&desk.app), desk.app.current), (1, Some(ids[2])), "undo comes back to it");
    desk.keys("u");
    assert_eq!((left(&desk.app), desk.app.current), (2, Some(ids[1])));
    desk.keys("esc");
    assert!(desk.app.modals.is_empty());
    assert_eq!(desk.app.current, Some(ids[1]));
}

#[test]
fn up_and_down_decide_nothing() {
    let mut desk = desk();
    desk.keys("t j j j");
    assert_eq!(left(&desk.app), 3);
    assert_eq!(desk.app.triage().unwrap().cursor, 2);
    desk.keys("c");
    assert_eq!(desk.app.triage().unwrap().cursor, 0, "the next one that is open");
}

#[test]
fn what_is_put_off_comes_back_on_its_day() {
    let mut desk = desk();
    desk.keys("t s 3");
    assert_eq!(left(&desk.app), 2);
    desk.keys("esc t");
    assert_eq!(desk.app.triage().unwrap().queue.len(), 2);
    desk.keys("x x esc t");
    assert!(desk.app.triage().is_none());
    assert_eq!(desk.toast(), "why-inquiries-planned");
}

#[test]
fn the_double_is_shown_and_merged() {
    let mut desk = desk();
    desk.keys("t");
    while desk.current() != "Müller Wassertechnik" || desk.app.current().unwrap().customer.tier != Tier::None {
        desk.keys("j");
    }
    assert_eq!(desk.app.study().unwrap().twins.len(), 1);
    desk.keys("m");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Merge(_))));
    desk.keys("enter");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Triage(_))));
    assert!(desk.app.triage().unwrap().decided.values().any(|it| *it == Decided::Merged));
    let kept: Vec<_> = desk.app.board.bundles().filter(|it| &*it.customer.name == "Müller Wassertechnik").collect();
    assert_eq!((kept.len(), kept[0].customer.tier), (1, Tier::B));
}

#[test]
fn a_reply_is_copied_opened_and_written_down() {
    let mut desk = desk();
    desk.app.settings.me.name = "Li Wei".into();
    desk.keys("t");
    while desk.current() != "Agua Limpia" {
        desk.keys("j");
    }
    let id = desk.app.current.unwrap();
    desk.keys("r enter");
    let text = desk.copied.last().unwrap().clone();
    assert!(text.starts_with("Estimado/a Ana Ruiz") && text.contains("UV lamps") && text.ends_with("Li Wei"), "{text}");
    assert!(desk.opened.last().unwrap().starts_with("mailto:"));
    let detail = desk.store.detail(id, 10).unwrap();
    assert_eq!((detail.timeline[0].direction, &*detail.timeline[0].template), (Direction::Out, "first-reply"));
    assert_eq!(desk.app.board.get(id).unwrap().follow_ups.len(), 1);
    assert_eq!(left(&desk.app), 2);
    assert!(matches!(desk.app.modals.last(), Some(Modal::Triage(_))));
}

#[test]
fn what_was_answered_waits_for_them() {
    let mut desk = desk();
    desk.keys("t");
    let id = desk.app.current.unwrap();
    desk.keys("r enter");
    assert_eq!(left(&desk.app), 2, "the bar counts it out");
    desk.keys("esc t");
    assert_eq!(left(&desk.app), 2, "and it does not come again");
    assert!(!desk.app.triage().unwrap().queue.contains(&id));
    // From an answered one in the list it goes on with the next that is open.
    desk.keys("esc g i");
    let at = desk.shown().iter().position(|name| *name == name_of(&desk, id)).unwrap();
    let next = desk.app.list.rows[at + 1];
    (0..at).for_each(|_| {
        desk.keys("j");
    });
    assert_eq!(desk.app.current, Some(id));
    desk.keys("t");
    assert_eq!(desk.app.board.slot_of(desk.app.current.unwrap()), Some(next));
    desk.keys("x x esc t");
    assert_eq!((desk.app.modals.len(), desk.toast()), (0, "why-inquiries-planned"));
    // They write again.
    let now = desk.now.clone();
    let interaction = NewInteraction { at: now.instant, ..said("And the price?", Direction::In, 0) };
    let interaction = NewInteraction { at: interaction.at + Duration::minutes(1), ..interaction };
    desk.store.commit(&Edit::Log { customer: id, interaction, done: vec![], next: None }, &now).unwrap();
    desk.reopen();
    desk.keys("g i t");
    assert_eq!(desk.app.triage().unwrap().queue, [id]);
    // Answered anew, it comes when its follow-up is due.
    desk.at("2026-11-22T03:00:00Z").keys("r enter esc t");
    assert!(desk.app.triage().is_none());
    let due = desk.app.board.get(id).unwrap().next_follow_up().unwrap().here.on;
    desk.at(&format!("{due}T04:00:00Z")).keys("t");
    assert_eq!(desk.app.triage().unwrap().queue, [id]);
}

#[test]
fn fifty_inquiries_take_fifty_keys() {
    let mut desk = calm();
    let made =
        (0..50).map(|n| inquiry(&format!("Firm {n}"), "ES", &format!("a{n}@firm{n}.example"), "500 UV lamps", 1));
    let now = desk.now.clone();
    desk.store.commit(&Edit::Import { source: "test".into(), dossiers: made.collect() }, &now).unwrap();
    desk.reopen();
    let before = steps(&desk);
    desk.keys("t");
    assert_eq!(left(&desk.app), 50);
    for at in 0..50 {
        let shown = desk.app.current.unwrap();
        // One key, another one each time, and it is about the inquiry on the screen.
        desk.keys(["a", "b", "c", "x", "z"][at % 5]);
        assert!(desk.app.triage().unwrap().decided.contains_key(&shown), "{at}");
        assert_eq!(left(&desk.app), 49 - at);
    }
    assert_eq!(steps(&desk), before + 50, "each is a step of its own");
    for at in 1..=50 {
        desk.keys("u");
        assert_eq!(left(&desk.app), at);
    }
    let open = |it: &&crate::domain::Bundle| inquiries::wants_decision(it, &now);
    assert_eq!(desk.app.board.bundles().filter(open).count(), 50, "all the way back");
}

#[test]
fn marked_ones_are_decided_together() {
    let mut desk = desk();
    desk.keys("* t x");
    assert_eq!(left(&desk.app), 0);
    assert!(desk.app.board.bundles().filter(|it| it.customer.verdict == Ruling::Fake).count() == 3);
    desk.keys("u");
    assert_eq!(left(&desk.app), 3);
}

#[test]
fn no_inquiry_says_what_to_do() {
    let mut desk = calm();
    desk.keys("t");
    assert!(desk.app.modals.is_empty());
    assert_eq!(desk.toast(), "why-no-inquiries");
}

#[test]
fn the_exporter_has_the_last_word() {
    let mut desk = desk();
    while desk.current() != "Agua Limpia" {
        desk.keys("j");
    }
    desk.keys("V");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Evidence(_))));
    let name = desk.current().to_owned();
    desk.keys("x");
    assert!(desk.app.modals.is_empty());
    assert_eq!(status(&desk, &name), (Ruling::Fake, Status::Archived));
    desk.keys("g z V r");
    assert_eq!(status(&desk, &name), (Ruling::Real, Status::Active));
}

#[test]
fn the_waiting_stand_worst_first_and_the_step_is_one_key() {
    let mut desk = Desk::new();
    let now = desk.now.clone();
    for (name, days) in [("Mulligan Pumps", 3), ("Müller Wassertechnik", 40)] {
        let id = desk.app.board.bundles().find(|it| &*it.customer.name == name).unwrap().customer.id;
        let interaction = said("our offer", Direction::Out, days);
        desk.store.commit(&Edit::Log { customer: id, interaction, done: vec![], next: None }, &now).unwrap();
    }
    desk.reopen();
    desk.keys("g w");
    assert_eq!((desk.app.list.query.builtin, desk.app.list.query.sort), (Builtin::Waiting, Sort::Silence));
    assert_eq!(desk.shown(), ["Müller Wassertechnik", "Mulligan Pumps"]);
    desk.keys("enter");
    assert!(matches!(desk.app.modals.last(), Some(Modal::Why(_))));
    let step = desk.app.proposal().unwrap();
    desk.keys("enter");
    assert!(desk.app.modals.is_empty());
    let bundle = desk.app.current().unwrap();
    assert_eq!(bundle.follow_ups[0].due, step.follow_up.due);
    assert_eq!(desk.app.toast.as_ref().unwrap().say.key, "said-committed");
    desk.keys("u g e");
    assert_eq!(desk.app.list.query.sort, Sort::Next, "another view has its own order");
}

#[test]
fn what_the_network_said_is_kept_shown_and_noted_with_the_word() {
    let mut desk = desk();
    while desk.current() != "Agua Limpia" {
        desk.keys("j");
    }
    let id = desk.app.current.unwrap();
    let slot = desk.app.board.slot_of(id).unwrap();
    let before = desk.app.board.insight(slot);
    assert_ne!(before.verdict, Verdict::Fake);
    desk.keys("V o");
    assert_eq!(desk.app.online(), Some(Answer::Asking));
    // It answers when somebody else is looked at.
    desk.keys("esc j");
    let gone = Evidence::new(Check::MailServer, -50, Say::new("verify-no-domain").with("domain", "agualimpia.example"));
    let silent = Evidence::new(Check::WebSite, -25, Say::new("verify-site-nowhere").with("site", "agualimpia.example"));
    desk.send(Msg::Online { id, found: vec![gone, silent] });
    let told = desk.app.board.insight(slot);
    assert!(told.score < before.score && told.verdict != before.verdict, "the sign in the list: {told:?}");
    // The survey goes on: what it tells does not take that back.
    desk.at("2026-11-22T05:00:00Z");
    assert_eq!(desk.app.board.insight(slot).verdict, told.verdict);
    desk.keys("t k k");
    while desk.app.current != Some(id) {
        desk.keys("j");
    }
    assert_eq!(desk.app.online(), Some(Answer::At(now().instant)));
    assert_eq!(desk.app.study().unwrap().assessment.verdict, told.verdict);
    desk.keys("x");
    let notes = desk.store.bundle(id).unwrap().unwrap().customer.notes.to_string();
    assert!(notes.starts_with("Network asked 2026-11-22: There is no domain agualimpia.example."), "{notes}");
    desk.keys("u");
    assert_eq!(&*desk.store.bundle(id).unwrap().unwrap().customer.notes, "");
}

#[test]
fn a_key_that_can_do_nothing_says_so_and_is_not_offered() {
    let mut desk = desk();
    desk.keys("t");
    while desk.current() != "Agua Limpia" {
        desk.keys("j");
    }
    assert_eq!(desk.app.availability(Command::MergeTwin).unwrap_err().key, "why-no-twin");
    desk.keys("m");
    assert_eq!((desk.toast(), desk.app.modals.len()), ("why-no-twin", 1));
}
