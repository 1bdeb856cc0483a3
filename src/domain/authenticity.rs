//! Is the customer real? (`S0.1`) Evidence from what is known offline, each piece with its weight; a verdict that is an
//! advice: a person decides.
//!
//! Weights add up to a score from -100 to 100. Of each check the worst finding counts, else the best.
//!
//! | verdict | when |
//! |---|---|
//! | fake | score [`FAKE`] or less; or something decisive ([`DECISIVE`]) that little else outweighs ([`OUTWEIGHED`]) |
//! | doubtful | score [`DOUBTFUL`] or less; or one grave finding ([`GRAVE`]) whatever else speaks for them |
//! | real | score [`REAL`] or more |
//! | unknown | all else: too little is known |
//!
//! No finding about an address, a number or a link is decisive alone: people mistype, and mail free of charge is how
//! half of the world trades. Only letters that every exporter gets are (`assets/tells.toml`).

use super::{Bundle, Channel, Country, CustomerId, Detail, Say, fit::Fit};

mod history;
mod index;
mod mail;
mod message;
mod phone;
mod web;

pub use index::{Index, distinctive, handle_key, text_key};
pub use message::has_quantity;
pub use web::{Link, host, links};

/// A score that says fake.
pub const FAKE: i32 = -60;
/// A score that says doubtful.
pub const DOUBTFUL: i32 = -12;
/// A score that says real.
pub const REAL: i32 = 40;
/// The weight of one finding that keeps a verdict from being better than doubtful.
pub const GRAVE: i32 = -30;
/// The weight of one finding that says fake ...
pub const DECISIVE: i32 = -80;
/// ... as long as the score is this or less.
pub const OUTWEIGHED: i32 = -20;

named! {
    /// The advice.
    Verdict { Real = "real", Doubtful = "doubtful", Fake = "fake", Unknown = "unknown", }
}

named! {
    /// Which way a finding points.
    Outcome { Good = "good", Bad = "bad", Neutral = "neutral", }
}

named! {
    /// What was looked at. The order is the order shown.
    Check {
        /// Whether the address is one (RFC 5322 as practised, international domains too).
        EmailSyntax = "email-syntax",
        /// Own domain, free mail, thrown away.
        EmailDomain = "email-domain",
        /// A well-known domain mistyped.
        EmailTypo = "email-typo",
        /// The mail's domain against the web site's.
        EmailSite = "email-site",
        /// A domain that is made to look like another.
        Lookalike = "lookalike",
        Phone = "phone",
        PhoneCountry = "phone-country",
        SameHandle = "same-handle",
        SameText = "same-text",
        /// A greeting to anybody, and nothing asked for.
        Greeting = "greeting",
        Product = "product",
        /// The pattern of a known plague.
        Request = "request",
        Links = "links",
        /// What passed between us.
        History = "history",
        /// Whether the domain takes mail; this and what follows only the network knows.
        MailServer = "mail-server",
        WebSite = "web-site",
        Certificate = "certificate",
        /// Whether the site bears the customer's name.
        SiteName = "site-name",
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub check: Check,
    /// Above 0 speaks for them, below against.
    pub weight: i32,
    pub detail: Say,
    /// Other customers that it is about.
    pub others: Vec<CustomerId>,
}

impl Evidence {
    /// Which way it points.
    pub const fn outcome(&self) -> Outcome {
        match self.weight {
            1.. => Outcome::Good,
            0 => Outcome::Neutral,
            _ => Outcome::Bad,
        }
    }

    pub const fn new(check: Check, weight: i32, detail: Say) -> Self {
        Self { check, weight, detail, others: Vec::new() }
    }
}

/// The verdict and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub verdict: Verdict,
    /// -100 to 100.
    pub score: i32,
    /// In the order of [`Check`], one of each.
    pub evidence: Vec<Evidence>,
}

/// Whose a domain is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// Nothing is known against its being the company's own.
    Own,
    /// Anybody gets an address there.
    Free,
    /// Addresses for ten minutes.
    Disposable,
    /// A market place or network that many use: says nothing.
    Platform,
}

