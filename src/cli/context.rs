//! What the arguments mean here: which file, what time, which language, whose rules.

use super::{args::Global, fault::Fault, out::Out};
use crate::command::Keymap;
use crate::config::{Backups, Config, Problem};
use crate::domain::{Label, Now, Safe, Say, Text, say::Arg};
use crate::reference::{Lang, Words, machine_zone, zone_name};
use crate::runtime::clock::Clock;
use crate::store::{Store, backup};
use chrono::{DateTime, Utc};
use directories::ProjectDirs;
use std::{
    collections::BTreeMap,
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

/// What is known before the arguments are parsed, so that even their mistakes are said in the right language.
#[derive(Debug)]
pub struct Setting {
    pub config: Config,
    pub problems: Vec<Problem>,
    pub key_lines: BTreeMap<Text, usize>,
    pub lang: Lang,
}

impl Setting {
    /// Looks for `--lang` and `--config` among the raw arguments.
    pub fn of(args: &[OsString]) -> Self {
        let config_path = value_of(args, "--config").map(PathBuf::from).or_else(default_config);
        let loaded = config_path.as_deref().map(Config::load).unwrap_or_default();
        let lang = value_of(args, "--lang")
            .and_then(|tag| Lang::parse(&tag.to_string_lossy()))
            .or_else(|| Lang::parse(&loaded.config.language))
            .unwrap_or_else(env_lang);
        Self { config: loaded.config, problems: loaded.problems, key_lines: loaded.key_lines, lang }
    }
}

/// The value of a long option, written `--name value` or `--name=value`.
fn value_of(args: &[OsString], name: &str) -> Option<OsString> {
    let before = args.iter().take_while(|arg| *arg != "--");
    let at = before.clone().position(|arg| arg == name || starts(arg, name))?;
    match args[at].to_string_lossy().split_once('=') {
        Some((_, value)) => Some(value.into()),
        None => args.get(at + 1).cloned(),
    }
}

fn starts(arg: &OsStr, name: &str) -> bool {
    arg.to_string_lossy().strip_prefix(name).is_some_and(|rest| rest.starts_with('='))
}

/// An environment variable; an empty one counts as not set.
fn var(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

fn env_lang() -> Lang {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(var);
    tag.map(|tag| Lang::from_env_tag(&tag.to_string_lossy())).unwrap_or_default()
}

fn folders() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "tradewind")
}

fn default_config() -> Option<PathBuf> {
    folders().map(|folders| folders.config_dir().join("config.toml"))
}

/// Everything a command works with.
#[derive(Debug)]
pub struct Context {
    pub db: PathBuf,
    pub config: Config,
    pub problems: Vec<Problem>,
    /// Where the configuration binds each command.
    pub key_lines: BTreeMap<Text, usize>,
    pub clock: Clock,
    pub lang: Lang,
    pub out: Out,
}

impl Context {
    /// How many backups stay.
    pub fn keep(&self) -> backup::Keep {
        let Backups { recent, daily, weekly, monthly } = self.config.backups;
        backup::Keep { recent: recent.into(), daily: daily.into(), weekly: weekly.into(), monthly: monthly.into() }
    }

    /// The exporter's own mail addresses and domains.
    pub fn own_addresses(&self) -> Vec<String> {
        self.config.own_addresses.iter().map(ToString::to_string).collect()
    }

    pub fn new(global: &Global, setting: Setting) -> Result<Self, Fault> {
        let lang = match &global.lang {
            Some(tag) => {
                Lang::parse(tag).ok_or_else(|| Fault::Usage(Say::new("cli-no-such-lang").with("tag", tag.as_str())))?
            }
            None => setting.lang,
        };
        if let Some(path) = global.config.as_ref().filter(|path| !path.exists()) {
            return Err(Fault::Failed(Say::new("cli-no-config").with("file", path.display().to_string())));
        }
        let db = global.db.clone().or_else(|| var("TRADEWIND_DB").map(PathBuf::from));
        let db = db.or_else(|| folders().map(|folders| folders.data_dir().join("trade.db")));
        let db = db.ok_or_else(|| Fault::failed("cli-no-home"))?;
        let clock = Clock::new(&zone(global, &setting.config)?, fixed_now(global)?);
        let Setting { config, problems, key_lines, .. } = setting;
        Ok(Self { db, config, problems, key_lines, clock, lang, out: Out::new(global.color) })
    }

