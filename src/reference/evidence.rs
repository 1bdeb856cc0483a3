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

/// The same at a glance, for a whole board: a number is taken for what its dial code and its length say. Asking each
/// country's patterns for a hundred thousand of them would take minutes, and keep them all in memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct Glance;

/// Digits of a number that can be dialled from abroad, its dial code included.
const LENGTHS: std::ops::RangeInclusive<usize> = 7..=15;

impl Facts for Glance {
    fn address(&self, written: &str) -> Option<String> {
        Known.address(written)
    }

    fn registrable(&self, host: &str) -> Option<String> {
        Known.registrable(host)
    }

    fn ending_known(&self, host: &str) -> bool {
        Known.ending_known(host)
    }

    fn provider(&self, domain: &str) -> Provider {
        Known.provider(domain)
    }

    fn lookalike(&self, domain: &str) -> Option<Lookalike> {
        Known.lookalike(domain)
    }

    fn shortener(&self, host: &str) -> bool {
        Known.shortener(host)
    }

    fn phone(&self, channel: &Channel, stated: Option<Country>) -> Option<PhoneFact> {
        if !is_phone_like(channel.kind) {
            return None;
        }
        let digits = channel.norm.strip_prefix('+').unwrap_or_default();
        let own = stated.and_then(country).map_or("", |info| info.dial);
        let fits = (!own.is_empty() && !digits.is_empty()).then(|| digits.starts_with(own));
        let country = stated.filter(|_| fits == Some(true));
        Some(PhoneFact { valid: LENGTHS.contains(&digits.len()), country, fits })
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
