//! Access tokens, windows and faults under paused time.

use super::*;

fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
    reply.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

#[tokio::test(start_paused = true)]
async fn an_access_token_is_renewed_in_its_last_half_hour() {
    let mut desk = calm();
    let first = desk.bearer.clone();
    tokio::time::advance(Duration::from_mins(90)).await;
    desk.log_in();
    assert_eq!(desk.bearer, first, "30 minutes left: the same");
    tokio::time::advance(Duration::from_secs(1)).await;
    desk.log_in();
    assert_ne!(desk.bearer, first);
    let get = |bearer: &str| {
        let call = desk.call(Endpoint::TalentGet, "1", &[], &Value::Null);
        refused(&desk.sandbox.receive(&Call { authorization: Some(bearer.to_owned()), ..call })).1
    };
    assert_eq!((get(&first), get(&desk.bearer)), (1_002_102, 1_002_102), "both are valid");
    tokio::time::advance(Duration::from_secs(1799)).await;
    assert_eq!((get(&first), get(&desk.bearer)), (99_991_663, 1_002_102), "the first has expired");
}

#[tokio::test]
async fn access_tokens_are_demanded() {
    let desk = calm();
    let call = desk.call(Endpoint::TalentCreate, "", &[], &talent_example());
    let code = |authorization: Option<&str>| {
        let call = Call { authorization: authorization.map(str::to_owned), ..call.clone() };
        refused(&desk.sandbox.receive(&call)).1
    };
    assert_eq!(code(None), 99_991_661);
    assert_eq!(code(Some("Basic x")), 99_991_661);
    assert_eq!(code(Some("Bearer abc")), 99_991_671);
    assert_eq!(code(Some("Bearer t-unknown")), 99_991_663);
    assert!(desk.sandbox.ledger().talents.is_empty());
    let token = |body: Value| {
        let answer = desk.send(Endpoint::Token, "", &[], &body);
        (answer.http, json_of(&answer)["code"].as_i64().unwrap())
    };
    assert_eq!(token(json!({ "app_id": "cli_a", "app_secret": "wrong" })), (200, 10014));
    assert_eq!(token(json!({ "app_id": "", "app_secret": "s" })), (200, 10003));
}

#[tokio::test(start_paused = true)]
async fn over_a_window_is_refused_told_and_not_done() {
    let desk = calm();
    let body = |n: usize| json!({ "basic_info": { "name": "a", "email": format!("a{n}@b.cn") } });
    for n in 0..50 {
        ok(&desk.talent(&body(n)));
    }
    let over = desk.talent(&body(50));
    assert_eq!((over.http, refused(&over).1), (429, 99_991_400));
    assert_eq!(header(&over, "x-ogw-ratelimit-reset"), Some("1"));
    let other = desk.send(Endpoint::TalentGet, "1", &[], &Value::Null);
    assert_eq!(other.http, 404, "calls have windows of their own");
    tokio::time::advance(Duration::from_secs(1)).await;
    ok(&desk.talent(&body(50)));
    let ledger = desk.sandbox.ledger();
    assert_eq!(ledger.talents.len(), 51);
    assert_eq!(ledger.violations.len(), 1);
    assert_eq!(
        (ledger.violations[0].rule.as_str(), ledger.violations[0].endpoint.as_str()),
        ("rate_per_second", "talent_create")
    );
    let count = ledger.requests_to(Endpoint::TalentCreate);
    assert_eq!((count.arrivals, count.max_per_second, count.max_per_minute), (52, 51, 52));
}

#[tokio::test(start_paused = true)]
async fn the_documented_limits_of_the_reads() {
    let desk = calm();
    let ask = json!({ "employment_ids": ["1"] });
    for _ in 0..100 {
        desk.find_job_data("people_corehr_id", &ask);
    }
    assert_eq!(desk.send(Endpoint::JobDataFind, "", &[], &ask).http, 429);
    for _ in 0..100 {
        ok(&desk.send(Endpoint::EmployeeFind, "", &[], &ask));
    }
    assert_eq!(desk.send(Endpoint::EmployeeFind, "", &[], &ask).http, 429);
    for _ in 0..20 {
        assert_eq!(desk.send(Endpoint::TalentGet, "1", &[], &Value::Null).http, 404);
    }
    assert_eq!(desk.send(Endpoint::TalentGet, "1", &[], &Value::Null).http, 429);
}

/// What each fault answers at the first create, and how many talents it leaves.
#[tokio::test]
async fn each_fault_does_what_its_name_says() {
    let fault = |fault| {
        let script = vec![Scripted { endpoint: Endpoint::TalentCreate, nth: 1, fault }];
        let desk = Desk::new(Behaviour::default().script(script));
        let reply = desk.talent(&talent_example());
        let ledger = desk.sandbox.ledger();
        assert_eq!(ledger.faults.get(fault.label()), Some(&1));
        assert!(ledger.violations.is_empty(), "an injected refusal is no violation");
        let code = reply.code().map(|(code, _)| code);
        (reply.http, code, reply.delivery, ledger.talents.len())
    };
    let whole = Delivery::Whole;
    assert_eq!(fault(Fault::DropBefore), (200, None, Delivery::Dropped, 0));
    assert_eq!(fault(Fault::DropAfterCommit), (200, Some(0), Delivery::Dropped, 1));
    assert_eq!(fault(Fault::Error5xxBefore), (500, Some(1_002_001), whole, 0));
    assert_eq!(fault(Fault::Error5xxAfter), (500, Some(1_002_001), whole, 1));
    assert_eq!(fault(Fault::Throttle429), (429, Some(99_991_400), whole, 0));
    assert_eq!(fault(Fault::Throttle400), (400, Some(99_991_400), whole, 0));
    assert_eq!(fault(Fault::ThrottleNoReset), (429, Some(99_991_400), whole, 0));
    assert_eq!(fault(Fault::Truncated), (200, Some(0), Delivery::Cut, 1));
    assert_eq!(fault(Fault::Html502), (502, None, whole, 0));
    assert_eq!(fault(Fault::Html502After), (502, None, whole, 1));
    assert_eq!(fault(Fault::Empty200), (200, None, whole, 1));
    assert_eq!(fault(Fault::Slow), (200, Some(0), Delivery::Late(Duration::from_secs(5)), 1));
    assert_eq!(fault(Fault::Silent), (200, Some(0), Delivery::Never, 1));
    assert_eq!(fault(Fault::ExpireToken), (400, Some(99_991_663), whole, 0));
}

#[tokio::test]
async fn a_forgotten_access_token_is_replaced_by_the_next_log_in() {
    let script =
        vec![Scripted { endpoint: Endpoint::TalentCreate, nth: 2, fault: Fault::ExpireToken }];
    let mut desk = Desk::new(Behaviour::default().script(script));
    let body = |n: u8| json!({ "basic_info": { "name": "a", "email": format!("a{n}@b.cn") } });
    ok(&desk.talent(&body(1)));
    assert_eq!(refused(&desk.talent(&body(2))).1, 99_991_663);
    assert_eq!(refused(&desk.talent(&body(2))).1, 99_991_663);
    desk.log_in();
    ok(&desk.talent(&body(2)));
}

#[tokio::test]
async fn every_answer_of_the_api_has_a_log_id_of_its_own() {
    let desk = calm();
    let good = desk.talent(&talent_example());
    let bad = desk.talent(&json!({}));
    let (good, id) = (header(&good, "x-tt-logid").unwrap(), header(&bad, "x-tt-logid").unwrap());
    assert_ne!(good, id);
    assert_eq!(json_of(&bad)["error"]["log_id"], id);
}
