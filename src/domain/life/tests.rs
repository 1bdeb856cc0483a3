use super::*;
use crate::domain::{Amount, Currency};
use chrono::{DateTime, Days, FixedOffset, Utc};

fn stage(days_ago: &[u64]) -> LifeStage {
    let instant: DateTime<Utc> = "2026-11-22T02:14:00Z".parse().unwrap();
    let now = Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() };
    let mut bundle = Bundle::default();
    for days in days_ago {
        bundle.bought.add(now.today() - Days::new(*days), Currency::NONE, Amount::whole(1));
    }
    LifeStage::of(&bundle, &now)
}

#[test]
fn a_life_from_orders() {
    assert_eq!(stage(&[]), LifeStage::Potential);
    assert_eq!(stage(&[30]), LifeStage::FirstPurchase);
    assert_eq!(stage(&[200, 30]), LifeStage::Repeat);
    assert_eq!(stage(&[400, 300, 200, 100]), LifeStage::Loyal);
    assert_eq!(stage(&[500, 400, 300, 250]), LifeStage::Dormant, "twice their own rhythm");
    assert_eq!(stage(&[400]), LifeStage::Dormant);
    assert_eq!(stage(&[900]), LifeStage::Lost);
    let bundle = |stage| {
        let mut bundle = Bundle::default();
        bundle.customer.fields.stage = Some(stage);
        bundle
    };
    let instant: DateTime<Utc> = "2026-11-22T02:14:00Z".parse().unwrap();
    let now = Now { instant, zone: "UTC".into(), offset: FixedOffset::east_opt(0).unwrap() };
    assert_eq!(LifeStage::of(&bundle(Stage::LOST), &now), LifeStage::Lost);
}
