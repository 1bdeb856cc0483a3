//! From files and folders to messages.

use super::{MAX_MESSAGE, MAX_MESSAGES, Mail, Mails, SOURCE, parse};
use crate::domain::Say;
use crate::intake::{IntakeError, MAX_BYTES, Options, Problem, SheetNote};
use std::path::{Path, PathBuf};

/// Whether this is mail: a Maildir, a folder of messages, an mbox, or a message by its name or its first lines. A folder
/// is nothing else.
pub fn is_mail(path: &Path) -> bool {
    if path.is_dir() || is_message(path) {
        return true;
    }
    let extension = extension(path);
    if !matches!(extension.as_str(), "" | "txt" | "mbx" | "mail" | "msg") {
        return false;
    }
    let mut head = vec![0; 4096];
    let read = std::fs::File::open(path).and_then(|mut file| std::io::Read::read(&mut file, &mut head)).unwrap_or(0);
    looks_like(&head[..read])
}

fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

/// Whether a file calls itself a message or a box of them.
fn is_message(path: &Path) -> bool {
    matches!(extension(path).as_str(), "eml" | "mbox" | "emlx")
}

/// Headers that every message has, before the first blank line.
fn looks_like(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    let mut lines = text.lines().peekable();
    if lines.peek().is_some_and(|line| line.starts_with("From ") && line.contains(':')) {
        return true;
    }
    let mut seen = 0;
    for line in lines.take_while(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.contains(' ') || name.contains(',') {
            return false;
        }
        let known = ["from", "to", "date", "subject", "message-id", "received", "return-path", "mime-version"];
        seen += usize::from(known.contains(&name.to_ascii_lowercase().as_str()));
    }
    seen >= 3
}

pub fn file(path: &Path, options: &Options) -> Result<Mails, IntakeError> {
    let at = |source| IntakeError::Read { file: path.display().to_string(), source };
    if std::fs::metadata(path).map_err(at)?.len() > MAX_BYTES {
        return Err(IntakeError::TooBig { file: path.display().to_string(), limit: MAX_BYTES });
    }
    Ok(bytes(&name_of(path), &std::fs::read(path).map_err(at)?, options))
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn empty(name: &str, options: &Options) -> Mails {
    let source = options.source.as_deref().unwrap_or(SOURCE).into();
    Mails { sheets: vec![SheetNote { name: name.into(), source, ..SheetNote::default() }], ..Mails::default() }
}

/// The messages of `cur` and `new`, by name: the time stands first in it. A folder that has neither is one of messages
/// saved one by one.
pub fn maildir(path: &Path, options: &Options) -> Result<Mails, IntakeError> {
    let mut mails = empty(&name_of(path), options);
    let folders = ["cur", "new"].map(|folder| path.join(folder));
    let mut files = Vec::new();
    if folders.iter().any(|folder| folder.is_dir()) {
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            files.extend(files_of(folder)?);
        }
    } else {
        files = files_of(path)?;
        files.retain(|file| is_message(file));
    }
    if files.is_empty() {
        return Err(IntakeError::NoMail { folder: path.display().to_string() });
    }
    files.sort_by_key(|file| name_of(file));
    for file in files {
        let size = std::fs::metadata(&file).map_or(0, |meta| meta.len());
        if size > MAX_MESSAGE as u64 {
            take(&mut mails, Err(too_big()));
            continue;
        }
        match std::fs::read(&file) {
            Ok(bytes) => take(&mut mails, parse::read(&bytes)),
            Err(error) => {
                let reason =
                    Say::new("intake-error-read").with("file", name_of(&file)).with("reason", error.to_string());
                take(&mut mails, Err(reason));
            }
        }
    }
    Ok(mails)
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>, IntakeError> {
    let at = |source| IntakeError::Read { file: folder.display().to_string(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(at)? {
        let file = entry.map_err(at)?.path();
        if file.is_file() && !name_of(&file).starts_with('.') {
            files.push(file);
        }
    }
    Ok(files)
}

fn too_big() -> Say {
    Say::new("intake-mail-too-big").with("limit", MAX_MESSAGE / (1024 * 1024))
}

/// Adds what became of the next message.
fn take(mails: &mut Mails, result: Result<Mail, Say>) {
    mails.read += 1;
    let line = mails.read;
    let problem = |reason| Problem { file: mails.sheets[0].name.clone(), line, reason };
    match result {
        Ok(mut mail) => {
            mails.problems.extend(mail.remarks.drain(..).map(problem));
            mails.mails.push(Mail { line, ..mail });
        }
        Err(reason) => {
            mails.problems.push(problem(reason));
            mails.failed += 1;
        }
    }
}

pub fn bytes(name: &str, bytes: &[u8], options: &Options) -> Mails {
    let mut mails = empty(name, options);
    let one = |bytes: &[u8]| if bytes.len() > MAX_MESSAGE { Err(too_big()) } else { parse::read(bytes) };
    if bytes.starts_with(b"From ") {
        let mut rest = Some(bytes);
        while let Some(here) = rest {
            if mails.read == MAX_MESSAGES {
                let reason = Say::new("intake-mail-many").with("limit", MAX_MESSAGES);
                mails.problems.push(Problem { file: name.into(), line: 0, reason });
                break;
            }
            let (message, next) = cut(here);
            if message.len() > MAX_MESSAGE {
                take(&mut mails, Err(too_big()));
            } else {
                take(&mut mails, parse::read(&unquoted(message)));
            }
            rest = next;
        }
        return mails;
    }
    // Apple writes the length on a line of its own above the message.
    let counted = name.to_ascii_lowercase().ends_with(".emlx");
    let message =
        if counted { bytes.iter().position(|b| *b == b'\n').map_or(bytes, |at| &bytes[at + 1..]) } else { bytes };
    take(&mut mails, one(message));
    mails
}

/// The message after a `From ` line, and what begins with the next such line. Only one below a blank line counts: a
/// sentence may begin with From.
fn cut(bytes: &[u8]) -> (&[u8], Option<&[u8]>) {
    let body = bytes.iter().position(|b| *b == b'\n').map_or(&bytes[bytes.len()..], |at| &bytes[at + 1..]);
    let mut from = 0;
    while let Some(at) = memchr::memmem::find(&body[from..], b"\nFrom ").map(|at| from + at) {
        let before = body[..at].strip_suffix(b"\r").unwrap_or(&body[..at]);
        let line = &body[at + 1..];
        let line = &line[..line.iter().position(|b| *b == b'\n').unwrap_or(line.len())];
        if (before.is_empty() || before.ends_with(b"\n")) && line.contains(&b':') {
            return (&body[..at], Some(&body[at + 1..]));
        }
        from = at + 1;
    }
    (body, None)
}

/// `>From ` as it was before it went into the box.
fn unquoted(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len());
    for line in message.split_inclusive(|b| *b == b'\n') {
        let quotes = line.iter().take_while(|b| **b == b'>').count();
        let cut = usize::from(quotes > 0 && line[quotes..].starts_with(b"From "));
        out.extend_from_slice(&line[cut..]);
    }
    out
}
