//! Is it a customer for what we sell? (`S0.2`) The exporter's own words, weighed, looked for in what the customer says
//! and does; business and end users apart.

use super::{Bundle, ChannelKind, Detail, Direction, Text};
use serde::Deserialize;
use std::collections::BTreeMap;

mod words;

pub use words::{Folded, fold};

/// The words to look for and what each weighs; a negative weight speaks against the customer. ASCII words are looked
/// for at the beginning of a word (`school` finds `schools`), others anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FitRules {
    /// Companies that use or resell it.
    pub b2b: BTreeMap<Text, i16>,
    /// Those at the end of the chain.
    pub b2c: BTreeMap<Text, i16>,
}

/// Which list a word is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    B2b,
    B2c,
}

impl Side {
    /// As the configuration and locale keys write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::B2b => "b2b",
            Self::B2c => "b2c",
        }
    }
}

/// A word that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// As the list has it.
    pub word: Text,
    pub weight: i16,
    pub side: Side,
}

/// How well a customer fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Of the better side, -100 to 100; 0: nothing found.
    pub score: i32,
    pub b2b: i32,
    pub b2c: i32,
    /// The heaviest first.
    pub matched: Vec<Match>,
}

impl Fit {
    /// The side that speaks louder; `None` when neither does.
    pub fn side(&self) -> Option<Side> {
        match (self.b2b, self.b2c) {
            (b2b, b2c) if b2b.max(b2c) <= 0 => None,
            (b2b, b2c) if b2b >= b2c => Some(Side::B2b),
            _ => Some(Side::B2c),
        }
    }
}

/// The author's own list (`S0.2`): UV lamps and sterilisers. Also the example in the configuration.
const B2B: [(&str, i16); 41] = [
    ("water treatment", 30),
    ("water purif", 30),
    ("wastewater", 25),
    ("drinking water", 20),
    ("fertili", 20),
    ("river", 15),
    ("municipal", 15),
    ("aquacultur", 25),
    ("fish farm", 25),
    ("hatchery", 20),
    ("organic agricultur", 20),
    ("hydroponic", 15),
    ("greenhouse", 10),
    ("fume", 15),
    ("oil fume", 20),
    ("exhaust gas", 25),
    ("waste gas", 25),
    ("cleaning equipment", 20),
    ("sterili", 30),
    ("disinfect", 30),
    ("germicidal", 30),
    ("uv lamp", 30),
    ("uvc", 25),
    ("ultraviolet", 25),
    ("ballast", 20),
    ("水处理", 30),
    ("污水", 25),
    ("净水", 30),
    ("饮用水", 20),
    ("肥料", 20),
    ("河道", 15),
    ("市政", 15),
    ("水产养殖", 25),
    ("有机农业", 20),
    ("油烟", 20),
    ("废气", 25),
    ("清洁设备", 20),
    ("杀菌", 30),
    ("消毒", 30),
    ("紫外", 25),
    ("镇流器", 20),
];
const B2C: [(&str, i16); 12] = [
    ("hospital", 25),
    ("clinic", 25),
    ("dental", 15),
    ("school", 20),
    ("kindergarten", 15),
    ("household", 15),
    ("home use", 15),
    ("医院", 25),
    ("诊所", 25),
    ("学校", 20),
    ("幼儿园", 15),
    ("家用", 15),
];

impl Default for FitRules {
    fn default() -> Self {
        let list = |words: &[(&str, i16)]| words.iter().map(|(word, weight)| ((*word).into(), *weight)).collect();
        Self { b2b: list(&B2B), b2c: list(&B2C) }
    }
}

impl FitRules {
    /// How well the customer fits, by what it wrote, wants and is called. Each word counts once.
    pub fn judge(&self, bundle: &Bundle, detail: &Detail) -> Fit {
        self.judge_texts(&texts(bundle, detail))
    }

    /// How well a text fits, such as one just pasted.
    pub fn judge_text(&self, text: &str) -> Fit {
        self.judge_texts(&[fold(text)])
    }

    fn judge_texts(&self, texts: &[Folded]) -> Fit {
        let mut matched: Vec<Match> = Vec::new();
        for (side, words) in [(Side::B2b, &self.b2b), (Side::B2c, &self.b2c)] {
            let found = words.iter().filter(|(word, _)| {
                let word = fold(word);
                texts.iter().any(|text| text.has(word.as_str()))
            });
            matched.extend(found.map(|(word, weight)| Match { word: word.clone(), weight: *weight, side }));
        }
        matched.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.word.cmp(&b.word)));
        let sum = |side| {
            let weights = matched.iter().filter(|found| found.side == side).map(|found| i32::from(found.weight));
            weights.fold(0_i32, i32::saturating_add).clamp(-100, 100)
        };
        let (b2b, b2c) = (sum(Side::B2b), sum(Side::B2c));
        let score = if b2b.max(b2c) > 0 { b2b.max(b2c) } else { b2b.min(b2c) };
        Fit { score, b2b, b2c, matched }
    }
}

/// More than this of one text is not looked at.
const LONGEST: usize = 20_000;
/// Nor are more messages than this.
const MESSAGES: usize = 50;

fn texts(bundle: &Bundle, detail: &Detail) -> Vec<Folded> {
    let customer = &bundle.customer;
    let own = [&*customer.name, &customer.company, &customer.interests, &customer.requirements, &customer.notes];
    let tags = customer.tags.iter().map(|tag| &**tag);
    let sites = bundle.channels.iter().filter(|c| [ChannelKind::EMAIL, ChannelKind::WEBSITE].contains(&c.kind));
    let said = detail.timeline.iter().filter(|said| said.direction == Direction::In).take(MESSAGES);
    own.into_iter()
        .chain(tags)
        .chain(sites.map(|channel| &*channel.handle))
        .chain(said.map(|said| &*said.text))
        .filter(|text| !text.is_empty())
        .map(|text| fold(head(text)))
        .collect()
}

fn head(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests;
