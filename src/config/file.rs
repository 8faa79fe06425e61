//! `muster.toml`: where it is, what it may say, and what is wrong with it, told without a word of
//! what it holds: a line that is wrong may be the one with a secret.
//!
//! Must not know: what the environment says.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::asked::{DEFAULT, Flags, is_folder_name};
use crate::problem::{Arg, Code, Complaint, both, of_system};

/// The largest file that is read, 1 MiB: one is found without being named, and may be anything.
const MOST_BYTES: u64 = 1 << 20;

/// A file that was read.
pub(super) struct Read {
    pub(super) path: PathBuf,
    /// SHA-256 of exactly the bytes that were understood, in hex.
    pub(super) sha256: String,
    pub(super) profiles: BTreeMap<String, Profile>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    profile: BTreeMap<String, Profile>,
}

/// `[profile.…]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Profile {
    pub(super) tenant_name: Option<String>,
    pub(super) base_url: Option<String>,
    pub(super) app_id: Option<String>,
    pub(super) app_secret_file: Option<PathBuf>,
    pub(super) app_secret_command: Option<Vec<String>>,
    pub(super) user_id_type: Option<String>,
    pub(super) talent_user_id_type: Option<String>,
    pub(super) department_id_type: Option<String>,
    pub(super) payload_days: Option<u32>,
    pub(super) marker_field: Option<String>,
    pub(super) settle_delays: Option<Vec<u64>>,
    pub(super) ca_file: Option<PathBuf>,
}

/// `--config`, else `muster.toml` here or above, else beside the first input.
pub(super) fn find(flags: &Flags) -> Result<Option<PathBuf>, Complaint> {
    if let Some(path) = &flags.config {
        if path.is_file() {
            return Ok(Some(path.clone()));
        }
        let missing = of_system(&std::io::ErrorKind::NotFound.into());
        return Err(unreadable(path, missing));
    }
    let above = flags.here.ancestors().map(|folder| folder.join("muster.toml"));
    let beside = flags.beside.as_deref().and_then(Path::parent).map(|f| f.join("muster.toml"));
    Ok(above.chain(beside).find(|path| path.is_file()))
}

/// Read a file.
pub(super) fn read(path: &Path) -> Result<Read, Complaint> {
    let failed = |error: std::io::Error| unreadable(path, of_system(&error));
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(unreadable(path, both("大于 1 MiB", "it is larger than 1 MiB")));
    }
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| unreadable(path, both("不是 UTF-8 文本", "it is no UTF-8 text")))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let file: File = toml::from_str(text).map_err(|error| wrong(path, text, &error))?;
    let sha256 = format!("{:x}", Sha256::digest(&bytes));
    Ok(Read { path: path.to_owned(), sha256, profiles: file.profile })
}

/// The names of a file's profiles.
///
/// # Errors
/// The file can't be read, or says something unknown.
pub(crate) fn names(path: &Path) -> Result<Vec<String>, Complaint> {
    Ok(read(path)?.profiles.into_keys().collect())
}

/// The profile that is meant, by name.
pub(super) fn profile(flags: &Flags, file: Option<Read>) -> Result<(String, Profile), Complaint> {
    let wanted = flags.profile.as_deref();
    let Some(mut file) = file else {
        return match wanted {
            Some(name) if !flags.sandbox => Err(Complaint::with(Code::ConfigMissing, [name])),
            _ => Ok(("default".to_owned(), Profile::default())),
        };
    };
    let name = wanted.unwrap_or(DEFAULT);
    if !is_folder_name(name) {
        let allowed =
            both("能作文件夹名的文字，例如 test", "what can name a folder, such as `test`");
        return Err(Complaint::with(Code::ConfigValue, ["profile".into(), name.into(), allowed]));
    }
    match file.profiles.remove(name) {
        Some(profile) => Ok((name.to_owned(), profile)),
        None if wanted.is_none() => Ok((name.to_owned(), Profile::default())),
        None => {
            let names: Vec<_> = file.profiles.into_keys().collect();
            let shown = file.path.display().to_string();
            Err(Complaint::with(Code::ProfileMissing, [name, &shown, &names.join(", ")]))
        }
    }
}

/// What is wrong with the text, by line and column. The library shows the line itself, and names
/// the value that it did not expect: neither is passed on.
fn wrong(path: &Path, text: &str, error: &toml::de::Error) -> Complaint {
    let span = error.span().unwrap_or(0..0);
    let before = text.get(..span.start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let whole = text.lines().nth(line - 1).unwrap_or_default();
    let message = error.message();
    let unknown = message.starts_with("unknown field");
    let key = if unknown { text.get(span).unwrap_or_default() } else { key_of(whole) };
    if holds_secret(key) {
        let words = [path.display().to_string(), line.to_string()];
        return Complaint::with(Code::ConfigSecret, words);
    }
    let why = if unknown {
        match Some(key).filter(|key| is_name(key)) {
            Some(key) => {
                both(&format!("没有「{key}」这个配置项"), &format!("there is no setting `{key}`"))
            }
            None => both("没有这个配置项", "there is no such setting"),
        }
    } else if message.starts_with("invalid ") && message.contains(", expected ") && is_name(key) {
        // Of a value that is of another type; what was expected is the last thing that is said.
        let expected = message.rsplit(", expected ").next().unwrap_or_default();
        both(
            &format!("{key} 的值不对，应为：{expected}"),
            &format!("{key} is not what it should be: {expected}"),
        )
    } else if toml::from_str::<toml::Table>(text).is_err() {
        // The grammar's complaints are fixed texts.
        both(&format!("不是有效的 TOML：{message}"), &format!("this is no valid TOML: {message}"))
    } else {
        both("这里写的不对", "what is there is not right")
    };
    let at =
        both(&format!("第 {line} 行第 {column} 列："), &format!("line {line}, column {column}: "));
    let (zh, en) = (crate::problem::Lang::Zh, crate::problem::Lang::En);
    let say = |lang| format!("{}{}", at.pick(lang), why.pick(lang));
    unreadable(path, both(&say(zh), &say(en)))
}

/// What stands before the `=` of a line.
fn key_of(line: &str) -> &str {
    let key = line.split_once('=').map_or(line, |(key, _)| key);
    key.trim().trim_matches(['"', '\''])
}

/// A word that may be a setting's name, so that it can be shown.
fn is_name(key: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    !key.is_empty() && key.len() <= 40 && key.chars().all(plain)
}

/// What is meant to be a secret, however it is spelt; the settings that say where it is are none.
fn holds_secret(key: &str) -> bool {
    let bare: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
    let bare = bare.to_lowercase();
    let near = |name: &str| strsim::damerau_levenshtein(&bare, name) <= 2;
    let place = matches!(key, "app_secret_file" | "app_secret_command");
    let says = ["secret", "password", "passwd", "token", "密钥", "密码"];
    !place && (says.iter().any(|word| bare.contains(word)) || near("appsecret") || near("secret"))
}

fn unreadable(path: &Path, why: Arg) -> Complaint {
    Complaint::with(Code::ConfigUnreadable, [path.display().to_string().into(), why])
}

#[cfg(test)]
mod tests;
