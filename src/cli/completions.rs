//! `tradewind completions`: for a shell to source.

use super::{Context, Done, args};
use clap_complete::Shell;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut args::command(context.lang), "tradewind", &mut text);
    context.out.own(&text)
}
