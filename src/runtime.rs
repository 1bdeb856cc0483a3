//! The terminal, the loop, the threads, the clock, the clipboard, signals.

pub mod clock;

pub(crate) mod clipboard;
mod disk;
mod input;
pub mod insight;
mod jobs;
pub mod mirror;
pub mod online;
pub(crate) mod paste;
mod rank;
mod scratch;
mod signals;
mod terminal;

use crate::app::{App, Effect, Msg, Settings};
use crate::domain::{Country, Say};
use crate::reference::{self, Lang};
use crate::store::backup::Keep;
use anyhow::{Context, Result};
use clock::Clock;
use disk::{Ask, Disk};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;
pub use terminal::Terminal;

/// What the board starts from.
#[derive(Clone, Debug)]
pub struct Start {
    pub db: PathBuf,
    /// A throw-away board of made-up customers (how many, seed) instead of the file.
    pub demo: Option<(usize, u64)>,
    pub settings: Settings,
    pub lang: Lang,
    pub clock: Clock,
    /// How many backups stay.
    pub keep: Keep,
    /// The exporter's own mail addresses and domains.
    pub own_addresses: Vec<String>,
    /// The exporter's own country.
    pub home: Option<Country>,
    /// Gives freed memory back to the system; called once the board is loaded.
    pub give_back_memory: fn(),
}

/// What wakes the loop.
#[derive(Debug)]
enum Event {
    Msg(Box<Msg>),
    /// Asked to stop for a while (`kill -TSTP`).
    Suspend,
    /// Back after a stop that could not be seen coming: the terminal has to be set up again.
    Resumed,
    /// No tool gave the clipboard: the terminal is asked. What is said when it says nothing.
    AskTerminal(Say),
    /// The terminal's clipboard; `None`: it could not be read.
    Clipboard(Option<String>),
    /// The terminal had time enough to answer that question.
    ClipboardLate(u64),
    /// A thread is gone that the board cannot do without.
    Broken(anyhow::Error),
}

impl From<Msg> for Event {
    fn from(msg: Msg) -> Self {
        Self::Msg(Box::new(msg))
    }
}

/// How long a first frame waits for the file before it says that it is being opened.
const PATIENCE: Duration = Duration::from_millis(150);

/// Runs the board until it is quit.
///
/// # Errors
/// When there is no terminal, or it goes away, or the file cannot be opened.
pub fn run(start: Start) -> Result<()> {
    let (events, inbox) = channel();
    // The first frame shows local times: their tables are read while the file is opened.
    thread::Builder::new().name("zones".into()).spawn(reference::zones::warm).context("starting a thread")?;
    let disk = disk::spawn(&start, events.clone())?;
    let rank = rank::spawn(events.clone())?;
    let (fit, windows) = (start.settings.fit.clone(), start.settings.rules.windows.clone());
    let rules = insight::Rules { fit, windows, lang: start.lang };
    let insights = insight::spawn(rules, start.give_back_memory, events.clone())?;
    signals::listen(events.clone())?;
    let mut terminal = Terminal::enter()?;
    let asked = clipboard::Asked::default();
    input::spawn(events.clone(), asked.waiting.clone())?;
    let size = terminal.size();
    let now = start.clock.now();
    let app = App::new(start.settings, start.lang, size, now);
    let jobs = jobs::Jobs::new(start.keep, start.own_addresses);
    let (clock, home) = (start.clock, start.home);
    let mut board = Loop { app, terminal, disk, rank, insights, events, clock, jobs, home, asked };
    let result = board.run(&inbox);
    board.terminal.leave();
    board.disk.close();
    result
}

/// The loop and what it hands work to.
struct Loop {
    app: App,
    terminal: Terminal,
    disk: Disk,
    rank: rank::Rank,
    insights: insight::Insights,
    events: Sender<Event>,
    clock: Clock,
    jobs: jobs::Jobs,
    home: Option<Country>,
    asked: clipboard::Asked,
}

/// Whether the loop goes on.
type Flow = std::ops::ControlFlow<()>;

