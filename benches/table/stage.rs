//! Where it is measured: a folder, the files in it, each made when it is first asked for, the
//! binary, and a server that takes every call and answers none.
//!
//! Must not know: what is compared with what.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use jiff::Timestamp;
use muster::journal::{Journal, Tenant};
use muster::sandbox;

use super::measure::{Took, run, until};
use super::sheets::Talents;
use super::{Outcome, alone, jobs, sheets};

/// The variables of the surroundings that must not reach the binary.
const SCRUBBED: [&str; 14] = [
    "MUSTER_BASE_URL",
    "MUSTER_APP_ID",
    "MUSTER_APP_SECRET",
    "MUSTER_APP_SECRET_FILE",
    "MUSTER_JOURNAL",
    "MUSTER_LANG",
    "NO_COLOR",
    "CLICOLOR_FORCE",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "http_proxy",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
];

/// Cores, where the promises name them: so many workers check, whatever the machine has.
const CORES: u32 = 2;

/// A command fared as rows that are broken let it fare.
pub(crate) const FAIR: &[i32] = &[0, 10];

/// Where it is measured.
pub(crate) struct Stage {
    folder: tempfile::TempDir,
    listener: TcpListener,
    /// Rows of the largest sheet.
    pub(crate) rows: u32,
    /// Rows of the others.
    pub(crate) fewer: u32,
    /// Times that each pair runs.
    pub(crate) pairs: u32,
    /// It is to be measured, not to be seen to work.
    pub(crate) whole: bool,
}

