//! Every documented code of the create endpoints, and every kind of answer that is none.

use bytes::Bytes;

use super::*;
use crate::kinds::endpoints::{
    EMPLOYEE_BATCH_GET, JOB_DATA_BATCH_GET, JOB_DATA_CREATE, TALENT_CREATE, TALENT_GET, TALENT_IDS,
};
use crate::problem::{Lang, Reason};

const WAIT: Option<Duration> = Some(Duration::from_secs(9));

fn replied(status: u16, body: impl Into<Bytes>) -> Answer {
    let outcome = Outcome::Replied { status, body: body.into() };
    Answer { outcome, log_id: None, reset: WAIT, date: None, elapsed: Duration::ZERO }
}

fn coded(status: u16, code: i64) -> Answer {
    replied(status, format!(r#"{{"code":{code},"msg":"said","data":{{}}}}"#))
}

/// What kind of verdict a create gets for a code with a status.
fn label(endpoint: &Endpoint, status: u16, code: i64) -> &'static str {
    create(endpoint, &coded(status, code)).label()
}

#[test]
fn the_documented_codes_of_talent_create() {
    for (status, code, expected) in [
        (500, 1_002_001, "lost"),
        (200, 1_002_001, "lost"),
        (400, 1_002_002, "refused"),
        (400, 1_002_009, "refused"),
        (400, 1_002_011, "refused"),
        (400, 1_002_513, "refused"),
        (400, 1_002_101, "refused"),
        (400, 1_002_103, "refused"),
        (200, 1_002_105, "duplicate"),
        (400, 1_002_107, "refused"),
        // CoreHR's meaning does not hold here.
        (400, 1_160_004, "refused"),
    ] {
        assert_eq!(label(&TALENT_CREATE, status, code), expected, "{code} with {status}");
    }
}

#[test]
fn the_documented_codes_of_job_data_create() {
    for (status, code, expected) in [
        (400, 1_160_004, "token seen"),
        (400, 1_160_019, "refused"),
        (400, 1_160_003, "refused"),
        (400, 1_160_001, "refused"),
        (400, 1_160_013, "refused"),
        (500, 1_160_997, "lost"),
        (500, 1_160_998, "lost"),
        (500, 1_160_999, "lost"),
        (200, 1_160_999, "lost"),
        (500, 1_161_000, "lost"),
        (503, 1_161_204, "lost"),
        (429, 1_161_604, "throttled"),
        (400, 1_161_604, "throttled"),
        (400, 1_161_116, "throttled"),
        (400, 1_160_354, "refused"),
        // Hire's meaning does not hold here.
        (400, 1_002_105, "refused"),
    ] {
        assert_eq!(label(&JOB_DATA_CREATE, status, code), expected, "{code} with {status}");
    }
}

#[test]
fn the_gateways_codes_mean_the_same_at_every_create_and_whatever_the_status() {
    for (code, expected) in [
        (99_991_400, "throttled"),
        (99_991_663, "token rejected"),
        (99_991_671, "token rejected"),
        (99_991_661, "halt"),
        (99_991_664, "halt"),
        (99_991_665, "halt"),
        (99_991_668, "halt"),
        (99_991_677, "halt"),
        (99_991_543, "halt"),
        (99_991_672, "halt"),
        (99_991_676, "halt"),
        (99_991_679, "halt"),
        (99_991_662, "halt"),
        (99_991_673, "halt"),
        (99_991_401, "halt"),
        (99_991_403, "halt"),
        (99_991_201, "halt"),
        (99_991_301, "halt"),
        (99_992_402, "refused"),
        (9_499, "refused"),
        (99_992_351, "refused"),
        (99_992_361, "refused"),
        (99_992_381, "refused"),
        (1_500, "lost"),
        (1_663, "lost"),
        (1_668, "lost"),
        (2_200, "lost"),
        (5_000, "lost"),
    ] {
        for endpoint in [&TALENT_CREATE, &JOB_DATA_CREATE] {
            for status in [200, 400, 403, 429, 500] {
                assert_eq!(label(endpoint, status, code), expected, "{code} with {status}");
            }
        }
    }
}

#[test]
fn a_quota_that_is_used_up_is_no_throttle_though_it_comes_as_429() {
    let verdict = create(&TALENT_CREATE, &coded(429, 99_991_403));
    assert!(matches!(verdict, Verdict::Halt(Halt { reason: HaltReason::Quota, .. })));
}

#[test]
fn a_throttle_is_told_by_code_or_by_status_and_waits_as_long_as_the_server_said() {
    for answer in [
        coded(429, 99_991_400),
        coded(400, 99_991_400),
        coded(200, 99_991_400),
        coded(429, 123_456),
        replied(429, "<html>slow down</html>"),
        replied(429, ""),
    ] {
        let verdict = create(&TALENT_CREATE, &answer);
        assert!(matches!(verdict, Verdict::Throttled { wait: WAIT, .. }), "{answer:?}");
        assert!(verdict.surely_not_executed());
    }
    let outcome = Outcome::Lost { why: Lost::CutShort, status: Some(429) };
    let cut = Answer { outcome, log_id: None, reset: None, date: None, elapsed: Duration::ZERO };
    assert_eq!(create(&TALENT_CREATE, &cut).label(), "throttled");
}

#[test]
fn what_is_not_the_apis_answer_is_doubt() {
    let deep = format!(r#"{{"code":{}{}}}"#, "[".repeat(5000), "]".repeat(5000));
    for (status, body) in [
        (502, "<html><body>502 Bad Gateway</body></html>"),
        (504, ""),
        (200, ""),
        (200, "<html>sign in to the network</html>"),
        (403, "<html>forbidden by proxy</html>"),
        (302, ""),
        (200, r#"{"code":0,"msg":"success","data":{"talent_id":"70214"#),
        (200, r#"{"msg":"success","data":{"talent_id":"7021471300428613932"}}"#),
        (200, r#"{"code":"zero"}"#),
        (200, "null"),
        (200, &deep),
    ] {
        let verdict = create(&TALENT_CREATE, &replied(status, body.to_owned()));
        let Verdict::Lost { why: Lost::NotTheApi, .. } = verdict else {
            panic!("{status} {body}: {verdict:?}")
        };
        assert!(!verdict.surely_not_executed());
    }
    let invalid = replied(200, Bytes::from_static(b"{\"code\":0,\"msg\":\"\xff\xfe\"}"));
    assert_eq!(create(&TALENT_CREATE, &invalid).label(), "lost");
    let contradiction = create(&TALENT_CREATE, &coded(502, 0));
    assert!(matches!(contradiction, Verdict::Lost { why: Lost::Contradiction, .. }));
}

#[test]
fn what_never_left_may_be_sent_again_and_what_was_lost_may_not() {
    let answer = |outcome| Answer {
        outcome,
        log_id: None,
        reset: None,
        date: None,
        elapsed: Duration::ZERO,
    };
    for why in [
        Unsent::Dns,
        Unsent::Refused,
        Unsent::Tls,
        Unsent::Certificate,
        Unsent::ConnectTimeout,
        Unsent::Connect,
    ] {
        let verdict = create(&TALENT_CREATE, &answer(Outcome::NeverSent { why }));
        assert_eq!(verdict, Verdict::NeverSent { why });
        assert!(verdict.surely_not_executed());
    }
    for why in [Lost::Timeout, Lost::Broken, Lost::TooLong, Lost::CutShort] {
        for status in [None, Some(200), Some(500)] {
            let verdict = create(&TALENT_CREATE, &answer(Outcome::Lost { why, status }));
            assert!(!verdict.surely_not_executed(), "{why:?}");
            assert_eq!(verdict.reason(), Some(Reason::from(why)));
        }
    }
}

#[test]
fn an_unknown_code_is_judged_by_the_status() {
    for (status, expected) in [
        (200, "refused"),
        (400, "refused"),
        (401, "token rejected"),
        (403, "refused"),
        (404, "refused"),
        (429, "throttled"),
        (500, "lost"),
        (503, "lost"),
        (301, "lost"),
    ] {
        for endpoint in [&TALENT_CREATE, &JOB_DATA_CREATE] {
            assert_eq!(label(endpoint, status, 4_242_424), expected, "{status}");
            assert_eq!(label(endpoint, status, -1), expected, "{status}");
        }
    }
}

#[test]
fn what_was_made_is_named_as_each_endpoint_names_it() {
    for (endpoint, body, expected) in [
        (&TALENT_CREATE, r#"{"talent_id":"7021471300428613932"}"#, Some("7021471300428613932")),
        (&TALENT_CREATE, r#"{"talent_id":7021471300428613932}"#, Some("7021471300428613932")),
        (&TALENT_CREATE, r#"{"talent_id":""}"#, None),
        (&TALENT_CREATE, r#"{"talent_id":null,"creator_id":"ou_1"}"#, None),
        (&TALENT_CREATE, "null", None),
        (
            &JOB_DATA_CREATE,
            r#"{"job_data":{"id":"6890452208593372679","version_id":"1"}}"#,
            Some("6890452208593372679"),
        ),
        (&JOB_DATA_CREATE, r#"{"job_data":{"job_data_id":"68904522"}}"#, Some("68904522")),
        (&JOB_DATA_CREATE, r#"{"job_data":{"version_id":"1"}}"#, None),
    ] {
        for code in ["0", "\"0\""] {
            let answer = replied(200, format!(r#"{{"code":{code},"msg":"ok","data":{body}}}"#));
            let expected = expected.map_or(Verdict::CreatedWithoutId, |id| Verdict::Created {
                remote_id: id.to_owned(),
            });
            assert_eq!(create(endpoint, &answer), expected, "{body}");
        }
    }
    let no_data = create(&TALENT_CREATE, &replied(200, r#"{"code":0,"msg":"ok"}"#));
    assert_eq!(no_data, Verdict::CreatedWithoutId);
}

#[test]
fn a_refusal_names_the_fields_but_never_what_they_hold() {
    let answer = replied(
        400,
        r#"{"code":99992402,"msg":"field validation failed","error":{"log_id":"x",
            "field_violations":[{"field":"basic_info.mobile","value":"13800138000",
            "description":"13800138000 is no mobile"}]}}"#,
    );
    let verdict = create(&TALENT_CREATE, &answer);
    let said = verdict.reason().unwrap().text(Lang::En);
    assert_eq!(said, "field validation failed; basic_info.mobile: *** is no mobile");
    assert!(!format!("{verdict:?} {answer:?}").contains("13800138000"));
    assert_eq!(verdict.code(), Some(99_992_402));
}

#[test]
fn a_missing_permission_names_the_scopes_of_the_answer_else_of_the_documents() {
    let named = replied(
        400,
        r#"{"code":99991672,"msg":"Access denied.","error":{"permission_violations":[
            {"type":"action_scope_required","subject":"hire:talent"},
            {"type":"action_scope_required","subject":"<script>"}]}}"#,
    );
    let Verdict::Halt(halt) = create(&JOB_DATA_CREATE, &named) else { panic!("no halt") };
    assert_eq!(halt.reason, HaltReason::Permission { scopes: vec!["hire:talent".to_owned()] });
    let Verdict::Halt(halt) = create(&JOB_DATA_CREATE, &coded(403, 99_991_672)) else {
        panic!("no halt")
    };
    let HaltReason::Permission { scopes } = &halt.reason else { panic!("{halt:?}") };
    assert_eq!(scopes, JOB_DATA_CREATE.scopes);
    assert!(halt.is_authority());
    assert!(halt.complaint().to_string().contains("corehr:job_data:write"));
}

#[test]
fn reads_know_their_own_codes() {
    let what = |endpoint: &Endpoint, status, code| read(endpoint, &coded(status, code));
    let refused = |reading| {
        let ReadVerdict::Refused { refusal, .. } = reading else { return None };
        Some(refusal)
    };
    assert_eq!(refused(what(&TALENT_IDS, 400, 1_002_009)), Some(Refusal::BadMobile));
    assert_eq!(refused(what(&TALENT_GET, 404, 1_002_102)), Some(Refusal::Absent));
    assert_eq!(refused(what(&EMPLOYEE_BATCH_GET, 403, 1_160_104)), Some(Refusal::NotVisible));
    assert_eq!(refused(what(&JOB_DATA_BATCH_GET, 400, 1_160_013)), Some(Refusal::Other));
    assert!(matches!(what(&TALENT_IDS, 200, 1_002_001), ReadVerdict::Again { .. }));
    assert!(matches!(what(&JOB_DATA_BATCH_GET, 500, 1_160_998), ReadVerdict::Again { .. }));
    assert!(matches!(
        what(&JOB_DATA_BATCH_GET, 400, 1_160_018),
        ReadVerdict::Halt(Halt { reason: HaltReason::NotEnabled, .. })
    ));
    assert!(matches!(
        what(&JOB_DATA_BATCH_GET, 400, 1_160_023),
        ReadVerdict::Halt(Halt { reason: HaltReason::Permission { .. }, .. })
    ));
}

#[test]
fn the_token_endpoint_refuses_credentials_with_many_codes() {
    use crate::api::auth::{Granted, token};
    for code in [10_003, 10_005, 10_012, 10_014, 10_015, 20_002, 20_009, 20_013, 77_777] {
        let Granted::Halt(halt) = token(&coded(200, code)) else { panic!("{code}") };
        assert_eq!(halt.reason, HaltReason::Credentials, "{code}");
        assert_eq!(halt.code, code);
    }
    assert!(matches!(
        read(&TALENT_IDS, &coded(400, 10_014)),
        ReadVerdict::Refused { refusal: Refusal::Other, .. }
    ));
    assert!(matches!(token(&coded(429, 99_991_400)), Granted::Throttled { wait: WAIT }));
    assert!(matches!(token(&replied(502, "<html>")), Granted::Again { .. }));
    assert!(matches!(token(&replied(200, r#"{"code":0,"msg":"ok"}"#)), Granted::Again { .. }));
    let flat = r#"{"code":0,"msg":"ok","tenant_access_token":"t-g1044ghJ","expire":7140}"#;
    let Granted::Token(_) = token(&replied(200, flat)) else { panic!("no token") };
}

#[test]
fn every_part_of_an_answer_that_was_cut_is_doubt() {
    let whole = r#"{"code":0,"msg":"成功","data":{"talent_id":"7021471300428613932"}}"#;
    for end in 0..whole.len() {
        let verdict = create(&TALENT_CREATE, &replied(200, whole.as_bytes()[..end].to_vec()));
        assert_eq!(verdict.label(), "lost", "{end}");
    }
    assert_eq!(create(&TALENT_CREATE, &replied(200, whole)).label(), "created");
}

proptest::proptest! {
    /// Nothing but a readable success is a success, and nothing that may have been executed is
    /// called surely not executed for its status alone.
    #[test]
    fn no_answer_is_read_as_more_than_it_says(status in 100_u16..600, body: Vec<u8>) {
        let verdict = create(&JOB_DATA_CREATE, &replied(status, body));
        let throttled = status == 429;
        proptest::prop_assert_eq!(verdict.surely_not_executed(), throttled);
        proptest::prop_assert_eq!(verdict.label() == "throttled", throttled);
    }
}
