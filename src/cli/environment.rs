//! The one place that reads the environment, the wall clock and chance.
//!
//! Must not know: what they are used for.

#![expect(clippy::disallowed_methods, reason = "this is the one caller")]

use std::path::PathBuf;

use secrecy::SecretString;

use crate::config::Environment;
use crate::problem::Lang;

/// Read the `MUSTER_*` variables. Empty ones count as absent.
pub(super) fn environment() -> Environment {
    let text = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    Environment {
        base_url: text("MUSTER_BASE_URL"),
        app_id: text("MUSTER_APP_ID"),
        app_secret: text("MUSTER_APP_SECRET").map(SecretString::from),
        app_secret_file: text("MUSTER_APP_SECRET_FILE").map(PathBuf::from),
        journal: text("MUSTER_JOURNAL").map(PathBuf::from),
        lang: text("MUSTER_LANG"),
        path: std::env::var_os("PATH"),
    }
}

/// The language: `--lang`, else `MUSTER_LANG`, else the locale.
pub(super) fn language(arguments: &[std::ffi::OsString], environment: &Environment) -> Lang {
    let flag = arguments.iter().enumerate().find_map(|(index, word)| {
        let word = word.to_str()?;
        if word == "--lang" {
            arguments.get(index + 1)?.to_str()?.parse().ok()
        } else {
            word.strip_prefix("--lang=")?.parse().ok()
        }
    });
    let variable = || environment.lang.as_deref().map(Lang::of_locale);
    let locale = || sys_locale::get_locale().map(|name| Lang::of_locale(&name));
    flag.or_else(variable).or_else(locale).unwrap_or_default()
}

/// Threads that check: `MUSTER_WORKERS`, else as many as there are cores. What they find is the same.
pub(super) fn workers() -> usize {
    let told = std::env::var("MUSTER_WORKERS").ok().and_then(|value| value.trim().parse().ok());
    told.or_else(|| std::thread::available_parallelism().ok().map(Into::into)).unwrap_or(1)
}

/// This program, which reads some workbooks in a process of its own (`source::Errand`).
pub(super) fn this_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// Where muster keeps what belongs to the user and to no project: `$XDG_STATE_HOME/muster` where that
/// variable is set (as tests do, on every system), else the folder that the system has for it. None
/// where the user has no home. The folder need not exist yet.
pub(super) fn state_folder() -> Option<PathBuf> {
    // A relative path would be a folder of whoever made the current one; the XDG rules ignore it.
    let absolute = |name: &str| {
        std::env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute())
    };
    let system = || {
        if cfg!(windows) {
            return absolute("LOCALAPPDATA");
        }
        let home = std::env::home_dir().filter(|home| home.is_absolute())?;
        Some(if cfg!(target_os = "macos") {
            home.join("Library").join("Application Support")
        } else {
            home.join(".local").join("state")
        })
    };
    absolute("XDG_STATE_HOME").or_else(system).map(|folder| folder.join("muster"))
}

/// The wall clock.
pub(super) fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// Who runs this, as the system names them.
pub(super) fn operator() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_else(|| "?".to_owned())
}

/// A text that nobody guesses: 122 bits of chance.
pub(super) fn unguessable() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

/// A number in `0.0..1.0`, for the jitter of waits.
pub(super) fn chance() -> f64 {
    let (high, _) = uuid::Uuid::new_v4().as_u64_pair();
    f64::from(u32::try_from(high >> 32).unwrap_or(0)) / (f64::from(u32::MAX) + 1.0)
}
