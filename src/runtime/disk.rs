//! The disk thread: it owns the one connection, and does one thing after the other.

use super::{Event, Start, clock::Clock, scratch::Scratch};
use crate::app::{Board, Msg, Opening};
use crate::demo;
use crate::domain::{Changes, CustomerId, Edit, Now, OpId, rules::Rules};
use crate::store::{Store, StoreError, backup};
use anyhow::{Context, Result};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How often another window's changes are looked for: one header read.
const LOOK: Duration = Duration::from_secs(1);
/// More changes than this are not told one by one.
const CHANGES: usize = 20_000;
/// Customers on the first page: more than a tall terminal shows.
const PAGE: usize = 100;
/// Lines of a card's timeline, steps of the history, rows of a step that are read.
const TIMELINE: usize = 200;
const STEPS: usize = 500;
const ROWS: usize = 200;
/// The made-up board of the welcome.
const DEMO: (usize, u64) = (120, 7);

/// Work for the disk.
#[derive(Debug)]
pub enum Ask {
    Commit(Box<Edit>),
    Undo,
    Redo,
    Detail(CustomerId),
    History(Option<CustomerId>),
    Step(OpId),
    /// Who of these has heard enough.
    Weary(Vec<CustomerId>),
    /// The whole board.
    Board,
    /// A throw-away board instead of the file.
    Demo,
}

/// The thread's letter box.
pub struct Disk {
    asks: Option<Sender<Ask>>,
    interrupt: Arc<AtomicBool>,
    path: Arc<Mutex<PathBuf>>,
    thread: Option<JoinHandle<()>>,
}

impl Disk {
    /// Hands over work. The thread ends only with the program, or says that it is broken.
    pub fn ask(&self, ask: Ask) {
        if let Some(asks) = &self.asks {
            drop(asks.send(ask));
        }
    }

    /// Breaks off an import under way.
    pub fn interrupt(&self) {
        self.interrupt.store(true, Ordering::SeqCst);
    }

