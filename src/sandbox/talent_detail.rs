//! One talent, read whole: `GET hire/v2/talents/:talent_id`. The page's names and forms are not those of a create: seconds
//! for milliseconds, months for moments, `school_name` for `school`.
//!
//! Must *not* change anything.

use serde_json::{Map, Value, json};

use super::call::{Call, Reply};
use super::fields;
use super::ledger::TalentMade;
use super::memory::Core;
use super::strict::{self, Findings};
use super::talents::{CHINA, refusal};

/// Hire: no such talent.
const NO_TALENT: i64 = 1_002_102;

/// How a member is shown.
#[derive(Clone, Copy)]
enum Show {
    /// As it was sent.
    Same,
    /// Milliseconds as text → seconds.
    Seconds,
    /// Milliseconds as text → `YYYY-MM`.
    Month,
}

/// Name in the create's body, name on this page, form.
type Member = (&'static str, &'static str, Show);

const BASIC: &[Member] = &[
    ("/name", "name", Show::Same),
    ("/mobile", "mobile_number", Show::Same),
    ("/email", "email", Show::Same),
    ("/identification/identification_type", "identification_type", Show::Same),
    ("/identification/identification_number", "identification_number", Show::Same),
    ("/gender", "gender", Show::Same),
    ("/birthday", "birthday", Show::Seconds),
    ("/nationality_id", "nationality_code", Show::Same),
    ("/current_city_code", "current_location_code", Show::Same),
    ("/hometown_city_code", "hometown_location_code", Show::Same),
];

const LISTS: &[(&str, &[Member])] = &[
    (
        "education_list",
        &[
            ("/degree", "degree", Show::Same),
            ("/school", "school_name", Show::Same),
            ("/field_of_study", "major", Show::Same),
            ("/start_time", "start_time", Show::Month),
            ("/end_time", "end_time", Show::Month),
            ("/education_type", "education_type", Show::Same),
            ("/academic_ranking", "academic_ranking", Show::Same),
        ],
    ),
    (
        "career_list",
        &[
            ("/company", "company_name", Show::Same),
            ("/title", "title", Show::Same),
            ("/desc", "description", Show::Same),
            ("/start_time", "start_time", Show::Month),
            ("/end_time", "end_time", Show::Month),
        ],
    ),
    (
        "project_list",
        &[
            ("/name", "project_name", Show::Same),
            ("/role", "role", Show::Same),
            ("/link", "link", Show::Same),
            ("/desc", "description", Show::Same),
            ("/start_time", "start_time", Show::Month),
            ("/end_time", "end_time", Show::Month),
        ],
    ),
    ("works_list", &[("/link", "link", Show::Same), ("/desc", "description", Show::Same)]),
    (
        "award_list",
        &[
            ("/title", "award_name", Show::Same),
            ("/award_time", "award_time", Show::Month),
            ("/desc", "description", Show::Same),
        ],
    ),
    (
        "language_list",
        &[("/language", "language", Show::Same), ("/proficiency", "proficiency", Show::Same)],
    ),
    ("sns_list", &[("/sns_type", "sns_type", Show::Same), ("/link", "link", Show::Same)]),
];

/// `GET hire/v2/talents/:talent_id`: without index lag, as far as a look-up by key needs it.
pub(super) fn get(core: &mut Core, call: &Call) -> Reply {
    let mut findings = Findings::default();
    strict::check_query(&call.query, fields::TALENT_QUERY, &mut findings);
    if let Some(refusal) = refusal(core, call.endpoint, &findings) {
        return refusal;
    }
    match core.store.talents.iter().find(|talent| talent.id == call.tail) {
        Some(talent) => Reply::data(&detail(talent)),
        None => Reply::error(404, NO_TALENT, "talent does not exist"),
    }
}

fn detail(talent: &TalentMade) -> Value {
    let body = &talent.body;
    let sent = body.get("basic_info").unwrap_or(&Value::Null);
    let mut info = shown(sent, BASIC);
    info.insert("name".to_owned(), Value::from(talent.name.as_str()));
    if sent.get("mobile").is_some() {
        let country = sent.get("mobile_country_code").and_then(Value::as_str).unwrap_or(CHINA.0);
        if country == CHINA.0 {
            info.insert("mobile_code".to_owned(), Value::from(CHINA.1));
        }
    }
    if let Some(places) = body.get("preferred_city_code_list") {
        info.insert("preferred_location_code_list".to_owned(), places.clone());
    }
    if let Some(customs) = customs(sent) {
        info.insert("customized_data_list".to_owned(), customs);
    }
    for time in ["create_time", "update_time"] {
        info.insert(time.to_owned(), Value::from(talent.create_time.to_string()));
    }
    let mut data = json!({ "talent_id": talent.id, "basic_info": info });
    for (list, members) in LISTS {
        let entries = body.get(*list).and_then(Value::as_array).into_iter().flatten();
        let show = |entry: &Value| {
            let mut own = shown(entry, members);
            own.extend(customs(entry).map(|customs| ("customized_data_list".to_owned(), customs)));
            Value::Object(own)
        };
        data[*list] = entries.map(show).collect();
    }
    let folders = body.get("folder_id_list").and_then(Value::as_array);
    if let Some(folders) = folders {
        data["talent_folder_ref_list_v2"] =
            folders.iter().map(|id| json!({ "folder_id": id })).collect();
    }
    if let Some(source) = body.get("resume_source_id") {
        data["resume_source_list"] = json!([{ "id": source }]);
    }
    data
}

/// The custom fields of an object. Their types are the tenant's, of which there is none here: what a
/// value looks like has to do.
fn customs(sent: &Value) -> Option<Value> {
    let own = sent.get("customized_data")?.as_array()?;
    let show = |one: &Value| {
        let text = one.get("value").and_then(Value::as_str).unwrap_or_default();
        json!({ "object_id": one.get("object_id"), "value": custom(text) })
    };
    Some(own.iter().map(show).collect())
}

fn custom(text: &str) -> Value {
    let seconds = |text: &str| {
        let millis = text.parse::<i64>().ok().filter(|_| text.len() > 10)?;
        Some(Value::from(millis.div_euclid(1000).to_string()))
    };
    let list = serde_json::from_str::<Vec<String>>(text).ok();
    if let Some([start, end]) = list.as_deref()
        && let Some(start) = seconds(start)
    {
        let end = seconds(end).unwrap_or_else(|| Value::from("-"));
        return json!({ "time_range": { "start_time": start, "end_time": end } });
    }
    if let Some(list) = list {
        let options: Value = list.iter().map(|key| json!({ "key": key })).collect();
        return json!({ "option_list": options });
    }
    seconds(text).map_or_else(|| json!({ "content": text }), |time| json!({ "time": time }))
}

fn shown(sent: &Value, members: &[Member]) -> Map<String, Value> {
    let mut out = Map::new();
    for (pointer, name, show) in members {
        let Some(value) = sent.pointer(pointer) else { continue };
        let millis = || value.as_str().and_then(|text| text.parse::<i64>().ok());
        let value = match show {
            Show::Same => Some(value.clone()),
            Show::Seconds => millis().map(|at| Value::from(at.div_euclid(1000))),
            Show::Month => millis().and_then(month).map(Value::from),
        };
        if let Some(value) = value {
            out.insert((*name).to_owned(), value);
        }
    }
    out
}

/// `YYYY-MM` in China.
fn month(millis: i64) -> Option<String> {
    let shifted = millis.checked_add(8 * 3600 * 1000)?;
    Some(jiff::Timestamp::from_millisecond(shifted).ok()?.strftime("%Y-%m").to_string())
}
