//! The command line: the same edits and reads as the screen. One file per subcommand; what they share:
//! `args` what may be written, `context` what it means here (file, clock, language), `who` from a text to one customer,
//! `out` the only place that prints, `table` columns by cells, `fault` how a command ends.

mod add;
mod args;
mod backup;
mod board;
mod change;
mod check;
mod completions;
mod context;
mod customers;
mod demo;
mod done;
mod due;
mod export;
mod fault;
mod filter;
mod find;
mod help;
mod history;
mod import;
mod list;
mod log;
mod man;
mod next_workday;
mod out;
mod pause;
mod plan;
mod process;
mod propose;
mod replan;
mod restore;
mod show;
mod stats;
mod table;
mod tier;
mod time;
mod undo;
mod verify;
mod who;
mod why;

use args::Args;
use clap::{FromArgMatches, error::ErrorKind};
use context::{Context, Setting};
use fault::Fault;
use std::{ffi::OsString, process::ExitCode};

type Done = Result<(), Fault>;

/// The program, from its arguments to its exit code.
pub fn main(args: Vec<OsString>) -> ExitCode {
    process::prepare();
    let setting = Setting::of(&args);
    let lang = setting.lang;
    match start(args, setting) {
        Ok(()) | Err(Fault::Closed) => ExitCode::SUCCESS,
        Err(fault) => out::fault(&fault, lang),
    }
}

fn start(args: Vec<OsString>, setting: Setting) -> Done {
    let mut command = args::command(setting.lang);
    let parsed = command.try_get_matches_from_mut(args).and_then(|found| Args::from_arg_matches(&found));
    match parsed {
        Ok(Args { global, verb }) => {
            let context = Context::new(&global, setting)?;
            args::run(verb, &context)
        }
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            out::help(&error.render())
        }
        Err(error) => Err(Fault::Arguments(error.render().to_string())),
    }
}
