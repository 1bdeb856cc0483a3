//! What the process asks of the system before anything else.

/// Files made from here on are their owner's alone, and a file-size limit is an error to report, not a death.
#[cfg(unix)]
#[allow(unsafe_code)]
pub fn prepare() {
    // SAFETY: both calls are async-signal-safe, take plain numbers and touch no memory of ours; no other thread runs yet
    // that could make a file or set a signal in between.
    unsafe {
        libc::umask(0o077);
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
    }
}

/// Nothing to ask.
#[cfg(not(unix))]
pub fn prepare() {}
