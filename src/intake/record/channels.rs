//! Cells with addresses, numbers and handles.

use super::parts::Parts;
use crate::domain::{ChannelDraft, ChannelKind, Country, Say};
use crate::intake::Field;
use crate::reference::{find_kind, is_phone_like, recognise, validate};

/// Channels of one row at most: more is a list pasted into a cell.
const MOST: usize = 64;

/// The row's channels, the raw text kept; such as cannot be read are remarked on. What no kind can be found for goes to
/// the row's extra cells.
pub fn channels(parts: &mut Parts<'_>, country: Option<Country>, remarks: &mut Vec<Say>) -> Vec<ChannelDraft> {
    let mut found: Vec<ChannelDraft> = Vec::with_capacity(parts.channels.len());
    let mut push = |found: &mut Vec<ChannelDraft>, kind, handle: &str| {
        remarks.extend(push(found, kind, handle, country));
    };
    let mut service = None;
    for (field, at, text) in parts.channels.iter().copied() {
        match field {
            Field::Channel(kind) if is_one(text) => push(&mut found, kind, text),
            Field::Channel(kind) => {
                split(kind, text).into_iter().for_each(|handle| push(&mut found, kind, handle));
            }
            Field::Service => service = find_kind(text),
            _ => match service.take().map(|kind| (kind, text.to_owned())).or_else(|| recognise(text)) {
                Some((kind, _)) => push(&mut found, kind, text),
                None => parts.extra.push((at, text)),
            },
        }
    }
    if let Some(first) = found.first_mut() {
        first.primary = true;
    }
    found
}

/// Says what could not be read about it.
fn push(found: &mut Vec<ChannelDraft>, kind: ChannelKind, handle: &str, country: Option<Country>) -> Option<Say> {
    let (norm, remark) = match validate(kind, handle, country) {
        Ok(norm) => (norm, None),
        Err(say) => (String::new(), Some(say)),
    };
    let same = |there: &ChannelDraft| {
        there.kind == kind && (*there.handle == *handle || (!norm.is_empty() && *there.norm == *norm))
    };
    if found.len() >= MOST || found.iter().any(same) {
        return None;
    }
    found.push(ChannelDraft {
        id: None,
        contact: None,
        kind,
        handle: handle.into(),
        norm: norm.into(),
        primary: false,
        emergency: false,
    });
    remark
}

/// Whether a cell has nothing that several are parted by.
fn is_one(text: &str) -> bool {
    text.is_ascii()
        && text.bytes().filter(|b| *b == b'@').count() < 2
        && !text.bytes().any(|b| matches!(b, b';' | b',' | b'\n' | b'|' | b'/' | b'<') || b == b':')
}

/// Several in one cell, as people and Google write them.
fn split(kind: ChannelKind, text: &str) -> Vec<&str> {
    let parts: Vec<&str> = if text.contains(":::") {
        text.split(":::").collect()
    } else if kind == ChannelKind::EMAIL {
        if text.matches('@').count() < 2 || text.contains('<') && text.matches('<').count() < 2 {
            return vec![text];
        }
        text.split([';', ',', '，', '；', '、', '\n', '|'])
            .flat_map(|part| if part.matches('@').count() > 1 { part.split(' ').collect() } else { vec![part] })
            .collect()
    } else if is_phone_like(kind) {
        return phones(text);
    } else {
        text.split('\n').collect()
    };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Cut only where every part could be a number of its own: `030/12 34 56` is one, two numbers with a slash are two.
fn phones(text: &str) -> Vec<&str> {
    for (between, least) in [(&[';', '；', '、', '\n', '|'][..], 6), (&[',', '，'], 7), (&['/'], 7)] {
        let parts: Vec<&str> = text.split(between).map(str::trim).filter(|part| !part.is_empty()).collect();
        let digits = |part: &&str| part.chars().filter(char::is_ascii_digit).count() >= least;
        if parts.len() > 1 && parts.iter().all(digits) {
            return parts;
        }
    }
    vec![text]
}
