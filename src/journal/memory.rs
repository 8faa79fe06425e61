//! What the user's state folder remembers of one journal: how far it was, in one short line.
//!
//! A note that can't be written is no error: the memory is then only less than it could be. Must not
//! know: where the state folder is, what follows from what it remembers (`generation`).

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::Path;

use jiff::Timestamp;

use crate::disk::private;

use super::file;

/// How far a journal was: how often it was opened, and the number of its last attempt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    pub(super) openings: i64,
    pub(super) attempts: i64,
}

impl Mark {
    /// The mark, and whether the index is still to be waited for.
    fn parse(text: &str) -> Option<(Self, bool)> {
        let mut words = text.split_whitespace().map(str::parse);
        match (words.next(), words.next(), words.next()) {
            (Some(Ok(openings)), Some(Ok(attempts)), waits) => {
                Some((Self { openings, attempts }, waits == Some(Ok(1))))
            }
            _ => None,
        }
    }
}

/// Where this machine remembers one journal.
#[derive(Debug)]
pub(super) struct Memory {
    file: Option<File>,
    openings: i64,
    set_back: Option<Timestamp>,
}

impl Memory {
    /// What `folder` remembers of the journal of this name, held against where that is `here`. This
    /// opening of it is counted, and noted with the next attempt.
    pub(super) fn open(folder: &Path, uuid: &str, here: Mark, now: Timestamp) -> Self {
        let (file, known) = open(folder, uuid);
        let (before, waits) = known.unwrap_or_default();
        // One process saw it and was cut off while it waited: the next one waits.
        let set_back = (waits || here < before).then_some(now);
        Self { file, openings: here.openings.max(before.openings) + 1, set_back }
    }

    /// How often the journal was opened, this time counted.
    pub(super) const fn openings(&self) -> i64 {
        self.openings
    }

    /// It was set back and nobody has waited for the index since: since when this process has it.
    pub(super) const fn set_back(&self) -> Option<Timestamp> {
        self.set_back
    }

    /// The index was waited for.
    pub(super) const fn waited(&mut self) {
        self.set_back = None;
    }

    /// Note the last attempt: one short write at the file's beginning, of always the same length.
    pub(super) fn note(&mut self, attempts: i64) {
        let Some(file) = &mut self.file else { return };
        let (openings, set_back) = (self.openings, u8::from(self.set_back.is_some()));
        let line = format!("{openings:020} {attempts:020} {set_back}\n");
        // The memory is a help, not a promise: see the module's words.
        let _ = file.rewind().and_then(|()| file.write_all(line.as_bytes()));
    }
}

/// The file of one journal, and what it says; none where there can be none.
fn open(folder: &Path, uuid: &str) -> (Option<File>, Option<(Mark, bool)>) {
    let folder = folder.join("journals");
    if file::make_folder(&folder).is_err() {
        return (None, None);
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let Ok(mut kept) = private::open(&folder.join(uuid), &mut options) else {
        return (None, None);
    };
    let mut text = String::new();
    let mark = kept.read_to_string(&mut text).ok().and_then(|_| Mark::parse(&text));
    (Some(kept), mark)
}
