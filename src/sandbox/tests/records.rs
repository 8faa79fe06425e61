//! What is made, kept and found again.

use super::*;

#[tokio::test]
async fn the_pages_own_examples_are_accepted_without_a_word() {
    let desk = calm();
    let talent = desk.talent(&talent_example());
    let data = ok(&talent);
    assert_eq!(data["talent_id"].as_str().unwrap().len(), 19);
    assert_eq!(data["creator_id"], "ou_84aad35d084aa403a838cf73ee18467");
    assert_eq!(data["creator_account_type"], 1);
    let job = desk.job_data(TOKEN_1, &job_data_example());
    let record = &ok(&job)["job_data"];
    assert_eq!(record["employment_id"], "6893014062142064135");
    assert_eq!(record["assignment_start_reason"]["display"][0]["lang"], "zh-CN");
    assert!(record.get("position_id").is_none(), "the page's answer has none");
    let ledger = desk.sandbox.ledger();
    assert_eq!((ledger.talents.len(), ledger.job_data.len()), (1, 1));
    assert_eq!(ledger.talents[0].body, talent_example());
    assert_eq!(ledger.job_data[0].body, job_data_example());
    assert!(
        ledger.violations.is_empty() && ledger.refusals.is_empty() && ledger.duplicates.is_empty()
    );
}

#[tokio::test]
async fn an_employment_that_does_not_exist() {
    let known_employments = Some(vec!["6893014062142064135".to_owned()]);
    let desk = Desk::new(Behaviour { known_employments, ..Behaviour::default() });
    ok(&desk.job_data(TOKEN_1, &job_data_example()));
    let other = with(job_data_example(), "/employment_id", Some(json!("1")));
    assert_eq!(refused(&desk.job_data(TOKEN_2, &other)).1, 1_160_003);
}

#[tokio::test(start_paused = true)]
async fn a_token_again_by_mode() {
    let desk = |token_mode| Desk::new(Behaviour { token_mode, ..Behaviour::default() });
    let body = job_data_example();

    let refuse = desk(TokenMode::Refuse);
    ok(&refuse.job_data(TOKEN_1, &body));
    assert_eq!(refused(&refuse.job_data(TOKEN_1, &body)), (400, 1_160_004, vec![]));
    assert!(refuse.sandbox.ledger().violations.is_empty(), "the same bytes may come again");

    let replay = desk(TokenMode::Replay);
    let first = ok(&replay.job_data(TOKEN_1, &body)).clone();
    assert_eq!(ok(&replay.job_data(TOKEN_1, &body)), &first);
    assert_eq!(replay.sandbox.ledger().job_data.len(), 1);

    let forget = desk(TokenMode::ForgetAfter(Duration::from_mins(10)));
    ok(&forget.job_data(TOKEN_1, &body));
    tokio::time::advance(Duration::from_secs(599)).await;
    assert_eq!(refused(&forget.job_data(TOKEN_1, &body)).1, 1_160_004);
    tokio::time::advance(Duration::from_secs(1)).await;
    ok(&forget.job_data(TOKEN_1, &body));
    let ledger = forget.sandbox.ledger();
    assert_eq!(ledger.job_data.len(), 2);
    assert_eq!(ledger.duplicates.len(), 1);
}

#[tokio::test]
async fn another_token_makes_the_employment_twice_and_the_ledger_tells() {
    let desk = calm();
    ok(&desk.job_data(TOKEN_1, &job_data_example()));
    ok(&desk.job_data(TOKEN_2, &job_data_example()));
    let ledger = desk.sandbox.ledger();
    let ids: Vec<_> = ledger.job_data.iter().map(|row| row.id.clone()).collect();
    let [first, second] = ids.try_into().unwrap();
    let key = "6893014062142064135".to_owned();
    assert_eq!(ledger.duplicates, [Duplicate { kind: "job_data".to_owned(), key, first, second }]);
}

#[tokio::test]
async fn a_token_with_other_bytes_is_a_violation() {
    let desk = calm();
    ok(&desk.job_data(TOKEN_1, &job_data_example()));
    let other = with(job_data_example(), "/employment_id", Some(json!("7")));
    assert_eq!(refused(&desk.job_data(TOKEN_1, &other)).1, 1_160_004);
    assert_eq!(desk.sandbox.ledger().violations[0].rule, "token_for_other_body");
}

