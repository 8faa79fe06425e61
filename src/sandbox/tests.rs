//! Tests of the whole sandbox: below the socket (paused time), and on it.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::call::{Body, Call, Delivery, Reply};
use super::*;

mod network;
mod people;
mod records;
mod reference;
mod strictness;
mod tenant;
mod windows;

const JSON: &str = "application/json; charset=utf-8";

/// The example body of the page of `combined_create`, without its deprecated `init_source_id`.
fn talent_example() -> Value {
    let custom = |id: &str, value: &str| json!([{ "object_id": id, "value": value }]);
    let ms = "293016767159";
    json!({
        "resume_source_id": "1",
        "folder_id_list": ["6942778198054125570"],
        "creator_id": "ou_84aad35d084aa403a838cf73ee18467",
        "creator_account_type": 1,
        "resume_attachment_id": "7383906146040678700",
        "basic_info": {
            "name": "张三", "mobile": "182900291190", "mobile_country_code": "CN_1", "email": "16xx1@126.com",
            "identification": { "identification_type": 1, "identification_number": "511699199x1x111234" },
            "start_work_time": ms, "birthday": ms, "gender": 1, "nationality_id": "CN_112",
            "current_city_code": "CT_159", "hometown_city_code": "CT_159",
            "customized_data": custom("6934193211960330504", "已婚")
        },
        "education_list": [{
            "degree": 1, "school": "香港大学", "field_of_study": "考古", "start_time": ms, "end_time": ms,
            "education_type": 1, "academic_ranking": 5, "customized_data": custom("6934193211960330505", "C9")
        }],
        "career_list": [{
            "company": "明日科技公司", "title": "高级工程师", "desc": "测试", "start_time": ms, "end_time": ms,
            "career_type": 1, "customized_data": custom("6934193211960330506", "[\"1577808000000\", \"1612108800000\"]")
        }],
        "project_list": [{
            "name": "系统稳定性提升项目", "role": "研发人员", "link": "https://www.a.com", "desc": "一流水准。",
            "start_time": ms, "end_time": ms, "customized_data": custom("6934193211960330507", "1627379423000")
        }],
        "works_list": [{
            "link": "https://www.a.com", "desc": "个人设计作品", "attachment_id": "12345678",
            "customized_data": custom("6934193211960330508", "1627379423000")
        }],
        "award_list": [{
            "title": "最佳新人奖", "award_time": ms, "desc": "最优秀的新人奖",
            "customized_data": custom("6934193211960330509", "奖项含金量很高")
        }],
        "language_list": [{ "language": 1, "proficiency": 1, "customized_data": custom("6934193211960330510", "3") }],
        "sns_list": [{
            "sns_type": 1, "link": "https://www.a.com", "customized_data": custom("6934193211960330511", "常用的社交账号")
        }],
        "preferred_city_code_list": ["CT_2"],
        "self_evaluation": {
            "content": "自我评价：平常心", "customized_data": custom("6934193211960330512", "1")
        },
        "customized_data": [{
            "object_id": "6934193211960330504",
            "children": [[{ "object_id": "6934193211960330513", "value": "[\"1\", \"2\"]" }]]
        }]
    })
}

/// The example body of the page of `job_datas` create.
fn job_data_example() -> Value {
    let id = "6890452208593372679";
    json!({
        "job_level_id": id, "job_grade_id": id, "employee_type_id": id, "working_hours_type_id": id,
        "work_location_id": id, "department_id": id, "job_id": id,
        "probation_start_date": "2018-03-16", "probation_end_date": "2019-05-24",
        "primary_job_data": true, "employment_id": "6893014062142064135",
        "effective_time": "2020-05-01 00:00:00", "expiration_time": "2020-05-02 00:00:00",
        "job_family_id": "1245678", "assignment_start_reason": { "enum_name": "onboarding" },
        "probation_expected_end_date": "2006-01-02", "direct_manager_id": id,
        "dotted_line_manager_id_list": ["6890452208593372681"], "second_direct_manager_id": id,
        "cost_center_rate": [{ "cost_center_id": "6950635856373745165", "rate": 100 }],
        "work_shift": { "enum_name": "example" }, "compensation_type": { "enum_name": "example" },
        "service_company": "6890452208593372680", "position_id": id, "pathway_id": "6890452208593372671"
    })
}

