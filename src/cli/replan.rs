//! `tradewind replan`: every customer's next follow-up brought up to date with the rhythm, in one step.

use super::{Context, Done, Fault, change};
use crate::domain::Edit;

#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_: &Args, context: &Context) -> Done {
    if !context.config.cadence.on {
        return Err(Fault::failed("why-no-rhythm"));
    }
    change::commit(&Edit::Rhythm, &mut context.open()?, context)
}
