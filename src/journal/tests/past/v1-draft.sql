-- A journal of schema 1 whose process was killed at its question: new rows, and rows over those of two earlier runs.
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
INSERT INTO "amendments" VALUES(3,2,9,X'A417BD61342F403601E6DDE594E2CB3BD6A295B5CEDB2763F16C56DC8B8B00EC',X'47A99878F352E362666527257F4EA8B8',X'6D12B7741BD58F2E262190248A51C08A7365DCDB53A8D81D4376364562F37A0D5471','[["user_id_type","open_id"]]','{"name":"测试8","mobile":["86","13800000008"],"email":"t8@corrected.example.com"}','{"basic_info":{"name":"测试8","mobile":"13800000008","email":"t8@corrected.example.com","gender":2}}',NULL);
INSERT INTO "amendments" VALUES(3,3,10,X'56D32A93FAEC9E92774F0DE1333ACE641A1370E1F3BC777654905E08B67BDD8D',X'0E4F65AD3EEF64D0B8E0F4E9447DB844',X'6DFA7822D02EABBCDBA360BCDBBE65541665D375E72DEC310BDD87A618C3FAA41110','[["user_id_type","open_id"]]','{"name":"测试9","mobile":["86","13800000009"],"email":"t9@corrected.example.com"}','{"basic_info":{"name":"测试9","mobile":"13800000009","email":"t9@corrected.example.com","gender":1}}',NULL);
INSERT INTO "amendments" VALUES(3,4,11,X'3BD2996C0F752E763AC0820F00BC2894DC247F15F479C77F74DF7D9D7CA7C881',X'6E287FA4A9626FA429A6E1BE91A2D9F3',X'6DC4E2A92BFB3890764D60F9B6497DFA2765AAFD280CB93C9F14EF759BECC0F666CF','[["user_id_type","open_id"]]','{"name":"测试10","mobile":["86","13800000010"],"email":"t10@corrected.example.com"}','{"basic_info":{"name":"测试10","mobile":"13800000010","email":"t10@corrected.example.com","gender":2}}',NULL);
INSERT INTO "amendments" VALUES(3,5,12,X'49D6A6CA6103AA22A61ED79F0AB76D2220ED3970937622AB7C3374A496F9356E',X'C13DC2A3B8F3BE0A856698677BAD44A9',X'6DDB69DCE07906D9BBC8210356C0228725651D8ED175468A8E7B13D54B64A1CF7C2F','[["user_id_type","open_id"]]','{"name":"测试11","mobile":["86","13800000011"],"email":"t11@corrected.example.com"}','{"basic_info":{"name":"测试11","mobile":"13800000011","email":"t11@corrected.example.com","gender":1}}',NULL);
INSERT INTO "amendments" VALUES(3,9,14,X'439B9585C9D3EA09C8E44BA222113607CAC22CD113EB763B89E9D515FD36357C',NULL,X'708497B39B93EF742191AE930D0AED791B','[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-06-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-06-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}',NULL);
INSERT INTO "amendments" VALUES(3,10,15,X'D0E45F2146C23787A39D58382D2D6AD5378EEB201802D6BE2EACED79C54E3B88',NULL,X'709B173959E07EFD54A4E191C0CDB39233','[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-06-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-06-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}',NULL);
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
INSERT INTO "attempts" VALUES(1,1,1,'talent.create','2d02027e-46f7-4ed3-a9a1-5f858b34b951',X'2444702DFA98E4408B7F99ED1B11E5674E84B5C3279708E130A49812BA31C530',1795992797174,1795992797592,'created',200,NULL,'E232A75C1DAA90036B0F3B992C888CF9',404,NULL);
INSERT INTO "attempts" VALUES(2,2,1,'talent.create','fc9c7324-b207-425d-82a3-8a1b2c353264',X'BE239ECD005179BB8F58456C70AF724E9751FB15624A0BD7EA3FA545FFBCB750',1795992797428,1795992797834,'created',200,NULL,'64AFDF93E4BA9DC161C6BAAA0E42B8F8',404,NULL);
INSERT INTO "attempts" VALUES(3,3,1,'talent.create','bc2b965e-ddce-4dc0-89e5-46a97af5106c',X'A57DDB2344D92909B826C130E3B919396634B41455B4255E112F25C308D7401B',1795992797679,1795992798086,'created',200,NULL,'8355EC3042614F59AD3C2948E57979F7',405,NULL);
INSERT INTO "attempts" VALUES(4,4,1,'talent.create','a7d2c980-490b-416d-a8b8-784efaae8d79',X'2793C485392D1359EFAC95693C665AB408A21D57220803DA3982CC4088E7380A',1795992797930,1795992798341,'created',200,NULL,'EFBD268EDCF44BCE6970029E11FE9A99',404,NULL);
INSERT INTO "attempts" VALUES(5,5,1,'talent.create','9676ea8c-347b-4e9f-b17f-93f185c14640',X'7045237D17FC9058DCDAD6400EDB0BDBCEC187438CC5DEC550C76CFE0757829D',1795992798182,1795992798591,'created',200,NULL,'8A5DE1DB0ACCBB4BDE9E39D4867DB1BE',403,NULL);
INSERT INTO "attempts" VALUES(6,13,2,'job_data.create','479001aa-2cbe-4de7-87be-9f7cf1328adb',X'9C809FCDFA7A6569D3A132F1301C98AD95A5C4AAD7F2CAFA9BE87DE7E368F515',1795992799229,1795992799268,'created',200,NULL,'F0E8E55B859ED7F4467D97E35D873D1C',24,NULL);
INSERT INTO "attempts" VALUES(7,14,2,'job_data.create','da3ebb5e-0b45-4b2e-befd-54565b4f476d',X'C2209AFF83BDDF4196F599D4E53AB70027279C11D28F94291DD1281390E44B52',1795992799253,1795992799304,'refused',400,1160003,'4B3439A940A3B15733E02155ED2A083B',30,'record is deleted by others');
INSERT INTO "attempts" VALUES(8,15,2,'job_data.create','b27f273b-5bf9-4f93-8895-2baf2754b3af',X'8BF74B0918A11519974BC246164B9E146BE60D57EA9DC608E855C8383A87BC67',1795992799283,1795992799320,'refused',400,1160003,'EC91CA041225C21E33637E8843923FDB',29,'record is deleted by others');
CREATE TABLE calls (
    id       INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    at       INTEGER NOT NULL,
    answered INTEGER
) STRICT;
INSERT INTO "calls" VALUES(1,'auth.token',1795992796083,1795992796508);
INSERT INTO "calls" VALUES(2,'talent.batch_get_id',1795992796512,1795992796921);
INSERT INTO "calls" VALUES(3,'talent.batch_get_id',1795992796763,1795992797171);
INSERT INTO "calls" VALUES(4,'auth.token',1795992799122,1795992799165);
INSERT INTO "calls" VALUES(5,'job_data.batch_get',1795992799172,1795992799209);
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
INSERT INTO "inputs" VALUES(1,0,'a.csv','e1e7f22635455f8cbfcf2b9a6a13a132cdaab111e9bf9035f144cdf13d9043c9',12,0);
INSERT INTO "inputs" VALUES(2,0,'j.csv','9d458e14a31ddea90cf68c745b3590dc53c852da680a3fec15c82265b681e90e',3,0);
INSERT INTO "inputs" VALUES(3,0,'b.csv','3ec9843a48d8b74620ab0ce5c8e2a4c79c1f0110504f7694125579928573d961',7,0);
INSERT INTO "inputs" VALUES(3,1,'k.csv','b1fe3fa42547102a9af1ef1c5162c27358042abbada0854a26fafd11d3157206',3,0);
CREATE TABLE job_keys (
    hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'document' OR kind = 'mobile' OR kind = 'email' OR kind = 'employment' OR
        kind = 'keyless'),
    job  INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_keys" VALUES(X'12B7741BD58F2E262190248A51C08A73','mobile',9);
