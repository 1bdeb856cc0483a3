//! The whole program on a made board: `cargo bench --bench board`. Frames in process, the start in a real terminal.
//! `TRADEWIND_BENCH_ROWS` sets the customers (default 100,000; channels about twice, interactions three times as many).

#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tests/support/pty.rs"]
mod pty;

use pty::Window;
use ratatui::{Terminal, backend::TestBackend};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};
use tradewind::app::{App, Board, Effect, Msg, Opening, Settings};
use tradewind::command::Chord;
use tradewind::domain::{Edit, Now};
use tradewind::reference::Lang;
use tradewind::runtime::clock::Clock;
use tradewind::search::Ranker;
use tradewind::store::Store;
use tradewind::{demo, ui};

const FRAME: Duration = Duration::from_millis(16);

fn main() {
    // `cargo test --benches` only asks whether it starts.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let rows = std::env::var("TRADEWIND_BENCH_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let now = Clock::new("Asia/Shanghai", Some("2026-11-22T02:14:00Z".parse().unwrap())).now();
    let small = board(folder.path(), 1_000, &now);
    let large = board(folder.path(), rows, &now);
    println!("{rows} customers, file {} MB", std::fs::metadata(&large).unwrap().len() / 1_000_000);
    start(&small, 1_000);
    start(&large, rows);
    alive(&large);
    frames(&large, &now);
}

fn board(folder: &Path, rows: usize, now: &Now) -> PathBuf {
    let file = folder.join(format!("board-{rows}.db"));
    let mut store = Store::open(&file, now).unwrap();
    let dossiers = demo::dossiers(rows, 1, now).collect();
    store.commit(&Edit::Import { source: "made".into(), dossiers }, now).unwrap();
    file
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Process to first complete frame, beside the sqlite3 shell reading the same page.
fn start(file: &Path, rows: usize) {
    let ours = (0..15).map(|_| {
        let begun = Instant::now();
        let mut window = Window::open(file, 120, 40);
        window.wait_for("Archived");
        let took = begun.elapsed();
        window.keys("q");
        window.exit();
        took
    });
    let ours = middle(ours.collect());
    let theirs = (0..15).map(|_| {
        let begun = Instant::now();
        let query = "select count(*) from customer; select * from customer limit 50";
        let output = Command::new("sqlite3").arg(file).arg(query).output().unwrap();
        assert!(output.status.success());
        begun.elapsed()
    });
    let theirs = middle(theirs.collect());
    let limit = theirs * 2 + Duration::from_millis(20);
    println!(
        "start at {rows}: first frame {:.1} ms, sqlite3 {:.1} ms, limit {:.1} ms, {:.2} of it",
        ms(ours),
        ms(theirs),
        ms(limit),
        ours.as_secs_f64() / limit.as_secs_f64()
    );
}

/// Memory once the whole board is loaded, and CPU while nothing happens.
fn alive(file: &Path) {
    let mut window = Window::open(file, 120, 40);
    // A first page cannot count this view; the whole board can.
    window.wait_for("Archived");
    window.keys("g o");
    window.send("/");
    window.send("muller");
    window.wait_for("best match first");
    window.keys("\x1b");
    std::thread::sleep(Duration::from_secs(3));
    let status = std::fs::read_to_string(format!("/proc/{}/status", window.pid())).unwrap();
    let resident = status.lines().find(|line| line.starts_with("VmRSS")).unwrap().to_owned();
    let before = ticks(window.pid());
    std::thread::sleep(Duration::from_secs(10));
    let used = ticks(window.pid()) - before;
    println!("memory: {resident}; idle for 10 s: {used} ticks of 10 ms");
    window.keys("q");
    window.exit();
}

fn ticks(pid: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let after = stat.rsplit_once(')').unwrap().1;
    let fields: Vec<&str> = after.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// The program without its threads: what a key costs, the disk and the drawing included.
struct Desk {
    app: App,
    store: Store,
    now: Now,
    ranker: Ranker,
    screen: Terminal<TestBackend>,
}

impl Desk {
    fn open(file: &Path, now: &Now) -> Self {
        let store = Store::open(file, now).unwrap();
        let settings = Settings { theme: "dark".into(), ..Settings::default() };
        let app = App::new(settings, Lang::En, (200, 60), now.clone());
        let screen = Terminal::new(TestBackend::new(200, 60)).unwrap();
        let mut desk = Self { app, store, now: now.clone(), ranker: Ranker::new(), screen };
        let page = desk.store.first_page(100, now).unwrap();
        let opening = Opening { bundles: page.bundles, tally: page.tally, views: page.views, ..Opening::default() };
        desk.send(Msg::Opened(Box::new(opening)));
        let mut board = Board::new(desk.app.settings.rules.clone(), now);
        desk.store.bundles(&mut |bundle| board.put(bundle)).unwrap();
        desk.send(Msg::Loaded(Box::new(board)));
        desk.draw();
        desk
    }

    fn send(&mut self, msg: Msg) {
        for effect in self.app.update(msg, self.now.clone()) {
            let now = self.now.clone();
            match effect {
                Effect::Commit(edit) => {
                    let changes = self.store.commit(&edit, &now).unwrap();
                    self.send(Msg::Changed(Box::new(changes)));
                }
                Effect::Undo => {
                    let changes = self.store.undo(&now).unwrap();
                    self.send(Msg::Changed(Box::new(changes)));
                }
                Effect::Load(id) => {
                    let detail = self.store.detail(id, 200).unwrap();
                    self.send(Msg::Detail(id, Box::new(detail)));
                }
                Effect::Rank { generation, query } => {
                    let index = self.app.board.index().clone();
                    let ranking = self.ranker.rank(&index, &query, None, &AtomicBool::new(false)).unwrap();
                    self.send(Msg::Ranked { generation, ranking });
                }
                _ => {}
            }
        }
    }

    fn draw(&mut self) {
        let app = &self.app;
        self.screen.draw(|frame| ui::draw(frame, app)).unwrap();
    }

    fn key(&mut self, chord: Chord) -> Duration {
        let begun = Instant::now();
        self.send(Msg::Key(chord));
        self.draw();
        begun.elapsed()
    }
}

fn frames(file: &Path, now: &Now) {
    let mut desk = Desk::open(file, now);
    let mut keystrokes: Vec<Duration> = Vec::new();
    for _ in 0..5 {
        for query in ["muller", "gmbh", "yiwu", "0151 23", "al mulla trading"] {
            desk.key(Chord::char('/'));
            keystrokes.extend(query.chars().map(|c| desk.key(Chord::char(c))));
            desk.key(Chord::plain(tradewind::command::Key::Esc));
        }
    }
    report("search keystroke, engine and draw", keystrokes);
    desk.key(Chord::char('g'));
    desk.key(Chord::char('e'));
    report("cursor down and draw", (0..200).map(|_| desk.key(Chord::char('j'))).collect());
    let tiers = (0..40).map(|at| desk.key(Chord::char(if at % 2 == 0 { 'a' } else { 'b' }))).collect();
    report("tier, durable commit and draw", tiers);
    let drawn = (0..50).map(|_| {
        let begun = Instant::now();
        desk.draw();
        begun.elapsed()
    });
    report("draw alone, 200 by 60", drawn.collect());
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)];
    println!(
        "{what}: p50 {:.2} ms, p99 {:.2} ms, worst {:.2} ms; p99 is {:.2} of a frame",
        ms(at(50)),
        ms(at(99)),
        ms(at(100)),
        at(99).as_secs_f64() / FRAME.as_secs_f64()
    );
}
