//! What each edit does to the file, and what the board is told of it.

use crate::support::*;
use tradewind::{
    domain::{mirror::StageChange, view::ViewQuery, *},
    store::{Store, StoreError, What},
};

#[test]
fn a_saved_customer_comes_back_as_written() {
    let place = place();
    let mut store = open(&place);
    let changes = store.commit(&Edit::Save(Box::new(muller())), &now()).unwrap();
    assert_eq!(changes.cause, Cause::Committed);
    let (_, label) = changes.op.unwrap();
    assert_eq!((&*label.key, &*label.name, label.count), ("op-add", "Müller Wassertechnik GmbH", 1));
    let bundle = changes.customers[0].1.clone().unwrap();
    assert_eq!(bundle.customer.fields, muller().fields);
    assert_eq!(bundle.customer.created_at, now().instant);
    assert_eq!(bundle.contacts.iter().map(|c| &*c.name).collect::<Vec<_>>(), ["Anna Müller", "Jörg"]);
    assert_eq!(bundle.channels[0].contact, Some(bundle.contacts[0].id));
    assert!(bundle.channels[0].primary && bundle.channels[1].emergency);
    assert_eq!((bundle.care_dates[0].month, bundle.care_dates[0].day), (2, 29));
    assert_eq!(store.bundle(bundle.customer.id).unwrap(), Some(bundle.clone()));
    assert_eq!(all(&store), [bundle]);
}

#[test]
fn saving_a_form_writes_only_what_differs() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    let before = store.bundle(id).unwrap().unwrap();

    let same = store.commit(&Edit::Save(Box::new(form(&before))), &now()).unwrap();
    assert_eq!((same.op, same.customers.len()), (None, 0), "nothing differs: no op");

    let mut changed = form(&before);
    changed.channels.swap(0, 1);
    changed.channels[0].handle = "+49 151 2345 6789".into();
    changed.contacts.remove(1);
    changed.contacts.push(contact("Petra"));
    changed.channels.push(ChannelDraft { contact: Some(1), ..channel(ChannelKind::SKYPE, "petra.m") });
    let changes = store.commit(&Edit::Save(Box::new(changed)), &now()).unwrap();
    let after = changes.customers[0].1.clone().unwrap();
    assert_eq!(after.channels.iter().map(|c| c.kind.as_str()).collect::<Vec<_>>(), ["phone", "email", "skype"]);
    assert_eq!(after.channels[0].id, before.channels[1].id, "a row keeps its number");
    assert_eq!(after.contacts.iter().map(|c| &*c.name).collect::<Vec<_>>(), ["Anna Müller", "Petra"]);
    assert_eq!(after.channels[2].contact, Some(after.contacts[1].id));

    store.undo(&now()).unwrap();
    assert_eq!(store.bundle(id).unwrap().unwrap(), before);
    store.redo(&now()).unwrap();
    assert_eq!(store.bundle(id).unwrap().unwrap(), after);
}

#[test]
fn one_key_marks_many_in_one_op() {
    let place = place();
    let mut store = open(&place);
    let ids = ["A", "B", "C"].map(|name| save(&mut store, named(name)));
    store.commit(&set_tier(&ids[..1], Tier::A), &now()).unwrap();
    let changes = store.commit(&set_tier(&ids, Tier::A), &now()).unwrap();
    let (_, label) = changes.op.unwrap();
    assert_eq!((&*label.key, &*label.name, label.count, &*label.detail), ("op-tier", "B", 2, "A"));
    assert_eq!(changes.customers.len(), 2, "only those that differed");
    assert!(all(&store).iter().all(|bundle| bundle.customer.tier == Tier::A));

    let edits = [
        Edit::SetStage { customers: ids.to_vec(), stage: Some(Stage::LOST), reason: "".into() },
        Edit::SetStage { customers: ids.to_vec(), stage: None, reason: "".into() },
        Edit::SetFavourite { customers: ids.to_vec(), favourite: true },
        Edit::SetStatus { customers: ids.to_vec(), status: Status::Archived },
        Edit::Tag { customers: ids.to_vec(), add: vec!["uv".into(), "fair".into()], remove: vec![] },
        Edit::Tag { customers: ids.to_vec(), add: vec!["uv".into()], remove: vec!["fair".into()] },
    ];
    for edit in &edits {
        assert_eq!(store.commit(edit, &now()).unwrap().customers.len(), 3);
        assert_eq!(store.commit(edit, &now()).unwrap().op, None, "asked twice, done once: {edit:?}");
    }
    let fields = &all(&store)[2].customer.fields;
    assert_eq!((fields.stage, fields.favourite, fields.status), (None, true, Status::Archived));
    assert_eq!(fields.tags, ["uv".into()]);
}