#[tokio::test]
async fn a_failed_request_burns_its_token_only_where_asked() {
    let bad = with(job_data_example(), "/cost_center_rate/0/rate", Some(json!(1)));
    let fault =
        Scripted { endpoint: Endpoint::JobDataCreate, nth: 1, fault: Fault::Error5xxBefore };
    for (burn_failed_tokens, code) in [(false, 0), (true, 1_160_004)] {
        let behaviour = Behaviour { burn_failed_tokens, ..Behaviour::default() };
        let desk = Desk::new(behaviour.clone());
        assert_eq!(refused(&desk.job_data(TOKEN_1, &bad)).1, 1_160_019);
        assert_eq!(
            refused(&desk.job_data(TOKEN_1, &job_data_example())).1,
            code,
            "after a refusal"
        );
        let desk = Desk::new(behaviour.script(vec![fault]));
        assert_eq!(refused(&desk.job_data(TOKEN_1, &job_data_example())).1, 1_160_999);
        assert_eq!(refused(&desk.job_data(TOKEN_1, &job_data_example())).1, code, "after a 5xx");
    }
}

#[tokio::test]
async fn the_same_person_again_by_mode() {
    let desk = |duplicate_talent| Desk::new(Behaviour { duplicate_talent, ..Behaviour::default() });
    let first =
        json!({ "basic_info": { "name": "张三", "email": "A@b.cn", "mobile": "13800138000" } });
    let again = json!({ "basic_info": { "name": "张三丰", "email": "a@B.cn" } });

    let merge = desk(DuplicateTalent::Merge);
    let id = ok(&merge.talent(&first))["talent_id"].clone();
    assert_eq!(ok(&merge.talent(&again))["talent_id"], id);
    let ledger = merge.sandbox.ledger();
    assert_eq!(
        (ledger.talents.len(), ledger.talents[0].creates, ledger.duplicates.len()),
        (1, 2, 1)
    );
    assert_eq!(ledger.duplicates[0].key, "email:a@b.cn");

    let refuse = desk(DuplicateTalent::Refuse);
    ok(&refuse.talent(&first));
    assert_eq!(refused(&refuse.talent(&again)).1, 1_002_105);
    assert!(refuse.sandbox.ledger().duplicates.is_empty(), "nothing was made");

    let another = desk(DuplicateTalent::MakeAnother);
    let one = ok(&another.talent(&first))["talent_id"].clone();
    assert_ne!(ok(&another.talent(&again))["talent_id"], one);
    assert_eq!(another.sandbox.ledger().duplicates.len(), 1);
}

#[tokio::test]
async fn a_mobile_is_a_key_with_its_country() {
    let desk = calm();
    let of = |country: &str| json!({ "basic_info": { "name": "a", "mobile": "13800138000", "mobile_country_code": country } });
    let china = ok(&desk.talent(&of("CN_1")))["talent_id"].clone();
    assert_ne!(ok(&desk.talent(&of("CN_7")))["talent_id"], china);
    let none = json!({ "basic_info": { "name": "a", "mobile": "13800138000" } });
    assert_eq!(ok(&desk.talent(&none))["talent_id"], china, "without a country it is China's");
    let found = desk.find_talents(&json!({ "mobile_number_list": ["13800138000"] }));
    assert_eq!(
        found,
        json!([{ "talent_id": china, "mobile_code": "86", "mobile_number": "13800138000" }])
    );
    let found =
        desk.find_talents(&json!({ "mobile_code": "1", "mobile_number_list": ["13800138000"] }));
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_ne!(found[0]["talent_id"], china);
}

