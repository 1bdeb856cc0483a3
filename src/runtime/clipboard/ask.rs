//! Asking a desktop's clipboard by its own tools: each gets a moment and a limit.

use crate::domain::Say;
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How long a tool may take: one without a desktop to talk to hangs.
const PATIENCE: Duration = Duration::from_secs(2);
/// Bytes of a clipboard that are read.
const LIMIT: u64 = 32 * 1024 * 1024;

/// A program and its arguments.
pub type Tool = &'static [&'static str];

/// The tools worth asking here, in their order; `set` says whether an environment variable is.
pub fn tools(set: &dyn Fn(&str) -> bool) -> Vec<Tool> {
    let mut tools: Vec<Tool> = Vec::new();
    if cfg!(target_os = "macos") {
        tools.push(&["pbpaste"]);
    }
    if cfg!(windows) {
        tools.push(&["powershell", "-NoProfile", "-Command", "Get-Clipboard -Raw"]);
    }
    if set("WAYLAND_DISPLAY") {
        tools.push(&["wl-paste", "--no-newline", "--type", "text"]);
    }
    if set("DISPLAY") {
        tools.push(&["xclip", "-selection", "clipboard", "-o"]);
        tools.push(&["xsel", "--clipboard", "--output"]);
    }
    if set("TMUX") {
        tools.push(&["tmux", "show-buffer"]);
    }
    tools
}

/// The text that the first tool gives; the last one's failure where none does.
pub fn first(tools: &[Tool]) -> Result<String, Say> {
    let mut failed = Say::new("paste-clipboard-none");
    for tool in tools {
        match ask(tool, PATIENCE, LIMIT) {
            Some(text) if !text.trim().is_empty() => return Ok(text),
            Some(_) => failed = Say::new("paste-clipboard-empty"),
            // One that is not installed says nothing about the others.
            None if failed.key == "paste-clipboard-none" => {
                failed = Say::new("paste-clipboard-failed").with("tool", tool[0]);
            }
            None => {}
        }
    }
    Err(failed)
}

/// What a tool writes, at most `limit` bytes of it; `None`: it could not, or took too long.
pub fn ask(tool: &[&str], patience: Duration, limit: u64) -> Option<String> {
    let (program, args) = tool.split_first()?;
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let stdout = child.stdout.take()?;
    let (done, waiting) = channel();
    let read = move || {
        let mut bytes = Vec::new();
        let read = stdout.take(limit).read_to_end(&mut bytes).map(|_| bytes);
        drop(done.send(read));
    };
    thread::Builder::new().name("clipboard".into()).spawn(read).ok()?;
    let answer = waiting.recv_timeout(patience);
    let ended = matches!(&answer, Ok(Ok(bytes)) if (bytes.len() as u64) < limit);
    let good = end(&mut child, ended);
    match answer {
        Ok(Ok(bytes)) if good => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Ok(_) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => None,
    }
}

/// Takes the tool's leave: one that has not ended by itself is ended. Whether what it gave can be used.
fn end(child: &mut Child, ended: bool) -> bool {
    if !ended {
        // It may have ended meanwhile, which is as good.
        drop(child.kill());
    }
    let status = child.wait();
    !ended || status.is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests;
