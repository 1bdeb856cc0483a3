//! The only place that prints. Text for people passes [`Safe`]; JSON writes what a terminal would obey as escapes; a
//! reader that goes away is no error.

mod clipboard;
mod json;
mod progress;

pub use clipboard::copy;
pub use json::try_write_list as write_json_list;
pub use progress::Progress;

use super::{
    Done,
    fault::{Candidate, Fault},
    table::{Table, Tint},
};
use crate::domain::Safe;
use crate::reference::{Lang, Words};
use clap::{ColorChoice, builder::StyledStr};
use serde::Serialize;
use std::{
    env,
    io::{self, BufWriter, IsTerminal, Write},
    process::ExitCode,
};

/// Where results go, and how.
#[derive(Clone, Copy, Debug)]
pub struct Out {
    /// Whether colours are wanted at all, on a terminal.
    wanted: bool,
    /// Whether stdout gets them.
    colour: bool,
    terminal: bool,
}

impl Out {
    pub fn new(choice: ColorChoice) -> Self {
        let terminal = io::stdout().is_terminal();
        let wanted = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
                    && env::var_os("TERM").is_none_or(|term| term != "dumb")
            }
        };
        Self { wanted, colour: wanted && (terminal || choice == ColorChoice::Always), terminal }
    }

    /// Whether a person looks at stdout.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Whether the board may use colours.
    pub fn colour_wanted(&self) -> bool {
        self.wanted
    }

    /// One line for people.
    pub fn line(&self, text: &Safe) -> Done {
        let mut out = io::stdout().lock();
        writeln!(out, "{text}")?;
        Ok(out.flush()?)
    }

    /// Columns for people.
    pub fn table(&self, table: &Table) -> Done {
        let width = if self.terminal { terminal_width() } else { None };
        let mut out = BufWriter::new(io::stdout().lock());
        table.write(&mut out, self.colour, width)?;
        Ok(out.flush()?)
    }

    /// One JSON document.
    pub fn json(&self, value: &impl Serialize) -> Done {
        let mut out = BufWriter::new(io::stdout().lock());
        json::write(&mut out, value)?;
        Ok(out.flush()?)
    }

    /// One JSON document: a list, never whole in memory.
    pub fn json_list<T: Serialize>(&self, entries: impl Iterator<Item = T>) -> Done {
        let mut out = BufWriter::new(io::stdout().lock());
        json::write_list(&mut out, entries)?;
        Ok(out.flush()?)
    }

    /// A generated text of our own: completions, the manual.
    pub fn own(&self, text: &[u8]) -> Done {
        let mut out = io::stdout().lock();
        out.write_all(text)?;
        Ok(out.flush()?)
    }

    /// One line beside the result.
    pub fn note(&self, text: &Safe) {
        to_stderr(text.as_str());
    }
}

/// Where nobody reads stderr, there is nobody to tell that.
fn to_stderr(text: &str) {
    writeln!(io::stderr().lock(), "{text}").unwrap_or_default();
}

fn terminal_width() -> Option<usize> {
    crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// The help that was asked for; styled where a terminal shows it.
pub fn help(text: &StyledStr) -> Done {
    let out = Out::new(ColorChoice::Auto);
    let text = if out.colour { text.ansi().to_string() } else { text.to_string() };
    out.own(text.as_bytes())
}

/// Says why a command ended; the exit code.
pub fn fault(fault: &Fault, lang: Lang) -> ExitCode {
    let words = Words::of(lang);
    let code = match fault {
        Fault::Failed(say) => {
            to_stderr(words.say(say).as_str());
            1
        }
        Fault::Usage(say) => {
            to_stderr(words.say(say).as_str());
            2
        }
        Fault::Arguments(text) => {
            Safe::lines(text.trim_end()).for_each(|line| to_stderr(line.as_str()));
            2
        }
        Fault::Board(error) => {
            to_stderr(words.with("cli-board-failed", &[("reason", format!("{error:#}").into())]).as_str());
            1
        }
        Fault::Several { say, listed, more } => {
            to_stderr(words.say(say).as_str());
            several(listed, *more, words);
            1
        }
        Fault::Closed => 0,
    };
    ExitCode::from(code)
}

/// The customers to choose from.
fn several(listed: &[Candidate], more: usize, words: &Words) {
    let mut table = Table::new().right(&[0]);
    for candidate in listed {
        let id = Safe::new(&candidate.id.to_string());
        table.row(std::iter::once(id).chain(candidate.cells.iter().cloned()).map(|text| (text, Tint::Plain)));
    }
    table.write(&mut io::stderr().lock(), false, None).unwrap_or_default();
    if more > 0 {
        to_stderr(words.with("cli-who-more", &[("count", more.into())]).as_str());
    }
}
