//! One talent, read whole: `GET hire/v2/talents/:talent_id`. The page's names and forms are not those of a create: seconds
//! for milliseconds, months for moments, `school_name` for `school`.
//!
//! Must *not* change anything.

use serde_json::{Map, Value, json};

use super::call::{Call, Reply};
use super::desk::Core;
use super::fields;
use super::ledger::TalentMade;
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
    for time in ["create_time", "update_time"] {
        info.insert(time.to_owned(), Value::from(talent.create_time.to_string()));
    }
    let mut data = json!({ "talent_id": talent.id, "basic_info": info });
    for (list, members) in LISTS {
        let entries = body.get(*list).and_then(Value::as_array).into_iter().flatten();
        data[*list] = entries.map(|entry| Value::Object(shown(entry, members))).collect();
    }
    data
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
