//! Journals of earlier schemas, read as they are: `runs`, `status` and `report` never migrate.
//!
//! What a later schema added is shown as empty by temporary views of the connection, which take
//! precedence over the tables that they are named after; nothing is written to the file. Must not
//! know: what the tables mean.

use rusqlite::Connection;

use super::trouble::JournalResult;

/// What schema 2 added: how many rows a record is made of, and which rows are none.
const AFTER_1: &str = "
    CREATE TEMP VIEW records AS SELECT *, 1 AS rows FROM main.records;
    CREATE TEMP VIEW inputs AS SELECT *, 0 AS skipped FROM main.inputs;";

/// What schema 3 added: names of runs, their mapping, the content of records without a job.
const AFTER_2: &str = "
    CREATE TEMP VIEW runs AS
        SELECT *, NULL AS uuid, NULL AS mapping, NULL AS continues FROM main.runs;
    CREATE TEMP VIEW causes AS
        SELECT run, n AS id, severity, record IS NOT NULL AS of_record, problem FROM main.problems;
    CREATE TEMP VIEW problems AS
        SELECT run, n, record, n AS cause, NULL AS row, NULL AS column, NULL AS value, NULL AS args
          FROM main.problems;
    CREATE TEMP VIEW contents AS
        SELECT a.*, j.kind AS kind FROM main.amendments a JOIN main.jobs j ON j.id = a.job;
    CREATE TEMP VIEW replaced AS SELECT 0 AS run, 0 AS old, '' AS kind WHERE FALSE;";

/// Show a journal of schema `version` as one of the newest.
pub(super) fn show_as_newest(connection: &Connection, version: i32) -> JournalResult<()> {
    if version < 2 {
        connection.execute_batch(AFTER_1)?;
    }
    if version < 3 {
        connection.execute_batch(AFTER_2)?;
    }
    Ok(())
}
