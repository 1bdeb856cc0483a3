//! Names: addresses by the system, mail servers by one question in our own hand. A whole resolver would be eighty-six
//! crates for this one kind of record.

use super::Net;
use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs, UdpSocket};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

/// Whether a domain takes mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// So many servers take it.
    Taken(usize),
    /// None does.
    Refused,
    /// There is no such domain.
    NoDomain,
    /// Nobody said.
    Unknown,
}

/// Name servers of the machine, at most three.
pub fn servers() -> Vec<SocketAddr> {
    let text = std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default();
    let named = text.lines().filter_map(|line| line.trim().strip_prefix("nameserver"));
    named.filter_map(|address| address.trim().parse::<IpAddr>().ok()).take(3).map(|it| (it, 53).into()).collect()
}

/// Where a name leads, asked of the system beside this thread: it may take long.
pub fn addresses(host: &str, patience: Duration) -> Option<Vec<IpAddr>> {
    let (told, answer) = channel();
    let host = host.to_owned();
    let ask = move || {
        // A name that leads nowhere is an error there.
        let found = (host.as_str(), 80).to_socket_addrs().map(|all| all.map(|it| it.ip()).collect::<Vec<_>>());
        drop(told.send(found.unwrap_or_default()));
    };
    thread::Builder::new().name("resolve".into()).spawn(ask).ok()?;
    answer.recv_timeout(patience).ok()
}

/// Asks for the domain's mail servers.
pub fn mail(domain: &str, net: &Net) -> Mail {
    let id = RandomState::new().hash_one(Instant::now()) as u16;
    let Some(question) = question(id, domain) else { return Mail::Unknown };
    let end = Instant::now() + net.patience;
    // A datagram may be lost: each server is asked twice while there is time.
    for server in net.servers.iter().cycle().take(net.servers.len() * 2) {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            break;
        }
        let answer = ask(*server, &question, left.min(net.patience / 2));
        if let Some(mail) = answer.and_then(|answer| read(&answer, id)).filter(|mail| *mail != Mail::Unknown) {
            return mail;
        }
    }
    Mail::Unknown
}

fn ask(server: SocketAddr, question: &[u8], patience: Duration) -> Option<Vec<u8>> {
    let any: IpAddr = if server.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() };
    let socket = UdpSocket::bind((any, 0)).ok()?;
    // Nobody else's answer is taken.
    socket.connect(server).ok()?;
    socket.set_read_timeout(Some(patience)).ok()?;
    socket.send(question).ok()?;
    let mut answer = vec![0; 1500];
    let size = socket.recv(&mut answer).ok()?;
    answer.truncate(size);
    Some(answer)
}

/// The record of mail servers.
const MX: u16 = 15;
const HEAD: usize = 12;

fn question(id: u16, domain: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(HEAD + domain.len() + 6);
    // One question, answered for us by whoever knows.
    out.extend(id.to_be_bytes());
    out.extend([1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    for label in domain.trim_end_matches('.').split('.') {
        let size = u8::try_from(label.len()).ok().filter(|size| (1..64).contains(size) && label.is_ascii())?;
        out.push(size);
        out.extend(label.bytes());
    }
    out.push(0);
    out.extend(MX.to_be_bytes());
    out.extend([0, 1]);
    (out.len() <= HEAD + 255 + 4).then_some(out)
}

/// What an answer says. A stranger may have written it: nothing is read beyond its end.
fn read(answer: &[u8], id: u16) -> Option<Mail> {
    let number = |at: usize| Some(u16::from_be_bytes([*answer.get(at)?, *answer.get(at + 1)?]));
    if number(0)? != id || answer.get(2)? & 0x80 == 0 {
        return None;
    }
    match answer.get(3)? & 0x0f {
        0 => {}
        3 => return Some(Mail::NoDomain),
        _ => return Some(Mail::Unknown),
    }
    let mut at = HEAD;
    for _ in 0..number(4)? {
        at = after_name(answer, at)? + 4;
    }
    let (mut taken, mut refused) = (0, false);
    for _ in 0..number(6)? {
        let Some(start) = after_name(answer, at) else { break };
        let (Some(kind), Some(size)) = (number(start), number(start + 8)) else { break };
        let data = start + 10;
        if kind == MX {
            // A single dot says that no mail is wanted.
            match answer.get(data + 2) {
                Some(0) => refused = true,
                _ => taken += 1,
            }
        }
        at = data + usize::from(size);
    }
    // Cut short, with servers in it: there are some.
    let cut = answer.get(2)? & 2 != 0;
    Some(match (taken, refused) {
        (1.., _) => Mail::Taken(taken),
        (0, true) => Mail::Refused,
        (0, false) if cut => Mail::Unknown,
        _ => Mail::Refused,
    })
}

/// Where a name ends.
fn after_name(answer: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *answer.get(at)? {
            0 => return Some(at + 1),
            // A pointer ends it.
            size if size >= 0xc0 => return Some(at + 2),
            size => at += 1 + usize::from(size),
        }
    }
}