#[tokio::test]
async fn a_look_up_ands_the_kinds_and_shows_only_what_was_asked() {
    let desk = calm();
    let id = ok(&desk.talent(&talent_example()))["talent_id"].clone();
    let other = json!({ "basic_info": { "name": "b", "email": "b@c.cn" } });
    ok(&desk.talent(&other));
    let by_mail =
        desk.find_talents(&json!({ "email_list": ["16XX1@126.com", "b@c.cn", "none@c.cn"] }));
    assert_eq!(by_mail[0], json!({ "talent_id": id, "email": "16xx1@126.com" }));
    assert_eq!(by_mail.as_array().unwrap().len(), 2);
    let both = json!({ "email_list": ["16xx1@126.com", "b@c.cn"], "mobile_number_list": ["182900291190"] });
    assert_eq!(desk.find_talents(&both).as_array().unwrap().len(), 1);
    let neither = json!({ "email_list": ["b@c.cn"], "mobile_number_list": ["182900291190"] });
    assert_eq!(desk.find_talents(&neither), json!([]));
    let document =
        json!({ "identification_type": 1, "identification_number_list": ["511699199X1X111234"] });
    assert_eq!(desk.find_talents(&document)[0]["talent_id"], id);
    let passport =
        json!({ "identification_type": 2, "identification_number_list": ["511699199x1x111234"] });
    assert_eq!(desk.find_talents(&passport), json!([]));
    assert_eq!(desk.find_talents(&json!({})), json!([]));
}

#[tokio::test]
async fn one_bad_number_refuses_the_whole_look_up() {
    let desk = calm();
    let find = |body: Value| refused(&desk.send(Endpoint::TalentFind, "", &[], &body));
    assert_eq!(find(json!({ "mobile_number_list": ["13800138000", "1380-013"] })).1, 1_002_009);
    assert_eq!(
        find(json!({ "mobile_code": "CN_1", "mobile_number_list": ["13800138000"] })).1,
        1_002_009
    );
    assert_eq!(
        find(json!({ "email_list": vec!["a@b.cn"; 101] })),
        (400, 99_992_402, vec!["email_list".to_owned()])
    );
    assert_eq!(find(json!({ "identification_number_list": ["1"] })).2, ["identification_type"]);
}

#[tokio::test]
async fn one_talent_by_id() {
    let desk = calm();
    let id = ok(&desk.talent(&talent_example()))["talent_id"].as_str().unwrap().to_owned();
    let answer = desk.send(Endpoint::TalentGet, &id, &[], &Value::Null);
    let info = &ok(&answer)["basic_info"];
    assert_eq!((&info["name"], &info["mobile_code"]), (&json!("张三"), &json!("86")));
    assert_eq!(info["birthday"], 293_016_767, "seconds on read");
    assert!(info["create_time"].as_str().unwrap().parse::<i64>().unwrap() >= 1_767_225_600_000);
    let nobody = desk.send(Endpoint::TalentGet, "1", &[], &Value::Null);
    assert_eq!(refused(&nobody), (404, 1_002_102, vec![]));
}

#[tokio::test]
async fn job_data_read_back() {
    let desk = calm();
    let id = ok(&desk.job_data(TOKEN_1, &job_data_example()))["job_data"]["id"].clone();
    let ask = json!({ "employment_ids": ["6893014062142064135", "1"], "get_all_version": true });
    let found = desk.find_job_data("people_corehr_id", &ask);
    assert_eq!(found.as_array().unwrap().len(), 1, "who is unknown is left out");
    let record = &found[0]["job_datas"][0];
    assert_eq!(record["job_data_id"], id);
    assert_eq!(record["direct_manager"]["job_data_id"], "6890452208593372679");
    assert_eq!(record["cost_center_rates"][0]["new_rate"], 100.0);
    assert_eq!(record["effective_time"], "2020-05-01 00:00:00");
    assert_eq!(desk.find_job_data("open_id", &ask), json!([]), "the default id type finds nobody");
    let bad = desk.send(Endpoint::JobDataFind, "", &[], &json!({ "employment_ids": [] }));
    assert_eq!(refused(&bad).2, ["employment_ids"]);

    let list = |query: &[(&str, &str)]| desk.send(Endpoint::JobDataList, "", query, &Value::Null);
    assert_eq!(refused(&list(&[("employment_id", "1")])).2, ["page_size"]);
    let page = ok(&list(&[("page_size", "10"), ("employment_id", "6893014062142064135")])).clone();
    assert_eq!((&page["items"][0]["id"], &page["has_more"]), (&id, &json!(false)));
    assert_eq!(page["items"][0]["position_id"], "6890452208593372679");
    assert_eq!(ok(&list(&[("page_size", "10"), ("employment_id", "1")]))["items"], json!([]));
}

