//! From TOML to [`super::Config`], setting by setting: what is wrong is noted and passed over.

use super::{Loaded, Me, Problem};
use crate::domain::{Country, Say, Text};
use crate::reference::zone_exists;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

const ROOT: &[&str] = &[
    "zone",
    "language",
    "theme",
    "holidays",
    "own_addresses",
    "tiers",
    "stages",
    "keys",
    "backups",
    "open_sea",
    "windows",
    "cadence",
    "fatigue",
    "fit",
    "me",
    "rfm",
    "rates",
    "suggest",
];
const TIER: [&str; 5] = ["name", "cadence_days", "latest_days", "open_sea_days", "policy"];
const FATIGUE: [&str; 2] = ["most", "days"];
const CADENCE: [&str; 3] = ["on", "capacity", "stages"];
const TIERS: [&str; 4] = ["A", "B", "C", "none"];
const BACKUPS: [&str; 4] = ["recent", "daily", "weekly", "monthly"];
const OPEN_SEA: [&str; 1] = ["bought_days"];
const WINDOWS: [&str; 3] = ["office", "private", "private_tag"];
const FIT: [&str; 2] = ["b2b", "b2c"];
const STAGES: [&str; 4] = ["order", "hidden", "stuck_days", "names"];
const ME: [&str; 3] = ["name", "company", "signature"];
const LANGUAGES: [&str; 3] = ["", "en", "zh-CN"];
const THEMES: [&str; 4] = ["dark", "light", "contrast", "none"];

/// Every setting there is, for the test that holds the example to it.
#[cfg(test)]
pub(super) const KNOWN: &[&[&str]] = &[
    ROOT,
    &TIERS,
    &TIER,
    &STAGES,
    &BACKUPS,
    &CADENCE,
    &FATIGUE,
    &OPEN_SEA,
    &WINDOWS,
    &FIT,
    &ME,
    &super::money::RFM,
    &super::money::SUGGEST,
];

/// No rhythm is slower than this.
const MOST_DAYS: u16 = 3660;
/// A file with more broken lines than this is another kind of file.
const MOST_BROKEN: usize = 50;

pub(super) type Key<'i> = Spanned<DeString<'i>>;
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// Reads a file's bytes; such as are not UTF-8 are reported and replaced.
pub(super) fn bytes(bytes: &[u8]) -> Loaded {
    let mut loaded = text(&String::from_utf8_lossy(bytes));
    if let Err(error) = std::str::from_utf8(bytes) {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count();
        loaded.problems.push(Problem { line, text: Say::new("config-not-utf8") });
        loaded.problems.sort_by_key(|problem| problem.line);
    }
    loaded
}

/// Reads a text.
pub(super) fn text(text: &str) -> Loaded {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines: Vec<&str> = text.lines().collect();
    let mut problems = Vec::new();
    // The parser's own recovery swallows what follows a broken line: take the line out and read again.
    for _ in 0..MOST_BROKEN {
        let sound = lines.join("\n");
        let Err(error) = DeTable::parse(&sound) else { break };
        let at = error.span().map_or(0, |span| line_of(&sound, span.start));
        problems.push(Problem { line: at, text: Say::new("config-syntax").with("reason", error.message()) });
        if !take_out(&mut lines, at) {
            break;
        }
    }
    let sound = lines.join("\n");
    let (root, _already_reported) = DeTable::parse_recoverable(&sound);
    let mut reader = Reader { text: &sound, loaded: Loaded { problems, ..Loaded::default() } };
    reader.root(root.get_ref());
    reader.loaded.problems.sort_by_key(|problem| problem.line);
    reader.loaded
}

/// Blanks a line, from 1; with a table's head goes its body, which would else fall to the table before it. False: there
/// was nothing to blank.
fn take_out(lines: &mut [&str], at: usize) -> bool {
    let Some(rest) = at.checked_sub(1).and_then(|from| lines.get_mut(from..)) else { return false };
    let Some((first, body)) = rest.split_first_mut() else { return false };
    let taken = std::mem::take(first);
    if taken.trim_start().starts_with('[') {
        body.iter_mut().take_while(|line| !line.trim_start().starts_with('[')).for_each(|line| *line = "");
    }
    !taken.trim().is_empty()
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.as_bytes().iter().take(offset).filter(|b| **b == b'\n').count()
}

mod backups;
mod keys;
mod nearest;
mod rhythm;
mod sell;
mod stages;
mod tiers;
mod windows;

use nearest::nearest;

pub(super) struct Reader<'t> {
    text: &'t str,
    pub(super) loaded: Loaded,
}

