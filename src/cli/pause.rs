//! `tradewind pause`: leaves a customer in peace until a day, or ends that.

use super::{Context, Done, Fault, change, who};
use crate::domain::{Edit, Pause, Say, when};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "WHO")]
    who: String,
    /// `12 dec at the fair`, quoted or not; `none`.
    #[arg(required = true, value_name = "WHEN [TEXT]")]
    when: Vec<String>,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let mut store = context.open()?;
    let bundle = who::one(&args.who, &store, context)?;
    let pause = read(&args.when.join(" "), context)?;
    change::commit(&Edit::Pause { customers: vec![bundle.customer.id], pause }, &mut store, context)
}

fn read(line: &str, context: &Context) -> Result<Option<Pause>, Fault> {
    if line.trim() == "none" {
        return Ok(None);
    }
    let now = context.now();
    let Some((found, rest)) = when::split(line, &now) else {
        when::parse(line, &now)?;
        return Ok(None);
    };
    if found.on <= now.today() {
        return Err(Fault::Usage(Say::new("form-pause-past")));
    }
    Ok(Some(Pause { until: found.on, note: rest.trim().into() }))
}
