use super::*;
use crate::domain::{Due, FollowUp, Made, Pause};
use chrono::{DateTime, Days, FixedOffset, TimeDelta, Utc};

/// Noon of 20 November, in Shanghai.
fn now() -> Now {
    let instant = "2026-11-20T04:00:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

fn ago(days: i64) -> Option<DateTime<Utc>> {
    Some(now().instant - TimeDelta::days(days))
}

/// When they wrote and we, in days before now; when its next follow-up is, in days from now.
fn inquiry(last_in: i64, last_out: Option<i64>, next: Option<i64>) -> Bundle {
    let mut bundle = Bundle { last_in: ago(last_in), last_out: last_out.and_then(ago), ..Bundle::default() };
    bundle.customer.fields.stage = Some(Stage::INQUIRY);
    bundle.follow_ups.extend(next.map(|days| {
        let on = now().today() + TimeDelta::days(days);
        FollowUp { made: Made::Cadence, ..FollowUp::open(1, Due::day(on)) }
    }));
    bundle
}

#[test]
fn what_was_answered_waits_for_them() {
    let now = now();
    assert!(wants_decision(&inquiry(4, None, None), &now));
    assert!(wants_decision(&inquiry(4, None, Some(3)), &now), "what the rhythm plans puts nothing off");
    assert!(!wants_decision(&inquiry(4, Some(2), Some(3)), &now), "answered");
    assert!(!wants_decision(&inquiry(4, Some(2), None), &now));
    assert!(wants_decision(&inquiry(1, Some(2), Some(3)), &now), "they wrote again");
    assert!(wants_decision(&inquiry(4, Some(2), Some(0)), &now), "its follow-up is due");
    assert!(wants_decision(&inquiry(4, Some(2), Some(-5)), &now));
}

#[test]
fn what_is_put_off_gone_or_decided_is_none() {
    let now = now();
    let with = |change: fn(&mut Bundle)| {
        let mut bundle = inquiry(4, None, None);
        change(&mut bundle);
        wants_decision(&bundle, &now)
    };
    assert!(!with(|it| it.customer.fields.stage = Some(Stage::QUOTED)));
    assert!(!with(|it| it.customer.fields.status = Status::Archived));
    let until = |days: u64| Some(Box::new(Pause { until: now.today() + Days::new(days), note: "".into() }));
    let paused = |days| {
        let mut bundle = inquiry(4, Some(2), Some(0));
        bundle.customer.fields.pause = until(days);
        wants_decision(&bundle, &now)
    };
    assert!(!paused(1));
    assert!(paused(0), "its day has come");
}