const TOKEN_1: &str = "fe599b60-450f-46ff-b2ef-9f6675625b97";
const TOKEN_2: &str = "0b6f4c1e-2222-4aaa-8bbb-000000000002";

/// A sandbox and a client of it below the socket.
struct Desk {
    sandbox: Arc<Sandbox>,
    bearer: String,
}

impl Desk {
    fn new(behaviour: Behaviour) -> Self {
        let sandbox = Sandbox::new(behaviour).unwrap();
        let mut desk = Self { sandbox, bearer: String::new() };
        desk.log_in();
        desk
    }

    fn log_in(&mut self) {
        let answer =
            self.send(Endpoint::Token, "", &[], &json!({ "app_id": "cli_a", "app_secret": "s" }));
        let token = json_of(&answer)["tenant_access_token"].as_str().unwrap();
        self.bearer = format!("Bearer {token}");
    }

    fn call(&self, endpoint: Endpoint, tail: &str, query: &[(&str, &str)], body: &Value) -> Call {
        let own = |text: &&str| (*text).to_owned();
        Call {
            endpoint,
            tail: tail.to_owned(),
            query: query.iter().map(|(name, value)| (own(name), own(value))).collect(),
            content_type: Some(JSON.to_owned()),
            authorization: Some(self.bearer.clone()),
            body: body.to_string().into_bytes(),
        }
    }

    fn send(&self, endpoint: Endpoint, tail: &str, query: &[(&str, &str)], body: &Value) -> Reply {
        self.sandbox.receive(&self.call(endpoint, tail, query, body))
    }

    fn talent(&self, body: &Value) -> Reply {
        self.send(Endpoint::TalentCreate, "", &[("user_id_type", "open_id")], body)
    }

    fn job_data(&self, token: &str, body: &Value) -> Reply {
        self.send(Endpoint::JobDataCreate, "", &[("client_token", token)], body)
    }

    fn find_job_data(&self, user_id_type: &str, body: &Value) -> Value {
        let answer = self.send(Endpoint::JobDataFind, "", &[("user_id_type", user_id_type)], body);
        ok(&answer)["items"].clone()
    }

    fn find_talents(&self, body: &Value) -> Value {
        ok(&self.send(Endpoint::TalentFind, "", &[], body))["talent_list"].clone()
    }
}

fn calm() -> Desk {
    Desk::new(Behaviour::default())
}

fn json_of(reply: &Reply) -> &Value {
    match &reply.body {
        Body::Json(body) => body,
        Body::Html(_) | Body::Empty => panic!("not JSON: {reply:?}"),
    }
}

/// `data` of a success.
fn ok(reply: &Reply) -> &Value {
    let body = json_of(reply);
    assert_eq!((reply.http, &body["code"]), (200, &json!(0)), "{body}");
    &body["data"]
}

/// HTTP status, code, and the refused fields.
fn refused(reply: &Reply) -> (u16, i64, Vec<String>) {
    let body = json_of(reply);
    let fields = body.pointer("/error/field_violations").and_then(Value::as_array);
    let fields =
        fields.into_iter().flatten().filter_map(|f| f["field"].as_str()).map(str::to_owned);
    (reply.http, body["code"].as_i64().unwrap(), fields.collect())
}

/// The example with one value set (`null` pointer parts make no new objects) or, with `None`, taken away.
fn with(mut body: Value, pointer: &str, value: Option<Value>) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap();
    match value {
        Some(value) if parent.is_array() => parent[name.parse::<usize>().unwrap()] = value,
        Some(value) => parent[name] = value,
        None => {
            parent.as_object_mut().unwrap().shift_remove(name).unwrap();
        }
    }
    body
}
