//! What was found, as evidence.

use super::Net;
use super::dns::{self, Mail};
use super::tls::Flaw;
use super::web::{self, End, Visit};
use crate::domain::authenticity::{Check, Evidence, Provider, host};
use crate::domain::fit::fold;
use crate::domain::{Bundle, ChannelKind, Say};
use crate::reference::mail_domains::{provider, registrable};

/// Domains of one customer that are looked at.
const MOST: usize = 2;

/// Asks the network about a customer.
pub fn look(bundle: &Bundle, net: &Net) -> Vec<Evidence> {
    let mut found = Vec::new();
    let mails = domains(bundle);
    for domain in mails.iter().take(MOST) {
        found.push(of_mail(domain, dns::mail(domain, net)));
    }
    let mut sites = sites(bundle);
    if sites.is_empty() {
        sites.clone_from(&mails);
    }
    for site in sites.iter().take(MOST) {
        found.extend(of_site(bundle, site, &web::visit(site, net)));
    }
    if mails.is_empty() && sites.is_empty() {
        found.push(Evidence::new(Check::MailServer, 0, Say::new("verify-nothing-online")));
    }
    found
}

/// Their own mail domains, as names are looked up.
fn domains(bundle: &Bundle) -> Vec<String> {
    let mails = bundle.channels.iter().filter(|channel| channel.kind == ChannelKind::EMAIL);
    let hosts = mails.filter_map(|mail| mail.norm.rsplit_once('@').map(|(_, host)| host.to_owned()));
    unique(hosts.filter(|host| own(host)))
}

fn sites(bundle: &Bundle) -> Vec<String> {
    let sites = bundle.channels.iter().filter(|channel| channel.kind == ChannelKind::WEBSITE);
    let hosts = sites.filter_map(|site| host(if site.norm.is_empty() { &site.handle } else { &site.norm }));
    unique(hosts.filter(|host| own(host)))
}

fn own(host: &str) -> bool {
    provider(host) == Provider::Own && registrable(host).is_some_and(|domain| provider(&domain) == Provider::Own)
}

/// In ASCII, once each.
fn unique(hosts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all = Vec::new();
    for host in hosts.map(|host| url::quirks::domain_to_ascii(&host)).filter(|host| !host.is_empty()) {
        if !all.contains(&host) {
            all.push(host);
        }
    }
    all
}

fn of_mail(domain: &str, mail: Mail) -> Evidence {
    let (weight, key) = match mail {
        Mail::Taken(_) => (10, "verify-mx"),
        Mail::Refused => (-35, "verify-no-mx"),
        Mail::NoDomain => (-50, "verify-no-domain"),
        Mail::Unknown => (0, "verify-dns-silent"),
    };
    Evidence::new(Check::MailServer, weight, Say::new(key).with("domain", domain))
}

fn of_site(bundle: &Bundle, site: &str, visit: &Visit) -> Vec<Evidence> {
    let said = |check, weight, key: &'static str| Evidence::new(check, weight, Say::new(key).with("site", site));
    let answer = match visit.end {
        End::Answered => said(Check::WebSite, 10, "verify-site-answers"),
        End::NoAddress => said(Check::WebSite, -25, "verify-site-nowhere"),
        End::Private => said(Check::WebSite, -30, "verify-site-private"),
        End::Silent => said(Check::WebSite, -10, "verify-site-silent"),
        End::Astray => said(Check::WebSite, -5, "verify-site-astray"),
    };
    let mut found = vec![answer];
    match visit.flaw {
        Some(Flaw::Expired) => found.push(said(Check::Certificate, -5, "verify-cert-expired")),
        Some(Flaw::OtherName) => found.push(said(Check::Certificate, -10, "verify-cert-other")),
        Some(Flaw::Unknown) => found.push(said(Check::Certificate, -8, "verify-cert-unknown")),
        None if visit.sealed && visit.end == End::Answered => {
            found.push(said(Check::Certificate, 5, "verify-cert-right"));
        }
        None => {}
    }
    if let Some(page) = &visit.page {
        found.push(of_page(bundle, site, page));
        if registrable(&visit.host) != registrable(site) {
            let detail = Say::new("verify-site-moves").with("site", site).with("host", visit.host.as_str());
            found.push(Evidence::new(Check::WebSite, -5, detail));
        }
    }
    found
}

/// A page that only offers its own domain.
const FOR_SALE: [&str; 7] = [
    "domain is for sale",
    "domain may be for sale",
    "buy this domain",
    "domain is parked",
    "parked free courtesy",
    "hugedomains",
    "域名出售",
];

/// Words that are in every other name.
const COMMON: [&str; 16] = [
    "gmbh",
    "limited",
    "company",
    "trading",
    "trade",
    "international",
    "group",
    "corp",
    "corporation",
    "import",
    "export",
    "industries",
    "industrial",
    "global",
    "service",
    "services",
];

/// Whether the page bears the customer's name.
fn of_page(bundle: &Bundle, site: &str, page: &str) -> Evidence {
    let said = |weight, key: &'static str| Evidence::new(Check::SiteName, weight, Say::new(key).with("site", site));
    let text = fold(page);
    if FOR_SALE.iter().any(|words| text.as_str().contains(words)) {
        return said(-30, "verify-site-for-sale");
    }
    let customer = &bundle.customer;
    let names = [fold(&customer.company), fold(&customer.name)];
    let telling = |word: &&str| {
        let long = if word.is_ascii() { 4 } else { 2 };
        word.chars().count() >= long && !COMMON.contains(word)
    };
    let mut words = names.iter().flat_map(|name| name.as_str().split(' ')).filter(telling);
    if words.any(|word| text.has(word)) { said(20, "verify-site-named") } else { said(0, "verify-site-unnamed") }
}
