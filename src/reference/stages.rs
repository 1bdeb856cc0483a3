//! Stages of the funnel as people write them.

use super::{Lang, Words};
use crate::domain::{Stage, funnel::Stages};

/// A stage by the exporter's own word for it, by its slug, or by the program's word in either language.
pub fn find_stage(text: &str, stages: &Stages) -> Option<Stage> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return None;
    }
    let own = stages.names.iter().find(|(_, name)| name.trim().to_lowercase() == text);
    if let Some((stage, _)) = own {
        return Some(*stage);
    }
    let known = stages.known();
    let written = known.iter().find(|stage| stage.as_str() == text);
    let said = |stage: &&Stage| {
        let label = stages.label(Some(**stage));
        !stages.names.contains_key(stage)
            && Lang::ALL.into_iter().any(|lang| Words::of(lang).say(&label).as_str().to_lowercase() == text)
    };
    written.or_else(|| known.iter().find(said)).copied()
}

#[cfg(test)]
mod tests;
