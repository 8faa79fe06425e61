-- A journal of schema 1 whose process was killed with job data waiting to be sent again with the same token.
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
INSERT INTO "attempts" VALUES(1,1,1,'job_data.create','b135fe10-e2ec-4cdd-aae1-a8acdcb71c04',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992792502,1795992792814,'lost',NULL,NULL,NULL,302,'connection broken');
INSERT INTO "attempts" VALUES(2,2,1,'job_data.create','03ec2a68-10a5-45bb-a6b7-69db63f2e391',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992792837,1795992793148,'lost',NULL,NULL,NULL,309,'connection broken');
INSERT INTO "attempts" VALUES(3,3,1,'job_data.create','47488193-0499-4457-93bd-b5fc964f3dc1',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992793172,1795992793489,'lost',NULL,NULL,NULL,304,'connection broken');
INSERT INTO "attempts" VALUES(4,4,1,'job_data.create','66133095-c92e-41ff-91f8-3ea94fdf36f0',X'8BF74B0918A11519974BC246164B9E146BE60D57EA9DC608E855C8383A87BC67',1795992793505,1795992793824,'lost',NULL,NULL,NULL,303,'connection broken');
INSERT INTO "attempts" VALUES(5,5,1,'job_data.create','515ccd42-e409-4efa-a026-a9a670c43329',X'29707595C0B597C7690CF91F6C3DE4E294E58656ED91F8C2839241FEB719C81B',1795992793840,1795992794148,'lost',NULL,NULL,NULL,306,'connection broken');
INSERT INTO "attempts" VALUES(6,1,1,'job_data.create','b135fe10-e2ec-4cdd-aae1-a8acdcb71c04',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992794175,1795992794488,'lost',NULL,NULL,NULL,307,'connection broken');
INSERT INTO "attempts" VALUES(7,2,1,'job_data.create','03ec2a68-10a5-45bb-a6b7-69db63f2e391',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992794510,1795992794815,'lost',NULL,NULL,NULL,303,'connection broken');
INSERT INTO "attempts" VALUES(8,3,1,'job_data.create','47488193-0499-4457-93bd-b5fc964f3dc1',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992794844,1795992795153,'lost',NULL,NULL,NULL,304,'connection broken');
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992791850,1795992792166);
INSERT INTO "calls" VALUES(2,'job_data.batch_get',1795992792167,1795992792473);
INSERT INTO "calls" VALUES(3,'job_data.batch_get',1795992793818,1795992794125);
INSERT INTO "calls" VALUES(4,'job_data.batch_get',1795992794153,1795992794458);
INSERT INTO "calls" VALUES(5,'job_data.batch_get',1795992794492,1795992794796);
INSERT INTO "calls" VALUES(6,'job_data.batch_get',1795992794827,1795992795148);
INSERT INTO "calls" VALUES(7,'job_data.batch_get',1795992795161,1795992795472);
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
INSERT INTO "inputs" VALUES(1,0,'j.csv','adf3ae8084fcda524ca03894c7f14e42cc71c6bcc0ff231c6a66fcc2024f7565',12,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'1951320E2EAAD1A3E153261DD33CFF50','employment',5);
INSERT INTO "job_keys" VALUES(X'1F49922D46F7BC7F290EB24E6EA04A42','employment',7);
INSERT INTO "job_keys" VALUES(X'2233BFC5B02F1E55A478124208872FC2','employment',11);
INSERT INTO "job_keys" VALUES(X'2F3FFC913F177901A27FD24656544E06','employment',6);
INSERT INTO "job_keys" VALUES(X'47EE2C3BACACB2FB9F01C08D8A931F76','employment',12);
INSERT INTO "job_keys" VALUES(X'6290909C69D91DEEBCDE133651B18CC7','employment',2);
INSERT INTO "job_keys" VALUES(X'80BF57E8AB40D6ABF201E705A69C6DCE','employment',3);
INSERT INTO "job_keys" VALUES(X'AD2B5C5E26FA6E9F1602E46700D5C92F','employment',10);
INSERT INTO "job_keys" VALUES(X'C3CBCA83C66AFF35A828AE4E83FCACFE','employment',4);
INSERT INTO "job_keys" VALUES(X'D179A8F1D53BF01E2FA030D9FDA83BFE','employment',9);
INSERT INTO "job_keys" VALUES(X'D4A76660E4057E75638EC92B2C761A5E','employment',8);
INSERT INTO "job_keys" VALUES(X'F797C31C870C8FCBC44E92A319C58BA1','employment',1);
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
INSERT INTO "jobs" VALUES(1,1,1,'job_data','in_doubt',1795992792814,NULL,NULL,NULL,NULL,1795992792814,2,0,1795992791849,1,0,0,1795992795488,6,2,NULL,'b135fe10-e2ec-4cdd-aae1-a8acdcb71c04',X'79D2C51789B2E73F8ED2A6533A0465C9B9409497A467AF0FA9E732C52C70F500',NULL,X'70F797C31C870C8FCBC44E92A319C58BA1',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000000","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000000","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(2,1,2,'job_data','in_doubt',1795992793148,NULL,NULL,NULL,NULL,1795992793148,2,0,1795992791849,1,0,0,1795992795815,7,2,NULL,'03ec2a68-10a5-45bb-a6b7-69db63f2e391',X'6F546439D5661E9C5A0482B0285A36D29AF31FC6C577044B8ADC988F3B240125',NULL,X'706290909C69D91DEEBCDE133651B18CC7',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(3,1,3,'job_data','in_doubt',1795992793489,NULL,NULL,NULL,NULL,1795992793489,2,0,1795992791849,1,0,0,1795992796153,8,2,NULL,'47488193-0499-4457-93bd-b5fc964f3dc1',X'5C916AAAF0DEAC6BCD7E201E907C4AB7B0E22B97B97F02209BC83E84BAE74E16',NULL,X'7080BF57E8AB40D6ABF201E705A69C6DCE',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(4,1,4,'job_data','waiting',1795992794826,NULL,NULL,NULL,NULL,1795992793824,1,0,1795992791849,1,0,0,NULL,4,1,NULL,'66133095-c92e-41ff-91f8-3ea94fdf36f0',X'3C0C3A5FCF6F0B26354B3B70656FA0A560A88AFEFBC30286CBB3EA301F216BBA',NULL,X'70C3CBCA83C66AFF35A828AE4E83FCACFE',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(5,1,5,'job_data','waiting',1795992795151,NULL,NULL,NULL,NULL,1795992794148,1,0,1795992791849,1,0,0,NULL,5,1,NULL,'515ccd42-e409-4efa-a026-a9a670c43329',X'8DCE11C9F33455010CDD22F7FD1E889D2F09439DBABB7292415B1D27DDEA9CDA',NULL,X'701951320E2EAAD1A3E153261DD33CFF50',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000004","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000004","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(6,1,6,'job_data','cleared',1795992791849,NULL,NULL,NULL,NULL,NULL,0,0,1795992791849,1,0,0,NULL,NULL,0,NULL,'8aff8531-78e3-4e71-8efe-e5603dcac628',X'38FFEA1089CCB94767B0739F57976D370053F7C6AA09D63721F4269B3FD51980',NULL,X'702F3FFC913F177901A27FD24656544E06',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000005","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000005","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(7,1,7,'job_data','cleared',1795992791849,NULL,NULL,NULL,NULL,NULL,0,0,1795992791849,1,0,0,NULL,NULL,0,NULL,'5f9d10c9-4603-4308-96e6-1f9ac33c8581',X'FCCB8E3E7DFFCEDECD29958470B62D4826B94BB4FE7BD611341DD7333F872233',NULL,X'701F49922D46F7BC7F290EB24E6EA04A42',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000006","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000006","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(8,1,8,'job_data','cleared',1795992791849,NULL,NULL,NULL,NULL,NULL,0,0,1795992791849,1,0,0,NULL,NULL,0,NULL,'ea6dfd00-ab75-4537-92c2-3acfc7f4c065',X'EA9BF4B0F752C2AD62EAD0F70858F363D60DC7E461409C4262B322D169321B9A',NULL,X'70D4A76660E4057E75638EC92B2C761A5E',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000007","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000007","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(9,1,9,'job_data','cleared',1795992791849,NULL,NULL,NULL,NULL,NULL,0,0,1795992791849,1,0,0,NULL,NULL,0,NULL,'ac2bdfee-fe2c-4154-b44a-507928cddbbb',X'F6268A5D0D09CEAB9EB9C52F7DD6E18769BC1B38E1DC169C57978BDF28ACB699',NULL,X'70D179A8F1D53BF01E2FA030D9FDA83BFE',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000008","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000008","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(10,1,10,'job_data','cleared',1795992791849,NULL,NULL,NULL,NULL,NULL,0,0,1795992791849,1,0,0,NULL,NULL,0,NULL,'cde42e24-292e-4184-acec-4abb7ac0633b',X'4D1B45D145992FC615176F2090109A2337F0CF4D3ED7E3CA4CF2DD7138B32568',NULL,X'70AD2B5C5E26FA6E9F1602E46700D5C92F',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000009","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000009","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(11,1,11,'job_data','cleared',1795992791849,NULL,NULL,NULL,NULL,NULL,0,0,1795992791849,1,0,0,NULL,NULL,0,NULL,'46c933b3-6331-4061-bff2-f4840210cdfa',X'8BF50A0B992A1F1924E6B486209749CF390A56F73AED933940FC49B7FA049D7C',NULL,X'702233BFC5B02F1E55A478124208872FC2',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000010","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000010","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(12,1,12,'job_data','cleared',1795992791849,NULL,NULL,NULL,NULL,NULL,0,0,1795992791849,1,0,0,NULL,NULL,0,NULL,'81c1607d-0994-4443-a8ef-370e1cf62b95',X'9368D7757CB4B7767EA63470D59B32CC40BFF509F8EF8C5D9CA39C7C582BC21B',NULL,X'7047EE2C3BACACB2FB9F01C08D8A931F76',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000011","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000011","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
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
INSERT INTO "lookups" VALUES(1,1,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,4,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(5,5,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,6,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,7,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(8,8,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(9,9,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(10,10,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(11,11,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(12,12,1795992791849,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(13,1,1795992794125,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(14,2,1795992794460,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(15,3,1795992794797,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(16,4,1795992795150,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(17,5,1795992795476,'job_data.batch_get','send_again',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',0);
INSERT INTO "meta" VALUES('created_at',1795992791625);
INSERT INTO "meta" VALUES('hash_key',X'E79BC810960F0018B5B6527976E4A7586C756A6909898E1E2FBFADB0BB873A90');
CREATE TABLE problems (
    run      INTEGER NOT NULL REFERENCES runs (id),
    n        INTEGER NOT NULL,
    record   INTEGER,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    problem  TEXT NOT NULL,
    PRIMARY KEY (run, n)
) STRICT, WITHOUT ROWID;
INSERT INTO "problems" VALUES(1,1,1,'digits-doubtful','warning','{"complaint":{"code":"digits-doubtful","args":[]},"place":{"file":"j.csv","sheet":null,"row":2,"column":0},"header":"employment_id","field":"employment_id","value":"6893014062142000000"}');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'job_data','6893014062142000000','new',1,1,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'job_data','6893014062142000001','new',1,2,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'job_data','6893014062142000002','new',1,3,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'job_data','6893014062142000003','new',1,4,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,5,0,NULL,6,'job_data','6893014062142000004','new',1,5,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,6,0,NULL,7,'job_data','6893014062142000005','new',1,6,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,7,0,NULL,8,'job_data','6893014062142000006','new',1,7,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,8,0,NULL,9,'job_data','6893014062142000007','new',1,8,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,9,0,NULL,10,'job_data','6893014062142000008','new',1,9,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,10,0,NULL,11,'job_data','6893014062142000009','new',1,10,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,11,0,NULL,12,'job_data','6893014062142000010','new',1,11,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,12,0,NULL,13,'job_data','6893014062142000011','new',1,12,NULL,NULL,NULL,NULL);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:53:11.716283148Z','6055712679808466020');
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
INSERT INTO "runs" VALUES(1,'approved','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"belonging":{"own":[2,1,0,3],"entries":[],"key":null}}]}',1795992791741,1795992791840,'?',NULL);
CREATE INDEX records_by_row ON records (run, row);
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';
CREATE INDEX jobs_by_state ON jobs (state, kind, run);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);
CREATE INDEX lookups_by_job ON lookups (job);
CREATE INDEX calls_by_time ON calls (endpoint, at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',1);
INSERT INTO "sqlite_sequence" VALUES('attempts',8);
COMMIT;
