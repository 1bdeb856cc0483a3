//! A file in a folder of its own, and customers to put in.

use chrono::{DateTime, FixedOffset, NaiveDate};
use std::path::PathBuf;
use tempfile::TempDir;
use tradewind::{domain::*, store::Store};

/// Sunday, 22 November 2026, 10:14 in Shanghai.
pub fn now() -> Now {
    Now {
        instant: DateTime::from_timestamp(1_795_313_640, 0).unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A folder that goes when it is dropped, and the path of a file in a folder in it that is not there yet.
pub struct Place {
    pub folder: TempDir,
    pub file: PathBuf,
}

pub fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data").join("trade.db");
    Place { folder, file }
}

pub fn open(place: &Place) -> Store {
    Store::open(&place.file, &now()).unwrap()
}

pub fn contact(name: &str) -> ContactDraft {
    ContactDraft { id: None, name: name.into(), role: "".into() }
}

pub fn channel(kind: ChannelKind, handle: &str) -> ChannelDraft {
    ChannelDraft {
        id: None,
        contact: None,
        kind,
        handle: handle.into(),
        norm: handle.to_lowercase().into(),
        primary: false,
        emergency: false,
    }
}

pub fn named(name: &str) -> Dossier {
    Dossier { fields: CustomerFields { name: name.into(), ..CustomerFields::default() }, ..Dossier::default() }
}

/// Anna at Müller's, with two channels.
pub fn muller() -> Dossier {
    Dossier {
        fields: CustomerFields {
            name: "Müller Wassertechnik GmbH".into(),
            country: Country::new("DE"),
            city: "Hamburg".into(),
            tier: Tier::B,
            stage: Some(Stage::QUOTED),
            tags: vec!["uv".into(), "fair 2026".into()],
            notes: "prefers \"DAP\"\nsecond line".into(),
            cadence_days: Some(10),
            ..CustomerFields::default()
        },
        contacts: vec![contact("Anna Müller"), contact("Jörg")],
        channels: vec![
            ChannelDraft { contact: Some(0), primary: true, ..channel(ChannelKind::EMAIL, "Anna@mueller-wt.de") },
            ChannelDraft { emergency: true, ..channel(ChannelKind::PHONE, "+4915123456789") },
        ],
        care_dates: vec![CareDate {
            id: CareDateId(0),
            kind: "birthday".into(),
            month: 2,
            day: 29,
            year: None,
            note: "".into(),
        }],
        ..Dossier::default()
    }
}

pub fn save(store: &mut Store, dossier: Dossier) -> CustomerId {
    store.commit(&Edit::Save(Box::new(dossier)), &now()).unwrap().customers[0].0
}

pub fn set_tier(customers: &[CustomerId], tier: Tier) -> Edit {
    Edit::SetTier { customers: customers.to_vec(), tier }
}

pub fn plan(customer: CustomerId, on: &str) -> Edit {
    Edit::Plan {
        customers: vec![customer],
        follow_up: NewFollowUp { due: Due::day(day(on)), note: "call".into(), made: Default::default() },
    }
}

pub fn heard(text: &str, seconds: i64, direction: Direction) -> NewInteraction {
    NewInteraction {
        at: DateTime::from_timestamp(1_795_000_000 + seconds, 0).unwrap(),
        direction,
        kind: Some(ChannelKind::EMAIL),
        text: text.into(),
        outcome: "".into(),
        template: Default::default(),
    }
}

/// A dossier as a form would give it back for the customer as it is.
pub fn form(bundle: &Bundle) -> Dossier {
    let place = |id: ContactId| bundle.contacts.iter().position(|contact| contact.id == id);
    Dossier {
        id: Some(bundle.customer.id),
        fields: bundle.customer.fields.clone(),
        contacts: bundle
            .contacts
            .iter()
            .map(|c| ContactDraft { id: Some(c.id), name: c.name.clone(), role: c.role.clone() })
            .collect(),
        channels: bundle
            .channels
            .iter()
            .map(|c| ChannelDraft {
                id: Some(c.id),
                contact: c.contact.and_then(place),
                kind: c.kind,
                handle: c.handle.clone(),
                norm: c.norm.clone(),
                primary: c.primary,
                emergency: c.emergency,
            })
            .collect(),
        care_dates: bundle.care_dates.clone(),
        ..Dossier::default()
    }
}

/// Every bundle of the file.
pub fn all(store: &Store) -> Vec<Bundle> {
    let mut all = Vec::new();
    store.bundles(&mut |bundle| all.push(bundle)).unwrap();
    all
}

/// An order that differs with its number.
pub fn order(what: u8) -> OrderFields {
    let line = |nth: u8| OrderLine {
        product: format!("lamp {nth}").into(),
        quantity: Amount::whole(nth.into()),
        amount: Amount(i64::from(nth) * 1_250_000),
        status: if nth.is_multiple_of(7) { LineStatus::Returned } else { LineStatus::Sold },
    };
    OrderFields {
        number: format!("A-{what}").into(),
        ordered_on: day("2026-03-01") + chrono::Days::new((what % 90).into()),
        currency: Currency::parse(["USD", "EUR", "CNY"][usize::from(what % 3)]).unwrap(),
        amount: Amount(i64::from(what) * 1_234_567),
        status: OrderStatus::ALL[usize::from(what % 5)],
        shipped_on: what.is_multiple_of(2).then(|| day("2026-10-01")),
        note: "".into(),
        lines: (0..what % 4).map(line).collect(),
    }
}
