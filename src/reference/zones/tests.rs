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

/// The moments of 2026 at which a zone's clocks are set, and by how many minutes.
fn changes(zone: &str) -> Vec<(DateTime<Utc>, i64)> {
    let offset = |at| i64::from(offset_at(zone, at).unwrap().local_minus_utc());
    let first = utc("2026-01-01 00:00");
    let days = (0..366).map(|day| first + TimeDelta::days(day));
    days.filter(|day| offset(*day) != offset(*day + TimeDelta::days(1)))
        .map(|day| {
            // The minute at which the offset becomes the next day's.
            let (mut before, mut after) = (day, day + TimeDelta::days(1));
            while after - before > TimeDelta::minutes(1) {
                let middle = before + TimeDelta::minutes((after - before).num_minutes() / 2);
                if offset(middle) == offset(before) { before = middle } else { after = middle }
            }
            (after, (offset(after) - offset(before)) / 60)
        })
        .collect()
}

/// Zones, and when their clocks are set by how many minutes.
type Told = (&'static [&'static str], &'static [(&'static str, i64)]);

#[test]
fn the_clocks_of_2026_are_set_when_they_are() {
    // By the laws in force: the moment, and the minutes.
    let told: [Told; 9] = [
        (
            &["Europe/Berlin", "Europe/London", "Europe/Athens", "Europe/Lisbon", "Atlantic/Azores"],
            &[("2026-03-29 01:00", 60), ("2026-10-25 01:00", -60)],
        ),
        (&["America/New_York", "America/Toronto"], &[("2026-03-08 07:00", 60), ("2026-11-01 06:00", -60)]),
        (&["America/Los_Angeles"], &[("2026-03-08 10:00", 60), ("2026-11-01 09:00", -60)]),
        (&["Australia/Sydney", "Australia/Melbourne"], &[("2026-04-04 16:00", -60), ("2026-10-03 16:00", 60)]),
        (&["Australia/Lord_Howe"], &[("2026-04-04 15:00", -30), ("2026-10-03 15:30", 30)]),
        (&["Pacific/Auckland"], &[("2026-04-04 14:00", -60), ("2026-09-26 14:00", 60)]),
        (&["Asia/Jerusalem"], &[("2026-03-27 00:00", 60), ("2026-10-24 23:00", -60)]),
        (&["America/Santiago"], &[("2026-04-05 03:00", -60), ("2026-09-06 04:00", 60)]),
        (
            &[
                "Asia/Shanghai",
                "Asia/Tokyo",
                "Asia/Kolkata",
                "Europe/Istanbul",
                "Europe/Moscow",
                "America/Sao_Paulo",
                "America/Mexico_City",
                "Asia/Riyadh",
                "Asia/Dubai",
                "Africa/Lagos",
                "Asia/Tehran",
                "America/Phoenix",
                "America/Asuncion",
                "Asia/Almaty",
            ],
            &[],
        ),
    ];
    for (zones, wanted) in told {
        let wanted: Vec<(DateTime<Utc>, i64)> = wanted.iter().map(|(at, by)| (utc(at), *by)).collect();
        for zone in zones {
            assert_eq!(changes(zone), wanted, "{zone}");
        }
    }
}

#[test]
fn every_zone_around_every_change_of_2026() {
    let mut count = 0;
    for zone in zone_names() {
        for (at, by) in changes(zone) {
            count += 1;
            let minute = TimeDelta::minutes(1);
            let (last, first) = (local_at(zone, at - minute).unwrap(), local_at(zone, at).unwrap());
            assert_eq!(first - last, minute + TimeDelta::minutes(by), "{zone} {at}");
            // Skipped: moved on by what is skipped. Shown twice: the first time.
            let (wall, instant) = match by {
                1.. => (last + minute, at),
                _ => (first, at + TimeDelta::minutes(by)),
            };
            assert_eq!(to_instant(zone, wall), Some(instant), "{zone} {wall}");
            for minutes in -180..180 {
                let near = at + TimeDelta::minutes(minutes);
                let wall = local_at(zone, near).unwrap();
                let back = to_instant(zone, wall).unwrap();
                assert!(back <= near && local_at(zone, back) == Some(wall), "{zone} {near}");
            }
        }
    }
    assert!(count > 150, "{count}");
}
