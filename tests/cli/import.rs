//! import: counts that add up, one op, and nothing twice.

use crate::bombs::bombs;
use crate::support::{Desk, data, is_harmless};
use serde_json::Value;
use std::ffi::OsStr;
use std::path::Path;

const TABLE: &str = "Company,Contact,E-mail,Country\nAcme Ltd,Ann Lee,ann@acme.example,United Kingdom\n\
    Beta GmbH,Bob Ott,bob@beta.example,Germany\n";

fn import(desk: &Desk, files: &[&Path], more: &[&str]) -> Value {
    let args = [OsStr::new("import"), OsStr::new("--json")].into_iter();
    let args = args.chain(files.iter().map(|file| file.as_os_str())).chain(more.iter().map(OsStr::new));
    let report = desk.json(args);
    for field in ["read", "created", "updated", "unchanged", "skipped", "failed", "problems", "op"] {
        assert!(report.get(field).is_some(), "{field} is not in {report}");
    }
    let sum: i64 =
        ["created", "updated", "unchanged", "skipped", "failed"].iter().map(|part| count(&report, part)).sum();
    assert_eq!(count(&report, "read"), sum, "{report}");
    report
}

fn count(report: &Value, field: &str) -> i64 {
    report[field].as_i64().unwrap()
}

#[test]
fn a_file_is_one_op_and_nothing_twice() {
    let desk = Desk::new();
    let file = desk.write("buyers.csv", TABLE);
    let report = import(&desk, &[&file], &[]);
    assert_eq!((count(&report, "created"), count(&report, "op")), (2, 1));
    let again = import(&desk, &[&file], &[]);
    assert_eq!((count(&again, "unchanged"), &again["op"]), (2, &Value::Null));
    desk.ok(["undo"]);
    assert_eq!(desk.names(["list", "--json"]), Vec::<String>::new());
    desk.ok(["redo"]);
    assert_eq!(desk.json(["show", "ann@acme.example", "--json"])["country"], "GB");
}

#[test]
fn a_dry_run_shows_and_writes_nothing() {
    let desk = Desk::new();
    let file = desk.write("buyers.csv", TABLE);
    let report = import(&desk, &[&file], &["--dry-run"]);
    assert_eq!((count(&report, "created"), &report["op"]), (2, &Value::Null));
    assert!(!desk.db().exists());
    let out = desk.ok([OsStr::new("import"), file.as_os_str(), OsStr::new("--dry-run")]);
    for part in ["buyers.csv", "Company", "Acme Ltd", "2 rows read: 2 new"] {
        assert!(out.contains(part), "{part}: {out}");
    }
    assert!(!desk.db().exists());
    desk.add("Somebody", [""; 0]);
    import(&desk, &[&file], &["--dry-run"]);
    assert_eq!(desk.names(["list", "--json"]), ["Somebody"]);
}

#[test]
fn several_files_are_one_op() {
    let desk = Desk::new();
    let one = desk.write("one.csv", TABLE);
    let two = desk.write("two.csv", "Company;Phone\nGamma SA;+33 1 42 68 53 00\nBeta GmbH;+49 30 901820\n");
    let report = import(&desk, &[&one, &two], &["--as", "customers"]);
    assert_eq!((count(&report, "read"), count(&report, "op")), (4, 1));
    desk.ok(["undo"]);
    assert_eq!(desk.names(["list", "--json"]), Vec::<String>::new());
}

#[test]
fn columns_can_be_named() {
    let desk = Desk::new();
    let file = desk.write("odd.txt", "Zeta|zoe@zeta.example|x1\nEta|eva@eta.example|x2\n");
    let more = ["--no-header", "--delimiter", "|", "--map", "company=1", "--map", "email=2", "--map", "ignore=3"];
    assert_eq!(count(&import(&desk, &[&file], &more), "created"), 2);
    assert_eq!(desk.json(["show", "eva@eta.example", "--json"])["name"], "Eta");
    let path = file.to_str().unwrap();
    assert!(desk.fails(2, ["import", path, "--map", "colour=1"]).contains("company"));
    assert!(desk.fails(2, ["import", path, "--map", "company"]).contains("FIELD=COLUMN"));
    desk.fails(2, ["import", path, "--delimiter", "abc"]);
    desk.fails(1, ["import", path, "--map", "company=Nowhere"]);
    desk.fails(1, ["import", path, "--encoding", "klingon"]);
}

#[test]
fn a_bad_file_writes_nothing() {
    let desk = Desk::new();
    let good = desk.write("good.csv", TABLE);
    assert!(desk.fails(1, [OsStr::new("import"), good.as_os_str(), OsStr::new("gone.csv")]).contains("gone.csv"));
    assert!(!desk.db().exists());
    assert_eq!(desk.run(["import"]).code, 2);
    assert_eq!(desk.run(["import", "x.csv", "--as", "payments"]).code, 2);
}

