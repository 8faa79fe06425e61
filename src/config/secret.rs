//! Where the app secret comes from: the environment, a file, or a command that prints it.
//!
//! A command covers every keyring there is (`["pass", "feishu"]`,
//! `["security", "find-generic-password", "-w", "-s", "feishu"]`, `["secret-tool", "lookup", …]`,
//! `["op", "read", …]`) with the person's own unlocking, where a keyring library would bring D-Bus
//! to Linux builds and know three of them. It runs without a shell, and only when a tenant is about
//! to be spoken to, so that `muster runs` asks for no password.
//!
//! Must not know: what the secret is for.

use std::path::Path;
use std::process::{Command, Stdio};

use secrecy::SecretString;

use crate::problem::{Code, Complaint};

/// The secret, or how to have it.
#[derive(Clone, Debug)]
pub enum Secret {
    /// Given.
    Known(SecretString),
    /// Printed by this program with these arguments, on the first line of its output.
    Command(Vec<String>),
}

impl Secret {
    /// The secret. A command is run, with the terminal's error output as its own.
    ///
    /// # Errors
    /// [`Code::SecretCommand`]: it can't be started, fails, or prints nothing. What it printed is
    /// never told.
    pub fn fetch(&self) -> Result<SecretString, Complaint> {
        let words = match self {
            Self::Known(secret) => return Ok(secret.clone()),
            Self::Command(words) => words,
        };
        let (program, arguments) = words.split_first().ok_or_else(|| failed("", "empty"))?;
        let ran = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| failed(program, &crate::problem::of_system(&error)))?;
        if !ran.status.success() {
            return Err(failed(program, &ran.status.to_string()));
        }
        let text = String::from_utf8(ran.stdout).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default().trim();
        if line.is_empty() {
            return Err(failed(program, &crate::problem::both("没有输出", "it printed nothing")));
        }
        Ok(SecretString::from(line.to_owned()))
    }
}

/// Only the program is named: an argument may be an entry's name.
fn failed(program: &str, why: &str) -> Complaint {
    Complaint::with(Code::SecretCommand, [program, why])
}

/// The secret in a file, without the line's end.
pub(super) fn read(path: &Path) -> Result<SecretString, Complaint> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Complaint::with(Code::SecretUnreadable, [path.display().to_string(), error.to_string()])
    })?;
    Ok(SecretString::from(text.trim().to_owned()))
}
