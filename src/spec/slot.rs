//! A slot: one place of a record that a column can fill, by its API path.
//!
//! Must not know: columns.

use std::fmt;

use super::field::Field;
use super::field_type::{CustomType, FieldType};
use super::group::Group;
use super::kind::{CustomHost, Kind, KindId};

/// One place in a record of one kind.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The kind whose record it belongs to.
    pub kind: KindId,
    /// Which place.
    pub target: Target,
}

/// The places that there are. Entries and modules count from 1, as headers do.
#[derive(Clone, Debug)]
pub enum Target {
    /// A field outside groups.
    Field(&'static Field),
    /// A field of the `n`-th entry of a group.
    Entry {
        /// The group.
        group: &'static Group,
        /// Which entry, from 1.
        n: u16,
        /// Which field of it.
        field: &'static Field,
    },
    /// A custom field of an object outside groups.
    Custom {
        /// Which object.
        host: &'static CustomHost,
        /// The custom field's ID.
        object_id: Box<str>,
        /// Its type.
        ty: CustomType,
    },
    /// A custom field of the `n`-th entry of a group.
    EntryCustom {
        /// The group.
        group: &'static Group,
        /// Which entry, from 1.
        n: u16,
        /// The custom field's ID.
        object_id: Box<str>,
        /// Its type.
        ty: CustomType,
    },
    /// A custom field of the `n`-th row of a custom module.
    Module {
        /// The module's ID.
        module_id: Box<str>,
        /// Which row of it, from 1.
        n: u16,
        /// The custom field's ID.
        object_id: Box<str>,
        /// Its type.
        ty: CustomType,
    },
}

impl Slot {
    /// What its cells hold.
    pub fn ty(&self) -> FieldType {
        match &self.target {
            Target::Field(field) | Target::Entry { field, .. } => field.ty,
            Target::Custom { ty, .. }
            | Target::EntryCustom { ty, .. }
            | Target::Module { ty, .. } => FieldType::Custom(*ty),
        }
    }

    /// What a custom field holds, as `known` says by its ID; what that does not know stays as it is.
    pub fn set_custom_type(&mut self, known: impl Fn(&str) -> Option<CustomType>) {
        match &mut self.target {
            Target::Custom { object_id, ty, .. }
            | Target::EntryCustom { object_id, ty, .. }
            | Target::Module { object_id, ty, .. } => *ty = known(object_id).unwrap_or(*ty),
            Target::Field(_) | Target::Entry { .. } => {}
        }
    }

    /// The ID of its custom field, where it is one.
    pub fn custom_id(&self) -> Option<&str> {
        match &self.target {
            Target::Custom { object_id, .. }
            | Target::EntryCustom { object_id, .. }
            | Target::Module { object_id, .. } => Some(object_id),
            Target::Field(_) | Target::Entry { .. } => None,
        }
    }

    /// Whether its value is a key of `kind`.
    pub fn is_key(&self, kind: &Kind) -> bool {
        matches!(self.target, Target::Field(field) if kind.key_of(field).is_some())
    }

    /// The declared field, where it is not a custom one.
    pub fn field(&self) -> Option<&'static Field> {
        match &self.target {
            Target::Field(field) | Target::Entry { field, .. } => Some(field),
            Target::Custom { .. } | Target::EntryCustom { .. } | Target::Module { .. } => None,
        }
    }

    /// Its values are masked. Custom fields are taken to be personal.
    pub fn personal(&self) -> bool {
        self.field().is_none_or(|field| field.personal)
    }

    /// The path without the entry's number, for value maps that cover every entry:
    /// `education_list.degree`.
    pub fn plain_path(&self) -> String {
        match &self.target {
            Target::Field(field) => field.key.to_owned(),
            Target::Entry { group, field, .. } => format!("{}.{}", group.key, field.key),
            Target::Custom { host, object_id, .. } => format!("{}custom:{object_id}", host.prefix),
            Target::EntryCustom { group, object_id, .. } => {
                format!("{}.custom:{object_id}", group.key)
            }
            Target::Module { module_id, object_id, .. } => {
                format!("module:{module_id}.custom:{object_id}")
            }
        }
    }
}

/// The canonical path: `education_list[2].school`, `custom:ID`, `module:ID[1].custom:ID`.
impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.target {
            Target::Field(field) => f.write_str(field.key),
            Target::Entry { group, n, field } => write!(f, "{}[{n}].{}", group.key, field.key),
            Target::Custom { host, object_id, .. } => {
                write!(f, "{}custom:{object_id}", host.prefix)
            }
            Target::EntryCustom { group, n, object_id, .. } => {
                write!(f, "{}[{n}].custom:{object_id}", group.key)
            }
            Target::Module { module_id, n, object_id, .. } => {
                write!(f, "module:{module_id}[{n}].custom:{object_id}")
            }
        }
    }
}
