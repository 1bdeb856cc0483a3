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
