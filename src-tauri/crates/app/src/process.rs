//! What a process that writes files does before it begins.

/// Makes a write beyond the limit on the size of files fail, so that it is told as a full disk; without this the system
/// ends the program in the middle of it.
pub fn settle() {
    #[cfg(unix)]
    {
        // The flag is of no interest. Where the signal cannot be taken everything else still works.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
    }
}
