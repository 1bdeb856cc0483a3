//! One message: headers decoded, the text found, attachments named.

use super::{MAX_TEXT, Mail, Person, strip::strip};
use crate::domain::{Say, Text};
use chrono::{DateTime, Utc};
use mail_parser::{Address, HeaderName, Message, MessageParser, MimeHeaders, PartType};
use std::borrow::Cow;

/// Messages within messages, and texts of one message; more is a bomb.
const NESTED: usize = 20;
const TEXTS: usize = 32;
/// Lines that may end a part. The parser keeps some hundred bytes for each.
const BOUNDARIES: usize = 20_000;
const LISTED: usize = 20;
const ADDRESSEES: usize = 200;

/// Reads one message; a sentence where it is none.
pub fn read(raw: &[u8]) -> Result<Mail, Say> {
    if boundaries(raw) > BOUNDARIES {
        return Err(Say::new("intake-mail-parts").with("limit", BOUNDARIES));
    }
    let mut remarks = Vec::new();
    let raw = unnested(raw, &mut remarks);
    let message = MessageParser::default().parse(&*raw).ok_or_else(|| Say::new("intake-mail-none"))?;
    let from = message.from().or_else(|| message.sender()).and_then(first);
    let subject = line(message.subject().unwrap_or_default());
    if !message.headers().iter().any(|header| !matches!(header.name, HeaderName::Other(_))) {
        return Err(Say::new("intake-mail-none"));
    }
    let full = text(&message, &mut remarks);
    let letter = strip(&full);
    let received = || message.received().and_then(|received| received.date());
    Ok(Mail {
        reply_to: message.reply_to().and_then(first).filter(|to| Some(to) != from.as_ref()),
        to: addressees(&message),
        at: message.date().copied().or_else(received).and_then(|date| moment(&date)),
        id: line(message.message_id().unwrap_or_default()),
        automatic: automatic(&message, from.as_ref()),
        attachments: attachments(&message),
        said: letter.said.into(),
        full: full.into(),
        subject,
        from,
        remarks,
        ..Mail::default()
    })
}

/// Lines that begin like the end of a part.
fn boundaries(raw: &[u8]) -> usize {
    memchr::memmem::find_iter(raw, b"\n--").count()
}

/// The parser steps into messages within messages, and drops them one within the other: a deep nest would end the
/// program. Those are made attachments of an unknown kind; so are encoded ones, whose depth nobody can see.
fn unnested<'r>(raw: &'r [u8], remarks: &mut Vec<Say>) -> Cow<'r, [u8]> {
    let lower = raw.to_ascii_lowercase();
    let found: Vec<usize> = memchr::memmem::find_iter(&lower, b"message/").collect();
    let digests: Vec<usize> = memchr::memmem::find_iter(&lower, b"multipart/digest").collect();
    if found.is_empty() && digests.is_empty() {
        return Cow::Borrowed(raw);
    }
    let all = found.len() > NESTED;
    let mut out = raw.to_vec();
    let mut hidden = 0_usize;
    for at in found {
        if all || encoded(&lower, at) {
            out[at..at + 7].copy_from_slice(b"x-inner");
            hidden += 1;
        }
    }
    // Parts of a digest are messages without saying so.
    for at in digests {
        out[at + 10..at + 16].copy_from_slice(b"x-many");
    }
    if hidden > 0 {
        remarks.push(Say::new("intake-mail-nested").with("count", hidden));
    }
    Cow::Owned(out)
}

/// Whether the headers around `at` say that the part is encoded.
fn encoded(lower: &[u8], at: usize) -> bool {
    let blank = |bytes: &[u8]| [&b"\n\n"[..], b"\r\n\r\n"].iter().filter_map(|b| memchr::memmem::find(bytes, b)).min();
    let end = at + blank(&lower[at..]).unwrap_or(lower.len() - at);
    let before = [&b"\n\n"[..], b"\r\n\r\n"].iter().filter_map(|b| memchr::memmem::rfind(&lower[..at], b)).max();
    let block = &lower[before.unwrap_or(0)..end];
    [&b"base64"[..], b"quoted-printable"].iter().any(|how| memchr::memmem::find(block, how).is_some())
}

