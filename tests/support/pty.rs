//! A terminal without a person: the program in a pty, its screen read by an emulator.
#![allow(dead_code, clippy::unwrap_used, reason = "a part of tests and benches, each of which uses some of it")]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Past this a wait has failed; nothing is ever waited for this long when it works.
const GIVE_UP: Duration = Duration::from_secs(60);

/// The same for every test: no clock, zone, locale or terminal of the machine.
const FIXED: [&str; 6] = ["--now", "2026-11-22T02:14:00Z", "--zone", "Asia/Shanghai", "--lang", "en"];

/// Runs one command to its end.
pub fn run(file: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tradewind"));
    command.env_clear().env("HOME", file.parent().unwrap()).arg("--db").arg(file).args(FIXED).args(arguments);
    command.output().unwrap()
}

struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    ended: bool,
}

/// All that the program wrote.
pub struct Raw(String);

impl Raw {
    pub fn text(&self) -> &str {
        &self.0
    }

    pub fn holds(&self, text: &str) -> bool {
        self.0.contains(text)
    }

    pub fn ends_with_any(&self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.0.trim_end().ends_with(text))
    }
}

/// The program in its terminal.
pub struct Window {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    writer: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    _home: tempfile::TempDir,
}

impl Window {
    /// A made-up board, 120 by 40.
    pub fn demo() -> Self {
        Self::start(&["demo", "--customers", "40", "--seed", "3"], 120, 40)
    }

    /// The board on a file.
    pub fn open(file: &Path, columns: u16, rows: u16) -> Self {
        Self::start(&["--db", file.to_str().unwrap()], columns, rows)
    }

    /// A shell's script, 100 by 40.
    pub fn shell(script: &str) -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.args(["-c", script]);
        Self::run(command, 100, 40)
    }

    fn start(arguments: &[&str], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tradewind"));
        command.env_clear();
        command.args(FIXED);
        command.args(arguments);
        Self::run(command, columns, rows)
    }

    fn run(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let home = tempfile::tempdir().unwrap();
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        for (name, value) in
            [("TERM", "xterm-256color"), ("HOME", home.path().to_str().unwrap()), ("RUST_BACKTRACE", "0")]
        {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, raw: Vec::new(), ended: false }), Condvar::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut bytes = [0; 8192];
            loop {
                let read = reader.read(&mut bytes).unwrap_or(0);
                let mut seen = shared.0.lock().unwrap_or_else(PoisonError::into_inner);
                seen.parser.process(&bytes[..read]);
                seen.raw.extend_from_slice(&bytes[..read]);
                seen.ended = read == 0;
                shared.1.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
        Self { seen, writer, master: pair.master, child, _home: home }
    }

    /// Keys one after the other; spaces only part them.
    pub fn keys(&mut self, keys: &str) {
        for key in keys.split(' ') {
            self.send(key);
        }
    }

    pub fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    pub fn signal(&self, signal: i32) {
        let pid = self.pid();
        let sent = Command::new("kill").arg(format!("-{signal}")).arg(pid.to_string()).status().unwrap();
        assert!(sent.success());
    }

    /// Until the program has stopped: a signal to go on before that would be lost.
    pub fn wait_stopped(&self) {
        let until = Instant::now() + GIVE_UP;
        let stopped = || {
            let ps = Command::new("ps").args(["-o", "stat=", "-p", &self.pid().to_string()]).output().unwrap();
            String::from_utf8_lossy(&ps.stdout).trim_start().starts_with('T')
        };
        while !stopped() {
            assert!(Instant::now() < until, "the program did not stop");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let mut seen = self.seen();
        seen.parser.screen_mut().set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    pub fn wait_for(&self, text: &str) {
        self.wait(&format!("`{text}` on the screen"), |seen| seen.parser.screen().contents().contains(text));
    }

    pub fn wait_gone(&self, text: &str) {
        self.wait(&format!("`{text}` gone"), |seen| !seen.parser.screen().contents().contains(text));
    }

    pub fn wait_raw(&self, text: &str) {
        self.wait(&format!("{text:?} written"), |seen| String::from_utf8_lossy(&seen.raw).contains(text));
    }

    /// Forgets what was written so far; the screen stays.
    pub fn forget(&self) {
        self.seen().raw.clear();
    }

    pub fn raw(&self) -> Raw {
        Raw(String::from_utf8_lossy(&self.seen().raw).into_owned())
    }

    /// The exit status, once all that it wrote was read.
    pub fn exit(&mut self) -> u32 {
        self.wait("the program's end", |seen| seen.ended);
        self.child.wait().unwrap().exit_code()
    }

    /// A failed wait poisons the lock; what was seen is as good as before.
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        let until = Instant::now() + GIVE_UP;
        let (lock, changed) = &*self.seen;
        let mut seen = lock.lock().unwrap_or_else(PoisonError::into_inner);
        while !holds(&seen) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited for {what}:\n{}", seen.parser.screen().contents());
            seen = changed.wait_timeout(seen, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        drop(self.child.kill());
    }
}
