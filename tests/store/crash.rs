//! `kill -9` at random moments: whatever was acknowledged is there. The control acknowledges too early, and must be
//! caught.

use crate::support::*;
use std::{
    collections::HashSet,
    env,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    thread,
    time::Duration,
};
use tradewind::{domain::*, store::Store};

const FILE: &str = "TRADEWIND_TEST_CRASH_FILE";
const EARLY: &str = "TRADEWIND_TEST_CRASH_EARLY";

/// Not a test but the child: commits until it is killed, and says which.
#[test]
fn child() {
    let Some(file) = env::var_os(FILE) else { return };
    let early = env::var_os(EARLY).is_some();
    let mut store = Store::open(file.as_ref(), &now()).unwrap();
    let run = std::process::id();
    let mut out = std::io::stdout();
    let mut ack = |n: usize| {
        writeln!(out, "ack {run}-{n}").unwrap();
        out.flush().unwrap();
    };
    for n in 0.. {
        if early {
            ack(n);
        }
        let mut dossier = muller();
        dossier.fields.name = format!("{run}-{n}").into();
        let id = store.commit(&Edit::Save(Box::new(dossier)), &now()).unwrap().customers[0].0;
        if !early {
            ack(n);
        }
        // Steps that keep the log busy between two acknowledged ones.
        store.commit(&set_tier(&[id], Tier::A), &now()).unwrap();
        if n % 3 == 0 {
            store.undo(&now()).unwrap();
        }
    }
}

/// Runs the child for a while, kills it, and hands back what it acknowledged.
fn run_and_kill(file: &std::path::Path, millis: u64, early: bool) -> Vec<String> {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "crash::child", "--nocapture"]).env(FILE, file).stdout(Stdio::piped());
    command.stderr(Stdio::null());
    if early {
        command.env(EARLY, "1");
    }
    let mut child = command.spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (first, started) = std::sync::mpsc::channel();
    let reader = thread::spawn(move || {
        let mut acked = Vec::new();
        for line in out.lines().map_while(Result::ok) {
            if let Some((_, name)) = line.split_once("ack ") {
                acked.push(name.to_owned());
                let _ = first.send(());
            }
        }
        acked
    });
    // From its first step on, so that a slow start is no quiet kill.
    started.recv_timeout(Duration::from_secs(20)).unwrap();
    thread::sleep(Duration::from_millis(millis));
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

/// What was acknowledged and is not there.
fn lost(file: &std::path::Path, acked: &[String]) -> Vec<String> {
    let store = Store::open(file, &now()).unwrap();
    let report = store.check().unwrap();
    assert!(report.is_whole(), "{report:?}");
    let there = all(&store).into_iter().map(|bundle| bundle.customer.name.to_string()).collect::<HashSet<_>>();
    acked.iter().filter(|name| !there.contains(*name)).cloned().collect()
}

/// Moments that look random and are the same in each run.
fn moments(count: u64) -> impl Iterator<Item = u64> {
    (1..=count).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56)
}

#[test]
fn a_killed_window_loses_nothing_it_acknowledged() {
    let place = place();
    drop(open(&place));
    let mut acked = Vec::new();
    for millis in moments(15) {
        acked.extend(run_and_kill(&place.file, millis, false));
        assert_eq!(lost(&place.file, &acked), [""; 0]);
    }
    assert!(acked.len() > 15, "the children worked: {}", acked.len());
}

#[test]
fn the_harness_catches_a_loss() {
    let place = place();
    drop(open(&place));
    let caught = moments(15).any(|millis| {
        let acked = run_and_kill(&place.file, millis, true);
        !lost(&place.file, &acked).is_empty()
    });
    assert!(caught, "acknowledging too early was not noticed");
}
