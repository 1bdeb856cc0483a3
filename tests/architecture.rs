//! The walls of the house: who may import whom, how long a file gets, and what may be written where.
//! These tests read the sources; nothing is run.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "architecture/manifest.rs"]
mod manifest;
#[path = "architecture/sources.rs"]
mod sources;

use manifest::{dependencies, manifest};
use sources::{Source, built, code_of, names, none, places, sources};
use std::collections::BTreeSet;
use tradewind::command::table::TABLE;
use tradewind::reference::{Lang, Words};

/// Files longer than this are named; longer than [`TOO_LONG`], refused.
const LONG: usize = 450;
const TOO_LONG: usize = 600;

/// Which rooms a room may import from, beside itself.
const WALLS: &[(&str, &[&str])] = &[
    (
        "cli",
        &[
            "runtime",
            "ui",
            "app",
            "command",
            "store",
            "intake",
            "outlet",
            "config",
            "demo",
            "search",
            "reference",
            "domain",
        ],
    ),
    (
        "runtime",
        &["ui", "app", "command", "store", "intake", "outlet", "config", "demo", "search", "reference", "domain"],
    ),
    ("ui", &["app", "command", "search", "reference", "domain"]),
    ("app", &["command", "search", "reference", "domain"]),
    ("command", &["search", "reference", "domain"]),
    ("store", &["search", "reference", "domain"]),
    ("intake", &["search", "reference", "domain"]),
    ("outlet", &["search", "reference", "domain"]),
    ("config", &["search", "reference", "domain"]),
    ("demo", &["search", "reference", "domain"]),
    ("search", &["domain"]),
    ("reference", &["domain"]),
    ("domain", &[]),
];

#[test]
fn rooms_import_only_from_rooms_below() {
    let mut found = Vec::new();
    for source in built().filter(|source| !matches!(&*source.room, "main" | "lib")) {
        let Some((_, below)) = WALLS.iter().find(|(room, _)| *room == source.room) else {
            found.push(format!("{}: a room that the walls do not know", source.path));
            continue;
        };
        for used in source.rooms_used() {
            let room = WALLS.iter().any(|(room, _)| *room == used);
            if room && used != source.room && !below.contains(&&*used) {
                found.push(format!("{} imports {used}", source.path));
            }
        }
    }
    none(found, "imports go top to bottom only");
}

#[test]
fn the_walls_have_no_circles() {
    for (at, (room, below)) in WALLS.iter().enumerate() {
        for other in *below {
            let place = WALLS.iter().position(|(name, _)| name == other).unwrap();
            assert!(place > at, "{room} stands above {other} and below it");
        }
    }
}

#[test]
fn each_outer_crate_has_its_room() {
    none(places(&["rusqlite::"], &["store"]), "only the store knows SQLite");
    none(places(&["ratatui::"], &["ui", "runtime"]), "only ui and runtime know ratatui");
    none(places(&["crossterm::"], &["ui", "runtime", "cli/out"]), "only the edges know the terminal");
    none(places(&["jiff::"], &["reference/zones"]), "one place knows jiff");
    none(places(&["anyhow::"], &["cli", "runtime", "main"]), "errors have types below the edges");
    none(places(&["clap::"], &["cli"]), "only the command line knows clap");
    let disk = ["store", "intake", "outlet", "config", "runtime", "cli", "main"];
    none(places(&["std::fs", "std::process", "std::net", "std::env"], &disk), "app, ui and all below do no I/O");
}

#[test]
fn the_domain_knows_nobody() {
    const KNOWN: [&str; 7] =
        ["arcstr", "chrono", "serde", "serde_json", "thiserror", "unicode_width", "unicode_segmentation"];
    let mut found = Vec::new();
    for source in built().filter(|source| source.room == "domain") {
        for name in dependencies().iter().filter(|name| !KNOWN.contains(&&***name)) {
            if names(&source.code, &format!("{name}::")) {
                found.push(format!("{} uses {name}", source.path));
            }
        }
    }
    none(found, "the domain is std, chrono and serde");
}

#[test]
fn no_file_is_called_mod() {
    let found = sources().into_iter().filter(|source| source.path.ends_with("mod.rs")).map(|source| source.path);
    none(found.collect(), "a parent file stands beside its folder");
}

