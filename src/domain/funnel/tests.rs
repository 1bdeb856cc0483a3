use super::*;
use crate::domain::Say;
use chrono::{Duration, FixedOffset};

fn now() -> Now {
    let instant: DateTime<Utc> = "2026-11-22T02:14:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn ago(days: i64) -> DateTime<Utc> {
    now().instant - Duration::days(days)
}

/// A customer made so many days ago that went through these stages so many days ago.
fn way(id: i64, created: i64, first: Stage, steps: &[(i64, Stage)]) -> (Facts, Vec<StageChange>) {
    let mut path = Vec::new();
    let mut was = first;
    for (days, stage) in steps {
        path.push(StageChange { at: ago(*days), was: Some(was), stage: Some(*stage) });
        was = *stage;
    }
    let facts =
        Facts { id: CustomerId(id), created_at: ago(created), stage: Some(was), active: true, ..Facts::default() };
    (facts, path)
}

fn funnel(stages: &Stages, ways: &[(Facts, Vec<StageChange>)]) -> Funnel {
    let now = now();
    let mut passages = Passages::new(stages, &now);
    ways.iter().for_each(|(facts, path)| passages.add(facts, path));
    passages.finish()
}

#[test]
fn how_many_came_so_far_and_how_long_they_stayed() {
    let quick = |id| way(id, 30, Stage::INQUIRY, &[(26, Stage::QUALIFIED), (20, Stage::QUOTED)]);
    let mut ways: Vec<_> = (1..=5).map(quick).collect();
    ways.push(way(6, 10, Stage::INQUIRY, &[]));
    ways.push(way(7, 40, Stage::INQUIRY, &[(38, Stage::LOST)]));
    ways.push((Facts { id: CustomerId(8), active: true, ..Facts::default() }, Vec::new()));
    let found = funnel(&Stages::default(), &ways);
    let reached: Vec<usize> = found.steps.iter().map(|step| step.reached).collect();
    assert_eq!(reached, [7, 5, 5, 0, 0, 0, 0]);
    assert!(reached.is_sorted_by(|a, b| a >= b), "it narrows");
    assert_eq!((found.conversion(1), found.conversion(2), found.conversion(4)), (Some(71), Some(100), None));
    assert_eq!((found.steps[0].days, found.steps[0].stays), (Some(4), 6));
    assert_eq!((found.steps[1].days, found.steps[1].stays), (Some(6), 5));
    assert_eq!(found.steps[2].days, None, "nobody has left");
    assert_eq!((found.steps[0].here, found.steps[2].here), (1, 5));
    assert_eq!((found.lost, found.steps[0].lost, found.outside), (1, 1, 1));
    let here: usize = found.steps.iter().map(|step| step.here).sum();
    assert_eq!(here + found.lost + found.outside, ways.len(), "everybody is somewhere");
}

#[test]
fn twice_the_usual_is_stuck_and_so_is_the_exporters_limit() {
    let quick = |id| way(id, 30, Stage::INQUIRY, &[(26, Stage::QUALIFIED)]);
    let mut ways: Vec<_> = (1..=5).map(quick).collect();
    ways.push(way(6, 9, Stage::INQUIRY, &[]));
    ways.push(way(7, 8, Stage::INQUIRY, &[]));
    ways.push(way(8, 100, Stage::REPEAT, &[]));
    let found = funnel(&Stages::default(), &ways);
    let stuck: Vec<_> = found.stuck.iter().map(|it| (it.id.0, it.days, it.limit)).collect();
    assert_eq!(stuck, [(6, 9, 8)], "the end of the funnel is where customers stay");
    let strict = Stages { stuck_days: 25, ..Stages::default() };
    assert_eq!(funnel(&strict, &ways).stuck.len(), 6, "no usual stay is known where nobody left");
}

#[test]
fn a_hurried_pass_is_no_stay_and_a_file_is_older_than_its_row() {
    let mut ways = Vec::new();
    for id in 1..=5 {
        let (facts, mut path) = way(id, 30, Stage::INQUIRY, &[(10, Stage::QUALIFIED), (10, Stage::QUOTED)]);
        path[1].at = path[0].at + Duration::minutes(1);
        ways.push((facts, path));
    }
    let found = funnel(&Stages::default(), &ways);
    assert_eq!((found.steps[0].days, found.steps[1].stays), (Some(20), 0));
    let imported: Vec<_> = (1..=5).map(|id| way(id, 1, Stage::INQUIRY, &[(90, Stage::QUALIFIED)])).collect();
    assert_eq!(funnel(&Stages::default(), &imported).steps[0].stays, 0, "nobody knows since when");
}

#[test]
fn reasons_and_who_is_no_customer() {
    let lost = |id, reason: &str| {
        let (facts, path) = way(id, 30, Stage::QUOTED, &[(3, Stage::LOST)]);
        (Facts { lost_reason: reason.into(), ..facts }, path)
    };
    let fake = Facts { dismissed: true, stage: Some(Stage::INQUIRY), ..Facts::default() };
    let found = funnel(&Stages::default(), &[lost(1, "price"), lost(2, "price"), lost(3, ""), (fake, vec![])]);
    assert_eq!(found.reasons, [("price".into(), 2), ("".into(), 1)]);
    assert_eq!((found.lost, found.steps[2].lost, found.outside, found.steps[0].reached), (3, 3, 0, 3));
}

