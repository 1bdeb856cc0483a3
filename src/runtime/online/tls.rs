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

#[cfg(feature = "online")]
pub fn seal(stream: TcpStream, host: &str) -> io::Result<Box<dyn Talk>> {
    use rustls::pki_types::ServerName;
    use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, crypto::ring};
    use std::sync::{Arc, LazyLock};

    static CONFIG: LazyLock<Option<Arc<ClientConfig>>> = LazyLock::new(|| {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config = config.with_safe_default_protocol_versions().ok()?;
        Some(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
    });
    let config = CONFIG.clone().ok_or(io::ErrorKind::Unsupported)?;
    let name = ServerName::try_from(host.to_owned()).map_err(|_| io::ErrorKind::InvalidInput)?;
    let connection = ClientConnection::new(config, name).map_err(io::Error::other)?;
    Ok(Box::new(StreamOwned::new(connection, stream)))
}

#[cfg(not(feature = "online"))]
pub fn seal(_stream: TcpStream, _host: &str) -> io::Result<Box<dyn Talk>> {
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
