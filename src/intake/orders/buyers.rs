//! Who bought: a customer there is, or a new one.

use super::rows::{Buyer, Items};
use crate::domain::{
    ChannelDraft, ChannelKind, ContactDraft, Country, CustomerFields, CustomerId, Dossier, Stage, Text,
};
use crate::intake::Known;
use crate::intake::identity::{fold_company, handle_key};
use crate::intake::known::{Bare, Key, Where, exact, lone};
use crate::reference::{find_country, normalise};
use std::collections::HashMap;

/// A buyer found, or made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Who {
    Known(CustomerId),
    /// Index into [`Buyers::new`].
    New(usize),
}

/// Every buyer of the lists, by its index there.
pub(super) struct Buyers {
    pub who: Vec<Who>,
    pub new: Vec<Dossier>,
}

struct Desk<'a> {
    known: &'a Known,
    is_there: &'a dyn Fn(CustomerId) -> bool,
    id_header: &'a str,
    source: Text,
    /// Keys of new ones.
    found: HashMap<u64, usize>,
    new: Vec<(Dossier, Text)>,
}

/// Finds or makes every buyer.
pub(super) fn find(all: &Items, known: &Known, is_there: &dyn Fn(CustomerId) -> bool) -> Buyers {
    let source = all.sheets.first().map(|sheet| sheet.source.clone()).unwrap_or_default();
    let mut desk = Desk { known, is_there, id_header: &all.id_header, source, found: HashMap::new(), new: Vec::new() };
    let who = all.buyers.iter().map(|buyer| desk.place(buyer)).collect();
    Buyers { who, new: desk.new.into_iter().map(|(dossier, _)| dossier).collect() }
}

impl Desk<'_> {
    fn place(&mut self, buyer: &Buyer) -> Who {
        if let Some(id) = own(buyer).filter(|id| (self.is_there)(*id)) {
            return Who::Known(id);
        }
        let country = find_country(&buyer.country);
        let handles: Vec<(ChannelKind, &str, String)> = buyer
            .handles
            .iter()
            .map(|(kind, handle)| (*kind, &**handle, normalise(*kind, handle, country).unwrap_or_default()))
            .collect();
        let keys = self.keys(buyer, &handles);
        if let Some(id) = keys.iter().find_map(|key| self.known.get(*key)) {
            return Who::Known(id);
        }
        let met = keys.iter().filter_map(|key| self.found.get(key)).find(|at| self.may_be(**at, buyer)).copied();
        let at = met.unwrap_or_else(|| {
            let dossier = self.dossier(buyer, &handles, country);
            self.new.push((dossier, buyer.id.clone()));
            self.new.len() - 1
        });
        for key in keys {
            self.found.entry(key).or_insert(at);
        }
        Who::New(at)
    }

    /// Two ids are two buyers, whatever else they share.
    fn may_be(&self, at: usize, buyer: &Buyer) -> bool {
        let id = self.new.get(at).map_or("", |(_, id)| &**id);
        id.is_empty() || buyer.id.is_empty() || *id == *buyer.id
    }

    /// What it may be known by, the surest first.
    fn keys(&self, buyer: &Buyer, handles: &[(ChannelKind, &str, String)]) -> Vec<u64> {
        let hash = |key: Key<'_>| self.known.keys().hash(key);
        let mut keys = Vec::new();
        if !buyer.id.is_empty() {
            keys.push(hash(Key::Foreign(&buyer.id)));
        }
        for (kind, handle, norm) in handles {
            if let Some((class, key)) = handle_key(*kind, handle, norm) {
                keys.push(hash(Key::Handle(class, &key)));
            }
        }
        let name = |name: &str, keys: &mut Vec<u64>| {
            let folded = fold_company(name);
            let exact = lone(name).then(|| exact(name));
            for name in exact.iter().chain([&folded]).filter(|name| !name.is_empty()) {
                keys.push(hash(Key::Name(Bare::All, name, Where::Anywhere)));
            }
        };
        let named = [&buyer.company, &buyer.name, &buyer.person].into_iter().find(|text| !text.is_empty());
        match named {
            Some(text) => name(text, &mut keys),
            None if handles.is_empty() => {
                // A number that another program gave is no name but its own: to the letter.
                keys.push(hash(Key::Name(Bare::All, &exact(&buyer.id), Where::Anywhere)));
            }
            None => {}
        }
        keys
    }

    fn dossier(&self, buyer: &Buyer, handles: &[(ChannelKind, &str, String)], country: Option<Country>) -> Dossier {
        let first = handles.first().map_or("", |(_, handle, _)| *handle);
        let name = [&*buyer.company, &*buyer.name, &*buyer.person, first, &*buyer.id];
        let name = name.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let person = [&buyer.person, &buyer.name].into_iter().find(|text| !text.is_empty() && ***text != *name);
        let contacts: Vec<ContactDraft> = person
            .map(|name| ContactDraft { id: None, name: name.clone(), role: Text::default() })
            .into_iter()
            .collect();
        let channels = handles.iter().zip(0..).map(|((kind, handle, norm), at)| ChannelDraft {
            id: None,
            contact: (!contacts.is_empty()).then_some(0),
            kind: *kind,
            handle: (*handle).into(),
            norm: norm.as_str().into(),
            primary: at == 0,
            emergency: false,
        });
        let notes = if buyer.id.is_empty() || *buyer.id == *name {
            String::new()
        } else {
            let header = if self.id_header.is_empty() { "ID" } else { self.id_header };
            format!("{header}: {}", buyer.id)
        };
        let fields = CustomerFields {
            name: name.into(),
            country,
            stage: Some(Stage::ORDER),
            source: self.source.clone(),
            notes: notes.into(),
            ..CustomerFields::default()
        };
        Dossier { fields, channels: channels.collect(), contacts, ..Dossier::default() }
    }
}

fn own(buyer: &Buyer) -> Option<CustomerId> {
    buyer.own_id.parse().ok().map(CustomerId)
}
