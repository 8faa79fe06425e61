//! Flags, environment and file → [`Settings`], once.
//!
//! Base URL, app and secret are one set: they come from one place or agree, never a mixture. A file
//! that was found and not named belongs to whoever wrote it: until a person has confirmed it
//! ([`Settings::confirmed`]), it gives no secret, and no secret goes where it says.
//!
//! Must not know: where the environment is read (`cli::environment`), what the settings are for, how
//! a person is asked.

mod address;
mod asked;
mod file;
mod found;
mod kept;
mod place;
mod secret;

use std::path::{Path, PathBuf};

use secrecy::SecretString;

use crate::problem::{Code, Complaint};
use crate::spec::IdTypes;
pub(crate) use address::{FEISHU, checked as checked_address};
pub(crate) use asked::{Environment, Flags, is_folder_name};
use asked::{directory_path, journal_path};
use file::Profile;
pub(crate) use file::names as profiles;
pub(crate) use found::{Found, Wish};
pub(crate) use kept::kept;
use place::Place;
use secret::Secret;

/// The name of the built-in sandbox, as tenant and as base URL of its journal.
pub(crate) const SANDBOX: &str = "sandbox";

/// Everything that is settled before a command begins.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The name of the profile, `environment`, or `sandbox`.
    pub profile: String,
    /// The tenant as questions and reports show it.
    pub tenant_name: String,
    /// Where and as whom.
    pub account: Account,
    /// The id types of every call.
    pub id_types: IdTypes,
    /// Bodies are erased so many days after their record is final.
    pub payload_days: u32,
    /// A custom text field of the tenant that may hold the record's UUID; empty for none.
    pub marker_field: String,
    /// Seconds between look-ups after a lost answer.
    pub settle_delays: Vec<u64>,
    /// The journal's path.
    pub journal: PathBuf,
    /// Where the tenant's own lists are kept.
    pub directory: PathBuf,
    /// The configuration file, where there is one.
    pub file: Option<PathBuf>,
    /// An extra CA, as a PEM file.
    pub ca_file: Option<PathBuf>,
    /// Where an earlier muster had the journal of every profile, if that is another place.
    pub shared_journal: Option<PathBuf>,
    /// The built-in sandbox is meant.
    pub sandbox: bool,
    /// What a file that was found, and not named, asks for; none once it is confirmed.
    unconfirmed: Option<Found>,
}

impl Settings {
    /// The same with the journal at this place, and the snapshot beside it.
    #[must_use]
    pub(crate) fn with_journal(self, journal: PathBuf) -> Self {
        Self { directory: directory_path(&journal, self.sandbox), journal, ..self }
    }

    /// What a person must confirm before a tenant is spoken to; none where there is nothing of the
    /// sort.
    pub(crate) const fn unconfirmed(&self) -> Option<&Found> {
        self.unconfirmed.as_ref()
    }

    /// The same settings, once a person has said yes to what the file asks for.
    #[must_use]
    pub(crate) fn confirmed(self) -> Self {
        Self { unconfirmed: None, ..self }
    }

    /// App and secret are named; nothing is run or read for that.
    ///
    /// # Errors
    /// [`Code::AccountMissing`], [`Code::SecretMissing`].
    pub(crate) fn are_complete(&self) -> Result<(), Complaint> {
        self.complete().map(drop)
    }

    fn complete(&self) -> Result<(&str, &Secret), Complaint> {
        let Account { app_id, secret, .. } = &self.account;
        let app_id =
            app_id.as_deref().ok_or_else(|| Complaint::with(Code::AccountMissing, ["app_id"]))?;
        let secret =
            secret.as_ref().ok_or_else(|| Complaint::with(Code::SecretMissing, [app_id]))?;
        Ok((app_id, secret))
    }

