//! Against local servers only.

use super::*;
use crate::domain::authenticity::{Check, Evidence};
use crate::domain::{Bundle, Channel, ChannelId, ChannelKind};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, UdpSocket};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A web server that answers each request by its host and path, and counts its visitors.
fn serve(answer: fn(&str) -> String) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((HERE, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let visitors = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&visitors);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            count.fetch_add(1, Ordering::SeqCst);
            let mut request = [0; 2048];
            let size = stream.read(&mut request).unwrap_or(0);
            let request = String::from_utf8_lossy(&request[..size]).into_owned();
            drop(stream.write_all(answer(&request).as_bytes()));
        }
    });
    (port, visitors)
}

fn page(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><title>{body}</title></html>")
}

/// A port where nobody listens.
fn nobody() -> u16 {
    TcpListener::bind((HERE, 0)).unwrap().local_addr().unwrap().port()
}

fn net(http: u16, https: u16) -> Net {
    Net {
        servers: Vec::new(),
        resolve: Box::new(|host| Some(if host == "nowhere.test" { vec![] } else { vec![HERE] })),
        allowed: vec![HERE],
        ports: (http, https),
        roots: Vec::new(),
        patience: Duration::from_secs(5),
    }
}

fn customer(name: &str, site: &str) -> Bundle {
    let mut bundle = Bundle::default();
    bundle.customer.fields.name = name.into();
    bundle.channels.push(Channel {
        id: ChannelId(1),
        contact: None,
        kind: ChannelKind::WEBSITE,
        handle: site.into(),
        norm: "".into(),
        primary: false,
        emergency: false,
    });
    bundle
}

fn of(found: &[Evidence], check: Check) -> Vec<&'static str> {
    found.iter().filter(|one| one.check == check).map(|one| one.detail.key).collect()
}

#[test]
fn a_site_that_bears_the_name_speaks_for_them() {
    let (port, _) = serve(|_| page("Müller Wassertechnik: UV lamps"));
    let found = look(&customer("Müller Wassertechnik GmbH", "https://www.mueller-wt.test"), &net(port, nobody()));
    assert_eq!(of(&found, Check::WebSite), ["verify-site-answers"]);
    assert_eq!(of(&found, Check::SiteName), ["verify-site-named"]);
    let (port, _) = serve(|_| page("This domain may be for sale"));
    let found = look(&customer("Müller Wassertechnik GmbH", "mueller-wt.test"), &net(port, nobody()));
    assert_eq!(of(&found, Check::SiteName), ["verify-site-for-sale"]);
}

#[test]
fn a_private_address_is_never_contacted() {
    let (port, visitors) = serve(|_| page("inside"));
    let guarded = Net { allowed: Vec::new(), ..net(port, port) };
    let found = look(&customer("Acme", "acme.test"), &guarded);
    assert_eq!(of(&found, Check::WebSite), ["verify-site-private"]);
    // Written as a number it is the same.
    let visit = web::visit("127.0.0.1", &guarded);
    assert_eq!(visit.end, web::End::Private);
    assert_eq!(visitors.load(Ordering::SeqCst), 0);
}

#[test]
fn a_redirect_is_looked_at_like_the_first_address() {
    // Only this machine's main loopback is allowed; the redirect leads to another private address.
    let (port, _) = serve(|_| "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.7/admin\r\n\r\n".to_owned());
    let visit = web::visit("acme.test", &net(port, nobody()));
    assert_eq!((visit.end, visit.page), (web::End::Silent, None), "the sealed way is silent, the open one a trap");
    let (port, _) = serve(|_| "HTTP/1.1 302 Found\r\nLocation: http://acme.test:6379/\r\n\r\n".to_owned());
    assert!(web::visit("acme.test", &net(port, nobody())).page.is_none(), "another port is no web site");
}

#[test]
fn redirects_end_after_three() {
    let (port, visitors) = serve(|_| "HTTP/1.1 301 Moved\r\nLocation: /round\r\n\r\n".to_owned());
    let visit = web::visit("acme.test", &net(port, nobody()));
    assert!(visit.page.is_none());
    assert_eq!(visitors.load(Ordering::SeqCst), 4);
    let (port, _) = serve(|request| match request.starts_with("GET / ") {
        true => "HTTP/1.1 301 Moved\r\nLocation: http://other.test/home\r\n\r\n".to_owned(),
        false => page("Acme"),
    });
    let found = look(&customer("Acme Ltd", "acme.test"), &net(port, nobody()));
    assert_eq!(of(&found, Check::WebSite), ["verify-site-answers", "verify-site-moves"]);
}

