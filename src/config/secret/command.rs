//! A program that prints the secret: found by the rules of `PATH`, run without a shell, within
//! limits.
//!
//! Must not know: whose configuration names it.

use std::ffi::OsStr;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use secrecy::SecretString;

use super::text::{MOST_BYTES, text_of};
use crate::problem::{Arg, Code, Complaint, both, of_system};

/// How long the program may take, 30 s: a keyring answers at once, and a person who unlocks one
/// types a password meanwhile; what takes longer waits for something that will not come.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is looked whether the program has ended, once its output has.
const LOOK: Duration = Duration::from_millis(20);
/// Where a program is looked for if the surroundings say nothing.
const USUAL: &str = "/usr/local/bin:/usr/bin:/bin";

/// A program with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::config) struct Command {
    words: Vec<String>,
    /// The program's file; none where there is no such program.
    program: Option<PathBuf>,
    patience: Duration,
}

impl Command {
    /// Look for the program in the folders of `search`. Only those with a whole path count: another
    /// would be a folder of whoever made the current one. A name with a folder in it counts from
    /// `here`.
    pub(in crate::config) fn new(words: &[String], here: &Path, search: Option<&OsStr>) -> Self {
        let runs = |path: PathBuf| which::which_in(path, None::<&OsStr>, here).ok();
        let find = |name: &String| {
            if Path::new(name).components().count() > 1 {
                return runs(here.join(name));
            }
            let folders = std::env::split_paths(search.unwrap_or(OsStr::new(USUAL)));
            folders.filter(|folder| folder.is_absolute()).find_map(|folder| runs(folder.join(name)))
        };
        let program = words.first().filter(|name| !name.is_empty()).and_then(find);
        Self { words: words.to_vec(), program, patience: PATIENCE }
    }

    /// The program's file.
    pub(in crate::config) fn program(&self) -> Option<&Path> {
        self.program.as_deref()
    }

    #[cfg(test)]
    pub(super) fn within(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Run it, with the terminal's error output as its own; the first line of what it prints.
    pub(super) fn run(&self) -> Result<SecretString, Complaint> {
        // Only the program is named: an argument may be an entry's name.
        let name = self.words.first().map_or("", String::as_str);
        let failed = |why: Arg| Complaint::with(Code::SecretCommand, [name.into(), why]);
        let missing = || failed(both("没有这个程序", "there is no such program"));
        let program = self.program.as_deref().ok_or_else(missing)?;
        let mut child = std::process::Command::new(program)
            .args(self.words.get(1..).unwrap_or_default())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(|error| failed(of_system(&error)))?;
        let heard = listen(&mut child, Instant::now() + self.patience);
        if heard.is_err() {
            // What it started itself loses its reader.
            let _ = child.kill();
            let _ = child.wait();
        }
        let bytes = heard.map_err(|why| failed(why.told(self.patience)))?;
        let (text, _) = text_of(&bytes).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default().trim();
        if line.is_empty() {
            return Err(failed(both("没有输出", "it printed nothing")));
        }
        Ok(SecretString::from(line.to_owned()))
    }
}

/// Why there is no output to use.
enum Deaf {
    TooLate,
    TooMuch,
    Failed(Arg),
}

impl Deaf {
    fn told(&self, patience: Duration) -> Arg {
        let seconds = patience.as_secs();
        match self {
            Self::TooLate => both(
                &format!("{seconds} 秒后还没有结束，已终止"),
                &format!("it had not ended after {seconds} s and was killed"),
            ),
            Self::TooMuch => {
                both("输出超过 64 KiB，已终止", "it printed more than 64 KiB and was killed")
            }
            Self::Failed(why) => why.clone(),
        }
    }
}

/// All that a program prints until it ends.
fn listen(child: &mut Child, deadline: Instant) -> Result<Vec<u8>, Deaf> {
    let of_io = |error: std::io::Error| Deaf::Failed(of_system(&error));
    let output = child.stdout.take();
    let (tell, told) = mpsc::channel();
    // Reading can't be given up, so a thread does it; it ends with the output, or at the limit.
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = output
            .map_or(Ok(0), |output| output.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes));
        let _ = tell.send(read.map(|_| bytes));
    });
    let left = deadline.saturating_duration_since(Instant::now());
    let bytes = match told.recv_timeout(left) {
        Ok(read) => read.map_err(of_io)?,
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
            return Err(Deaf::TooLate);
        }
    };
    if bytes.len() > MOST_BYTES {
        return Err(Deaf::TooMuch);
    }
    loop {
        match child.try_wait().map_err(of_io)? {
            Some(status) if status.success() => return Ok(bytes),
            Some(status) => return Err(Deaf::Failed(status.to_string().into())),
            None if Instant::now() >= deadline => return Err(Deaf::TooLate),
            None => std::thread::sleep(LOOK),
        }
    }
}
