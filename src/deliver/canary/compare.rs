//! A create's body against what the tenant shows of it afterwards, field by field. Pure.
//!
//! Reads show values in other forms under other names (`facts/feishu.md` §4, §5): a birthday in
//! seconds, an experience by its months, managers as objects. So no raw values are compared: both
//! sides are brought to the form that the coarser one has, and days and months are those of China,
//! as the console shows them. What a read leaves out or null says nothing and is told apart;
//! no page shows the self-evaluation, and custom modules, career types and files not one to one.
//!
//! Must not know: how it is read, what is done about a difference.

mod custom;
mod forms;
mod line;

use serde_json::{Map, Value};

use crate::spec::KindId;
use custom::customs;
use forms::{Form, both_formed, plain};
use line::not_shown;
pub(crate) use line::{Finding, Line};

/// The fields of a body, in its order, against the record that the tenant shows.
pub(super) fn compare(kind: KindId, sent: &Value, read: &Value) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, value) in sent.as_object().into_iter().flatten() {
        match kind {
            KindId::Talent => talent(name, value, read, &mut lines),
            KindId::JobData => job_data(name, value, read, &mut lines),
        }
    }
    lines
}

/// Path within its object in the body, path within the read's object, form.
type Member = (&'static str, &'static str, Form);

const BASIC: &[Member] = &[
    ("name", "/name", Form::Plain),
    ("mobile", "/mobile_number", Form::Digits),
    ("email", "/email", Form::Caseless),
    ("identification.identification_type", "/identification_type", Form::Plain),
    ("identification.identification_number", "/identification_number", Form::Caseless),
    ("birthday", "/birthday", Form::Day),
    ("gender", "/gender", Form::Plain),
    ("nationality_id", "/nationality_code", Form::Plain),
    ("current_city_code", "/current_location_code", Form::Plain),
    ("hometown_city_code", "/hometown_location_code", Form::Plain),
];

const EDUCATION: &[Member] = &[
    ("degree", "/degree", Form::Plain),
    ("school", "/school_name", Form::Plain),
    ("field_of_study", "/major", Form::Plain),
    ("start_time", "/start_time", Form::Month),
    ("end_time", "/end_time", Form::Month),
    ("education_type", "/education_type", Form::Plain),
    ("academic_ranking", "/academic_ranking", Form::Plain),
];

const CAREER: &[Member] = &[
    ("company", "/company_name", Form::Plain),
    ("title", "/title", Form::Plain),
    ("desc", "/description", Form::Plain),
    ("start_time", "/start_time", Form::Month),
    ("end_time", "/end_time", Form::Month),
];

const PROJECT: &[Member] = &[
    ("name", "/project_name", Form::Plain),
    ("role", "/role", Form::Plain),
    ("link", "/link", Form::Plain),
    ("desc", "/description", Form::Plain),
    ("start_time", "/start_time", Form::Month),
    ("end_time", "/end_time", Form::Month),
];

const WORKS: &[Member] = &[("link", "/link", Form::Plain), ("desc", "/description", Form::Plain)];

const AWARD: &[Member] = &[
    ("title", "/award_name", Form::Plain),
    ("award_time", "/award_time", Form::Month),
    ("desc", "/description", Form::Plain),
];

const LANGUAGE: &[Member] =
    &[("language", "/language", Form::Plain), ("proficiency", "/proficiency", Form::Plain)];

const SNS: &[Member] = &[("sns_type", "/sns_type", Form::Plain), ("link", "/link", Form::Plain)];

