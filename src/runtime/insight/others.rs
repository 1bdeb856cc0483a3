//! Who else has what one customer has: its handles, its name, its first letter word for word.

use super::met::Met;
use crate::domain::authenticity::{distinctive, handle_key, text_key};
use crate::domain::insight::{Shared, Twin};
use crate::domain::{Bundle, CustomerId, Detail, Direction, Text};
use crate::reference::{Known, Others};
use crate::store::{Store, StoreError};
use std::collections::BTreeSet;

/// More than this are not looked at: a switchboard, a form letter.
const CROWD: usize = 50;

/// The others who share something with this customer.
pub fn others(bundle: &Bundle, detail: &Detail, store: &Store, met: &Met) -> Result<Others, StoreError> {
    let own = bundle.customer.id;
    let mut others = Others::default();
    let mut add = |id: CustomerId, by: Shared| {
        if id != own && others.twins.iter().all(|twin| twin.id != id) && others.twins.len() < CROWD {
            others.twins.push(Twin { id, by });
        }
    };
    let handles: Vec<&str> = distinctive(bundle).map(|channel| &*channel.norm).collect();
    for (id, norm) in same_handles(&handles, store, met)? {
        add(id, Shared::Handle(norm));
    }
    for name in BTreeSet::from([&*bundle.customer.name, &*bundle.customer.company]) {
        for id in store.find_name(name)? {
            add(id, Shared::Name);
        }
    }
    let unasked = detail.timeline.iter().rev().take_while(|said| said.direction == Direction::In);
    let keys: BTreeSet<u64> = unasked.filter_map(|said| text_key(&said.text)).collect();
    let hinted = keys.iter().flat_map(|key| met.said(*key));
    let hinted: BTreeSet<CustomerId> = hinted.filter(|id| *id != own).take(CROWD).collect();
    for (other, said) in store.dossiers(&hinted.into_iter().collect::<Vec<_>>(), super::LINES)? {
        let same = said.timeline.iter().filter_map(|it| text_key(&it.text)).filter(|key| keys.contains(key));
        let same: Vec<u64> = same.collect();
        if !same.is_empty() {
            add(other.customer.id, Shared::Text);
        }
        same.into_iter().for_each(|key| others.index.put_key(other.customer.id, key));
    }
    let ids: Vec<CustomerId> = others.twins.iter().map(|twin| twin.id).collect();
    for (other, _) in store.dossiers(&ids, 0)? {
        others.index.put(&other, &Known);
    }
    Ok(others)
}

/// Who has one of these handles, and which; while nobody is met yet, by a walk over all channels.
fn same_handles(handles: &[&str], store: &Store, met: &Met) -> Result<Vec<(CustomerId, Text)>, StoreError> {
    if !met.everybody() {
        return store.find_norms(handles);
    }
    let hinted = handles.iter().flat_map(|norm| met.known_by(handle_key(norm)));
    // One more: the customer itself is among them.
    let hinted: BTreeSet<CustomerId> = hinted.take(CROWD + 1).collect();
    let mut found = Vec::new();
    for (other, _) in store.dossiers(&hinted.into_iter().collect::<Vec<_>>(), 0)? {
        let norms: BTreeSet<&Text> = other.channels.iter().map(|channel| &channel.norm).collect();
        let shared = norms.into_iter().filter(|norm| handles.contains(&&***norm));
        found.extend(shared.map(|norm| (other.customer.id, norm.clone())));
    }
    Ok(found)
}
