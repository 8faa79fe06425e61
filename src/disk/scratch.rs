//! A folder for temporary data that a person might not want to be found: 0700 from birth, gone with
//! its value, with the signal that ends the process, or with the next start.
//!
//! Must not know: what is put into it.

use std::io;
use std::path::Path;

use super::leftovers::{self, Noted};

/// With this begin the names of such folders.
const PREFIX: &str = "muster-scratch-";

/// Such a folder.
#[derive(Debug)]
pub(crate) struct Scratch {
    folder: tempfile::TempDir,
    _noted: Noted,
    /// The lock that tells the next start that the folder is in use.
    #[cfg(unix)]
    _held: std::fs::File,
}

impl Scratch {
    /// Make one in the system's temporary folder.
    ///
    /// # Errors
    /// The system's.
    pub(crate) fn new() -> io::Result<Self> {
        Self::new_in(&std::env::temp_dir())
    }

    #[cfg(unix)]
    fn new_in(folder: &Path) -> io::Result<Self> {
        use std::os::unix::fs::PermissionsExt as _;
        let private = std::fs::Permissions::from_mode(0o700);
        loop {
            let made = tempfile::Builder::new()
                .prefix(PREFIX)
                .permissions(private.clone())
                .tempdir_in(folder)?;
            let noted = Noted::new(made.path());
            let Ok(held) = std::fs::File::open(made.path()) else { continue };
            if leftovers::hold(&held, made.path()) {
                return Ok(Self { folder: made, _noted: noted, _held: held });
            }
        }
    }

    #[cfg(not(unix))]
    fn new_in(folder: &Path) -> io::Result<Self> {
        let made = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder)?;
        let noted = Noted::new(made.path());
        Ok(Self { folder: made, _noted: noted })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Remove the folders of processes that were ended by what nobody can catch.
pub(crate) fn sweep() {
    leftovers::sweep(&std::env::temp_dir(), PREFIX);
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn it_is_private_is_not_swept_while_it_lives_and_goes_with_its_value() {
        let folder = tempfile::tempdir().unwrap();
        let scratch = Scratch::new_in(folder.path()).unwrap();
        let path = scratch.path().to_owned();
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        std::fs::write(path.join("names"), b"x").unwrap();
        leftovers::sweep(folder.path(), PREFIX);
        assert!(path.join("names").exists());
        drop(scratch);
        assert!(!path.exists());
        std::fs::create_dir(folder.path().join("muster-scratch-dead")).unwrap();
        leftovers::sweep(folder.path(), PREFIX);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
