//! `tradewind undo` and `redo`: the last ops back, or forth again.

use super::{Context, Done, Fault};
use crate::domain::{Changes, Say};
use crate::store::{Store, StoreError};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    count: u32,
}

pub fn undo(args: &Args, context: &Context) -> Done {
    let now = context.now();
    steps(args.count, "cli-undone", context, |store| store.undo(&now))
}

pub fn redo(args: &Args, context: &Context) -> Done {
    let now = context.now();
    steps(args.count, "cli-redone", context, |store| store.redo(&now))
}

/// Each step is its own transaction and is told as soon as it is done.
fn steps(
    count: u32,
    key: &'static str,
    context: &Context,
    mut step: impl FnMut(&mut Store) -> Result<Changes, StoreError>,
) -> Done {
    let mut store = context.open()?;
    let mut ended = Ok(());
    for _ in 0..count {
        match step(&mut store) {
            Ok(changes) => {
                let label = changes.op.map(|(_, label)| context.label(&label).to_string());
                context.say(&Say::new(key).with("label", label.unwrap_or_default()))?;
            }
            Err(error) => {
                ended = Err(Fault::from(error));
                break;
            }
        }
    }
    context.changed(&store);
    ended
}
