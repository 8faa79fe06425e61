-- A journal of schema 2 whose process was killed at its question: new rows, and rows over those of two earlier runs.
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
INSERT INTO "amendments" VALUES(3,2,9,X'52EEF1ABA5D09D61A8B0E1C7CDFEFCA1B1211F320371191699430C08505A2D4E',X'0E762FC9634B4F6A969FBB526B24B0DC',X'6D5137535E8FDD8D13B55C5C1E8A55E3EC654ED3235B68B4443FB388422C79C0C60C','[["user_id_type","open_id"]]','{"name":"测试8","mobile":["86","13800000008"],"email":"t8@corrected.example.com"}','{"basic_info":{"name":"测试8","mobile":"13800000008","email":"t8@corrected.example.com","gender":2}}',NULL);
INSERT INTO "amendments" VALUES(3,3,10,X'FF69E00C73267A979CE73C4575585953E5A2482D41429D35B449FBA7912F01B5',X'9B68F2948B665B6195A9EAD558BC2ACA',X'6D2D5AD5683D0173C84001ACABFCE1650465E582F66D917EF516D73B7C8A3F771946','[["user_id_type","open_id"]]','{"name":"测试9","mobile":["86","13800000009"],"email":"t9@corrected.example.com"}','{"basic_info":{"name":"测试9","mobile":"13800000009","email":"t9@corrected.example.com","gender":1}}',NULL);
INSERT INTO "amendments" VALUES(3,4,11,X'2B1EF4706477286FE01C2FBB9F19F49A08251B848AC5F5F14193490BC95A716C',X'E2D954DC6E1BE319EA80EF88C225B36F',X'6D5EF8C46744C4BDF9C67658550709B89C651AD99EE8473F8B8E94DE8BE4768D5134','[["user_id_type","open_id"]]','{"name":"测试10","mobile":["86","13800000010"],"email":"t10@corrected.example.com"}','{"basic_info":{"name":"测试10","mobile":"13800000010","email":"t10@corrected.example.com","gender":2}}',NULL);
INSERT INTO "amendments" VALUES(3,5,12,X'A1F74DD1C2BDF679C49EB0FAB979ABB82D402A54F73B230A0DC9060702129ABC',X'C5B773924ABF4634DB6DFE8A4DC810EE',X'6D2BBD8EB43A1F64161F4BA8212B6F0AA965444FDE78E7CC0348EAD8E02F6FDD4E12','[["user_id_type","open_id"]]','{"name":"测试11","mobile":["86","13800000011"],"email":"t11@corrected.example.com"}','{"basic_info":{"name":"测试11","mobile":"13800000011","email":"t11@corrected.example.com","gender":1}}',NULL);
INSERT INTO "amendments" VALUES(3,9,14,X'42784C868FCBDE329419A94D7EC5B03A3561BDD4C9C4DB8124EEBD0C2903B1AE',NULL,X'706D85E94DA612D8D449179EFBB1BF9AB6','[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-06-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-06-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}',NULL);
INSERT INTO "amendments" VALUES(3,10,15,X'D23D6C501D8DDB59BD0460ACDC7CCA990255C8E2E358C8BAFCDB2190531DF899',NULL,X'7016FB3006510458D75FDB2C150DDC78D3','[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-06-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-06-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}',NULL);
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
INSERT INTO "attempts" VALUES(1,1,1,'talent.create','2afbfa6f-36cc-4add-bd5f-791c7a946cb7',X'2444702DFA98E4408B7F99ED1B11E5674E84B5C3279708E130A49812BA31C530',1795992310957,1795992311368,'created',200,NULL,'C4258BA82F8D721497AF2D13B6D1146F',404,NULL);
INSERT INTO "attempts" VALUES(2,2,1,'talent.create','9309afb5-9629-4d6f-9f34-7285dac2b8fd',X'BE239ECD005179BB8F58456C70AF724E9751FB15624A0BD7EA3FA545FFBCB750',1795992311209,1795992311620,'created',200,NULL,'36FBC181165F9445FEE7B2AB19A12740',410,NULL);
INSERT INTO "attempts" VALUES(3,3,1,'talent.create','17b3348f-600f-4685-b2d0-4d4ded85c7af',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992311460,1795992311870,'created',200,NULL,'E884DA833970127D26606441FB0A4CEC',406,NULL);
INSERT INTO "attempts" VALUES(4,4,1,'talent.create','3cba35d7-4b2f-4c79-a1cd-7bbe0cadb1e7',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992311710,1795992312115,'created',200,NULL,'C1707AB687186E7F477A9A32741017CA',403,NULL);
INSERT INTO "attempts" VALUES(5,5,1,'talent.create','ed041bc6-8fe4-45e7-a4f5-02cac4de912d',X'7045237D17FC9058DCDAD6400EDB0BDBCEC187438CC5DEC550C76CFE0757829D',1795992311962,1795992312366,'created',200,NULL,'4A5D2A8C14AB7246D2CFBC9875D316AD',402,NULL);
INSERT INTO "attempts" VALUES(6,13,2,'job_data.create','bae54dd9-1a4d-4431-ad36-5d4e2529530e',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992312756,1795992312788,'created',200,NULL,'5082F74E79F38E64D8E0D3BCA852F427',22,NULL);
INSERT INTO "attempts" VALUES(7,14,2,'job_data.create','90991240-b8f5-40d2-81d5-f922a2e1568d',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992312780,1795992312810,'refused',400,1160003,'E066A4136C0AB92B4F8445EDF98B7B16',21,'record is deleted by others');
INSERT INTO "attempts" VALUES(8,15,2,'job_data.create','343ed7c9-c0c9-4d18-8a83-3bf500918eda',X'8BF74B0918A11519974BC246164B9E146BE60D57EA9DC608E855C8383A87BC67',1795992312803,1795992312831,'refused',400,1160003,'21AE78F6BA446802C1C37AC13DDF853E',23,'record is deleted by others');
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992309880,1795992310290);
INSERT INTO "calls" VALUES(2,'talent.batch_get_id',1795992310291,1795992310696);
INSERT INTO "calls" VALUES(3,'talent.batch_get_id',1795992310545,1795992310952);
INSERT INTO "calls" VALUES(4,'auth.token',1795992312704,1795992312729);
INSERT INTO "calls" VALUES(5,'job_data.batch_get',1795992312729,1795992312755);
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
INSERT INTO "inputs" VALUES(1,0,'a.csv','e1e7f22635455f8cbfcf2b9a6a13a132cdaab111e9bf9035f144cdf13d9043c9',12,0,0);
INSERT INTO "inputs" VALUES(2,0,'j.csv','9d458e14a31ddea90cf68c745b3590dc53c852da680a3fec15c82265b681e90e',3,0,0);
INSERT INTO "inputs" VALUES(3,0,'b.csv','3ec9843a48d8b74620ab0ce5c8e2a4c79c1f0110504f7694125579928573d961',7,0,0);
INSERT INTO "inputs" VALUES(3,1,'k.csv','b1fe3fa42547102a9af1ef1c5162c27358042abbada0854a26fafd11d3157206',3,0,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'0B0564618714E17164F4CDC66770FD61','email',6);
INSERT INTO "job_keys" VALUES(X'0EC2E5E72F4627F2B20495CA31F30121','email',2);
INSERT INTO "job_keys" VALUES(X'16FB3006510458D75FDB2C150DDC78D3','employment',15);
INSERT INTO "job_keys" VALUES(X'1AD99EE8473F8B8E94DE8BE4768D5134','email',11);
INSERT INTO "job_keys" VALUES(X'1C5EF249345A56140DD2D527D4962CD0','email',10);
INSERT INTO "job_keys" VALUES(X'24FA7CF326F332FAF209F0D01C189556','mobile',7);
INSERT INTO "job_keys" VALUES(X'2BBD8EB43A1F64161F4BA8212B6F0AA9','mobile',12);
INSERT INTO "job_keys" VALUES(X'2D5AD5683D0173C84001ACABFCE16504','mobile',10);
INSERT INTO "job_keys" VALUES(X'2FD53A64E5B94E6295906D90B96B560F','email',11);
INSERT INTO "job_keys" VALUES(X'444FDE78E7CC0348EAD8E02F6FDD4E12','email',12);
INSERT INTO "job_keys" VALUES(X'493A845B9F21927B79757FA85C2F4587','mobile',17);
INSERT INTO "job_keys" VALUES(X'4ED3235B68B4443FB388422C79C0C60C','email',9);
INSERT INTO "job_keys" VALUES(X'5137535E8FDD8D13B55C5C1E8A55E3EC','mobile',9);
INSERT INTO "job_keys" VALUES(X'52EC4EBBD355A2B28919FC2AB132E13D','mobile',2);
INSERT INTO "job_keys" VALUES(X'5590DD44CABCED37D471CC85A4FC1F84','email',17);
INSERT INTO "job_keys" VALUES(X'5B83155939B051C1C7D38C8A223C5D3B','email',8);
INSERT INTO "job_keys" VALUES(X'5EF8C46744C4BDF9C67658550709B89C','mobile',11);
INSERT INTO "job_keys" VALUES(X'66FF9DC77CC8D82DAF168D3666FD7A91','email',5);
INSERT INTO "job_keys" VALUES(X'6D85E94DA612D8D449179EFBB1BF9AB6','employment',14);
INSERT INTO "job_keys" VALUES(X'6EF4C0FBB7616B38C8E92F2FB130DE26','mobile',3);
INSERT INTO "job_keys" VALUES(X'797B3993547C7F117D1ECA3F1F389F2D','email',1);
INSERT INTO "job_keys" VALUES(X'82B82ED78EC4BF9095D6F3869ED7EA40','email',9);
INSERT INTO "job_keys" VALUES(X'8C0BC82696760E9DD94B86B6E8A67C10','mobile',8);
INSERT INTO "job_keys" VALUES(X'918B6A42986CC82BF77EDDB30930A9E4','employment',13);
INSERT INTO "job_keys" VALUES(X'966840FF3E3F101A08872CE5CD1268F4','mobile',5);
INSERT INTO "job_keys" VALUES(X'B32D04B8922F06C80B562764EF57B638','email',16);
INSERT INTO "job_keys" VALUES(X'C678473226F1973FFD60DCF645ECCC29','mobile',4);
INSERT INTO "job_keys" VALUES(X'C8F7F2507442893E699C6D6AB30E8100','email',7);
INSERT INTO "job_keys" VALUES(X'D0BB3819432635380369F3859BDC6262','email',3);
INSERT INTO "job_keys" VALUES(X'D20203C772A23FE8424A0D14BC3CDC4C','mobile',1);
INSERT INTO "job_keys" VALUES(X'DAD77CCD998FF6D582AA208B5A29FDF1','email',12);
INSERT INTO "job_keys" VALUES(X'DAF55CD304905F91BF134D8301214C9B','mobile',6);
INSERT INTO "job_keys" VALUES(X'E582F66D917EF516D73B7C8A3F771946','email',10);
INSERT INTO "job_keys" VALUES(X'E5EB641589A97147FFBDCB98409D9E27','mobile',16);
INSERT INTO "job_keys" VALUES(X'FBA148609A513C6A7240A7E0FD8F7506','email',4);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000001',NULL,NULL,NULL,1,0,1795992309880,1,0,0,NULL,1,1,1795992311368,'2afbfa6f-36cc-4add-bd5f-791c7a946cb7',X'4F60D1EDA2D89BBED166E3A71865F6D0F347649018BE635F629EBF5227011073',X'A7700CF50BF8F1A6B881DBF246793B6A',X'6DD20203C772A23FE8424A0D14BC3CDC4C65797B3993547C7F117D1ECA3F1F389F2D',NULL,'[["user_id_type","open_id"]]','{"name":"测试0","mobile":["86","13800000000"],"email":"t0@example.com"}','{"basic_info":{"name":"测试0","mobile":"13800000000","email":"t0@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(2,1,2,'talent','created',NULL,NULL,'7400000000000000002',NULL,NULL,NULL,1,0,1795992309880,1,0,0,NULL,2,1,1795992311620,'9309afb5-9629-4d6f-9f34-7285dac2b8fd',X'82ED4EAF226BED430D2C4F976586BAB2FE15D96032C07911150DD9C39DD9EF72',X'6D5EBBBCF59B3E052683E503188076BF',X'6D52EC4EBBD355A2B28919FC2AB132E13D650EC2E5E72F4627F2B20495CA31F30121',NULL,'[["user_id_type","open_id"]]','{"name":"测试1","mobile":["86","13800000001"],"email":"t1@example.com"}','{"basic_info":{"name":"测试1","mobile":"13800000001","email":"t1@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(3,1,3,'talent','created',NULL,NULL,'7400000000000000003',NULL,NULL,NULL,1,0,1795992309880,1,0,0,NULL,3,1,1795992311870,'17b3348f-600f-4685-b2d0-4d4ded85c7af',X'83DDD8A396F1D2E0361E2D657B011FFA78B0286E5A96E52A095A4DBF5EBF6AAA',X'F6F0254121509BC41D4B81653BF9F63A',X'6D6EF4C0FBB7616B38C8E92F2FB130DE2665D0BB3819432635380369F3859BDC6262',NULL,'[["user_id_type","open_id"]]','{"name":"测试2","mobile":["86","13800000002"],"email":"t2@example.com"}','{"basic_info":{"name":"测试2","mobile":"13800000002","email":"t2@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(4,1,4,'talent','created',NULL,NULL,'7400000000000000004',NULL,NULL,NULL,1,0,1795992309880,1,0,0,NULL,4,1,1795992312115,'3cba35d7-4b2f-4c79-a1cd-7bbe0cadb1e7',X'D95D9C0F2A82AC75EB51B637301E318BE22F3117122F65E1503C163292EEE24E',X'ADAB57D88216B492123780D855C0A2E9',X'6DC678473226F1973FFD60DCF645ECCC2965FBA148609A513C6A7240A7E0FD8F7506',NULL,'[["user_id_type","open_id"]]','{"name":"测试3","mobile":["86","13800000003"],"email":"t3@example.com"}','{"basic_info":{"name":"测试3","mobile":"13800000003","email":"t3@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(5,1,5,'talent','created',NULL,NULL,'7400000000000000005',NULL,NULL,NULL,1,0,1795992309880,1,0,0,NULL,5,1,1795992312366,'ed041bc6-8fe4-45e7-a4f5-02cac4de912d',X'A6B3084D1500FED6DD8A3F549B418AAD98E807B30253111D842A24C03EDC1A9E',X'E9C066480E60571F02663CCA280D146D',X'6D966840FF3E3F101A08872CE5CD1268F46566FF9DC77CC8D82DAF168D3666FD7A91',NULL,'[["user_id_type","open_id"]]','{"name":"测试4","mobile":["86","13800000004"],"email":"t4@example.com"}','{"basic_info":{"name":"测试4","mobile":"13800000004","email":"t4@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(6,1,6,'talent','cleared',1795992309880,NULL,NULL,NULL,NULL,NULL,0,0,1795992309880,1,0,0,NULL,NULL,0,NULL,'cc0f1374-e4d7-4f70-a2ce-1fd1b87f5696',X'63A9D6EA1DC5685EF95AC9B700982EA52CB7A37ADE60856FD35867F182469D52',X'02E85F99D878E90194D80B36E13845D5',X'6DDAF55CD304905F91BF134D8301214C9B650B0564618714E17164F4CDC66770FD61',NULL,'[["user_id_type","open_id"]]','{"name":"测试5","mobile":["86","13800000005"],"email":"t5@example.com"}','{"basic_info":{"name":"测试5","mobile":"13800000005","email":"t5@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(7,1,7,'talent','cleared',1795992309880,NULL,NULL,NULL,NULL,NULL,0,0,1795992309880,1,0,0,NULL,NULL,0,NULL,'c924826a-cadc-4c0f-969c-3a02fb3682bb',X'4A48AEA6FF8DCB89B6FFD55CE88EA245F074DDF5D2870DE5ADB4A6926495DB29',X'4BF1DA4141D27D76CDFEE7EC8DC69195',X'6D24FA7CF326F332FAF209F0D01C18955665C8F7F2507442893E699C6D6AB30E8100',NULL,'[["user_id_type","open_id"]]','{"name":"测试6","mobile":["86","13800000006"],"email":"t6@example.com"}','{"basic_info":{"name":"测试6","mobile":"13800000006","email":"t6@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(8,1,8,'talent','cleared',1795992309880,NULL,NULL,NULL,NULL,NULL,0,0,1795992309880,1,0,0,NULL,NULL,0,NULL,'ccbaaacb-f612-407b-88fb-c6b2045fed24',X'7B7849E1549A5C687BFB980778C1C8F927678132E4E9C3B82BC3B43B5322D458',X'59D877A922B041E66EA91E94B1CFDA63',X'6D8C0BC82696760E9DD94B86B6E8A67C10655B83155939B051C1C7D38C8A223C5D3B',NULL,'[["user_id_type","open_id"]]','{"name":"测试7","mobile":["86","13800000007"],"email":"t7@example.com"}','{"basic_info":{"name":"测试7","mobile":"13800000007","email":"t7@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(9,1,9,'talent','cleared',1795992309880,NULL,NULL,NULL,NULL,NULL,0,0,1795992309880,1,0,0,NULL,NULL,0,NULL,'ba8254bf-356d-40e0-9b4f-63915cfec432',X'B7451E811B78A1DBF3ED5BC6B1C6F818BBE0E90E0F10D9AAAD434C2664DC7403',X'0E762FC9634B4F6A969FBB526B24B0DC',X'6D5137535E8FDD8D13B55C5C1E8A55E3EC6582B82ED78EC4BF9095D6F3869ED7EA40',NULL,'[["user_id_type","open_id"]]','{"name":"测试8","mobile":["86","13800000008"],"email":"t8@example.com"}','{"basic_info":{"name":"测试8","mobile":"13800000008","email":"t8@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(10,1,10,'talent','cleared',1795992309880,NULL,NULL,NULL,NULL,NULL,0,0,1795992309880,1,0,0,NULL,NULL,0,NULL,'b9becbb9-b893-4870-af3c-8cac30409da3',X'FB60C6A580E5223EDF73A085F1A80161852E33FD624E44BB04AE96EE7CACFA3F',X'9B68F2948B665B6195A9EAD558BC2ACA',X'6D2D5AD5683D0173C84001ACABFCE16504651C5EF249345A56140DD2D527D4962CD0',NULL,'[["user_id_type","open_id"]]','{"name":"测试9","mobile":["86","13800000009"],"email":"t9@example.com"}','{"basic_info":{"name":"测试9","mobile":"13800000009","email":"t9@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(11,1,11,'talent','cleared',1795992309880,NULL,NULL,NULL,NULL,NULL,0,0,1795992309880,1,0,0,NULL,NULL,0,NULL,'18000e91-00ff-431b-bb14-2804e48b5157',X'0599503D4A417C9F0CCB9B425FFB31F16182DCE114AB68B4E5E175807AEC50DE',X'E2D954DC6E1BE319EA80EF88C225B36F',X'6D5EF8C46744C4BDF9C67658550709B89C652FD53A64E5B94E6295906D90B96B560F',NULL,'[["user_id_type","open_id"]]','{"name":"测试10","mobile":["86","13800000010"],"email":"t10@example.com"}','{"basic_info":{"name":"测试10","mobile":"13800000010","email":"t10@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(12,1,12,'talent','cleared',1795992309880,NULL,NULL,NULL,NULL,NULL,0,0,1795992309880,1,0,0,NULL,NULL,0,NULL,'15780282-e3d8-4b51-bf0e-e4e1c4715170',X'89048718B30DDFF5D4815B2DC6ACDC3F462640D4F83BDC2C2A7F1468C922698D',X'C5B773924ABF4634DB6DFE8A4DC810EE',X'6D2BBD8EB43A1F64161F4BA8212B6F0AA965DAD77CCD998FF6D582AA208B5A29FDF1',NULL,'[["user_id_type","open_id"]]','{"name":"测试11","mobile":["86","13800000011"],"email":"t11@example.com"}','{"basic_info":{"name":"测试11","mobile":"13800000011","email":"t11@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(13,2,1,'job_data','created',NULL,NULL,'7400000000000000006',NULL,NULL,NULL,1,0,1795992312704,1,0,0,NULL,6,1,1795992312788,'bae54dd9-1a4d-4431-ad36-5d4e2529530e',X'F3C42AA048297361D91C60CDB094BBAE3A6984D6A75F00ED726110B43BAD02FF',NULL,X'70918B6A42986CC82BF77EDDB30930A9E4',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(14,2,2,'job_data','refused',NULL,NULL,NULL,1160003,'record is deleted by others',NULL,1,0,1795992312704,1,0,0,NULL,7,1,1795992312810,'90991240-b8f5-40d2-81d5-f922a2e1568d',X'D01C44A7C2C73A3298C16FBF493F50CB0A15B2E4D6BBBD05ED0E30BC92D40A22',NULL,X'706D85E94DA612D8D449179EFBB1BF9AB6',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(15,2,3,'job_data','refused',NULL,NULL,NULL,1160003,'record is deleted by others',NULL,1,0,1795992312704,1,0,0,NULL,8,1,1795992312831,'343ed7c9-c0c9-4d18-8a83-3bf500918eda',X'93BA0E2E42F211235564839DEA84E4B76B3C02AFE21DE176E2D020C6B223E370',NULL,X'7016FB3006510458D75FDB2C150DDC78D3',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(16,3,6,'talent','pending',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,0,0,0,NULL,NULL,0,NULL,'ecfed6ca-eef0-48bf-bf72-55ba7fe805a1',X'A62576CD7B91D64BEA99CEC53A16EF9EDBB41480CA30D53CDB402100B4031F3C',X'B2FCE37EE3BE7F78B0373B1EFDCDA3DA',X'6DE5EB641589A97147FFBDCB98409D9E2765B32D04B8922F06C80B562764EF57B638',NULL,'[["user_id_type","open_id"]]','{"name":"测试12","mobile":["86","13800000012"],"email":"t12@corrected.example.com"}','{"basic_info":{"name":"测试12","mobile":"13800000012","email":"t12@corrected.example.com","gender":2}}');
INSERT INTO "jobs" VALUES(17,3,7,'talent','pending',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,0,0,0,NULL,NULL,0,NULL,'f471baa7-d0e7-4c8a-a36a-023dd3570fcc',X'A3E1F181577984AA9CD7CE92D3A2C71E5BDF0ED2844F85C35890FFDAE5A5ACB5',X'4FBC1DE9CDAE26789EE7F53AA4B8B131',X'6D493A845B9F21927B79757FA85C2F4587655590DD44CABCED37D471CC85A4FC1F84',NULL,'[["user_id_type","open_id"]]','{"name":"测试13","mobile":["86","13800000013"],"email":"t13@corrected.example.com"}','{"basic_info":{"name":"测试13","mobile":"13800000013","email":"t13@corrected.example.com","gender":1}}');
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
INSERT INTO "lookups" VALUES(1,1,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,4,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(5,5,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,6,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,7,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(8,8,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(9,9,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(10,10,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(11,11,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(12,12,1795992309880,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(13,13,1795992312704,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(14,14,1795992312704,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(15,15,1795992312704,'job_data.batch_get','absent',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',0);
INSERT INTO "meta" VALUES('created_at',1795992309719);
INSERT INTO "meta" VALUES('hash_key',X'DEA77CFC811E615AE9C03380F3671943766372183D2564E3A022FC00B43BCB55');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','138****0000','new',1,1,'created',1,1,1795992311368,1);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','138****0001','new',1,2,'created',2,1,1795992311620,1);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','138****0002','new',1,3,'created',3,1,1795992311870,1);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'talent','138****0003','new',1,4,'created',4,1,1795992312115,1);
INSERT INTO "records" VALUES(1,5,0,NULL,6,'talent','138****0004','new',1,5,'created',5,1,1795992312366,1);
INSERT INTO "records" VALUES(1,6,0,NULL,7,'talent','138****0005','new',1,6,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(1,7,0,NULL,8,'talent','138****0006','new',1,7,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(1,8,0,NULL,9,'talent','138****0007','new',1,8,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(1,9,0,NULL,10,'talent','138****0008','new',1,9,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(1,10,0,NULL,11,'talent','138****0009','new',1,10,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(1,11,0,NULL,12,'talent','138****0010','new',1,11,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(1,12,0,NULL,13,'talent','138****0011','new',1,12,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(2,1,0,NULL,2,'job_data','6893014062142000001','new',1,13,'created',6,1,1795992312788,1);
INSERT INTO "records" VALUES(2,2,0,NULL,3,'job_data','6893014062142000002','new',1,14,'refused',7,1,1795992312810,1);
INSERT INTO "records" VALUES(2,3,0,NULL,4,'job_data','6893014062142000003','new',1,15,'refused',8,1,1795992312831,1);
INSERT INTO "records" VALUES(3,1,0,NULL,2,'talent','138****0000','unchanged',1,1,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,2,0,NULL,3,'talent','138****0008','take_over',0,9,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,3,0,NULL,4,'talent','138****0009','take_over',0,10,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,4,0,NULL,5,'talent','138****0010','take_over',0,11,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,5,0,NULL,6,'talent','138****0011','take_over',0,12,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,6,0,NULL,7,'talent','138****0012','new',1,16,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,7,0,NULL,8,'talent','138****0013','new',1,17,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,8,1,NULL,2,'job_data','6893014062142000001','changed',0,13,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,9,1,NULL,3,'job_data','6893014062142000002','send_again',0,14,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(3,10,1,NULL,4,'job_data','6893014062142000003','send_again',0,15,NULL,NULL,NULL,NULL,1);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:45:09.737342115Z','6055712679808466020');
INSERT INTO "refinery_schema_history" VALUES(2,'rows_of_records','2026-11-29T22:45:09.737351362Z','11346078535750405390');
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
INSERT INTO "runs" VALUES(1,'interrupted','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/a.csv","file":"a.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"hidden":[],"belonging":{"own":[0,1,2,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"a.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"a.csv","sheet":null,"kind":"talent","column":1,"header":"手机号","path":"basic_info.mobile","place":"basic_info.mobile","entry":0},{"file":"a.csv","sheet":null,"kind":"talent","column":2,"header":"邮箱","path":"basic_info.email","place":"basic_info.email","entry":0},{"file":"a.csv","sheet":null,"kind":"talent","column":3,"header":"性别","path":"basic_info.gender","place":"basic_info.gender","entry":0}]}',1795992309753,1795992309875,'?',1795992312372);
INSERT INTO "runs" VALUES(2,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"hidden":[],"belonging":{"own":[2,1,0,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"j.csv","sheet":null,"kind":"job_data","column":2,"header":"employee_type_id","path":"employee_type_id","place":"employee_type_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":1,"header":"department_id","path":"department_id","place":"department_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":0,"header":"employment_id","path":"employment_id","place":"employment_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":3,"header":"effective_time","path":"effective_time","place":"effective_time","entry":0}]}',1795992312641,1795992312700,'?',1795992312833);
INSERT INTO "runs" VALUES(3,'draft','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/b.csv","file":"b.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"hidden":[],"belonging":{"own":[0,1,2,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"},{"path":"/home/hr/k.csv","file":"k.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"hidden":[],"belonging":{"own":[2,1,0,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"b.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"b.csv","sheet":null,"kind":"talent","column":1,"header":"手机号","path":"basic_info.mobile","place":"basic_info.mobile","entry":0},{"file":"b.csv","sheet":null,"kind":"talent","column":2,"header":"邮箱","path":"basic_info.email","place":"basic_info.email","entry":0},{"file":"b.csv","sheet":null,"kind":"talent","column":3,"header":"性别","path":"basic_info.gender","place":"basic_info.gender","entry":0},{"file":"k.csv","sheet":null,"kind":"job_data","column":2,"header":"employee_type_id","path":"employee_type_id","place":"employee_type_id","entry":0},{"file":"k.csv","sheet":null,"kind":"job_data","column":1,"header":"department_id","path":"department_id","place":"department_id","entry":0},{"file":"k.csv","sheet":null,"kind":"job_data","column":0,"header":"employment_id","path":"employment_id","place":"employment_id","entry":0},{"file":"k.csv","sheet":null,"kind":"job_data","column":3,"header":"effective_time","path":"effective_time","place":"effective_time","entry":0}]}',1795992313153,NULL,NULL,NULL);
CREATE INDEX records_by_row ON records (run, row);
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';
CREATE INDEX jobs_by_state ON jobs (state, kind, run);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);
CREATE INDEX lookups_by_job ON lookups (job);
CREATE INDEX calls_by_time ON calls (endpoint, at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',3);
INSERT INTO "sqlite_sequence" VALUES('attempts',8);
COMMIT;
