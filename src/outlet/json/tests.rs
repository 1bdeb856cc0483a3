use super::*;
use crate::domain::hours::Windows;
use crate::domain::{
    ChannelId, ChannelKind, Contact, Country, CustomerId, Direction, FollowUpState, InteractionId, Stage, Tier,
};
use chrono::{FixedOffset, NaiveDate, NaiveTime};
use serde_json::{Value, json};

/// Monday 23 November 2026, 22:00 in Shanghai, 15:00 in Berlin.
fn now() -> Now {
    Now {
        instant: "2026-11-23T14:00:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

fn channel(kind: ChannelKind, handle: &str, norm: &str, contact: Option<i64>) -> Channel {
    Channel {
        id: ChannelId(1),
        contact: contact.map(ContactId),
        kind,
        handle: handle.into(),
        norm: norm.into(),
        primary: kind == ChannelKind::WHATSAPP,
        emergency: false,
    }
}

fn follow_up(time: Option<&str>, zone: Option<&str>) -> FollowUp {
    let due = Due {
        on: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
        time: time.map(|time| time.parse::<NaiveTime>().unwrap()),
        zone: zone.map(Into::into),
    };
    FollowUp { note: "PI".into(), ..FollowUp::open(9, due) }
}

fn bundle() -> Bundle {
    let mut bundle = Bundle::default();
    bundle.customer.id = CustomerId(7);
    let fields = &mut bundle.customer.fields;
    fields.name = "Müller Wassertechnik".into();
    fields.country = Country::new("DE");
    fields.tier = Tier::A;
    fields.stage = Some(Stage::QUOTED);
    fields.tags = vec!["uv".into()];
    bundle.contacts = vec![Contact { id: ContactId(3), name: "Anna".into(), role: "buyer".into() }, Contact::default()];
    bundle.channels = vec![
        channel(ChannelKind::WHATSAPP, "0151 23456789", "+4915123456789", Some(3)),
        channel(ChannelKind::SKYPE, "mueller.wt", "mueller.wt", None),
    ];
    bundle.follow_ups = vec![follow_up(Some("15:00:00"), Some("Europe/Berlin"))];
    bundle.last_out = Some("2026-11-16T02:00:00Z".parse().unwrap());
    bundle
}

#[test]
fn a_customer_has_the_fields_of_the_contract() {
    let value = serde_json::to_value(CustomerJson::new(&bundle(), &now())).unwrap();
    let keys: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    let mut wanted = vec![
        "id",
        "name",
        "company",
        "country",
        "tier",
        "stage",
        "tags",
        "favourite",
        "status",
        "ruling",
        "pause",
        "lost_reason",
        "zone",
        "local_time",
        "last_contact",
        "next_follow_up",
        "contacts",
    ];
    wanted.sort_unstable();
    assert_eq!(keys, wanted);
    assert_eq!(value["id"], 7);
    assert_eq!(value["zone"], "Europe/Berlin");
    assert_eq!(value["local_time"], "2026-11-23T15:00:00+01:00");
    assert_eq!(value["last_contact"], "2026-11-16T10:00:00+08:00");
    assert_eq!(value["next_follow_up"], "2026-11-20T15:00:00+01:00");
    assert_eq!(value["stage"], "quoted");
}

#[test]
fn channels_stand_under_their_person_and_the_companys_under_none() {
    let value = serde_json::to_value(CustomerJson::new(&bundle(), &now())).unwrap();
    let contacts = value["contacts"].as_array().unwrap();
    assert_eq!(contacts.len(), 3);
    assert_eq!((&contacts[0]["name"], &contacts[0]["channels"][0]["kind"]), (&json!(""), &json!("skype")));
    let whatsapp = &contacts[1]["channels"][0];
    assert_eq!(contacts[1]["role"], "buyer");
    assert_eq!(whatsapp["e164"], "+4915123456789");
    assert_eq!(whatsapp["handle"], "0151 23456789");
    assert_eq!(whatsapp["primary"], true);
    let mut keys: Vec<_> = whatsapp.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["e164", "emergency", "handle", "kind", "primary", "retired", "url"]);
}

#[test]
fn show_adds_the_history() {
    let said = Interaction {
        id: InteractionId(1),
        contact: Some(ContactId(3)),
        at: "2026-11-16T02:00:00Z".parse().unwrap(),
        direction: Direction::Out,
        kind: Some(ChannelKind::EMAIL),
        text: "Sent PI".into(),
        outcome: "".into(),
        template: Default::default(),
    };
    let closed = FollowUp { state: FollowUpState::Kept, closed_at: Some(said.at), ..follow_up(None, None) };
    let detail = Detail { timeline: vec![said], closed: vec![closed], ..Detail::default() };
    let value = serde_json::to_value(CustomerJson::shown(&bundle(), &detail, &now())).unwrap();
    assert_eq!(value["orders"], json!([]));
    assert_eq!(value["timeline"][0]["contact"], "Anna");
    assert_eq!(value["timeline"][0]["direction"], "out");
    assert_eq!(value["follow_ups"][0]["state"], "open");
    assert_eq!(value["follow_ups"][1]["due"], "2026-11-20");
    assert_eq!(value["follow_ups"][1]["closed"], "2026-11-16T10:00:00+08:00");
}

#[test]
fn due_tells_whether_anyone_is_there() {
    let bundle = bundle();
    let due = DueJson::new(&bundle, &bundle.follow_ups[0], &Windows::default(), None, &now());
    assert_eq!((due.customer, due.overdue_days, due.reachable), (7, 3, Some(true)));
    assert_eq!(due.channel.as_deref(), Some("whatsapp"));
    assert!(due.window_opens < due.window_closes);
    let night = now().after(chrono::Duration::hours(10));
    let due = DueJson::new(&bundle, &bundle.follow_ups[0], &Windows::default(), None, &night);
    assert_eq!(due.reachable, Some(false));
    assert!(due.window_opens.unwrap() > due.local_time.unwrap());
}

#[test]
fn a_place_that_is_not_known_is_not_guessed() {
    let mut bundle = bundle();
    bundle.channels.clear();
    bundle.customer.fields.country = None;
    let value = serde_json::to_value(CustomerJson::new(&bundle, &now())).unwrap();
    assert_eq!((&value["zone"], &value["local_time"]), (&Value::Null, &Value::Null));
    let due = DueJson::new(&bundle, &follow_up(None, None), &Windows::default(), None, &now());
    assert_eq!((due.reachable, due.channel), (None, None));
    bundle.customer.fields.country = Country::new("US");
    let value = serde_json::to_value(CustomerJson::new(&bundle, &now())).unwrap();
    assert_eq!(value["zone"], Value::Null);
    assert!(value["zones"].as_array().unwrap().len() > 1);
}

#[test]
fn a_list_is_one_document() {
    let written = |entries: &[u8]| {
        let mut out = Vec::new();
        write_list(&mut out, entries.iter()).unwrap();
        serde_json::from_slice::<Vec<u8>>(&out).unwrap()
    };
    for entries in [&[][..], &[1], &[1, 2, 3]] {
        assert_eq!(written(entries), entries);
    }
}
