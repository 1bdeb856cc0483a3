//! `assets/headers.toml`, ready to be asked.

use super::{Field, channel};
use crate::domain::{Ruling, Stage, Tier, funnel::Stages};
use crate::intake::identity::plain_letter;
use crate::reference::find_stage;
use foldhash::{HashMap, HashSet};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Asset {
    words: BTreeMap<String, Vec<String>>,
    layout: Vec<LayoutAsset>,
    stages: BTreeMap<String, Vec<String>>,
    tiers: BTreeMap<String, Vec<String>>,
    nothing: Nothing,
    shared_mail: SharedMail,
}

#[derive(Debug, Default, Deserialize)]
struct LayoutAsset {
    source: Option<String>,
    signs: Vec<String>,
    need: usize,
    words: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
struct Nothing {
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct SharedMail {
    domains: Vec<String>,
    stems: Vec<String>,
}

/// A program whose files use some words in their own way.
#[derive(Debug)]
pub struct Layout {
    source: Option<String>,
    signs: HashSet<String>,
    need: usize,
    words: HashMap<String, Field>,
}

impl Layout {
    /// What its rows come from.
    pub fn source(&'static self) -> Option<&'static str> {
        self.source.as_deref()
    }
}

#[derive(Debug)]
struct Book {
    words: HashMap<String, Field>,
    layouts: Vec<Layout>,
    stages: HashMap<String, Stage>,
    tiers: HashMap<String, Tier>,
    nothing: HashSet<String>,
    domains: HashSet<String>,
    stems: Vec<String>,
}

pub(super) const ASSET: &str = include_str!("../../../assets/headers.toml");

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    // A test holds the asset well formed.
    let asset: Asset = toml::from_str(ASSET).unwrap_or_default();
    let layouts = asset.layout.into_iter().map(|layout| Layout {
        source: layout.source,
        signs: layout.signs.iter().map(|word| key(word)).collect(),
        need: layout.need,
        words: fields(layout.words),
    });
    Book {
        words: fields(asset.words),
        layouts: layouts.collect(),
        stages: values(asset.stages, Stage::new),
        tiers: values(asset.tiers, Tier::parse),
        nothing: asset.nothing.words.iter().map(|word| word.to_lowercase()).collect(),
        domains: asset.shared_mail.domains.into_iter().collect(),
        stems: asset.shared_mail.stems,
    }
});

fn fields(words: BTreeMap<String, Vec<String>>) -> HashMap<String, Field> {
    let plain = |name: &str| Field::PLAIN.iter().find(|(_, plain)| *plain == name).map(|(field, _)| *field);
    values(words, |name| plain(name).or_else(|| channel(name)))
}

fn values<T: Copy>(words: BTreeMap<String, Vec<String>>, read: impl Fn(&str) -> Option<T>) -> HashMap<String, T> {
    let pairs = words.into_iter().filter_map(|(name, words)| read(&name).map(|value| (value, words)));
    pairs.flat_map(|(value, words)| words.into_iter().map(move |word| (key(&word), value))).collect()
}

/// A header as it is compared: letters and digits alone, lower case, plain, a number as `#`.
pub fn key(header: &str) -> String {
    let mut out = String::with_capacity(header.len());
    for c in header.chars().filter(|c| c.is_alphanumeric() || *c == '#') {
        if c == '#' || c.is_numeric() {
            if !out.ends_with('#') {
                out.push('#');
            }
        } else {
            plain_letter(c, &mut out);
        }
    }
    out
}

fn look(words: &HashMap<String, Field>, header: &str) -> Option<Field> {
    let full = key(header);
    if full.is_empty() || full == "#" {
        return None;
    }
    let found = |key: &str| words.get(key).copied();
    found(&full).or_else(|| found(&full.replace('#', "")))
}

/// The header without what stands in brackets at its end: `邮箱（必填）`.
fn without_brackets(header: &str) -> Option<&str> {
    let trimmed = header.trim_end();
    let open = trimmed.ends_with([')', '）', ']']).then(|| trimmed.rfind(['(', '（', '[']))??;
    Some(&trimmed[..open]).filter(|rest| !rest.trim().is_empty())
}

/// What a column of that header is.
pub fn field(header: &str, layout: Option<&Layout>) -> Option<Field> {
    if header.len() > 120 {
        return None;
    }
    let both =
        |header: &str| layout.and_then(|layout| look(&layout.words, header)).or_else(|| look(&BOOK.words, header));
    both(header).or_else(|| both(without_brackets(header)?))
}

/// Whether any program writes that header.
pub fn is_known(header: &str) -> bool {
    field(header, None).is_some()
        || (header.len() <= 120 && BOOK.layouts.iter().any(|layout| look(&layout.words, header).is_some()))
}

/// The program that writes these headers.
pub fn layout(header: &[String]) -> Option<&'static Layout> {
    let keys: HashSet<String> = header.iter().filter(|cell| cell.len() <= 120).map(|cell| key(cell)).collect();
    let signs = |layout: &Layout| keys.iter().filter(|key| layout.signs.contains(*key)).count();
    BOOK.layouts.iter().find(|layout| signs(layout) >= layout.need.max(1))
}

/// A stage as people write it, of those that the exporter has.
pub fn stage(text: &str, stages: &Stages) -> Option<Stage> {
    let known = |stage: &Stage| stages.known().contains(stage);
    find_stage(text, stages).or_else(|| BOOK.stages.get(&key(text)).copied().filter(known))
}

/// A tier as people write it.
pub fn tier(text: &str) -> Option<Tier> {
    BOOK.tiers.get(&key(text)).copied()
}

/// A verdict as our own export writes it.
pub fn verdict(text: &str) -> Option<Ruling> {
    let text = text.trim().to_lowercase().replace([' ', '_'], "-");
    Ruling::parse(&text).filter(|ruling| *ruling != Ruling::Undecided)
}

/// Longer cells say something.
const SHORT: usize = 16;

/// Whether a cell says that there is nothing to say.
pub fn nothing(cell: &str) -> bool {
    if cell.is_empty() || cell.len() > SHORT {
        return cell.is_empty();
    }
    if !cell.is_ascii() {
        return BOOK.nothing.contains(&cell.to_lowercase());
    }
    // Asked of nearly every cell of a file: no text of its own for it.
    let mut lower = [0; SHORT];
    let lower = &mut lower[..cell.len()];
    lower.copy_from_slice(cell.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).is_ok_and(|word| BOOK.nothing.contains(word))
}

/// Whether a mail domain is a provider's with many customers.
pub fn shared_mail(domain: &str) -> bool {
    BOOK.domains.contains(domain)
        || domain.split_once('.').is_some_and(|(stem, _)| BOOK.stems.iter().any(|known| known == stem))
}
