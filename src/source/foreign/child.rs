//! The reading process: limits itself, reads one workbook, writes its rows to standard output, and
//! ends when its caller does.
//!
//! Must not know: who asked, and what becomes of the rows.

use std::ffi::OsString;
use std::io::{self, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};

use super::super::contain::contained;
use super::super::guard::Limits;
use super::halt::Halt;
use super::spool::Spooler;
use super::{ForeignKind, limits, sheets, xlsb};

/// What the reading process has to do.
#[derive(Clone, Debug)]
pub struct Errand {
    /// What the file is.
    pub kind: ForeignKind,
    /// Where it is.
    pub path: PathBuf,
    /// Bytes of address space that the process may use.
    pub memory: u64,
    /// Seconds of processor time that it may use.
    pub seconds: u64,
    /// Bytes that it may write.
    pub output: u64,
}

/// Why the reading process could not do it, the workbook aside.
#[derive(Debug, thiserror::Error)]
pub enum Unable {
    /// It cannot be limited on this system.
    #[error("this process cannot limit its own memory and time")]
    Unlimited,
    /// Its rows cannot be written.
    #[error("writing rows: {0}")]
    Output(#[from] io::Error),
}

impl Errand {
    /// To read a file of that size within these limits.
    pub(super) fn new(kind: ForeignKind, path: &Path, size: u64, limits: &Limits) -> Self {
        let each_mib = match kind {
            ForeignKind::Xls => 1,
            ForeignKind::Xlsb | ForeignKind::Ods => 5,
        };
        Self {
            kind,
            path: path.to_owned(),
            memory: limits.reader_memory,
            seconds: limits.reader_seconds.saturating_add((size >> 20) * each_mib),
            output: limits.reader_output,
        }
    }

    /// The arguments of the hidden command (`cli::args::ReadArgs`) that does it.
    pub(super) fn arguments(&self) -> Vec<OsString> {
        let words = ["__read".to_owned(), self.kind.name().to_owned()];
        let limits = [self.memory, self.seconds, self.output].map(|limit| limit.to_string());
        let words = words.into_iter().chain(limits).map(OsString::from);
        words.chain(["--".into(), self.path.clone().into()]).collect()
    }

    /// Do it. The process cannot do anything large afterwards.
    ///
    /// # Errors
    /// The process cannot be limited, or cannot write. What is wrong with the workbook is told in
    /// what it writes.
    pub fn run(&self) -> Result<(), Unable> {
        if !limits::impose(self.memory, self.seconds, self.output) {
            return Err(Unable::Unlimited);
        }
        end_with_the_caller();
        let mut spooler = Spooler::new(BufWriter::with_capacity(64 * 1024, output()?))?;
        let told = contained(|| match self.kind {
            ForeignKind::Xls => sheets::xls(&self.path, &mut spooler),
            ForeignKind::Ods => sheets::ods(&self.path, &mut spooler),
            ForeignKind::Xlsb => xlsb::xlsb(&self.path, &mut spooler),
        });
        match told {
            Ok(Ok(())) => {}
            Ok(Err(Halt::Output(error))) => return Err(error.into()),
            Ok(Err(Halt::Refused(complaint))) | Err(complaint) => spooler.refuse(&complaint)?,
        }
        Ok(spooler.end()?)
    }
}

/// Standard output without the line buffer that Rust gives it.
#[cfg(unix)]
fn output() -> io::Result<impl Write> {
    use std::os::fd::AsFd as _;
    Ok(std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

#[cfg(not(unix))]
fn output() -> io::Result<impl Write> {
    Ok(io::stdout())
}

/// Standard input is a pipe that nobody writes to: it closes when the caller is gone, however it
/// went. Without the thread, the limit of time is what ends an orphan.
fn end_with_the_caller() {
    let watch = || {
        let _ = io::stdin().read(&mut [0]);
        std::process::abort();
    };
    let _ = std::thread::Builder::new().stack_size(64 * 1024).spawn(watch);
}
