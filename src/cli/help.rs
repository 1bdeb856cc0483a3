//! `tradewind help`: the help of a subcommand, or of all.

use super::{Context, Done, Fault, args, out};
use crate::domain::Say;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "COMMAND")]
    verb: Option<String>,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let mut command = args::command(context.lang);
    // Names the subcommands in full, as `tradewind list --help` does.
    command.build();
    let command = match &args.verb {
        None => &mut command,
        Some(verb) => command
            .find_subcommand_mut(verb)
            .ok_or_else(|| Fault::Usage(Say::new("cli-no-such-command").with("command", verb.as_str())))?,
    };
    out::help(&command.render_help())
}
