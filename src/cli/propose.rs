//! The customer's next follow-up after a contact: the rhythm's own, or what the exporter planned; said beside the result.

use super::{Context, Done, time};
use crate::domain::{CustomerId, Made, Say, Status};
use crate::reference::rhythm;
use crate::store::Store;
use std::collections::BTreeMap;

pub fn next(store: &Store, customer: CustomerId, context: &Context) -> Done {
    let Some(bundle) = store.bundle(customer)? else { return Ok(()) };
    if let Some(next) = bundle.next_follow_up() {
        let key = if next.made == Made::Cadence { "cli-next-rhythm" } else { "cli-next-planned" };
        context.note(&Say::new(key).with("due", time::due(&next.due).to_string()));
    } else if bundle.customer.status == Status::Active {
        // The rhythm is switched off: said, not done.
        let spot = rhythm::after_contact(&bundle, &context.config.rules(), &BTreeMap::new(), &context.now());
        if let Some(spot) = spot {
            context.note(&Say::new("cli-propose").with("date", spot.on.to_string()).with("id", customer.to_string()));
        }
    }
    Ok(())
}
