//! The only place that writes to standard output and standard error.
//!
//! stdout is data, stderr is talk. No character that could drive a terminal passes (`problem::shown`);
//! that a value forges no line is seen to where it is put into a sentence. A reader that went away (`| head`) is no error.
//!
//! Must not know: what is printed.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use secrecy::SecretString;

use crate::problem::{Code, Complaint, Lang, Problem, shown};
use crate::report::disk::cannot_write;
use crate::tr;

use super::args::Colour;

/// Who talks, how, and in which language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Printer {
    /// The language of all texts.
    pub(super) lang: Lang,
    quiet: bool,
    no_input: bool,
}

impl Printer {
    /// A printer; fixes colour for the whole process.
    pub(super) fn new(lang: Lang, quiet: bool, no_input: bool, colour: Colour) -> Self {
        match colour {
            Colour::Auto => {}
            Colour::Always => anstream::ColorChoice::Always.write_global(),
            Colour::Never => anstream::ColorChoice::Never.write_global(),
        }
        Self { lang, quiet, no_input }
    }

    /// Data for people, to standard output.
    pub(super) fn data(self, text: &str) {
        self.put(&shown::printed(text));
    }

    /// A document for programs, to standard output: what a terminal would obey is escaped, not lost.
    pub(super) fn document(self, json: &str) {
        self.put(&shown::json(json));
    }

    fn put(self, text: &str) {
        let mut out = anstream::stdout().lock();
        let end: &[u8] = if text.ends_with('\n') { b"" } else { b"\n" };
        let written = out
            .write_all(text.as_bytes())
            .and_then(|()| out.write_all(end))
            .and_then(|()| out.flush());
        drop(out);
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
            && !DATA_LOST.swap(true, Ordering::Relaxed)
        {
            self.error(&cannot_write(Path::new("stdout"), &error));
        }
    }

    /// Talk, to standard error; silent under `-q`.
    pub(super) fn say(self, text: &str) {
        if !self.quiet {
            self.urge(text);
        }
    }

    /// Talk that is heard under `-q` too: errors and questions.
    #[expect(clippy::unused_self, reason = "whoever prints has a printer")]
    pub(super) fn urge(self, text: &str) {
        let mut out = anstream::stderr().lock();
        let _ = writeln!(out, "{}", shown::printed(text));
    }

    /// An error, with its way out.
    pub(super) fn error(self, complaint: &Complaint) {
        self.wrong(complaint.code, &complaint.message(self.lang));
        self.hint(complaint);
    }

    /// What a person should know and nothing is stopped by, with its way out.
    pub(super) fn warning(self, complaint: &Complaint) {
        let head = tr!(self.lang, "提醒", "warning");
        let (id, message) = (complaint.code.id(), complaint.message(self.lang));
        self.urge(&format!("{head} [{id}]: {message}"));
        self.hint(complaint);
    }

    /// A problem of the input, at its place, with its way out.
    pub(super) fn problem(self, problem: &Problem) {
        self.wrong(problem.code(), &problem.line(self.lang));
        self.hint(&problem.complaint);
    }

    /// With its code, for `muster explain`. The colour is the only thing that a terminal is told.
    fn wrong(self, code: Code, message: &str) {
        let head = tr!(self.lang, "错误", "error");
        let message = shown::printed(message);
        let _ =
            writeln!(anstream::stderr().lock(), "{RED}{head}{PLAIN} [{}]: {message}", code.id());
    }

    fn hint(self, complaint: &Complaint) {
        let hint = complaint.hint(self.lang);
        if !hint.is_empty() {
            self.urge(&format!("  → {hint}"));
        }
    }

    /// A person is there to be asked.
    pub(super) fn can_ask(self) -> bool {
        !self.no_input && io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Standard error is a terminal.
    pub(super) fn live(self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// `-q`
    pub(super) const fn is_quiet(self) -> bool {
        self.quiet
    }

    /// Ask; only a clear yes is one.
    #[expect(clippy::unused_self, reason = "whoever asks has a printer")]
    pub(super) fn ask(self, question: &str, stopped: &dyn Fn() -> bool) -> bool {
        let mut out = anstream::stderr().lock();
        let _ = write!(out, "{} [y/N] ", shown::printed(question));
        let _ = out.flush();
        drop(out);
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || {
            let mut answer = String::new();
            let _ = io::stdin().read_line(&mut answer).map(|_| tell.send(answer));
        });
        let answer = loop {
            match told.recv_timeout(PATIENCE) {
                Ok(answer) => break answer,
                Err(mpsc::RecvTimeoutError::Timeout) if !stopped() => {}
                Err(mpsc::RecvTimeoutError::Timeout | mpsc::RecvTimeoutError::Disconnected) => {
                    return false;
                }
            }
        };
        matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是" | "好")
    }
}

impl Printer {
    /// A line that a person types; none where nobody can be asked, or nothing is typed.
    pub(super) fn line(self, question: &str) -> Option<String> {
        if !self.can_ask() {
            return None;
        }
        Self::put_question(question);
        let mut answer = String::new();
        let _ = io::stdin().read_line(&mut answer);
        Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty())
    }

    /// The same, of which the terminal shows nothing.
    pub(super) fn secret(self, question: &str) -> Option<SecretString> {
        if !self.can_ask() {
            return None;
        }
        let answer = Self::silently(question)?;
        let answer = answer.trim();
        (!answer.is_empty()).then(|| SecretString::from(answer))
    }

    /// The echo is off before the question is there, so that who types at once is not shown either; and what
    /// was typed before it is not lost.
    #[cfg(unix)]
    fn silently(question: &str) -> Option<String> {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let input = io::stdin();
        let before = tcgetattr(&input).ok()?;
        let mut silent = before.clone();
        silent.local_modes.remove(LocalModes::ECHO);
        tcsetattr(&input, OptionalActions::Drain, &silent).ok()?;
        Self::put_question(question);
        let mut answer = String::new();
        let read = input.read_line(&mut answer);
        let _ = tcsetattr(&input, OptionalActions::Drain, &before);
        // The line's end was not shown.
        Self::put_question("\n");
        read.is_ok().then_some(answer)
    }

    #[cfg(not(unix))]
    fn silently(question: &str) -> Option<String> {
        Self::put_question(question);
        console::Term::stderr().read_secure_line().ok()
    }

    fn put_question(question: &str) {
        let mut out = anstream::stderr().lock();
        let _ = write!(out, "{}", shown::printed(question));
        let _ = out.flush();
    }
}

/// Data could not be written, for another reason than that nobody reads it any more.
static DATA_LOST: AtomicBool = AtomicBool::new(false);

/// Whether data that should be on standard output is not.
pub(super) fn is_data_lost() -> bool {
    DATA_LOST.load(Ordering::Relaxed)
}

/// How often a question looks whether a signal has ended it.
const PATIENCE: Duration = Duration::from_millis(100);

const RED: &str = "\u{1b}[1;31m";
const PLAIN: &str = "\u{1b}[0m";
