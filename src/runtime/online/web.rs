//! One page of a stranger's web site, fetched with care.

use super::tls::{self, Flaw, Talk};
use super::{Net, is_public};
use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::time::Instant;
use url::{Host, Url};

/// Redirects that are followed.
const HOPS: usize = 3;
/// More of a page is not read.
const MOST: usize = 96 * 1024;

/// What came of a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// Where it ended.
    pub host: String,
    /// What the page says; `None`: nobody answered.
    pub page: Option<String>,
    /// Sealed, and the certificate is right.
    pub sealed: bool,
    pub flaw: Option<Flaw>,
    pub end: End,
}

/// How a visit ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// With a page.
    Answered,
    /// The name leads nowhere.
    NoAddress,
    /// It leads into a private network, where nobody was contacted.
    Private,
    /// Nobody answered in time.
    #[default]
    Silent,
    /// It sends its visitors round in circles, or where no web site is.
    Astray,
}

/// Looks at the site of a host, sealed where that can be.
pub fn visit(host: &str, net: &Net) -> Visit {
    let Ok(start) = Url::parse(&format!("https://{host}/")) else { return Visit::default() };
    let sealed = walk(start.clone(), net);
    if sealed.end == End::Answered || matches!(sealed.end, End::NoAddress | End::Private) {
        return sealed;
    }
    let mut plain = start;
    if plain.set_scheme("http").is_err() {
        return sealed;
    }
    let open = walk(plain, net);
    if open.end == End::Answered { Visit { flaw: open.flaw.or(sealed.flaw), ..open } } else { sealed }
}

/// From page to page as the site leads.
fn walk(mut url: Url, net: &Net) -> Visit {
    let mut visit = Visit::default();
    for _ in 0..=HOPS {
        visit.host = url.host_str().unwrap_or_default().to_owned();
        let answer = match fetch(&url, net) {
            Ok(answer) => answer,
            Err(Trouble::End(end)) => return Visit { end, ..visit },
            Err(Trouble::Flaw(flaw)) => return Visit { flaw: Some(flaw), end: End::Silent, ..visit },
        };
        visit.sealed = url.scheme() == "https";
        match answer.location.and_then(|to| url.join(&to).ok()) {
            // Other ports and other schemes are no web site's front door.
            Some(next) if !matches!(next.scheme(), "http" | "https") || next.port().is_some() => break,
            Some(next) => url = next,
            None => return Visit { page: Some(answer.body), end: End::Answered, ..visit },
        }
    }
    Visit { end: End::Astray, ..visit }
}

enum Trouble {
    End(End),
    Flaw(Flaw),
}

struct Answer {
    location: Option<String>,
    body: String,
}

fn fetch(url: &Url, net: &Net) -> Result<Answer, Trouble> {
    let silent = |_| Trouble::End(End::Silent);
    let until = Instant::now() + net.patience;
    let host = url.host_str().unwrap_or_default();
    let sealed = url.scheme() == "https";
    let port = if sealed { net.ports.1 } else { net.ports.0 };
    let stream = connect(url, port, net, until)?;
    let mut talk: Box<dyn Talk> =
        if sealed { tls::seal(stream, host, &net.roots).map_err(silent)? } else { Box::new(stream) };
    let path = match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    let ask = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: Mozilla/5.0 (compatible; tradewind)\r\n\
         Accept: text/html\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n"
    );
    let wrong = |error: std::io::Error| tls::flaw(&error).map_or(Trouble::End(End::Silent), Trouble::Flaw);
    talk.write_all(ask.as_bytes()).map_err(wrong)?;
    let mut text = Vec::new();
    let mut piece = [0; 8 * 1024];
    while text.len() < MOST && Instant::now() < until {
        match talk.read(&mut piece) {
            Ok(0) => break,
            Ok(size) => text.extend_from_slice(&piece[..size]),
            // What came before it broke off counts.
            Err(_) if !text.is_empty() => break,
            Err(error) => return Err(wrong(error)),
        }
    }
    read(&String::from_utf8_lossy(&text)).ok_or(Trouble::End(End::Silent))
}

/// To the very address that was looked at.
fn connect(url: &Url, port: u16, net: &Net, until: Instant) -> Result<TcpStream, Trouble> {
    let addresses: Vec<IpAddr> = match url.host() {
        Some(Host::Ipv4(address)) => vec![address.into()],
        Some(Host::Ipv6(address)) => vec![address.into()],
        Some(Host::Domain(name)) => (net.resolve)(name).ok_or(Trouble::End(End::Silent))?,
        None => Vec::new(),
    };
    if addresses.is_empty() {
        return Err(Trouble::End(End::NoAddress));
    }
    // One private address among them is a trap, however public the others are.
    if !addresses.iter().all(|address| is_public(*address) || net.allowed.contains(address)) {
        return Err(Trouble::End(End::Private));
    }
    for address in addresses {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            break;
        }
        let Ok(stream) = TcpStream::connect_timeout(&SocketAddr::new(address, port), left) else { continue };
        let left = until.saturating_duration_since(Instant::now()).max(std::time::Duration::from_millis(1));
        let timed = stream.set_read_timeout(Some(left)).and_then(|()| stream.set_write_timeout(Some(left)));
        if timed.is_ok() {
            return Ok(stream);
        }
    }
    Err(Trouble::End(End::Silent))
}

/// The status, where it leads, what it says. `None`: this is no web server.
fn read(text: &str) -> Option<Answer> {
    let (head, body) = text.split_once("\r\n\r\n").or_else(|| text.split_once("\n\n")).unwrap_or((text, ""));
    let mut lines = head.lines();
    let status: u16 = lines.next()?.strip_prefix("HTTP/1.")?.split(' ').nth(1)?.parse().ok()?;
    let location = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("location"))
        .map(|(_, value)| value.trim().to_owned());
    Some(Answer { location: location.filter(|_| (300..400).contains(&status)), body: body.to_owned() })
}
