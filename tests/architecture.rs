//! The walls of the house: who may import whom, how long a file gets, and what may be written where.
//! These tests read the sources; nothing is run.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
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

/// A source file of the library.
struct Source {
    /// Below `src/`.
    path: String,
    /// The first part of its path.
    room: String,
    text: String,
    /// Without comments, and with empty strings.
    code: String,
}

impl Source {
    fn read(path: &Path, root: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        let room = path.split(['/', '.']).next().unwrap().to_owned();
        Self { code: code_of(&text), path, room, text }
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.contains("/tests/")
    }

    /// The rooms that it names: `crate::room` and `crate::{room, other::thing}`.
    fn rooms_used(&self) -> BTreeSet<String> {
        let mut rooms = BTreeSet::new();
        for (at, _) in self.code.match_indices("crate::") {
            let rest = &self.code[at + "crate::".len()..];
            match rest.strip_prefix('{') {
                Some(group) => rooms.extend(heads(group)),
                None => rooms.extend(word(rest)),
            }
        }
        rooms
    }
}

/// The identifier at the front.
fn word(text: &str) -> Option<String> {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

/// The first words of a `{group}`'s entries.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut fresh, mut heads) = (0, true, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && !c.is_whitespace() => {
                heads.extend(word(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    heads
}

/// `text` without comments and without what strings and characters hold.
fn code_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let starts = |at: usize, what: &str| what.chars().enumerate().all(|(n, c)| chars.get(at + n) == Some(&c));
    let (mut code, mut at) = (String::with_capacity(text.len()), 0);
    while at < chars.len() {
        if starts(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "/*") {
            while at < chars.len() && !starts(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if let Some(end) = raw_string(&chars, at).or_else(|| string(&chars, at)).or_else(|| letter(&chars, at)) {
            code.push_str("\"\"");
            at = end;
        } else {
            code.push(chars[at]);
            at += 1;
        }
    }
    code
}

/// The end of `r#"..."#` at `at`.
fn raw_string(chars: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map_or(' ', |before| chars[before]);
    if chars[at] != 'r' || before.is_alphanumeric() && before != 'b' {
        return None;
    }
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    let open = at + 1 + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let closes = |end: &usize| {
        chars[*end] == '"' && chars[end + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes
    };
    (open + 1..chars.len()).find(closes).map(|end| end + 1 + hashes)
}

fn string(chars: &[char], at: usize) -> Option<usize> {
    if chars[at] != '"' {
        return None;
    }
    let mut end = at + 1;
    while chars.get(end).is_some_and(|c| *c != '"') {
        end += if chars[end] == '\\' { 2 } else { 1 };
    }
    Some(end + 1)
}

/// A character, which a lifetime is not.
fn letter(chars: &[char], at: usize) -> Option<usize> {
    if chars[at] != '\'' {
        return None;
    }
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), Some(_)) => (at + 3..chars.len()).find(|end| chars[*end] == '\'').map(|end| end + 1),
        (Some(_), Some('\'')) => Some(at + 3),
        _ => None,
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files(&root(), &mut paths);
    paths.sort();
    paths.iter().map(|path| Source::read(path, &root())).collect()
}

/// Sources that are built into the program.
fn built() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| !source.is_test())
}

/// Fails with every place named.
fn none(found: Vec<String>, rule: &str) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

/// Every place of the program where one of `words` stands in the code, but for `allowed` paths.
fn places(words: &[&str], allowed: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in built().filter(|source| !allowed.iter().any(|path| source.path.starts_with(path))) {
        for (line, code) in source.code.lines().enumerate() {
            found.extend(
                words
                    .iter()
                    .filter(|word| names(code, word))
                    .map(|word| format!("{}:{}: {word}", source.path, line + 1)),
            );
        }
    }
    found
}

/// Whether `what` stands in `code`, not as the end of a longer name.
fn names(code: &str, what: &str) -> bool {
    code.match_indices(what).any(|(at, _)| {
        !what.starts_with(|c: char| c.is_alphanumeric())
            || !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

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
    const KNOWN: [&str; 6] = ["chrono", "serde", "serde_json", "thiserror", "unicode_width", "unicode_segmentation"];
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

/// The crates that Cargo.toml names, as code writes them.
fn dependencies() -> Vec<String> {
    manifest().into_iter().map(|(name, _)| name.replace('-', "_")).collect()
}

/// The crates of the program, and how many lines above each its reason stands.
fn manifest() -> Vec<(String, usize)> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let (mut inside, mut since, mut found) = (false, usize::MAX, Vec::new());
    for line in text.lines() {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.ends_with("dependencies]") && !section.starts_with("dev-");
            since = usize::MAX;
        } else if inside && line.starts_with('#') {
            since = 0;
        } else if inside && let Some((name, _)) = line.split_once('=') {
            since = since.saturating_add(1);
            found.push((name.trim().to_owned(), since));
        }
    }
    found
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
