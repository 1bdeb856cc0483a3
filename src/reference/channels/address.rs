//! Pasted profile addresses: whose they are, and where in them the handle stands.

use super::spec::Spec;
use std::borrow::Cow;
use url::Url;

/// What a pasted text turned out to be.
pub(super) enum Pasted {
    /// No address at all: the handle itself.
    Plain,
    /// The handle, found in an address of this kind.
    Handle(String),
    /// An address of this kind that is nobody's profile.
    NoProfile,
    /// An address of somebody else; its host.
    Foreign(String),
}

/// Whether `text` is an address of the kind.
pub(super) fn is_of(spec: &Spec, text: &str) -> bool {
    after_scheme(spec, text).is_some() || web(text, Some(spec)).is_some_and(|url| is_host_of(spec, &url))
}

/// Whether `text` says itself that it is a web address.
pub(super) fn is_web(text: &str) -> bool {
    web(text, None).is_some()
}

/// Finds the handle in an address; `Plain` when `text` is none.
pub(super) fn handle(spec: &Spec, text: &str) -> Pasted {
    if let Some(rest) = after_scheme(spec, text) {
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let in_query = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| is_in(&spec.query, name));
        // A `+` in a query is a space to the form decoder and the sign of a number to everybody else.
        let found = in_query.map(|(_, value)| value.trim().to_owned());
        return Pasted::Handle(found.unwrap_or_else(|| decode(path)));
    }
    if let Some(url) = web(text, Some(spec)) {
        if !is_host_of(spec, &url) {
            return Pasted::Foreign(url.host_str().unwrap_or_default().to_owned());
        }
        return in_url(spec, &url).map_or(Pasted::NoProfile, Pasted::Handle);
    }
    if spec.keep {
        let segments: Vec<Cow<'_, str>> = text.split('/').map(Cow::Borrowed).collect();
        if let Some(found) = in_path(spec, &segments) {
            return Pasted::Handle(found);
        }
    }
    Pasted::Plain
}

/// What follows `skype:` or `tg://resolve`.
fn after_scheme<'t>(spec: &Spec, text: &'t str) -> Option<&'t str> {
    let (scheme, rest) = text.split_once(':')?;
    let known = is_in(&spec.schemes, scheme);
    // `WeChat: anna` is a label and has a space; a link has none.
    (known && !rest.starts_with(' ') && !rest.is_empty()).then(|| rest.trim_start_matches('/'))
}

/// The web address that `text` is: with a scheme, with `www.`, or beginning with a host of the kind.
fn web(text: &str, spec: Option<&Spec>) -> Option<Url> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let starts = |prefix: &str| text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    let bare = || {
        let host = text.split(['/', '?', '#']).next().unwrap_or_default();
        // A bare host is an address only with a path: `t.me` may be a name.
        host.len() < text.len() && spec.is_some_and(|spec| is_host(spec, host))
    };
    let url = if starts("http://") || starts("https://") {
        Url::parse(text).ok()?
    } else if starts("www.") || bare() {
        Url::parse(&format!("https://{text}")).ok()?
    } else {
        return None;
    };
    url.host_str().is_some_and(|host| host.contains('.')).then_some(url)
}

fn is_host_of(spec: &Spec, url: &Url) -> bool {
    url.host_str().is_some_and(|host| is_host(spec, host))
}

/// The host itself or one below it: `de.linkedin.com`, never `linkedin.com.example`.
fn is_host(spec: &Spec, host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    spec.hosts.iter().any(|own| host.strip_suffix(own.as_str()).is_some_and(|sub| sub.is_empty() || sub.ends_with('.')))
}

fn in_url(spec: &Spec, url: &Url) -> Option<String> {
    if let Some((_, value)) = url.query_pairs().find(|(name, value)| is_in(&spec.query, name) && !value.is_empty()) {
        return Some(value.trim().to_owned());
    }
    let fragment = url.fragment().and_then(|fragment| fragment.strip_prefix("p/"));
    if let Some(number) = fragment.filter(|_| spec.paths.is_empty()) {
        return Some(decode(number));
    }
    let segments: Vec<Cow<'_, str>> =
        url.path_segments()?.filter(|segment| !segment.is_empty()).map(|s| decode(s).into()).collect();
    if segments.first().is_none_or(|first| is_in(&spec.not, first)) {
        return None;
    }
    in_path(spec, &segments)
}

/// The handle in a path by the first pattern that fits.
fn in_path(spec: &Spec, segments: &[Cow<'_, str>]) -> Option<String> {
    spec.paths.iter().find_map(|pattern| {
        let parts: Vec<&str> = pattern.split('/').collect();
        let mut found = None;
        for (at, part) in parts.iter().enumerate() {
            let segment = segments.get(at)?;
            match part.split_once("{}") {
                Some((before, _)) => {
                    let head = segment.get(..before.len()).filter(|head| head.eq_ignore_ascii_case(before))?;
                    found = segment.get(head.len()..).filter(|handle| !handle.is_empty());
                }
                None if *part == "*" || segment.eq_ignore_ascii_case(part) => {}
                None => return None,
            }
        }
        let handle = found?;
        Some(if spec.keep { pattern.replacen("{}", handle, 1) } else { handle.to_owned() })
    })
}

fn is_in(list: &[String], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// `%C3%BC` -> `ü`; bytes that are no UTF-8 become replacement characters, which no handle has.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%').and_then(|h| u8::from_str_radix(h, 16).ok());
        out.push(hex.unwrap_or(bytes[at]));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}
