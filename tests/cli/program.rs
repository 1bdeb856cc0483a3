//! What holds for every subcommand: where the file is, which language, how it ends.

use crate::support::{Desk, NOW, said};
use std::process::{Command, Stdio};

const VERBS: [&str; 26] = [
    "demo",
    "import",
    "find",
    "list",
    "show",
    "add",
    "tier",
    "log",
    "plan",
    "done",
    "pause",
    "due",
    "next-workday",
    "undo",
    "redo",
    "history",
    "export",
    "backup",
    "replan",
    "restore",
    "check",
    "verify",
    "why",
    "stats",
    "completions",
    "man",
];

#[test]
fn help_is_in_both_languages() {
    let desk = Desk::new();
    let english = desk.ok(["--help"]);
    let chinese = desk.ok(["--help", "--lang", "zh-CN"]);
    for verb in VERBS {
        assert!(english.contains(&format!("  {verb} ")) && chinese.contains(&format!("  {verb} ")), "{verb}");
        let own = desk.ok([verb, "--help"]);
        assert!(own.contains("tradewind"), "{verb}: {own}");
        assert!(!own.contains('‹'), "a word is missing: {own}");
        let own = desk.ok([verb, "--help", "--lang=zh-CN"]);
        assert!(own.contains("用法") && !own.contains('‹'), "{own}");
        assert_eq!(desk.ok(["help", verb]), desk.ok([verb, "--help"]));
    }
    assert!(chinese.contains("用法"), "{chinese}");
    let listed = english.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let listed = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let listed: Vec<&str> = listed.filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(listed.len(), VERBS.len() + 1, "a verb that this test does not know: {listed:?}");
    let list = desk.ok(["list", "--help"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let views =
        tradewind::domain::view::Builtin::ALL.map(|view| view.as_str()).into_iter().chain(["drift", "holidays"]);
    let sorts = tradewind::domain::view::Sort::ALL.map(|sort| sort.as_str());
    for word in views.chain(sorts) {
        assert!(list.contains(&format!("{word},")) || list.contains(&format!("{word} ")), "{word}: {list}");
    }
    assert!(desk.ok(["--version"]).starts_with("tradewind "));
}

#[test]
fn answers_are_in_the_language_asked_for() {
    let desk = Desk::new().peopled();
    assert!(desk.ok(["tier", "C", "2", "--lang", "zh-CN"]).contains("Mulligan Pumps"));
    assert!(desk.fails(1, ["show", "zzz", "--lang", "zh-CN"]).contains("没有客户"));
    assert!(desk.fails(2, ["plan", "1", "whenever", "--lang", "zh-CN"]).contains("whenever"));
    assert!(desk.ok(["plan", "1", "下周一", "打电话", "--lang", "zh-CN"]).contains("已安排"));
    let label = desk.json(["history", "--json", "--limit", "1", "--lang", "zh-CN"])[0]["label"].clone();
    assert!(label.as_str().unwrap().chars().any(|c| c > '\u{4e00}'), "{label}");
    desk.fails(2, ["list", "--lang", "tlh"]);
}

#[test]
fn the_environment_and_the_configuration_are_heard() {
    let desk = Desk::new().peopled();
    let list = |setup: &dyn for<'c> Fn(&'c mut Command) -> &'c mut Command| {
        let mut command = desk.bare();
        command.arg("show").arg("zzz");
        setup(&mut command);
        said(&mut command)
    };
    let db = desk.db();
    assert!(list(&|command| command.env("TRADEWIND_DB", &db)).err.contains("zzz"));
    let said_zh = list(&|command| command.env("TRADEWIND_DB", &db).env("LANG", "zh_CN.UTF-8"));
    assert!(said_zh.err.contains("没有客户"), "{said_zh:?}");
    let config = desk.write("config.toml", "language = \"zh-CN\"\nzone = \"Asia/Shanghai\"\n");
    let said_zh = list(&|command| command.arg("--db").arg(&db).arg("--config").arg(&config));
    assert!(said_zh.err.contains("没有客户"), "{said_zh:?}");
    let said_en = list(&|command| command.arg("--db").arg(&db).arg("--config").arg(&config).args(["--lang", "en"]));
    assert!(said_en.err.contains("No customer"), "{said_en:?}");
    let mut now = desk.bare();
    now.arg("--db").arg(&db).args(["history", "--json", "--zone", "Europe/Berlin"]).env("TRADEWIND_NOW", NOW);
    assert!(said(&mut now).out.contains("2026-11-22T03:14:00+01:00"));
    assert!(list(&|command| command.arg("--config").arg("nowhere.toml")).err.contains("nowhere.toml"));
}

#[test]
fn a_mistake_in_the_configuration_is_told_and_passed_over() {
    let desk = Desk::new().peopled();
    let config = desk.write("bad.toml", "zone = \"Mars/Olympus\"\n");
    let mut command = desk.bare();
    let said = said(command.arg("--db").arg(desk.db()).args(["list", "--json", "--config"]).arg(config));
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("line 1") && said.err.contains("Mars/Olympus"), "{said:?}");
    assert!(serde_json::from_str::<serde_json::Value>(&said.out).is_ok());
}

#[test]
fn mistakes_of_use_are_two() {
    let desk = Desk::new();
    for args in [
        &["nonsense"][..],
        &["list", "--nonsense"],
        &["show"],
        &["undo", "0"],
        &["undo", "x"],
        &["list", "--zone", "Mars/Olympus"],
        &["list", "--color", "sometimes"],
        &["export"],
        &["completions", "nonsense"],
    ] {
        let said = desk.run(args);
        assert_eq!((said.code, &*said.out), (2, ""), "{args:?}: {said:?}");
        assert!(!said.err.is_empty());
    }
    let mut bad_now = desk.bare();
    assert_eq!(said(bad_now.args(["list", "--now", "later"])).code, 2);
}

#[test]
fn the_board_asks_for_a_terminal() {
    let desk = Desk::new();
    assert!(desk.fails(1, [""; 0]).contains("terminal"));
    assert!(desk.fails(1, ["demo", "--customers", "5"]).contains("terminal"));
    assert!(!desk.db().exists());
    assert_eq!(desk.run(["demo", "--customers", "0"]).code, 2);
}

#[test]
fn a_reader_that_goes_away_is_a_quiet_end() {
    let desk = Desk::new().peopled();
    let mut command = desk.bare();
    command.arg("--db").arg(desk.db()).args(["list", "--json"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{output:?}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn shells_and_man_get_their_texts() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = desk.ok(["completions", shell]);
        assert!(text.contains("tradewind") && text.contains("history"), "{shell}");
    }
    let man = desk.ok(["man"]);
    assert!(man.contains(".TH tradewind 1") && man.contains(".SH SYNOPSIS"), "{man}");
    for verb in VERBS {
        assert!(man.contains(&format!(".SH {}", verb.to_uppercase())), "{verb}");
    }
}
