//! What flags and environment say, and where they have the journal.
//!
//! Must not know: what a configuration file says.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

/// What the environment says, read once by `cli`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Environment {
    /// `MUSTER_BASE_URL`
    pub base_url: Option<String>,
    /// `MUSTER_APP_ID`
    pub app_id: Option<String>,
    /// `MUSTER_APP_SECRET`
    pub app_secret: Option<SecretString>,
    /// `MUSTER_APP_SECRET_FILE`
    pub app_secret_file: Option<PathBuf>,
    /// `MUSTER_JOURNAL`
    pub journal: Option<PathBuf>,
    /// `MUSTER_LANG`
    pub lang: Option<String>,
    /// `PATH`: where the program of `app_secret_command` is looked for.
    pub path: Option<OsString>,
}

/// What the flags say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flags {
    /// `--config`
    pub config: Option<PathBuf>,
    /// `--profile`
    pub profile: Option<String>,
    /// `--journal`
    pub journal: Option<PathBuf>,
    /// `--sandbox`
    pub sandbox: bool,
    /// The first input, beside which configuration and journal are looked for.
    pub beside: Option<PathBuf>,
    /// The current folder.
    pub here: PathBuf,
}

/// The profile that needs no name: its journal stands at the top.
pub(super) const DEFAULT: &str = "default";

/// `--journal`, `MUSTER_JOURNAL`, else `.muster/` beside `muster.toml`, else beside the first input, and
/// there the profile's own folder; the sandbox's in the current folder, where `resume --sandbox` looks
/// for it.
pub(super) fn journal_path(
    flags: &Flags,
    environment: &Environment,
    folder: Option<&Path>,
) -> PathBuf {
    let explicit = flags.journal.clone().or_else(|| environment.journal.clone());
    let name = if flags.sandbox { "sandbox.db" } else { "journal.db" };
    explicit.unwrap_or_else(|| {
        let beside = flags.beside.as_deref().and_then(Path::parent).filter(|_| !flags.sandbox);
        let home = folder.or(beside).unwrap_or(&flags.here).join(".muster");
        let own = flags.profile.as_deref().filter(|name| *name != DEFAULT && !flags.sandbox);
        own.map_or_else(|| home.clone(), |own| home.join(own)).join(name)
    })
}

/// Whether the name of a profile can be that of a folder, on every system.
pub(crate) fn is_folder_name(name: &str) -> bool {
    let odd = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    !name.trim().is_empty()
        && !name.contains(odd)
        && !name.starts_with(['.', ' '])
        && !name.ends_with(['.', ' '])
}

/// Where the tenant's own lists are kept: beside its journal, the sandbox's beside its own.
pub(super) fn directory_path(journal: &Path, sandbox: bool) -> PathBuf {
    journal.with_file_name(if sandbox { "sandbox-directory.db" } else { "directory.db" })
}
