//! A record as the exact request body: fields by JSON pointer in table order, groups as arrays of
//! objects without gaps, custom fields as `[{"object_id","value"}]`, custom modules as
//! `[{"object_id","children":[[{"object_id","value"}]]}]` (two-dimensional, as the API document's
//! example has it and no SDK), then what muster itself sets.
//!
//! Must not know: cells, where the bytes go.

mod tree;

use crate::check::{Record, ValueRef};
use crate::spec::{CustomHost, Field, Group, Slot, Target};

use tree::Node;

/// What stands for the record's UUID in the `marker_field` of a body until it is leased.
pub const MARKER: &str = "{muster:client_token}";

/// The body as it is sent: compact JSON, the same bytes for the same record.
pub fn body(record: &Record) -> String {
    marked(record, "")
}

/// The body with the record's UUID in the tenant's custom text field `marker`; as [`body`] where
/// that is empty or the kind has no custom fields.
pub fn marked(record: &Record, marker: &str) -> String {
    let mut body = tree(record);
    if let Some(host) = record.kind().customs.first().filter(|_| !marker.is_empty()) {
        body.place(host.pointer).push(custom(marker, Node::Text(MARKER)));
    }
    let mut out = String::with_capacity(2048);
    body.write(&mut out);
    out
}

/// The body with the UUID where [`MARKER`] stood.
pub fn with_token(body: &str, token: &str) -> Option<String> {
    let stands = format!("\"value\":\"{MARKER}\"");
    body.contains(&stands).then(|| body.replace(&stands, &format!("\"value\":\"{token}\"")))
}

/// The body; objects keep the order of the table.
fn tree(record: &Record) -> Node<'_> {
    let mut body = Node::Unset;
    let mut entry: Option<(*const Group, u16)> = None;
    let mut module: Option<(&str, u16)> = None;
    let mut values = record.values().peekable();
    while let Some((slot, value)) = values.next() {
        let value = leaf(value);
        match &slot.target {
            Target::Field(field) => *body.place(field.pointer) = value,
            Target::Custom { host: CustomHost { pointer, .. }, object_id, .. } => {
                body.place(pointer).push(custom(object_id, value));
            }
            Target::Entry { group, n, field } => {
                let entry = entry_of(&mut body, group, *n, &mut entry);
                *entry.place(field.pointer) = value;
                // The others of the entry follow: it need not be found for each.
                while let Some((slot, value)) = values.peek()
                    && let Some(field) = field_of(slot, group, *n)
                {
                    *entry.place(field.pointer) = leaf(*value);
                    values.next();
                }
            }
            Target::EntryCustom { group, n, object_id, .. } => {
                let pointer = group.customs.unwrap_or("/customized_data");
                let entry = entry_of(&mut body, group, *n, &mut entry);
                entry.place(pointer).push(custom(object_id, value));
            }
            Target::Module { module_id, n, object_id, .. } => {
                let modules = record.kind().modules.unwrap_or("/customized_data");
                let at = (module_id.as_ref(), *n);
                module_row(&mut body, modules, at, module).push(custom(object_id, value));
                module = Some(at);
            }
        }
    }
    for (pointer, text) in record.kind().constants {
        // A law of the tables says that constants are JSON.
        *body.place(pointer) = Node::Json(text);
    }
    body
}

/// The field of a place, where it is one of this entry.
fn field_of(slot: &Slot, group: &'static Group, n: u16) -> Option<&'static Field> {
    match &slot.target {
        Target::Entry { group: of, n: nth, field } if std::ptr::eq(*of, group) && *nth == n => {
            Some(field)
        }
        Target::Field(_)
        | Target::Entry { .. }
        | Target::Custom { .. }
        | Target::EntryCustom { .. }
        | Target::Module { .. } => None,
    }
}

const fn leaf(value: ValueRef<'_>) -> Node<'_> {
    match value {
        ValueRef::Text(text) => Node::Text(text),
        ValueRef::Int(int) => Node::Int(int),
        ValueRef::List(items) => Node::Texts(items),
    }
}

fn custom<'r>(object_id: &'r str, value: Node<'r>) -> Node<'r> {
    Node::Object(vec![("object_id", Node::Text(object_id)), ("value", value)])
}

/// The entry that is being filled: the list's last, or a new one where the number has changed.
fn entry_of<'b, 'r>(
    body: &'b mut Node<'r>,
    group: &'static Group,
    n: u16,
    current: &mut Option<(*const Group, u16)>,
) -> &'b mut Node<'r> {
    let here = Some((std::ptr::from_ref(group), n));
    let fresh = *current != here;
    *current = here;
    body.place(group.pointer).last(fresh, || Node::Unset)
}

/// The row of a module that is being filled.
fn module_row<'b, 'r>(
    body: &'b mut Node<'r>,
    pointer: &'static str,
    at: (&'r str, u16),
    current: Option<(&str, u16)>,
) -> &'b mut Node<'r> {
    let fresh = current.is_none_or(|current| current.0 != at.0);
    let module = body.place(pointer).last(fresh, || {
        Node::Object(vec![("object_id", Node::Text(at.0)), ("children", Node::array())])
    });
    module.place("/children").last(current != Some(at), Node::array)
}

#[cfg(test)]
mod tests;
