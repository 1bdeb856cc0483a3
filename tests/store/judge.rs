//! Decisions: one op each, and what they leave alone.

use crate::support::*;
use tradewind::domain::*;

fn inquiry(store: &mut tradewind::store::Store, name: &str) -> CustomerId {
    let mut dossier = named(name);
    dossier.fields.stage = Some(Stage::INQUIRY);
    dossier.channels =
        vec![channel(ChannelKind::EMAIL, "a@example.org"), channel(ChannelKind::WHATSAPP, "+4915112345678")];
    dossier.channels[0].primary = true;
    save(store, dossier)
}

fn follow_up(on: &str) -> NewFollowUp {
    NewFollowUp { due: Due::day(day(on)), note: "first".into(), made: Made::Cadence }
}

#[test]
fn an_inquiry_is_taken_on_in_one_op() {
    let place = place();
    let mut store = open(&place);
    let id = inquiry(&mut store, "Alfa");
    let before = store.dump().unwrap();
    let edit =
        Edit::Accept { customers: vec![(id, Some(follow_up("2026-12-01")))], tier: Tier::B, stage: Stage::QUALIFIED };
    store.commit(&edit, &now()).unwrap();
    let bundle = store.bundle(id).unwrap().unwrap();
    assert_eq!((bundle.customer.tier, bundle.customer.stage), (Tier::B, Stage::new("qualified")));
    assert_eq!((bundle.follow_ups[0].due.on, bundle.follow_ups[0].made), (day("2026-12-01"), Made::Cadence));
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn who_is_further_on_keeps_the_stage() {
    let place = place();
    let mut store = open(&place);
    let id = inquiry(&mut store, "Alfa");
    store
        .commit(&Edit::SetStage { customers: vec![id], stage: Some(Stage::ORDER), reason: "".into() }, &now())
        .unwrap();
    store.commit(&Edit::Accept { customers: vec![(id, None)], tier: Tier::A, stage: Stage::QUOTED }, &now()).unwrap();
    assert_eq!(store.bundle(id).unwrap().unwrap().customer.stage, Some(Stage::ORDER));
}

#[test]
fn a_fake_leaves_the_lists_and_another_word_brings_it_back() {
    let place = place();
    let mut store = open(&place);
    let (fake, kept) = (inquiry(&mut store, "Alfa"), inquiry(&mut store, "Beta"));
    store.commit(&Edit::SetStatus { customers: vec![kept], status: Status::Archived }, &now()).unwrap();
    let state = |store: &tradewind::store::Store, id| {
        let customer = store.bundle(id).unwrap().unwrap().customer;
        (customer.verdict, customer.status)
    };
    let rule = |ruling, customers: &[CustomerId]| Edit::Rule { customers: customers.to_vec(), ruling, note: "".into() };
    store.commit(&rule(Ruling::Fake, &[fake]), &now()).unwrap();
    assert_eq!(state(&store, fake), (Ruling::Fake, Status::Archived));
    store.commit(&rule(Ruling::Real, &[fake, kept]), &now()).unwrap();
    assert_eq!(state(&store, fake), (Ruling::Real, Status::Active));
    assert_eq!(state(&store, kept), (Ruling::Real, Status::Archived), "archived for another reason");
    let again = store.commit(&rule(Ruling::Real, &[fake, kept]), &now()).unwrap();
    assert!(again.op.is_none());
}

#[test]
fn what_a_word_rests_on_is_noted_once_and_undone_with_it() {
    let place = place();
    let mut store = open(&place);
    let id = inquiry(&mut store, "Alfa");
    let before = store.dump().unwrap();
    let rule = |ruling, note: &str| Edit::Rule { customers: vec![id], ruling, note: note.into() };
    let notes = |store: &tradewind::store::Store| store.bundle(id).unwrap().unwrap().customer.notes.to_string();
    store.commit(&rule(Ruling::Doubtful, "asked the network"), &now()).unwrap();
    store.commit(&rule(Ruling::Doubtful, "asked the network"), &now()).unwrap();
    assert_eq!(notes(&store), "asked the network");
    store.commit(&rule(Ruling::Fake, "again"), &now()).unwrap();
    assert_eq!(notes(&store), "asked the network\nagain");
    store.undo(&now()).unwrap();
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn the_next_step_moves_what_is_planned_and_turns_the_channel() {
    let place = place();
    let mut store = open(&place);
    let id = inquiry(&mut store, "Alfa");
    let channels = store.bundle(id).unwrap().unwrap().channels;
    let proceed = |moved, on: &str, primary| Edit::Proceed { customer: id, moved, follow_up: follow_up(on), primary };
    store.commit(&proceed(None, "2026-12-01", Some(channels[1].id)), &now()).unwrap();
    let bundle = store.bundle(id).unwrap().unwrap();
    assert_eq!(bundle.channels.iter().map(|it| it.primary).collect::<Vec<_>>(), [false, true]);
    let planned = bundle.follow_ups[0].id;
    store.commit(&proceed(Some(planned), "2026-12-04", None), &now()).unwrap();
    let bundle = store.bundle(id).unwrap().unwrap();
    assert_eq!(bundle.follow_ups.len(), 1);
    assert_eq!(bundle.follow_ups[0].due.on, day("2026-12-04"));
    assert!(bundle.channels[1].primary);
}