    /// What an op did, a stage in the exporter's own word.
    pub fn label(&self, label: &Label) -> Safe {
        self.words().label(&self.config.stages.said(label))
    }

    pub fn words(&self) -> &'static Words {
        Words::of(self.lang)
    }

    pub fn now(&self) -> Now {
        self.clock.now()
    }

    /// Prints a sentence.
    pub fn say(&self, say: &Say) -> Result<(), Fault> {
        self.out.line(&self.words().say(say))
    }

    /// Prints a sentence beside the result: on stderr, so that a program reading the result does not meet it.
    pub fn note(&self, say: &Say) {
        self.out.note(&self.words().say(say));
    }

    /// The file, for reading and changing; one that is not there is an error.
    pub fn open(&self) -> Result<Store, Fault> {
        Ok(self.planning(Store::open_existing(&self.db, &self.now())?.keeping(self.keep())))
    }

    /// The file, made where there is none.
    pub fn open_or_make(&self) -> Result<Store, Fault> {
        Ok(self.planning(Store::open(&self.db, &self.now())?.keeping(self.keep())))
    }

    fn planning(&self, store: Store) -> Store {
        if self.config.cadence.on { store.planning(self.config.rules()) } else { store }
    }

    /// After a change: the first one of a day is followed by a backup. The change stands whether or not that succeeds.
    pub fn changed(&self, store: &Store) {
        let now = self.now();
        let Some(reason) = backup::due(store, &now) else { return };
        if let Err(error) = backup::take(store, reason, &now) {
            self.note(&Say::new("cli-no-daily-backup").with("reason", self.words().say(&error.say()).to_string()));
        }
    }

    /// What was wrong in the configuration, with its line.
    pub fn config_problems(&self) -> impl Iterator<Item = Say> + '_ {
        self.problems.iter().map(|problem| self.in_line(problem.line, &problem.text))
    }

    /// What was wrong in a line of the configuration; 0: in the whole.
    pub fn in_line(&self, line: usize, text: &Say) -> Say {
        Say::new("cli-config-line").with("line", line).with("text", self.words().say(text).to_string())
    }

    /// The keys, and those of the configuration that could not be bound, each with its line.
    pub fn keymap(&self) -> (Keymap, Vec<Say>) {
        let text = |chords: &[Text]| chords.iter().map(ToString::to_string).collect();
        let keys: Vec<(&str, Vec<String>)> =
            self.config.keys.iter().map(|(slug, chords)| (&**slug, text(chords))).collect();
        let (keymap, wrong) = Keymap::with(keys.iter().map(|(slug, chords)| (*slug, chords.as_slice())));
        (keymap, wrong.iter().map(|wrong| self.key_problem(wrong)).collect())
    }

    fn key_problem(&self, wrong: &Say) -> Say {
        // Of two commands on one key the first of the table keeps it, whichever of them the line is about.
        let line = ["command", "other"].into_iter().find_map(|of| {
            let slug = wrong.args.iter().find(|(name, _)| *name == of);
            slug.and_then(
                |(_, value)| if let Arg::Text(slug) = value { self.key_lines.get(slug.as_str()) } else { None },
            )
        });
        let line = line.copied().unwrap_or(0);
        self.in_line(line, wrong)
    }

    /// Says what was wrong in the configuration: a command goes on with the defaults.
    pub fn note_problems(&self) {
        self.config_problems().for_each(|problem| self.note(&problem));
    }
}

fn zone(global: &Global, config: &Config) -> Result<Box<str>, Fault> {
    match &global.zone {
        Some(name) => zone_name(name)
            .map(Box::from)
            .ok_or_else(|| Fault::Usage(Say::new("cli-no-such-zone").with("zone", name.as_str()))),
        None => Ok(zone_name(&config.zone).map_or_else(machine_zone, Box::from)),
    }
}

fn fixed_now(global: &Global) -> Result<Option<DateTime<Utc>>, Fault> {
    let text = global.now.clone().or_else(|| var("TRADEWIND_NOW").map(|text| text.to_string_lossy().into_owned()));
    let Some(text) = text else { return Ok(None) };
    match DateTime::parse_from_rfc3339(text.trim()) {
        Ok(at) => Ok(Some(at.to_utc())),
        Err(_) => Err(Fault::Usage(Say::new("cli-bad-now").with("text", text))),
    }
}

/// Whether two paths name one file.
pub fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}
