//! The next follow-up by the tier's cadence, where nothing is planned: said, not done.

use super::{Context, Done};
use crate::domain::{CustomerId, Say};
use crate::store::Store;

pub fn next(store: &Store, customer: CustomerId, context: &Context) -> Done {
    let Some(bundle) = store.bundle(customer)?.filter(|bundle| bundle.follow_ups.is_empty()) else { return Ok(()) };
    let fields = &bundle.customer.fields;
    let on = context.config.rules().next_after(context.now().today(), fields.cadence_days, fields.tier);
    context.note(&Say::new("cli-propose").with("date", on.to_string()).with("id", customer.to_string()));
    Ok(())
}