    /// App and secret, to speak to the tenant with, and what a person should know of how the secret
    /// is kept. A command is run now.
    ///
    /// # Errors
    /// One of both is missing, the secret can't be had, or the file was not confirmed.
    pub(crate) fn credentials(&self) -> Result<(String, SecretString, Vec<Complaint>), Complaint> {
        if let Some(found) = &self.unconfirmed {
            return Err(Complaint::with(Code::ConfigUnconfirmed, [found.shown(), String::new()]));
        }
        let (app_id, secret) = self.complete()?;
        let (secret, mut warnings) = secret.fetch()?;
        if let Some(file) = self.file.as_deref().filter(|_| !self.sandbox) {
            warnings.extend(secret::open_to_all(file));
        }
        Ok((app_id.to_owned(), secret, warnings))
    }
}

/// Base URL, app and secret.
#[derive(Debug)]
pub(crate) struct Account {
    /// `https://open.feishu.cn` or `https://open.larksuite.com`.
    pub base_url: String,
    /// `cli_…`; none where nothing names one.
    pub app_id: Option<String>,
    /// The secret, or where it is; none where nothing gives one.
    secret: Option<Secret>,
}

impl Account {
    /// The host of the base URL, as connections understand it.
    pub(crate) fn host(&self) -> String {
        address::host(&self.base_url)
    }
}

/// `user_id_type` of CoreHR (`docs/facts.md`, section 5).
const USER_TYPES: &[&str] = &["people_corehr_id", "open_id", "union_id", "user_id"];
/// `user_id_type` of hire (`docs/facts.md`, section 4).
const TALENT_USER_TYPES: &[&str] = &["open_id", "union_id", "user_id", "people_admin_id"];
/// `department_id_type` of CoreHR.
const DEPARTMENT_TYPES: &[&str] =
    &["people_corehr_department_id", "open_department_id", "department_id"];

/// Settle everything: flag, environment, profile, default, in this order.
///
/// # Errors
/// The file can't be read or says something unknown, a profile is missing, or the environment
/// contradicts an explicit `--profile` or `--sandbox`.
pub(crate) fn resolve(flags: &Flags, environment: &Environment) -> Result<Settings, Complaint> {
    let read = file::find(flags)?.map(|path| file::read(&path)).transpose()?;
    let folder = read.as_ref().and_then(|read| read.path.parent()).map(Path::to_path_buf);
    let place = Place { folder: folder.as_deref(), here: &flags.here, search: &environment.path };
    let stranger = flags.config.is_none() && !flags.sandbox;
    let unconfirmed = read.as_ref().filter(|_| stranger).map(|read| found::of(read, place));
    let path = read.as_ref().map(|read| read.path.clone());
    let (name, profile) = file::profile(flags, read)?;
    let (account, profile_name, tenant_name) = if flags.sandbox {
        contradiction("--sandbox", SANDBOX, None, environment)?;
        (sandbox_account(), SANDBOX.to_owned(), SANDBOX.to_owned())
    } else {
        account(flags, &name, &profile, place, environment)?
    };
    let user = one_of("user_id_type", profile.user_id_type, USER_TYPES)?;
    let talent_default = profile
        .talent_user_id_type
        .or_else(|| TALENT_USER_TYPES.contains(&user.as_str()).then(|| user.clone()));
    let journal = journal_path(flags, environment, folder.as_deref());
    let shared = Flags { profile: None, ..flags.clone() };
    let shared = journal_path(&shared, environment, folder.as_deref());
    Ok(Settings {
        profile: profile_name,
        tenant_name,
        account,
        id_types: IdTypes {
            talent_user: one_of("talent_user_id_type", talent_default, TALENT_USER_TYPES)?,
            user,
            department: one_of("department_id_type", profile.department_id_type, DEPARTMENT_TYPES)?,
        },
        payload_days: profile.payload_days.unwrap_or(7),
        marker_field: profile.marker_field.unwrap_or_default(),
        settle_delays: profile.settle_delays.unwrap_or_else(|| vec![2, 10, 30]),
        directory: directory_path(&journal, flags.sandbox),
        shared_journal: Some(shared).filter(|shared| *shared != journal),
        journal,
        // The built-in sandbox speaks no TLS, and so nobody's certificates are read for it.
        ca_file: profile.ca_file.filter(|_| !flags.sandbox).map(|path| place.beside(&path)),
        file: path,
        sandbox: flags.sandbox,
        unconfirmed,
    })
}

