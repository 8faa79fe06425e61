-- A journal of schema 2 with people without keys, doubts that a person decided, and an erased run.
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
INSERT INTO "attempts" VALUES(1,1,1,'talent.create','7817614a-bc53-49f1-9b92-933f623bb8d4',X'B574CBAF960DD7C7C1038566CF6A82DBEAF4316FE2D9E4D69380A189B741D7E8',1795992763383,1795992763407,'lost',NULL,NULL,NULL,22,'connection broken');
INSERT INTO "attempts" VALUES(2,2,1,'talent.create','142e0ae8-3ae7-4650-a206-6ae8e2fe4eb0',X'FE569476D5945CC855B47FE94DEBE95780ECC4C2963E36C8CD77A6145546EED8',1795992763407,1795992763432,'lost',NULL,NULL,NULL,23,'connection broken');
INSERT INTO "attempts" VALUES(3,3,1,'talent.create','b77305fb-eb93-46b3-9859-3c3ef750a179',X'553EE55BDA51FDFB8CF5F7AC69D54777117AF65DA826C4B14AE22A030E73B32D',1795992763430,1795992763455,'lost',NULL,NULL,NULL,22,'connection broken');
INSERT INTO "attempts" VALUES(4,4,2,'job_data.create','fe077cdd-bb64-4565-8457-810343c6a59f',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992764792,1795992764828,'lost',NULL,NULL,NULL,28,'connection broken');
INSERT INTO "attempts" VALUES(5,5,2,'job_data.create','8d31b35a-c1fd-449e-9c2f-faca70b9bf39',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992764815,1795992764851,'lost',NULL,NULL,NULL,23,'connection broken');
INSERT INTO "attempts" VALUES(6,6,2,'job_data.create','f2033388-e120-4ac8-9aed-7a2ec02a1618',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992764838,1795992764871,'lost',NULL,NULL,NULL,31,'connection broken');
INSERT INTO "attempts" VALUES(7,4,2,'job_data.create','fe077cdd-bb64-4565-8457-810343c6a59f',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992765836,1795992765868,'token_seen',400,1160004,'69E9343D408BF569665518376C8DC61F',23,NULL);
INSERT INTO "attempts" VALUES(8,5,2,'job_data.create','8d31b35a-c1fd-449e-9c2f-faca70b9bf39',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992765859,1795992765891,'token_seen',400,1160004,'61D5D85A90DA498BFF6F996D6B035666',22,NULL);
INSERT INTO "attempts" VALUES(9,6,2,'job_data.create','f2033388-e120-4ac8-9aed-7a2ec02a1618',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992765884,1795992765911,'token_seen',400,1160004,'4EDC7F2F7E39AD103581247C3E06CFC2',23,NULL);
INSERT INTO "attempts" VALUES(10,7,3,'talent.create','d9d35982-5307-4d64-bb29-b8a117118b4e',X'039722040B1B8DF6695FBD7C12A6FC42BA125DCA24DD19B2C15E0E242C64270D',1795992771684,1795992771711,'created',200,NULL,'52C4F35DE6CD5496D38D0ACEC3642235',22,NULL);
INSERT INTO "attempts" VALUES(11,8,4,'talent.create','393c7f28-1d45-4a33-b1f9-8e35d7292b54',X'E9C3A9DA0E8544FAFEB322CB873870D0838681326A7912E0461DCE8E5C0731D1',1795992772168,1795992772204,'created',200,NULL,'7A3664A61DC0B8CDBC80E7D16F7DD69B',26,NULL);
INSERT INTO "attempts" VALUES(12,9,4,'talent.create','b67078d4-b8bd-48f1-930e-20cb58c31f67',X'BEA8E15E6F24640EB9850D788D7412D48E2607F4F7F167ED7712F267A03B5367',1795992772191,1795992772228,'created',200,NULL,'EB55ED088500BAC8407842C05B559A47',23,NULL);
INSERT INTO "attempts" VALUES(13,10,4,'talent.create','9e796875-faff-42b2-930a-8dc1d9149891',X'67FE936B4E8BF55E60CFE5DD9958F8F1C17571C2C1933FF276F070BCD3C0ACF9',1795992772219,1795992772247,'created',200,NULL,'6364F0BA95460095B23470E54B00D6FA',22,NULL);
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992763352,1795992763383);
INSERT INTO "calls" VALUES(2,'auth.token',1795992764716,1795992764747);
INSERT INTO "calls" VALUES(3,'job_data.batch_get',1795992764747,1795992764779);
INSERT INTO "calls" VALUES(4,'auth.token',1795992771410,1795992771455);
INSERT INTO "calls" VALUES(5,'job_data.batch_get',1795992771456,1795992771483);
INSERT INTO "calls" VALUES(6,'auth.token',1795992771645,1795992771671);
INSERT INTO "calls" VALUES(7,'auth.token',1795992771836,1795992771871);
INSERT INTO "calls" VALUES(8,'job_data.batch_get',1795992771886,1795992771915);
INSERT INTO "calls" VALUES(9,'auth.token',1795992772028,1795992772063);
INSERT INTO "calls" VALUES(10,'talent.batch_get_id',1795992772072,1795992772108);
INSERT INTO "calls" VALUES(11,'talent.batch_get_id',1795992772095,1795992772128);
INSERT INTO "calls" VALUES(12,'talent.batch_get_id',1795992772119,1795992772151);
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
INSERT INTO "decisions" VALUES(1,1,1,1,1795992771256,'?','7400000000000000901','seen in the page of talents');
INSERT INTO "decisions" VALUES(2,1,2,2,1795992771324,'?',NULL,'asked the recruiter');
CREATE TABLE inputs (
    run      INTEGER NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    file     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    rows     INTEGER NOT NULL DEFAULT 0,
    blank    INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "inputs" VALUES(1,0,'k.csv','896c1ab5e295a5493043203ed81ff085ed5bf693fc8f669f376849b9aefde4bd',3,0,0);
INSERT INTO "inputs" VALUES(2,0,'j.csv','7e04fd3395a8bef8de594248a19040f993a7f0f615fb92811013e4507b6edccd',3,0,0);
INSERT INTO "inputs" VALUES(3,0,'l.csv','380bbfc771a5a54866b4e3bb059635637f9aabbf835452e105f6c8173acae5f5',2,0,0);
INSERT INTO "inputs" VALUES(4,0,'m.csv','dbd56aec6034930a7ca54a10719d5e8cbc42082e70d1223471c655fa8303ba6a',3,0,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'000022F1D6D2E21F91515C853CCCE2B2','email',10);
INSERT INTO "job_keys" VALUES(X'067F9A3BA79370A18BF7149755A636E2','email',8);
INSERT INTO "job_keys" VALUES(X'0FB0F30EE6794476944F310EC3266AAA','employment',4);
INSERT INTO "job_keys" VALUES(X'232711A9F84BB4C0442BDEBD8D8F5D5B','document',8);
INSERT INTO "job_keys" VALUES(X'47D5F4BDC3FF51C68AE4F7CA3DF196A7','employment',6);
INSERT INTO "job_keys" VALUES(X'6A34BF0E62593107B96439AF7EFE9917','mobile',9);
INSERT INTO "job_keys" VALUES(X'6A58918715C7838A73DEA5EBC037CFEB','keyless',2);
INSERT INTO "job_keys" VALUES(X'85E3878855EA910F36E3D5DDB81B33CA','keyless',3);
INSERT INTO "job_keys" VALUES(X'D73EE5A7F22144CF8917A884A6C4B849','employment',5);
INSERT INTO "job_keys" VALUES(X'DD2E67004F97B320DF8E54AE2AB12075','keyless',7);
INSERT INTO "job_keys" VALUES(X'E218329AEEFAA3B5557633506CB749F3','mobile',8);
INSERT INTO "job_keys" VALUES(X'FF1A7E7DB2EFFF02D198BA7A63C10580','keyless',1);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000901',NULL,NULL,NULL,1,0,1795992763344,1,0,0,NULL,1,1,1795992771256,'7817614a-bc53-49f1-9b92-933f623bb8d4',X'B1464BADB84E8CA7C06027D11D7742849AE7414F7547345B493EF0E8F8BD9288',X'EC5BE0C6A79F0625060EB3B310A754A7',X'',X'FF1A7E7DB2EFFF02D198BA7A63C10580','[["user_id_type","open_id"]]','{"name":"无号甲"}','{"basic_info":{"name":"无号甲","gender":1}}');
INSERT INTO "jobs" VALUES(2,1,2,'talent','pending',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,1,0,0,NULL,2,1,NULL,'08704c13-c0fb-42b9-be02-f2056135e9a5',X'458FCE457F5C415F5BF47D9ECD1DE49F41E21F1D0B167AC00163A6D0121140EE',X'B778C944C7E6BC3406E1E39888943056',X'',X'6A58918715C7838A73DEA5EBC037CFEB','[["user_id_type","open_id"]]','{"name":"无号乙"}','{"basic_info":{"name":"无号乙","gender":2}}');
INSERT INTO "jobs" VALUES(3,1,3,'talent','in_doubt',1795992763455,NULL,NULL,NULL,NULL,1795992763455,1,0,1795992763344,1,0,0,1795992772353,3,1,NULL,'b77305fb-eb93-46b3-9859-3c3ef750a179',X'E733FB16392860084F61C6115EF5DCCFFB4ADB6808BA9B580522C8D748827EC3',X'E1AC4D7690E032B26D5E315718CD996F',X'',X'85E3878855EA910F36E3D5DDB81B33CA','[["user_id_type","open_id"]]','{"name":"无号丙"}','{"basic_info":{"name":"无号丙","gender":2}}');
INSERT INTO "jobs" VALUES(4,2,1,'job_data','in_doubt',1795992764828,NULL,NULL,NULL,NULL,1795992764828,2,0,1795992764716,0,1,0,1795992772353,7,2,NULL,'fe077cdd-bb64-4565-8457-810343c6a59f',X'75DA35B1194B31E7096521D97DE8661E3671A7501E7E6BDD4B470CA42232D4DF',NULL,X'700FB0F30EE6794476944F310EC3266AAA',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000000","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000000","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(5,2,2,'job_data','in_doubt',1795992764851,NULL,NULL,NULL,NULL,1795992764851,2,0,1795992764716,0,1,0,1795992772353,8,2,NULL,'8d31b35a-c1fd-449e-9c2f-faca70b9bf39',X'52E3FF2EFFF9601F6F9CFC6C866FA47D75B6DBFF1F88DBAB868F83C983F2CDDA',NULL,X'70D73EE5A7F22144CF8917A884A6C4B849',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(6,2,3,'job_data','in_doubt',1795992764871,NULL,NULL,NULL,NULL,1795992764871,2,0,1795992764716,0,1,0,1795992772353,9,2,NULL,'f2033388-e120-4ac8-9aed-7a2ec02a1618',X'A4E157DF640B01B38FC7436944CD9ED3B423077D308152E893A9EE1A43388AD5',NULL,X'7047D5F4BDC3FF51C68AE4F7CA3DF196A7',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(7,3,2,'talent','created',NULL,NULL,'7400000000000000010',NULL,NULL,NULL,1,0,1795992771644,1,0,0,NULL,10,1,1795992771711,'d9d35982-5307-4d64-bb29-b8a117118b4e',X'67A4474747258DF040BB735D6C458429860E0B182B7022E93F5C65A572EC3821',X'FD18ED5209A5B4EEEF04311F22876A62',X'',X'DD2E67004F97B320DF8E54AE2AB12075','[["user_id_type","open_id"]]','{"name":"无号丁"}','{"basic_info":{"name":"无号丁","gender":1}}');
INSERT INTO "jobs" VALUES(8,4,1,'talent','created',NULL,NULL,'7400000000000000011',NULL,NULL,NULL,1,0,1795992772028,1,0,0,NULL,11,1,1795992772204,'393c7f28-1d45-4a33-b1f9-8e35d7292b54',X'EDBDD4BFBC236E8A1693F4E967904C964F6982131C2AB47081CDD7203B39E492',X'5B7598484977F76503A2DA62DA2730B6',X'64232711A9F84BB4C0442BDEBD8D8F5D5B6DE218329AEEFAA3B5557633506CB749F365067F9A3BA79370A18BF7149755A636E2',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(9,4,2,'talent','created',NULL,NULL,'7400000000000000012',NULL,NULL,NULL,1,0,1795992772028,1,0,0,NULL,12,1,1795992772228,'b67078d4-b8bd-48f1-930e-20cb58c31f67',X'76E2D51A9B27190796EA46B24B464125DCE1B26964511B45763F319E1D9D4E1A',X'D7B3735264E914DA11994FF8946CA644',X'6D6A34BF0E62593107B96439AF7EFE9917',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(10,4,3,'talent','created',NULL,NULL,'7400000000000000013',NULL,NULL,NULL,1,0,1795992772028,1,0,0,NULL,13,1,1795992772247,'9e796875-faff-42b2-930a-8dc1d9149891',X'B532F7EF2BC984381AAB4245250F1EB93A5A7EE30E7764C391A63DB55C98222C',X'4C1BFA6B9A81109D843CCBE44D69E487',X'65000022F1D6D2E21F91515C853CCCE2B2',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
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
INSERT INTO "lookups" VALUES(1,1,1795992763344,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795992763344,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1795992763344,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,1,1795992764412,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(5,2,1795992764433,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(6,3,1795992764460,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(7,1,1795992764596,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(8,2,1795992764596,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(9,3,1795992764596,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(10,4,1795992764716,'job_data.batch_get','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(11,5,1795992764716,'job_data.batch_get','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(12,6,1795992764716,'job_data.batch_get','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(13,4,1795992765829,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(14,5,1795992765853,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(15,6,1795992765876,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(16,4,1795992770871,'job_data.batch_get','still_unknown',NULL,'not-readable');
INSERT INTO "lookups" VALUES(17,5,1795992770892,'job_data.batch_get','still_unknown',NULL,'not-readable');
INSERT INTO "lookups" VALUES(18,6,1795992770913,'job_data.batch_get','still_unknown',NULL,'not-readable');
INSERT INTO "lookups" VALUES(19,3,1795992771409,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(20,4,1795992771496,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(21,5,1795992771496,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(22,6,1795992771496,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(23,7,1795992771644,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(24,3,1795992771825,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(25,4,1795992771928,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(26,5,1795992771928,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(27,6,1795992771928,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(28,8,1795992772028,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(29,9,1795992772028,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(30,10,1795992772028,'talent.batch_get_id','absent',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',1);
INSERT INTO "meta" VALUES('created_at',1795992763184);
INSERT INTO "meta" VALUES('hash_key',X'87E9E113322AD1FB2D1FC8B3421F2CB1BF17770673E386AF8372A51ACEF2A6C0');
INSERT INTO "meta" VALUES('purged:4',1795992772400);
CREATE TABLE problems (
    run      INTEGER NOT NULL REFERENCES runs (id),
    n        INTEGER NOT NULL,
    record   INTEGER,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    problem  TEXT NOT NULL,
    PRIMARY KEY (run, n)
) STRICT, WITHOUT ROWID;
INSERT INTO "problems" VALUES(4,1,1,'id-card-gender','warning','{"complaint":{"code":"id-card-gender","args":[]},"place":{"file":"m.csv","sheet":null,"row":2,"column":3},"header":"性别","field":"basic_info.gender","value":null}');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','无**','new',1,1,'created',1,1,1795992771256,1);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','无**','new',1,2,'not_sent',2,1,NULL,1);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','无**','new',1,3,'unknown',3,1,NULL,1);
INSERT INTO "records" VALUES(2,1,0,NULL,2,'job_data','6893014062142000000','new',1,4,'unknown',7,2,NULL,1);
INSERT INTO "records" VALUES(2,2,0,NULL,3,'job_data','6893014062142000001','new',1,5,'unknown',8,2,NULL,1);
INSERT INTO "records" VALUES(2,3,0,NULL,4,'job_data','6893014062142000002','new',1,6,'unknown',9,2,NULL,1);
INSERT INTO "records" VALUES(3,1,0,NULL,2,'talent','无**','unknown',1,3,'unknown',NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,2,0,NULL,3,'talent','无**','new',1,7,'created',10,1,1795992771711,1);
INSERT INTO "records" VALUES(4,1,0,NULL,2,'talent','','new',1,8,'created',11,1,1795992772204,1);
INSERT INTO "records" VALUES(4,2,0,NULL,3,'talent','','new',1,9,'created',12,1,1795992772228,1);
INSERT INTO "records" VALUES(4,3,0,NULL,4,'talent','','new',1,10,'created',13,1,1795992772247,1);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:52:43.232193876Z','6055712679808466020');
INSERT INTO "refinery_schema_history" VALUES(2,'rows_of_records','2026-11-29T22:52:43.232200368Z','11346078535750405390');
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
INSERT INTO "runs" VALUES(1,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/k.csv","file":"k.csv","sheet":null,"header_row":1,"header":["姓名","性别"],"hidden":[],"belonging":{"own":[0,1],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"k.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"k.csv","sheet":null,"kind":"talent","column":1,"header":"性别","path":"basic_info.gender","place":"basic_info.gender","entry":0}]}',1795992763245,1795992763340,'?',1795992764472);
INSERT INTO "runs" VALUES(2,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"hidden":[],"belonging":{"own":[2,1,0,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"j.csv","sheet":null,"kind":"job_data","column":2,"header":"employee_type_id","path":"employee_type_id","place":"employee_type_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":1,"header":"department_id","path":"department_id","place":"department_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":0,"header":"employment_id","path":"employment_id","place":"employment_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":3,"header":"effective_time","path":"effective_time","place":"effective_time","entry":0}]}',1795992764600,1795992764704,'?',1795992770914);
INSERT INTO "runs" VALUES(3,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/l.csv","file":"l.csv","sheet":null,"header_row":1,"header":["姓名","性别"],"hidden":[],"belonging":{"own":[0,1],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"l.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"l.csv","sheet":null,"kind":"talent","column":1,"header":"性别","path":"basic_info.gender","place":"basic_info.gender","entry":0}]}',1795992771504,1795992771628,'?',1795992771716);
INSERT INTO "runs" VALUES(4,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/m.csv","file":"m.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别","身份证号"],"hidden":[],"belonging":{"own":[0,1,2,4,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"m.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"m.csv","sheet":null,"kind":"talent","column":1,"header":"手机号","path":"basic_info.mobile","place":"basic_info.mobile","entry":0},{"file":"m.csv","sheet":null,"kind":"talent","column":2,"header":"邮箱","path":"basic_info.email","place":"basic_info.email","entry":0},{"file":"m.csv","sheet":null,"kind":"talent","column":4,"header":"身份证号","path":"basic_info.identification.identification_number","place":"basic_info.identification.identification_number","entry":0},{"file":"m.csv","sheet":null,"kind":"talent","column":3,"header":"性别","path":"basic_info.gender","place":"basic_info.gender","entry":0}]}',1795992771932,1795992772016,'?',1795992772248);
CREATE INDEX records_by_row ON records (run, row);
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';
CREATE INDEX jobs_by_state ON jobs (state, kind, run);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);
CREATE INDEX lookups_by_job ON lookups (job);
CREATE INDEX calls_by_time ON calls (endpoint, at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',4);
INSERT INTO "sqlite_sequence" VALUES('attempts',13);
COMMIT;
