//! The sources as the tests read them: which rooms a file names, and where a word stands in code.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file of the library.
pub struct Source {
    /// Below `src/`.
    pub path: String,
    /// The first part of its path.
    pub room: String,
    pub text: String,
    /// Without comments, and with empty strings.
    pub code: String,
}

impl Source {
    fn read(path: &Path, root: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        let room = path.split(['/', '.']).next().unwrap().to_owned();
        Self { code: code_of(&text), path, room, text }
    }

    pub fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.contains("/tests/")
    }

    /// The rooms that it names: `crate::room` and `crate::{room, other::thing}`.
    pub fn rooms_used(&self) -> BTreeSet<String> {
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
pub fn code_of(text: &str) -> String {
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

pub fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files(&root(), &mut paths);
    paths.sort();
    paths.iter().map(|path| Source::read(path, &root())).collect()
}

/// Sources that are built into the program.
pub fn built() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| !source.is_test())
}

/// Fails with every place named.
pub fn none(found: Vec<String>, rule: &str) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

/// Every place of the program where one of `words` stands in the code, but for `allowed` paths.
pub fn places(words: &[&str], allowed: &[&str]) -> Vec<String> {
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
pub fn names(code: &str, what: &str) -> bool {
    code.match_indices(what).any(|(at, _)| {
        !what.starts_with(|c: char| c.is_alphanumeric())
            || !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}