fn talent(name: &str, sent: &Value, read: &Value, lines: &mut Vec<Line>) {
    let members = match name {
        "basic_info" => {
            let info = read.get("basic_info").unwrap_or(&Value::Null);
            return object(name, sent, Some(info), BASIC, lines);
        }
        "preferred_city_code_list" => {
            let shown = read.pointer("/basic_info/preferred_location_code_list");
            return lines.push(set(name, sent, shown, ""));
        }
        "folder_id_list" => {
            let shown = read.get("talent_folder_ref_list_v2");
            return lines.push(set(name, sent, shown, "/folder_id"));
        }
        "resume_source_id" => {
            // Of several sources the one that was sent.
            let shown = read.get("resume_source_list").and_then(Value::as_array);
            let ids = shown.map(|all| all.iter().filter_map(|source| source.get("id")));
            let own = ids.map(|mut ids| ids.find(|id| *id == sent).unwrap_or(&MISSING));
            return lines.push(one(name.to_owned(), sent, own, Form::Plain));
        }
        "education_list" => EDUCATION,
        "career_list" => CAREER,
        "project_list" => PROJECT,
        "works_list" => WORKS,
        "award_list" => AWARD,
        "language_list" => LANGUAGE,
        "sns_list" => SNS,
        _ => &[],
    };
    if let (false, Some(entries)) = (members.is_empty(), sent.as_array()) {
        list(name, entries, read.get(name).and_then(Value::as_array), members, lines);
    } else {
        leaves(name, sent, &mut |field, sent| lines.push(not_shown(field, sent)));
    }
}

fn job_data(name: &str, sent: &Value, read: &Value, lines: &mut Vec<Line>) {
    let (pointer, form) = match name {
        "direct_manager_id" => ("/direct_manager/job_data_id".to_owned(), Form::Plain),
        "second_direct_manager_id" => {
            ("/second_direct_manager/job_data_id".to_owned(), Form::Plain)
        }
        "dotted_line_manager_id_list" => {
            let shown = read.get("dotted_line_managers");
            return lines.push(set(name, sent, shown, "/job_data_id"));
        }
        "cost_center_rate" => {
            let shares = sent.as_array().map(Vec::as_slice).unwrap_or_default();
            return cost_centres(name, shares, read, lines);
        }
        "probation_start_date"
        | "probation_end_date"
        | "probation_expected_end_date"
        | "effective_time"
        | "expiration_time" => (format!("/{name}"), Form::Day),
        _ if sent.get("enum_name").is_some() => {
            let shown = read.get(name).and_then(|word| word.get("enum_name"));
            let field = format!("{name}.enum_name");
            return lines.push(one(field, &sent["enum_name"], shown, Form::Plain));
        }
        _ => (format!("/{name}"), Form::Plain),
    };
    leaves(name, sent, &mut |field, sent| {
        lines.push(one(field.to_owned(), sent, read.pointer(&pointer), form));
    });
}

/// Each share by its cost centre. v2 shows the exact share as `new_rate` beside the whole one.
fn cost_centres(name: &str, sent: &[Value], read: &Value, lines: &mut Vec<Line>) {
    let shown = read.get("cost_center_rates").and_then(Value::as_array);
    for (n, share) in sent.iter().enumerate() {
        let id = share.get("cost_center_id");
        let same = |other: &&Value| other.get("cost_center_id") == id;
        let found = shown.map(|all| all.iter().find(same).unwrap_or(&MISSING));
        let rate = found.map(|found| found.get("new_rate").or_else(|| found.get("rate")));
        for (key, read, form) in [
            ("cost_center_id", found.map(|found| found.get("cost_center_id")), Form::Plain),
            ("rate", rate, Form::Number),
        ] {
            let Some(sent) = share.get(key) else { continue };
            // A list that is shown without this share differs.
            let read = read.map(|read| read.unwrap_or(&MISSING));
            lines.push(one(format!("{name}[{}].{key}", n + 1), sent, read, form));
        }
    }
}

/// Stands for what a shown list lacks.
static MISSING: Value = Value::String(String::new());

