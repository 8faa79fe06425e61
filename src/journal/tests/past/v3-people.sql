-- A journal of schema 3 after two runs: the first of whom was purged, names with blanks, numbers abroad.
PRAGMA application_id = 1836413812;
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE admissions   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "admissions" VALUES('blocked');
INSERT INTO "admissions" VALUES('changed');
INSERT INTO "admissions" VALUES('conflict');
INSERT INTO "admissions" VALUES('invalid');
INSERT INTO "admissions" VALUES('new');
INSERT INTO "admissions" VALUES('send_again');
INSERT INTO "admissions" VALUES('take_over');
INSERT INTO "admissions" VALUES('unchanged');
INSERT INTO "admissions" VALUES('unknown');
CREATE TABLE "attempts" (
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
INSERT INTO "attempts" VALUES(1,1,1,'talent.create','1bd3540a-924f-4691-a4a9-fa42d79b7906',X'D848A26FB85636C1F6C74A4B21F23E758B4FD4C250D1E862EBDFD72B861A464A',1796026406290,1796026406314,'created',200,NULL,'224D5AA946013DC8E439F91C73B93DE5',22,NULL);
INSERT INTO "attempts" VALUES(2,2,1,'talent.create','b637f7ef-ce81-43b8-809e-a471e868d034',X'F57B240F466246EB3F2E468549398C478CE3BB961E0743D925946F4586052C45',1796026406313,1796026406338,'created',200,NULL,'D0E519735F582BC2E58A02EE7E9D705E',22,NULL);
INSERT INTO "attempts" VALUES(3,3,1,'talent.create','0cdad213-b978-4bc8-baba-18b35457c8a2',X'85946978C48576FA8D2471741AA67D93CC69F696C8325296A28787E9434B2CD4',1796026406337,1796026406362,'created',200,NULL,'5181E9DFD6C0FA2D30ED251ECE2487E3',22,NULL);
INSERT INTO "attempts" VALUES(4,4,1,'talent.create','3f94d007-fce7-450a-b774-710d09735e17',X'4421D72AEC6A674F7F14DB4D9ED66AA7741520C15A40549E682C45A8AB755F0C',1796026406361,1796026406385,'created',200,NULL,'335BED7126EF5FA621E36DBCF801B448',22,NULL);
INSERT INTO "attempts" VALUES(5,5,2,'talent.create','b2855100-cf62-491d-a657-d479cbfa5aa0',X'D45DAEEF5562A5AE4004283AE73AF5C849BAB2AEC69F5BC880E79B91262D714C',1796026406612,1796026406641,'created',200,NULL,'0EBBA74F22EC6FC15EB2091327771129',22,NULL);
INSERT INTO "attempts" VALUES(6,6,2,'talent.create','4a756d5d-b7d5-4e0d-924f-5cadaf659664',X'1AD687B962CF109971F80224D82D3E57168D23C6BCC622EC23E47E7F42F5D8DB',1796026406636,1796026406660,'created',200,NULL,'05984B5EA3AE46FE7B2495E3EE4DCB1E',22,NULL);
INSERT INTO "attempts" VALUES(7,7,2,'talent.create','cb77b4fd-0cc4-4a2a-9e12-80254774c72c',X'C8863E5167DFE49C3E96892AF25B8F86F1A7E00D3535B11963C39D9682FAA962',1796026406659,1796026406683,'created',200,NULL,'4C4971009C266FEF5229BF52E83C3080',22,NULL);
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1796026406192,1796026406217);
INSERT INTO "calls" VALUES(2,'talent.batch_get_id',1796026406217,1796026406242);
INSERT INTO "calls" VALUES(3,'talent.batch_get_id',1796026406241,1796026406265);
INSERT INTO "calls" VALUES(4,'talent.batch_get_id',1796026406264,1796026406288);
INSERT INTO "calls" VALUES(5,'auth.token',1796026406516,1796026406540);
INSERT INTO "calls" VALUES(6,'talent.batch_get_id',1796026406540,1796026406565);
INSERT INTO "calls" VALUES(7,'talent.batch_get_id',1796026406564,1796026406588);
INSERT INTO "calls" VALUES(8,'talent.batch_get_id',1796026406587,1796026406611);
CREATE TABLE causes (
    run       INTEGER NOT NULL REFERENCES runs (id),
    id        INTEGER NOT NULL,
    severity  TEXT NOT NULL REFERENCES severities (word),
    of_record INTEGER NOT NULL CHECK (of_record IN (0, 1)),
    problem   TEXT NOT NULL,
    PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE fates        (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "fates" VALUES('blocked');
INSERT INTO "fates" VALUES('changed');
INSERT INTO "fates" VALUES('conflict');
INSERT INTO "fates" VALUES('created');
INSERT INTO "fates" VALUES('existing');
INSERT INTO "fates" VALUES('invalid');
INSERT INTO "fates" VALUES('not_sent');
INSERT INTO "fates" VALUES('refused');
INSERT INTO "fates" VALUES('unchanged');
INSERT INTO "fates" VALUES('unknown');
CREATE TABLE inputs (
    run      INTEGER NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    file     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    rows     INTEGER NOT NULL DEFAULT 0,
    blank    INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "inputs" VALUES(1,0,'people.csv','c52e819e5cc43d450ec67ae8c6a022d1b2a050bd1a2c463672bf3f9690eb3878',4,0,0);
INSERT INTO "inputs" VALUES(2,0,'more.csv','03e74bb767b6a23c44fd57e6663eb79ec989a3efff1e9e7132f98dc01fa58d24',3,0,0);
CREATE TABLE "job_keys" (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL REFERENCES key_kinds (word),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'15FEAEAB3A90E0911570833211063D56','email',6);
INSERT INTO "job_keys" VALUES(X'17B30B452328721B3D6D4AF1AC9E1096','email',4);
INSERT INTO "job_keys" VALUES(X'280422AC29B79F540354C043280CD14E','mobile',2);
INSERT INTO "job_keys" VALUES(X'2C4ACCA11C0CDE52B5DC72E1B75129A8','mobile',7);
INSERT INTO "job_keys" VALUES(X'74B1BD9495EC3CA2D0AC58D160A9E233','email',2);
INSERT INTO "job_keys" VALUES(X'9670953C409DF8991FC5DFA8E6277C2C','mobile',6);
INSERT INTO "job_keys" VALUES(X'9A010146BDF3F4721FEDC8729DBC6912','mobile',1);
INSERT INTO "job_keys" VALUES(X'BD4AE3957A0BDACE0A15869E71DF2A33','email',1);
INSERT INTO "job_keys" VALUES(X'C8A9DED0D5CDC7308B31048009A4B992','mobile',4);
INSERT INTO "job_keys" VALUES(X'E6431E3DB191E7ED94037D57F7131986','mobile',5);
INSERT INTO "job_keys" VALUES(X'ED7D253C5451C259ABE29C97DE7E0A0E','mobile',3);
CREATE TABLE job_states   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "job_states" VALUES('cleared');
INSERT INTO "job_states" VALUES('conflict');
INSERT INTO "job_states" VALUES('created');
INSERT INTO "job_states" VALUES('existing');
INSERT INTO "job_states" VALUES('in_doubt');
INSERT INTO "job_states" VALUES('pending');
INSERT INTO "job_states" VALUES('refused');
INSERT INTO "job_states" VALUES('sending');
INSERT INTO "job_states" VALUES('waiting');
INSERT INTO "job_states" VALUES('withdrawn');
CREATE TABLE "jobs" (
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000001',NULL,NULL,NULL,1,0,1796026406192,1,0,0,NULL,1,1,1796026406314,'1bd3540a-924f-4691-a4a9-fa42d79b7906',X'C76681D312D19857E7037437418C9DF036E4EFAEDD628D1167CB35E1D030AD3D',X'A291F8A108F0115E346FFD877D280592',X'6D9A010146BDF3F4721FEDC8729DBC691265BD4AE3957A0BDACE0A15869E71DF2A33',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(2,1,2,'talent','created',NULL,NULL,'7400000000000000002',NULL,NULL,NULL,1,0,1796026406192,1,0,0,NULL,2,1,1796026406338,'b637f7ef-ce81-43b8-809e-a471e868d034',X'6D3B1EEAFB9287BDD976D8F9B7270B045F5E36B2AE5584B052D2C85B0E4EA8C6',X'88401FFEB3F114538506801D1B819A83',X'6D280422AC29B79F540354C043280CD14E6574B1BD9495EC3CA2D0AC58D160A9E233',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(3,1,3,'talent','created',NULL,NULL,'7400000000000000003',NULL,NULL,NULL,1,0,1796026406192,1,0,0,NULL,3,1,1796026406362,'0cdad213-b978-4bc8-baba-18b35457c8a2',X'521DD337666EE3ED04AF19126B13AC37E0B060E7B53A7591D59F9BD574A8B66D',X'E2AD5B8193EBE7FA3195AEA742380870',X'6DED7D253C5451C259ABE29C97DE7E0A0E',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(4,1,4,'talent','created',NULL,NULL,'7400000000000000004',NULL,NULL,NULL,1,0,1796026406192,1,0,0,NULL,4,1,1796026406385,'3f94d007-fce7-450a-b774-710d09735e17',X'8AEFD4BB719DC2ACEF1DDBE32702DE4BEF4B8611D3636BB1B2D14A42A42AF43A',X'521B499032133D9CE001B9C0EABB87B9',X'6DC8A9DED0D5CDC7308B31048009A4B9926517B30B452328721B3D6D4AF1AC9E1096',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(5,2,1,'talent','created',NULL,NULL,'7400000000000000005',NULL,NULL,NULL,1,0,1796026406515,1,0,0,NULL,5,1,1796026406641,'b2855100-cf62-491d-a657-d479cbfa5aa0',X'F7CA3969CA932B820594AA2A8FAD1C29B626672356F97D415A8716096DF3A52D',X'5AC9C39E8E559D6CB5920B387399F873',X'6DE6431E3DB191E7ED94037D57F7131986',NULL,'[["user_id_type","open_id"]]','{"name":"赵 六","mobile":["86","13900139000"]}','{"basic_info":{"name":"赵 六","mobile":"13900139000"}}');
INSERT INTO "jobs" VALUES(6,2,2,'talent','created',NULL,NULL,'7400000000000000006',NULL,NULL,NULL,1,0,1796026406515,1,0,0,NULL,6,1,1796026406660,'4a756d5d-b7d5-4e0d-924f-5cadaf659664',X'ACEE6D54823E8805C35684290153C0446EB0B1DDE6FC0A8BF3C4E290F12ECD8B',X'4EE5A258706017608B44FABA03ED0D34',X'6D9670953C409DF8991FC5DFA8E6277C2C6515FEAEAB3A90E0911570833211063D56',NULL,'[["user_id_type","open_id"]]','{"name":"Ben Kim","mobile":["852","61234567"],"email":"ben@example.com"}','{"basic_info":{"name":"Ben Kim","mobile":"61234567","mobile_country_code":"CN_9","email":"ben@example.com"}}');
INSERT INTO "jobs" VALUES(7,2,3,'talent','created',NULL,NULL,'7400000000000000007',NULL,NULL,NULL,1,0,1796026406515,1,0,0,NULL,7,1,1796026406683,'cb77b4fd-0cc4-4a2a-9e12-80254774c72c',X'C9F2A869F62CD513D680EBA9D584045D31EC2B2026D807EA95970E06603C6646',X'B335A6363EFBFD7D1BAF6C471AF5CDA8',X'6D2C4ACCA11C0CDE52B5DC72E1B75129A8',NULL,'[["user_id_type","open_id"]]','{"name":"Chris Ho"}','{"basic_info":{"name":"Chris Ho","mobile":"61234568","mobile_country_code":"CN_9"}}');
CREATE TABLE key_kinds    (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "key_kinds" VALUES('document');
INSERT INTO "key_kinds" VALUES('email');
INSERT INTO "key_kinds" VALUES('employment');
INSERT INTO "key_kinds" VALUES('keyless');
INSERT INTO "key_kinds" VALUES('mobile');
CREATE TABLE kinds        (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "kinds" VALUES('job_data');
INSERT INTO "kinds" VALUES('talent');
CREATE TABLE learned_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL REFERENCES key_kinds (word),
    job  INTEGER NOT NULL REFERENCES jobs (id),
    run  INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (hash, kind, job, run)
) STRICT, WITHOUT ROWID;
CREATE TABLE "lookups" (
    id       INTEGER PRIMARY KEY,
    job      INTEGER NOT NULL REFERENCES jobs (id),
    at       INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    outcome  TEXT NOT NULL REFERENCES outcomes (word),
    remote   TEXT,
    reason   TEXT
) STRICT;
INSERT INTO "lookups" VALUES(1,1,1796026406192,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1796026406192,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1796026406192,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,4,1796026406192,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(5,5,1796026406515,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,6,1796026406515,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,7,1796026406515,'talent.batch_get_id','absent',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',1);
INSERT INTO "meta" VALUES('created_at',1796026406079);
INSERT INTO "meta" VALUES('hash_key',X'74571CD0CED749DA99A22162A8A8A0F9BBDD0B661742E9513B141B522A8664C8');
INSERT INTO "meta" VALUES('openings',3);
INSERT INTO "meta" VALUES('purged:1',1796026406410);
INSERT INTO "meta" VALUES('uuid','a81200c8-5e00-4092-a173-92a676aca08f');
CREATE TABLE outcomes     (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "outcomes" VALUES('absent');
INSERT INTO "outcomes" VALUES('absent_after_doubt');
INSERT INTO "outcomes" VALUES('amended');
INSERT INTO "outcomes" VALUES('cleared_anyway');
INSERT INTO "outcomes" VALUES('conflict');
INSERT INTO "outcomes" VALUES('created');
INSERT INTO "outcomes" VALUES('decided_created');
INSERT INTO "outcomes" VALUES('decided_not_created');
INSERT INTO "outcomes" VALUES('duplicate');
INSERT INTO "outcomes" VALUES('existing');
INSERT INTO "outcomes" VALUES('found_after_doubt');
INSERT INTO "outcomes" VALUES('leased');
INSERT INTO "outcomes" VALUES('lost');
INSERT INTO "outcomes" VALUES('never_sent');
INSERT INTO "outcomes" VALUES('new_token');
INSERT INTO "outcomes" VALUES('recovered');
INSERT INTO "outcomes" VALUES('refused');
INSERT INTO "outcomes" VALUES('send_again');
INSERT INTO "outcomes" VALUES('still_unknown');
INSERT INTO "outcomes" VALUES('throttled');
INSERT INTO "outcomes" VALUES('token_seen');
INSERT INTO "outcomes" VALUES('withdrawn');
CREATE TABLE "problems" (
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
CREATE TABLE "records" (
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','','new',1,1,'created',1,1,1796026406314,1);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','','new',1,2,'created',2,1,1796026406338,1);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','','new',1,3,'created',3,1,1796026406362,1);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'talent','','new',1,4,'created',4,1,1796026406385,1);
INSERT INTO "records" VALUES(2,1,0,NULL,2,'talent','139****9000','new',1,5,'created',5,1,1796026406641,1);
INSERT INTO "records" VALUES(2,2,0,NULL,3,'talent','6***','new',1,6,'created',6,1,1796026406660,1);
INSERT INTO "records" VALUES(2,3,0,NULL,4,'talent','6***','new',1,7,'created',7,1,1796026406683,1);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-30T08:13:26.084815666Z','6055712679808466020');
INSERT INTO "refinery_schema_history" VALUES(2,'rows_of_records','2026-11-30T08:13:26.084820355Z','11346078535750405390');
INSERT INTO "refinery_schema_history" VALUES(3,'words_and_whose','2026-11-30T08:13:26.084821016Z','1806652787554207195');
CREATE TABLE replaced (
    run  INTEGER NOT NULL REFERENCES runs (id),
    old  INTEGER NOT NULL REFERENCES runs (id),
    kind TEXT NOT NULL REFERENCES kinds (word),
    PRIMARY KEY (run, old, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE run_states   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "run_states" VALUES('abandoned');
INSERT INTO "run_states" VALUES('approved');
INSERT INTO "run_states" VALUES('blocked');
INSERT INTO "run_states" VALUES('draft');
INSERT INTO "run_states" VALUES('finished');
INSERT INTO "run_states" VALUES('halted');
INSERT INTO "run_states" VALUES('interrupted');
CREATE TABLE "runs" (
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
INSERT INTO "runs" VALUES(1,'f1419cbf-7a85-42f1-aa18-7c784ae9df6f','finished','?','0.1.0',NULL,NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/people.csv","file":"people.csv","sheet":null,"header_row":1,"header":["姓名","邮箱","basic_info.mobile_country_code","手机"],"hidden":[],"belonging":{"own":[0,3,2,1],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"people.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"people.csv","sheet":null,"kind":"talent","column":3,"header":"手机","path":"basic_info.mobile","place":"basic_info.mobile","entry":0},{"file":"people.csv","sheet":null,"kind":"talent","column":2,"header":"basic_info.mobile_country_code","path":"basic_info.mobile_country_code","place":"basic_info.mobile_country_code","entry":0},{"file":"people.csv","sheet":null,"kind":"talent","column":1,"header":"邮箱","path":"basic_info.email","place":"basic_info.email","entry":0}],"mapping":null,"reading":{"allow_keyless":false,"accept":null,"dates":null,"hidden":false}}',NULL,1796026406097,1796026406190,'?',1796026406386);
INSERT INTO "runs" VALUES(2,'bf38acd6-8787-49a5-9346-f2a0f712cee2','finished','?','0.1.0',NULL,NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/more.csv","file":"more.csv","sheet":null,"header_row":1,"header":["姓名","邮箱","basic_info.mobile_country_code","手机"],"hidden":[],"belonging":{"own":[0,3,2,1],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"more.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"more.csv","sheet":null,"kind":"talent","column":3,"header":"手机","path":"basic_info.mobile","place":"basic_info.mobile","entry":0},{"file":"more.csv","sheet":null,"kind":"talent","column":2,"header":"basic_info.mobile_country_code","path":"basic_info.mobile_country_code","place":"basic_info.mobile_country_code","entry":0},{"file":"more.csv","sheet":null,"kind":"talent","column":1,"header":"邮箱","path":"basic_info.email","place":"basic_info.email","entry":0}],"mapping":null,"reading":{"allow_keyless":false,"accept":null,"dates":null,"hidden":false}}',NULL,1796026406425,1796026406514,'?',1796026406684);
CREATE TABLE severities   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "severities" VALUES('error');
INSERT INTO "severities" VALUES('warning');
CREATE INDEX calls_by_time ON calls (endpoint, at);
CREATE UNIQUE INDEX runs_by_uuid ON runs (uuid);
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';
CREATE INDEX jobs_by_state ON jobs (state, kind, run);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);
CREATE INDEX lookups_by_job ON lookups (job);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',2);
INSERT INTO "sqlite_sequence" VALUES('attempts',7);
COMMIT;
