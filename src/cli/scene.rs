//! What every command has at hand.
//!
//! Must not know: which commands there are, how a person is asked.

use std::ffi::OsString;
use std::fmt::Write as _;

use crate::config::{Environment, Flags, Settings};
use crate::journal::Journal;
use crate::problem::{Code, Complaint};

use super::printer::Printer;
use super::{args, opening, shell};

/// What every command has at hand.
pub(super) struct CommandContext {
    pub(super) shared: args::Shared,
    pub(super) environment: Environment,
    pub(super) printer: Printer,
    /// The command line as it was given, the program's own name first.
    pub(super) line: Vec<OsString>,
}

impl CommandContext {
    /// The same, for which the environment says nothing of tenants and their secrets.
    pub(super) fn by_file_alone(&self) -> Self {
        let environment = Environment {
            base_url: None,
            app_id: None,
            app_secret: None,
            app_secret_file: None,
            ..self.environment.clone()
        };
        let (shared, printer, line) = (self.shared.clone(), self.printer, self.line.clone());
        Self { shared, environment, printer, line }
    }

    /// Settle flags, environment and file for a command with these inputs. A file that was found
    /// tells where the journal is and how it is read, and gives no credentials.
    pub(super) fn settings(
        &self,
        sandbox: bool,
        beside: Option<&std::path::Path>,
    ) -> Result<Settings, Complaint> {
        self.settings_of(self.shared.profile.first().map(String::as_str), sandbox, beside)
    }

    /// The same of this profile.
    pub(super) fn settings_of(
        &self,
        profile: Option<&str>,
        sandbox: bool,
        beside: Option<&std::path::Path>,
    ) -> Result<Settings, Complaint> {
        let here = std::env::current_dir().map_err(|error| {
            Complaint::with(Code::FileUnreadable, [".".to_owned(), error.to_string()])
        })?;
        let flags = Flags {
            config: self.shared.config.clone(),
            profile: profile.map(str::to_owned),
            journal: self.shared.journal.clone(),
            sandbox,
            beside: beside.map(|path| here.join(path)),
            here,
        };
        crate::config::resolve(&flags, &self.environment).map(at_home)
    }

    /// What the next command needs to find this journal again.
    pub(super) fn flags(&self, settings: &Settings) -> String {
        self.flags_of(self.shared.profile.first().map(String::as_str), settings)
    }

    /// The same of this profile.
    pub(super) fn flags_of(&self, profile: Option<&str>, settings: &Settings) -> String {
        let shared = &self.shared;
        let mut flags = String::new();
        if let Some(config) = &shared.config {
            let _ = write!(flags, " --config {}", shell::path(config));
        }
        if let Some(profile) = profile {
            let _ = write!(flags, " --profile {}", shell::word(profile));
        }
        if settings.sandbox {
            flags += " --sandbox";
        }
        let by_itself =
            settings.sandbox || settings.file.is_some() || self.environment.journal.is_some();
        if shared.journal.is_some() || !by_itself {
            let _ = write!(flags, " --journal {}", shell::path(&settings.journal));
        }
        flags
    }
}

/// The same with the journal where an earlier muster left this profile's: what it holds must not be made
/// twice.
fn at_home(settings: Settings) -> Settings {
    let shared = settings.shared_journal.clone().filter(|_| !settings.journal.exists());
    let own = shared.filter(|shared| {
        let kept = Journal::open_read_only(shared);
        kept.is_ok_and(|kept| *kept.tenant() == opening::tenant(&settings))
    });
    match own {
        Some(own) => settings.with_journal(own),
        None => settings,
    }
}
