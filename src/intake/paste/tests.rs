//! Units of taking a text apart; the 200 texts are in `tests/paste.rs`.

use super::*;
use crate::domain::{Bundle, Channel, ChannelId, ContactId, Customer};
use chrono::{DateTime, FixedOffset};
use std::time::Instant;

fn now() -> Now {
    let instant = DateTime::from_timestamp(1_795_313_640, 0).unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

const LETTER: &str = "We need 500 pcs of UV lamps.\n\nBest regards\nAnna Müller\nBuyer\nMüller GmbH\n\
    Tel: +49 151 23456789\nanna@mueller.example\nBerlin, Germany\n";

fn read(text: &str) -> Pasted {
    super::read(text, Country::new("CN"))
}

#[test]
fn the_words_are_read() {
    let words = words::words();
    assert!(words.labels.len() > 200 && words.cities.len() > 200 && words.languages.len() > 5);
    assert!(words.cities.values().all(|code| crate::reference::country(*code).is_some()));
}

#[test]
fn a_letter_becomes_an_inquiry() {
    let pasted = read(LETTER);
    let dossier = pasted.dossier(&now());
    let fields = &dossier.fields;
    assert_eq!((&*fields.name, &*fields.city, &*fields.language), ("Müller GmbH", "Berlin", "en"));
    assert_eq!((fields.country, fields.stage), (Country::new("DE"), Some(Stage::INQUIRY)));
    assert_eq!(&*fields.interests, "500 pcs UV lamps");
    assert_eq!((&*dossier.contacts[0].name, &*dossier.contacts[0].role), ("Anna Müller", "Buyer"));
    let norms: Vec<&str> = dossier.channels.iter().map(|channel| &*channel.norm).collect();
    assert_eq!(norms, ["+4915123456789", "anna@mueller.example"]);
    assert!(dossier.channels.iter().all(|channel| channel.contact == Some(0)));
    assert_eq!(&*dossier.interactions[0].text, "We need 500 pcs of UV lamps.");
    assert_eq!(pasted.names[0].source, Source::Signature);
    assert_eq!(&LETTER[pasted.names[0].range.clone()], "Anna Müller");
}

#[test]
fn who_it_could_be_is_said_with_the_reason() {
    let mut known = Known::default();
    let mut add = |id: i64, name: &str, email: &str| {
        let customer = CustomerId(id);
        let mut bundle = Bundle { customer: Customer { id: customer, ..Customer::default() }, ..Bundle::default() };
        bundle.customer.fields.name = name.into();
        bundle.channels.push(Channel {
            id: ChannelId(id),
            contact: None::<ContactId>,
            kind: ChannelKind::EMAIL,
            handle: email.into(),
            norm: email.into(),
            primary: true,
            emergency: false,
        });
        known.add(&bundle);
    };
    add(1, "Somebody Else", "x@other.example");
    add(2, "MUELLER Wasser", "anna@mueller.example");
    add(3, "Müller", "info@mueller.example");
    let found = duplicates(&read(LETTER).dossier(&now()), &known);
    assert_eq!(found, [(CustomerId(2), Likely::Handle), (CustomerId(3), Likely::CompanyAndMore)]);
}

#[test]
fn nothing_is_made_of_nothing() {
    for text in ["", " \n\n ", "ok", "....", "@ @ @", "+", "::::", "\u{202e}\u{200b}", "BEGIN:VCARD", "From:\nTo:\n"] {
        let pasted = read(text);
        assert!(!pasted.is_somebody(), "{text:?}: {pasted:?}");
    }
}

#[test]
fn long_and_hostile_texts_take_no_time() {
    let parts = [
        "a@",
        "1 2 3 ",
        "+49 ",
        "www.",
        "名",
        "我是",
        "@",
        ". Tel:",
        "From: x\nTo: y\n",
        "\u{202e}",
        "GmbH ",
        "Regards, A",
        "> ",
        "::",
        "WeChat ",
        "BEGIN:VCARD\n",
        "my name is A ",
        "--\n",
        " - ",
        "|",
        "公司",
        "1,000 pcs of ",
        "Anna Müller\n",
        "xxxxxxxx",
        "[1:2:3/4/5/6] A: b\n",
    ];
    for part in parts {
        let text = part.repeat(MAX_BYTES / part.len() + 10);
        let start = Instant::now();
        read(&text);
        assert!(start.elapsed().as_secs() < 10, "{part:?}: {:?}", start.elapsed());
    }
}
