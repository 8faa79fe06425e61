//! A tenant of a few lists: pulled whole, cut off, refused in part, and looked up in.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use reqwest::{Request, Response};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::*;
use crate::api::answer::Outcome;
use crate::api::client::carried::Carrier;
use crate::api::{Client, Credentials};
use crate::kinds::lists;
use crate::problem::{Code, Complaint, Unsent};
use crate::resolve::{Directory, Found};
use crate::spec::{IdOf, IdTypes, TenantList};

/// Answers by path: status and body, or nothing at all.
type Answers = dyn Fn(&str, &str, &Value) -> Option<(u16, Value)> + Send + Sync;

/// A tenant that answers so, and remembers what it was asked: path, query, body.
struct Tenant {
    answers: Box<Answers>,
    asked: Mutex<Vec<(String, String, Value)>>,
}

impl Carrier for Tenant {
    fn carry(&self, request: Request) -> BoxFuture<'_, Result<Response, Outcome>> {
        let path = request.url().path().trim_start_matches("/open-apis/").to_owned();
        let query = request.url().query().unwrap_or_default().to_owned();
        let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let token = json!({"code": 0, "tenant_access_token": "t-1", "expire": 7200});
        let said = if path.starts_with("auth/") {
            Some((200, token))
        } else {
            (self.answers)(&path, &query, &body)
        };
        self.asked.lock().unwrap().push((path, query, body));
        Box::pin(async move {
            let (status, body) = said.ok_or(Outcome::NeverSent { why: Unsent::Refused })?;
            let response = axum::http::Response::builder().status(status).body(body.to_string());
            Ok(Response::from(response.unwrap()))
        })
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a tenant may answer nothing at all")]
fn data(data: &Value) -> Option<(u16, Value)> {
    Some((200, json!({"code": 0, "msg": "success", "data": data})))
}

#[expect(clippy::unnecessary_wraps, reason = "a tenant may answer nothing at all")]
fn refused(status: u16, code: i64) -> Option<(u16, Value)> {
    Some((status, json!({"code": code, "msg": "no"})))
}

fn owner() -> Owner {
    Owner {
        base_url: "https://open.feishu.cn".into(),
        app_id: "cli_a1".into(),
        id_types: IdTypes {
            user: "people_corehr_id".into(),
            talent_user: "open_id".into(),
            department: "people_corehr_department_id".into(),
        },
    }
}

fn noon() -> Timestamp {
    "2024-05-01T12:00:00Z".parse().unwrap()
}

fn hours(n: i64) -> SignedDuration {
    SignedDuration::from_hours(n)
}

/// A folder with a snapshot in it, or none yet.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join(".muster").join("directory.db")
    }

    /// Pull these lists at that moment; and what was asked.
    async fn pull(
        &self,
        words: &[&str],
        at: Timestamp,
        answers: impl Fn(&str, &str, &Value) -> Option<(u16, Value)> + Send + Sync + 'static,
    ) -> (Result<(), Complaint>, Vec<(String, String, Value)>) {
        let tenant = Arc::new(Tenant { answers: Box::new(answers), asked: Mutex::default() });
        let client = Client::carried_by(Arc::<Tenant>::clone(&tenant));
        let credentials = Credentials {
            app_id: "cli_a1".into(),
            secret: SecretString::from("secret".to_owned()),
        };
        let lists: Vec<&'static TenantList> =
            words.iter().map(|word| lists::named(word).unwrap()).collect();
        let pulled = pull(Pull {
            client: &client,
            credentials: &credentials,
            owner: &owner(),
            path: &self.path(),
            lists: &lists,
            clock: &|| at,
            jitter: &mut || 0.0,
            watch: &mut |_| {},
        })
        .await;
        let asked = std::mem::take(&mut *tenant.asked.lock().unwrap());
        (pulled, asked.into_iter().filter(|(path, ..)| !path.starts_with("auth/")).collect())
    }

    fn lists(&self) -> BTreeMap<&'static str, KeptList> {
        let snapshot = Snapshot::open(&self.path(), &owner()).unwrap().expect("a snapshot");
        snapshot.lists().unwrap().into_iter().map(|kept| (kept.list.word, kept)).collect()
    }

    fn load(&self) -> Directory {
        load(&self.path(), &owner(), noon(), None, People::All).unwrap().expect("a snapshot")
    }
}

fn named(id: &str, name: &str) -> Value {
    json!({"id": id, "code": format!("C{id}"), "name": [{"lang": "zh-CN", "value": name}], "active": true})
}

