//! When requests were answered, as the snapshot keeps it: whoever asks next keeps the pace of the last.
//!
//! Must not know: what was asked.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};

/// So long a request weighs on the pace of its endpoint.
pub(super) const PACED: SignedDuration = SignedDuration::from_secs(61);

/// Note that a request was answered.
pub(super) fn called(
    connection: &Connection,
    endpoint: &str,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let noted = "INSERT INTO main.calls (endpoint, answered_at) VALUES (?1, ?2)";
    connection.execute(noted, params![endpoint, now.as_millisecond()]).map(drop)
}

/// How long ago the requests of the last minute were answered.
pub(super) fn recent(
    connection: &Connection,
    schema: &str,
    endpoint: &str,
    now: Timestamp,
) -> rusqlite::Result<Vec<Duration>> {
    let sql =
        format!("SELECT answered_at FROM {schema}.calls WHERE endpoint = ?1 AND answered_at > ?2");
    let since = (now - PACED).as_millisecond();
    let mut statement = connection.prepare(&sql)?;
    let times = statement.query_map(params![endpoint, since], |row| row.get::<_, i64>(0))?;
    times
        .map(|at| {
            let ago = now.as_millisecond().saturating_sub(at?);
            Ok(Duration::from_millis(u64::try_from(ago).unwrap_or(0)))
        })
        .collect()
}
