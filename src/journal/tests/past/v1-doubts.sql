-- A journal of schema 1 with people without keys, doubts that a person decided, and an erased run.
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
INSERT INTO "attempts" VALUES(1,1,1,'talent.create','aa0d28d1-83e2-4bad-a074-0b7d15dae2e9',X'B574CBAF960DD7C7C1038566CF6A82DBEAF4316FE2D9E4D69380A189B741D7E8',1795993008167,1795993008197,'lost',NULL,NULL,NULL,24,'connection broken');
INSERT INTO "attempts" VALUES(2,2,1,'talent.create','1761e44f-b5f6-40ec-98e8-450bc1a84810',X'FE569476D5945CC855B47FE94DEBE95780ECC4C2963E36C8CD77A6145546EED8',1795993008190,1795993008216,'lost',NULL,NULL,NULL,24,'connection broken');
INSERT INTO "attempts" VALUES(3,3,1,'talent.create','3a6e79a9-f2b8-4151-a667-58b943ecac7b',X'553EE55BDA51FDFB8CF5F7AC69D54777117AF65DA826C4B14AE22A030E73B32D',1795993008213,1795993008240,'lost',NULL,NULL,NULL,24,'connection broken');
INSERT INTO "attempts" VALUES(4,4,2,'job_data.create','ed996c1a-2336-4486-8374-2a9a7a759414',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795993009697,1795993009739,'lost',NULL,NULL,NULL,30,'connection broken');
INSERT INTO "attempts" VALUES(5,5,2,'job_data.create','90382c8e-c2b6-4c6f-bc38-181c4eb27414',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795993009719,1795993009764,'lost',NULL,NULL,NULL,33,'connection broken');
INSERT INTO "attempts" VALUES(6,6,2,'job_data.create','e7155c5d-7783-4886-91e9-380ca1743cec',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795993009753,1795993009784,'lost',NULL,NULL,NULL,24,'connection broken');
INSERT INTO "attempts" VALUES(7,4,2,'job_data.create','ed996c1a-2336-4486-8374-2a9a7a759414',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795993010757,1795993010812,'token_seen',400,1160004,'1205DCFBB81E7CFB2E82E490FED985A5',24,NULL);
INSERT INTO "attempts" VALUES(8,5,2,'job_data.create','90382c8e-c2b6-4c6f-bc38-181c4eb27414',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795993010797,1795993010847,'token_seen',400,1160004,'74FF077828F792BF4E30E1953EF01D94',22,NULL);
INSERT INTO "attempts" VALUES(9,6,2,'job_data.create','e7155c5d-7783-4886-91e9-380ca1743cec',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795993010825,1795993010879,'token_seen',400,1160004,'48957292E245B5D19939813CE7B3100A',22,NULL);
INSERT INTO "attempts" VALUES(10,7,3,'talent.create','7cde8413-5a66-42ad-9f4a-f224d9002418',X'039722040B1B8DF6695FBD7C12A6FC42BA125DCA24DD19B2C15E0E242C64270D',1795993016838,1795993016863,'created',200,NULL,'91B6CF4B0CCA343301BC4D4487825453',23,NULL);
INSERT INTO "attempts" VALUES(11,8,4,'talent.create','af6eac25-ece7-4400-8903-1fcd5f621b34',X'E9C3A9DA0E8544FAFEB322CB873870D0838681326A7912E0461DCE8E5C0731D1',1795993017355,1795993017396,'created',200,NULL,'0FBA736122D297C3DE7509DED699C0AE',31,NULL);
INSERT INTO "attempts" VALUES(12,9,4,'talent.create','6b68e406-84c3-4b51-84e0-50881e827919',X'BEA8E15E6F24640EB9850D788D7412D48E2607F4F7F167ED7712F267A03B5367',1795993017384,1795993017420,'created',200,NULL,'0D54AB871678ED7B6623AFBAD45BEBF8',26,NULL);
INSERT INTO "attempts" VALUES(13,10,4,'talent.create','d17e3720-8163-48a3-aef6-6b17e62b91e7',X'67FE936B4E8BF55E60CFE5DD9958F8F1C17571C2C1933FF276F070BCD3C0ACF9',1795993017408,1795993017452,'created',200,NULL,'F85EA58640D1D2106063BF417D13CEE3',30,NULL);
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795993008136,1795993008165);
INSERT INTO "calls" VALUES(2,'auth.token',1795993009594,1795993009632);
INSERT INTO "calls" VALUES(3,'job_data.batch_get',1795993009644,1795993009681);
INSERT INTO "calls" VALUES(4,'auth.token',1795993016620,1795993016652);
INSERT INTO "calls" VALUES(5,'job_data.batch_get',1795993016653,1795993016680);
INSERT INTO "calls" VALUES(6,'auth.token',1795993016805,1795993016836);
INSERT INTO "calls" VALUES(7,'auth.token',1795993017057,1795993017084);
INSERT INTO "calls" VALUES(8,'job_data.batch_get',1795993017085,1795993017110);
INSERT INTO "calls" VALUES(9,'auth.token',1795993017230,1795993017269);
INSERT INTO "calls" VALUES(10,'talent.batch_get_id',1795993017269,1795993017298);
INSERT INTO "calls" VALUES(11,'talent.batch_get_id',1795993017293,1795993017325);
INSERT INTO "calls" VALUES(12,'talent.batch_get_id',1795993017317,1795993017352);
INSERT INTO "calls" VALUES(13,'auth.token',1795993017952,1795993017988);
INSERT INTO "calls" VALUES(14,'job_data.batch_get',1795993017993,1795993018025);
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
INSERT INTO "decisions" VALUES(1,1,1,1,1795993016301,'?','7400000000000000901','seen in the page of talents');
INSERT INTO "decisions" VALUES(2,1,2,2,1795993016488,'?',NULL,'asked the recruiter');
CREATE TABLE inputs (
    run      INTEGER NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    file     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    rows     INTEGER NOT NULL DEFAULT 0,
    blank    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "inputs" VALUES(1,0,'k.csv','896c1ab5e295a5493043203ed81ff085ed5bf693fc8f669f376849b9aefde4bd',3,0);
INSERT INTO "inputs" VALUES(2,0,'j.csv','7e04fd3395a8bef8de594248a19040f993a7f0f615fb92811013e4507b6edccd',3,0);
INSERT INTO "inputs" VALUES(3,0,'l.csv','380bbfc771a5a54866b4e3bb059635637f9aabbf835452e105f6c8173acae5f5',2,0);
INSERT INTO "inputs" VALUES(4,0,'m.csv','dbd56aec6034930a7ca54a10719d5e8cbc42082e70d1223471c655fa8303ba6a',3,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'3A2904E9B1922F8F68DC6B3F847A8BCA','keyless',1);
INSERT INTO "job_keys" VALUES(X'490106439CAAE5E767E68DAA5AD03959','email',10);
INSERT INTO "job_keys" VALUES(X'49AB77BAF441CB55B9D2C641F555DA9B','mobile',9);
INSERT INTO "job_keys" VALUES(X'504D116D9EAF389B7DF21829F6BF732F','keyless',7);
INSERT INTO "job_keys" VALUES(X'5D18427854282E80711AC842B9D437E3','employment',5);
INSERT INTO "job_keys" VALUES(X'633B0B2B18FE925B7822BE610673C292','employment',4);
INSERT INTO "job_keys" VALUES(X'743966AD4EA64B6FEDD8A8CE4012E395','document',8);
INSERT INTO "job_keys" VALUES(X'986C3C1AA1FE5C80C4517D7B6582373E','email',8);
INSERT INTO "job_keys" VALUES(X'A3382499BF82AF8AC579554741B13FD7','mobile',8);
INSERT INTO "job_keys" VALUES(X'AB274C3EE59053C813F494D4859ED398','employment',6);
INSERT INTO "job_keys" VALUES(X'C815A5E6CE1022FFB1085738E0955266','keyless',2);
INSERT INTO "job_keys" VALUES(X'EC68CB02894142E99D1CEDDEFC39B6E1','keyless',3);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000901',NULL,NULL,NULL,1,0,1795993008126,1,0,0,NULL,1,1,1795993016301,'aa0d28d1-83e2-4bad-a074-0b7d15dae2e9',X'ADB9149015F20FC06EA4C18CBBDF56ACDB83CF4AC88098C290035C544D9F8DFD',X'255DAC775929CCCFFCBEDB22202834E4',X'',X'3A2904E9B1922F8F68DC6B3F847A8BCA','[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(2,1,2,'talent','pending',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,1,0,0,NULL,2,1,NULL,'04d34089-27b5-4a7d-81d5-365cdaec80a0',X'5B7FF06F5B2E73C85EDB2CC4EF6BA4FE7AA2E765AA4F804FF1731C76C02916EE',X'1988A7510501A74E5A0868165BF58092',X'',X'C815A5E6CE1022FFB1085738E0955266','[["user_id_type","open_id"]]','{"name":"无号乙"}','{"basic_info":{"name":"无号乙","gender":2}}');
INSERT INTO "jobs" VALUES(3,1,3,'talent','in_doubt',1795993008240,NULL,NULL,NULL,NULL,1795993008240,1,0,1795993008126,1,0,1,NULL,3,1,NULL,'3a6e79a9-f2b8-4151-a667-58b943ecac7b',X'BB04AA7841F15B318D2C7D571D30D67AC8355EE0B3D83E3F2F5ABF27CBCEE06D',X'BDA7FD8CF7C6E073F852456E5B05A0A3',X'',X'EC68CB02894142E99D1CEDDEFC39B6E1','[["user_id_type","open_id"]]','{"name":"无号丙"}','{"basic_info":{"name":"无号丙","gender":2}}');
INSERT INTO "jobs" VALUES(4,2,1,'job_data','in_doubt',1795993009739,NULL,NULL,NULL,NULL,1795993009739,2,0,1795993009593,0,1,1,NULL,7,2,NULL,'ed996c1a-2336-4486-8374-2a9a7a759414',X'3F373FB71B9F733D07BEB02EFC24200812F661102AE28638D5BF933CC5EA27EB',NULL,X'70633B0B2B18FE925B7822BE610673C292',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000000","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000000","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(5,2,2,'job_data','in_doubt',1795993009764,NULL,NULL,NULL,NULL,1795993009764,2,0,1795993009593,0,1,1,NULL,8,2,NULL,'90382c8e-c2b6-4c6f-bc38-181c4eb27414',X'1F97C548F470B3D58453D72CA2F52FC8D2A91DBAEA733F12D359BDF84EAE0B16',NULL,X'705D18427854282E80711AC842B9D437E3',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(6,2,3,'job_data','in_doubt',1795993009784,NULL,NULL,NULL,NULL,1795993009784,2,0,1795993009593,0,1,1,NULL,9,2,NULL,'e7155c5d-7783-4886-91e9-380ca1743cec',X'A446B53D4D3A428985884BC437724BA849BD5EC3A27F41EDF763F259224FA32D',NULL,X'70AB274C3EE59053C813F494D4859ED398',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(7,3,2,'talent','created',NULL,NULL,'7400000000000000010',NULL,NULL,NULL,1,0,1795993016793,1,0,0,NULL,10,1,1795993016863,'7cde8413-5a66-42ad-9f4a-f224d9002418',X'F248A43717755DFD6C2CE9C627E6FB63FD863BB68BFC3F7E381E50D65385C731',X'4ABCCA67228D9F4832D5E900BF326047',X'',X'504D116D9EAF389B7DF21829F6BF732F','[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(8,4,1,'talent','created',NULL,NULL,'7400000000000000011',NULL,NULL,NULL,1,0,1795993017229,1,0,0,NULL,11,1,1795993017396,'af6eac25-ece7-4400-8903-1fcd5f621b34',X'BF65ED3419B83103619A6F7152A5CC644D606CD5214841D8875BCE270ABA534A',X'68BBE443A073B90582EAD34FFFB10C3C',X'64743966AD4EA64B6FEDD8A8CE4012E3956DA3382499BF82AF8AC579554741B13FD765986C3C1AA1FE5C80C4517D7B6582373E',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(9,4,2,'talent','created',NULL,NULL,'7400000000000000012',NULL,NULL,NULL,1,0,1795993017229,1,0,0,NULL,12,1,1795993017420,'6b68e406-84c3-4b51-84e0-50881e827919',X'2700E6E6C3C22C77A9D4D35B0B7079C77E6317519030D332310DCD70C15DEB41',X'79F6940CDC33EC7CC7226DC3A0026073',X'6D49AB77BAF441CB55B9D2C641F555DA9B',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
INSERT INTO "jobs" VALUES(10,4,3,'talent','created',NULL,NULL,'7400000000000000013',NULL,NULL,NULL,1,0,1795993017229,1,0,0,NULL,13,1,1795993017452,'d17e3720-8163-48a3-aef6-6b17e62b91e7',X'7D603BEFBE94B47FBE67AAAD09F4051E5CA8E937FA651E3358794DDA105A7A10',X'DD88A0D0D4643AFB3D951F8303FEAAD8',X'65490106439CAAE5E767E68DAA5AD03959',NULL,'[["user_id_type","open_id"]]',NULL,NULL);
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
INSERT INTO "lookups" VALUES(1,1,1795993008126,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795993008126,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1795993008126,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,1,1795993009199,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(5,2,1795993009219,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(6,3,1795993009243,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(7,1,1795993009459,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(8,2,1795993009459,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(9,3,1795993009459,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(10,4,1795993009593,'job_data.batch_get','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(11,5,1795993009593,'job_data.batch_get','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(12,6,1795993009593,'job_data.batch_get','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(13,4,1795993010742,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(14,5,1795993010787,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(15,6,1795993010787,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(16,4,1795993015815,'job_data.batch_get','still_unknown',NULL,'not-readable');
INSERT INTO "lookups" VALUES(17,5,1795993015850,'job_data.batch_get','still_unknown',NULL,'not-readable');
INSERT INTO "lookups" VALUES(18,6,1795993015882,'job_data.batch_get','still_unknown',NULL,'not-readable');
INSERT INTO "lookups" VALUES(19,3,1795993016611,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(20,4,1795993016681,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(21,5,1795993016681,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(22,6,1795993016681,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(23,7,1795993016793,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(24,3,1795993017046,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(25,4,1795993017110,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(26,5,1795993017110,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(27,6,1795993017110,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(28,8,1795993017229,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(29,9,1795993017229,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(30,10,1795993017229,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(31,3,1795993017941,'talent.batch_get_id','still_unknown',NULL,'keyless-unanswered');
INSERT INTO "lookups" VALUES(32,4,1795993018036,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(33,5,1795993018036,'job_data.batch_get','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(34,6,1795993018036,'job_data.batch_get','still_unknown',NULL,'there-before');
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',1);
INSERT INTO "meta" VALUES('created_at',1795993007840);
INSERT INTO "meta" VALUES('hash_key',X'B67DCE1578F1AEB538DF61DB6E8E11D9F6767F5CDF0FCD403BADD7A28F5AB90F');
CREATE TABLE problems (
    run      INTEGER NOT NULL REFERENCES runs (id),
    n        INTEGER NOT NULL,
    record   INTEGER,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    problem  TEXT NOT NULL,
    PRIMARY KEY (run, n)
) STRICT, WITHOUT ROWID;
INSERT INTO "problems" VALUES(2,1,1,'digits-doubtful','warning','{"complaint":{"code":"digits-doubtful","args":[]},"place":{"file":"j.csv","sheet":null,"row":2,"column":0},"header":"employment_id","field":"employment_id","value":"6893014062142000000"}');
INSERT INTO "problems" VALUES(4,1,1,'id-card-gender','warning','{"complaint":{"code":"id-card-gender","args":[]},"place":{"file":"m.csv","sheet":null,"row":2,"column":3},"header":"性别","field":"basic_info.gender","value":"男"}');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','无**','new',1,1,'created',1,1,1795993016301);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','无**','new',1,2,'not_sent',2,1,NULL);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','无**','new',1,3,'unknown',3,1,NULL);
INSERT INTO "records" VALUES(2,1,0,NULL,2,'job_data','6893014062142000000','new',1,4,'unknown',7,2,NULL);
INSERT INTO "records" VALUES(2,2,0,NULL,3,'job_data','6893014062142000001','new',1,5,'unknown',8,2,NULL);
INSERT INTO "records" VALUES(2,3,0,NULL,4,'job_data','6893014062142000002','new',1,6,'unknown',9,2,NULL);
INSERT INTO "records" VALUES(3,1,0,NULL,2,'talent','无**','unknown',1,3,'unknown',NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,2,0,NULL,3,'talent','无**','new',1,7,'created',10,1,1795993016863);
INSERT INTO "records" VALUES(4,1,0,NULL,2,'talent','138****0060','new',1,8,'created',11,1,1795993017396);
INSERT INTO "records" VALUES(4,2,0,NULL,3,'talent','138****0061','new',1,9,'created',12,1,1795993017420);
INSERT INTO "records" VALUES(4,3,0,NULL,4,'talent','t***@example.com','new',1,10,'created',13,1,1795993017452);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:56:47.920307826Z','6055712679808466020');
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
INSERT INTO "runs" VALUES(1,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/k.csv","file":"k.csv","sheet":null,"header_row":1,"header":["姓名","性别"],"belonging":{"own":[0,1],"entries":[],"key":null}}]}',1795993007934,1795993008124,'?',1795993009255);
INSERT INTO "runs" VALUES(2,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"belonging":{"own":[2,1,0,3],"entries":[],"key":null}}]}',1795993009477,1795993009584,'?',1795993015906);
INSERT INTO "runs" VALUES(3,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/l.csv","file":"l.csv","sheet":null,"header_row":1,"header":["姓名","性别"],"belonging":{"own":[0,1],"entries":[],"key":null}}]}',1795993016684,1795993016780,'?',1795993016867);
INSERT INTO "runs" VALUES(4,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/m.csv","file":"m.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别","身份证号"],"belonging":{"own":[0,1,2,4,3],"entries":[],"key":null}}]}',1795993017112,1795993017220,'?',1795993017467);
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
