//! What values are called where a form or a merge writes them as text: the language, and the exporter's own words.

use super::App;
use crate::domain::{Stage, funnel::Stages};
use crate::reference::{Lang, Words};

pub(super) struct Tongue<'a> {
    pub lang: Lang,
    pub stages: &'a Stages,
}

impl Tongue<'_> {
    pub fn stage(&self, stage: Option<Stage>) -> String {
        Words::of(self.lang).say(&self.stages.label(stage)).as_str().to_owned()
    }
}

impl App {
    pub(super) fn tongue(&self) -> Tongue<'_> {
        Tongue { lang: self.lang, stages: &self.board.rules().funnel }
    }
}