/// A page of each list: whatever the path, these entries.
fn items(entries: &[Value]) -> Option<(u16, Value)> {
    data(&json!({"items": entries, "has_more": false}))
}

#[tokio::test(start_paused = true)]
async fn a_tree_is_read_first_and_its_departments_in_hundreds() {
    let place = Place::new();
    let (pulled, asked) = place
        .pull(&["departments"], noon(), |path, query, body| match path {
            // The usual page size is refused, as the page's text would have it.
            "corehr/v2/departments/tree" if query.contains("page_size=1000") => {
                refused(400, 1_160_102)
            }
            "corehr/v2/departments/tree" if !query.contains("page_token") => {
                let below: Vec<String> = (1..150).map(|n| n.to_string()).collect();
                data(&json!({"items": [{"id": "0", "level": 0, "children": below}],
                    "has_more": true, "page_token": "next"}))
            }
            "corehr/v2/departments/tree" => {
                let nodes = (1..150).map(|n| json!({"id": n.to_string(), "level": 1}));
                items(&nodes.collect::<Vec<_>>())
            }
            _ => {
                let ids = body["department_id_list"].as_array().unwrap();
                let of = |id: &Value| {
                    json!({"id": id, "code": format!("D{}", id.as_str().unwrap()), "active": id != "7",
                        "department_name": [{"lang": "zh-CN", "value": format!("部门{}", id.as_str().unwrap())}],
                        "staffing_model": {"enum_name": "job"}})
                };
                items(&ids.iter().map(of).collect::<Vec<_>>())
            }
        })
        .await;
    pulled.unwrap();
    assert_eq!(asked.len(), 1 + 2 + 2, "refused, two pages, 150 in hundreds");
    let types = ["user_id_type=people_corehr_id", "department_id_type=people_corehr_department_id"];
    assert!(types.iter().all(|of| asked[3].1.contains(of)), "{}", asked[3].1);
    let directory = place.load();
    let list = directory.list(IdOf::Department).unwrap();
    assert_eq!(list.entries().len(), 150);
    let Found::One(found) = list.find("部门0/部门8") else { panic!("by its path in the tree") };
    assert_eq!((found.id.as_str(), &found.codes[..]), ("8", &["D8".to_owned()][..]));
    assert!(matches!(list.find("D7"), Found::Inactive(_)));
    let kept = &place.lists()["departments"];
    assert_eq!((kept.entries, kept.active, kept.pulled_at), (150, 149, Some(noon())));
}

#[tokio::test(start_paused = true)]
async fn departments_that_were_asked_for_and_not_given_keep_their_place_and_are_counted() {
    let place = Place::new();
    let (pulled, _) = place
        .pull(&["departments"], noon(), |path, _, _| {
            if path == "corehr/v2/departments/tree" {
                return items(&[
                    json!({"id": "0", "level": 0, "children": ["1"]}),
                    json!({"id": "1", "level": 1, "children": ["2"]}),
                    json!({"id": "2", "level": 2, "children": []}),
                ]);
            }
            let of = |id: &str, name: &str| {
                json!({"id": id, "code": format!("D{id}"), "active": true,
                    "department_name": [{"lang": "zh-CN", "value": name}]})
            };
            items(&[of("0", "总部"), of("2", "后端组")])
        })
        .await;
    pulled.unwrap();
    let kept = &place.lists()["departments"];
    assert_eq!((kept.entries, kept.active, kept.nameless), (3, 3, 1));
    let directory = place.load();
    let list = directory.list(IdOf::Department).unwrap();
    let hidden = list.of_id("1").expect("the tree's entry stays");
    assert_eq!((hidden.name(), hidden.parent.as_deref()), ("1", Some("0")));
    assert!(matches!(list.find("1"), Found::One(found) if found.id == "1"));
    let Found::One(below) = list.find("后端组") else {
        panic!("whoever stands below it is found")
    };
    assert_eq!(list.path(below), "1/后端组");
}

