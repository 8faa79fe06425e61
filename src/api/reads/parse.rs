//! The answers to reads.
//!
//! Must not know: how they were asked for beyond the keys.

use std::fmt;

use serde_json::Value;

use super::{Question, Read};
use crate::api::answer::Answer;
use crate::api::verdict::{self, ReadVerdict};
use crate::api::wire;

/// A person who was found by a key (hire's `batch_get_id`). A key is told only where that kind was asked for.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct PersonHit {
    /// `talent_id`.
    pub id: String,
    /// Dialling code and number.
    pub mobile: Option<(Option<String>, String)>,
    /// E-mail address.
    pub email: Option<String>,
    /// `identification_type` and number.
    pub document: Option<(Option<i64>, String)>,
}

impl fmt::Debug for PersonHit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonHit({})", self.id)
    }
}

/// What is read of one person (hire's talent).
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct PersonDetail {
    /// `talent_id`.
    pub id: String,
    /// `basic_info.name`; absent where it cannot be read.
    pub name: Option<String>,
    /// Dialling code and number.
    pub mobile: Option<(Option<String>, String)>,
    /// E-mail address.
    pub email: Option<String>,
    /// `identification_type` and number.
    pub document: Option<(Option<i64>, String)>,
    /// When it was made, milliseconds since 1970.
    pub created_ms: Option<i64>,
    /// When it was last changed, likewise.
    pub updated_ms: Option<i64>,
}

impl fmt::Debug for PersonDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonDetail({})", self.id)
    }
}

/// One version of a record of an employment (CoreHR's job data).
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RecordHit {
    /// `job_data_id`: what `job_data.create` calls `id`.
    pub id: String,
    /// `version_id`.
    pub version_id: Option<String>,
    /// `YYYY-MM-DD 00:00:00`.
    pub effective_time: Option<String>,
    /// In the asked `department_id_type`.
    pub department_id: Option<String>,
    /// `assignment_start_reason.enum_name`: `onboarding` for a first record.
    pub reason: Option<String>,
    /// `created_at`, `YYYY-MM-DD hh:mm:ss`, zone undocumented.
    pub created_at: Option<String>,
}

impl fmt::Debug for RecordHit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordHit({})", self.id)
    }
}

/// What was found for each key that was asked for, in the order of [`Read::keys`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placed<T> {
    /// For each key, what was found.
    pub of: Vec<Vec<T>>,
    /// How many items belong to none of the keys as they were written. Where there are any, an
    /// empty place does not mean "absent": ask for those keys one by one; a single key's answer
    /// is all its own.
    pub unplaced: usize,
}

impl<T> Placed<T> {
    /// Put each item to the keys it belongs to.
    fn new(keys: usize, items: Vec<T>, fits: impl Fn(&T, usize) -> bool) -> Self
    where
        T: Clone,
    {
        let mut of = vec![Vec::new(); keys];
        let mut unplaced = 0;
        for item in items {
            let mut placed = false;
            for (index, place) in of.iter_mut().enumerate() {
                if keys == 1 || fits(&item, index) {
                    place.push(item.clone());
                    placed = true;
                }
            }
            unplaced += usize::from(!placed);
        }
        Self { of, unplaced }
    }
}

/// The answer to [`Question::Mobiles`], [`Question::Emails`] or
/// [`Question::Documents`]. A person without an id makes the whole answer unusable.
pub(crate) fn people(read: &Read, answer: &Answer) -> ReadVerdict<Placed<PersonHit>> {
    verdict::read(read.endpoint, answer).and_then(|data| {
        let hits = items(&data, "talent_list")?.iter().map(hit).collect::<Option<Vec<_>>>()?;
        let keys = read.keys();
        Some(Placed::new(keys.len(), hits, |hit, index| fits(read, hit, &keys[index])))
    })
}

/// Whether a person was found by this key of a read.
fn fits(read: &Read, hit: &PersonHit, key: &str) -> bool {
    match &read.question {
        Question::Mobiles { dial, .. } => hit.mobile.as_ref().is_some_and(|(code, number)| {
            code.as_deref().is_none_or(|code| digits(code) == digits(dial))
                && digits(number) == digits(key)
        }),
        Question::Emails { .. } => hit
            .email
            .as_ref()
            .is_some_and(|email| email.trim().to_lowercase() == key.trim().to_lowercase()),
        Question::Documents { kind, .. } => hit.document.as_ref().is_some_and(|(other, number)| {
            other.is_none_or(|other| other == *kind)
                && number.trim().eq_ignore_ascii_case(key.trim())
        }),
        Question::Person { .. }
        | Question::Records { .. }
        | Question::Employees { .. }
        | Question::List { .. } => false,
    }
}

