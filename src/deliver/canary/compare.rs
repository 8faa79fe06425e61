//! A create's body against what the tenant shows of it afterwards, field by field. Pure.
//!
//! Reads show values in other forms under other names (`docs/facts.md`, sections 4 and 5): a birthday
//! in seconds, an experience by its months, managers as objects. So no raw values are compared: both
//! sides are brought to the form that the coarser one has, and days and months are those of China,
//! as the console shows them. What a read leaves out or null says nothing and is told apart;
//! no page shows the self-evaluation, and custom modules, career types and files not one to one.
//!
//! Must not know: how it is read, what is done about a difference.

mod custom;
mod forms;
mod line;

use serde_json::Value;

use crate::spec::{Form, Group, Kind, Shown};
use custom::customs;
use forms::{both_formed, plain};
use line::not_shown;
pub(crate) use line::{Difference, Line};

/// The fields of a body, in the order of the kind's table, against the record that the tenant shows.
pub(super) fn compare(kind: &Kind, sent: &Value, read: &Value) -> Vec<Line> {
    let mut rest = sent.clone();
    let mut lines = Vec::new();
    for field in kind.fields {
        if let Some(value) = take(&mut rest, field.pointer) {
            told(&path_of(field.pointer), &value, Some(read), field.shown, &mut lines);
        }
    }
    for host in kind.customs {
        if let (Some(at), Some(Value::Array(own))) = (host.shown, rest.pointer(host.pointer)) {
            customs(&path_of(host.pointer), own, read.pointer(at), &mut lines);
            take(&mut rest, host.pointer);
        }
    }
    for group in kind.groups {
        if let (Some(at), Some(Value::Array(own))) = (group.shown, rest.pointer(group.pointer)) {
            list(group, own, read.pointer(at).and_then(Value::as_array), &mut lines);
            take(&mut rest, group.pointer);
        }
    }
    for (pointer, _) in kind.constants {
        let Some(value) = take(&mut rest, pointer) else { continue };
        leaves(&path_of(pointer), &value, &mut |path, sent| {
            let at = format!("/{}", path.replace('.', "/"));
            lines.push(one(path.to_owned(), sent, read.pointer(&at), Form::Plain));
        });
    }
    leaves("", &rest, &mut |path, sent| lines.push(not_shown(path, sent)));
    lines
}

/// One field of a record or of an entry; `read` is what holds it, none where that is not shown.
fn told(path: &str, sent: &Value, read: Option<&Value>, shown: Shown, lines: &mut Vec<Line>) {
    let is_missing = read == Some(&NOTHING);
    lines.push(match shown {
        Shown::Nowhere => {
            return leaves(path, sent, &mut |path, sent| lines.push(not_shown(path, sent)));
        }
        Shown::At(_, form) if is_missing => one(path.to_owned(), sent, Some(&MISSING), form),
        Shown::At(pointers, form) => {
            let mut all = pointers.iter();
            let found = read.and_then(|read| all.find_map(|pointer| read.pointer(pointer)));
            one(path.to_owned(), sent, found, form)
        }
        Shown::Set(at, item) => set(path, sent, read.and_then(|read| read.pointer(at)), item),
        Shown::Among(at, item) => {
            let all = read.and_then(|read| read.pointer(at)).and_then(Value::as_array);
            let own = all.map(|all| {
                let mut values = all.iter().filter_map(|one| one.pointer(item));
                values.find(|value| *value == sent).unwrap_or(&MISSING)
            });
            one(path.to_owned(), sent, own, Form::Plain)
        }
    });
}

/// `/basic_info/name` as it is told: `basic_info.name`.
fn path_of(pointer: &str) -> String {
    pointer.trim_start_matches('/').replace('/', ".")
}

/// Stands for what a shown list lacks.
static MISSING: Value = Value::String(String::new());

/// The entries of a list. The server may order them otherwise: those that agree most are held against
/// each other.
fn list(group: &Group, sent: &[Value], read: Option<&Vec<Value>>, lines: &mut Vec<Line>) {
    let shown: Vec<&Value> = read.into_iter().flatten().collect();
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (n, own) in sent.iter().enumerate() {
        for (at, other) in shown.iter().enumerate() {
            let mut of_entry = Vec::new();
            entry("", own, Some(other), group, &mut of_entry);
            let same = of_entry.iter().filter(|line| line.finding == Difference::Same).count();
            pairs.push((usize::MAX - same, n, at));
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
    for (n, own) in sent.iter().enumerate() {
        let found = match (matched[n], read) {
            (Some(at), _) => Some(shown[at]),
            (None, Some(_)) => Some(&NOTHING),
            (None, None) => None,
        };
        entry(&format!("{}[{}]", path_of(group.pointer), n + 1), own, found, group, lines);
    }
}

/// Stands for an entry that a shown list lacks: every field of it is missing.
static NOTHING: Value = Value::Bool(false);

/// Where an entry's custom fields are shown, within the entry.
const SHOWN_CUSTOMS: &str = "/customized_data_list";

/// The fields of an entry, in the order of the table, then those that no read shows.
fn entry(path: &str, sent: &Value, read: Option<&Value>, group: &Group, lines: &mut Vec<Line>) {
    let mut rest = sent.clone();
    for field in group.fields {
        if let Some(value) = take(&mut rest, field.pointer) {
            told(&join(path, &path_of(field.pointer)), &value, read, field.shown, lines);
        }
    }
    if let (Some(at), Some(read)) = (group.customs, read)
        && let Some(Value::Array(own)) = take(&mut rest, at)
    {
        customs(&join(path, &path_of(at)), &own, read.pointer(SHOWN_CUSTOMS), lines);
    }
    leaves(path, &rest, &mut |path, sent| lines.push(not_shown(path, sent)));
}

/// Take a value out by its pointer.
fn take(from: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, key) = pointer.rsplit_once('/')?;
    from.pointer_mut(parent)?.as_object_mut()?.remove(key)
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
    let finding = if sent == read { Difference::Same } else { Difference::Differs };
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
            Line { field, sent, read: String::new(), finding: Difference::NotShown }
        }
        Some(read) => {
            let read = words(read);
            let finding = if own == read { Difference::Same } else { Difference::Differs };
            Line { field, sent: own.join(", "), read: read.join(", "), finding }
        }
    }
}

#[cfg(test)]
mod tests;