#[tokio::test(start_paused = true)]
async fn a_list_that_may_not_be_read_keeps_what_was_and_the_rest_goes_on() {
    let place = Place::new();
    let words = ["employee-types", "job-grades", "companies"];
    let all = |_: &str, _: &str, _: &Value| items(&[named("1", "甲")]);
    place.pull(&words[..1], noon(), all).await.0.unwrap();
    let later = noon() + hours(5);
    let (pulled, _) = place
        .pull(&words, later, |path, _, _| match path {
            "corehr/v1/employee_types" => refused(400, 99_991_672),
            "corehr/v2/job_grades/query" => refused(500, 1_161_000),
            _ => items(&[named("2", "乙")]),
        })
        .await;
    pulled.unwrap();
    let lists = place.lists();
    let of = |word: &str| {
        let kept = &lists[word];
        (kept.entries, kept.pulled_at, kept.unread.as_ref().map(|why| why.code))
    };
    assert_eq!(of("employee-types"), (1, Some(noon()), Some(Code::PermissionMissing)));
    assert_eq!(of("job-grades"), (0, None, Some(Code::NoUsableAnswer)));
    assert_eq!(of("companies"), (1, Some(later), None));
    let why = lists["employee-types"].unread.as_ref().unwrap();
    assert!(why.values()[0].contains("corehr:common_data.preset_data:read"), "{why}");
    let directory = place.load();
    assert!(
        directory.list(IdOf::EmployeeType).is_some() && directory.list(IdOf::JobGrade).is_none()
    );
    // A list that is read again is no longer said to be unread.
    place.pull(&words, later, all).await.0.unwrap();
    assert!(place.lists().values().all(|kept| kept.unread.is_none()));
}

#[tokio::test(start_paused = true)]
async fn a_pull_that_is_cut_off_leaves_the_old_snapshot_and_goes_on_within_the_hour() {
    let place = Place::new();
    let words = ["employee-types", "working-hours", "companies"];
    let old = |_: &str, _: &str, _: &Value| items(&[named("1", "甲")]);
    place.pull(&words, noon(), old).await.0.unwrap();
    let half = |path: &str, _: &str, _: &Value| match path {
        "corehr/v1/companies" => None,
        _ => items(&[named("2", "乙")]),
    };
    let (pulled, _) = place.pull(&words, noon() + hours(2), half).await;
    assert_eq!(pulled.unwrap_err().code, Code::HostUnreachable);
    let name = |place: &Place| {
        place.load().list(IdOf::EmployeeType).unwrap().entries()[0].name().to_owned()
    };
    assert_eq!(name(&place), "甲");
    let new = |_: &str, _: &str, _: &Value| items(&[named("2", "乙")]);
    let soon = noon() + hours(2) + SignedDuration::from_mins(59);
    let (pulled, asked) = place.pull(&words, soon, new).await;
    pulled.unwrap();
    assert_eq!(asked.len(), 1, "two lists were read before it was cut off");
    assert_eq!(name(&place), "乙");
    assert_eq!(place.lists()["employee-types"].pulled_at, Some(noon() + hours(2)));
    // Later than that all is read anew.
    let (pulled, _) = place.pull(&words, noon() + hours(4), half).await;
    pulled.unwrap_err();
    let (pulled, asked) = place.pull(&words, noon() + hours(6), new).await;
    pulled.unwrap();
    assert_eq!(asked.len(), 3);
}

#[tokio::test(start_paused = true)]
async fn what_changed_is_counted_and_what_was_not_asked_for_is_taken_over() {
    let place = Place::new();
    let words = ["employee-types", "companies"];
    let before = [named("1", "甲"), named("2", "乙"), named("3", "丙"), named("4", "丁")];
    place.pull(&words, noon(), move |_, _, _| items(&before)).await.0.unwrap();
    assert_eq!(place.lists()["employee-types"].drift, Drift::default(), "nothing to compare with");
    let mut closed = named("3", "丙");
    closed["active"] = json!(false);
    let after = [named("1", "甲"), named("2", "乙组"), closed, named("5", "戊")];
    let later = noon() + hours(1);
    place.pull(&words[..1], later, move |_, _, _| items(&after)).await.0.unwrap();
    let lists = place.lists();
    let drift = Drift { added: 1, renamed: 1, gone: 1, deactivated: 1 };
    assert_eq!(lists["employee-types"].drift, drift);
    assert_eq!((lists["companies"].pulled_at, lists["companies"].entries), (Some(noon()), 4));
}

#[tokio::test(start_paused = true)]
async fn pathways_are_asked_for_by_the_ids_that_others_name_where_they_are_not_listed() {
    let place = Place::new();
    let (pulled, asked) = place
        .pull(&["job-levels", "pathways"], noon(), |path, _, body| match path {
            "corehr/v1/job_levels" => {
                let mut level = named("401", "P5");
                level["pathway_ids"] = json!(["901", "902"]);
                items(&[level])
            }
            _ if body.get("pathway_ids").is_none() => refused(400, 900_302),
            _ => items(&[json!({"pathway_id": "901", "code": "PW", "active": true,
                "names": [{"lang": "zh-CN", "value": "专业通道"}]})]),
        })
        .await;
    pulled.unwrap();
    assert_eq!(asked[2].2["pathway_ids"], json!(["901", "902"]));
    let directory = place.load();
    let pathways = directory.list(IdOf::Pathway).unwrap();
    assert!(matches!(pathways.find("专业通道"), Found::One(entry) if entry.id == "901"));
}

