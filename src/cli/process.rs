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

/// Gives memory that was freed back to the system: glibc keeps what a large load leaves between living rows.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code)]
pub fn give_back_memory() {
    // SAFETY: takes a plain number, and glibc locks its own arenas.
    unsafe {
        libc::malloc_trim(0);
    }
}

/// The system's allocator sees to it.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn give_back_memory() {}
