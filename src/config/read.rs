//! From TOML to [`Config`], setting by setting: what is wrong is noted and passed over.

use super::{Backups, Config, Loaded, Me, Problem, TierConfig};
use crate::domain::{Country, Say, Stage, Text, Tier, hours::Span};
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
const MOST_BACKUPS: u16 = 1000;
const MOST_A_DAY: u16 = 10_000;
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

mod sell;
mod stages;

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

    fn tiers(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "tiers") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match Tier::ALL.into_iter().find(|tier| tier.as_str() == name) {
                Some(tier) => self.tier(tier, key, value),
                None => self.unknown(key, "tiers.", &TIERS),
            }
        }
    }

    fn tier(&mut self, tier: Tier, key: &Key<'_>, value: &Value<'_>) {
        let path = format!("tiers.{tier}");
        let Some(table) = self.table(key, value, &path) else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = format!("{path}.{name}");
            match name {
                "name" => {
                    let name = self.text_in(key, value, &path);
                    self.set_tier(tier, name, |tier, name| tier.name = name);
                }
                "policy" => {
                    let policy = self.text_in(key, value, &path);
                    self.set_tier(tier, policy, |tier, policy| tier.policy = policy);
                }
                "cadence_days" => {
                    let days = self.number(key, value, &path, (1, MOST_DAYS));
                    self.set_tier(tier, days, |tier, days| tier.cadence_days = days);
                }
                "latest_days" => {
                    let days = self.number(key, value, &path, (1, MOST_DAYS));
                    self.set_tier(tier, days, |tier, days| tier.latest_days = days);
                }
                "open_sea_days" => {
                    let days = self.number(key, value, &path, (1, MOST_DAYS));
                    self.set_tier(tier, days, |tier, days| tier.open_sea_days = days);
                }
                _ => self.unknown(key, &format!("tiers.{tier}."), &TIER),
            }
        }
        // A new rhythm brings its own latest day where none is said.
        let usual = Config::default().tiers[tier.index()].cadence_days;
        let tier = &mut self.loaded.config.tiers[tier.index()];
        if tier.cadence_days != usual && !table.contains_key("latest_days") {
            tier.latest_days = tier.latest_days.max(tier.cadence_days.saturating_add(tier.cadence_days.div_ceil(2)));
        }
    }

    fn set_tier<T>(&mut self, tier: Tier, value: Option<T>, set: impl FnOnce(&mut TierConfig, T)) {
        if let Some(value) = value {
            set(&mut self.loaded.config.tiers[tier.index()], value);
        }
    }

    fn cadence(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "cadence") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "on" => match value.get_ref().as_bool() {
                    Some(on) => self.loaded.config.cadence.on = on,
                    None => self.wrong_type(key, "cadence.on", "switch"),
                },
                "capacity" => {
                    if let Some(capacity) = self.number(key, value, "cadence.capacity", (0, MOST_A_DAY)) {
                        self.loaded.config.cadence.capacity = capacity;
                    }
                }
                "stages" => self.stage_days(key, value),
                _ => self.unknown(key, "cadence.", &CADENCE),
            }
        }
    }

    fn fatigue(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "fatigue") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "most" => {
                    if let Some(most) = self.number(key, value, "fatigue.most", (0, MOST_A_DAY)) {
                        self.loaded.config.fatigue.most = most;
                    }
                }
                "days" => {
                    if let Some(days) = self.number(key, value, "fatigue.days", (1, MOST_DAYS)) {
                        self.loaded.config.fatigue.days = days;
                    }
                }
                _ => self.unknown(key, "fatigue.", &FATIGUE),
            }
        }
    }

    /// Days by stage; 0 takes a stage's own rhythm away.
    fn stage_days(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "cadence.stages") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(stage) = Stage::new(name) else {
                let known = Stage::DEFAULT.iter().map(Stage::as_str).collect::<Vec<_>>();
                self.unknown(key, "cadence.stages.", &known);
                continue;
            };
            if let Some(days) = self.number(key, value, &format!("cadence.stages.{name}"), (0, MOST_DAYS)) {
                let stages = &mut self.loaded.config.cadence.stages;
                match stages.iter_mut().find(|(known, _)| *known == stage) {
                    Some((_, known)) => *known = days,
                    None => stages.push((stage, days)),
                }
                stages.retain(|(_, days)| *days > 0);
            }
        }
    }

    fn backups(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "backups") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let field: fn(&mut Backups) -> &mut u16 = match name {
                "recent" => |backups| &mut backups.recent,
                "daily" => |backups| &mut backups.daily,
                "weekly" => |backups| &mut backups.weekly,
                "monthly" => |backups| &mut backups.monthly,
                _ => {
                    self.unknown(key, "backups.", &BACKUPS);
                    continue;
                }
            };
            // The backup before the change at hand is never given up.
            let least = u16::from(name == "recent");
            if let Some(count) = self.number(key, value, &format!("backups.{name}"), (least, MOST_BACKUPS)) {
                *field(&mut self.loaded.config.backups) = count;
            }
        }
    }

    fn open_sea(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "open_sea") else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "bought_days" => {
                    if let Some(days) = self.number(key, value, "open_sea.bought_days", (0, MOST_DAYS)) {
                        self.loaded.config.open_sea_bought = days;
                    }
                }
                _ => self.unknown(key, "open_sea.", &OPEN_SEA),
            }
        }
    }

    fn windows(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "windows") else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = format!("windows.{name}");
            match name {
                "office" => {
                    if let Some(spans) = self.spans(key, value, &path) {
                        self.loaded.config.windows.office = spans;
                    }
                }
                "private" => {
                    if let Some(spans) = self.spans(key, value, &path) {
                        self.loaded.config.windows.private = spans;
                    }
                }
                "private_tag" => {
                    if let Some(tag) = self.text_in(key, value, &path) {
                        self.loaded.config.windows.private_tag = tag;
                    }
                }
                _ => self.unknown(key, "windows.", &WINDOWS),
            }
        }
    }

    /// Hours of a day: `["9-12", "13:30-18"]`.
    fn spans(&mut self, key: &Key<'_>, value: &Value<'_>, path: &str) -> Option<Vec<Span>> {
        let list = value.get_ref().as_array();
        let read = list.and_then(|list| list.iter().map(|item| item.get_ref().as_str()).collect::<Option<Vec<_>>>());
        let Some(texts) = read else {
            self.wrong_type(key, path, "list");
            return None;
        };
        let mut spans = Vec::new();
        for text in texts {
            match Span::parse(text) {
                Some(span) => spans.push(span),
                None => {
                    self.complain(key, Say::new("config-hours").with("key", path).with("value", text));
                    return None;
                }
            }
        }
        Some(spans)
    }

    fn keys(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(table) = self.table(key, value, "keys") else { return };
        for (key, value) in table {
            let slug: Text = key.get_ref().as_ref().into();
            let chords: Option<Vec<Text>> = match value.get_ref() {
                DeValue::String(chord) => Some(vec![chord.as_ref().into()]),
                DeValue::Array(list) => list.iter().map(|item| item.get_ref().as_str().map(Into::into)).collect(),
                _ => None,
            };
            match chords {
                Some(chords) => {
                    self.loaded.key_lines.insert(slug.clone(), self.line(key.span().start));
                    self.loaded.config.keys.insert(slug, chords);
                }
                None => self.wrong_type(key, &format!("keys.{slug}"), "list"),
            }
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

/// The known name that a slip of the finger could have made `name` of.
fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    // Longer than any setting: nothing to compare, and the table below stays small.
    if name.len() > 64 {
        return None;
    }
    let folded = name.to_lowercase().replace(['-', ' '], "_");
    known
        .iter()
        .map(|known| (distance(&folded, &known.to_lowercase()), *known))
        .filter(|(distance, known)| *distance <= 1 + known.len() / 4)
        .min()
        .map(|(_, known)| known)
}

/// Letters to add, drop or change.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let change = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
