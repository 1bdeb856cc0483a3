//! Signals: an end leaves a usable terminal, a stop too.

use super::Event;
use anyhow::Result;
use std::sync::mpsc::Sender;

/// Listens for SIGTERM, SIGHUP, SIGINT (end), SIGTSTP (stop) and SIGCONT (back).
#[cfg(unix)]
pub fn listen(events: Sender<Event>) -> Result<()> {
    use crate::app::Msg;
    use anyhow::Context;
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]).context("listening for signals")?;
    let listen = move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Suspend,
                SIGCONT => Event::Resumed,
                _ => Msg::Stop.into(),
            };
            if events.send(event).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new().name("signals".into()).spawn(listen).context("starting a thread")?;
    Ok(())
}

/// Nothing to listen for.
#[cfg(not(unix))]
pub fn listen(_events: Sender<Event>) -> Result<()> {
    Ok(())
}
