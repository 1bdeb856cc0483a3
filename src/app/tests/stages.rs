//! A funnel of the exporter's own: every place that speaks of stages keeps to it.

use super::harness::Desk;
use crate::app::form::{Name, Value};
use crate::app::funnel::Place;
use crate::app::modal::Modal;
use crate::domain::funnel::Stages;
use crate::domain::view::{Sort, ViewQuery};
use crate::domain::{CustomerId, Edit, Stage};
use crate::reference::{Lang, Words};

fn fair() -> Stage {
    Stage::new("fair").unwrap()
}

/// Their own fair first, no samples, the quoted ones after the orders and under another name; repeat orders are hidden.
fn own() -> Stages {
    let order = vec![fair(), Stage::INQUIRY, Stage::ORDER, Stage::QUOTED, Stage::REPEAT, Stage::LOST];
    let mut stages = Stages { order, hidden: vec![Stage::REPEAT], ..Stages::default() };
    stages.names.insert(fair(), "广交会".into());
    stages.names.insert(Stage::QUOTED, "Offer out".into());
    stages
}

/// Mulligan at the fair, Müller quoted, the one of Yiwu at a stage that nobody knows any more, Al-Mulla an inquiry.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let now = desk.now.clone();
    for (id, stage) in [(1, fair()), (2, Stage::QUOTED), (3, Stage::SAMPLE)] {
        let edit = Edit::SetStage { customers: vec![CustomerId(id)], stage: Some(stage), reason: "".into() };
        desk.store.commit(&edit, &now).unwrap();
    }
    desk.app.settings.rules.funnel = own();
    desk.reopen();
    desk.keys("g e");
    desk
}

fn stage_of(desk: &Desk, id: i64) -> Option<Stage> {
    desk.app.board.get(CustomerId(id)).unwrap().customer.stage
}

