//! From where what a configuration names is looked for.
//!
//! Must not know: what it names.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::secret::Command;

/// From where paths and programs of a configuration are looked for.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The folder of the file, where there is one.
    pub(super) folder: Option<&'a Path>,
    /// The current folder.
    pub(super) here: &'a Path,
    /// `PATH`
    pub(super) search: &'a Option<OsString>,
}

impl Place<'_> {
    /// A path that the file names counts from its folder.
    pub(super) fn beside(&self, path: &Path) -> PathBuf {
        self.folder.map_or_else(|| path.to_path_buf(), |folder| folder.join(path))
    }

    pub(super) fn command(&self, words: &[String]) -> Command {
        Command::new(words, self.here, self.search.as_deref())
    }
}