#[test]
fn a_deleted_customer_comes_back_whole() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    store.commit(&plan(id, "2026-11-23"), &now()).unwrap();
    let logged =
        Edit::Log { customer: id, interaction: heard("price for 500?", 0, Direction::In), done: vec![], next: None };
    store.commit(&logged, &now()).unwrap();
    let (before, detail, dump) = (store.bundle(id).unwrap(), store.detail(id, 10).unwrap(), store.dump().unwrap());

    let changes = store.commit(&Edit::Delete { customers: vec![id] }, &now()).unwrap();
    assert_eq!(changes.customers, [(id, None)]);
    assert_eq!(&*changes.op.unwrap().1.name, "Müller Wassertechnik GmbH");
    assert_eq!(store.dump().unwrap(), "");

    let changes = store.undo(&now()).unwrap();
    assert_eq!(changes.customers, [(id, before)]);
    assert_eq!((store.detail(id, 10).unwrap(), store.dump().unwrap()), (detail, dump));
    assert_eq!(store.redo(&now()).unwrap().customers, [(id, None)]);
}

#[test]
fn a_logged_contact_closes_and_plans() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, named("Tom"));
    store.commit(&plan(id, "2026-11-20"), &now()).unwrap();
    store.commit(&plan(id, "2026-11-25"), &now()).unwrap();
    let open = store.bundle(id).unwrap().unwrap().follow_ups;
    let interaction = heard("sent PI 2026-117", 60, Direction::Out);
    let edit = Edit::Log {
        customer: id,
        interaction: interaction.clone(),
        done: vec![Closing { id: open[0].id, late: true }, Closing { id: open[1].id, late: false }],
        next: Some(NewFollowUp {
            due: Due {
                on: day("2026-12-01"),
                time: chrono::NaiveTime::from_hms_opt(15, 0, 0),
                zone: Some("Europe/Berlin".into()),
            },
            note: "ask".into(),
            made: Default::default(),
        }),
    };
    let changes = store.commit(&edit, &now()).unwrap();
    let bundle = changes.customers[0].1.clone().unwrap();
    assert_eq!((bundle.last_out, bundle.last_in), (Some(interaction.at), None));
    assert_eq!(bundle.follow_ups.len(), 1);
    assert_eq!(bundle.follow_ups[0].due.zone.as_deref(), Some("Europe/Berlin"));
    let detail = store.detail(id, 10).unwrap();
    assert_eq!(&*detail.timeline[0].text, "sent PI 2026-117");
    let states = detail.closed.iter().map(|f| (f.id, f.state, f.closed_at)).collect::<Vec<_>>();
    assert!(states.contains(&(open[0].id, FollowUpState::Late, Some(interaction.at))));
    assert!(states.contains(&(open[1].id, FollowUpState::Kept, Some(interaction.at))));
    store.undo(&now()).unwrap();
    let bundle = store.bundle(id).unwrap().unwrap();
    assert_eq!((bundle.follow_ups, bundle.last_out), (open, None));
}

#[test]
fn follow_ups_move_change_close_and_drop() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, named("Tom"));
    store.commit(&plan(id, "2026-11-20"), &now()).unwrap();
    let follow_up = store.bundle(id).unwrap().unwrap().follow_ups[0].id;
    let moved = Edit::Move { moves: vec![(follow_up, Due::day(day("2026-11-27")))] };
    let changes = store.commit(&moved, &now()).unwrap();
    assert_eq!(&*changes.op.unwrap().1.detail, "2026-11-27");
    assert_eq!(store.commit(&moved, &now()).unwrap().op, None);
    let new = NewFollowUp { due: Due::day(day("2026-11-28")), note: "bring samples".into(), made: Default::default() };
    store.commit(&Edit::Replan { id: follow_up, follow_up: new }, &now()).unwrap();
    let bundle = store.bundle(id).unwrap().unwrap();
    assert_eq!((bundle.follow_ups[0].due.on, &*bundle.follow_ups[0].note), (day("2026-11-28"), "bring samples"));
    let at = now().instant;
    store.commit(&Edit::Drop { follow_ups: vec![follow_up], at, reason: "".into() }, &now()).unwrap();
    assert_eq!(store.detail(id, 1).unwrap().closed[0].state, FollowUpState::Dropped);
    let done = Edit::Done { follow_ups: vec![Closing { id: follow_up, late: false }], at };
    assert_eq!(store.commit(&done, &now()).unwrap().op, None, "closed once, closed for good");
    store.undo(&now()).unwrap();
    store.commit(&done, &now()).unwrap();
    assert_eq!(store.detail(id, 1).unwrap().closed[0].state, FollowUpState::Kept);
}

