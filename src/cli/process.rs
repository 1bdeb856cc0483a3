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

/// Has glibc give large blocks back when they are freed. It takes what was freed once for what is wanted again and keeps
/// up to 64 MB of it between living rows; a board is loaded once.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code)]
pub fn keep_little_memory() {
    // SAFETY: takes plain numbers, before another thread runs.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, 256 << 10);
        libc::mallopt(libc::M_TRIM_THRESHOLD, 1 << 20);
    }
}

/// The system's allocator sees to it.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn keep_little_memory() {}

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