#[test]
fn what_is_not_there_or_no_web_server_is_said() {
    let found = look(&customer("Acme", "nowhere.test"), &net(nobody(), nobody()));
    assert_eq!(of(&found, Check::WebSite), ["verify-site-nowhere"]);
    let found = look(&customer("Acme", "acme.test"), &net(nobody(), nobody()));
    assert_eq!(of(&found, Check::WebSite), ["verify-site-silent"]);
    let (port, _) = serve(|_| "220 smtp ready\r\n".to_owned());
    let found = look(&customer("Acme", "acme.test"), &net(port, nobody()));
    assert_eq!(of(&found, Check::WebSite), ["verify-site-silent"]);
    assert_eq!(of(&look(&Bundle::default(), &net(1, 1)), Check::MailServer), ["verify-nothing-online"]);
}

#[cfg(feature = "online")]
mod sealed;

/// A name server that answers once.
fn name_server(answer: fn(&[u8]) -> Vec<u8>) -> SocketAddr {
    let socket = UdpSocket::bind((HERE, 0)).unwrap();
    let address = socket.local_addr().unwrap();
    let (ready, wait) = mpsc::channel();
    thread::spawn(move || {
        ready.send(()).unwrap();
        let mut question = [0; 512];
        while let Ok((size, from)) = socket.recv_from(&mut question) {
            drop(socket.send_to(&answer(&question[..size]), from));
        }
    });
    wait.recv().unwrap();
    address
}

/// The question with an answer's head and these records behind it.
fn answered(question: &[u8], code: u8, records: &[&[u8]]) -> Vec<u8> {
    let mut out = question.to_vec();
    out[2] |= 0x80;
    out[3] = code;
    out[7] = u8::try_from(records.len()).unwrap();
    for record in records {
        out.extend([0xc0, 12, 0, 15, 0, 1, 0, 0, 0, 60]);
        out.extend(u16::try_from(record.len()).unwrap().to_be_bytes());
        out.extend_from_slice(record);
    }
    out
}

#[test]
fn mail_servers_are_asked_for() {
    let ask = |answer| dns::mail("acme.test", &Net { servers: vec![name_server(answer)], ..net(1, 1) });
    assert_eq!(ask(|it| answered(it, 0, &[b"\0\x0a\x02mx\xc0\x0c", b"\0\x14\x03mx2\xc0\x0c"])), dns::Mail::Taken(2));
    assert_eq!(ask(|it| answered(it, 0, &[b"\0\0\0"])), dns::Mail::Refused, "a single dot");
    assert_eq!(ask(|it| answered(it, 0, &[])), dns::Mail::Refused);
    assert_eq!(ask(|it| answered(it, 3, &[])), dns::Mail::NoDomain);
}

#[test]
fn broken_answers_do_no_harm() {
    let patience = Duration::from_millis(60);
    let ask = |answer| dns::mail("acme.test", &Net { servers: vec![name_server(answer)], patience, ..net(1, 1) });
    assert_eq!(ask(|_| vec![]), dns::Mail::Unknown);
    assert_eq!(ask(|it| it[..8].to_vec()), dns::Mail::Unknown);
    assert_eq!(
        ask(|it| answered(&[&[0, 1], &it[2..]].concat(), 0, &[b"\0\x0a\x02mx\0"])),
        dns::Mail::Unknown,
        "not ours"
    );
    let long = ask(|it| {
        let mut out = answered(it, 0, &[]);
        out[7] = 255;
        out.extend([63; 40]);
        out
    });
    assert_eq!(long, dns::Mail::Refused);
}

#[test]
fn what_is_reserved_is_no_public_address() {
    let private = [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "ff02::1",
        "::127.0.0.1",
        "2001::1",
    ];
    for address in private {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }
    for address in ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "100.128.0.1"] {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
}
