//! Where the app secret comes from: the environment, a file, or a command that prints it.
//!
//! A command covers every keyring there is (`["pass", "feishu"]`,
//! `["security", "find-generic-password", "-w", "-s", "feishu"]`, `["secret-tool", "lookup", …]`,
//! `["op", "read", …]`) with the person's own unlocking, where a keyring library would bring D-Bus
//! to Linux builds and know three of them. It runs without a shell, and only when a tenant is about
//! to be spoken to, so that `muster runs` asks for no password.
//!
//! Must not know: what the secret is for.

mod command;
mod kept;
mod text;

use std::path::PathBuf;

use secrecy::SecretString;

use crate::problem::Complaint;
pub(super) use command::Command;
pub(super) use kept::open_to_all;

/// The secret, or how to have it.
#[derive(Clone, Debug)]
pub(super) enum Secret {
    /// Given.
    Known(SecretString),
    /// In this file.
    File(PathBuf),
    /// Printed by a program, on the first line of its output.
    Printed(Command),
}

impl Secret {
    /// The secret, and what a person should know of how it is kept.
    ///
    /// # Errors
    /// `secret-unreadable`, `secret-command`. What was read or printed is never told.
    pub(super) fn fetch(&self) -> Result<(SecretString, Vec<Complaint>), Complaint> {
        match self {
            Self::Known(secret) => Ok((secret.clone(), Vec::new())),
            Self::File(path) => kept::read(path),
            Self::Printed(command) => Ok((command.run()?, Vec::new())),
        }
    }
}

#[cfg(test)]
mod tests;