/// The stages that the open form offers, as the screen says them, and the one chosen.
fn offered(desk: &Desk) -> (Vec<String>, usize) {
    let form = desk.app.form().expect("a form is open");
    match &form.field(Name::Stage).unwrap().value {
        Value::Choice { at, options } => {
            (options.iter().map(|say| Words::of(Lang::En).say(say).to_string()).collect(), *at)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_form_offers_the_exporters_stages_and_never_takes_an_old_one_away() {
    let mut desk = desk();
    desk.keys("E");
    assert_eq!(desk.current(), "Mulligan Pumps");
    assert_eq!(
        offered(&desk),
        (["none", "广交会", "inquiry", "order", "Offer out", "lost"].map(String::from).to_vec(), 1)
    );
    desk.keys("esc j j E");
    let (options, at) = offered(&desk);
    assert_eq!((options.last().map(String::as_str), at), (Some("sample"), 6), "not offered to others, but theirs");
    desk.keys("enter");
    assert_eq!(stage_of(&desk, 3), Some(Stage::SAMPLE), "a form that is saved unchanged changes nothing");
    let at = desk.app.board.get(CustomerId(3)).map(|it| it.customer.id);
    desk.keys("E");
    let form = desk.app.form_mut().unwrap();
    form.focus = form.fields.iter().position(|field| field.name == Name::Stage).unwrap();
    desk.keys("right right enter");
    assert_eq!((at, stage_of(&desk, 3)), (Some(CustomerId(3)), Some(fair())), "round to none, then the first");
}

#[test]
fn the_list_is_ordered_by_the_exporters_funnel() {
    let mut desk = desk();
    let rows = |desk: &Desk| {
        let query = ViewQuery { sort: Sort::Stage, ..ViewQuery::default() };
        let rows = desk.app.board.rows(&query, &desk.now);
        rows.into_iter().map(|slot| desk.app.board.at(slot).unwrap().customer.id.0).collect::<Vec<_>>()
    };
    assert_eq!(rows(&desk), [1, 4, 2, 3], "fair, inquiry, quoted, and last what nobody knows");
    desk.app.settings.rules.funnel = Stages::default();
    desk.reopen();
    assert_eq!(rows(&desk), [4, 2, 3, 1]);
}

#[test]
fn a_view_is_asked_for_in_the_exporters_words() {
    let mut desk = desk();
    let asked = |desk: &mut Desk, text: &str| {
        desk.keys("g e v");
        let form = desk.app.form_mut().unwrap();
        form.focus = form.fields.iter().position(|field| field.name == Name::Stages).unwrap();
        desk.text(text).keys("enter");
        let stages = desk.app.list.query.stages.clone();
        let open = desk.app.form().is_some();
        desk.keys("esc");
        (stages, open)
    };
    assert_eq!(asked(&mut desk, "广交会, Offer out"), (vec![fair(), Stage::QUOTED], false));
    assert_eq!(desk.shown(), ["Mulligan Pumps", "Müller Wassertechnik"]);
    assert_eq!(asked(&mut desk, "sample"), (vec![Stage::SAMPLE], false), "somebody is still there");
    assert!(asked(&mut desk, "negotiation").1, "nobody is, and the funnel has none: a slip of the finger");
    desk.keys("g e v");
    assert!(desk.app.form().unwrap().field(Name::Stages).is_some());
}

#[test]
fn a_merge_and_the_log_speak_the_exporters_words() {
    let mut desk = desk();
    desk.keys("space space m");
    let Some(Modal::Merge(merge)) = desk.app.modals.last() else { panic!("no merge") };
    let row = merge.rows.iter().find(|row| row.field == "field-stage").unwrap();
    let mut both = [row.keep.as_str(), row.gone.as_str()];
    both.sort_unstable();
    assert_eq!(both, ["Offer out", "广交会"]);
    desk.keys("esc esc");
    desk.keys("S q");
    let toast = desk.app.toast.as_ref().unwrap();
    let said = Words::of(Lang::Zh).say(&toast.say).to_string();
    assert!(said.contains("Offer out"), "{said}");
}

#[test]
fn the_reason_is_merged_with_the_stage() {
    let mut desk = desk();
    let now = desk.now.clone();
    let lost = Edit::SetStage { customers: vec![CustomerId(2)], stage: Some(Stage::LOST), reason: "price".into() };
    desk.store.commit(&lost, &now).unwrap();
    desk.reopen();
    desk.keys("g e space space m");
    let Some(Modal::Merge(merge)) = desk.app.modals.last_mut() else { panic!("no merge") };
    let at = merge.rows.iter().position(|row| row.field == "field-stage").unwrap();
    assert!(
        [&merge.rows[at].keep, &merge.rows[at].gone].iter().any(|it| **it == "lost (price)"),
        "{:?}",
        merge.rows[at]
    );
    merge.cursor = at;
    let wanted = if merge.rows[at].gone == "lost (price)" { "l" } else { "h" };
    desk.keys(wanted).keys("enter");
    let kept = desk.app.board.bundles().find(|it| it.customer.stage == Some(Stage::LOST)).unwrap();
    assert_eq!(&*kept.customer.lost_reason, "price");
}

#[test]
fn the_menu_offers_them_in_order() {
    let mut desk = desk();
    desk.keys("S");
    let Some(Modal::Menu(menu)) = desk.app.modals.last() else { panic!("no menu") };
    let keys: String = menu.items.iter().map(|item| item.key).collect();
    assert_eq!(keys, "1ioql-");
    desk.keys("1");
    let many = (0..14).map(|nth| Stage::new(&format!("step-{nth}")).unwrap());
    desk.app.settings.rules.funnel.order.extend(many);
    desk.reopen();
    desk.keys("g e S");
    let Some(Modal::Menu(menu)) = desk.app.modals.last() else { panic!("no menu") };
    let keys: std::collections::HashSet<char> = menu.items.iter().map(|item| item.key).collect();
    assert_eq!((menu.items.len(), keys.len()), (20, 20), "every one has a key of its own");
}

#[test]
fn nobody_disappears_from_the_columns() {
    let mut desk = desk();
    let hidden = Edit::SetStage { customers: vec![CustomerId(4)], stage: Some(Stage::REPEAT), reason: "".into() };
    let none = Edit::SetStage { customers: vec![CustomerId(1)], stage: None, reason: "".into() };
    let now = desk.now.clone();
    [hidden, none].iter().for_each(|edit| drop(desk.store.commit(edit, &now).unwrap()));
    desk.reopen();
    desk.keys("g e g k");
    let open = desk.app.funnel().unwrap();
    let places: Vec<Place> = open.columns.iter().map(|column| column.place).collect();
    let shown = [fair(), Stage::INQUIRY, Stage::ORDER, Stage::QUOTED, Stage::LOST].map(Place::Stage);
    assert_eq!(places[..2], [Place::Other, Place::Nowhere]);
    assert_eq!(places[2..], shown);
    let all: usize = open.columns.iter().map(|column| column.customers.len()).sum();
    assert_eq!((all, open.columns[0].customers.len()), (4, 2), "one at a hidden stage, one at a forgotten one");
    // From either the way on leads into the funnel; from its beginning the way back leads out of it.
    desk.keys("h h h h h h g g");
    assert_eq!(desk.app.funnel().unwrap().column, 0);
    let here = desk.app.funnel().unwrap().here().unwrap();
    desk.keys(">");
    assert_eq!(stage_of(&desk, here.0), Some(fair()));
    desk.keys("<");
    assert_eq!(stage_of(&desk, here.0), None);
    desk.keys("> > < <");
    assert_eq!(stage_of(&desk, here.0), None);
}

#[test]
fn an_inquiry_that_is_taken_on_stays_in_the_funnel() {
    let mut desk = desk();
    desk.keys("t a");
    assert_eq!(desk.tier_of("Al-Mulla Trading"), crate::domain::Tier::A);
    assert_eq!(stage_of(&desk, 4), Some(Stage::ORDER), "this funnel goes on there after the inquiry");
}
