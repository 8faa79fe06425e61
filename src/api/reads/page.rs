//! A page of one of the tenant's lists: its entries by the pointers of the list's table, and where the
//! next page begins.
//!
//! Must not know: any particular list, how the pages are put together.

use std::fmt;

use serde_json::{Map, Value};

use super::parse::items;
use super::{Question, Read};
use crate::api::answer::Answer;
use crate::api::verdict::{self, ReadVerdict};
use crate::api::wire;
use crate::spec::{EntryAt, IdTypes, Request};

/// What names the page that is asked for, in the query and in the answer.
const PAGE_TOKEN: &str = "page_token";

/// One entry of a list.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Its ID.
    pub id: String,
    /// What names it beside its ID.
    pub codes: Vec<String>,
    /// What it is called, Chinese first.
    pub names: Vec<String>,
    /// The ID of the entry that it stands below.
    pub parent: Option<String>,
    /// The IDs of what it belongs to in other lists.
    pub within: Vec<String>,
    /// Whether it may be used.
    pub active: bool,
    /// What else is kept of it.
    pub extra: Map<String, Value>,
}

/// An entry may be a person: `Debug` shows its ID.
impl fmt::Debug for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Listed({})", self.id)
    }
}

/// One page.
#[derive(Debug)]
pub(crate) struct ListedPage {
    /// Its entries.
    pub entries: Vec<Listed>,
    /// So many have no ID: an employee's that could not be converted, for example.
    pub without_id: usize,
    /// What names the next page, while there is one.
    pub next: Option<String>,
}

impl Read {
    /// Ask for the page of a list that has this name; for the first, where there is none.
    pub(crate) fn page(request: &Request, ids: &IdTypes, token: Option<&str>) -> Self {
        let mut query = request.query(ids);
        query.extend(token.map(|token| (PAGE_TOKEN.to_owned(), token.to_owned())));
        let body = (!request.body.is_empty()).then(|| request.body.to_owned());
        Self { endpoint: request.endpoint, query, question: Question::List { body } }
    }

    /// Ask for the entries with these IDs, as the body calls them `key`; it is not paged.
    pub(crate) fn of_ids(request: &Request, types: &IdTypes, key: &str, ids: &[String]) -> Self {
        let mut body: Map<String, Value> = serde_json::from_str(request.body).unwrap_or_default();
        body.insert(key.to_owned(), ids.into());
        let question = Question::List { body: Some(Value::Object(body).to_string()) };
        Self { endpoint: request.endpoint, query: request.query(types), question }
    }

    /// The same read with another value of a parameter.
    #[must_use]
    pub(crate) fn with(mut self, parameter: &str, value: &str) -> Self {
        let of_it = self.query.iter_mut().filter(|(name, _)| name == parameter);
        of_it.for_each(|(_, old)| value.clone_into(old));
        self
    }
}

/// The answer to [`Question::List`]. A page that says that more follow and does not name the next is
/// unusable, and so is one whose list is not where the table says.
pub(crate) fn listed(read: &Read, at: &EntryAt, answer: &Answer) -> ReadVerdict<ListedPage> {
    verdict::read(read.endpoint, answer).and_then(|data| {
        let all = all(&data, at.items)?;
        let (mut entries, mut without_id) = (Vec::with_capacity(all.len()), 0);
        for item in all {
            let Some(above) = entry(item, at) else {
                without_id += 1;
                continue;
            };
            let some =
                item.pointer(at.below).and_then(Value::as_array).filter(|_| !at.below.is_empty());
            let some = some.map(Vec::as_slice).unwrap_or_default();
            let below: Vec<Listed> = some.iter().filter_map(|item| entry(item, at)).collect();
            without_id += some.len() - below.len();
            let parent = above.id.clone();
            entries.push(above);
            entries.extend(
                below.into_iter().map(|one| Listed {
                    parent: one.parent.or_else(|| Some(parent.clone())),
                    ..one
                }),
            );
        }
        let more = data.get("has_more").and_then(Value::as_bool).unwrap_or(false);
        let token = data.get(PAGE_TOKEN).and_then(wire::id);
        let next = if more { Some(token?) } else { None };
        Some(ListedPage { entries, without_id, next })
    })
}

/// The list at the first pointer that leads anywhere. A list of pages that is left out is empty; one that
/// stands deep in a definition is not left out.
fn all<'v>(data: &'v Value, pointers: &[&str]) -> Option<&'v [Value]> {
    match pointers {
        [one] => items(data, one.trim_start_matches('/')),
        several => several.iter().find_map(|at| data.pointer(at)?.as_array().map(Vec::as_slice)),
    }
}

