//! `tradewind man`: the manual page, every subcommand included.

use super::{Context, Done, args};
use clap::Command;
use clap_mangen::Man;
use std::io::{self, Write};

pub fn run(context: &Context) -> Done {
    let mut command = args::command(context.lang);
    command.build();
    let mut text = Vec::new();
    write(&command, &mut text)?;
    context.out.own(&text)
}

fn write(command: &Command, out: &mut Vec<u8>) -> io::Result<()> {
    let page = Man::new(command.clone());
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    for sub in command.get_subcommands() {
        let mut section = Vec::new();
        let about = Man::new(sub.clone().mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg }));
        about.render_synopsis_section(&mut section)?;
        about.render_description_section(&mut section)?;
        about.render_options_section(&mut section)?;
        // One page: the sections of a subcommand stand below its own heading, without what every one takes.
        writeln!(out, ".SH {}", sub.get_name().to_uppercase())?;
        for line in String::from_utf8_lossy(&section).lines().filter(|line| !is_preamble(line)) {
            writeln!(out, "{}", line.strip_prefix(".SH ").map_or(line.to_owned(), |title| format!(".SS {title}")))?;
        }
    }
    Ok(())
}

/// What every rendered section begins with; once, at the top, is enough.
fn is_preamble(line: &str) -> bool {
    line.starts_with(".ie \\n") || line.starts_with(".el .ds")
}