#[test]
fn files_are_read_in_one_sitting() {
    let mut too_long = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > TOO_LONG {
            too_long.push(format!("{}: {lines} lines", source.path));
        } else if lines > LONG {
            println!("{}: {lines} lines, which is long", source.path);
        }
    }
    none(too_long, "a file stays readable");
}

#[test]
fn text_reaches_the_screen_by_one_door() {
    let raw = ["Span::raw", "Span::styled", "Line::from", "Line::raw", "Line::styled", "Text::from", "Text::raw"];
    let cells = ["set_string", "set_stringn", "set_line", "set_span"];
    let words: Vec<&str> = raw.into_iter().chain(cells).collect();
    let found = places(&words, &["ui/text"]).into_iter().filter(|place| place.starts_with("ui"));
    none(found.collect(), "ui/text.rs makes text harmless before it is drawn");
}

#[test]
fn one_file_reads_the_clock() {
    let clocks = ["SystemTime::now", "Utc::now", "Local::now", "Timestamp::now", "Zoned::now"];
    none(places(&clocks, &["runtime/clock.rs"]), "a rule is handed its Now");
}

#[test]
fn nothing_gives_up_outside_tests() {
    none(places(&[".unwrap()", ".expect("], &[]), "an error is told, not died of");
    none(places(&["todo!", "unimplemented!", "dbg!"], &[]), "nothing is left for later");
}

#[test]
fn one_place_prints() {
    none(
        places(&["println!", "print!", "eprintln!", "eprint!"], &["cli/out", "runtime/terminal.rs"]),
        "cli/out.rs prints",
    );
    none(places(&["io::stdout", "io::stderr", "stdout()", "stderr()"], &["cli/out", "runtime"]), "cli/out.rs prints");
}

#[test]
fn unsafe_code_is_in_one_place() {
    none(places(&["unsafe {", "unsafe fn"], &["cli/process.rs"]), "unsafe needs a reason and a place");
}

#[test]
fn every_command_has_its_words() {
    let mut missing = Vec::new();
    for lang in Lang::ALL {
        for row in TABLE {
            for key in [format!("cmd-{}", row.slug), format!("cmd-{}-about", row.slug)] {
                if !Words::of(lang).has(&key) {
                    missing.push(format!("{key} in {}", lang.tag()));
                }
            }
        }
    }
    none(missing, "a command has a title and a sentence");
}

#[test]
fn every_sentence_said_has_its_words() {
    let mut missing = BTreeSet::new();
    for source in built() {
        for opening in
            ["Say::new(\"", "words().get(\"", "words().with(\"", "words.get(\"", "words.with(\"", "failed(\""]
        {
            for (at, _) in source.text.match_indices(opening) {
                let key = source.text[at + opening.len()..].split('"').next().unwrap();
                for lang in Lang::ALL.into_iter().filter(|lang| !Words::of(*lang).has(key)) {
                    missing.insert(format!("{}: {key} in {}", source.path, lang.tag()));
                }
            }
        }
    }
    none(missing.into_iter().collect(), "a sentence is in both languages");
}

#[test]
fn every_dependency_has_its_reason() {
    let found = manifest();
    assert!(found.iter().any(|(name, _)| name == "ratatui"), "Cargo.toml is read");
    let bare = found.into_iter().filter(|(_, since)| *since > 4).map(|(name, _)| name);
    none(bare.collect(), "a comment above a dependency says what it is for");
}

#[test]
fn the_reader_of_sources_sees_code_only() {
    let code = code_of(
        "use crate::{store, domain::{A, B}}; // crate::cli\nlet x = \"crate::ui\"; /* crate::app */ 'c'; r#\"a\"b\"#;",
    );
    let source = Source { path: "x.rs".into(), room: "x".into(), text: String::new(), code };
    assert_eq!(source.rooms_used().into_iter().collect::<Vec<_>>(), ["domain", "store"]);
    assert!(!source.code.contains("app") && !source.code.contains('b'));
    assert!(names("let Utc::now()", "Utc::now") && !names("let MyUtc::now()", "Utc::now"));
}
