//! Who of those there are could be the one pasted: by the same keys as an import.

use crate::domain::{Bundle, Dossier};
use crate::intake::identity::{fold_company, fold_person, own_domain};
use crate::intake::known::{Bare, Key, Keys, Likeness, Where, identifying};
use std::collections::HashMap;

/// Why a customer there is could be the one pasted. The surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likely {
    /// The same address or number.
    Handle,
    /// The same company and person, or company and mail domain.
    CompanyAndMore,
    Company,
    Person,
}

impl Likely {
    /// The locale key of the reason.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Handle => "paste-likely-handle",
            Self::CompanyAndMore => "paste-likely-company-and-more",
            Self::Company => "paste-likely-company",
            Self::Person => "paste-likely-person",
        }
    }
}

/// What a customer has to have to be taken for the one pasted.
#[derive(Debug)]
pub struct Signs {
    keys: Keys,
    wanted: HashMap<u64, Likely>,
}

impl Signs {
    /// The signs of somebody.
    pub fn of(dossier: &Dossier) -> Self {
        let mut signs = Self { keys: Keys::default(), wanted: HashMap::new() };
        for channel in &dossier.channels {
            if let Some((class, key)) = identifying(channel.kind, &channel.handle, &channel.norm) {
                signs.want(Key::Handle(class, &key), Likely::Handle);
            }
        }
        let who = Likeness::of_dossier(dossier);
        let company = fold_company(who.name);
        if !company.is_empty() {
            for person in &who.persons {
                signs.want(Key::CompanyPerson(&company, &fold_person(person)), Likely::CompanyAndMore);
            }
            for domain in who.channels.iter().filter_map(|(kind, _, norm)| own_domain(*kind, norm)) {
                signs.want(Key::CompanyDomain(&company, domain), Likely::CompanyAndMore);
            }
        }
        let why = if dossier.contacts.is_empty() { Likely::Person } else { Likely::Company };
        signs.want_name(who.name, why);
        for person in &who.persons {
            signs.want_name(person, Likely::Person);
        }
        signs
    }

    fn want_name(&mut self, name: &str, why: Likely) {
        let folded = fold_company(name);
        if !folded.is_empty() {
            self.want(Key::Name(Bare::All, &folded, Where::Anywhere), why);
        }
    }

    /// The surest reason comes first, and stays.
    fn want(&mut self, key: Key<'_>, why: Likely) {
        self.wanted.entry(self.keys.hash(key)).or_insert(why);
    }

    /// Why this customer could be meant, if at all.
    pub fn likely(&self, bundle: &Bundle) -> Option<Likely> {
        let mut best = None;
        self.keys.of_customer(&Likeness::of_bundle(bundle), |key| {
            if let Some(why) = self.wanted.get(&key)
                && best.is_none_or(|best| *why < best)
            {
                best = Some(*why);
            }
        });
        best
    }
}
