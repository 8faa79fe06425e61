-- A journal of schema 2 whose process was killed while it sent talents and job data.
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
INSERT INTO "attempts" VALUES(1,17,1,'job_data.create','c64ac2fe-b292-43c3-88c4-e740417993c4',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992574061,1795992574766,'created',200,NULL,'E96ED20EEAD43CB7F1CF71DBC491FE87',703,NULL);
INSERT INTO "attempts" VALUES(2,1,1,'talent.create','8c7bbe38-fde2-44f6-804b-97fd6c7a5450',X'2444702DFA98E4408B7F99ED1B11E5674E84B5C3279708E130A49812BA31C530',1795992574233,1795992574938,'created',200,NULL,'DB6C1474871D246F54C18272C26D91D3',702,NULL);
INSERT INTO "attempts" VALUES(3,18,1,'job_data.create','c6f14e11-f477-42b2-b5b0-0bb92b8f6ede',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992574236,1795992574939,'lost',NULL,NULL,NULL,702,'connection broken');
INSERT INTO "attempts" VALUES(4,2,1,'talent.create','d79eaa30-3087-464d-98d5-0e34cae52525',X'BE239ECD005179BB8F58456C70AF724E9751FB15624A0BD7EA3FA545FFBCB750',1795992574402,1795992575110,'lost',NULL,NULL,NULL,705,'connection broken');
INSERT INTO "attempts" VALUES(5,19,1,'job_data.create','664f09dc-a58a-4c19-8e67-475b143de37b',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992574405,1795992575110,'throttled',429,99991400,'306B02B26D4607B07EACD228EDFD1130',704,NULL);
INSERT INTO "attempts" VALUES(6,3,1,'talent.create','fa2a857e-fc96-49c7-95b7-bbd413da8319',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992574571,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(7,20,1,'job_data.create','4b8cac6b-ed60-40d5-8d32-9bce5fe8eddc',X'8BF74B0918A11519974BC246164B9E146BE60D57EA9DC608E855C8383A87BC67',1795992574573,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(8,4,1,'talent.create','6c183409-20f8-47a6-9f5f-319ca7ce8d87',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992574740,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(9,21,1,'job_data.create','766b9355-ba97-43e7-b52c-84fcae51712d',X'29707595C0B597C7690CF91F6C3DE4E294E58656ED91F8C2839241FEB719C81B',1795992574741,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(10,5,1,'talent.create','a24b2529-e9c5-4446-88e0-67884e06be29',X'7045237D17FC9058DCDAD6400EDB0BDBCEC187438CC5DEC550C76CFE0757829D',1795992574907,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(11,22,1,'job_data.create','70ad47f6-bf1f-4550-acda-86115f601669',X'04D16751BBC01E12F029073E9D13CD22AC27057518BFCCF5E41BFA5F63BFC682',1795992574909,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(12,6,1,'talent.create','ea31d06a-33b4-4461-b879-5822bc836275',X'606C786421D07B648E8287C6E853161B85764D3760DE3433A414ABF3C98F247A',1795992575075,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(13,23,1,'job_data.create','7178c71a-1424-4b5a-acff-ffa4e6dae7f5',X'96CB7221DD79A0C0063802CDC04236A3801D45CE6D64E355BA9CDB6ED34F1DF9',1795992575076,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992572642,1795992573347);
INSERT INTO "calls" VALUES(2,'talent.batch_get_id',1795992573352,1795992574057);
INSERT INTO "calls" VALUES(3,'job_data.batch_get',1795992573353,1795992574059);
INSERT INTO "calls" VALUES(4,'talent.batch_get_id',1795992573520,1795992574228);
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
INSERT INTO "inputs" VALUES(1,0,'t.csv','726c40ef1d818bba32800a974d72cf8ff44127abadac498e15069fcb5eaf670d',16,0,0);
INSERT INTO "inputs" VALUES(1,1,'j.csv','bcbe3f6140a4ba91c1e7f2392de3d7402f7688b4b8d76e20940dd0814dc50a5f',10,0,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'016D57C432B0A864C59E2124DD5D25EF','email',4);
INSERT INTO "job_keys" VALUES(X'03C2BFD3BF773360990AF1BFF16F9A18','email',3);
INSERT INTO "job_keys" VALUES(X'0B2A5FE819B79580F7850B1265CC4627','email',5);
INSERT INTO "job_keys" VALUES(X'0B405E9639D8A375DA0F82781F31BE1B','employment',20);
INSERT INTO "job_keys" VALUES(X'0D0F476785B8D4B87AB90D8B0F0C48FC','mobile',13);
INSERT INTO "job_keys" VALUES(X'13393933A0E7D4FB427B3FE34040A092','mobile',5);
INSERT INTO "job_keys" VALUES(X'14258E9088F13817E511A1D6E90E60B8','email',15);
INSERT INTO "job_keys" VALUES(X'18A45D0BCF8B03B4ED1FAC284E536215','mobile',16);
INSERT INTO "job_keys" VALUES(X'22E4B27D4FF17713FECE7159352C695C','mobile',2);
INSERT INTO "job_keys" VALUES(X'34C34734ECEAB0D741A379C03D6D8739','email',12);
INSERT INTO "job_keys" VALUES(X'3C89627BF5552AF57541EB5AE96F7E3F','mobile',4);
INSERT INTO "job_keys" VALUES(X'40C847E01AF3D8C86570DBC6F2AEF58A','employment',21);
INSERT INTO "job_keys" VALUES(X'429245CBB7A4E1500B283AED71B26EE9','email',2);
INSERT INTO "job_keys" VALUES(X'4F629959E88254C2D1456C47637FD81F','employment',17);
INSERT INTO "job_keys" VALUES(X'5019C61F65F1DE373A40AA1B26DF9248','mobile',6);
INSERT INTO "job_keys" VALUES(X'527948EC4069E2E801861CEB27B3DCAF','mobile',15);
INSERT INTO "job_keys" VALUES(X'567FBB3A5C74D711173F56BFA185145D','mobile',7);
INSERT INTO "job_keys" VALUES(X'5F0CB6274FEF999BCDB453691B277380','employment',18);
INSERT INTO "job_keys" VALUES(X'6331EBE6B15CF41648F4463D513BEA12','email',13);
INSERT INTO "job_keys" VALUES(X'732A7DD434B7033CAFA8C79170752FD2','employment',24);
INSERT INTO "job_keys" VALUES(X'77DE3C511F61E5082F15CEB9C3394860','email',10);
INSERT INTO "job_keys" VALUES(X'78AE7644E74F27B8315A53ABD2517FD4','email',11);
INSERT INTO "job_keys" VALUES(X'85034A2E36D48FC12A7F1E03F545B0F6','mobile',10);
INSERT INTO "job_keys" VALUES(X'865D64518D73819A1F9A857B09DC19DC','mobile',3);
INSERT INTO "job_keys" VALUES(X'8D5BFDA728B4794C0EAB1ED2615A295B','employment',22);
INSERT INTO "job_keys" VALUES(X'94A8104C84FFE0A5FA8FB7999292E9D1','email',16);
INSERT INTO "job_keys" VALUES(X'96AEE5134BE5B8274FE6F24BCF63134C','employment',26);
INSERT INTO "job_keys" VALUES(X'98936BBFD7D8F3A4FA0B2DF0FCCFC146','mobile',12);
INSERT INTO "job_keys" VALUES(X'A90A0FE204D8C866F662AF29A00A0D83','email',14);
INSERT INTO "job_keys" VALUES(X'AA3227E98626AE1D8E5CE315B500EC84','email',1);
INSERT INTO "job_keys" VALUES(X'AF34ACE75D79022511D8C8863F44155F','email',6);
INSERT INTO "job_keys" VALUES(X'BB28D64021FFFA3096B482BF05DCC02D','mobile',8);
INSERT INTO "job_keys" VALUES(X'BD9D7FBEB26C6C0784AB13F98D9DFC6D','mobile',14);
INSERT INTO "job_keys" VALUES(X'C8992AF9E6683CBB34F904B94EE1DE9D','mobile',11);
INSERT INTO "job_keys" VALUES(X'D33C95EF4860196B4B83F30A49B4A32B','mobile',9);
INSERT INTO "job_keys" VALUES(X'D481C656A11D252A1792867E2C35BB4B','employment',19);
INSERT INTO "job_keys" VALUES(X'D482FE6D832F6199DFABB5D06983DC8D','mobile',1);
INSERT INTO "job_keys" VALUES(X'DFCDAA532F7018875CDFD4EB2CD17FEA','email',7);
INSERT INTO "job_keys" VALUES(X'E86799A576DBEC5F6DED0B8299C50B6A','employment',23);
INSERT INTO "job_keys" VALUES(X'EFDCB443B3F45A3869204CA9C6048BFB','employment',25);
INSERT INTO "job_keys" VALUES(X'F1639EA570566FE3D4CCAE3CC9BBC368','email',8);
INSERT INTO "job_keys" VALUES(X'F2A9870E43473ECFF69D186870F11C86','email',9);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000003',NULL,NULL,NULL,1,0,1795992572639,1,0,0,NULL,2,1,1795992574938,'8c7bbe38-fde2-44f6-804b-97fd6c7a5450',X'B23F42A976135EB4A86DE92BEF528E1EF4207F611931EA1FFFADE043BBAE5EDD',X'22FD76EC18AAB8F685D48EA011450151',X'6DD482FE6D832F6199DFABB5D06983DC8D65AA3227E98626AE1D8E5CE315B500EC84',NULL,'[["user_id_type","open_id"]]','{"name":"测试0","mobile":["86","13800000000"],"email":"t0@example.com"}','{"basic_info":{"name":"测试0","mobile":"13800000000","email":"t0@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(2,1,2,'talent','in_doubt',1795992575110,NULL,NULL,NULL,NULL,1795992575110,1,0,1795992572639,1,0,0,1795992576110,4,1,NULL,'d79eaa30-3087-464d-98d5-0e34cae52525',X'89ABFD2F3B80CCF021DC6E9AADBA4681AFD3D280CFADD35B4AFC81A91610D1A9',X'F10AB1183FDDF750499521618FC668D7',X'6D22E4B27D4FF17713FECE7159352C695C65429245CBB7A4E1500B283AED71B26EE9',NULL,'[["user_id_type","open_id"]]','{"name":"测试1","mobile":["86","13800000001"],"email":"t1@example.com"}','{"basic_info":{"name":"测试1","mobile":"13800000001","email":"t1@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(3,1,3,'talent','sending',NULL,6,NULL,NULL,NULL,NULL,1,0,1795992572639,1,0,0,NULL,6,1,NULL,'fa2a857e-fc96-49c7-95b7-bbd413da8319',X'A2FC8052461A7FBC5480BC21E5D7237B77F66808BAAC2676CD98890CE0D49B6A',X'AD3436C488383D5D809AF492562F8A4E',X'6D865D64518D73819A1F9A857B09DC19DC6503C2BFD3BF773360990AF1BFF16F9A18',NULL,'[["user_id_type","open_id"]]','{"name":"测试2","mobile":["86","13800000002"],"email":"t2@example.com"}','{"basic_info":{"name":"测试2","mobile":"13800000002","email":"t2@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(4,1,4,'talent','sending',NULL,8,NULL,NULL,NULL,NULL,1,0,1795992572639,1,0,0,NULL,8,1,NULL,'6c183409-20f8-47a6-9f5f-319ca7ce8d87',X'08AAC00D8BD153F5F7FA9FA1884A85A7352D732D7CB263ABDFD36C037B0DCB4A',X'67BC794F427A47072C54FF1E54FF5B36',X'6D3C89627BF5552AF57541EB5AE96F7E3F65016D57C432B0A864C59E2124DD5D25EF',NULL,'[["user_id_type","open_id"]]','{"name":"测试3","mobile":["86","13800000003"],"email":"t3@example.com"}','{"basic_info":{"name":"测试3","mobile":"13800000003","email":"t3@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(5,1,5,'talent','sending',NULL,10,NULL,NULL,NULL,NULL,1,0,1795992572639,1,0,0,NULL,10,1,NULL,'a24b2529-e9c5-4446-88e0-67884e06be29',X'4C9648E84118F655B39032AD4E586589AF01CCC2CCB7C9F737E189DC128B3621',X'83459500833A8E5704829E62B79293C2',X'6D13393933A0E7D4FB427B3FE34040A092650B2A5FE819B79580F7850B1265CC4627',NULL,'[["user_id_type","open_id"]]','{"name":"测试4","mobile":["86","13800000004"],"email":"t4@example.com"}','{"basic_info":{"name":"测试4","mobile":"13800000004","email":"t4@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(6,1,6,'talent','sending',NULL,12,NULL,NULL,NULL,NULL,1,0,1795992572639,1,0,0,NULL,12,1,NULL,'ea31d06a-33b4-4461-b879-5822bc836275',X'81F37754CEADAD018F384B1807DCEA379186267777B39A96818BDF886B8D0BD7',X'72B3FD84C5F3E6829CFAA333E6C969D4',X'6D5019C61F65F1DE373A40AA1B26DF924865AF34ACE75D79022511D8C8863F44155F',NULL,'[["user_id_type","open_id"]]','{"name":"测试5","mobile":["86","13800000005"],"email":"t5@example.com"}','{"basic_info":{"name":"测试5","mobile":"13800000005","email":"t5@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(7,1,7,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'83ab49ed-25e0-4f31-ab9d-40269cb30675',X'3D32C29230F1800CE79AA2A6F3B2BC57FAE7836725771D7997D52A6C2FDAD26A',X'CDA59961BFEB106B82C7FA00927F0ACC',X'6D567FBB3A5C74D711173F56BFA185145D65DFCDAA532F7018875CDFD4EB2CD17FEA',NULL,'[["user_id_type","open_id"]]','{"name":"测试6","mobile":["86","13800000006"],"email":"t6@example.com"}','{"basic_info":{"name":"测试6","mobile":"13800000006","email":"t6@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(8,1,8,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'1a8fcc7e-f098-4444-af04-9722b7d8660f',X'A3D6266077170B91E6A77F31052A236C040A1E228973152406D8ABAA7F8D57B1',X'F51E867B4EC8EBE86F244125A0D2A016',X'6DBB28D64021FFFA3096B482BF05DCC02D65F1639EA570566FE3D4CCAE3CC9BBC368',NULL,'[["user_id_type","open_id"]]','{"name":"测试7","mobile":["86","13800000007"],"email":"t7@example.com"}','{"basic_info":{"name":"测试7","mobile":"13800000007","email":"t7@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(9,1,9,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'0c6bbcd1-3231-466d-aa14-9c76a8ddc018',X'3BAF7436D5C65F0152AFBE34E6CA38A2C1F2AB72A22E38BECE16537FC7A8AEC8',X'78E5D737B625B663777499A79DE545BD',X'6DD33C95EF4860196B4B83F30A49B4A32B65F2A9870E43473ECFF69D186870F11C86',NULL,'[["user_id_type","open_id"]]','{"name":"测试8","mobile":["86","13800000008"],"email":"t8@example.com"}','{"basic_info":{"name":"测试8","mobile":"13800000008","email":"t8@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(10,1,10,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'e5c2ee30-ba41-4b78-9f22-bef378efe9ea',X'CD2AFE5F43E0B793B98233B0EAE8D628BFB61F1A2231800A61F3CEEF801C067A',X'3112464422545CE3E1E09E881EA1140D',X'6D85034A2E36D48FC12A7F1E03F545B0F66577DE3C511F61E5082F15CEB9C3394860',NULL,'[["user_id_type","open_id"]]','{"name":"测试9","mobile":["86","13800000009"],"email":"t9@example.com"}','{"basic_info":{"name":"测试9","mobile":"13800000009","email":"t9@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(11,1,11,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'a90a2f2b-8a1d-4c4e-ab0f-dda429ac9b3f',X'4976D5D23521B94DB47F44941583F6CCAF6E85218ABA415AAB054DA159E70403',X'78D14738FC30D91151271B7278001035',X'6DC8992AF9E6683CBB34F904B94EE1DE9D6578AE7644E74F27B8315A53ABD2517FD4',NULL,'[["user_id_type","open_id"]]','{"name":"测试10","mobile":["86","13800000010"],"email":"t10@example.com"}','{"basic_info":{"name":"测试10","mobile":"13800000010","email":"t10@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(12,1,12,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'97770016-4da2-4f02-bd7a-7147f739b4ec',X'7D1F46D6C686D016A35C75BADBE24E90D93794325DB6CC7E111C615BB287EECD',X'5510E41E78874203168C0BE1EE512D72',X'6D98936BBFD7D8F3A4FA0B2DF0FCCFC1466534C34734ECEAB0D741A379C03D6D8739',NULL,'[["user_id_type","open_id"]]','{"name":"测试11","mobile":["86","13800000011"],"email":"t11@example.com"}','{"basic_info":{"name":"测试11","mobile":"13800000011","email":"t11@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(13,1,13,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'bbec8912-ef55-403e-95b5-835aa243b383',X'C86493A01EC0672A33430CD5FE7BD0969D73C0884622E2D9A74F69F751A825F6',X'03BA9CCBEACC7BAC133CB5D05D5C7102',X'6D0D0F476785B8D4B87AB90D8B0F0C48FC656331EBE6B15CF41648F4463D513BEA12',NULL,'[["user_id_type","open_id"]]','{"name":"测试12","mobile":["86","13800000012"],"email":"t12@example.com"}','{"basic_info":{"name":"测试12","mobile":"13800000012","email":"t12@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(14,1,14,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'b6c7c391-1042-4538-a2e2-ed5d5d3532bf',X'67F39B40E8E803D923AAB7C61901F107BA553DA28733E4A7CDD111F23DA97E0A',X'7AD6E0FA668C717979F3281E317BE300',X'6DBD9D7FBEB26C6C0784AB13F98D9DFC6D65A90A0FE204D8C866F662AF29A00A0D83',NULL,'[["user_id_type","open_id"]]','{"name":"测试13","mobile":["86","13800000013"],"email":"t13@example.com"}','{"basic_info":{"name":"测试13","mobile":"13800000013","email":"t13@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(15,1,15,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'d054fa34-0e6e-4364-bbb5-e15d00f14946',X'B29F0E4537B1B0986B12CA844B055F3099FBE5F09E4B129DBDD129C7F93DC096',X'78BF5D26F191BC3F53432C46EA2BE097',X'6D527948EC4069E2E801861CEB27B3DCAF6514258E9088F13817E511A1D6E90E60B8',NULL,'[["user_id_type","open_id"]]','{"name":"测试14","mobile":["86","13800000014"],"email":"t14@example.com"}','{"basic_info":{"name":"测试14","mobile":"13800000014","email":"t14@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(16,1,16,'talent','cleared',1795992572639,NULL,NULL,NULL,NULL,NULL,0,0,1795992572639,1,0,0,NULL,NULL,0,NULL,'ecca0401-18d1-4d88-9160-f24c38b4c15a',X'75F31579A0C3E65BDEA149089DCD065F1EF0D23EFD0A29010F3545F107840AD7',X'FCB45146698861C767E137B1263539F6',X'6D18A45D0BCF8B03B4ED1FAC284E5362156594A8104C84FFE0A5FA8FB7999292E9D1',NULL,'[["user_id_type","open_id"]]','{"name":"测试15","mobile":["86","13800000015"],"email":"t15@example.com"}','{"basic_info":{"name":"测试15","mobile":"13800000015","email":"t15@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(17,1,17,'job_data','created',NULL,NULL,'7400000000000000001',NULL,NULL,NULL,1,0,1795992572641,1,0,0,NULL,1,1,1795992574766,'c64ac2fe-b292-43c3-88c4-e740417993c4',X'6E1DFF59590875022FBAB5E9C315A1B5BB6925E7C0E21C4767A8169FB7014D7F',NULL,X'704F629959E88254C2D1456C47637FD81F',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000000","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000000","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(18,1,18,'job_data','in_doubt',1795992574939,NULL,NULL,NULL,NULL,1795992574939,1,0,1795992572641,1,0,0,1795992575939,3,1,NULL,'c6f14e11-f477-42b2-b5b0-0bb92b8f6ede',X'C9A9C068B5A4D1B9F06BB2B794A9BC1F0B2998F0F01657FA9EE65F242AD2660D',NULL,X'705F0CB6274FEF999BCDB453691B277380',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(19,1,19,'job_data','waiting',1795992576110,NULL,NULL,NULL,NULL,NULL,0,0,1795992572641,1,0,0,NULL,5,1,NULL,'664f09dc-a58a-4c19-8e67-475b143de37b',X'C288845EF050772B27BA8DB8EDA4658A60D10EDCB21953C05BB5CCDE5718BAEF',NULL,X'70D481C656A11D252A1792867E2C35BB4B',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(20,1,20,'job_data','sending',NULL,7,NULL,NULL,NULL,NULL,1,0,1795992572641,1,0,0,NULL,7,1,NULL,'4b8cac6b-ed60-40d5-8d32-9bce5fe8eddc',X'45280D3AD78A302A97651DBD39566CFC57AE69B29AA6CDEB0E80DE5064EF5E4C',NULL,X'700B405E9639D8A375DA0F82781F31BE1B',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(21,1,21,'job_data','sending',NULL,9,NULL,NULL,NULL,NULL,1,0,1795992572641,1,0,0,NULL,9,1,NULL,'766b9355-ba97-43e7-b52c-84fcae51712d',X'711275626A50DC9AF8F1F47AAF91DB44B1BB6F9165E7EF240677565F0BFDE94E',NULL,X'7040C847E01AF3D8C86570DBC6F2AEF58A',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000004","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000004","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(22,1,22,'job_data','sending',NULL,11,NULL,NULL,NULL,NULL,1,0,1795992572641,1,0,0,NULL,11,1,NULL,'70ad47f6-bf1f-4550-acda-86115f601669',X'EA9D0AE10E97CBA47C7046B1FC07ECE3274342E11FDCB2AAB097B51A732AFF3C',NULL,X'708D5BFDA728B4794C0EAB1ED2615A295B',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000005","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000005","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(23,1,23,'job_data','sending',NULL,13,NULL,NULL,NULL,NULL,1,0,1795992572641,1,0,0,NULL,13,1,NULL,'7178c71a-1424-4b5a-acff-ffa4e6dae7f5',X'B64A2937BDC7ABA8FB089023EC675E24002AAE834314ECDE3DA6CB6F83E526B5',NULL,X'70E86799A576DBEC5F6DED0B8299C50B6A',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000006","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000006","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(24,1,24,'job_data','cleared',1795992572641,NULL,NULL,NULL,NULL,NULL,0,0,1795992572641,1,0,0,NULL,NULL,0,NULL,'9e08ff4c-921c-450d-8f78-8a867bd22547',X'491451637567E770AC483A45E50B0974AACD21B783995C477B331E95890A3DC8',NULL,X'70732A7DD434B7033CAFA8C79170752FD2',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000007","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000007","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(25,1,25,'job_data','cleared',1795992572641,NULL,NULL,NULL,NULL,NULL,0,0,1795992572641,1,0,0,NULL,NULL,0,NULL,'f8f66907-7af9-42c1-b07d-cec1fd28c88b',X'7FAF169419C57D0549F89DDF8D1F158BE0EC6C0585DAB7FDE45E09E7E6DDF443',NULL,X'70EFDCB443B3F45A3869204CA9C6048BFB',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000008","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000008","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(26,1,26,'job_data','cleared',1795992572641,NULL,NULL,NULL,NULL,NULL,0,0,1795992572641,1,0,0,NULL,NULL,0,NULL,'3e7c6884-7dbd-4a9e-a000-245ab979903c',X'D6C0CC973071F7E8D09D22E2104689138F5344D7B0CBEEC183F887FC00D29557',NULL,X'7096AEE5134BE5B8274FE6F24BCF63134C',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000009","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000009","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
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
INSERT INTO "lookups" VALUES(1,17,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,18,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,19,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,20,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(5,21,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,22,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,23,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(8,24,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(9,25,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(10,26,1795992572641,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(11,1,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(12,2,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(13,3,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(14,4,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(15,5,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(16,6,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(17,7,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(18,8,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(19,9,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(20,10,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(21,11,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(22,12,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(23,13,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(24,14,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(25,15,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(26,16,1795992572639,'talent.batch_get_id','absent',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',0);
INSERT INTO "meta" VALUES('created_at',1795992572513);
INSERT INTO "meta" VALUES('hash_key',X'3608E2E8E510B23CB936BA858CA4C3E69ABF4E30E9669CB0EE61451D95BB7BCE');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','138****0000','new',1,1,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','138****0001','new',1,2,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','138****0002','new',1,3,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'talent','138****0003','new',1,4,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,5,0,NULL,6,'talent','138****0004','new',1,5,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,6,0,NULL,7,'talent','138****0005','new',1,6,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,7,0,NULL,8,'talent','138****0006','new',1,7,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,8,0,NULL,9,'talent','138****0007','new',1,8,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,9,0,NULL,10,'talent','138****0008','new',1,9,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,10,0,NULL,11,'talent','138****0009','new',1,10,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,11,0,NULL,12,'talent','138****0010','new',1,11,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,12,0,NULL,13,'talent','138****0011','new',1,12,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,13,0,NULL,14,'talent','138****0012','new',1,13,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,14,0,NULL,15,'talent','138****0013','new',1,14,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,15,0,NULL,16,'talent','138****0014','new',1,15,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,16,0,NULL,17,'talent','138****0015','new',1,16,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,17,1,NULL,2,'job_data','6893014062142000000','new',1,17,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,18,1,NULL,3,'job_data','6893014062142000001','new',1,18,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,19,1,NULL,4,'job_data','6893014062142000002','new',1,19,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,20,1,NULL,5,'job_data','6893014062142000003','new',1,20,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,21,1,NULL,6,'job_data','6893014062142000004','new',1,21,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,22,1,NULL,7,'job_data','6893014062142000005','new',1,22,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,23,1,NULL,8,'job_data','6893014062142000006','new',1,23,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,24,1,NULL,9,'job_data','6893014062142000007','new',1,24,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,25,1,NULL,10,'job_data','6893014062142000008','new',1,25,NULL,NULL,NULL,NULL,1);
INSERT INTO "records" VALUES(1,26,1,NULL,11,'job_data','6893014062142000009','new',1,26,NULL,NULL,NULL,NULL,1);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:49:32.524809446Z','6055712679808466020');
INSERT INTO "refinery_schema_history" VALUES(2,'rows_of_records','2026-11-29T22:49:32.524815627Z','11346078535750405390');
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
INSERT INTO "runs" VALUES(1,'approved','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/t.csv","file":"t.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"hidden":[],"belonging":{"own":[0,1,2,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"},{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"hidden":[],"belonging":{"own":[2,1,0,3],"entries":[],"key":null,"tie":null},"keys":[],"is_child":false,"epoch":"y1900"}],"fields":[{"file":"t.csv","sheet":null,"kind":"talent","column":0,"header":"姓名","path":"basic_info.name","place":"basic_info.name","entry":0},{"file":"t.csv","sheet":null,"kind":"talent","column":1,"header":"手机号","path":"basic_info.mobile","place":"basic_info.mobile","entry":0},{"file":"t.csv","sheet":null,"kind":"talent","column":2,"header":"邮箱","path":"basic_info.email","place":"basic_info.email","entry":0},{"file":"t.csv","sheet":null,"kind":"talent","column":3,"header":"性别","path":"basic_info.gender","place":"basic_info.gender","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":2,"header":"employee_type_id","path":"employee_type_id","place":"employee_type_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":1,"header":"department_id","path":"department_id","place":"department_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":0,"header":"employment_id","path":"employment_id","place":"employment_id","entry":0},{"file":"j.csv","sheet":null,"kind":"job_data","column":3,"header":"effective_time","path":"effective_time","place":"effective_time","entry":0}]}',1795992572537,1795992572636,'?',NULL);
CREATE INDEX records_by_row ON records (run, row);
CREATE INDEX records_unknown ON records (job) WHERE fate = 'unknown';
CREATE INDEX jobs_by_state ON jobs (state, kind, run);
CREATE INDEX attempts_by_job ON attempts (job);
CREATE INDEX attempts_by_end ON attempts (endpoint, finished_at);
CREATE INDEX lookups_by_job ON lookups (job);
CREATE INDEX calls_by_time ON calls (endpoint, at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',1);
INSERT INTO "sqlite_sequence" VALUES('attempts',13);
COMMIT;
