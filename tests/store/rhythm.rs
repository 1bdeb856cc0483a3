//! The rhythm in the file: planned with the change that asks for it, undone with it.

use crate::support::*;
use tradewind::{domain::*, store::Store};

fn rhythm(place: &Place, rules: rules::Rules) -> Store {
    open(place).planning(rules)
}

fn next(store: &Store, id: CustomerId) -> FollowUp {
    let bundle = store.bundle(id).unwrap().unwrap();
    assert_eq!(bundle.follow_ups.len(), 1, "exactly one next follow-up");
    bundle.follow_ups[0].clone()
}

fn at(tier: Tier) -> Dossier {
    Dossier { fields: CustomerFields { tier, country: Country::new("DE"), ..named("Kunde").fields }, ..named("Kunde") }
}

#[test]
fn a_change_of_tier_stage_or_pause_moves_the_next_in_the_same_step() {
    let place = place();
    let mut store = rhythm(&place, rules::Rules::default());
    let id = save(&mut store, at(Tier::A));
    // Sunday the 22nd and seven days is a Sunday.
    assert_eq!((next(&store, id).due.on, next(&store, id).made), (day("2026-11-30"), Made::Cadence));
    store.commit(&set_tier(&[id], Tier::C), &now()).unwrap();
    assert_eq!(next(&store, id).due.on, day("2026-12-22"));
    store
        .commit(&Edit::SetStage { customers: vec![id], stage: Some(Stage::QUOTED), reason: "".into() }, &now())
        .unwrap();
    assert_eq!(next(&store, id).due.on, day("2026-11-25"));
    store.undo(&now()).unwrap();
    assert_eq!(next(&store, id).due.on, day("2026-12-22"), "undo takes the plan along");
    let mut dossier = form(&store.bundle(id).unwrap().unwrap());
    dossier.fields.pause = Some(Box::new(Pause { until: day("2027-01-11"), note: "fair".into() }));
    store.commit(&Edit::Save(Box::new(dossier)), &now()).unwrap();
    assert_eq!(next(&store, id).due.on, day("2027-01-11"));
    store.commit(&Edit::SetStatus { customers: vec![id], status: Status::Archived }, &now()).unwrap();
    assert!(store.bundle(id).unwrap().unwrap().follow_ups.is_empty());
}

#[test]
fn what_is_planned_by_hand_takes_its_place_and_gives_it_back() {
    let place = place();
    let mut store = rhythm(&place, rules::Rules::default());
    let id = save(&mut store, at(Tier::A));
    store.commit(&plan(id, "2026-12-06"), &now()).unwrap();
    let promised = next(&store, id);
    assert_eq!((promised.due.on, promised.made), (day("2026-12-06"), Made::Hand), "a Sunday, because it was promised");
    store.commit(&set_tier(&[id], Tier::C), &now()).unwrap();
    assert_eq!(next(&store, id).due.on, day("2026-12-06"), "and never moved");
    let reason = "they asked not to be called".into();
    store.commit(&Edit::Drop { follow_ups: vec![promised.id], at: now().instant, reason }, &now()).unwrap();
    assert_eq!(next(&store, id).due.on, day("2026-12-22"), "the rhythm plans the next from the day it was skipped");
    let closed = &store.detail(id, 5).unwrap().closed[0];
    assert_eq!((closed.state, &*closed.reason), (FollowUpState::Dropped, "they asked not to be called"));
    // What is moved by hand stays where it was put.
    let moves = vec![(next(&store, id).id, Due::day(day("2026-11-28")))];
    store.commit(&Edit::Move { moves }, &now()).unwrap();
    store.commit(&Edit::Rhythm, &now()).unwrap();
    assert_eq!((next(&store, id).due.on, next(&store, id).made), (day("2026-11-28"), Made::Hand));
}

