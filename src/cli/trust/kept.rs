//! What a user has confirmed: `trusted.json` in the folder of the user's own state.
//!
//! Must not know: how a person is asked.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::config::Found;
use crate::problem::{Arg, Code, Complaint, both, of_system};
use crate::report::disk;

/// A configuration as it was confirmed: another file, or another program in the place of one that
/// it runs, is another seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seal {
    /// Where the file is. None where that is no text: such a one is asked about each time.
    path: Option<String>,
    sha256: String,
    /// SHA-256 of each program that it runs, by path; of none where there is no such program.
    programs: BTreeMap<String, Option<String>>,
}

impl Seal {
    pub(super) fn of(found: &Found) -> Self {
        let programs = found.wishes.iter().filter(|wish| !wish.runs.is_empty()).map(|wish| {
            let name = wish.runs.first().cloned().unwrap_or_default();
            let path = wish.program.as_ref().map(|program| program.display().to_string());
            let sum = wish.program.as_deref().and_then(|program| sum(program).ok());
            (path.unwrap_or(name), sum)
        });
        Self {
            path: found.path.to_str().map(str::to_owned),
            sha256: found.sha256.clone(),
            programs: programs.collect(),
        }
    }
}

fn sum(path: &Path) -> io::Result<String> {
    let mut hasher = Sha256::new();
    io::copy(&mut File::open(path)?, &mut hasher)?;
    Ok(format!("{:x}", hasher.finalize()))
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    seal: Seal,
    confirmed_at: jiff::Timestamp,
}

#[derive(Debug, Serialize, Deserialize)]
struct Document {
    version: u32,
    configurations: Vec<Entry>,
}

impl Default for Document {
    fn default() -> Self {
        Self { version: 1, configurations: Vec::new() }
    }
}

/// All that was confirmed.
#[derive(Debug)]
pub(super) struct Trusted {
    folder: Option<PathBuf>,
    document: Document,
}

impl Trusted {
    /// What the user's state holds. What can't be read confirms nothing.
    pub(super) fn open(folder: Option<PathBuf>) -> Self {
        let read = || {
            let text = std::fs::read(folder.as_deref()?.join(NAME)).ok()?;
            serde_json::from_slice::<Document>(&text).ok().filter(|read| read.version == 1)
        };
        let document = read().unwrap_or_default();
        Self { folder, document }
    }

    /// This very configuration was confirmed.
    pub(super) fn holds(&self, seal: &Seal) -> bool {
        seal.path.is_some() && self.document.configurations.iter().any(|known| known.seal == *seal)
    }

    /// Once this returns, it is confirmed for later runs too, in place of what stood at its path.
    pub(super) fn keep(&mut self, seal: Seal, now: jiff::Timestamp) -> Result<(), Complaint> {
        let unkept =
            |shown: String, why: Arg| Complaint::with(Code::StateUnwritable, [shown.into(), why]);
        let Some(folder) = self.folder.clone() else {
            let why = both("没有主文件夹", "there is no home folder");
            return Err(unkept(NAME.to_owned(), why));
        };
        let shown = folder.join(NAME).display().to_string();
        let known = &mut self.document.configurations;
        known.retain(|known| known.seal.path != seal.path);
        known.push(Entry { seal, confirmed_at: now });
        let text = serde_json::to_vec_pretty(&self.document)
            .map_err(|error| unkept(shown.clone(), error.to_string().into()))?;
        disk::make_folder(&folder).and_then(|()| disk::write(&folder.join(NAME), &text)).map_err(
            |wrong| {
                let full = || of_system(&io::ErrorKind::StorageFull.into());
                unkept(shown, wrong.args.get(1).cloned().unwrap_or_else(full))
            },
        )
    }
}

/// The file's name.
const NAME: &str = "trusted.json";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Wish;

    fn found(path: &Path, program: Option<&Path>) -> Found {
        let wish = Wish {
            profile: "default".to_owned(),
            tenant_name: None,
            host: "open.feishu.cn".to_owned(),
            is_elsewhere: false,
            app_id: None,
            runs: vec!["pass".to_owned(), "feishu".to_owned()],
            program: program.map(Path::to_path_buf),
            reads: Vec::new(),
        };
        Found { path: path.to_owned(), sha256: "00".to_owned(), wishes: vec![wish] }
    }

    #[test]
    fn another_path_text_or_program_is_another_configuration() {
        let dir = tempfile::tempdir().unwrap();
        let program = dir.path().join("pass");
        std::fs::write(&program, "one").unwrap();
        let state = || Trusted::open(Some(dir.path().join("deep").join("state")));
        let first = found(Path::new("/a/muster.toml"), Some(&program));
        assert!(!state().holds(&Seal::of(&first)));
        state().keep(Seal::of(&first), jiff::Timestamp::UNIX_EPOCH).unwrap();
        let other = found(Path::new("/b/muster.toml"), Some(&program));
        state().keep(Seal::of(&other), jiff::Timestamp::UNIX_EPOCH).unwrap();
        assert!(state().holds(&Seal::of(&first)) && state().holds(&Seal::of(&other)));

        let moved = found(Path::new("/c/muster.toml"), Some(&program));
        assert!(!state().holds(&Seal::of(&moved)));
        let edited = Found { sha256: "01".to_owned(), ..first.clone() };
        assert!(!state().holds(&Seal::of(&edited)));
        assert!(!state().holds(&Seal::of(&found(Path::new("/a/muster.toml"), None))));
        std::fs::write(&program, "two").unwrap();
        assert!(!state().holds(&Seal::of(&first)));
        state().keep(Seal::of(&first), jiff::Timestamp::UNIX_EPOCH).unwrap();
        assert!(state().holds(&Seal::of(&first)));
        assert_eq!(state().document.configurations.len(), 2, "one for each path");
    }

    #[test]
    fn what_cannot_be_read_confirms_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let seal = Seal::of(&found(Path::new("/a/muster.toml"), None));
        for text in ["", "{}", "[]", "{\"version\":2,\"configurations\":[]}"] {
            std::fs::write(dir.path().join(NAME), text).unwrap();
            assert!(!Trusted::open(Some(dir.path().to_path_buf())).holds(&seal), "{text}");
        }
        assert!(!Trusted::open(None).holds(&seal));
        let kept = Trusted::open(None).keep(seal, jiff::Timestamp::UNIX_EPOCH);
        assert_eq!(kept.unwrap_err().code, Code::StateUnwritable);
    }
}
