-- A journal of schema 1 with duplicates sent all the same and refused, tokens that were seen, and answers that were lost.
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
INSERT INTO "attempts" VALUES(1,1,1,'talent.create','e9dacea2-1fa1-4f68-a7f6-3ca415051fda',X'2444702DFA98E4408B7F99ED1B11E5674E84B5C3279708E130A49812BA31C530',1795992812481,1795992812514,'created',200,NULL,'E893FAC72D1520D55565ABD2334C3B0D',25,NULL);
INSERT INTO "attempts" VALUES(2,2,1,'talent.create','612f69ad-5358-48ef-b54f-be6e16aa3964',X'BE239ECD005179BB8F58456C70AF724E9751FB15624A0BD7EA3FA545FFBCB750',1795992812505,1795992812536,'never_sent',400,99991663,'F98394B1FE7DE7C1452AC43511944D9E',23,'token rejected');
INSERT INTO "attempts" VALUES(3,3,1,'talent.create','349fdccc-e5c5-4e85-ad80-c667a6821d8b',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992812527,1795992812553,'never_sent',400,99991663,'EFA41430BAD258723FB0987D1A2F6907',24,'token rejected');
INSERT INTO "attempts" VALUES(4,2,1,'talent.create','612f69ad-5358-48ef-b54f-be6e16aa3964',X'BE239ECD005179BB8F58456C70AF724E9751FB15624A0BD7EA3FA545FFBCB750',1795992812564,1795992812590,'lost',NULL,NULL,NULL,23,'connection broken');
INSERT INTO "attempts" VALUES(5,3,1,'talent.create','349fdccc-e5c5-4e85-ad80-c667a6821d8b',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992812588,1795992812620,'duplicate',400,1002105,'A2475A8994D28D5F17925756F452202C',25,'duplicate talent');
INSERT INTO "attempts" VALUES(6,4,1,'talent.create','5490ebe6-c092-4d46-9fe8-9b19e4791566',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992812612,1795992812652,'duplicate',400,1002105,'3B293B8B83793BC372D3D924FB612895',30,'duplicate talent');
INSERT INTO "attempts" VALUES(7,5,1,'talent.create','a4c08eae-a3fb-45e6-9b70-fcf8b9591590',X'7045237D17FC9058DCDAD6400EDB0BDBCEC187438CC5DEC550C76CFE0757829D',1795992812640,1795992812692,'created',200,NULL,'F05E04EC59A8CCCC6DD7D98F4D8030B4',31,NULL);
INSERT INTO "attempts" VALUES(8,6,1,'talent.create','9fe54e3d-ddbb-49a5-baf0-8dc3bb4015e6',X'606C786421D07B648E8287C6E853161B85764D3760DE3433A414ABF3C98F247A',1795992812664,1795992812716,'created',200,NULL,'98657BA31F8C43EC69B6EA8A02F1CA1A',46,NULL);
INSERT INTO "attempts" VALUES(9,3,1,'talent.create','349fdccc-e5c5-4e85-ad80-c667a6821d8b',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992822692,1795992822732,'duplicate',400,1002105,'449444A7FBDD40CA5B321FAC3994D541',24,'duplicate talent');
INSERT INTO "attempts" VALUES(10,4,1,'talent.create','5490ebe6-c092-4d46-9fe8-9b19e4791566',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992822772,1795992822809,'duplicate',400,1002105,'7D9EB6E2B863AB5D5B21240CB554085E',34,'duplicate talent');
INSERT INTO "attempts" VALUES(11,3,1,'talent.create','349fdccc-e5c5-4e85-ad80-c667a6821d8b',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992842801,1795992842840,'duplicate',400,1002105,'CEE9FA50984E46342A04C2106B05C00E',27,'duplicate talent');
INSERT INTO "attempts" VALUES(12,4,1,'talent.create','5490ebe6-c092-4d46-9fe8-9b19e4791566',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992842902,1795992842944,'duplicate',400,1002105,'54673D1F3B100FD5F70CD06816BC123D',28,'duplicate talent');
INSERT INTO "attempts" VALUES(13,3,1,'talent.create','349fdccc-e5c5-4e85-ad80-c667a6821d8b',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992872933,1795992872971,'duplicate',400,1002105,'FFE98EDEB029E2D30050006833F2E3E5',25,'duplicate talent');
INSERT INTO "attempts" VALUES(14,4,1,'talent.create','5490ebe6-c092-4d46-9fe8-9b19e4791566',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992873080,1795992873123,'duplicate',400,1002105,'A78367CD253BE2FA748832E7ED11A607',27,'duplicate talent');
INSERT INTO "attempts" VALUES(15,3,1,'talent.create','349fdccc-e5c5-4e85-ad80-c667a6821d8b',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992913048,1795992913084,'duplicate',400,1002105,'78B02458DD67E6422089769755D3CF36',24,'duplicate talent');
INSERT INTO "attempts" VALUES(16,4,1,'talent.create','5490ebe6-c092-4d46-9fe8-9b19e4791566',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992913213,1795992913256,'duplicate',400,1002105,'1BB5916B958E3D6428A8DE1082EFE63B',24,'duplicate talent');
INSERT INTO "attempts" VALUES(17,7,2,'job_data.create','d85dcf99-72cc-489b-9c6f-768b51deea07',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992913817,1795992913860,'created',200,NULL,'F5367C925F0B76257F037B1323BF5482',32,NULL);
INSERT INTO "attempts" VALUES(18,8,2,'job_data.create','c18d4d44-83d1-40a5-a444-12efbf16ce45',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992913842,1795992913892,'lost',500,1160999,'29BB92618ED0E61CEB7C9C8657019CC8',37,'server error: unknown error');
INSERT INTO "attempts" VALUES(19,9,2,'job_data.create','36907ec6-bc43-46a5-b3cb-c81a5b121c72',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992913873,1795992913916,'lost',NULL,NULL,NULL,31,'connection broken');
INSERT INTO "attempts" VALUES(20,10,2,'job_data.create','1ec74386-9f78-40e0-8e06-fb39d50c4370',X'8BF74B0918A11519974BC246164B9E146BE60D57EA9DC608E855C8383A87BC67',1795992913903,1795992913942,'lost',NULL,NULL,NULL,29,'connection broken');
INSERT INTO "attempts" VALUES(21,11,2,'job_data.create','74784c59-8570-45d3-946f-7e28dd77ef4e',X'29707595C0B597C7690CF91F6C3DE4E294E58656ED91F8C2839241FEB719C81B',1795992913927,1795992913966,'created',200,NULL,'F07615BB5310022BAA8635DC034404BD',24,NULL);
INSERT INTO "attempts" VALUES(22,8,2,'job_data.create','c18d4d44-83d1-40a5-a444-12efbf16ce45',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992914953,1795992914988,'token_seen',400,1160004,'869B2437360914DC0B0299CAD8ABF4BA',27,NULL);
INSERT INTO "attempts" VALUES(23,9,2,'job_data.create','36907ec6-bc43-46a5-b3cb-c81a5b121c72',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992915057,1795992915088,'created',200,NULL,'D73860223F26E0A4EA8FA19CEC707CBF',29,NULL);
INSERT INTO "attempts" VALUES(24,8,2,'job_data.create','3fb3e180-fbc4-48ad-85f4-5bdf2c10d734',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992975145,1795992975192,'created',200,NULL,'FDCEAFEE1FF25F67BF7D33F9A58FC016',23,NULL);
INSERT INTO "attempts" VALUES(25,12,3,'talent.create','55768c8a-2837-4db5-bd70-ddd29aad57ee',X'414469A4C313A9862D1F395E37FE1D449280D63C8CD4D14B63BDFF775A97079D',1795992978462,1795992978987,'created',200,NULL,'DFB4F6E043C86FDDA5A6AD9A67E10F74',510,NULL);
INSERT INTO "attempts" VALUES(26,13,3,'talent.create','faaee69e-e2d1-48cb-bf29-d0076c22aee9',X'01E60AF24ECB0C5915FAF266C90618727D578385A54920F19F49A6716CEFE344',1795992978713,1795992979254,'recovered',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(27,14,3,'talent.create','b569daac-0bda-4423-b5f2-b9321c515950',X'189DD579812432283ACCC203A2BB68F02B8C8D3ABBA57EFC05B0FEDCEF4E3B28',1795992978965,1795992979254,'recovered',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992812396,1795992812421);
INSERT INTO "calls" VALUES(2,'talent.batch_get_id',1795992812422,1795992812448);
INSERT INTO "calls" VALUES(3,'talent.batch_get_id',1795992812446,1795992812473);
INSERT INTO "calls" VALUES(4,'auth.token',1795992812539,1795992812563);
INSERT INTO "calls" VALUES(5,'talent.batch_get_id',1795992813592,1795992813637);
INSERT INTO "calls" VALUES(6,'talent.batch_get_id',1795992813620,1795992813656);
INSERT INTO "calls" VALUES(7,'talent.batch_get_id',1795992822623,1795992822664);
INSERT INTO "calls" VALUES(8,'talent.batch_get_id',1795992822646,1795992822676);
INSERT INTO "calls" VALUES(9,'talent.batch_get_id',1795992822682,1795992822720);
INSERT INTO "calls" VALUES(10,'talent.batch_get_id',1795992822712,1795992822743);
INSERT INTO "calls" VALUES(11,'talent.batch_get_id',1795992842735,1795992842777);
INSERT INTO "calls" VALUES(12,'talent.batch_get_id',1795992842759,1795992842792);
INSERT INTO "calls" VALUES(13,'talent.batch_get_id',1795992842842,1795992842884);
INSERT INTO "calls" VALUES(14,'talent.batch_get_id',1795992842866,1795992842895);
INSERT INTO "calls" VALUES(15,'talent.batch_get_id',1795992872843,1795992872885);
INSERT INTO "calls" VALUES(16,'talent.batch_get_id',1795992872869,1795992872912);
INSERT INTO "calls" VALUES(17,'talent.batch_get_id',1795992872989,1795992873032);
INSERT INTO "calls" VALUES(18,'talent.batch_get_id',1795992873011,1795992873048);
INSERT INTO "calls" VALUES(19,'talent.batch_get_id',1795992912974,1795992913014);
INSERT INTO "calls" VALUES(20,'talent.batch_get_id',1795992912998,1795992913032);
INSERT INTO "calls" VALUES(21,'talent.batch_get_id',1795992913129,1795992913172);
INSERT INTO "calls" VALUES(22,'talent.batch_get_id',1795992913153,1795992913199);
INSERT INTO "calls" VALUES(23,'auth.token',1795992913465,1795992913496);
INSERT INTO "calls" VALUES(24,'talent.batch_get_id',1795992913497,1795992913532);
INSERT INTO "calls" VALUES(25,'talent.batch_get_id',1795992913522,1795992913559);
INSERT INTO "calls" VALUES(26,'auth.token',1795992913686,1795992913756);
INSERT INTO "calls" VALUES(27,'job_data.batch_get',1795992913764,1795992913799);
INSERT INTO "calls" VALUES(28,'job_data.batch_get',1795992914895,1795992914931);
INSERT INTO "calls" VALUES(29,'job_data.batch_get',1795992915000,1795992915037);
INSERT INTO "calls" VALUES(30,'job_data.batch_get',1795992919991,1795992920028);
INSERT INTO "calls" VALUES(31,'job_data.batch_get',1795992944991,1795992945025);
INSERT INTO "calls" VALUES(32,'job_data.batch_get',1795992974993,1795992975032);
INSERT INTO "calls" VALUES(33,'employee.batch_get',1795992975036,1795992975072);
INSERT INTO "calls" VALUES(34,'job_data.batch_get',1795992975097,1795992975132);
INSERT INTO "calls" VALUES(35,'auth.token',1795992975610,1795992976144);
INSERT INTO "calls" VALUES(36,'talent.batch_get_id',1795992976153,1795992976693);
INSERT INTO "calls" VALUES(37,'talent.batch_get_id',1795992976406,1795992976925);
INSERT INTO "calls" VALUES(38,'auth.token',1795992977160,1795992977688);
INSERT INTO "calls" VALUES(39,'talent.batch_get_id',1795992977700,1795992978232);
INSERT INTO "calls" VALUES(40,'talent.batch_get_id',1795992977951,1795992978458);
INSERT INTO "calls" VALUES(41,'auth.token',1795992979325,1795992979363);
INSERT INTO "calls" VALUES(42,'talent.batch_get_id',1795992979363,1795992979396);
INSERT INTO "calls" VALUES(43,'talent.batch_get_id',1795992979387,1795992979413);
INSERT INTO "calls" VALUES(44,'talent.batch_get_id',1795992979968,1795992980016);
INSERT INTO "calls" VALUES(45,'talent.batch_get_id',1795992979991,1795992980044);
INSERT INTO "calls" VALUES(46,'talent.batch_get_id',1795992980968,1795992980997);
INSERT INTO "calls" VALUES(47,'talent.batch_get_id',1795992980991,1795992981020);
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
INSERT INTO "inputs" VALUES(1,0,'t.csv','ffedd7e8fa118176273acd73af6aed14d74d08e63325c92842a04b15ecff4e47',6,0);
INSERT INTO "inputs" VALUES(2,0,'j.csv','f0854e0ecac20709ccd6546349a4b9f46fd8cd73efe4aab1ee9954079e0f99d3',5,0);
INSERT INTO "inputs" VALUES(3,0,'u.csv','8a004ba518b7e4d21f5beefcfbe85f55b50d4a43553cf987b34ffe5f9c4d542e',6,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'06B10E57852E543DFBDFE7633D07C48C','mobile',12);
INSERT INTO "job_keys" VALUES(X'1435354BDB73D3C8B1E39137DAD2CE86','email',17);
INSERT INTO "job_keys" VALUES(X'1CE3D0AFBD74028CE13CB14506B9B38C','email',3);
INSERT INTO "job_keys" VALUES(X'37E69A8A952905BE83AC29755816991E','employment',11);
INSERT INTO "job_keys" VALUES(X'3C9ACA22F96325DEB885EA96F43F7B05','mobile',2);
INSERT INTO "job_keys" VALUES(X'3CDFE5D85B912E80F4ED9F404EBAB305','mobile',17);
INSERT INTO "job_keys" VALUES(X'4A56DE63A36F18B417E6A40BDE1DB448','email',15);
INSERT INTO "job_keys" VALUES(X'5070EEA8999F73923E1FEF829AADECEA','email',16);
INSERT INTO "job_keys" VALUES(X'6113C10A25CC6DB43BD9FD8146AC360F','email',12);
INSERT INTO "job_keys" VALUES(X'645778F19B24AE050C596429748A5186','email',14);
INSERT INTO "job_keys" VALUES(X'65B9D3F02D3D28ED786116D5DC04D82D','employment',9);
INSERT INTO "job_keys" VALUES(X'718CC173BCA5D34C4006FA44A7D8F2A0','employment',7);
INSERT INTO "job_keys" VALUES(X'72FD89C11D72FD94B9FBCE925E1D6FEC','email',5);
INSERT INTO "job_keys" VALUES(X'75245F577A36FBD95DA1421B0A717405','email',6);
INSERT INTO "job_keys" VALUES(X'7A2C5BE2C6D0122AC850036CBA8E37D3','mobile',4);
INSERT INTO "job_keys" VALUES(X'8ACF1A69893D8B9A443467C7276B23AE','email',2);
INSERT INTO "job_keys" VALUES(X'999E338FB7855AAA8C183808578C7E3F','mobile',16);
INSERT INTO "job_keys" VALUES(X'B1AA01B69A55BC3236671C53D64B1830','mobile',1);
INSERT INTO "job_keys" VALUES(X'B2A2D103BA94A1748CFAF59E8E0DDA31','employment',10);
INSERT INTO "job_keys" VALUES(X'B4822D8018B97CA53FBA9A39C88A8CCB','mobile',3);
INSERT INTO "job_keys" VALUES(X'C0D5A563BE07F91E0B0C3596EE9C6E98','mobile',14);
INSERT INTO "job_keys" VALUES(X'D8C6A74D359FDB9C02A9F5965C25659B','mobile',5);
INSERT INTO "job_keys" VALUES(X'E057C68B43BC8269C44DBC81A3650DCB','email',1);
INSERT INTO "job_keys" VALUES(X'E3F1D7C7DFACECFCC0DA48DD12035D54','mobile',15);
INSERT INTO "job_keys" VALUES(X'E5795EF20C83D3FFD61DA91AA0586F52','mobile',13);
INSERT INTO "job_keys" VALUES(X'E8486D9127B8F036707690A734A4B8AF','email',4);
INSERT INTO "job_keys" VALUES(X'F51E30E8F31140293D5170AF08EA8EC5','mobile',6);
INSERT INTO "job_keys" VALUES(X'F61337F89C34190097C10C1D945AE44E','email',13);
INSERT INTO "job_keys" VALUES(X'FA8214BB05364FD9A722F80A30295166','employment',8);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000004',NULL,NULL,NULL,1,0,1795992812395,1,0,0,NULL,1,1,1795992812514,'e9dacea2-1fa1-4f68-a7f6-3ca415051fda',X'782854642B31B6CB0E6D760E283CC2D36A9841891D83C2240C4CFCE816F127C4',X'AC3040A6B845223AE1AB70C3288F22EB',X'6DB1AA01B69A55BC3236671C53D64B183065E057C68B43BC8269C44DBC81A3650DCB',NULL,'[["user_id_type","open_id"]]','{"name":"测试0","mobile":["86","13800000000"],"email":"t0@example.com"}','{"basic_info":{"name":"测试0","mobile":"13800000000","email":"t0@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(2,1,2,'talent','in_doubt',1795992812590,NULL,NULL,NULL,NULL,1795992812590,1,0,1795992812395,0,0,1,NULL,4,2,NULL,'612f69ad-5358-48ef-b54f-be6e16aa3964',X'A133BBA752E62AC6903B5171863CFC42B05D770E3D702E131790FB2ECD6DF8FD',X'C83B3938817F5D656ACB0E17B30221BA',X'6D3C9ACA22F96325DEB885EA96F43F7B05658ACF1A69893D8B9A443467C7276B23AE',NULL,'[["user_id_type","open_id"]]','{"name":"测试1","mobile":["86","13800000001"],"email":"t1@example.com"}','{"basic_info":{"name":"测试1","mobile":"13800000001","email":"t1@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(3,1,3,'talent','refused',NULL,NULL,NULL,1002105,'duplicate',NULL,5,0,1795992912973,0,0,0,NULL,15,6,1795992913084,'349fdccc-e5c5-4e85-ad80-c667a6821d8b',X'0DE1026531D345881571C919E4A042ED93EB4FBB9AF3C4390291BA41AEE3A670',X'014D90CE6950B033309C7E97E968A1AF',X'6DB4822D8018B97CA53FBA9A39C88A8CCB651CE3D0AFBD74028CE13CB14506B9B38C',NULL,'[["user_id_type","open_id"]]','{"name":"测试2","mobile":["86","13800000002"],"email":"t2@example.com"}','{"basic_info":{"name":"测试2","mobile":"13800000002","email":"t2@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(4,1,4,'talent','refused',NULL,NULL,NULL,1002105,'duplicate',NULL,5,0,1795992913128,0,0,0,NULL,16,5,1795992913256,'5490ebe6-c092-4d46-9fe8-9b19e4791566',X'135B6295193AD2ADC522B636C2CF632AAC5082DCE180AAACB4527A0B0CA44AED',X'395DC8B59A06E7A9496819127D700727',X'6D7A2C5BE2C6D0122AC850036CBA8E37D365E8486D9127B8F036707690A734A4B8AF',NULL,'[["user_id_type","open_id"]]','{"name":"测试3","mobile":["86","13800000003"],"email":"t3@example.com"}','{"basic_info":{"name":"测试3","mobile":"13800000003","email":"t3@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(5,1,5,'talent','created',NULL,NULL,'7400000000000000005',NULL,NULL,NULL,1,0,1795992812395,1,0,0,NULL,7,1,1795992812692,'a4c08eae-a3fb-45e6-9b70-fcf8b9591590',X'DFDB0A83ED04111B3015B4032F9C300123D99A6DFE57AF65C51F9BE0AC791DF9',X'3B1498923859E0E8CE260A7B8E515CD1',X'6DD8C6A74D359FDB9C02A9F5965C25659B6572FD89C11D72FD94B9FBCE925E1D6FEC',NULL,'[["user_id_type","open_id"]]','{"name":"测试4","mobile":["86","13800000004"],"email":"t4@example.com"}','{"basic_info":{"name":"测试4","mobile":"13800000004","email":"t4@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(6,1,6,'talent','created',NULL,NULL,'7400000000000000006',NULL,NULL,NULL,1,0,1795992812395,1,0,0,NULL,8,1,1795992812716,'9fe54e3d-ddbb-49a5-baf0-8dc3bb4015e6',X'FCAD68B888AC235A3F703387F32359AAE05C01B388B1EFEBBE3D76B9B275E638',X'A162C1F6905B15CC1497BA5D8677E1E9',X'6DF51E30E8F31140293D5170AF08EA8EC56575245F577A36FBD95DA1421B0A717405',NULL,'[["user_id_type","open_id"]]','{"name":"测试5","mobile":["86","13800000005"],"email":"t5@example.com"}','{"basic_info":{"name":"测试5","mobile":"13800000005","email":"t5@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(7,2,1,'job_data','created',NULL,NULL,'7400000000000000007',NULL,NULL,NULL,1,0,1795992913686,1,0,0,NULL,17,1,1795992913860,'d85dcf99-72cc-489b-9c6f-768b51deea07',X'763679042E1A8CA7D8D5F3C071651AA67C7536EDF28A3ABB508ACC12FB6FBA25',NULL,X'70718CC173BCA5D34C4006FA44A7D8F2A0',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000000","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000000","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(8,2,2,'job_data','created',NULL,NULL,'7400000000000000015',NULL,NULL,NULL,3,1,1795992975096,1,0,0,NULL,24,3,1795992975192,'3fb3e180-fbc4-48ad-85f4-5bdf2c10d734',X'469361CFD6BBE7BC944B2C3EBB914E987BA6D8E2F961D60D9BA8B71CDCC4D9AA',NULL,X'70FA8214BB05364FD9A722F80A30295166',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(9,2,3,'job_data','created',NULL,NULL,'7400000000000000013',NULL,NULL,NULL,2,0,1795992913686,1,0,0,NULL,23,2,1795992915088,'36907ec6-bc43-46a5-b3cb-c81a5b121c72',X'CA6066D5E680DC43D5DAF2CE25520EA92A43BFE71CE14ECC56E5E6BF696A7E1B',NULL,X'7065B9D3F02D3D28ED786116D5DC04D82D',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(10,2,4,'job_data','created',NULL,NULL,'7400000000000000009',NULL,NULL,NULL,1,0,1795992913686,1,0,0,NULL,20,1,1795992915048,'1ec74386-9f78-40e0-8e06-fb39d50c4370',X'FA25982D62A478AE72DAB0F16C665D9CECCC116BB313B9D3B7E7832FF90B19C5',NULL,X'70B2A2D103BA94A1748CFAF59E8E0DDA31',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(11,2,5,'job_data','created',NULL,NULL,'7400000000000000011',NULL,NULL,NULL,1,0,1795992913686,1,0,0,NULL,21,1,1795992913966,'74784c59-8570-45d3-946f-7e28dd77ef4e',X'E040B0F7BD830DE7F6F89E216AF5F82C18B1A9776136AD3F1E1635B4AD15BE80',NULL,X'7037E69A8A952905BE83AC29755816991E',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000004","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000004","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(12,3,1,'talent','created',NULL,NULL,'7400000000000000017',NULL,NULL,NULL,1,0,1795992977146,1,0,0,NULL,25,1,1795992978987,'55768c8a-2837-4db5-bd70-ddd29aad57ee',X'7591FE7C682D18DAE44D9F5D90C821815F7D93F709981D537313E1894C4BC1B4',X'029A12159FD4F863733CD3CEDD19E5E9',X'6D06B10E57852E543DFBDFE7633D07C48C656113C10A25CC6DB43BD9FD8146AC360F',NULL,'[["user_id_type","open_id"]]','{"name":"测试20","mobile":["86","13800000020"],"email":"t20@example.com"}','{"basic_info":{"name":"测试20","mobile":"13800000020","email":"t20@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(13,3,2,'talent','created',NULL,NULL,'7400000000000000018',NULL,NULL,NULL,1,0,1795992977146,1,0,0,NULL,26,1,1795992979413,'faaee69e-e2d1-48cb-bf29-d0076c22aee9',X'0F08C6F45BA51DEAEC1E0962F378B36935B35736E5673309D54120FB92FD3A14',X'D04B65BAD265642688CE5F3806CF99D6',X'6DE5795EF20C83D3FFD61DA91AA0586F5265F61337F89C34190097C10C1D945AE44E',NULL,'[["user_id_type","open_id"]]','{"name":"测试21","mobile":["86","13800000021"],"email":"t21@example.com"}','{"basic_info":{"name":"测试21","mobile":"13800000021","email":"t21@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(14,3,3,'talent','pending',NULL,NULL,NULL,NULL,NULL,NULL,1,0,1795992977146,1,0,2,NULL,27,1,NULL,'b569daac-0bda-4423-b5f2-b9321c515950',X'311E3659E7263ED1E5C222C3F94BA61F31581F2F7B48CAF46B31A26B90106B43',X'EC17C0533A98C4B4477FA769CBB0797C',X'6DC0D5A563BE07F91E0B0C3596EE9C6E9865645778F19B24AE050C596429748A5186',NULL,'[["user_id_type","open_id"]]','{"name":"测试22","mobile":["86","13800000022"],"email":"t22@example.com"}','{"basic_info":{"name":"测试22","mobile":"13800000022","email":"t22@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(15,3,4,'talent','cleared',1795992977146,NULL,NULL,NULL,NULL,NULL,0,0,1795992977146,1,0,0,NULL,NULL,0,NULL,'28989a04-bb01-4ad2-9933-995c3be96db6',X'8E71DDD20C990E5AD171CDAB6C4FA81903052390AB922E6E0677F10A4F169A76',X'78EBC2D6CADE71D561FCDDF090B4D3EB',X'6DE3F1D7C7DFACECFCC0DA48DD12035D54654A56DE63A36F18B417E6A40BDE1DB448',NULL,'[["user_id_type","open_id"]]','{"name":"测试23","mobile":["86","13800000023"],"email":"t23@example.com"}','{"basic_info":{"name":"测试23","mobile":"13800000023","email":"t23@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(16,3,5,'talent','cleared',1795992977146,NULL,NULL,NULL,NULL,NULL,0,0,1795992977146,1,0,0,NULL,NULL,0,NULL,'b4308ec0-3a0c-4de9-ac19-6fe0245231bb',X'FDE3EBC9A80A10F361503F4BD7A1F905B2B5D9B3591DCB414F59A2229CDA17F2',X'EB2D94707F3942AFD2D46A283E6E3FEB',X'6D999E338FB7855AAA8C183808578C7E3F655070EEA8999F73923E1FEF829AADECEA',NULL,'[["user_id_type","open_id"]]','{"name":"测试24","mobile":["86","13800000024"],"email":"t24@example.com"}','{"basic_info":{"name":"测试24","mobile":"13800000024","email":"t24@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(17,3,6,'talent','cleared',1795992977146,NULL,NULL,NULL,NULL,NULL,0,0,1795992977146,1,0,0,NULL,NULL,0,NULL,'b83d53b6-ad32-4d83-8017-b501922c8e02',X'F4B177ABD1C936A07F75E81F43B376418D0BE4305F684EB24B66BC52175886C1',X'EDD0BF73899F17B5E904AEBD7B23A317',X'6D3CDFE5D85B912E80F4ED9F404EBAB305651435354BDB73D3C8B1E39137DAD2CE86',NULL,'[["user_id_type","open_id"]]','{"name":"测试25","mobile":["86","13800000025"],"email":"t25@example.com"}','{"basic_info":{"name":"测试25","mobile":"13800000025","email":"t25@example.com","gender":1}}');
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
INSERT INTO "lookups" VALUES(1,1,1795992812395,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795992812395,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1795992812395,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(4,4,1795992812395,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(5,5,1795992812395,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,6,1795992812395,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,2,1795992813660,'talent.batch_get_id','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(8,3,1795992822622,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(9,4,1795992822681,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(10,3,1795992842734,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(11,4,1795992842841,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(12,3,1795992872842,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(13,4,1795992872988,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(14,3,1795992912973,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(15,4,1795992913128,'talent.batch_get_id','cleared_anyway',NULL,NULL);
INSERT INTO "lookups" VALUES(16,2,1795992913572,'talent.batch_get_id','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(17,7,1795992913686,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(18,8,1795992913686,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(19,9,1795992913686,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(20,10,1795992913686,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(21,11,1795992913686,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(22,8,1795992914939,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(23,9,1795992915048,'job_data.batch_get','send_again',NULL,NULL);
INSERT INTO "lookups" VALUES(24,10,1795992915048,'job_data.batch_get','found_after_doubt','7400000000000000009',NULL);
INSERT INTO "lookups" VALUES(25,8,1795992920032,'job_data.batch_get','absent_after_doubt',NULL,NULL);
INSERT INTO "lookups" VALUES(26,8,1795992945036,'job_data.batch_get','absent_after_doubt',NULL,NULL);
INSERT INTO "lookups" VALUES(27,8,1795992975080,'job_data.batch_get','new_token',NULL,NULL);
INSERT INTO "lookups" VALUES(28,8,1795992975096,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(29,2,1795992976926,'talent.batch_get_id','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(30,12,1795992977146,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(31,13,1795992977146,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(32,14,1795992977146,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(33,15,1795992977146,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(34,16,1795992977146,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(35,17,1795992977146,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(36,2,1795992979413,'talent.batch_get_id','still_unknown',NULL,'there-before');
INSERT INTO "lookups" VALUES(37,13,1795992979413,'talent.batch_get_id','found_after_doubt','7400000000000000018',NULL);
INSERT INTO "lookups" VALUES(38,14,1795992979413,'talent.batch_get_id','absent_after_doubt',NULL,NULL);
INSERT INTO "lookups" VALUES(39,14,1795992980052,'talent.batch_get_id','absent_after_doubt',NULL,NULL);
INSERT INTO "lookups" VALUES(40,14,1795992981021,'talent.batch_get_id','absent_after_doubt',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',1);
INSERT INTO "meta" VALUES('created_at',1795992812185);
INSERT INTO "meta" VALUES('hash_key',X'7E39B6981A09D1E1987DF412CA33A90E948CEB146CEEA4B929CE164AA6A9CDEA');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','138****0000','new',1,1,'created',1,1,1795992812514);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','138****0001','new',1,2,'unknown',4,2,NULL);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','138****0002','new',1,3,'refused',15,6,1795992913084);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'talent','138****0003','new',1,4,'refused',16,5,1795992913256);
INSERT INTO "records" VALUES(1,5,0,NULL,6,'talent','138****0004','new',1,5,'created',7,1,1795992812692);
INSERT INTO "records" VALUES(1,6,0,NULL,7,'talent','138****0005','new',1,6,'created',8,1,1795992812716);
INSERT INTO "records" VALUES(2,1,0,NULL,2,'job_data','6893014062142000000','new',1,7,'created',17,1,1795992913860);
INSERT INTO "records" VALUES(2,2,0,NULL,3,'job_data','6893014062142000001','new',1,8,'created',24,3,1795992975192);
INSERT INTO "records" VALUES(2,3,0,NULL,4,'job_data','6893014062142000002','new',1,9,'created',23,2,1795992915088);
INSERT INTO "records" VALUES(2,4,0,NULL,5,'job_data','6893014062142000003','new',1,10,'created',20,1,1795992915048);
INSERT INTO "records" VALUES(2,5,0,NULL,6,'job_data','6893014062142000004','new',1,11,'created',21,1,1795992913966);
INSERT INTO "records" VALUES(3,1,0,NULL,2,'talent','138****0020','new',1,12,'created',25,1,1795992978987);
INSERT INTO "records" VALUES(3,2,0,NULL,3,'talent','138****0021','new',1,13,'created',26,1,1795992979413);
INSERT INTO "records" VALUES(3,3,0,NULL,4,'talent','138****0022','new',1,14,'not_sent',27,1,NULL);
INSERT INTO "records" VALUES(3,4,0,NULL,5,'talent','138****0023','new',1,15,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(3,5,0,NULL,6,'talent','138****0024','new',1,16,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(3,6,0,NULL,7,'talent','138****0025','new',1,17,'not_sent',NULL,0,NULL);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:53:32.240981144Z','6055712679808466020');
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
INSERT INTO "runs" VALUES(1,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/t.csv","file":"t.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"belonging":{"own":[0,1,2,3],"entries":[],"key":null}}]}',1795992812248,1795992812393,'?',1795992913265);
INSERT INTO "runs" VALUES(2,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"belonging":{"own":[2,1,0,3],"entries":[],"key":null}}]}',1795992913580,1795992913673,'?',1795992975206);
INSERT INTO "runs" VALUES(3,'interrupted','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/u.csv","file":"u.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"belonging":{"own":[0,1,2,3],"entries":[],"key":null}}]}',1795992976928,1795992977144,'?',1795992979254);
CREATE INDEX records_by_row ON records (run, row);
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';
CREATE INDEX jobs_by_state ON jobs (state, kind, run);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);
CREATE INDEX lookups_by_job ON lookups (job);
CREATE INDEX calls_by_time ON calls (endpoint, at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',3);
INSERT INTO "sqlite_sequence" VALUES('attempts',27);
COMMIT;
