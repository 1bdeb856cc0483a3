//! A vCard as text. Its fields are named, so nothing has to be found.

use super::words::lower;
use super::{Found, Handle, Pasted, Source, place};
use crate::domain::{ChannelKind, Text};
use crate::reference::{find_country, find_kind, normalise, recognise};
use std::ops::Range;

/// Properties looked at.
const LINES: usize = 400;

/// Reads the first card of a text.
pub fn read(text: &str) -> Option<Pasted> {
    let low = lower(text);
    let begin = low.find("begin:vcard")?;
    let end = low[begin..].find("end:vcard").map_or(text.len(), |end| begin + end);
    let mut pasted = Pasted::default();
    let mut address = None;
    for property in properties(text, begin..end).into_iter().take(LINES) {
        take(&mut pasted, &property, &mut address);
    }
    // Numbers need the country, which may stand below them.
    if let Some(found) = address {
        pasted.country = Some(found);
    }
    let country = pasted.country.as_ref().map(|found| found.value);
    for found in &mut pasted.channels {
        if found.value.norm.is_empty() {
            found.value.norm = normalise(found.value.kind, &found.value.raw, country).unwrap_or_default().into();
        }
    }
    if pasted.country.is_none() {
        pasted.country = place::of_channels(&pasted.channels);
    }
    Some(pasted)
}

struct Property {
    name: String,
    params: String,
    value: String,
    range: Range<usize>,
}

/// Unfolded lines.
fn properties(text: &str, range: Range<usize>) -> Vec<Property> {
    let start = text.as_ptr() as usize;
    let mut out: Vec<Property> = Vec::new();
    for line in text[range].lines() {
        let at = line.as_ptr() as usize - start;
        if let (true, Some(last)) = (line.starts_with([' ', '\t']), out.last_mut()) {
            last.value.push_str(line[1..].trim_end());
            last.range.end = at + line.len();
            continue;
        }
        let Some((head, value)) = line.split_once(':') else { continue };
        let (name, params) = head.split_once(';').unwrap_or((head, ""));
        let name = name.rsplit('.').next().unwrap_or(name);
        let value_at = at + head.len() + 1;
        out.push(Property {
            name: name.trim().to_ascii_uppercase(),
            params: lower(params),
            value: value.trim_end().to_owned(),
            range: value_at..at + line.trim_end().len(),
        });
    }
    out
}

/// `\,` and `\n` as they are meant.
fn plain(value: &str) -> String {
    value.replace("\\n", " ").replace("\\,", ",").replace("\\;", ";").trim().to_owned()
}

fn take(pasted: &mut Pasted, property: &Property, address: &mut Option<Found<crate::domain::Country>>) {
    let text = plain(&property.value);
    let range = property.range.clone();
    let found = |value: &str| Found { value: Text::from(value), source: Source::Label, range: range.clone() };
    match property.name.as_str() {
        "FN" if !text.is_empty() => {
            pasted.names.clear();
            pasted.names.push(found(&text));
        }
        "N" if pasted.names.is_empty() => {
            let parts: Vec<&str> = text.split(';').map(str::trim).collect();
            let name = [parts.get(1), parts.first()].into_iter().flatten().copied().collect::<Vec<_>>().join(" ");
            if !name.trim().is_empty() {
                pasted.names.push(found(name.trim()));
            }
        }
        "ORG" => {
            let company = property.value.split(';').next().map(plain).unwrap_or_default();
            pasted.company = (!company.is_empty()).then(|| found(&company));
        }
        "TITLE" | "ROLE" if pasted.role.is_none() => pasted.role = Some(found(&text)),
        "NOTE" => pasted.message = Some(found(&text)),
        "ADR" => {
            let parts: Vec<&str> = property.value.split(';').map(str::trim).collect();
            pasted.city = parts.get(3).filter(|city| !city.is_empty()).map(|city| found(&plain(city)));
            let country = parts.get(6).and_then(|country| find_country(country));
            *address = country.map(|value| Found { value, source: Source::Label, range: range.clone() });
        }
        "TEL" if !property.params.contains("fax") => {
            let raw = text.strip_prefix("tel:").unwrap_or(&text);
            let norm = normalise(ChannelKind::PHONE, raw, None).unwrap_or_default();
            push(pasted, ChannelKind::PHONE, raw, norm, range);
        }
        "EMAIL" => {
            if let Some(norm) = normalise(ChannelKind::EMAIL, &text, None) {
                push(pasted, ChannelKind::EMAIL, &text, norm, range);
            }
        }
        "URL" | "X-SOCIALPROFILE" | "IMPP" => {
            let known = recognise(&text)
                .or_else(|| normalise(ChannelKind::WEBSITE, &text, None).map(|norm| (ChannelKind::WEBSITE, norm)));
            if let Some((kind, norm)) = known {
                push(pasted, kind, &text, norm, range);
            }
        }
        name => {
            let kind = name.strip_prefix("X-").and_then(find_kind);
            let read = kind.and_then(|kind| Some((kind, normalise(kind, &text, None)?)));
            if let Some((kind, norm)) = read {
                push(pasted, kind, &text, norm, range);
            }
        }
    }
}

fn push(pasted: &mut Pasted, kind: ChannelKind, raw: &str, norm: String, range: Range<usize>) {
    let value = Handle { kind, raw: raw.into(), norm: norm.into() };
    if !raw.is_empty() && !pasted.channels.iter().any(|there| there.value == value) {
        pasted.channels.push(Found { value, source: Source::Label, range });
    }
}
