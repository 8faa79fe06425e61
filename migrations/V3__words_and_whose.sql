-- Words of states, fates and kinds stand in small tables, so that a new one is an insert and no
-- table is rebuilt for it. Journal and runs get a UUID, by which a fix file finds its record in this
-- journal and in no other. A run keeps its mapping; runs that were blocked keep the content of their
-- records without claiming anybody's keys.
--
-- Foreign keys are off while this runs, and checked before they are on again.

CREATE TABLE run_states   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE admissions   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE fates        (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE job_states   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE kinds        (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE key_kinds    (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE outcomes     (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE severities   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO run_states VALUES ('draft'), ('approved'), ('finished'), ('halted'), ('interrupted'),
    ('abandoned'), ('blocked');
INSERT INTO admissions VALUES ('new'), ('take_over'), ('send_again'), ('unchanged'), ('changed'),
    ('unknown'), ('conflict'), ('invalid'), ('blocked');
INSERT INTO fates VALUES ('created'), ('existing'), ('unchanged'), ('changed'), ('invalid'),
    ('conflict'), ('blocked'), ('refused'), ('unknown'), ('not_sent');
INSERT INTO job_states VALUES ('pending'), ('cleared'), ('sending'), ('waiting'), ('in_doubt'),
    ('created'), ('existing'), ('refused'), ('conflict'), ('withdrawn');
INSERT INTO kinds VALUES ('talent'), ('job_data');
INSERT INTO key_kinds VALUES ('document'), ('mobile'), ('email'), ('employment'), ('keyless');
-- What an attempt came to, and what a look told: the words of events.
INSERT INTO outcomes VALUES ('absent'), ('cleared_anyway'), ('existing'), ('conflict'), ('leased'),
    ('created'), ('never_sent'), ('throttled'), ('refused'), ('duplicate'), ('token_seen'), ('lost'),
    ('found_after_doubt'), ('absent_after_doubt'), ('still_unknown'), ('send_again'), ('new_token'),
    ('amended'), ('withdrawn'), ('decided_created'), ('decided_not_created'), ('recovered');
INSERT INTO severities VALUES ('error'), ('warning');

-- A version 4 UUID for the journal. What opens it, and what was sent since, tell one that was set
-- back.
INSERT INTO meta (key, value) VALUES
    ('uuid', lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'
        || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1)
        || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    ('openings', 0);

-- Runs: their UUID, the mapping they were planned with (its bytes: TOML or a workbook), the run that
-- they go on with.
CREATE TABLE runs_v3 (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid           TEXT NOT NULL,
    state          TEXT NOT NULL REFERENCES run_states (word),
    operator       TEXT NOT NULL,
    muster_version TEXT NOT NULL,
    mapping_sha256 TEXT,
    mapping        BLOB,
    id_types       TEXT NOT NULL,
    options        TEXT NOT NULL,
    continues      INTEGER,
    started_at     INTEGER NOT NULL,
    approved_at    INTEGER,
    approved_by    TEXT,
    finished_at    INTEGER
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'runs_v3', seq FROM sqlite_sequence WHERE name = 'runs';
INSERT INTO runs_v3
    SELECT id,
           lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'
               || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1)
               || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
           state, operator, muster_version, mapping_sha256, NULL, id_types, options, NULL,
           started_at, approved_at, approved_by, finished_at
      FROM runs;
DROP TABLE runs;
ALTER TABLE runs_v3 RENAME TO runs;
CREATE UNIQUE INDEX runs_by_uuid ON runs (uuid);

-- Which runs a draft replaces once it is approved: their unsent jobs of that kind are withdrawn.
CREATE TABLE replaced (
    run  INTEGER NOT NULL REFERENCES runs (id),
    old  INTEGER NOT NULL REFERENCES runs (id),
    kind TEXT NOT NULL REFERENCES kinds (word),
    PRIMARY KEY (run, old, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE records_v3 (
    run        INTEGER NOT NULL REFERENCES runs (id),
    record     INTEGER NOT NULL,
    input      INTEGER NOT NULL,
    sheet      TEXT,
    row        INTEGER NOT NULL,
    kind       TEXT NOT NULL REFERENCES kinds (word),
    key        TEXT NOT NULL,
    admission  TEXT NOT NULL REFERENCES admissions (word),
    same       INTEGER NOT NULL CHECK (same IN (0, 1)),
    job        INTEGER,
    fate       TEXT REFERENCES fates (word),
    attempt    INTEGER,
    tries      INTEGER,
    settled_at INTEGER,
    rows       INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (run, record)
) STRICT, WITHOUT ROWID;
INSERT INTO records_v3
    SELECT run, record, input, sheet, row, kind, key, admission, same, job, fate, attempt, tries,
           settled_at, rows
      FROM records;
DROP TABLE records;
ALTER TABLE records_v3 RENAME TO records;
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';

-- What problems of one cause share, as JSON; each problem adds its row, column, value, and the
-- values of its text where they are its own.
CREATE TABLE causes (
    run       INTEGER NOT NULL REFERENCES runs (id),
    id        INTEGER NOT NULL,
    severity  TEXT NOT NULL REFERENCES severities (word),
    of_record INTEGER NOT NULL CHECK (of_record IN (0, 1)),
    problem   TEXT NOT NULL,
    PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;
INSERT INTO causes SELECT run, n, severity, record IS NOT NULL, problem FROM problems;
CREATE TABLE problems_v3 (
    run    INTEGER NOT NULL REFERENCES runs (id),
    n      INTEGER NOT NULL,
    record INTEGER,
    cause  INTEGER NOT NULL,
    row    INTEGER,
    column INTEGER,
    value  TEXT,
    args   TEXT,
    PRIMARY KEY (run, n)
) STRICT, WITHOUT ROWID;
INSERT INTO problems_v3 SELECT run, n, record, n, NULL, NULL, NULL, NULL FROM problems;
DROP TABLE problems;
ALTER TABLE problems_v3 RENAME TO problems;

CREATE TABLE jobs_v3 (
    id           INTEGER PRIMARY KEY,
    run          INTEGER NOT NULL,
    record       INTEGER NOT NULL,
    kind         TEXT NOT NULL REFERENCES kinds (word),
    state        TEXT NOT NULL REFERENCES job_states (word),
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
        AND state <> 'refused' AND state <> 'conflict' AND state <> 'withdrawn'))
) STRICT;
INSERT INTO jobs_v3
    SELECT id, run, record, kind, state, since, attempt, remote, code, reason, doubt, sends,
           renewals, cleared, absent, token_seen, looks, next_look, last_attempt, tries, settled_at,
           token, digest, name, keys, keyless, query, lookup, body
      FROM jobs;
DROP TABLE jobs;
ALTER TABLE jobs_v3 RENAME TO jobs;
CREATE INDEX jobs_by_state ON jobs (state, kind, run);

CREATE TABLE job_keys_v3 (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL REFERENCES key_kinds (word),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO job_keys_v3 SELECT hash, kind, job FROM job_keys;
DROP TABLE job_keys;
ALTER TABLE job_keys_v3 RENAME TO job_keys;

-- Keys of records that were `changed`: they hold back a second send of the same person, and claim
-- nobody. Of use once their run is approved.
CREATE TABLE learned_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL REFERENCES key_kinds (word),
    job  INTEGER NOT NULL REFERENCES jobs (id),
    run  INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (hash, kind, job, run)
) STRICT, WITHOUT ROWID;

-- The content of a record that no job has: what an earlier run's job becomes when its draft is
-- approved, or, without a job, what a blocked run would have sent. It claims no keys.
CREATE TABLE contents (
    run     INTEGER NOT NULL REFERENCES runs (id),
    record  INTEGER NOT NULL,
    job     INTEGER,
    kind    TEXT NOT NULL REFERENCES kinds (word),
    digest  BLOB NOT NULL,
    name    BLOB,
    keys    BLOB NOT NULL,
    query   TEXT NOT NULL,
    lookup  TEXT NOT NULL,
    body    TEXT NOT NULL,
    keyless BLOB,
    PRIMARY KEY (run, record)
) STRICT, WITHOUT ROWID;
INSERT INTO contents
    SELECT a.run, a.record, a.job, j.kind, a.digest, a.name, a.keys, a.query, a.lookup, a.body,
           a.keyless
      FROM amendments a JOIN jobs j ON j.id = a.job;
DROP TABLE amendments;

CREATE TABLE attempts_v3 (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    job         INTEGER NOT NULL REFERENCES jobs (id),
    run         INTEGER NOT NULL,
    endpoint    TEXT NOT NULL,
    token       TEXT NOT NULL,
    body_hash   BLOB NOT NULL,
    started_at  INTEGER NOT NULL,
    finished_at INTEGER,
    outcome     TEXT REFERENCES outcomes (word),
    http_status INTEGER,
    code        INTEGER,
    log_id      TEXT,
    elapsed_ms  INTEGER,
    message     TEXT,
    CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'attempts_v3', seq FROM sqlite_sequence WHERE name = 'attempts';
INSERT INTO attempts_v3
    SELECT id, job, run, endpoint, token, body_hash, started_at, finished_at, outcome, http_status,
           code, log_id, elapsed_ms, message
      FROM attempts;
DROP TABLE attempts;
ALTER TABLE attempts_v3 RENAME TO attempts;
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);

CREATE TABLE lookups_v3 (
    id       INTEGER PRIMARY KEY,
    job      INTEGER NOT NULL REFERENCES jobs (id),
    at       INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    outcome  TEXT NOT NULL REFERENCES outcomes (word),
    remote   TEXT,
    reason   TEXT
) STRICT;
INSERT INTO lookups_v3 SELECT id, job, at, endpoint, outcome, remote, reason FROM lookups;
DROP TABLE lookups;
ALTER TABLE lookups_v3 RENAME TO lookups;
CREATE INDEX lookups_by_job ON lookups (job);
