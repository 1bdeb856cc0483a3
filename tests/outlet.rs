//! What goes out as CSV comes back as it was.

#![allow(clippy::unwrap_used)]

use chrono::{FixedOffset, NaiveDate};
use std::path::Path;
use tradewind::domain::{
    Bundle, Channel, ChannelId, ChannelKind, Contact, ContactId, Customer, Direction, Dossier, FollowUp, FollowUpId,
    FollowUpState, Now, Pause, Ruling, Stage,
};
use tradewind::{demo, intake, outlet};

fn now() -> Now {
    Now {
        instant: "2026-11-22T02:14:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

/// A dossier as the board would hold it.
fn bundle(dossier: &Dossier) -> Bundle {
    let spoken = |direction| {
        let said = dossier.interactions.iter().filter(move |said| said.direction == direction);
        said.map(|said| said.at).max()
    };
    Bundle {
        customer: Customer { fields: dossier.fields.clone(), ..Customer::default() },
        contacts: (1..)
            .zip(&dossier.contacts)
            .map(|(id, contact)| Contact { id: ContactId(id), name: contact.name.clone(), role: contact.role.clone() })
            .collect(),
        channels: dossier
            .channels
            .iter()
            .map(|channel| Channel {
                id: ChannelId(0),
                contact: channel.contact.map(|nth| ContactId(nth as i64 + 1)),
                kind: channel.kind,
                handle: channel.handle.clone(),
                norm: channel.norm.clone(),
                primary: channel.primary,
                emergency: channel.emergency,
            })
            .collect(),
        follow_ups: dossier
            .follow_ups
            .iter()
            .map(|planned| FollowUp {
                id: FollowUpId(0),
                here: planned.due.written(),
                due: planned.due.clone(),
                note: planned.note.clone(),
                state: FollowUpState::Open,
                closed_at: None,
                made: Default::default(),
                reason: Default::default(),
            })
            .collect(),
        care_dates: dossier.care_dates.clone(),
        last_in: spoken(Direction::In),
        last_out: spoken(Direction::Out),
        ..Bundle::default()
    }
}

fn handles(dossier: &Dossier) -> Vec<(ChannelKind, String)> {
    let mut handles: Vec<_> = dossier.channels.iter().map(|c| (c.kind, c.norm.to_string())).collect();
    handles.sort();
    handles
}

#[test]
fn a_demo_board_comes_back_from_its_csv() {
    let mut sent: Vec<Dossier> = demo::dossiers(demo::CUSTOMERS, demo::SEED, &now()).collect();
    for (at, dossier) in sent.iter_mut().enumerate() {
        let fields = &mut dossier.fields;
        fields.verdict = Ruling::ALL[at % 5];
        if at % 3 == 0 {
            let note = if at % 2 == 0 { "back from the fair, =1+1".into() } else { "".into() };
            fields.pause = Some(Box::new(Pause { until: now().today() + chrono::Days::new(1 + at as u64), note }));
        }
        if at % 4 == 0 {
            (fields.stage, fields.lost_reason) = (Some(Stage::LOST), "price; too late".into());
        }
    }
    let bundles: Vec<Bundle> = sent.iter().map(bundle).collect();
    let mut csv = Vec::new();
    outlet::csv::write(&mut csv, bundles.iter(), &now()).unwrap();

    let options = intake::Options::default();
    let sheet = intake::read_file(Path::new("demo.csv"), csv, &options).unwrap();
    let read = intake::records(&sheet, &options, &now());
    assert_eq!((read.records.len(), read.failed, read.skipped), (sent.len(), 0, 0), "{:?}", read.problems);
    for (sent, record) in sent.iter().zip(&read.records) {
        let (wrote, got) = (&sent.fields, &record.dossier.fields);
        let name = &wrote.name;
        assert_eq!(got.name, *name);
        assert_eq!(got.company, wrote.company, "{name}");
        assert_eq!(
            (got.country, &got.city, got.tier, got.stage),
            (wrote.country, &wrote.city, wrote.tier, wrote.stage)
        );
        assert_eq!((&got.tags, got.favourite), (&wrote.tags, wrote.favourite), "{name}");
        assert_eq!((&got.source, &got.interests), (&wrote.source, &wrote.interests), "{name}");
        assert_eq!(record.notes.concat(), *wrote.notes, "{name}");
        assert_eq!((&got.requirements, got.cadence_days), (&wrote.requirements, wrote.cadence_days), "{name}");
        assert_eq!((got.verdict, &got.pause), (wrote.verdict, &wrote.pause), "{name}");
        assert_eq!(got.lost_reason, wrote.lost_reason, "{name}");
        assert_eq!(handles(&record.dossier), handles(sent), "{name}");
        let days = |dossier: &Dossier| -> Vec<_> {
            dossier.care_dates.iter().map(|date| (date.kind.clone(), date.year, date.month, date.day)).collect()
        };
        assert_eq!(days(&record.dossier), days(sent), "{name}");
        let next: Option<NaiveDate> = record.next_follow_up;
        assert_eq!(next.is_some(), !sent.follow_ups.is_empty(), "{name}");
    }
}

#[test]
fn every_kind_of_channel_has_a_column_that_is_read_back() {
    let mut bundle = Bundle { customer: Customer::default(), ..Bundle::default() };
    bundle.customer.fields.name = "All".into();
    for info in tradewind::reference::kinds() {
        let channel = |handle: &str| Channel {
            id: ChannelId(0),
            contact: None,
            kind: info.kind,
            handle: handle.into(),
            norm: handle.into(),
            primary: false,
            emergency: false,
        };
        bundle.channels.extend([channel("one"), channel("two")]);
    }
    let mut csv = Vec::new();
    outlet::csv::write(&mut csv, std::iter::once(&bundle), &now()).unwrap();
    let sheet = intake::read_file(Path::new("all.csv"), csv, &intake::Options::default()).unwrap();
    for (header, field) in sheet.header.iter().zip(&sheet.mapping) {
        assert!(!matches!(field, intake::Field::Extra | intake::Field::Ignore), "{header}: {field:?}");
    }
}
