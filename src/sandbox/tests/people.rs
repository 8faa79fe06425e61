//! Reads of people, of their job data, of fields and options, of places.

use super::super::company::Company;
use super::super::company::ids::{CORE_DEPARTMENT, CORE_USER, in_type};
use super::*;

const CORE: [(&str, &str); 2] =
    [("user_id_type", CORE_USER), ("department_id_type", CORE_DEPARTMENT)];

fn read(desk: &Desk, of: Reference, query: &[(&str, &str)], body: &Value) -> Reply {
    desk.send(Endpoint::Reference(of), "", query, body)
}

/// The first hundred that a search finds.
fn items(desk: &Desk, of: Reference, body: &Value) -> Vec<Value> {
    let core = [CORE.to_vec(), vec![("page_size", "100")]].concat();
    let query = if of.page().query.is_empty() { &core[2..] } else { &core[..] };
    let answer = read(desk, of, query, body);
    ok(&answer)["items"].as_array().unwrap().clone()
}

fn people(desk: &Desk, body: &Value) -> Vec<Value> {
    items(desk, Reference::Employees, body)
}

#[test]
fn people_are_found_by_number_name_mail_and_mobile() {
    let desk = calm();
    let number = |own: &Value| own["employee_number"].as_str().unwrap().to_owned();
    let by = |filter: &str, value: &Value| {
        let body = json!({ filter: value, "fields": ["employee_number"] });
        people(&desk, &body).iter().map(number).collect::<Vec<_>>()
    };
    let company = Company::morning_star();
    let first = &company.employees[0];
    assert_eq!(by("employee_number_list", &json!(["A00001"])), ["A00001"]);
    assert_eq!(by("employee_number_list", &json!(["10234", "000477", "X"])).len(), 2);
    assert_eq!(by("email_address_list", &json!([first.email])), ["A00001"]);
    assert_eq!(by("work_email", &json!(first.email)), ["A00001"]);
    assert_eq!(by("phone_number_list", &json!([first.mobile])), ["A00001"]);
    assert_eq!(by("preferred_local_full_name_list", &json!(["张伟"])).len(), 2);
    assert_eq!(by("employment_id_list", &json!([first.id])), ["A00001"]);
    assert!(by("employment_id_list", &json!([in_type(&first.id, "open_id")])).is_empty());
    assert!(by("national_id_number_list", &json!(["119999199003070999"])).is_empty());
    let reports = by("direct_manager_id_list", &json!([first.id]));
    assert!(reports.len() > 5, "{reports:?}");
    let gone = by("employment_status", &json!("terminated"));
    assert!(!gone.is_empty() && gone.len() < 100);
}

#[test]
fn a_department_has_people_and_its_branch_has_more() {
    let desk = calm();
    let company = Company::morning_star();
    let unit = company.departments.iter().find(|own| own.code == "D-RD-BE").unwrap();
    let count = |filter: &str| people(&desk, &json!({ filter: [unit.id] })).len();
    let (own, all) = (count("department_id_list"), count("department_id_list_include_sub"));
    assert!(own > 0 && all > own, "{own} {all}");
}

#[test]
fn paths_pick_what_they_name() {
    let desk = calm();
    let first = |fields: &Value| {
        people(&desk, &json!({ "employee_number_list": ["A00002"], "fields": fields }))[0].clone()
    };
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&first(&json!([]))), ["employment_id"]);
    let item = first(&json!(["department_id", "person_info.legal_name", "person_info.phone_list"]));
    let wanted =
        ["employment_id", "employment_id_v2", "department_id", "department_id_v2", "person_info"];
    assert_eq!(keys(&item), wanted);
    assert_eq!(keys(&item["person_info"]), ["legal_name", "phone_list"]);
    let item = first(&json!(["job_level.name", "person_info.phone_list.phone_number"]));
    assert_eq!(keys(&item["job_level"]), ["name"]);
    assert_eq!(item["person_info"], json!({}), "lists are not drilled into");
    let query = [CORE.to_vec(), vec![("page_size", "10")]].concat();
    let answer = read(&desk, Reference::Employees, &query, &json!({ "fields": ["mobile"] }));
    assert_eq!(refused(&answer).1, 1_160_102);
    let half = json!({ "effective_time_start": "2020-01-01" });
    assert_eq!(refused(&read(&desk, Reference::Employees, &query, &half)).1, 1_160_102);
}

