use super::*;

fn desk(country: &str, city: &str) -> Desk {
    let mut bundle = Bundle::default();
    bundle.customer.fields.country = Country::new(country);
    bundle.customer.fields.city = city.into();
    Desk::of(&bundle, &Windows::default(), Lang::En)
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn one_zone() {
    let berlin = desk("DE", "");
    assert_eq!(berlin.zone(), Some("Europe/Berlin"));
    assert_eq!(berlin.is_open(at("2026-11-20T10:00:00Z")), Some(true));
    assert_eq!(berlin.is_open(at("2026-11-21T10:00:00Z")), Some(false));
    assert_eq!(berlin.next_open(at("2026-11-21T10:00:00Z")), Some(at("2026-11-23T08:00:00Z")));
    assert_eq!(berlin.day(at("2026-11-20T23:30:00Z")).to_string(), "2026-11-21");
    // Friday and Saturday are off in Saudi Arabia.
    let riyadh = desk("SA", "");
    assert!(riyadh.is_weekend("2026-11-20".parse().unwrap()) && !riyadh.is_weekend("2026-11-22".parse().unwrap()));
}

#[test]
fn several_zones_are_not_guessed_between() {
    let states = desk("US", "");
    assert_eq!(states.zone(), None);
    assert_eq!(states.local(at("2026-11-20T15:00:00Z")), None);
    // 10:00 in New York, 5:00 in Honolulu: maybe. 3:00 and 22:00 the day before: no. 15:00 and 10:00: yes.
    assert_eq!(states.is_open(at("2026-11-20T15:00:00Z")), None);
    assert_eq!(states.is_open(at("2026-11-20T08:00:00Z")), Some(false));
    assert_eq!(states.is_open(at("2026-11-20T20:00:00Z")), Some(true));
    let open = states.next_open(at("2026-11-20T08:00:00Z")).unwrap();
    assert_eq!(states.is_open(open), Some(true));
    assert_eq!(desk("US", "Chicago").zone(), Some("America/Chicago"));
}

#[test]
fn nothing_is_known_of_nowhere() {
    let nowhere = desk("", "");
    assert_eq!(nowhere.next_open(at("2026-11-20T10:00:00Z")), None);
    assert_eq!(nowhere.is_open(at("2026-11-20T10:00:00Z")), None);
    assert_eq!(nowhere.name(ChannelKind::WECHAT), "WeChat");
    assert!(nowhere.successor(ChannelKind::SKYPE).is_some() && nowhere.successor(ChannelKind::LINE).is_none());
}

#[test]
fn holidays_have_names_and_ends() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let china = desk("CN", "");
    let golden = china.holiday(day("2026-10-01")).unwrap();
    assert!(!golden.name.is_empty() && golden.until >= day("2026-10-03"), "{golden:?}");
    // Not before everybody is back, even where a weekend lies behind the holiday.
    let open = china.next_open(at("2026-10-01T02:00:00Z")).unwrap();
    assert!(china.day(open) > golden.until && china.is_open(open) == Some(true));
    assert_eq!(china.holiday(day("2026-11-20")), None);
    // Friday the 25th, and the weekend with the second day behind it.
    assert_eq!(desk("DE", "").holiday(day("2026-12-25")).unwrap().until, day("2026-12-27"));
}
