//! A command run to its end, or to the moment that is measured: its time on the wall and the highest
//! memory that it held.
//!
//! Must not know: what is run.

use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Outcome;

/// How often the memory is looked at, and the moment waited for.
const LOOK: Duration = Duration::from_millis(1);

/// What a command took.
pub(crate) struct Took {
    /// Seconds on the wall.
    pub(crate) seconds: f64,
    /// The highest memory in KiB, where the system tells.
    pub(crate) peak_kib: Option<u32>,
    /// What it printed.
    pub(crate) said: String,
}

/// Run a command that may end with these codes.
pub(crate) fn run(command: &mut Command, codes: &[i32]) -> Outcome<Took> {
    let mut streams = Streams::of(command)?;
    let began = Instant::now();
    let mut child = command.spawn()?;
    let watch = Watch::of(&child);
    let status = child.wait()?;
    let seconds = began.elapsed().as_secs_f64();
    let peak_kib = watch.end();
    let (said, talk) = streams.read()?;
    if status.code().is_none_or(|code| !codes.contains(&code)) {
        return Err(format!("{command:?} ended with {status}:\n{said}\n{talk}").into());
    }
    Ok(Took { seconds, peak_kib, said })
}

/// Run a command until it asks `listener` something or has made `folder`, then kill it.
pub(crate) fn until(command: &mut Command, listener: &TcpListener, folder: &Path) -> Outcome<Took> {
    // Those of a command that was killed before.
    while listener.accept().is_ok() {}
    let mut streams = Streams::of(command)?;
    let began = Instant::now();
    let mut child = command.spawn()?;
    let watch = Watch::of(&child);
    let mut ended = None;
    while ended.is_none() && listener.accept().is_err() && !folder.exists() {
        std::thread::sleep(LOOK);
        ended = child.try_wait()?;
    }
    let seconds = began.elapsed().as_secs_f64();
    let peak_kib = watch.end();
    child.kill()?;
    child.wait()?;
    if let Some(status) = ended {
        let (said, talk) = streams.read()?;
        return Err(format!("{command:?} ended with {status}:\n{said}\n{talk}").into());
    }
    Ok(Took { seconds, peak_kib, said: String::new() })
}

/// What a command prints, in files, so that it never waits for a reader.
struct Streams(File, File);

impl Streams {
    fn of(command: &mut Command) -> Outcome<Self> {
        let (out, talk) = (tempfile::tempfile()?, tempfile::tempfile()?);
        command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(talk.try_clone()?);
        Ok(Self(out, talk))
    }

    fn read(&mut self) -> Outcome<(String, String)> {
        let mut texts = [String::new(), String::new()];
        for (file, text) in [&mut self.0, &mut self.1].into_iter().zip(&mut texts) {
            file.rewind()?;
            file.read_to_string(text)?;
        }
        Ok(texts.into())
    }
}

/// Looks at a process's memory while it runs. The system keeps the highest itself, so that what is
/// missed is what grew within the last look alone.
struct Watch {
    over: Arc<AtomicBool>,
    peak: Arc<AtomicU32>,
    thread: JoinHandle<()>,
}

impl Watch {
    fn of(child: &Child) -> Self {
        let path = format!("/proc/{}/status", child.id());
        let (over, peak) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
        let (ends, highest) = (Arc::clone(&over), Arc::clone(&peak));
        let thread = std::thread::spawn(move || {
            while !ends.load(Ordering::Relaxed) {
                let status = std::fs::read_to_string(&path).unwrap_or_default();
                let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
                let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
                highest.fetch_max(kib.unwrap_or(0), Ordering::Relaxed);
                std::thread::sleep(LOOK);
            }
        });
        Self { over, peak, thread }
    }

    fn end(self) -> Option<u32> {
        self.over.store(true, Ordering::Relaxed);
        // It only reads: there is nothing in it that could panic.
        drop(self.thread.join());
        Some(self.peak.load(Ordering::Relaxed)).filter(|kib| *kib > 0)
    }
}
