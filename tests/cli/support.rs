//! A desk: a folder of its own, a customer file in it, and the program run over it.

use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// 10:14 on a Sunday in Shanghai.
pub const NOW: &str = "2026-11-22T02:14:00Z";

pub struct Desk {
    folder: TempDir,
    now: String,
}

/// What a run said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), now: NOW.to_owned() }
    }

    /// The same desk at another moment.
    pub fn at(self, now: &str) -> Self {
        Self { now: now.to_owned(), ..self }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn db(&self) -> PathBuf {
        self.path("trade.db")
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The program with nothing in its environment but a home of its own.
    pub fn bare(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tradewind"));
        command.env_clear().env("HOME", self.folder.path()).env("RUST_BACKTRACE", "0").stdin(Stdio::null());
        command.current_dir(self.folder.path());
        command
    }

    /// Runs it on the desk's file.
    pub fn run<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Said {
        let mut command = self.bare();
        command.arg("--db").arg(self.db()).args(["--now", &self.now, "--zone", "Asia/Shanghai"]);
        said(command.args(args))
    }

    /// A run that must succeed; its stdout.
    pub fn ok<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 0, "{said:?}");
        said.out
    }

    /// A run that must succeed and print one JSON document and nothing else.
    pub fn json<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Value {
        let out = self.ok(args);
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
    }

    /// A run that must fail with one sentence on stderr and nothing on stdout; the sentence.
    pub fn fails<S: AsRef<OsStr>>(&self, code: i32, args: impl IntoIterator<Item = S>) -> String {
        let said = self.run(args);
        assert_eq!((said.code, &*said.out), (code, ""), "{said:?}");
        assert_eq!(said.err.trim_end().lines().count(), 1, "{said:?}");
        said.err
    }

    pub fn add<S: AsRef<OsStr>>(&self, name: &str, more: impl IntoIterator<Item = S>) -> i64 {
        let args = ["add", "--json", "--name", name].map(|arg| OsStr::new(arg).to_owned());
        let args = args.into_iter().chain(more.into_iter().map(|arg| arg.as_ref().to_owned()));
        self.json(args)["id"].as_i64().unwrap()
    }

    /// Three customers: a German with e-mail and WhatsApp, an Irish one with a phone, a Chinese one with WeChat.
    pub fn peopled(self) -> Self {
        let german = ["--country", "DE", "--tier", "A", "--channel", "email=Anna@mueller-wt.de", "--channel"];
        assert_eq!(self.add("Müller Wassertechnik GmbH", german.into_iter().chain(["whatsapp=0151 2345 6789"])), 1);
        assert_eq!(self.add("Mulligan Pumps", ["--country", "Ireland", "--channel", "phone=+353 1 800 1234"]), 2);
        assert_eq!(self.add("义乌贸易", ["--country", "CN", "--channel", "wechat=yiwu_88"]), 3);
        self
    }

    /// The names that `list` gives, in order.
    pub fn names<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Vec<String> {
        names(&self.json(args))
    }
}

pub fn names(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|customer| customer["name"].as_str().unwrap().to_owned()).collect()
}

pub fn said(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The field names of an object, sorted.
pub fn fields(value: &Value) -> Vec<&str> {
    let mut fields: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    fields
}

/// Fails where `value` lacks one of the contract's fields.
pub fn has_fields(value: &Value, wanted: &[&str]) {
    let there = fields(value);
    for field in wanted {
        assert!(there.contains(field), "{field} is not in {there:?}");
    }
}

/// Nothing that a terminal would obey or that hides.
pub fn is_harmless(text: &str) -> bool {
    text.lines().all(|line| {
        let neutral = tradewind::domain::safe::neutral(line);
        neutral == line
    })
}

/// The folder of real data, or nothing and one line.
pub fn data(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TRADEWIND_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = root.join(path);
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}
