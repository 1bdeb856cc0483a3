use super::*;
use crate::domain::InteractionId;
use chrono::{DateTime, Duration, FixedOffset, Utc};

fn now() -> Now {
    let instant: DateTime<Utc> = "2026-11-25T02:00:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn said(days: i64, direction: Direction) -> Interaction {
    Interaction {
        id: InteractionId(days),
        contact: None,
        at: now().instant - Duration::days(days),
        direction,
        kind: None,
        text: "".into(),
        outcome: "".into(),
        template: "".into(),
    }
}

#[test]
fn one_too_many_is_told_before_it_is_sent() {
    let fatigue = Fatigue::default();
    let mut timeline: Vec<Interaction> = [1, 3, 7].map(|days| said(days, Direction::Out)).into();
    timeline.push(said(2, Direction::In));
    assert_eq!(sent(&timeline, fatigue, &now()), 2, "a week ago is no longer in the week");
    assert_eq!(warning(2, fatigue), None);
    timeline.push(said(6, Direction::Out));
    assert!(warning(sent(&timeline, fatigue, &now()), fatigue).is_some());
    assert_eq!(warning(9, Fatigue { most: 0, days: 7 }), None);
}
