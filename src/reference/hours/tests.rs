use super::*;

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
