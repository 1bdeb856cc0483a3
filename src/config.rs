//! The exporter's TOML. A mistake in it costs its own line only: everything else applies, and the mistake is
//! reported with its line.

use crate::domain::{
    Country, Say, Stage, Text, Tier, fatigue::Fatigue, fit::FitRules, funnel::Stages, hours::Windows,
    reckoning::Reckoning, rules::Rules,
};
use crate::reference;
use std::{collections::BTreeMap, io, path::Path};

mod money;
mod read;

/// What the exporter may set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The exporter's own IANA zone; empty: the machine's.
    pub zone: Text,
    /// `en` or `zh-CN`; empty: the environment's.
    pub language: Text,
    /// `dark`, `light` or `contrast`.
    pub theme: Text,
    /// The country whose holidays the exporter keeps; `None`: none's.
    pub holidays: Option<Country>,
    /// The exporter's own mail addresses and domains.
    pub own_addresses: Vec<Text>,
    /// By [`Tier::index`].
    pub tiers: [TierConfig; 4],
    /// The funnel (`S1.2`).
    pub stages: Stages,
    /// Command slug to the chords that replace its default keys; none: the command has no key.
    pub keys: BTreeMap<Text, Vec<Text>>,
    pub backups: Backups,
    pub cadence: Cadence,
    /// When it is too many messages (`S3.2`).
    pub fatigue: Fatigue,
    /// Days until those who have bought drift into the open sea; 0: as their tier says.
    pub open_sea_bought: u16,
    pub windows: Windows,
    /// What speaks for a customer (`S0.2`).
    pub fit: FitRules,
    pub me: Me,
    pub reckoning: Reckoning,
}

/// Who writes: for templates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Me {
    pub name: Text,
    pub company: Text,
    /// Ends a message; empty: name and company.
    pub signature: Text,
}

/// One tier's name, rhythm and service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierConfig {
    /// As the board shows it: `A`, or `VIP`; empty: the tier's own.
    pub name: Text,
    pub cadence_days: u16,
    pub latest_days: u16,
    pub open_sea_days: u16,
    /// How these customers are served (`S2.5`).
    pub policy: Text,
}

/// The rhythm beyond the tiers'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// Whether every customer is given a next follow-up.
    pub on: bool,
    /// Follow-ups a day; 0: any number.
    pub capacity: u16,
    /// Days by stage.
    pub stages: Vec<(Stage, u16)>,
}

impl Default for Cadence {
    fn default() -> Self {
        let Rules { capacity, stages, .. } = Rules::default();
        Self { on: true, capacity, stages }
    }
}

/// How many automatic backups are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backups {
    pub recent: u16,
    pub daily: u16,
    pub weekly: u16,
    pub monthly: u16,
}

impl Default for Backups {
    fn default() -> Self {
        Self { recent: 10, daily: 7, weekly: 4, monthly: 12 }
    }
}

/// A configuration, and what was wrong with its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    pub config: Config,
    /// In the order of their lines.
    pub problems: Vec<Problem>,
    /// The lines of [`Config::keys`], for what only the command table can find wrong with them.
    pub key_lines: BTreeMap<Text, usize>,
}

/// A mistake in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From 1; 0: the file as a whole.
    pub line: usize,
    pub text: Say,
}

/// The commented example that `config.toml` starts from.
pub const EXAMPLE: &str = include_str!("../assets/config.toml");

impl Default for Config {
    fn default() -> Self {
        let rules = Rules::default();
        Self {
            zone: Text::default(),
            language: Text::default(),
            theme: "dark".into(),
            holidays: Country::new("CN"),
            own_addresses: Vec::new(),
            tiers: Tier::ALL.map(|tier| TierConfig {
                name: Text::default(),
                cadence_days: rules.cadence[tier.index()],
                latest_days: rules.latest[tier.index()],
                open_sea_days: rules.open_sea[tier.index()],
                policy: Text::default(),
            }),
            stages: Stages::default(),
            keys: BTreeMap::new(),
            backups: Backups::default(),
            cadence: Cadence::default(),
            fatigue: Fatigue::default(),
            open_sea_bought: rules.open_sea_bought,
            windows: rules.windows,
            fit: FitRules::default(),
            me: Me::default(),
            reckoning: Reckoning::default(),
        }
    }
}

impl Config {
    /// Reads the file; one that is not there is an empty one.
    pub fn load(path: &Path) -> Loaded {
        match std::fs::read(path) {
            Ok(bytes) => read::bytes(&bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Loaded::default(),
            Err(error) => {
                let text = Say::new("config-unreadable")
                    .with("path", path.to_string_lossy().into_owned())
                    .with("reason", error.to_string());
                Loaded { problems: vec![Problem { line: 0, text }], ..Loaded::default() }
            }
        }
    }

    /// Reads a text.
    pub fn parse(text: &str) -> Loaded {
        read::text(text)
    }

    /// The cadences and limits.
    pub fn rules(&self) -> Rules {
        Rules {
            cadence: self.tiers.each_ref().map(|tier| tier.cadence_days),
            latest: self.tiers.each_ref().map(|tier| tier.latest_days),
            stages: self.cadence.stages.clone(),
            capacity: self.cadence.capacity,
            home: self.holidays,
            fatigue: self.fatigue,
            open_sea: self.tiers.each_ref().map(|tier| tier.open_sea_days),
            funnel: self.stages.clone(),
            open_sea_bought: self.open_sea_bought,
            windows: self.windows.clone(),
            feasts: reference::feasts(),
        }
    }

    /// What a tier is called on the board.
    pub fn tier_name(&self, tier: Tier) -> &str {
        match &*self.tiers[tier.index()].name {
            "" => tier.as_str(),
            name => name,
        }
    }
}

#[cfg(test)]
mod tests;