/// One entry; none where it has no ID.
pub(crate) fn entry(item: &Value, at: &EntryAt) -> Option<Listed> {
    let id = at.id.iter().find_map(|pointer| item.pointer(pointer)).and_then(wire::id)?;
    let kept = at.extra.iter().filter_map(|(name, pointer)| {
        let value = item.pointer(pointer).filter(|value| !value.is_null())?;
        Some(((*name).to_owned(), value.clone()))
    });
    Some(Listed {
        codes: texts(item, at.codes),
        names: texts(item, at.names),
        parent: item.pointer(at.parent).and_then(wire::id).filter(|parent| *parent != id),
        within: within(item, at.within),
        active: item.pointer(at.active).is_none_or(is_active),
        extra: kept.collect(),
        id,
    })
}

/// Each text once. Of a list by language the Chinese ones come first.
fn texts(item: &Value, pointers: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for value in pointers.iter().filter_map(|pointer| item.pointer(pointer)) {
        let mut by_language: Vec<(bool, String)> = match value.as_array() {
            Some(texts) => texts.iter().filter_map(of_language).collect(),
            None => wire::id(value).map(|text| (false, text)).into_iter().collect(),
        };
        by_language.sort_by_key(|(foreign, _)| *foreign);
        for (_, text) in by_language {
            if !found.contains(&text) {
                found.push(text);
            }
        }
    }
    found
}

/// `{"lang": "zh-CN", "value": "…"}`, and whether it is in another language than Chinese.
fn of_language(text: &Value) -> Option<(bool, String)> {
    let language = wire::text(text, "lang").unwrap_or_default();
    Some((!language.starts_with("zh"), text.get("value").and_then(wire::id)?))
}

