//! list, find, show, add.

use crate::support::{Desk, has_fields, is_harmless, names};
use serde_json::Value;

const CUSTOMER: [&str; 13] = [
    "id",
    "name",
    "company",
    "country",
    "tier",
    "stage",
    "tags",
    "favourite",
    "zone",
    "local_time",
    "last_contact",
    "next_follow_up",
    "contacts",
];
const CHANNEL: [&str; 7] = ["kind", "handle", "e164", "url", "primary", "emergency", "retired"];

fn is_customer(customer: &Value) {
    has_fields(customer, &CUSTOMER);
    for contact in customer["contacts"].as_array().unwrap() {
        has_fields(contact, &["name", "role", "channels"]);
        for channel in contact["channels"].as_array().unwrap() {
            has_fields(channel, &CHANNEL);
        }
    }
}

fn channel(customer: &Value, kind: &str) -> Value {
    let contacts = customer["contacts"].as_array().unwrap().iter();
    let mut channels = contacts.flat_map(|contact| contact["channels"].as_array().unwrap());
    channels.find(|channel| channel["kind"] == kind).unwrap().clone()
}

#[test]
fn a_customer_is_as_the_contract_says() {
    let desk = Desk::new().peopled();
    let list = desk.json(["list", "--json"]);
    list.as_array().unwrap().iter().for_each(is_customer);
    let german = desk.json(["show", "1", "--json"]);
    is_customer(&german);
    has_fields(&german, &["timeline", "orders", "follow_ups"]);
    assert_eq!(german["country"], "DE");
    assert_eq!(german["tier"], "A");
    assert_eq!(german["zone"], "Europe/Berlin");
    assert_eq!(german["local_time"], "2026-11-22T03:14:00+01:00");
    let whatsapp = channel(&german, "whatsapp");
    assert_eq!(whatsapp["handle"], "0151 2345 6789");
    assert_eq!(whatsapp["e164"], "+4915123456789");
    assert_eq!(whatsapp["url"], "https://wa.me/4915123456789");
    assert_eq!(channel(&german, "email")["primary"], true);
}

#[test]
fn lists_are_filtered_and_ordered() {
    let desk = Desk::new().peopled();
    desk.ok(["tier", "C", "2"]);
    let list = |args: &[&str]| desk.names(["list", "--json"].iter().chain(args));
    assert_eq!(list(&["--tier", "A,C"]), ["Müller Wassertechnik GmbH", "Mulligan Pumps"]);
    assert_eq!(list(&["--tier", "none"]), ["义乌贸易"]);
    assert_eq!(list(&["--country", "germany"]), ["Müller Wassertechnik GmbH"]);
    assert_eq!(list(&["--country", "ie", "--tier", "A"]), Vec::<String>::new());
    assert_eq!(list(&["--sort", "country"]), ["义乌贸易", "Müller Wassertechnik GmbH", "Mulligan Pumps"]);
    assert_eq!(list(&["--sort", "tier", "--reverse"])[0], "义乌贸易");
    assert_eq!(list(&["--view", "favourites"]), Vec::<String>::new());
    assert_eq!(list(&["--tag", "vip"]), Vec::<String>::new());
    assert_eq!(list(&["--stage", "inquiry"]), Vec::<String>::new());
}

#[test]
fn names_that_are_not_there_are_told() {
    let desk = Desk::new().peopled();
    assert!(desk.fails(1, ["list", "--view", "nope"]).contains("open-sea"));
    assert!(desk.fails(2, ["list", "--tier", "D"]).contains('D'));
    assert!(desk.fails(2, ["list", "--sort", "colour"]).contains("country"));
    assert!(desk.fails(2, ["list", "--country", "Atlantis"]).contains("Atlantis"));
    assert!(desk.fails(2, ["find", "mul", "--channel", "pigeon"]).contains("whatsapp"));
}

