use super::*;
use crate::domain::{Interaction, InteractionId};
use chrono::DateTime;
use proptest::prelude::*;

fn words(fit: &Fit) -> Vec<&str> {
    fit.matched.iter().map(|one| &*one.word).collect()
}

#[test]
fn folding() {
    assert_eq!(fold("  Échantillons — GRATUITS!\n").as_str(), "echantillons gratuits");
    assert_eq!(fold("Cashier’s Check").as_str(), "cashiers check");
    assert_eq!(fold("ＵＶ１００").as_str(), "uv100");
    assert_eq!(fold("水处理，设备").as_str(), "水处理 设备");
    assert_eq!(fold("f\u{200b}r\u{ad}ee").as_str(), "free");
    assert_eq!(fold("أهلاً").as_str(), "اهلا");
    assert_eq!(fold("!!!").as_str(), "");
}

#[test]
fn words_are_found_at_their_beginning() {
    let text = fold("Advisable sterilisers for schools, 河道治理");
    assert!(text.has("sterili") && text.has("school") && text.has("河道"));
    assert!(!text.has("visa") && !text.has("chool") && !text.has(""));
}

#[test]
fn the_example_finds_the_authors_customers() {
    let rules = FitRules::default();
    let fit = rules.judge_text("We build water treatment plants and need UV lamps for disinfection.");
    assert_eq!(words(&fit), ["disinfect", "uv lamp", "water treatment"]);
    assert_eq!((fit.score, fit.side()), (90, Some(Side::B2b)));
    let fit = rules.judge_text("诊所和学校用的消毒灯");
    assert_eq!(words(&fit), ["消毒", "诊所", "学校"]);
    assert_eq!((fit.b2b, fit.b2c, fit.side()), (30, 45, Some(Side::B2c)));
    let fit = rules.judge_text("We sell garden furniture.");
    assert_eq!((fit.score, fit.side(), fit.matched.len()), (0, None, 0));
}

#[test]
fn weights_may_speak_against() {
    let rules: FitRules = serde_json::from_str(r#"{"b2b": {"seo": -40, "pump": 30}}"#).unwrap();
    assert_eq!(rules.judge_text("SEO services").score, -40);
    assert_eq!(rules.judge_text("SEO for pumps").score, -10);
    assert_eq!(rules.judge_text("pump PUMP pumps").score, 30);
    assert!(rules.b2c.is_empty() || !FitRules::default().b2c.is_empty());
}

#[test]
fn interests_tags_sites_and_what_they_say_count_but_not_what_we_say() {
    let mut bundle = Bundle::default();
    bundle.customer.fields.tags = vec!["aquaculture".into()];
    bundle.customer.fields.interests = "ballast".into();
    let say = |direction, text: &str| Interaction {
        id: InteractionId(1),
        contact: None,
        at: DateTime::default(),
        direction,
        kind: None,
        text: text.into(),
        outcome: "".into(),
        template: Default::default(),
    };
    let timeline = vec![say(Direction::In, "for a hatchery"), say(Direction::Out, "for a hospital")];
    let fit = FitRules::default().judge(&bundle, &Detail { timeline, closed: Vec::new(), ..Detail::default() });
    assert_eq!(words(&fit), ["aquacultur", "ballast", "hatchery"]);
}

proptest! {
    #[test]
    fn any_text_does_no_harm(text in any::<String>()) {
        let fit = FitRules::default().judge_text(&text);
        prop_assert!((-100..=100).contains(&fit.score));
        let folded = fold(&text);
        prop_assert_eq!(&fold(folded.as_str()), &folded);
    }
}
