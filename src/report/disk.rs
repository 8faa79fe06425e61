//! Files that appear whole or not at all: written beside their place, synced, renamed. A link in
//! their place is replaced; what it leads to is left alone.
//!
//! Readable by their owner alone (0600, folders 0700 on Unix; elsewhere the folder's own rights).
//!
//! Must not know: what is in the files.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::disk::leftovers::{self, Noted};
use crate::disk::private;
use crate::problem::{Code, Complaint, both, of_system};

/// A file under way. Nothing is at its path until [`NewFile::commit`] has returned; dropped before
/// that, it leaves nothing behind.
#[derive(Debug)]
pub(crate) struct NewFile {
    out: BufWriter<NamedTempFile>,
    path: PathBuf,
    /// Until it is in its place, a signal removes it.
    noted: Noted,
}

impl NewFile {
    /// Begin a file that will be at `path`. Its folder must exist.
    ///
    /// # Errors
    /// The folder can't be written, or something is at the path that is no plain file: a rename
    /// would take the place of a device or a pipe. A link of the system's (`/dev/stdout`) is one,
    /// whatever it leads to.
    pub(crate) fn create(path: &Path) -> Result<Self, Complaint> {
        let is_special = private::is_link(path) && private::is_of_the_system(path);
        if is_special || fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            let words =
                [path.display().to_string().into(), both("不是普通文件", "not a plain file")];
            return Err(Complaint::with(Code::ReportUnwritable, words));
        }
        let (temp, noted) =
            leftovers::file_in(folder_of(path)).map_err(|error| cannot_write(path, &error))?;
        let out = BufWriter::with_capacity(1 << 16, temp);
        Ok(Self { out, path: path.to_owned(), noted })
    }

    /// Where the file will be.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Put the file in its place. Once this returns, the file and its name survive a power cut.
    pub(crate) fn commit(self) -> Result<(), Complaint> {
        let Self { out, path, noted } = self;
        let wrong = |error: &io::Error| cannot_write(&path, error);
        let temp = out.into_inner().map_err(|error| wrong(error.error()))?;
        temp.as_file().sync_all().map_err(|error| wrong(&error))?;
        temp.persist(&path).map_err(|error| wrong(&error.error))?;
        drop(noted);
        sync_folder(folder_of(&path)).map_err(|error| wrong(&error))
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Write a file whole.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Complaint> {
    let mut file = NewFile::create(path)?;
    file.write_all(bytes).map_err(|error| cannot_write(path, &error))?;
    file.commit()
}

/// Make a folder and those above it, for its owner alone. One that is there already stays as it is.
pub(crate) fn make_folder(path: &Path) -> Result<(), Complaint> {
    private::make_folder(path).map_err(|error| cannot_write(path, &error))
}

/// The complaint for a write that failed.
pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> Complaint {
    let shown = path.display().to_string();
    if matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
        Complaint::with(Code::ReportNoSpace, [shown])
    } else {
        Complaint::with(Code::ReportUnwritable, [shown.into(), of_system(error)])
    }
}

/// The folder that a path's file is in; the current one for a bare name.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str() != OsStr::new("") => folder,
        Some(_) | None => Path::new("."),
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// Windows keeps names by itself; a folder cannot be opened to be synced there.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_that_is_not_committed_leaves_the_old_one_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        write(&path, b"old").unwrap();
        let mut file = NewFile::create(&path).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.txt"]);
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    #[test]
    fn a_missing_folder_is_a_complaint_that_names_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("none").join("a.txt");
        let complaint = write(&path, b"x").unwrap_err();
        assert_eq!(complaint.code, Code::ReportUnwritable);
        assert!(complaint.values()[0].ends_with("a.txt"));
    }

    #[test]
    fn a_full_disk_is_told_apart() {
        let error = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(cannot_write(Path::new("a"), &error).code, Code::ReportNoSpace);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_plain_file_is_not_replaced_and_what_a_link_leads_to_is_left_alone() {
        use std::os::unix::fs::FileTypeExt as _;
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(write(&socket, b"x").unwrap_err().code, Code::ReportUnwritable);
        assert!(fs::symlink_metadata(&socket).unwrap().file_type().is_socket());
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, b"old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write(&link, b"new").unwrap();
        assert!(!fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&link).unwrap(), b"new");
        assert_eq!(fs::read(&file).unwrap(), b"old");
        let out = write(Path::new("/dev/stdout"), b"x").unwrap_err();
        assert_eq!(out.code, Code::ReportUnwritable);
        assert!(fs::symlink_metadata("/dev/stdout").is_ok_and(|there| there.is_symlink()));
    }

    #[cfg(unix)]
    #[test]
    fn files_and_folders_are_their_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("report");
        make_folder(&inner).unwrap();
        write(&inner.join("a.txt"), b"x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&inner), 0o700);
        assert_eq!(mode(&inner.join("a.txt")), 0o600);
    }
}
