//! `assets/channels.toml` as it is written.

use super::{ChannelInfo, Retired};
use crate::domain::ChannelKind;
use serde::Deserialize;

/// How handles of a kind are read. A small closed set: a new kind is data, a new rule is code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Rule {
    Email,
    Phone,
    User,
    UserOrPhone,
    EmailOrPhone,
    Url,
}

/// What reading and linking need of a kind; the file's head explains each.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Spec {
    slug: String,
    en: String,
    zh: String,
    short: String,
    key: char,
    pub(super) aliases: Vec<String>,
    #[serde(default)]
    pub(super) hosts: Vec<String>,
    #[serde(default)]
    pub(super) schemes: Vec<String>,
    #[serde(default)]
    pub(super) paths: Vec<String>,
    #[serde(default)]
    pub(super) keep: bool,
    #[serde(default)]
    pub(super) query: Vec<String>,
    #[serde(default)]
    pub(super) not: Vec<String>,
    pub(super) rule: Rule,
    #[serde(default)]
    pub(super) chars: String,
    #[serde(default = "any_length")]
    pub(super) len: (usize, usize),
    #[serde(default)]
    pub(super) letters: bool,
    #[serde(default)]
    pub(super) exact: bool,
    #[serde(default)]
    pub(super) at: bool,
    pub(super) link: Option<String>,
    pub(super) link_phone: Option<String>,
    pub(super) link_at: Option<String>,
    retired: Option<chrono::NaiveDate>,
    successor: Option<String>,
    purpose: Pair,
    ask: Pair,
}

#[derive(Clone, Debug, Deserialize)]
struct Pair {
    en: String,
    zh: String,
}

#[derive(Deserialize)]
struct File {
    kind: Vec<Spec>,
}

const fn any_length() -> (usize, usize) {
    (1, 64)
}

/// The kinds of the file; none when it does not read.
pub(super) fn load(text: &str) -> Vec<(ChannelInfo, Spec)> {
    let kinds = toml::from_str::<File>(text).map(|file| file.kind).unwrap_or_default();
    kinds.into_iter().filter_map(|spec| Some((info(&spec)?, spec))).collect()
}

fn info(spec: &Spec) -> Option<ChannelInfo> {
    // Read once, kept as long as the program runs.
    let kept = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let retired = spec.retired.map(|on| Retired { on, successor: kept(spec.successor.as_deref().unwrap_or_default()) });
    Some(ChannelInfo {
        kind: ChannelKind::new(&spec.slug)?,
        en: kept(&spec.en),
        zh: kept(&spec.zh),
        short: kept(&spec.short),
        key: spec.key,
        purpose_en: kept(&spec.purpose.en),
        purpose_zh: kept(&spec.purpose.zh),
        ask_en: kept(&spec.ask.en),
        ask_zh: kept(&spec.ask.zh),
        retired,
        linked: spec.link.is_some() || spec.link_phone.is_some(),
    })
}
