//! Texts that many customers have alike are in memory once: products, roles, cities, what is planned again and again.

use crate::domain::{Bundle, Text};
use std::collections::HashSet;

/// The texts met so far that took memory of their own.
#[derive(Default)]
pub(super) struct Alike(HashSet<Text>);

/// More different ones than this are not alike at all.
const MOST: usize = 10_000;

impl Alike {
    /// Has the customer's texts share with those of the customers before.
    pub fn share(&mut self, bundle: &mut Bundle) {
        let fields = &mut bundle.customer.fields;
        for text in [&mut fields.city, &mut fields.zone, &mut fields.source, &mut fields.interests] {
            self.meet(text);
        }
        fields.tags.iter_mut().for_each(|tag| self.meet(tag));
        bundle.contacts.iter_mut().for_each(|contact| self.meet(&mut contact.role));
        bundle.follow_ups.iter_mut().for_each(|follow_up| self.meet(&mut follow_up.note));
    }

    fn meet(&mut self, text: &mut Text) {
        if !text.is_long() {
            return;
        }
        match self.0.get(text) {
            Some(known) => *text = known.clone(),
            None if self.0.len() < MOST => drop(self.0.insert(text.clone())),
            None => {}
        }
    }
}
