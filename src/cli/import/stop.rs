//! Ctrl-C while rows are written: everything is taken back, and it is said. A second one ends at once.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

pub struct Stop(Arc<AtomicBool>);

impl Stop {
    #[cfg(unix)]
    pub fn listen() -> Self {
        use signal_hook::{consts::SIGINT, flag};
        let raised = Arc::new(AtomicBool::new(false));
        // Where a signal cannot be heard, it ends the program as ever: the transaction is rolled back all the same.
        let heard = flag::register_conditional_default(SIGINT, Arc::clone(&raised));
        heard.and_then(|_| flag::register(SIGINT, Arc::clone(&raised))).map(drop).unwrap_or_default();
        Self(raised)
    }

    #[cfg(not(unix))]
    pub fn listen() -> Self {
        Self(Arc::default())
    }

    pub fn flow(&self) -> ControlFlow<()> {
        if self.0.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
