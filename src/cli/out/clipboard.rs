//! The clipboard of the terminal, by OSC 52: it works over SSH, and stdout stays the result's.

use crate::domain::Safe;
use crossterm::{Command, clipboard::CopyToClipboard};
use std::{
    fs::OpenOptions,
    io::{self, IsTerminal, Write},
    process,
};

/// Copies; an error where there is no terminal to ask.
pub fn copy(text: &Safe) -> io::Result<()> {
    if std::env::var_os("TMUX").is_some() && to_tmux(text).is_ok() {
        return Ok(());
    }
    let mut sequence = String::new();
    CopyToClipboard::to_clipboard_from(text.as_str()).write_ansi(&mut sequence).map_err(io::Error::other)?;
    let mut err = io::stderr();
    if err.is_terminal() {
        return err.write_all(sequence.as_bytes()).and_then(|()| err.flush());
    }
    OpenOptions::new().write(true).open("/dev/tty")?.write_all(sequence.as_bytes())
}

/// tmux by default ignores what a program asks of the clipboard, but does it when told.
fn to_tmux(text: &Safe) -> io::Result<()> {
    let mut child = process::Command::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(process::Stdio::piped())
        .stdout(process::Stdio::null())
        .stderr(process::Stdio::null())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_str().as_bytes())?;
    }
    let status = child.wait()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(status.to_string())) }
}
