//! What the authenticity check asks of the world, answered from `assets/` alone: nothing leaves the machine.

use super::{country, is_phone_like, mail_domains, normalise, parse_phone, tells};
use crate::domain::authenticity::{Facts, Lookalike, PhoneFact, Provider, Tell};
use crate::domain::{Channel, ChannelKind, Country};

/// The facts that come with the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known;

impl Facts for Known {
    fn address(&self, written: &str) -> Option<String> {
        normalise(ChannelKind::EMAIL, written, None)
    }

    fn registrable(&self, host: &str) -> Option<String> {
        mail_domains::registrable(host)
    }

    fn ending_known(&self, host: &str) -> bool {
        mail_domains::ending_known(host)
    }

    fn provider(&self, domain: &str) -> Provider {
        mail_domains::provider(domain)
    }

    fn lookalike(&self, domain: &str) -> Option<Lookalike> {
        mail_domains::lookalike(domain)
    }

    fn shortener(&self, host: &str) -> bool {
        mail_domains::shortener(host)
    }

    fn phone(&self, channel: &Channel, stated: Option<Country>) -> Option<PhoneFact> {
        if !is_phone_like(channel.kind) {
            return None;
        }
        let written = if channel.norm.starts_with('+') { &channel.norm } else { &channel.handle };
        let phone = parse_phone(written, stated);
        let fits = phone.country.zip(stated).map(|(own, stated)| own == stated || shares_plan(own, stated));
        Some(PhoneFact { valid: phone.valid, country: phone.country, fits })
    }

    fn tells(&self) -> &[Tell] {
        tells::tells()
    }

    fn greetings(&self) -> &[String] {
        tells::greetings()
    }
}

/// Whether the two share a dial code: a Canadian number says nothing against a buyer in the United States.
fn shares_plan(a: Country, b: Country) -> bool {
    match (country(a), country(b)) {
        (Some(a), Some(b)) => !a.dial.is_empty() && a.dial == b.dial,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
