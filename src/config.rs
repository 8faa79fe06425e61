//! Flags, environment and file → [`Settings`], once.
//!
//! Base URL, app and secret are one set: they come from one place or agree, never a mixture.
//!
//! Must not know: where the environment is read (`cli::environment`), what the settings are for.

mod kept;
mod secret;

use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::plan::IdTypes;
use crate::problem::{Code, Complaint};
pub use kept::kept;
pub use secret::Secret;

/// Feishu's own address.
pub const FEISHU: &str = "https://open.feishu.cn";
/// The name of the built-in sandbox, as tenant and as base URL of its journal.
pub const SANDBOX: &str = "sandbox";

/// What the environment says, read once by `cli`.
#[derive(Clone, Debug, Default)]
pub struct Environment {
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
}

/// What the flags say.
#[derive(Clone, Debug, Default)]
pub struct Flags {
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

/// Everything that is settled before a command begins.
#[derive(Debug)]
pub struct Settings {
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
    /// The configuration file, where there is one.
    pub file: Option<PathBuf>,
    /// An extra CA, as a PEM file.
    pub ca_file: Option<PathBuf>,
    /// The built-in sandbox is meant.
    pub sandbox: bool,
}

/// Base URL, app and secret.
#[derive(Debug)]
pub struct Account {
    /// `https://open.feishu.cn` or `https://open.larksuite.com`.
    pub base_url: String,
    /// `cli_…`; none where nothing names one.
    pub app_id: Option<String>,
    /// The secret, or the command that prints it; none where nothing gives one.
    pub secret: Option<Secret>,
}

impl Account {
    /// The host of the base URL.
    pub fn host(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest);
        rest.split('/').next().unwrap_or(rest)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    profile: std::collections::BTreeMap<String, Profile>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    tenant_name: Option<String>,
    base_url: Option<String>,
    app_id: Option<String>,
    app_secret_file: Option<PathBuf>,
    app_secret_command: Option<Vec<String>>,
    user_id_type: Option<String>,
    talent_user_id_type: Option<String>,
    department_id_type: Option<String>,
    payload_days: Option<u32>,
    marker_field: Option<String>,
    settle_delays: Option<Vec<u64>>,
    ca_file: Option<PathBuf>,
}

/// `user_id_type` of CoreHR (`facts/api-job_data-create.md`).
const USER_TYPES: &[&str] = &["people_corehr_id", "open_id", "union_id", "user_id"];
/// `user_id_type` of hire (`facts/api-talent-combined_create.md`).
const TALENT_USER_TYPES: &[&str] = &["open_id", "union_id", "user_id", "people_admin_id"];
/// `department_id_type` of CoreHR.
const DEPARTMENT_TYPES: &[&str] =
    &["people_corehr_department_id", "open_department_id", "department_id"];

/// Settle everything: flag, environment, profile, default, in this order.
///
/// # Errors
/// The file can't be read or says something unknown, a profile is missing, or the environment
/// contradicts an explicit `--profile` or `--sandbox`.
pub fn settle(flags: &Flags, environment: &Environment) -> Result<Settings, Complaint> {
    let file = find_file(flags)?;
    let (name, profile) = profile(flags, file.as_deref())?;
    let folder = file.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    let (account, profile_name, tenant_name) = if flags.sandbox {
        contradiction("--sandbox", SANDBOX, None, environment)?;
        (sandbox_account(), SANDBOX.to_owned(), SANDBOX.to_owned())
    } else {
        account(flags, &name, &profile, folder.as_deref(), environment)?
    };
    let journal = journal_path(flags, environment, folder.as_deref());
    let user = one_of("user_id_type", profile.user_id_type, USER_TYPES)?;
    let talent_default = profile
        .talent_user_id_type
        .or_else(|| TALENT_USER_TYPES.contains(&user.as_str()).then(|| user.clone()));
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
        journal,
        ca_file: profile.ca_file.map(|path| beside(folder.as_deref(), &path)),
        file,
        sandbox: flags.sandbox,
    })
}

/// `--config`, else `muster.toml` here or above, else beside the first input.
fn find_file(flags: &Flags) -> Result<Option<PathBuf>, Complaint> {
    if let Some(path) = &flags.config {
        if path.is_file() {
            return Ok(Some(path.clone()));
        }
        return Err(unreadable(path, "not found"));
    }
    let above = flags.here.ancestors().map(|folder| folder.join("muster.toml"));
    let beside = flags.beside.as_deref().and_then(Path::parent).map(|f| f.join("muster.toml"));
    Ok(above.chain(beside).find(|path| path.is_file()))
}

