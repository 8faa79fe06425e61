-- A journal of schema 2 whose process was killed with job data waiting to be sent again with the same token.
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
INSERT INTO "attempts" VALUES(1,1,1,'job_data.create','05106e34-3ee1-47cb-b86f-57463447c39f',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992576285,1795992576591,'lost',NULL,NULL,NULL,302,'connection broken');
INSERT INTO "attempts" VALUES(2,2,1,'job_data.create','135eb04b-b098-48a4-90f4-76fa0fa73b23',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992576620,1795992576927,'lost',NULL,NULL,NULL,305,'connection broken');
INSERT INTO "attempts" VALUES(3,3,1,'job_data.create','8e99f790-2abe-4918-a9e4-1c001f2a361d',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992576954,1795992577261,'lost',NULL,NULL,NULL,304,'connection broken');
INSERT INTO "attempts" VALUES(4,4,1,'job_data.create','d54142b6-9c0c-4384-9660-a8ce1d58fc6f',X'8BF74B0918A11519974BC246164B9E146BE60D57EA9DC608E855C8383A87BC67',1795992577288,1795992577599,'lost',NULL,NULL,NULL,307,'connection broken');
INSERT INTO "attempts" VALUES(5,5,1,'job_data.create','7569beb8-4a4d-4601-b695-e0af0884bf77',X'29707595C0B597C7690CF91F6C3DE4E294E58656ED91F8C2839241FEB719C81B',1795992577622,1795992577927,'lost',NULL,NULL,NULL,303,'connection broken');
INSERT INTO "attempts" VALUES(6,1,1,'job_data.create','05106e34-3ee1-47cb-b86f-57463447c39f',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992577956,1795992578261,'lost',NULL,NULL,NULL,303,'connection broken');
INSERT INTO "attempts" VALUES(7,2,1,'job_data.create','135eb04b-b098-48a4-90f4-76fa0fa73b23',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992578291,1795992578594,'lost',NULL,NULL,NULL,302,'connection broken');
INSERT INTO "attempts" VALUES(8,3,1,'job_data.create','8e99f790-2abe-4918-a9e4-1c001f2a361d',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992578625,1795992578931,'lost',NULL,NULL,NULL,303,'connection broken');
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992575641,1795992575948);
INSERT INTO "calls" VALUES(2,'job_data.batch_get',1795992575949,1795992576254);
INSERT INTO "calls" VALUES(3,'job_data.batch_get',1795992577593,1795992577900);
INSERT INTO "calls" VALUES(4,'job_data.batch_get',1795992577928,1795992578233);
INSERT INTO "calls" VALUES(5,'job_data.batch_get',1795992578262,1795992578568);
INSERT INTO "calls" VALUES(6,'job_data.batch_get',1795992578601,1795992578906);
INSERT INTO "calls" VALUES(7,'job_data.batch_get',1795992578936,1795992579239);
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
    blank    INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "inputs" VALUES(1,0,'j.csv','adf3ae8084fcda524ca03894c7f14e42cc71c6bcc0ff231c6a66fcc2024f7565',12,0,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'0D6E950272B6D58502EB4CCE0E941F03','employment',9);
