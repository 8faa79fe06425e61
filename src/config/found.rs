//! What a file that was found asks for: everything that a person must see before it is followed.
//!
//! Must not know: how a person is asked, and where an answer is kept.

use std::path::PathBuf;

use super::address::{self, FEISHU};
use super::file::Read;
use super::place::Place;

/// A file that was found beside somebody's spreadsheets, not named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it is. Its folder is the true one, whatever links led there: what a profile names
    /// counts from it.
    pub path: PathBuf,
    /// SHA-256 of exactly the bytes that were understood, in hex.
    pub sha256: String,
    /// What each of its profiles asks for: the file is confirmed whole.
    pub wishes: Vec<Wish>,
}

/// What one profile asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// Its name.
    pub profile: String,
    /// Under which name it would be shown.
    pub tenant_name: Option<String>,
    /// Where a secret would be sent to.
    pub host: String,
    /// This is neither Feishu nor Lark.
    pub is_elsewhere: bool,
    /// As whom.
    pub app_id: Option<String>,
    /// What would be run.
    pub runs: Vec<String>,
    /// The program of that, where it is found; what is confirmed is this very file.
    pub program: Option<PathBuf>,
    /// What would be read: the secret, certificate authorities.
    pub reads: Vec<PathBuf>,
}

impl Found {
    /// The path, as messages name it.
    pub(crate) fn shown(&self) -> String {
        self.path.display().to_string()
    }
}

/// What a file asks for.
pub(super) fn of(file: &Read, place: Place<'_>) -> Found {
    let wishes = file.profiles.iter().map(|(name, profile)| {
        let address = profile.base_url.as_deref().unwrap_or(FEISHU);
        let words = profile.app_secret_command.as_deref().unwrap_or_default();
        let reads = profile.app_secret_file.iter().chain(&profile.ca_file);
        Wish {
            profile: name.clone(),
            tenant_name: profile.tenant_name.clone(),
            host: address::host(address),
            is_elsewhere: !address::is_of_feishu(address),
            app_id: profile.app_id.clone(),
            runs: words.to_vec(),
            program: place.command(words).program().map(PathBuf::from),
            reads: reads.map(|path| place.beside(path)).collect(),
        }
    });
    let folder = file.path.parent().and_then(|folder| std::fs::canonicalize(folder).ok());
    let path = match (folder, file.path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => file.path.clone(),
    };
    Found { path, sha256: file.sha256.clone(), wishes: wishes.collect() }
}
