//! The files that a configuration leads to, by name alone: nothing is run, no secret is read, and one
//! that is wrong is no error here.
//!
//! Must not know: why they are asked for.

use std::path::{Path, PathBuf};

use super::asked::{Environment, Flags, directory_path, journal_path};
use super::file;

/// What is read and kept, as far as it can be told.
#[derive(Clone, Debug, Default)]
pub(crate) struct InputFiles {
    /// The configuration, and what it and the environment have read: secrets, certificates, programs.
    pub read: Vec<PathBuf>,
    /// The journals of the tenant and of the sandbox.
    pub journals: Vec<PathBuf>,
    /// The snapshots beside them.
    pub directories: Vec<PathBuf>,
}

/// Finds the files that muster reads and keeps; a configuration that cannot be read gives none.
pub(crate) fn kept(flags: &Flags, environment: &Environment) -> InputFiles {
    let file = file::find(flags).ok().flatten();
    let folder = file.as_deref().and_then(Path::parent);
    let mut kept = InputFiles::default();
    for sandbox in [false, true] {
        let flags = Flags { sandbox, ..flags.clone() };
        let named = journal_path(&flags, environment, folder);
        // Where others put one that is not named here.
        let plain = Flags { journal: None, ..flags };
        let unnamed = Environment { journal: None, ..environment.clone() };
        let default = Flags { profile: None, ..plain.clone() };
        let unnamed = [&plain, &default].map(|flags| journal_path(flags, &unnamed, folder));
        for journal in [named].into_iter().chain(unnamed) {
            kept.directories.push(directory_path(&journal, sandbox));
            kept.journals.push(journal);
        }
    }
    kept.read.extend(environment.app_secret_file.clone());
    if let Some(path) = &file {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        if let Ok(table) = text.parse::<toml::Table>() {
            let mut words = Vec::new();
            texts(&toml::Value::Table(table), &mut words);
            // A word that is no file's name is not there to be written over.
            kept.read
                .extend(folder.into_iter().flat_map(|f| words.iter().map(|word| f.join(word))));
            kept.read.extend(words.iter().map(PathBuf::from));
        }
    }
    kept.read.extend(file);
    kept
}

/// Every text of a configuration, however deep.
fn texts(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => found.push(text.clone()),
        toml::Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        toml::Value::Table(table) => table.values().for_each(|value| texts(value, found)),
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}