/// What a domain is made, or mistyped, to look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookalike {
    /// What it looks like; empty where it only mixes alphabets.
    pub of: String,
    pub how: Disguise,
}

/// How a domain looks like another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disguise {
    /// One slip of the fingers from a mail provider: `gmial.com`.
    Typo,
    /// One letter from a well-known name that is no mail provider, or digits for letters: `a1ibaba.com`.
    Near,
    /// Letters of other alphabets, in the open or in punycode.
    Script,
    /// The well-known name with something added: `alibaba-orders.com`.
    Added,
}

/// What is known of a written number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneFact {
    /// Such numbers are given out.
    pub valid: bool,
    pub country: Option<Country>,
    /// Whether it is one of the country that the customer states; `None`: none stated, or not known whose it is.
    pub fits: Option<bool>,
}

/// The pattern of a letter that every exporter gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tell {
    /// Locale key of its sentence.
    pub key: &'static str,
    /// Below 0.
    pub weight: i32,
    /// The weight where the message names product and quantity, as buyers do.
    pub specific: i32,
    /// Each group holds alternatives, folded; every group must be found in one message.
    pub all: Vec<Vec<String>>,
}

/// What the checks need to know of the world; `reference` knows it.
pub trait Facts {
    /// The address in its normal form; `None`: no address.
    fn address(&self, written: &str) -> Option<String>;
    /// What somebody can register: `example.co.uk` of `mail.example.co.uk`. International names in their own letters.
    fn registrable(&self, host: &str) -> Option<String>;
    /// Whether there is such an ending: `.com`, not `.con`.
    fn ending_known(&self, host: &str) -> bool;
    /// Whose a registrable domain, or a host below one, is.
    fn provider(&self, domain: &str) -> Provider;
    /// What a domain is made to look like.
    fn lookalike(&self, domain: &str) -> Option<Lookalike>;
    /// Whether the host only forwards to others.
    fn shortener(&self, host: &str) -> bool;
    /// What is known of the number; `None`: the channel is no number.
    fn phone(&self, channel: &Channel, country: Option<Country>) -> Option<PhoneFact>;
    /// The plagues.
    fn tells(&self) -> &[Tell];
    /// Greetings to nobody in particular, folded.
    fn greetings(&self) -> &[String];
}

/// Who is looked at, and with what.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub bundle: &'a Bundle,
    pub detail: &'a Detail,
    pub fit: &'a Fit,
    pub facts: &'a dyn Facts,
    /// The other customers.
    pub index: &'a Index,
}

/// Looks at everything.
pub fn assess(case: &Case<'_>) -> Assessment {
    let mut found = Vec::new();
    mail::look(case, &mut found);
    phone::look(case, &mut found);
    index::look(case, &mut found);
    message::look(case, &mut found);
    history::look(case, &mut found);
    weighed(found)
}

/// With what was found elsewhere beside it: on the network, where the exporter asked for that.
pub fn with(assessment: &Assessment, found: &[Evidence]) -> Assessment {
    weighed(assessment.evidence.iter().chain(found).cloned().collect())
}

fn weighed(found: Vec<Evidence>) -> Assessment {
    let evidence = telling(found);
    let score = evidence.iter().map(|one| one.weight).sum::<i32>().clamp(-100, 100);
    let worst = evidence.iter().map(|one| one.weight).min().unwrap_or_default();
    Assessment { verdict: verdict(score, worst), score, evidence }
}

/// The verdict of a score and the worst weight.
pub fn verdict(score: i32, worst: i32) -> Verdict {
    if score <= FAKE || (worst <= DECISIVE && score <= OUTWEIGHED) {
        Verdict::Fake
    } else if score <= DOUBTFUL || worst <= GRAVE {
        Verdict::Doubtful
    } else if score >= REAL {
        Verdict::Real
    } else {
        Verdict::Unknown
    }
}

/// Of each check the worst finding, else the best.
fn telling(mut found: Vec<Evidence>) -> Vec<Evidence> {
    let rank = |one: &Evidence| if one.weight < 0 { one.weight } else { 1000 - one.weight };
    found.sort_by_key(|one| (one.check, rank(one)));
    found.dedup_by_key(|one| one.check);
    found
}

#[cfg(test)]
mod tests;
