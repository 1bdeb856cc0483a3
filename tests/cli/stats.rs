//! What the figures say of lists that nobody here wrote.

use crate::support::{Desk, data, names};
use serde_json::{Value, json};
use std::collections::HashMap;

#[test]
fn scores_and_segments_as_the_r_package_has_them() {
    let Some(folder) = data("F01_rfm_orders_995") else { return };
    let desk = Desk::new();
    desk.ok(["import", "--as", "orders", folder.join("input/orders.csv").to_str().unwrap()]);
    let rfm = desk.json(["stats", "rfm", "--as-of", "2006-12-31", "--all", "--json"]);
    assert_eq!((&rfm["customers"], &rfm["orders"], &rfm["revenue"]), (&json!(995), &json!(4906), &json!("464158")));
    let wanted: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap();
    for (bin, key) in [("R", "r"), ("F", "f"), ("M", "m")] {
        let edges = |value: &Value| value.as_array().unwrap().iter().map(Value::to_string).collect::<Vec<_>>();
        assert_eq!(edges(&rfm["bins"][key]), edges(&wanted["bins"][bin]), "{bin}");
    }
    let segments = wanted["segments[customers,orders,revenue]"].as_object().unwrap();
    for (name, sums) in segments {
        let found = &rfm["segments"][name];
        let revenue = sums[2].to_string();
        assert_eq!(
            (&found["customers"], &found["orders"], found["revenue"].as_str()),
            (&sums[0], &sums[1], Some(&*revenue))
        );
    }
    assert_eq!(rfm["segments"].as_object().unwrap().len(), segments.len());
    let groups =
        ["loyal", "active", "dormant", "lost"].map(|group| rfm["groups"][group]["customers"].as_u64().unwrap());
    assert_eq!(groups.iter().sum::<u64>(), 995);
    let scores: HashMap<&str, &Value> =
        rfm["scores"].as_array().unwrap().iter().map(|it| (it["name"].as_str().unwrap(), it)).collect();
    let mut compared = 0;
    for row in csv::Reader::from_path(folder.join("input/expected_rfm_orders.csv")).unwrap().records() {
        let row = row.unwrap();
        let found = scores[&row[0]];
        let found = ["recency_days", "orders", "revenue", "r", "f", "m", "segment"].map(|key| found[key].to_string());
        let found: Vec<&str> = found.iter().map(|text| text.trim_matches('"')).collect();
        assert_eq!(found, [&row[1], &row[2], &row[3], &row[4], &row[5], &row[6], &row[8]], "{}", &row[0]);
        compared += 1;
    }
    assert_eq!(compared, 995);
}

#[test]
fn cdnow_as_its_analysts_counted_it() {
    let Some(folder) = data("F03_cdnow_sample") else { return };
    let desk = Desk::new();
    let file = folder.join("input/CDNOW_sample.txt");
    let args = ["import", "--as", "orders", "--no-header", "--delimiter", "spaces"];
    let map = ["--map", "customer=1", "--map", "date=3", "--map", "quantity=4", "--map", "amount=5"];
    desk.ok(args.into_iter().chain(map).chain([file.to_str().unwrap()]));
    let all = desk.json(["stats", "rfm", "--json"]);
    assert_eq!((&all["customers"], &all["orders"], &all["revenue"]), (&json!(2357), &json!(6919), &json!("244091.94")));
    let then = desk.json(["stats", "rfm", "--as-of", "1997-09-30", "--all", "--json"]);
    // On one day however often is one time, as the published summary counts.
    let mut days: HashMap<String, std::collections::BTreeSet<String>> = HashMap::new();
    for line in std::fs::read_to_string(&file).unwrap().lines() {
        let cells: Vec<&str> = line.split_whitespace().collect();
        if cells[2] <= "19970930" {
            days.entry(cells[0].to_owned()).or_default().insert(cells[2].to_owned());
        }
    }
    assert_eq!(days.values().filter(|days| days.len() == 1).count(), 1_411, "never repeated");
    assert_eq!(then["customers"], json!(days.len()));
    for score in then["scores"].as_array().unwrap() {
        let last = days[score["name"].as_str().unwrap()].last().unwrap();
        let last = chrono::NaiveDate::parse_from_str(last, "%Y%m%d").unwrap();
        let today: chrono::NaiveDate = "1997-09-30".parse().unwrap();
        assert_eq!(score["recency_days"], json!((today - last).num_days()));
    }
}

#[test]
fn money_in_several_currencies_is_never_added_up_in_silence() {
    let desk = Desk::new();
    let orders = desk.write("o.csv", "date,customer,amount,currency\n2026-11-01,X Y Ltd,10,USD\n2026-11-01,X Y Ltd,10,EUR\n2026-11-02,Z Q Ltd,9,USD\n2026-11-02,Z Q Ltd,9,JPY\n");
    desk.ok(["import", orders.to_str().unwrap()]);
    let config = desk.write("config.toml", "[rfm]\ncurrency = \"USD\"\n[rates]\nEUR = \"1.085\"\n");
    let run = |more: &[&str]| desk.ok(["--config", config.to_str().unwrap(), "stats", "rfm"].iter().chain(more));
    let said = run(&[]);
    assert!(said.contains("converted at 1.085") && said.contains("JPY"), "{said}");
    let rfm: Value = serde_json::from_str(&run(&["--json"])).unwrap();
    assert_eq!((&rfm["revenue"], &rfm["left_out"][0]["currency"]), (&json!("29.85"), &json!("JPY")));
}

#[test]
fn the_misfiled_and_why() {
    let desk = Desk::new().peopled();
    let mut list = "date,customer email,customer,amount,currency\n".to_owned();
    list.push_str("2026-06-01,anna@mueller-wt.de,,20,USD\n");
    list.push_str("2026-06-01,,Mulligan Pumps,9000,USD\n");
    let orders = desk.write("o.csv", &list);
    desk.ok(["import", "--as", "orders", orders.to_str().unwrap()]);
    let tiers = desk.json(["stats", "tiers", "--json"]);
    let found: Vec<(i64, &str, &str)> = tiers["customers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["customer"].as_i64().unwrap(), it["tier"].as_str().unwrap(), it["suggested"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [(2, "none", "A"), (1, "A", "C")]);
    assert!(tiers["customers"][0]["reason"].as_str().unwrap().contains("9,000 USD"), "{tiers}");
    assert_eq!(
        names(&desk.json(["list", "--view", "drift", "--json"])),
        ["Mulligan Pumps", "Müller Wassertechnik GmbH"]
    );
    desk.ok(["tier", "A", "2"]);
    desk.ok(["tier", "C", "1"]);
    assert!(desk.ok(["stats", "tiers"]).contains("Every tier fits"));
}
