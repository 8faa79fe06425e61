-- A journal of schema 2 with duplicates sent all the same and refused, tokens that were seen, and answers that were lost.
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
INSERT INTO "attempts" VALUES(1,1,1,'talent.create','cad6f443-86f9-4097-b4f3-fea184de5887',X'2444702DFA98E4408B7F99ED1B11E5674E84B5C3279708E130A49812BA31C530',1795992684074,1795992684110,'created',200,NULL,'717F403D3FA95DB2C060578BB5BE8D61',21,NULL);
INSERT INTO "attempts" VALUES(2,2,1,'talent.create','cd2ef469-1596-4079-bd75-6d96aa730990',X'BE239ECD005179BB8F58456C70AF724E9751FB15624A0BD7EA3FA545FFBCB750',1795992684097,1795992684122,'never_sent',400,99991663,'A5638B53551A57DD37049156B4BFCD34',23,'token rejected');
INSERT INTO "attempts" VALUES(3,3,1,'talent.create','b18b7348-279b-4879-afed-639c4bc86b96',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992684121,1795992684145,'never_sent',400,99991663,'0A74E5120618D29A06AA4E40579CB514',22,'token rejected');
INSERT INTO "attempts" VALUES(4,2,1,'talent.create','cd2ef469-1596-4079-bd75-6d96aa730990',X'BE239ECD005179BB8F58456C70AF724E9751FB15624A0BD7EA3FA545FFBCB750',1795992684148,1795992684171,'lost',NULL,NULL,NULL,22,'connection broken');
INSERT INTO "attempts" VALUES(5,3,1,'talent.create','b18b7348-279b-4879-afed-639c4bc86b96',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992684173,1795992684196,'duplicate',400,1002105,'39674F38EEF4DE8E35E221F36F4D206C',22,'duplicate talent');
INSERT INTO "attempts" VALUES(6,4,1,'talent.create','eb94f9d2-279d-4f92-98af-8f2538bb6200',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992684197,1795992684221,'duplicate',400,1002105,'BE68946ACEAF945E32C18E205335FAEC',22,'duplicate talent');
INSERT INTO "attempts" VALUES(7,5,1,'talent.create','e7f6d343-dd73-408c-97b1-ad2459fe76b4',X'7045237D17FC9058DCDAD6400EDB0BDBCEC187438CC5DEC550C76CFE0757829D',1795992684220,1795992684244,'created',200,NULL,'29986BC517EA86FA1B4FE948CE192810',22,NULL);
INSERT INTO "attempts" VALUES(8,6,1,'talent.create','417cbc49-2e5e-4d8f-bb01-514b87b2a215',X'606C786421D07B648E8287C6E853161B85764D3760DE3433A414ABF3C98F247A',1795992684242,1795992684267,'created',200,NULL,'8D606DD16EBF7282035F56FDAE772F90',23,NULL);
INSERT INTO "attempts" VALUES(9,7,2,'job_data.create','29f474a1-76bf-4a0e-93c5-b342d2891da9',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992685640,1795992685675,'created',200,NULL,'7375E099D777992B0A729F3C2CBBF252',29,NULL);
INSERT INTO "attempts" VALUES(10,8,2,'job_data.create','099f00ec-8d46-4f4f-b9f1-1c049b3c788b',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992685664,1795992685699,'lost',500,1160999,'033685731BD2AB331B5F2F04EEECFFBD',29,'server error: unknown error');
INSERT INTO "attempts" VALUES(11,9,2,'job_data.create','c38f5666-4966-4148-bcdb-daca3cacacf5',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992685687,1795992685719,'lost',NULL,NULL,NULL,29,'connection broken');
INSERT INTO "attempts" VALUES(12,10,2,'job_data.create','acf5d2e1-225f-474d-8a11-bcb2ecd226e3',X'8BF74B0918A11519974BC246164B9E146BE60D57EA9DC608E855C8383A87BC67',1795992685710,1795992685737,'lost',NULL,NULL,NULL,24,'connection broken');
INSERT INTO "attempts" VALUES(13,11,2,'job_data.create','6846f846-57f1-45b4-aaa1-57d7f812abed',X'29707595C0B597C7690CF91F6C3DE4E294E58656ED91F8C2839241FEB719C81B',1795992685733,1795992685765,'created',200,NULL,'B8E260BF9CF066179A9D26E3FAC70E0B',27,NULL);
INSERT INTO "attempts" VALUES(14,8,2,'job_data.create','099f00ec-8d46-4f4f-b9f1-1c049b3c788b',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992686762,1795992686786,'token_seen',400,1160004,'0C61C92BDB88E7460468867F9E1E0305',22,NULL);
INSERT INTO "attempts" VALUES(15,9,2,'job_data.create','c38f5666-4966-4148-bcdb-daca3cacacf5',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992686844,1795992686879,'created',200,NULL,'882C87BAEC0DA448429E187A7B55621C',22,NULL);
INSERT INTO "attempts" VALUES(16,8,2,'job_data.create','cc7911e8-003c-4aa3-a91b-aa15a307c2d9',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992746928,1795992746958,'created',200,NULL,'16E89B428EBCF6B5AB9484D50CA0FB19',22,NULL);
INSERT INTO "attempts" VALUES(17,12,3,'talent.create','041fd638-5e3e-493f-bb41-4452d46e9e81',X'414469A4C313A9862D1F395E37FE1D449280D63C8CD4D14B63BDFF775A97079D',1795992750045,1795992750568,'created',200,NULL,'920FC57212CC707F11722730C7E9BA57',512,NULL);
INSERT INTO "attempts" VALUES(18,13,3,'talent.create','9124ef4b-342e-4135-9216-17051cd9dfe5',X'01E60AF24ECB0C5915FAF266C90618727D578385A54920F19F49A6716CEFE344',1795992750297,1795992750839,'recovered',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(19,14,3,'talent.create','39b4ef1d-00c5-49d7-85c2-d947b6f97d03',X'189DD579812432283ACCC203A2BB68F02B8C8D3ABBA57EFC05B0FEDCEF4E3B28',1795992750550,1795992750839,'recovered',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992683982,1795992684010);
INSERT INTO "calls" VALUES(2,'talent.batch_get_id',1795992684010,1795992684041);
INSERT INTO "calls" VALUES(3,'talent.batch_get_id',1795992684034,1795992684067);
INSERT INTO "calls" VALUES(4,'auth.token',1795992684123,1795992684147);
INSERT INTO "calls" VALUES(5,'talent.batch_get_id',1795992685173,1795992685199);
INSERT INTO "calls" VALUES(6,'talent.batch_get_id',1795992685196,1795992685220);
INSERT INTO "calls" VALUES(7,'auth.token',1795992685373,1795992685403);
INSERT INTO "calls" VALUES(8,'talent.batch_get_id',1795992685408,1795992685435);
INSERT INTO "calls" VALUES(9,'talent.batch_get_id',1795992685444,1795992685472);
INSERT INTO "calls" VALUES(10,'auth.token',1795992685561,1795992685592);
INSERT INTO "calls" VALUES(11,'job_data.batch_get',1795992685594,1795992685625);
INSERT INTO "calls" VALUES(12,'job_data.batch_get',1795992686705,1795992686740);
INSERT INTO "calls" VALUES(13,'job_data.batch_get',1795992686806,1795992686835);
INSERT INTO "calls" VALUES(14,'job_data.batch_get',1795992691788,1795992691811);
INSERT INTO "calls" VALUES(15,'job_data.batch_get',1795992716788,1795992716814);
INSERT INTO "calls" VALUES(16,'job_data.batch_get',1795992746787,1795992746818);
INSERT INTO "calls" VALUES(17,'employee.batch_get',1795992746819,1795992746842);
INSERT INTO "calls" VALUES(18,'job_data.batch_get',1795992746889,1795992746914);
INSERT INTO "calls" VALUES(19,'auth.token',1795992747333,1795992747841);
INSERT INTO "calls" VALUES(20,'talent.batch_get_id',1795992747846,1795992748359);
INSERT INTO "calls" VALUES(21,'talent.batch_get_id',1795992748098,1795992748615);
INSERT INTO "calls" VALUES(22,'auth.token',1795992748740,1795992749245);
INSERT INTO "calls" VALUES(23,'talent.batch_get_id',1795992749264,1795992749774);
INSERT INTO "calls" VALUES(24,'talent.batch_get_id',1795992749521,1795992750036);
INSERT INTO "calls" VALUES(25,'auth.token',1795992750881,1795992750913);
INSERT INTO "calls" VALUES(26,'talent.batch_get_id',1795992750924,1795992750964);
INSERT INTO "calls" VALUES(27,'talent.batch_get_id',1795992750947,1795992750987);
INSERT INTO "calls" VALUES(28,'talent.batch_get_id',1795992751883,1795992751916);
INSERT INTO "calls" VALUES(29,'talent.batch_get_id',1795992751906,1795992751939);
INSERT INTO "calls" VALUES(30,'talent.batch_get_id',1795992752882,1795992752911);
INSERT INTO "calls" VALUES(31,'talent.batch_get_id',1795992752905,1795992752931);
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
INSERT INTO "inputs" VALUES(1,0,'t.csv','ffedd7e8fa118176273acd73af6aed14d74d08e63325c92842a04b15ecff4e47',6,0,0);
INSERT INTO "inputs" VALUES(2,0,'j.csv','f0854e0ecac20709ccd6546349a4b9f46fd8cd73efe4aab1ee9954079e0f99d3',5,0,0);
INSERT INTO "inputs" VALUES(3,0,'u.csv','8a004ba518b7e4d21f5beefcfbe85f55b50d4a43553cf987b34ffe5f9c4d542e',6,0,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'14B7AD8C7B959D98787419DD1371057D','email',2);
INSERT INTO "job_keys" VALUES(X'1674EA52404783F3893FDB2D3AA806DF','mobile',15);
INSERT INTO "job_keys" VALUES(X'1C07CD072BE167E4C6BDCF0CFDDBFDB6','mobile',5);
INSERT INTO "job_keys" VALUES(X'1FF9C191529D835A272ABF2DD0576698','email',5);
INSERT INTO "job_keys" VALUES(X'59EA1E5277C08B81F1352844FBBA2D3F','employment',8);
INSERT INTO "job_keys" VALUES(X'65D8F8495D009968DF9448E0D5DDEE87','mobile',13);
INSERT INTO "job_keys" VALUES(X'6748AF1E54022F70A9E740321E94D4FE','mobile',16);
INSERT INTO "job_keys" VALUES(X'759238E23BE454E69CC00D1C5A30AC25','mobile',14);
INSERT INTO "job_keys" VALUES(X'8BEE94960BC6D78FDA1CBFBC33C38C8D','email',16);
INSERT INTO "job_keys" VALUES(X'9089845AD83E62D4C3517F728CCF743C','employment',7);
INSERT INTO "job_keys" VALUES(X'95302F8AD5B16150EA3346DBFE440878','email',12);
INSERT INTO "job_keys" VALUES(X'96E0D4812E140C7CA9249606E84606C0','email',1);
INSERT INTO "job_keys" VALUES(X'A3510F64518F4821C38BF0B688052D51','employment',9);
INSERT INTO "job_keys" VALUES(X'A88C9BD9BE5D1FBC81D26EE9218A195D','mobile',2);
INSERT INTO "job_keys" VALUES(X'AECD926580DD45C1B060D8D30A583F5F','mobile',1);
INSERT INTO "job_keys" VALUES(X'BFAFB5550211333249C35CC0A5C2C344','employment',10);
INSERT INTO "job_keys" VALUES(X'C19D329C9A9F7787A78A8F7DDEA9906F','mobile',17);
INSERT INTO "job_keys" VALUES(X'C72DADB7F1D7B3B82B7BED8E23970CEE','mobile',6);
INSERT INTO "job_keys" VALUES(X'C87694554FC83402E958225E8DC8477A','mobile',12);
INSERT INTO "job_keys" VALUES(X'CF99E1432E97DCFCE3D32AD23EAAF696','email',17);
INSERT INTO "job_keys" VALUES(X'D3DD4A4B8F443D09F8CF36558126D77B','employment',11);
INSERT INTO "job_keys" VALUES(X'DBFF686AD000D50CABE4FFE1598F3DA9','email',4);
INSERT INTO "job_keys" VALUES(X'DC078434B4D33DDBF9D2BFC4A46CF237','email',13);
INSERT INTO "job_keys" VALUES(X'E63EC26BF8C782A1C46055C1DFB91CCB','mobile',3);
INSERT INTO "job_keys" VALUES(X'EBE5B5D6CB37568B85380B5DD4911576','email',15);
INSERT INTO "job_keys" VALUES(X'EE74A44A6FB085616F9E90CD15DD6B2C','mobile',4);
INSERT INTO "job_keys" VALUES(X'EFDAF95500BDC9BBBEB1CB3E40300E95','email',14);
INSERT INTO "job_keys" VALUES(X'EFE187E8DE0483CC2B2555077A72ECE6','email',3);
INSERT INTO "job_keys" VALUES(X'FA07BA141B1B76D8B09AC8C85FC2C4DC','email',6);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000004',NULL,NULL,NULL,1,0,1795992683982,1,0,0,NULL,1,1,1795992684110,'cad6f443-86f9-4097-b4f3-fea184de5887',X'8564C1EF2AC6FD1F6F46B191961C1B3B8998ADEF9499394BC980E990CC8D14BD',X'B4C6A67CEFFD0FCDF864CF29C9478911',X'6DAECD926580DD45C1B060D8D30A583F5F6596E0D4812E140C7CA9249606E84606C0',NULL,'[["user_id_type","open_id"]]','{"name":"测试0","mobile":["86","13800000000"],"email":"t0@example.com"}','{"basic_info":{"name":"测试0","mobile":"13800000000","email":"t0@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(2,1,2,'talent','in_doubt',1795992684171,NULL,NULL,NULL,NULL,1795992684171,1,0,1795992683982,0,0,1,NULL,4,2,NULL,'cd2ef469-1596-4079-bd75-6d96aa730990',X'CCE2922CE746870A691DEFCF6FA87356D2EECF31AC827F8883A6DECE01BFF95F',X'89A3B74EBD5B9804DE6D268F67E251EE',X'6DA88C9BD9BE5D1FBC81D26EE9218A195D6514B7AD8C7B959D98787419DD1371057D',NULL,'[["user_id_type","open_id"]]','{"name":"测试1","mobile":["86","13800000001"],"email":"t1@example.com"}','{"basic_info":{"name":"测试1","mobile":"13800000001","email":"t1@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(3,1,3,'talent','existing',NULL,NULL,'7400000000000000002',NULL,NULL,NULL,1,0,1795992683982,0,0,0,NULL,5,2,1795992684196,'b18b7348-279b-4879-afed-639c4bc86b96',X'4DD3230666A8E52AE058CBB6BE3398EBC42CB2CF7D21FA1BE3DC2B1DDB441BCB',X'D8E78DF4C843D3A62DB69D4ECB4BA5CA',X'6DE63EC26BF8C782A1C46055C1DFB91CCB65EFE187E8DE0483CC2B2555077A72ECE6',NULL,'[["user_id_type","open_id"]]','{"name":"测试2","mobile":["86","13800000002"],"email":"t2@example.com"}','{"basic_info":{"name":"测试2","mobile":"13800000002","email":"t2@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(4,1,4,'talent','existing',NULL,NULL,'7400000000000000003',NULL,NULL,NULL,1,0,1795992683982,0,0,0,NULL,6,1,1795992684221,'eb94f9d2-279d-4f92-98af-8f2538bb6200',X'72C2D92EC64E7D554A452D66FF0A5B06B09C4A98FC306D1011D6E417CD46525B',X'DE82943755D62126C7EA90E1ABB75B7D',X'6DEE74A44A6FB085616F9E90CD15DD6B2C65DBFF686AD000D50CABE4FFE1598F3DA9',NULL,'[["user_id_type","open_id"]]','{"name":"测试3","mobile":["86","13800000003"],"email":"t3@example.com"}','{"basic_info":{"name":"测试3","mobile":"13800000003","email":"t3@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(5,1,5,'talent','created',NULL,NULL,'7400000000000000005',NULL,NULL,NULL,1,0,1795992683982,1,0,0,NULL,7,1,1795992684244,'e7f6d343-dd73-408c-97b1-ad2459fe76b4',X'26E0FCFBABB9C36D106316669847AE5A0AC3DB575CAD46B5078DFB2CFE587092',X'D5E7060B4DAB261C3B6C8DD3AD427CF9',X'6D1C07CD072BE167E4C6BDCF0CFDDBFDB6651FF9C191529D835A272ABF2DD0576698',NULL,'[["user_id_type","open_id"]]','{"name":"测试4","mobile":["86","13800000004"],"email":"t4@example.com"}','{"basic_info":{"name":"测试4","mobile":"13800000004","email":"t4@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(6,1,6,'talent','created',NULL,NULL,'7400000000000000006',NULL,NULL,NULL,1,0,1795992683982,1,0,0,NULL,8,1,1795992684267,'417cbc49-2e5e-4d8f-bb01-514b87b2a215',X'53D59563994CE6A2F87B2F3675C39ED0531D87A795A12CEC95ADA2A792173849',X'59951E9A1D3DF2CFE7D1F2C28B439624',X'6DC72DADB7F1D7B3B82B7BED8E23970CEE65FA07BA141B1B76D8B09AC8C85FC2C4DC',NULL,'[["user_id_type","open_id"]]','{"name":"测试5","mobile":["86","13800000005"],"email":"t5@example.com"}','{"basic_info":{"name":"测试5","mobile":"13800000005","email":"t5@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(7,2,1,'job_data','created',NULL,NULL,'7400000000000000007',NULL,NULL,NULL,1,0,1795992685561,1,0,0,NULL,9,1,1795992685675,'29f474a1-76bf-4a0e-93c5-b342d2891da9',X'754B54AAC8661ED496D255DD7D02D9345B23B6F42394C9B380FA9AE3966F2246',NULL,X'709089845AD83E62D4C3517F728CCF743C',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000000","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000000","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(8,2,2,'job_data','created',NULL,NULL,'7400000000000000015',NULL,NULL,NULL,3,1,1795992746844,1,0,0,NULL,16,3,1795992746958,'cc7911e8-003c-4aa3-a91b-aa15a307c2d9',X'ACF1A996E22DB102C93B635A231FFC8629AD8E8861A67DCD9094FE85E52F55AD',NULL,X'7059EA1E5277C08B81F1352844FBBA2D3F',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(9,2,3,'job_data','created',NULL,NULL,'7400000000000000013',NULL,NULL,NULL,2,0,1795992685561,1,0,0,NULL,15,2,1795992686879,'c38f5666-4966-4148-bcdb-daca3cacacf5',X'F1EDC83068E7CA6155894B168E8825C0FD8DECAF4E090ED8F11567E538E4E0F3',NULL,X'70A3510F64518F4821C38BF0B688052D51',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(10,2,4,'job_data','created',NULL,NULL,'7400000000000000009',NULL,NULL,NULL,1,0,1795992685561,1,0,0,NULL,12,1,1795992686835,'acf5d2e1-225f-474d-8a11-bcb2ecd226e3',X'68CB58878C6D23F2EA6D1C9DD9CEE7EF7CF300B582FB8888EB3484E784942568',NULL,X'70BFAFB5550211333249C35CC0A5C2C344',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(11,2,5,'job_data','created',NULL,NULL,'7400000000000000011',NULL,NULL,NULL,1,0,1795992685561,1,0,0,NULL,13,1,1795992685765,'6846f846-57f1-45b4-aaa1-57d7f812abed',X'8F90A38D3604873E7C2738927066180AF8FF95D7C5BF8A4300F9BFDDA96DC82F',NULL,X'70D3DD4A4B8F443D09F8CF36558126D77B',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000004","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000004","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(12,3,1,'talent','created',NULL,NULL,'7400000000000000017',NULL,NULL,NULL,1,0,1795992748740,1,0,0,NULL,17,1,1795992750568,'041fd638-5e3e-493f-bb41-4452d46e9e81',X'0BC7A6BF4E364D1ACE7A215EF118BA003EF8E561A8A822D4B868803E4980C5AF',X'17E4E7E420615DC81CFED15E4A6012E2',X'6DC87694554FC83402E958225E8DC8477A6595302F8AD5B16150EA3346DBFE440878',NULL,'[["user_id_type","open_id"]]','{"name":"测试20","mobile":["86","13800000020"],"email":"t20@example.com"}','{"basic_info":{"name":"测试20","mobile":"13800000020","email":"t20@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(13,3,2,'talent','created',NULL,NULL,'7400000000000000018',NULL,NULL,NULL,1,0,1795992748740,1,0,0,NULL,18,1,1795992750996,'9124ef4b-342e-4135-9216-17051cd9dfe5',X'30BEB42EB6D6FC7B1731271F202D884F87D8EC5925F71C25297C010CD7A5073A',X'EC59B91FAC89E527863443E9268E87D9',X'6D65D8F8495D009968DF9448E0D5DDEE8765DC078434B4D33DDBF9D2BFC4A46CF237',NULL,'[["user_id_type","open_id"]]','{"name":"测试21","mobile":["86","13800000021"],"email":"t21@example.com"}','{"basic_info":{"name":"测试21","mobile":"13800000021","email":"t21@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(14,3,3,'talent','pending',NULL,NULL,NULL,NULL,NULL,NULL,1,0,1795992748740,1,0,2,NULL,19,1,NULL,'39b4ef1d-00c5-49d7-85c2-d947b6f97d03',X'CF8B870841AF69FDF2CC12EA1C137D2EE862FF47482B1F8B3C09FF98D682B16A',X'35169AE198E62BE29E424D1BAEB317BE',X'6D759238E23BE454E69CC00D1C5A30AC2565EFDAF95500BDC9BBBEB1CB3E40300E95',NULL,'[["user_id_type","open_id"]]','{"name":"测试22","mobile":["86","13800000022"],"email":"t22@example.com"}','{"basic_info":{"name":"测试22","mobile":"13800000022","email":"t22@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(15,3,4,'talent','cleared',1795992748740,NULL,NULL,NULL,NULL,NULL,0,0,1795992748740,1,0,0,NULL,NULL,0,NULL,'614fd2f2-fc6e-4687-ae30-f8cfc1ec285b',X'118F035B382A945A6D6644ADDD101D33E47836CFE9F4AB0F94DDB16F0972F9EB',X'4B001065DC6A638C9F443BDF99E2367C',X'6D1674EA52404783F3893FDB2D3AA806DF65EBE5B5D6CB37568B85380B5DD4911576',NULL,'[["user_id_type","open_id"]]','{"name":"测试23","mobile":["86","13800000023"],"email":"t23@example.com"}','{"basic_info":{"name":"测试23","mobile":"13800000023","email":"t23@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(16,3,5,'talent','cleared',1795992748740,NULL,NULL,NULL,NULL,NULL,0,0,1795992748740,1,0,0,NULL,NULL,0,NULL,'9462164a-1b12-408b-8f67-3f78a7b3f895',X'A2E659FB1FB33CDDB78E0A68A710834F775BE837828DEF8DE45B8059D7432DCE',X'74207ED5D2CF018F237F7DB39A0AAF76',X'6D6748AF1E54022F70A9E740321E94D4FE658BEE94960BC6D78FDA1CBFBC33C38C8D',NULL,'[["user_id_type","open_id"]]','{"name":"测试24","mobile":["86","13800000024"],"email":"t24@example.com"}','{"basic_info":{"name":"测试24","mobile":"13800000024","email":"t24@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(17,3,6,'talent','cleared',1795992748740,NULL,NULL,NULL,NULL,NULL,0,0,1795992748740,1,0,0,NULL,NULL,0,NULL,'499f6d73-3ee6-4110-9704-ca513b8366bf',X'9B21541348FC44B39FCA056573BA55933DD450A14D58B00B3F896E612C307621',X'025CFC2B44D3C89785DB5190E2ACA3C0',X'6DC19D329C9A9F7787A78A8F7DDEA9906F65CF99E1432E97DCFCE3D32AD23EAAF696',NULL,'[["user_id_type","open_id"]]','{"name":"测试25","mobile":["86","13800000025"],"email":"t25@example.com"}','{"basic_info":{"name":"测试25","mobile":"13800000025","email":"t25@example.com","gender":1}}');
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
INSERT INTO "lookups" VALUES(1,1,1795992683982,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795992683982,'talent.batch_get_id','cleared_anyway','7400000000000000001',NULL);
INSERT INTO "lookups" VALUES(3,3,1795992683982,'talent.batch_get_id','cleared_anyway','7400000000000000002',NULL);
INSERT INTO "lookups" VALUES(4,4,1795992683982,'talent.batch_get_id','cleared_anyway','7400000000000000003',NULL);
INSERT INTO "lookups" VALUES(5,5,1795992683982,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,6,1795992683982,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,2,1795992685225,'talent.batch_get_id','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(8,2,1795992685474,'talent.batch_get_id','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(9,7,1795992685561,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(10,8,1795992685561,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(11,9,1795992685561,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(12,10,1795992685561,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(13,11,1795992685561,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(14,8,1795992686740,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(15,9,1795992686835,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(16,10,1795992686835,'job_data.batch_get','found_after_doubt','7400000000000000009',NULL);
INSERT INTO "lookups" VALUES(17,8,1795992691812,'job_data.batch_get','absent_after_doubt',NULL,NULL);
INSERT INTO "lookups" VALUES(18,8,1795992716815,'job_data.batch_get','absent_after_doubt',NULL,NULL);
INSERT INTO "lookups" VALUES(19,8,1795992746844,'job_data.batch_get','new_token',NULL,NULL);
INSERT INTO "lookups" VALUES(20,8,1795992746844,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(21,2,1795992748617,'talent.batch_get_id','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(22,12,1795992748740,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(23,13,1795992748740,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(24,14,1795992748740,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(25,15,1795992748740,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(26,16,1795992748740,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(27,17,1795992748740,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(28,2,1795992750996,'talent.batch_get_id','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(29,13,1795992750996,'talent.batch_get_id','found_after_doubt','7400000000000000018',NULL);
INSERT INTO "lookups" VALUES(30,14,1795992750996,'talent.batch_get_id','absent_after_doubt',NULL,NULL);
INSERT INTO "lookups" VALUES(31,14,1795992751948,'talent.batch_get_id','absent_after_doubt',NULL,NULL);
INSERT INTO "lookups" VALUES(32,14,1795992752940,'talent.batch_get_id','absent_after_doubt',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',1);
INSERT INTO "meta" VALUES('created_at',1795992683767);
INSERT INTO "meta" VALUES('hash_key',X'82EC085B6EE7A21518691DD4133D2A8B098C3F11694711EB1B0995654D3A85AF');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','138****0000','new',1,1,'created',1,1,1795992684110,1);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','138****0001','new',1,2,'unknown',4,2,NULL,1);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','138****0002','new',1,3,'existing',5,2,1795992684196,1);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'talent','138****0003','new',1,4,'existing',6,1,1795992684221,1);
INSERT INTO "records" VALUES(1,5,0,NULL,6,'talent','138****0004','new',1,5,'created',7,1,1795992684244,1);
INSERT INTO "records" VALUES(1,6,0,NULL,7,'talent','138****0005','new',1,6,'created',8,1,1795992684267,1);
INSERT INTO "records" VALUES(2,1,0,NULL,2,'job_data','6893014062142000000','new',1,7,'created',9,1,1795992685675,1);
INSERT INTO "records" VALUES(2,2,0,NULL,3,'job_data','6893014062142000001','new',1,8,'created',16,3,1795992746958,1);
INSERT INTO "records" VALUES(2,3,0,NULL,4,'job_data','6893014062142000002','new',1,9,'created',15,2,1795992686879,1);
INSERT INTO "records" VALUES(2,4,0,NULL,5,'job_data','6893014062142000003','new',1,10,'created',12,1,1795992686835,1);
INSERT INTO "records" VALUES(2,5,0,NULL,6,'job_data','6893014062142000004','new',1,11,'created',13,1,1795992685765,1);
INSERT INTO "records" VALUES(3,1,0,NULL,2,'talent','138****0020','new',1,12,'created',17,1,1795992750568,1);
INSERT INTO "records" VALUES(3,2,0,NULL,3,'talent','138****0021','new',1,13,'created',18,1,1795992750996,1);
INSERT INTO "records" VALUES(3,3,0,NULL,4,'talent','138****0022','new',1,14,'not_sent',19,1,NULL,1);
INSERT INTO "records" VALUES(3,4,0,NULL,5,'talent','138****0023','new',1,15,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(3,5,0,NULL,6,'talent','138****0024','new',1,16,'not_sent',NULL,0,NULL,1);
INSERT INTO "records" VALUES(3,6,0,NULL,7,'talent','138****0025','new',1,17,'not_sent',NULL,0,NULL,1);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:51:23.821854232Z','6055712679808466020');
INSERT INTO "refinery_schema_history" VALUES(2,'rows_of_records','2026-11-29T22:51:23.821861526Z','11346078535750405390');
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
INSERT INTO "runs" VALUES(1,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/t.csv","file":"t.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"hidden":[],"belonging":{"own":[0,1,2,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"t.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"t.csv","sheet":null,"kind":"talent","column":1,"header":"手机号","path":"basic_info.mobile","place":"basic_info.mobile","entry":0},{"file":"t.csv","sheet":null,"kind":"talent","column":2,"header":"邮箱","path":"basic_info.email","place":"basic_info.email","entry":0},{"file":"t.csv","sheet":null,"kind":"talent","column":3,"header":"性别","path":"basic_info.gender","place":"basic_info.gender","entry":0}]}',1795992683840,1795992683981,'?',1795992685227);
INSERT INTO "runs" VALUES(2,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"hidden":[],"belonging":{"own":[2,1,0,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"j.csv","sheet":null,"kind":"job_data","column":2,"header":"employee_type_id","path":"employee_type_id","place":"employee_type_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":1,"header":"department_id","path":"department_id","place":"department_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":0,"header":"employment_id","path":"employment_id","place":"employment_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":3,"header":"effective_time","path":"effective_time","place":"effective_time","entry":0}]}',1795992685480,1795992685559,'?',1795992746964);
INSERT INTO "runs" VALUES(3,'interrupted','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/u.csv","file":"u.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"hidden":[],"belonging":{"own":[0,1,2,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"u.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"u.csv","sheet":null,"kind":"talent","column":1,"header":"手机号","path":"basic_info.mobile","place":"basic_info.mobile","entry":0},{"file":"u.csv","sheet":null,"kind":"talent","column":2,"header":"邮箱","path":"basic_info.email","place":"basic_info.email","entry":0},{"file":"u.csv","sheet":null,"kind":"talent","column":3,"header":"性别","path":"basic_info.gender","place":"basic_info.gender","entry":0}]}',1795992748622,1795992748720,'?',1795992750839);
CREATE INDEX records_by_row ON records (run, row);
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';
CREATE INDEX jobs_by_state ON jobs (state, kind, run);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);
CREATE INDEX lookups_by_job ON lookups (job);
CREATE INDEX calls_by_time ON calls (endpoint, at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',3);
INSERT INTO "sqlite_sequence" VALUES('attempts',19);
COMMIT;