#[test]
fn two_customers_become_one_and_two_again() {
    let place = place();
    let mut store = open(&place);
    let keep = save(&mut store, muller());
    let mut double = muller();
    double.fields.name = "Mueller WT".into();
    double.contacts = vec![ContactDraft { role: "buyer".into(), ..contact("anna müller") }, contact("Petra")];
    double.channels = vec![
        ChannelDraft { contact: Some(0), emergency: true, ..channel(ChannelKind::EMAIL, "ANNA@mueller-wt.de") },
        ChannelDraft { contact: Some(0), primary: true, ..channel(ChannelKind::WHATSAPP, "+4915123456789") },
        ChannelDraft { contact: Some(1), ..channel(ChannelKind::SKYPE, "petra.m") },
    ];
    double.care_dates.push(CareDate { kind: "founded".into(), ..double.care_dates[0].clone() });
    let gone = save(&mut store, double);
    store.commit(&plan(gone, "2026-11-30"), &now()).unwrap();
    let spoke = heard("hello", 0, Direction::In);
    store.commit(&Edit::Log { customer: gone, interaction: spoke, done: vec![], next: None }, &now()).unwrap();
    let dump = store.dump().unwrap();

    let fields = CustomerFields { name: "Müller Wassertechnik".into(), tier: Tier::A, ..muller().fields };
    let changes = store.commit(&Edit::Merge { keep, gone, fields: Box::new(fields.clone()) }, &now()).unwrap();
    assert_eq!(changes.customers.len(), 2);
    assert_eq!(changes.customers[1], (gone, None));
    let bundle = changes.customers[0].1.clone().unwrap();
    assert_eq!(bundle.customer.fields, fields);
    let names = bundle.contacts.iter().map(|c| (&*c.name, &*c.role)).collect::<Vec<_>>();
    assert_eq!(names, [("Anna Müller", "buyer"), ("Jörg", ""), ("Petra", "")]);
    let kinds = bundle.channels.iter().map(|c| (c.kind.as_str(), c.primary, c.emergency)).collect::<Vec<_>>();
    let wanted = [("email", true, true), ("phone", false, true), ("whatsapp", false, false), ("skype", false, false)];
    assert_eq!(kinds, wanted);
    assert_eq!(bundle.channels[2].contact, Some(bundle.contacts[0].id));
    assert_eq!((bundle.care_dates.len(), bundle.follow_ups.len(), bundle.last_in.is_some()), (2, 1, true));

    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), dump);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn views_are_saved_changed_and_removed() {
    let place = place();
    let mut store = open(&place);
    let query = ViewQuery { tiers: vec![Tier::A], ..ViewQuery::default() };
    let edit = Edit::SaveView { id: None, name: "A customers".into(), query: Box::new(query.clone()) };
    let views = store.commit(&edit, &now()).unwrap().views.unwrap();
    assert_eq!((&*views[0].name, &views[0].query), ("A customers", &query));
    let id = views[0].id;
    let edit = Edit::SaveView { id: Some(id), name: "Best".into(), query: Box::default() };
    assert_eq!(&*store.commit(&edit, &now()).unwrap().views.unwrap()[0].name, "Best");
    let changes = store.commit(&Edit::DeleteView { id }, &now()).unwrap();
    assert_eq!((changes.views, &*changes.op.unwrap().1.name), (Some(vec![]), "Best"));
    store.undo(&now()).unwrap();
    assert_eq!(&*store.views().unwrap()[0].name, "Best");
}

