//! What passed between us: who answers and orders is real.

use super::{Case, Check, Evidence};
use crate::domain::{Say, Stage, next_channel};

pub(super) fn look(case: &Case<'_>, found: &mut Vec<Evidence>) {
    let ordered = case.bundle.customer.stage.is_some_and(|stage| [Stage::ORDER, Stage::REPEAT].contains(&stage));
    let answers = next_channel::answers(&case.detail.timeline).len();
    let (weight, key) = match answers {
        _ if ordered => (60, "verify-ordered"),
        0 => return,
        1 | 2 => (15, "verify-answered"),
        _ => (30, "verify-answered"),
    };
    found.push(Evidence::new(Check::History, weight, Say::new(key).with("count", answers)));
}
