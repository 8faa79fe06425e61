//! `tracing` to standard error or a file, as text or JSON, without personal data.
//!
//! Must not know: what is logged.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Mutex;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::disk::private;
use crate::problem::{Code, Complaint, of_system, shown};
use crate::tr;

use super::args::{LogFormat, Shared};
use super::printer::Printer;

/// Begin to log: warnings always, `-v` what muster does, `-vv` every request. With a bar on the
/// terminal and no `--log-file` only warnings would tear it, so nothing below is shown without `-v`.
///
/// # Errors
/// The log file can't be written.
pub(super) fn begin(shared: &Shared, printer: Printer) -> Result<(), Complaint> {
    let (own, others) = match (shared.verbose, shared.log_file.is_some()) {
        (0, false) => (LevelFilter::ERROR, LevelFilter::ERROR),
        (0, true) | (1, _) => (LevelFilter::INFO, LevelFilter::ERROR),
        (2, _) => (LevelFilter::DEBUG, LevelFilter::INFO),
        (3.., _) => (LevelFilter::TRACE, LevelFilter::DEBUG),
    };
    let chatty = others.min(LevelFilter::INFO);
    let filter = Targets::new().with_default(others).with_target("muster", own);
    let filter = filter.with_target("hyper", chatty).with_target("rustls", chatty);
    // Else a line that can't be written is told with `eprintln`, which panics where standard error
    // is gone too.
    let builder = fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_target(false)
        .with_ansi(false)
        .log_internal_errors(false);
    let log = |path| open(path).map(|file| Mutex::new(Lines(Log { file, printer, told: false })));
    let result = match (&shared.log_file, shared.log_format) {
        (Some(path), LogFormat::Text) => {
            builder.with_writer(log(path)?).finish().with(filter).try_init()
        }
        (Some(path), LogFormat::Json) => {
            builder.json().with_writer(log(path)?).finish().with(filter).try_init()
        }
        (None, LogFormat::Text) => {
            builder.with_writer(|| Lines(io::stderr())).finish().with(filter).try_init()
        }
        (None, LogFormat::Json) => {
            builder.json().with_writer(|| Lines(io::stderr())).finish().with(filter).try_init()
        }
    };
    // A second start within one process (tests) keeps the first log.
    let _ = result;
    Ok(())
}

/// Log lines, each written at once: whatever an event holds, it is one line that drives no terminal.
struct Lines<W>(W);

impl<W: Write> Write for Lines<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let event = String::from_utf8_lossy(bytes);
        let line = event.strip_suffix('\n').map(shown);
        match line {
            Some(line) => self.0.write_all(format!("{line}\n").as_bytes())?,
            None => self.0.write_all(shown(&event).as_bytes())?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The log file; that it can't be written is told once, and stops nothing.
struct Log {
    file: File,
    printer: Printer,
    told: bool,
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes);
        if let Err(error) = &written
            && error.kind() != io::ErrorKind::Interrupted
            && !self.told
        {
            self.told = true;
            let said = tr!(
                self.printer.lang,
                "日志文件写不进去：{error}",
                "cannot write the log file: {error}"
            );
            self.printer.urge(&said);
        }
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Open the log to append to it; not through a link, unless it is one of the system's own
/// (`/dev/stderr`).
fn open(path: &Path) -> Result<File, Complaint> {
    let mut options = File::options();
    options.create(true).append(true);
    let opened = if private::is_of_the_system(path) {
        options.open(path)
    } else {
        private::open(path, &mut options)
    };
    opened.map_err(|error| {
        Complaint::with(
            Code::FileUnwritable,
            [path.display().to_string().into(), of_system(&error)],
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_that_drives_no_terminal() {
        let mut log = Lines(Vec::new());
        log.write_all("INFO a\nERROR forged\u{1b}[2J\u{202E}\n".as_bytes()).unwrap();
        let said = String::from_utf8(log.0).unwrap();
        assert_eq!(said, "INFO a ERROR forged‹U+001B›[2J‹U+202E›\n");
    }
}