#[test]
fn an_import_is_one_op_and_can_be_stopped() {
    let place = place();
    let mut store = open(&place);
    let dossiers = (0..2_000).map(|n| named(&format!("Row {n}"))).collect::<Vec<_>>();
    let edit = Edit::Import { source: "list.csv".into(), dossiers };
    let mut asked = 0;
    let stopped = store.commit_with(&edit, &now(), &mut |done, total| {
        assert_eq!(total, 2_000);
        asked += 1;
        if done >= 1_000 { std::ops::ControlFlow::Break(()) } else { std::ops::ControlFlow::Continue(()) }
    });
    assert!(matches!(stopped, Err(StoreError::Interrupted)) && asked > 1);
    assert_eq!(store.dump().unwrap(), "", "nothing is half-written");
    let changes = store.commit(&edit, &now()).unwrap();
    let (_, label) = changes.op.unwrap();
    assert_eq!((&*label.key, label.count, &*label.detail), ("op-import", 2_000, "list.csv"));
    assert_eq!(changes.customers.len(), 2_000);
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), "");
}

#[test]
fn what_is_gone_is_said() {
    let place = place();
    let mut store = open(&place);
    let lost = CustomerId(77);
    let gone = |error, wanted| assert!(matches!(error, Err(StoreError::Gone { what }) if what == wanted));
    gone(store.commit(&Edit::Save(Box::new(Dossier { id: Some(lost), ..named("x") })), &now()), What::Customer);
    gone(store.commit(&plan(lost, "2026-11-23"), &now()), What::Customer);
    gone(store.commit(&Edit::DeleteView { id: ViewId(5) }, &now()), What::View);
    let follow_up = NewFollowUp { due: Due::day(day("2026-11-23")), note: "".into(), made: Default::default() };
    gone(store.commit(&Edit::Replan { id: FollowUpId(9), follow_up }, &now()), What::FollowUp);
    assert_eq!(store.history(10, None, None).unwrap(), []);
}

#[test]
fn the_first_page_agrees_with_the_whole_file() {
    let place = place();
    let mut store = open(&place);
    for (name, tier, on) in [
        ("zeta", Tier::A, Some("2026-11-20")),
        ("beta", Tier::B, Some("2026-11-22")),
        ("Alpha", Tier::C, None),
        ("gamma", Tier::A, Some("2026-11-20")),
        ("away", Tier::A, Some("2026-11-19")),
        ("bare", Tier::None, None),
    ] {
        let mut dossier = named(name);
        dossier.fields.tier = tier;
        dossier.fields.stage = (name == "beta").then_some(Stage::INQUIRY);
        dossier.fields.favourite = name == "bare";
        let id = save(&mut store, dossier);
        if let Some(on) = on {
            store.commit(&plan(id, on), &now()).unwrap();
            store.commit(&plan(id, "2026-12-24"), &now()).unwrap();
        }
        if name == "away" {
            store.commit(&Edit::SetStatus { customers: vec![id], status: Status::Archived }, &now()).unwrap();
        }
    }
    let page = store.first_page(10, &now()).unwrap();
    let names = page.bundles.iter().map(|bundle| &*bundle.customer.name).collect::<Vec<_>>();
    assert_eq!(names, ["gamma", "zeta", "beta", "Alpha", "bare"]);
    assert_eq!(store.first_page(2, &now()).unwrap().bundles, page.bundles[..2]);
    let whole = all(&store);
    let mut tally = tally::Tally::of(whole.iter(), &rules::Rules::default(), &now());
    for (view, count) in tally.views.iter_mut().zip(page.tally.views) {
        *view = count.and(*view);
    }
    assert_eq!(page.tally, tally);
    assert_eq!(page.tally.views.iter().flatten().count(), 5, "what indexes know");
    assert!(page.can_undo && !page.can_redo);
}

