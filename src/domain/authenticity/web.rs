//! Links as they stand in a message.

/// A link: what it says and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// In small letters, without port and user name.
    pub host: String,
    pub path: String,
    /// Something stands before an `@`: the host is not the one that meets the eye.
    pub disguised: bool,
}

/// Links looked at.
const MOST: usize = 40;

/// The links in a text: with a scheme, or beginning with `www.`.
pub fn links(text: &str) -> Vec<Link> {
    let stops = |c: char| c.is_whitespace() || c.is_control() || "<>\"'()[]{}|，。；、）】》".contains(c);
    text.split(stops).filter_map(link).take(MOST).collect()
}

fn link(word: &str) -> Option<Link> {
    let lower = word.to_lowercase();
    let start = ["https://", "http://", "hxxp://", "hxxps://"]
        .iter()
        .find_map(|scheme| lower.find(scheme).map(|at| at + scheme.len()))
        .or_else(|| lower.starts_with("www.").then_some(0))?;
    let rest = lower.get(start..)?;
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len()));
    let (user, host) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
    let host = host.split(':').next().unwrap_or_default().trim_end_matches(['.', ',', ';', '!', '?']);
    (host.contains('.') && host.len() <= 253).then(|| Link {
        host: host.to_owned(),
        path: path.trim_end_matches(['.', ',', ';', '!']).to_owned(),
        disguised: user.is_some(),
    })
}

/// The host of a web address, with or without a scheme.
pub fn host(address: &str) -> Option<String> {
    let address = address.trim();
    let written = if address.contains("://") { address.to_owned() } else { format!("https://{address}") };
    link(&written).map(|link| link.host)
}

/// Four numbers in place of a name.
pub(super) fn is_number(host: &str) -> bool {
    host.split('.').count() == 4 && host.split('.').all(|part| part.parse::<u8>().is_ok())
}