/// Base URL, app and secret, from one place, with the names to show.
fn account(
    flags: &Flags,
    name: &str,
    profile: &Profile,
    place: Place<'_>,
    environment: &Environment,
) -> Result<(Account, String, String), Complaint> {
    if flags.profile.is_some() {
        contradiction("--profile", name, Some(profile), environment)?;
    }
    // An app that names no address is at Feishu's own.
    let address = profile.base_url.as_deref().or(profile.app_id.as_deref().map(|_| FEISHU));
    let of_environment = differs(address, environment.base_url.as_deref())
        || differs(profile.app_id.as_deref(), environment.app_id.as_deref())
        || (profile.app_id.is_none() && environment.app_id.is_some());
    if profile.app_secret_file.is_some() && profile.app_secret_command.is_some() {
        return Err(Complaint::new(Code::SecretTwice));
    }
    let of_profile = || match (&profile.app_secret_file, &profile.app_secret_command) {
        (Some(path), _) => Some(Secret::File(place.beside(path))),
        (None, Some(words)) => Some(Secret::Printed(place.command(words))),
        (None, None) => None,
    };
    let secret = match (&environment.app_secret, &environment.app_secret_file) {
        (Some(secret), _) => Some(Secret::Known(secret.clone())),
        (None, Some(path)) => Some(Secret::File(path.clone())),
        (None, None) if of_environment => None,
        (None, None) => of_profile(),
    };
    let (base_url, app_id, shown) = if of_environment {
        (environment.base_url.clone(), environment.app_id.clone(), "environment")
    } else {
        (profile.base_url.clone(), profile.app_id.clone(), name)
    };
    let account = Account {
        base_url: address::checked(base_url.as_deref().unwrap_or(FEISHU))?,
        app_id: app_id.filter(|id| !id.trim().is_empty()),
        secret,
    };
    let tenant = if of_environment { None } else { profile.tenant_name.clone() };
    let tenant = tenant.unwrap_or_else(|| account.app_id.clone().unwrap_or_default());
    Ok((account, shown.to_owned(), tenant))
}

/// Both name a value, and not the same.
fn differs(profile: Option<&str>, environment: Option<&str>) -> bool {
    match (profile, environment) {
        (Some(a), Some(b)) => a.trim_end_matches('/') != b.trim_end_matches('/'),
        _ => false,
    }
}

/// An explicit choice that the environment contradicts is an error that names both.
fn contradiction(
    flag: &str,
    name: &str,
    profile: Option<&Profile>,
    environment: &Environment,
) -> Result<(), Complaint> {
    let pairs = [
        (
            "MUSTER_BASE_URL",
            environment.base_url.as_deref(),
            profile.and_then(|p| p.base_url.as_deref()),
        ),
        ("MUSTER_APP_ID", environment.app_id.as_deref(), profile.and_then(|p| p.app_id.as_deref())),
    ];
    for (variable, given, own) in pairs {
        if given.is_some() && (own.is_none() || differs(own, given)) {
            let choice = format!("{flag} {name}");
            let choice = if flag == "--sandbox" { flag.to_owned() } else { choice };
            return Err(Complaint::with(
                Code::EnvironmentContradicts,
                [choice.as_str(), variable, given.unwrap_or_default()],
            ));
        }
    }
    Ok(())
}

fn sandbox_account() -> Account {
    Account {
        base_url: SANDBOX.to_owned(),
        app_id: Some("cli_sandbox".to_owned()),
        secret: Some(Secret::Known(SecretString::from("sandbox"))),
    }
}

fn one_of(key: &str, value: Option<String>, allowed: &[&str]) -> Result<String, Complaint> {
    let value = value.unwrap_or_else(|| allowed.first().copied().unwrap_or_default().to_owned());
    if allowed.contains(&value.as_str()) {
        Ok(value)
    } else {
        Err(Complaint::with(Code::ConfigValue, [key, &value, &allowed.join(", ")]))
    }
}

#[cfg(test)]
mod tests;
