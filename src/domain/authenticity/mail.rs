//! Addresses and web sites.

use super::{Case, Check, Disguise, Evidence, Lookalike, Provider, web};
use crate::domain::{ChannelKind, Say};

pub(super) fn look(case: &Case<'_>, found: &mut Vec<Evidence>) {
    let sites = sites(case);
    let mut mails = case.bundle.channels.iter().filter(|channel| channel.kind == ChannelKind::EMAIL).peekable();
    if mails.peek().is_none() {
        found.push(Evidence::new(Check::EmailSyntax, 0, Say::new("verify-no-email")));
    }
    for mail in mails {
        let written = if mail.norm.is_empty() { &mail.handle } else { &mail.norm };
        look_at(written, &sites, case, found);
    }
    for site in &sites {
        if let Some(like) = case.facts.lookalike(site).filter(|like| like.how != Disguise::Typo) {
            found.push(disguised(site, &like));
        }
    }
}

/// The registrable domains of the customer's own web sites.
fn sites(case: &Case<'_>) -> Vec<String> {
    let sites = case.bundle.channels.iter().filter(|channel| channel.kind == ChannelKind::WEBSITE);
    let hosts = sites.filter_map(|site| web::host(if site.norm.is_empty() { &site.handle } else { &site.norm }));
    let own = hosts.filter_map(|host| case.facts.registrable(&host));
    own.filter(|domain| case.facts.provider(domain) == Provider::Own).collect()
}

fn look_at(written: &str, sites: &[String], case: &Case<'_>, found: &mut Vec<Evidence>) {
    let facts = case.facts;
    let host = written.trim().trim_end_matches('>').rsplit_once('@').map(|(_, host)| host.to_lowercase());
    let domain = host.as_deref().and_then(|host| facts.registrable(host));
    let like = domain.as_deref().and_then(|domain| facts.lookalike(domain));
    let disguised_host = like.as_ref().is_some_and(|like| like.how == Disguise::Script);
    if facts.address(written).is_some() {
        found.push(Evidence::new(Check::EmailSyntax, 5, Say::new("verify-address").with("address", written)));
    } else if !disguised_host {
        // A name in other letters is refused only where it mixes them; a domain that does is told below.
        let foreign = written.rsplit_once('@').is_some_and(|(name, _)| !name.is_ascii());
        let key = if foreign { "verify-address-mixed" } else { "verify-not-an-address" };
        found.push(Evidence::new(Check::EmailSyntax, -35, Say::new(key).with("address", written)));
    }
    let Some((host, domain)) = host.zip(domain) else { return };
    match &like {
        Some(Lookalike { of, how: Disguise::Typo }) => {
            let detail = Say::new("verify-typo").with("domain", domain.as_str()).with("of", of.as_str());
            found.push(Evidence::new(Check::EmailTypo, -15, detail));
            return;
        }
        Some(like) => {
            found.push(disguised(&domain, like));
            return;
        }
        None if !facts.ending_known(&host) => {
            let detail = Say::new("verify-no-such-ending").with("domain", domain.as_str());
            found.push(Evidence::new(Check::EmailTypo, -25, detail));
            return;
        }
        None => {}
    }
    let provider = match facts.provider(&host) {
        Provider::Own => facts.provider(&domain),
        known => known,
    };
    found.extend(of_provider(provider, &domain, case));
    found.extend(against_site(provider, &domain, sites));
}

fn of_provider(provider: Provider, domain: &str, case: &Case<'_>) -> Option<Evidence> {
    let (weight, key) = match provider {
        Provider::Own if named_alike(domain, case) => (20, "verify-domain-named"),
        Provider::Own => (15, "verify-domain-own"),
        Provider::Free => (0, "verify-domain-free"),
        Provider::Disposable => (-50, "verify-domain-disposable"),
        Provider::Platform => return None,
    };
    Some(Evidence::new(Check::EmailDomain, weight, Say::new(key).with("domain", domain)))
}

/// Whether a word of the company's name is in its domain.
fn named_alike(domain: &str, case: &Case<'_>) -> bool {
    let label = label(domain);
    let names = [&*case.bundle.customer.company, &*case.bundle.customer.name];
    let words = names.iter().flat_map(|name| {
        let folded = crate::domain::fit::fold(name);
        folded.as_str().split(' ').map(str::to_owned).collect::<Vec<_>>()
    });
    words.into_iter().any(|word| word.chars().count() >= 4 && label.contains(&word))
}

/// What stands before the public suffix.
fn label(domain: &str) -> &str {
    domain.split('.').next().unwrap_or_default()
}

fn against_site(provider: Provider, domain: &str, sites: &[String]) -> Option<Evidence> {
    let site = sites.iter().find(|site| *site == domain).or_else(|| sites.first())?;
    let same_name = label(site) == label(domain);
    let (weight, key) = match provider {
        Provider::Own if site == domain => (25, "verify-site-same"),
        Provider::Own if same_name => (15, "verify-site-sister"),
        Provider::Own => (-10, "verify-site-other"),
        Provider::Free | Provider::Disposable => (-5, "verify-site-free"),
        Provider::Platform => return None,
    };
    let detail = Say::new(key).with("domain", domain).with("site", site.as_str());
    Some(Evidence::new(Check::EmailSite, weight, detail))
}

/// A domain that is not what it looks like.
pub(super) fn disguised(domain: &str, like: &Lookalike) -> Evidence {
    let (weight, key) = match (like.how, like.of.is_empty()) {
        (Disguise::Script, true) => (-45, "verify-mixed"),
        (Disguise::Script, false) => (-55, "verify-lookalike-script"),
        (Disguise::Near | Disguise::Typo, _) => (-45, "verify-lookalike"),
        (Disguise::Added, _) => (-40, "verify-lookalike-added"),
    };
    Evidence::new(Check::Lookalike, weight, Say::new(key).with("domain", domain).with("of", like.of.as_str()))
}
