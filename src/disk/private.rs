//! Files and folders for their owner alone: mode 0600 and 0700 from the first moment, and never
//! behind a link. Outside Unix the folder's access list applies.
//!
//! Must not know: what they hold.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

use crate::problem::both;

/// Open a file with these options, or make it, if they say so, readable by its owner alone. A link
/// in the file's place is an error, wherever it leads to; links among its folders are followed.
///
/// # Errors
/// The system's, or that the path is a link.
pub(crate) fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    // The system refuses as well, but its words («too many levels») say nothing to a person.
    if is_link(path) {
        return Err(linked());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600).custom_flags(no_follow());
    }
    options.open(path)
}

/// Make a file that was not there before.
///
/// # Errors
/// The system's; `AlreadyExists` where something is there, be it a link that leads nowhere.
pub(crate) fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// Take the rights of everybody else from a file.
///
/// # Errors
/// The system's.
#[cfg(unix)]
pub(crate) fn tighten(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    if file.metadata()?.permissions().mode() & 0o077 != 0 {
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// Outside Unix there is nothing to take.
#[cfg(not(unix))]
pub fn tighten(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Make a folder and those above it. One that is there already stays as it is.
///
/// # Errors
/// The system's.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Whether the path itself is a link.
pub(crate) fn is_link(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink())
}

/// Whether the path is of the system's own folders, in which links are part of the system:
/// `/dev/stdout` leads to whatever standard output is.
pub(crate) fn is_of_the_system(path: &Path) -> bool {
    cfg!(unix) && ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder))
}

/// That a path is a link.
pub(crate) fn linked() -> io::Error {
    io::Error::other(both(
        "它是一个链接，muster 不跟随链接",
        "it is a link, and links are not followed",
    ))
}

/// The flag that refuses a link in the file's place. A pipe is not waited for either.
#[cfg(unix)]
fn no_follow() -> i32 {
    let flags = rustix::fs::OFlags::NOFOLLOW;
    flags.bits().cast_signed()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn a_link_is_neither_opened_nor_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        std::fs::write(&real, b"kept").unwrap();
        symlink(&real, &link).unwrap();
        let options = || OpenOptions::new().write(true).create(true).truncate(true).to_owned();
        assert!(open(&link, &mut options()).is_err());
        assert_eq!(create_new(&link).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&real).unwrap(), b"kept");
        let nowhere = folder.path().join("nowhere");
        symlink(folder.path().join("absent"), &nowhere).unwrap();
        assert!(open(&nowhere, &mut options()).is_err());
        assert!(!folder.path().join("absent").exists());
    }

    #[test]
    fn what_is_made_is_its_owners_alone_and_what_was_open_to_all_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let path = folder.path().join("a");
        open(&path, OpenOptions::new().write(true).create(true)).unwrap();
        assert_eq!(mode(&path), 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        tighten(&File::open(&path).unwrap()).unwrap();
        assert_eq!(mode(&path), 0o600);
        make_folder(&folder.path().join("b").join("c")).unwrap();
        assert_eq!(mode(&folder.path().join("b")), 0o700);
    }
}
