//! Whether a journal was set back: a backup put in its place, a log lost or cut, a folder copied
//! while it was used. The user's state folder remembers how far each journal was, outside of the
//! folders that people copy.
//!
//! Once [`Journal::remember_in`] returns, every opening and every lease of this journal is noted
//! there before its request goes out. A note that can't be written is no error: the memory is then
//! only less than it could be. Must not know: where the state folder is, what follows from a journal
//! that was set back.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::OptionalExtension;

use crate::problem::Complaint;

use super::memory::{Mark, Memory};
use super::store::Journal;

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
        let mut memory = Memory::open(folder, &uuid, Mark { openings, attempts }, now);
        // First there, then here: cut off between the two it counts as set back, and never the other
        // way round.
        memory.note(attempts);
        let openings = memory.openings();
        self.memory = Some(memory);
        self.write(|transaction| {
            transaction.execute("UPDATE meta SET value = ?1 WHERE key = 'openings'", [openings])?;
            Ok(())
        })
    }

    /// It was set back, and nobody has waited since: since when this process has it.
    pub fn set_back_at(&self) -> Option<Timestamp> {
        self.memory.as_ref().and_then(Memory::set_back)
    }

    /// Whatever was made before it was set back is shown by now: this process and later ones need
    /// not wait any more.
    pub fn waited_after_set_back(&mut self) -> Result<(), Complaint> {
        let attempts = self.last_attempt()?;
        if let Some(memory) = &mut self.memory {
            memory.waited();
            memory.note(attempts);
        }
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
            memory.note(attempt);
        }
    }
}
