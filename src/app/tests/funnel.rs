//! The funnel as columns and the statistics, by keys.

use super::harness::Desk;
use crate::app::mirror::{Count, Page};
use crate::app::modal::Modal;
use crate::domain::Stage;

fn stage_of(desk: &Desk, name: &str) -> Option<Stage> {
    desk.app.board.bundles().find(|bundle| &*bundle.customer.name == name).unwrap().customer.stage
}

#[test]
fn a_customer_moves_through_the_columns_a_step_a_key() {
    let mut desk = Desk::new();
    desk.keys("G g k");
    let open = desk.app.funnel().unwrap();
    assert_eq!((open.columns.len(), open.column), (9, 1), "before the funnel those who are at no stage");
    assert_eq!(desk.current(), "Al-Mulla Trading");
    desk.keys("> >");
    assert_eq!(stage_of(&desk, "Al-Mulla Trading"), Some(Stage::QUOTED));
    assert_eq!(desk.app.funnel().unwrap().column, 3, "the cursor goes along");
    desk.keys("<");
    assert_eq!(stage_of(&desk, "Al-Mulla Trading"), Some(Stage::QUALIFIED));
    desk.keys("u");
    assert_eq!(stage_of(&desk, "Al-Mulla Trading"), Some(Stage::QUOTED), "each is one step");
    desk.keys("b");
    assert_eq!(desk.tier_of("Al-Mulla Trading"), crate::domain::Tier::B);
    desk.keys("l l h enter");
    assert!(desk.app.modals.is_empty());
}

#[test]
fn keys_that_come_before_the_disk_go_on_from_where_they_will_be() {
    let mut desk = Desk::new();
    desk.keys("G g k");
    let now = desk.now.clone();
    let key = |text: &str| crate::app::Msg::Key(text.parse::<crate::command::Keys>().unwrap().0[0]);
    let first = desk.app.update(key(">"), now.clone());
    let second = desk.app.update(key(">"), now);
    let stage = |effects: &[crate::app::Effect]| match &effects[0] {
        crate::app::Effect::Commit(edit) => match &**edit {
            crate::domain::Edit::SetStage { stage, .. } => *stage,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert_eq!((stage(&first), stage(&second)), (Some(Stage::QUALIFIED), Some(Stage::QUOTED)));
}

#[test]
fn lost_asks_why_and_the_reason_goes_with_the_stage() {
    let mut desk = Desk::new();
    desk.keys("S l");
    assert!(desk.app.form().is_some());
    desk.text("price").keys("enter");
    let lost = |desk: &Desk| {
        let customer = &desk.app.current().unwrap().customer;
        (customer.stage, customer.lost_reason.to_string())
    };
    assert_eq!(lost(&desk), (Some(Stage::LOST), "price".to_owned()));
    desk.keys("u");
    assert_eq!(lost(&desk).1, "", "one step");
    desk.keys("C-r S o");
    assert_eq!(lost(&desk), (Some(Stage::ORDER), String::new()));
    desk.keys("S l enter");
    assert_eq!(lost(&desk), (Some(Stage::LOST), String::new()), "it may be left empty");
    desk.keys("S q S l esc");
    assert_eq!(lost(&desk).0, Some(Stage::QUOTED), "not asked for is not done");
}

#[test]
fn statistics_page_by_page() {
    let mut desk = Desk::new();
    let page = |desk: &Desk| match desk.app.modals.last() {
        Some(Modal::Statistics(open)) => Some((open.page, matches!(open.count, Count::Counted(_)))),
        _ => None,
    };
    desk.keys("g s");
    assert_eq!(page(&desk), Some((Page::FollowUps, true)));
    desk.keys("tab");
    assert_eq!(page(&desk), Some((Page::Answers, true)));
    desk.keys("h h");
    assert_eq!(page(&desk), Some((Page::Funnel, true)), "round and round");
    desk.keys("right j j k esc");
    assert_eq!(page(&desk), None);
}