impl Reader<'_> {
    fn line(&self, offset: usize) -> usize {
        line_of(self.text, offset)
    }

    fn note(&mut self, line: usize, text: Say) {
        self.loaded.problems.push(Problem { line, text });
    }

    pub(super) fn complain(&mut self, key: &Key<'_>, text: Say) {
        self.note(self.line(key.span().start), text);
    }

    fn root(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "zone" => {
                    if let Some(zone) = self.text_in(key, value, "zone") {
                        self.zone(key, zone);
                    }
                }
                "language" => {
                    if let Some(language) = self.choice(key, value, &LANGUAGES) {
                        self.loaded.config.language = language;
                    }
                }
                "theme" => {
                    if let Some(theme) = self.choice(key, value, &THEMES) {
                        self.loaded.config.theme = theme;
                    }
                }
                "holidays" => {
                    if let Some(country) = self.text_in(key, value, "holidays") {
                        self.holidays(key, &country);
                    }
                }
                "own_addresses" => self.own_addresses(key, value),
                "tiers" => self.tiers(key, value),
                "stages" => self.stages(key, value),
                "keys" => self.keys(key, value),
                "backups" => self.backups(key, value),
                "cadence" => self.cadence(key, value),
                "fatigue" => self.fatigue(key, value),
                "open_sea" => self.open_sea(key, value),
                "windows" => self.windows(key, value),
                "fit" => self.fit(key, value),
                "me" => self.me(key, value),
                "rfm" => self.rfm(key, value),
                "rates" => self.rates(key, value),
                "suggest" => self.suggest(key, value),
                _ => self.unknown(key, "", ROOT),
            }
        }
    }

    fn zone(&mut self, key: &Key<'_>, zone: Text) {
        if zone.is_empty() || zone_exists(&zone) {
            self.loaded.config.zone = zone;
        } else {
            self.complain(key, Say::new("config-zone").with("value", &*zone));
        }
    }

    fn holidays(&mut self, key: &Key<'_>, code: &str) {
        match Country::new(code) {
            None if !code.is_empty() => self.complain(key, Say::new("config-country").with("value", code)),
            country => self.loaded.config.holidays = country,
        }
    }

    fn own_addresses(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let list = value.get_ref().as_array();
        let read = list.and_then(|list| list.iter().map(|item| item.get_ref().as_str()).collect::<Option<Vec<_>>>());
        match read {
            Some(list) => self.loaded.config.own_addresses = list.into_iter().map(|text| text.trim().into()).collect(),
            None => self.wrong_type(key, "own_addresses", "list"),
        }
    }

    pub(super) fn table<'v, 'i>(&mut self, key: &Key<'_>, value: &'v Value<'i>, path: &str) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, path, "table");
        }
        table
    }

    pub(super) fn text_in(&mut self, key: &Key<'_>, value: &Value<'_>, path: &str) -> Option<Text> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(key, path, "text");
        }
        text.map(|text| text.trim().into())
    }

    pub(super) fn choice(&mut self, key: &Key<'_>, value: &Value<'_>, choices: &[&str]) -> Option<Text> {
        let path = key.get_ref().as_ref();
        let text = self.text_in(key, value, path)?;
        if choices.contains(&&*text) {
            return Some(text);
        }
        let quoted: Vec<String> = choices.iter().map(|choice| format!("\"{choice}\"")).collect();
        let say = Say::new("config-choice").with("key", path).with("value", &*text).with("choices", quoted.join(", "));
        self.complain(key, say);
        None
    }

    pub(super) fn number(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        path: &str,
        (least, most): (u16, u16),
    ) -> Option<u16> {
        let Some(number) = value.get_ref().as_integer() else {
            self.wrong_type(key, path, "number");
            return None;
        };
        let found = i64::from_str_radix(number.as_str(), number.radix())
            .ok()
            .and_then(|number| u16::try_from(number).ok())
            .filter(|number| (least..=most).contains(number));
        if found.is_none() {
            let (least, most) = (i64::from(least), i64::from(most));
            self.complain(key, Say::new("config-range").with("key", path).with("least", least).with("most", most));
        }
        found
    }

    fn wrong_type(&mut self, key: &Key<'_>, path: &str, wanted: &'static str) {
        self.complain(key, Say::new("config-type").with("key", path).with("wanted", wanted));
    }

    pub(super) fn unknown(&mut self, key: &Key<'_>, path: &str, known: &[&str]) {
        let name = key.get_ref().as_ref();
        let written = format!("{path}{name}");
        let say = match nearest(name, known) {
            Some(near) => {
                Say::new("config-unknown-nearest").with("key", written).with("nearest", format!("{path}{near}"))
            }
            None => Say::new("config-unknown").with("key", written),
        };
        self.complain(key, say);
    }
}
