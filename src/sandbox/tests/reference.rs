//! The reads of reference data: each pages to its end, refuses what it must, and answers with its page's keys.

use std::collections::{BTreeMap, BTreeSet};

use super::super::company::Company;
use super::super::company::ids::{CORE_DEPARTMENT, CORE_USER, in_type};
use super::super::reference::page::Paging;
use super::*;

/// The examples of the pages, each a line: what is asked, and `data` of the answer.
const PAGES: &str = include_str!("reference_pages.json");

fn read(desk: &Desk, of: Reference, query: &[(&str, &str)], body: &Value) -> Reply {
    desk.send(Endpoint::Reference(of), "", query, body)
}

/// The parameters with which a read shows CoreHR's own ids.
fn plain(of: Reference) -> Vec<(&'static str, &'static str)> {
    let page = of.page();
    let has = |name: &str| page.query.iter().any(|(own, _)| *own == name);
    let mut query = Vec::new();
    if has("user_id_type") && page.path.contains("corehr") {
        query.push(("user_id_type", CORE_USER));
    }
    if has("department_id_type") {
        query.push(("department_id_type", CORE_DEPARTMENT));
    }
    query
}

/// All pages of a read, so many items each.
fn walk(desk: &Desk, of: Reference, size: &str, body: &Value) -> Vec<Value> {
    let (mut found, mut token) = (Vec::new(), None::<String>);
    loop {
        let mut query = plain(of);
        query.push(("page_size", size));
        if let Some(token) = &token {
            query.push(("page_token", token));
        }
        let answer = read(desk, of, &query, body);
        let data = ok(&answer);
        found.extend(data["items"].as_array().unwrap().iter().cloned());
        token = data.get("page_token").map(|token| token.as_str().unwrap().to_owned());
        assert_eq!(data["has_more"], token.is_some(), "{of:?}");
        if token.is_none() {
            return found;
        }
        assert!(found.len() < 2000, "{of:?} has no end");
    }
}

fn most_of(of: Reference) -> Option<usize> {
    match of.page().paging {
        Paging::Whole => None,
        Paging::Required(most) | Paging::Default(_, most) => Some(most),
    }
}

/// What a read must be told beside its page.
fn told(of: Reference) -> Value {
    let some = || {
        let company = Company::morning_star();
        company.employees.iter().take(7).map(|own| own.id.clone()).collect::<Vec<_>>()
    };
    if of == Reference::HirePlaces {
        json!({ "location_type": 3 })
    } else if of == Reference::JobDatas {
        json!({ "employment_ids": some() })
    } else {
        json!({})
    }
}