#[tokio::test(start_paused = true)]
async fn levels_are_within_their_jobs_and_job_data_have_the_names_of_their_people() {
    let place = Place::new();
    let words = ["job-levels", "jobs", "people", "people-job-data"];
    let (pulled, _) = place
        .pull(&words, noon(), |path, _, _| match path {
            "corehr/v1/job_levels" => items(&[named("401", "P5"), named("402", "P6")]),
            "corehr/v2/jobs" => {
                let mut job = named("601", "后端工程师");
                job["job_level_id_list"] = json!(["402"]);
                items(&[job])
            }
            "corehr/v2/employees/search" => items(&[json!({"employment_id": "2001",
                "employee_number": "E1", "email_address": "lin@example.com",
                "employment_status": {"enum_name": "terminated"}, "department_id": "11",
                "person_info": {"legal_name": "林青"}})]),
            _ => items(&[
                json!({"employment_id": "2001", "job_datas": [{"job_data_id": "4001", "department_id": "11"}]}),
                json!({"employment_id": "2002", "job_datas": [{"job_data_id": "4002"}]}),
            ]),
        })
        .await;
    pulled.unwrap();
    let directory = place.load();
    let within =
        |id: &str| directory.list(IdOf::JobLevel).unwrap().of_id(id).unwrap().within.to_vec();
    assert_eq!((within("401"), within("402")), (vec![], vec!["601".to_owned()]));
    let own = directory.list(IdOf::JobData).unwrap();
    assert_eq!(own.entries().len(), 1, "nobody could find what belongs to nobody");
    let Found::Inactive(entry) = own.find("E1") else { panic!("by the employee's number") };
    assert_eq!((entry.id.as_str(), &entry.within[..]), ("4001", &["11".to_owned()][..]));
    assert!(matches!(own.find("林青"), Found::Inactive(_)));
}

#[tokio::test(start_paused = true)]
async fn a_page_that_leads_back_and_a_throttle_that_ends() {
    let place = Place::new();
    let (pulled, asked) = place
        .pull(&["companies"], noon(), |_, _, _| {
            data(&json!({"items": [], "has_more": true, "page_token": "same"}))
        })
        .await;
    pulled.unwrap();
    assert_eq!(asked.len(), 2);
    assert_eq!(place.lists()["companies"].unread.as_ref().unwrap().code, Code::NotTheApi);
    let throttled = Mutex::new(3);
    let answers = move |_: &str, _: &str, _: &Value| {
        let mut left = throttled.lock().unwrap();
        if *left > 0 {
            *left -= 1;
            return refused(429, 99_991_400);
        }
        items(&[named("1", "甲")])
    };
    place.pull(&["companies"], noon(), answers).await.0.unwrap();
    assert_eq!(place.lists()["companies"].entries, 1);
    let for_ever = |_: &str, _: &str, _: &Value| refused(429, 99_991_400);
    place.pull(&["companies"], noon(), for_ever).await.0.unwrap();
    let kept = &place.lists()["companies"];
    assert_eq!(kept.unread.as_ref().map(|why| why.code), Some(Code::NoUsableAnswer));
    assert_eq!(kept.entries, 1, "what was read before stays");
}

#[tokio::test(start_paused = true)]
async fn a_snapshot_is_of_one_tenant_one_form_of_ids_and_a_schema_that_is_known() {
    let place = Place::new();
    let all = |_: &str, _: &str, _: &Value| items(&[named("1", "甲")]);
    place.pull(&["companies"], noon(), all).await.0.unwrap();
    let code = |owner: &Owner| Snapshot::open(&place.path(), owner).err().map(|why| why.code);
    assert_eq!(code(&owner()), None);
    let other = Owner { app_id: "cli_b2".into(), ..owner() };
    assert_eq!(code(&other), Some(Code::RefsOtherTenant));
    let mut ids = owner();
    ids.id_types.department = "open_department_id".into();
    assert_eq!(code(&ids), Some(Code::RefsOtherIds));
    let newer = rusqlite::Connection::open(place.path()).unwrap();
    newer.pragma_update(None, "user_version", super::file::SCHEMA + 1).unwrap();
    drop(newer);
    assert_eq!(code(&owner()), Some(Code::RefsNewer));
    let (pulled, asked) = place.pull(&["companies"], noon(), all).await;
    assert_eq!((pulled.unwrap_err().code, asked.len()), (Code::RefsNewer, 0), "nor written over");
    std::fs::write(place.path(), b"no database at all").unwrap();
    assert_eq!(code(&owner()), Some(Code::RefsUnreadable));
}

