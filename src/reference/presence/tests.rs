use super::*;

fn at(country: &str, zones: &[&'static str], now: &str) -> Presence {
    let here = Whereabouts { country: Country::new(country), zones: zones.into(), private: false };
    here.presence(&Windows::default(), None, now.parse().unwrap())
}

fn utc(text: &str) -> Option<DateTime<Utc>> {
    Some(text.parse().unwrap())
}

#[test]
fn one_zone_has_four_states() {
    let berlin = |now| at("DE", &["Europe/Berlin"], now);
    let open = berlin("2026-11-20T10:00:00Z");
    assert_eq!(
        (open.state, open.opens, open.closes),
        (State::Open, utc("2026-11-20T08:00:00Z"), utc("2026-11-20T17:00:00Z"))
    );
    assert_eq!(berlin("2026-11-20T06:30:00Z").state, State::Soon);
    let night = berlin("2026-11-20T22:00:00Z");
    assert_eq!((night.state, night.opens), (State::Closed, utc("2026-11-23T08:00:00Z")));
    let State::Holiday { name, until } = berlin("2026-12-25T10:00:00Z").state else { panic!() };
    assert_eq!((name.name_en, until.to_string().as_str()), ("Christmas Day", "2026-12-26"));
    assert_eq!(at("", &[], "2026-11-20T10:00:00Z"), Presence::default());
}

#[test]
fn several_zones_are_open_only_where_all_are() {
    let states = |now| at("US", &["America/New_York", "America/Los_Angeles"], now);
    assert_eq!(states("2026-11-20T15:00:00Z").state, State::Perhaps, "ten in New York, seven in Los Angeles");
    let both = states("2026-11-20T18:00:00Z");
    assert_eq!(
        (both.state, both.opens, both.closes),
        (State::Open, utc("2026-11-20T17:00:00Z"), utc("2026-11-20T23:00:00Z"))
    );
    let night = states("2026-11-20T08:00:00Z");
    assert_eq!((night.state, night.opens), (State::Closed, utc("2026-11-20T17:00:00Z")));
    assert_eq!(states("2026-11-20T13:59:00Z").state, State::Closed, "open in one zone in a minute is not soon");
    // No hour is shared from Kaliningrad to Kamchatka.
    let russia = at("RU", &["Europe/Kaliningrad", "Asia/Kamchatka"], "2026-11-20T08:00:00Z");
    assert_eq!((russia.state, russia.opens), (State::Perhaps, None));
}

#[test]
fn the_hour_changes_with_the_clocks() {
    // Summer time in Berlin begins on 29 March 2026.
    assert_eq!(at("DE", &["Europe/Berlin"], "2026-03-27T20:00:00Z").opens, utc("2026-03-30T07:00:00Z"));
    assert_eq!(at("DE", &["Europe/Berlin"], "2026-10-23T20:00:00Z").opens, utc("2026-10-26T08:00:00Z"));
}

#[test]
fn their_own_hours_come_before_the_offices() {
    let windows = Windows::default();
    let here =
        |zones: &[&'static str]| Whereabouts { country: Country::new("DE"), zones: zones.into(), private: false };
    let night =
        |zones: &[&'static str], now: &str| here(zones).presence(&windows, Usual::new(22, 4), now.parse().unwrap());
    let berlin = ["Europe/Berlin"];
    assert_eq!(night(&berlin, "2026-11-20T10:00:00Z").state, State::Closed, "the office is open, they do not answer");
    let late = night(&berlin, "2026-11-19T21:30:00Z");
    assert_eq!((late.state, late.closes), (State::Open, utc("2026-11-20T01:00:00Z")), "through midnight");
    assert_eq!(night(&berlin, "2026-11-20T20:00:00Z").state, State::Soon);
    assert_eq!(night(&berlin, "2026-11-21T21:30:00Z").opens, utc("2026-11-22T23:00:00Z"), "a weekend is one");
    // With two clocks nobody knows which one their hours are on.
    let two = ["Europe/Berlin", "Europe/Zurich"];
    assert_eq!(night(&two, "2026-11-20T10:00:00Z").state, State::Open);
}
