//! Claims → columns: local labels from the mapping file, and the order of the table.
//!
//! Must not know: problems.

use std::collections::HashMap;
use std::sync::Arc;

use super::binding::{Column, DateOrder, OnBad, Proven};
use super::claims::Claims;
use super::how::{BindOptions, ValueTable};
use crate::lexicon::normalize;
use crate::problem::Place;
use crate::spec::{Kind, Slot, Target};

/// The bound columns in table order, each with its local labels.
pub(super) fn columns(kind: &'static Kind, claims: &Claims, how: &BindOptions<'_>) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::with_capacity(claims.bound.len());
    for claim in &claims.bound {
        let known = columns.iter().any(|c| c.index == claim.index && c.path == claim.path);
        if !known {
            let header = claims.header(claim.index);
            let slot = claim.slot.clone();
            let dates = dates(&claims.feeds(claim.index), &claims.headers, how);
            let column = column(claim.index, &header, slot, &claim.path, how);
            let coded = column.values.is_none() && claims.is_coded(claim);
            columns.push(Column { coded, dates, ..column });
        }
    }
    columns.sort_by_cached_key(|column| order(kind, &column.slot));
    columns
}

/// The order of dates that the mapping file gives one of these columns.
pub(super) fn dates(
    columns: &[usize],
    headers: &[(usize, Arc<str>)],
    how: &BindOptions<'_>,
) -> Option<DateOrder> {
    let named = how.mapping.map(|mapping| mapping.column_dates.as_slice()).unwrap_or_default();
    named
        .iter()
        .find(|(header, _)| header.find(headers).iter().any(|found| columns.contains(found)))
        .map(|(_, order)| *order)
}

/// A column that feeds a place, with what the mapping file says of that place.
pub(super) fn column(
    index: usize,
    header: &Arc<str>,
    slot: Slot,
    path: &Arc<str>,
    how: &BindOptions<'_>,
) -> Column {
    let (values, closed) = labels(&slot, path, how);
    let told = told(&slot, path, how);
    let listed = options(&slot, how).is_some();
    Column {
        index,
        header: Arc::clone(header),
        on_bad: on_bad(&slot, path, how),
        slot: Arc::new(slot),
        path: Arc::clone(path),
        values,
        told,
        closed,
        listed,
        coded: false,
        dates: None,
        proven: Proven::default(),
    }
}

/// What bad values of a place do: what is said of the very entry comes before what is said of all.
fn on_bad(slot: &Slot, path: &str, how: &BindOptions<'_>) -> OnBad {
    let Some(mapping) = how.mapping else { return OnBad::Error };
    let plain = slot.plain_path();
    let of = |wanted: &str| {
        mapping.on_bad.iter().find(|(written, _)| written == wanted).map(|(_, does)| *does)
    };
    of(path).or_else(|| of(&plain)).unwrap_or_default()
}

/// The options of a custom field, where the mapping file lists them.
fn options<'m>(slot: &Slot, how: &BindOptions<'m>) -> Option<&'m ValueTable> {
    how.mapping?.options.get(slot.custom_id()?).filter(|options| !options.is_empty())
}

/// Local labels of a place: options of its custom field, `values_from`, `values`; the later wins.
fn labels(slot: &Slot, path: &str, how: &BindOptions<'_>) -> (Option<ValueTable>, bool) {
    let Some(mapping) = how.mapping else { return (None, false) };
    let plain = slot.plain_path();
    let mut sources: Vec<ValueTable> = Vec::new();
    sources.extend(options(slot, how).cloned());
    let mut closed = false;
    for (written, _) in &mapping.values_from {
        if covers(written, path, &plain) {
            closed = true;
            sources.push(how.tables.get(written).cloned().unwrap_or_default());
        }
    }
    for values in &mapping.values {
        if values.path == *path || values.path == plain {
            sources.push(Arc::clone(&values.map));
        }
    }
    if sources.len() <= 1 {
        return (sources.pop(), closed);
    }
    let mut merged: HashMap<String, String> = HashMap::new();
    for source in &sources {
        merged.extend(source.iter().map(|(label, value)| (label.clone(), value.clone())));
    }
    (Some(Arc::new(merged)), closed)
}

/// Where the values of a place's labels are written; the later wins, as of the labels.
fn told(slot: &Slot, path: &str, how: &BindOptions<'_>) -> Option<Arc<HashMap<String, Place>>> {
    let plain = slot.plain_path();
    let own = how.mapping?.values.iter().filter(|v| v.path == *path || v.path == plain);
    let mut all: Vec<&Arc<HashMap<String, Place>>> = own.map(|values| &values.places).collect();
    if all.len() <= 1 {
        return all.pop().map(Arc::clone);
    }
    let mut merged = HashMap::new();
    for places in all {
        merged.extend(places.iter().map(|(label, place)| (label.clone(), place.clone())));
    }
    Some(Arc::new(merged))
}

/// Whether a path as written covers a place: without a number it covers every entry.
fn covers(written: &str, path: &str, plain: &str) -> bool {
    let written = normalize::trim(written);
    written == path || written == plain
}

/// Table order: fields, custom fields of objects, groups by entry, modules.
fn order(kind: &'static Kind, slot: &Slot) -> (u8, usize, u16, usize, String) {
    let last = usize::MAX;
    match &slot.target {
        Target::Field(field) => {
            let at = kind.fields.iter().position(|other| std::ptr::eq(other, *field));
            (0, at.unwrap_or(last), 0, 0, String::new())
        }
        Target::Custom { host, object_id, .. } => {
            let at = kind.customs.iter().position(|other| other.pointer == host.pointer);
            (1, at.unwrap_or(last), 0, 0, object_id.to_string())
        }
        Target::Entry { group, n, field } => {
            let at = kind.groups.iter().position(|other| other.key == group.key);
            let inner = group.fields.iter().position(|other| std::ptr::eq(other, *field));
            (2, at.unwrap_or(last), *n, inner.unwrap_or(last), String::new())
        }
        Target::EntryCustom { group, n, object_id, .. } => {
            let at = kind.groups.iter().position(|other| other.key == group.key);
            (2, at.unwrap_or(last), *n, last, object_id.to_string())
        }
        Target::Module { module_id, n, object_id, .. } => {
            (3, 0, *n, 0, format!("{module_id}.{object_id}"))
        }
    }
}
