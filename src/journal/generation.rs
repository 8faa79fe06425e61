//! Whether a journal was set back: a backup put in its place, a log lost or cut, a folder copied
//! while it was used. The user's state folder remembers how far each journal was, outside of the
//! folders that people copy.
//!
//! Once [`Journal::remember_in`] returns, every opening and every lease of this journal is noted
//! there before its request goes out. A note that can't be written is no error: the memory is then
//! only less than it could be. Must not know: where the state folder is, what follows from a journal
//! that was set back.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::Path;

use jiff::Timestamp;
use rusqlite::OptionalExtension;

use crate::disk::private;
use crate::problem::Complaint;

use super::file;
use super::store::Journal;

/// How far a journal was: how often it was opened, and the number of its last attempt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    openings: i64,
    attempts: i64,
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
    /// It was set back and nobody has waited for the index since: this process has it since then.
    set_back: Option<Timestamp>,
}

impl Memory {
    /// Note the last attempt: one short write at the file's beginning, of always the same length.
    fn note(&mut self, mark: Mark) {
        let Some(file) = &mut self.file else { return };
        let set_back = u8::from(self.set_back.is_some());
        let line = format!("{:020} {:020} {set_back}\n", mark.openings, mark.attempts);
        // The memory is a help, not a promise: see the module's words.
        let _ = file.rewind().and_then(|()| file.write_all(line.as_bytes()));
    }
}

impl Journal {
    /// Hold this journal against what the state folder remembers of it, and remember it there from
    /// now on.
    pub fn remember_in(&mut self, folder: &Path, now: Timestamp) -> Result<(), Complaint> {
        let attempts = self.last_attempt()?;
        let (uuid, openings) = self.read(|connection| {
            let of = |key: &str| {
                let sql = "SELECT value FROM meta WHERE key = ?1";
                connection.prepare_cached(sql)?.query_row([key], |row| row.get(0))
            };
            let uuid: rusqlite::types::Value = of("uuid")?;
            let openings: rusqlite::types::Value = of("openings")?;
            Ok((uuid, openings))
        })?;
        let (rusqlite::types::Value::Text(uuid), rusqlite::types::Value::Integer(openings)) =
            (uuid, openings)
        else {
            return Ok(());
        };
        let here = Mark { openings, attempts };
        let (file, known) = open(folder, &uuid);
        let (before, waits) = known.unwrap_or_default();
        let openings = here.openings.max(before.openings) + 1;
        // One process saw it and was cut off while it waited: the next one waits.
        let set_back = (waits || here < before).then_some(now);
        self.memory = Some(Memory { file, openings, set_back });
        // First there, then here: cut off between the two it counts as set back, and never the other
        // way round.
        self.note_attempt(attempts);
        self.write(|transaction| {
            transaction.execute("UPDATE meta SET value = ?1 WHERE key = 'openings'", [openings])?;
            Ok(())
        })
    }

    /// It was set back, and nobody has waited since: since when this process has it.
    pub fn set_back_at(&self) -> Option<Timestamp> {
        self.memory.as_ref().and_then(|memory| memory.set_back)
    }

    /// Whatever was made before it was set back is shown by now: this process and later ones need
    /// not wait any more.
    pub fn waited_after_set_back(&mut self) -> Result<(), Complaint> {
        let attempts = self.last_attempt()?;
        if let Some(memory) = &mut self.memory {
            memory.set_back = None;
        }
        self.note_attempt(attempts);
        Ok(())
    }

    /// The number of the last attempt.
    fn last_attempt(&self) -> Result<i64, Complaint> {
        self.read(|connection| {
            let attempts: Option<i64> = connection
                .query_row("SELECT seq FROM sqlite_sequence WHERE name = 'attempts'", [], |row| {
                    row.get(0)
                })
                .optional()?;
            Ok(attempts.unwrap_or(0))
        })
    }

    /// Remember the last attempt.
    pub(super) fn note_attempt(&mut self, attempt: i64) {
        if let Some(memory) = &mut self.memory {
            memory.note(Mark { openings: memory.openings, attempts: attempt });
        }
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
