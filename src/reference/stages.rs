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
mod tests {
    use super::*;

    #[test]
    fn a_stage_is_found_by_every_word_for_it() {
        let fair = Stage::new("fair").unwrap();
        let mut stages = Stages { order: vec![fair, Stage::INQUIRY, Stage::QUOTED, Stage::LOST], ..Stages::default() };
        stages.names.insert(fair, "广交会".into());
        stages.names.insert(Stage::QUOTED, "Inquiry".into());
        let found = |text: &str| find_stage(text, &stages);
        assert_eq!([found("广交会"), found(" FAIR ")], [Some(fair); 2]);
        assert_eq!(found("inquiry"), Some(Stage::QUOTED), "the exporter's own word before any other");
        assert_eq!(
            [found("询盘"), found("lost"), found("流失")],
            [Some(Stage::INQUIRY), Some(Stage::LOST), Some(Stage::LOST)]
        );
        assert_eq!(
            [found("quoted"), found("已报价")],
            [Some(Stage::QUOTED), None],
            "who renames a stage means the new name"
        );
        assert_eq!([found(""), found("sample"), found("-")], [None; 3]);
        assert_eq!(find_stage("打样", &Stages::default()), Some(Stage::SAMPLE));
    }
}
