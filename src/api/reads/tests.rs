//! The answers as the documents show them, and as they might come.

use std::time::Duration;

use super::*;
use crate::api::answer::{Answer, Outcome};
use crate::kinds::endpoints::{EMPLOYEE_BATCH_GET, JOB_DATA_BATCH_GET, TALENT_GET, TALENT_IDS};

fn ok(data: &str) -> Answer {
    let body = format!(r#"{{"code":0,"msg":"success","data":{data}}}"#).into();
    let outcome = Outcome::Replied { status: 200, body };
    Answer { outcome, log_id: None, reset: None, date: None, elapsed: Duration::ZERO }
}

fn strings(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

fn by_key(question: Question) -> Read {
    Read { endpoint: &TALENT_IDS, query: Vec::new(), question }
}

fn mobiles(numbers: &[&str]) -> Read {
    by_key(Question::Mobiles { dial: "86".into(), numbers: strings(numbers) })
}

fn talent_of(id: &str) -> Read {
    let query = vec![("user_id_type".to_owned(), "open_id".to_owned())];
    Read { endpoint: &TALENT_GET, query, question: Question::Person { id: id.to_owned() } }
}

fn of_employments(endpoint: &'static Endpoint, question: Question) -> Read {
    let query = [
        ("user_id_type", "people_corehr_id"),
        ("department_id_type", "people_corehr_department_id"),
    ];
    let query = query.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    Read { endpoint, query, question }
}

fn records(employments: &[&str]) -> Read {
    let employments = strings(employments);
    of_employments(&JOB_DATA_BATCH_GET, Question::Records { employments })
}

fn data<T: std::fmt::Debug>(reading: ReadVerdict<T>) -> T {
    let ReadVerdict::Data(data) = reading else { panic!("{reading:?}") };
    data
}

fn ids(placed: &Placed<PersonHit>) -> Vec<Vec<&str>> {
    placed.of.iter().map(|hits| hits.iter().map(|hit| hit.id.as_str()).collect()).collect()
}

#[test]
fn requests_are_as_documented() {
    let body =
        |read: &Read| -> serde_json::Value { serde_json::from_str(&read.body().unwrap()).unwrap() };
    assert_eq!(
        body(&mobiles(&["18200291190"])),
        json!({"mobile_code": "86", "mobile_number_list": ["18200291190"]})
    );
    let documents = by_key(Question::Documents { kind: 1, numbers: strings(&["510403xxxxxxxx"]) });
    assert_eq!(
        body(&documents),
        json!({"identification_type": 1, "identification_number_list": ["510403xxxxxxxx"]})
    );
    let emails = by_key(Question::Emails { emails: strings(&["foo@example.com"]) });
    assert_eq!(body(&emails), json!({"email_list": ["foo@example.com"]}));
    let job_datas = records(&["6893014062142064135"]);
    assert_eq!(
        body(&job_datas),
        json!({"employment_ids": ["6893014062142064135"], "get_all_version": true})
    );
    assert_eq!(
        job_datas.query,
        [
            ("user_id_type".to_owned(), "people_corehr_id".to_owned()),
            ("department_id_type".to_owned(), "people_corehr_department_id".to_owned()),
        ]
    );
    let talent = talent_of("6960663240925956555");
    assert_eq!((talent.body(), talent.path_parameter()), (None, "6960663240925956555"));
    for read in [mobiles(&["13800138000"]), documents, emails, job_datas] {
        let shown = format!("{read:?}");
        assert!(!read.keys().iter().any(|key| shown.contains(key)), "{shown}");
    }
}

#[test]
fn talents_are_put_to_the_keys_that_found_them() {
    let read = mobiles(&["18200291190", "13800138000", "13900139000"]);
    let answer = ok(r#"{"talent_list":[
        {"talent_id":"1","mobile_code":"86","mobile_number":"182 0029 1190","is_onboarded":true},
        {"talent_id":"2","mobile_code":"+86","mobile_number":"13900139000"},
        {"talent_id":3,"mobile_number":"13900139000"},
        {"talent_id":"4","mobile_code":"852","mobile_number":"13800138000"}]}"#);
    let placed = data(super::people(&read, &answer));
    assert_eq!(ids(&placed), [vec!["1"], vec![], vec!["2", "3"]]);
    assert_eq!(placed.unplaced, 1, "another country's number is told, not dropped");
    assert!(!format!("{placed:?}").contains("139"), "no key is shown");
}

#[test]
fn the_answer_for_a_single_key_is_all_its_own() {
    let read = mobiles(&["18200291190"]);
    let placed = data(super::people(&read, &ok(r#"{"talent_list":[{"talent_id":"1"}]}"#)));
    assert_eq!((ids(&placed), placed.unplaced), (vec![vec!["1"]], 0));
}

#[test]
fn emails_and_documents_are_compared_without_case() {
    let read = by_key(Question::Emails { emails: strings(&["Foo@Example.com", "b@x.cn"]) });
    let answer = ok(r#"{"talent_list":[{"talent_id":"1","email":"foo@example.com"}]}"#);
    assert_eq!(ids(&data(super::people(&read, &answer))), [vec!["1"], vec![]]);
    let numbers = strings(&["11010519491231002x", "2"]);
    let read = by_key(Question::Documents { kind: 1, numbers });
    let answer = ok(r#"{"talent_list":[
        {"talent_id":"1","identification_type":1,"identification_number":"11010519491231002X"},
        {"talent_id":"2","identification_type":2,"identification_number":"2"}]}"#);
    let placed = data(super::people(&read, &answer));
    assert_eq!((ids(&placed), placed.unplaced), (vec![vec!["1"], vec![]], 1));
}

#[test]
fn nobody_found_is_empty_and_nonsense_is_not_nobody() {
    let read = mobiles(&["1", "2"]);
    for nobody in [r#"{"talent_list":[]}"#, r#"{"talent_list":null}"#, "{}"] {
        assert_eq!(ids(&data(super::people(&read, &ok(nobody)))), [vec![""; 0], vec![]]);
    }
    for nonsense in [r#"{"talent_list":{}}"#, r#"{"talent_list":[{"mobile_number":"1"}]}"#] {
        assert!(
            matches!(super::people(&read, &ok(nonsense)), ReadVerdict::Again { .. }),
            "{nonsense}"
        );
    }
}

#[test]
fn a_talent_has_its_name_and_times() {
    let read = talent_of("69");
    let answer = ok(r#"{"talent_id":"6960663240925956555","basic_info":{"name":"张三",
        "mobile_code":"86","mobile_number":"18200291190","email":"foo@example.com",
        "identification_type":1,"identification_number":"5104","birthday":661536000,
        "create_time":"1625456758213","update_time":"1625456758214"}}"#);
    let talent = data(super::person(&read, &answer));
    assert_eq!(talent.name.as_deref(), Some("张三"));
    assert_eq!(
        (talent.created_ms, talent.updated_ms),
        (Some(1_625_456_758_213), Some(1_625_456_758_214))
    );
    assert_eq!(talent.document, Some((Some(1), "5104".to_owned())));
    assert!(!format!("{talent:?}").contains("张三"));
}

#[test]
fn every_version_of_each_employment_is_read() {
    let read = records(&["10", "20", "30"]);
    let answer = ok(r#"{"items":[{"employment_id":"10","job_datas":[
        {"job_data_id":"1","version_id":"11","employment_id":"10",
         "effective_time":"2020-05-01 00:00:00","department_id":"d",
         "assignment_start_reason":{"enum_name":"onboarding","display":[]},
         "created_at":"2020-05-02 00:00:00"},
        {"job_data_id":"1","version_id":"12"}]},
        {"employment_id":"30","job_datas":[]},
        {"employment_id":"99","job_datas":[{"job_data_id":"9"}]}]}"#);
    let placed = data(super::records(&read, &answer));
    assert_eq!(placed.of.iter().map(Vec::len).collect::<Vec<_>>(), [2, 0, 0]);
    assert_eq!(placed.unplaced, 1);
    let first = &placed.of[0][0];
    assert_eq!(first.effective_time.as_deref(), Some("2020-05-01 00:00:00"));
    assert_eq!(first.reason.as_deref(), Some("onboarding"));
}

#[test]
fn an_employment_that_was_not_converted_is_not_taken_for_one() {
    let read = of_employments(
        &EMPLOYEE_BATCH_GET,
        Question::Employees { employments: strings(&["10", "20"]) },
    );
    let answer = ok(r#"{"items":[{"employment_id":"10","employment_id_v2":"10"},
        {"employment_id":"lark","employment_id_v2":""}]}"#);
    let placed = data(employees(&read, &answer));
    assert_eq!(placed.of, [vec!["10".to_owned()], vec![]]);
    assert_eq!(placed.unplaced, 1);
}

#[test]
fn a_read_is_halved_down_to_single_keys() {
    let read = mobiles(&["1", "2", "3"]);
    let (front, back) = read.halves().unwrap();
    assert_eq!((front.keys(), back.keys()), (&strings(&["1"])[..], &strings(&["2", "3"])[..]));
    assert!(front.halves().is_none());
    assert!(matches!(back.question, Question::Mobiles { ref dial, .. } if dial == "86"));
}
