//! `tradewind done`: closes the customer's next follow-up, with a word on how it went.

use super::{Context, Done, Fault, propose, time, who};
use crate::domain::{Closing, Direction, Edit, NewInteraction, Say};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "WHO")]
    who: String,
    #[arg(value_name = "TEXT")]
    text: Vec<String>,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let now = context.now();
    let mut store = context.open()?;
    let bundle = who::one(&args.who, &store, context)?;
    let name = &*bundle.customer.name;
    let Some(next) = bundle.next_follow_up() else {
        return Err(Fault::Failed(Say::new("cli-done-nothing").with("name", name)));
    };
    let closing = Closing { id: next.id, late: time::here(&next.due, &now).on < now.today() };
    let customer = bundle.customer.id;
    let edit = match args.text.join(" ").trim() {
        "" => Edit::Done { follow_ups: vec![closing], at: now.instant },
        text => {
            let interaction = NewInteraction {
                at: now.instant,
                direction: Direction::Out,
                kind: None,
                text: text.into(),
                outcome: "".into(),
                template: "".into(),
            };
            Edit::Log { customer, interaction, done: vec![closing], next: None }
        }
    };
    store.commit(&edit, &now)?;
    context.changed(&store);
    context.say(&Say::new("cli-done").with("name", name).with("due", time::due(&next.due).to_string()))?;
    propose::next(&store, customer, context)
}