fn first(address: &Address<'_>) -> Option<Person> {
    address.iter().find_map(|addr| person(addr.name(), addr.address()))
}

fn person(name: Option<&str>, address: Option<&str>) -> Option<Person> {
    let address = line(address.unwrap_or_default());
    let name = line(name.unwrap_or_default().trim_matches(['"', '\'', ' ']));
    (!address.is_empty() || !name.is_empty()).then_some(Person { name, address })
}

fn addressees(message: &Message<'_>) -> Vec<Person> {
    let lists = [message.to(), message.cc()].into_iter().flatten();
    lists.flat_map(Address::iter).filter_map(|a| person(a.name(), a.address())).take(ADDRESSEES).collect()
}

fn moment(date: &mail_parser::DateTime) -> Option<DateTime<Utc>> {
    let sound = (1..=12).contains(&date.month) && (1..=31).contains(&date.day) && date.year >= 1970 && date.hour < 25;
    sound.then(|| DateTime::from_timestamp(date.to_timestamp(), 0)).flatten()
}

/// A header on one line.
fn line(text: &str) -> Text {
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// All texts, one after the other; of what is written twice (plain and HTML) the plain one.
fn text(message: &Message<'_>, remarks: &mut Vec<Say>) -> String {
    let mut out = String::new();
    let texts = message.text_body_count();
    for at in 0..texts.min(TEXTS) {
        let Some(body) = message.body_text(at) else { continue };
        let body = body.trim();
        if body.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str(body);
        if out.len() > MAX_TEXT {
            break;
        }
    }
    let nested = message.attachments().filter_map(|part| match &part.body {
        PartType::Message(inner) => Some(inner),
        _ => None,
    });
    for inner in nested.take(NESTED) {
        if out.len() < MAX_TEXT {
            forwarded(inner, &mut out);
        }
    }
    if texts > TEXTS || out.len() > MAX_TEXT {
        remarks.push(Say::new("intake-mail-cut").with("limit", MAX_TEXT / 1024));
    }
    if out.len() > MAX_TEXT {
        out.truncate(out.floor_char_boundary(MAX_TEXT));
    }
    let mut out = out.replace("\r\n", "\n");
    out.retain(|c| c != '\0' && c != '\r');
    out
}

/// A message that was attached, as a mail program would show it.
fn forwarded(inner: &Message<'_>, out: &mut String) {
    let from = inner.from().and_then(first).unwrap_or_default();
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str("---------- Forwarded message ----------\n");
    out.push_str(&format!("From: {} <{}>\n", from.name, from.address));
    out.push_str(&format!("Subject: {}\n\n", inner.subject().unwrap_or_default()));
    out.push_str(inner.body_text(0).unwrap_or_default().trim());
}

fn attachments(message: &Message<'_>) -> Vec<Text> {
    let all = message
        .attachments()
        .filter(|part| !matches!(part.body, PartType::Text(_)) || part.attachment_name().is_some());
    let named = all.map(|part| {
        let kind = part.content_type().map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("*")));
        let name = part.attachment_name().map_or_else(|| kind.unwrap_or_default().into(), line);
        let size = part.len().div_ceil(1024);
        Text::from(format!("{name}, {size} kB"))
    });
    named.take(LISTED).collect()
}

/// A machine's mail: nobody is to be answered. An inquiry that a platform sends on says where answers go.
fn automatic(message: &Message<'_>, from: Option<&Person>) -> bool {
    let local = from.map_or("", |from| from.address.split('@').next().unwrap_or_default()).to_ascii_lowercase();
    let silent = matches!(local.as_str(), "noreply" | "no-reply" | "donotreply" | "do-not-reply" | "no_reply");
    let daemon = matches!(local.as_str(), "mailer-daemon" | "postmaster");
    let report = message.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("multipart")
            && kind.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("report"))
    });
    daemon || report || (silent && message.reply_to().and_then(first).is_none())
}
