use super::*;
use crate::domain::ahead::Need;
use crate::domain::{CustomerId, Made, Tier};
use chrono::FixedOffset;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn now(on: &str) -> Now {
    let instant = format!("{on}T02:00:00Z").parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn bundle(id: i64, country: &str, tier: Tier, next: &str) -> Bundle {
    let follow_up = FollowUp { made: Made::Cadence, ..FollowUp::open(id, Due::day(day(next))) };
    let mut bundle = Bundle { follow_ups: vec![follow_up], ..Bundle::default() };
    bundle.customer.id = CustomerId(id);
    bundle.customer.created_at = now(next).instant;
    (bundle.customer.fields.country, bundle.customer.fields.tier) = (Country::new(country), tier);
    bundle
}

fn ids(ahead: &Ahead) -> Vec<i64> {
    ahead.reach.iter().map(|(id, _)| id.0).collect()
}

#[test]
fn before_ones_own_everybody_before_theirs_who_has_it() {
    let now = now("2026-09-14");
    let all = [
        bundle(1, "DE", Tier::C, "2026-10-08"),
        bundle(2, "KR", Tier::A, "2026-09-25"),
        bundle(3, "US", Tier::A, "2026-10-02"),
        bundle(4, "CN", Tier::B, "2026-10-01"),
        bundle(5, "US", Tier::A, "2026-09-16"),
    ];
    let found = ahead(all.iter(), &Rules::default(), &now);
    let told: Vec<_> = found.iter().map(|it| (it.long.holiday.name_en, &it.countries[..], ids(it))).collect();
    assert_eq!(
        told,
        [
            ("The day preceding Chuseok", &[Country::new("KR").unwrap()][..], vec![2]),
            ("National Day", &[], vec![3, 4, 1])
        ]
    );
    assert_eq!((found[1].long.first, found[1].long.last), (day("2026-10-01"), day("2026-10-07")));
    assert_eq!(found[1].reach[0], (CustomerId(3), Need::Within));
    // The make-up Sunday of the 20th is worked, the 25th is the mid-autumn festival, a Friday.
    assert_eq!(found[1].workdays, 5 + 1 + 4 + 3);
}

#[test]
fn several_countries_that_have_the_same_days_off_are_one_row() {
    let now = now("2027-03-01");
    let all = [
        bundle(1, "DE", Tier::A, "2027-03-27"),
        bundle(2, "FR", Tier::A, "2027-03-27"),
        bundle(3, "HU", Tier::A, "2027-03-27"),
    ];
    let found = ahead(all.iter(), &Rules::default(), &now);
    let easter = found.iter().find(|it| it.countries.len() == 2).unwrap();
    assert_eq!((ids(easter), easter.long.days()), (vec![1, 3], 4), "France works on Good Friday: {found:?}");
}

#[test]
fn nothing_that_has_begun_or_is_far() {
    let all = [bundle(1, "US", Tier::A, "2026-10-02")];
    let names = |on: &str| ahead(all.iter(), &Rules::default(), &now(on)).len();
    assert_eq!((names("2026-10-01"), names("2026-09-30"), names("2026-08-10")), (0, 1, 0));
}

#[test]
fn a_pile_is_brought_before_it_in_its_order_where_there_is_room() {
    let (today, first) = (day("2026-09-14"), day("2026-10-01"));
    let pile: Vec<Bundle> =
        (0..40).map(|id| bundle(id, ["US", "AE"][id as usize % 2], Tier::A, "2026-10-08")).collect();
    let pile: Vec<(&Bundle, &FollowUp)> = pile.iter().map(|it| (it, &it.follow_ups[0])).collect();
    let rules = Rules { capacity: 6, ..Rules::default() };
    let full: BTreeMap<NaiveDate, usize> = [(day("2026-09-21"), 5)].into();
    let moves = before(&pile, &rules, &full, today, first);
    assert_eq!(moves.len(), 40);
    let mut load = full.clone();
    for ((bundle, _), (_, due)) in pile.iter().zip(&moves) {
        assert!(Workdays { home: rules.home }.works(bundle.customer.country, due.on), "{due:?}");
        assert!((day("2026-09-17")..first).contains(&due.on), "{due:?}");
        *load.entry(due.on).or_default() += 1;
    }
    assert!(load.values().all(|load| *load <= 6), "{load:?}");
    assert!(moves[0].1.on < moves[39].1.on);
    // Two days with room for six each: the others stay where they are.
    assert_eq!(before(&pile, &rules, &BTreeMap::new(), day("2026-09-29"), first).len(), 12);
}
