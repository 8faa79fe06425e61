//! One process at a time. On Linux the lock is on the journal's file itself, by whatever name it is
//! reached: a hard link, a link, a mount, or a folder whose lock file was removed lead to the same
//! file. Elsewhere it is on the lock file beside the journal, which also says who holds it.
//!
//! The handle that holds the lock is opened before SQLite's and closed after them: closing any
//! handle of a file drops the locks that SQLite has on it (`docs/durability.md`, 1.1). `flock` and
//! SQLite's byte locks do not know of each other on Linux; on other systems they do.
//!
//! Must not know: what the tables hold.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::disk::{Inode, drive, inode, private};
use crate::problem::{Code, Complaint, both, of_system};

use super::file::{LEAST, beside, shown};
use super::holder::{self, Holder};

/// What stands in the lock file once its journal was completed.
const MADE: &str = "made";

/// How often a journal is opened again that was replaced while it was opened.
const TRIES: usize = 8;

/// Whether the lock is on the journal's file itself.
const ON_THE_FILE: bool = cfg!(target_os = "linux");

/// The lock of a journal. Given back when dropped, or when the process ends, however it does.
pub(super) struct Lock {
    journal: PathBuf,
    /// The lock file.
    slip: File,
    /// The journal was complete once.
    was_made: bool,
    /// The journal's own file.
    database: File,
}

impl Lock {
    /// Take the lock, write into the lock file who holds it, and make the journal's file if it is
    /// not there, readable by its owner alone.
    ///
    /// Once this returns, no other process holds this file by any name, the path names it and no
    /// other does, and none of the files beside it is a link.
    pub(super) fn take(journal: &Path, now: Timestamp) -> Result<Self, Complaint> {
        let folder = journal.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(drive) = drive::shared_at(folder.unwrap_or(Path::new("."))) {
            return Err(Complaint::with(Code::JournalOnNetwork, [shown(journal), drive]));
        }
        refuse_link(journal)?;
        for _ in 0..TRIES {
            let (database, is_new) = open(journal)?;
            if ON_THE_FILE {
                lock(&database, journal, journal)?;
                if !inode::names(journal, &database) {
                    continue;
                }
            }
            refuse_names(journal, &database)?;
            let path = beside(journal, ".lock");
            let slip = open_slip(&path).map_err(|error| trouble(&path, &error))?;
            lock(&slip, &path, journal)?;
            if !inode::names(&path, &slip) || !inode::names(journal, &database) {
                continue;
            }
            let mut lock = Self { journal: journal.to_owned(), slip, was_made: false, database };
            lock.sign(is_new, now).map_err(|error| trouble(&path, &error))?;
            lock.forbid_anew()?;
            private::tighten(&lock.database).map_err(|error| trouble(journal, &error))?;
            return Ok(lock);
        }
        let why = both("它在打开时不断被替换", "it is being replaced while it is opened");
        Err(Complaint::with(Code::JournalWrite, [shown(journal).into(), why]))
    }

    /// Write who holds it, and keep whether the journal was complete once.
    fn sign(&mut self, is_new: bool, now: Timestamp) -> io::Result<()> {
        let mut before = String::new();
        let _ = self.slip.read_to_string(&mut before);
        self.was_made = !is_new && before.lines().any(|line| line == MADE);
        let mut holder = format!("pid {}, {}\n", std::process::id(), now.strftime("%F %T UTC"));
        if self.was_made {
            holder.push_str(MADE);
        }
        self.slip.set_len(0)?;
        self.slip.rewind()?;
        self.slip.write_all(holder.as_bytes())
    }

    /// A journal is not made anew where its file is empty though it was complete once, or where its
    /// log was left alone.
    fn forbid_anew(&self) -> Result<(), Complaint> {
        let here = self.database.metadata().map_or(0, |there| there.len());
        if here < LEAST && self.was_made {
            let why =
                both("文件是空的，而它曾经是日志", "the file is empty, and was a journal once");
            return Err(Complaint::with(
                Code::JournalUnreadable,
                [shown(&self.journal).into(), why],
            ));
        }
        if here == 0 { forbid_orphan(&self.journal) } else { Ok(()) }
    }