#[test]
fn a_batch_knows_the_company_and_takes_strangers_as_before() {
    let desk = calm();
    let company = Company::morning_star();
    let first = &company.employees[0];
    let find = |query: &[(&str, &str)], body: &Value| {
        ok(&desk.send(Endpoint::EmployeeFind, "", query, body))["items"].clone()
    };
    let fields = json!(["employee_number"]);
    let body = json!({ "employment_ids": [first.id, "6893014062142064135"], "fields": fields });
    let found = find(&CORE, &body);
    assert_eq!(found[0]["employee_number"], "A00001");
    assert_eq!(
        found[1],
        json!({ "employment_id": "6893014062142064135",
        "employment_id_v2": "6893014062142064135" })
    );
    let found = find(&CORE, &json!({ "work_emails": [first.email, "x@y.z"], "fields": fields }));
    assert_eq!(found.as_array().unwrap().len(), 1);
    let found = find(&CORE, &json!({ "person_ids": [first.person] }));
    assert_eq!(found, json!([{ "employment_id": first.id }]));
    let open = in_type(&first.id, "open_id");
    let found = find(&[], &json!({ "employment_ids": [open], "fields": fields }));
    assert_eq!(found[0]["employee_number"], "A00001");
}

#[test]
fn job_data_of_the_company_and_of_those_just_made_are_listed() {
    let desk = calm();
    let company = Company::morning_star();
    let (old, new) = (&company.employees[3], company.employees.last().unwrap());
    assert!(new.job_data.is_empty());
    let ask = json!({ "employment_ids": [old.id, new.id], "get_all_version": true });
    let found = items(&desk, Reference::JobDatas, &ask);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["job_datas"][0]["job_data_id"], old.job_data.as_str());
    let manager = &found[0]["job_datas"][0]["direct_manager"];
    assert_eq!(manager["employment_id"], old.manager.as_str());
    assert_eq!(desk.find_job_data(CORE_USER, &ask)[0]["employment_id"], old.id.as_str());
    let body = with(job_data_example(), "/employment_id", Some(json!(new.id)));
    ok(&desk.job_data(TOKEN_1, &body));
    assert_eq!(items(&desk, Reference::JobDatas, &ask).len(), 2);
    let unit = json!({ "department_id": old.department });
    let found = items(&desk, Reference::JobDatas, &unit);
    assert!(!found.is_empty());
    assert!(found.iter().all(|own| own["job_datas"][0]["department_id"] == *old.department));
}