/// The profile that is meant, by name.
fn profile(flags: &Flags, file: Option<&Path>) -> Result<(String, Profile), Complaint> {
    let wanted = flags.profile.as_deref();
    let Some(path) = file else {
        return match wanted {
            Some(name) if !flags.sandbox => Err(Complaint::with(Code::ConfigMissing, [name])),
            _ => Ok(("default".to_owned(), Profile::default())),
        };
    };
    let text =
        std::fs::read_to_string(path).map_err(|error| unreadable(path, &error.to_string()))?;
    let mut file: File =
        toml::from_str(&text).map_err(|error| unreadable(path, error.to_string().trim_end()))?;
    let name = wanted.unwrap_or("default");
    match file.profile.remove(name) {
        Some(profile) => Ok((name.to_owned(), profile)),
        None if wanted.is_none() => Ok((name.to_owned(), Profile::default())),
        None => {
            let names: Vec<_> = file.profile.into_keys().collect();
            let shown = path.display().to_string();
            Err(Complaint::with(Code::ProfileMissing, [name, &shown, &names.join(", ")]))
        }
    }
}

/// Base URL, app and secret, from one place, with the names to show.
fn account(
    flags: &Flags,
    name: &str,
    profile: &Profile,
    folder: Option<&Path>,
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
        (Some(path), _) => secret::read(&beside(folder, path)).map(Secret::Known).map(Some),
        (None, Some(words)) => Ok(Some(Secret::Command(words.clone()))),
        (None, None) => Ok(None),
    };
    let secret = match (&environment.app_secret, &environment.app_secret_file) {
        (Some(secret), _) => Some(Secret::Known(secret.clone())),
        (None, Some(path)) => Some(Secret::Known(secret::read(path)?)),
        (None, None) if of_environment => None,
        (None, None) => of_profile()?,
    };
    let (base_url, app_id, shown) = if of_environment {
        (environment.base_url.clone(), environment.app_id.clone(), "environment")
    } else {
        (profile.base_url.clone(), profile.app_id.clone(), name)
    };
    let account = Account {
        base_url: checked_url(base_url.as_deref().unwrap_or(FEISHU))?,
        app_id: app_id.filter(|id| !id.trim().is_empty()),
        secret: secret.filter(|secret| match secret {
            Secret::Known(secret) => !secret.expose_secret().is_empty(),
            Secret::Command(_) => true,
        }),
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

/// `--journal`, `MUSTER_JOURNAL`, else `.muster/` beside `muster.toml`, else beside the first input;
/// the sandbox's in the current folder, where `resume --sandbox` looks for it.
fn journal_path(flags: &Flags, environment: &Environment, folder: Option<&Path>) -> PathBuf {
    let explicit = flags.journal.clone().or_else(|| environment.journal.clone());
    let name = if flags.sandbox { "sandbox.db" } else { "journal.db" };
    explicit.unwrap_or_else(|| {
        let beside = flags.beside.as_deref().and_then(Path::parent).filter(|_| !flags.sandbox);
        let home = folder.or(beside).unwrap_or(&flags.here);
        home.join(".muster").join(name)
    })
}

fn one_of(key: &str, value: Option<String>, allowed: &[&str]) -> Result<String, Complaint> {
    let value = value.unwrap_or_else(|| allowed.first().copied().unwrap_or_default().to_owned());
    if allowed.contains(&value.as_str()) {
        Ok(value)
    } else {
        Err(Complaint::with(Code::ConfigValue, [key, &value, &allowed.join(", ")]))
    }
}

/// An address that a secret may be sent to: https, or this very machine.
fn checked_url(url: &str) -> Result<String, Complaint> {
    let trimmed = url.trim().trim_end_matches('/');
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|prefix| {
        trimmed.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    });
    if trimmed.starts_with("https://") && trimmed.len() > "https://".len() || local {
        Ok(trimmed.to_owned())
    } else {
        Err(Complaint::with(Code::ConfigValue, ["base_url", url, "https://…"]))
    }
}

fn beside(folder: Option<&Path>, path: &Path) -> PathBuf {
    folder.map_or_else(|| path.to_path_buf(), |folder| folder.join(path))
}

fn unreadable(path: &Path, why: &str) -> Complaint {
    Complaint::with(Code::ConfigUnreadable, [path.display().to_string(), why.to_owned()])
}

#[cfg(test)]
mod tests;
