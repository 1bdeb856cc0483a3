//! tier, log, plan, done, due, undo, redo, history: each run is a start of its own, so all of it outlives a restart.

use crate::support::{Desk, has_fields};
use serde_json::Value;

fn labels(desk: &Desk, state: &str) -> usize {
    let history = desk.json(["history", "--json", "--limit", "100"]);
    history.as_array().unwrap().iter().filter(|op| op["state"] == state).count()
}

#[test]
fn a_tier_is_one_step_for_all() {
    let desk = Desk::new().peopled();
    desk.ok(["tier", "b", "1", "mulligan", "yiwu_88"]);
    assert_eq!(desk.names(["list", "--json", "--tier", "B"]).len(), 3);
    assert_eq!(desk.ok(["history", "--limit", "1"]).lines().count(), 1);
    desk.ok(["undo"]);
    assert_eq!(desk.json(["show", "1", "--json"])["tier"], "A");
    assert_eq!(desk.json(["show", "2", "--json"])["tier"], "none");
    desk.ok(["redo"]);
    assert_eq!(desk.names(["list", "--json", "--tier", "B"]).len(), 3);
    desk.ok(["tier", "none", "1"]);
    assert_eq!(desk.json(["show", "1", "--json"])["tier"], "none");
    assert_eq!(desk.run(["tier", "D", "1"]).code, 2);
    let before = labels(&desk, "done");
    desk.ok(["tier", "none", "1"]);
    assert_eq!(labels(&desk, "done"), before, "what changes nothing is no step");
}

#[test]
fn everything_is_undone_and_redone_after_a_restart() {
    let desk = Desk::new().peopled();
    desk.ok(["tier", "C", "2"]);
    desk.ok(["plan", "2", "+3d", "call"]);
    let whole = desk.ok(["list", "--json"]);
    let out = desk.ok(["undo", "5"]);
    assert_eq!(out.lines().count(), 5, "{out}");
    assert_eq!(desk.names(["list", "--json"]), Vec::<String>::new());
    assert!(desk.fails(1, ["undo"]).contains("undo"));
    assert_eq!(labels(&desk, "undone"), 5);
    desk.ok(["redo", "5"]);
    assert_eq!(desk.ok(["list", "--json"]), whole);
    desk.fails(1, ["redo"]);
    let said = desk.run(["undo", "9"]);
    assert_eq!(
        (said.code, said.out.lines().count()),
        (1, 5),
        "as many as there are, and that it was not nine: {said:?}"
    );
}

#[test]
fn the_history_tells_each_step() {
    let desk = Desk::new().peopled();
    desk.ok(["tier", "C", "2"]);
    desk.ok(["undo"]);
    let history = desk.json(["history", "--json"]);
    let steps = history.as_array().unwrap();
    assert_eq!(steps.len(), 4);
    for step in steps {
        has_fields(step, &["op", "at", "label", "state", "changes"]);
        assert_eq!(step["at"], "2026-11-22T10:14:00+08:00");
    }
    assert_eq!((&steps[0]["state"], &steps[0]["changes"]), (&Value::from("undone"), &Value::from(1)));
    assert!(steps[0]["op"].as_i64() > steps[1]["op"].as_i64(), "the newest first");
    assert!(steps[1]["label"].as_str().unwrap().contains("义乌贸易"));
    desk.ok(["tier", "B", "3"]);
    assert_eq!(desk.json(["history", "--json"])[1]["state"], "undone", "undone for good is undone");
    assert_eq!(desk.json(["history", "--json", "--limit", "2"]).as_array().unwrap().len(), 2);
    let own = desk.json(["history", "--json", "--who", "mulligan"]);
    assert_eq!(own.as_array().unwrap().len(), 2, "{own}");
}

