//! Mail as programs keep it: EML, mbox, Maildir. Each message becomes a line of somebody's timeline.
//!
//! bytes -> `split` -> [`read`] -> [`Mails`] -> [`plan`](plan()) -> one
//! [`Edit::Import`](crate::domain::Edit::Import). A message is known again by its Message-ID, which its text ends with.

use super::{IntakeError, Options, Problem, SheetNote};
use crate::domain::{Say, Text};
use chrono::{DateTime, Utc};
use std::path::Path;

mod boxes;
mod parse;
mod plan;
mod strip;

pub use boxes::is_mail;
pub use parse::read;
pub use plan::plan;
pub use strip::{Letter, strip};
pub(in crate::intake) use strip::{header_block, is_attribution, is_divider, is_farewell};

/// The largest message read, in bytes.
pub const MAX_MESSAGE: usize = 30 * 1024 * 1024;
/// Messages of one import.
pub const MAX_MESSAGES: usize = 100_000;
/// Bytes of one message's text that are kept.
pub const MAX_TEXT: usize = 256 * 1024;
/// Where customers that come by mail come from.
pub const SOURCE: &str = "mail";

/// Somebody in a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub name: Text,
    /// As written.
    pub address: Text,
}

/// One message, decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Index into [`Mails::sheets`].
    pub sheet: usize,
    /// The how-manieth of its file, from 1.
    pub line: usize,
    pub from: Option<Person>,
    /// Where answers go, when not to the sender.
    pub reply_to: Option<Person>,
    /// To and copies.
    pub to: Vec<Person>,
    pub at: Option<DateTime<Utc>>,
    pub subject: Text,
    /// Without angle brackets; empty where there is none.
    pub id: Text,
    /// What the sender wrote: without quotes and signature.
    pub said: Text,
    /// The whole text.
    pub full: Text,
    /// Names and sizes.
    pub attachments: Vec<Text>,
    /// Sent by a machine: a bounce, an auto-reply of a list.
    pub automatic: bool,
    /// What was left out, and why.
    pub remarks: Vec<Say>,
}

impl Mail {
    /// The text of the timeline: subject, what was said, then what was set aside, the attachments and the identity.
    pub fn text(&self) -> Text {
        let mut out = String::with_capacity(self.full.len() + self.subject.len() + 64);
        let mut block = |text: &str, between: &str| {
            let text = text.trim();
            if !text.is_empty() {
                if !out.is_empty() {
                    out.push_str(between);
                }
                out.push_str(text);
            }
        };
        block(&self.subject, "\n");
        block(&self.said, "\n");
        block(self.full.strip_prefix(&*self.said).unwrap_or(&self.full), "\n\n———\n");
        self.attachments.iter().for_each(|name| block(&format!("[{name}]"), "\n"));
        if !self.id.is_empty() {
            block(&plan::identity_line(&self.id), "\n");
        }
        out.into()
    }
}

/// The messages of one or several files.
#[derive(Clone, Debug, Default)]
pub struct Mails {
    pub sheets: Vec<SheetNote>,
    /// Messages looked at: mails + failed.
    pub read: usize,
    pub mails: Vec<Mail>,
    pub failed: usize,
    pub problems: Vec<Problem>,
}

impl Mails {
    /// Takes in the messages of one more file, for one import of several.
    pub fn append(&mut self, mut other: Self) {
        let first = self.sheets.len();
        other.mails.iter_mut().for_each(|mail| mail.sheet += first);
        self.sheets.append(&mut other.sheets);
        self.mails.append(&mut other.mails);
        self.problems.append(&mut other.problems);
        self.read += other.read;
        self.failed += other.failed;
    }
}

/// Reads a message, an mbox or a Maildir from disk.
pub fn load(path: &Path, options: &Options) -> Result<Mails, IntakeError> {
    if path.is_dir() { boxes::maildir(path, options) } else { boxes::file(path, options) }
}

/// Reads the bytes of a message or an mbox.
pub fn read_bytes(name: &str, bytes: &[u8], options: &Options) -> Mails {
    boxes::bytes(name, bytes, options)
}

#[cfg(test)]
mod tests;