#[tokio::test(start_paused = true)]
async fn one_that_is_older_than_allowed_is_refused_with_its_lists() {
    let place = Place::new();
    let all = |_: &str, _: &str, _: &Value| items(&[named("1", "甲")]);
    assert!(load(&place.path(), &owner(), noon(), None, People::All).unwrap().is_none());
    place.pull(&["companies", "jobs"], noon(), all).await.0.unwrap();
    place.pull(&["jobs"], noon() + hours(40), all).await.0.unwrap();
    let at = |hour: i64, most: Option<i64>| {
        load(&place.path(), &owner(), noon() + hours(hour), most.map(hours), People::All)
    };
    let why = at(49, Some(48)).unwrap_err();
    assert_eq!((why.code, why.values()[1]), (Code::RefsOld, "companies"));
    assert!(at(48, Some(48)).unwrap().is_some() && at(400, None).unwrap().is_some());
    assert!(at(48, None).unwrap().unwrap().is_old() && !place.load().is_old());
}

#[tokio::test(start_paused = true)]
async fn people_who_were_read_more_than_a_week_ago_are_not_gone_by_where_they_can_be_asked_for() {
    let place = Place::new();
    let all = |path: &str, _: &str, _: &Value| match path {
        "corehr/v2/employees/search" => items(&[json!({"employment_id": "2001",
            "employee_number": "E1", "employment_status": {"enum_name": "hired"},
            "person_info": {"legal_name": "林青"}})]),
        "corehr/v2/employees/job_datas/query" => {
            items(&[json!({"employment_id": "2001", "job_datas": [{"job_data_id": "4001"}]})])
        }
        _ => items(&[named("1", "甲")]),
    };
    place.pull(&["companies", "people", "people-job-data"], noon(), all).await.0.unwrap();
    let at = |hour: i64, people: People| {
        let known = load(&place.path(), &owner(), noon() + hours(hour), None, people);
        let known = known.unwrap().unwrap();
        let holds = |of| known.list(of).is_some_and(|list| list.of_id("2001").is_some());
        let leads = known.list(IdOf::JobData).is_some_and(|list| list.of_id("4001").is_some());
        let old = known.old_people().map(|age| age.as_hours());
        (holds(IdOf::Employment), leads, old)
    };
    assert_eq!(at(7 * 24, People::OfLate), (true, true, None));
    assert_eq!(at(7 * 24 + 1, People::OfLate), (false, false, Some(169)));
    assert_eq!(at(7 * 24 + 1, People::All), (true, true, Some(169)), "a check goes by them");
    let made = recorded(&place.path(), &owner(), noon()).unwrap();
    assert_eq!(made.into_iter().collect::<Vec<_>>(), [("2001".to_owned(), "4001".to_owned())]);
}

/// A pull that was cut off after it had taken over what it was not asked for has not read that.
#[tokio::test(start_paused = true)]
async fn what_was_taken_over_by_a_pull_that_was_cut_off_is_read_all_the_same() {
    let place = Place::new();
    let all = |_: &str, _: &str, _: &Value| items(&[named("1", "甲")]);
    place.pull(&["companies"], noon(), all).await.0.unwrap();
    let companies = lists::named("companies").unwrap();
    let mut cut = draft::Draft::begin(&place.path(), &owner(), noon() + hours(2)).ok().unwrap();
    cut.take_over(companies).unwrap();
    drop(cut);
    let (pulled, asked) = place.pull(&["companies"], noon() + hours(2), all).await;
    pulled.unwrap();
    assert_eq!(asked.len(), 1);
    assert_eq!(place.lists()["companies"].pulled_at, Some(noon() + hours(2)));
}

#[cfg(unix)]
#[tokio::test(start_paused = true)]
async fn it_is_private_and_one_process_writes_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let all = |_: &str, _: &str, _: &Value| items(&[named("1", "甲")]);
    place.pull(&["companies"], noon(), all).await.0.unwrap();
    let mode = std::fs::metadata(place.path()).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    let held = draft::Draft::begin(&place.path(), &owner(), noon()).ok().unwrap();
    let (pulled, asked) = place.pull(&["companies"], noon(), all).await;
    assert_eq!((pulled.unwrap_err().code, asked.len()), (Code::RefsBusy, 0));
    drop(held);
    place.pull(&["companies"], noon(), all).await.0.unwrap();
}