#[test]
fn northwind_goes_in_once() {
    let Some(folder) = data("F02_northwind/input") else { return };
    let desk = Desk::new();
    let file = folder.join("Customers.csv");
    let report = import(&desk, &[&file], &[]);
    assert_eq!(count(&report, "read"), 93);
    let there = desk.names(["list", "--json"]).len();
    assert_eq!(i64::try_from(there).unwrap(), count(&report, "created"));
    let again = import(&desk, &[&file], &[]);
    assert_eq!((count(&again, "unchanged"), &again["op"]), (93, &Value::Null), "{again}");
    assert_eq!(desk.json(["show", "alfreds", "--json"])["zone"], "Europe/Berlin");
    desk.ok(["undo"]);
    assert_eq!(desk.names(["list", "--json"]).len(), 0);
}

#[test]
fn real_inquiries_go_in_once() {
    let Some(folder) = data("F04_alibaba_rfq_world/input") else { return };
    let desk = Desk::new();
    let files = ["ae_2025-07-14", "world_2025-07-16"].map(|name| folder.join(name).join("alibaba_rfqs.csv"));
    let files: Vec<&Path> = files.iter().map(AsRef::as_ref).collect();
    let report = import(&desk, &files, &[]);
    assert_eq!((count(&report, "read"), count(&report, "created")), (120, 120), "{report}");
    let inquiries = desk.json(["list", "--json", "--view", "inquiries"]);
    assert!(!inquiries.as_array().unwrap().is_empty());
    assert_eq!(desk.names(["list", "--json", "--stage", "inquiry"]).len(), 120, "every one is an inquiry");
    let again = import(&desk, &files, &[]);
    assert_eq!((count(&again, "created"), &again["op"]), (0, &Value::Null), "{again}");
}

#[test]
fn naughty_names_go_in_and_come_out_harmless() {
    let desk = Desk::new();
    let file = desk
        .write("naughty.csv", "Company,E-mail\n\u{202e}evil\u{1b}[31m,a@b.example\n=cmd|' /C calc'!A0,c@d.example\n");
    assert_eq!(count(&import(&desk, &[&file], &[]), "created"), 2);
    let out = desk.ok([OsStr::new("import"), file.as_os_str(), OsStr::new("--dry-run")]);
    assert!(crate::support::is_harmless(&out), "{out}");
    assert!(crate::support::is_harmless(&desk.ok(["list"])));
}

#[test]
fn a_file_says_itself_what_it_is() {
    let desk = Desk::new();
    let mail = desk.write(
        "inbox",
        "From: Rosa <rosa@mar.example>\nDate: Mon, 2 Nov 2026 10:00:00 +0100\nSubject: Lamps\n\n500?\n",
    );
    assert_eq!(count(&import(&desk, &[&mail], &["--as", "auto"]), "created"), 1);
    let table = desk.write("buyers.csv", TABLE);
    assert_eq!(count(&import(&desk, &[&table], &[]), "created"), 2);
    let (mail, table) = (mail.to_str().unwrap(), table.to_str().unwrap());
    assert!(desk.fails(2, ["import", mail, table]).contains("do not go into one import"));
}

#[test]
fn json_is_no_table() {
    let desk = Desk::new();
    desk.add("Somebody", [""; 0]);
    let out = desk.path("out.json");
    desk.ok([OsStr::new("export"), out.as_os_str()]);
    assert!(desk.fails(1, [OsStr::new("import"), out.as_os_str()]).contains("JSON"));
    let other = desk.write("other.txt", "\n[{\"name\": \"Ann\"}]\n");
    assert!(desk.fails(1, [OsStr::new("import"), other.as_os_str()]).contains("JSON"));
    let table = desk.write("odd.csv", "[Company],E-mail\nAcme Ltd,ann@acme.example\n");
    assert_eq!(count(&import(&desk, &[&table], &[]), "created"), 1);
}

#[test]
fn an_address_that_cannot_be_read_is_listed_with_its_line() {
    let desk = Desk::new();
    let file = desk.write("odd.csv", "Company,E-mail,Country\nAcme Ltd,ann@acme.example,GB\nBeta,bob(at)beta,DE\n");
    let report = import(&desk, &[&file], &["--dry-run"]);
    let problems = report["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 1, "{report}");
    assert_eq!(problems[0]["line"], 3);
    assert!(problems[0]["reason"].as_str().unwrap().contains("bob(at)beta"));
}

#[test]
fn mail_that_would_do_harm_is_told_line_by_line_and_the_rest_goes_in() {
    let desk = Desk::new();
    let file = desk.write("inbox.mbox", &bombs());
    let said = desk.run([OsStr::new("import"), file.as_os_str(), OsStr::new("--as"), OsStr::new("mail")]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(is_harmless(&said.out) && is_harmless(&said.err));
    let all = format!("{}{}", said.out, said.err);
    for line in ["2", "3", "5"] {
        assert!(all.contains(&format!(":{line}")) || all.contains(&format!("{line}:")), "{line}: {all}");
    }
    let report = import(&desk, &[&file], &["--as", "mail"]);
    assert_eq!((count(&report, "read"), count(&report, "unchanged"), count(&report, "failed")), (6, 3, 3), "{report}");
    assert_eq!(desk.names(["list", "--json"]).len(), 3);
    let shown = desk.ok(["show", "b4@far.example"]);
    assert!(is_harmless(&shown) && shown.contains("Pay now"), "{shown}");
}