INSERT INTO "job_keys" VALUES(X'1D8ED175468A8E7B13D54B64A1CF7C2F','email',12);
INSERT INTO "job_keys" VALUES(X'2C992CCB5A05D56E870CC2DBE750D9CD','email',10);
INSERT INTO "job_keys" VALUES(X'3535C5384C92CDD8C92B011B101773F0','email',4);
INSERT INTO "job_keys" VALUES(X'434A7AD80F8391D5CFB052E9FB9FC9B0','mobile',16);
INSERT INTO "job_keys" VALUES(X'445C86E5854129A871ECC9B1E44436D3','email',5);
INSERT INTO "job_keys" VALUES(X'459DCE18702FA8DE4E9070A4196D6485','email',11);
INSERT INTO "job_keys" VALUES(X'68F46DDE030FB743033692F104ADB8FF','mobile',4);
INSERT INTO "job_keys" VALUES(X'6900B5BA3AE72042BC2F4F10BF9057BA','email',12);
INSERT INTO "job_keys" VALUES(X'6AE47147A17CF1439A4BE503F4A02BF3','email',8);
INSERT INTO "job_keys" VALUES(X'6D61FAE62C0B47406DF25E69244506EE','email',6);
INSERT INTO "job_keys" VALUES(X'70783F61B9AB81C4A19B234F9053E6D7','email',16);
INSERT INTO "job_keys" VALUES(X'754CF23A2DE4291BCF5BC93C5D6288BA','mobile',8);
INSERT INTO "job_keys" VALUES(X'8497B39B93EF742191AE930D0AED791B','employment',14);
INSERT INTO "job_keys" VALUES(X'9B173959E07EFD54A4E191C0CDB39233','employment',15);
INSERT INTO "job_keys" VALUES(X'A45DE8D6958D0BCDCA07842DC75B3A37','email',1);
INSERT INTO "job_keys" VALUES(X'AAFD280CB93C9F14EF759BECC0F666CF','email',11);
INSERT INTO "job_keys" VALUES(X'BD57243BEB04DD0F5EA16846E2AD9D8C','mobile',5);
INSERT INTO "job_keys" VALUES(X'C004B70F0EF2F1AC6CBD8576CB25888E','email',3);
INSERT INTO "job_keys" VALUES(X'C4B61FE635B5F6EA0BA97E2D88947C72','employment',13);
INSERT INTO "job_keys" VALUES(X'C4E2A92BFB3890764D60F9B6497DFA27','mobile',11);
INSERT INTO "job_keys" VALUES(X'CC66E21CE44E7CB6DB2C45AE20207F73','mobile',1);
INSERT INTO "job_keys" VALUES(X'CFF35540261DF54BEE074A84499F8ACE','mobile',6);
INSERT INTO "job_keys" VALUES(X'D082A5A50FD974F663F703FDE2CD40B8','email',17);
INSERT INTO "job_keys" VALUES(X'D375E72DEC310BDD87A618C3FAA41110','email',10);
INSERT INTO "job_keys" VALUES(X'D959233D447011FA68DFCD984C19E15A','mobile',17);
INSERT INTO "job_keys" VALUES(X'DB69DCE07906D9BBC8210356C0228725','mobile',12);
INSERT INTO "job_keys" VALUES(X'DCDB53A8D81D4376364562F37A0D5471','email',9);
INSERT INTO "job_keys" VALUES(X'E90ECBDB0DD9AEF3BAA3BFE90B27337F','mobile',2);
INSERT INTO "job_keys" VALUES(X'F29149AA6EDE39CBC2061037FAE6A408','email',7);
INSERT INTO "job_keys" VALUES(X'F487B231BCDF9624248199ABC80950F8','mobile',3);
INSERT INTO "job_keys" VALUES(X'F4DF3C50BB33FB9CBF69DF418F430E44','email',9);
INSERT INTO "job_keys" VALUES(X'F7BF8BF9509C205EC35D7DD2B4B58C8F','mobile',7);
INSERT INTO "job_keys" VALUES(X'FA7822D02EABBCDBA360BCDBBE655416','mobile',10);
INSERT INTO "job_keys" VALUES(X'FF7143CEA2E3A4E3624A14E10B9E64AB','email',2);
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
INSERT INTO "jobs" VALUES(1,1,1,'talent','created',NULL,NULL,'7400000000000000001',NULL,NULL,NULL,1,0,1795992796081,1,0,0,NULL,1,1,1795992797592,'2d02027e-46f7-4ed3-a9a1-5f858b34b951',X'DE2F19C5EA927B05062531F9D5B07E3041A49FB64A9FC06517CEAEDC8F6D8F0B',X'9B3B3B0D46F816CFFB79D47CE06C1022',X'6DCC66E21CE44E7CB6DB2C45AE20207F7365A45DE8D6958D0BCDCA07842DC75B3A37',NULL,'[["user_id_type","open_id"]]','{"name":"测试0","mobile":["86","13800000000"],"email":"t0@example.com"}','{"basic_info":{"name":"测试0","mobile":"13800000000","email":"t0@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(2,1,2,'talent','created',NULL,NULL,'7400000000000000002',NULL,NULL,NULL,1,0,1795992796081,1,0,0,NULL,2,1,1795992797834,'fc9c7324-b207-425d-82a3-8a1b2c353264',X'2283D5BB89C1FC673A68FE180C26D6C323E8CF7FA9980EEDD4F8BFC76ECDC743',X'AB425F011FDA270D03C63E471C1C8DCE',X'6DE90ECBDB0DD9AEF3BAA3BFE90B27337F65FF7143CEA2E3A4E3624A14E10B9E64AB',NULL,'[["user_id_type","open_id"]]','{"name":"测试1","mobile":["86","13800000001"],"email":"t1@example.com"}','{"basic_info":{"name":"测试1","mobile":"13800000001","email":"t1@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(3,1,3,'talent','created',NULL,NULL,'7400000000000000003',NULL,NULL,NULL,1,0,1795992796081,1,0,0,NULL,3,1,1795992798086,'bc2b965e-ddce-4dc0-89e5-46a97af5106c',X'8CDCEAFF338DFBA32BF63CEEFEEAD5DC72412D555C600C6352EBB7863D09BBF1',X'51455884C7B8ADB14245C37EF27ACD91',X'6DF487B231BCDF9624248199ABC80950F865C004B70F0EF2F1AC6CBD8576CB25888E',NULL,'[["user_id_type","open_id"]]','{"name":"测试2","mobile":["86","13800000002"],"email":"t2@example.com"}','{"basic_info":{"name":"测试2","mobile":"13800000002","email":"t2@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(4,1,4,'talent','created',NULL,NULL,'7400000000000000004',NULL,NULL,NULL,1,0,1795992796081,1,0,0,NULL,4,1,1795992798341,'a7d2c980-490b-416d-a8b8-784efaae8d79',X'17886603A04712ED843C735CBD2445ED94B2CDE94D9920009CD25070496BA414',X'43FE7FF51097EC7F929D54A794C2EB85',X'6D68F46DDE030FB743033692F104ADB8FF653535C5384C92CDD8C92B011B101773F0',NULL,'[["user_id_type","open_id"]]','{"name":"测试3","mobile":["86","13800000003"],"email":"t3@example.com"}','{"basic_info":{"name":"测试3","mobile":"13800000003","email":"t3@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(5,1,5,'talent','created',NULL,NULL,'7400000000000000005',NULL,NULL,NULL,1,0,1795992796081,1,0,0,NULL,5,1,1795992798591,'9676ea8c-347b-4e9f-b17f-93f185c14640',X'B8542136D6260F61BDBD73802E50DB07E5B8D2F369D0911E5E6B39EDC611BCC7',X'80DC364B370370213AA0F957BB72DD96',X'6DBD57243BEB04DD0F5EA16846E2AD9D8C65445C86E5854129A871ECC9B1E44436D3',NULL,'[["user_id_type","open_id"]]','{"name":"测试4","mobile":["86","13800000004"],"email":"t4@example.com"}','{"basic_info":{"name":"测试4","mobile":"13800000004","email":"t4@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(6,1,6,'talent','cleared',1795992796081,NULL,NULL,NULL,NULL,NULL,0,0,1795992796081,1,0,0,NULL,NULL,0,NULL,'e4804195-0080-4aae-a5b9-ad92e8218f02',X'95F79FD67E006E2728FC4EBA05D26B17730D20B7C88AA1B0810E2FC1D64E38CC',X'159C521D2C4C8C9406B7F61369F3944C',X'6DCFF35540261DF54BEE074A84499F8ACE656D61FAE62C0B47406DF25E69244506EE',NULL,'[["user_id_type","open_id"]]','{"name":"测试5","mobile":["86","13800000005"],"email":"t5@example.com"}','{"basic_info":{"name":"测试5","mobile":"13800000005","email":"t5@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(7,1,7,'talent','cleared',1795992796081,NULL,NULL,NULL,NULL,NULL,0,0,1795992796081,1,0,0,NULL,NULL,0,NULL,'c16f83d7-c4ff-4824-b3da-0a175bd4217b',X'916F533026CA689A2DEF804F8A83F6A184ECDFF90C1C93FB59E150BD5A8E6B27',X'F34462F04C2958DF9754E213AB4188AF',X'6DF7BF8BF9509C205EC35D7DD2B4B58C8F65F29149AA6EDE39CBC2061037FAE6A408',NULL,'[["user_id_type","open_id"]]','{"name":"测试6","mobile":["86","13800000006"],"email":"t6@example.com"}','{"basic_info":{"name":"测试6","mobile":"13800000006","email":"t6@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(8,1,8,'talent','cleared',1795992796081,NULL,NULL,NULL,NULL,NULL,0,0,1795992796081,1,0,0,NULL,NULL,0,NULL,'cef170ea-7aff-477e-b30f-66fdd3467a02',X'C82607B2B5C8BD19A08808D99558FEA75ABC58B1F74E943717C1052791D2AADC',X'91265045FAF04C0F4BA562032E4AC23C',X'6D754CF23A2DE4291BCF5BC93C5D6288BA656AE47147A17CF1439A4BE503F4A02BF3',NULL,'[["user_id_type","open_id"]]','{"name":"测试7","mobile":["86","13800000007"],"email":"t7@example.com"}','{"basic_info":{"name":"测试7","mobile":"13800000007","email":"t7@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(9,1,9,'talent','cleared',1795992796081,NULL,NULL,NULL,NULL,NULL,0,0,1795992796081,1,0,0,NULL,NULL,0,NULL,'e6879283-c2ad-49e4-8c0d-e763adba6ed7',X'CB202B38E884E67C2977D213DFD50B4EEAAF4EFAAAB0291CA871CFE942BCCFB4',X'47A99878F352E362666527257F4EA8B8',X'6D12B7741BD58F2E262190248A51C08A7365F4DF3C50BB33FB9CBF69DF418F430E44',NULL,'[["user_id_type","open_id"]]','{"name":"测试8","mobile":["86","13800000008"],"email":"t8@example.com"}','{"basic_info":{"name":"测试8","mobile":"13800000008","email":"t8@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(10,1,10,'talent','cleared',1795992796081,NULL,NULL,NULL,NULL,NULL,0,0,1795992796081,1,0,0,NULL,NULL,0,NULL,'92c9db57-b4cd-4de4-8c6b-ae61150b02cb',X'6FB784A8EB4D4BB7B35E00BA8896885375DAD511EA4A6B8B9ECB83D21D8F6374',X'0E4F65AD3EEF64D0B8E0F4E9447DB844',X'6DFA7822D02EABBCDBA360BCDBBE655416652C992CCB5A05D56E870CC2DBE750D9CD',NULL,'[["user_id_type","open_id"]]','{"name":"测试9","mobile":["86","13800000009"],"email":"t9@example.com"}','{"basic_info":{"name":"测试9","mobile":"13800000009","email":"t9@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(11,1,11,'talent','cleared',1795992796081,NULL,NULL,NULL,NULL,NULL,0,0,1795992796081,1,0,0,NULL,NULL,0,NULL,'05da77f5-04a1-4110-842f-d71ebfd40f5a',X'5CD13AA8228C07BC1AA75EA9BE3CB05FBB65B4764E9CF9E43A1E709C5C181CB5',X'6E287FA4A9626FA429A6E1BE91A2D9F3',X'6DC4E2A92BFB3890764D60F9B6497DFA2765459DCE18702FA8DE4E9070A4196D6485',NULL,'[["user_id_type","open_id"]]','{"name":"测试10","mobile":["86","13800000010"],"email":"t10@example.com"}','{"basic_info":{"name":"测试10","mobile":"13800000010","email":"t10@example.com","gender":2}}');
INSERT INTO "jobs" VALUES(12,1,12,'talent','cleared',1795992796081,NULL,NULL,NULL,NULL,NULL,0,0,1795992796081,1,0,0,NULL,NULL,0,NULL,'82b8060b-b09a-41e8-adff-9605540db588',X'A2C83EB657180DD50D10B1B389FD204137A398667BDCAC1E054097D2316AA54F',X'C13DC2A3B8F3BE0A856698677BAD44A9',X'6DDB69DCE07906D9BBC8210356C0228725656900B5BA3AE72042BC2F4F10BF9057BA',NULL,'[["user_id_type","open_id"]]','{"name":"测试11","mobile":["86","13800000011"],"email":"t11@example.com"}','{"basic_info":{"name":"测试11","mobile":"13800000011","email":"t11@example.com","gender":1}}');
INSERT INTO "jobs" VALUES(13,2,1,'job_data','created',NULL,NULL,'7400000000000000006',NULL,NULL,NULL,1,0,1795992799122,1,0,0,NULL,6,1,1795992799268,'479001aa-2cbe-4de7-87be-9f7cf1328adb',X'8591B8FD829A86A4738207E15D78A1A6EEADDD2F19711D02F8D731C3B92867AA',NULL,X'70C4B61FE635B5F6EA0BA97E2D88947C72',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000001","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000001","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(14,2,2,'job_data','refused',NULL,NULL,NULL,1160003,'record is deleted by others',NULL,1,0,1795992799122,1,0,0,NULL,7,1,1795992799304,'da3ebb5e-0b45-4b2e-befd-54565b4f476d',X'805CFB69F78D4AFEDD00F65C151E86E6274E31C52C408F6974148200B7A8662C',NULL,X'708497B39B93EF742191AE930D0AED791B',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000002","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000002","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(15,2,3,'job_data','refused',NULL,NULL,NULL,1160003,'record is deleted by others',NULL,1,0,1795992799122,1,0,0,NULL,8,1,1795992799320,'b27f273b-5bf9-4f93-8895-2baf2754b3af',X'2B7C2DA189834622D6C2CCC3674BE47142303E16A78D16668F3D4A1171184B28',NULL,X'709B173959E07EFD54A4E191C0CDB39233',NULL,'[["user_id_type","people_corehr_id"],["department_id_type","people_corehr_department_id"]]','{"employment":"6893014062142000003","effective":"2024-05-01 00:00:00","department":"6890452208593372679"}','{"employee_type_id":"6890452208593372680","department_id":"6890452208593372679","employment_id":"6893014062142000003","effective_time":"2024-05-01 00:00:00","primary_job_data":true,"assignment_start_reason":{"enum_name":"onboarding"}}');
INSERT INTO "jobs" VALUES(16,3,6,'talent','pending',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,0,0,0,NULL,NULL,0,NULL,'e587eb09-544c-478b-b152-be39015dfc4c',X'1FCC05F558964C41264F750081519BB1615F4198E13F18FEF85293A02FA2AE2A',X'BE101AC1E7AE09E38E34A1150FF092D8',X'6D434A7AD80F8391D5CFB052E9FB9FC9B06570783F61B9AB81C4A19B234F9053E6D7',NULL,'[["user_id_type","open_id"]]','{"name":"测试12","mobile":["86","13800000012"],"email":"t12@corrected.example.com"}','{"basic_info":{"name":"测试12","mobile":"13800000012","email":"t12@corrected.example.com","gender":2}}');
INSERT INTO "jobs" VALUES(17,3,7,'talent','pending',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,0,0,0,NULL,NULL,0,NULL,'51b04cc1-0ffb-4ed9-9bd2-d9de33605bc6',X'B6FF07A159E82254ECD74E4498B2B72482C20DCAEF5A4A2655DE934F644CD697',X'6A8FA7B5E4CCE78545B964BECEB2D907',X'6DD959233D447011FA68DFCD984C19E15A65D082A5A50FD974F663F703FDE2CD40B8',NULL,'[["user_id_type","open_id"]]','{"name":"测试13","mobile":["86","13800000013"],"email":"t13@corrected.example.com"}','{"basic_info":{"name":"测试13","mobile":"13800000013","email":"t13@corrected.example.com","gender":1}}');
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
INSERT INTO "lookups" VALUES(1,1,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(2,2,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(3,3,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(4,4,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(5,5,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(6,6,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(7,7,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(8,8,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(9,9,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(10,10,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(11,11,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(12,12,1795992796081,'talent.batch_get_id','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(13,13,1795992799122,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(14,14,1795992799122,'job_data.batch_get','absent',NULL,NULL);
INSERT INTO "lookups" VALUES(15,15,1795992799122,'job_data.batch_get','absent',NULL,NULL);
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('app_id','cli_sandbox');
INSERT INTO "meta" VALUES('base_url','http://127.0.0.1:18787');
INSERT INTO "meta" VALUES('closed_cleanly',0);
INSERT INTO "meta" VALUES('created_at',1795992795889);
INSERT INTO "meta" VALUES('hash_key',X'3A0F353C9AB3603F1243E0FEFAC79F8DC5B61BA4C3D31AE6F7F14E24B27FF6F2');
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
    settled_at INTEGER,
    PRIMARY KEY (run, record)
) STRICT, WITHOUT ROWID;
INSERT INTO "records" VALUES(1,1,0,NULL,2,'talent','138****0000','new',1,1,'created',1,1,1795992797592);
INSERT INTO "records" VALUES(1,2,0,NULL,3,'talent','138****0001','new',1,2,'created',2,1,1795992797834);
INSERT INTO "records" VALUES(1,3,0,NULL,4,'talent','138****0002','new',1,3,'created',3,1,1795992798086);
INSERT INTO "records" VALUES(1,4,0,NULL,5,'talent','138****0003','new',1,4,'created',4,1,1795992798341);
INSERT INTO "records" VALUES(1,5,0,NULL,6,'talent','138****0004','new',1,5,'created',5,1,1795992798591);
INSERT INTO "records" VALUES(1,6,0,NULL,7,'talent','138****0005','new',1,6,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(1,7,0,NULL,8,'talent','138****0006','new',1,7,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(1,8,0,NULL,9,'talent','138****0007','new',1,8,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(1,9,0,NULL,10,'talent','138****0008','new',1,9,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(1,10,0,NULL,11,'talent','138****0009','new',1,10,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(1,11,0,NULL,12,'talent','138****0010','new',1,11,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(1,12,0,NULL,13,'talent','138****0011','new',1,12,'not_sent',NULL,0,NULL);
INSERT INTO "records" VALUES(2,1,0,NULL,2,'job_data','6893014062142000001','new',1,13,'created',6,1,1795992799268);
INSERT INTO "records" VALUES(2,2,0,NULL,3,'job_data','6893014062142000002','new',1,14,'refused',7,1,1795992799304);
INSERT INTO "records" VALUES(2,3,0,NULL,4,'job_data','6893014062142000003','new',1,15,'refused',8,1,1795992799320);
INSERT INTO "records" VALUES(3,1,0,NULL,2,'talent','138****0000','unchanged',1,1,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,2,0,NULL,3,'talent','138****0008','take_over',0,9,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,3,0,NULL,4,'talent','138****0009','take_over',0,10,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,4,0,NULL,5,'talent','138****0010','take_over',0,11,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,5,0,NULL,6,'talent','138****0011','take_over',0,12,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,6,0,NULL,7,'talent','138****0012','new',1,16,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,7,0,NULL,8,'talent','138****0013','new',1,17,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,8,1,NULL,2,'job_data','6893014062142000001','changed',0,13,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,9,1,NULL,3,'job_data','6893014062142000002','send_again',0,14,NULL,NULL,NULL,NULL);
INSERT INTO "records" VALUES(3,10,1,NULL,4,'job_data','6893014062142000003','send_again',0,15,NULL,NULL,NULL,NULL);
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO "refinery_schema_history" VALUES(1,'journal','2026-11-29T22:53:15.992619627Z','6055712679808466020');
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
INSERT INTO "runs" VALUES(1,'interrupted','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/a.csv","file":"a.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"belonging":{"own":[0,1,2,3],"entries":[],"key":null}}]}',1795992795998,1795992796077,'?',1795992798600);
INSERT INTO "runs" VALUES(2,'finished','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/j.csv","file":"j.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"belonging":{"own":[2,1,0,3],"entries":[],"key":null}}]}',1795992798993,1795992799112,'?',1795992799334);
INSERT INTO "runs" VALUES(3,'draft','?','0.1.0',NULL,'{"user":"people_corehr_id","talent_user":"open_id","department":"people_corehr_department_id"}','{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/b.csv","file":"b.csv","sheet":null,"header_row":1,"header":["姓名","手机号","邮箱","性别"],"belonging":{"own":[0,1,2,3],"entries":[],"key":null}},{"path":"/home/hr/k.csv","file":"k.csv","sheet":null,"header_row":1,"header":["employment_id","department_id","employee_type_id","effective_time"],"belonging":{"own":[2,1,0,3],"entries":[],"key":null}}]}',1795992799882,NULL,NULL,NULL);
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
