use super::*;
use chrono::{Datelike, Duration, FixedOffset, Weekday};
use proptest::prelude::*;

/// Sunday 22 November 2026, 10:14 in Shanghai.
fn now() -> Now {
    at("2026-11-22T02:14:00Z")
}

fn at(instant: &str) -> Now {
    Now {
        instant: instant.parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

fn show(when: When) -> String {
    when.time.map_or_else(|| when.on.to_string(), |time| format!("{} {}", when.on, time.format("%H:%M")))
}

#[test]
fn english_dates() {
    for (text, wanted) in [
        ("today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("day after tomorrow", "2026-11-24"),
        ("+3d", "2026-11-25"),
        ("+2w", "2026-12-06"),
        ("+1m", "2026-12-22"),
        ("+1y", "2027-11-22"),
        ("in 3 days", "2026-11-25"),
        ("in a week", "2026-11-29"),
        ("fri", "2026-11-27"),
        ("monday", "2026-11-23"),
        ("sun", "2026-11-29"),
        ("next mon", "2026-11-23"),
        ("next sunday", "2026-11-29"),
        ("next week", "2026-11-23"),
        ("next month", "2026-12-01"),
        ("fri 15:00", "2026-11-27 15:00"),
        ("fri at 9:30", "2026-11-27 09:30"),
        ("in 3 days at 9", "2026-11-25 09:00"),
        ("at 17 tomorrow", "2026-11-23 17:00"),
        ("2026-12-01", "2026-12-01"),
        ("2026/12/1", "2026-12-01"),
        ("2026-12-01T15:00", "2026-12-01 15:00"),
        ("2026-12-01 15:00:00", "2026-12-01 15:00"),
        ("12-01", "2026-12-01"),
        ("11-22", "2026-11-22"),
        ("11-21", "2027-11-21"),
        ("02-29", "2028-02-29"),
        ("1 dec", "2026-12-01"),
        ("dec 1", "2026-12-01"),
        ("December 1st, 2027", "2027-12-01"),
        ("3rd of", ""),
        ("15:00", "2026-11-22 15:00"),
        ("9:00", "2026-11-23 09:00"),
        ("10:14", "2026-11-23 10:14"),
        ("3pm", "2026-11-22 15:00"),
        ("3 pm tomorrow", "2026-11-23 15:00"),
        ("12am", "2026-11-23 00:00"),
        ("noon", "2026-11-22 12:00"),
        ("end of month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("eom", "2026-11-30"),
    ] {
        let got = parse(text, &now()).map(show).unwrap_or_default();
        assert_eq!(got, wanted, "{text}");
    }
}

#[test]
fn chinese_dates() {
    for (text, wanted) in [
        ("今天", "2026-11-22"),
        ("明天", "2026-11-23"),
        ("后天", "2026-11-24"),
        ("大后天", "2026-11-25"),
        ("3天后", "2026-11-25"),
        ("３天后", "2026-11-25"),
        ("十五天之后", "2026-12-07"),
        ("两周后", "2026-12-06"),
        ("一个月后", "2026-12-22"),
        ("半个月后", "2026-12-07"),
        ("下周一", "2026-11-23"),
        ("下下周五", "2026-12-04"),
        ("周五", "2026-11-27"),
        ("星期五", "2026-11-27"),
        ("周日", "2026-11-29"),
        ("下周", "2026-11-23"),
        ("月底", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("下个月5号", "2026-12-05"),
        ("12月1日", "2026-12-01"),
        ("2027年3月8日", "2027-03-08"),
        ("30号", "2026-11-30"),
        ("下午3点", "2026-11-22 15:00"),
        ("15点", "2026-11-22 15:00"),
        ("上午十点半", "2026-11-22 10:30"),
        ("明天下午3点", "2026-11-23 15:00"),
        ("周五 15：30", "2026-11-27 15:30"),
        ("周五晚上八点一刻", "2026-11-27 20:15"),
        ("中午十二点", "2026-11-22 12:00"),
        ("3点20分", "2026-11-23 03:20"),
    ] {
        let got = parse(text, &now()).map(show).unwrap_or_default();
        assert_eq!(got, wanted, "{text}");
    }
}

#[test]
fn next_friday_from_wednesday_is_not_this_one() {
    let wednesday = at("2026-11-25T02:00:00Z");
    assert_eq!(parse("fri", &wednesday).map(show), Ok("2026-11-27".into()));
    assert_eq!(parse("next fri", &wednesday).map(show), Ok("2026-12-04".into()));
    assert_eq!(parse("下周五", &wednesday).map(show), Ok("2026-12-04".into()));
    assert_eq!(parse("this fri", &wednesday).map(show), Ok("2026-11-27".into()));
}

#[test]
fn a_month_after_the_31st_is_its_last_day() {
    assert_eq!(parse("+1m", &at("2027-01-31T02:00:00Z")).map(show), Ok("2027-02-28".into()));
    assert_eq!(parse("31号", &at("2027-02-01T02:00:00Z")).map(show), Ok("2027-03-31".into()));
}

#[test]
fn takes_the_date_off_a_line() {
    for (line, wanted, rest) in [
        ("fri 15:00 send PI", "2026-11-27 15:00", "send PI"),
        ("fri 15 boxes", "2026-11-27", "15 boxes"),
        ("+3d, ask for the drawing", "2026-11-25", "ask for the drawing"),
        ("下周一寄样品", "2026-11-23", "寄样品"),
        ("下午3点打电话", "2026-11-22 15:00", "打电话"),
        ("3pm tomorrow call", "2026-11-23 15:00", "call"),
        ("2026-12-01 price list", "2026-12-01", "price list"),
        ("today", "2026-11-22", ""),
    ] {
        let (when, left) = split(line, &now()).unwrap_or_else(|| panic!("{line}"));
        assert_eq!((show(when).as_str(), left), (wanted, rest), "{line}");
    }
    for line in ["", "send PI", "monitor delivery", "marble samples", "15 boxes", "+3 dozen", "2026-12-011", "fridays"]
    {
        assert_eq!(split(line, &now()), None, "{line}");
    }
}

#[test]
fn errors_name_what_was_not_understood() {
    assert_eq!(parse("  ", &now()), Err(WhenError::Empty));
    assert_eq!(parse("someday", &now()), Err(WhenError::Unknown("someday".into())));
    assert_eq!(parse("fri soonish", &now()), Err(WhenError::Unknown("soonish".into())));
    assert_eq!(parse("2026-02-30", &now()), Err(WhenError::NoSuchDay("2026-02-30".into())));
    assert_eq!(parse("02-30", &now()), Err(WhenError::NoSuchDay("02-30".into())));
    assert_eq!(parse("+99999999d", &now()), Err(WhenError::TooFar("+99999999d".into())));
    assert_eq!(parse("+999999999y", &now()), Err(WhenError::TooFar("+999999999y".into())));
    assert_eq!(parse("25:00", &now()), Err(WhenError::Unknown("25:00".into())));
    assert_eq!(parse("2026-12-01T15:00Z", &now()), Err(WhenError::Unknown("T15:00Z".into())));
}

fn to_instant(zone: &str, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
    Some((wall - Duration::hours(hours(zone)?)).and_utc())
}

fn local_at(zone: &str, at: DateTime<Utc>) -> Option<NaiveDateTime> {
    Some(at.naive_utc() + Duration::hours(hours(zone)?))
}

fn hours(zone: &str) -> Option<i64> {
    Some(match zone {
        "Asia/Shanghai" => 8,
        "Europe/Berlin" => 1,
        "America/New_York" => -5,
        _ => return None,
    })
}

#[test]
fn a_promise_abroad_on_the_exporters_calendar() {
    let due = |text: &str, zone: Option<&str>| parse(text, &now()).unwrap().due(zone.map(Into::into));
    let here = |text, zone| show(due(text, zone).here(&now(), to_instant, local_at));
    assert_eq!(here("fri 15:00", Some("Europe/Berlin")), "2026-11-27 22:00");
    assert_eq!(here("fri 20:00", Some("America/New_York")), "2026-11-28 09:00");
    assert_eq!(here("fri", Some("America/New_York")), "2026-11-27");
    assert_eq!(here("fri 15:00", None), "2026-11-27 15:00");
    assert_eq!(here("fri 15:00", Some("Mars/Base")), "2026-11-27 15:00");
    let instant = due("fri 15:00", None).instant(&now(), to_instant);
    assert_eq!(instant, Some("2026-11-27T07:00:00Z".parse().unwrap()));
}

fn any_now() -> impl Strategy<Value = Now> {
    (0i64..4_000_000_000).prop_map(|seconds| Now { instant: DateTime::from_timestamp(seconds, 0).unwrap(), ..now() })
}

proptest! {
    #[test]
    fn relative_dates_are_never_past(now in any_now(), n in 0u32..500, form in 0usize..16) {
        let text = [
            format!("+{n}d"), format!("+{n}w"), format!("+{n}m"), format!("in {n} days"), format!("{n}天后"),
            format!("{n}个月后"), "today".into(), "tomorrow".into(), "next week".into(), "下周".into(),
            "月底".into(), "end of month".into(), format!("{:02}-{:02}", n % 12 + 1, n % 28 + 1),
            format!("{}号", n % 31 + 1), "next month".into(), "this mon".into(),
        ][form].clone();
        let when = parse(&text, &now).unwrap();
        prop_assert!(when.on >= now.today(), "{text} gave {when:?}");
    }

    #[test]
    fn a_weekday_is_within_the_next_seven_days(now in any_now(), day in 0u8..7) {
        let weekday = Weekday::try_from(day).unwrap();
        let when = parse(&weekday.to_string(), &now).unwrap();
        prop_assert_eq!(when.on.weekday(), weekday);
        prop_assert!((1..=7).contains(&(when.on - now.today()).num_days()));
    }

    #[test]
    fn a_bare_time_is_still_to_come(now in any_now(), hour in 0u32..24, minute in 0u32..60) {
        let when = parse(&format!("{hour:02}:{minute:02}"), &now).unwrap();
        let at = when.on.and_time(when.time.unwrap());
        prop_assert!(at > now.local() && at - now.local() <= Duration::days(1));
    }

    #[test]
    fn iso_round_trip(days in 0i64..2_900_000, minute in proptest::option::of(0u32..1440)) {
        let on = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Duration::days(days);
        prop_assume!(on.year() <= 9999);
        let when = When { on, time: minute.and_then(|m| NaiveTime::from_hms_opt(m / 60, m % 60, 0)) };
        for between in ["T", " "] {
            let text = match when.time {
                None => on.to_string(),
                Some(time) => format!("{on}{between}{}", time.format("%H:%M")),
            };
            prop_assert_eq!(parse(&text, &now()), Ok(when));
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,24}") {
        if let Some((_, rest)) = split(&text, &now()) {
            prop_assert!(text.ends_with(rest) || text.trim_end().ends_with(rest));
        }
    }

    #[test]
    fn no_mixture_panics(text in "(next|in|end of|下|周|月|点|半|十|二|[0-9]{1,5}|[-+:/T. ]|dec|fri|pm|天后|个){0,7}") {
        if let Ok(when) = parse(&text, &now()) {
            prop_assert!(when.on.year() <= 9999);
        }
    }
}
