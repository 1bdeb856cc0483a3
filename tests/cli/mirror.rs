//! Statistics for scripts: the fields of the contract, counts that add up, no percentage of a handful.

use crate::support::{Desk, has_fields};
use serde_json::Value;

#[test]
fn follow_ups_kept_late_and_missed() {
    let desk = Desk::new().peopled();
    desk.ok(["plan", "1", "2026-11-20", "call"]);
    desk.ok(["plan", "2", "2026-11-21", "call"]);
    desk.ok(["done", "1"]);
    let said = desk.json(["stats", "follow-ups", "--json"]);
    has_fields(&said, &["as_of", "total", "tiers", "weeks", "earlier", "overdue", "streak_days", "best_streak_days"]);
    assert_eq!(said["as_of"], "2026-11-22");
    assert_eq!((&said["total"]["late"], &said["total"]["missed"]), (&1.into(), &1.into()));
    assert_eq!(said["tiers"]["A"]["late"], 1);
    assert!(said["total"]["rate"].is_null(), "two are a handful");
    assert_eq!(said["weeks"].as_array().unwrap().len(), 12);
    assert_eq!(said["weeks"][11]["week"], "2026-11-16");
    assert_eq!((&said["overdue"], &said["streak_days"]), (&1.into(), &0.into()));
    let before = desk.json(["stats", "follow-ups", "--as-of", "2026-11-20", "--json"]);
    assert_eq!((&before["as_of"], &before["overdue"]), (&"2026-11-20".into(), &0.into()));
    assert!(desk.ok(["stats", "follow-ups"]).contains("2026-11-16"));
}

#[test]
fn answers_by_channel_and_hour() {
    let desk = Desk::new().peopled();
    desk.ok(["log", "1", "--via", "email", "--out", "--at", "2026-11-10T10:00", "PI sent"]);
    desk.ok(["log", "1", "--via", "email", "--in", "--at", "2026-11-10T16:00", "thanks"]);
    desk.ok(["log", "2", "--via", "phone", "--out", "--at", "2026-11-12T16:00", "called"]);
    let said = desk.json(["stats", "answers", "--json"]);
    has_fields(&said, &["as_of", "sent", "answered", "rate", "median_hours", "by", "heat", "heat_unknown"]);
    assert_eq!((&said["sent"], &said["answered"]), (&2.into(), &1.into()));
    assert!(said["rate"].is_null() && said["median_hours"].is_null());
    has_fields(&said["by"], &["channel", "country", "tier", "stage", "segment", "template", "hour"]);
    has_fields(&said["by"]["channel"][0], &["key", "sent", "answered", "rate", "median_hours"]);
    for by in ["channel", "country", "tier", "stage", "segment", "template", "hour"] {
        let sent: u64 = said["by"][by].as_array().unwrap().iter().map(|it| it["sent"].as_u64().unwrap()).sum();
        assert_eq!(sent, 2, "{by}");
    }
    // 16:00 in Shanghai is 9:00 in Berlin, on a Tuesday.
    assert_eq!(said["heat"][1][9], 1);
    assert!(desk.ok(["--lang", "zh-CN", "stats", "answers"]).contains("渠道"));
}

#[test]
fn the_funnel() {
    let desk = Desk::new().peopled();
    let said = desk.json(["stats", "funnel", "--json"]);
    has_fields(&said, &["as_of", "stages", "lost", "lost_reasons", "outside", "stuck_count", "stuck"]);
    assert_eq!(said["outside"], 3);
    let stages = said["stages"].as_array().unwrap();
    assert_eq!(stages.len(), 7);
    has_fields(&stages[0], &["stage", "name", "reached", "conversion", "median_days", "stays", "here", "lost"]);
    assert!(desk.ok(["stats", "funnel"]).contains("S"), "says what to do");
    let list = desk.write("lost.csv", "Name,Stage\nMulligan Pumps,lost\n义乌贸易,quoted\n");
    desk.ok(["import", list.to_str().unwrap()]);
    let said = desk.ok(["stats", "funnel"]);
    assert!(said.contains("Lost 1: no reason written 1"), "{said}");
    assert_eq!(desk.run(["stats", "weather"]).code, 2);
}

#[test]
fn as_of_a_day_tiers_and_stages_are_that_days() {
    let desk = Desk::new().at("2026-10-01T02:00:00Z").peopled();
    let config = desk.write("lost.csv", "Name,Stage\nMulligan Pumps,quoted\n");
    desk.ok(["import", config.to_str().unwrap(), "--overwrite"]);
    desk.ok(["log", "1", "--via", "email", "--out", "PI sent"]);
    desk.ok(["log", "2", "--via", "phone", "--out", "called"]);
    let orders = "Customer,Order No,Date,Amount,Currency\nMulligan Pumps,7,2026-09-01,90000,USD\n\
        Müller Wassertechnik GmbH,8,2026-09-02,900,USD\n";
    let orders = desk.write("orders.csv", orders);
    desk.ok(["import", orders.to_str().unwrap(), "--as", "orders"]);
    let desk = desk.at("2026-11-01T02:00:00Z");
    desk.ok(["tier", "C", "1", "2"]);
    desk.ok(["tier", "B", "2"]);
    let list = desk.write("order.csv", "Name,Stage\nMulligan Pumps,order\n");
    desk.ok(["import", list.to_str().unwrap(), "--overwrite"]);
    desk.add("Later Ltd", [""; 0]);
    let desk = desk.at("2026-11-20T02:00:00Z");
    desk.ok(["tier", "A", "2"]);
    desk.ok(["undo"]);
    let by = |desk: &Desk, what: &str, day: &str| {
        let said = desk.json(["stats", "answers", "--as-of", day, "--json"]);
        let rates = said["by"][what].as_array().unwrap().iter();
        let mut keys: Vec<String> = rates.map(|it| it["key"].as_str().unwrap_or("-").to_owned()).collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(by(&desk, "tier", "2026-10-31"), ["A", "none"], "before the tiers were changed");
    assert_eq!(by(&desk, "tier", "2026-11-01"), ["B", "C"], "at the end of that day, the last word counts");
    assert_eq!(by(&desk, "tier", "2026-11-20"), ["B", "C"], "what was undone was never done");
    assert_eq!(by(&desk, "stage", "2026-10-31"), ["-", "quoted"]);
    assert_eq!(by(&desk, "stage", "2026-11-20"), ["-", "order"]);
    let funnel = |day: &str| {
        let said = desk.json(["stats", "funnel", "--as-of", day, "--json"]);
        let here = |stage: &Value| stage["here"].as_u64().unwrap() > 0;
        let stages = said["stages"].as_array().unwrap().iter().filter(|stage| here(stage));
        (
            stages.map(|it| it["stage"].as_str().unwrap().to_owned()).collect::<Vec<_>>(),
            said["outside"].as_u64().unwrap(),
        )
    };
    assert_eq!(funnel("2026-10-31"), (vec!["quoted".to_owned()], 2), "the later one was not there");
    assert_eq!(funnel("2026-11-20"), (vec!["order".to_owned()], 3));
    let filed = |day: &str| {
        let said = desk.json(["stats", "tiers", "--as-of", day, "--json"]);
        let misfiled = said["customers"].as_array().unwrap().iter().find(|it| it["name"] == "Mulligan Pumps");
        misfiled.map(|it| (it["tier"].clone(), it["suggested"].clone()))
    };
    assert_eq!(filed("2026-10-31"), Some(("none".into(), "A".into())));
    assert_eq!(filed("2026-11-20"), Some(("B".into(), "A".into())));
}