    /// The journal is complete.
    pub(super) fn made(&mut self) -> Result<(), Complaint> {
        if self.was_made {
            return Ok(());
        }
        self.was_made = true;
        let written = self.slip.write_all(MADE.as_bytes());
        written.map_err(|error| trouble(&beside(&self.journal, ".lock"), &error))
    }

    /// Whether the path still names the file that is locked: it may be removed or replaced under a
    /// process that writes it. Costs one `stat`, some microseconds.
    pub(super) fn still_there(&self) -> bool {
        inode::names(&self.journal, &self.database)
    }
}

/// Who holds the journal, without touching its lock.
pub(super) fn holder(journal: &Path) -> Option<Holder> {
    holder::of(journal, &beside(journal, ".lock"))
}

/// A journal that is a link: whoever runs with the file that it leads to is told, else the link is
/// refused. Its target is not touched.
fn refuse_link(journal: &Path) -> Result<(), Complaint> {
    if !private::is_link(journal) {
        return Ok(());
    }
    let Ok(real) = journal.canonicalize() else {
        return Err(trouble(journal, &private::linked()));
    };
    if let Some(holder) = holder(&real) {
        return Err(busy(journal, &holder));
    }
    Err(Complaint::with(Code::JournalSymlink, [shown(journal), shown(&real)]))
}

/// Open the journal's file, or make it; and whether it was made.
fn open(journal: &Path) -> Result<(File, bool), Complaint> {
    if !journal.exists() {
        forbid_orphan(journal)?;
        match private::create_new(journal) {
            Ok(file) => return Ok((file, true)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(trouble(journal, &error)),
        }
    }
    let opened = private::open(journal, OpenOptions::new().read(true).write(true));
    opened.map(|file| (file, false)).map_err(|error| trouble(journal, &error))
}

/// A log that was left alone belongs to a journal that is gone.
fn forbid_orphan(journal: &Path) -> Result<(), Complaint> {
    let log = beside(journal, "-wal");
    if !std::fs::metadata(&log).is_ok_and(|there| there.len() > 0) {
        return Ok(());
    }
    let log = shown(&log);
    let why =
        both(&format!("它不在了，而「{log}」还在"), &format!("it is gone, and `{log}` is not"));
    Err(Complaint::with(Code::JournalUnreadable, [shown(journal).into(), why]))
}

/// Lock the file, or say who has.
fn lock(file: &File, path: &Path, journal: &Path) -> Result<(), Complaint> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            let holder = holder(journal).unwrap_or_default();
            Err(busy(journal, &holder))
        }
        Err(TryLockError::Error(error)) => Err(trouble(path, &error)),
    }
}

fn busy(journal: &Path, holder: &Holder) -> Complaint {
    Complaint::with(Code::JournalBusy, [shown(journal), holder.to_string()])
}

/// A second name of the journal or of its log, or a link in the place of a file beside it, would let
/// SQLite write what belongs to somebody else.
fn refuse_names(journal: &Path, database: &File) -> Result<(), Complaint> {
    let of = Inode::of_file(database).map_err(|error| trouble(journal, &error))?;
    let mut files = vec![(journal.to_owned(), of)];
    for ending in ["-wal", "-shm"] {
        let path = beside(journal, ending);
        if private::is_link(&path) {
            return Err(trouble(&path, &private::linked()));
        }
        let of = Inode::of_path(&path).ok().flatten();
        files.push((path, of));
    }
    match files.into_iter().find(|(_, of)| of.is_some_and(|of| of.links > 1)) {
        Some((path, _)) => Err(Complaint::with(Code::JournalLinked, [shown(&path)])),
        None => Ok(()),
    }
}

/// Open the lock file. A link in its place, or one with a second name, is not written to: where it
/// holds no lock, another takes its place.
fn open_slip(path: &Path) -> io::Result<File> {
    let there = Inode::of_path(path).ok().flatten();
    if ON_THE_FILE && (private::is_link(path) || there.is_some_and(|there| there.links > 1)) {
        // Not a folder, which has two names or more.
        std::fs::remove_file(path)?;
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true);
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt as _;
        // FILE_SHARE_READ and FILE_SHARE_WRITE: nobody removes or renames it while it is open.
        options.share_mode(0x1 | 0x2);
    }
    private::open(path, &mut options)
}

fn trouble(path: &Path, error: &io::Error) -> Complaint {
    Complaint::with(Code::JournalWrite, [shown(path).into(), of_system(error)])
}
