-- A journal of schema 1: two runs of three people in the sandbox, one row invalid.
PRAGMA application_id = 1836413812;
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
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
INSERT INTO "attempts" VALUES(1,1,1,'talent.create','ea744444-b740-4d2d-8b2f-42213092a3a6',X'919E665115E01B9B4AD5EB74FE7BB2E2B340AA81E72522E95610214DC09E0A4F',1795364653857,1795364653891,'created',200,NULL,'F2CEF2D5FBFE2872770863EDDA65E926',22,NULL);
INSERT INTO "attempts" VALUES(2,2,1,'talent.create','d6bcffeb-e2f0-46a8-ab85-c4113abc6e76',X'DF2DF88256BB632A10C8D7B6EF2E54EABDDD5A48ECA494C63053C67CAB18C5C9',1795364653884,1795364653912,'created',200,NULL,'2E071EECBF4BCFDC715F602A17D96B59',23,NULL);
INSERT INTO "attempts" VALUES(3,3,2,'talent.create','c68ed5cf-29a3-48e3-8969-7303414e54d0',X'79E31E35CB877E25F52C5DAB0C6F6B451716085CAFD9BA642BF3BD798AA75560',1795364654273,1795364654299,'created',200,NULL,'AA9C7097A43EB228B653A23085BF66E3',22,NULL);
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795364653732,1795364653768);
INSERT INTO "calls" VALUES(2,'talent.batch_get_id',1795364653776,1795364653821);
INSERT INTO "calls" VALUES(3,'talent.batch_get_id',1795364653809,1795364653844);
INSERT INTO "calls" VALUES(4,'auth.token',1795364654181,1795364654212);
INSERT INTO "calls" VALUES(5,'talent.batch_get_id',1795364654216,1795364654253);
INSERT INTO "calls" VALUES(6,'talent.batch_get_id',1795364654239,1795364654267);
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
CREATE TABLE inputs (
    run      INTEGER NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    file     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    rows     INTEGER NOT NULL DEFAULT 0,
    blank    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "inputs" VALUES(1,0,'t.csv','02a26086a01120e4aaed02317a08b97525444a138c4ab6375d53b98628a143be',4,1);
INSERT INTO "inputs" VALUES(2,0,'t2.csv','a434d05453f565ff4f240fab5a974d6390f7bfc5d0b87d4b7008f3bce8be1e2b',3,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'06A55109A8DA09E04CBADB49BD9E2F04','mobile',1);
INSERT INTO "job_keys" VALUES(X'0AC1CFF88A7E93859FBE9236F3295B88','email',3);
INSERT INTO "job_keys" VALUES(X'5B10B127ADD505F18A2B6C4AE2C4C058','email',1);
INSERT INTO "job_keys" VALUES(X'B650F5719C444A60B8C86EBB51D3A94D','mobile',3);
INSERT INTO "job_keys" VALUES(X'D7687C18E719DC9CDCEC44AB48F1DEA7','mobile',2);
INSERT INTO "job_keys" VALUES(X'F21E75DC95496B97D422944AEA9FBF06','email',2);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000001',NULL,NULL,NULL,1,0,1795364653732,1,0,0,NULL,1,1,1795364653891,'ea744444-b740-4d2d-8b2f-42213092a3a6',X'4C609304CA0C766D125639EBC444109839F2394E2215D51682BA7C2705E47DFB',X'6536C13D4B17A58F9DD3A6E29358557F',X'6D06A55109A8DA09E04CBADB49BD9E2F04655B10B127ADD505F18A2B6C4AE2C4C058',NULL,'[["user_id_type","open_id"]]','{"name":"测试甲","mobile":["86","13800000001"],"email":"a@example.com"}','{"basic_info":{"name":"测试甲","mobile":"13800000001","email":"a@example.com"}}');
INSERT INTO "jobs" VALUES(2,1,2,'talent','created',NULL,NULL,'7400000000000000002',NULL,NULL,NULL,1,0,1795364653732,1,0,0,NULL,2,1,1795364653912,'d6bcffeb-e2f0-46a8-ab85-c4113abc6e76',X'376337AE523CEBCDEDAFC3E2CE919713305516184ED0CA461D6F0C7A57EA38F3',X'15FE76F36A3A0CEEBBFB335DB65A7489',X'6DD7687C18E719DC9CDCEC44AB48F1DEA765F21E75DC95496B97D422944AEA9FBF06',NULL,'[["user_id_type","open_id"]]','{"name":"测试乙","mobile":["86","13800000002"],"email":"b@example.com"}','{"basic_info":{"name":"测试乙","mobile":"13800000002","email":"b@example.com"}}');
INSERT INTO "jobs" VALUES(3,2,3,'talent','created',NULL,NULL,'7400000000000000003',NULL,NULL,NULL,1,0,1795364654180,1,0,0,NULL,3,1,1795364654299,'c68ed5cf-29a3-48e3-8969-7303414e54d0',X'5CAB54131FE9DB279F6C1C90E6D4C393EFE8E8370D3D650765C47777BB337D4C',X'1DCBE353C5F7669E0D23D4F13BBE478B',X'6DB650F5719C444A60B8C86EBB51D3A94D650AC1CFF88A7E93859FBE9236F3295B88',NULL,'[["user_id_type","open_id"]]','{"name":"测试丁","mobile":["86","13800000004"],"email":"d@example.com"}','{"basic_info":{"name":"测试丁","mobile":"13800000004","email":"d@example.com"}}');
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
INSERT INTO "lookups" VALUES(1,1,1795364653732,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795364653732,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1795364654180,'talent.batch_get_id','absent',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','sandbox');
INSERT INTO "meta" VALUES('closed_cleanly',1);
INSERT INTO "meta" VALUES('created_at',1795364653558);
INSERT INTO "meta" VALUES('hash_key',X'AC58B214A759067F231A913D0A399DDB23729E552998B104664EA75BB48AA6C0');
CREATE TABLE problems (
    run      INTEGER NOT NULL REFERENCES runs (id),
    n        INTEGER NOT NULL,
    record   INTEGER,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    problem  TEXT NOT NULL,
    PRIMARY KEY (run, n)
) STRICT, WITHOUT ROWID;
INSERT INTO "problems" VALUES(1,1,3,'mobile-length','error','{"complaint":{"code":"mobile-length","args":["3"]},"place":{"file":"t.csv","sheet":null,"row":5,"column":1},"header":"手机号","field":"basic_info.mobile","value":"1**"}');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','138****0001','new',1,1,'created',1,1,1795364653891);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','138****0002','new',1,2,'created',2,1,1795364653912);
INSERT INTO "records" VALUES(1,3,0,NULL,5,'talent','','invalid',0,NULL,'invalid',NULL,NULL,NULL);
INSERT INTO "records" VALUES(2,1,0,NULL,2,'talent','138****0001','unchanged',1,1,'unchanged',NULL,NULL,1795364653891);
INSERT INTO "records" VALUES(2,2,0,NULL,3,'talent','138****0002','changed',0,2,'changed',NULL,NULL,1795364653912);
INSERT INTO "records" VALUES(2,3,0,NULL,4,'talent','138****0004','new',1,3,'created',3,1,1795364654299);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-22T16:24:13.634418371Z','6055712679808466020');
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
INSERT INTO "runs" VALUES(1,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/t.csv","file":"t.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱"],"belonging":{"own":[0,1,2],"entries":[],"key":null}}]}',1795364653657,1795364653731,'?',1795364653913);
INSERT INTO "runs" VALUES(2,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/t2.csv","file":"t2.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱"],"belonging":{"own":[0,1,2],"entries":[],"key":null}}]}',1795364654097,1795364654172,'?',1795364654305);
CREATE INDEX records_by_row ON records (run, row);
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';
CREATE INDEX jobs_by_state ON jobs (state, kind, run);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);
CREATE INDEX lookups_by_job ON lookups (job);
CREATE INDEX calls_by_time ON calls (endpoint, at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',2);
INSERT INTO "sqlite_sequence" VALUES('attempts',3);
COMMIT;
