use super::*;
use crate::domain::hours::{Span, Windows};

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn at(country: &str, local: &str) -> Reach {
    reach(Country::new(country), wall(local))
}

#[test]
fn a_working_day() {
    // 2026-11-16 is a Monday.
    assert_eq!(at("DE", "2026-11-16 06:59"), Reach::Closed { opens: wall("2026-11-16 09:00") });
    assert_eq!(at("DE", "2026-11-16 07:00"), Reach::Soon { opens: wall("2026-11-16 09:00") });
    assert_eq!(at("DE", "2026-11-16 09:00"), Reach::Open { closes: wall("2026-11-16 18:00") });
    assert_eq!(at("DE", "2026-11-16 17:59"), Reach::Open { closes: wall("2026-11-16 18:00") });
    assert_eq!(at("DE", "2026-11-16 18:00"), Reach::Closed { opens: wall("2026-11-17 09:00") });
}

#[test]
fn weekends_differ() {
    let friday = "2026-11-20 11:00";
    assert_eq!(at("DE", friday), Reach::Open { closes: wall("2026-11-20 18:00") });
    assert_eq!(at("SA", friday), Reach::Closed { opens: wall("2026-11-22 09:00") });
    assert_eq!(at("IR", friday), Reach::Closed { opens: wall("2026-11-21 09:00") });
    assert_eq!(at("AF", friday), Reach::Closed { opens: wall("2026-11-21 09:00") });
    let saturday = "2026-11-21 11:00";
    assert_eq!(at("IN", saturday), Reach::Open { closes: wall("2026-11-21 18:00") });
    assert_eq!(at("AE", saturday), Reach::Closed { opens: wall("2026-11-23 09:00") });
    assert_eq!(at("", "2026-11-23 08:00"), Reach::Soon { opens: wall("2026-11-23 09:00") });
    assert_eq!(at("SA", "2026-11-22 08:30"), Reach::Soon { opens: wall("2026-11-22 09:00") });
}

#[test]
fn the_end_of_the_calendar_does_no_harm() {
    assert!(matches!(reach(None, NaiveDateTime::MAX), Reach::Closed { .. } | Reach::Soon { .. } | Reach::Open { .. }));
}

fn until(reach: Reach) -> Option<(&'static str, NaiveDate, NaiveDateTime)> {
    match reach {
        Reach::Holiday { name, until, opens } => Some((name.name_en, until, opens)),
        _ => None,
    }
}

#[test]
fn holidays_are_named_and_skipped() {
    let opens = wall("2026-04-07 09:00");
    let easter = wall("2026-04-06 00:00").date();
    assert_eq!(until(at("DE", "2026-04-03 11:00")), Some(("Good Friday", easter, opens)));
    assert_eq!(at("DE", "2026-04-04 11:00"), Reach::Closed { opens }, "a Saturday between two holidays");
    assert_eq!(until(at("DE", "2026-04-06 23:59")), Some(("Easter Monday", easter, opens)));
    assert_eq!(at("DE", "2026-04-02 18:30"), Reach::Closed { opens }, "the evening before");
    assert_eq!(at("DE", "2026-04-07 07:30"), Reach::Soon { opens });
    let golden = Some(("National Day", wall("2026-10-07 00:00").date(), wall("2026-10-08 09:00")));
    assert_eq!(until(at("CN", "2026-10-01 10:00")), golden);
    // A Saturday worked in exchange.
    assert_eq!(at("CN", "2026-10-10 10:00"), Reach::Open { closes: wall("2026-10-10 18:00") });
}

#[test]
fn the_window_is_now_or_next() {
    let window = |local| window(Country::new("DE"), wall(local));
    let friday = Window { opens: wall("2026-11-20 09:00"), closes: wall("2026-11-20 18:00") };
    for local in ["2026-11-20 00:00", "2026-11-20 09:00", "2026-11-20 17:59"] {
        assert_eq!(window(local), friday, "{local}");
    }
    assert!(friday.contains(wall("2026-11-20 09:00")) && !friday.contains(wall("2026-11-20 18:00")));
    assert_eq!(window("2026-11-20 18:00").opens, wall("2026-11-23 09:00"));
    assert_eq!(window("2026-12-24 18:00").opens, wall("2026-12-28 09:00"));
}

#[test]
fn private_buyers_are_reached_in_the_evening_on_any_day() {
    let windows = Windows::default();
    let at = |local| Timetable::under(Country::new("DE"), windows.hours(true, None)).reach(wall(local));
    // A Sunday, and Christmas.
    assert_eq!(at("2026-11-22 10:30"), Reach::Open { closes: wall("2026-11-22 12:00") });
    assert_eq!(at("2026-12-25 11:00"), Reach::Open { closes: wall("2026-12-25 12:00") });
    assert_eq!(at("2026-11-22 12:00"), Reach::Closed { opens: wall("2026-11-22 20:00") });
    assert_eq!(at("2026-11-22 18:00"), Reach::Soon { opens: wall("2026-11-22 20:00") });
    // From eight to three at night: midnight is no end.
    assert_eq!(at("2026-11-22 23:00"), Reach::Open { closes: wall("2026-11-23 03:00") });
    assert_eq!(at("2026-11-23 02:59"), Reach::Open { closes: wall("2026-11-23 03:00") });
    assert_eq!(at("2026-11-23 03:00"), Reach::Closed { opens: wall("2026-11-23 10:00") });
}

#[test]
fn offices_by_the_exporters_own_windows() {
    let windows = Windows { office: vec![Span::hours(14, 17), Span::hours(9, 12)], ..Windows::default() };
    let at = |local| Timetable::under(Country::new("DE"), windows.hours(false, None)).reach(wall(local));
    assert_eq!(at("2026-11-20 11:00"), Reach::Open { closes: wall("2026-11-20 12:00") });
    assert_eq!(at("2026-11-20 12:30"), Reach::Soon { opens: wall("2026-11-20 14:00") });
    assert_eq!(at("2026-11-20 17:00"), Reach::Closed { opens: wall("2026-11-23 09:00") });
    let none = Windows { private: Vec::new(), ..Windows::default() };
    let at = |local| Timetable::under(Country::new("DE"), none.hours(true, None)).reach(wall(local));
    assert_eq!(at("2026-11-22 11:00"), Reach::Closed { opens: wall("2026-11-23 09:00") });
}