#[test]
fn a_first_page_of_a_crowded_day_is_full() {
    let place = place();
    let mut store = open(&place);
    let ids = (0..60).rev().map(|n| save(&mut store, named(&format!("n{n:02}")))).collect::<Vec<_>>();
    // The first of them have three each, then come those that are away.
    for on in ["2026-11-20", "2026-11-20", "2026-11-20"] {
        let follow_up = NewFollowUp { due: Due::day(day(on)), note: "".into(), made: Default::default() };
        store.commit(&Edit::Plan { customers: ids[..20].to_vec(), follow_up }, &now()).unwrap();
    }
    store.commit(&Edit::SetStatus { customers: ids[10..40].to_vec(), status: Status::Archived }, &now()).unwrap();
    let follow_up = NewFollowUp { due: Due::day(day("2026-11-22")), note: "".into(), made: Default::default() };
    store.commit(&Edit::Plan { customers: ids[20..50].to_vec(), follow_up }, &now()).unwrap();
    let names = |limit| {
        let page = store.first_page(limit, &now()).unwrap();
        page.bundles.iter().map(|bundle| bundle.customer.name.to_string()).collect::<Vec<_>>()
    };
    let (overdue, today, never) = (50..60, 10..20, 0..10);
    let expected = overdue.chain(today).chain(never).map(|n| format!("n{n:02}")).collect::<Vec<_>>();
    assert_eq!(names(100), expected);
    assert_eq!(names(12)[..10], expected[..10], "a day that is read to its end comes by name");
    assert_eq!(names(3).len(), 3);
    let tally = store.first_page(3, &now()).unwrap().tally;
    assert_eq!((tally.overdue, tally.today, tally.views[view::Builtin::Due.index()]), (30, 10, Some(20)));
}

#[test]
fn wrong_counts_are_noticed_and_missing_ones_made() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, named("Tom"));
    store.commit(&plan(id, "2026-11-22"), &now()).unwrap();
    let counts = store.first_page(3, &now()).unwrap().tally;
    let conn = rusqlite::Connection::open(&place.file).unwrap();
    conn.execute_batch("UPDATE tally SET n = 7 WHERE what = 'due'").unwrap();
    let report = store.check().unwrap();
    assert!(report.problems.iter().any(|line| line.contains("counts")), "{report:?}");
    conn.execute_batch("DROP TRIGGER tally_follow_up_insert; DROP TABLE tally").unwrap();
    drop(store);
    let store = open(&place);
    assert_eq!(store.first_page(3, &now()).unwrap().tally, counts);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_handle_finds_its_customers() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    save(&mut store, named("other"));
    assert_eq!(store.find_norm("anna@mueller-wt.de").unwrap(), [id]);
    assert_eq!(store.find_norm("").unwrap(), []);
}

#[test]
fn a_large_import_is_logged_row_by_row_like_a_small_one() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    let first = store.dump().unwrap();
    let mut dossiers =
        (0..1_500).map(|n| Dossier { fields: named(&format!("Row {n}")).fields, ..muller() }).collect::<Vec<_>>();
    let follow_up = NewFollowUp {
        due: Due { on: day("2026-12-01"), time: chrono::NaiveTime::from_hms_opt(15, 0, 0), zone: Some("UTC".into()) },
        note: "call".into(),
        made: Default::default(),
    };
    let closed = ClosedFollowUp { follow_up: follow_up.clone(), state: FollowUpState::Late, at: now().instant };
    dossiers[3].interactions = vec![heard("price?", 0, Direction::In), heard("5 USD", 9, Direction::Out)];
    dossiers[3].follow_ups = vec![follow_up];
    dossiers[3].closed = vec![closed];
    let step = |seconds, was, stage| StageChange { at: heard("", seconds, Direction::In).at, was, stage };
    dossiers[3].stage_changes = vec![
        step(0, None, Some(Stage::INQUIRY)),
        step(9, Some(Stage::INQUIRY), Some(Stage::QUOTED)),
        step(20, Some(Stage::QUOTED), None),
    ];
    let mut known = form(&store.bundle(id).unwrap().unwrap());
    known.fields.city = "Bremen".into();
    // The file itself notes this step, beside those that the other brings along.
    known.fields.stage = Some(Stage::SAMPLE);
    known.stage_changes = vec![step(1, None, Some(Stage::INQUIRY))];
    known.channels.push(channel(ChannelKind::LINE, "anna.line"));
    dossiers.insert(700, known);
    let edit = Edit::Import { source: "list.csv".into(), dossiers };
    let changes = store.commit(&edit, &now()).unwrap();
    assert_eq!(changes.customers.len(), 1_501);
    assert_eq!(&*changes.customers[0].1.as_ref().unwrap().customer.city, "Bremen");
    let (op, last) = (changes.op.unwrap().0, store.dump().unwrap());
    // A customer, two people, two channels and a care date each; one's history; the known one's city, channel and steps.
    assert_eq!(store.history(1, None, None).unwrap()[0].changes, 1_500 * 6 + 4 + 3 + 2 + 2);
    let mut steps = Vec::new();
    store.stage_changes(&mut |owner, change| steps.push((owner, change.was, change.stage))).unwrap();
    let fourth = changes.customers[4].0;
    let of = |id| steps.iter().filter(move |step| step.0 == id).map(|step| (step.1, step.2)).collect::<Vec<_>>();
    assert_eq!(
        of(fourth),
        [(None, Some(Stage::INQUIRY)), (Some(Stage::INQUIRY), Some(Stage::QUOTED)), (Some(Stage::QUOTED), None)]
    );
    assert_eq!(of(id).len(), 2, "{steps:?}");
    let large = changes.customers[4].1.as_ref().unwrap();
    let alike = |bundle: &Bundle| {
        let people = bundle.channels.iter().map(|c| bundle.contacts.iter().position(|p| Some(p.id) == c.contact));
        let due = bundle.follow_ups.iter().map(|f| (f.due.clone(), f.note.clone())).collect::<Vec<_>>();
        (bundle.customer.fields.clone(), people.collect::<Vec<_>>(), due, bundle.last_in, bundle.last_out)
    };
    assert_eq!(alike(large), alike(&fourth_alone(&edit)), "row by row or in bulk: the same rows");
    assert_eq!(store.detail(large.customer.id, 9).unwrap().closed[0].state, FollowUpState::Late);
    assert_eq!(store.history(9, None, Some(CustomerId(1_000))).unwrap()[0].id, op);
    assert_eq!(store.find_norm("anna.line").unwrap(), [id]);
    let report = store.check().unwrap();
    assert!(report.is_whole(), "{report:?}");
    store.undo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), first);
    store.redo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), last);
    assert!(store.check().unwrap().is_whole());
}

