//! A checked row: one kind's values, each of the form that the API takes.
//!
//! Must not know: JSON, cells.

use std::fmt;
use std::sync::Arc;

use crate::spec::{Kind, Slot};

/// A row that passed every check of one kind. Only `check` makes one.
#[derive(Clone)]
pub struct Record {
    pub(super) kind: &'static Kind,
    pub(super) values: Vec<Filled>,
    pub(super) dial_code: Option<u16>,
    pub(super) label: String,
}

/// A place with its value.
#[derive(Clone)]
pub struct Filled {
    /// The place.
    pub slot: Arc<Slot>,
    /// Its value.
    pub value: Value,
}

/// A value as the request body holds it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A JSON string.
    Text(String),
    /// A JSON integer.
    Int(i64),
    /// A JSON array of strings.
    List(Vec<String>),
}

impl Record {
    /// The kind.
    pub const fn kind(&self) -> &'static Kind {
        self.kind
    }

    /// The values, in table order; entries of a group in the order of their numbers. Entries
    /// without any value are absent.
    pub fn values(&self) -> &[Filled] {
        &self.values
    }

    /// The value of a field outside groups, by its key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.values
            .iter()
            .find(|filled| {
                matches!(&filled.slot.target, crate::spec::Target::Field(field) if field.key == key)
            })
            .map(|filled| &filled.value)
    }

    /// The text of a field outside groups, by its key.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Value::Text(text) => Some(text),
            Value::Int(_) | Value::List(_) => None,
        }
    }

    /// The person's name, where the kind has one.
    pub fn name(&self) -> Option<&str> {
        self.text(self.kind.name?)
    }

    /// The international dialling code of the mobile number, where it is known (`86`).
    pub const fn dial_code(&self) -> Option<u16> {
        self.dial_code
    }

    /// What names the record in reports: the key column's text, else a masked key.
    pub fn label(&self) -> &str {
        &self.label
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Record({}, {} values)", self.kind.id.label(), self.values.len())
    }
}

impl fmt::Debug for Filled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = …", self.slot)
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text(…)",
            Self::Int(_) => "Int(…)",
            Self::List(_) => "List(…)",
        })
    }
}
