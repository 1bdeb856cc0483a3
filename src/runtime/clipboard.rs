//! The clipboard, out and in, and the desktop's opener.

use super::{Event, Terminal};
use crate::app::Msg;
use crate::domain::{Say, safe};
use anyhow::Result;
use crossterm::clipboard::CopyToClipboard;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

mod ask;

/// Copies by OSC 52, so that it works over SSH; tmux ignores an application's OSC 52 by default, so it is told, too.
pub(super) fn copy(text: &str, terminal: &mut Terminal, events: &Sender<Event>) -> Result<()> {
    let text = safe::neutral(text).into_owned();
    terminal.send(CopyToClipboard::to_clipboard_from(text.as_bytes()))?;
    if std::env::var_os("TMUX").is_some() {
        let events = events.clone();
        in_background(move || {
            if let Err(error) = to_tmux(&text) {
                let say = Say::new("said-tmux-failed").with("reason", error.to_string());
                drop(events.send(Msg::Told { say, good: false }.into()));
            }
        });
    }
    Ok(())
}

/// tmux by default ignores what a program asks of the clipboard, but does it when told.
pub(crate) fn to_tmux(text: &str) -> std::io::Result<()> {
    let quiet = || Stdio::null();
    let mut child = Command::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(quiet())
        .stderr(quiet())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_bytes())?;
    }
    let status = child.wait()?;
    if status.success() { Ok(()) } else { Err(std::io::Error::other(status.to_string())) }
}

/// Asks the desktop's clipboard, by whichever tool there is; where none answers, the terminal is to be asked, which may
/// be far from here.
pub(super) fn read(events: Sender<Event>) {
    in_background(move || {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let told = match ask::first(&ask::tools(&set)) {
            Err(say) if say.key != "paste-clipboard-empty" && !is_deaf() => Event::AskTerminal(say),
            told => Msg::Clipboard(told).into(),
        };
        drop(events.send(told));
    });
}

/// Terminals that have no clipboard, and might show the question.
fn is_deaf() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term == "linux" || term == "dumb")
}

/// How long the terminal may take: some ask whoever sits there first.
const PATIENCE: Duration = Duration::from_secs(3);

/// What the terminal is asked, and what is said when it does not answer.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// Whether an answer is waited for: the thread of the keys looks at it.
    pub waiting: Arc<AtomicBool>,
    turn: u64,
    failed: Option<Say>,
}

impl Asked {
    /// Asks the terminal; where it says nothing in time, `failed` is said.
    pub fn ask(&mut self, failed: Say, terminal: &mut Terminal, events: &Sender<Event>) -> Result<()> {
        self.turn += 1;
        self.failed = Some(failed);
        self.waiting.store(true, Ordering::Relaxed);
        terminal.send(AskClipboard)?;
        let (turn, events) = (self.turn, events.clone());
        in_background(move || {
            thread::sleep(PATIENCE);
            drop(events.send(Event::ClipboardLate(turn)));
        });
        Ok(())
    }

    /// The terminal's answer. One that nobody waits for any more is dropped.
    pub fn answered(&mut self, text: Option<String>) -> Option<Msg> {
        let failed = self.failed.take()?;
        self.waiting.store(false, Ordering::Relaxed);
        Some(Msg::Clipboard(text.ok_or(failed)))
    }

    /// Time is up for the question of that turn.
    pub fn late(&mut self, turn: u64) -> Option<Msg> {
        if turn == self.turn { self.answered(None) } else { None }
    }
}

/// `OSC 52 ; c ; ?`: what does the clipboard hold?
struct AskClipboard;

impl crossterm::Command for AskClipboard {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str("\x1b]52;c;?\x1b\\")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Hands a link to the desktop, and says so when it could not.
pub(super) fn open(link: String, events: Sender<Event>) {
    in_background(move || {
        if let Err(error) = open::that_detached(&link) {
            let say = Say::new("said-open-failed").with("reason", error.to_string());
            drop(events.send(Msg::Told { say, good: false }.into()));
        }
    });
}

/// A short errand that no key waits for. Where no thread can be had it is run here.
fn in_background(errand: impl FnOnce() + Send + 'static) {
    thread::spawn(errand);
}
