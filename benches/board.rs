//! The whole program on a made board: `cargo bench --bench board`. Frames in process, the start in a real terminal.
//! `TRADEWIND_BENCH_ROWS` sets the customers (default 100,000; channels about twice, interactions three times as many),
//! `TRADEWIND_BENCH_KEEP` names a folder whose boards are used again, `TRADEWIND_BENCH_ONLY` some of the parts: `start`,
//! `alive`, `frames`, `mirror`, `insight`, `reach`, `views`, `charts`.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tests/support/pty.rs"]
mod pty;
#[path = "board/views.rs"]
mod views;

use pty::Window;
use ratatui::{Terminal, backend::TestBackend};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};
use tradewind::app::{App, Board, Effect, Msg, Opening, Settings};
use tradewind::command::Chord;
use tradewind::domain::{Edit, Now, view::ViewQuery};
use tradewind::reference::{self, Lang};
use tradewind::runtime::{clock::Clock, insight};
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
    let made = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("TRADEWIND_BENCH_KEEP").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or(made.path());
    let only = std::env::var("TRADEWIND_BENCH_ONLY").ok();
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only.split(',').any(|it| it == part));
    let now = Clock::new("Asia/Shanghai", Some("2026-11-22T02:14:00Z".parse().unwrap())).now();
    let small = board(folder, 1_000, &now);
    let large = board(folder, rows, &now);
    println!("{rows} customers, file {} MB", std::fs::metadata(&large).unwrap().len() / 1_000_000);
    if wanted("start") {
        start(&small, 1_000);
        start(&large, rows);
    }
    if wanted("alive") {
        alive(&large);
    }
    if wanted("mirror") {
        mirror(&large, &now);
    }
    if wanted("insight") {
        insights(&large, &now);
    }
    if wanted("frames") {
        frames(&large, &now);
    }
    if wanted("reach") {
        reach(&large, &now);
    }
    if wanted("views") {
        views::views(&large, &now);
    }
    if wanted("charts") {
        views::charts(&small, 1_000, &now);
        views::charts(&large, rows, &now);
    }
}

/// What the mirror of the file costs in this process.
fn mirror(file: &Path, now: &Now) {
    let resident = || {
        let pages = std::fs::read_to_string("/proc/self/statm").unwrap();
        pages.split(' ').nth(1).unwrap().parse::<f64>().unwrap() * 4096.0 / 1e6
    };
    let store = Store::open(file, now).unwrap();
    let (before, begun) = (resident(), Instant::now());
    let mut board = Board::new(Settings::default().rules, now);
    store.bundles(&mut |bundle| board.put(bundle)).unwrap();
    println!(
        "mirror: {:.0} MB more resident, of them {:.1} MB search keys; loaded in {:.0} ms",
        resident() - before,
        board.index().bytes() as f64 / 1e6,
        ms(begun.elapsed())
    );
}

fn board(folder: &Path, rows: usize, now: &Now) -> PathBuf {
    let file = folder.join(format!("board-{rows}.db"));
    if file.exists() {
        return file;
    }
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
    // What is told of every customer is worked out first.
    let begun = Instant::now();
    loop {
        let before = ticks(window.pid());
        std::thread::sleep(Duration::from_secs(1));
        if ticks(window.pid()) - before < 2 {
            break;
        }
    }
    println!("calm {:.0} s after the board was loaded", begun.elapsed().as_secs_f64());
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
    /// Of the last key: on the disk, and ranking.
    disk: Duration,
    ranking: Duration,
}

/// The whole of one key, and its parts.
#[derive(Clone, Copy)]
struct Took {
    all: Duration,
    disk: Duration,
    ranking: Duration,
    draw: Duration,
}

