//! export, backup, restore, check, and the modes of what is made.

use crate::support::{Desk, has_fields, names};
use serde_json::Value;

#[cfg(unix)]
fn mode(path: &std::path::Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
#[cfg(unix)]
fn what_is_made_is_private() {
    let desk = Desk::new().peopled();
    assert_eq!(mode(&desk.db()), 0o600);
    desk.ok(["backup"]);
    desk.ok(["backup", "copy.db"]);
    desk.ok(["export", "all.csv"]);
    for name in ["copy.db", "all.csv"] {
        assert_eq!(mode(&desk.path(name)), 0o600, "{name}");
    }
    let folder = desk.path("trade.backups");
    assert_eq!(mode(&folder), 0o700);
    for backup in std::fs::read_dir(folder).unwrap() {
        assert_eq!(mode(&backup.unwrap().path()), 0o600);
    }
    let mut home = desk.bare();
    let made = home.args(["add", "--name", "Usual"]).env("XDG_DATA_HOME", desk.path("data")).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    if cfg!(target_os = "linux") {
        assert_eq!(mode(&desk.path("data/tradewind")), 0o700);
        assert_eq!(mode(&desk.path("data/tradewind/trade.db")), 0o600);
    }
}

#[test]
fn an_export_is_read_back() {
    let desk = Desk::new().peopled();
    desk.ok(["plan", "1", "fri", "send PI"]);
    desk.ok(["export", "all.json"]);
    let text = std::fs::read_to_string(desk.path("all.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(names(&all), ["Müller Wassertechnik GmbH", "Mulligan Pumps", "义乌贸易"]);
    assert_eq!(all[0]["follow_ups"][0]["note"], "send PI");
    desk.ok(["export", "all.csv"]);
    let other = Desk::new();
    let report = other.json(["import".as_ref(), desk.path("all.csv").as_os_str(), "--json".as_ref()]);
    assert_eq!(report["created"], 3, "{report}");
    let back = other.json(["show", "muller", "--json"]);
    assert_eq!((&back["tier"], &back["country"]), (&Value::from("A"), &Value::from("DE")));
}

#[test]
fn an_export_may_be_of_one_or_of_a_view() {
    let desk = Desk::new().peopled();
    desk.ok(["export", "one.json", "--who", "yiwu"]);
    desk.ok(["export", "none.out", "--format", "json", "--view", "favourites"]);
    let read =
        |name: &str| -> Value { serde_json::from_str(&std::fs::read_to_string(desk.path(name)).unwrap()).unwrap() };
    assert_eq!(names(&read("one.json")), ["义乌贸易"]);
    assert_eq!(names(&read("none.out")), Vec::<String>::new());
    desk.fails(2, ["export", "what.ever"]);
    desk.fails(1, ["export", "trade.db", "--format", "csv"]);
    assert!(!desk.path("what.ever").exists());
    desk.ok(["check"]);
}

#[test]
fn a_backup_comes_back() {
    let desk = Desk::new().peopled();
    let whole = desk.ok(["list", "--json"]);
    assert!(desk.ok(["backup", "safe.db"]).contains("safe.db"));
    assert!(desk.fails(1, ["backup", "safe.db"]).contains("safe.db"), "nothing is written over");
    desk.ok(["undo", "2"]);
    desk.add("Newcomer", [""; 0]);
    desk.ok(["restore", "safe.db"]);
    assert_eq!(desk.ok(["list", "--json"]), whole);
    assert_eq!(desk.json(["history", "--json"]).as_array().unwrap().len(), 3);
    let kept = std::fs::read_dir(desk.path("trade.backups")).unwrap();
    let kept: Vec<String> = kept.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(kept.iter().any(|name| name.contains("before-restore")), "{kept:?}");
    desk.fails(1, ["restore", "nothing.db"]);
    let text =
        desk.write("text.db", "this is no customer file, whatever its name says, and it is long enough to be one");
    desk.fails(1, ["restore".as_ref(), text.as_os_str()]);
    assert_eq!(desk.ok(["list", "--json"]), whole);
}

#[test]
fn a_check_finds_a_whole_file_whole() {
    let desk = Desk::new().peopled();
    assert!(desk.ok(["check"]).contains("whole"));
    let report = desk.json(["check", "--json"]);
    has_fields(&report, &["file", "whole", "problems", "rows", "ops", "bytes"]);
    assert_eq!((&report["whole"], &report["rows"]["customer"], &report["ops"]), (&true.into(), &3.into(), &3.into()));
}

#[test]
fn a_damaged_file_is_told_and_left_alone() {
    let desk = Desk::new().peopled();
    let mut bytes = std::fs::read(desk.db()).unwrap();
    let from = bytes.len() / 2;
    bytes[from..from + 8192].fill(0xa5);
    std::fs::write(desk.db(), &bytes).unwrap();
    let said = desk.run(["check"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("trade.db"), "{said:?}");
    assert_eq!(std::fs::read(desk.db()).unwrap(), bytes);
}

#[test]
fn a_file_that_is_not_there_or_not_ours_is_told() {
    let desk = Desk::new();
    for verb in ["list", "due", "history", "check", "backup", "undo"] {
        assert!(desk.fails(1, [verb]).contains("trade.db"), "{verb}");
    }
    assert!(!desk.db().exists(), "looking makes no file");
    desk.write(
        "trade.db",
        "somebody's notes, longer than a header, which is a hundred bytes, so here is some more text for it",
    );
    assert!(desk.fails(1, ["add", "--name", "x"]).contains("trade.db"));
    assert!(std::fs::read_to_string(desk.db()).unwrap().starts_with("somebody's notes"));
}

#[test]
fn the_first_change_of_a_day_is_followed_by_a_backup() {
    let desk = Desk::new().peopled();
    let daily = |desk: &Desk| {
        let kept = std::fs::read_dir(desk.path("trade.backups")).unwrap();
        let names = kept.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.contains("daily")).count()
    };
    assert_eq!(daily(&desk), 1);
    desk.ok(["tier", "B", "1"]);
    assert_eq!(daily(&desk), 1);
    let desk = desk.at("2026-11-23T02:14:00Z");
    desk.ok(["list"]);
    assert_eq!(daily(&desk), 1, "looking is no change");
    desk.ok(["tier", "C", "1"]);
    desk.ok(["tier", "B", "1"]);
    assert_eq!(daily(&desk), 2);
}

#[test]
fn a_restore_of_nothing_says_where_backups_are() {
    let desk = Desk::new().peopled();
    let whole = desk.ok(["list", "--json"]);
    let said = desk.fails(1, ["restore", "nothing.db"]);
    assert!(said.contains("nothing.db") && said.contains("trade.backups") && !said.contains("--db"), "{said}");
    desk.write("empty.db", "");
    assert!(desk.fails(1, ["restore", "empty.db"]).contains("nothing was restored"));
    assert_eq!(desk.ok(["list", "--json"]), whole);
}

#[test]
fn a_backup_makes_no_folder() {
    let desk = Desk::new().peopled();
    assert!(desk.fails(1, ["backup", "no/where/safe.db"]).contains("no/where"));
    assert!(!desk.path("no").exists());
    desk.ok(["backup", "safe.db"]);
}

#[cfg(unix)]
#[test]
fn an_empty_file_becomes_a_private_board() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.write("trade.db", "");
    std::fs::set_permissions(desk.db(), PermissionsExt::from_mode(0o644)).unwrap();
    desk.add("Somebody", [""; 0]);
    assert_eq!(std::fs::metadata(desk.db()).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_check_names_keys_that_cannot_be_bound() {
    let desk = Desk::new().peopled();
    let config = desk.write("config.toml", "[keys]\nlog = [\"L\"]\nnonsense = [\"x\"]\nplan = [\"a\"]\n");
    let said = desk.run(["--config".as_ref(), config.as_os_str(), "check".as_ref()]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("nonsense") && said.err.contains('3'), "{said:?}");
    assert!(said.err.contains("plan") && said.err.contains('4'), "{said:?}");
    // Here it is the other command that loses its key, and has no line of its own.
    let config = desk.write("config.toml", "[keys]\n\ntier-a = [\"l\"]\n");
    let said = desk.run(["--config".as_ref(), config.as_os_str(), "check".as_ref()]);
    assert!(said.err.contains("log") && said.err.contains('3'), "{said:?}");
}
