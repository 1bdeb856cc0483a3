use super::*;

fn told(code: &str, wanted: &str, lang: Lang) -> serde_json::Value {
    let code = country(code).unwrap();
    let found = next_workday(Some(code), wanted.parse().unwrap());
    serde_json::to_value(json(code, &found, true, lang)).unwrap()
}

#[test]
fn the_fields_are_those_of_the_contract() {
    let skipped =
        |date, reason, kind| serde_json::json!({"date": date, "reason": reason, "kind": kind, "estimated": false});
    let expected = serde_json::json!({
        "country": "DE",
        "wanted": "2026-12-25",
        "next": "2026-12-28",
        "skipped": [
            skipped("2026-12-25", "Christmas Day", "holiday"),
            skipped("2026-12-26", "Second Day of Christmas", "holiday"),
            skipped("2026-12-27", "weekend", "weekend"),
        ],
        "holidays_known": true,
    });
    assert_eq!(told("Germany", "2026-12-25", Lang::En), expected);
}

#[test]
fn holidays_are_named_in_the_readers_language() {
    let told = told("SA", "2027-03-09", Lang::Zh);
    assert_eq!(told["skipped"][0]["reason"], "开斋节假期");
    assert_eq!(told["skipped"][0]["estimated"], true);
}

#[test]
fn kosovo_is_in_no_list_and_has_holidays() {
    assert_eq!(country("XK").unwrap().as_str(), "XK");
    assert!(country("ZZ").is_err() && country("").is_err());
}