#[test]
fn a_contact_keeps_what_was_due_and_moves_the_next() {
    let place = place();
    let mut store = rhythm(&place, rules::Rules::default());
    let id = save(&mut store, at(Tier::A));
    let later = now().after(chrono::Duration::days(9));
    let interaction = NewInteraction { at: later.instant, ..heard("price?", 0, Direction::In) };
    store.commit(&Edit::Log { customer: id, interaction, done: vec![], next: None }, &later).unwrap();
    let closed = &store.detail(id, 5).unwrap().closed[0];
    assert_eq!((closed.state, closed.due.on), (FollowUpState::Late, day("2026-11-30")), "met on the 1st");
    assert_eq!(next(&store, id).due.on, day("2026-12-08"));
}

#[test]
fn no_day_overflows_and_the_exporters_own_push_the_rhythms_away() {
    let place = place();
    let rules = rules::Rules { capacity: 2, ..rules::Rules::default() };
    let mut store = rhythm(&place, rules);
    let ids: Vec<CustomerId> = (0..4).map(|_| save(&mut store, at(Tier::A))).collect();
    let days = |store: &Store| ids.iter().map(|id| next(store, *id).due.on.to_string()).collect::<Vec<_>>();
    assert_eq!(days(&store), ["2026-11-30", "2026-11-30", "2026-12-01", "2026-12-01"]);
    let other = save(&mut store, at(Tier::C));
    store.commit(&plan(other, "2026-11-30"), &now()).unwrap();
    assert_eq!(days(&store), ["2026-11-30", "2026-12-02", "2026-12-01", "2026-12-01"]);
    store.undo(&now()).unwrap();
    assert_eq!(days(&store), ["2026-11-30", "2026-11-30", "2026-12-01", "2026-12-01"]);
}

#[test]
fn an_older_file_and_new_rules_are_caught_up_with_in_one_step() {
    let place = place();
    let mut store = open(&place);
    let ids: Vec<CustomerId> = (0..3).map(|_| save(&mut store, at(Tier::A))).collect();
    let mut store = store.planning(rules::Rules::default());
    let changes = store.commit(&Edit::Rhythm, &now()).unwrap();
    let (_, label) = changes.op.unwrap();
    assert_eq!((&*label.key, label.count), ("op-rhythm", 3));
    assert!(ids.iter().all(|id| next(&store, *id).due.on == day("2026-11-30")));
    let slower = rules::Rules { cadence: [12, 14, 30, 30], ..rules::Rules::default() };
    let mut store = store.planning(slower);
    store.commit(&Edit::Rhythm, &now()).unwrap();
    assert!(ids.iter().all(|id| next(&store, *id).due.on == day("2026-12-04")));
    assert_eq!(store.commit(&Edit::Rhythm, &now()).unwrap().op, None);
    store.undo(&now()).unwrap();
    store.undo(&now()).unwrap();
    assert!(ids.iter().all(|id| store.bundle(*id).unwrap().unwrap().follow_ups.is_empty()));
}

#[test]
fn a_large_import_is_planned_with_its_rows() {
    let place = place();
    let mut store = rhythm(&place, rules::Rules { capacity: 40, ..rules::Rules::default() });
    let dossiers: Vec<Dossier> = (0..1_200).map(|n| at(Tier::ALL[n % 4])).collect();
    store.commit(&Edit::Import { source: "list.csv".into(), dossiers }, &now()).unwrap();
    let board = all(&store);
    assert!(board.iter().all(|bundle| bundle.follow_ups.len() == 1));
    let mut load = std::collections::BTreeMap::<_, usize>::new();
    for bundle in &board {
        *load.entry(bundle.follow_ups[0].due.on).or_default() += 1;
    }
    assert!(load.values().all(|load| *load <= 40), "{load:?}");
    assert!(load.keys().all(|day| reference_workday(*day)), "{load:?}");
    assert_eq!(store.commit(&Edit::Rhythm, &now()).unwrap().op, None, "planned as it would be planned again");
    assert!(store.check().unwrap().is_whole());
    store.undo(&now()).unwrap();
    assert!(all(&store).is_empty());
}

fn reference_workday(day: chrono::NaiveDate) -> bool {
    let works = |code| tradewind::reference::is_workday(Country::new(code), day);
    works("DE") && works("CN")
}
