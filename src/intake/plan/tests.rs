use super::*;
use crate::domain::{Channel, ChannelId, ChannelKind, Contact, ContactId, Country, Customer, CustomerFields, Tier};
use crate::intake::{read_file, records};
use chrono::{FixedOffset, TimeZone};
use std::path::Path;

fn now() -> Now {
    Now {
        instant: Utc.with_ymd_and_hms(2026, 11, 22, 2, 14, 0).unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

fn mueller() -> Bundle {
    let fields = CustomerFields {
        name: "Müller Wassertechnik GmbH".into(),
        country: Country::new("DE"),
        city: "Berlin".into(),
        tier: Tier::A,
        notes: "pays late".into(),
        ..CustomerFields::default()
    };
    Bundle {
        customer: Customer { id: CustomerId(7), created_at: now().instant, fields },
        contacts: vec![Contact { id: ContactId(3), name: "Anna Müller".into(), role: "buyer".into() }],
        channels: vec![Channel {
            id: ChannelId(5),
            contact: Some(ContactId(3)),
            kind: ChannelKind::EMAIL,
            handle: "Anna@Mueller.example".into(),
            norm: "anna@mueller.example".into(),
            primary: true,
            emergency: false,
        }],
        ..Bundle::default()
    }
}

fn with(table: &str, options: &Options) -> Plan {
    let sheet = read_file(Path::new("x.csv"), table.as_bytes().to_vec(), options).unwrap();
    let mut known = Known::default();
    known.add(&mueller());
    let lookup = |id| (id == CustomerId(7)).then(mueller);
    let go = &mut |_, _| ControlFlow::Continue(());
    super::plan(records(&sheet, options, &now()), &known, &lookup, options, &now(), go)
}

fn plan_of(table: &str) -> (Vec<Dossier>, Report) {
    let plan = with(table, &Options::default());
    let dossiers = match plan.edit {
        Some(Edit::Import { dossiers, .. }) => dossiers,
        _ => Vec::new(),
    };
    (dossiers, plan.report)
}

#[test]
fn what_is_there_stays_and_what_is_empty_is_filled() {
    let table = "Company,Contact Name,Email,City,Tier,Language,WhatsApp\nMUELLER,Anna Muller,anna@mueller.example,Munich,B,de,+49 151 23456789\n";
    let (dossiers, report) = plan_of(table);
    assert_eq!((report.updated, dossiers.len()), (1, 1));
    let dossier = &dossiers[0];
    assert_eq!(dossier.id, Some(CustomerId(7)));
    let fields = &dossier.fields;
    assert_eq!(
        (&*fields.city, fields.tier, &*fields.language, &*fields.notes),
        ("Berlin", Tier::A, "de", "pays late\nName: MUELLER")
    ); // The other name can still be found.
    assert_eq!(dossier.contacts.len(), 1);
    assert_eq!(dossier.channels[0].id, Some(ChannelId(5)));
    assert_eq!((dossier.channels[1].kind, dossier.channels[1].contact), (ChannelKind::WHATSAPP, Some(0)));
    let conflicts: Vec<_> = report.conflicts.iter().map(|c| (c.field, &*c.there, &*c.here, c.replaced)).collect();
    assert_eq!(
        conflicts[1..],
        [("intake-field-city", "Berlin", "Munich", false), ("intake-field-tier", "A", "B", false)]
    );
    // Asked to, it does replace.
    let Some(Edit::Import { dossiers, .. }) = with(table, &Options { overwrite: true, ..Options::default() }).edit
    else {
        panic!("nothing to write")
    };
    assert_eq!((&*dossiers[0].fields.city, dossiers[0].fields.tier), ("Munich", Tier::B));
}

#[test]
fn the_same_by_company_and_person_or_by_company_alone() {
    for row in [
        "Muller Wassertechnik,\"Müller, Anna\",,",
        "Müller Wassertechnik GmbH & Co. KG,,,Germany",
        ",,ANNA@mueller.example,",
    ] {
        let (dossiers, report) = plan_of(&format!("Company,Contact Name,Email,Country\n{row}\n"));
        assert_eq!((report.unchanged, dossiers.len()), (1, 0), "{row}: {report:?}");
    }
    // A colleague with the company's own mail domain joins it.
    let (dossiers, _) = plan_of("Company,Contact Name,Email\nMüller Wassertechnik,Bernd Kurz,bernd@mueller.example\n");
    assert_eq!((dossiers[0].id, dossiers[0].contacts.len()), (Some(CustomerId(7)), 2));
    // Another person of a company of that name may be of another company.
    for row in ["Müller Wassertechnik,Carl Lang,carl@gmail.com,", "Müller Wassertechnik,,,Austria"] {
        let (_, report) = plan_of(&format!("Company,Contact Name,Email,Country\n{row}\n"));
        assert_eq!(report.created, 1, "{row}");
    }
}

#[test]
fn doubles_within_a_file_become_one() {
    let (dossiers, report) = plan_of(
        "Name,Email,Phone,Notes\nBob,bob@x.example,,\nBob,BOB@x.example,+49 30 1234567,fair\nBob,bob@x.example,,\nRob,,+49 30 1234567,\n",
    );
    assert_eq!((report.created, report.updated, report.unchanged), (1, 2, 1));
    assert_eq!((dossiers.len(), dossiers[0].channels.len(), &*dossiers[0].fields.notes), (1, 2, "fair\nName: Rob"));
    assert_eq!(&*report.conflicts[0].here, "Rob");
}

#[test]
fn beyond_the_sample_rows_are_moved_and_told_apart_as_before() {
    let mut table = String::from("Company,Contact Name,Email,Phone,Notes\n");
    for n in 0..70 {
        table.push_str(&format!("Firm {n} Ltd,Anna {n},a{n}@f{n}.example,+49 30 {},met {n}\n", 1_000_000 + n));
    }
    // One that is its own person, one said again with more, one found by what that one brought, one with two lines.
    table.push_str("Carl Lang,Carl Lang,c@lang.example,,\nFirm 65 Ltd,Anna 65,,+1 212 736 5000,\n,,x@y.example,+1 (212) 736-5000,\n");
    let (dossiers, report) = plan_of(&table);
    assert_eq!((report.created, report.updated, report.unchanged), (71, 2, 0));
    let firm = &dossiers[65];
    assert_eq!((&*firm.fields.name, &*firm.fields.notes, &*firm.fields.source), ("Firm 65 Ltd", "met 65", "x.csv"));
    let norms: Vec<_> =
        firm.channels.iter().map(|channel| (&*channel.norm, channel.contact, channel.primary)).collect();
    assert_eq!(norms[0], ("a65@f65.example", Some(0), true));
    assert_eq!(norms[2..], [("+12127365000", Some(0), false), ("x@y.example", None, false)]);
    assert_eq!(dossiers[70].contacts, []);
}

#[test]
fn namesakes_stay_apart_and_a_bare_name_joins() {
    let (dossiers, report) = plan_of("Name,Email\nJohn Smith,a@gmail.com\nJohn Smith,b@gmail.com\nJohn Smith,\n");
    assert_eq!((dossiers.len(), report.unchanged), (2, 1));
}

#[test]
fn a_handle_stays_with_whom_it_belongs() {
    let (dossiers, report) =
        plan_of("Name,Phone,Mobile\nBob,+49 30 1111111,\nCarl,+49 30 2222222,\nBob,+49 30 1111111,+49 30 2222222\n");
    assert_eq!(dossiers.iter().map(|d| d.channels.len()).collect::<Vec<_>>(), [1, 1]);
    assert!(dossiers[0].fields.notes.contains("+49 30 2222222"));
    assert_eq!(report.problems[0].reason.key, "intake-handle-elsewhere");
}

#[test]
fn an_interrupted_plan_writes_nothing() {
    let sheet = read_file(Path::new("x.csv"), b"Name\nBob\nCarl\n".to_vec(), &Options::default()).unwrap();
    let all = records(&sheet, &Options::default(), &now());
    let stop = &mut |_, _| ControlFlow::Break(());
    let plan = super::plan(all, &Known::default(), &|_| None, &Options::default(), &now(), stop);
    assert!(plan.edit.is_none() && plan.report.interrupted);
}

#[test]
fn the_report_as_json() {
    let (_, report) = plan_of("Name,City\nBob,\n,Paris\n");
    let json = report.json(None, &|say| say.key.to_owned());
    assert_eq!(
        json.to_string(),
        r#"{"created":1,"failed":0,"op":null,"problems":[{"file":"x.csv","line":3,"reason":"intake-nobody"}],"read":2,"skipped":1,"unchanged":0,"updated":0}"#
    );
}
