use super::*;
use crate::domain::{Stage, Tier, rules::Rules};
use chrono::Datelike;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Wednesday.
fn today() -> NaiveDate {
    day("2026-11-25")
}

/// Saturdays and Sundays are off everywhere; beside them, days of the year by country.
#[derive(Clone, Debug, Default)]
struct Calendar {
    off: Vec<(Option<Country>, NaiveDate)>,
}

impl Days for Calendar {
    fn works(&self, country: Option<Country>, day: NaiveDate) -> bool {
        day.weekday().num_days_from_monday() < 5
            && !self.off.iter().any(|(whose, off)| *off == day && (whose.is_none() || *whose == country))
    }
}

fn case(id: i64, tier: Tier, touched: &str) -> Case {
    Case {
        customer: CustomerId(id),
        country: Country::new("DE"),
        pace: Rules::default().pace(None, None, tier),
        active: true,
        by_hand: false,
        pause: None,
        touched: day(touched),
        arrived: false,
        current: None,
        fresh: false,
    }
}

fn one(case: Case, load: &mut Load, calendar: &Calendar) -> Spot {
    plan(&[case], load, calendar, today())[0].unwrap()
}

fn spot(on: &str, why: Why) -> Spot {
    Spot { on: day(on), why }
}

#[test]
fn a_tier_a_is_contacted_a_week_after_the_last_time() {
    let mut load = Load::new(today(), 25);
    let planned = one(case(1, Tier::A, "2026-11-25"), &mut load, &Calendar::default());
    assert_eq!(planned, spot("2026-12-02", Why::Asked));
    assert_eq!(load.on(planned.on), 1);
    // A fortnight later would be a Saturday.
    assert_eq!(one(case(2, Tier::B, "2026-11-21"), &mut load, &Calendar::default()).on, day("2026-12-07"));
}

#[test]
fn whoever_is_late_already_comes_first_today() {
    let planned = one(case(1, Tier::A, "2026-09-01"), &mut Load::new(today(), 25), &Calendar::default());
    assert_eq!(planned, spot("2026-11-25", Why::Asked));
}

#[test]
fn a_pause_is_respected_and_nothing_of_it_is_forced() {
    let paused = Case { pause: Some(day("2027-01-05")), ..case(1, Tier::A, "2026-11-20") };
    assert_eq!(one(paused, &mut Load::new(today(), 25), &Calendar::default()), spot("2027-01-05", Why::Asked));
}

#[test]
fn what_is_planned_by_hand_and_who_is_archived_have_none() {
    let by_hand = Case { by_hand: true, ..case(1, Tier::A, "2026-11-20") };
    let archived = Case { active: false, ..case(2, Tier::A, "2026-11-20") };
    let mut load = Load::new(today(), 25);
    assert_eq!(plan(&[by_hand, archived], &mut load, &Calendar::default(), today()), [None, None]);
}

#[test]
fn before_a_holiday_that_takes_all_its_days_it_comes_earlier() {
    let off = |day: NaiveDate| (None, day);
    let closed = Calendar { off: day("2026-12-01").iter_days().take(20).map(off).collect() };
    let planned = one(case(1, Tier::A, "2026-11-25"), &mut Load::new(today(), 25), &closed);
    assert_eq!(planned, spot("2026-11-30", Why::Early));
    // Not before tomorrow, and nothing until then is worked: after the holiday, and it says so.
    let closed = Calendar { off: today().iter_days().take(40).map(off).collect() };
    let planned = one(case(1, Tier::A, "2026-11-25"), &mut Load::new(today(), 25), &closed);
    assert_eq!(planned, spot("2027-01-04", Why::Holidays));
}

#[test]
fn a_full_day_sends_it_to_the_next_and_full_weeks_past_the_latest() {
    let mut load = Load::new(today(), 1).with([(day("2026-12-02"), 1)].into_iter());
    assert_eq!(one(case(1, Tier::A, "2026-11-25"), &mut load, &Calendar::default()), spot("2026-12-03", Why::Asked));
    let mut load = Load::new(today(), 1).with(today().iter_days().take(30).map(|day| (day, 1)));
    assert_eq!(one(case(1, Tier::A, "2026-11-25"), &mut load, &Calendar::default()), spot("2026-12-25", Why::Full));
}

#[test]
fn a_crowd_of_new_customers_is_spread_over_its_rhythm() {
    let new = |id| Case { arrived: true, ..case(id, Tier::C, "2026-11-25") };
    let cases: Vec<Case> = (1..=60).map(new).collect();
    let mut load = Load::new(today(), 5);
    let spots = plan(&cases, &mut load, &Calendar::default(), today());
    let days: std::collections::BTreeSet<NaiveDate> = spots.iter().flatten().map(|spot| spot.on).collect();
    assert!(days.len() >= 20, "{days:?}");
    assert!(days.iter().all(|day| load.on(*day) <= 5));
}

#[test]
fn a_stage_has_its_own_rhythm_and_the_customers_own_may_be_shorter() {
    let rules = Rules::default();
    let ideal = |own, stage, tier| rules.pace(own, stage, tier).ideal;
    assert_eq!(ideal(None, Some(Stage::QUOTED), Tier::C), 3);
    assert_eq!(ideal(Some(2), Some(Stage::QUOTED), Tier::C), 2);
    assert_eq!(ideal(Some(60), None, Tier::A), 60);
    assert_eq!(ideal(None, Some(Stage::REPEAT), Tier::B), 14);
    assert_eq!(rules.pace(Some(60), None, Tier::A).latest, 90);
}

