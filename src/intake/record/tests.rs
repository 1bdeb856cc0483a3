use super::*;
use crate::domain::{ChannelKind, Country, Stage, Tier};
use chrono::{FixedOffset, TimeZone};
use std::path::Path;

fn now() -> Now {
    Now {
        instant: Utc.with_ymd_and_hms(2026, 11, 22, 2, 14, 0).unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

fn all(table: &str) -> Records {
    let options = Options::default();
    let sheet = crate::intake::read_file(Path::new("x.csv"), table.as_bytes().to_vec(), &options).unwrap();
    let records = records(&sheet, &options, &now());
    assert_eq!(records.read, records.records.len() + records.skipped + records.failed);
    records
}

fn one(table: &str) -> Record {
    let mut records = all(table).records;
    assert_eq!(records.len(), 1);
    records.remove(0)
}

#[test]
fn a_plain_chinese_sheet() {
    let record = one("客户名称,公司,联系人,邮箱,手机,微信,国家,备注,等级,下次跟进\n\
         老张,义乌市玩具有限公司,张三,zhang@x.example,13800138000,zhang_san,中国,广交会认识,A级,2026-12-01\n");
    let dossier = &record.dossier;
    assert_eq!((&*dossier.fields.name, &*dossier.fields.company), ("老张", "义乌市玩具有限公司"));
    assert_eq!((dossier.fields.tier, dossier.fields.country), (Tier::A, Country::new("CN")));
    assert_eq!(&*dossier.contacts[0].name, "张三");
    let kinds: Vec<_> = dossier.channels.iter().map(|channel| (channel.kind, &*channel.norm)).collect();
    assert_eq!(kinds[1], (ChannelKind::PHONE, "+8613800138000"));
    assert_eq!(kinds.len(), 3);
    assert_eq!(&*record.notes[0], "广交会认识");
    assert_eq!(record.next_follow_up.unwrap().to_string(), "2026-12-01");
}

#[test]
fn google_contacts() {
    let record = one(
        "Name,Given Name,Family Name,Birthday,Organization 1 - Name,E-mail 1 - Value,Phone 1 - Value,IM 1 - Service,IM 1 - Value,Labels,Notes\n\
         Anna Müller,Anna,Müller,--05-12,Müller GmbH,anna@m.example ::: a@m.example,+49 30 1234567 ::: +49 151 23456789,Skype,anna.m,* myContacts ::: Pumps,likes tea\n",
    );
    let dossier = &record.dossier;
    assert_eq!((&*dossier.fields.name, &*dossier.contacts[0].name), ("Müller GmbH", "Anna Müller"));
    let kinds: Vec<_> = dossier.channels.iter().map(|channel| channel.kind.as_str().to_owned()).collect();
    assert_eq!(kinds, ["email", "email", "phone", "phone", "skype"]);
    assert_eq!(dossier.fields.tags, ["Pumps".into()]);
    assert_eq!((dossier.care_dates[0].month, dossier.care_dates[0].day), (5, 12));
}

#[test]
fn nothing_of_a_row_is_lost() {
    let record =
        one("Name,Email,Country,Fax,Tier,Birthday,Quantity\nBob,bob@x.example,Atlantis,+1 555,gold,someday,5\n");
    let notes: Vec<&str> = record.notes.iter().map(|note| &**note).collect();
    for line in ["Country: Atlantis", "Fax: +1 555", "Tier: gold", "Birthday: someday", "Quantity: 5"] {
        assert!(notes.contains(&line), "{line}: {notes:?}");
    }
}

#[test]
fn any_identifier_is_enough_and_none_is_too_few() {
    let records = all(
        "Name,Company,Email,WhatsApp,City\nBob,,,,\n,Acme,,,\n,,a@x.example,,\n,,,+4915123456789,\n,,,,Paris\nn/a,-,,,\n,,,,\n",
    );
    // `n/a` may be somebody's name; nothing in the other columns is.
    assert_eq!((records.records.len(), records.skipped), (5, 2));
    assert_eq!(&*records.records[2].dossier.fields.name, "a@x.example");
    assert!(records.problems.iter().all(|problem| problem.reason.key == "intake-nobody"));
    assert_eq!(records.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [6, 8]);
}

#[test]
fn a_web_form() {
    let record =
        one("Name,Company,Email,Message,Inquiry Date\nTom,Acme,tom@acme.example,\"price for 500?\",2026-11-20 09:00\n");
    let inquiry = record.inquiry.as_ref().unwrap();
    assert_eq!(inquiry.at.unwrap().to_rfc3339(), "2026-11-20T01:00:00+00:00");
    assert_eq!(&*record.dossier.fields.requirements, "price for 500?");
    assert_eq!(&*record.notes[0], "RFQ: price for 500? — Acme");
    assert_eq!(rfq_identity(&record.notes[0]), Some(&*record.notes[0]));
    assert_eq!(rfq_identity("RFQ 1yS_yK: air fryer"), Some("RFQ 1yS_yK"));
    assert_eq!(rfq_identity("RFQs are many: 5"), None);
}

#[test]
fn stages_dates_and_guards() {
    let record = one("Company,Status,Last Contact,Phone,Name\nAcme,Closed Won,11/20/2026,=\"0049301234567\",'=Bob\n");
    assert_eq!(record.dossier.fields.stage, Some(Stage::ORDER));
    assert_eq!(&*record.dossier.channels[0].handle, "0049301234567");
    assert_eq!(&*record.dossier.contacts[0].name, "=Bob");
    assert_eq!(record.last_contact.unwrap().0.to_rfc3339(), "2026-11-20T04:00:00+00:00");
}

#[test]
fn files_without_a_header() {
    let records =
        all("Acme Ltd,anna@acme.example,+49 30 1234567,Germany\nBeta GmbH,bob@beta.example,+49 30 7654321,Germany\n");
    assert_eq!(records.records.len(), 2);
    let first = &records.records[0].dossier;
    assert_eq!((&*first.fields.name, first.channels.len(), first.fields.country), ("Acme Ltd", 2, Country::new("DE")));
    assert_eq!(all("Acme Ltd\nBeta GmbH\nGamma\n").records.len(), 3);
}
