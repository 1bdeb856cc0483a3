//! Links that open a channel. Handles are strangers' text: encoded, and only known schemes come out.

use super::spec::{Rule, Spec};
use std::fmt::Write as _;
use url::Url;

/// Schemes that a desktop may be handed.
const SAFE: [&str; 9] = ["https", "http", "mailto", "tel", "sms", "skype", "tg", "viber", "imessage"];

/// The link of a normalised handle.
pub(super) fn link(spec: &Spec, norm: &str) -> Option<String> {
    if spec.rule == Rule::Url {
        return Url::parse(norm).ok().filter(is_plain_web).map(|url| url.to_string());
    }
    let number = norm.strip_prefix('+').filter(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    let template = match (number, spec.rule) {
        // A user's page is found by the name, not by the number that some give instead.
        (Some(_), Rule::UserOrPhone) => spec.link_phone.as_ref(),
        _ if norm.starts_with('@') && spec.link_at.is_some() => spec.link_at.as_ref(),
        _ => spec.link.as_ref(),
    }?;
    let link = template.replace("{norm}", &encoded(norm)).replace("{digits}", number.unwrap_or_default());
    let scheme = Url::parse(&link).ok()?.scheme().to_owned();
    SAFE.contains(&scheme.as_str()).then_some(link)
}

/// A web page by a host with a dot, without a user name that could pass for one.
pub(super) fn is_plain_web(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let named = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains("..");
    matches!(url.scheme(), "http" | "https") && named && url.username().is_empty() && url.password().is_none()
}

/// Percent-encoded, but for the characters that handles are made of.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@+:/,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            write!(out, "%{byte:02X}").ok();
        }
    }
    out
}
