//! The append-only log of what was made: one JSON line for each `Entry`.
//!
//! Must *not* know what an entry means. An append is handed to the operating system before it returns: a killed process
//! loses nothing; a power cut may (this is for rehearsals, and an fsync a request would slow them by a millisecond each).

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use super::state::Entry;

/// The log on disk.
#[derive(Debug)]
pub(super) struct Log {
    file: File,
    /// A write failed half-way: nothing more may follow it.
    broken: bool,
}

impl Log {
    /// Opens or makes the log (mode 0600 on Unix, and not through a link) and gives what it holds. A last line that was cut short is dropped.
    ///
    /// # Errors
    /// The file cannot be opened, read or cut, or a line before the last is not one of ours.
    pub(super) fn open(path: &Path) -> io::Result<(Self, Vec<Entry>)> {
        let mut options = OpenOptions::new();
        // Not `append`: on Windows such a handle cannot cut a torn line off.
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            let no_link = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
            options.mode(0o600).custom_flags(no_link);
        }
        let mut file = options.open(path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let whole = bytes.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let mut entries = Vec::new();
        for (number, line) in
            bytes.get(..whole).unwrap_or_default().split(|b| *b == b'\n').enumerate()
        {
            if line.is_empty() {
                continue;
            }
            let entry = serde_json::from_slice(line).map_err(|error| {
                let text = format!("{}: line {}: {error}", path.display(), number + 1);
                io::Error::new(io::ErrorKind::InvalidData, text)
            })?;
            entries.push(entry);
        }
        if whole < bytes.len() {
            file.set_len(whole as u64)?;
            file.seek(SeekFrom::Start(whole as u64))?;
        }
        Ok((Self { file, broken: false }, entries))
    }

    /// Appends one entry. Once this returns, it survives the end of this process.
    ///
    /// # Errors
    /// The disk's; after the first, every further append fails.
    pub(super) fn append(&mut self, entry: &Entry) -> io::Result<()> {
        if self.broken {
            return Err(io::Error::other("an earlier write to the state file failed"));
        }
        let mut line = serde_json::to_vec(entry)?;
        line.push(b'\n');
        self.broken = true;
        self.file.write_all(&line)?;
        self.file.flush()?;
        self.broken = false;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_written_through() {
        let dir = tempfile::tempdir().unwrap();
        let (real, link) = (dir.path().join("real"), dir.path().join("state"));
        std::fs::write(&real, "half a line").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        assert!(Log::open(&link).is_err());
        assert_eq!(std::fs::read(&real).unwrap(), b"half a line");
    }

    fn talent(id: u64, keys: &[&str]) -> Entry {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        Entry::Talent { id, name: "张三".to_owned(), keys, body: Value::Null, creates: 1, at: 5 }
    }

    #[test]
    fn a_torn_last_line_is_dropped_and_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("state");
        let (mut log, entries) = Log::open(&path).unwrap();
        assert!(entries.is_empty());
        log.append(&talent(1, &["email:a@b.c"])).unwrap();
        log.append(&talent(2, &[])).unwrap();
        drop(log);
        let whole = std::fs::read(&path).unwrap();
        for cut in 1..30 {
            std::fs::write(&path, &whole[..whole.len() - cut]).unwrap();
            let (mut log, entries) = Log::open(&path).unwrap();
            assert_eq!(entries.len(), 1, "{cut} bytes cut");
            log.append(&talent(3, &[])).unwrap();
            drop(log);
            assert_eq!(Log::open(&path).unwrap().1.len(), 2);
        }
    }

    #[test]
    fn a_foreign_line_is_an_error_that_names_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("state");
        std::fs::write(&path, "{\"made\":\"nonsense\"}\n").unwrap();
        assert!(Log::open(&path).unwrap_err().to_string().contains("line 1"));
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("state");
        Log::open(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
