//! Certificates, right and wrong; `tests/fixtures/tls/make.sh` makes them.

use super::*;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
use rustls::{ServerConfig, ServerConnection, StreamOwned, crypto::ring};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tls");

fn certificate(name: &str) -> CertificateDer<'static> {
    CertificateDer::from_pem_file(format!("{FOLDER}/{name}.pem")).unwrap()
}

/// A sealed web server that shows that certificate, and the port it listens on.
fn serve_sealed(name: &str, key: &str, body: &'static str) -> u16 {
    let key = PrivateKeyDer::from_pem_file(format!("{FOLDER}/{key}.pem")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    let config = Arc::new(config.with_single_cert(vec![certificate(name)], key).unwrap());
    let listener = TcpListener::bind((HERE, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut talk = StreamOwned::new(connection, stream.unwrap());
            if talk.read(&mut [0; 2048]).is_ok_and(|size| size > 0) {
                drop(talk.write_all(page(body).as_bytes()));
                talk.conn.send_close_notify();
                drop(talk.flush());
            }
        }
    });
    port
}

/// What is found of `name` at `site`, where only the sealed way leads anywhere and the tests' root is known.
fn found(name: &str, site: &str, https: u16) -> Vec<Evidence> {
    look(&customer(name, site), &Net { roots: vec![certificate("root").to_vec()], ..net(nobody(), https) })
}

#[test]
fn a_right_certificate_and_the_name_on_the_page_speak_for_them() {
    let port = serve_sealed("site", "site-key", "Acme Pumps, since 1987");
    let all = found("Acme Pumps Ltd", "https://www.acme.test", port);
    assert_eq!(of(&all, Check::Certificate), ["verify-cert-right"]);
    assert_eq!(of(&all, Check::WebSite), ["verify-site-answers"]);
    assert_eq!(of(&all, Check::SiteName), ["verify-site-named"]);
    assert!(all.iter().map(|one| one.weight).sum::<i32>() > 30);
    let other = found("Zenith Lamps", "acme.test", port);
    assert_eq!(of(&other, Check::SiteName), ["verify-site-unnamed"], "the certificate is the site's, the name is not");
}

#[test]
fn a_certificate_of_somebody_else_or_of_last_year_is_said() {
    let port = serve_sealed("site", "site-key", "Acme");
    let all = found("Acme", "acme-pumps.test", port);
    assert_eq!(of(&all, Check::Certificate), ["verify-cert-other"]);
    assert!(of(&all, Check::SiteName).is_empty(), "its page is not believed");
    let port = serve_sealed("site-expired", "site-key", "Acme");
    assert_eq!(of(&found("Acme", "acme.test", port), Check::Certificate), ["verify-cert-expired"]);
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_said() {
    let sealed = serve_sealed("cert", "key", "Acme");
    let (open, _) = serve(|_| page("Acme"));
    let found = look(&customer("Acme Ltd", "acme.example"), &net(open, sealed));
    assert_eq!(of(&found, Check::Certificate), ["verify-cert-unknown"]);
    assert_eq!(of(&found, Check::WebSite), ["verify-site-answers"]);
    // Without the tests' root theirs is no better.
    let port = serve_sealed("site", "site-key", "Acme");
    let found = look(&customer("Acme", "acme.test"), &net(nobody(), port));
    assert_eq!(of(&found, Check::Certificate), ["verify-cert-unknown"]);
}
