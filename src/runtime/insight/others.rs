//! Who else has what one customer has: its handles, its name, its first letter word for word.

use super::survey::short_key;
use crate::domain::authenticity::text_key;
use crate::domain::insight::{Shared, Twin};
use crate::domain::{Bundle, ChannelKind, CustomerId, Detail, Direction};
use crate::reference::{Known, Others};
use crate::store::{Store, StoreError};
use std::collections::BTreeSet;

/// More than this are not looked at: a switchboard, a form letter.
const CROWD: usize = 50;

/// The others who share something with this customer. `heard`: short keys of all texts, sorted.
pub fn others(bundle: &Bundle, detail: &Detail, store: &Store, heard: &[(u32, u32)]) -> Result<Others, StoreError> {
    let own = bundle.customer.id;
    let mut others = Others::default();
    let mut add = |id: CustomerId, by: Shared| {
        if id != own && others.twins.iter().all(|twin| twin.id != id) && others.twins.len() < CROWD {
            others.twins.push(Twin { id, by });
        }
    };
    let handles = bundle.channels.iter().filter(|it| !it.norm.is_empty() && it.kind != ChannelKind::WEBSITE);
    let handles: Vec<&str> = handles.map(|channel| &*channel.norm).collect();
    for (id, norm) in store.find_norms(&handles)? {
        add(id, Shared::Handle(norm));
    }
    for name in BTreeSet::from([&*bundle.customer.name, &*bundle.customer.company]) {
        for id in store.find_name(name)? {
            add(id, Shared::Name);
        }
    }
    let unasked = detail.timeline.iter().rev().take_while(|said| said.direction == Direction::In);
    let keys: BTreeSet<u64> = unasked.filter_map(|said| text_key(&said.text)).collect();
    let hinted = keys.iter().flat_map(|key| hinted(heard, short_key(*key)));
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

fn hinted(heard: &[(u32, u32)], key: u32) -> impl Iterator<Item = CustomerId> + '_ {
    let from = heard.partition_point(|(other, _)| *other < key);
    heard[from..].iter().take_while(move |(other, _)| *other == key).map(|(_, id)| CustomerId((*id).into()))
}

/// Takes in what a customer said, if it is new.
pub fn hear(heard: &mut Vec<(u32, u32)>, id: CustomerId, detail: &Detail) {
    let Ok(id) = u32::try_from(id.0) else { return };
    let said = detail.timeline.iter().filter(|said| said.direction == Direction::In);
    for key in said.filter_map(|said| text_key(&said.text)) {
        let own = (short_key(key), id);
        if let Err(at) = heard.binary_search(&own) {
            heard.insert(at, own);
        }
    }
}
