//! What of a customer is searched.

use crate::domain::{Bundle, Now};
use crate::reference;
use crate::search::Fields;

/// The texts of a customer's search key; of equal matches those due come first.
pub(super) fn fields_of<'a>(bundle: &'a Bundle, as_of: &Now) -> Fields<'a> {
    let customer = &bundle.customer;
    let due = bundle.next_follow_up().is_some_and(|next| next.here.on <= as_of.today());
    let country = customer.country.and_then(reference::country);
    Fields {
        name: &customer.name,
        company: &customer.company,
        people: bundle.contacts.iter().map(|contact| &*contact.name).collect(),
        handles: bundle.channels.iter().map(|channel| &*channel.handle).collect(),
        digits: bundle
            .channels
            .iter()
            .filter(|channel| reference::is_phone_like(channel.kind))
            .map(|channel| if channel.norm.is_empty() { &*channel.handle } else { &*channel.norm })
            .collect(),
        country: country.map_or_else(Vec::new, |country| vec![country.code.as_str(), country.en, country.zh]),
        city: &customer.city,
        tags: customer.tags.iter().map(|tag| &**tag).collect(),
        notes: &customer.notes,
        rank: if due { 0 } else { customer.tier.index() as u8 },
    }
}
