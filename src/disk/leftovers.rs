//! Temporary data of this process, removed when a signal ends it; and those of earlier processes,
//! removed by the next one.
//!
//! Whoever makes temporary data holds a lock on them, which the system gives back when the process
//! ends, however it does: what can be locked is left over.
//!
//! Must not know: what the data are.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::inode;

/// The temporary data of this process.
static MADE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// How often a folder is emptied into which this process still writes.
const TRIES: usize = 50;

fn made() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    MADE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Temporary data that a signal removes, as long as this value lives.
#[derive(Debug)]
pub(crate) struct Noted(PathBuf);

impl Noted {
    /// Note a file or a folder.
    pub(super) fn new(path: &Path) -> Self {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        made().insert(path.clone());
        Self(path)
    }
}

impl Drop for Noted {
    fn drop(&mut self) {
        made().remove(&self.0);
    }
}

/// Remove all temporary data of this process, which is about to end. From here on none can be made:
/// who tries to waits for the end.
pub(crate) fn remove_all() {
    let made = made();
    for path in &*made {
        for _ in 0..TRIES {
            let removed =
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            match removed {
                Ok(()) => break,
                Err(error) if error.kind() == io::ErrorKind::NotFound => break,
                // Something was made in it meanwhile.
                Err(_) => {}
            }
        }
    }
    std::mem::forget(made);
}

/// Take the lock on temporary data that were just made. False where the next process took them for
/// left over in between: then they are to be made once more. A drive without locks has no sweeper
/// either.
pub(super) fn hold(file: &File, path: &Path) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock)) && inode::names(path, file)
}

/// A temporary file beside the place at which it will be, with a name of muster's own.
///
/// # Errors
/// The folder cannot be written.
pub(crate) fn file_in(folder: &Path) -> io::Result<(tempfile::NamedTempFile, Noted)> {
    const PREFIX: &str = ".muster-new-";
    sweep(folder, PREFIX);
    loop {
        let file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder)?;
        let noted = Noted::new(file.path());
        if hold(file.as_file(), file.path()) {
            return Ok((file, noted));
        }
    }
}

/// Remove what processes left in a folder under names that begin so: ours, of this user, and in use
/// by nobody.
#[cfg(unix)]
pub(super) fn sweep(folder: &Path, prefix: &str) {
    use std::os::unix::fs::MetadataExt as _;
    let me = rustix::process::geteuid().as_raw();
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(prefix));
        if !is_ours {
            continue;
        }
        let path = entry.path();
        let Ok(there) = fs::symlink_metadata(&path) else { continue };
        if there.uid() != me || !(there.is_dir() || there.is_file()) {
            continue;
        }
        let opened = super::private::open(&path, fs::OpenOptions::new().read(true));
        let Ok(file) = opened else { continue };
        if file.try_lock().is_ok() && inode::names(&path, &file) {
            // Whoever may not remove it leaves it to the next one.
            let _ = if there.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
    }
}

/// Outside Unix a folder cannot be locked, and nothing is swept.
#[cfg(not(unix))]
pub(super) fn sweep(_folder: &Path, _prefix: &str) {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_holds_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at(".muster-new-left"), b"x").unwrap();
        fs::write(at("other"), b"x").unwrap();
        fs::create_dir(at(".muster-new-folder")).unwrap();
        fs::write(at(".muster-new-folder").join("inner"), b"x").unwrap();
        std::os::unix::fs::symlink(at("other"), at(".muster-new-link")).unwrap();
        let (held, noted) = file_in(folder.path()).unwrap();
        sweep(folder.path(), ".muster-new-");
        assert!(held.path().exists(), "it is in use");
        let mut names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).collect();
        names.sort();
        let mut kept = [held.path().to_owned(), at(".muster-new-link"), at("other")];
        kept.sort();
        assert_eq!(names, kept);
        assert!(made().contains(&noted.0));
        let noted_path = noted.0.clone();
        drop(noted);
        assert!(!made().contains(&noted_path));
    }
}
