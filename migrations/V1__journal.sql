-- The first journal. Append only: a later change is a new file, and every schema that was ever
-- released keeps a fixture that must still open.
--
-- The lists of words are chains of OR: SQLite builds a table for an IN of three, for each row.
-- Moments are milliseconds since 1970 (UTC). Words are the labels of src/journal/{state,fate}.rs.

PRAGMA application_id = 1836413812; -- "must"

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    state          TEXT NOT NULL CHECK (
        state = 'draft' OR state = 'approved' OR state = 'finished' OR state = 'halted' OR
        state = 'interrupted' OR state = 'abandoned' OR state = 'blocked'),
    operator       TEXT NOT NULL,
    muster_version TEXT NOT NULL,
    mapping_sha256 TEXT,
    id_types       TEXT NOT NULL,
    options        TEXT NOT NULL,
    started_at     INTEGER NOT NULL,
    approved_at    INTEGER,
    approved_by    TEXT,
    finished_at    INTEGER
) STRICT;

CREATE TABLE inputs (
    run      INTEGER NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    file     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    rows     INTEGER NOT NULL DEFAULT 0,
    blank    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

-- One row of the input for one kind. What is null until the run ends is frozen then.
CREATE TABLE records (
    run        INTEGER NOT NULL REFERENCES runs (id),
    record     INTEGER NOT NULL,
    input      INTEGER NOT NULL,
    sheet      TEXT,
    row        INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    key        TEXT NOT NULL,
    admission  TEXT NOT NULL CHECK (
        admission = 'new' OR admission = 'take_over' OR admission = 'send_again' OR
        admission = 'unchanged' OR admission = 'changed' OR admission = 'unknown' OR
        admission = 'conflict' OR admission = 'invalid' OR admission = 'blocked'),
    same       INTEGER NOT NULL CHECK (same IN (0, 1)),
    job        INTEGER,
    fate       TEXT CHECK (
        fate = 'created' OR fate = 'existing' OR fate = 'unchanged' OR fate = 'changed' OR
        fate = 'invalid' OR fate = 'conflict' OR fate = 'blocked' OR fate = 'refused' OR
        fate = 'unknown' OR fate = 'not_sent'),
    attempt    INTEGER,
    tries      INTEGER,
    settled_at INTEGER,
    PRIMARY KEY (run, record)
) STRICT, WITHOUT ROWID;

-- A row of a fix file leads back to its record.
CREATE INDEX records_by_row ON records (run, row);

-- What is put right once its doubt is settled.
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';

CREATE TABLE problems (
    run      INTEGER NOT NULL REFERENCES runs (id),
    n        INTEGER NOT NULL,
    record   INTEGER,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    problem  TEXT NOT NULL,
    PRIMARY KEY (run, n)
) STRICT, WITHOUT ROWID;

-- One person or employment of the tenant, living across runs. `since` is the moment of the state:
-- cleared at, not before, in doubt since. `keys` repeats the hashes of job_keys (17 bytes each:
-- kind, hash), so that they can be read without an index by job.
CREATE TABLE jobs (
    id           INTEGER PRIMARY KEY,
    run          INTEGER NOT NULL,
    record       INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (
        state = 'pending' OR state = 'cleared' OR state = 'sending' OR state = 'waiting' OR
        state = 'in_doubt' OR state = 'created' OR state = 'existing' OR state = 'refused' OR
        state = 'conflict'),
    since        INTEGER,
    attempt      INTEGER,
    remote       TEXT,
    code         INTEGER,
    reason       TEXT,
    doubt        INTEGER,
    sends        INTEGER NOT NULL DEFAULT 0,
    renewals     INTEGER NOT NULL DEFAULT 0,
    cleared      INTEGER,
    absent       INTEGER NOT NULL DEFAULT 0 CHECK (absent IN (0, 1)),
    token_seen   INTEGER NOT NULL DEFAULT 0 CHECK (token_seen IN (0, 1)),
    looks        INTEGER NOT NULL DEFAULT 0,
    next_look    INTEGER,
    last_attempt INTEGER,
    tries        INTEGER NOT NULL DEFAULT 0,
    settled_at   INTEGER,
    token        TEXT NOT NULL,
    digest       BLOB NOT NULL,
    name         BLOB,
    keys         BLOB NOT NULL,
    keyless      BLOB,
    query        TEXT NOT NULL,
    lookup       TEXT,
    body         TEXT,
    CHECK ((state = 'sending') = (attempt IS NOT NULL)),
    CHECK ((state <> 'created' AND state <> 'existing')
        OR (remote IS NOT NULL AND doubt IS NULL)),
    CHECK (since IS NOT NULL
        OR (state <> 'cleared' AND state <> 'waiting' AND state <> 'in_doubt')),
    CHECK (state <> 'in_doubt' OR doubt IS NOT NULL),
    CHECK (doubt IS NULL OR (state <> 'pending' AND state <> 'cleared'
        AND state <> 'refused' AND state <> 'conflict'))
) STRICT;

CREATE INDEX jobs_by_state ON jobs (state, kind, run);

-- A key belongs to one job at most, so two jobs that share one are never in flight together.
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;

-- What an earlier run's job becomes when its draft is approved.
CREATE TABLE amendments (
    run    INTEGER NOT NULL REFERENCES runs (id),
    record INTEGER NOT NULL,
    job    INTEGER NOT NULL,
    digest BLOB NOT NULL,
    name   BLOB,
    keys   BLOB NOT NULL,
    query  TEXT NOT NULL,
    lookup TEXT NOT NULL,
    body   TEXT NOT NULL,
    keyless BLOB,
    PRIMARY KEY (run, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    job         INTEGER NOT NULL REFERENCES jobs (id),
    run         INTEGER NOT NULL,
    endpoint    TEXT NOT NULL,
    token       TEXT NOT NULL,
    body_hash   BLOB NOT NULL,
    started_at  INTEGER NOT NULL,
    finished_at INTEGER,
    outcome     TEXT CHECK (
        outcome = 'created' OR outcome = 'never_sent' OR outcome = 'throttled' OR
        outcome = 'refused' OR outcome = 'duplicate' OR outcome = 'token_seen' OR
        outcome = 'lost' OR outcome = 'recovered'),
    http_status INTEGER,
    code        INTEGER,
    log_id      TEXT,
    elapsed_ms  INTEGER,
    message     TEXT,
    CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);

-- Every look at the tenant for a job, and what it told.
CREATE TABLE lookups (
    id       INTEGER PRIMARY KEY,
    job      INTEGER NOT NULL REFERENCES jobs (id),
    at       INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    outcome  TEXT NOT NULL CHECK (
        outcome = 'absent' OR outcome = 'cleared_anyway' OR outcome = 'existing' OR
        outcome = 'conflict' OR outcome = 'found_after_doubt' OR
        outcome = 'absent_after_doubt' OR outcome = 'still_unknown' OR outcome = 'send_again' OR
        outcome = 'new_token'),
    remote   TEXT,
    reason   TEXT
) STRICT;

CREATE INDEX lookups_by_job ON lookups (job);

-- Requests that belong to no job: look-ups in batches, tokens. For the pace after a restart.
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;

CREATE INDEX calls_by_time ON calls (endpoint, at);

-- What a person decided about a job in doubt.
CREATE TABLE decisions (
    id       INTEGER PRIMARY KEY,
    run      INTEGER NOT NULL REFERENCES runs (id),
    record   INTEGER NOT NULL,
    job      INTEGER NOT NULL REFERENCES jobs (id),
    at       INTEGER NOT NULL,
    operator TEXT NOT NULL,
    created  TEXT,
    note     TEXT NOT NULL
) STRICT;
