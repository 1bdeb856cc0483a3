use super::*;

#[test]
fn a_pile_is_spread_over_two_weeks_in_its_order() {
    let today: NaiveDate = "2026-11-25".parse().unwrap();
    let pile: Vec<Late> =
        (0..60).map(|id| Late { id: FollowUpId(id), country: Country::new(["DE", "AE"][id as usize % 2]) }).collect();
    let planned = BTreeMap::from([(today, 24)]);
    let moves = spread(&pile, &Rules::default(), &planned, today, 14);
    assert_eq!(moves.len(), 60);
    let mut load: BTreeMap<NaiveDate, usize> = planned;
    for ((_, due), late) in moves.iter().zip(&pile) {
        assert!(Workdays { home: Country::new("CN") }.works(late.country, due.on), "{late:?} {due:?}");
        *load.entry(due.on).or_default() += 1;
    }
    assert!(load.iter().all(|(day, load)| *load <= 6 || *day == today), "{load:?}");
    assert_eq!(load[&today], 25, "no more than the day has room for");
    assert!(load.keys().all(|day| (*day - today).num_days() <= 16), "{load:?}");
}
