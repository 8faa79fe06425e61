//! For tests: a binding from a list of paths, a row from a list of cells.
//!
//! Must not know: real headers.

use std::sync::Arc;

use super::types::testing::reading;
use crate::bind::{Binding, Column, DefaultValue, OnBad, Proven, Shape};
use crate::problem::{Code, Place, Problem};
use crate::sheet::{RawCell, RawRow};
use crate::spec::{CustomType, Kind, Slot, Target};

/// `basic_info.name`, `education_list[2].school`, `custom:ID`, `education_list[1].custom:ID`,
/// `self_evaluation.custom:ID`, `module:ID[1].custom:ID`; ` = type` may follow a custom field.
pub(crate) fn slot(kind: &'static Kind, path: &str) -> Slot {
    let (path, ty) = match path.split_once(" = ") {
        Some((path, "range")) => (path, CustomType::Range),
        Some((path, "date")) => (path, CustomType::Date),
        Some((path, "choices")) => (path, CustomType::Choices),
        Some((path, _)) => (path, CustomType::Text),
        None => (path, CustomType::Text),
    };
    let target = match (path.split_once("custom:"), path.split_once('[')) {
        (Some((before, id)), Some((group, rest))) => {
            let n = rest.split(']').next().unwrap().parse().unwrap();
            assert!(before.ends_with("]."));
            match group.strip_prefix("module:") {
                Some(module) => {
                    Target::Module { module_id: module.into(), n, object_id: id.into(), ty }
                }
                None => Target::EntryCustom {
                    group: kind.groups.iter().find(|g| g.key == group).unwrap(),
                    n,
                    object_id: id.into(),
                    ty,
                },
            }
        }
        (Some((prefix, id)), None) => {
            let host = kind.customs.iter().find(|host| host.prefix == prefix).unwrap();
            Target::Custom { host, object_id: id.into(), ty }
        }
        (None, Some((group, rest))) => {
            let group = kind.groups.iter().find(|g| g.key == group).unwrap();
            let (n, key) = rest.split_once("].").unwrap();
            let field = group.fields.iter().find(|field| field.key == key).unwrap();
            Target::Entry { group, n: n.parse().unwrap(), field }
        }
        (None, None) => Target::Field(
            kind.fields.iter().find(|field| field.key == path).expect("a field of the kind"),
        ),
    };
    Slot { kind: kind.id, target }
}

/// A binding of columns in this order; headers are the paths.
pub(crate) fn binding(kind: &'static Kind, paths: &[&str]) -> Binding {
    let columns = paths
        .iter()
        .enumerate()
        .map(|(index, path)| {
            let slot = slot(kind, path);
            let path = Arc::from(slot.to_string());
            Column {
                coded: false,
                index,
                header: Arc::clone(&path),
                slot: Arc::new(slot),
                path,
                values: None,
                told: None,
                closed: false,
                listed: false,
                on_bad: OnBad::Error,
                dates: None,
                proven: Proven::default(),
            }
        })
        .collect();
    Binding {
        kind,
        header_row: 1,
        columns,
        defaults: Vec::new(),
        unbound: Vec::new(),
        ignored: Vec::new(),
        reading: reading(),
        key_column: None,
        warnings: Vec::new(),
        own_name: None,
        allow_keyless: false,
        implied_document: false,
        shape: Shape { width: paths.len(), ..Shape::default() },
    }
}

/// A default of a binding.
pub(crate) fn default(kind: &'static Kind, path: &str, text: &str) -> DefaultValue {
    let slot = slot(kind, path);
    let path = Arc::from(slot.to_string());
    DefaultValue { slot: Arc::new(slot), path, text: text.into() }
}

/// Row 2 with these texts; an empty one is an empty cell.
pub(crate) fn row(cells: &[&str]) -> RawRow {
    let mut row = RawRow::new();
    row.reset(2);
    for cell in cells {
        row.push(RawCell::Text(cell));
    }
    row
}

/// File and sheet of the tests.
pub(crate) fn place() -> Place {
    Place { file: Some("花名册.xlsx".into()), sheet: Some("员工".into()), ..Place::default() }
}

/// Codes with the paths that they are about.
pub(crate) fn codes(problems: &[Problem]) -> Vec<(Code, &str)> {
    problems.iter().map(|p| (p.code(), p.field.as_deref().unwrap_or(""))).collect()
}