INSERT INTO "job_keys" VALUES(X'227AF0736DC84135D8485C9A0CD7BB84','employment',2);
INSERT INTO "job_keys" VALUES(X'283B03C8942A2767FF93ED083F41F984','employment',4);
INSERT INTO "job_keys" VALUES(X'299D3833FEECD916DA87E38592DB27AC','employment',7);
INSERT INTO "job_keys" VALUES(X'29FFDD3918993C95A02718C1F517814A','employment',5);
INSERT INTO "job_keys" VALUES(X'38B1214E1E1FC84FD12A777F1CC0B14D','employment',10);
INSERT INTO "job_keys" VALUES(X'4025F70B68CE44F5EACCC38C51D7FC9B','employment',6);
INSERT INTO "job_keys" VALUES(X'C117D7636B3CCA546580201D89F4B126','employment',11);
INSERT INTO "job_keys" VALUES(X'E014001319BDA5C7AA75DEA75BEFB050','employment',8);
INSERT INTO "job_keys" VALUES(X'E0D0C0CC4B092B3CCEBF95D538596E67','employment',3);
INSERT INTO "job_keys" VALUES(X'FCD551FB40B6A8EF9FF9BA5C4853F549','employment',12);
INSERT INTO "job_keys" VALUES(X'FF70860181D276ABBAF9A37A2D98FB55','employment',1);
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
INSERT INTO "jobs" VALUES(1,1,1,'job_data','in_doubt',1795992576591,NULL,NULL,NULL,NULL,1795992576591,2,0,1795992575640,1,0,0,1795992579261,6,2,NULL,'05106e34-3ee1-47cb-b86f-57463447c39f',X'3D420CB15E412F16FBAA6819312FCC93318A473EFF285C557354C9A6984249B8',NULL,X'70FF70860181D276ABBAF9A37A2D98FB55',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000000","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000000","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(2,1,2,'job_data','in_doubt',1795992576927,NULL,NULL,NULL,NULL,1795992576927,2,0,1795992575640,1,0,0,1795992579594,7,2,NULL,'135eb04b-b098-48a4-90f4-76fa0fa73b23',X'9B3A732AD692AD140F44C9F02EEC7AED6B118F2A91ABDD78543F25245F510AFA',NULL,X'70227AF0736DC84135D8485C9A0CD7BB84',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(3,1,3,'job_data','in_doubt',1795992577261,NULL,NULL,NULL,NULL,1795992577261,2,0,1795992575640,1,0,0,1795992579931,8,2,NULL,'8e99f790-2abe-4918-a9e4-1c001f2a361d',X'F51E87FE3ABE9B262B0B707491BE3A96C43F2567D30C00D80C9FDE7AC04886D6',NULL,X'70E0D0C0CC4B092B3CCEBF95D538596E67',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(4,1,4,'job_data','waiting',1795992578601,NULL,NULL,NULL,NULL,1795992577599,1,0,1795992575640,1,0,0,NULL,4,1,NULL,'d54142b6-9c0c-4384-9660-a8ce1d58fc6f',X'87A5D0C54A367757D69AC6349A159F4ADAC2368527C94D3B0E0C9361EA01549D',NULL,X'70283B03C8942A2767FF93ED083F41F984',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(5,1,5,'job_data','waiting',1795992578929,NULL,NULL,NULL,NULL,1795992577927,1,0,1795992575640,1,0,0,NULL,5,1,NULL,'7569beb8-4a4d-4601-b695-e0af0884bf77',X'CAE15FA03C4CAC60D763DDD5D829EAE5B733CE6671013FAEAB6FF9F6727ACFDF',NULL,X'7029FFDD3918993C95A02718C1F517814A',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000004","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000004","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(6,1,6,'job_data','cleared',1795992575640,NULL,NULL,NULL,NULL,NULL,0,0,1795992575640,1,0,0,NULL,NULL,0,NULL,'b2c90067-bfe5-483a-acb0-9e4ec30556b7',X'2A51F32B3564684AF3540E022DAE046042B95EA3A92EC7EB24842C52295C674A',NULL,X'704025F70B68CE44F5EACCC38C51D7FC9B',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000005","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000005","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(7,1,7,'job_data','cleared',1795992575640,NULL,NULL,NULL,NULL,NULL,0,0,1795992575640,1,0,0,NULL,NULL,0,NULL,'5f500b31-225f-4031-8820-629a03b8d670',X'C40826DF508E3CDB786831805D1AA81D5F6136A1AC415BEE09E448E79CB2D32E',NULL,X'70299D3833FEECD916DA87E38592DB27AC',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000006","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000006","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(8,1,8,'job_data','cleared',1795992575640,NULL,NULL,NULL,NULL,NULL,0,0,1795992575640,1,0,0,NULL,NULL,0,NULL,'975ffd78-e024-4a5f-80a8-19a3dc717720',X'46AB41E06A99CA82EFA6396B54736BE50995DE742D9243EC31D5771600C7FC2B',NULL,X'70E014001319BDA5C7AA75DEA75BEFB050',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000007","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000007","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(9,1,9,'job_data','cleared',1795992575640,NULL,NULL,NULL,NULL,NULL,0,0,1795992575640,1,0,0,NULL,NULL,0,NULL,'8508e67a-9f6d-4b22-a44e-7e35bad8a7d0',X'978E9CE7B97E71B1BEA3B076A2C998E5881B1DB85EDCFA7E246EB1BC64D48FB7',NULL,X'700D6E950272B6D58502EB4CCE0E941F03',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000008","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000008","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(10,1,10,'job_data','cleared',1795992575640,NULL,NULL,NULL,NULL,NULL,0,0,1795992575640,1,0,0,NULL,NULL,0,NULL,'5cfad917-0b6d-43e1-ba80-386a3fab4350',X'930F8E5ABF6A4DFE513918C8B138FA040ACDF1A26770D97322A790196C1E4AF8',NULL,X'7038B1214E1E1FC84FD12A777F1CC0B14D',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000009","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000009","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(11,1,11,'job_data','cleared',1795992575640,NULL,NULL,NULL,NULL,NULL,0,0,1795992575640,1,0,0,NULL,NULL,0,NULL,'6446169a-ff49-4ab9-a492-51cf8a9571da',X'D1AA6532AD101C93567B33ABD5CD071627CBBB496F540C8AD703AB9C5ECF263D',NULL,X'70C117D7636B3CCA546580201D89F4B126',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000010","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000010","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(12,1,12,'job_data','cleared',1795992575640,NULL,NULL,NULL,NULL,NULL,0,0,1795992575640,1,0,0,NULL,NULL,0,NULL,'136ef041-8240-45a5-8fdd-d0f59f6973b4',X'7AA06ECCE99E8147FA631E93F9B718DCDCD546E6B947229630954CE3E60AB0C1',NULL,X'70FCD551FB40B6A8EF9FF9BA5C4853F549',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000011","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000011","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
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
INSERT INTO "lookups" VALUES(1,1,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,4,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(5,5,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,6,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,7,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(8,8,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(9,9,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(10,10,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(11,11,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(12,12,1795992575640,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(13,1,1795992577901,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(14,2,1795992578233,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(15,3,1795992578570,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(16,4,1795992578907,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(17,5,1795992579240,'job_data.batch_get','send_again',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',0);
INSERT INTO "meta" VALUES('created_at',1795992575391);
INSERT INTO "meta" VALUES('hash_key',X'5B5F4D2FBB6F782F05E64CBA67523A5E657F57584E35F4A689792B6F9EF9E5AF');
CREATE TABLE problems (
    run      INTEGER NOT NULL REFERENCES runs (id),
    n        INTEGER NOT NULL,
    record   INTEGER,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    problem  TEXT NOT NULL,
    PRIMARY KEY (run, n)
) STRICT, WITHOUT ROWID;
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
    settled_at INTEGER, rows INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (run, record)
) STRICT, WITHOUT ROWID;
INSERT INTO "records" VALUES(1,1,0,NULL,2,'job_data','6893014062142000000','new',1,1,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'job_data','6893014062142000001','new',1,2,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'job_data','6893014062142000002','new',1,3,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'job_data','6893014062142000003','new',1,4,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,5,0,NULL,6,'job_data','6893014062142000004','new',1,5,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,6,0,NULL,7,'job_data','6893014062142000005','new',1,6,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,7,0,NULL,8,'job_data','6893014062142000006','new',1,7,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,8,0,NULL,9,'job_data','6893014062142000007','new',1,8,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,9,0,NULL,10,'job_data','6893014062142000008','new',1,9,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,10,0,NULL,11,'job_data','6893014062142000009','new',1,10,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,11,0,NULL,12,'job_data','6893014062142000010','new',1,11,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,12,0,NULL,13,'job_data','6893014062142000011','new',1,12,NULL,NULL,NULL,NULL,1);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:49:35.399375037Z','6055712679808466020');
INSERT INTO "refinery_schema_history" VALUES(2,'rows_of_records','2026-11-29T22:49:35.399857416Z','11346078535750405390');
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
INSERT INTO "runs" VALUES(1,'approved','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"hidden":[],"belonging":{"own":[2,1,0,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"j.csv","sheet":null,"kind":"job_data","column":2,"header":"employee_type_id","path":"employee_type_id","place":"employee_type_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":1,"header":"department_id","path":"department_id","place":"department_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":0,"header":"employment_id","path":"employment_id","place":"employment_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":3,"header":"effective_time","path":"effective_time","place":"effective_time","entry":0}]}',1795992575418,1795992575632,'?',NULL);
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
