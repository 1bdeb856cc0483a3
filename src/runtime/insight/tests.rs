use super::*;
use crate::domain::{
    ChannelDraft, ChannelKind, Country, CustomerFields, Direction, Dossier, Edit, NewInteraction, authenticity::Verdict,
};
use crate::reference::normalise;
use chrono::FixedOffset;
use std::collections::HashMap;

fn now() -> Now {
    let instant = "2026-11-22T02:14:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn rules() -> Rules {
    Rules { fit: FitRules::default(), windows: Windows::default(), lang: Lang::En }
}

fn customer(name: &str, stage: Stage, channels: &[(ChannelKind, &str)], text: &str) -> Dossier {
    let country = Country::new("GB");
    let draft = |(kind, handle): &(ChannelKind, &str)| ChannelDraft {
        id: None,
        contact: None,
        kind: *kind,
        handle: (*handle).into(),
        norm: normalise(*kind, handle, country).unwrap_or_default().into(),
        primary: false,
        emergency: false,
    };
    let fields = CustomerFields { name: name.into(), country, stage: Some(stage), ..CustomerFields::default() };
    let interaction = NewInteraction {
        at: now().instant - chrono::Duration::days(1),
        direction: Direction::In,
        kind: Some(ChannelKind::EMAIL),
        text: text.into(),
        outcome: "".into(),
        template: "".into(),
    };
    let channels = channels.iter().map(draft).collect();
    Dossier { fields, channels, interactions: vec![interaction], ..Dossier::default() }
}

/// A number of the right length that is given out to nobody.
const NOBODYS: (ChannelKind, &str) = (ChannelKind::PHONE, "+44 11 1111 1111");
const LETTER: &str = "Dear sir, we want 500 pcs of your product, please send an invitation letter for the visa.";

#[test]
fn an_inquirys_sign_in_the_list_is_the_verdict_one_finds_on_opening_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("trade.db"), &now()).unwrap();
    let mut dossiers = vec![
        customer("Number Of Nobody", Stage::INQUIRY, &[NOBODYS], "We need 500 UV lamps, 40 W."),
        customer("Letter One", Stage::INQUIRY, &[(ChannelKind::EMAIL, "one@gmail.com")], LETTER),
        customer("Letter Two", Stage::INQUIRY, &[(ChannelKind::EMAIL, "two@gmail.com")], LETTER),
        customer("Typo", Stage::INQUIRY, &[(ChannelKind::EMAIL, "buyer@gmial.com"), NOBODYS], "Price?"),
        customer("Shared", Stage::INQUIRY, &[(ChannelKind::EMAIL, "one@gmail.com")], "Hello, price list please."),
        customer("Own Domain", Stage::INQUIRY, &[(ChannelKind::EMAIL, "anna@acme.co.uk")], "We need 20 ballasts."),
    ];
    dossiers.push(customer("No Inquiry", Stage::QUOTED, &[NOBODYS], "We need 500 UV lamps, 40 W."));
    store.commit(&Edit::Import { source: "test".into(), dossiers }, &now()).unwrap();
    let mut told = HashMap::new();
    all(&store, &rules(), &now(), &mut |id, insight| told.extend([(id, insight)])).unwrap();
    let mut survey = survey::Survey::new();
    while !survey.done() {
        survey.step(&store, &rules(), &now()).unwrap();
    }
    let mut bundles = Vec::new();
    store.bundles(&mut |bundle| bundles.push(bundle)).unwrap();
    assert_eq!(told.len(), 7);
    let mut verdicts = Vec::new();
    for bundle in bundles.iter().filter(|it| it.customer.stage == Some(Stage::INQUIRY)) {
        let id = bundle.customer.id;
        let (study, _) = one(&store, id, &rules(), &survey.met, &now()).unwrap().unwrap();
        let insight = told[&id];
        let exact = (study.assessment.verdict, study.assessment.score);
        assert_eq!((insight.verdict, i32::from(insight.score)), exact, "{}", bundle.customer.name);
        let mut met = survey.met.clone();
        let again = some(&store, &[id], &rules(), &mut met, &now()).unwrap()[0].1;
        assert_eq!(
            (again.verdict, again.score),
            (insight.verdict, insight.score),
            "told anew: {}",
            bundle.customer.name
        );
        verdicts.push(insight.verdict);
    }
    assert!(verdicts.contains(&Verdict::Doubtful) || verdicts.contains(&Verdict::Fake), "{verdicts:?}");
    // The same number weighs nothing where nobody is to be judged.
    let of = |name: &str| told[&bundles.iter().find(|it| &*it.customer.name == name).unwrap().customer.id].score;
    assert!(of("Number Of Nobody") < of("No Inquiry"));
}

#[test]
fn who_shares_a_handle_is_found_by_hints_as_by_a_walk_over_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("trade.db"), &now()).unwrap();
    let mail = |handle| (ChannelKind::EMAIL, handle);
    let dossiers = vec![
        customer("One", Stage::INQUIRY, &[mail("one@gmail.com"), mail("desk@acme.co.uk")], "Price?"),
        customer("Two", Stage::QUOTED, &[mail("ONE@gmail.com")], "Lamps?"),
        customer("Three", Stage::QUOTED, &[mail("three@gmail.com")], "Ballasts?"),
    ];
    store.commit(&Edit::Import { source: "test".into(), dossiers }, &now()).unwrap();
    let mut met = all(&store, &rules(), &now(), &mut |_, _| ()).unwrap();
    let twins = |store: &Store, met: &Met, id| {
        let (bundle, detail) = store.dossiers(&[CustomerId(id)], LINES).unwrap().pop().unwrap();
        others::others(&bundle, &detail, store, met).unwrap().twins
    };
    let shared = |twins: Vec<crate::domain::insight::Twin>| twins.iter().map(|twin| twin.id.0).collect::<Vec<_>>();
    assert!(met.everybody() && !Met::default().everybody());
    for (id, with) in [(1, vec![2]), (2, vec![1]), (3, vec![])] {
        assert_eq!(twins(&store, &met, id), twins(&store, &Met::default(), id));
        assert_eq!(shared(twins(&store, &met, id)), with);
    }
    // Who comes later is met when told of.
    let late = vec![customer("Late", Stage::INQUIRY, &[mail("three@gmail.com")], "Hello")];
    store.commit(&Edit::Import { source: "test".into(), dossiers: late }, &now()).unwrap();
    some(&store, &[CustomerId(4)], &rules(), &mut met, &now()).unwrap();
    assert_eq!(shared(twins(&store, &met, 3)), [4]);
}
