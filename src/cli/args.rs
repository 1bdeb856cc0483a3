//! What may be written on the command line. The words of the help are in `cli.ftl`: `about-VERB` for a subcommand,
//! `arg-VERB-NAME` or `arg-NAME` for an argument.

use super::{
    Context, Done, add, backup, board, check, completions, demo, done, due, export, find, help, history, import, list,
    log, man, next_workday, pause, plan, replan, restore, show, stats, tier, undo, verify, why,
};
use crate::reference::{Lang, Words};
use clap::{Arg, ArgAction, ColorChoice, Command, CommandFactory, Parser, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(
    name = "tradewind",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What every subcommand takes.
#[derive(Debug, clap::Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "RFC3339")]
    pub now: Option<String>,
    #[arg(long, global = true, value_name = "en|zh-CN")]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "IANA")]
    pub zone: Option<String>,
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto)]
    pub color: ColorChoice,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    Demo(demo::Args),
    Import(import::Args),
    Find(find::Args),
    List(list::Args),
    Show(show::Args),
    Add(add::Args),
    Tier(tier::Args),
    Log(log::Args),
    Plan(plan::Args),
    Done(done::Args),
    Pause(pause::Args),
    Due(due::Args),
    NextWorkday(next_workday::Args),
    Undo(undo::Args),
    Redo(undo::Args),
    History(history::Args),
    Export(export::Args),
    Backup(backup::Args),
    Replan(replan::Args),
    Restore(restore::Args),
    Check(check::Args),
    Verify(verify::Args),
    Why(why::Args),
    Stats(stats::Args),
    Completions(completions::Args),
    Man,
    Help(help::Args),
}

/// Does it; without a verb, the board.
pub fn run(verb: Option<Verb>, context: &Context) -> Done {
    use Verb::*;
    let Some(verb) = verb else { return board::run(context) };
    if !matches!(verb, Demo(_)) {
        context.note_problems();
    }
    match verb {
        Demo(args) => demo::run(&args, context),
        Import(args) => import::run(&args, context),
        Find(args) => find::run(&args, context),
        List(args) => list::run(&args, context),
        Show(args) => show::run(&args, context),
        Add(args) => add::run(&args, context),
        Tier(args) => tier::run(&args, context),
        Log(args) => log::run(&args, context),
        Plan(args) => plan::run(&args, context),
        Done(args) => done::run(&args, context),
        Pause(args) => pause::run(&args, context),
        Due(args) => due::run(&args, context),
        NextWorkday(args) => next_workday::run(&args, context),
        Undo(args) => undo::undo(&args, context),
        Redo(args) => undo::redo(&args, context),
        History(args) => history::run(&args, context),
        Export(args) => export::run(&args, context),
        Backup(args) => backup::run(&args, context),
        Replan(args) => replan::run(&args, context),
        Restore(args) => restore::run(&args, context),
        Check(args) => check::run(&args, context),
        Verify(args) => verify::run(&args, context),
        Why(args) => why::run(&args, context),
        Stats(args) => stats::run(&args, context),
        Completions(args) => completions::run(&args, context),
        Man => man::run(context),
        Help(args) => help::run(&args, context),
    }
}

/// The whole command line, its help in words.
pub fn command(lang: Lang) -> Command {
    in_words(Args::command(), lang)
}

/// Puts the help into words.
fn in_words(command: Command, lang: Lang) -> Command {
    let words = Words::of(lang);
    let command = worded(command, "tradewind", words);
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        worded(sub, &name, words)
    })
}

fn worded(command: Command, name: &str, words: &Words) -> Command {
    let text = |key: &str| words.get(key).as_str().to_owned();
    let template =
        format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", text("cli-help-usage"));
    let mut at = 0;
    let after = format!("after-{name}");
    let command = if words.has(&after) { command.after_help(text(&after)) } else { command };
    command
        .about(text(&format!("about-{name}")))
        .help_template(template)
        .subcommand_help_heading(text("cli-help-commands"))
        .mut_args(|arg| {
            // Under headings of their own, arguments would be sorted by name.
            at += 1;
            worded_arg(arg, name, words).display_order(at)
        })
}

fn worded_arg(arg: Arg, command: &str, words: &Words) -> Arg {
    let own = format!("arg-{command}-{}", arg.get_id());
    let shared = format!("arg-{}", arg.get_id());
    let key = if words.has(&own) { own } else { shared };
    let everywhere = arg.is_global_set() || arg.get_id() == "version";
    let heading = match (arg.is_positional(), everywhere) {
        (true, _) => "cli-help-arguments",
        (_, true) => "cli-help-everywhere",
        _ => "cli-help-options",
    };
    arg.help(words.get(&key).as_str().to_owned()).help_heading(words.get(heading).as_str().to_owned())
}

/// A count of one or more.
pub fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|n| *n > 0).ok_or_else(|| "1 or more is needed".to_owned())
}
