//! The demo's customers, looked at one by one as the commands do.

use super::*;
use crate::domain::authenticity::Verdict;
use crate::domain::fit::FitRules;
use crate::domain::hours::Windows;
use crate::domain::silence::Reason;
use crate::domain::{Bundle, Safe};
use crate::reference::{Lang, Words, local_at};
use crate::store::Store;
use chrono::FixedOffset;
use std::collections::BTreeMap;

fn now() -> Now {
    Now {
        instant: "2026-11-22T02:14:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3_600).unwrap(),
    }
}

fn whole(said: &Safe) {
    assert!(!said.as_str().is_empty() && !said.as_str().contains(['‹', '{', '$']), "{said}");
}

#[test]
fn every_customer_of_the_demo_has_a_verdict_and_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let now = now();
    let mut store = Store::open(&folder.path().join("demo.db"), &now).unwrap();
    for edit in crate::demo::edits(150, 1, &now) {
        store.commit(&edit, &now).unwrap();
    }
    let mut bundles: Vec<Bundle> = Vec::new();
    store.bundles(&mut |bundle| bundles.push(bundle)).unwrap();
    assert_eq!(bundles.len(), 150);
    let (mut verdicts, mut reasons): (BTreeMap<Verdict, usize>, BTreeMap<Reason, usize>) = Default::default();
    let windows = Windows::default();
    for bundle in &bundles {
        let detail = store.detail(bundle.customer.id, usize::MAX).unwrap();
        let fit = FitRules::default().judge(bundle, &detail);
        let checked = verify::look(bundle, &detail, &fit, &store).unwrap();
        *verdicts.entry(checked.verdict).or_default() += 1;
        assert_ne!(checked.verdict, Verdict::Fake, "{}: {checked:?}", bundle.customer.name);
        for lang in Lang::ALL {
            let words = Words::of(lang);
            let desk = Desk::of(bundle, &windows, lang).answering(bundle, &detail, &windows);
            let verdict = Some(checked.verdict);
            let case = Case { bundle, detail: &detail, calendar: &desk, channels: &desk, verdict, now: &now };
            let found = why(&case);
            for cause in &found.causes {
                whole(&words.say(&cause.detail));
                assert!(words.has(&format!("reason-{}", cause.reason.as_str())));
                if lang == Lang::En {
                    *reasons.entry(cause.reason).or_default() += 1;
                }
            }
            assert!(words.has(&format!("action-{}", found.step.action.as_str())));
            let advice = advise(bundle, &detail, &desk, &now);
            advice.order.iter().for_each(|one| whole(&words.say(&one.detail)));
            for one in crate::domain::completeness::missing(bundle, &detail.orders, &advice) {
                whole(&words.say(&one.say(|kind| desk.name(kind))));
            }
            // Never at night, on a weekend or a holiday; never by what is gone.
            if let Some(at) = found.step.at {
                assert!(at >= now.instant);
                assert_ne!(desk.is_open(at), Some(false), "{}: {found:?}", bundle.customer.name);
                assert!(desk.zone().is_none_or(|zone| local_at(zone, at).is_some()));
            }
            assert!(found.step.channel.is_none_or(|kind| desk.successor(kind).is_none()), "{found:?}");
        }
    }
    println!("{verdicts:?}\n{reasons:?}");
    assert!(reasons.len() >= 5, "{reasons:?}");
}
