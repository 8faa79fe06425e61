-- A journal of schema 1 whose process was killed while it sent talents and job data.
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
INSERT INTO "attempts" VALUES(1,17,1,'job_data.create','f4d6161a-f037-4213-9a31-4a47a8177909',X'E65F5779CBBBCD3387B8267AD5EA11B6A64C8E5D92FD0CC8E6B1A7CCDCAB627F',1795992790190,1795992790912,'created',200,NULL,'D7C732CA238F7A60359962A69F25B952',706,NULL);
INSERT INTO "attempts" VALUES(2,1,1,'talent.create','f209523c-abde-4a0d-8fdb-f0385a5f2f1d',X'2444702DFA98E4408B7F99ED1B11E5674E84B5C3279708E130A49812BA31C530',1795992790357,1795992791088,'created',200,NULL,'B6A47FDB1044813EB6D902E3ADF304BF',705,NULL);
INSERT INTO "attempts" VALUES(3,18,1,'job_data.create','05045076-5861-4b44-9d48-216d1f537f80',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992790376,1795992791088,'lost',NULL,NULL,NULL,705,'connection broken');
INSERT INTO "attempts" VALUES(4,2,1,'talent.create','164cec3c-0001-47d5-94a7-034da5dd57b8',X'BE239ECD005179BB8F58456C70AF724E9751FB15624A0BD7EA3FA545FFBCB750',1795992790526,1795992791244,'lost',NULL,NULL,NULL,708,'connection broken');
INSERT INTO "attempts" VALUES(5,19,1,'job_data.create','c18b5f69-71f0-4855-bf8a-b31a00645483',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992790544,1795992791266,'throttled',429,99991400,'993176FC8E263469D4813961B531DF46',710,NULL);
INSERT INTO "attempts" VALUES(6,3,1,'talent.create','6216fdb7-a553-4ea9-87fb-14f07cdd21dc',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992790695,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(7,20,1,'job_data.create','2eb770d3-26e9-483a-a939-c902c854d4fc',X'8BF74B0918A11519974BC246164B9E146BE60D57EA9DC608E855C8383A87BC67',1795992790715,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(8,4,1,'talent.create','1a5b9b34-6b80-4ffd-83a9-9a01dc16f1a6',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992790876,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(9,21,1,'job_data.create','4393e306-3c28-4b4b-a110-91916edd193b',X'29707595C0B597C7690CF91F6C3DE4E294E58656ED91F8C2839241FEB719C81B',1795992790887,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(10,5,1,'talent.create','f5cea1c8-e3b9-4a3b-8ef3-80622b0ed3be',X'7045237D17FC9058DCDAD6400EDB0BDBCEC187438CC5DEC550C76CFE0757829D',1795992791045,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(11,22,1,'job_data.create','de3937ca-cc08-429c-bf6c-50f6ce45a770',X'04D16751BBC01E12F029073E9D13CD22AC27057518BFCCF5E41BFA5F63BFC682',1795992791057,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(12,6,1,'talent.create','ba5339d3-2591-4e06-9dd8-b02df6ec20ec',X'606C786421D07B648E8287C6E853161B85764D3760DE3433A414ABF3C98F247A',1795992791213,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "attempts" VALUES(13,23,1,'job_data.create','7faf8522-7b31-440b-be72-f223dd7e4f5c',X'96CB7221DD79A0C0063802CDC04236A3801D45CE6D64E355BA9CDB6ED34F1DF9',1795992791228,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992788710,1795992789424);
INSERT INTO "calls" VALUES(2,'talent.batch_get_id',1795992789440,1795992790152);
INSERT INTO "calls" VALUES(3,'job_data.batch_get',1795992789445,1795992790164);
INSERT INTO "calls" VALUES(4,'talent.batch_get_id',1795992789610,1795992790326);
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
INSERT INTO "inputs" VALUES(1,0,'t.csv','726c40ef1d818bba32800a974d72cf8ff44127abadac498e15069fcb5eaf670d',16,0);
INSERT INTO "inputs" VALUES(1,1,'j.csv','bcbe3f6140a4ba91c1e7f2392de3d7402f7688b4b8d76e20940dd0814dc50a5f',10,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'00FFE7497739A6C6F83DE0D49F4E3BF8','mobile',16);
INSERT INTO "job_keys" VALUES(X'09010F50C396F0D80DD7F680B8EC456C','mobile',4);
INSERT INTO "job_keys" VALUES(X'10B24F2DC30D9696AEA064C115B45AE9','email',4);
INSERT INTO "job_keys" VALUES(X'15591769FC3BF9E77B502AD81870166E','employment',21);
INSERT INTO "job_keys" VALUES(X'1583C71DF51EDEBCD4E7C182E3FBA248','email',7);
INSERT INTO "job_keys" VALUES(X'15BBD173565609B08B023BD77D17E7F3','mobile',15);
INSERT INTO "job_keys" VALUES(X'198B639C7C188268836EEBE40D2180E4','mobile',2);
INSERT INTO "job_keys" VALUES(X'27CA49DB797AB3CCAC3FE277E203CA7C','employment',17);
INSERT INTO "job_keys" VALUES(X'27FEB28D6444ABBB59E8017017711F51','employment',18);
INSERT INTO "job_keys" VALUES(X'287C1A13A30E1DC4ED7C6D650D92FDBE','mobile',3);
INSERT INTO "job_keys" VALUES(X'2BF96112295DE2DAD0B3CE98CCD6F93B','email',15);
INSERT INTO "job_keys" VALUES(X'318C59C3A91A8D465DFEC62A0F5E7CE6','mobile',9);
INSERT INTO "job_keys" VALUES(X'5170E18D30FEAEBF146C12AE640409BF','email',13);
INSERT INTO "job_keys" VALUES(X'5B2424F002A17BBBDD77695DF3B57B4D','email',2);
INSERT INTO "job_keys" VALUES(X'5E03A01F181A94A4D27B86C18E66FD73','employment',23);
INSERT INTO "job_keys" VALUES(X'65951A41B3F1BC18DF09D0EDE4BE541F','employment',26);
INSERT INTO "job_keys" VALUES(X'6829F1DF905472F0DA505D8BB9172F7D','mobile',6);
INSERT INTO "job_keys" VALUES(X'7178D6C94545E01D840606986604728B','mobile',14);
INSERT INTO "job_keys" VALUES(X'7190B23DBEF46E899139F49EAE071A65','email',12);
INSERT INTO "job_keys" VALUES(X'782C18BE981CEDD8FF07B82666DE7852','employment',24);
INSERT INTO "job_keys" VALUES(X'7C109C45C5E4209939D3645DA2506028','mobile',8);
INSERT INTO "job_keys" VALUES(X'7E8788E79102BB7946D4F3E3C24A3557','employment',22);
INSERT INTO "job_keys" VALUES(X'810EE596A83930AE5FAF8584F0C680BC','email',1);
INSERT INTO "job_keys" VALUES(X'8B8A57E99C74CA2E334D349DED176135','email',11);
INSERT INTO "job_keys" VALUES(X'8D77CB06231991C85529D8F6FBDF6C40','email',16);
INSERT INTO "job_keys" VALUES(X'A490B04B2C552BB08D7D9A64806E11C3','email',6);
INSERT INTO "job_keys" VALUES(X'AC841C8701799AF2B42F8900C2AFA23E','employment',19);
INSERT INTO "job_keys" VALUES(X'B3B777F0740BB10BEA77E7069E9A1EC7','mobile',1);
INSERT INTO "job_keys" VALUES(X'BE9759F0B26F292B63EBB75A3ECE4C3D','employment',20);
INSERT INTO "job_keys" VALUES(X'BF5D6910F11EAD1AD7923B17D331DA0B','email',14);
INSERT INTO "job_keys" VALUES(X'C3AF40BCAB8340B24AAE7BE88EC134EA','mobile',10);
INSERT INTO "job_keys" VALUES(X'C8A01A0FAD42DA1068173A043E595FD5','mobile',7);
INSERT INTO "job_keys" VALUES(X'D48DA93C22FE040EA0A31516B2ACCB36','mobile',12);
INSERT INTO "job_keys" VALUES(X'D8D278322D5E75D0C05588FF07FAC089','email',5);
INSERT INTO "job_keys" VALUES(X'DB774E13F27646A598639BEC4D0CD5BC','email',9);
INSERT INTO "job_keys" VALUES(X'E1997FA7140A12489E17CF035E5DA03C','mobile',13);
INSERT INTO "job_keys" VALUES(X'E5BB49C96E5B9FE5BCC41C56BF72E87E','mobile',5);
INSERT INTO "job_keys" VALUES(X'EBCB21DD67665D655AB4588D14031879','email',3);
INSERT INTO "job_keys" VALUES(X'EDACFBCE58A7F7C3405427A00E4E755C','email',8);
INSERT INTO "job_keys" VALUES(X'F8D6D20C4A5C8BCFAEA4B8D5A32C0C06','mobile',11);
INSERT INTO "job_keys" VALUES(X'FB38C7F69F2EAB2B9AC9571A191C7EEA','employment',25);
INSERT INTO "job_keys" VALUES(X'FFDD2C86518B174939A1AA2721AEF1A0','email',10);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000003',NULL,NULL,NULL,1,0,1795992788709,1,0,0,NULL,2,1,1795992791088,'f209523c-abde-4a0d-8fdb-f0385a5f2f1d',X'A6A4F56A00B9C7CE5F7CE3363B944F5C9C93D98614FD7E603289771F4FAD11F8',X'40F45671353A7B9E48A3F22F9E415548',X'6DB3B777F0740BB10BEA77E7069E9A1EC765810EE596A83930AE5FAF8584F0C680BC',NULL,'[["user_id_type","open_id"]]','{"name":"测试0","mobile":["86","13800000000"],"email":"t0@example.com"}','{"basic_info":{"name":"测试0","mobile":"13800000000","email":"t0@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(2,1,2,'talent','in_doubt',1795992791244,NULL,NULL,NULL,NULL,1795992791244,1,0,1795992788709,1,0,0,1795992792244,4,1,NULL,'164cec3c-0001-47d5-94a7-034da5dd57b8',X'0CAA1DF66C332E279D5B5E0CAD3188BF82F68DBF56C7003004364D86138D51D6',X'45ADB6D9A1EA0216D00B23F07F5CAB20',X'6D198B639C7C188268836EEBE40D2180E4655B2424F002A17BBBDD77695DF3B57B4D',NULL,'[["user_id_type","open_id"]]','{"name":"测试1","mobile":["86","13800000001"],"email":"t1@example.com"}','{"basic_info":{"name":"测试1","mobile":"13800000001","email":"t1@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(3,1,3,'talent','sending',NULL,6,NULL,NULL,NULL,NULL,1,0,1795992788709,1,0,0,NULL,6,1,NULL,'6216fdb7-a553-4ea9-87fb-14f07cdd21dc',X'F21E3E9AD3F89B1272AC25A5CB54F7267ECF91CB0AA0D587E0CF905483290F5B',X'AD91C884E4CFF1C6FB91EBD08E767D10',X'6D287C1A13A30E1DC4ED7C6D650D92FDBE65EBCB21DD67665D655AB4588D14031879',NULL,'[["user_id_type","open_id"]]','{"name":"测试2","mobile":["86","13800000002"],"email":"t2@example.com"}','{"basic_info":{"name":"测试2","mobile":"13800000002","email":"t2@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(4,1,4,'talent','sending',NULL,8,NULL,NULL,NULL,NULL,1,0,1795992788709,1,0,0,NULL,8,1,NULL,'1a5b9b34-6b80-4ffd-83a9-9a01dc16f1a6',X'88B6DFD9EAE8EA2A339C876360168D3CA83F3C23CA361642688CFDD773DE7960',X'AEEB2C4D3A359B44F5DEBA45996E1555',X'6D09010F50C396F0D80DD7F680B8EC456C6510B24F2DC30D9696AEA064C115B45AE9',NULL,'[["user_id_type","open_id"]]','{"name":"测试3","mobile":["86","13800000003"],"email":"t3@example.com"}','{"basic_info":{"name":"测试3","mobile":"13800000003","email":"t3@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(5,1,5,'talent','sending',NULL,10,NULL,NULL,NULL,NULL,1,0,1795992788709,1,0,0,NULL,10,1,NULL,'f5cea1c8-e3b9-4a3b-8ef3-80622b0ed3be',X'27F53EF025AAC783475A2F4D02677007890BE23C9EE5544D14B46CAF5BAF66A0',X'F04AD4C420D298067369C97F9F4200C5',X'6DE5BB49C96E5B9FE5BCC41C56BF72E87E65D8D278322D5E75D0C05588FF07FAC089',NULL,'[["user_id_type","open_id"]]','{"name":"测试4","mobile":["86","13800000004"],"email":"t4@example.com"}','{"basic_info":{"name":"测试4","mobile":"13800000004","email":"t4@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(6,1,6,'talent','sending',NULL,12,NULL,NULL,NULL,NULL,1,0,1795992788709,1,0,0,NULL,12,1,NULL,'ba5339d3-2591-4e06-9dd8-b02df6ec20ec',X'7393908EBBAB196884D3F92680FBB3D41B6C17D15F6B7352C6AD7DE5C1FEF5BD',X'DE0F536BF89E8CDC90B8549C202953E7',X'6D6829F1DF905472F0DA505D8BB9172F7D65A490B04B2C552BB08D7D9A64806E11C3',NULL,'[["user_id_type","open_id"]]','{"name":"测试5","mobile":["86","13800000005"],"email":"t5@example.com"}','{"basic_info":{"name":"测试5","mobile":"13800000005","email":"t5@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(7,1,7,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'b7da8623-8774-4c13-af2d-6a64651c80cc',X'ED41978C2322E55D37D0241271FD5885EE25C18F5AF038F357E0A92569A55E92',X'03391F208631434B79E6BBF784DA1957',X'6DC8A01A0FAD42DA1068173A043E595FD5651583C71DF51EDEBCD4E7C182E3FBA248',NULL,'[["user_id_type","open_id"]]','{"name":"测试6","mobile":["86","13800000006"],"email":"t6@example.com"}','{"basic_info":{"name":"测试6","mobile":"13800000006","email":"t6@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(8,1,8,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'f575c9a7-b69e-4110-821f-3b7a23c32dc4',X'98C2DDA96CFA3B7545115E35C99F395C978D5854E2DBAA884C0076E15357EBBD',X'9C2240261FCDAD3CACA9D8F7550285B8',X'6D7C109C45C5E4209939D3645DA250602865EDACFBCE58A7F7C3405427A00E4E755C',NULL,'[["user_id_type","open_id"]]','{"name":"测试7","mobile":["86","13800000007"],"email":"t7@example.com"}','{"basic_info":{"name":"测试7","mobile":"13800000007","email":"t7@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(9,1,9,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'a89edc14-6a20-47e6-8da1-53a7ab1259bf',X'D4F2919511BE3A775CE523F45F659F682D95B28046FC1EC9EA01CBF72222C512',X'E5BCA1C5FDB79EB757AE3AF1DFE9480C',X'6D318C59C3A91A8D465DFEC62A0F5E7CE665DB774E13F27646A598639BEC4D0CD5BC',NULL,'[["user_id_type","open_id"]]','{"name":"测试8","mobile":["86","13800000008"],"email":"t8@example.com"}','{"basic_info":{"name":"测试8","mobile":"13800000008","email":"t8@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(10,1,10,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'8158a3f0-7029-46ca-b442-aa708643a96c',X'CADC46ACC0B284FF82724300440B8FF7752894162E6E84DAD864F4C983DE958A',X'11E5C460454B5B4C62A8B74DF35D9C82',X'6DC3AF40BCAB8340B24AAE7BE88EC134EA65FFDD2C86518B174939A1AA2721AEF1A0',NULL,'[["user_id_type","open_id"]]','{"name":"测试9","mobile":["86","13800000009"],"email":"t9@example.com"}','{"basic_info":{"name":"测试9","mobile":"13800000009","email":"t9@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(11,1,11,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'e44ddedc-5915-4c35-b987-6c94994db85b',X'987138C55FAAFD83F30D49A1627017F330D50A38FCA7E7FAC299310618777AF5',X'2EDA0C96501CA3A15EB0BF2591B93DC1',X'6DF8D6D20C4A5C8BCFAEA4B8D5A32C0C06658B8A57E99C74CA2E334D349DED176135',NULL,'[["user_id_type","open_id"]]','{"name":"测试10","mobile":["86","13800000010"],"email":"t10@example.com"}','{"basic_info":{"name":"测试10","mobile":"13800000010","email":"t10@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(12,1,12,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'b8f6be90-0b95-4829-8c01-749a87e44d4b',X'2E34189A15C25710A073C6F00017C9D86437004062C08CDE7EBF74C66E9EC506',X'D49E9E0F0AEAB4F8ED67232CBA72778E',X'6DD48DA93C22FE040EA0A31516B2ACCB36657190B23DBEF46E899139F49EAE071A65',NULL,'[["user_id_type","open_id"]]','{"name":"测试11","mobile":["86","13800000011"],"email":"t11@example.com"}','{"basic_info":{"name":"测试11","mobile":"13800000011","email":"t11@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(13,1,13,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'c06c52d8-aa31-4b7d-ac0a-2ea4e2d177e1',X'88820354E1EEF20DAC075F03C9E9F56A048E5A807F8B488D16396D6DD9F973BC',X'E251536D4AEC287EC74E582FF934F317',X'6DE1997FA7140A12489E17CF035E5DA03C655170E18D30FEAEBF146C12AE640409BF',NULL,'[["user_id_type","open_id"]]','{"name":"测试12","mobile":["86","13800000012"],"email":"t12@example.com"}','{"basic_info":{"name":"测试12","mobile":"13800000012","email":"t12@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(14,1,14,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'5c89e3ab-cac3-4a3c-b244-6aa0f8bbbaf2',X'D08008C82E9FAFB4574251E17729A32BE41CAFC7E57B9146447B35ED3B2C1C42',X'50A110E3D3EE140ED88BD496597FB7E3',X'6D7178D6C94545E01D840606986604728B65BF5D6910F11EAD1AD7923B17D331DA0B',NULL,'[["user_id_type","open_id"]]','{"name":"测试13","mobile":["86","13800000013"],"email":"t13@example.com"}','{"basic_info":{"name":"测试13","mobile":"13800000013","email":"t13@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(15,1,15,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'692938fa-5c58-447d-ae8a-e97ff8da3933',X'82D8ACFA6339F9BB74E85C690004621452D82DFF0BDC6F9677A4ABC5091B7687',X'B92698444D640D6C73153BB9B7B0D0CB',X'6D15BBD173565609B08B023BD77D17E7F3652BF96112295DE2DAD0B3CE98CCD6F93B',NULL,'[["user_id_type","open_id"]]','{"name":"测试14","mobile":["86","13800000014"],"email":"t14@example.com"}','{"basic_info":{"name":"测试14","mobile":"13800000014","email":"t14@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(16,1,16,'talent','cleared',1795992788709,NULL,NULL,NULL,NULL,NULL,0,0,1795992788709,1,0,0,NULL,NULL,0,NULL,'f0d0b1e9-7a94-4449-9875-9247f131d286',X'3F05B32A8579A8D2C29F5CEDE81C860A8BFA0AA02C39A8383854D914A53D3219',X'5E35CEF5845153A0771AC00DA18CCBFD',X'6D00FFE7497739A6C6F83DE0D49F4E3BF8658D77CB06231991C85529D8F6FBDF6C40',NULL,'[["user_id_type","open_id"]]','{"name":"测试15","mobile":["86","13800000015"],"email":"t15@example.com"}','{"basic_info":{"name":"测试15","mobile":"13800000015","email":"t15@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(17,1,17,'job_data','created',NULL,NULL,'7400000000000000001',NULL,NULL,NULL,1,0,1795992788710,1,0,0,NULL,1,1,1795992790912,'f4d6161a-f037-4213-9a31-4a47a8177909',X'7D0CBBD8453704CAC84C5897D5621A48B88C80F57C432708ED74F6185BC94EB9',NULL,X'7027CA49DB797AB3CCAC3FE277E203CA7C',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000000","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000000","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(18,1,18,'job_data','in_doubt',1795992791088,NULL,NULL,NULL,NULL,1795992791088,1,0,1795992788710,1,0,0,1795992792088,3,1,NULL,'05045076-5861-4b44-9d48-216d1f537f80',X'9DC357A143A54F670A78D275BBCB3E999F469950CC82B01424381A4A05FD017D',NULL,X'7027FEB28D6444ABBB59E8017017711F51',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(19,1,19,'job_data','waiting',1795992792266,NULL,NULL,NULL,NULL,NULL,0,0,1795992788710,1,0,0,NULL,5,1,NULL,'c18b5f69-71f0-4855-bf8a-b31a00645483',X'E34B2F30A5F03459EB3F47881F134114627920CDE4E18E6BC697B716DAE1F4F5',NULL,X'70AC841C8701799AF2B42F8900C2AFA23E',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(20,1,20,'job_data','sending',NULL,7,NULL,NULL,NULL,NULL,1,0,1795992788710,1,0,0,NULL,7,1,NULL,'2eb770d3-26e9-483a-a939-c902c854d4fc',X'B035CFA6C8EF1EBC73AD880316C2D16EBE4A821E666912023F39111CF2ACBC53',NULL,X'70BE9759F0B26F292B63EBB75A3ECE4C3D',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(21,1,21,'job_data','sending',NULL,9,NULL,NULL,NULL,NULL,1,0,1795992788710,1,0,0,NULL,9,1,NULL,'4393e306-3c28-4b4b-a110-91916edd193b',X'3AE6593D6414C5948EAFFAD809BD21618CE1C29AFA3BA69E9F44D0BABFBC539A',NULL,X'7015591769FC3BF9E77B502AD81870166E',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000004","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000004","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(22,1,22,'job_data','sending',NULL,11,NULL,NULL,NULL,NULL,1,0,1795992788710,1,0,0,NULL,11,1,NULL,'de3937ca-cc08-429c-bf6c-50f6ce45a770',X'0C6B88EA0BA758136A2EDC9B4186021C5F7D72E3B143AC99F07083AA24D3AAF9',NULL,X'707E8788E79102BB7946D4F3E3C24A3557',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000005","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000005","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(23,1,23,'job_data','sending',NULL,13,NULL,NULL,NULL,NULL,1,0,1795992788710,1,0,0,NULL,13,1,NULL,'7faf8522-7b31-440b-be72-f223dd7e4f5c',X'C08A3B4AC0A417D39BB9FA1E6756F9E59CEBF37979358EE6C733F86D3F168C67',NULL,X'705E03A01F181A94A4D27B86C18E66FD73',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000006","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000006","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(24,1,24,'job_data','cleared',1795992788710,NULL,NULL,NULL,NULL,NULL,0,0,1795992788710,1,0,0,NULL,NULL,0,NULL,'ef85a3d8-ee66-4887-a77d-e95736588c68',X'A71FF98A66541E7148DB81457EE133E2732364772A1853C3BE3758C6AA44AD9D',NULL,X'70782C18BE981CEDD8FF07B82666DE7852',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000007","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000007","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(25,1,25,'job_data','cleared',1795992788710,NULL,NULL,NULL,NULL,NULL,0,0,1795992788710,1,0,0,NULL,NULL,0,NULL,'bd03f7cf-0a23-446d-98ce-6e8f2dc240c4',X'F2336A3CF3877D2C0431514FA18469FF8FF2E4BC29EE2097CA3DD7CB16BE9558',NULL,X'70FB38C7F69F2EAB2B9AC9571A191C7EEA',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000008","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000008","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(26,1,26,'job_data','cleared',1795992788710,NULL,NULL,NULL,NULL,NULL,0,0,1795992788710,1,0,0,NULL,NULL,0,NULL,'3d00a888-ac4e-4e22-b9ee-1c07a1ad8123',X'073352FB217E5191DA1B23E8A3959941BEADEC2BE863E1CF8BFD56DC8C549E78',NULL,X'7065951A41B3F1BC18DF09D0EDE4BE541F',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000009","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000009","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
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
INSERT INTO "lookups" VALUES(1,17,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,18,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,19,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,20,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(5,21,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,22,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,23,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(8,24,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(9,25,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(10,26,1795992788710,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(11,1,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(12,2,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(13,3,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(14,4,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(15,5,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(16,6,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(17,7,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(18,8,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(19,9,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(20,10,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(21,11,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(22,12,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(23,13,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(24,14,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(25,15,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(26,16,1795992788709,'talent.batch_get_id','absent',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',0);
INSERT INTO "meta" VALUES('created_at',1795992788467);
INSERT INTO "meta" VALUES('hash_key',X'4094E3703BBBBDDD33E5EA09743A32FC60D45A0A0DB732A5E419E9862F2A8DF0');
CREATE TABLE problems (
    run      INTEGER NOT NULL REFERENCES runs (id),
    n        INTEGER NOT NULL,
    record   INTEGER,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    problem  TEXT NOT NULL,
    PRIMARY KEY (run, n)
) STRICT, WITHOUT ROWID;
INSERT INTO "problems" VALUES(1,1,17,'digits-doubtful','warning','{"complaint":{"code":"digits-doubtful","args":[]},"place":{"file":"j.csv","sheet":null,"row":2,"column":0},"header":"employment_id","field":"employment_id","value":"6893014062142000000"}');
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
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','138****0000','new',1,1,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','138****0001','new',1,2,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','138****0002','new',1,3,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'talent','138****0003','new',1,4,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,5,0,NULL,6,'talent','138****0004','new',1,5,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,6,0,NULL,7,'talent','138****0005','new',1,6,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,7,0,NULL,8,'talent','138****0006','new',1,7,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,8,0,NULL,9,'talent','138****0007','new',1,8,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,9,0,NULL,10,'talent','138****0008','new',1,9,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,10,0,NULL,11,'talent','138****0009','new',1,10,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,11,0,NULL,12,'talent','138****0010','new',1,11,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,12,0,NULL,13,'talent','138****0011','new',1,12,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,13,0,NULL,14,'talent','138****0012','new',1,13,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,14,0,NULL,15,'talent','138****0013','new',1,14,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,15,0,NULL,16,'talent','138****0014','new',1,15,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,16,0,NULL,17,'talent','138****0015','new',1,16,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,17,1,NULL,2,'job_data','6893014062142000000','new',1,17,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,18,1,NULL,3,'job_data','6893014062142000001','new',1,18,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,19,1,NULL,4,'job_data','6893014062142000002','new',1,19,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,20,1,NULL,5,'job_data','6893014062142000003','new',1,20,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,21,1,NULL,6,'job_data','6893014062142000004','new',1,21,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,22,1,NULL,7,'job_data','6893014062142000005','new',1,22,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,23,1,NULL,8,'job_data','6893014062142000006','new',1,23,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,24,1,NULL,9,'job_data','6893014062142000007','new',1,24,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,25,1,NULL,10,'job_data','6893014062142000008','new',1,25,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(1,26,1,NULL,11,'job_data','6893014062142000009','new',1,26,NULL,NULL,NULL,NULL);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:53:08.5642047Z','6055712679808466020');
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
INSERT INTO "runs" VALUES(1,'approved','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/t.csv","file":"t.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"belonging":{"own":[0,1,2,3],"entries":[],"key":null}},{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"belonging":{"own":[2,1,0,3],"entries":[],"key":null}}]}',1795992788593,1795992788696,'?',NULL);
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