/// The digits of a number, whatever is between them.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn hit(item: &Value) -> Option<PersonHit> {
    let id = item.get("talent_id").and_then(wire::id)?;
    let (mobile, email, document) = keys(item);
    Some(PersonHit { id, mobile, email, document })
}

type Keys = (Option<(Option<String>, String)>, Option<String>, Option<(Option<i64>, String)>);

fn keys(of: &Value) -> Keys {
    let text = |key: &str| of.get(key).and_then(wire::id);
    let mobile = text("mobile_number").map(|number| (text("mobile_code"), number));
    let kind = of.get("identification_type").and_then(wire::integer);
    let document = text("identification_number").map(|number| (kind, number));
    (mobile, text("email"), document)
}

/// The answer to [`Question::Person`].
pub(crate) fn person(read: &Read, answer: &Answer) -> ReadVerdict<PersonDetail> {
    verdict::read(read.endpoint, answer).and_then(|data| {
        // v2 has the talent's members in `data`; v1 had them in `data.talent`.
        let talent = data.get("talent").unwrap_or(&data);
        let basic = talent.get("basic_info").unwrap_or(&Value::Null);
        let id = ["talent_id", "id"].iter().find_map(|key| talent.get(*key).and_then(wire::id))?;
        let (mobile, email, document) = keys(basic);
        let time = |key: &str| {
            let milliseconds = basic.get(key).or_else(|| talent.get(key))?;
            wire::integer(milliseconds)
        };
        Some(PersonDetail {
            id,
            name: wire::text(basic, "name").map(str::to_owned),
            mobile,
            email,
            document,
            created_ms: time("create_time"),
            updated_ms: time("update_time"),
        })
    })
}

/// The answer to [`Question::Records`]: for each employment every version of its records. Versions
/// of one record share its id.
pub(crate) fn records(read: &Read, answer: &Answer) -> ReadVerdict<Placed<RecordHit>> {
    verdict::read(read.endpoint, answer).and_then(|data| {
        let mut hits = Vec::new();
        for item in items(&data, "items")? {
            let employment = item.get("employment_id").and_then(wire::id);
            for version in items(item, "job_datas")? {
                let own = version.get("employment_id").and_then(wire::id);
                hits.push((own.or_else(|| employment.clone()), version_of(version)?));
            }
        }
        let asked = read.keys();
        let placed = Placed::new(asked.len(), hits, |(employment, _), index| {
            employment.as_ref() == Some(&asked[index])
        });
        let of = placed.of.into_iter().map(|found| found.into_iter().map(|hit| hit.1).collect());
        Some(Placed { of: of.collect(), unplaced: placed.unplaced })
    })
}

fn version_of(version: &Value) -> Option<RecordHit> {
    let text = |key: &str| version.get(key).and_then(wire::id);
    Some(RecordHit {
        id: text("job_data_id").or_else(|| text("id"))?,
        version_id: text("version_id"),
        effective_time: text("effective_time"),
        department_id: text("department_id"),
        reason: version
            .get("assignment_start_reason")
            .and_then(|reason| reason.get("enum_name"))
            .and_then(wire::id),
        created_at: text("created_at"),
    })
}

/// The answer to [`Question::Employees`]: for each employment, whether it is visible (its id, or
/// nothing). `employment_id_v2` is believed first: `employment_id` may hold another kind of id
/// where a conversion failed.
pub(crate) fn employees(read: &Read, answer: &Answer) -> ReadVerdict<Placed<String>> {
    verdict::read(read.endpoint, answer).and_then(|data| {
        let seen = items(&data, "items")?
            .iter()
            .map(|item| {
                ["employment_id_v2", "employment_id"]
                    .iter()
                    .find_map(|key| item.get(*key).and_then(wire::id))
            })
            .collect::<Option<Vec<_>>>()?;
        let asked = read.keys();
        Some(Placed::new(asked.len(), seen, |employment, index| *employment == asked[index]))
    })
}

/// A list; an absent or null one is empty, anything else than a list is unusable.
pub(super) fn items<'v>(data: &'v Value, key: &str) -> Option<&'v [Value]> {
    match data.get(key) {
        None | Some(Value::Null) => Some(&[]),
        Some(Value::Array(items)) => Some(items),
        Some(Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => None,
    }
}
