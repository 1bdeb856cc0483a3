use super::*;
use crate::reference::Lang;
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    wall(text).and_utc()
}

#[test]
fn names() {
    assert!(zone_names().count() > 400);
    assert_eq!(zone_name("europe/BERLIN"), Some("Europe/Berlin"));
    assert!(zone_exists("UTC") && !zone_exists("Europe/Nowhere") && !zone_exists(""));
    assert!(zone_exists(&machine_zone()));
}

#[test]
fn clocks_go_forward_and_back() {
    assert_eq!(local_at("Europe/Berlin", utc("2026-03-29 00:59")), Some(wall("2026-03-29 01:59")));
    assert_eq!(local_at("Europe/Berlin", utc("2026-03-29 01:00")), Some(wall("2026-03-29 03:00")));
    // Skipped: moved on by the hour that was skipped.
    assert_eq!(to_instant("Europe/Berlin", wall("2026-03-29 02:30")), Some(utc("2026-03-29 01:30")));
    // Shown twice: the first, in summer time.
    assert_eq!(to_instant("Europe/Berlin", wall("2026-10-25 02:30")), Some(utc("2026-10-25 00:30")));
    assert_eq!(to_instant("America/New_York", wall("2026-11-01 01:30")), Some(utc("2026-11-01 05:30")));
}

#[test]
fn odd_offsets() {
    assert_eq!(local_at("Asia/Kathmandu", utc("2026-11-16 00:00")), Some(wall("2026-11-16 05:45")));
    assert_eq!(local_at("Australia/Lord_Howe", utc("2026-11-16 00:00")), Some(wall("2026-11-16 11:00")));
    assert_eq!(local_at("Pacific/Kiritimati", utc("2026-11-16 12:00")), Some(wall("2026-11-17 02:00")));
}

#[test]
fn the_ends_of_time_do_no_harm() {
    for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        assert_eq!(local_at("Asia/Tokyo", at), None);
    }
    assert_eq!(to_instant("Asia/Tokyo", NaiveDateTime::MAX), None);
    assert_eq!(local_at("Nowhere", utc("2026-01-01 00:00")), None);
}

#[test]
fn every_zone_leads_back_through_a_year_of_changes() {
    for zone in zone_names() {
        for day in 0..53 {
            let at = utc("2026-01-01 00:30") + TimeDelta::days(day * 7);
            let local = local_at(zone, at).unwrap();
            let back = to_instant(zone, local).unwrap();
            assert!(back <= at && local_at(zone, back) == Some(local), "{zone} {at}");
        }
    }
}

proptest! {
    #[test]
    fn the_wall_leads_back_to_the_instant(zone in prop::sample::select(zone_names().collect::<Vec<_>>()), minute in 0i64..15_000_000) {
        let start = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc();
        let at = start + TimeDelta::minutes(minute);
        let local = local_at(zone, at).unwrap();
        let back = to_instant(zone, local).unwrap();
        // Twice shown: the earlier instant comes back, and its wall is the same.
        prop_assert!(back <= at);
        prop_assert_eq!(local_at(zone, back), Some(local));
        prop_assert!(at - back <= TimeDelta::days(1));
    }
}

#[test]
fn a_zone_is_called_by_its_town_in_both_languages() {
    assert_eq!(zone_city("Asia/Shanghai", Lang::Zh), "上海");
    assert_eq!(zone_city("America/New_York", Lang::En), "New York");
    assert_eq!(zone_city("America/Argentina/Ushuaia", Lang::Zh), "乌斯怀亚");
    assert_eq!(zone_city("UTC", Lang::Zh), "UTC");
    // A zone of the table that the bundled list has not would be a slip of the script.
    for line in include_str!("../../../assets/zone-cities.tsv").lines().skip(1) {
        let (zone, _) = line.split_once('\t').unwrap();
        assert!(zone_exists(zone), "{zone}");
    }
}
