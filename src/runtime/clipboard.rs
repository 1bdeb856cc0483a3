//! The clipboard, out and in, and the desktop's opener.

use super::{Event, Terminal};
use crate::app::Msg;
use crate::domain::{Say, safe};
use anyhow::Result;
use crossterm::clipboard::CopyToClipboard;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

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

/// Asks the desktop's clipboard, by whichever tool there is; a terminal does not let itself be asked.
pub(super) fn read(events: Sender<Event>) {
    in_background(move || {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        drop(events.send(Msg::Clipboard(ask::first(&ask::tools(&set))).into()));
    });
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
