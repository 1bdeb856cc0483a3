//! What only the network knows of a customer (`S0.1`): whether its domain takes mail, whether its web site answers, what
//! certificate it shows and whose name it bears. Only on request; nothing else of the program asks anybody anything.
//!
//! A stranger chooses the names that are looked up here, so every address is looked at before it is contacted: private
//! and loopback ones never are, and the connection goes to the very address that was looked at. At most three
//! redirects, each looked at like the first. Five seconds for each question.

mod dns;
mod guard;
mod look;
mod tls;
mod web;

pub use guard::is_public;
pub use look::look;

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

/// Where a name leads; `None`: the question was not answered in time.
pub type Resolve = Box<dyn Fn(&str) -> Option<Vec<IpAddr>> + Send + Sync>;

/// How the network is reached.
pub struct Net {
    /// Who is asked for mail servers: the machine's own name servers.
    pub servers: Vec<SocketAddr>,
    pub resolve: Resolve,
    /// Contacted though they are private: a test's own server.
    pub allowed: Vec<IpAddr>,
    /// Of HTTP and HTTPS.
    pub ports: (u16, u16),
    /// Roots that vouch for certificates beside the known ones, in DER: a test's own.
    pub roots: Vec<Vec<u8>>,
    pub patience: Duration,
}

/// For each question.
const PATIENCE: Duration = Duration::from_secs(5);

impl Net {
    /// The machine's own.
    pub fn system() -> Self {
        Self {
            servers: dns::servers(),
            resolve: Box::new(|host| dns::addresses(host, PATIENCE)),
            allowed: Vec::new(),
            ports: (80, 443),
            roots: Vec::new(),
            patience: PATIENCE,
        }
    }
}

impl std::fmt::Debug for Net {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Net").field("servers", &self.servers).field("ports", &self.ports).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
