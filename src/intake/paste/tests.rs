//! Units of taking a text apart; the 200 texts are in `tests/paste.rs`.

use super::*;
use crate::domain::{Bundle, Channel, ChannelDraft, ChannelId, ContactDraft, ContactId, Dossier};
use std::time::Instant;

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
    assert_eq!(&*pasted.names[0].value, "Anna Müller");
    assert_eq!(pasted.wanted(), "500 pcs UV lamps");
    let norms: Vec<&str> = pasted.channels.iter().map(|channel| &*channel.value.norm).collect();
    assert_eq!(norms, ["+4915123456789", "anna@mueller.example"]);
    assert_eq!(pasted.message.as_ref().map(|message| &*message.value), Some("We need 500 pcs of UV lamps."));
    assert_eq!(pasted.via, None);
    assert_eq!(pasted.names[0].source, Source::Signature);
    assert_eq!(&LETTER[pasted.names[0].range.clone()], "Anna Müller");
}

#[test]
fn how_a_message_came_is_read_from_its_shape() {
    let via = |text| read(text).via.map(|via| (via.value, via.source));
    let mail = "From: Anna <anna@mueller.example>\nTo: sales@wind.example\nSubject: Lamps\n\nWe need 500 lamps.\n";
    assert_eq!(via(mail), Some((ChannelKind::EMAIL, Source::Header)));
    let chat = "[22/11/2026, 10:14] Anna Müller: We need 500 lamps\n[22/11/2026, 10:15] Anna Müller: how much?\n";
    assert_eq!(via(chat), Some((ChannelKind::WHATSAPP, Source::Text)));
}

#[test]
fn who_it_could_be_is_said_with_the_reason() {
    let channel = |kind, handle: &str| ChannelDraft {
        id: None,
        contact: None,
        kind,
        handle: handle.into(),
        norm: handle.into(),
        primary: true,
        emergency: false,
    };
    let mut somebody = Dossier::default();
    somebody.fields.name = "Müller GmbH".into();
    somebody.contacts.push(ContactDraft { id: None, name: "Anna Müller".into(), role: "".into() });
    somebody.channels =
        vec![channel(ChannelKind::EMAIL, "anna@mueller.example"), channel(ChannelKind::WHATSAPP, "+4915123456789")];
    let signs = Signs::of(&somebody);
    let likely = |name: &str, kind, handle: &str| {
        let mut bundle = Bundle::default();
        bundle.customer.fields.name = name.into();
        bundle.channels.push(Channel {
            id: ChannelId(1),
            contact: None::<ContactId>,
            kind,
            handle: handle.into(),
            norm: handle.into(),
            primary: true,
            emergency: false,
        });
        signs.likely(&bundle)
    };
    assert_eq!(likely("Somebody Else", ChannelKind::EMAIL, "x@other.example"), None);
    assert_eq!(likely("MUELLER Wasser", ChannelKind::EMAIL, "anna@mueller.example"), Some(Likely::Handle));
    assert_eq!(likely("Else", ChannelKind::PHONE, "+4915123456789"), Some(Likely::Handle));
    assert_eq!(likely("Müller", ChannelKind::EMAIL, "info@mueller.example"), Some(Likely::CompanyAndMore));
    assert_eq!(likely("Müller", ChannelKind::EMAIL, "x@other.example"), Some(Likely::Company));
    assert_eq!(likely("anna muller", ChannelKind::EMAIL, "x@other.example"), Some(Likely::Person));
    assert_eq!(Signs::of(&Dossier::default()).likely(&Bundle::default()), None);
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

#[test]
fn a_long_text_keeps_the_rest_of_its_lines() {
    let text = format!("{LETTER}{}", "one more line of words\n".repeat(2000));
    let message = read(&text).message.unwrap().value;
    assert!(message.lines().all(|line| ["We need 500 pcs of UV lamps.", "one more line of words"].contains(&line)));
    assert!(read(&"x".repeat(40_000)).message.is_none_or(|message| message.value.len() <= 40_001));
}
