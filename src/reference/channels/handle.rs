//! A handle as it was written -> the form for comparing and linking, or a sentence why not.

use super::address::{self, Pasted};
use super::spec::{Rule, Spec};
use super::{ChannelInfo, links};
use crate::domain::{Country, Say};
use crate::reference::phones::e164;
use email_address::{EmailAddress, Options};
use url::Url;

/// Longer than any handle; refused before anything looks at it.
const LONGEST: usize = 2048;

pub(super) fn read(info: &ChannelInfo, spec: &Spec, raw: &str, country: Option<Country>) -> Result<String, Say> {
    let said = |key: &'static str| Say::new(key).with("text", shortened(raw)).with("kind", info.en);
    if raw.len() > LONGEST || raw.chars().any(char::is_control) {
        return Err(said("handle-unreadable"));
    }
    if spec.rule == Rule::Email
        && let Some(norm) = plain_email(raw)
    {
        return Ok(norm);
    }
    if spec.rule == Rule::Url {
        return site(raw).ok_or_else(|| said("handle-url"));
    }
    let pasted = match address::handle(spec, raw) {
        Pasted::Plain => None,
        Pasted::Handle(found) => Some(found),
        Pasted::NoProfile => return Err(said("handle-no-profile")),
        Pasted::Foreign(host) => return Err(said("handle-other-site").with("site", host)),
    };
    let text = pasted.as_deref().unwrap_or(raw).trim();
    // Where the country is known, to set it would change nothing.
    let undialled = if country.is_some() { "handle-phone-there" } else { "handle-phone" };
    match spec.rule {
        Rule::Email => email(text).map_err(said),
        Rule::Phone => phone(text, country, pasted.is_some()).ok_or_else(|| said(undialled)),
        Rule::EmailOrPhone if text.contains('@') => email(text).map_err(said),
        Rule::EmailOrPhone => phone(text, country, false).ok_or_else(|| said("handle-email-or-phone")),
        Rule::UserOrPhone if looks_like_phone(text) => {
            phone(text, country, false).or_else(|| user(spec, text).ok()).ok_or_else(|| said(undialled))
        }
        Rule::User | Rule::UserOrPhone | Rule::Url => user(spec, text).map_err(|problem| match problem {
            Problem::Length => said("handle-length").with("least", spec.len.0).with("most", spec.len.1),
            Problem::Character(c) => said("handle-character").with("character", c.to_string()),
        }),
    }
}

/// As much of the raw text as a sentence bears.
fn shortened(raw: &str) -> String {
    match raw.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &raw[..end]),
        None => raw.to_owned(),
    }
}

/// E.164 where the length fits. A number in a link has its dial code and no plus.
fn phone(text: &str, country: Option<Country>, in_link: bool) -> Option<String> {
    if in_link {
        let digits = crate::reference::phones::digits(text);
        if let Some(e164) = e164(&format!("+{digits}"), None) {
            return Some(e164);
        }
    }
    e164(text, country)
}

fn looks_like_phone(text: &str) -> bool {
    let digits = crate::reference::phones::digits(text).len();
    digits >= 6 && !text.chars().any(char::is_alphabetic) && !text.contains('_')
}

fn email(text: &str) -> Result<String, &'static str> {
    // `Anna Müller <anna@example.com>`, as mail programs copy it.
    let text = match (text.rfind('<'), text.ends_with('>')) {
        (Some(open), true) => &text[open + 1..text.len() - 1],
        _ => text,
    };
    let text = text.split_once('?').map_or(text, |(address, _)| address).trim().trim_matches(['"', ',', ';']);
    let options = Options::default().with_required_tld().without_display_text().without_domain_literal();
    EmailAddress::parse_with_options(text, options).map_err(|_| "handle-email")?;
    let norm = text.to_lowercase();
    if norm.split(['@', '.']).any(mixes_scripts) { Err("handle-email-mixed") } else { Ok(norm) }
}

/// An address about which there is nothing to decide, as nearly all are: what the rules below say of it, and quicker.
fn plain_email(text: &str) -> Option<String> {
    let (local, domain) = text.split_once('@')?;
    let fits = |part: &str, most: usize, others: &[u8]| {
        let bytes = part.as_bytes();
        let ends = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
        ends(bytes.first())
            && ends(bytes.last())
            && bytes.len() <= most
            && bytes.iter().all(|b| b.is_ascii_alphanumeric() || others.contains(b))
    };
    let labels = || domain.split('.');
    let plain = fits(local, 60, b"._-")
        && !local.contains("..")
        && domain.len() <= 150
        && labels().count() >= 2
        && labels().all(|label| fits(label, 60, b"-"));
    // What begins like a host may be a pasted page.
    let page = local.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."));
    (plain && !page).then(|| text.to_ascii_lowercase())
}

/// Latin letters beside Cyrillic or Greek ones that look the same: nobody's real address.
fn mixes_scripts(label: &str) -> bool {
    let latin = label.chars().any(|c| c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}'));
    latin
        && label.chars().any(|c| matches!(c, '\u{370}'..='\u{52f}' | '\u{13a0}'..='\u{13ff}' | '\u{ff21}'..='\u{ff5a}'))
}

enum Problem {
    Length,
    Character(char),
}

/// A user name: its own characters only, the path before it kept where the kind says so.
fn user(spec: &Spec, text: &str) -> Result<String, Problem> {
    let (path, name) = split_path(spec, text);
    let name = if path.is_none() && !spec.at { name.trim_start_matches(['@', '＠']) } else { name };
    let allowed = |(at, c): (usize, char)| {
        c.is_ascii_alphanumeric()
            || spec.chars.contains(c)
            || (spec.letters && c.is_alphanumeric())
            || (spec.at && at == 0 && c == '@')
    };
    let length = name.chars().count();
    if let Some((_, c)) = name.char_indices().find(|at| !allowed(*at)) {
        return Err(Problem::Character(c));
    }
    if !(spec.len.0..=spec.len.1).contains(&length) || name.chars().all(|c| !c.is_alphanumeric()) {
        return Err(Problem::Length);
    }
    let name = if spec.exact { name.to_owned() } else { name.to_lowercase() };
    let path = path.or_else(|| spec.keep.then(|| spec.paths.first().and_then(|p| p.strip_suffix("{}"))).flatten());
    Ok(format!("{}{name}", path.unwrap_or_default()))
}

/// `company/acme` -> (`company/`, `acme`), for kinds whose path is part of the handle.
fn split_path<'t>(spec: &'t Spec, text: &'t str) -> (Option<&'t str>, &'t str) {
    let before = spec.paths.iter().filter(|_| spec.keep).filter_map(|pattern| pattern.strip_suffix("{}"));
    before
        .filter_map(|before| text.strip_prefix(before).map(|name| (Some(before), name)))
        .next()
        .unwrap_or((None, text))
}

/// `https://example.com/shop` from `Example.com/shop`; nothing else than the web.
fn site(raw: &str) -> Option<String> {
    let lower = raw.get(..8).unwrap_or(raw).to_ascii_lowercase();
    let text = if lower.starts_with("http://") || lower.starts_with("https://") {
        raw.to_owned()
    } else {
        format!("https://{raw}")
    };
    let url = Url::parse(&text).ok().filter(links::is_plain_web)?;
    if raw.contains(char::is_whitespace) {
        return None;
    }
    let written = url.to_string();
    let root = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    Some(if root { written.trim_end_matches('/').to_owned() } else { written })
}

#[cfg(test)]
mod tests;
