//! Inquiries with the verdicts that they deserve, from `tests/fixtures/inquiries.toml`.

use super::{Inquiry, Stage, Verdict};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    inquiry: Vec<Row>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Row {
    name: String,
    company: String,
    country: String,
    email: String,
    phone: String,
    site: String,
    wants: String,
    text: String,
    stage: Option<Stage>,
    answers: i64,
    verdict: String,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("../../../../tests/fixtures/inquiries.toml")).unwrap());

pub(super) fn inquiries() -> Vec<(Inquiry<'static>, Verdict)> {
    assert!(FILE.inquiry.len() >= 40);
    FILE.inquiry.iter().map(|row| (row.inquiry(), row.verdict())).collect()
}

impl Row {
    fn inquiry(&self) -> Inquiry<'_> {
        Inquiry {
            name: &self.name,
            company: &self.company,
            country: &self.country,
            email: &self.email,
            phone: &self.phone,
            site: &self.site,
            wants: &self.wants,
            text: &self.text,
            stage: self.stage,
            answers: self.answers,
        }
    }

    fn verdict(&self) -> Verdict {
        let all = [Verdict::Real, Verdict::Doubtful, Verdict::Fake, Verdict::Unknown];
        all.into_iter().find(|verdict| verdict.as_str() == self.verdict).unwrap()
    }
}
