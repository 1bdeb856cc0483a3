//! All rules about one customer, applied with what the program knows of the world.

use super::{Desk, Lang};
use crate::domain::authenticity::{self, Facts, Index};
use crate::domain::completeness::missing;
use crate::domain::fit::FitRules;
use crate::domain::hours::Windows;
use crate::domain::insight::{Study, Twin, held};
use crate::domain::next_channel::advise;
use crate::domain::silence::{Case, why};
use crate::domain::{Bundle, Detail, Now};

/// Who else is there: what telling of one customer needs of the others.
#[derive(Clone, Debug, Default)]
pub struct Others {
    /// At least those that share a handle or a text with the customer.
    pub index: Index,
    pub twins: Vec<Twin>,
}

/// What the exporter holds, and when it is.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    pub fit: &'a FitRules,
    pub windows: &'a Windows,
    /// The language of names.
    pub lang: Lang,
    pub now: &'a Now,
}

/// Tells of a customer.
pub fn study((bundle, detail): (&Bundle, &Detail), grounds: &Grounds<'_>, others: &Others, facts: &dyn Facts) -> Study {
    let Grounds { fit, windows, lang, now } = *grounds;
    let fit = fit.judge(bundle, detail);
    let case = authenticity::Case { bundle, detail, fit: &fit, facts, index: &others.index };
    let assessment = authenticity::assess(&case);
    let desk = Desk::of(bundle, windows, lang).answering(bundle, detail, windows);
    let verdict = Some(held(bundle.customer.verdict, assessment.verdict));
    let why = why(&Case { bundle, detail, calendar: &desk, channels: &desk, verdict, now });
    let advice = advise(bundle, detail, &desk, now);
    let missing = missing(bundle, &detail.orders, &advice);
    Study { assessment, fit, advice, why, missing, twins: others.twins.clone() }
}
