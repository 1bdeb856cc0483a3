//! Names written on the command line: views, tiers, stages, countries, kinds of channel.

use super::Fault;
use crate::domain::{
    ChannelKind, Country, Say, Stage, Tier,
    funnel::Stages,
    view::{Builtin, ViewQuery},
};
use crate::reference::{find_country, find_kind, find_stage, kinds};
use crate::store::Store;

/// A built-in view, or a saved one by its name in any case.
pub fn view(name: &str, store: &Store) -> Result<ViewQuery, Fault> {
    let builtin = Builtin::parse(&name.trim().to_lowercase());
    if let Some(builtin) = builtin {
        return Ok(ViewQuery::of(builtin));
    }
    let saved = store.views()?;
    let wanted = name.trim().to_lowercase();
    if let Some(view) = saved.iter().find(|view| view.name.trim().to_lowercase() == wanted) {
        return Ok(view.query.clone());
    }
    let names = Builtin::ALL.iter().map(|view| view.as_str()).chain(["drift", "holidays"]);
    let names = names.chain(saved.iter().map(|view| &*view.name));
    let names = names.collect::<Vec<_>>().join(", ");
    Err(Fault::Failed(Say::new("cli-no-such-view").with("view", name).with("views", names)))
}

/// `A`, `b`, `none`.
pub fn tier(text: &str) -> Result<Tier, Fault> {
    let tier = Some(text).filter(|text| !text.is_empty()).and_then(Tier::parse);
    tier.ok_or_else(|| Fault::Usage(Say::new("cli-no-such-tier").with("tier", text)))
}

/// A stage of the funnel by any word for it, or one that customers are at though the configuration does not know it any
/// more.
pub fn stage(text: &str, stages: &Stages, store: &Store) -> Result<Stage, Fault> {
    if let Some(stage) = find_stage(text, stages) {
        return Ok(stage);
    }
    let used = store.stages_in_use()?;
    if let Some(stage) = used.iter().find(|stage| stage.as_str().eq_ignore_ascii_case(text)) {
        return Ok(*stage);
    }
    let mut known = stages.known();
    known.extend(used.into_iter().filter(|stage| !stages.known().contains(stage)));
    let known = known.iter().map(|stage| stage.as_str()).collect::<Vec<_>>().join(", ");
    Err(Fault::Usage(Say::new("cli-no-such-stage").with("stage", text).with("stages", known)))
}

/// A code or a name.
pub fn country(text: &str) -> Result<Country, Fault> {
    find_country(text).ok_or_else(|| Fault::Usage(Say::new("cli-no-such-country").with("country", text)))
}

/// A kind of channel by slug or name.
pub fn kind(text: &str) -> Result<ChannelKind, Fault> {
    find_kind(text).ok_or_else(|| {
        let all = kinds().iter().map(|info| info.kind.as_str()).collect::<Vec<_>>().join(", ");
        Fault::Usage(Say::new("cli-no-such-kind").with("kind", text).with("kinds", all))
    })
}
