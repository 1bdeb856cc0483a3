use super::*;
use crate::domain::Currency;
use chrono::FixedOffset;

fn now() -> Now {
    Now {
        instant: "2026-11-22T02:14:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

/// The demo as its window opens it.
fn demo(folder: &tempfile::TempDir) -> Store {
    let mut store = Store::open(&folder.path().join("demo.db"), &now()).unwrap();
    for edit in crate::demo::edits(crate::demo::CUSTOMERS, crate::demo::SEED, &now()) {
        store.commit(&edit, &now()).unwrap();
    }
    store
}

#[test]
fn the_demo_has_a_past_to_be_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = demo(&folder);
    let stages = Stages::default();
    let found = survey(&store, &stages, &Reckoning::default(), &now()).unwrap();
    let steps = &found.funnel.steps;
    assert!(steps.iter().filter(|step| step.days.is_some()).count() >= 6, "{steps:?}");
    assert!(steps.is_sorted_by(|a, b| a.reached >= b.reached) && steps[6].here > 0);
    assert!(found.funnel.lost > 2 && found.funnel.reasons.iter().any(|(reason, _)| !reason.is_empty()));
    let stuck = found.funnel.stuck.len();
    assert!((3..40).contains(&stuck), "{stuck}: some do not get on, most do");
    let told = found.answered.templates.iter().filter(|(slug, rate)| !slug.is_empty() && rate.percent().is_some());
    assert!(told.count() >= 4, "{:?}", found.answered.templates);
    let open = pipeline(&store, &stages, &Rates::default(), &now()).unwrap();
    assert_eq!(open.stuck.len(), stuck, "the columns mark those that the statistics list");
    assert_eq!(open.open.currency, Currency::parse("USD").unwrap());
    let (whole, first) = (store.dump().unwrap(), store.check().unwrap());
    assert!(first.is_whole(), "{first:?}");
    store.undo(&now()).unwrap();
    assert!(survey(&store, &stages, &Reckoning::default(), &now()).unwrap().funnel.is_empty());
    store.redo(&now()).unwrap();
    assert_eq!(store.dump().unwrap(), whole);
}

#[test]
fn answers_are_split_by_what_customers_bought() {
    let folder = tempfile::tempdir().unwrap();
    let store = demo(&folder);
    let found = survey(&store, &Stages::default(), &Reckoning::default(), &now()).unwrap().answered;
    let sent: usize = found.segments.iter().map(|(_, rate)| rate.n).sum();
    assert_eq!(sent, found.all.n, "every message counts in one segment");
    assert!(found.segments.len() >= 4 && found.segments.last().unwrap().0.is_none(), "{:?}", found.segments);
    // Before anybody bought nobody has a segment.
    let long_ago = Now { instant: now().instant - chrono::Duration::days(4_000), ..now() };
    let then = survey(&store, &Stages::default(), &Reckoning::default(), &long_ago).unwrap().answered;
    assert!(then.segments.iter().all(|(segment, _)| segment.is_none()));
}
