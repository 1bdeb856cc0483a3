//! The ranking thread: the latest query wins.

use super::Event;
use crate::app::Msg;
use crate::search::{Index, Ranker};
use anyhow::{Context, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// The thread's letter box.
pub struct Rank {
    asks: Sender<Ask>,
    /// Raised when a newer query comes: the one under way gives up.
    stop: Arc<AtomicBool>,
}

struct Ask {
    generation: u64,
    query: String,
    index: Index,
    stop: Arc<AtomicBool>,
}

/// Starts the thread.
pub fn spawn(events: Sender<Event>) -> Result<Rank> {
    let (asks, inbox) = channel::<Ask>();
    let rank = move || {
        let mut ranker = Ranker::new();
        while let Ok(mut ask) = inbox.recv() {
            while let Ok(newer) = inbox.try_recv() {
                ask = newer;
            }
            let Some(ranking) = ranker.rank_or_near(&ask.index, &ask.query, &ask.stop) else { continue };
            let answer = Msg::Ranked { generation: ask.generation, ranking };
            if events.send(answer.into()).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("rank".into()).spawn(rank).context("starting a thread")?;
    Ok(Rank { asks, stop: Arc::default() })
}

impl Rank {
    /// Asks for a ranking; what was asked before is given up.
    pub fn ask(&mut self, generation: u64, query: String, index: Index) {
        self.stop.store(true, Ordering::Relaxed);
        self.stop = Arc::default();
        let ask = Ask { generation, query, index, stop: Arc::clone(&self.stop) };
        // The thread ends only with the program: nobody waits for the answer then.
        drop(self.asks.send(ask));
    }
}