/// The entries of a list. The server may order them otherwise: those that agree most are held against
/// each other.
fn list(
    name: &str,
    sent: &[Value],
    read: Option<&Vec<Value>>,
    members: &[Member],
    lines: &mut Vec<Line>,
) {
    let shown: Vec<&Value> = read.into_iter().flatten().collect();
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (n, entry) in sent.iter().enumerate() {
        for (at, other) in shown.iter().enumerate() {
            let mut of_entry = Vec::new();
            object("", entry, Some(other), members, &mut of_entry);
            let same = of_entry.iter().filter(|line| line.finding == Finding::Same).count();
            pairs.push((members.len() - same.min(members.len()), n, at));
        }
    }
    // The pairs that agree most first; among equals the order of both lists.
    pairs.sort_unstable();
    let mut matched: Vec<Option<usize>> = vec![None; sent.len()];
    for (_, n, at) in pairs {
        if matched[n].is_none() && !matched.contains(&Some(at)) {
            matched[n] = Some(at);
        }
    }
    for (n, entry) in sent.iter().enumerate() {
        let found = match (matched[n], read) {
            (Some(at), _) => Some(shown[at]),
            (None, Some(_)) => Some(&NOTHING),
            (None, None) => None,
        };
        object(&format!("{name}[{}]", n + 1), entry, found, members, lines);
    }
}

/// Stands for an entry that a shown list lacks: every member of it is missing.
static NOTHING: Value = Value::Bool(false);

/// The members of an object, in the order of the table, then those that no read shows.
fn object(
    path: &str,
    sent: &Value,
    read: Option<&Value>,
    members: &[Member],
    lines: &mut Vec<Line>,
) {
    let mut rest = sent.as_object().cloned().unwrap_or_default();
    for (key, pointer, form) in members {
        let Some(value) = take(&mut rest, key) else { continue };
        let shown = match read {
            Some(Value::Bool(false)) => Some(&MISSING),
            Some(read) => read.pointer(pointer),
            None => None,
        };
        lines.push(one(join(path, key), &value, shown, *form));
    }
    if let (Some(Value::Array(own)), Some(read)) = (rest.get("customized_data"), read) {
        customs(&join(path, "customized_data"), own, read.get("customized_data_list"), lines);
        rest.remove("customized_data");
    }
    for (key, value) in &rest {
        leaves(&join(path, key), value, &mut |field, sent| lines.push(not_shown(field, sent)));
    }
}

/// Take a member out by its dotted path.
fn take(from: &mut Map<String, Value>, path: &str) -> Option<Value> {
    match path.split_once('.') {
        None => from.remove(path),
        Some((first, rest)) => take(from.get_mut(first)?.as_object_mut()?, rest),
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Every value below this one, with its path.
fn leaves(path: &str, value: &Value, each: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| leaves(&join(path, key), value, each));
        }
        Value::Array(items) => {
            for (n, value) in items.iter().enumerate() {
                leaves(&format!("{path}[{}]", n + 1), value, each);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => each(path, value),
    }
}

fn one(field: String, sent: &Value, read: Option<&Value>, form: Form) -> Line {
    let Some(read) = read.filter(|read| !read.is_null()) else {
        return not_shown(&field, sent);
    };
    let (sent, read) = both_formed(sent, read, form);
    let finding = if sent == read { Finding::Same } else { Finding::Differs };
    Line { field, sent, read, finding }
}

/// Lists whose order says nothing.
fn set(field: &str, sent: &Value, read: Option<&Value>, pointer: &str) -> Line {
    let words = |list: &Value| {
        let items = list.as_array().into_iter().flatten();
        let mut words: Vec<String> =
            items.filter_map(|item| item.pointer(pointer)).map(plain).collect();
        words.sort();
        words
    };
    let own = sent.as_array().into_iter().flatten().map(plain);
    let mut own: Vec<String> = own.collect();
    own.sort();
    let field = field.to_owned();
    match read.filter(|read| read.is_array()) {
        None => {
            let sent = own.join(", ");
            Line { field, sent, read: String::new(), finding: Finding::NotShown }
        }
        Some(read) => {
            let read = words(read);
            let finding = if own == read { Finding::Same } else { Finding::Differs };
            Line { field, sent: own.join(", "), read: read.join(", "), finding }
        }
    }
}

#[cfg(test)]
mod tests;
