use super::*;
use chrono::FixedOffset;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

#[test]
fn dates_in_many_writings() {
    let today = day(2026, 11, 22);
    let read = |text| date(text, Order::DayFirst, today);
    for text in [
        "2025-07-14",
        "14-07-2025",
        "14.07.2025",
        "14/7/25",
        "2025/7/14",
        "2025年7月14日",
        "20250714",
        "14 July 2025",
        "Jul 14, 2025",
        "2025-07-14 10:30:00",
        "2025-07-14T10:30:00Z",
        "45852",
    ] {
        assert_eq!(read(text), Some(day(2025, 7, 14)), "{text}");
    }
    for text in ["", "soon", "13 days ago", "0/0/00", "2025-13-45", "Acme 2025-07-14", "12"] {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(date("03/04/2025", Order::MonthFirst, today), Some(day(2025, 3, 4)));
    assert_eq!(Order::of(["03/04/2025", "03/24/2025"].into_iter()), Order::MonthFirst);
    assert_eq!(Order::of(["03/04/2025"].into_iter()), Order::DayFirst);
}

#[test]
fn birthdays_with_and_without_year() {
    let today = day(2026, 11, 22);
    let read = |text| birthday(text, Order::DayFirst, today);
    assert_eq!(read("1980-05-12"), Some((Some(1980), 5, 12)));
    assert_eq!(read("--05-12"), Some((None, 5, 12)));
    assert_eq!(read("5月12日"), Some((None, 5, 12)));
    assert_eq!(read("12 May"), Some((None, 5, 12)));
    assert_eq!(read("12.05.80"), Some((Some(1980), 5, 12)));
    assert_eq!(read("29 Feb"), Some((None, 2, 29)));
    assert_eq!(read("soon"), None);
}

#[test]
fn moments_and_ages() {
    let now = Now {
        instant: Utc.with_ymd_and_hms(2026, 11, 22, 2, 14, 0).unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    };
    let read = |text| moment(text, Order::DayFirst, &now).unwrap().to_rfc3339();
    assert_eq!(read("2025-07-14"), "2025-07-14T04:00:00+00:00");
    assert_eq!(read("2025-07-14 09:05 PM"), "2025-07-14T13:05:00+00:00");
    assert_eq!(read("2025-07-14T09:05:00+02:00"), "2025-07-14T07:05:00+00:00");
    assert_eq!(ago("Just now"), Some(Duration::zero()));
    assert_eq!(ago("8 minutes before"), Some(Duration::minutes(8)));
    assert_eq!(ago("13 days ago"), Some(Duration::days(13)));
    assert_eq!(ago("3小时前"), Some(Duration::hours(3)));
    assert_eq!(ago("whenever"), None);
}
