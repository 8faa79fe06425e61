//! Signals that ask muster to stop: Ctrl-C everywhere, SIGTERM and SIGHUP on Unix (not under
//! `nohup`), Ctrl-Break and a closed console on Windows.
//!
//! As long as nobody listens, a signal ends the process as it would by itself, but not before its
//! temporary data are removed.
//!
//! Must not know: what is stopped.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::disk::leftovers;
use crate::problem::{Code, Complaint};

/// Somebody listens, and ends the process when it is time.
static HEARD: AtomicBool = AtomicBool::new(false);

/// What came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// Ctrl-C.
    Interrupt,
    /// SIGTERM, or Ctrl-Break.
    Terminate,
    /// The terminal is gone.
    Hangup,
}

impl Signal {
    /// The code that a shell gives a process which that signal ended.
    const fn code(self) -> i32 {
        match self {
            Self::Terminate if cfg!(unix) => 143,
            Self::Hangup if cfg!(unix) => 129,
            Self::Interrupt | Self::Terminate | Self::Hangup => 130,
        }
    }
}

/// From now on a signal that nobody listens to removes this process's temporary data before it ends
/// the process. Reading and checking are synchronous, so a thread of its own waits for it.
///
/// Where the system refuses, the next start removes what is left.
pub(super) fn clean_up() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    let Ok(runtime) = runtime else { return };
    let opened = {
        let _guard = runtime.enter();
        Signals::open()
    };
    let Ok(mut signals) = opened else { return };
    let wait = async move {
        loop {
            let signal = signals.next().await;
            if !HEARD.load(Ordering::SeqCst) {
                return signal;
            }
        }
    };
    let spawned = std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let signal = runtime.block_on(wait);
        leftovers::remove_all();
        end(signal);
    });
    drop(spawned);
}

#[expect(clippy::disallowed_methods, clippy::exit, reason = "what the signal would do by itself")]
fn end(signal: Signal) -> ! {
    std::process::exit(signal.code())
}

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
        let opened = Self::open()
            .map_err(|error| Complaint::with(Code::Internal, [format!("signals: {error}")]))?;
        HEARD.store(true, Ordering::SeqCst);
        Ok(opened)
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
    pub(super) async fn next(&mut self) -> Signal {
        tokio::select! {
            _ = self.interrupt.recv() => Signal::Interrupt,
            _ = self.terminate.recv() => Signal::Terminate,
            () = hung_up(&mut self.hangup) => Signal::Hangup,
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
