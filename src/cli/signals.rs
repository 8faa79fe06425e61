//! Signals that ask muster to stop: Ctrl-C everywhere, SIGTERM and SIGHUP on Unix, Ctrl-Break and
//! a closed console on Windows.
//!
//! Must not know: what is stopped.

use crate::problem::{Code, Complaint};

/// The signals of this process, from now on.
pub(super) struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    hangup: tokio::signal::unix::Signal,
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
            hangup: signal(SignalKind::hangup())?,
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
            _ = self.hangup.recv() => {}
        }
    }
}
