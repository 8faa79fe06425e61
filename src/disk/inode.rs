//! A file known by itself: a name may be given to another file, or one file may have two.
//!
//! Must not know: what the files hold.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// What a file is on its drive, and how many names it has there. Outside Unix no file is known so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inode {
    /// The drive.
    pub device: u64,
    /// Its number there.
    pub number: u64,
    /// How many names it has.
    pub links: u64,
}

impl PartialEq for Inode {
    fn eq(&self, other: &Self) -> bool {
        (self.device, self.number) == (other.device, other.number)
    }
}

impl Inode {
    /// Of a file that is open.
    ///
    /// # Errors
    /// The system's.
    pub(crate) fn of_file(file: &File) -> io::Result<Option<Self>> {
        Ok(Self::of(&file.metadata()?))
    }

    /// Of what the path names, be that a link.
    ///
    /// # Errors
    /// The system's; `NotFound` where nothing is there.
    pub(crate) fn of_path(path: &Path) -> io::Result<Option<Self>> {
        Ok(Self::of(&std::fs::symlink_metadata(path)?))
    }

    #[cfg(unix)]
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere there is none")]
    fn of(metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        Some(Self { device: metadata.dev(), number: metadata.ino(), links: metadata.nlink() })
    }

    #[cfg(not(unix))]
    fn of(_metadata: &Metadata) -> Option<Self> {
        None
    }
}

/// Does the path name this open file? Where no file is known by itself: is there anything?
pub(crate) fn names(path: &Path, file: &File) -> bool {
    match (Inode::of_path(path), Inode::of_file(file)) {
        (Ok(Some(there)), Ok(Some(open))) => there == open,
        (Ok(_), Ok(_)) => true,
        (Err(_), _) | (_, Err(_)) => false,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_given_to_another_file_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a"), folder.path().join("b"));
        let file = File::create(&path).unwrap();
        assert!(names(&path, &file));
        std::fs::hard_link(&path, &other).unwrap();
        assert!(names(&other, &file));
        assert_eq!(Inode::of_file(&file).unwrap().unwrap().links, 2);
        std::fs::remove_file(&path).unwrap();
        assert!(!names(&path, &file));
        File::create(&path).unwrap();
        assert!(!names(&path, &file));
        std::fs::remove_file(&other).unwrap();
        std::os::unix::fs::symlink(&path, &other).unwrap();
        assert!(!names(&other, &File::open(&path).unwrap()), "a link is not what it leads to");
    }
}