#[tokio::test]
async fn a_list_has_pages() {
    let desk = calm();
    for n in 1..=5 {
        let body = with(job_data_example(), "/employment_id", Some(json!(n.to_string())));
        desk.sandbox.seed_job_data(&body).unwrap();
    }
    let mut seen = Vec::new();
    let mut token = "0".to_owned();
    loop {
        let answer = desk.send(
            Endpoint::JobDataList,
            "",
            &[("page_size", "2"), ("page_token", &token)],
            &Value::Null,
        );
        let page = ok(&answer);
        seen.extend(
            page["items"].as_array().unwrap().iter().map(|row| row["employment_id"].clone()),
        );
        let Some(next) = page.get("page_token") else {
            break;
        };
        next.as_str().unwrap().clone_into(&mut token);
    }
    assert_eq!(seen, ["1", "2", "3", "4", "5"]);
}

#[tokio::test]
async fn a_future_onboarding_shows_only_with_all_versions() {
    let desk = calm();
    let body = with(job_data_example(), "/expiration_time", None);
    let body = with(body, "/effective_time", Some(json!("2030-01-01 00:00:00")));
    ok(&desk.job_data(TOKEN_1, &body));
    let ask =
        |all: bool| json!({ "employment_ids": ["6893014062142064135"], "get_all_version": all });
    assert_eq!(desk.find_job_data("people_corehr_id", &ask(false)), json!([]));
    assert_eq!(desk.find_job_data("people_corehr_id", &ask(true)).as_array().unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_index_lags_but_not_for_what_was_there_before() {
    let desk = Desk::new(Behaviour { index_lag: Duration::from_secs(5), ..Behaviour::default() });
    let old = json!({ "basic_info": { "name": "old", "email": "old@b.cn" } });
    desk.sandbox.seed_talent(&old).unwrap();
    ok(&desk.talent(&json!({ "basic_info": { "name": "new", "email": "new@b.cn" } })));
    ok(&desk.job_data(TOKEN_1, &job_data_example()));
    let found = || {
        let talents = desk.find_talents(&json!({ "email_list": ["old@b.cn", "new@b.cn"] }));
        let jobs = desk.find_job_data(
            "people_corehr_id",
            &json!({ "employment_ids": ["6893014062142064135"] }),
        );
        (talents.as_array().unwrap().len(), jobs.as_array().unwrap().len())
    };
    tokio::time::advance(Duration::from_millis(4999)).await;
    assert_eq!(found(), (1, 0));
    tokio::time::advance(Duration::from_millis(1)).await;
    assert_eq!(found(), (2, 1));
}

#[tokio::test]
async fn a_second_run_finds_what_the_first_made() {
    let dir = tempfile::tempdir().unwrap();
    let behaviour = Behaviour {
        state_file: Some(dir.path().join("state")),
        burn_failed_tokens: true,
        ..Behaviour::default()
    };
    let first = Desk::new(behaviour.clone());
    let id = ok(&first.talent(&talent_example()))["talent_id"].clone();
    ok(&first.talent(&talent_example()));
    ok(&first.job_data(TOKEN_1, &job_data_example()));
    let bad = with(job_data_example(), "/id", Some(json!("1")));
    refused(&first.job_data(TOKEN_2, &bad));
    let before = first.sandbox.ledger();
    drop(first);

    let second = Desk::new(behaviour);
    let after = second.sandbox.ledger();
    assert_eq!((&after.talents, &after.job_data), (&before.talents, &before.job_data));
    assert_eq!(after.duplicates, before.duplicates);
    assert_eq!(ok(&second.talent(&talent_example()))["talent_id"], id);
    assert_eq!(refused(&second.job_data(TOKEN_1, &job_data_example())).1, 1_160_004);
    assert_eq!(refused(&second.job_data(TOKEN_2, &job_data_example())).1, 1_160_004, "burnt");
    let new = json!({ "basic_info": { "name": "b", "email": "b@c.cn" } });
    let ids: Vec<_> = before
        .talents
        .iter()
        .map(|t| t.id.clone())
        .chain(before.job_data.iter().map(|j| j.id.clone()))
        .collect();
    assert!(!ids.contains(&ok(&second.talent(&new))["talent_id"].as_str().unwrap().to_owned()));
}

#[tokio::test]
async fn the_ledger_survives_json() {
    let desk = calm();
    ok(&desk.talent(&talent_example()));
    ok(&desk.job_data("", &job_data_example()));
    let ledger = desk.sandbox.ledger();
    let text = serde_json::to_string(&ledger).unwrap();
    assert_eq!(serde_json::from_str::<Ledger>(&text).unwrap(), ledger);
    assert_eq!(ledger.requests_to(Endpoint::TalentCreate).arrivals, 1);
    assert_eq!(ledger.requests_to(Endpoint::TalentGet).arrivals, 0);
}

#[tokio::test]
async fn employees_that_can_be_seen() {
    let ask = |behaviour: &Behaviour, body: Value| {
        let query = [("user_id_type", "people_corehr_id")];
        Desk::new(behaviour.clone()).send(Endpoint::EmployeeFind, "", &query, &body)
    };
    let mut behaviour = Behaviour {
        known_employments: Some(vec!["1".to_owned(), "2".to_owned()]),
        hidden_employments: vec!["2".to_owned()],
        ..Behaviour::default()
    };
    let all = json!({ "employment_ids": ["1", "2", "3"] });
    let only = json!([{ "employment_id": "1" }]);
    assert_eq!(ok(&ask(&behaviour, all.clone()))["items"], only, "hidden and unknown are left out");
    let named = json!({ "employment_ids": ["1"], "fields": ["employment_id_v2"] });
    assert_eq!(ok(&ask(&behaviour, named))["items"][0]["employment_id_v2"], "1");
    assert_eq!(refused(&ask(&behaviour, json!({}))).1, 1_160_102);
    let people = json!({ "person_ids": ["1"], "work_emails": ["a@b.c"] });
    assert_eq!(ok(&ask(&behaviour, people))["items"], json!([]));
    let many: Vec<String> = (0..101).map(|n| n.to_string()).collect();
    assert_eq!(refused(&ask(&behaviour, json!({ "employment_ids": many }))).2, ["employment_ids"]);

    behaviour.hidden = Hidden::Refuse;
    assert_eq!(refused(&ask(&behaviour, all)), (403, 1_160_104, vec![]));
    assert_eq!(ok(&ask(&behaviour, json!({ "employment_ids": ["1"] })))["items"], only);
}

#[tokio::test]
async fn a_hidden_employment_can_be_given_job_data_but_they_are_not_read_back() {
    let hidden_employments = vec!["6893014062142064135".to_owned()];
    let desk = Desk::new(Behaviour { hidden_employments, ..Behaviour::default() });
    ok(&desk.job_data(TOKEN_1, &job_data_example()));
    let ask = json!({ "employment_ids": ["6893014062142064135"], "get_all_version": true });
    assert_eq!(desk.find_job_data("people_corehr_id", &ask), json!([]));
    assert_eq!(desk.sandbox.ledger().job_data.len(), 1);
}

#[tokio::test]
async fn a_denied_call_does_nothing_and_says_why() {
    let denied = vec![
        (Endpoint::TalentCreate, Denied::Scope),
        (Endpoint::JobDataFind, Denied::Data),
        (Endpoint::EmployeeFind, Denied::Data),
    ];
    let desk = Desk::new(Behaviour { denied, ..Behaviour::default() });
    let talent = desk.talent(&talent_example());
    assert_eq!(refused(&talent), (400, 99_991_672, vec![]));
    let violation = json_of(&talent).pointer("/error/permission_violations/0/subject");
    assert_eq!(violation.unwrap(), "hire:talent");
    assert!(desk.sandbox.ledger().talents.is_empty());
    let ask = json!({ "employment_ids": ["1"] });
    assert_eq!(refused(&desk.send(Endpoint::JobDataFind, "", &[], &ask)).1, 1_160_023);
    assert_eq!(refused(&desk.send(Endpoint::EmployeeFind, "", &[], &ask)).1, 1_160_104);
    ok(&desk.job_data(TOKEN_1, &job_data_example()));
}