impl Desk {
    fn open(file: &Path, now: &Now) -> Self {
        let store = Store::open(file, now).unwrap();
        let settings = Settings { theme: "dark".into(), ..Settings::default() };
        let app = App::new(settings, Lang::En, (200, 60), now.clone());
        let screen = Terminal::new(TestBackend::new(200, 60)).unwrap();
        let mut desk = Self {
            app,
            store,
            now: now.clone(),
            ranker: Ranker::new(),
            screen,
            disk: Duration::ZERO,
            ranking: Duration::ZERO,
        };
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
        let effects = self.app.update(msg, self.now.clone());
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let now = self.now.clone();
            let begun = Instant::now();
            match effect {
                Effect::Commit(edit) => {
                    let changes = self.store.commit(&edit, &now).unwrap();
                    self.disk += begun.elapsed();
                    self.send(Msg::Changed(Box::new(changes)));
                }
                Effect::Undo => {
                    let changes = self.store.undo(&now).unwrap();
                    self.disk += begun.elapsed();
                    self.send(Msg::Changed(Box::new(changes)));
                }
                Effect::Load(id) => {
                    let detail = self.store.detail(id, 200).unwrap();
                    self.disk += begun.elapsed();
                    self.send(Msg::Detail(id, Box::new(detail)));
                }
                Effect::Rank { generation, query } => {
                    let index = self.app.board.index().clone();
                    let ranking = self.ranker.rank(&index, &query, None, &AtomicBool::new(false)).unwrap();
                    self.ranking += begun.elapsed();
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

    /// The clock goes on by a minute.
    fn minute(&mut self) -> Took {
        self.now.instant += chrono::Duration::minutes(1);
        let begun = Instant::now();
        self.send(Msg::Tick);
        let drawing = Instant::now();
        self.draw();
        Took { all: begun.elapsed(), disk: Duration::ZERO, ranking: Duration::ZERO, draw: drawing.elapsed() }
    }

    /// Another view or order, as its key brings it.
    fn show(&mut self, query: &ViewQuery) -> Took {
        (self.disk, self.ranking) = (Duration::ZERO, Duration::ZERO);
        let begun = Instant::now();
        let effects = self.app.take_query(query.clone(), None);
        self.perform(effects);
        let drawing = Instant::now();
        self.draw();
        Took { all: begun.elapsed(), disk: self.disk, ranking: self.ranking, draw: drawing.elapsed() }
    }

    fn key(&mut self, chord: Chord) -> Took {
        (self.disk, self.ranking) = (Duration::ZERO, Duration::ZERO);
        let begun = Instant::now();
        self.send(Msg::Key(chord));
        let drawing = Instant::now();
        self.draw();
        Took { all: begun.elapsed(), disk: self.disk, ranking: self.ranking, draw: drawing.elapsed() }
    }
}

fn frames(file: &Path, now: &Now) {
    // The program does this beside the opening of the file.
    reference::zones::warm();
    reference::phones::warm();
    let mut desk = Desk::open(file, now);
    let mut keystrokes = Vec::new();
    let mut slowest: BTreeMap<&str, Took> = BTreeMap::new();
    for _ in 0..20 {
        for query in ["muller", "gmbh", "yiwu", "0151 23", "al mulla trading"] {
            desk.key(Chord::char('/'));
            for (at, c) in query.char_indices() {
                let took = desk.key(Chord::char(c));
                let worst = slowest.entry(&query[..=at]).or_insert(took);
                if took.all > worst.all {
                    *worst = took;
                }
                keystrokes.push(took);
            }
            desk.key(Chord::plain(tradewind::command::Key::Esc));
        }
    }
    report("search keystroke, engine and draw", &keystrokes);
    let mut slowest: Vec<(&str, Took)> = slowest.into_iter().collect();
    slowest.sort_by_key(|(_, took)| std::cmp::Reverse(took.all));
    for (typed, took) in &slowest[..5] {
        println!("    {typed:?}: {:.2} ms, ranking {:.2}, draw {:.2}", ms(took.all), ms(took.ranking), ms(took.draw));
    }
    desk.key(Chord::char('g'));
    desk.key(Chord::char('e'));
    report("cursor down and draw", &(0..200).map(|_| desk.key(Chord::char('j'))).collect::<Vec<_>>());
    let tiers: Vec<Took> = (0..40).map(|at| desk.key(Chord::char(if at % 2 == 0 { 'a' } else { 'b' }))).collect();
    report("tier, durable commit and draw", &tiers);
    let drawn = (0..50).map(|_| {
        let begun = Instant::now();
        desk.draw();
        let draw = begun.elapsed();
        Took { all: draw, disk: Duration::ZERO, ranking: Duration::ZERO, draw }
    });
    report("draw alone, 200 by 60", &drawn.collect::<Vec<_>>());
}

/// Who can be reached, of a whole board: the view by its key, and a minute passing in it.
fn reach(file: &Path, now: &Now) {
    reference::zones::warm();
    let mut desk = Desk::open(file, now);
    let reachable = |desk: &mut Desk| {
        desk.key(Chord::char('g'));
        desk.key(Chord::char('e'));
        desk.key(Chord::char('g'));
        desk.key(Chord::char('r'))
    };
    // A Monday afternoon in Shanghai: Europe is at work.
    desk.now = Clock::new("Asia/Shanghai", Some("2026-11-23T08:30:00Z".parse().unwrap())).now();
    desk.send(Msg::Tick);
    report("the reachable view and draw", &(0..40).map(|_| reachable(&mut desk)).collect::<Vec<_>>());
    println!("    {} customers in it", desk.app.list.rows.len());
    report("a minute passes in it, and draw", &(0..40).map(|_| desk.minute()).collect::<Vec<_>>());
}

fn report(what: &str, took: &[Took]) {
    let at = |part: usize, of: &dyn Fn(&Took) -> Duration| {
        let mut times: Vec<Duration> = took.iter().map(of).collect();
        times.sort_unstable();
        times[(times.len() * part / 100).min(times.len() - 1)]
    };
    let all = |it: &Took| it.all;
    println!(
        "{what}: p50 {:.2} ms, p99 {:.2} ms, worst {:.2} ms; p99 is {:.2} of a frame",
        ms(at(50, &all)),
        ms(at(99, &all)),
        ms(at(100, &all)),
        at(99, &all).as_secs_f64() / FRAME.as_secs_f64()
    );
    let part = |name: &str, of: &dyn Fn(&Took) -> Duration| {
        println!(
            "    {name}: p50 {:.2} ms, p99 {:.2} ms, worst {:.2} ms",
            ms(at(50, of)),
            ms(at(99, of)),
            ms(at(100, of))
        );
    };
    part("ranking", &|it| it.ranking);
    part("disk", &|it| it.disk);
    part("draw", &|it| it.draw);
    part("the rest of the app", &|it| it.all.saturating_sub(it.ranking + it.disk + it.draw));
}

/// What is told of every customer: the whole board once, a few after a change, and what the screen pays for it.
fn insights(file: &Path, now: &Now) {
    reference::zones::warm();
    reference::phones::warm();
    let rules = insight::Rules { fit: Settings::default().fit, windows: Default::default(), lang: Lang::En };
    let store = Store::open_read_only(file).unwrap();
    let (mut found, begun) = (Vec::new(), Instant::now());
    let met = insight::all(&store, &rules, now, &mut |id, insight| found.push((id, insight))).unwrap();
    let took = begun.elapsed();
    println!("insight: {} customers told of in {:.1} s, beside the screen", found.len(), took.as_secs_f64());
    let one = |at: usize| {
        let begun = Instant::now();
        insight::one(&store, found[at * 37 % found.len()].0, &rules, &met, now).unwrap();
        Took { all: begun.elapsed(), disk: Duration::ZERO, ranking: Duration::ZERO, draw: Duration::ZERO }
    };
    report("one customer told of, whole", &(0..500).map(one).collect::<Vec<_>>());
    let mut desk = Desk::open(file, now);
    let begun = Instant::now();
    for (at, piece) in found.chunks(4_000).enumerate() {
        let piece = Msg::Insights { found: piece.to_vec(), whole: (at + 1) * 4_000 >= found.len() };
        desk.send(piece);
    }
    println!("    taken in by the board: {:.1} ms in {} pieces", ms(begun.elapsed()), found.len().div_ceil(4_000));
    let waiting = (0..30).map(|at| {
        desk.key(Chord::char('g'));
        desk.key(Chord::char(if at % 2 == 0 { 'w' } else { 'e' }))
    });
    report("to the waiting, worst first, or to all, and draw", &waiting.collect::<Vec<_>>());
    desk.key(Chord::char('g'));
    desk.key(Chord::char('w'));
    report("cursor down among the waiting", &(0..100).map(|_| desk.key(Chord::char('j'))).collect::<Vec<_>>());
    let told = (0..100).map(|at| {
        let begun = Instant::now();
        let (id, mut insight) = found[at * 37 % found.len()];
        insight.reason = tradewind::domain::silence::Reason::Bounced;
        desk.send(Msg::Insights { found: vec![(id, insight)], whole: false });
        desk.draw();
        Took { all: begun.elapsed(), disk: Duration::ZERO, ranking: Duration::ZERO, draw: Duration::ZERO }
    });
    report("one customer told anew in the order of the waiting", &told.collect::<Vec<_>>());
}
