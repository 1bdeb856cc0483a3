//! A connection that is sealed, and what is wrong with a certificate.

use std::io::{self, Read, Write};
use std::net::TcpStream;

/// What is wrong with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    Expired,
    /// Made out to somebody else.
    OtherName,
    /// Nobody known vouches for it.
    Unknown,
}

/// Both ways over one stream.
pub trait Talk: Read + Write {}
impl<T: Read + Write> Talk for T {}

/// Seals a connection to that host; `roots` vouch beside the known ones.
#[cfg(feature = "online")]
pub fn seal(stream: TcpStream, host: &str, roots: &[Vec<u8>]) -> io::Result<Box<dyn Talk>> {
    use rustls::pki_types::ServerName;
    use rustls::{ClientConfig, ClientConnection, StreamOwned};
    use std::sync::{Arc, LazyLock};

    static KNOWN: LazyLock<Option<Arc<ClientConfig>>> = LazyLock::new(|| config(&[]).map(Arc::new));
    let config = if roots.is_empty() { KNOWN.clone() } else { config(roots).map(Arc::new) };
    let config = config.ok_or(io::ErrorKind::Unsupported)?;
    let name = ServerName::try_from(host.to_owned()).map_err(|_| io::ErrorKind::InvalidInput)?;
    let connection = ClientConnection::new(config, name).map_err(io::Error::other)?;
    Ok(Box::new(StreamOwned::new(connection, stream)))
}

#[cfg(feature = "online")]
fn config(roots: &[Vec<u8>]) -> Option<rustls::ClientConfig> {
    use rustls::{ClientConfig, RootCertStore, crypto::ring};
    let mut known = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for root in roots {
        known.add(root.clone().into()).ok()?;
    }
    let config = ClientConfig::builder_with_provider(std::sync::Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().ok()?;
    Some(config.with_root_certificates(known).with_no_client_auth())
}

#[cfg(not(feature = "online"))]
pub fn seal(_stream: TcpStream, _host: &str, _roots: &[Vec<u8>]) -> io::Result<Box<dyn Talk>> {
    Err(io::ErrorKind::Unsupported.into())
}

/// What an error of a sealed connection says of the certificate; `None`: nothing.
#[cfg(feature = "online")]
pub fn flaw(error: &io::Error) -> Option<Flaw> {
    use rustls::{CertificateError, Error};
    match error.get_ref()?.downcast_ref::<Error>()? {
        Error::InvalidCertificate(CertificateError::Expired | CertificateError::ExpiredContext { .. }) => {
            Some(Flaw::Expired)
        }
        Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => Some(Flaw::OtherName),
        Error::InvalidCertificate(_) => Some(Flaw::Unknown),
        _ => None,
    }
}

#[cfg(not(feature = "online"))]
pub fn flaw(_error: &io::Error) -> Option<Flaw> {
    None
}