    /// The file in use.
    pub fn path(&self) -> PathBuf {
        self.path.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends the thread after what it was asked for: nothing acknowledged or asked is lost.
    pub fn close(&mut self) {
        self.asks = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// Starts the thread; the file is opened there.
pub fn spawn(start: &Start, events: Sender<Event>) -> Result<Disk> {
    let (asks, inbox) = channel();
    let interrupt = Arc::new(AtomicBool::new(false));
    let path = Arc::new(Mutex::new(start.db.clone()));
    let mut worker = Worker {
        store: None,
        scratch: None,
        events,
        clock: start.clock.clone(),
        rules: start.settings.rules.clone(),
        plans: start.settings.plans,
        unplanned: 0,
        interrupt: Arc::clone(&interrupt),
        path: Arc::clone(&path),
        keep: start.keep,
        give_back_memory: start.give_back_memory,
    };
    let (db, made_up) = (start.db.clone(), start.demo);
    let work = move || {
        let opened = match made_up {
            Some(made_up) => worker.open_demo(made_up),
            None => worker.open(&db, false),
        };
        match opened {
            Ok(()) => worker.work(&inbox),
            Err(error) => worker.send(Event::Broken(error)),
        }
    };
    let thread = thread::Builder::new().name("disk".into()).spawn(work).context("starting a thread")?;
    Ok(Disk { asks: Some(asks), interrupt, path, thread: Some(thread) })
}

struct Worker {
    store: Option<Store>,
    scratch: Option<Scratch>,
    events: Sender<Event>,
    clock: Clock,
    rules: Rules,
    /// Whether every customer is given a next follow-up.
    plans: bool,
    /// Customers that had none when the file was opened, at least.
    unplanned: usize,
    interrupt: Arc<AtomicBool>,
    path: Arc<Mutex<PathBuf>>,
    keep: backup::Keep,
    give_back_memory: fn(),
}

impl Worker {
    /// The loop is gone when nobody listens; the thread then ends by its closed letter box.
    fn send(&self, event: impl Into<Event>) {
        drop(self.events.send(event.into()));
    }

    fn planning(&self, store: Store) -> Store {
        if self.plans { store.planning(self.rules.clone()) } else { store }
    }

    fn open(&mut self, path: &Path, made_up: bool) -> Result<()> {
        let now = self.clock.now();
        let store = self.planning(Store::open(path, &now).map_err(said)?.keeping(self.keep));
        path.clone_into(&mut self.path.lock().unwrap_or_else(PoisonError::into_inner));
        let page = store.first_page(PAGE, &now).map_err(said)?;
        let planned: usize = page.tally.load.values().sum();
        self.unplanned = page.tally.tiers.iter().sum::<usize>().saturating_sub(planned);
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let opening = Opening {
            file: name,
            read_only: store.read_only(),
            demo: made_up,
            bundles: page.bundles,
            tally: page.tally,
            views: page.views,
        };
        self.store = Some(store);
        self.send(Msg::Opened(Box::new(opening)));
        Ok(())
    }

    fn open_demo(&mut self, (customers, seed): (usize, u64)) -> Result<()> {
        let now = self.clock.now();
        let scratch = Scratch::new(now.instant.timestamp_nanos_opt().unwrap_or_default().unsigned_abs().into())
            .context("making a temporary folder")?;
        let file = scratch.file();
        let mut store = self.planning(Store::open(&file, &now).map_err(said)?);
        for edit in demo::edits(customers, seed, &now) {
            store.commit(&edit, &now).map_err(said)?;
        }
        drop(store);
        self.store = None;
        self.scratch = Some(scratch);
        self.open(&file, true)
    }

    fn work(&mut self, inbox: &Receiver<Ask>) {
        loop {
            match inbox.recv_timeout(LOOK) {
                Ok(ask) => self.serve(ask),
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn serve(&mut self, ask: Ask) {
        let now = self.clock.now();
        match ask {
            Ask::Commit(edit) => self.commit(&edit, &now),
            Ask::Undo => self.change(|store| store.undo(&now)),
            Ask::Redo => self.change(|store| store.redo(&now)),
            Ask::Detail(id) => self.read(|store| Ok(Msg::Detail(id, Box::new(store.detail(id, TIMELINE)?)))),
            Ask::History(customer) => {
                self.read(|store| Ok(Msg::History { customer, ops: store.history(STEPS, None, customer)? }));
            }
            Ask::Step(op) => self.read(|store| Ok(Msg::Step { op, rows: store.op_changes(op, ROWS)? })),
            Ask::Weary(asked) => self.read(|store| {
                let weary = store.weary(&asked, self.rules.fatigue, &now)?;
                Ok(Msg::Weary { asked, weary })
            }),
            Ask::Board => {
                // After so many changes the board is read anew: then once, and not beside one that goes.
                if self.unplanned <= CHANGES || !self.bring_up_to_date(&now) {
                    self.load(&now);
                    self.bring_up_to_date(&now);
                }
            }
            Ask::Demo => match self.open_demo(DEMO) {
                Ok(()) => self.load(&now),
                Err(error) => self.send(Event::Broken(error)),
            },
        }
    }

    fn commit(&mut self, edit: &Edit, now: &Now) {
        let (events, interrupt) = (self.events.clone(), Arc::clone(&self.interrupt));
        interrupt.store(false, Ordering::SeqCst);
        let mut told = 0;
        let mut progress = move |done: usize, total: usize| {
            // A hundred steps of a bar are enough to see it move.
            if done == total || done >= told + total / 100 {
                told = done;
                drop(events.send(Msg::Progress { done, total }.into()));
            }
            if interrupt.load(Ordering::SeqCst) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        self.change(|store| store.commit_with(edit, now, &mut progress));
        self.daily_backup(now);
    }

    /// The first change of a day is followed by a copy, made by a thread of its own.
    fn daily_backup(&self, now: &Now) {
        let Some(store) = &self.store else { return };
        if self.scratch.is_some() || store.read_only() {
            return;
        }
        let Some(reason) = backup::due(store, now) else { return };
        let (path, now, keep, events) = (store.path().to_owned(), now.clone(), self.keep, self.events.clone());
        thread::spawn(move || {
            let made = Store::open_read_only(&path).and_then(|store| backup::take(&store.keeping(keep), reason, &now));
            if let Err(error) = made {
                drop(events.send(Msg::Told { say: error.say(), good: false }.into()));
            }
        });
    }

    fn change(&mut self, change: impl FnOnce(&mut Store) -> Result<Changes, StoreError>) {
        let Some(store) = &mut self.store else { return };
        match change(store) {
            Ok(changes) => self.tell(changes),
            Err(error) => self.send(Msg::Refused(error.say())),
        }
    }

    fn tell(&mut self, changes: Changes) {
        let reload = changes.reload;
        self.send(Msg::Changed(Box::new(changes)));
        if reload {
            let now = self.clock.now();
            self.load(&now);
        }
    }

    fn read(&self, read: impl FnOnce(&Store) -> Result<Msg, StoreError>) {
        let Some(store) = &self.store else { return };
        match read(store) {
            Ok(msg) => self.send(msg),
            Err(error) => self.send(Msg::Told { say: error.say(), good: false }),
        }
    }

    /// Brings the plan up to date: the file may be an older version's, or the rules new. Says whether the whole board was
    /// read for it.
    fn bring_up_to_date(&mut self, now: &Now) -> bool {
        let Some(store) = self.store.as_mut().filter(|store| self.plans && !store.read_only()) else { return false };
        match store.commit(&Edit::Rhythm, now) {
            Ok(changes) if changes.op.is_some() => {
                let whole = changes.reload;
                self.tell(changes);
                return whole;
            }
            Ok(_) => {}
            Err(error) => self.send(Msg::Refused(error.say())),
        }
        false
    }

    fn load(&self, now: &Now) {
        self.read(|store| {
            let mut board = Board::new(self.rules.clone(), now);
            store.bundles(&mut |bundle| board.put(bundle))?;
            board.set_views(store.views()?);
            Ok(Msg::Loaded(Box::new(board)))
        });
        (self.give_back_memory)();
    }

    fn look(&mut self) {
        let Some(store) = &mut self.store else { return };
        match store.poll() {
            Ok(Some(changes)) => self.tell(changes),
            Ok(None) => {}
            Err(error) => self.send(Msg::Told { say: error.say(), good: false }),
        }
    }
}

/// A store's error for the edge, which puts it into words.
fn said(error: StoreError) -> anyhow::Error {
    anyhow::Error::new(error)
}