#[test]
fn follow_ups_come_due_and_are_closed() {
    let desk = Desk::new().peopled();
    desk.ok(["plan", "1", "2026-11-20", "send", "PI"]);
    desk.ok(["plan", "mulligan", "today"]);
    desk.ok(["plan", "3", "+2w", "fair"]);
    let due = desk.json(["due", "--json"]);
    let due = due.as_array().unwrap();
    assert_eq!(due.len(), 2);
    for line in due {
        has_fields(
            line,
            &[
                "customer",
                "name",
                "tier",
                "due",
                "overdue_days",
                "note",
                "local_time",
                "reachable",
                "window_opens",
                "window_closes",
                "channel",
            ],
        );
    }
    assert_eq!((&due[0]["customer"], &due[0]["overdue_days"]), (&Value::from(1), &Value::from(2)));
    assert_eq!((&due[0]["due"], &due[0]["note"]), (&Value::from("2026-11-20"), &Value::from("send PI")));
    assert_eq!(due[1]["overdue_days"], 0);
    assert_eq!(desk.json(["due", "--json", "--on", "2026-12-06"])[0]["customer"], 3);
    assert!(desk.ok(["due"]).contains("Mulligan"));
    assert_eq!(desk.names(["list", "--json", "--view", "due"]).len(), 2);

    desk.ok(["done", "1", "sent", "it"]);
    desk.ok(["done", "2"]);
    assert_eq!(desk.json(["due", "--json"]).as_array().unwrap().len(), 0);
    assert_eq!(desk.json(["show", "2", "--json"])["next_follow_up"], "2026-12-22", "a C hears from us in a month");
    let shown = desk.json(["show", "1", "--json"]);
    let late = |follow_up: &&Value| follow_up["state"] == "late";
    assert!(shown["follow_ups"].as_array().unwrap().iter().any(|it| late(&it)));
    assert_eq!(shown["timeline"][0]["text"], "sent it");
    assert!(desk.json(["show", "2", "--json"])["follow_ups"].to_string().contains("kept"));
    desk.ok(["undo"]);
    assert_eq!(desk.json(["due", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_time_may_be_theirs() {
    let desk = Desk::new().peopled();
    let out = desk.ok(["plan", "1", "fri 15:00", "call", "--theirs"]);
    assert!(out.contains("15:00 Europe/Berlin") && out.contains("2026-11-27 22:00"), "{out}");
    assert_eq!(desk.json(["show", "1", "--json"])["next_follow_up"], "2026-11-27T15:00:00+01:00");
    desk.ok(["plan", "2", "2026-12-01T15:00"]);
    assert_eq!(desk.json(["show", "2", "--json"])["next_follow_up"], "2026-12-01T15:00:00+08:00");
    desk.ok(["plan", "3", "tomorrow", "--theirs"]);
    assert_eq!(desk.json(["show", "3", "--json"])["next_follow_up"], "2026-11-23");
    let abroad = desk.add("Big Land", ["--country", "US"]);
    assert!(desk.fails(1, ["plan", &abroad.to_string(), "fri 15:00", "--theirs"]).contains("America/"));
    let nowhere = desk.add("Nowhere", [""; 0]);
    assert!(desk.fails(1, ["plan", &nowhere.to_string(), "fri 15:00", "--theirs"]).contains("Nowhere"));
}

#[test]
fn a_date_that_is_none_is_a_mistake_of_use() {
    let desk = Desk::new().peopled();
    assert!(desk.fails(2, ["plan", "1", "whenever"]).contains("whenever"));
    desk.fails(2, ["plan", "1", "2026-02-30"]);
    desk.fails(2, ["due", "--on", "whenever"]);
    assert_eq!(desk.json(["show", "1", "--json"])["next_follow_up"], "2026-11-30", "as the rhythm planned it");
}

#[test]
fn contacts_are_logged() {
    let desk = Desk::new().peopled();
    let said = desk.run(["log", "1", "--via", "WhatsApp", "--in", "hello", "there"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("2026-11-30"), "the next by the rhythm of an A: {said:?}");
    desk.ok(["log", "1", "--via", "email", "--at", "yesterday 15:00", "wrote"]);
    desk.ok(["log", "1", "--via", "phone", "--at", "09:00", "rang"]);
    desk.ok(["log", "1", "--via", "phone", "--at", "23:00", "rang late"]);
    desk.ok(["log", "1", "--via", "phone", "--at", "2026-11-01T08:00:00Z", "rang", "early"]);
    let timeline = desk.json(["show", "1", "--json"])["timeline"].clone();
    let told: Vec<(&str, &str)> = timeline
        .as_array()
        .unwrap()
        .iter()
        .map(|said| (said["at"].as_str().unwrap(), said["direction"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-11-22T10:14:00+08:00", "in"),
            ("2026-11-22T09:00:00+08:00", "out"),
            ("2026-11-21T23:00:00+08:00", "out"),
            ("2026-11-21T15:00:00+08:00", "out"),
            ("2026-11-01T16:00:00+08:00", "out"),
        ]
    );
    assert_eq!(timeline[0]["text"], "hello there");
    desk.fails(2, ["log", "1", "--via", "email", "--at", "tomorrow", "x"]);
    desk.fails(2, ["log", "1", "--via", "pigeon", "x"]);
    assert_eq!(desk.run(["log", "1", "--via", "email", "--in", "--out", "x"]).code, 2);
    assert_eq!(desk.run(["log", "1", "hello"]).code, 2);
    assert_eq!(desk.json(["show", "1", "--json"])["last_contact"], "2026-11-22T10:14:00+08:00");
}

#[test]
fn pause_leaves_a_customer_in_peace() {
    let desk = Desk::new().at("2026-11-22T10:14:00+08:00").peopled();
    desk.ok(["plan", "2", "2026-11-24", "call"]);
    let said = desk.ok(["pause", "2", "2026-12-12", "at", "the", "fair"]);
    assert!(said.contains("12 Dec 2026"), "{said}");
    let due = desk.json(["due", "--on", "2026-12-12", "--json"]);
    assert_eq!(due[0]["away_until"], "2026-12-12");
    desk.ok(["pause", "2", "none"]);
    assert_eq!(desk.json(["due", "--on", "2026-12-12", "--json"])[0]["away_until"], Value::Null);
    desk.fails(2, ["pause", "2", "2026-11-22"]);
    desk.fails(2, ["pause", "2", "whenever"]);
}

#[test]
fn a_logged_contact_closes_what_was_due_by_its_day() {
    let desk = Desk::new().peopled();
    desk.ok(["plan", "2", "today", "call"]);
    desk.ok(["plan", "2", "+3d", "send PI"]);
    let open = |desk: &Desk| {
        let shown = desk.json(["show", "2", "--json"]);
        shown["follow_ups"].as_array().unwrap().iter().filter(|it| it["state"] == "open").count()
    };
    assert_eq!(open(&desk), 2);
    desk.ok(["log", "2", "--via", "phone", "--at", "yesterday 15:00", "wrote"]);
    assert_eq!(open(&desk), 2, "an older contact does not do what is due today");
    desk.ok(["log", "2", "--via", "phone", "--out", "called"]);
    assert_eq!(open(&desk), 1);
    desk.ok(["undo"]);
    assert_eq!(open(&desk), 2);
}

#[test]
fn a_contact_closes_what_was_due_as_on_the_board() {
    let desk = Desk::new().peopled();
    desk.ok(["plan", "1", "2026-11-20", "send PI"]);
    desk.ok(["plan", "1", "today", "ask for the drawing"]);
    desk.ok(["plan", "1", "+2w", "fair"]);
    let states = |desk: &Desk| {
        let shown = desk.json(["show", "1", "--json"]);
        let follow_ups = shown["follow_ups"].as_array().unwrap().clone();
        let mut states: Vec<String> = follow_ups.iter().map(|it| it["state"].as_str().unwrap().to_owned()).collect();
        states.sort_unstable();
        states
    };
    desk.ok(["log", "1", "--via", "email", "--at", "2026-11-19T10:00", "before they were due"]);
    assert_eq!(states(&desk), ["open"; 3]);
    desk.ok(["log", "1", "--via", "email", "--in", "thanks, and the drawing?"]);
    assert_eq!(states(&desk), ["kept", "late", "open"], "by the customer's word as well as by ours");
    desk.ok(["undo"]);
    assert_eq!(states(&desk), ["open"; 3], "the contact and what it closed are one step");
}
