//! Standings to columns and back, and what else stands in columns.
//!
//! Must not know: what happens to a job (`apply`).

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use crate::identity::LookupKeys;
use crate::problem::Reason;
use crate::spec::KindId;

use super::standing::{JobState, Standing};
use super::trouble::{JournalError, JournalResult};

/// The columns that [`standing`] reads, in its order.
pub(super) const STANDING: &str = "j.state, j.since, j.attempt, j.remote, j.code, j.reason, j.doubt, j.sends, j.renewals, \
     j.cleared, j.keyless IS NOT NULL";

/// How many columns those are.
pub(super) const STANDING_COLUMNS: usize = 11;

/// A job `j` that nobody was asked to make, so that it may be sent, replaced or taken over:
/// `Standing::is_unsent`.
pub(super) const UNSENT: &str =
    "j.doubt IS NULL AND j.state IN ('pending', 'cleared', 'waiting', 'held')";

/// A moment as the journal keeps it.
pub(super) fn moment(ms: i64) -> JournalResult<Timestamp> {
    Timestamp::from_millisecond(ms).map_err(|_| JournalError::Shape("a moment out of range"))
}

/// The moment in a column, where there is one.
pub(super) fn moment_at(row: &Row<'_>, column: usize) -> JournalResult<Option<Timestamp>> {
    row.get::<_, Option<i64>>(column)?.map(moment).transpose()
}

/// The kind in a column.
pub(super) fn kind_at(row: &Row<'_>, column: usize) -> JournalResult<KindId> {
    KindId::of(
        row.get_ref(column)?.as_str().map_err(|_| JournalError::Shape("a kind without a word"))?,
    )
    .ok_or(JournalError::Shape("a kind that is not known"))
}

/// A count in a column.
pub(super) fn count_at(row: &Row<'_>, column: usize) -> JournalResult<u64> {
    Ok(row.get::<_, i64>(column)?.unsigned_abs())
}

/// A small count in a column.
pub(super) fn small_at(row: &Row<'_>, column: usize) -> JournalResult<u32> {
    u32::try_from(row.get::<_, i64>(column)?)
        .map_err(|_| JournalError::Shape("a count out of range"))
}

/// The standing that a row of [`STANDING`] holds, from column `first`; none where a join found no
/// job.
pub(super) fn standing(row: &Row<'_>, first: usize) -> JournalResult<Option<Standing>> {
    let Some(state) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    let since = || -> JournalResult<Timestamp> {
        moment_at(row, first + 1)?.ok_or(JournalError::Shape("a state without its moment"))
    };
    let remote = || -> JournalResult<String> {
        Ok(row.get::<_, Option<String>>(first + 3)?.unwrap_or_default())
    };
    let reason = || -> JournalResult<Reason> {
        Ok(Reason::of_kept(&row.get::<_, Option<String>>(first + 5)?.unwrap_or_default()))
    };
    let state = match state.as_str() {
        "pending" => JobState::Pending,
        "cleared" => JobState::Cleared { at: since()? },
        "sending" => JobState::Sending { attempt: row.get(first + 2)? },
        "waiting" => JobState::Waiting { not_before: since()? },
        "in_doubt" => JobState::InDoubt { since: since()? },
        "created" => JobState::Created { remote: remote()? },
        "existing" => JobState::Existing { remote: remote()? },
        "refused" => JobState::Refused {
            code: row.get::<_, Option<i64>>(first + 4)?.unwrap_or_default(),
            reason: reason()?,
        },
        "conflict" => JobState::Conflict { reason: reason()? },
        "withdrawn" => JobState::Withdrawn,
        "held" => JobState::Held,
        "blocked" => JobState::Blocked { reason: reason()? },
        _ => return Err(JournalError::Shape("a state that is not known")),
    };
    Ok(Some(Standing {
        state,
        doubt: moment_at(row, first + 6)?,
        sends: small_at(row, first + 7)?,
        renewals: small_at(row, first + 8)?,
        keyless: row.get(first + 10)?,
        cleared: moment_at(row, first + 9)?,
    }))
}

/// A fresh token.
pub(super) fn new_token() -> String {
    Uuid::new_v4().to_string()
}

/// Many fresh tokens: a stream from one random seed, without a system call each.
pub(super) struct Tokens {
    stream: blake3::OutputReader,
    /// What was drawn, and how much of it is used: many bytes at once cost less.
    drawn: [[u8; 16]; 64],
    used: usize,
}

impl Tokens {
    /// A new stream.
    pub(super) fn new() -> Self {
        let mut hasher = blake3::Hasher::new();
        for _ in 0..4 {
            hasher.update(Uuid::new_v4().as_bytes());
        }
        Self { stream: hasher.finalize_xof(), drawn: [[0; 16]; 64], used: 64 }
    }

    /// The next token, a UUID of version 4.
    pub(super) fn draw(&mut self) -> String {
        if self.used == self.drawn.len() {
            self.stream.fill(self.drawn.as_flattened_mut());
            self.used = 0;
        }
        let bytes = std::mem::take(&mut self.drawn[self.used]);
        self.used += 1;
        uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
    }
}

/// A JSON column; an erased one reads as its default.
pub(super) fn from_json<T: serde::de::DeserializeOwned + Default>(
    text: Option<&str>,
) -> JournalResult<T> {
    text.map_or_else(
        || Ok(T::default()),
        |text| {
            serde_json::from_str(text).map_err(|_| JournalError::Shape("JSON that cannot be read"))
        },
    )
}

/// A value as a JSON column.
pub(super) fn to_json<T: serde::Serialize>(value: &T) -> JournalResult<String> {
    serde_json::to_string(value).map_err(|_| JournalError::Shape("a value that JSON cannot hold"))
}

/// The look-up keys in a column.
pub(super) fn lookup_at(row: &Row<'_>, column: usize) -> JournalResult<LookupKeys> {
    from_json(row.get::<_, Option<String>>(column)?.as_deref())
}

/// A size as SQLite takes it.
pub(super) fn size(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

/// One optional value.
pub(super) fn maybe<T: rusqlite::types::FromSql>(
    connection: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> JournalResult<Option<T>> {
    Ok(connection.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?)
}

/// The admission in a column.
pub(super) fn admitted_at(row: &Row<'_>, column: usize) -> JournalResult<super::fate::Admitted> {
    super::fate::Admitted::of(&row.get::<_, String>(column)?)
        .ok_or(JournalError::Shape("an admission that is not known"))
}

/// A standing of which only the word of the state and whether there is doubt are known: enough to
/// tell a fate.
pub(super) fn rough_standing(state: Option<&str>, doubt: bool) -> JournalResult<Option<Standing>> {
    let Some(word) = state else { return Ok(None) };
    let at = Timestamp::UNIX_EPOCH;
    let none = String::new;
    let reason = || Reason::Earlier(String::new());
    let state = match word {
        "pending" => JobState::Pending,
        "cleared" => JobState::Cleared { at },
        "sending" => JobState::Sending { attempt: 0 },
        "waiting" => JobState::Waiting { not_before: at },
        "in_doubt" => JobState::InDoubt { since: at },
        "created" => JobState::Created { remote: none() },
        "existing" => JobState::Existing { remote: none() },
        "refused" => JobState::Refused { code: 0, reason: reason() },
        "conflict" => JobState::Conflict { reason: reason() },
        "withdrawn" => JobState::Withdrawn,
        "held" => JobState::Held,
        "blocked" => JobState::Blocked { reason: reason() },
        _ => return Err(JournalError::Shape("a state that is not known")),
    };
    Ok(Some(Standing { state, doubt: doubt.then_some(at), ..Standing::new(false) }))
}