#[tokio::test(start_paused = true)]
async fn every_list_pages_to_its_end() {
    for of in Reference::all() {
        let Some(most) = most_of(of) else { continue };
        let desk = calm();
        let most = most.min(1000).to_string();
        let whole = walk(&desk, of, &most, &told(of));
        assert!(!whole.is_empty(), "{of:?}");
        tokio::time::advance(Duration::from_mins(1)).await;
        let size = (whole.len() / 3 + 1).min(100).to_string();
        assert_eq!(walk(&desk, of, &size, &told(of)), whole, "{of:?}");
        let texts: BTreeSet<String> = whole.iter().map(Value::to_string).collect();
        assert_eq!(texts.len(), whole.len(), "{of:?} shows something twice");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_is_not_asked_for_properly_is_refused() {
    for of in Reference::all() {
        let Some(most) = most_of(of) else { continue };
        let desk = calm();
        let refusal = |query: &[(&str, &str)]| {
            let query = [&plain(of)[..], query].concat();
            refused(&read(&desk, of, &query, &told(of)))
        };
        let page_size = (400, 99_992_402, vec!["page_size".to_owned()]);
        if matches!(of.page().paging, Paging::Required(_)) {
            assert_eq!(refusal(&[]), page_size, "{of:?}");
        }
        assert_eq!(refusal(&[("page_size", "0")]), page_size, "{of:?}");
        if let Some(more) = most.checked_add(1) {
            assert_eq!(refusal(&[("page_size", &more.to_string())]), page_size, "{of:?}");
        }
        let (_, _, fields) = refusal(&[("page_size", "10"), ("page_token", "eyJzIjoi")]);
        assert_eq!(fields, ["page_token"], "{of:?}");
        tokio::time::advance(Duration::from_secs(1)).await;
        let (_, _, fields) = refusal(&[("page_size", "10"), ("pagesize", "10")]);
        assert_eq!(fields, ["pagesize"], "{of:?}");
    }
}

#[test]
fn a_token_belongs_to_its_list_and_filters() {
    let desk = calm();
    let first = |of: Reference, body: &Value| {
        let query = [&plain(of)[..], &[("page_size", "1")]].concat();
        ok(&read(&desk, of, &query, body))["page_token"].as_str().unwrap().to_owned()
    };
    let token = first(Reference::JobGrades, &json!({}));
    let next = |of: Reference, body: &Value| {
        let query = [&plain(of)[..], &[("page_size", "1"), ("page_token", &token)]].concat();
        read(&desk, of, &query, body).http
    };
    assert_eq!(next(Reference::JobGrades, &json!({})), 200);
    assert_eq!(next(Reference::JobGrades, &json!({ "active": true })), 400);
    assert_eq!(next(Reference::CostCenters, &json!({})), 400);
}

#[test]
fn what_no_page_knows_is_in_the_ledger() {
    let desk = calm();
    let query = [("page_size", "10"), ("user_id_type", CORE_USER)];
    let body = json!({ "names": ["研发"], "name_list": "研发" });
    let (http, code, fields) = refused(&read(&desk, Reference::CostCenters, &query, &body));
    assert_eq!((http, code), (400, 99_992_402));
    assert_eq!(fields, ["names", "name_list"]);
    let ledger = desk.sandbox.ledger();
    assert_eq!(ledger.violations.len(), 1);
    let noted = &ledger.violations[0];
    assert_eq!(noted.endpoint, "cost_centers");
    assert_eq!((noted.rule.as_str(), noted.detail.as_str()), ("unknown_field", "names"));
}

#[tokio::test(start_paused = true)]
async fn each_read_has_the_window_of_its_page() {
    for (of, most) in [
        (Reference::EmployeeTypes, 50),
        (Reference::Locations, 100),
        (Reference::DepartmentTree, 5),
        (Reference::DepartmentSearch, 100),
        (Reference::Positions, 5),
    ] {
        let desk = calm();
        let query = [&plain(of)[..], &[("page_size", "1")]].concat();
        let mut admitted = 0;
        while read(&desk, of, &query, &told(of)).http != 429 {
            admitted += 1;
        }
        assert_eq!(admitted, most, "{of:?}");
    }
}

const DEPARTMENTS: [(&str, &str); 2] =
    [("user_id_type", CORE_USER), ("department_id_type", CORE_DEPARTMENT)];

fn departments(desk: &Desk, body: &Value) -> Vec<Value> {
    let query = [&DEPARTMENTS[..], &[("page_size", "100")]].concat();
    let answer = read(desk, Reference::DepartmentSearch, &query, body);
    ok(&answer)["items"].as_array().unwrap().clone()
}

#[test]
fn only_the_fields_asked_for_come_back() {
    let desk = calm();
    let body = json!({ "name_list": ["综合部"] });
    let bare = departments(&desk, &body);
    assert_eq!(bare.len(), 3, "three branches have one");
    let keys = |item: &Value| item.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&bare[0]), ["id"]);
    let body = json!({ "name_list": ["综合部"], "fields": ["code", "department_name"] });
    assert_eq!(keys(&departments(&desk, &body)[0]), ["id", "department_name", "code"]);
    let body = json!({ "fields": ["name"] });
    let query = [&DEPARTMENTS[..], &[("page_size", "100")]].concat();
    let answer = read(&desk, Reference::DepartmentSearch, &query, &body);
    assert_eq!(refused(&answer).1, 1_160_102, "that is another page's name");
    let query = [&DEPARTMENTS[..], &[("page_size", "100")]].concat();
    let body = json!({ "fields": ["wk_id", "department"] });
    let answer = read(&desk, Reference::Positions, &query, &body);
    assert_eq!(keys(&ok(&answer)["items"][0]), ["position_id", "department_id"]);
}

#[test]
fn a_batch_finds_by_id_and_by_name_and_nothing_for_nothing() {
    let desk = calm();
    let get = |body: &Value| {
        let answer = read(&desk, Reference::DepartmentGet, &DEPARTMENTS, body);
        ok(&answer)["items"].as_array().unwrap().clone()
    };
    assert!(get(&json!({})).is_empty());
    let found = departments(&desk, &json!({ "code_list": ["D-RD"] }));
    let id = found[0]["id"].clone();
    assert_eq!(get(&json!({ "department_id_list": [id] })), found);
    let both =
        |name: &str| json!({ "department_id_list": [id, "1"], "department_name_list": [name] });
    assert_eq!(get(&both("研发中心")).len(), 1);
    assert_eq!(get(&both("R&D Center")).len(), 1);
    assert!(get(&both("产品中心")).is_empty());
    let many: Vec<String> = (0..101).map(|n| n.to_string()).collect();
    let body = json!({ "department_id_list": many });
    let answer = read(&desk, Reference::DepartmentGet, &DEPARTMENTS, &body);
    assert_eq!(refused(&answer).2, ["department_id_list"]);
}

