//! Letters that every exporter gets, and greetings to nobody in particular. Data: `assets/tells.toml`.

use crate::domain::authenticity::Tell;
use crate::domain::fit::fold;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    greetings: Vec<String>,
    tell: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    weight: i32,
    specific: i32,
    all: Vec<Vec<String>>,
}

struct Table {
    tells: Vec<Tell>,
    greetings: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // The data is part of the program; a test refuses a file that does not read.
    let file: File = toml::from_str(include_str!("../../assets/tells.toml")).unwrap_or_default();
    let folded = |phrases: Vec<String>| phrases.iter().map(|phrase| fold(phrase).as_str().to_owned()).collect();
    let tells = file.tell.into_iter().map(|row| Tell {
        // Read once, kept as long as the program runs.
        key: Box::leak(row.key.into_boxed_str()),
        weight: row.weight,
        specific: row.specific,
        all: row.all.into_iter().map(folded).collect(),
    });
    Table { tells: tells.collect(), greetings: folded(file.greetings) }
});

/// The letters.
pub fn tells() -> &'static [Tell] {
    &TABLE.tells
}

/// The greetings, folded.
pub fn greetings() -> &'static [String] {
    &TABLE.greetings
}

#[cfg(test)]
mod tests;
