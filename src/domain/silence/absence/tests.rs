use super::*;
use chrono::{FixedOffset, NaiveDate};

/// Written on Monday, 16 November 2026.
fn found(text: &str) -> Option<NaiveDate> {
    let offset = FixedOffset::east_opt(0).unwrap();
    let then = Now { instant: "2026-11-16T10:00:00Z".parse().unwrap(), zone: "UTC".into(), offset };
    announced_in(text, &then).map(|absence| absence.until)
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

#[test]
fn the_first_day_back() {
    for text in [
        "I will be back on the 30th.",
        "Back on 30 November",
        "I am out of office, returning on Monday, 30 November 2026.",
        "will return to the office on Nov 30.",
        "We are back in the office on 30.11.",
        "back in the office Monday the 30th",
        "Ich bin am Meer und ab dann zurück am 30. November",
        "Je serai de retour le 30 novembre.",
        "Vuelvo el 30 de noviembre",
        "back on 2026-11-30",
        "BACK ON 30/11/2026!",
        "11月30日回来",
        "我11月30日再回公司",
        "30号上班",
    ] {
        assert_eq!(found(text), day("2026-11-30"), "{text}");
    }
}

#[test]
fn the_last_day_away() {
    for text in [
        "Out of office until 29 November",
        "I am on vacation till Nov 29",
        "Closed until 29.11.2026",
        "Im Urlaub bis 29. November",
        "absent jusqu’au 29 novembre",
        "de vacaciones hasta el 29 de noviembre",
        "休假到11月29日",
        "放假至29号",
    ] {
        assert_eq!(found(text), day("2026-11-30"), "{text}");
    }
}

#[test]
fn other_months_and_years() {
    assert_eq!(found("back on 5 January"), day("2027-01-05"));
    assert_eq!(found("de vuelta; estaré de vuelta el 7 de enero"), day("2027-01-07"));
    assert_eq!(found("returning on Thursday"), day("2026-11-19"));
    assert_eq!(found("back on the 12th"), day("2026-12-12"));
    assert_eq!(found("be back in 2 weeks"), day("2026-11-30"));
    assert_eq!(found("back on 3rd of March 2027"), day("2027-03-03"));
}

#[test]
fn no_absence() {
    for text in [
        "Please get back on this by email",
        "I'll be back to you soon",
        "We had our holiday until last week",
        "The price was 30 back on 2019-11-30",
        "back on 16 November",
        "until 30 November the offer is valid",
        "back on 99 November",
        "back on 30 June 2028",
        "",
        "back on",
        "回来",
    ] {
        assert_eq!(found(text), None, "{text}");
    }
}
