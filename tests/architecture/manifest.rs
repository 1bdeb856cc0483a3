//! Cargo.toml as the tests read it.

use std::fs;
use std::path::Path;

/// The crates that Cargo.toml names, as code writes them.
pub fn dependencies() -> Vec<String> {
    manifest().into_iter().map(|(name, _)| name.replace('-', "_")).collect()
}

/// The crates of the program, and how many lines above each its reason stands.
pub fn manifest() -> Vec<(String, usize)> {
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
