use super::*;
use crate::domain::{
    Due, FollowUp, Tier,
    view::{Builtin, Sort},
};

fn now() -> Now {
    Now {
        instant: "2026-11-22T02:14:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: chrono::FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

/// A fixed sequence.
fn roll(state: &mut u64, sides: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % sides
}

fn bundle(id: i64, dice: &mut u64) -> Bundle {
    let mut bundle = Bundle::default();
    let fields = &mut bundle.customer.fields;
    fields.name = ["Ana", "Müller", "义乌", "Zzyzx", ""][roll(dice, 5) as usize].into();
    fields.tier = Tier::ALL[roll(dice, 4) as usize];
    fields.status = if roll(dice, 5) == 0 { Status::Archived } else { Status::Active };
    fields.favourite = roll(dice, 3) == 0;
    bundle.customer.id = CustomerId(id);
    if roll(dice, 2) == 0 {
        let due = Due::day(now().today() + chrono::Duration::days(roll(dice, 9) as i64 - 4));
        bundle.follow_ups.push(FollowUp::open(id, due));
    }
    bundle
}

fn queries() -> impl Iterator<Item = ViewQuery> {
    let sorts = Sort::ALL.into_iter().flat_map(|sort| [false, true].map(|reverse| (sort, reverse)));
    sorts.flat_map(|(sort, reverse)| {
        [Builtin::All, Builtin::Due, Builtin::Archived, Builtin::Favourites].map(|builtin| ViewQuery {
            builtin,
            sort,
            reverse,
            ..ViewQuery::default()
        })
    })
}

#[test]
fn rows_brought_up_to_date_are_the_rows_sorted_anew() {
    let (now, mut dice) = (now(), 7);
    let mut board = Board::new(Rules::default(), &now);
    (0..200).for_each(|id| board.put(bundle(id, &mut dice)));
    assert_eq!(board.take_touched(), None, "a new board has everything to show");
    let mut lists: Vec<(ViewQuery, Vec<Slot>)> =
        queries().map(|query| (query.clone(), board.rows(&query, &now))).collect();
    for _ in 0..30 {
        for _ in 0..roll(&mut dice, 6) {
            let id = roll(&mut dice, 220) as i64;
            match roll(&mut dice, 4) {
                0 => board.remove(CustomerId(id)),
                _ => board.put(bundle(id, &mut dice)),
            }
        }
        let touched = board.take_touched().unwrap();
        for (query, rows) in &mut lists {
            board.update_rows(rows, &touched, query, &now);
            assert_eq!(*rows, board.rows(query, &now), "{query:?}");
        }
    }
}

#[test]
fn many_changes_and_a_new_day_are_everything() {
    let (now, mut dice) = (now(), 7);
    let mut board = Board::new(Rules::default(), &now);
    assert_eq!(board.take_touched(), None);
    (0..300).for_each(|id| board.put(bundle(id, &mut dice)));
    assert_eq!(board.take_touched(), None);
    board.put(bundle(3, &mut dice));
    assert!(board.take_touched().is_some_and(|touched| touched.contains(&board.slot_of(CustomerId(3)).unwrap())));
    board.turn_to(&now.after(chrono::Duration::days(1)));
    assert_eq!(board.take_touched(), None);
}

#[test]
fn the_active_ones_are_known_without_looking() {
    let (now, mut dice) = (now(), 3);
    let mut board = Board::new(Rules::default(), &now);
    (0..150).for_each(|id| board.put(bundle(id, &mut dice)));
    (0..150).step_by(4).for_each(|id| board.remove(CustomerId(id)));
    (0..150).step_by(3).for_each(|id| board.put(bundle(id, &mut dice)));
    for slot in 0..200 {
        let active = board.at(slot).is_some_and(|bundle| bundle.customer.status == Status::Active);
        assert_eq!(board.is_active(slot), active, "{slot}");
    }
}

#[test]
fn who_can_be_reached_is_the_same_counted_by_the_minute_and_counted_anew() {
    let (mut now, mut dice) = (now(), 11);
    now.instant = "2026-11-23T00:00:00Z".parse().unwrap();
    let mut board = Board::new(Rules::default(), &now);
    let home = ["DE", "CN", "US", "BR", "RU", ""];
    for id in 0..300 {
        let mut it = bundle(id, &mut dice);
        it.customer.fields.country = crate::domain::Country::new(home[roll(&mut dice, 6) as usize]);
        if let Some(follow_up) = it.follow_ups.first_mut().filter(|_| roll(&mut dice, 2) == 0) {
            follow_up.due.time = chrono::NaiveTime::from_hms_opt(roll(&mut dice, 24) as u32, 30, 0);
            follow_up.here = follow_up.due.written();
        }
        board.put(it);
    }
    for _ in 0..40 {
        now.instant += chrono::Duration::minutes(47);
        board.turn_to(&now);
        let mut anew = Board::new(Rules::default(), &now);
        board.bundles().cloned().for_each(|bundle| anew.put(bundle));
        let names = |board: &Board| {
            let rows = board.rows(&ViewQuery::of(Builtin::Reachable), &now);
            rows.iter().map(|slot| board.at(*slot).unwrap().customer.id).collect::<Vec<_>>()
        };
        assert_eq!(names(&board), names(&anew), "{}", now.instant);
        assert_eq!(board.count(Builtin::Reachable), Some(names(&anew).len()));
    }
}
