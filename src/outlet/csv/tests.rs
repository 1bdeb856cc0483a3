use super::*;
use crate::domain::{CareDate, CareDateId, ChannelId, ContactId, Country, Due, FollowUp, Pause, Ruling, Stage, Tier};
use chrono::{FixedOffset, NaiveDate};
use proptest::prelude::*;

fn now() -> Now {
    Now {
        instant: "2026-11-22T02:14:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

fn channel(kind: ChannelKind, handle: &str, primary: bool) -> Channel {
    Channel {
        id: ChannelId(0),
        contact: primary.then_some(ContactId(2)),
        kind,
        handle: handle.into(),
        norm: handle.into(),
        primary,
        emergency: false,
    }
}

fn bundle(name: &str) -> Bundle {
    let mut bundle = Bundle::default();
    bundle.customer.fields.name = name.into();
    bundle
}

fn full() -> Bundle {
    let mut bundle = bundle("Müller \"Wasser\", GmbH");
    let fields = &mut bundle.customer.fields;
    fields.company = "=cmd|' /C calc'!A0".into();
    fields.country = Country::new("DE");
    fields.tier = Tier::A;
    fields.tags = vec!["uv".into(), "老客户".into()];
    fields.favourite = true;
    fields.notes = "line one\nline two".into();
    fields.cadence_days = Some(10);
    fields.stage = Some(Stage::LOST);
    fields.lost_reason = "price".into();
    fields.verdict = Ruling::NotTarget;
    fields.pause =
        Some(Box::new(Pause { until: NaiveDate::from_ymd_opt(2026, 12, 12).unwrap(), note: "at the fair".into() }));
    bundle.contacts = vec![
        Contact { id: ContactId(1), name: "Jan".into(), role: String::new().into() },
        Contact { id: ContactId(2), name: "Anna Müller".into(), role: "buyer".into() },
    ];
    bundle.channels = vec![
        channel(ChannelKind::WHATSAPP, "+49 151 0000", false),
        channel(ChannelKind::EMAIL, "info@example.org", false),
        channel(ChannelKind::EMAIL, "anna@example.org", true),
    ];
    bundle.last_in = Some("2026-11-16T20:00:00Z".parse().unwrap());
    let due = Due::day(NaiveDate::from_ymd_opt(2026, 11, 27).unwrap());
    bundle.follow_ups = vec![FollowUp { note: "call".into(), ..FollowUp::open(1, due) }];
    bundle.care_dates =
        vec![CareDate { id: CareDateId(1), kind: "birthday".into(), month: 3, day: 8, year: None, note: "".into() }];
    bundle
}

fn table(bundles: &[Bundle]) -> (String, Vec<Vec<String>>) {
    let mut out = Vec::new();
    write(&mut out, bundles.iter(), &now()).unwrap();
    let text = String::from_utf8(out).unwrap();
    let rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes())
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    (text, rows)
}

#[test]
fn a_row_holds_what_is_known() {
    let (text, rows) = table(&[full(), bundle("Empty")]);
    assert_eq!(text.matches("\r\n").count(), 3);
    let cell = |row: usize, name: &str| rows[row][rows[0].iter().position(|head| head == name).unwrap()].clone();
    for (name, wanted) in [
        ("name", "Müller \"Wasser\", GmbH"),
        ("company", "'=cmd|' /C calc'!A0"),
        ("person", "Anna Müller"),
        ("role", "buyer"),
        ("country", "DE"),
        ("tier", "A"),
        ("tags", "uv, 老客户"),
        ("favourite", "yes"),
        ("email", "anna@example.org"),
        ("email 2", "info@example.org"),
        ("whatsapp", "'+49 151 0000"),
        ("last_contact", "2026-11-17 04:00"),
        ("next_follow_up", "2026-11-27"),
        ("birthday", "'--03-08"),
        ("cadence", "10"),
        ("verdict", "not-target"),
        ("paused_until", "2026-12-12"),
        ("pause_note", "at the fair"),
        ("lost_reason", "price"),
        ("notes", "line one\nline two"),
    ] {
        assert_eq!(cell(1, name), wanted, "{name}");
    }
    assert_eq!(cell(2, "name"), "Empty");
    assert_eq!(cell(2, "whatsapp"), "");
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
}

#[test]
fn many_channels_of_a_kind_do_not_make_many_columns() {
    let mut many = bundle("Many");
    many.channels = (0..9).map(|n| channel(ChannelKind::EMAIL, &format!("{n}@example.org"), false)).collect();
    let (_, rows) = table(&[many]);
    assert_eq!(rows[0].iter().filter(|head| head.starts_with("email")).count(), MOST_COLUMNS);
    let last = rows[0].iter().position(|head| head == "email 5").unwrap();
    assert_eq!(rows[1][last].split("; ").count(), 5);
}

#[test]
fn nobody_is_a_header() {
    let (text, rows) = table(&[]);
    assert!(text.starts_with('\u{feff}'));
    assert_eq!(rows.len(), 1);
}

proptest! {
    #[test]
    fn no_cell_is_a_formula_and_every_cell_comes_back(name in "['=+@\\-\t\r\n\",;a-cü]{0,8}") {
        let (_, rows) = table(&[bundle(&name)]);
        let cell = &rows[1][0];
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        let defused = cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
        prop_assert_eq!(if defused { &cell[1..] } else { cell }, &name);
    }
}
