use super::*;
use crate::domain::{Sale, sales::Collector, sales::Rates};
use chrono::{DateTime, FixedOffset, Utc};

fn now() -> Now {
    let instant: DateTime<Utc> = "2026-11-22T02:14:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn usd() -> Currency {
    Currency::parse("USD").unwrap()
}

/// Tier, and orders as days ago and amount.
fn board(rows: &[(Tier, &[(u64, i64)])]) -> (Vec<Bundle>, Vec<Sale>) {
    let (mut bundles, mut sales) = (Vec::new(), Vec::new());
    for (id, (tier, orders)) in (1..).zip(rows) {
        let mut bundle = Bundle::default();
        bundle.customer.id = CustomerId(id);
        bundle.customer.fields.tier = *tier;
        for (days, amount) in *orders {
            let on = now().today() - Days::new(*days);
            bundle.bought.add(on, usd(), Amount::whole(*amount));
            sales.push(Sale { customer: CustomerId(id), on, currency: usd(), amount: Amount::whole(*amount) });
        }
        bundles.push(bundle);
    }
    (bundles, sales)
}

fn found(rows: &[(Tier, &[(u64, i64)])], rules: &SuggestRules) -> Vec<(i64, Tier, &'static str)> {
    let (bundles, sales) = board(rows);
    let (from, late) = rules.days(now().today());
    let mut collector = Collector::new(from, now().today(), late);
    sales.iter().for_each(|sale| collector.add(sale));
    let drift = drift(bundles.iter(), &collector.sums(&Rates::default()), rules, &now());
    drift.misfiled.iter().map(|it| (it.customer.0, it.suggested, it.why.key)).collect()
}

#[test]
fn most_of_the_sales_make_an_a() {
    let rules = SuggestRules::default();
    let rows: [(Tier, &[(u64, i64)]); 4] =
        [(Tier::C, &[(200, 80)]), (Tier::B, &[(200, 15)]), (Tier::A, &[(300, 3)]), (Tier::None, &[(300, 2)])];
    assert_eq!(
        found(&rows, &rules),
        [(1, Tier::A, "suggest-share-a"), (3, Tier::C, "suggest-share-c"), (4, Tier::C, "suggest-share-c")]
    );
}

#[test]
fn thresholds_are_the_exporters_own() {
    let rules = SuggestRules { by: By::Amount, ..SuggestRules::default() };
    let rows: [(Tier, &[(u64, i64)]); 3] =
        [(Tier::C, &[(10, 50_000)]), (Tier::C, &[(200, 10_000)]), (Tier::C, &[(200, 9_999)])];
    assert_eq!(found(&rows, &rules), [(1, Tier::A, "suggest-amount"), (2, Tier::B, "suggest-amount")]);
}

#[test]
fn a_growing_c_is_seen_early() {
    let rules = SuggestRules { by: By::Amount, ..SuggestRules::default() };
    let rows: [(Tier, &[(u64, i64)]); 3] = [
        (Tier::C, &[(300, 200), (60, 1_500), (20, 1_500)]),
        (Tier::C, &[(60, 3_000)]),
        (Tier::C, &[(60, 1_000), (20, 1_000)]),
    ];
    assert_eq!(found(&rows, &rules), [(1, Tier::B, "suggest-growing")]);
}

#[test]
fn nothing_bought_for_long_moves_down_but_for_who_still_talks() {
    let rules = SuggestRules::default();
    let (mut bundles, _) = board(&[(Tier::A, &[(500, 10)]), (Tier::A, &[(500, 10)]), (Tier::A, &[])]);
    bundles[1].last_in = Some(now().instant - chrono::Duration::days(20));
    let drift = drift(bundles.iter(), &Sums::default(), &rules, &now());
    let found: Vec<(i64, &str)> = drift.misfiled.iter().map(|it| (it.customer.0, it.why.key)).collect();
    assert_eq!(found, [(1, "suggest-nothing-bought"), (3, "suggest-never-bought")]);
}