impl Stage {
    /// A stage for sheets of so many rows, and of a tenth of them.
    pub(crate) fn new(rows: u32, pairs: u32, whole: bool) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let fewer = (rows / 10).max(1000);
        let folder = tempfile::tempdir()?;
        Ok(Self { folder, listener, rows, fewer, pairs, whole })
    }

    /// Where the stage's server is.
    pub(crate) fn base_url(&self) -> Outcome<String> {
        Ok(format!("http://{}", self.listener.local_addr()?))
    }

    /// A file of the stage.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Talents as CSV.
    pub(crate) fn csv(&self, talents: Talents, rows: u32) -> Outcome<PathBuf> {
        self.made(&format!("{}-{rows}.csv", talents.name()), |path| {
            sheets::csv(path, talents, rows)
        })
    }

    /// The usual talents as a workbook.
    pub(crate) fn xlsx(&self, rows: u32) -> Outcome<PathBuf> {
        self.made(&format!("usual-{rows}.xlsx"), |path| sheets::xlsx(path, Talents::Usual, rows))
    }

    /// Job data as CSV.
    pub(crate) fn jobs(&self, rows: u32) -> Outcome<PathBuf> {
        self.made(&format!("jobs-{rows}.csv"), |path| jobs::csv(path, rows))
    }

    /// A file, made where it is not there.
    pub(crate) fn made(
        &self,
        name: &str,
        make: impl FnOnce(&Path) -> Outcome<()>,
    ) -> Outcome<PathBuf> {
        let path = self.path(name);
        if !path.exists() {
            make(&path)?;
        }
        Ok(path)
    }

    /// The binary.
    pub(crate) fn muster(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        self.surround(&mut command);
        command.args(arguments);
        command
    }

    /// The surroundings of every command: the stage's own, in English, at the stage's server.
    fn surround(&self, command: &mut Command) {
        command.current_dir(self.folder.path());
        for name in SCRUBBED {
            command.env_remove(name);
        }
        command.env("MUSTER_LANG", "en");
        command.env("MUSTER_WORKERS", CORES.to_string());
        command.env("HOME", self.folder.path());
        command.env("XDG_STATE_HOME", self.path("state"));
        if let Ok(address) = self.base_url() {
            command.env("MUSTER_BASE_URL", address);
        }
        command.env("MUSTER_APP_ID", sandbox::APP_ID);
        command.env("MUSTER_APP_SECRET", sandbox::APP_SECRET);
    }

    /// Run `check` of a file with so many workers, and see that it read all rows.
    pub(crate) fn check_by(
        &self,
        workers: u32,
        file: &Path,
        kind: &str,
        rows: u32,
    ) -> Outcome<Took> {
        let mut command = self.muster(&["check", "--kind", kind]);
        command.arg(file).env("MUSTER_WORKERS", workers.to_string());
        let took = run(&mut command, FAIR)?;
        if took.said.contains(&format!("\n{rows} rows")) {
            return Ok(took);
        }
        Err(format!("not {rows} rows:\n{}", took.said).into())
    }

    /// The same with as many workers as there are cores in the promises.
    pub(crate) fn checked(&self, file: &Path, kind: &str, rows: u32) -> Outcome<Took> {
        self.check_by(CORES, file, kind, rows)
    }

    /// `import` of a file into a journal, without its question.
    pub(crate) fn import(&self, file: &Path, journal: &Path, more: &[&str]) -> Command {
        let mut command = self.muster(&["import", "--kind", "talent", "--skip-invalid"]);
        command.arg(file).arg("--journal").arg(journal).args(more);
        command
    }

    /// Run a command that sends until its first call of the server, or until it has made `folder`.
    /// Nothing is remembered of runs before: a copy of a journal is one that was set back, else, and
    /// waits until the server surely shows what was made since.
    pub(crate) fn until_sent(&self, command: &mut Command, folder: &Path) -> Outcome<Took> {
        let state = self.path("state");
        if state.exists() {
            std::fs::remove_dir_all(state)?;
        }
        until(command, &self.listener, folder)
    }

    /// A case in a process of its own, with the numbers that it printed last.
    pub(crate) fn alone(&self, case: &str, words: &[&Path]) -> Outcome<(Took, Vec<f64>)> {
        let mut command = Command::new(std::env::current_exe()?);
        self.surround(&mut command);
        command.args([alone::CASE, case]).args(words);
        let took = run(&mut command, &[0])?;
        let last = took.said.lines().last().unwrap_or_default();
        let numbers = last.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
        Ok((took, numbers))
    }

    /// A bare read: its seconds, and the rows that it must have seen.
    pub(crate) fn bare(&self, case: &str, file: &Path, rows: u32) -> Outcome<f64> {
        let (_, numbers) = self.alone(case, &[file])?;
        match numbers[..] {
            [seen, seconds] if (seen - f64::from(rows)).abs() < 0.5 => Ok(seconds),
            _ => Err(format!("{case} gave {numbers:?}, not {rows} rows").into()),
        }
    }

    /// A journal in which all of `file` is planned and approved and nothing is sent, at rest.
    pub(crate) fn planned(&self, file: &Path) -> Outcome<PathBuf> {
        self.made("planned.db", |path| {
            let folder = self.path("report-planned");
            let mut command = self.import(file, path, &["--yes"]);
            self.until_sent(command.arg("--report-dir").arg(&folder), &folder)?;
            rest(path)
        })
    }

    /// The same with all but `left` records made.
    pub(crate) fn done(&self, file: &Path, left: u32) -> Outcome<PathBuf> {
        let planned = self.planned(file)?;
        self.made(&format!("done-but-{left}.db"), |path| {
            std::fs::copy(planned, path)?;
            self.alone("send", &[path, Path::new(&left.to_string())])?;
            Ok(())
        })
    }
}

/// Open a journal that was cut off and close it, so that it is one file.
pub(crate) fn rest(path: &Path) -> Outcome<()> {
    let tenant = tenant(path)?;
    Ok(Journal::open(path, &tenant, now()?)?.close()?)
}

/// Whose a journal is.
pub(crate) fn tenant(path: &Path) -> Outcome<Tenant> {
    Ok(Journal::open_read_only(path)?.tenant().clone())
}

/// The time.
pub(crate) fn now() -> Outcome<Timestamp> {
    Ok(Timestamp::from_millisecond(i64::try_from(UNIX_EPOCH.elapsed()?.as_millis())?)?)
}