/// IDs, one or a list at each pointer. A pair such as `…_v2` and the plain one gives the same twice.
fn within(item: &Value, pointers: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for value in pointers.iter().filter_map(|pointer| item.pointer(pointer)) {
        let ids: Vec<String> = match value.as_array() {
            Some(ids) => ids.iter().filter_map(wire::id).collect(),
            None => wire::id(value).into_iter().collect(),
        };
        for id in ids {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

/// A truth, 1 for yes and 2 for no, or the status of an employment. What says nothing keeps nobody out.
fn is_active(value: &Value) -> bool {
    match value {
        Value::Bool(active) => *active,
        Value::Number(_) => wire::integer(value) == Some(1),
        Value::String(word) => !matches!(word.as_str(), "terminated" | "false" | "2"),
        Value::Null | Value::Array(_) | Value::Object(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::api::answer::Outcome;
    use crate::kinds::lists;
    use crate::spec::Way;

    fn ok(data: &str) -> Answer {
        let body = format!(r#"{{"code":0,"msg":"success","data":{data}}}"#).into();
        let outcome = Outcome::Replied { status: 200, body };
        Answer { outcome, log_id: None, reset: None, date: None, elapsed: Duration::ZERO }
    }

    fn ids() -> IdTypes {
        IdTypes {
            user: "people_corehr_id".into(),
            talent_user: "open_id".into(),
            department: "people_corehr_department_id".into(),
        }
    }

    /// What a list makes of the data of its page's example.
    fn of(word: &str, data: &str) -> ListedPage {
        let list = lists::named(word).unwrap();
        let read = Read::page(list.first(), &ids(), None);
        let ReadVerdict::Data(page) = listed(&read, &list.entry, &ok(data)) else {
            panic!("{word}: {data}")
        };
        page
    }

    /// `id|codes|names|parent|within|active`
    fn line(entry: &Listed) -> String {
        let parent = entry.parent.as_deref().unwrap_or("-");
        let (codes, names) = (entry.codes.join(","), entry.names.join(","));
        format!("{}|{codes}|{names}|{parent}|{}|{}", entry.id, entry.within.join(","), entry.active)
    }

    /// A list, the data of its page's example in short, and what is made of it.
    const EXAMPLES: &[(&str, &str, &str)] = &[
        (
            "employee-types",
            r#"{"items":[{"id":"101","name":[{"lang":"en-US","value":"Full-time"},{"lang":"zh-CN","value":"全职"}],
        "default_employee_type":true,"active":true,"code":"ET01","custom_fields":[]}],"has_more":false}"#,
            "101|ET01|全职,Full-time|-||true",
        ),
        (
            "locations",
            r#"{"items":[{"id":"301","hiberarchy_common":{"parent_id":"300","name":[{"lang":"zh-CN","value":"杭州西溪园区"}],
        "type":{"enum_name":"location"},"active":true,"effective_time":"2022-01-01 00:00:00","code":"LOC-HZ-01"},
        "location_usage_list":[{"enum_name":"work_location"}]}],"has_more":false}"#,
            "301|LOC-HZ-01|杭州西溪园区|300||true",
        ),
        (
            "job-levels",
            r#"{"items":[{"id":"401","level_order":5,"code":"P5","name":[{"lang":"zh-CN","value":"P5"},{"lang":"en-US","value":"P5"}],
        "active":true,"job_grade":["501"],"pathway_ids":["901"],"view_order":10}],"has_more":false}"#,
            "401|P5|P5|-|501,901|true",
        ),
        (
            "job-grades",
            r#"{"items":[{"job_grade_id":"501","grade_order":3,"code":"G3","names":[{"lang":"zh-CN","value":"三等"}],"active":false}]}"#,
            "501|G3|三等|-||false",
        ),
        (
            "jobs",
            r#"{"items":[{"id":"601","code":"J-ENG-01","name":[{"lang":"zh-CN","value":"后端工程师"}],"active":true,
        "pathway_id":"901","job_family_id_list":["701"],"job_level_id_list":["401"]}],"has_more":false}"#,
            "601|J-ENG-01|后端工程师|-|701,901|true",
        ),
        (
            "companies",
            r#"{"items":[{"id":"801","hiberarchy_common":{"parent_id":"","name":[{"lang":"zh-CN","value":"晨星科技（杭州）有限公司"}],
        "active":true,"code":"CO01"},"type":{"enum_name":"private_owned"}}],"has_more":false}"#,
            "801|CO01|晨星科技（杭州）有限公司|-||true",
        ),
        (
            "cost-centers",
            r#"{"items":[{"cost_center_id":"1001","version_id":"1002","name":[{"lang":"zh-CN","value":"研发中心成本"}],
        "code":"CC-RD","parent_cost_center_id":"1000","active":true}],"has_more":false}"#,
            "1001|CC-RD|研发中心成本|1000||true",
        ),
        (
            "positions",
            r#"{"items":[{"position_id":"1201","code":"POS-001","names":[{"lang":"zh-CN","value":"后端开发岗"}],"active":true,
        "job_id":"601","job_level_id_list":["401"],"department_id":"1101"}],"has_more":false}"#,
            "1201|POS-001|后端开发岗|-|1101,601|true",
        ),
        (
            "cities",
            r#"{"items":[{"city":{"city_code":"CT_900","state_code":"ST_90","country_code":"CN_1",
        "city_name_info":{"zh_name":"示例市","en_name":"Shili","py_name":"shili"}}}],"has_more":false}"#,
            "CT_900||示例市,Shili,shili|-|ST_90,CN_1|true",
        ),
        (
            "provinces",
            r#"{"items":[{"state":{"state_code":"ST_90","country_code":"CN_1",
        "state_name_info":{"zh_name":"示例省","en_name":"Shili","py_name":"shilisheng"}}}],"has_more":false}"#,
            "ST_90||示例省,Shili,shilisheng|-|CN_1|true",
        ),
        (
            "resume-sources",
            r#"{"items":[{"id":"5101","zh_name":"历史人才库导入","en_name":"Legacy import","active_status":2,"resume_source_type":"10006"}]}"#,
            "5101||历史人才库导入,Legacy import|-||false",
        ),
        (
            "folders",
            r#"{"has_more":false,"items":[{"folder_id":"5201","folder_name":"2026 迁移","owner_id":"ou_0a"}]}"#,
            "5201||2026 迁移|-||true",
        ),
        (
            "custom-fields",
            r#"{"items":[{"id":"5001","name":{"zh_cn":"基本信息","en_us":"Basic info"},"setting":{"object_type":11,
        "config":{"options":[]}},"is_customized":false,"is_required":true,"active_status":1,"children_list":[]}]}"#,
            "5001||基本信息,Basic info|-||true",
        ),
        (
            "people",
            r#"{"items":[{"employment_id":"2001","employment_id_v2":"2001","employee_number":"E10001",
        "employment_status":{"enum_name":"hired"},"department_id":"1101","department_id_v2":"1101",
        "email_address":"lin.q@example.com","person_info":{"legal_name":"林青","preferred_local_full_name":"林青"}}]}"#,
            "2001|E10001,lin.q@example.com|林青|-|1101|true",
        ),
        (
            "people-job-data",
            r#"{"items":[{"employment_id":"2001","job_datas":[{"job_data_id":"4001","department_id":"1101","primary_job_data":true}]}]}"#,
            "4001|||-|1101|true",
        ),
    ];

    #[test]
    fn the_examples_of_the_pages_are_read() {
        for (word, data, wanted) in EXAMPLES {
            let page = of(word, data);
            assert_eq!(page.entries.iter().map(line).collect::<Vec<_>>(), [*wanted], "{word}");
            assert!(page.next.is_none() && page.without_id == 0);
        }
        let kept =
            &of("jobs", r#"{"items":[{"id":"1","job_level_id_list":["4"]}]}"#).entries[0].extra;
        assert_eq!(Value::Object(kept.clone()), serde_json::json!({lists::LEVELS: ["4"]}));
    }

    #[test]
    fn options_are_read_through_the_data_within_the_data_or_without_it() {
        let field = r#"{"custom_api_name":"compensation_type","common_schema_config":{"enum_field_setting":
            {"enum_field_option_list":[{"api_name":"salary","name":{"zh_cn":"月薪","en_us":"Salary"},"is_open":true},
            {"api_name":"hourly","name":{"zh_cn":"时薪","en_us":""},"is_open":false}]}}}"#;
        for data in [format!(r#"{{"data":{field}}}"#), field.to_owned()] {
            let lines: Vec<_> = of("compensation-types", &data).entries.iter().map(line).collect();
            assert_eq!(lines, ["salary||月薪,Salary|-||true", "hourly||时薪|-||false"]);
        }
        let list = lists::named("compensation-types").unwrap();
        let read = Read::page(list.first(), &ids(), None);
        let bare = listed(&read, &list.entry, &ok(r#"{"data":{"type":1}}"#));
        assert!(matches!(bare, ReadVerdict::Again { .. }), "no options are no empty list");
    }

    #[test]
    fn what_stands_below_an_entry_is_an_entry_of_its_own() {
        let field =
            |rest: &str| format!(r#"{{"name":{{"zh_cn":"期望班次"}},"active_status":2{rest}}}"#);
        let fields =
            [field(r#","id":"5003","parent_id":"5001""#), field(r#","id":"5004""#), field("")];
        let module = format!(r#"{{"id":"5001","children_list":[{}]}}"#, fields.join(","));
        let page = of("custom-fields", &format!(r#"{{"items":[{module},{{}}]}}"#));
        let lines: Vec<_> = page.entries.iter().map(line).collect();
        assert_eq!(
            lines,
            ["5001|||-||true", "5003||期望班次|5001||false", "5004||期望班次|5001||false"]
        );
        assert_eq!(page.without_id, 2);
    }

    #[test]
    fn an_employee_whose_id_was_not_converted_is_counted_and_not_taken() {
        let page = of("people", r#"{"items":[{"employment_id":"lark","employment_id_v2":""}]}"#);
        assert_eq!((page.entries.len(), page.without_id), (0, 1));
    }

    #[test]
    fn a_page_names_the_next_or_is_the_last() {
        let page = of("job-levels", r#"{"items":null,"has_more":true,"page_token":"abc"}"#);
        assert_eq!((page.entries.len(), page.next.as_deref()), (0, Some("abc")));
        let list = lists::named("job-levels").unwrap();
        let read = Read::page(list.first(), &ids(), Some("abc"));
        let pairs: Vec<_> = read.query.iter().map(|(n, v)| format!("{n}={v}")).collect();
        assert_eq!(pairs, ["page_size=100", "page_token=abc"]);
        for nonsense in [r#"{"items":[],"has_more":true}"#, r#"{"items":{}}"#] {
            let verdict = listed(&read, &list.entry, &ok(nonsense));
            assert!(matches!(verdict, ReadVerdict::Again { .. }), "{nonsense}");
        }
    }

    #[test]
    fn entries_are_asked_for_by_id_with_the_fields_and_the_id_types() {
        let departments = lists::named("departments").unwrap();
        let Way::Tree { tree, each, ids: key, smaller, .. } = &departments.way else { panic!() };
        let read = Read::of_ids(each, &ids(), key, &["1".to_owned(), "2".to_owned()]);
        let body: Value = serde_json::from_str(&read.body().unwrap()).unwrap();
        assert_eq!(body["department_id_list"], serde_json::json!(["1", "2"]));
        assert!(body["fields"].as_array().unwrap().len() > 5);
        let types = ["user_id_type", "department_id_type"];
        assert_eq!(read.query.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), types);
        let tree = Read::page(tree, &ids(), None).with(lists::PAGE_SIZE, smaller);
        assert_eq!(tree.query[0], ("page_size".to_owned(), "100".to_owned()));
    }
}