#[test]
fn a_client_that_forgets_the_type_of_ids_gets_others() {
    let desk = calm();
    let id = departments(&desk, &json!({ "code_list": ["D-RD"] }))[0]["id"].clone();
    let query = [("page_size", "100")];
    let body = json!({ "code_list": ["D-RD"] });
    let answer = read(&desk, Reference::DepartmentSearch, &query, &body);
    let open = ok(&answer)["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(open, in_type(id.as_str().unwrap(), "open_department_id"));
    let by = |id: &Value| {
        let body = json!({ "department_id_list": [id] });
        ok(&read(&desk, Reference::DepartmentGet, &[], &body))["items"].clone()
    };
    assert_eq!(by(&id), json!([]));
    assert_eq!(by(&Value::from(open.clone())), json!([{ "id": open }]));
}

#[test]
fn the_tree_is_walked_breadth_first_and_has_no_names() {
    let desk = calm();
    let items = walk(&desk, Reference::DepartmentTree, "1000", &json!({}));
    let levels: Vec<u64> = items.iter().map(|item| item["level"].as_u64().unwrap()).collect();
    assert!(levels.is_sorted());
    assert_eq!((levels[0], levels.last()), (0, Some(&5)));
    let children: usize = items.iter().map(|item| item["children"].as_array().unwrap().len()).sum();
    assert_eq!(children + 1, items.len(), "each but the root is somebody's child");
    let inactive = walk(&desk, Reference::DepartmentTree, "1000", &json!({"need_inactive": true}));
    assert_eq!(inactive.len(), items.len() + 1);
    let before = json!({ "effective_date": "2019-01-01" });
    assert!(walk(&desk, Reference::DepartmentTree, "1000", &before).is_empty());
    let query = [&plain(Reference::DepartmentTree)[..], &[("page_size", "10")]].concat();
    let answer = read(&desk, Reference::DepartmentTree, &query, &json!({ "department_id": "404" }));
    assert_eq!(refused(&answer).1, 1_160_102);
}

#[test]
fn below_a_department_are_its_children_or_all_of_them() {
    let desk = calm();
    let id = departments(&desk, &json!({ "code_list": ["D-RD-BE"] }))[0]["id"].clone();
    let below = |all: bool| {
        let body = json!({ "parent_department_id": id, "get_all_children": all });
        departments(&desk, &body).len()
    };
    assert_eq!((below(false), below(true)), (3, 11));
}

#[test]
fn a_rename_moves_the_day_from_which_a_department_holds() {
    let fields = json!(["department_name", "effective_date", "expiration_date"]);
    let body = json!({ "code_list": ["D-RD-DI"], "fields": fields });
    let found = departments(&calm(), &body)[0].clone();
    assert_eq!(found["department_name"][0]["value"], "数据智能部");
    assert_eq!(found["effective_date"], "2025-07-01");
    let before = Behaviour { now_ms: 1_735_689_600_000, ..Behaviour::default() };
    let found = departments(&Desk::new(before), &body)[0].clone();
    assert_eq!(found["department_name"][0]["value"], "大数据部");
    assert_eq!(
        (&found["effective_date"], &found["expiration_date"]),
        (&json!("2020-01-01"), &json!("2025-07-01"))
    );
}

/// Keys of the examples that ours leave out, since they are optional; what is below them, too.
const LEFT_OUT: &[(&str, &[&str])] = &[
    (
        "locations",
        &[
            ".hiberarchy_common.description[]",
            ".address[].distinct_id",
            ".time_zone_id",
            ".display_language_id",
        ],
    ),
    ("job_levels", &[".description[]"]),
    ("jobs", &[".description[]", ".custom_fields[]"]),
    (
        "companies",
        &[
            ".legal_representative[]",
            ".primary_manager[]",
            ".tax_payer_id",
            ".currency",
            ".phone",
            ".fax",
            ".registered_office_address_info.",
            ".office_address_info.",
        ],
    ),
    ("cost_centers", &[".managers[]"]),
    ("department_search", &[".description[]", ".custom_fields[]"]),
    (
        "job_datas",
        &[".job_datas[].probation_start_date", ".job_datas[].probation_expected_end_date"],
    ),
    (
        "job_data_find",
        &[".job_datas[].probation_start_date", ".job_datas[].probation_expected_end_date"],
    ),
    ("national_id_types", &[".validation_rule_description[]"]),
];

/// Keys of ours that an example has no room for.
const MORE: &[(&str, &[&str])] = &[
    ("companies", &[".office_address_info."]),
    ("employees", &[".person_info."]),
    ("custom_fields", &[".common_schema_config.enum_field_setting"]),
];

fn is_listed(list: &[(&str, &[&str])], label: &str, key: &str) -> bool {
    let key = key.strip_prefix(".items[]").unwrap_or(key);
    let own = list.iter().filter(|(own, _)| *own == label);
    own.flat_map(|(_, keys)| keys.iter()).any(|own| key.starts_with(own))
}

/// The path of every key below a value; the entries of a list share theirs.
fn keys_of(value: &Value, at: &str, into: &mut BTreeMap<String, &'static str>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    into.insert(at.to_owned(), kind);
    match value {
        Value::Array(list) => {
            list.iter().for_each(|value| keys_of(value, &format!("{at}[]"), into))
        }
        Value::Object(map) => {
            map.iter().for_each(|(name, value)| keys_of(value, &format!("{at}.{name}"), into));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What keys an answer has and its page's example has not, or the other way round.
fn differences(label: &str, answer: &Reply, example: &Value) -> Vec<String> {
    let (mut ours, mut theirs) = (BTreeMap::new(), BTreeMap::new());
    keys_of(ok(answer), "", &mut ours);
    keys_of(&example["data"], "", &mut theirs);
    ours.remove(".page_token");
    theirs.remove(".page_token");
    let missing = theirs
        .iter()
        .filter(|(key, kind)| ours.get(*key) != Some(kind) && !is_listed(LEFT_OUT, label, key));
    let more = ours.keys().filter(|key| !theirs.contains_key(*key) && !is_listed(MORE, label, key));
    let missing = missing.map(|(key, kind)| format!("{label}: {key} is no {kind}"));
    missing.chain(more.map(|key| format!("{label}: {key} is not in the example"))).collect()
}

/// The body of an example. What it looks for by name or id is not ours: everything is shown instead.
fn body_of(of: Reference, example: &Value) -> Value {
    let mut body = example["body"].clone();
    if let Some(body) = body.as_object_mut() {
        let searches = ["_list", "_ids", "_id"];
        body.retain(|key, _| !searches.iter().any(|end| key.ends_with(end)));
    }
    let item = example["data"]["items"][0].as_object();
    // The names that positions are asked by are others than those in the answer.
    if let (Some(item), Some(fields)) = (item, body.get_mut("fields"))
        && of != Reference::Positions
    {
        *fields = item.keys().filter(|key| *key != "id").cloned().collect();
    }
    if of == Reference::DepartmentGet {
        body["department_name_list"] = json!(["研发中心", "HRBP 组"]);
    }
    body
}

#[test]
fn answers_have_the_keys_of_their_pages() {
    let pages: BTreeMap<String, Value> = serde_json::from_str(PAGES).unwrap();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for of in Reference::all() {
        let page = of.page();
        let method = if page.body.is_some() { "POST" } else { "GET" };
        let name = format!("{method} {}", page.path.trim_start_matches("/open-apis/"));
        let Some(example) = pages.get(&name) else { continue };
        let mut query: Vec<(&str, &str)> = plain(of);
        if let Some(most) = most_of(of) {
            query.push(("page_size", if most > 1000 { "1000" } else { "100" }));
        }
        // The names of objects and fields are the same in every tenant.
        for (name, value) in example["query"].as_object().unwrap() {
            let list = std::slice::from_ref(value);
            let values = value.as_array().map_or(list, Vec::as_slice).iter();
            if name.contains("api_name") {
                query.extend(values.map(|value| (name.as_str(), value.as_str().unwrap())));
            }
        }
        let answer = read(&calm(), of, &query, &body_of(of, example));
        wrong.extend(differences(page.label, &answer, example));
        seen += 1;
    }
    // The two reads of batches of people are not reference data.
    let desk = calm();
    let ids: Vec<String> =
        Company::morning_star().employees.iter().take(9).map(|own| own.id.clone()).collect();
    for endpoint in [Endpoint::EmployeeFind, Endpoint::JobDataFind] {
        let name = format!("POST {}", endpoint.path().trim_start_matches("/open-apis/"));
        let mut body = pages[&name]["body"].clone();
        body["employment_ids"] = json!(ids);
        let answer = desk.send(endpoint, "", &DEPARTMENTS, &body);
        wrong.extend(differences(endpoint.label(), &answer, &pages[&name]));
        seen += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(seen, pages.len());
}

#[test]
fn a_system_error_is_that_of_the_page() {
    let told = |of: Reference| {
        let endpoint = Endpoint::Reference(of);
        let script = vec![Scripted { endpoint, nth: 1, fault: Fault::Error5xxBefore }];
        let desk = Desk::new(Behaviour::default().script(script));
        let query = [&plain(of)[..], &[("page_size", "1")]].concat();
        let answer = read(&desk, of, &query, &json!({}));
        (answer.http, refused(&answer).1)
    };
    assert_eq!(told(Reference::DepartmentSearch), (503, 1_161_204));
    assert_eq!(told(Reference::Countries), (500, 1_160_998));
    assert_eq!(told(Reference::TalentFolders), (500, 1_002_001));
    assert_eq!(told(Reference::EmployeeTypes), (500, 1_160_999));
}