/// The fourth dossier of an import, imported by itself.
fn fourth_alone(edit: &Edit) -> Bundle {
    let Edit::Import { source, dossiers } = edit else { panic!("{edit:?}") };
    let place = place();
    let edit = Edit::Import { source: source.clone(), dossiers: vec![dossiers[3].clone()] };
    open(&place).commit(&edit, &now()).unwrap().customers[0].1.clone().unwrap()
}

#[test]
fn the_reason_goes_with_the_stage_whoever_writes_it() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, named("Verlust"));
    let customers = vec![id];
    let lost = Edit::SetStage { customers: customers.clone(), stage: Some(Stage::LOST), reason: "price".into() };
    let said = |store: &Store| store.bundle(id).unwrap().unwrap().customer.fields.lost_reason.clone();
    store.commit(&lost, &now()).unwrap();
    assert_eq!(&*said(&store), "price");
    // A form gives back all that it was given, but for the stage.
    let mut dossier = form(&store.bundle(id).unwrap().unwrap());
    dossier.fields.stage = Some(Stage::NEGOTIATION);
    store.commit(&Edit::Save(Box::new(dossier)), &now()).unwrap();
    assert_eq!(&*said(&store), "");
    store.undo(&now()).unwrap();
    assert_eq!(&*said(&store), "price");
    let merged = CustomerFields { name: "Verlust".into(), lost_reason: "late".into(), ..CustomerFields::default() };
    let gone = save(&mut store, named("Verlust 2"));
    store.commit(&Edit::Merge { keep: id, gone, fields: Box::new(merged) }, &now()).unwrap();
    assert_eq!(&*said(&store), "");
    let edit = Edit::SetStage { customers, stage: Some(Stage::ORDER), reason: "price".into() };
    store.commit(&edit, &now()).unwrap();
    assert_eq!(&*said(&store), "");
}

#[test]
fn where_nobody_mirrors_the_file_a_step_is_told_by_its_name_alone() {
    let place = place();
    let mut store = open(&place).unmirrored();
    let changes = store.commit(&Edit::Save(Box::new(named("Acme"))), &now()).unwrap();
    assert_eq!(changes.op.map(|(op, label)| (op, label.name)), Some((OpId(1), "Acme".into())));
    assert_eq!((changes.customers, changes.reload), (vec![], false));
    // Another window hears of it all the same, and this one does not hear of itself.
    assert_eq!(store.poll().unwrap(), None);
    assert_eq!(all(&store).len(), 1);
}
