//! Running the reading process: start it, wait for it no longer than it may take, and tell from how
//! it ended what is wrong with the workbook.
//!
//! Must not know: what it writes.

use std::fs::File;
use std::io::{self, Read as _, Seek as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::child::Errand;
use crate::problem::{Code, Complaint, both};

/// Why there are no rows.
#[derive(Debug)]
pub(super) enum Failure {
    /// There is no process that could read the workbook within limits.
    Unavailable,
    /// The workbook cannot be read.
    Refused(Complaint),
    /// The system does not give what is needed.
    System(io::Error),
}

/// The exit code of a process that could not write: `cli::exit::Exit::Disk`.
const DISK: i32 = 6;
/// How much of what the process says is kept.
const SAID: u64 = 4 * 1024;

/// The process, which does not outlive this value.
struct Reader(Child);

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Have `program` do the errand; the file that it wrote.
pub(super) fn run(program: &Path, errand: &Errand) -> Result<File, Failure> {
    let rows = tempfile::tempfile().map_err(Failure::System)?;
    let mut said = tempfile::tempfile().map_err(Failure::System)?;
    let to_rows = rows.try_clone().map_err(Failure::System)?;
    let to_said = said.try_clone().map_err(Failure::System)?;
    let spawned = Command::new(program)
        .args(errand.arguments())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(to_rows)
        .stderr(to_said)
        .spawn();
    let mut reader = match spawned {
        Ok(child) => Reader(child),
        Err(error) => {
            tracing::debug!(%error, "the reading process could not be started");
            return Err(Failure::Unavailable);
        }
    };
    // Processor time is limited; this is for a process that sleeps, not for a busy machine.
    let patience = Duration::from_secs(errand.seconds.saturating_mul(4).saturating_add(2));
    let status = wait(&mut reader.0, patience).map_err(Failure::System)?;
    let mut words = String::new();
    if said.rewind().is_ok() {
        let mut bytes = Vec::new();
        let _ = said.take(SAID).read_to_end(&mut bytes);
        words = String::from_utf8_lossy(&bytes).into_owned();
    }
    match status {
        Some(status) if status.success() => Ok(rows),
        Some(status) => {
            tracing::debug!(%status, "the reading process failed");
            Err(failure(status, &words, errand))
        }
        None => Err(too_slow(errand)),
    }
}

/// Wait for the end; none if it does not come.
fn wait(child: &mut Child, patience: Duration) -> io::Result<Option<ExitStatus>> {
    let begun = Instant::now();
    let mut pause = Duration::from_micros(500);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if begun.elapsed() > patience {
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

fn too_slow(errand: &Errand) -> Failure {
    let seconds = errand.seconds.to_string();
    Failure::Refused(Complaint::with(Code::WorkbookTooSlow, [seconds]))
}

/// What it means that the process ended so.
#[cfg(unix)]
fn failure(status: ExitStatus, words: &str, errand: &Errand) -> Failure {
    use super::damaged;
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt as _;

    let mib = |bytes: u64| format!("{} MiB", bytes >> 20);
    let hungry = Complaint::with(Code::WorkbookTooHeavy, [mib(errand.memory)]);
    let Some(signal) = status.signal() else {
        return if status.code() == Some(DISK) {
            Failure::System(io::ErrorKind::StorageFull.into())
        } else {
            Failure::Unavailable
        };
    };
    let is = |known: Signal| known.as_raw() == signal;
    if is(Signal::XCPU) {
        return too_slow(errand);
    }
    Failure::Refused(if is(Signal::XFSZ) {
        Complaint::with(Code::WorkbookOversized, [String::new(), mib(errand.output)])
    } else if is(Signal::KILL) || is(Signal::ABORT) && words.contains("memory allocation") {
        hungry
    } else if [Signal::ABORT, Signal::SEGV, Signal::BUS, Signal::ILL].into_iter().any(is) {
        damaged("parser")
    } else {
        let ended =
            both(&format!("读取被信号 {signal} 中断"), &format!("signal {signal} ended it"));
        Complaint::with(Code::FileUnreadable, [ended])
    })
}

#[cfg(not(unix))]
fn failure(_status: ExitStatus, _words: &str, _errand: &Errand) -> Failure {
    Failure::Unavailable
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;

    use super::super::ForeignKind;
    use super::*;

    fn errand() -> Errand {
        Errand {
            kind: ForeignKind::Xls,
            path: "a.xls".into(),
            memory: 1 << 30,
            seconds: 3,
            output: 1 << 20,
        }
    }

    #[test]
    fn how_it_ended_says_what_is_wrong() {
        let code = |status: i32, words: &str| match failure(
            ExitStatus::from_raw(status),
            words,
            &errand(),
        ) {
            Failure::Refused(complaint) => Some((complaint.code, complaint.values().join(" "))),
            Failure::Unavailable | Failure::System(_) => None,
        };
        let said = |code: Code, words: &str| Some((code, words.to_owned()));
        let aborted = "memory allocation of 549755813888 bytes failed";
        assert_eq!(code(6, aborted), said(Code::WorkbookTooHeavy, "1024 MiB"));
        assert_eq!(code(9, ""), said(Code::WorkbookTooHeavy, "1024 MiB"));
        assert_eq!(code(6, "stack overflow"), said(Code::WorkbookDamaged, "parser"));
        assert_eq!(code(11, ""), said(Code::WorkbookDamaged, "parser"));
        assert_eq!(code(24, ""), said(Code::WorkbookTooSlow, "3"));
        assert_eq!(code(25, ""), said(Code::WorkbookOversized, " 1 MiB"));
        assert_eq!(code(15, "").map(|(code, _)| code), Some(Code::FileUnreadable));
        assert_eq!(code(1 << 8, ""), None, "it could not limit itself");
        let full = failure(ExitStatus::from_raw(DISK << 8), "", &errand());
        assert!(matches!(full, Failure::System(_)));
    }

    #[test]
    fn a_program_that_is_not_there_is_none() {
        let outcome = run(Path::new("/nowhere/muster"), &errand());
        assert!(matches!(outcome, Err(Failure::Unavailable)));
    }
}