#[test]
fn days_with_room_are_found_behind_runs_of_full_ones() {
    let mut load = Load::new(today(), 2).with(today().iter_days().take(100).map(|day| (day, 2)));
    assert_eq!(load.next_room(today()), today() + Count::new(100));
    assert_eq!(load.next_room(today() + Count::new(7)), today() + Count::new(100));
    load.remove(today() + Count::new(50));
    load.settle();
    assert_eq!(load.next_room(today()), today() + Count::new(50));
    assert_eq!(load.next_room(today() - Count::new(3)), today() - Count::new(3));
}

fn cases() -> impl Strategy<Value = Vec<Case>> {
    let one = (0_usize..4, 0_i64..80, 0_u8..8, prop::option::of(0_i64..60), prop::option::of((-5_i64..70, 0_u8..3)));
    let countries = ["DE", "AE", "CN"].map(Country::new);
    prop::collection::vec((one, 0_usize..3, any::<bool>(), any::<bool>()), 0..60).prop_map(move |all| {
        let one = |(at, ((tier, ago, kind, pause, current), country, arrived, fresh)): (usize, (_, usize, _, _))| {
            let (tier, ago, kind, pause, current): (usize, i64, u8, Option<i64>, Option<(i64, u8)>) =
                (tier, ago, kind, pause, current);
            let later = |days: i64| today() + chrono::Duration::days(days);
            let why = |n: u8| [Why::Asked, Why::Early, Why::Full][usize::from(n)];
            Case {
                customer: CustomerId(at as i64),
                country: countries[country],
                pace: Rules::default().pace(None, None, Tier::ALL[tier]),
                active: kind != 0,
                by_hand: kind == 1,
                pause: pause.filter(|_| kind == 2).map(later),
                touched: later(-ago),
                arrived,
                current: current.map(|(on, n)| Spot { on: later(on), why: why(n) }),
                fresh,
            }
        };
        all.into_iter().enumerate().map(one).collect()
    })
}

fn calendars() -> impl Strategy<Value = Calendar> {
    let off = (prop::option::of(0_usize..3), 0_i64..90, 1_usize..12);
    let countries = ["DE", "AE", "CN"].map(Country::new);
    prop::collection::vec(off, 0..8).prop_map(move |all| {
        let days = |(whose, from, long): (Option<usize>, i64, usize)| {
            let first = today() + chrono::Duration::days(from);
            first.iter_days().take(long).map(move |day| (whose.and_then(|at| countries[at]), day))
        };
        Calendar { off: all.into_iter().flat_map(days).collect() }
    })
}

/// The follow-ups that are there: the rhythm's present ones, and some of the exporter's own.
fn load_of(cases: &[Case], by_hand: &[i64], capacity: u16) -> Load {
    let present = cases.iter().filter(|case| case.active).filter_map(|case| Some((case.current?.on, 1)));
    let by_hand = by_hand.iter().map(|day| (today() + chrono::Duration::days(*day), 1));
    Load::new(today(), capacity).with(present.chain(by_hand))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_active_customer_has_one_on_a_good_day_and_planning_again_changes_nothing(
        mut all in cases(),
        calendar in calendars(),
        by_hand in prop::collection::vec(0_i64..60, 0..40),
        capacity in 0_u16..6,
    ) {
        let mut load = load_of(&all, &by_hand, capacity);
        let hand_only = load_of(&[], &by_hand, 0);
        let spots = plan(&all, &mut load, &calendar, today());
        for (case, spot) in all.iter().zip(&spots) {
            prop_assert_eq!(spot.is_some(), case.active && !case.by_hand);
            let Some(spot) = spot else { continue };
            let latest = after(case.touched, case.pace.latest);
            if spot.on < today() {
                prop_assert_eq!(case.current.map(|current| current.on), Some(spot.on), "what is owed stays");
                continue;
            }
            prop_assert!(calendar.works(case.country, spot.on), "{:?} {:?}", case, spot);
            prop_assert!(case.pause.is_none_or(|until| spot.on >= until));
            if capacity > 0 {
                prop_assert!(load.on(spot.on) <= u32::from(capacity).max(hand_only.on(spot.on)));
            }
            // Beyond its latest day only if it was too late already, or says why, and that is true.
            let begin = today().max(after(case.touched, 1)).max(case.pause.unwrap_or(today()));
            if spot.on > latest && begin <= latest {
                prop_assert!(spot.why.forced(), "{:?} {:?}", case, spot);
                let mut days = begin.iter_days().take_while(|day| *day <= latest);
                prop_assert!(days.all(|day| !calendar.works(case.country, day) || !load.has_room(day)));
            }
        }
        for (case, spot) in all.iter_mut().zip(&spots) {
            (case.current, case.fresh) = (*spot, false);
        }
        let mut load = load_of(&all, &by_hand, capacity);
        prop_assert_eq!(plan(&all, &mut load, &calendar, today()), spots);
    }
}
