//! Committing one change and saying what it did, in the words of the log.

use super::{Context, Done};
use crate::domain::{Edit, Say};
use crate::store::Store;

pub fn commit(edit: &Edit, store: &mut Store, context: &Context) -> Done {
    let changes = store.commit(edit, &context.now())?;
    match changes.op {
        Some((_, label)) => {
            context.changed(store);
            context.out.line(&context.label(&label))
        }
        None => context.say(&Say::new("cli-nothing-changed")),
    }
}