impl Loop {
    fn run(&mut self, inbox: &Receiver<Event>) -> Result<()> {
        let mut loaded = false;
        let mut first = inbox.recv_timeout(PATIENCE);
        loop {
            let flow = match first {
                Ok(event) => self.drain(event, inbox)?,
                Err(RecvTimeoutError::Timeout) => {
                    let now = self.clock.now();
                    self.app.update(Msg::Tick, now);
                    Flow::Continue(())
                }
                Err(RecvTimeoutError::Disconnected) => anyhow::bail!("the program's threads have ended"),
            };
            if flow.is_break() {
                return Ok(());
            }
            self.terminal.draw(&self.app)?;
            // The whole board comes after the first frame, and never before it.
            if !loaded && self.app.phase != crate::app::Phase::Opening {
                loaded = true;
                self.disk.ask(Ask::Board);
                self.warm()?;
            }
            first = match self.patience() {
                Some(patience) => inbox.recv_timeout(patience),
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
        }
    }

    /// Until the screen changes by itself; a stopped clock never gets there.
    fn patience(&self) -> Option<Duration> {
        if self.clock.stopped() {
            return None;
        }
        let left = self.app.deadline() - self.clock.now().instant;
        Some(left.to_std().unwrap_or_default().max(Duration::from_millis(10)))
    }

    /// Takes in everything that waits, so that a burst is drawn once.
    fn drain(&mut self, first: Event, inbox: &Receiver<Event>) -> Result<Flow> {
        let mut next = Some(first);
        while let Some(event) = next {
            let msg = match event {
                Event::Msg(msg) => Some(*msg),
                Event::AskTerminal(failed) => {
                    self.asked.ask(failed, &mut self.terminal, &self.events)?;
                    None
                }
                Event::Clipboard(text) => self.asked.answered(text),
                Event::ClipboardLate(turn) => self.asked.late(turn),
                Event::Suspend => {
                    self.terminal.suspend()?;
                    None
                }
                Event::Resumed => {
                    self.terminal.restore()?;
                    None
                }
                Event::Broken(error) => return Err(error),
            };
            if let Some(msg) = msg
                && self.take(msg)?.is_break()
            {
                return Ok(Flow::Break(()));
            }
            next = inbox.try_recv().ok();
        }
        Ok(Flow::Continue(()))
    }

    fn take(&mut self, msg: Msg) -> Result<Flow> {
        // Two quick changes can end at the size they began with, and the terminal has lost cells meanwhile.
        if matches!(msg, Msg::Resize(..)) {
            self.terminal.redraw()?;
        }
        let now = self.clock.now();
        for effect in self.app.update(msg, now) {
            if self.perform(effect)?.is_break() {
                return Ok(Flow::Break(()));
            }
        }
        Ok(Flow::Continue(()))
    }

    /// Loads what the first frame can do without, so that the first number is as fast as the second.
    fn warm(&self) -> Result<()> {
        let events = self.events.clone();
        let warm = move || {
            reference::phones::warm();
            drop(events.send(Msg::Tick.into()));
        };
        thread::Builder::new().name("phones".into()).spawn(warm).context("starting a thread")?;
        Ok(())
    }

    /// Asks the network about a customer, in a thread of its own.
    fn ask_online(&self, id: crate::domain::CustomerId) -> Result<()> {
        let Some(bundle) = self.app.board.get(id).cloned() else { return Ok(()) };
        let events = self.events.clone();
        let look = move || {
            let found = online::look(&bundle, &online::Net::system());
            drop(events.send(Msg::Online { id, found }.into()));
        };
        thread::Builder::new().name("online".into()).spawn(look).context("starting a thread")?;
        Ok(())
    }

    fn ask_insight(&self, what: insight::What) {
        let (db, lang, now) = (self.disk.path(), self.app.lang, self.app.now.clone());
        self.insights.ask(insight::Ask { what, db, lang, now });
    }

    fn perform(&mut self, effect: Effect) -> Result<Flow> {
        match effect {
            Effect::Commit(edit) => self.disk.ask(Ask::Commit(edit)),
            Effect::Undo => self.disk.ask(Ask::Undo),
            Effect::Redo => self.disk.ask(Ask::Redo),
            Effect::Load(id) => self.disk.ask(Ask::Detail(id)),
            Effect::History { customer } => self.disk.ask(Ask::History(customer)),
            Effect::Step(op) => self.disk.ask(Ask::Step(op)),
            Effect::Weary(ids) => self.disk.ask(Ask::Weary(ids)),
            Effect::OpenDemo => self.disk.ask(Ask::Demo),
            Effect::Study(id) => self.ask_insight(insight::What::Study(id)),
            Effect::StudyAside(id) => self.ask_insight(insight::What::StudyAside(id)),
            Effect::Online(id) => self.ask_online(id)?,
            Effect::Tell(ids) => self.ask_insight(insight::What::Some(ids)),
            Effect::TellAll => self.ask_insight(insight::What::All),
            Effect::Rank { generation, query } => self.rank.ask(generation, query, self.app.board.index().clone()),
            Effect::Interrupt => {
                self.disk.interrupt();
                self.jobs.interrupt();
            }
            Effect::Preview(from) => self.jobs.preview(from, &self.disk.path(), &self.app, self.events.clone()),
            Effect::Export { path, customers } => {
                self.jobs.export(path, customers, &self.disk.path(), &self.app, self.events.clone());
            }
            Effect::Backup => self.jobs.backup(&self.disk.path(), self.clock.now(), self.events.clone()),
            Effect::ReckonRfm => self.jobs.rfm(&self.disk.path(), &self.app, self.events.clone()),
            Effect::ReckonDrift => self.jobs.drift(&self.disk.path(), &self.app, self.events.clone()),
            Effect::Copy(text) => clipboard::copy(&text, &mut self.terminal, &self.events)?,
            Effect::Open(link) => clipboard::open(link, self.events.clone()),
            Effect::ReadClipboard => clipboard::read(self.events.clone()),
            Effect::ReadPaste { generation, text } => {
                paste::read(generation, text, self.home, self.app.lang, self.events.clone());
            }
            Effect::Alike { generation, dossier } => {
                paste::alike(generation, dossier, self.disk.path(), self.events.clone());
            }
            Effect::Mirror => {
                let (db, settings, now) = (self.disk.path(), &self.app.settings, self.app.now.clone());
                let (stages, reckoning) = (settings.rules.funnel.clone(), settings.reckoning.clone());
                mirror::count(db, stages, reckoning, now, self.events.clone());
            }
            Effect::CountPipeline => {
                let (db, rules, now) = (self.disk.path(), &self.app.settings, self.app.now.clone());
                let (stages, rates) = (rules.rules.funnel.clone(), rules.reckoning.rates.clone());
                mirror::count_pipeline(db, stages, rates, now, self.events.clone());
            }
            Effect::Redraw => self.terminal.redraw()?,
            Effect::Suspend => self.terminal.suspend()?,
            Effect::Quit => return Ok(Flow::Break(())),
        }
        Ok(Flow::Continue(()))
    }
}