#[test]
fn stages_in_the_exporters_order_and_words() {
    let own = Stage::new("proforma").unwrap();
    let mut stages = Stages { order: vec![Stage::INQUIRY, own, Stage::LOST, Stage::ORDER], ..Stages::default() };
    stages.names.insert(Stage::ORDER, "成交".into());
    stages.hidden = vec![own];
    assert_eq!(stages.shown().collect::<Vec<_>>(), [Stage::INQUIRY, Stage::LOST, Stage::ORDER]);
    assert_eq!(stages.steps().collect::<Vec<_>>(), [Stage::INQUIRY, own, Stage::ORDER]);
    assert_eq!(stages.label(Some(Stage::ORDER)), Say::new("stage-own").with("name", "成交"));
    assert_eq!(stages.label(Some(own)), Say::new("stage-own").with("name", "proforma"));
    assert_eq!(stages.label(Some(Stage::QUOTED)).key, "stage-quoted");
    let found = funnel(&stages, &[way(1, 3, Stage::INQUIRY, &[(2, own), (1, Stage::ORDER)])]);
    assert_eq!(found.steps.iter().map(|step| step.reached).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn one_place_says_what_is_offered_and_in_which_order() {
    let [own, old] = ["fair", "retired"].map(|slug| Stage::new(slug).unwrap());
    let order = vec![own, Stage::QUOTED, Stage::REPEAT, Stage::LOST];
    let mut stages = Stages { order, hidden: vec![Stage::REPEAT, Stage::SAMPLE], ..Stages::default() };
    stages.names.insert(Stage::QUOTED, "Offer".into());
    assert_eq!(stages.known(), [own, Stage::QUOTED, Stage::REPEAT, Stage::LOST, Stage::SAMPLE]);
    let offered = [None, Some(own), Some(Stage::QUOTED), Some(Stage::LOST)];
    assert_eq!(stages.choices(Some(own)), offered);
    assert_eq!(stages.choices(None), offered);
    assert_eq!(stages.choices(Some(old))[4..], [Some(old)], "who is at an old one may stay");
    assert_eq!(stages.choices(Some(Stage::REPEAT))[4..], [Some(Stage::REPEAT)], "or at a hidden one");
    let mut all = [None, Some(old), Some(Stage::LOST), Some(Stage::SAMPLE), Some(own), Some(Stage::QUOTED)];
    all.sort_by_key(|stage| stages.place(*stage));
    assert_eq!(all, [Some(own), Some(Stage::QUOTED), Some(Stage::LOST), Some(old), Some(Stage::SAMPLE), None]);
    let label =
        |detail: &str| crate::domain::Label { key: "op-stage".into(), detail: detail.into(), ..Default::default() };
    assert_eq!(
        (&*stages.said(&label("quoted")).key, &*stages.said(&label("quoted")).detail),
        ("op-stage-own", "Offer")
    );
    assert_eq!(stages.said(&label("lost")), label("lost"));
    assert_eq!(
        [reason_at(Some(Stage::LOST), "price"), reason_at(Some(own), "price"), reason_at(None, "price")],
        ["price", "", ""]
    );
}

#[test]
fn as_of_a_day_nobody_is_counted_who_came_later() {
    let stages = Stages::default();
    let then = Now { instant: ago(10), ..now() };
    let count = |ways: &[(Facts, Vec<StageChange>)]| {
        let mut passages = Passages::new(&stages, &then);
        ways.iter().for_each(|(facts, path)| passages.add(facts, path));
        let found = passages.finish();
        (found.steps.iter().map(|step| step.here).collect::<Vec<_>>(), found.outside)
    };
    let later = way(1, 3, Stage::INQUIRY, &[(2, Stage::QUALIFIED)]);
    assert_eq!(count(&[later]), (vec![0; 7], 0));
    let imported = way(2, 3, Stage::INQUIRY, &[(40, Stage::QUALIFIED), (2, Stage::QUOTED)]);
    assert_eq!(count(&[imported]).0, [0, 1, 0, 0, 0, 0, 0], "a file brought along where they were");
    let since = way(3, 40, Stage::INQUIRY, &[(2, Stage::ORDER)]);
    assert_eq!(count(&[since]).0, [1, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn who_is_taken_on_comes_to_a_stage_that_the_funnel_has() {
    let accepted = |order: &[Stage], hidden: &[Stage]| {
        Stages { order: order.to_vec(), hidden: hidden.to_vec(), ..Stages::default() }.accepted()
    };
    let fair = Stage::new("fair").unwrap();
    assert_eq!(Stages::default().accepted(), Stage::QUALIFIED);
    assert_eq!(accepted(&[fair, Stage::INQUIRY, Stage::QUOTED, Stage::ORDER, Stage::LOST], &[]), Stage::QUOTED);
    assert_eq!(accepted(&[Stage::INQUIRY, Stage::QUOTED, Stage::ORDER], &[Stage::QUOTED]), Stage::ORDER);
    assert_eq!(accepted(&[fair, Stage::LOST], &[]), fair, "without an inquiry the first");
    assert_eq!(accepted(&[fair, Stage::INQUIRY, Stage::LOST], &[]), fair, "and where nothing comes after it");
}
