//! Addresses, numbers and names at messengers.

use super::lines::{Kind, Sheet};
use super::scan::Marks;
use super::{Found, Handle, Source};
use crate::domain::{ChannelKind, Country};
use crate::reference::{is_phone_like, normalise, recognise};
use std::ops::Range;

mod numbers;
mod users;

use numbers::phone;
pub use numbers::{Number, numbers};
use users::users;

/// All of a text's channels, in its order, each once.
///
/// `own` is the exporter's country where the text is in its language.
pub fn channels(
    sheet: &Sheet<'_>,
    marks: &Marks,
    numbers: &[Number],
    country: Option<Country>,
    own: Option<Country>,
) -> Vec<Found<Handle>> {
    let mut found: Vec<Found<Handle>> = Vec::new();
    for (range, kind) in &marks.emails {
        let raw = sheet.at(range);
        if let Some(norm) = normalise(ChannelKind::EMAIL, raw, None) {
            found.push(handle(sheet, ChannelKind::EMAIL, range, norm, source(*kind, labelled(sheet, range))));
        }
    }
    for (range, _) in &marks.urls {
        let raw = sheet.at(range);
        let known = recognise(raw)
            .or_else(|| normalise(ChannelKind::WEBSITE, raw, None).map(|norm| (ChannelKind::WEBSITE, norm)));
        if let Some((kind, norm)) = known {
            found.push(handle(sheet, kind, range, norm, Source::Url));
        }
    }
    for number in numbers {
        found.extend(phone(sheet, number, country, own));
    }
    users(sheet, marks, &mut found);
    found.sort_by_key(|found| {
        (found.source == Source::Header && found.value.kind != ChannelKind::EMAIL, found.range.start)
    });
    let mut once: Vec<Found<Handle>> = Vec::new();
    for one in found {
        let same = |there: &Found<Handle>| {
            let reach = |kind| if is_phone_like(kind) { ChannelKind::PHONE } else { kind };
            !one.value.norm.is_empty()
                && there.value.norm == one.value.norm
                && reach(there.value.kind) == reach(one.value.kind)
        };
        if !once.iter().any(same) {
            once.push(one);
        }
    }
    once.sort_by_key(|found| found.range.start);
    once
}

fn handle(sheet: &Sheet<'_>, kind: ChannelKind, range: &Range<usize>, norm: String, source: Source) -> Found<Handle> {
    Found { value: Handle { kind, raw: sheet.at(range).into(), norm: norm.into() }, source, range: range.clone() }
}

fn source(kind: Kind, labelled: bool) -> Source {
    match kind {
        _ if labelled => Source::Label,
        Kind::From | Kind::Head => Source::Header,
        Kind::Sign => Source::Signature,
        _ => Source::Text,
    }
}

fn labelled(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    sheet.segments.iter().any(|s| s.label.is_some() && s.value.start <= range.start && range.end <= s.value.end)
}
