//! Signals that ask muster to stop: Ctrl-C everywhere, SIGTERM and SIGHUP on Unix (not under
//! `nohup`), Ctrl-Break and a closed console on Windows.
//!
//! Must not know: what is stopped.

use crate::problem::{Code, Complaint};

/// The signals of this process, from now on.
pub(super) struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    /// None where the process was started to outlive its terminal (`nohup`).
    #[cfg(unix)]
    hangup: Option<tokio::signal::unix::Signal>,
    #[cfg(windows)]
    interrupt: tokio::signal::windows::CtrlC,
    #[cfg(windows)]
    terminate: tokio::signal::windows::CtrlBreak,
    #[cfg(windows)]
    hangup: tokio::signal::windows::CtrlClose,
}

impl Signals {
    /// Begin to listen. From here on a signal no longer ends the process by itself.
    ///
    /// # Errors
    /// The system refuses.
    pub(super) fn listen() -> Result<Self, Complaint> {
        Self::open().map_err(|error| Complaint::with(Code::Internal, [format!("signals: {error}")]))
    }

    #[cfg(unix)]
    fn open() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hangup: (!is_hangup_ignored()).then(|| signal(SignalKind::hangup())).transpose()?,
        })
    }

    #[cfg(windows)]
    fn open() -> std::io::Result<Self> {
        use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close};
        Ok(Self { interrupt: ctrl_c()?, terminate: ctrl_break()?, hangup: ctrl_close()? })
    }

    /// Wait for the next one.
    pub(super) async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
            () = hung_up(&mut self.hangup) => {}
        }
    }
}

#[cfg(unix)]
async fn hung_up(hangup: &mut Option<tokio::signal::unix::Signal>) {
    match hangup {
        Some(hangup) => drop(hangup.recv().await),
        None => std::future::pending().await,
    }
}

#[cfg(windows)]
async fn hung_up(hangup: &mut tokio::signal::windows::CtrlClose) {
    drop(hangup.recv().await);
}

/// Whether the process was started with SIGHUP ignored; elsewhere than on Linux nobody can be asked.
#[cfg(unix)]
fn is_hangup_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .is_some_and(|mask| mask & 1 == 1)
}
