//! `tradewind verify`: is the customer real? From what is known and from what comes with the program; with `--online`
//! also from what the network says.

use super::{
    Context, Done, Fault,
    table::{Table, Tint},
    who,
};
use crate::domain::authenticity::{self, Assessment, Case, Evidence, Index, Outcome, Verdict, assess, text_key};
use crate::domain::completeness::missing;
use crate::domain::fit::Fit;
use crate::domain::next_channel::{Channels, advise};
use crate::domain::{Bundle, Detail, Direction, Now, Safe};
use crate::reference::{Desk, Known};
use crate::runtime::online;
use crate::store::Store;
use serde::Serialize;
use std::collections::{BTreeSet, HashSet};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "WHO")]
    who: String,
    #[arg(long)]
    online: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct VerifyJson {
    verdict: &'static str,
    score: i32,
    evidence: Vec<EvidenceJson>,
}

#[derive(Serialize)]
struct EvidenceJson {
    check: &'static str,
    result: &'static str,
    weight: i32,
    detail: String,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let bundle = who::one(&args.who, &store, context)?;
    let detail = store.detail(bundle.customer.id, usize::MAX)?;
    let fit = context.config.fit.judge(&bundle, &detail);
    let mut found = look(&bundle, &detail, &fit, &store)?;
    if args.online {
        found = authenticity::with(&found, &online::look(&bundle, &online::Net::system()));
    }
    if args.json {
        return context.out.json(&json(&found, context));
    }
    print(&bundle, &found, context)?;
    print_fit(&fit, context)?;
    print_missing(&bundle, &detail, context, &context.now())
}

/// The check of one customer against all others.
pub fn look(bundle: &Bundle, detail: &Detail, fit: &Fit, store: &Store) -> Result<Assessment, Fault> {
    let index = index(bundle, detail, store)?;
    Ok(assess(&Case { bundle, detail, fit, facts: &Known, index: &index }))
}

/// The others that share a handle or a text with this customer: no more of the board is needed for one.
fn index(bundle: &Bundle, detail: &Detail, store: &Store) -> Result<Index, Fault> {
    let mut index = Index::default();
    let mut others = BTreeSet::new();
    let norms: Vec<&str> = bundle.channels.iter().map(|channel| &*channel.norm).collect();
    others.extend(store.find_norms(&norms)?.into_iter().map(|(id, _)| id));
    let unasked = detail.timeline.iter().rev().take_while(|said| said.direction == Direction::In);
    let keys: HashSet<u64> = unasked.filter_map(|said| text_key(&said.text)).collect();
    if !keys.is_empty() {
        store.said_to_us(&mut |id, text| {
            if id != bundle.customer.id && text_key(text).is_some_and(|key| keys.contains(&key)) {
                index.put_text(id, text);
                others.insert(id);
            }
        })?;
    }
    others.remove(&bundle.customer.id);
    for id in others {
        if let Some(other) = store.bundle(id)? {
            index.put(&other, &Known);
        }
    }
    Ok(index)
}

fn json(found: &Assessment, context: &Context) -> VerifyJson {
    let evidence = found.evidence.iter().map(|one| EvidenceJson {
        check: one.check.as_str(),
        result: one.outcome().as_str(),
        weight: one.weight,
        detail: context.words().say(&one.detail).to_string(),
    });
    VerifyJson { verdict: found.verdict.as_str(), score: found.score, evidence: evidence.collect() }
}

fn print(bundle: &Bundle, found: &Assessment, context: &Context) -> Done {
    let words = context.words();
    let verdict = words.get(&format!("verdict-{}", found.verdict.as_str())).to_string();
    let args = [
        ("name", bundle.customer.name.to_string().into()),
        ("verdict", verdict.into()),
        ("score", i64::from(found.score).into()),
    ];
    context.out.line(&context.words().with("cli-verify-verdict", &args))?;
    let mut table = Table::new().right(&[0]);
    for one in &found.evidence {
        let check = words.get(&format!("check-{}", one.check.as_str()));
        table.row([
            (Safe::new(&weight(one)), tint(one.outcome())),
            (check, Tint::Faint),
            (words.say(&one.detail), Tint::Plain),
        ]);
    }
    context.out.table(&table)?;
    if found.verdict != Verdict::Real {
        context.out.line(&words.get("cli-verify-yours"))?;
    }
    Ok(())
}

/// `+15`, `−40`, `·`.
fn weight(one: &Evidence) -> String {
    match one.weight {
        0 => "·".to_owned(),
        weight if weight > 0 => format!("+{weight}"),
        weight => format!("−{}", weight.unsigned_abs()),
    }
}

const fn tint(outcome: Outcome) -> Tint {
    match outcome {
        Outcome::Good => Tint::Good,
        Outcome::Bad => Tint::Bad,
        Outcome::Neutral => Tint::Faint,
    }
}

fn print_fit(fit: &Fit, context: &Context) -> Done {
    let Some(side) = fit.side() else { return context.out.line(&context.words().get("cli-fit-none")) };
    let matched = fit.matched.iter().map(|one| &*one.word).collect::<Vec<_>>().join(", ");
    let side = context.words().get(&format!("fit-{}", side.as_str())).to_string();
    let args = [("score", i64::from(fit.score).into()), ("side", side.into()), ("words", matched.into())];
    context.out.line(&context.words().with("cli-fit", &args))
}

fn print_missing(bundle: &Bundle, detail: &Detail, context: &Context, now: &Now) -> Done {
    let desk = Desk::of(bundle, &context.config.windows, context.lang);
    let advice = advise(bundle, detail, &desk, now);
    for one in missing(bundle, &detail.orders, &advice) {
        context.say(&one.say(|kind| desk.name(kind)))?;
    }
    Ok(())
}