#[test]
fn fields_have_options_and_what_is_not_there_has_its_code() {
    let desk = calm();
    let field = |object: &str, name: &str| {
        let query = [("object_api_name", object), ("custom_api_name", name)];
        read(&desk, Reference::CustomField, &query, &Value::Null)
    };
    let options = |object: &str, name: &str| {
        let list = "/data/common_schema_config/enum_field_setting/enum_field_option_list";
        let answer = field(object, name);
        ok(&answer).pointer(list).unwrap().as_array().unwrap().clone()
    };
    let words = |options: &[Value]| {
        options.iter().map(|o| o["api_name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let pay = options("job_data", "compensation_type");
    assert_eq!(words(&pay), ["salary", "annual_salary", "hourly", "daily"]);
    assert_eq!(pay[3]["is_open"], false);
    assert!(words(&options("job_data", "assignment_start_reason")).contains(&"onboarding".into()));
    assert!(words(&options("phone", "international_area_code")).contains(&"86_china".into()));
    assert_eq!(refused(&field("job_data", "")).1, 1_160_006);
    assert_eq!(refused(&field("job", "title")).1, 1_162_010);
    assert_eq!(refused(&field("job_data", "title")).1, 1_162_020);
    let custom = |query: &[(&str, &str)]| read(&desk, Reference::CustomFields, query, &Value::Null);
    let name = "object_api_name_list";
    let answer = custom(&[(name, "person"), (name, "job_data")]);
    let found = ok(&answer)["items"].as_array().unwrap().clone();
    assert!(found.iter().all(|own| own["custom_api_name"].as_str().unwrap().ends_with("__c")));
    assert_eq!(found.len(), 4, "a list is a key that is repeated");
    assert_eq!(refused(&custom(&[])).1, 1_160_005);
    let answer = read(&desk, Reference::Enums, &[], &json!({ "enum_apiname_lists": ["gender"] }));
    assert_eq!(ok(&answer)["enums"][0]["enum_items"].as_array().unwrap().len(), 3);
    assert_eq!(ok(&read(&desk, Reference::Enums, &[], &json!({})))["enums"], json!([]));
}

#[test]
fn basic_data_are_filtered_by_what_they_belong_to() {
    let desk = calm();
    let china = items(&desk, Reference::Countries, &json!({}))[0].clone();
    assert_eq!((&china["global_code"], &china["alpha_2_code"]), (&json!("+86"), &json!("CN")));
    let past = items(&desk, Reference::Countries, &json!({ "status_list": [0] }));
    assert_eq!(past.len(), 1, "what is no more is shown where it is asked for");
    let country = json!({ "country_region_id_list": [china["country_region_id"]] });
    let provinces = items(&desk, Reference::Provinces, &country);
    assert_eq!(provinces.len(), 31);
    let id = &provinces[18]["country_region_subdivision_id"];
    let cities =
        items(&desk, Reference::Cities, &json!({ "country_region_subdivision_id_list": [id] }));
    assert!(cities.iter().any(|city| city["name"][0]["value"] == "深圳市"));
    let bank = json!({ "bank_name_list": ["招商银行"] });
    let bank = items(&desk, Reference::Banks, &bank)[0]["bank_id"].clone();
    assert!(bank.as_str().unwrap().starts_with("MDBH"));
    let branches = items(&desk, Reference::BankBranches, &json!({ "bank_id_list": [bank] }));
    assert_eq!(branches.len(), 3);
    assert!(branches[0]["bank_branch_id"].as_str().unwrap().starts_with("MDBK"));
    let query = [("page_size", "100"), ("code", "CHN-RIC")];
    let answer = read(&desk, Reference::NationalIdTypes, &query, &Value::Null);
    let rule = ok(&answer)["items"][0]["validation_rule"].as_str().unwrap().to_owned();
    assert_eq!(rule, r"^\d{17}[\dXx]$");
    let query = [("page_size", "100")];
    let answer = read(&desk, Reference::Countries, &query, &json!({ "status_list": [2] }));
    assert_eq!(refused(&answer).2, ["status_list[0]"]);
}

#[test]
fn hire_has_places_sources_folders_and_fields_of_its_own() {
    let desk = calm();
    let place = |body: &Value| items(&desk, Reference::HirePlaces, body);
    let cities = place(&json!({ "location_type": 3, "code_list": ["CT_1"] }));
    assert_eq!(cities[0]["city"]["city_name_info"]["zh_name"], "北京市");
    let district = place(&json!({ "location_type": 4 }))[0]["district"].clone();
    assert_eq!(district["city_code"], "CT_1", "its city is one of the list above");
    let query = [("page_size", "100")];
    let answer = read(&desk, Reference::HirePlaces, &query, &json!({ "location_type": 5 }));
    assert_eq!(refused(&answer).1, 1_002_002);
    let answer = read(&desk, Reference::TalentObjects, &[], &Value::Null);
    let modules = ok(&answer)["items"].as_array().unwrap().clone();
    let fields: Vec<&Value> =
        modules.iter().flat_map(|own| own["children_list"].as_array().unwrap()).collect();
    let custom = fields.iter().filter(|own| own["is_customized"] == true);
    let needed: Vec<_> = custom.filter(|own| own["is_required"] == true).collect();
    assert_eq!(needed.len(), 1);
    assert_eq!(needed[0]["setting"]["config"]["options"].as_array().unwrap().len(), 3);
    let answer = read(&desk, Reference::ResumeSources, &[], &Value::Null);
    assert_eq!(ok(&answer)["items"][0]["id"], "10000");
    let answer = read(&desk, Reference::TalentFolders, &[], &Value::Null);
    let owner = ok(&answer)["items"][0]["owner_id"].as_str().unwrap().to_owned();
    assert!(owner.starts_with("ou_"));
}

#[test]
fn whom_the_app_may_not_see_is_not_found() {
    let company = Company::morning_star();
    let hidden = &company.employees[0];
    let desk = Desk::new(Behaviour {
        hidden_employments: vec![hidden.id.clone()],
        denied: vec![
            (Endpoint::Reference(Reference::DepartmentSearch), Denied::Data),
            (Endpoint::Reference(Reference::EmployeeTypes), Denied::Scope),
        ],
        ..Behaviour::default()
    });
    let number = json!({ "employee_number_list": [hidden.number] });
    assert!(people(&desk, &number).is_empty());
    assert_eq!(people(&calm(), &number).len(), 1);
    let ask = json!({ "employment_ids": [hidden.id] });
    assert!(items(&desk, Reference::JobDatas, &ask).is_empty());
    assert_eq!(desk.find_job_data(CORE_USER, &ask), json!([]));
    let query = [("page_size", "10")];
    let answer = read(&desk, Reference::DepartmentSearch, &query, &json!({}));
    assert_eq!((answer.http, refused(&answer).1), (403, 1_160_103));
    let answer = read(&desk, Reference::EmployeeTypes, &query, &Value::Null);
    assert_eq!(refused(&answer).1, 99_991_672);
    let subject = "/error/permission_violations/0/subject";
    let scope = json_of(&answer).pointer(subject).and_then(Value::as_str);
    assert_eq!(scope, Some("corehr:common_data.preset_data:read"));
}