#[test]
fn a_table_is_straight_whatever_is_in_it() {
    let desk = Desk::new().peopled();
    let out = desk.ok(["list", "--sort", "country"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 4, "{out}");
    let cells_before = |line: &str, mark: &str| tradewind::domain::Safe::new(&line[..line.find(mark).unwrap()]).width();
    assert_eq!(cells_before(lines[1], "CN"), cells_before(lines[2], "DE"), "{out}");
    assert!(!out.contains('\u{1b}'), "no colours in a pipe");
    assert!(desk.ok(["list", "--color", "always"]).contains('\u{1b}'));
}

#[test]
fn find_is_the_search_of_the_board() {
    let desk = Desk::new().peopled();
    let find = |args: &[&str]| names(&desk.json(["find", "--json"].iter().chain(args)));
    assert_eq!(find(&["muller"]), ["Müller Wassertechnik GmbH"]);
    assert_eq!(find(&["yiwu"]), ["义乌贸易"]);
    assert_eq!(find(&["8001234"]), ["Mulligan Pumps"]);
    assert_eq!(find(&["mul", "--channel", "phone"]), ["Mulligan Pumps"]);
    assert_eq!(find(&["mul", "--limit", "1"]).len(), 1);
    assert_eq!(find(&["qqqqqq"]), Vec::<String>::new());
    let out = desk.ok(["find", "muller", "--channel", "WhatsApp"]);
    assert!(out.contains("0151 2345 6789"), "{out}");
}

#[test]
fn there_is_nothing_to_copy_of_nobody() {
    let desk = Desk::new().peopled();
    assert!(desk.fails(1, ["find", "qqqqqq", "--copy"]).contains("qqqqqq"));
}

#[test]
fn show_tells_people_everything() {
    let desk = Desk::new().peopled();
    desk.ok(["log", "1", "--via", "whatsapp", "--in", "price", "for", "500?"]);
    desk.ok(["plan", "1", "fri 15:00", "send PI"]);
    let out = desk.ok(["show", "1"]);
    for part in
        ["Müller Wassertechnik GmbH", "Germany", "Anna@mueller-wt.de", "price for 500?", "2026-11-27 15:00", "send PI"]
    {
        assert!(out.contains(part), "{part}: {out}");
    }
}

#[test]
fn adding_keeps_what_was_written() {
    let desk = Desk::new();
    let said = desk.run(["add", "--name", "Odd", "--channel", "phone=call me maybe", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let odd: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(channel(&odd, "phone")["handle"], "call me maybe");
    assert_eq!(channel(&odd, "phone")["e164"], Value::Null);
    assert!(!said.err.is_empty(), "that it is no phone number is said");
    assert!(desk.ok(["add", "--name", "Plain"]).contains("Plain"));
    let known = desk.run(["add", "--name", "Twin", "--channel", "email=a@b.example"]);
    assert_eq!((known.code, &*known.err), (0, ""));
    let twin = desk.run(["add", "--name", "Twin 2", "--channel", "email=A@B.example"]);
    assert!(twin.err.contains("Twin (id 3)"), "{twin:?}");
    assert!(desk.fails(2, ["add", "--name", " "]).contains("name"));
    assert!(desk.fails(2, ["add", "--name", "x", "--channel", "email"]).contains("KIND=HANDLE"));
    assert_eq!(desk.run(["add"]).code, 2);
}

#[test]
fn hostile_names_are_harmless_on_the_way_out() {
    let desk = Desk::new();
    let name = "evil\u{1b}]0;x\u{7}\u{202e}gnp\u{200b}\u{e0041}\u{9b}31m\u{61c}";
    desk.add(name, ["--channel", "wechat=\u{1b}[2J\u{2066}handle"]);
    desk.ok(["log", "1", "--via", "wechat", "\u{1b}[31mred\u{202e}"]);
    desk.ok(["plan", "1", "today", "\u{1b}c\u{feff}"]);
    for verb in ["list", "due", "history"] {
        assert!(is_harmless(&desk.ok([verb])), "{verb}");
        let json = desk.ok([verb, "--json"]);
        assert!(json.trim_end().chars().all(|c| !c.is_control()) && is_harmless(&json), "{verb}: {json}");
    }
    assert!(is_harmless(&desk.ok(["show", "1"])));
    assert!(is_harmless(&desk.ok(["find", "evil"])));
    let shown = desk.json(["show", "1", "--json"]);
    assert_eq!(shown["name"], name, "JSON loses nothing");
    let said = desk.run(["show", "no\u{1b}[31msuch"]);
    assert!(said.code == 1 && is_harmless(&said.err), "{said:?}");
    let usage = desk.run(["no\u{1b}[31msuch"]);
    assert!(usage.code == 2 && is_harmless(&usage.err), "{usage:?}");
}

#[test]
fn whom_to_reach_before_a_long_holiday() {
    let desk = Desk::new().at("2026-09-15T02:00:00Z");
    for (name, day) in [("Before Ltd", "2026-09-20"), ("Within Ltd", "2026-10-03"), ("After Ltd", "2026-10-08")] {
        desk.ok(["add", "--name", name, "--country", "US", "--tier", "C"]);
        desk.ok(["plan", name, day]);
    }
    assert_eq!(names(&desk.json(["list", "--view", "holidays", "--json"])), ["Within Ltd", "After Ltd"]);
    let refused = desk.run(["list", "--view", "nonsense"]);
    assert!(refused.err.contains("drift, holidays"), "{}", refused.err);
}

#[test]
fn an_hour_there_that_is_tomorrow_here_is_not_yet_due() {
    let desk = Desk::new();
    desk.ok(["add", "--name", "Gulf Pumps", "--country", "AE"]);
    desk.ok(["plan", "Gulf Pumps", "2026-11-22T22:00", "--theirs", "call"]);
    let coloured = |now: &str| {
        let out = desk
            .bare()
            .args(["--db", desk.db().to_str().unwrap(), "--now", now, "--zone", "Asia/Shanghai"])
            .args(["list", "--color", "always"])
            .output()
            .unwrap();
        String::from_utf8(out.stdout).unwrap()
    };
    let red = |out: &str| out.contains("\u{1b}[31m2026-11-22 22:00");
    assert!(!red(&coloured("2026-11-22T02:14:00Z")), "{}", coloured("2026-11-22T02:14:00Z"));
    assert!(red(&coloured("2026-11-23T02:14:00Z")), "{}", coloured("2026-11-23T02:14:00Z"));
}

/// Their own fair first, no samples, the quoted ones under another name.
const FUNNEL: &str = "[stages]\norder = [\"fair\", \"inquiry\", \"order\", \"quoted\", \"lost\"]\n\
    [stages.names]\nfair = \"广交会\"\nquoted = \"Offer out\"\n";

#[test]
fn stages_are_the_exporters_own() {
    let desk = Desk::new();
    let config = desk.write("own.toml", FUNNEL);
    let with = |args: &[&str]| {
        let config = ["--config", config.to_str().unwrap()];
        config.iter().chain(args).map(|arg| (*arg).to_owned()).collect::<Vec<_>>()
    };
    let list = "Name,Stage\nOne,广交会\nTwo,offer out\nThree,Order\nFour,lost\nFive,sample\nSix,已报价\n";
    let list = desk.write("list.csv", list);
    let said = desk.json(with(&["import", list.to_str().unwrap(), "--json"]));
    assert_eq!(said["created"], 6);
    let stages = desk.json(with(&["list", "--json", "--sort", "stage"]));
    let stages: Vec<_> =
        stages.as_array().unwrap().iter().map(|it| (it["name"].as_str().unwrap(), it["stage"].as_str())).collect();
    let none = [("Five", None), ("Six", Some("quoted"))];
    assert_eq!(stages[..3], [("One", Some("fair")), ("Three", Some("order")), none[1]]);
    assert_eq!(stages[3..], [("Two", Some("quoted")), ("Four", Some("lost")), none[0]]);
    assert_eq!(
        names(&desk.json(with(&["list", "--json", "--sort", "name", "--stage", "广交会,OFFER OUT"]))),
        ["One", "Six", "Two"]
    );
    assert!(desk.ok(with(&["show", "2"])).contains("Offer out"));
    let refused = desk.fails(2, with(&["list", "--stage", "sample"]));
    assert!(refused.contains("fair, inquiry, order, quoted, lost"), "{refused}");
    // Without the configuration they are still there, as they are written.
    assert!(desk.ok(["show", "1"]).contains("fair"));
    assert_eq!(names(&desk.json(["list", "--json", "--stage", "fair"])), ["One"]);
    let out = desk.path("out.csv");
    desk.ok(with(&["export", out.to_str().unwrap()]));
    assert!(std::fs::read_to_string(&out).unwrap().contains("fair"));
    let again = desk.json(with(&["import", out.to_str().unwrap(), "--json"]));
    assert_eq!((&again["created"], &again["unchanged"]), (&0.into(), &6.into()), "{again}");
}
